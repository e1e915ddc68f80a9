package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

var hiddenRules = []*Rule{{
	ID: "BG-03", Severity: Error, Place: "docs/van-thu.md", words: true, check: checkHidden,
	Title: problem.Textf("không có ký tự ẩn giữa số, chữ hoa, ký hiệu", "nothing invisible between digits, capitals and symbols"),
	Reason: problem.Textf("Dấu gạch nối mềm hay dấu cách không độ rộng thường do chép từ Word, PDF, trang mạng. Màn hình có khi hiện nó là dấu -, mà khi in nó mất: 1961/QĐ-UBND thành 1961/QĐUBND, 2011-2020 thành 20112020. Giữa các chữ thường thì bỏ đi là đúng.",
		"Soft hyphens and zero-width spaces come with what is copied from Word, PDF or the web. A screen may show one as -, and it is lost in print: 1961/QĐ-UBND becomes 1961/QĐUBND, 2011-2020 becomes 20112020. Between small letters it is rightly dropped."),
	Wrong: "giai đoạn 2011<U+00AD>2020", Right: "giai đoạn 2011-2020",
}}

// spokenFields hold what is said, where a soft hyphen can only be a hyphen; a
// name is its owner's to mend.
var spokenFields = map[string]bool{
	"subject": true, "opening": true, "closing": true, "conclusions": true, "items": true, "heading": true, "text": true, "parts": true, "after": true, "product": true, "deadline": true,
	"basis": true, "content": true, "notes": true,
}

// mostHidden is how many are told of one text.
const mostHidden = 20

// checkHidden finds what is invisible between two characters that it must not
// join in silence.
func checkHidden(n *notice, f *found) {
	for _, p := range n.rec.Passages() {
		told := 0
		for _, h := range p.Hidden() {
			before, after := p.Text[:h.At], p.Text[h.At:]
			if told == mostHidden {
				break
			}
			if !joins(before, after) {
				continue
			}
			told++
			from, to := h.At-len(lastWord(before)), h.At+len(firstWord(after))
			name := h.Name()
			message := problem.Text{
				VI: fmt.Sprintf("%s giữa %q và %q", name.VI, p.Text[from:h.At], p.Text[h.At:to]),
				EN: fmt.Sprintf("%s between %q and %q", name.EN, p.Text[from:h.At], p.Text[h.At:to]),
			}
			if h.Char == '\u00AD' && spokenFields[lastPart(p.Field)] && areJoined(before, after) {
				f.add(p, from, to, message, problem.Textf("viết %q", "write %q", p.Text[from:h.At]+"-"+p.Text[h.At:to]), []record.Edit{h.Edit("-")})
				continue
			}
			f.add(p, from, to, message, problem.Textf("xóa ký tự ấy; là dấu gạch nối thì gõ lại dấu -", "take it away; type a - where one is meant"), nil)
		}
	}
}

// joins reports whether two characters that had something invisible between
// them may have been meant apart: not two small letters, nor the first letter
// of a word and the next.
func joins(before, after string) bool {
	a, size := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	if !inCode(a) || !inCode(b) || isDash(a) || isDash(b) {
		return false
	}
	if !unicode.IsLower(b) {
		return true
	}
	first, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	return !unicode.IsLower(a) && (!unicode.IsUpper(a) || inCode(first))
}

// areJoined reports that what was hidden stood between letters and digits.
func areJoined(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return (unicode.IsLetter(a) || unicode.IsDigit(a)) && (unicode.IsLetter(b) || unicode.IsDigit(b))
}

func isDash(c rune) bool { return c == '-' || c == '–' || c == '—' }

// inCode reports what words, numbers and symbols of documents are made of.
func inCode(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune("/-–—_+=%&@", c)
}

// longestPart is how much of a word is shown, in bytes.
const longestPart = 40

func firstWord(s string) string {
	for i, c := range s {
		if i >= longestPart || !inCode(c) {
			return s[:i]
		}
	}
	return s
}

func lastWord(s string) string {
	at := len(s)
	for at > 0 && len(s)-at < longestPart {
		c, size := utf8.DecodeLastRuneInString(s[:at])
		if !inCode(c) {
			break
		}
		at -= size
	}
	return s[at:]
}
