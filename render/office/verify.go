package office

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ketluan/render"
	"ketluan/render/decree"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
	"ketluan/render/pdf/sign"
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

	// Record is the one that the file was made of, where it is not attached; nil:
	// nobody says.
	Record *Place

	// Roots are certificates that are trusted, files in PEM or DER; without any no
	// chain is judged.
	Roots [][]byte
}

// A Verdict is what is found out about a PDF.
type Verdict struct {
	File    *read.File
	Results []decree.Result // of the rules of the page; then of the record, where one is known; last of the signatures

	Signatures []Signature // in the order in which they were made
	Trusting   bool        // their chains are judged
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
	var of known
	if len(file.Attachments) > 0 || o.Record != nil {
		var r decree.Result
		if r, of, err = remade(src, file, o); err != nil {
			return nil, err
		}
		v.Results = append(v.Results, r)
	}
	return v, v.judgeSignatures(src, of, o)
}

// judgeSignatures adds what there is to say of signatures, where a file has any.
func (v *Verdict) judgeSignatures(src []byte, of known, o VerifyOptions) error {
	if !slices.ContainsFunc(v.File.Fields, func(f read.Field) bool { return f.Signed }) && !bytes.Contains(src, []byte("/ByteRange")) {
		return nil
	}
	report, err := sign.Read(src, o.Roots)
	if err != nil {
		return err
	}
	if len(report.Signatures) == 0 && report.Orphans == 0 {
		return nil
	}
	v.Signatures, v.Trusting = purposesOf(v.File, report), len(o.Roots) > 0
	d := &signedFile{all: v.Signatures, report: report, head: headSaid(v.File, v.Signatures), known: of, trusting: v.Trusting, size: len(src)}
	v.Results = append(v.Results, d.results()...)
	return nil
}

// errFaulty is said of a record that the file cannot be compared with.
var errFaulty = errors.New("the record has mistakes")

// remadeRule is what is said where the record is attached.
var remadeRule = decree.Result{ID: "RE-01", Place: "--attach-record", Title: problem.Text{
	VI: "dựng lại từ bản ghi thì được đúng văn bản này", EN: "made again from the record it is the same document",
}}

// remade renders the record of a PDF again and compares: that which is given, or
// else attached.
func remade(src []byte, file *read.File, o VerifyOptions) (decree.Result, known, error) {
	result := remadeRule
	p, err := remaker(o.Template)
	if err != nil {
		return result, known{}, err
	}
	r := p.Renderer
	rec := attachedRecord(r, file.Attachments)
	ways, of := []*record.Record{rec}, known{}
	if o.Record != nil {
		given, err := givenRecord(r, *o.Record)
		if err != nil {
			return result, known{}, err
		}
		rec, of.document = given.Record, p.registered(given)
		result.Place, ways = "--record", blanked(rec)
	}
	if rec != nil {
		of.number = p.numberOf(rec)
	}
	if rec == nil || r.NeedsFollowUp() { // whose reports are not attached
		result.Status = decree.Unmeasured
		return result, of, nil
	}
	furthest := -1 // of the ways, that which is like the file for longest
	for _, one := range ways {
		fault, at, err := unlike(src, file, r, one)
		if err != nil {
			return result, of, err
		}
		if fault == nil {
			result.Status, result.Faults = decree.Kept, nil
			return result, of, nil
		}
		if at > furthest {
			furthest, result.Status, result.Faults = at, decree.Broken, []decree.Fault{*fault}
		}
	}
	return result, of, nil
}

// unlike makes the document of a record and says where a file is none such, and
// behind how many words. A signed file begins with the bytes of the unsigned one. Where the bytes differ,
// by another version or template, the words count.
func unlike(src []byte, file *read.File, r *render.Renderer, rec *record.Record) (*decree.Fault, int, error) {
	made, err := r.Files(rec)
	if err != nil || bytes.HasPrefix(src, made[0].Bytes) {
		return nil, 0, err
	}
	again, err := read.Open(made[0].Bytes)
	if err != nil {
		return nil, 0, err
	}
	page, at, was, now, differ := firstDifference(file, again)
	if !differ {
		return nil, 0, nil
	}
	return &decree.Fault{Page: page, Message: problem.Textf("văn bản ghi %q, bản ghi cho %q", "the document says %q, the record makes %q", was, now)}, at, nil
}

// givenRecord reads a record that must have no problems.
func givenRecord(r *render.Renderer, p Place) (Opened, error) {
	opened := Open(r, Found{Place: p, Path: p.path()})
	switch {
	case opened.Err != nil:
		return opened, opened.Err
	case opened.Record == nil || len(opened.Problems) > 0:
		return opened, &FileError{p.path(), errFaulty}
	}
	return opened, nil
}

// remaker makes what makes documents of a template; nil is the built-in notice.
func remaker(t *tmpl.Template) (*Press, error) {
	w := Wants{Only: string(render.PDF), AttachRecord: true}
	if t != nil {
		w.Templates = []Template{{Template: t}}
	}
	return NewPress(w)
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

// firstDifference finds the first word in which two files differ, counted from 0,
// and gives some words from there on.
func firstDifference(a, b *read.File) (page, at int, inA, inB string, differ bool) {
	for i := range max(len(a.Pages), len(b.Pages)) {
		x, y := pageWords(a, i), pageWords(b, i)
		for k := range max(len(x), len(y)) {
			if k >= len(x) || k >= len(y) || x[k] != y[k] {
				return i + 1, at + k, excerpt(x, k), excerpt(y, k), true
			}
		}
		at += len(x)
	}
	return 0, 0, "", "", false
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
