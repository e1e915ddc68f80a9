package deadline

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Phrase is where a sentence says by when something is to be done.
type Phrase struct {
	From, To int           // its bytes: "trước ngày 15/10/2026"
	Day      calendar.Date // zero where the words do not give it
	Why      problem.Text  // the reason why there is no day
}

// Find returns the phrases of a sentence by their places: moments behind a word
// that makes an end of them, as trước, trong, đến, chậm nhất, and spans that
// count from a day. A day of a document, a quarter that is only spoken of and
// "từ ngày" are none.
func Find(words string, s Setting) []Phrase {
	t := parse(plain(words), s)
	var all []Phrase
	for _, m := range t.ends() {
		if m.role == end && !m.counted || m.role == before {
			all = append(all, Phrase{From: t.begins(m.from), To: m.to, Day: m.due()})
		}
	}
	for _, c := range t.counts {
		if roleOf(t.words[:c.from]) != end {
			continue
		}
		p := Phrase{From: t.begins(c.from), To: t.reaches(c), Why: c.why}
		if c.moment != nil {
			p.Day = c.moment.due()
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b Phrase) int { return cmp.Compare(a.From, b.From) })
	return all
}

// plain has a space of one byte for each byte of one that does not break, so
// that places stay.
func plain(words string) string { return strings.ReplaceAll(words, "\u00A0", "  ") }

// leading are words that stand before those that make an end: chậm nhất, trong
// vòng, không quá.
var leading = set("chậm muộn trong không đến")

// begins returns where the words begin that make an end of what stands at a
// byte.
func (t *text) begins(at int) int {
	made, from := false, at
	for {
		head := strings.TrimRight(t.words[:at], " ")
		i := strings.LastIndexByte(head, ' ') + 1
		w := strings.Trim(strings.ToLower(head[i:]), marks)
		switch {
		case w == "" || strings.TrimRight(head[i:], marks) != head[i:]:
			return from
		case !made && (ending[w] || w == "trước") || made && leading[w]:
			made, from = true, i
		case made || w != "hết" && !filling[w] && !hour.MatchString(w):
			return from
		}
		at = i
	}
}

// tails are the days of the notice and the meeting that counts begin with.
var tails = []*regexp.Regexp{fromNotice, fromMeeting}

// reaches returns where the words of a count end: with the day that it counts
// from.
func (t *text) reaches(c *count) int {
	tail := t.words[c.to:]
	for _, pattern := range tails {
		if m := pattern.FindString(tail); m != "" {
			return c.to + len(strings.TrimRight(m, " ,;.)"))
		}
	}
	for _, m := range t.moments {
		if m.from >= c.to {
			if fromMoment.MatchString(t.words[c.to:m.from]) {
				return m.to
			}
			break
		}
	}
	return c.to
}
