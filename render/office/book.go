package office

import (
	"errors"
	"io/fs"

	"ketluan/render"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A book is what the ledger beside a record says of its tasks.
type book struct {
	of       Found
	record   *record.Record
	ledger   *ledger.Ledger
	source   []byte
	problems []problem.Problem
	missing  string // the ledger that is not there: as if no unit had reported
	err      error
}

// readBook reads the ledger beside a record; of one that is not there, an empty one.
func readBook(f Found, rec *record.Record) (b book) {
	b.of, b.record = f, rec
	if f.Source != nil {
		b.err = ErrNoLedger
		return b
	}
	name := asStored(f.Folder, LedgerOf(f.Name))
	shown := f.Folder.Path(name)
	src, err := readLedger(f.Folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		b.missing, b.ledger = shown, ledger.New(shown, rec)
		return b
	}
	if err != nil {
		b.problems, b.err = ProblemsOf("", &FileError{shown, cut(err)}), ErrBadLedger
		return b
	}
	read, problems := ledger.Read(shown, src, rec)
	if len(problems) > 0 {
		b.problems, b.err = problems, ErrBadLedger
		return b
	}
	b.ledger, b.source = read, src
	return b
}

// readLedger reads the bytes of a ledger.
func readLedger(f Folder, name string) ([]byte, error) {
	src, err := ReadFile(f, name, MaxLedger)
	if errors.Is(err, ErrTooLarge) {
		err = errLargeLedger
	}
	return src, err
}

// Known reads what the ledger beside a record says, with what others say of its
// tasks, and returns the bytes of it; nil where nothing is known. A ledger that
// cannot be read is an error, with what is wrong with it.
func (k *Kin) Known(r *render.Renderer, f Found, rec *record.Record) (known render.Known, src []byte, problems []problem.Problem, err error) {
	if f.Source != nil {
		return known, nil, nil, nil // of standard input nothing lies beside
	}
	b := k.read(r, f, rec)
	if b.err == nil {
		known = b.ledger.Known()
	}
	return known, b.source, b.problems, b.err
}

// KnownIn reads the bytes of a ledger, called name in what is wrong with it.
func KnownIn(name string, src []byte, rec *record.Record) (render.Known, []problem.Problem) {
	read, problems := ledger.Read(name, src, rec)
	if len(problems) > 0 {
		return render.Known{}, problems
	}
	return read.Known(), nil
}
