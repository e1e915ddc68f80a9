package record

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Saved in an encoding that has no Vietnamese, "Kết luận" becomes "K?t lu?n"
// and "Sở" becomes "S?". A question has its ? behind a whole word.

// endings are what may stand in a syllable behind the letter that was lost.
var endings = map[string]bool{
	"a": true, "i": true, "o": true, "u": true, "y": true, "c": true, "ch": true, "m": true, "n": true, "ng": true, "nh": true, "p": true, "t": true,
}

// measures are words without a vowel that a question may end with.
var measures = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "kg": true, "g": true, "l": true, "tr": true}

// findLost tells for each line how many of its words have lost letters: none
// where the line alone has but one that may be a question. Nil is none at all.
func (r *reader) findLost() []int {
	if text := r.source.text; strings.IndexByte(text, '?') < 0 && !strings.Contains(text, "\uFFFD") {
		return nil
	}
	counts := make([]int, len(r.lines))
	maybe := make([]int, len(r.lines))
	any := false
	for i, line := range r.lines {
		small := false
		if strings.IndexByte(line, '?') < 0 && !strings.Contains(line, "\uFFFD") || strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		eachLost(line, func(at int, sure bool) bool {
			if sure {
				counts[i]++
			} else {
				maybe[i]++
				small = small || at == 0 || line[at-1] < 'A' || line[at-1] > 'Z'
			}
			return true
		})
		if counts[i] == 0 && maybe[i] > 1 && small { // "A hay B?" alone is a question
			counts[i] = maybe[i]
		}
		any = any || counts[i] > 0
	}
	for i := range counts {
		if any { // where letters were lost, "S?" is no question
			counts[i] += maybe[i]
		}
	}
	return counts
}

// firstLost returns the column of the first word of a line with lost letters.
func firstLost(line string) int {
	col := 1
	eachLost(line, func(at int, _ bool) bool {
		col = utf8.RuneCountInString(line[:at]) + 1
		return false
	})
	return col
}

// eachLost yields the place of each ? that stands for a lost letter, and whether
// that is sure, until yield returns false.
func eachLost(line string, yield func(at int, sure bool) bool) {
	at := 0
	for token := range strings.FieldsSeq(line) {
		at += strings.Index(line[at:], token)
		if strings.ContainsAny(token, "?\uFFFD") && !isAddress(token) && !lostIn(token, at, yield) {
			return
		}
		at += len(token)
	}
}

// isAddress reports an address of the web, where a ? begins the query.
func isAddress(token string) bool {
	mark := strings.IndexByte(token, '?')
	return strings.Contains(token, "://") || strings.Contains(token, "www.") ||
		mark >= 0 && (strings.ContainsRune(token[mark:], '=') || strings.Contains(token[:mark], "."))
}

func lostIn(token string, at int, yield func(int, bool) bool) bool {
	for from := 0; from < len(token); {
		c, size := utf8.DecodeRuneInString(token[from:])
		if !inLost(c) {
			from += size
			continue
		}
		end := from + strings.IndexFunc(token[from:], func(c rune) bool { return !inLost(c) })
		if end < from {
			end = len(token)
		}
		if mark, sure := lostWord(token[from:end]); mark >= 0 && !yield(at+from+mark, sure) {
			return false
		}
		from = end
	}
	return true
}

func inLost(c rune) bool { return isLost(c) || unicode.IsLetter(c) || unicode.Is(unicode.Mn, c) }

func isLost(c rune) bool { return c == '?' || c == unicode.ReplacementChar }

// lostWord returns where a run of letters and ? has lost a letter, -1 where it
// has not, and whether that is sure.
func lostWord(word string) (mark int, sure bool) {
	mark = -1
	var last rune
	for i, c := range word {
		first := isLost(c) && !isLost(last)
		last = c
		if !first {
			continue
		}
		before := word[:i]
		after := strings.TrimLeftFunc(word[i:], isLost)
		next := strings.IndexFunc(after, isLost)
		if next >= 0 {
			after = after[:next]
		}
		switch {
		case c == unicode.ReplacementChar:
			return i, true
		case after != "" && (before == "" && next >= 0 || before != "" && endings[strings.ToLower(after)] || strings.HasPrefix(word[i:], "??")):
			return i, true
		case before == "" && after != "":
			mark = i
		case after == "" && before != "" && mark < 0 && !hasVowel(before) && !measures[before]:
			mark = i
		}
	}
	return mark, false
}

// hasVowel reports whether letters can be a word; the u of qu is no vowel.
func hasVowel(letters string) bool {
	lower := strings.ToLower(letters)
	if rest, ok := strings.CutPrefix(lower, "qu"); ok {
		lower = rest
	}
	return strings.ContainsFunc(lower, func(c rune) bool { return strings.ContainsRune("aeiouy", c) || c >= 0x80 && c != 'đ' })
}
