package render

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A spot is a place on a page that is stamped or may be.
type spot struct {
	rect
	name, title         string
	blank               bool
	text, before, after string
	asked               doc.Size // where it is more than is free
}

// A rect is one on a page, in mm from its top left corner.
type rect struct{ x, y, width, height doc.MM }

func (r rect) meets(o rect) bool {
	const touch = 0.01 // mm
	return r.x+touch < o.x+o.width && o.x+touch < r.x+r.width && r.y+touch < o.y+o.height && o.y+touch < r.y+r.height
}

// A surface is a page whose words are known one by one.
type surface struct {
	page     layout.Page
	measurer layout.Measurer
	printed  []rect // words and lines
}

// The ink of a line above and below its baseline at most, in em: Vietnamese
// capitals with two marks, and descenders.
const (
	inkAbove = 0.891
	inkBelow = 0.258
)

func newSurface(page layout.Page, m layout.Measurer) *surface {
	s := &surface{page: page, measurer: m}
	for _, it := range page.Items {
		switch it := it.(type) {
		case layout.Text:
			for from := 0; from < len(it.Text); {
				word := it.Text[from:]
				if i := strings.IndexAny(word, " \u00A0"); i >= 0 {
					word = word[:i]
				}
				if word != "" {
					s.printed = append(s.printed, s.part(it, from, from+len(word)))
				}
				_, space := utf8.DecodeRuneInString(it.Text[from+len(word):])
				from += len(word) + space
			}
		case layout.Line:
			s.printed = append(s.printed, rect{it.X, it.Y, it.Width, it.Height})
		case layout.Bar:
			s.printed = append(s.printed, rect{it.X, it.Y, it.Width, it.Height})
		}
	}
	return s
}

// part is the place of some bytes of a text.
func (s *surface) part(t layout.Text, from, to int) rect {
	em := t.Font.Size.MM()
	return rect{t.X + s.width(t, t.Text[:from]), t.Y - em*inkAbove, s.width(t, t.Text[from:to]), em * (inkAbove + inkBelow)}
}

func (s *surface) width(t layout.Text, text string) doc.MM {
	width := doc.MM(0)
	for _, r := range text {
		advance, _ := s.measurer.Advance(t.Font.Face, r)
		width += doc.MM(advance) * t.Font.Size.MM() / 1000
		if r == ' ' || r == '\u00A0' {
			width += t.WordSpace
		}
	}
	return width
}

// spotsOf returns the places of a page: those of its boxes, of the day, the month
// and the name of the place beside a date.
func spotsOf(page layout.Page, stamps doc.Stamps, m layout.Measurer) (spots []spot) {
	var s *surface
	for i, it := range page.Items {
		b, ok := it.(layout.Box)
		if !ok {
			continue
		}
		if s == nil {
			s = newSurface(page, m)
		}
		at := spot{rect: rect{b.X, b.Y, b.Width, b.Height}, name: b.Name, title: b.Title}
		text, inLine := s.text(i - 1)
		if inLine = inLine && text.X == b.X; !inLine {
			at.blank = true
			at.before, at.after = s.aboveAndBelow(at.rect)
			spots = append(spots, at)
			continue
		}
		at.text, at.blank = plainly(text.Text), strings.Trim(text.Text, "\u00A0 ") == ""
		left, right := s.neighbours(i-1, text)
		at.before, at.after = plainly(left.Text), plainly(right.Text)
		switch b.Name {
		case "so":
			spots = append(spots, s.fitted(at, stamps.Number))
		case "ngay-thang":
			spots = append(append(spots, at), s.dated(text, left, stamps)...)
		default:
			spots = append(spots, at)
		}
	}
	return spots
}

// text returns an item that is one.
func (s *surface) text(i int) (layout.Text, bool) {
	if i < 0 || i >= len(s.page.Items) {
		return layout.Text{}, false
	}
	t, ok := s.page.Items[i].(layout.Text)
	return t, ok
}

