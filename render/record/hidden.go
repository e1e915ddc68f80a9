package record

import (
	"strings"

	"ketluan/render/problem"
)

// A Hidden is a run of characters without width that stood between two of a
// passage's text, where no space is; the text is without it.
type Hidden struct {
	At   int  // the byte of the text behind it
	Char rune // the first of them
	edit Edit
}

// Hidden returns what was left out between the characters of a passage.
func (p *Passage) Hidden() []Hidden {
	if !p.hidden {
		return nil
	}
	var all []Hidden
	a := atoms{text: p.source.text, style: p.style}
	before := -1 // where the character before ends
	p.align(func(at, from, to int, exact bool) bool {
		if before >= 0 && from > before && exact && !strings.ContainsAny(p.Text[at-1:at+1], " \n") {
			if c, begin, ok := a.firstHidden(before, from); ok {
				all = append(all, Hidden{At: at, Char: c, edit: Edit{File: p.File, From: begin, To: from}})
			}
		}
		before = to
		return true
	})
	return all
}

// firstHidden returns the first character without width of a piece of the
// source, and where it begins. Ends of lines that a backslash joins are none.
func (a atoms) firstHidden(from, to int) (rune, int, bool) {
	for from < to {
		c, ok := a.at(from)
		if !ok {
			break
		}
		joined := a.text[c.from] == '\\' && strings.ContainsAny(a.text[c.from+1:c.to], "\r\n")
		if isZeroWidth(c.c) && !joined {
			return c.c, c.from, true
		}
		from = c.to
	}
	return 0, 0, false
}

// Edit puts a text in the place of what is hidden.
func (h Hidden) Edit(text string) Edit {
	h.edit.Text = text
	return h.edit
}

// isZeroWidth reports characters that have no width and no meaning here:
// zero-width spaces and joiners, word joiner, invisible operators, byte order
// mark, soft hyphen, what selects a variant of the character before.
func isZeroWidth(c rune) bool {
	return c >= 0x200B && c <= 0x200D || c >= 0x2060 && c <= 0x2064 || c >= 0x206A && c <= 0x206F || c == 0xFEFF || c == 0x00AD ||
		c == 0x034F || c >= 0x180B && c <= 0x180E || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF
}

// Name says what is hidden, with its code point.
func (h Hidden) Name() problem.Text {
	switch h.Char {
	case 0x00AD:
		return problem.Textf("dấu gạch nối mềm (U+00AD)", "a soft hyphen (U+00AD)")
	case 0x200B:
		return problem.Textf("dấu cách không độ rộng (U+200B)", "a zero-width space (U+200B)")
	}
	return problem.Textf("ký tự ẩn (%U)", "an invisible character (%U)", h.Char)
}
