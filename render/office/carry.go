package office

import (
	"context"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/carry"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Carrying says which record is carried over to which quarter.
type Carrying struct {
	Record Found
	To     calendar.Quarter
	AsOf   calendar.Date // what is open by this day goes over
	DryRun bool          // tell what would be made, and write nothing
}

// A Carried is the draft of the next record.
type Carried struct {
	File        string   // as messages call it; "" was not made
	Name        string   // its name in the record's folder; "" likewise
	Tasks, Done int      // of the record before
	NoLedger    string   // the ledger that was looked for and is not there
	Borrowed    []string // IDs of tasks that reports made after the day count for
	Problems    []problem.Problem
	Open        []*record.Item // that go over
}

// A NotAfterError is a quarter to carry to that is not after the record's.
type NotAfterError struct{ To, Of calendar.Quarter }

func (e *NotAfterError) Error() string { return e.To.String() + " is not after " + e.Of.String() }

// Carry writes the draft of the next record beside the one before. It never
// touches a file that is there. The error is a NotAfterError.
func Carry(ctx context.Context, p *Press, c Carrying) (out Carried, err error) {
	in := Open(p.Renderer, c.Record)
	fail := func(err error) (Carried, error) {
		out.Problems = append(out.Problems, ProblemsOf(c.Record.Path, err)...)
		return out, nil
	}
	if in.Err != nil || len(in.Problems) > 0 {
		out.Problems = in.Problems
		return fail(in.Err)
	}
	rec := in.Record
	switch {
	case !rec.Quarter.Before(c.To):
		return out, &NotAfterError{To: c.To, Of: rec.Quarter}
	case c.AsOf.Before(rec.Begins()):
		return fail(ErrEarly)
	}
	b := KinOf([]Found{c.Record}).read(p.Renderer, c.Record, rec)
	out.Problems, out.NoLedger = b.problems, b.missing
	if b.err != nil {
		return fail(b.err)
	}
	standings, later := b.ledger.StandingsAt(c.AsOf)
	out.Borrowed = later
	draft, err := carry.Next(rec, carry.Terms{To: c.To, AsOf: c.AsOf, Standings: standings})
	if err != nil {
		return fail(err)
	}
	out.Tasks, out.Done, out.Open = draft.Tasks, draft.Done, draft.Open
	name := path.Join(path.Dir(c.Record.Name), nextName(path.Base(c.Record.Name), rec.Quarter, c.To))
	if err := writeNext(ctx, c, name, draft.YAML); err != nil {
		return fail(err)
	}
	out.File, out.Name = c.Record.Folder.Path(name), name
	return out, nil
}

// writeNext puts a draft beside its record, where no file has its name.
func writeNext(ctx context.Context, c Carrying, name string, content []byte) (err error) {
	f := c.Record.Folder
	if c.DryRun {
		if _, err := f.Lstat(name); err == nil {
			return &FileError{f.Path(name), ErrOccupied}
		}
		return nil
	}
	release, err := f.Hold(ctx)
	if err != nil {
		return About(f, ".", err)
	}
	defer func() {
		if releasing := release(); err == nil {
			err = About(f, name, releasing)
		}
	}()
	if _, err := f.Lstat(name); err == nil { // also where it says the same
		return &FileError{f.Path(name), ErrOccupied}
	}
	_, err = f.Apply(ctx, []Change{{Name: name, Bytes: content}})
	if errors.Is(err, ErrThere) {
		return &FileError{f.Path(name), ErrOccupied}
	}
	return About(f, name, err)
}

// nextName names the next record like the one before, with its own quarter in
// the place of the old one: 2020-q3-giao-ban.yaml becomes 2020-q4-giao-ban.yaml.
func nextName(name string, from, to calendar.Quarter) string {
	old := regexp.MustCompile(fmt.Sprintf(`(?i)%d([-_. ]?)(q|quy-?)%d`, from.Year, from.N))
	if m := old.FindStringSubmatchIndex(name); m != nil {
		return name[:m[0]] + fmt.Sprint(to.Year) + name[m[2]:m[3]] + name[m[4]:m[5]] + fmt.Sprint(to.N) + name[m[1]:]
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + strings.ToLower(to.String()) + ext
}
