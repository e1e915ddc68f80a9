package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A candidate is a record of this run, and what is known of it.
type candidate struct {
	foundFile
	entry    recordEntry    // its files are those of the earlier run until it is written
	light    *record.Record // where the quarter's workbooks want it
	problems []problem.Problem
	current  bool     // its files need not be written
	byHand   []string // of its files, those changed since the earlier run
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

// check reads and checks every record of the shard, and says what is wrong. It
// reports whether it came to its end.
func (b *batch) check(ctx context.Context) bool {
	var mine []foundFile
	for _, f := range b.found {
		if b.flags.shard.has(f.rel) {
			mine = append(mine, f)
		}
	}
	p := b.progress(problem.Textf("kiểm tra", "checking"), len(mine))
	c := crew[foundFile, *candidate, *candidate]{
		size: b.flags.jobs, prepare: b.look,
		finish: func(_ foundFile, c *candidate) *candidate { return c },
		tick:   p.show,
		bad:    func(c *candidate) bool { return len(c.problems) > 0 && c.passed == taken },
		take: func(_ int, c *candidate) {
			switch c.passed {
			case profile:
				b.outcome.Profiles++
			case outside:
				b.outcome.Outside++
			default:
				p.clear()
				b.records = append(b.records, c)
				b.failRecord(c, c.problems)
			}
		},
	}
	done := c.run(ctx, mine)
	p.clear()
	return done == len(mine) && ctx.Err() == nil
}

// look reads one file and finds out all there is to know before it is written.
func (b *batch) look(f foundFile) *candidate {
	c := &candidate{foundFile: f, entry: recordEntry{Record: f.rel, Recipe: b.settings.records.ID}}
	rec := b.readCandidate(c)
	if rec == nil || c.passed != taken || len(c.problems) > 0 {
		return c
	}
	if b.flags.quarters && b.flags.shard.Of == 0 {
		c.light = rec.ForQuarter()
	}
	if old := b.before.records[f.rel]; old != nil && old.sameSource(&c.entry) && old.Recipe == c.entry.Recipe && !b.flags.force {
		c.entry.Files = old.Files
		c.current, c.byHand = b.stands(old.Files)
	}
	if !c.current || b.flags.strict { // what stands has passed without --strict
		c.problems = stops(rec, b.flags.strict, b.renderer.Kinds())
	}
	return c
}

// readCandidate reads the record of c and fills in what it says.
func (b *batch) readCandidate(c *candidate) *record.Record {
	src, err := []byte(nil), c.err
	if err == nil {
		src, err = readFile(c.path, maxRead)
	}
	if err != nil {
		c.problems = problemsOf(c.path, err)
		return nil
	}
	c.entry.SHA256 = sumOf(src)
	var rec *record.Record
	rec, c.problems = b.renderer.Read(c.path, src, b.openProfile(c.path))
	if len(c.problems) > 0 && record.IsProfile(src) {
		c.passed = profile
		return nil
	}
	if rec == nil {
		return nil
	}
	if q := b.flags.quarter; q != (calendar.Quarter{}) && rec.Quarter != (calendar.Quarter{}) && rec.Quarter != q {
		c.passed = outside
	}
	c.entry.Code, c.entry.Quarter = rec.Code, rec.Quarter.String()
	if len(rec.Sources) > 1 {
		c.entry.Profile = &profileEntry{rec.Sources[1].Name, sumOf(rec.Sources[1].Bytes)}
	}
	if stem := c.stem(); !portable(stem) {
		c.problems = append(c.problems, problem.Problem{Pos: problem.Pos{File: c.path},
			Message: problem.Textf("%q không dùng làm tên đầu ra được", "%q is no name for the output", stem), Hint: problem.Textf("đổi tên tệp", "rename the file")})
	}
	return rec
}

// stands reports whether all files are there, and which of them are not as
// they were made.
func (b *batch) stands(files []fileEntry) (all bool, byHand []string) {
	for _, f := range files {
		content, err := os.ReadFile(b.place(f.Path))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return false, nil
		case err != nil || sumOf(content) != f.SHA256:
			byHand = append(byHand, f.Path)
		}
	}
	return len(files) > 0, byHand
}

// quarterShape is the name of a quarter's folder, in small letters.
var quarterShape = regexp.MustCompile(`^\d{4}-q[1-4]$`)

// apart refuses records that have one code, or one name of the output, also
// one to some file systems only; and names that the batch needs itself.
func (b *batch) apart() {
	names, codes := map[string]*candidate{}, map[string]*candidate{}
	refused := map[*candidate][]problem.Problem{}
	refuse := func(c *candidate, field string, message, hint problem.Text) {
		refused[c] = append(refused[c], problem.Problem{Pos: problem.Pos{File: c.path}, Field: field, Message: message, Hint: hint})
	}
	for _, c := range b.records {
		name := norm.NFC.String(strings.ToLower(c.stem()))
		if name == manifestName || name == shardFolder || b.flags.quarters && quarterShape.MatchString(name) {
			refuse(c, "", problem.Textf("tên đầu ra %q là của cả quý", "the output name %q is the batch's own", c.stem()), problem.Textf("đổi tên tệp, ví dụ giao-ban-%s.yaml", "rename the file, for example giao-ban-%s.yaml", name))
		}
		if other := names[name]; other != nil {
			refuse(c, "", problem.Textf("cùng tên đầu ra %q với %s", "one output name, %q, with %s", c.stem(), other.path), problem.Textf("đổi tên một tệp", "rename one"))
			refuse(other, "", problem.Textf("cùng tên đầu ra %q với %s", "one output name, %q, with %s", other.stem(), c.path), problem.Textf("đổi tên một tệp", "rename one"))
		} else {
			names[name] = c
		}
		code := strings.ToLower(c.entry.Code)
		if other := codes[code]; other != nil && code != "" {
			refuse(c, "code", problem.Textf("cùng mã %s với %s", "one code, %s, with %s", c.entry.Code, other.path), codeHint(c))
			refuse(other, "code", problem.Textf("cùng mã %s với %s", "one code, %s, with %s", c.entry.Code, c.path), codeHint(c))
		} else {
			codes[code] = c
		}
	}
	for _, c := range b.records {
		if problems := refused[c]; len(problems) > 0 {
			c.problems = append(c.problems, problems...)
			b.failRecord(c, problems)
		}
	}
}

func codeHint(c *candidate) problem.Text {
	return problem.Textf("ghi code riêng cho từng bản ghi, ví dụ code: %s-2", "give each record a code of its own, as in code: %s-2", c.entry.Code)
}
