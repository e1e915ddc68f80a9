package docx

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// narrow is how much less than its line a centred text may be to stand on one:
// what measures otherwise than we do would break it. It gets room at both sides.
const narrow doc.MM = 1.5

// paragraph writes a paragraph, and returns what its rule wants more of space
// below it: of space above and below Word takes the larger, not both.
func (b *body) paragraph(p *doc.Paragraph, at place) (below int) {
	l := b.setting.Lines(p)
	own, stands := b.looks(p, l, at)
	style, font := b.styles.use(p.Style, own)
	b.out.WriteString(`<w:p><w:pPr>`)
	if p.Style.Name != "" {
		b.out.WriteString(`<w:pStyle w:val="`)
		escape(&b.out, p.Style.Name)
		b.out.WriteString(`"/>`)
	}
	stands.write(&b.out, style, false)
	if at.ends {
		b.section()
	}
	b.out.WriteString(`</w:pPr>`)
	b.runs(p, l, font, at)
	if p.Style.Rule != nil {
		b.rule(p, l)
		if stands.after == 0 {
			below = belowRule(p)
		}
	}
	b.out.WriteString(`</w:p>`)
	return below
}

// belowRule is how much lower than a line the rule below it reaches.
func belowRule(p *doc.Paragraph) int {
	return max(points(p.Style.Rule.Gap+p.Style.Rule.Thickness-largest(p)*belowLine), 0)
}

// looks returns how a paragraph's style stands, and how it stands itself.
func (b *body) looks(p *doc.Paragraph, l *layout.Lines, at place) (style, own look) {
	leading, before := max(p.Style.Leading, 0), p.Style.Before
	if !at.inCell {
		leading, before = b.setting.Spacing(b.doc, p.Style)
	}
	if leading == 0 {
		leading = 1
	}
	style = look{
		before: points(before), line: singleLine, rule: single, first: twips(p.Style.Indent), align: p.Style.Align,
		keepOn: p.Style.KeepOn, outline: p.Style.Heading == doc.Title,
	}
	if leading != 1 {
		style.line, style.rule = points(doc.PT(leading*lineHeight)*largest(p)), atLeast
	}
	own = style
	own.keepOn = own.keepOn || at.keep
	own.after = at.after
	if at.before >= 0 {
		own.before = at.before
	}
	own.before = max(own.before+at.more, 0)
	if p.Style.Rule != nil && (at.last || own.after > 0) {
		own.after += belowRule(p)
	}
	if p.Style.Hang && l.Hang > 0 {
		own.left, own.first = twips(l.Hang), twips(p.Style.Indent)-twips(l.Hang)
	}
	if p.Style.Align == doc.Centre && widest(l) > l.Rest-narrow {
		own.left, own.right = -twips(narrow), -twips(narrow)
	}
	return style, own
}

// widest returns the width of the widest line.
func widest(l *layout.Lines) doc.MM {
	var most doc.MM
	from := 0
	for _, to := range l.Ends {
		most = max(most, natural(l, from, to))
		from = to
	}
	return most
}

// natural returns the width of words on a line.
func natural(l *layout.Lines, from, to int) doc.MM {
	var width doc.MM
	for i := from; i < to; i++ {
		width += l.Words[i].Width
		if i < to-1 {
			width += l.Words[i].Space
		}
	}
	return width
}

// A piece is text of one span on one line.
type piece struct {
	span  *doc.Span
	apart int // between its characters, in twips
	text  string
}

// runs writes the text of a paragraph: a run for what looks alike, with bookmarks
// around what stands in the record, and controls around what is filled in later.
func (b *body) runs(p *doc.Paragraph, l *layout.Lines, style doc.Font, at place) {
	b.cut(p, l, at)
	for i := 0; i < len(b.pieces); {
		span := b.pieces[i].span
		from := i
		for i < len(b.pieces) && sameSpot(b.pieces[i].span, span) {
			i++
		}
		end := b.begin(span, b.pieces[from:i])
		for k := from; k < i; {
			first := k
			for k < i && b.pieces[k].span.Font == b.pieces[first].span.Font && b.pieces[k].apart == b.pieces[first].apart {
				k++
			}
			b.out.WriteString(`<w:r>`)
			properties(&b.out, style, b.pieces[first].span.Font, b.pieces[first].apart)
			b.text(b.pieces[first:k])
			b.out.WriteString(`</w:r>`)
		}
		b.out.WriteString(end)
	}
}

