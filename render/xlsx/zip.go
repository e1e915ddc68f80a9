package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"ketluan/render/opc"
	"ketluan/render/sheet"
)

// first are the parts that readers look for at the start of the file.
var first = []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}

func sortParts(parts []opc.Part) {
	rank := func(p opc.Part) int {
		if i := slices.Index(first, p.Name); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortFunc(parts, func(a, b opc.Part) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// zip writes the parts in their order: those that each workbook has of its own,
// and those that all share, which are compressed already.
func (w *Writer) zip(out io.Writer, filled map[string][]byte) error {
	parts := slices.Clone(w.parts)
	for i, p := range parts {
		if xml, ok := filled[p.Name]; ok {
			parts[i] = w.press.Part(p.Name, xml)
		}
	}
	if err := opc.Write(out, parts); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}

// coreProperties returns docProps/core.xml.
func coreProperties(p sheet.Properties) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ tag, text string }{
		{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:creator", p.Author}, {"dc:identifier", p.Identifier}, {"cp:lastModifiedBy", p.Author},
	} {
		if e.text != "" {
			b.WriteString("<" + e.tag + ">")
			escape(&b, e.text)
			b.WriteString("</" + e.tag + ">")
		}
	}
	if p.Created != (sheet.Date{}) {
		for _, tag := range []string{"dcterms:created", "dcterms:modified"} {
			fmt.Fprintf(&b, `<%s xsi:type="dcterms:W3CDTF">%04d-%02d-%02dT00:00:00Z</%s>`, tag, p.Created.Year, p.Created.Month, p.Created.Day, tag)
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}