// neighbours are the texts of the same line before and behind one; behind it is
// its box.
func (s *surface) neighbours(i int, t layout.Text) (left, right layout.Text) {
	if l, ok := s.text(i - 1); ok && l.Y == t.Y && l.X < t.X {
		left = l
	}
	if r, ok := s.text(i + 2); ok && r.Y == t.Y && r.X > t.X {
		right = r
	}
	return left, right
}

var dateBlanks = regexp.MustCompile(`^ngày[ \x{A0}]([^ \x{A0}]*|\x{A0}*)[ \x{A0}]tháng[ \x{A0}]([^ \x{A0}]*|\x{A0}*)[ \x{A0}]năm`)

// dated returns the places of the day and of the month of a date, and of what
// stands before it.
func (s *surface) dated(t, left layout.Text, stamps doc.Stamps) (spots []spot) {
	if m := dateBlanks.FindStringSubmatchIndex(t.Text); m != nil {
		for _, one := range []struct {
			name, before, after string
			from, to            int
			asked               doc.Size
		}{
			{"ngay", "ngày", "tháng", m[2], m[3], stamps.Day}, {"thang", "tháng", plainly(t.Text[m[5]:]), m[4], m[5], stamps.Month},
		} {
			text := plainly(t.Text[one.from:one.to])
			at := spot{rect: s.part(t, one.from, one.to), name: one.name, blank: text == "", text: text, before: one.before, after: one.after}
			spots = append(spots, s.fitted(at, one.asked))
		}
	}
	if left.Text != "" {
		word := strings.TrimRight(left.Text, ", \u00A0")
		spots = append(spots, spot{rect: s.part(left, 0, len(word)), name: "dia-danh", text: plainly(word), after: plainly(t.Text)})
	}
	return spots
}

// plainly returns a text with single spaces, as a reader of the file finds it.
func plainly(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00A0", " ")), " ")
}

// aboveAndBelow are the lines next to a place, whose widths have a part of it.
func (s *surface) aboveAndBelow(r rect) (above, below string) {
	top, bottom := doc.MM(-1), s.page.Height
	for _, it := range s.page.Items {
		t, ok := it.(layout.Text)
		if !ok || plainly(t.Text) == "" || t.X > r.x+r.width || t.X+s.width(t, t.Text) < r.x {
			continue
		}
		switch middle := r.y + r.height/2; {
		case t.Y < middle && t.Y > top:
			top, above = t.Y, plainly(t.Text)
		case t.Y > middle && t.Y < bottom:
			bottom, below = t.Y, plainly(t.Text)
		}
	}
	return above, below
}

// fitted gives a blank the size that is asked for, around its middle, less what
// is printed there.
func (s *surface) fitted(at spot, asked doc.Size) spot {
	if !at.blank || asked == (doc.Size{}) {
		return at
	}
	width, height := asked.Width.MM(), asked.Height.MM()
	core := at.rect
	wide := rect{core.x + (core.width-width)/2, core.y + (core.height-height)/2, width, height}
	core = rect{max(core.x, wide.x), max(core.y, wide.y), min(core.width, width), min(core.height, height)}
	for _, printed := range s.printed {
		if wide.meets(printed) {
			wide = wide.without(printed, core)
		}
	}
	const less = 0.1 // mm
	if at.rect = wide; wide.width < width-less || wide.height < height-less {
		at.asked = asked
	}
	return at
}

// without returns the largest part of r beside what is printed that has all of
// core; core where there is none.
func (r rect) without(printed, core rect) rect {
	best := core
	right, bottom := printed.x+printed.width, printed.y+printed.height
	for _, cut := range []rect{
		{right, r.y, r.x + r.width - right, r.height}, {r.x, r.y, printed.x - r.x, r.height},
		{r.x, bottom, r.width, r.y + r.height - bottom}, {r.x, r.y, r.width, printed.y - r.y},
	} {
		const touch = 0.01 // mm
		whole := cut.x <= core.x+touch && cut.y <= core.y+touch && cut.x+cut.width >= core.x+core.width-touch && cut.y+cut.height >= core.y+core.height-touch
		if whole && cut.width*cut.height > best.width*best.height {
			best = cut
		}
	}
	return best
}
