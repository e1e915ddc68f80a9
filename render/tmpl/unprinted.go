package tmpl

import (
	"bytes"
	"fmt"
	"slices"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// laterFields are what a record may say beside the texts that every template of
// conclusions prints.
var laterFields = []string{"Table", "After", "Annexes", "CoSigner", "Basis"}

// unprinted returns which parts a template with conclusions does not name. Such
// a template is older than they are: the words must not be lost in silence.
func unprinted(src []byte) []string {
	if !bytes.Contains(src, []byte("list: .Conclusions")) {
		return nil
	}
	var all []string
	for _, part := range laterFields {
		if !bytes.Contains(src, []byte("."+part)) {
			all = append(all, part)
		}
	}
	return all
}

// lost reports what a record says and t does not print.
func (t *Template) lost(rec *record.Record) []problem.Problem {
	var problems []problem.Problem
	report := func(field, key string) {
		problems = append(problems, rec.Problem(field,
			problem.Text{VI: fmt.Sprintf("%s không in mục %s", lowerFirst(t.file.Name), key), EN: fmt.Sprintf("the template does not print %s", key)},
			problem.Textf("chọn mẫu có in mục ấy (-t), thêm mục ấy vào mẫu riêng, hoặc bỏ nó ở đây", "use a template that prints it (-t), add it to your own, or leave it out here")))
	}
	for _, part := range t.unprinted {
		switch {
		case part == "Annexes" && len(rec.Annexes) > 0:
			report("annex", "annex")
		case part == "Basis" && len(rec.Basis) > 0:
			report("basis", "basis")
		case part == "CoSigner" && rec.CoSigner != nil:
			report("signer", "signer[1]")
		case part == "Table" || part == "After":
			rec.EachItem(func(it *record.Item) {
				if part == "Table" && it.Table != nil {
					report(it.Field()+".table", "table")
				}
				if part == "After" && it.After != "" {
					report(it.Field()+".after", "after")
				}
			})
		}
	}
	return append(problems, t.lostOwn(rec)...)
}

// ownParts are what a record may say of a document itself, with their keys and
// what a template names to print them.
var ownParts = []struct {
	key, name string
	said      func(p *record.Paper) bool
}{
	{"number", ".Number", func(p *record.Paper) bool { return p.Number != "" }},
	{"date", ".Date", func(p *record.Paper) bool { return !p.Date.IsZero() }},
	{"subject", ".Own.Subject", func(p *record.Paper) bool { return p.Subject != "" }},
	{"from", ".Own.From", func(p *record.Paper) bool { return p.From != "" }},
	{"to", ".Own.To", func(p *record.Paper) bool { return len(p.To) > 0 }},
	{"text", ".Own.Text", func(p *record.Paper) bool { return len(p.Text) > 0 }},
	{"papers", ".Own.Papers", func(p *record.Paper) bool { return len(p.Papers) > 0 }},
	{"opinions", ".Own.Opinions", func(p *record.Paper) bool { return len(p.Opinions) > 0 }},
	{"signer", ".Own.Signer", func(p *record.Paper) bool { return p.Signer.Name != "" || p.Signer.Position != "" }},
	{"recipients", ".Own.", func(p *record.Paper) bool { return len(p.Recipients) > 0 }},
}

// unprintedOwn returns the keys of what a template of a document does not print
// of the document itself.
func unprintedOwn(src []byte) []string {
	var all []string
	for _, part := range ownParts {
		if !bytes.Contains(src, []byte(part.name)) {
			all = append(all, part.key)
		}
	}
	return all
}

// lostOwn reports what a record says of the document itself and t does not print.
func (t *Template) lostOwn(rec *record.Record) []problem.Problem {
	var problems []problem.Problem
	for _, p := range rec.Papers {
		if p.Template != t.name {
			continue
		}
		for _, part := range ownParts {
			if slices.Contains(t.unprintedOwn, part.key) && part.said(p) {
				problems = append(problems, rec.Problem(p.Field()+"."+part.key,
					problem.Text{VI: fmt.Sprintf("%s không in mục %s", lowerFirst(t.file.Name), part.key), EN: fmt.Sprintf("the template does not print %s", part.key)},
					problem.Textf("bỏ mục này, hoặc thêm vào mẫu", "leave the field out, or add it to the template")))
			}
		}
	}
	return problems
}
