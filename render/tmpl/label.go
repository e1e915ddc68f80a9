package tmpl

import (
	"strconv"
	"strings"
	"unicode"

	"ketluan/render/record"
)

// pointLetters are the letters of points in the order of the decree's own use
// (Phụ lục I, II.6đ): no f, j, w, z and no letter with a mark but đ.
const pointLetters = "abcdđeghiklmnopqrstuvxy"

// label returns the label of the last of the ordinals by a pattern: the
// counters I, 1 and a in it are replaced, the last by the last ordinal, one
// before it by the ordinal above. A pattern without counter is the label.
// Counter is the last counter, "" where there is none.
func label(pattern string, ordinals []int) (label, counter string) {
	counters := strings.Count(pattern, "I") + strings.Count(pattern, "1") + strings.Count(pattern, "a")
	var b strings.Builder
	at := len(ordinals) - counters
	for _, r := range pattern {
		n := 1
		if r == 'I' || r == '1' || r == 'a' {
			if at >= 0 {
				n = ordinals[at]
			}
			at++
			counter = string(r)
		}
		switch r {
		case 'I':
			b.WriteString(roman(n))
		case '1':
			b.WriteString(strconv.Itoa(n))
		case 'a':
			b.WriteString(letters(n))
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), counter
}

// labelOf returns the label of an item by a pattern, or as its record types it.
func labelOf(it *record.Item, pattern string, ordinals []int) (text, counter string) {
	text, counter = label(pattern, ordinals)
	if it.Number != "" {
		text = it.Number
	}
	return text, counter
}

// counts reports whether an item is one of those that the labels beside it
// count: a bare mark, as "-", is none.
func counts(it *record.Item) bool {
	return it.Number == "" || strings.ContainsFunc(it.Number, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// sentenceOf returns the text of an item, with the parts of its sentence.
func sentenceOf(it *record.Item) string {
	if !it.InParts {
		return marked(it.Text, it.Emphasis.Text)
	}
	parts := make([]string, 0, len(it.Items)+1)
	for _, part := range append([]*record.Item{it}, it.Items...) {
		if part.Text != "" {
			parts = append(parts, marked(part.Text, part.Emphasis.Text))
		}
	}
	return strings.Join(parts, " ")
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		digit string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.digit)
		}
	}
	return b.String()
}

// letters counts a, b … y, aa, ab ….
func letters(n int) string {
	alphabet := []rune(pointLetters)
	s := ""
	for ; n > 0; n = (n - 1) / len(alphabet) {
		s = string(alphabet[(n-1)%len(alphabet)]) + s
	}
	return s
}
