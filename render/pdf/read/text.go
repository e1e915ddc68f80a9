package read

import (
	"math"
	"strings"

	"ketluan/render/doc"
)

// write carries the operators of text out (ISO 32000-1, 9.3 and 9.4).
func (in *interpreter) write(op string, operands []any) {
	n := numbers(operands)
	switch {
	case op == "BT":
		in.text = matrix{1, 0, 0, 1, 0, 0}
		in.line = in.text
	case op == "Tf" && len(operands) == 2:
		name, _ := operands[0].(nameToken)
		in.size, _ = operands[1].(float64)
		in.face = nil
		if o := in.dict(in.resources["Font"])[string(name)]; o != nil {
			in.face = in.faceOf(o)
		}
	case op == "Tm" && len(n) == 6:
		in.text = matrix(n)
		in.line = in.text
	case (op == "Td" || op == "TD") && len(n) == 2:
		if op == "TD" {
			in.leader = -n[1]
		}
		in.newLine(n[0], n[1])
	case op == "T*":
		in.newLine(0, -in.leader)
	case len(n) == 1 && in.set(op, n[0]):
	case op == "Tj" && len(operands) == 1:
		in.show(operands)
	case op == "'" && len(operands) == 1:
		in.newLine(0, -in.leader)
		in.show(operands)
	case op == "\"" && len(operands) == 3:
		in.wordSpace, _ = operands[0].(float64)
		in.charSpace, _ = operands[1].(float64)
		in.newLine(0, -in.leader)
		in.show(operands[2:])
	case op == "TJ" && len(operands) == 1:
		if a, ok := operands[0].(arrayToken); ok {
			in.show(a)
		}
	}
}

// set sets a parameter of text and reports whether op does.
func (in *interpreter) set(op string, v float64) bool {
	switch op {
	case "Tc":
		in.charSpace = v
	case "Tw":
		in.wordSpace = v
	case "Tz":
		in.scale = v / 100
	case "TL":
		in.leader = v
	case "Ts":
		in.rise = v
	case "Tr":
		in.mode = v
	default:
		return false
	}
	return true
}

func (in *interpreter) newLine(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.times(in.line)
	in.text = in.line
}

// gapIsSpace is the part of the size from which a gap within a string is a
// space between words.
const gapIsSpace = 0.2

// jumped adds a gap in whose place a space is written at the end of a text. One
// that follows another is a part of it.
func jumped(jumps []Jump, length int, from, to doc.MM) []Jump {
	if n := len(jumps); n > 0 && jumps[n-1].At == length {
		from, jumps = jumps[n-1].From, jumps[:n-1]
	}
	return append(jumps, Jump{length + 1, from, to})
}

// maxTexts bounds how many texts of a page are kept.
const maxTexts = 50_000

// advance is how far a glyph moves on, in text space.
func (in *interpreter) advance(g glyph) float64 {
	w := g.width/1000*in.size + in.charSpace
	if g.space {
		w += in.wordSpace
	}
	return w * in.scale
}

// looks returns the font of a text as it looks: programs that have no bold face
// paint the edges of the glyphs too, and slant an upright one for italics.
func (in *interpreter) looks(m matrix) *Font {
	font := *in.face.font
	const filledAndStroked = 2
	font.Bold = font.Bold || in.mode == filledAndStroked
	font.Italic = font.Italic || m.slanted()
	if font == *in.face.font {
		return in.face.font
	}
	return in.known(font)
}

// show shows strings with the kerning between them as one text.
func (in *interpreter) show(parts []any) {
	if in.face == nil || in.size == 0 {
		return
	}
	var b strings.Builder
	var x, ink float64 // along the baseline, in text space
	var jumps []Jump
	whole := in.text.times(in.matrix)
	left, bottom := whole.apply(0, in.rise)
	at := func(x float64) doc.MM {
		here, _ := whole.apply(x, in.rise)
		mm, _ := in.mm(here, bottom)
		return mm
	}
	for _, part := range parts {
		switch part := part.(type) {
		case float64:
			from := at(x)
			x -= part / 1000 * in.size * in.scale
			if -part/1000 > gapIsSpace {
				jumps = jumped(jumps, b.Len(), from, at(x))
				b.WriteByte(' ')
			}
		case stringToken:
			for g := range in.face.glyphs(part) {
				if !in.spend(1 + len(g.text)) {
					return
				}
				b.WriteString(g.text)
				x += in.advance(g)
				if strings.TrimSpace(g.text) != "" {
					ink = x
				}
			}
		}
	}
	right, _ := whole.apply(x, in.rise)
	inked, _ := whole.apply(ink, in.rise)
	in.text = matrix{1, 0, 0, 1, x, 0}.times(in.text)
	if b.Len() == 0 || !whole.upright() || len(in.page.Texts) >= maxTexts || !in.spend(keptSteps) {
		return
	}
	mmX, mmY := in.mm(left, bottom)
	in.page.Texts = append(in.page.Texts, Text{
		X: mmX, Y: mmY, Width: doc.PT(right - left).MM(), Ink: doc.PT(inked - left).MM(), Size: doc.PT(math.Abs(in.size) * whole.height()),
		Font: in.looks(whole), Text: b.String(), Black: in.black, Jumps: jumps,
	})
}
