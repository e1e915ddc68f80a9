package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/kind"
	"ketluan/render/letters"
	"ketluan/render/record"
)

// A notice is a record with its texts told apart.
type notice struct {
	rec     *record.Record
	kinds   []kind.Kind                // of the documents that are made of it, at least one
	byField map[string]*record.Passage // the record's own before the profile's
	prose   []*record.Passage          // what is made of words: not dates, codes and names of units to be looked up
	body    []*record.Passage          // opening, conclusions and closing, in the order of print
	tasks   []*record.Item
	words   map[*record.Passage][]word // of the prose with their spellings, as far as they were asked for
	cut     map[*record.Passage][]word // of any passage, likewise; spelled or not
	memory  *memory

	citing    []*record.Passage // of the prose, those with a symbol of a document
	citations []cited
}

// plainFields hold no prose: their last part, without a number behind it.
var plainFields = map[string]bool{
	"profile": true, "code": true, "quarter": true, "number": true, "system": true, "end-mark": true, "tone-marks": true, "headings": true, "date": true, "meeting-date": true, "numbering": true, "annex": true, "assignments": true,
	"signer": true, "report-to": true, "report-by": true, "id": true, "since": true, "successor": true, "short": true, "aliases": true, "lead": true, "partners": true, "units": true,
	"holidays": true, "working-days": true, "starts": true, "ends": true, "time": true, "attendance": true, "count": true, "template": true,
}

// lastPart returns the last part of a field's path: "text" of "conclusions[2].text".
func lastPart(field string) string {
	field = field[strings.LastIndexByte(field, '.')+1:]
	name, _, _ := strings.Cut(field, "[")
	return name
}

func newNotice(rec *record.Record, kinds []kind.Kind, m *memory) *notice {
	count := len(rec.Passages())
	n := &notice{
		rec: rec, kinds: kinds, byField: make(map[string]*record.Passage, count), tasks: rec.Tasks(),
		words: make(map[*record.Passage][]word, count), cut: map[*record.Passage][]word{}, memory: m,
	}
	for _, p := range rec.Passages() {
		if n.byField[p.Field] == nil {
			n.byField[p.Field] = p
		}
		last := lastPart(p.Field)
		if plainFields[last] && !strings.HasPrefix(p.Field, "units[") || strings.HasPrefix(p.Field, "checks-off") {
			continue
		}
		if strings.HasPrefix(p.Field, "meeting.") && record.IsSignerKey(p.Text) || strings.HasPrefix(p.Field, "documents[") && lastPart(p.Field) == "unit" {
			continue
		}
		if strings.HasPrefix(p.Field, "units[") && last != "units" && last != "name" {
			continue
		}
		n.prose = append(n.prose, p)
		n.words[p] = nil
	}
	for _, part := range []string{"opening", "conclusions", "closing"} {
		for _, p := range n.prose {
			if strings.HasPrefix(p.Field, part) && slices.Contains([]string{"opening", "closing", "conclusions", "items", "parts", "heading", "text", "after"}, lastPart(p.Field)) {
				n.body = append(n.body, p)
			}
		}
	}
	n.findCitations()
	return n
}

// wordsIn returns the words of a passage of the prose with their spellings, nil for
// others. What keeps a document from being made is found without most of them.
func (n *notice) wordsIn(p *record.Passage) []word {
	words, prose := n.words[p]
	if prose && words == nil {
		words = n.cutIn(p)
		n.memory.spell(words)
		n.words[p] = words
	}
	return words
}

// cutIn returns the words of any passage, with or without their spellings: those that
// keep a document from being made are looked for without reading the lexicon.
func (n *notice) cutIn(p *record.Passage) []word {
	words, known := n.cut[p]
	if !known {
		words = wordsOf(p.Text)
		n.cut[p] = words
	}
	return words
}

// textOf returns the passage of an item's text; nil where it has none.
func (n *notice) textOf(it *record.Item) *record.Passage {
	if p := n.byField[it.Field()+".text"]; p != nil {
		return p
	}
	return n.byField[it.Field()]
}

// A word is a run of letters, marks and digits.
type word struct {
	s         string
	from, to  int
	digits    bool // has some
	ascii     bool
	capitals  int
	*spelling // of a word of a notice
}

func wordsOf(s string) []word {
	words := make([]word, 0, len(s)/6+1)
	w, open := word{}, false
	for i, c := range s {
		letter := c < utf8.RuneSelf && (c|0x20 >= 'a' && c|0x20 <= 'z') || c >= utf8.RuneSelf && (letters.IsLetter(c) || unicode.Is(unicode.Mn, c))
		digit := c >= '0' && c <= '9'
		if !letter && !digit {
			if open {
				w.s, w.to, open = s[w.from:i], i, false
				words = append(words, w)
			}
			continue
		}
		if !open {
			w, open = word{from: i, ascii: true}, true
		}
		w.digits = w.digits || digit
		w.ascii = w.ascii && c < utf8.RuneSelf
		if letter && letters.IsUpper(c) {
			w.capitals++
		}
	}
	if open {
		w.s, w.to = s[w.from:], len(s)
		words = append(words, w)
	}
	return words
}

// each calls see with every match of a pattern in the passages that hold the
// gate, which saves running the pattern on the others.
func each(passages []*record.Passage, gate string, pattern *regexp.Regexp, see func(p *record.Passage, m []int)) {
	for _, p := range passages {
		if !strings.Contains(p.Text, gate) {
			continue
		}
		for _, m := range pattern.FindAllStringSubmatchIndex(p.Text, -1) {
			if apartFromWords(p.Text, m[0], m[1]) {
				see(p, m)
			}
		}
	}
}

// apartFromWords reports whether a piece begins and ends where words do.
func apartFromWords(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	first, _ := utf8.DecodeRuneInString(s[from:])
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(c rune) bool { return c != utf8.RuneError && (letters.IsLetter(c) || unicode.IsDigit(c)) }

// startsSentence reports whether what stands at a byte of s begins a sentence
// or stands behind a mark after which a capital may stand.
func startsSentence(s string, at int) bool {
	before := strings.TrimRight(s[:at], " \u00A0“\"'(‘")
	if before == "" || before != s[:at] && strings.HasSuffix(s[:at], "\n") {
		return true
	}
	return strings.ContainsAny(before[len(before)-1:], ".!?:;\n-+)]") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "…")
}

// capitalized returns s with its first letter a capital.
func capitalized(s string) string {
	c, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[size:]
}

// short cuts a long text for a message.
func short(s string) string {
	runes := []rune(s)
	if len(runes) <= 60 {
		return s
	}
	return string(runes[:60]) + "…"
}

// tail returns the last n bytes of s or a few less, whole characters.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[len(s)-n:]
	for s != "" && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}
