package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"ketluan/render"
	"ketluan/render/decree"
	"ketluan/render/office"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// remade renders the record that is attached to a PDF again and compares. A
// signed file begins with the bytes of the unsigned one. Where the bytes
// differ, by another version or template, the words count.
func (a *app) remade(src []byte, file *read.File) (decree.Result, error) {
	result := remadeRule
	r, err := a.press(makeFlags{only: "pdf", attachRecord: true})
	if err != nil {
		return result, err
	}
	rec := attachedRecord(r.Renderer, file.Attachments)
	if rec == nil {
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
		if len(f.Content) > office.MaxRecord {
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
	var b strings.Builder
	for _, t := range f.Pages[page].Texts {
		b.WriteString(t.Text + " ")
	}
	return strings.Fields(b.String())
}

// excerpt returns up to five words.
func excerpt(words []string, from int) string {
	from = min(from, len(words))
	return strings.Join(words[from:min(from+5, len(words))], " ")
}

func (a *app) readFile(path string, limit int64) ([]byte, error) {
	p := a.place(context.Background(), path)
	return office.ReadFile(p.Folder, p.Name, limit)
}
