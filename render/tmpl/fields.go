package tmpl

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// maxFields bounds how many misspelt fields of one template are told.
const maxFields = 100

// A spelling finds the fields that a template names and its view does not have:
// wherever they stand, also where no record of today would lead. Types are
// those of the view; what may hold anything is not judged.
type spelling struct {
	d       *decoder
	src     []byte
	file    *file
	reports []string // what texts may name in a report
	told    int
	seen    map[use]bool
}

// A use is a named block with what it is filled with.
type use struct {
	name string
	dot  reflect.Type
}

// checkFields reports the misspelt fields of a template, with their lines.
func (t *Template) checkFields(d *decoder, src []byte) {
	f := &spelling{d: d, src: src, file: &t.file, reports: reportNames(t.fields), seen: map[use]bool{}}
	dot := t.view()
	p := t.file.Properties
	for _, one := range []struct {
		key  string
		text *text
	}{{"title", p.Title}, {"subject", p.Subject}, {"author", p.Author}, {"keywords", p.Keywords}, {"identifier", p.Identifier}} {
		f.text(one.text, "properties."+one.key, dot)
	}
	f.blocks(t.file.Blocks, "blocks", dot)
	for i, l := range t.file.Lists {
		here := fmt.Sprintf("lists[%d]", i+1)
		if l.Each.names != "" {
			f.text(l.Text, here+".text", f.elements(l.Each, here+".each", dot))
		}
	}
	for i := range t.file.Sheets {
		f.sheet(&t.file.Sheets[i], fmt.Sprintf("sheets[%d]", i+1), dot)
	}
	f.mail(t.file.Mail, dot)
}

func (f *spelling) blocks(blocks []block, field string, dot reflect.Type) {
	for i := range blocks {
		f.block(&blocks[i], fmt.Sprintf("%s[%d]", field, i+1), dot)
	}
}

func (f *spelling) block(b *block, here string, dot reflect.Type) {
	if b.Each.names != "" {
		dot = f.elements(b.Each, here+".each", dot)
	}
	f.condition(b.When, here+".when", dot)
	f.text(b.Label, here+".label", dot)
	f.condition(b.LabelBold, here+".label-bold", dot)
	f.text(b.Text, here+".text", dot)
	for i, s := range b.Spans {
		span := fmt.Sprintf("%s.spans[%d]", here, i+1)
		f.condition(s.When, span+".when", dot)
		f.text(s.Text, span+".text", dot)
	}
	if b.Columns != nil {
		for i, row := range b.Columns.Rows {
			f.cells(row, fmt.Sprintf("%s.columns.rows[%d]", here, i+1), dot)
		}
	}
	if b.List.names != "" {
		f.use(b.Block, f.elements(b.List, here+".list", dot))
	}
	f.use(b.Use, dot)
	if b.Fit != nil {
		f.blocks(b.Fit.Blocks, here+".fit.blocks", dot)
	}
	if b.Sign != nil {
		for i, box := range b.Sign.Boxes {
			f.text(box.Title, fmt.Sprintf("%s.sign.boxes[%d].title", here, i+1), dot)
			f.condition(box.Field, fmt.Sprintf("%s.sign.boxes[%d].field", here, i+1), dot)
		}
	}
	if t := b.Table; t != nil {
		f.cells(headings(t.Header), here+".table.header", dot)
		for i, h := range t.Header {
			f.condition(h.When, fmt.Sprintf("%s.table.header[%d].when", here, i+1), dot)
		}
		f.cells(t.Row, here+".table.row", f.elements(t.Each, here+".table.each", dot))
		f.cells(t.Total, here+".table.total", dot)
	}
	f.chart(b.Chart, here+".chart", dot)
	if b.Grid != nil {
		f.path(b.Grid.Of, here+".grid.of", dot)
	}
	f.text(b.End, here+".end", dot)
	f.blocks(b.Blocks, here+".blocks", dot)
}

func (f *spelling) cells(row []cell, field string, dot reflect.Type) {
	for i, c := range row {
		f.blocks(c.Blocks, fmt.Sprintf("%s[%d].blocks", field, i+1), dot)
	}
}

func (f *spelling) chart(c *chart, here string, dot reflect.Type) {
	if c == nil {
		return
	}
	f.text(c.Alt, here+".alt", dot)
	f.text(c.Title, here+".title", dot)
	element := f.elements(c.Each, here+".each", dot)
	f.text(c.Name, here+".name", element)
	for i, s := range c.Series {
		f.condition(s.When, fmt.Sprintf("%s.series[%d].when", here, i+1), dot)
		f.path(s.Count, fmt.Sprintf("%s.series[%d].count", here, i+1), element)
	}
}

// use looks at a named block, once for each type that it is filled with.
func (f *spelling) use(name string, dot reflect.Type) {
	if name != "" && !f.seen[use{name, dot}] {
		f.seen[use{name, dot}] = true
		f.blocks(f.file.Define[name], "define."+name, dot)
	}
}

