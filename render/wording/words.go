package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/letters"
)

// A gap is what stands between a word and the one before it.
type gap int

// The gaps, the wider the later.
const (
	space gap = iota
	comma     // a comma, a dash, a bracket, "và"
	colon     // or a semicolon
	stop      // the end of a sentence or a line
)

// A word is one of a text, as texts are compared.
type word struct {
	s       string // in small letters, its tone mark where "òa" has it
	before  gap
	joined  rune // the mark that joins it to the word before: / . - & or none
	many    bool // behind "các", "những", "mọi"
	capital bool // begins with one
	caps    bool // has no small letter
}

// synonyms are words that are said for another; none has a mark or a space.
var synonyms = map[string][]string{
	"ubnd": {"ủy", "ban", "nhân", "dân"}, "hđnd": {"hội", "đồng", "nhân", "dân"}, "tp": {"thành", "phố"},
	"hàng": {"hằng"}, "mỗi": {"hằng"}, "quí": {"quý"},
}

// isPlural reports a word before names of several, which belongs to no name.
func isPlural(s string) bool { return s == "các" || s == "những" || s == "mọi" }

// tones puts tone marks where the older spelling has them: òa, òe, ùy.
var tones = strings.NewReplacer(
	"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa", "oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy")

// maxShort is how many bytes an abbreviation may have to which parts are joined.
const maxShort = 32

// A splitter parts a text into words.
type splitter struct {
	words  []word
	before gap  // what stands behind the last word
	joined rune // the one mark behind it, where it is one
	many   bool // a plural does
}

// wordsOf parts a text into its words. "và" and the plural are told by the word
// behind them, and an abbreviation in parts (KH&ĐT) is one word.
func wordsOf(text string) []word {
	s := splitter{words: make([]word, 0, len(text)/6+1), before: stop}
	from := -1
	for i, c := range text {
		if isPart(c) {
			if from < 0 {
				from = i
			}
			continue
		}
		wide := width(c, text[min(i+len(string(c)), len(text)):])
		if from < 0 {
			s.joined = 0
		} else {
			s.put(text[from:i])
			if last := len(s.words) - 1; c == '.' && i-from == 2 && last >= 0 && s.words[last].caps { // TP. Hà Nội
				wide = space
			}
			from, s.joined = -1, c
		}
		s.before = max(s.before, wide)
	}
	if from >= 0 {
		s.put(text[from:])
	}
	return s.words
}

// isPart reports what words are made of: letters, digits and the marks on them.
func isPart(c rune) bool {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	return letters.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

// put adds what stands between marks.
func (t *splitter) put(raw string) {
	s := letters.ToLower(raw)
	if mayMove(s) {
		s = tones.Replace(s)
	}
	switch {
	case s == "và":
		t.before = max(t.before, comma)
		return
	case isPlural(s):
		t.many = true
		return
	}
	first, _ := utf8.DecodeRuneInString(raw)
	w := word{s, t.before, t.joined, t.many, letters.IsUpper(first), isUpper(raw) && !unicode.IsDigit(first)}
	t.before, t.many = space, false
	if last := len(t.words) - 1; last >= 0 && w.caps && t.words[last].caps && len(t.words[last].s) < maxShort && (w.joined == '&' || w.joined == '-') {
		t.words[last].s += s
		return
	}
	others, ok := synonyms[s]
	if !ok {
		t.words = append(t.words, w)
		return
	}
	for i, s := range others {
		if w.s = s; i > 0 {
			w.before, w.joined, w.many = space, 0, false
		}
		t.words = append(t.words, w)
	}
}

// mayMove reports a word in which the mark of tone may have two places: behind o
// or u stands a letter with a mark. Quý has one spelling.
func mayMove(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == 'o' || s[i] == 'u') && s[i+1] >= utf8.RuneSelf {
			return !strings.Contains(s, "q")
		}
	}
	return false
}

// isUpper reports a word without small letters.
func isUpper(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return unicode.ToUpper(c) != c })
}

// width is that of the gap which a character makes before rest.
func width(c rune, rest string) gap {
	switch c {
	case ' ', '\u00A0':
		return space
	case ':', ';':
		return colon
	case '.', '!', '?', '…':
		if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(next) || unicode.IsDigit(next) {
			return comma // within an abbreviation or a date
		}
		return stop
	case '\n':
		return stop
	}
	return comma
}
