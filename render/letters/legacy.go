// Package letters knows letters: what those of Latin scripts are, and what encoding
// the letters of a text were in before they were made into Unicode byte by byte (a
// line goes in, the name of the old encoding comes out).
package letters

import (
	"strings"
	"unicode"
)

// The letters of TCVN3 and VNI are bytes; a file in one of them that was made
// into Unicode byte by byte holds Latin letters and signs in their place:
// "KÕt luËn cña Gi¸m ®èc" is TCVN3, "Keát luaän cuûa Giaùm ñoác" is VNI. Those
// of Windows-1258 are a vowel and a mark: "Kêìt luâòn cuÒa Giaìm ðôìc".

// Latin1258 is Windows-1258 that was read as Windows-1252.
const Latin1258 = "Windows-1258"

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

// Legacy returns the old encoding that a line is in, "" where it is in
// none: a third of its words at least, and two, cannot be Vietnamese in
// Unicode. A line with one letter that only Unicode has is in none.
func Legacy(line string) string {
	if strings.ContainsFunc(line, isOnlyUnicode) {
		return ""
	}
	tcvn3, vni, marked, words := 0, 0, 0, 0
	for word := range strings.FieldsFuncSeq(line, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(`"'.,;:()/-#`, c) }) {
		letters := false
		for _, c := range word {
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
		if is1258(word) {
			marked += 2
		}
	}
	enough := max(4, words*2/3)
	switch {
	case marked >= enough && marked >= vni && marked >= tcvn3:
		return Latin1258
	case vni >= enough && vni >= tcvn3:
		return "VNI"
	case tcvn3 >= enough:
		return "TCVN3 (ABC)"
	}
	return ""
}

// isOnlyUnicode reports a letter that no old encoding was made into.
func isOnlyUnicode(c rune) bool {
	return c >= 0x1EA0 && c <= 0x1EF9 || c > 0xFF && c < 0x1B1 && strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", c)
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

// is1258 reports a word with a mark of Windows-1258 behind a vowel, or with its
// đ: in Unicode no vowel but i, o and u has ì or ò behind it, and no small
// letter a capital.
func is1258(word string) bool {
	var before rune
	for _, c := range word {
		switch {
		case c == 'ð',
			strings.ContainsRune("aăâeêôõýy", before) && strings.ContainsRune("ìò", c),
			strings.ContainsRune("aăâeêioôõuýy", before) && strings.ContainsRune("ÌÒÞ", c):
			return true
		}
		before = unicode.ToLower(c)
		if c != before && !strings.ContainsRune("ÂÊÔÕÝ", c) {
			before = 0
		}
	}
	return false
}