func (f *spelling) sheet(s *sheetFile, here string, dot reflect.Type) {
	for i, t := range s.Titles {
		f.text(t.Text, fmt.Sprintf("%s.titles[%d].text", here, i+1), dot)
	}
	for i, c := range s.Closings {
		f.text(c.Text, fmt.Sprintf("%s.closings[%d].text", here, i+1), dot)
	}
	f.text(s.Footer.Left, here+".footer.left", dot)
	f.text(s.Footer.Centre, here+".footer.centre", dot)
	f.text(s.Footer.Right, here+".footer.right", dot)
	if s.Rows.names != "" {
		f.columns(s, here, f.elements(s.Rows, here+".rows", dot))
	}
	for i, part := range s.Sections {
		section := fmt.Sprintf("%s.sections[%d]", here, i+1)
		f.text(part.Title, section+".title", dot)
		f.columns(s, here, f.elements(part.Rows, section+".rows", dot))
	}
	for i, c := range s.Columns {
		if c.Total != "" && c.Number.names != "" { // the row of totals has it of the whole
			f.path(c.Number, fmt.Sprintf("%s.columns[%d].number", here, i+1), dot)
		}
	}
}

// columns looks at the columns of a sheet, once for each type of rows.
func (f *spelling) columns(s *sheetFile, here string, row reflect.Type) {
	if f.seen[use{here, row}] {
		return
	}
	f.seen[use{here, row}] = true
	for i, c := range s.Columns {
		column := fmt.Sprintf("%s.columns[%d]", here, i+1)
		f.text(c.Text, column+".text", row)
		f.path(c.Date, column+".date", row)
		f.path(c.Number, column+".number", row)
	}
}

// path returns the type of what a path leads to; nil where nobody knows.
func (f *spelling) path(p path, field string, dot reflect.Type) reflect.Type {
	at, from, index := 0, dot, []int(nil)
	for name := range strings.SplitSeq(strings.Trim(p.names, "."), ".") {
		if dot == nil || name == "" {
			continue
		}
		for dot.Kind() == reflect.Pointer {
			dot = dot.Elem()
		}
		next, ok := structField(dot, name)
		if !ok {
			f.misspelt(field, p.names, at+strings.Index(p.names[at:], name), name, dot)
			return nil
		}
		at += strings.Index(p.names[at:], name) + len(name)
		dot, index = next.Type, append(index, next.Index...)
	}
	if index != nil && from.Kind() == reflect.Pointer && from.Elem().Kind() == reflect.Struct {
		p.found[from] = index
	}
	return dot
}

// elements returns the type of the elements of the list that a path leads to.
func (f *spelling) elements(p path, field string, dot reflect.Type) reflect.Type {
	list := f.path(p, field, dot)
	switch {
	case p.names == "" || list == nil || list.Kind() == reflect.Interface:
		return nil
	case list.Kind() == reflect.Slice:
		return list.Elem()
	}
	f.tell(f.place(field, p.names, 0, ""), field, problem.Textf("%s không phải danh sách", "%s is not a list", p.names))
	return nil
}

// member is that of a type; a report has the fields of its table.
func (f *spelling) member(t reflect.Type, name string) (of reflect.Type, ok bool) {
	if pointed(t) == reflect.TypeFor[said]() {
		return nil, slices.Contains(f.reports, name)
	}
	return member(t, name)
}

// names are those that a text can reach in a type.
func (f *spelling) names(t reflect.Type) []string {
	if pointed(t) == reflect.TypeFor[said]() {
		return f.reports
	}
	return namesOf(pointed(t))
}

// misspelt reports a name that a type does not have, which stands at a byte of
// the value of a field.
func (f *spelling) misspelt(field, value string, at int, name string, in reflect.Type) {
	if f.told >= maxFields {
		return
	}
	message := problem.Textf("ở đây không có mục %q", "there is no field %q here", name)
	if near := problem.Nearest(name, f.names(in)); near != "" {
		message = problem.Textf(message.VI+"; có phải %q không?", message.EN+"; is it %q?", near)
	}
	f.tell(f.place(field, value, at, name), field, message)
}

func (f *spelling) tell(n *yaml.Node, field string, message problem.Text) {
	if f.told++; f.told <= maxFields {
		f.d.problem(n, field, message)
	}
}

// place returns where in the file a word stands that is at a byte of the value
// of a field. Folding and quotes change how far it is from the beginning, not
// which of its kind it is.
func (f *spelling) place(field, value string, at int, word string) *yaml.Node {
	n := f.d.nodeOf(field, &yaml.Node{})
	if n.Line == 0 || word == "" || at < 0 || at > len(value) {
		return n
	}
	from := 0
	for range n.Line - 1 {
		next := bytes.IndexByte(f.src[from:], '\n')
		if next < 0 {
			return n
		}
		from += next + 1
	}
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(f.src[from:])
		from += size
	}
	for range strings.Count(value[:at], word) + 1 {
		next := bytes.Index(f.src[from:], []byte(word))
		if next < 0 {
			return n
		}
		from += next + len(word)
	}
	from -= len(word)
	line := bytes.LastIndexByte(f.src[:from], '\n') + 1
	return &yaml.Node{Line: bytes.Count(f.src[:from], []byte("\n")) + 1, Column: utf8.RuneCount(f.src[line:from]) + 1}
}
