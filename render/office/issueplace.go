package office

import (
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A numbering is where a record says the number and the date of the document that
// is issued: at its top those of the notice, among its documents those of another
// template.
type numbering struct{ template string } // "" is the notice

// numberingOf is that of a template; one that prints nothing of its own prints
// what stands at the top, whatever kind it is.
func numberingOf(t Template) numbering {
	if t.Kind().In([]string{kind.Notice().Name, "dang-thong-bao"}) || !t.IsItsOwn() {
		return numbering{}
	}
	return numbering{t.BaseName()}
}

// A said is what a record says there.
type said struct {
	number      string
	date, dated calendar.Date
	field       string // the path before the names of the keys: "documents[2]."
}

func (n numbering) of(rec *record.Record) said {
	if n.template == "" {
		return said{rec.Number, rec.Date, rec.Dated, ""}
	}
	if p := rec.PaperOf(n.template, nil); p != nil {
		return said{p.Number, p.Date, p.Dated, p.Field() + "."}
	}
	return said{field: "documents."}
}

// dateKey is where a clerk writes the date.
func (n numbering) dateKey() problem.Text {
	if n.template == "" {
		return problem.Text{VI: "date vào bản ghi", EN: "date into the record"}
	}
	return problem.Textf("documents: [{template: %s, date: …}] vào bản ghi", "documents: [{template: %s, date: …}] into the record", n.template)
}

// edits write both into the record.
func (n numbering) edits(rec *record.Record, number string, date calendar.Date) ([]record.Edit, bool) {
	if n.template == "" {
		return rec.Numbered(number, date)
	}
	return rec.NumberedPaper(n.template, number, date)
}

// tells reports a field that says the number or the date, or which document it is.
func (n numbering) tells(field string, rec *record.Record) bool {
	prefix := n.of(rec).field
	name, ok := strings.CutPrefix(field, prefix)
	return ok && (name == "number" || name == "date" || name == "template" && prefix != "")
}
