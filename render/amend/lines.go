package amend

import (
	"strings"
	"unicode/utf8"

	"ketluan/render/record"
	"ketluan/render/scalar"
)

// indented are lines of text; empty ones stay empty.
func (d *Draft) indented(lines []string, indent int) string {
	var b strings.Builder
	for _, line := range lines {
		if line != "" {
			b.WriteString(strings.Repeat(" ", indent) + line)
		}
		b.WriteString(d.end)
	}
	return b.String()
}

// paragraphs are the lines of a text, with those of old where it says the same.
func (d *Draft) paragraphs(s site, old []string, text string, indent int) []string {
	if s.manner == lined {
		if strings.Contains(text, "\n") {
			return strings.Split(text, "\n")
		}
		return relined(old, text, indent, false)
	}
	var were [][]string
	for i, line := range old {
		if i == 0 || line == "" {
			were = append(were, nil)
		}
		if line != "" {
			were[len(were)-1] = append(were[len(were)-1], line)
		}
	}
	now := strings.Split(text, "\n")
	tail := 0
	for tail < len(were) && tail < len(now) && record.Clean(strings.Join(were[len(were)-1-tail], " ")) == now[len(now)-1-tail] {
		tail++
	}
	var lines []string
	for i, p := range now {
		var own []string
		if k := len(now) - i; k <= tail {
			own = were[len(were)-k]
		} else if i < len(were)-tail {
			own = were[i]
		}
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, relined(own, p, indent, s.keep)...)
	}
	return lines
}

// relined parts a paragraph into lines, and keeps those of old at its beginning
// and at its end that need not change. Those behind a change take what is over, and
// give what there is room for, unless they are to be kept.
func relined(old []string, text string, indent int, keep bool) []string {
	room := width - indent
	for _, line := range old {
		room = max(room, utf8.RuneCountInString(line))
	}
	head, tail := 0, len(old)
	for head < len(old) && text != "" {
		line := record.Clean(old[head])
		rest, ok := strings.CutPrefix(text, line)
		if !ok || line == "" || rest != "" && rest[0] != ' ' {
			break
		}
		text, head = strings.TrimPrefix(rest, " "), head+1
	}
	for tail > head && text != "" {
		line := record.Clean(old[tail-1])
		rest, ok := strings.CutSuffix(text, line)
		if !ok || line == "" || rest != "" && rest[len(rest)-1] != ' ' {
			break
		}
		text, tail = strings.TrimSuffix(rest, " "), tail-1
	}
	if text == "" {
		return append(append([]string{}, old[:head]...), old[max(tail, head):]...)
	}
	if head > 0 && fits(old[head-1], text, room) { // the line before has room for the first word
		head--
		text = record.Clean(old[head]) + " " + text
	}
	made := scalar.Lines(text, room+1)
	for own := tail - head; tail < len(old) && (len(made) > max(own, 1) || !keep && fits(made[len(made)-1], old[tail], room)); own++ {
		text, tail = text+" "+record.Clean(old[tail]), tail+1
		if own >= mostFlown {
			text, tail = record.Clean(strings.Join(append([]string{text}, old[tail:]...), " ")), len(old)
		}
		made = scalar.Lines(text, room+1)
	}
	return append(append(append([]string{}, old[:head]...), made...), old[tail:]...)
}

// fits reports room on a line for the first word of a text.
func fits(line, text string, room int) bool {
	word, _, _ := strings.Cut(text, " ")
	return utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= room
}

// mostFlown is how many lines are laid one by one before the rest of a paragraph
// is laid at once.
const mostFlown = 40
