package office

import (
	"context"
	"errors"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/record"
	"ketluan/render/report"
)

// dueSoon is how many days before its deadline a task is due soon, as in the
// workbooks.
const dueSoon = 7

// Asking says which tasks a status is of.
type Asking struct {
	Quarter calendar.Quarter // zero is all
	AsOf    calendar.Date
	Jobs    int
	Tick    func(done, failed int)
}

// Status reads records with their ledgers and counts their tasks. What fails
// of one record stops no other. It reports whether it came to its end.
func Status(ctx context.Context, p *Press, a Asking, l Listing) (s Standing, whole bool) {
	all, whole := each(ctx, a.Jobs, l.Records, func(f Found) Opened { return Open(p.Renderer, f) }, a.Tick)
	if !whole {
		return s, false
	}
	return standingOf(p, a, l, all), true
}

// standingOf counts the tasks of records that were opened, in the order of the
// listing.
func standingOf(p *Press, a Asking, l Listing, all []Opened) (s Standing) {
	s.Problems = append(s.Problems, l.Seconds...)
	read := profilesOf(all)
	codes := map[string]string{}
	for _, o := range all {
		switch {
		case read.has(o):
		case o.Err != nil:
			s.Problems = append(s.Problems, ProblemsOf("", o.Err)...)
		case len(o.Problems) > 0:
			s.Problems = append(s.Problems, o.Problems...)
		default:
			s.account(a, o, codes)
		}
	}
	s.join(p, all)
	noted := map[followup.Remark]bool{}
	for i, b := range s.books {
		var later []string
		s.Accounts[i].Standings, later = b.ledger.StandingsAt(a.AsOf)
		s.Borrowed = append(s.Borrowed, later...)
		if b.missing != "" && len(b.ledger.Standings()) == 0 { // nor do others know of its tasks
			s.NoLedgers = append(s.NoLedgers, b.missing)
		}
		for _, r := range b.ledger.Remarks(a.AsOf) {
			if !noted[r] { // in both records of a task that was carried over
				noted[r] = true
				s.Remarks = append(s.Remarks, r)
			}
		}
	}
	slices.Sort(s.Borrowed)
	s.Borrowed = slices.Compact(s.Borrowed) // of both records of a task that was carried over
	s.Status = followup.StatusOf(s.Accounts, a.AsOf, dueSoon)
	var said []report.Values
	for _, l := range s.Overdue {
		said = append(said, l.Report.Values)
	}
	s.Fields = report.Fields().Used(said)
	return s
}

// account joins a record to its ledger, where it is asked for and can be.
func (s *Standing) account(a Asking, o Opened, codes map[string]string) {
	rec := o.Record
	if a.Quarter != (calendar.Quarter{}) && rec.Quarter != a.Quarter {
		return
	}
	if a.AsOf.Before(rec.Begins()) {
		s.Later = append(s.Later, o.Path)
		return
	}
	code := record.FoldCode(rec.Code)
	if other, again := codes[code]; again {
		s.Problems = append(s.Problems, sameCode(o.Path, rec.Code, other))
		return
	}
	codes[code] = o.Path
	b := readBook(o.Found, rec)
	s.Problems = append(s.Problems, b.problems...)
	if b.err != nil {
		if !errors.Is(b.err, ErrBadLedger) {
			s.Problems = append(s.Problems, ProblemsOf(o.Path, b.err)...)
		}
		return
	}
	s.Accounts = append(s.Accounts, followup.Account{Record: rec})
	s.books = append(s.books, b)
}

// join lets each ledger know what others say of its tasks, also those of records
// that are not counted: of another quarter, of a later meeting, or beside the
// records that were named.
func (s *Standing) join(p *Press, listed []Opened) {
	var found []Found
	for _, o := range listed {
		found = append(found, o.Found)
	}
	counted := map[string]bool{}
	var all []*ledger.Ledger
	for _, b := range s.books {
		counted[b.of.key()] = true
		all = append(all, b.ledger)
	}
	more, problems := kinBut(found, counted).books(p.Renderer, s.books...)
	s.Problems = withNew(s.Problems, problems)
	all = append(all, more...)
	s.Problems = append(s.Problems, ledger.Join(all)...)
}

// slashes writes the name of a file as places do.
func slashes(name string) string { return strings.ReplaceAll(name, `\`, "/") }