// sameSpot reports spans of one bookmark or control, or of none.
func sameSpot(a, b *doc.Span) bool { return a.Box == b.Box && a.Place == b.Place }

// begin opens what stands around a span, and returns what closes it. Where Word
// and others lose the control, the bookmark around it stays.
func (b *body) begin(span *doc.Span, pieces []piece) (end string) {
	name := strings.ReplaceAll(span.Box, "-", "_")
	if span.Box == "" && span.Place != "" {
		var text strings.Builder
		for _, p := range pieces {
			text.WriteString(p.text)
		}
		name = Mark(span.Place, text.String())
	}
	place := cmp.Or(span.Box, span.Place)
	if name == "" || len(name) > maxMark || b.marks[place] {
		return ""
	}
	b.marks[place] = true
	id := b.id()
	b.out.WriteString(`<w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/>`)
	end = `<w:bookmarkEnd w:id="` + id + `"/>`
	if span.Box != "" {
		title := boxTitles[span.Box]
		if title == "" {
			title = span.Box
		}
		b.out.WriteString(`<w:sdt><w:sdtPr><w:alias w:val="`)
		escape(&b.out, title)
		b.out.WriteString(`"/><w:tag w:val="`)
		escape(&b.out, span.Box)
		b.out.WriteString(`"/><w:id w:val="` + b.id() + `"/></w:sdtPr><w:sdtContent>`)
		end = `</w:sdtContent></w:sdt>` + end
	}
	return end
}

// boxTitles are what people call the places that are filled in later.
var boxTitles = map[string]string{"so": "Số", "ngay-thang": "Ngày, tháng, năm ban hành"}

// text writes the text of pieces that look alike.
func (b *body) text(pieces []piece) {
	open := false
	begin := func() {
		if !open {
			b.out.WriteString(`<w:t xml:space="preserve">`)
		}
		open = true
	}
	element := func(name string) {
		if open {
			b.out.WriteString(`</w:t>`)
		}
		open = false
		b.out.WriteString(`<w:` + name + `/>`)
	}
	for _, p := range pieces {
		for text := p.text; text != ""; {
			i := ownElement(text)
			if i > 0 {
				begin()
				escape(&b.out, text[:i])
			}
			text = text[i:]
			switch {
			case strings.HasPrefix(text, "\u2011"):
				element("noBreakHyphen")
				text = text[len("\u2011"):]
			case strings.HasPrefix(text, "\u2028"):
				element("br")
				text = text[len("\u2028"):]
			}
		}
	}
	if open {
		b.out.WriteString(`</w:t>`)
	}
}

// ownElement returns where the first character stands that Word has an element
// for, a hyphen that does not break or the end of a line; without one the end.
func ownElement(text string) int {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], "\u2011"[0])
		if i < 0 {
			return len(text)
		}
		if at += i; strings.HasPrefix(text[at:], "\u2011") || strings.HasPrefix(text[at:], "\u2028") {
			return at
		}
		at++
	}
}

// rule writes the line below a paragraph as a drawing in its last line.
func (b *body) rule(p *doc.Paragraph, l *layout.Lines) {
	r, id := p.Style.Rule, b.id()
	width := strconv.Itoa(emu(widest(l) * doc.MM(r.Part)))
	lines := len(l.Ends)
	down := strconv.Itoa(emu((doc.PT(float64(lines)*lineHeight-belowLine)*largest(p) + r.Gap).MM()))
	across := `<wp:align>center</wp:align>`
	if p.Style.Align == doc.Left {
		across = `<wp:posOffset>` + strconv.Itoa(emu(p.Style.Indent)) + `</wp:posOffset>`
	}
	b.out.WriteString(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>` +
		`<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="` + id + `" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">` +
		`<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">` + across + `</wp:positionH>` +
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>` + down + `</wp:posOffset></wp:positionV>` +
		`<wp:extent cx="` + width + `" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="` + id + `" name="Đường kẻ ` + id + `"/><wp:cNvGraphicFramePr/>` +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>` +
		`<a:xfrm><a:off x="0" y="0"/><a:ext cx="` + width + `" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>` +
		`<a:ln w="` + strconv.Itoa(emu(r.Thickness.MM())) + `"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>` +
		`</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`)
}

// emu returns a length as DrawingML counts it.
func emu(mm doc.MM) int { return int(math.Round(float64(mm) * 36000)) }
