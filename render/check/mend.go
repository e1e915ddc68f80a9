package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// Every edit of every rule passes through tell, and mayMend is its gate: what
// it holds back is told all the same, as a question. Names are sacred: of them
// the machine knows less than whoever typed them.

// mend reports the bytes [from, to) of a passage, and that they should be with.
func (f *found) mend(p *record.Passage, from, to int, with string, message problem.Text) {
	hint := problem.Textf("viết %q", "write %q", with)
	sure := f.mayMend(p, from, to, with)
	switch {
	case with == "" && sure:
		hint = problem.Textf("bỏ đi", "take it away")
	case with == "":
		hint = problem.Textf("bỏ đi, nếu không cố ý", "take it away, if it is not meant")
	case !sure:
		hint = problem.Textf("có phải %q không? Cách viết cố ý thì giữ nguyên", "is it %q? What is meant to be so stays", with)
	}
	f.tell(p, from, to, with, sure, message, hint)
}

// mendBy is mend with a hint that says more than what to write.
func (f *found) mendBy(p *record.Passage, from, to int, with string, message, hint problem.Text) {
	f.tell(p, from, to, with, f.mayMend(p, from, to, with), message, hint)
}

func (f *found) tell(p *record.Passage, from, to int, with string, sure bool, message, hint problem.Text) {
	if f.full() {
		return
	}
	var edits []record.Edit
	if sure {
		if e, ok := p.Edit(from, to, with); ok {
			edits = []record.Edit{e}
		}
	}
	f.add(p, from, to, message, hint, edits)
}

// capitalize reports the small letter that a text begins with. What is no
// Vietnamese syllable (pH, e-mail, iPhone) may be meant to be small.
func (f *found) capitalize(p *record.Passage, message problem.Text) {
	first, _, _ := strings.Cut(p.Text, " ")
	first = strings.TrimRight(first, ",;:.")
	_, size := utf8.DecodeRuneInString(p.Text)
	made := capitalized(p.Text[:size])
	if first == strings.ToLower(first) && len(first) > size && IsSyllable(first) {
		f.mend(p, 0, size, made, message)
		return
	}
	f.in(p, 0, size, message, problem.Textf("viết %q, nếu không phải ký hiệu hay tên riêng", "write %q, if it is neither a sign nor a name", made))
}

// What --fix does with the rules that know what is right. Asking are those about
// names, places, positions and recipients.
var (
	asking    = []string{"ND30-HD-12", "ND30-HD-18", "ND30-CP-03", "ND30-CP-04", "ND30-CP-07", "ND30-SG-06", "ND30-RC-03", "ND30-RC-04", "DG-17", "DG-37", "DG-40", "NV-10"}
	lettering = []string{"CT-01", "CT-02", "CT-03", "CT-04", "CT-05", "CT-06", "CT-07", "CT-08"}
	mending   = []string{"BG-03", "ND30-HD-10", "ND30-HD-11", "ND30-HD-15", "ND30-TT-01", "ND30-TT-02", "ND30-BD-14", "ND30-BD-17", "ND30-CP-01", "ND30-CP-02", "ND30-CP-05", "ND30-CP-06", "ND30-CP-08", "DG-18", "DG-21", "DG-24", "DG-32"}
)

// Fix says what --fix does with the findings of a rule; nothing for a rule that
// cannot tell what is right.
func (r *Rule) Fix() problem.Text {
	switch {
	case slices.Contains(asking, r.ID):
		return problem.Textf("chỉ hỏi, không sửa: tên, chức vụ, địa danh, ký hiệu, nơi nhận là của người viết", "asks and mends nothing: names, positions, places, symbols and recipients are the writer's")
	case slices.Contains(lettering, r.ID):
		return problem.Textf("chỉ sửa chữ thường trong lời văn khi chỉ có một cách đúng; chữ có chữ hoa ở bất cứ chỗ nào, tên đơn vị và chỗ trong ngoặc kép thì hỏi", "mends words in small letters in texts where one way only is right; of words with a capital wherever they stand, names of units and what is in quotation marks it asks")
	case slices.Contains(mending, r.ID):
		return problem.Textf("sửa khi chỉ có một cách đúng; tên trong hồ sơ và chỗ trong ngoặc kép thì hỏi", "mends where one way only is right; of the profile's names and what is in quotation marks it asks")
	}
	return problem.Text{}
}

// mayMend reports whether the bytes [from, to) of a passage may be put right
// without asking: they belong to a text and neither to a name nor to a
// quotation, and a rule of letters has no word with a capital to change.
func (f *found) mayMend(p *record.Passage, from, to int, with string) bool {
	if f.full() || slices.Contains(asking, f.rule.ID) || !isText(p.Field) {
		return false
	}
	if with == "" && strings.TrimSpace(p.Text[from:to]) == "" {
		return true // spaces are no part of a name or a quotation
	}
	if slices.Contains(lettering, f.rule.ID) && changesCapital(p.Text, from, to, with) {
		return false
	}
	return !f.isQuoted(p, from, to) && !f.isNamed(p, from, to)
}

