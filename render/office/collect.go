package office

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/tmpl"
)

// Collecting says what is collected, and how.
type Collecting struct {
	Record    Found
	Inbox     []Place       // replies, or folders of them
	Templates []Template    // own ones, beside the built-in, that replies may be made from
	AsOf      calendar.Date // the day on which they are read
	DryRun    bool          // nothing is written
	Jobs      int           // replies at once
	Tick      func(done, failed, total int)
}

// Collected is what a run has found.
type Collected struct {
	Ledger   string            `json:"ledger"` // as messages call it
	Files    int               `json:"files"`
	Refused  int               `json:"refused"` // of the files
	Fresh    int               `json:"fresh"`   // reports that are new
	Silent   []string          `json:"silent"`  // units that have not reported
	Problems []problem.Problem `json:"problems"`
	Unread   []problem.Problem `json:"unread"` // files that cannot be opened
	Entered  bool              `json:"entered"`
}

// Collect reads replies into the ledger beside a record. What is wrong with
// one reply stops no other; it reports whether it came to its end.
func Collect(ctx context.Context, p *Press, c Collecting) (out Collected, whole bool) {
	in := Open(p.Renderer, c.Record)
	switch {
	case in.Err != nil || len(in.Problems) > 0:
		out.Problems = append(in.Problems, ProblemsOf("", in.Err)...)
		return out, true
	case c.AsOf.Before(in.Record.Begins()):
		out.Problems = ProblemsOf(c.Record.Path, ErrEarly)
		return out, true
	}
	templates, err := replyTemplates(c.Templates)
	if err != nil {
		out.Problems = ProblemsOf("", err)
		return out, true
	}
	files, err := inbox(c.Inbox)
	if err != nil {
		out.Problems = ProblemsOf("", err)
		return out, true
	}
	readings, whole := out.read(ctx, c, render.NewCollector(in.Record, c.AsOf, templates), files)
	if !whole {
		return out, false
	}
	return out, out.enter(ctx, c, in.Record, readings)
}

// replyTemplates are the workbooks that replies may be made from.
func replyTemplates(own []Template) ([]*tmpl.Template, error) {
	var all []*tmpl.Template
	for _, r := range roles {
		if r.extension != "xlsx" {
			continue
		}
		t, err := BuiltIn(r.template)
		if err != nil {
			return nil, err
		}
		own = append(own[:len(own):len(own)], t)
	}
	for _, t := range own {
		if t.Design() != nil {
			all = append(all, t.Template)
		}
	}
	return all, nil
}

