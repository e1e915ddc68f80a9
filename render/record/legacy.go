package record

import (
	"strings"
	"unicode"

	"ketluan/render/problem"
)

// The letters of TCVN3 and VNI are bytes; a file in one of them that was made
// into Unicode byte by byte holds Latin letters and signs in their place:
// "KÕt luËn cña Gi¸m ®èc" is TCVN3, "Keát luaän cuûa Giaùm ñoác" is VNI.

// tcvn3Signs are signs that stand inside words in TCVN3 and nowhere else.
const tcvn3Signs = "µ¸¶·¹¨»¾¼½©®ª«¬"

// tcvn3Letters are letters that no Vietnamese word has in Unicode.
const tcvn3Letters = "ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ"

// vniVowels are the vowels of VNI and, for each, the marks that never follow
// it in Unicode ("oá", "uý" do).
var vniVowels = map[rune]string{
	'a': "ùøûõïáàåãäâéèúüë", 'A': "ÙØÛÕÏÁÀÅÃÄÂÉÈÚÜË", 'e': "ùøûõïáàåãäâ", 'E': "ÙØÛÕÏÁÀÅÃÄÂ",
	'o': "äåùøûõïâ", 'O': "ÄÅÙØÛÕÏÂ", 'u': "ùøûõï", 'U': "ÙØÛÕÏ", 'ö': "ùøûõïôò", 'ô': "ùøûõïø",
}

// findLegacy names each line that is in TCVN3 or VNI.
func (r *reader) findLegacy() {
	for i, line := range r.lines {
		if encoding := legacyEncoding(line); encoding != "" {
			r.fileProblem(i+1, 1, problem.Textf("dòng này gõ bằng bảng mã cũ %s: %q", "the line is in the old encoding %s: %q", encoding, short(strings.TrimSpace(line))),
				problem.Textf("chuyển sang Unicode: UniKey, bấm Ctrl+Shift+F6, nguồn %s, đích Unicode", "convert it to Unicode: UniKey, Ctrl+Shift+F6, from %s to Unicode", encoding))
		}
	}
}

// legacyEncoding returns the old encoding that a line is in, "" where it is in
// none: a third of its words at least, and two, cannot be Vietnamese in
// Unicode. A line with one letter that only Unicode has is in none.
func legacyEncoding(line string) string {
	tcvn3, vni, words := 0, 0, 0
	for word := range strings.FieldsFuncSeq(line, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(`"'.,;:()/-#`, c) }) {
		letters := false
		for _, c := range word {
			if c >= 0x1EA0 && c <= 0x1EF9 || strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", c) {
				return ""
			}
			letters = letters || c < 0x80 && unicode.IsLetter(c)
		}
		words++
		if letters && strings.ContainsAny(word, tcvn3Signs) {
			tcvn3 += 2
		} else if letters && strings.ContainsAny(word, tcvn3Letters) {
			tcvn3++
		}
		if isVNI(word) {
			vni += 2
		}
	}
	enough := max(4, words*2/3)
	switch {
	case vni >= enough && vni >= tcvn3:
		return "VNI"
	case tcvn3 >= enough:
		return "TCVN3 (ABC)"
	}
	return ""
}

func isVNI(word string) bool {
	var before rune
	for i, c := range word {
		if strings.ContainsRune(vniVowels[before], c) || (c == 'ñ' || c == 'Ñ') && i == 0 {
			return true
		}
		before = c
	}
	return false
}
