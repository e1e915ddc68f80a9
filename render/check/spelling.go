package check

import (
	"strings"
	"unicode"

	"ketluan/render/check/lexicon"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// judged reports a word whose spelling can be judged: it has a letter that only
// Vietnamese has and is neither an abbreviation nor a part of an address or of
// a name written with hyphens.
func judged(s string, w word) bool {
	if w.ascii || w.digits || w.capitals > 1 || w.to-w.from < 3 {
		return false
	}
	if w.capitals == 1 && !unicode.IsUpper([]rune(w.s)[0]) || !strings.ContainsFunc(w.s, isVowel) {
		return false
	}
	return !touches(s, w)
}

// touches reports a word that hangs together with what stands beside it:
// Vla-đi-mia, ubnd@…, a/b, H'Rê.
func touches(s string, w word) bool {
	if w.from > 0 && strings.ContainsRune("-@/_.'&", rune(s[w.from-1])) && (w.from > 1 && s[w.from-2] != ' ') {
		return true
	}
	return w.to+1 < len(s) && strings.ContainsRune("-@/_'&", rune(s[w.to])) && s[w.to+1] != ' '
}

// eachMisspelt calls see with the words of the prose whose spelling can be judged
// and is none of a Vietnamese syllable.
func (n *notice) eachMisspelt(see func(p *record.Passage, w word)) {
	for _, p := range n.prose {
		for _, w := range n.wordsIn(p) {
			if !w.right && judged(p.Text, w) {
				see(p, w)
			}
		}
	}
}

// eachGlued calls see with the words that begin as a Vietnamese syllable in small
// letters and go on with a capital (dụngVLNCN), and with the byte of the capital.
func (n *notice) eachGlued(see func(p *record.Passage, w word, at int)) {
	for _, p := range n.prose {
		for _, w := range n.wordsIn(p) {
			if w.ascii || w.capitals == 0 || touches(p.Text, w) {
				continue
			}
			at := capitalWithin(w.s)
			if at < 2 || isASCII(w.s[:at]) || !IsSyllable(w.s[:at]) {
				continue
			}
			see(p, w, at)
		}
	}
}

// capitalWithin returns where a capital stands behind a small letter; -1 for nowhere.
func capitalWithin(s string) int {
	small := false
	for i, c := range s {
		if small && unicode.IsUpper(c) {
			return i
		}
		small = unicode.IsLower(c)
	}
	return -1
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c > unicode.MaxASCII })
}

func checkSyllables(n *notice, f *found) {
	n.eachGlued(func(p *record.Passage, w word, at int) {
		f.in(p, w.from, w.to, problem.Textf("%q là hai tiếng dính nhau", "%q is two words that hang together", w.s),
			problem.Textf("có phải \"%s %s\" (thiếu dấu cách) không?", "is it \"%s %s\", with a space?", w.s[:at], w.s[at:]))
	})
	n.eachMisspelt(func(p *record.Passage, w word) {
		y, shaped := w.syllable, w.shaped
		name := w.capitals > 0
		switch _, telex := fromTelex(w.s, false); {
		case shaped && y.tone != level:
			f.mend(p, w.from, w.to, y.with(y.toneMay[0], w.s), problem.Textf("dấu thanh của %q đặt sai chữ", "the tone of %q stands on the wrong letter", w.s))
		case telex: // said by the rule of typing
		case name && (isHighland(w.s) || !startsSentence(p.Text, w.from)) && !isJoined(w.s):
		case !isJoined(w.s) && (isForeign(w.s) || containsMark(w.s)):
		case shaped:
			f.in(p, w.from, w.to, problem.Textf("%q không phải âm tiết tiếng Việt: vần cuối p, t, c, ch phải có dấu sắc hoặc nặng", "%q is no Vietnamese syllable: one that ends in p, t, c, ch has an acute or a dot", w.s), problem.Text{})
		default:
			f.in(p, w.from, w.to, problem.Textf("%q không phải âm tiết tiếng Việt", "%q is no Vietnamese syllable", w.s), joined(w.s))
		}
	})
}

// isJoined reports two syllables that make a word, written as one; not loans,
// which often are (vắcxin, bêtông).
func isJoined(s string) bool {
	s = strings.ToLower(s)
	parts := knownParts(s, 2)
	return len(parts) == 2 && parts[1] != "xin" && (lexicon.Common(parts[0], parts[1]) || lexicon.Binds(parts[0], parts[1]) && strings.ContainsFunc(s, hasTone))
}

// hasTone reports a vowel with one of the tones that loans do not have.
func hasTone(c rune) bool {
	v, ok := toneOf(c)
	return ok && v.tone != acute
}

