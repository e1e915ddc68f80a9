package office

import (
	"path"
	"regexp"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"

	"ketluan/render"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// maxKin bounds the ledgers that are read beside that of one record.
const maxKin = 200

// Kin finds the ledgers that know of the tasks of a record: what is carried over
// keeps its ID, and units report on it under either record. It is how their
// folders were when it was made, and for many goroutines.
type Kin struct {
	all    []Found          // records with a ledger
	byCode map[string][]int // by the codes in the IDs that the ledgers have
	bare   []Found          // records without one

	once    sync.Once
	origins map[string]Found // of the bare by their codes, once they are wanted
}

// KinOf looks through the ledgers in the folders of records.
func KinOf(records []Found) *Kin { return kinBut(records, nil) }

// kinBut leaves the ledgers of some records out, by their keys.
func kinBut(records []Found, known map[string]bool) *Kin {
	k := &Kin{byCode: map[string][]int{}}
	seen := map[string]bool{}
	for _, f := range records {
		dir := path.Dir(f.Name)
		if key := f.Root + "\x00" + dir; f.Source == nil && f.Folder != nil && !seen[key] {
			seen[key] = true
			k.look(f, dir, known)
		}
	}
	return k
}

// look takes the records in the folder of f that have a ledger. A folder that
// cannot be listed has none: whoever reads f says so.
func (k *Kin) look(f Found, dir string, known map[string]bool) {
	entries, err := f.Folder.ReadDir(dir)
	if err != nil {
		return
	}
	ledgers := map[string]string{} // as they are stored, by their names in NFC
	for _, e := range entries {
		if IsLedgerName(e.Name()) {
			ledgers[norm.NFC.String(e.Name())] = e.Name()
		}
	}
	for _, e := range entries {
		name := e.Name()
		if !isYAML(name) || BesideRecords(name) {
			continue
		}
		sibling := walked(Place{Folder: f.Folder, Root: f.Root, Name: "."}, path.Join(dir, name), e)
		stored, ok := ledgers[norm.NFC.String(LedgerOf(name))]
		if known[sibling.key()] {
			continue
		}
		if !ok {
			k.bare = append(k.bare, sibling)
			continue
		}
		src, err := ReadFile(f.Folder, path.Join(dir, stored), MaxLedger)
		if err != nil {
			continue // told where its own record is read
		}
		for code := range codesIn(src) {
			k.byCode[code] = append(k.byCode[code], len(k.all))
		}
		k.all = append(k.all, sibling)
	}
}

// idShape is the ID of a task in a ledger, up to the end of its code.
var idShape = regexp.MustCompile(`\bid["']?[ \t]*:[ \t]*["']?([^"'\s,{}/]{1,60})/`)

// codesIn are the codes of the records whose tasks a ledger has.
func codesIn(src []byte) map[string]bool {
	codes := map[string]bool{}
	for _, m := range idShape.FindAllSubmatch(src, -1) {
		codes[record.FoldCode(string(m[1]))] = true
	}
	return codes
}

// of returns the records whose ledgers may know of the tasks of a record, in the
// order of their folder.
func (k *Kin) of(f Found, rec *record.Record) (all []Found) {
	if k == nil || f.Source != nil {
		return nil
	}
	known := map[int]bool{}
	codes := map[string]bool{}
	for _, it := range rec.Tasks() {
		code := record.FoldCode(path.Dir(it.ID))
		if codes[code] {
			continue
		}
		codes[code] = true
		for _, i := range k.byCode[code] {
			other := k.all[i]
			if !known[i] && (other.key() != f.key()) {
				known[i] = true
				all = append(all, other)
			}
		}
	}
	return all
}

// books reads the ledgers of others that know of the tasks of records, each
// once. Of those that cannot be read, or their records, what is wrong is
// returned.
func (k *Kin) books(r *render.Renderer, own ...book) (all []*ledger.Ledger, problems []problem.Problem) {
	var found []Found
	known, ids, codes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, b := range own {
		more := k.of(b.of, b.record)
		if len(more) > maxKin {
			problems = append(problems, tooManyKin(b.of, len(more)))
			continue
		}
		for _, f := range more {
			if !known[f.key()] {
				known[f.key()] = true
				found = append(found, f)
			}
		}
		codes[record.FoldCode(b.record.Code)] = true
		for _, it := range b.record.Tasks() {
			ids[record.FoldCode(it.ID)] = true
		}
	}
	for _, f := range append(found, k.givers(r, own)...) {
		o := Open(r, f)
		switch {
		case o.Err != nil || len(o.Problems) > 0:
			problems = append(append(problems, o.Problems...), ProblemsOf("", o.Err)...)
			continue
		case codes[record.FoldCode(o.Record.Code)]:
			continue // a second record of that code is not counted
		}
		b := readBook(f, o.Record)
		problems = append(problems, b.problems...)
		if b.err == nil && b.ledger.HasAny(ids) {
			all = append(all, b.ledger)
		}
	}
	return all, problems
}

// givers are the records without a ledger that gave tasks which others carry
// over from them: where units were merged since, what each had to do is known
// from there.
func (k *Kin) givers(r *render.Renderer, own []book) (all []Found) {
	if k == nil {
		return nil
	}
	known := map[string]bool{}
	for _, b := range own {
		known[record.FoldCode(b.record.Code)] = true
	}
	for _, b := range own {
		if !slices.ContainsFunc(b.record.Units, func(u *record.Unit) bool { return u.Successor != nil }) {
			continue
		}
		k.once.Do(func() { k.origins = originsOf(r, k.bare) })
		for _, it := range b.record.Tasks() {
			code := record.FoldCode(path.Dir(it.ID))
			if f, ok := k.origins[code]; ok && !known[code] {
				known[code] = true
				all = append(all, f)
			}
		}
	}
	return all
}

// originsOf opens records to know their codes. One that cannot be read has none.
func originsOf(r *render.Renderer, records []Found) map[string]Found {
	all := map[string]Found{}
	for _, f := range records {
		if o := Open(r, f); o.Err == nil && len(o.Problems) == 0 {
			all[record.FoldCode(o.Record.Code)] = f
		}
	}
	return all
}

// withNew adds problems that are not told yet, as those of a record that is
// listed too are.
func withNew(told, more []problem.Problem) []problem.Problem {
	known := map[problem.Problem]bool{}
	for _, p := range told {
		known[p] = true
	}
	for _, p := range more {
		if !known[p] {
			told = append(told, p)
		}
	}
	return told
}

func tooManyKin(f Found, n int) problem.Problem {
	return problem.Problem{Pos: problem.Pos{File: f.Path},
		Message: problem.Textf("có %d sổ khác trong thư mục mang mã của những nhiệm vụ này, nhiều nhất là %d", "ledgers in the folder that have IDs of these tasks: %d, at most %d are read", n, maxKin),
		Hint:    problem.Textf("chuyển những bản ghi cũ sang thư mục khác", "move old records to another folder")}
}

// read reads the ledger beside a record with what others say of its tasks.
func (k *Kin) read(r *render.Renderer, f Found, rec *record.Record) book {
	b := readBook(f, rec)
	if b.err != nil {
		return b
	}
	kin, problems := k.books(r, b)
	if len(problems) > 0 {
		b.problems, b.err = problems, errBadKin
		return b
	}
	if len(kin) == 0 {
		return b
	}
	ledger.Join(append([]*ledger.Ledger{b.ledger}, kin...))
	if len(b.ledger.Standings()) > 0 {
		b.missing, b.source = "", b.ledger.Bytes()
	}
	return b
}
