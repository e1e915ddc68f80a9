package office

import (
	"errors"
	"io/fs"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A book is what the ledger beside a record says of its tasks.
type book struct {
	ledger    *ledger.Ledger
	standings followup.Standings
	later     []string // IDs of tasks that reports made after the day count for
	problems  []problem.Problem
	missing   string // the ledger that is not there: as if no unit had reported
	err       error
}

// readBook reads what the ledger beside a record says by the end of a day.
func readBook(f Found, rec *record.Record, asOf calendar.Date) (b book) {
	if f.Source != nil {
		b.err = ErrNoLedger
		return b
	}
	name := asStored(f.Folder, LedgerOf(f.Name))
	shown := f.Folder.Path(name)
	src, err := ReadFile(f.Folder, name, maxLedger)
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
	b.ledger = read
	b.standings, b.later = read.StandingsAt(asOf)
	return b
}
