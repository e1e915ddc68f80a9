package office

import (
	"context"
	"slices"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/revision"
)

// A Taken is what became of the changes that were accepted.
type Taken struct {
	Mended  []Mended
	Written []int // of the accepted changes, by their places in the list
	Refused []int // those that the record would not have said as the Word file does
}

// Take writes accepted changes, by their places in the list, into the record and
// its profile: every other byte stays. A change is written only where the record
// then says what the Word file says, and all else as before; of files that another
// program has changed meanwhile nothing is written.
func (v Revised) Take(ctx context.Context, accepted []int) (out Taken, err error) {
	release, err := v.Folder.Hold(ctx)
	if err != nil {
		return out, About(v.Folder, v.Name, err)
	}
	defer func() {
		if e := release(); e != nil && err == nil {
			err = About(v.Folder, v.Name, e)
		}
	}()
	for _, i := range accepted {
		if len(v.Changes[i].Edits) > 0 && v.with([]int{i}) != nil {
			out.Written = append(out.Written, i)
		} else {
			out.Refused = append(out.Refused, i)
		}
	}
	made := v.with(out.Written)
	if made == nil && len(out.Written) > 0 {
		out.Refused, out.Written = append(out.Refused, out.Written...), nil
		slices.Sort(out.Refused)
	}
	if len(out.Written) == 0 {
		return out, nil
	}
	out.Mended, err = made.write(ctx)
	if err != nil {
		out.Written = nil
	}
	return out, err
}

// with returns the desk on which changes are carried out; nil where the record
// would not say them.
func (v Revised) with(accepted []int) *desk {
	d := &desk{opened: v.Opened, files: map[string][]byte{}, places: map[string]int{}}
	byFile := map[string][]record.Edit{}
	for _, i := range accepted {
		for _, e := range v.Changes[i].Edits {
			byFile[e.File] = append(byFile[e.File], e)
		}
	}
	for file, edits := range byFile {
		edits = revision.Side(edits)
		made, n, err := record.Mend(d.content(file), edits)
		if err != nil || n != len(edits) {
			return nil
		}
		d.files[file], d.places[file] = made, n
	}
	then := v.Opened
	then.read(v.press, d.content(v.Path), d.files)
	if then.Record == nil || len(then.Problems) > 0 || !v.keeps(then.Record, byFile) {
		return nil
	}
	rev, err := revisionOf(v.press, then, v.edited)
	if err != nil || slices.ContainsFunc(accepted, func(i int) bool { return rev.Has(v.Changes[i]) }) {
		return nil
	}
	return d
}

// keeps reports whether a record has all texts that no edit touches.
func (v Revised) keeps(then *record.Record, edits map[string][]record.Edit) bool {
	has := map[string]int{}
	for _, p := range then.Passages() {
		has[p.Text]++
	}
	for _, p := range v.Record.Passages() {
		s := p.Span(0, len(p.Text))
		if slices.ContainsFunc(edits[p.File], func(e record.Edit) bool { return e.From <= s.To && e.To >= s.From }) {
			continue
		}
		if has[p.Text]--; has[p.Text] < 0 {
			return false
		}
	}
	return true
}

// NotTaken is said of a change that was accepted and could not be written.
var NotTaken = problem.Textf("ghi vào thì bản ghi không nói đúng như tệp Word; sửa tay trong bản ghi",
	"written, the record would not say what the Word file does; change it there by hand")