// replyEndings are those of files that a folder of replies is searched for:
// also kinds that are refused, so that none is overlooked.
var replyEndings = []string{".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}

// inbox returns the files that are named, and those in folders that are, in
// the order of their names.
func inbox(places []Place) ([]Place, error) {
	var all []Place
	for _, p := range places {
		info, err := p.Folder.Stat(p.Name)
		if err != nil || !info.IsDir() {
			all = append(all, p)
			continue
		}
		entries, err := p.Folder.ReadDir(p.Name)
		if err != nil {
			return nil, About(p.Folder, p.Name, err)
		}
		for _, e := range entries {
			// what begins with ~$ is Excel's mark of an open file
			if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") &&
				slices.Contains(replyEndings, strings.ToLower(path.Ext(e.Name()))) {
				all = append(all, Place{Folder: p.Folder, Root: p.Root, Name: path.Join(p.Name, e.Name())})
			}
		}
	}
	slices.SortFunc(all, func(a, b Place) int { return cmp.Compare(a.path(), b.path()) })
	return slices.CompactFunc(all, func(a, b Place) bool { return a.path() == b.path() }), nil
}

// read reads the replies.
func (out *Collected) read(ctx context.Context, c Collecting, with *render.Collector, files []Place) ([]reply.Reading, bool) {
	type result struct {
		reading reply.Reading
		err     error
	}
	results, whole := each(ctx, c.Jobs, files, func(p Place) (r result) {
		var src []byte
		if src, r.err = readReply(p); r.err != nil {
			r.reading.Refused = true
			return r
		}
		r.reading = with.Read(p.path(), src)
		return r
	}, func(done, failed int) {
		if c.Tick != nil {
			c.Tick(done, failed, len(files))
		}
	})
	if !whole {
		return nil, false
	}
	readings := make([]reply.Reading, len(results))
	for i, r := range results {
		readings[i] = r.reading
		out.Unread = append(out.Unread, ProblemsOf("", r.err)...)
	}
	return readings, true
}

// readReply reads the bytes of a reply.
func readReply(p Place) ([]byte, error) {
	src, err := ReadFile(p.Folder, p.Name, maxReply)
	if errors.Is(err, ErrTooLarge) {
		err = errLargeReply
	}
	if err != nil {
		return nil, &FileError{p.path(), cut(err)}
	}
	return src, nil
}

// enter writes what was read into the ledger, which other runs and other
// programs may be changing. It reports whether it came to its end.
func (out *Collected) enter(ctx context.Context, c Collecting, rec *record.Record, readings []reply.Reading) bool {
	f := c.Record.Folder
	name := asStored(f, LedgerOf(c.Record.Name))
	out.Ledger = f.Path(name)
	l := &lines{path: out.Ledger, rec: rec, readings: readings}
	err := l.update(ctx, f, name, c.DryRun)
	if ctx.Err() != nil && err != nil {
		return false
	}
	out.Problems = l.problems
	for _, r := range readings {
		out.Problems = append(out.Problems, r.Problems...)
		if r.Refused {
			out.Refused++
		}
	}
	slices.SortStableFunc(out.Problems, func(x, y problem.Problem) int { return strings.Compare(x.Pos.File, y.Pos.File) })
	if err != nil && !errors.Is(err, ErrBadLedger) {
		out.Problems = append(out.Problems, ProblemsOf("", About(f, name, err))...)
	}
	if err != nil {
		return true
	}
	out.Entered, out.Files, out.Fresh, out.Silent = true, len(readings), l.fresh, l.book.Silent()
	return true
}

// lines are what a run has to write into a ledger.
type lines struct {
	path     string
	rec      *record.Record
	readings []reply.Reading

	book     *ledger.Ledger
	fresh    int
	problems []problem.Problem
}

// update reads the ledger, nil where there is none, and writes it again where
// it says more by now. What somebody saves meanwhile is read, not written over.
func (l *lines) update(ctx context.Context, f Folder, name string, dryRun bool) (err error) {
	if !dryRun {
		release, err := f.Hold(ctx)
		if err != nil {
			return err
		}
		defer func() {
			if releasing := release(); err == nil {
				err = releasing
			}
		}()
	}
	for {
		src, err := ReadFile(f, name, MaxLedger)
		if errors.Is(err, fs.ErrNotExist) {
			src, err = nil, nil
		}
		if err != nil {
			return err
		}
		content, err := l.change(src)
		if err != nil || content == nil || dryRun {
			return err
		}
		change := Change{Name: name, Bytes: content}
		if src != nil {
			change.Was, change.MustStand = []string{SumOf(src)}, true
		}
		if _, err = f.Apply(ctx, []Change{change}); !errors.Is(err, ErrMoved) && !(src == nil && errors.Is(err, ErrThere)) {
			return err
		}
	}
}

// change returns what the ledger says now, nil where that is no more than
// before.
func (l *lines) change(src []byte) ([]byte, error) {
	l.book, l.problems = ledger.New(l.path, l.rec), nil
	if src != nil {
		if l.book, l.problems = ledger.Read(l.path, src, l.rec); len(l.problems) > 0 {
			return nil, ErrBadLedger
		}
	}
	l.fresh, l.problems = render.Enter(l.book, l.readings)
	if !l.book.Changed() {
		return nil, nil
	}
	return l.book.Bytes(), nil
}
