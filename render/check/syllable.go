package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/letters"
)

// A tone of Vietnamese; level has no mark.
type tone uint8

const (
	level tone = iota
	grave      // huyền
	hook       // hỏi
	tilde      // ngã
	acute      // sắc
	dot        // nặng
)

// vowelRows are the vowels with each tone, in the order of the tones.
var vowelRows = []string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

// A toneMark is a vowel taken apart.
type toneMark struct {
	vowel rune
	tone  tone
}

// toneMarks are those of all letters; the vowel is 0 of letters without a tone.
var toneMarks = func() (marks [letters.Slots]toneMark) {
	for _, row := range vowelRows {
		all := []rune(row)
		for t, c := range all[1:] {
			marks[letters.Slot(c)] = toneMark{all[0], tone(t + 1)}
		}
	}
	return marks
}()

// toneOf tells of a vowel with a tone, in small letters, which vowel and which
// tone it is; false for every other letter.
func toneOf(c rune) (toneMark, bool) {
	v := toneMarks[letters.Slot(c)]
	return v, v.vowel != 0
}

// toned returns a vowel with a tone.
func toned(vowel rune, t tone) rune {
	for _, row := range vowelRows {
		if all := []rune(row); all[0] == vowel {
			return all[t]
		}
	}
	return vowel
}

// initials are the consonants that begin a syllable, those of two and three
// letters first; "" is none.
var initials = append(strings.Fields("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"), "")

// rhymes are the rhymes of Vietnamese without their tones, as they are written
// behind an initial, with the letters that may have the mark.
var rhymes = func() map[string][]int {
	m := map[string][]int{}
	for _, r := range strings.Fields(`
		a ă e ê i y o ô ơ u ư ia ua ưa oa oe uê uy uơ uya
		ai ay ây oi ôi ơi ui ưi uôi ươi oai oay uây ao eo au âu êu iu ưu iêu yêu ươu oao oeo uyu uêu
		am ăm âm em êm im om ôm ơm um ưm iêm yêm uôm ươm oam oăm oem uym
		an ăn ân en ên in on ôn ơn un ưn iên yên uôn ươn oan oăn oen uân uyên uyn oon yn
		ang ăng âng eng ong ông ung ưng iêng yêng uông ương oang oăng uâng oong ôông êng
		anh ênh inh oanh uênh uynh
		ap ăp âp ep êp ip op ôp ơp up ưp iêp ươp oap oăp uyp oep uôp yp
		at ăt ât et êt it ot ôt ơt ut ưt iêt yêt uôt ươt oat oăt oet uât uyt uyêt yt oot
		ac ăc âc ec oc ôc uc ưc iêc uôc ươc oac oăc ooc
		ach êch ich oach uêch uych`) {
		m[r] = toneLetters([]rune(r))
	}
	return m
}()

// isRhyme reports a rhyme as it is written behind an initial.
func isRhyme(s string) bool { return rhymes[s] != nil }

// A syllable is a written syllable taken apart.
type syllable struct {
	onset   string
	rhyme   string // without tone
	tone    tone
	toneAt  int    // the letter of the rhyme that has the mark; -1 for none, or outside of the rhyme
	toneMay []int  // the letters of the rhyme that may have it
	letters string // in small letters, without tone
	rhymeAt int    // the letter of the word where the rhyme begins
}

// parseSyllable takes a word apart; false where no Vietnamese syllable has
// these letters. It says nothing of where the mark of tone stands.
func parseSyllable(s string) (syllable, bool) {
	var y syllable
	at, i := -1, -1
	small := make([]byte, 0, 8*utf8.UTFMax)
	for _, c := range s {
		if i++; i > 7 {
			return y, false
		}
		c = letters.Small(c)
		if v, ok := toneOf(c); ok {
			if at >= 0 {
				return y, false
			}
			c, y.tone, at = v.vowel, v.tone, i
		}
		small = utf8.AppendRune(small, c)
	}
	y.letters = string(small)
	for _, onset := range initials {
		if onset != "" && y.letters != "" && onset[0] != y.letters[0] {
			continue // most of them
		}
		rest, ok := strings.CutPrefix(y.letters, onset)
		if !ok || !y.fits(onset, rest) {
			continue
		}
		y.rhymeAt = utf8.RuneCountInString(onset)
		y.toneAt = at - y.rhymeAt
		if at < y.rhymeAt {
			y.toneAt = -1
		}
		if y.toneMay, ok = rhymes[y.rhyme]; !ok {
			y.toneMay = toneLetters([]rune(y.rhyme)) // of qu and gi
		}
		return y, true
	}
	return y, false
}

