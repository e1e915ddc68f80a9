// Package word writes small Word files for tests, in the ways in which programs
// and people write them. It makes XML of texts; what a notice is it does not
// know.
package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

const (
	space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// A Part is one beside the document: Kind is styles, numbering, comments,
// header or footer.
type Part struct{ Kind, Body string }

// File packs a document with the body and the parts beside it. Those of a kind
// are named by rId and their place, from 1.
func File(body string, parts ...Part) []byte {
	files := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` + overrides(parts) + `</Types>`,
		"_rels/.rels":       relations([]string{`<Relationship Id="rId1" Type="` + kinds + `/officeDocument" Target="word/document.xml"/>`}),
		"word/document.xml": Whole("document", "<w:body>"+body+"</w:body>"),
	}
	var related []string
	for i, p := range parts {
		name := fmt.Sprintf("%s%d.xml", p.Kind, i+1)
		files["word/"+name] = Whole(map[string]string{"styles": "styles", "numbering": "numbering", "comments": "comments", "header": "hdr", "footer": "ftr"}[p.Kind], p.Body)
		related = append(related, fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i+1, kinds, p.Kind, name))
	}
	files["word/_rels/document.xml.rels"] = relations(related)
	return Pack(files)
}

func overrides(parts []Part) string {
	var b strings.Builder
	for i, p := range parts {
		fmt.Fprintf(&b, `<Override PartName="/word/%s%d.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, p.Kind, i+1, p.Kind)
	}
	return b.String()
}

func relations(all []string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(all, "") + `</Relationships>`
}

// Pack packs files in the order of their names.
func Pack(files map[string]string) []byte {
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := zw.Create(name)
		if err == nil {
			_, err = w.Write([]byte(files[name]))
		}
		if err != nil {
			panic(err) // of memory only
		}
	}
	if err := zw.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Whole is a part with its root element.
func Whole(root, body string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + ` xmlns:w="` + space + `" xmlns:r="` + kinds + `"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:v="urn:schemas-microsoft-com:vml">` + body + `</w:` + root + `>`
}

// Escape makes a text fit into XML.
func Escape(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}

// P is a paragraph with its properties, as <w:jc w:val="center"/>.
func P(properties string, runs ...string) string {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + strings.Join(runs, "") + "</w:p>"
}

// R is a run of text; a tab and the end of a line are what they are in Word.
// Look holds b, i, u, c (capitals).
func R(look, text string) string {
	var b strings.Builder
	b.WriteString("<w:r>")
	if look != "" {
		b.WriteString("<w:rPr>")
		for _, c := range look {
			b.WriteString(map[rune]string{'b': "<w:b/>", 'i': "<w:i/>", 'u': `<w:u w:val="single"/>`, 'c': "<w:caps/>"}[c])
		}
		b.WriteString("</w:rPr>")
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		for k, piece := range strings.Split(line, "\t") {
			if k > 0 {
				b.WriteString("<w:tab/>")
			}
			if piece != "" {
				b.WriteString(`<w:t xml:space="preserve">` + Escape(piece) + `</w:t>`)
			}
		}
	}
	return b.String() + "</w:r>"
}

// Table is a table of rows of cells, each the XML of its blocks, with columns of
// so many twips.
func Table(widths []int, rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString("</w:tblGrid>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for i, cell := range row {
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, widths[i], cell)
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// Box is a run with a text box, as Word writes it: once for itself and once for
// programs of old.
func Box(x, y, width, height int, blocks string) string {
	content := `<w:txbxContent>` + blocks + `</w:txbxContent>`
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
		fmt.Sprintf(`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>%d</wp:posOffset></wp:positionV>`, x, y) +
		fmt.Sprintf(`<wp:extent cx="%d" cy="%d"/><wp:wrapTopAndBottom/><wp:docPr id="%d" name="Text Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">`, width, height, x+y+1) +
		fmt.Sprintf(`<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>`, width, height) +
		`<wps:txbx>` + content + `</wps:txbx><wps:bodyPr lIns="0" rIns="0" tIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:shape><v:textbox>` + content + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

// Picture is a run with a picture, which is not there.
func Picture() string {
	return `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><a:blip r:embed="rId99"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// A Level is one of a list: a format, as decimal, and a text, as "%1.".
type Level struct{ Format, Text string }

// Numbering is the part for lists, with the IDs 1, 2, 3 …
func Numbering(lists ...[]Level) Part {
	var abstracts, numbers strings.Builder
	for i, levels := range lists {
		fmt.Fprintf(&abstracts, `<w:abstractNum w:abstractNumId="%d">`, i)
		for k, l := range levels {
			fmt.Fprintf(&abstracts, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>`, k, l.Format, l.Text)
		}
		abstracts.WriteString("</w:abstractNum>")
		fmt.Fprintf(&numbers, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i)
	}
	return Part{"numbering", abstracts.String() + numbers.String()}
}

// InList is the property of a paragraph in a list.
func InList(list, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list)
}

// Centred and Justified are properties of paragraphs.
const (
	Centred   = `<w:jc w:val="center"/>`
	Justified = `<w:spacing w:before="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>`
)
