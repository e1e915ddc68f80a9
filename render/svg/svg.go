// Package svg draws pages of positioned items as SVG, for a browser: the same
// pages as in the PDF, at the same places. It computes no position of its own,
// and refers to nothing outside: the page that shows it brings the faces (Style).
package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// Class is that of every page.
const Class = "page"

// Style returns the rules of CSS by which pages look as they were laid out: with
// the faces at their addresses, no kerning and no ligatures, which the layout and
// the PDF do not have.
func Style(address func(doc.Face) string) string {
	var b strings.Builder
	for _, f := range []doc.Face{doc.Regular, doc.Bold, doc.Italic, doc.BoldItalic} {
		weight, style := styleOf(f)
		fmt.Fprintf(&b, "@font-face{font-family:%q;font-weight:%s;font-style:%s;font-display:block;src:url(%q)}\n", family, weight, style, address(f))
	}
	fmt.Fprintf(&b, ".%s{font-family:%q,\"Times New Roman\",\"Liberation Serif\",serif;font-kerning:none;font-variant-ligatures:none;"+
		"text-rendering:geometricPrecision;white-space:pre;font-size-adjust:none;-webkit-text-size-adjust:none;text-size-adjust:none}\n", Class, family)
	return b.String()
}

// family is what the faces are called in the browser, so that no installed one is taken.
const family = "ketluan"

func styleOf(f doc.Face) (weight, style string) {
	weight, style = "400", "normal"
	if f == doc.Bold || f == doc.BoldItalic {
		weight = "700"
	}
	if f == doc.Italic || f == doc.BoldItalic {
		style = "italic"
	}
	return weight, style
}

// Append draws a page behind b. Lengths are in hundredths of a millimetre: in
// whole ones a browser puts words up to 2 px beside their places. The texts of a
// line are one text, so that it is copied as one; each carries its place in the
// record, where it has one, as data-place.
func Append(b []byte, p layout.Page) []byte {
	d := drawing{b}
	d.put(`<svg xmlns="http://www.w3.org/2000/svg" class="`, Class, `" viewBox="0 0 `)
	d.length(p.Width)
	d.put(" ")
	d.length(p.Height)
	d.put(`" xml:space="preserve">`)
	for i := 0; i < len(p.Items); {
		switch it := p.Items[i].(type) {
		case layout.Text:
			n := lineFrom(p.Items[i:])
			d.line(p.Items[i : i+n])
			i += n
			continue
		case layout.Line:
			d.rule(it)
		case layout.Bar:
			d.bar(it)
		case layout.Box: // shows nothing
		default:
			panic(fmt.Sprintf("svg: unknown item %T", it))
		}
		i++
	}
	d.put("</svg>\n")
	return d.b
}

// lineFrom counts the texts at the beginning of items that follow one another on
// one line of a paragraph, its label among them, boxes between them not minded.
// What stands beside it in another column is another line.
func lineFrom(items []layout.Item) int {
	first, last := items[0].(layout.Text), 1
	right := first.X
	for i := 1; i < len(items); i++ {
		switch it := items[i].(type) {
		case layout.Box:
			continue
		case layout.Text:
			if it.Y == first.Y && it.X >= right && together(first.Element, it.Element) {
				last, right = i+1, it.X
				continue
			}
		}
		break
	}
	return last
}

// together reports texts of one element, or the label and the text of one item.
func together(a, b *layout.Element) bool {
	if a == nil || b == nil || a == b {
		return a == b && a != nil
	}
	return a.Role == layout.RoleLabel && item(a) != nil && item(a) == item(b)
}

// item returns the item of a list that an element is in.
func item(e *layout.Element) *layout.Element {
	for ; e != nil; e = e.Parent {
		if e.Role == layout.RoleItem {
			return e
		}
	}
	return nil
}

// A drawing is what was drawn so far.
type drawing struct{ b []byte }

func (d *drawing) put(parts ...string) {
	for _, s := range parts {
		d.b = append(d.b, s...)
	}
}

// length writes a length in the units of the drawing.
func (d *drawing) length(m doc.MM) {
	d.b = strconv.AppendInt(d.b, int64(math.Round(float64(m)*100)), 10)
}

// fine writes one that adds up along a line: to a thousandth of a millimetre.
func (d *drawing) fine(m doc.MM) {
	d.b = strconv.AppendFloat(d.b, math.Round(float64(m)*1000)/10, 'f', -1, 64)
}

func (d *drawing) attribute(name string, m doc.MM) {
	d.put(" ", name, `="`)
	d.length(m)
	d.put(`"`)
}

// line draws texts of one line.
func (d *drawing) line(items []layout.Item) {
	var texts []layout.Text
	for _, it := range items {
		if t, ok := it.(layout.Text); ok {
			texts = append(texts, t)
		}
	}
	d.put("<text")
	d.attribute("y", texts[0].Y)
	if len(texts) == 1 {
		d.run(texts[0])
		d.put("</text>")
		return
	}
	d.put(">")
	for _, t := range texts {
		d.put("<tspan")
		d.run(t)
		d.put("</tspan>")
	}
	d.put("</text>")
}

// run writes the attributes of a text and its characters.
func (d *drawing) run(t layout.Text) {
	d.attribute("x", t.X)
	d.put(` font-size="`)
	d.fine(t.Font.Size.MM())
	d.put(`"`)
	weight, style := styleOf(t.Font.Face)
	if weight != "400" {
		d.put(` font-weight="`, weight, `"`)
	}
	if style != "normal" {
		d.put(` font-style="`, style, `"`)
	}
	if t.WordSpace != 0 {
		d.put(` word-spacing="`)
		d.fine(t.WordSpace)
		d.put(`"`)
	}
	if t.Place != "" {
		d.put(` data-place="`)
		d.escape(t.Place)
		d.put(`"`)
	}
	d.put(">")
	d.escape(t.Text)
}

// escape writes characters so that none is markup; what XML forbids is U+FFFD.
func (d *drawing) escape(s string) {
	for _, r := range s {
		switch {
		case r == '<':
			d.put("&lt;")
		case r == '>':
			d.put("&gt;")
		case r == '&':
			d.put("&amp;")
		case r == '"':
			d.put("&quot;")
		case r < ' ' && r != '\t' || unicode.Is(unicode.Cc, r) && r > '~' || r == 0xFFFE || r == 0xFFFF:
			d.b = utf8.AppendRune(d.b, unicode.ReplacementChar)
		default:
			d.b = utf8.AppendRune(d.b, r)
		}
	}
}

func (d *drawing) rule(l layout.Line) {
	d.put(`<path d="M`)
	d.length(l.X)
	d.put(" ")
	d.length(l.Y)
	if l.Height > 0 {
		d.put("v")
		d.length(l.Height)
	} else {
		d.put("h")
		d.length(l.Width)
	}
	d.put(`" stroke="#000" stroke-width="`)
	d.fine(l.Thickness.MM())
	d.put(`"/>`)
}

// Places returns the places in the record that texts of a page have, in the order
// of the page.
func Places(p layout.Page) []string {
	var all []string
	for _, it := range p.Items {
		if t, ok := it.(layout.Text); ok && t.Place != "" && (len(all) == 0 || all[len(all)-1] != t.Place) {
			all = append(all, t.Place)
		}
	}
	return all
}
