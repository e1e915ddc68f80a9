package revision

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/docx"
)

// words parts a text into its words, spaces and marks: what a change takes whole.
// Joined they are the text again.
func words(text string) []string {
	var all []string
	from, last := 0, rune(0)
	for at, c := range text {
		if at > from && !(isWord(c) && isWord(last)) {
			all = append(all, text[from:at])
			from = at
		}
		last = c
	}
	if from < len(text) {
		all = append(all, text[from:])
	}
	return all
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// plain returns a text as words are compared: in NFC, with single spaces and one
// hyphen.
func plain(text string) string { return docx.Plain(norm.NFC.String(text)) }

// maxCells is the size of the table in which two texts are compared: 2,000 words
// of each. What differs in more is one piece.
const maxCells = 4 << 20

// A hunk is where two lists differ: a[From:To] became b[Into:End].
type hunk struct{ From, To, Into, End int }

// differences compares two lists: the hunks come in order, with something equal
// between each two.
func differences(a, b []string, same func(a, b string) bool) []hunk {
	from := 0
	for from < len(a) && from < len(b) && same(a[from], b[from]) {
		from++
	}
	ends := 0
	for ends < len(a)-from && ends < len(b)-from && same(a[len(a)-1-ends], b[len(b)-1-ends]) {
		ends++
	}
	a, b = a[from:len(a)-ends], b[from:len(b)-ends]
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	if (len(a)+1)*(len(b)+1) > maxCells {
		return []hunk{{from, from + len(a), from, from + len(b)}}
	}
	var all []hunk
	open := hunk{From: -1}
	i, j := 0, 0
	end := func() {
		if open.From >= 0 {
			open.To, open.End = i+from, j+from
			all = append(all, open)
			open.From = -1
		}
	}
	longest := common(a, b, same)
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && same(a[i], b[j]) {
			end()
			i, j = i+1, j+1
			continue
		}
		if open.From < 0 {
			open = hunk{From: i + from, Into: j + from}
		}
		if j == len(b) || i < len(a) && longest(i+1, j) >= longest(i, j+1) {
			i++
		} else {
			j++
		}
	}
	end()
	return all
}

// common returns how much two lists have in common from two places on.
func common(a, b []string, same func(a, b string) bool) func(i, j int) int {
	width := len(b) + 1
	table := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if same(a[i], b[j]) {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	return func(i, j int) int { return int(table[i*width+j]) }
}

// joinedHunks joins hunks that only a space, or a mark, parts: two words that are
// both new are one change.
func joinedHunks(all []hunk, a []string) []hunk {
	var out []hunk
	for _, h := range all {
		if n := len(out); n > 0 && strings.TrimSpace(strings.Join(a[out[n-1].To:h.From], "")) == "" {
			out[n-1].To, out[n-1].End = h.To, h.End
			continue
		}
		out = append(out, h)
	}
	return out
}

// alike returns how much of the longer of two texts the other has, from 0 to 1.
func alike(a, b string) float64 {
	x, y := words(a), words(b)
	most := max(len(x), len(y))
	if most == 0 {
		return 1
	}
	differ := 0
	for _, h := range differences(x, y, equal) {
		differ += max(h.To-h.From, h.End-h.Into)
	}
	return 1 - float64(min(differ, most))/float64(most)
}

func equal(a, b string) bool { return a == b }
