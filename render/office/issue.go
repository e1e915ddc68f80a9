package office

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Issuing says how records are issued.
type Issuing struct {
	Out    Folder
	Strict bool // warnings of check stop a document too

	Number string        // "" is the record's own, or the next one
	Date   calendar.Date // of records that say none; a single one must not say another

	Withdraw string // the reason for which documents are taken back, in place of being issued

	DryRun bool // tell what would be issued, and change nothing
	Tick   func(done, failed int)
}

// An Issuance is what became of the records, in the order in which they were
// taken: that of their dates.
type Issuance struct {
	Documents []IssuedRecord    `json:"documents"`
	Faults    []problem.Problem `json:"faults,omitempty"` // of the registers
}

// An IssuedRecord is one record with the number that it has.
type IssuedRecord struct {
	Record   string            `json:"record"`             // as messages call it
	Register string            `json:"register,omitempty"` // likewise
	Kind     string            `json:"kind"`
	Number   string            `json:"number,omitempty"` // "" was given none
	Symbol   string            `json:"symbol,omitempty"`
	Date     string            `json:"date,omitempty"` // 2026-01-09
	State    string            `json:"state,omitempty"`
	Begins   bool              `json:"begins"`    // the series, with a number above 01
	Done     bool              `json:"done"`      // the document stands, with all its files
	Again    bool              `json:"again"`     // it had been issued before
	Resumed  bool              `json:"completed"` // a run that was killed had given it its number
	Files    []string          `json:"files,omitempty"`
	Kept     []KeptFile        `json:"kept,omitempty"`
	Problems []problem.Problem `json:"problems,omitempty"` // why it is not done
	Told     []problem.Problem `json:"told,omitempty"`     // what is to be known all the same

	Day calendar.Date `json:"-"`
}

// An issuer issues the records of one run, one after the other.
type issuer struct {
	Issuing
	ctx       context.Context
	press     *Press
	numbering numbering
	single    bool // record of the run
	books     library
	stems     map[string]string // of the outputs so far, with their records
	used      []used
	dry       map[string]shelved // registers as they would be, by what messages call them
}

// A used register is one that the run has looked into.
type used struct {
	shelf
	name string
}

// Issue gives records their numbers and dates, writes them into the records,
// makes the files, and keeps all of it in the register of the office. What the
// gate holds back is given no number. A run that is killed leaves a document that
// the register calls half issued, and the next run on that record completes it
// under its number. It reports whether it came to its end.
func Issue(ctx context.Context, p *Press, o Issuing, records []Found) (out Issuance, whole bool, err error) {
	notice, err := p.issues()
	if err != nil {
		return out, true, err
	}
	i := &issuer{Issuing: o, ctx: ctx, press: p, numbering: numberingOf(notice), single: len(records) == 1, stems: map[string]string{}, dry: map[string]shelved{}}
	opened := i.inOrder(records)
	failed := 0
	for n, in := range opened {
		if ctx.Err() != nil {
			return out, false, nil
		}
		one := i.record(in)
		if !one.Done && ctx.Err() == nil {
			failed++
		}
		out.Documents = append(out.Documents, one)
		if o.Tick != nil {
			o.Tick(n+1, failed)
		}
	}
	out.Faults = i.faults()
	return out, ctx.Err() == nil, nil
}

var errNotIssued = &Misuse{problem.Textf("mỗi lần phát hành một văn bản lập từ riêng bản ghi; mẫu này không phát hành được", "one document made from a record alone is issued at a time, and not by this template"),
	problem.Textf("báo cáo, công văn đôn đốc: ketluan render -t … --number …; nhiều loại: chạy từng loại", "the report and the letters: ketluan render -t … --number …; several kinds: one after the other")}