// fits takes an onset and the letters behind it as those of a syllable, if
// they make one.
func (y *syllable) fits(onset, rest string) bool {
	if rest == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	front := strings.ContainsRune("eêi", first)
	known := isRhyme(rest)
	switch onset {
	case "qu": // quy, quyết have the rhymes of kiết, ki
		known = known || first == 'y' && isRhyme("i"+strings.TrimPrefix(rest, "y"))
	case "gi": // giếng has the rhyme iêng, gìn is g with in
		known = known || first == 'ê' && isRhyme("i"+rest)
		known = known && !(first == 'i' || first == 'y')
	case "k":
		known = known && (front || first == 'y')
	case "gh":
		known = known && front
	case "ngh":
		known = known && (front || first == 'y')
	case "c":
		known = known && !front && first != 'y'
	case "g":
		known = known && first != 'e' && first != 'ê' && first != 'y'
	case "ng":
		known = known && !front
	case "":
		known = known && !strings.HasPrefix(rest, "iê")
	}
	if strings.HasPrefix(rest, "yê") && onset != "" && onset != "qu" {
		return false
	}
	if !known || stopped(rest) && (y.tone == grave || y.tone == hook || y.tone == tilde) {
		return false
	}
	y.onset, y.rhyme = onset, rest
	return true
}

// stopped reports a rhyme that ends in p, t, c or ch, which takes two tones only.
func stopped(rhyme string) bool {
	return strings.HasSuffix(rhyme, "p") || strings.HasSuffix(rhyme, "t") || strings.HasSuffix(rhyme, "c") || strings.HasSuffix(rhyme, "ch")
}

const vowels = "aăâeêioôơuưy"

// toneLetters returns the letters of a rhyme that may have the mark: two for
// oa, oe and uy, of which the first is the older way (hòa) and the second the
// newer (hoà).
func toneLetters(rhyme []rune) []int {
	end := 0
	for end < len(rhyme) && strings.ContainsRune(vowels, rhyme[end]) {
		end++
	}
	for i := end - 1; i >= 0; i-- {
		if strings.ContainsRune("ăâêôơư", rhyme[i]) {
			return []int{i}
		}
	}
	switch v := string(rhyme[:end]); {
	case end == 3:
		return []int{1}
	case end == 2 && end < len(rhyme):
		return []int{1}
	case v == "oa" || v == "oe" || v == "uy":
		return []int{0, 1}
	}
	return []int{0}
}

// wellToned reports whether the tone stands where it may, and where there must
// be one there is.
func (y syllable) wellToned() bool {
	if y.tone == level {
		return !stopped(y.rhyme)
	}
	return slices.Contains(y.toneMay, y.toneAt)
}

// with returns the letters of the syllable with its tone on a letter of the
// rhyme, written with the capitals of s.
func (y syllable) with(at int, s string) string {
	all := []rune(y.letters)
	all[y.rhymeAt+at] = toned(all[y.rhymeAt+at], y.tone)
	for i, c := range []rune(s) {
		if unicode.IsUpper(c) && i < len(all) {
			all[i] = unicode.ToUpper(all[i])
		}
	}
	return string(all)
}

// IsSyllable reports a word that is a Vietnamese syllable, well written.
func IsSyllable(s string) bool {
	y, ok := parseSyllable(s)
	return ok && y.wellToned()
}