// textFields are the fields that hold texts, or the number; all others hold
// names, places, codes, days and titles. A field that is not known is not mended.
var textFields = []string{"number", "subject", "opening", "conclusions", "closing", "annex", "basis", "meeting", "documents"}

// meetingTexts are those of a meeting and of its documents; what stands beside
// them is people, units and places.
var meetingTexts = []string{"content", "text", "notes"}

func isText(field string) bool {
	root := field
	if i := strings.IndexAny(field, ".["); i >= 0 {
		root = field[:i]
	}
	if root == "meeting" || root == "documents" {
		return slices.Contains(meetingTexts, lastPart(field)) && !isPersonal(field)
	}
	return slices.Contains(textFields, root) && !slices.Contains([]string{"lead", "partners", "id", "since"}, lastPart(field))
}

// changesCapital reports letters that change in a word with a capital, or in one
// that hangs together with such a word (Xê-đăng, K'hoà).
func changesCapital(s string, from, to int, with string) bool {
	if !strings.ContainsFunc(s[from:to]+with, unicode.IsLetter) {
		return false
	}
	for first := from - maxName; from > max(first, 0); {
		c, size := utf8.DecodeLastRuneInString(s[:from])
		if !hangs(c) {
			break
		}
		from -= size
	}
	for last := to + maxName; to < min(last, len(s)); {
		c, size := utf8.DecodeRuneInString(s[to:])
		if !hangs(c) {
			break
		}
		to += size
	}
	return strings.ContainsFunc(s[from:to], unicode.IsUpper)
}

func hangs(c rune) bool {
	return inWord(c) || unicode.Is(unicode.Mn, c) || strings.ContainsRune("-'’.@_&/\u2011", c)
}

// isQuoted reports a piece inside of quotation marks, which is somebody else's.
func (f *found) isQuoted(p *record.Passage, from, to int) bool {
	quotes, seen := f.quotes[p]
	if !seen {
		if f.quotes == nil {
			f.quotes = map[*record.Passage][][]int{}
		}
		quotes = quotations(p.Text)
		f.quotes[p] = quotes
	}
	i, _ := slices.BinarySearchFunc(quotes, to, func(q []int, to int) int { return q[1] - to })
	return i < len(quotes) && quotes[i][0] <= from && to <= quotes[i][1]
}

// closing are the marks that end what others begin.
var closing = map[rune]rune{'“': '”', '«': '»', '"': '"', '„': '“'}

// quotations returns what stands between quotation marks on one line, in its order.
func quotations(s string) [][]int {
	var all [][]int
	end, from := rune(0), 0
	for i, c := range s {
		switch {
		case c == '\n':
			end = 0
		case end != 0 && c == end:
			all = append(all, []int{from, i})
			end = 0
		case end == 0 && closing[c] != 0:
			end, from = closing[c], i+utf8.RuneLen(c)
		}
	}
	return all
}

// maxName is the longest name that is looked for in texts, in bytes.
const maxName = 200

// isNamed reports a piece of one of the record's names where it stands in a text.
func (f *found) isNamed(p *record.Passage, from, to int) bool {
	if f.names == nil {
		f.names = namesOf(f.rec)
		for name := range f.names {
			f.longest = max(f.longest, 2*len(name)) // folding may take bytes away
		}
	}
	first := from - len(tail(p.Text[:from], f.longest))
	last := min(to+f.longest, len(p.Text))
	for last < len(p.Text) && !utf8.RuneStart(p.Text[last]) {
		last--
	}
	t := fold(p.Text[first:last])
	at := t.places()
	var starts, ends []int
	for i := range t.s {
		if at[i]+first < to && apartFromWords(t.s, i, len(t.s)) {
			starts = append(starts, i)
		}
		if at[i]+first > from && apartFromWords(t.s, 0, i) {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(t.s))
	for _, i := range starts {
		for _, j := range ends {
			if i < j && f.names[t.s[i:j]] {
				return true
			}
		}
	}
	return false
}

// namesOf returns the names that a record gives, folded: of its units, its
// agency, its place and who signs.
func namesOf(rec *record.Record) map[string]bool {
	names := map[string]bool{}
	add := func(all ...string) {
		for _, s := range all {
			if s != "" && len(s) <= maxName {
				names[fold(s).s] = true
			}
		}
	}
	for _, u := range rec.Units {
		add(u.Name, u.Short)
		add(u.Aliases...)
	}
	add(rec.Agency.Name, rec.Agency.Parent, rec.Agency.Place, rec.Signer.Name, rec.Signer.Position)
	for p := range rec.People() {
		add(p.Name, p.Position, p.Unit, p.Post())
	}
	for _, p := range rec.Papers {
		add(p.Signer.Name, p.Signer.Position)
	}
	return names
}

func beginsWithCapital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}