// issues returns the template of the one document that p makes of a record.
func (p *Press) issues() (Template, error) {
	t, ok := p.Templates[Notice]
	switch {
	case !ok || p.Wants.Draft || len(p.Documents) != 1:
		return t, errNotIssued
	case t.EachLead():
		return t, &Misuse{problem.Textf("mẫu %s lập mỗi đơn vị một văn bản, mỗi văn bản một số", "the template %s makes a document for each unit, each with a number of its own", t.Name),
			problem.Textf("ghi số từng văn bản vào documents của bản ghi và vào sổ, rồi ketluan render -t %s", "write their numbers into documents of the record and into the register, then ketluan render -t %s", t.Name)}
	}
	return t, nil
}

// kindOf is the kind of the document that p makes of a record, in the form of the
// record's system.
func (p *Press) kindOf(rec *record.Record) string {
	if rec == nil {
		return ""
	}
	if t := p.Document(rec); t != nil {
		return t.Kind().Name
	}
	return ""
}

// inOrder opens records and puts them in the order of their dates: numbers follow
// the days (Nghị định 30/2020/NĐ-CP, Điều 15.3). Those without one come last.
func (i *issuer) inOrder(records []Found) []Opened {
	var all []Opened
	for _, f := range records {
		all = append(all, Open(i.press.Renderer, f))
	}
	asides := profilesOf(all)
	all = slices.DeleteFunc(all, asides.has)
	slices.SortStableFunc(all, func(a, b Opened) int {
		return cmp.Or(strings.Compare(i.dayOf(a), i.dayOf(b)), strings.Compare(meetingOf(a), meetingOf(b)), strings.Compare(a.Path, b.Path))
	})
	return all
}

func (i *issuer) dayOf(in Opened) string {
	day := i.Date
	if in.Record != nil && !i.numbering.of(in.Record).date.IsZero() {
		day = i.numbering.of(in.Record).date
	}
	if day.IsZero() {
		return "~" // behind all days
	}
	return day.String()
}

func meetingOf(in Opened) string {
	if in.Record == nil {
		return "~"
	}
	return in.Record.MeetingDate.String()
}

// record issues one record.
func (i *issuer) record(in Opened) (out IssuedRecord) {
	out.Record, out.Kind = in.Path, i.press.kindOf(in.Record)
	fail := func(err error) IssuedRecord {
		if i.ctx.Err() == nil {
			out.Problems = append(out.Problems, ProblemsOf(in.Path, err)...)
		}
		out.Done = false
		return out
	}
	if in.Err != nil || len(in.Problems) > 0 {
		out.Problems = in.Problems
		return fail(in.Err)
	}
	s, err := in.shelf()
	if err != nil {
		return fail(err)
	}
	if !i.DryRun {
		release, err := hold(i.ctx, s.Folder)
		if err != nil {
			return fail(About(s.Folder, s.dir, err))
		}
		defer func() {
			if err := release(); err != nil {
				out = fail(About(s.Folder, s.dir, err))
			}
		}()
		if in = Open(i.press.Renderer, in.Found); in.Err != nil || len(in.Problems) > 0 { // it may have been waited for
			out.Problems = in.Problems
			return fail(in.Err)
		}
	}
	one := &issue{issuer: i, shelf: s, in: in, kind: out.Kind, out: &out}
	switch err := one.run(); {
	case err == nil || err == errRefused:
		return out
	default:
		return fail(err)
	}
}

// patience is how often a folder that another run holds is waited for, each time
// as long as the folder waits.
const patience = 6

// hold takes a folder that other runs have for a while again and again.
func hold(ctx context.Context, f Folder) (release func() error, err error) {
	for range patience {
		release, err = f.Hold(ctx)
		if !errors.Is(err, ErrLocked) || ctx.Err() != nil {
			break
		}
	}
	return release, err
}

// faults are those of the registers that the run has used.
func (i *issuer) faults() (all []problem.Problem) {
	told := map[string]bool{}
	for _, u := range i.used {
		shown := u.Path(u.name)
		one, ok := i.dry[shown]
		if told[shown] {
			continue
		}
		told[shown] = true
		if !ok {
			var err error
			if one, err = i.books.read(u.Folder, u.name); err != nil {
				continue // whoever issued has said so
			}
		}
		if one.Register != nil && len(one.problems) == 0 {
			all = append(all, one.Faults(u.pathOf)...)
		}
	}
	return all
}