// joined says where two or three syllables seem to be one word.
func joined(s string) problem.Text {
	s = strings.ToLower(s)
	for n := 2; n <= 3; n++ {
		parts := knownParts(s, n)
		if parts == nil {
			parts = split(s, n)
		}
		if len(parts) == n {
			apart := strings.Join(parts, " ")
			return problem.Textf("có phải %q (thiếu dấu cách) không?", "is it %q, with a space?", apart)
		}
	}
	return problem.Textf("gõ lại; từ nước ngoài hay tên riêng thì thêm ghi chú # ketluan: bỏ qua CT-01", "type it anew; for a foreign word or a name add the comment # ketluan: ignore CT-01")
}

// knownParts cuts s into n syllables that words have, the first as short as may
// be; nil where there are none such.
func knownParts(s string, n int) []string {
	if n == 1 {
		if lexicon.Known(s) {
			return []string{s}
		}
		return nil
	}
	for end := range s {
		if end > 16 {
			break
		}
		if head := s[:end]; end > 0 && lexicon.Known(head) {
			if rest := knownParts(s[end:], n-1); rest != nil {
				return append([]string{head}, rest...)
			}
		}
	}
	return nil
}

// checkToneStyles finds hòa beside hoà: the way that is less often used. Names
// have the tone where their bearers put it, and are not counted.
func checkToneStyles(n *notice, f *found) {
	type use struct {
		p *record.Passage
		w word
		y syllable
	}
	var uses [2][]use
	n.eachToned(func(p *record.Passage, w word, y syllable) {
		uses[y.toneAt] = append(uses[y.toneAt], use{p, w, y})
	})
	major := 0 // the decree's own CỘNG HÒA, where both are as many
	if own := n.rec.ToneMarks; own == "uỷ" || own == "" && len(uses[1]) > len(uses[0]) {
		major = 1
	}
	message := func(w word) problem.Text {
		return problem.Textf("%q đặt dấu thanh khác với kiểu của cơ quan (%s)", "%q has its tone otherwise than the agency does (%s)", w.s, n.rec.ToneMarks)
	}
	if n.rec.ToneMarks == "" {
		if len(uses[0]) == 0 || len(uses[1]) == 0 {
			return
		}
		message = func(w word) problem.Text {
			return problem.Textf("%q đặt dấu thanh khác với %q trong cùng văn bản", "%q and %q have their tones by two ways in one text", w.s, uses[major][0].w.s)
		}
	}
	for _, u := range uses[1-major] {
		if u.w.capitals == 0 && f.isNamed(u.p, u.w.from, u.w.to) {
			continue // as the profile has it
		}
		f.mend(u.p, u.w.from, u.w.to, u.y.with(major, u.w.s), message(u.w))
	}
}

// eachToned calls see with the words whose tone may stand on either of two
// letters: those in small letters in texts, and the Ủy of Ủy ban and Ủy viên,
// which is no name.
func (n *notice) eachToned(see func(p *record.Passage, w word, y syllable)) {
	for _, p := range n.prose {
		text := isText(p.Field)
		for _, w := range n.wordsIn(p) {
			if w.ascii || w.digits || len(w.s) > 12 || (w.capitals > 0 || !text) && !isCommittee(p.Text[w.from:]) {
				continue
			}
			if w.right && w.tone != level && len(w.toneMay) == 2 && (w.capitals > 0 || !changesCapital(p.Text, w.from, w.to, "")) {
				see(p, w, w.syllable)
			}
		}
	}
}

func isCommittee(s string) bool {
	for _, name := range []string{"Ủy ban", "Uỷ ban", "Ủy viên", "Uỷ viên", "ỦY BAN", "UỶ BAN", "ỦY VIÊN", "UỶ VIÊN"} {
		if strings.HasPrefix(s, name) {
			return true
		}
	}
	return false
}

// checkTyping finds what Telex and VNI leave where they are not switched on.
func checkTyping(n *notice, f *found) {
	for _, p := range n.prose {
		for _, w := range n.wordsIn(p) {
			if w.capitals > 1 || w.to-w.from < 3 || touches(p.Text, w) {
				continue
			}
			meant, ok := "", false
			switch {
			case w.digits && w.ascii:
				meant, ok = fromVNI(w.s)
			case !w.digits:
				if w.right || w.shaped && w.tone != level {
					continue // right, or the tone stands on the wrong letter and no more
				}
				begins := w.ascii && startsSentence(p.Text, w.from) && !beginsWithCapital(strings.TrimPrefix(p.Text[w.to:], " "))
				if w.capitals > 0 && !begins && !strings.ContainsAny(w.s, "wjf") && !strings.HasPrefix(w.s, "Dd") {
					continue // a name: Rees, Ia Tôr
				}
				meant, ok = fromTelex(w.s, w.ascii)
			}
			if ok {
				f.mend(p, w.from, w.to, meant, problem.Textf("%q là phím gõ còn sót: bộ gõ tiếng Việt chưa bật", "%q is left of typing: the Vietnamese keyboard was not on", w.s))
			}
		}
	}
}
