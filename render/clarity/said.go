package clarity

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/record"
)

// A said is a text as its words: in sentences and their parts, each word apart.
type said struct {
	sentences [][]string // words as typed, marks but commas taken away
	parts     [][]string // of the sentences, between commas: in small letters
}

// maxWords bounds how much of a text is read: what a task is stands at its
// beginning.
const maxWords = 2000

func newSaid(s string) said {
	var t said
	words := 0
	for _, sentence := range strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(".;:\n!?", c) }) {
		var all []string
		for _, part := range strings.Split(sentence, ",") {
			typed := strings.FieldsFunc(part, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(`()[]"“”–`, c) })
			if words += len(typed); words > maxWords {
				return t
			}
			if len(typed) == 0 {
				continue
			}
			all = append(all, typed...)
			t.parts = append(t.parts, strings.Fields(strings.ToLower(strings.Join(typed, " "))))
		}
		t.sentences = append(t.sentences, all)
	}
	return t
}

// padded returns words as one text in which whole words can be looked for.
func padded(words []string) string { return " " + strings.ToLower(strings.Join(words, " ")) + " " }

func holds(padded string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(padded, " "+p+" ") })
}

// has reports whether one of the phrases stands in the text. Commas do not
// part one.
func (t said) has(phrases []string) bool {
	return slices.ContainsFunc(t.sentences, func(s []string) bool { return holds(padded(s), phrases) })
}

// together reports whether a sentence has a phrase of both lists.
func (t said) together(first, second []string) bool {
	return slices.ContainsFunc(t.sentences, func(s []string) bool { return holds(padded(s), first) && holds(padded(s), second) })
}

// leadIns are words before the verb of a part.
var leadIns = list(`giao, yêu cầu, đề nghị, tiếp tục, cần, phải, và, khẩn trương, kịp thời, đồng thời, các đơn vị, các phòng, đơn vị, thuộc sở, sẽ, thường xuyên`)

// begins reports whether the text or one of its parts begins with one of the
// phrases, behind words that only lead in, or more of them.
func (t said) begins(phrases []string, more ...string) bool {
	ins := slices.Concat(leadIns, more)
	for _, part := range t.parts {
		s := padded(part)
		for again := true; again; {
			again = false
			for _, p := range ins {
				if rest, ok := strings.CutPrefix(s, " "+p+" "); ok && rest != "" {
					s, again = " "+rest, true
				}
			}
		}
		if slices.ContainsFunc(phrases, func(p string) bool { return strings.HasPrefix(s, " "+p+" ") }) {
			return true
		}
	}
	return false
}

// opens reports whether the text begins with one of the phrases as it is.
func (t said) opens(phrases []string) bool {
	return len(t.parts) > 0 && slices.ContainsFunc(phrases, func(p string) bool { return strings.HasPrefix(padded(t.parts[0]), " "+p+" ") })
}

// partOf returns the number of the sentence that names a unit first, -1 where
// none does.
func (t said) partOf(u *record.Unit) int {
	called := called(u)
	return slices.IndexFunc(t.sentences, func(s []string) bool { return holds(padded(s), called) })
}

// called returns the names of a unit as they stand in texts.
func called(u *record.Unit) []string {
	var all []string
	for _, name := range append([]string{u.Name, u.Short}, u.Aliases...) {
		if words := newSaid(name); len(words.sentences) > 0 {
			all = append(all, strings.TrimSpace(padded(slices.Concat(words.sentences...))))
		}
	}
	return all
}

// does reports whether one of the verbs stands in the text as one.
func (t said) does(verbs []string) bool {
	found := false
	t.eachVerb(verbs, func([]string) { found = true })
	return found
}

// saysTo reports whether behind one of the verbs, in its sentence, somebody is
// named: a chief, or a name with a capital that is no paper's.
func (t said) saysTo(verbs []string) bool {
	found := false
	t.eachVerb(verbs, func(rest []string) { found = found || isNamed(rest) })
	return found
}

// namesSomebody is saysTo of all words but the first of each sentence.
func (t said) namesSomebody() bool {
	return slices.ContainsFunc(t.sentences, func(s []string) bool { return len(s) > 1 && isNamed(s[1:]) })
}

func isNamed(words []string) bool {
	if holds(padded(words), chiefs) {
		return true
	}
	for i, w := range words {
		paper := slices.Contains(citing, strings.ToLower(w)) || i > 0 && slices.Contains(citing, strings.ToLower(words[i-1]))
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && !paper && !isCode(w) {
			return true
		}
	}
	return false
}

// isCode reports what begins with a capital and is no name: I, IV, A.2, 05/QĐ.
func isCode(w string) bool {
	return strings.Trim(w, "IVX") == "" || strings.ContainsAny(w, "/0123456789")
}

// eachVerb calls see with what is behind each verb in its sentence. "Trình" in
// "chương trình" is none, nor "báo cáo" with a verb of making before it.
func (t said) eachVerb(verbs []string, see func(rest []string)) {
	for _, s := range t.sentences {
		lower := strings.Fields(padded(s))
		for i := range lower {
			for _, v := range verbs {
				words := strings.Fields(v)
				if i+len(words) > len(lower) || !slices.Equal(lower[i:i+len(words)], words) {
					continue
				}
				around := padded(lower[max(i-1, 0):min(i+len(words)+1, len(lower))])
				if holds(around, nounsOfTrinh) || v == "báo cáo" && i > 0 && (slices.Contains(making, lower[i-1]) || lower[i-1] == "các" || lower[i-1] == "nghe" || lower[i-1] == "số") {
					continue
				}
				see(s[i+len(words):])
			}
		}
	}
}

// namesProduct reports a text that says what is handed in: somebody is reported
// to, a paper is made, an event held, a share reached.
func (t said) namesProduct() bool {
	if t.does(reporting) || t.does(submitting) || t.has(events) {
		return true
	}
	for _, s := range t.sentences {
		lower := strings.Fields(padded(s))
		for i, w := range lower {
			if strings.HasSuffix(w, "%") {
				return true
			}
			two := w
			if i+1 < len(lower) {
				two += " " + lower[i+1]
			}
			if (slices.Contains(making, w) || slices.Contains(making, two)) && holds(padded(lower[i+1:min(i+1+reach, len(lower))]), papers) {
				return true
			}
		}
	}
	return false
}

// reach is how many words behind a verb its object begins.
const reach = 7

// deadlines are words that set a day.
var deadlines = regexp.MustCompile(`(?i) (?:trước|trong|đến|hết|chậm nhất|vào|xong|cuối|đầu) (?:[^ ]+ ){0,4}(?:\d{1,2}/\d{1,2}|ngày \d|tháng \d|quý (?:[1-4]|i{1,3}|iv)\b)`)

// namesDay reports a text that says by when.
func (t said) namesDay() bool {
	return slices.ContainsFunc(t.sentences, func(s []string) bool { return deadlines.MatchString(padded(s)) })
}

func (t said) hasDigit() bool {
	return slices.ContainsFunc(t.sentences, func(s []string) bool { return strings.ContainsAny(strings.Join(s, ""), "0123456789") })
}
