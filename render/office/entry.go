package office

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/register"
)

// An Entry is what the registers of an office say of a record: the document that
// it was issued as. The zero Entry is of a record that none has.
type Entry struct {
	Register           string           // as messages call it
	*register.Document                  // nil: none has it
	Changed            *problem.Problem // the record is not what was issued; nil: it is

	// Unregistered is a record with a number and a date of its own that stands in
	// none, though there is a register of its day. Where there is none, numbers are
	// given elsewhere.
	Unregistered bool
}

// Stands reports a record that was issued, and not taken back.
func (e Entry) Stands() bool { return e.Document != nil && e.State == register.Issued }

// Half reports a record that has its number and not all of its files: whoever
// issued it was killed.
func (e Entry) Half() bool { return e.Document != nil && e.State == register.Issuing }

// EntryOf reads a record with what the registers say of it.
func EntryOf(p *Press, f Found) (Opened, Entry, error) {
	in := Open(p.Renderer, f)
	if in.Err != nil {
		return in, Entry{}, in.Err
	}
	if in.Record == nil {
		return in, Entry{}, nil
	}
	s, err := in.shelf()
	if err != nil {
		return in, Entry{}, err
	}
	var l library
	e, err := l.entryOf(s, in, p.kindOf(in.Record), in.Record.Agency.Code, SumOf(in.Source))
	return in, e, err
}

// entryOf finds the entry of a record that has this sum.
func (l *library) entryOf(s shelf, in Opened, kind, code, sum string) (Entry, error) {
	book, d, err := l.entry(s, kind, code, sum)
	if err != nil || d == nil {
		return Entry{}, err
	}
	return Entry{Register: s.Path(book.name), Document: d, Changed: in.changedSince(d, sum)}, nil
}

// A FileState is what became of a file that was issued.
type FileState int

// The states of such a file.
const (
	FileWhole   FileState = iota // it is what was issued
	FileAdded                    // what was issued is whole, and something was added: a signature
	FileAltered                  // it is another
	FileMissing                  // it is not where it was put
)

// An IssuedFile is a file that was issued, and what became of it.
type IssuedFile struct {
	Name  string // in the folder of the output
	State FileState
	Now   int // bytes
}

// FilesNow looks at the files of a document in the folder of the output.
func FilesNow(out Folder, d *register.Document) ([]IssuedFile, error) {
	var all []IssuedFile
	for _, f := range d.Files {
		one, err := fileNow(out, f)
		if err != nil {
			return all, err
		}
		all = append(all, one)
	}
	return all, nil
}

func fileNow(out Folder, f register.File) (IssuedFile, error) {
	src, err := ReadFile(out, f.Name, MaxPDF)
	one := IssuedFile{Name: f.Name, Now: len(src)}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		one.State = FileMissing
	case err != nil:
		return one, About(out, f.Name, cut(err))
	case SumOf(src) == f.Sum:
	case len(src) > f.Size && SumOf(src[:f.Size]) == f.Sum:
		one.State = FileAdded
	default:
		one.State = FileAltered
	}
	return one, nil
}

// A Difference is what a register says of a document and its record says
// otherwise now.
type Difference struct {
	About     problem.Text
	Then, Now string
}

// Differences are those of a record that has changed since it was issued, as far
// as the register knows what it said.
func (e Entry) Differences(rec *record.Record) (all []Difference) {
	if e.Document == nil || rec == nil {
		return nil
	}
	add := func(about problem.Text, then, now string) {
		if then != now {
			all = append(all, Difference{about, then, now})
		}
	}
	own, _ := register.Padded(rec.Number)
	was, _ := register.Padded(e.Number)
	add(problem.Textf("Số", "Number"), was, own)
	day := ""
	if !rec.Date.IsZero() {
		day = rec.Date.Slashed()
	}
	add(problem.Textf("Ngày ban hành", "Date of issue"), e.Date.Slashed(), day)
	add(problem.Textf("Trích yếu", "Subject"), e.Subject, rec.Subject)
	add(problem.Textf("Người ký", "Signer"), e.Signer, signerOf(rec))
	var to []string
	for _, r := range rec.Recipients {
		if _, keeps := keeperIn(r); !keeps {
			to = append(to, r)
		}
	}
	if !slices.Equal(to, e.Recipients) {
		add(problem.Textf("Nơi nhận", "Recipients"), strings.Join(e.Recipients, "; "), strings.Join(to, "; "))
	}
	return all
}
