package batch

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A candidate is a record of this run, and what is known of it.
type candidate struct {
	office.Found
	entry    recordEntry    // its files are those of the earlier run until it is written
	light    *record.Record // where the quarter's workbooks want it, once it is written
	known    render.Known   // then, or while it is read: what its ledger says, which has entry.Ledger
	ledger   []byte         // while it is read, where merge wants it
	read     *record.Record // from look to render, of as many as keptSource admits
	problems []problem.Problem
	lacks    []render.Lack // what is not made of it for want of facts
	current  bool          // its files need not be written
	byHand   []string      // of its files, those changed since the earlier run
	passed   passing
	done     bool // its files stand
}

// A passing is why a file is no candidate.
type passing int

const (
	taken passing = iota
	profile
	outside // of the quarter
)

// byRel puts files in the order of their paths from the folders given.
func byRel(found []office.Found) []office.Found {
	slices.SortStableFunc(found, func(a, b office.Found) int { return cmp.Compare(a.Rel, b.Rel) })
	return found
}

// check reads and checks every record of the shard, and says what is wrong. It
// reports whether it came to its end.
func (r *run) check(ctx context.Context) bool {
	var mine []office.Found
	for _, f := range r.found {
		if r.Shard.has(f.Rel) {
			mine = append(mine, f)
		}
	}
	done := office.Crew[office.Found, *candidate, *candidate]{
		Size: r.Jobs, Prepare: r.look,
		Finish: func(_ office.Found, c *candidate) *candidate { return c },
		Tick:   func(done, failed int) { r.tell(Doing{Checking, done, failed, len(mine)}) },
		Bad:    func(c *candidate) bool { return len(c.problems) > 0 && c.passed == taken },
		Take: func(_ int, c *candidate) {
			switch c.passed {
			case profile:
				r.outcome.Profiles++
			case outside:
				r.outcome.Outside++
			default:
				r.records = append(r.records, c)
				if len(c.lacks) > 0 && len(c.problems) == 0 {
					r.tell(Lacking{c.Path, c.lacks})
				}
				r.failRecord(c.Path, c.problems)
			}
		},
	}.Run(ctx, mine)
	return done == len(mine) && ctx.Err() == nil
}

// look reads one file and finds out all there is to know before it is written.
func (r *run) look(f office.Found) *candidate {
	c := &candidate{Found: f, entry: recordEntry{Record: f.Rel, Recipe: r.settings.records.ID}}
	rec := r.read(c)
	defer r.keep(c, rec)
	if rec == nil || c.passed != taken || len(c.problems) > 0 {
		return c
	}
	c.lacks = r.Press.Lacking(rec)
	if old := r.before.records[f.Rel]; old != nil && old.sameSource(&c.entry) && old.Recipe == c.entry.Recipe && !r.Force {
		c.entry.Files = old.Files
		c.current, c.byHand = r.stands(old.Files)
	}
	if !c.current || r.Strict { // what stands has passed without Strict
		c.problems = office.Stops(rec, r.Strict, r.Press.KindsOf(rec)...)
	}
	return c
}

// keptSource is of how much YAML the records are kept that were checked, in bytes: some
// 300 records, which take eight times as much. Those beyond are read again when they are
// made, so that memory does not grow with their number.
const keptSource = 3 << 20

// keep keeps a record that is to be made, with what its ledger says, or neither.
func (r *run) keep(c *candidate, rec *record.Record) {
	if rec != nil && c.passed == taken && len(c.problems) == 0 && !c.current && !r.DryRun {
		size := 0
		for _, f := range rec.Sources {
			size += len(f.Bytes)
		}
		if r.kept.Add(int64(size)) <= keptSource {
			c.read = rec
			return
		}
	}
	c.known, c.ledger = render.Known{}, nil
}

// again returns the record that was checked: it is read once more where it was not kept,
// and must be the same.
func (r *run) again(f *candidate) (*candidate, *record.Record, error) {
	if rec := f.read; rec != nil {
		kept := &candidate{Found: f.Found, entry: f.entry, known: f.known, ledger: f.ledger}
		f.read, f.known, f.ledger = nil, render.Known{}, nil
		return kept, rec, nil
	}
	c := &candidate{Found: f.Found, entry: recordEntry{Record: f.entry.Record}}
	if rec := r.read(c); rec != nil && c.entry.sameSource(&f.entry) {
		return c, rec, nil
	}
	return nil, nil, &office.FileError{Path: f.Path, Err: errChanged()}
}

// read reads the record of c and fills in what it says.
func (r *run) read(c *candidate) *record.Record {
	o := office.Open(r.Press.Renderer, c.Found)
	if o.Err != nil {
		c.problems = office.ProblemsOf(c.Path, o.Err)
		return nil
	}
	c.entry.SHA256 = office.SumOf(o.Source)
	c.problems = o.Problems
	rec := o.Record
	if len(c.problems) > 0 && record.IsProfile(o.Source) {
		c.passed = profile
		return nil
	}
	if rec == nil {
		return nil
	}
	if q := r.Quarter; q != (calendar.Quarter{}) && rec.Quarter != (calendar.Quarter{}) && rec.Quarter != q {
		c.passed = outside
	}
	c.entry.Code, c.entry.Quarter = rec.Code, rec.Quarter.String()
	if profile, ok := rec.Profile(); ok {
		c.entry.Profile = &besideEntry{profile.Name, office.SumOf(profile.Bytes)}
	}
	r.know(c, rec)
	for _, f := range rec.TableFiles() {
		c.entry.Tables = append(c.entry.Tables, besideEntry{f.Name, office.SumOf(f.Bytes)})
	}
	if stem := c.Stem(); !office.Portable(stem) {
		c.problems = append(c.problems, problem.Problem{Pos: problem.Pos{File: c.Path},
			Message: problem.Textf("%q không dùng làm tên đầu ra được", "%q is no name for the output", stem), Hint: problem.Textf("đổi tên tệp", "rename the file")})
	}
	return rec
}

// know reads the ledger of c, which the workbooks are made of too.
func (r *run) know(c *candidate, rec *record.Record) {
	if !r.books {
		return
	}
	known, src, problems, err := r.kin.Known(r.Press.Renderer, c.Found, rec)
	if err != nil {
		c.problems = append(append(c.problems, problems...), office.ProblemsOf(c.Path, err)...)
		return
	}
	if c.known = known; src != nil {
		c.entry.Ledger = office.SumOf(src)
	}
	if r.Shard.Of > 0 {
		c.ledger = src
	}
}

// stands reports whether all files are there, and which of them are not as
// they were made.
func (r *run) stands(files []fileEntry) (all bool, byHand []string) {
	for _, f := range files {
		content, err := office.ReadFile(r.Out, f.Path, maxManifest)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return false, nil
		case err != nil || office.SumOf(content) != f.SHA256:
			byHand = append(byHand, f.Path)
		}
	}
	return len(files) > 0, byHand
}
