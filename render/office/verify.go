package office

import (
	"bytes"
	"fmt"
	"strings"

	"ketluan/render"
	"ketluan/render/decree"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// MaxPDF bounds a PDF that is verified, in bytes.
const MaxPDF = 64 << 20

// VerifyOptions say what a PDF is measured by.
type VerifyOptions struct {
	// Template is the one that the file was made with, which must make
	// documents: it is measured by the rules of its kind, and an attached record
	// is filled into it. Nil is a file that says itself what it is; its record is
	// filled into the built-in notice.
	Template *tmpl.Template
}

// A Verdict is what is found out about a PDF.
type Verdict struct {
	File    *read.File
	Results []decree.Result // of the rules of the page; last of the record, where one is attached
}

// Verify measures a PDF. Its errors are those of render/pdf/read, and of
// templates that cannot be filled in.
func Verify(src []byte, o VerifyOptions) (*Verdict, error) {
	if len(src) > MaxPDF {
		return nil, read.ErrTooLarge
	}
	file, err := read.Open(src)
	if err != nil {
		return nil, err
	}
	v := &Verdict{File: file}
	if o.Template != nil && o.Template.Kind() != (kind.Kind{}) {
		v.Results = decree.MeasureAs(file, o.Template.Kind())
	} else {
		v.Results = decree.Measure(file)
	}
	if len(file.Attachments) > 0 {
		r, err := remade(src, file, o.Template)
		if err != nil {
			return nil, err
		}
		v.Results = append(v.Results, r)
	}
	return v, nil
}

// remadeRule is what is said where the record is attached.
var remadeRule = decree.Result{ID: "RE-01", Place: "--attach-record", Title: problem.Text{
	VI: "dựng lại từ bản ghi đính kèm thì được đúng văn bản này", EN: "made again from the attached record it is the same document",
}}

// remade renders the record that is attached to a PDF again and compares. A
// signed file begins with the bytes of the unsigned one. Where the bytes
// differ, by another version or template, the words count.
func remade(src []byte, file *read.File, t *tmpl.Template) (decree.Result, error) {
	result := remadeRule
	r, err := remaker(t)
	if err != nil {
		return result, err
	}
	rec := attachedRecord(r, file.Attachments)
	if rec == nil || r.NeedsFollowUp() { // whose reports are not attached
		result.Status = decree.Unmeasured
		return result, nil
	}
	made, err := r.Files(rec)
	if err != nil {
		return result, err
	}
	result.Status = decree.Kept
	if bytes.HasPrefix(src, made[0].Bytes) {
		return result, nil
	}
	again, err := read.Open(made[0].Bytes)
	if err != nil {
		return result, err
	}
	if page, was, now, differ := firstDifference(file, again); differ {
		result.Status = decree.Broken
		result.Faults = []decree.Fault{{Page: page, Message: problem.Textf("văn bản ghi %q, bản ghi cho %q", "the document says %q, the record makes %q", was, now)}}
	}
	return result, nil
}

// remaker makes the renderer of a template; nil is the built-in notice.
func remaker(t *tmpl.Template) (*render.Renderer, error) {
	w := Wants{Only: string(render.PDF), AttachRecord: true}
	if t != nil {
		w.Templates = []Template{{Template: t}}
	}
	p, err := NewPress(w)
	if err != nil {
		return nil, err
	}
	return p.Renderer, nil
}

// attachedRecord returns the one among the files that is a record without
// problems; the others may be its profile.
func attachedRecord(r *render.Renderer, files []read.Attachment) *record.Record {
	open := func(name string) ([]byte, error) {
		for _, f := range files {
			if f.Name == name {
				return f.Content, nil
			}
		}
		return nil, fmt.Errorf("%s is not attached", name)
	}
	for _, f := range files {
		if len(f.Content) > MaxRecord {
			continue
		}
		if rec, problems := r.Read(f.Name, f.Content, open); rec != nil && len(problems) == 0 {
			return rec
		}
	}
	return nil
}

// firstDifference finds the first word in which two files differ, and gives
// some words from there on.
func firstDifference(a, b *read.File) (page int, inA, inB string, differ bool) {
	for i := range max(len(a.Pages), len(b.Pages)) {
		x, y := pageWords(a, i), pageWords(b, i)
		for k := range max(len(x), len(y)) {
			if k >= len(x) || k >= len(y) || x[k] != y[k] {
				return i + 1, excerpt(x, k), excerpt(y, k), true
			}
		}
	}
	return 0, "", "", false
}

func pageWords(f *read.File, page int) []string {
	if page >= len(f.Pages) {
		return nil
	}
	return f.Pages[page].Words()
}

// excerpt returns up to five words.
func excerpt(words []string, from int) string {
	from = min(from, len(words))
	return strings.Join(words[from:min(from+5, len(words))], " ")
}
