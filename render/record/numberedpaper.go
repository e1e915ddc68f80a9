package record

import (
	"strings"

	"ketluan/render/calendar"
)

// NumberedPaper returns the edits by which the record's own file says a number
// and a date of issue of the document of another template than the notice's: in
// its element of documents, or in a new one; of one without a date on its page the
// number alone, with the zero Date. False as for Numbered.
func (r *Record) NumberedPaper(template, number string, date calendar.Date) ([]Edit, bool) {
	keys := func(name string) string {
		if r.nameBeside("number") != "number" {
			return lookUp(paperFields, name).vi
		}
		return name
	}
	said := [][2]string{{"number", Quoted(number)}}
	if !date.IsZero() {
		said = append(said, [2]string{"date", date.Slashed()})
	}
	p := r.PaperOf(template, nil)
	if p == nil {
		lines := []string{keys("template") + ": " + template}
		for _, s := range said {
			lines = append(lines, keys(s[0])+": "+s[1])
		}
		e, ok := r.newPaper(lines)
		return []Edit{e}, ok
	}
	var edits []Edit
	var lacking []string
	for _, s := range said {
		path := p.field + "." + s[0]
		if s[0] == "number" && p.Number == number || s[0] == "date" && p.Date == date {
			continue
		}
		if _, stands := r.places[path]; !stands {
			lacking = append(lacking, keys(s[0])+": "+s[1])
			continue
		}
		e, ok := r.put(path, s[1])
		if !ok {
			return nil, false
		}
		edits = append(edits, e)
	}
	if len(lacking) == 0 {
		return edits, true
	}
	e, ok := r.intoPaper(p, lacking)
	return append(edits, e), ok
}

// newPaper returns the edit that adds an element to documents, or documents with
// it.
func (r *Record) newPaper(lines []string) (Edit, bool) {
	if len(r.Papers) == 0 {
		if r.Says("documents") {
			return Edit{}, false
		}
		name := r.nameBeside("documents")
		if root := r.places[""]; strings.HasPrefix(r.sources[0].text[r.sources[0].offset(root.Line, root.Col):], "{") {
			return r.newLines([]string{name + ": [{" + strings.Join(lines, ", ") + "}]"})
		}
		all := []string{name + ":"}
		for i, line := range lines {
			mark := "    "
			if i == 0 {
				mark = "  - "
			}
			all = append(all, mark+line)
		}
		return r.newLines(all)
	}
	e, ok := r.element(r.places[r.Papers[len(r.Papers)-1].field])
	if !ok {
		return Edit{}, false
	}
	text := e.written(lines)
	if src := e.source.text; e.to == len(src) && !strings.HasSuffix(src, "\n") {
		text = e.newlineOf() + text
	}
	return Edit{File: r.Name, From: e.to, To: e.to, Text: text}, true
}

// intoPaper returns the edit that adds lines to an element of documents, behind
// the name of its template; in braces before all else.
func (r *Record) intoPaper(p *Paper, lines []string) (Edit, bool) {
	pos, template := r.places[p.field], r.places[p.field+".template"]
	if pos.File != r.Name || template.File != r.Name {
		return Edit{}, false
	}
	s := r.sources[0]
	if at := s.offset(pos.Line, pos.Col); strings.HasPrefix(s.text[at:], "{") {
		return Edit{File: r.Name, From: at + 1, To: at + 1, Text: strings.Join(lines, ", ") + ", "}, true
	}
	e, ok := r.element(pos)
	if !ok {
		return Edit{}, false
	}
	text, at := "", s.offset(template.Line+1, 1)
	for _, line := range lines {
		text += e.indent + "  " + line + e.newlineOf()
	}
	if !strings.HasSuffix(s.text[:at], "\n") {
		text = e.newlineOf() + text
	}
	return Edit{File: r.Name, From: at, To: at, Text: text}, true
}
