package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"ketluan/render/opc"
	"ketluan/render/sheet"
)

// A part is one that all workbooks share, compressed already, or one that each
// has of its own.
type part struct {
	opc.Part
	own func(*filling) // writes the XML; nil where all share it
}

// first are the parts that readers look for at the start of the file.
var first = []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}

func sortParts(parts []part) {
	rank := func(p part) int {
		if i := slices.Index(first, p.Name); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortFunc(parts, func(a, b part) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// coreProperties writes docProps/core.xml.
func (f *filling) coreProperties() {
	p := f.book.Properties
	f.add(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ tag, text string }{
		{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:creator", p.Author}, {"dc:identifier", p.Identifier}, {"cp:lastModifiedBy", p.Author},
	} {
		if e.text != "" {
			f.add("<" + e.tag + ">")
			f.Text = escape(f.Text, e.text)
			f.add("</" + e.tag + ">")
		}
	}
	if p.Created != (sheet.Date{}) {
		for _, tag := range []string{"dcterms:created", "dcterms:modified"} {
			f.Text = fmt.Appendf(f.Text, `<%s xsi:type="dcterms:W3CDTF">%04d-%02d-%02dT00:00:00Z</%s>`, tag, p.Created.Year, p.Created.Month, p.Created.Day, tag)
		}
	}
	f.add("</cp:coreProperties>")
}
