package office

import (
	"context"
	"encoding/json"

	"ketluan/render"
	"ketluan/render/check"
	"ketluan/render/problem"
)

// A Review is what is found in one record.
type Review struct {
	Opened
	Findings []check.Finding
	Mended   []Mended
	Issued   []problem.Problem // the record is not what a register says was issued
}

// A Mended is a file that was changed.
type Mended struct {
	File   string `json:"file"`
	Places int    `json:"places"`
}

// Blocked reports whether the record may not go out as it is.
func (v Review) Blocked(strict bool) bool {
	return v.Err != nil || len(check.Blocking(v.Findings, strict)) > 0 || strict && len(v.Issued) > 0
}

// MarshalJSON gives the file with its findings, or with the error that kept it
// from being read.
func (v Review) MarshalJSON() ([]byte, error) {
	if v.Err != nil {
		return json.Marshal(failureOf(v.Path, v.Err))
	}
	j := struct {
		File     string            `json:"file"`
		Mended   []Mended          `json:"mended,omitempty"`
		Findings []check.Finding   `json:"findings"`
		Issued   []problem.Problem `json:"issued,omitempty"`
	}{v.Path, v.Mended, append([]check.Finding{}, v.Findings...), v.Issued}
	return json.Marshal(j)
}

// Checking says how records are reviewed.
type Checking struct {
	Mend bool // carry out what has one right answer
	Jobs int  // at once; records that are mended go one by one: two may have one profile
	Tick func(done, failed int)

	// ToCome makes the invitation: a record of a meeting to come, which has no
	// conclusions yet, is judged as that. Nil: as all others.
	ToCome *Press
}

// press returns what a record is judged by, with the record as that has it.
func (c Checking) press(p *Press, f Found) (*Press, Opened) {
	o := Open(p.Renderer, f)
	if c.ToCome != nil && o.Record != nil && len(o.Record.Conclusions) == 0 && o.Record.Says("meeting") && !o.Record.Says("conclusions") {
		return c.ToCome, Open(c.ToCome.Renderer, f)
	}
	return p, o
}

// Check reviews records, in their order. What cannot be read stops no other.
// Profiles that stand among them under any name are left out, and what is said
// of a profile is said once. It reports whether it came to its end.
func Check(ctx context.Context, p *Press, c Checking, records []Found) ([]Review, bool) {
	if c.Mend {
		c.Jobs = 1
	}
	var run check.Run
	books := NewShelves()
	reviews, whole := each(ctx, c.Jobs, records, func(f Found) Review {
		use, o := c.press(p, f)
		if c.Mend {
			v := mend(ctx, use, f)
			books.tellIssued(p, &v)
			return v
		}
		v := review(&run, use.Renderer, o)
		books.tellIssued(p, &v)
		v.Record, v.Source, v.Problems = nil, nil, nil // findings say what they say without them
		return v
	}, c.Tick)
	if !whole {
		return nil, false
	}
	return withoutProfiles(reviews), true
}

// review runs the rules of check over a record, of a run or by itself.
func review(run *check.Run, r *render.Renderer, o Opened) Review {
	v := Review{Opened: o}
	if o.Err == nil {
		v.Findings = run.Record(o.Record, o.Problems, r.KindsOf(o.Record)...)
	}
	return v
}

// withoutProfiles takes away the files found in folders that turned out to be
// the profiles of others, and findings in a profile that were said before.
func withoutProfiles(reviews []Review) []Review {
	read := profiles{}
	for _, v := range reviews {
		read.add(v.Opened)
	}
	type place struct {
		at problem.Pos
		id string
	}
	said := map[place]bool{}
	var kept []Review
	for _, v := range reviews {
		if read.has(v.Opened) {
			continue
		}
		var findings []check.Finding
		for _, f := range v.Findings {
			key := place{f.Pos, f.Rule.ID}
			if f.Pos.File != v.Path && said[key] {
				continue
			}
			said[key] = true
			findings = append(findings, f)
		}
		v.Findings = findings
		kept = append(kept, v)
	}
	return kept
}
