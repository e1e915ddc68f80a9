package layout

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Demerits of ending a line between two words. What is glued together comes
// apart only where a line would gape, which costs more than all of them; a
// short code, and a dash from the word before it, after everything else.
const (
	codePenalty = 3e5
	gluePenalty = 5e7
	lastPenalty = 4e8
)

// takesNumber are the words that stay with the number after them.
var takesNumber = map[string]bool{
	"ngày": true, "tháng": true, "năm": true, "quý": true, "điều": true, "khoản": true, "mục": true, "chương": true,
	"phần": true, "lục": true, "số": true, "thứ": true, "lần": true, "khóa": true, "khoá": true, "đoạn": true, "kỳ": true, "giờ": true,
}

// followsNumber are the words that stay with the number before them.
var followsNumber = map[string]bool{
	"%": true, "đồng": true, "triệu": true, "tỷ": true, "tỉ": true, "nghìn": true, "ngàn": true, "km": true, "m": true,
	"m2": true, "m²": true, "m3": true, "m³": true, "ha": true, "kg": true, "tấn": true, "giờ": true, "phút": true,
}

// titles stay with the name or position after them.
var titles = map[string]bool{
	"TM.": true, "KT.": true, "TL.": true, "TUQ.": true, "Q.": true, "GS.": true, "PGS.": true, "TS.": true, "ThS.": true, "BS.": true, "KS.": true,
}

// glue returns the demerits of ending a line between the words a and b.
func glue(a, b []byte) float64 {
	switch {
	case isDash(b):
		return lastPenalty
	case isDash(a):
		return gluePenalty
	}
	if isNumber(a) && followsNumber[strings.TrimRight(string(b), ".,;:)")] || asksFor(a, b) {
		return gluePenalty
	}
	return 0
}

// asksFor reports a word a that stays with one as b. What b is tells most pairs
// apart: only then a is looked up.
func asksFor(a, b []byte) bool {
	if len(b) > 1 && isSmall(b[0]) && (isSmall(b[1]) || b[1] >= utf8.RuneSelf) {
		return false // a word as most
	}
	numbered := startsWithDigit(b) || isRoman(b) || isBlank(b)
	lettered := isPointLetter(b)
	named := startsUpper(b) && bytes.HasSuffix(a, []byte(".")) // as titles and initials have
	if !numbered && !named && !lettered {
		return false
	}
	before := strings.TrimLeft(string(a), `("“‘`)
	lower := strings.ToLower(before)
	return numbered && takesNumber[lower] || lettered && lower == "điểm" || named && (titles[before] || isInitials(before))
}

func isDash(b []byte) bool {
	switch string(b) {
	case "-", "\u2011", "–", "—":
		return true
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

func startsWithDigit(b []byte) bool { return len(b) > 0 && isDigit(b[0]) }

func startsUpper(b []byte) bool {
	r, _ := utf8.DecodeRune(b)
	return unicode.IsUpper(r)
}

// isBlank reports a place left free to be filled in by hand.
func isBlank(b []byte) bool {
	if len(b) > 0 && strings.IndexByte("./\xC2\xE2", b[0]) < 0 { // what those begin with
		return false
	}
	return strings.Trim(string(b), "\u00A0./…") == ""
}

func isRoman(b []byte) bool {
	if len(b) == 0 || strings.IndexByte("IVXLC", b[0]) < 0 {
		return false
	}
	digits := strings.TrimRight(string(b), ".,;:)")
	digits, _, _ = strings.Cut(digits, "/") // quý IV/2020
	return strings.Trim(digits, "IVXLC") == ""
}

// isNumber reports digits with the dots and commas between them.
func isNumber(b []byte) bool {
	return startsWithDigit(b) && strings.Trim(string(b), "0123456789.,") == "" && b[len(b)-1] != '.'
}

func isPointLetter(b []byte) bool {
	_, n := utf8.DecodeRune(b)
	if n < len(b) && strings.IndexByte(".,;:)", b[n]) < 0 {
		return false
	}
	letter := strings.TrimRight(string(b), ".,;:)")
	return utf8.RuneCountInString(letter) == 1 && !startsUpper([]byte(letter))
}

// isInitials reports single capitals with a full stop after each: "N.", "N.T.".
func isInitials(s string) bool {
	if s == "" {
		return false
	}
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if !unicode.IsUpper(r) || len(s) <= n || s[n] != '.' {
			return false
		}
		s = s[n+1:]
	}
	return true
}
