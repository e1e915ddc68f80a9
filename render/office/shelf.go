package office

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/register"
)

// A shelf is where the registers of a record's office stand: beside its profile,
// for that is the office's; beside a record that has none.
type shelf struct {
	Folder
	dir    string // of the registers, in the folder
	record string // the record, from there
}

// errNoShelf is said of a record that is no file.
var errNoShelf = &Misuse{problem.Textf("đầu vào chuẩn không có chỗ để ghi số và ngày", "standard input has no place for a number and a date"),
	problem.Textf("lưu bản ghi thành tệp rồi chỉ tệp ấy", "save the record as a file and name that")}

// shelf finds that of a record.
func (o Opened) shelf() (shelf, error) {
	if o.Place.Source != nil {
		return shelf{}, errNoShelf
	}
	s := shelf{Folder: o.Folder, record: o.Name}
	name := o.Name
	if profile, ok := o.Record.Profile(); ok {
		name = path.Join(path.Dir(name), profile.Name)
	}
	for strings.HasPrefix(name, "../") {
		above, base, err := s.Above()
		if err != nil {
			return shelf{}, err
		}
		s.Folder, s.record, name = above, path.Join(base, s.record), path.Join(base, name)
	}
	s.dir = path.Dir(asStored(s.Folder, name))
	s.record = record.Clean(between(s.dir, s.record))
	if f, ok := s.Folder.(interface{ Below(dir string) Folder }); ok && s.dir != "." {
		s.Folder, s.dir = f.Below(s.dir), "."
	}
	return s, nil
}

// same reports whether two folders are one.
func same(a, b Folder) bool {
	if a == b {
		return true
	}
	x, one := a.(interface{ Root() string })
	y, two := b.(interface{ Root() string })
	return one && two && x.Root() == y.Root()
}

// in returns the shelf's own folder in the place of another that is the same: one
// that is held is changed through whoever holds it.
func (s shelf) in(f Folder) Folder {
	if same(s.Folder, f) {
		return s.Folder
	}
	return f
}

// pathOf is what messages call a record that a register names.
func (s shelf) pathOf(record string) string {
	at, err := Found{Place: Place{Folder: s.Folder, Name: path.Join(s.dir, "register.yaml")}}.beside(record)
	if err != nil {
		return record
	}
	return at.Folder.Path(at.Name)
}

// registerStem is how the registers of an agency are called.
func registerStem(code string) string {
	if stem := plainLetters(code); stem != "" {
		return stem
	}
	return "co-quan"
}

// nameOf is the register of a period.
func (s shelf) nameOf(code string, of register.Period) string {
	return path.Join(s.dir, fmt.Sprintf("%s-%s.register.yaml", registerStem(code), of))
}

// all are the registers of an agency, by their names.
func (s shelf) all(code string) (names []string, err error) {
	entries, err := s.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if IsRegisterName(name) && !isSecondRegister(name) && strings.HasPrefix(name, registerStem(code)+"-") {
			names = append(names, path.Join(s.dir, e.Name()))
		}
	}
	return names, err
}

// A library has registers as they were read, so that one is read again only when
// its bytes are others. It is for one goroutine.
type library struct {
	known  map[string]shelved  // by the paths of messages
	listed map[string][]string // names of registers, where nobody adds one meanwhile; nil: they are looked for anew
	fresh  map[string]bool     // of those known, the ones that need not be looked at again; nil: none
}

// all are the registers of an agency on a shelf.
func (l *library) all(s shelf, code string) ([]string, error) {
	key := s.Folder.Path(s.dir) + "\x00" + code
	if names, ok := l.listed[key]; ok {
		return names, nil
	}
	names, err := s.all(code)
	if err == nil && l.listed != nil {
		l.listed[key] = names
	}
	return names, err
}

// A shelved register is one with what is wrong with it.
type shelved struct {
	*register.Register
	name     string
	problems []problem.Problem
	sum      string // of its bytes; "" is none there yet
}

// read reads a register; of one that is not there the Register is nil.
func (l *library) read(f Folder, name string) (shelved, error) {
	shown := f.Path(name)
	if l.fresh[shown] {
		return l.known[shown], nil
	}
	src, err := ReadFile(f, name, register.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return shelved{name: name}, nil
	}
	if err != nil {
		return shelved{}, About(f, name, cut(err))
	}
	if l.fresh != nil {
		l.fresh[shown] = true
	}
	sum := SumOf(src)
	if have, ok := l.known[shown]; ok && have.sum == sum {
		return have, nil
	}
	one := shelved{name: name, sum: sum}
	one.Register, one.problems = register.Read(shown, src)
	l.keep(shown, one)
	return one, nil
}

func (l *library) keep(shown string, s shelved) {
	if l.known == nil {
		l.known = map[string]shelved{}
	}
	l.known[shown] = s
}

// entry finds the document that a record was issued as, by the last register that
// has it; the Register is nil where none does.
func (l *library) entry(s shelf, kind, code, sum string) (shelved, *register.Document, error) {
	names, err := l.all(s, code)
	if err != nil {
		return shelved{}, nil, About(s.Folder, s.dir, err)
	}
	var in shelved
	var made *register.Document
	for _, name := range slices.Backward(names) {
		one, err := l.read(s.Folder, name)
		if err != nil {
			return shelved{}, nil, err
		}
		if one.Register == nil {
			continue
		}
		if d := one.Made(kind, s.record, sum); d != nil && (made == nil || made.Gone() && !d.Gone()) {
			in, made = one, d
		}
	}
	return in, made, nil
}

// Undated returns those of the records that say no date of issue and have none in
// a register, and what to write into a record that says it: whoever issues them
// is asked for one.
func Undated(p *Press, records []Found) (all []Found, say problem.Text) {
	notice, ok := p.Templates[Notice]
	var books library
	for _, f := range records {
		in := Open(p.Renderer, f)
		if !ok || in.Err != nil || len(in.Problems) > 0 || !numberingOf(notice).of(in.Record).date.IsZero() {
			continue
		}
		s, err := in.shelf()
		if err != nil {
			continue
		}
		if _, made, err := books.entry(s, p.kindOf(in.Record), in.Record.Agency.Code, SumOf(in.Source)); err == nil && (made == nil || made.Gone()) {
			all = append(all, f)
		}
	}
	if ok {
		say = numberingOf(notice).dateKey()
	}
	return all, say
}
