package docx

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"ketluan/render/doc"
)

// twips returns a length in twentieths of a point.
func twips(mm doc.MM) int { return int(math.Round(float64(mm.PT()) * 20)) }

func points(pt doc.PT) int { return int(math.Round(float64(pt) * 20)) }

// halves returns a size as Word counts it.
func halves(size doc.PT) int { return int(math.Round(float64(size) * 2)) }

// Styles that are not the template's.
const (
	gapStyle    = "khoang-trong" // of the paragraphs that Word wants beside tables
	normalStyle = "Normal"
)

// A look is how a paragraph stands, in twips; its lines in what their rule counts.
type look struct {
	before, after int
	line          int
	rule          lineRule
	left, right   int
	first         int // the indent of the first line; negative hangs
	align         doc.Align
	keepOn, kept  bool // with the next; in one piece
	outline       bool
}

// A lineRule is how the height of lines is said.
type lineRule string

// The rules. What is higher than a single line is said as the least that a line
// has: of several single lines LibreOffice does not count the space of the last
// on a page.
const (
	single  lineRule = "auto" // in 240ths of a single line
	atLeast lineRule = "atLeast"
	exactly lineRule = "exact"
)

// styles are those of a document, in the order of their first use.
type styles struct {
	names []string
	looks map[string]look
	fonts map[string]doc.Font
	title map[string]string
}

func newStyles() *styles {
	return &styles{looks: map[string]look{}, fonts: map[string]doc.Font{}, title: map[string]string{}}
}

// use returns the look and font of a style, which the first that uses it makes.
func (s *styles) use(st doc.Style, of look) (look, doc.Font) {
	if st.Name == "" {
		return look{line: singleLine, rule: single}, doc.Font{Size: defaultSize}
	}
	if _, ok := s.looks[st.Name]; !ok {
		s.names = append(s.names, st.Name)
		s.looks[st.Name], s.fonts[st.Name], s.title[st.Name] = of, st.Font, st.Title
	}
	return s.looks[st.Name], s.fonts[st.Name]
}

const (
	singleLine         = 240
	defaultSize doc.PT = 14
)

func (s *styles) xml(lines *doc.LineNumber) []byte {
	var b bytes.Buffer
	least := halves(defaultSize)
	if lines != nil { // LibreOffice sets the numbers of lines in what all is based on, not in their style
		least = halves(lines.Font.Size)
	}
	size := func(n int) string { return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, n, n) }
	b.WriteString(head + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="` + family + `" w:hAnsi="` + family + `" w:eastAsia="` + family + `" w:cs="` + family + `"/>` +
		size(least) + `<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr>` + size(halves(defaultSize)) + `</w:rPr></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="` + gapStyle + `"><w:name w:val="Khoảng trống"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:suppressLineNumbers/><w:spacing w:line="1" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>`)
	if lines != nil {
		b.WriteString(`<w:style w:type="character" w:styleId="LineNumber"><w:name w:val="line number"/><w:basedOn w:val="DefaultParagraphFont"/>`)
		properties(&b, doc.Font{Size: defaultSize}, lines.Font, 0)
		b.WriteString(`</w:style>`)
	}
	for _, name := range s.names {
		title := s.title[name]
		if title == "" {
			title = name
		}
		b.WriteString(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="`)
		escape(&b, name)
		b.WriteString(`"><w:name w:val="`)
		escape(&b, title)
		b.WriteString(`"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`)
		s.looks[name].write(&b, look{line: singleLine, rule: single}, false)
		b.WriteString(`</w:pPr>`)
		properties(&b, doc.Font{Size: defaultSize}, s.fonts[name], 0)
		b.WriteString(`</w:style>`)
	}
	b.WriteString(`</w:styles>`)
	return b.Bytes()
}

// write writes what a look has other than that of its style.
func (l look) write(b *bytes.Buffer, style look, numberless bool) {
	toggle(b, "keepNext", style.keepOn, l.keepOn)
	toggle(b, "keepLines", style.kept, l.kept)
	toggle(b, "suppressLineNumbers", false, numberless)
	if l.before != style.before || l.after != style.after || l.line != style.line || l.rule != style.rule {
		b.WriteString(`<w:spacing`)
		attribute(b, "before", style.before, l.before)
		attribute(b, "after", style.after, l.after)
		if l.line != style.line || l.rule != style.rule {
			fmt.Fprintf(b, ` w:line="%d" w:lineRule="%s"`, l.line, l.rule)
		}
		b.WriteString(`/>`)
	}
	if l.left != style.left || l.right != style.right || l.first != style.first {
		b.WriteString(`<w:ind`)
		attribute(b, "left", style.left, l.left)
		attribute(b, "right", style.right, l.right)
		switch {
		case l.first == style.first:
		case l.first < 0:
			fmt.Fprintf(b, ` w:hanging="%d"`, -l.first)
		default:
			fmt.Fprintf(b, ` w:firstLine="%d"`, l.first)
		}
		b.WriteString(`/>`)
	}
	if l.align != style.align {
		b.WriteString(`<w:jc w:val="` + [...]string{doc.Left: "left", doc.Centre: "center", doc.Justify: "both"}[l.align] + `"/>`)
	}
	if l.outline && !style.outline {
		b.WriteString(`<w:outlineLvl w:val="0"/>`)
	}
}

func attribute(b *bytes.Buffer, name string, style, value int) {
	if value != style {
		b.WriteString(` w:` + name + `="` + strconv.Itoa(value) + `"`)
	}
}

func toggle(b *bytes.Buffer, name string, style, value bool) {
	switch {
	case value && !style:
		b.WriteString(`<w:` + name + `/>`)
	case style && !value:
		b.WriteString(`<w:` + name + ` w:val="0"/>`)
	}
}

// properties writes what a run has other than its style: the face, the size, and
// how far its characters stand apart, in twips.
func properties(b *bytes.Buffer, style, f doc.Font, apart int) {
	propertiesWith(b, style, f, apart, "")
}

// propertiesWith has the shade behind the characters, too.
func propertiesWith(b *bytes.Buffer, style, f doc.Font, apart int, shade string) {
	if f == style && apart == 0 && shade == "" {
		return
	}
	bold := func(f doc.Font) bool { return f.Face == doc.Bold || f.Face == doc.BoldItalic }
	italic := func(f doc.Font) bool { return f.Face == doc.Italic || f.Face == doc.BoldItalic }
	b.WriteString(`<w:rPr>`)
	for _, name := range []string{"b", "bCs"} {
		toggle(b, name, bold(style), bold(f))
	}
	for _, name := range []string{"i", "iCs"} {
		toggle(b, name, italic(style), italic(f))
	}
	if apart != 0 {
		b.WriteString(`<w:spacing w:val="` + strconv.Itoa(apart) + `"/>`)
	}
	if f.Size != style.Size {
		size := strconv.Itoa(halves(f.Size))
		b.WriteString(`<w:sz w:val="` + size + `"/><w:szCs w:val="` + size + `"/>`)
	}
	b.WriteString(shade + `</w:rPr>`)
}
