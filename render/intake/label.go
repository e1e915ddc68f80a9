package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// typedLabel is a label that was typed before a text. A point is followed by a
// space or a letter: 1.500 is a number.
var typedLabel = regexp.MustCompile(`^(?:(Điều \d{1,3}\.)|([IVX]{1,5}) ?[./)-]|(\d{1,3}(?:\.\d{1,2}){0,3}) ?[.)/]|(\d{1,2}(?:\.\d{1,2}){1,3})|\((\d{1,2})\)|\(([a-zđ])\)|([a-zđ]) ?[.)]|([A-HĐ]) ?[.)/]|([-–—+*•·●○▪]))(?: +|$)`)

// tightLabel is one that a letter follows at once: "1.Phòng", "a)Rà soát", "-Giao".
var tightLabel = regexp.MustCompile(`^(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(\d{1,2}\)|[a-zđ]\)|[-–+•])(\p{Lu})`)

// labelled reports a text that begins with a label.
func labelled(text string) bool { return typedLabel.MatchString(text) || tightLabel.MatchString(text) }

// cutLabel parts the label from a text.
func cutLabel(text string) (label, rest string) {
	if m := typedLabel.FindString(text); m != "" {
		return strings.TrimSpace(m), text[len(m):]
	}
	if m := tightLabel.FindStringSubmatchIndex(text); m != nil {
		return text[:m[2]], text[m[2]:]
	}
	return "", text
}

// A mark is a label as it is counted.
type mark struct {
	kind string // the label with I, 1 and a for what counts: "1.1.", "a)", "-"
	rank int    // how deep such labels stand, where nothing else tells
	last int    // the last counter, from 1; 0 is none
}

// markOf reads a label.
func markOf(label string) mark {
	m := typedLabel.FindStringSubmatch(label + " ")
	if m == nil {
		m = typedLabel.FindStringSubmatch(label)
	}
	if m == nil {
		return mark{kind: label, rank: 60}
	}
	switch {
	case m[1] != "":
		return mark{kind: label, rank: 5}
	case m[2] != "":
		return mark{strings.Replace(label, m[2], "I", 1), 10, romanOf(m[2])}
	case m[3] != "" || m[4] != "":
		return decimal(label, m[3]+m[4])
	case m[5] != "":
		n, _ := strconv.Atoi(m[5])
		return mark{strings.Replace(label, m[5], "1", 1), 35, n}
	case m[6] != "" || m[7] != "":
		return mark{strings.Replace(label, m[6]+m[7], "a", 1), 40, letterOf(m[6] + m[7])}
	case m[8] != "":
		return mark{kind: label, rank: 5, last: 1 + strings.Index("ABCDĐEGH", m[8])}
	}
	if label == "+" {
		return mark{kind: "+", rank: 52}
	}
	if label == "–" || label == "—" {
		label = "-"
	}
	return mark{kind: label, rank: 50}
}

func decimal(label, digits string) mark {
	all := strings.Split(digits, ".")
	n, _ := strconv.Atoi(all[len(all)-1])
	rank := 20 + 3*(len(all)-1)
	if strings.HasSuffix(label, ")") {
		rank = 34
	}
	pattern := strings.TrimSuffix(strings.Repeat("1.", len(all)), ".")
	return mark{strings.Replace(label, digits, pattern, 1), rank, n}
}

// pointLetters are those of points, in the order of the decree (Phụ lục I,
// II.6đ).
const pointLetters = "abcdđeghiklmnopqrstuvxy"

// letterOf returns the place of a letter among those of points; of one that is
// none of them, 0.
func letterOf(s string) int {
	for i, c := range []rune(pointLetters) {
		if string(c) == s {
			return i + 1
		}
	}
	return 0
}

func romanOf(s string) int {
	digits := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := 0; i < len(s); i++ {
		v := digits[s[i]]
		if i+1 < len(s) && digits[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

// made writes the label that a numbering makes of a pattern and the counters of
// an item and of those above it, outermost first.
func made(pattern string, counters []int) string {
	n := strings.Count(pattern, "I") + strings.Count(pattern, "1") + strings.Count(pattern, "a")
	at := len(counters) - n
	var b strings.Builder
	for _, c := range pattern {
		count := 1
		if strings.ContainsRune("I1a", c) {
			if at >= 0 {
				count = counters[at]
			}
			at++
		}
		switch letters := []rune(pointLetters); {
		case c == 'I':
			b.WriteString(romanNumber(count))
		case c == '1':
			b.WriteString(strconv.Itoa(count))
		case c == 'a' && count <= len(letters):
			b.WriteRune(letters[count-1])
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

func romanNumber(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.n; n -= d.n {
			b.WriteString(d.s)
		}
	}
	return b.String()
}

// gives reports a line without a label that gives work to somebody, told in the
// lines below: "Giao Phòng A:".
func (e entry) gives() bool {
	name := e.text
	if m := given.FindStringIndex(name); m != nil && m[0] == 0 {
		name = name[m[1]:]
	}
	return strings.HasSuffix(name, ":") && len(name) < maxListed && (unitWord.MatchString(name) || persons.MatchString(name))
}

// beside reports that a label of a kind goes on with what stands above; so does
// none.
func beside(stack []*Item, kind string) bool {
	return kind == "" || slices.ContainsFunc(stack, func(it *Item) bool { return it.kind == kind })
}

// lastOf returns the last item below one, nil where there is none.
func lastOf(it *Item) (last *Item) {
	for len(it.Items) > 0 {
		it = it.Items[len(it.Items)-1]
		last = it
	}
	return last
}
