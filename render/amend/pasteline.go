package amend

import (
	"regexp"
	"strings"
)

// typedLabel is what stands before the text of a line that was in a list.
var typedLabel = regexp.MustCompile(`^(?:\(?(?:[IVXL]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])[.)]{1,2}|\d{1,3}(?:\.\d{1,3}){1,4}|[-–—+*•·▪○§o\x{F0A7}\x{F0B7}\x{F02D}])[ \t\x{A0}]+`)

// bullets are labels that count nothing.
const bullets = "-–—+*•·▪○§o\uF0A7\uF0B7\uF02D"

// linesOf makes an item of each line; one without a label behind one that has is
// a further paragraph of that.
func linesOf(text string) []*pasted {
	var all []*pasted
	labelled := false
	for line := range strings.SplitSeq(unified(text), "\n") {
		body := strings.TrimLeft(line, " \t\u00A0")
		label := typedLabel.FindString(body)
		rest := typed(body[len(label):])
		label = strings.Trim(label, " \t\u00A0")
		switch {
		case rest == "" && label == "":
		case label == "" && labelled && len(body) == len(line):
			last := all[len(all)-1]
			last.more = append(last.more, rest)
		default:
			it := &pasted{text: rest, label: label}
			if it.shape = shapeOf(label); label == "" {
				it.shape = "indent " + line[:len(line)-len(body)]
			} else if strings.Contains(bullets, label) {
				it.label = "-"
			}
			if rest == "" { // nothing but a label is a text
				it.text, it.label = typed(label), ""
			}
			labelled = label != ""
			all = append(all, it)
		}
	}
	for _, it := range all {
		it.whole("\n")
	}
	return all
}

var oneEnd = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n")

func unified(text string) string { return oneEnd.Replace(text) }

var (
	roman   = regexp.MustCompile(`^[IVXL]+$`)
	counter = regexp.MustCompile(`\p{L}+|\d+(?:\.\d+)*`)
)

// shapeOf is a label with its counter as the first of its kind: "b)" is "a)". The
// patterns of a record are such already.
func shapeOf(label string) string {
	if label == "" {
		return ""
	}
	if strings.Contains(bullets, label) {
		return "-"
	}
	return counter.ReplaceAllStringFunc(label, func(c string) string {
		switch {
		case roman.MatchString(c):
			return "I"
		case c[0] >= '0' && c[0] <= '9':
			return "1" + strings.Repeat(".1", strings.Count(c, "."))
		case c == strings.ToUpper(c):
			return "A"
		}
		return "a"
	})
}
