package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// neverTwice are words that no sentence has twice in a row; of others (luôn
// luôn, năm năm, báo cáo cáo buộc) a machine cannot tell.
var neverTwice = strings.Fields("các và của để trong với theo được cho về là tại đã sẽ những một này khi do bởi nhưng hoặc phải đến mà thì cùng nhằm đối")

// twiceAtTimes are those of neverTwice that may meet where two phrases do: "kết
// quả đạt được được công bố".
var twiceAtTimes = strings.Fields("để được cho về là những một này khi do phải đến mà thì cùng đối")

// checkDoubledWords finds "các các" and "thực hiện thực hiện".
func checkDoubledWords(n *notice, f *found) {
	for _, p := range n.prose {
		words := n.wordsIn(p)
		next := func(i int) bool { return i+1 < len(words) && p.Text[words[i].to:words[i+1].from] == " " }
		for i := 0; i+1 < len(words); i++ {
			a, b := words[i], words[i+1]
			switch {
			case !next(i):
			case a.digits || b.digits:
			case a.s == b.s && slices.Contains(neverTwice, a.s):
				message := problem.Textf("%q hai lần liền nhau", "%q twice in a row", a.s)
				if slices.Contains(twiceAtTimes, a.s) {
					f.in(p, a.to, b.to, message, onceIfSo)
					continue
				}
				f.mend(p, a.to, b.to, "", message)
			case i+3 < len(words) && next(i+1) && next(i+2) && a.s != b.s && a.s == words[i+2].s && b.s == words[i+3].s &&
				!words[i+2].digits && !words[i+3].digits && a.capitals+b.capitals == 0:
				f.in(p, b.to, words[i+3].to, problem.Textf("%q hai lần liền nhau", "%q twice in a row", a.s+" "+b.s), onceIfSo) // "ban tổ chức tổ chức hội nghị"
				i += 2
			}
		}
	}
}

var onceIfSo = problem.Textf("bỏ một lần, nếu là gõ thừa", "take one away, if it is a slip")

var (
	doubledMarks = regexp.MustCompile(`[,;:]\s*[,;:.]|[^./]\.\s*[,;:]|(?:^|[^.…/])\.\s?\.(?:[^./…]|$)|\(\s*\)`)
	spaceBefore  = regexp.MustCompile(`[\pL\d)”"'’%]( +)(\./\.|[,;:.!?])(?:\s|$)`)
	spaceInside  = regexp.MustCompile(`[(“] +\S|\S +[)”]`)
	afterDots    = regexp.MustCompile(`\p{Ll}(…|\.\.\.)\p{Lu}\p{Ll}`)
	lameHyphen   = regexp.MustCompile(`\pL(- | -)\pL`)
	abbreviated  = regexp.MustCompile(`(?:^|[\s(])(?:v\.v|[Tt][Pp]|[Tt]r|st|[Gg]s|[Tt]s|[Tt]h[Ss]|v|đ|Co|Ltd|Inc|Corp)$`)
)

func checkDoubledMarks(n *notice, f *found) {
	for _, p := range n.prose {
		if !meet(p.Text, marksBefore, marksBehind) {
			continue
		}
		for _, m := range doubledMarks.FindAllStringIndex(p.Text, -1) {
			from, to := m[0], m[1]
			for from < to && !strings.ContainsRune(",;:.(", rune(p.Text[from])) {
				from++
			}
			for to > from && !strings.ContainsRune(",;:.)", rune(p.Text[to-1])) {
				to--
			}
			typed := p.Text[from:to]
			if strings.HasSuffix(typed, ".") && strings.Trim(typed, ". ") != "" && strings.HasPrefix(p.Text[to-1:], "...") {
				continue // a list that goes on: cát, sỏi, ...
			}
			if next, _ := utf8.DecodeRuneInString(p.Text[to:]); strings.HasSuffix(typed, ".") && inWord(next) {
				continue // .docx
			}
			if strings.HasPrefix(typed, ".") && (abbreviated.MatchString(tail(p.Text[:from], 20)) || from > 1 && unicode.IsUpper(rune(p.Text[from-1]))) ||
				strings.Contains(p.Text[from:], "./.") && strings.Index(p.Text[from:], "./.") < 3 {
				continue
			}
			marks := strings.Join(strings.Fields(typed), "")
			if len(marks) == len(typed) && marks[0] != '.' && strings.Count(marks, marks[:1]) == len(marks) { // ".." may be an ellipsis, ", ," a gap
				f.mend(p, from, to, marks[:1], problem.Textf("dấu câu %q hai lần liền nhau", "the mark %q twice in a row", marks[:1]))
				continue
			}
			f.in(p, from, to, problem.Textf("hai dấu câu %q liền nhau", "two marks, %q, in a row", typed), problem.Textf("giữ một dấu", "keep one of them"))
		}
	}
}

func checkSpaces(n *notice, f *found) {
	for _, p := range n.prose {
		if !meet(p.Text, blanks, marksAtEnd) && !meet(p.Text, opening, blanks) && !meet(p.Text, blanks, closed) && !strings.Contains(p.Text, "“ ") && !strings.Contains(p.Text, " ”") {
			f.checkNoSpace(p)
			continue
		}
		for _, m := range spaceBefore.FindAllStringSubmatchIndex(p.Text, -1) {
			typed := p.Text[m[4]:m[5]]
			if typed == endMark && !n.endsBody(p) {
				continue // which does not belong here at all
			}
			if message := problem.Textf("dấu cách trước %q", "a space before %q", typed); fillsIn(p.Text, m[2], m[5]) {
				f.in(p, m[2], m[3], message, problem.Textf("bỏ dấu cách, nếu không phải tỷ lệ hay chỗ để trống", "take the space away, unless it is a ratio or a gap"))
			} else {
				f.mend(p, m[2], m[3], "", message)
			}
		}
		for _, m := range spaceInside.FindAllStringIndex(p.Text, -1) {
			blank := m[0] + strings.IndexByte(p.Text[m[0]:m[1]], ' ')
			end := blank + len(p.Text[blank:m[1]]) - len(strings.TrimLeft(p.Text[blank:m[1]], " "))
			f.mend(p, blank, end, "", problem.Textf("dấu cách thừa bên trong ngoặc", "a space inside the brackets"))
		}
		f.checkNoSpace(p)
	}
}

// endsBody reports the passage that the end mark stands behind.
func (n *notice) endsBody(p *record.Passage) bool {
	return len(n.body) > 0 && n.body[len(n.body)-1] == p
}

// checkBetween finds dots and hyphens with a space on the wrong side of them.
func (f *found) checkBetween(p *record.Passage) {
	if strings.Contains(p.Text, "…") || strings.Contains(p.Text, "...") {
		for _, m := range afterDots.FindAllStringSubmatchIndex(p.Text, -1) {
			typed := p.Text[m[2]:m[3]]
			f.mend(p, m[2], m[3], typed+" ", problem.Textf("thiếu dấu cách sau %q", "no space behind %q", typed))
		}
	}
	if !strings.Contains(p.Text, "- ") && !strings.Contains(p.Text, " -") {
		return
	}
	for _, m := range lameHyphen.FindAllStringSubmatchIndex(p.Text, -1) {
		f.in(p, m[2], m[3], problem.Textf("gạch nối chỉ cách chữ ở một bên: %q", "a hyphen with a space on one side: %q", p.Text[m[0]:m[1]]),
			problem.Textf("viết liền cả hai bên (các-bon), hoặc cách cả hai bên (Kế hoạch - Tài chính)", "no space on either side (các-bon), or one on both (Kế hoạch - Tài chính)"))
	}
}

// checkNoSpace finds marks that two words hang together by.
func (f *found) checkNoSpace(p *record.Passage) {
	f.checkBetween(p)
	for i := 1; i+1 < len(p.Text) && !f.full(); i++ {
		c := p.Text[i]
		if c != ',' && c != ';' && c != ':' && c != '.' || strings.IndexByte(" \n,;:.", p.Text[i+1]) >= 0 {
			continue
		}
		before, size := utf8.DecodeLastRuneInString(p.Text[:i])
		earlier, _ := utf8.DecodeLastRuneInString(p.Text[:i-size])
		after, width := utf8.DecodeRuneInString(p.Text[i+1:])
		later, _ := utf8.DecodeRuneInString(p.Text[i+1+width:])
		joined := unicode.IsLower(before) && unicode.IsLetter(after)
		if c == '.' {
			joined = joined && unicode.IsLower(earlier) && unicode.IsUpper(after) && unicode.IsLower(later)
		}
		if !joined || inAddress(p.Text, i) || abbreviated.MatchString(tail(p.Text[:i], 20)) {
			continue
		}
		message := problem.Textf("thiếu dấu cách sau %q", "no space behind %q", p.Text[i:i+1])
		if isOneName(p.Text, i) {
			f.in(p, i, i+1, message, problem.Textf("thêm dấu cách, nếu không phải một tên liền", "add a space, if it is not one name"))
			continue
		}
		f.mend(p, i, i+1, p.Text[i:i+1]+" ", message)
	}
}

// fillsIn reports a mark with spaces around it that may be meant so: a ratio
// (1 : 5) or dots to be filled in.
func fillsIn(s string, blank, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:blank])
	rest := strings.TrimLeft(s[end:], " ")
	next, _ := utf8.DecodeRuneInString(rest)
	return s[end-1] == ':' && unicode.IsDigit(before) && unicode.IsDigit(next) || s[end-1] == '.' && next == '.'
}

// isOneName reports a mark inside of what may be one name: Node.Js, Y.Thuý.
func isOneName(s string, at int) bool {
	before, after := tail(s[:at], 30), s[at+1:min(at+31, len(s))]
	left, right := wordsOf(before[strings.LastIndexByte(before, ' ')+1:]), wordsOf(after)
	if len(left) == 0 || len(right) == 0 {
		return true
	}
	last, first := left[len(left)-1], right[0]
	switch s[at] {
	case '.':
		return last.capitals > 0 || !IsSyllable(last.s) || !IsSyllable(first.s)
	case ':':
		return last.capitals > 0 || !IsSyllable(strings.ToLower(last.s)) || len(first.s) < 2
	}
	return false
}

// inAddress reports a place inside of an address of the net.
func inAddress(s string, at int) bool {
	before, after := tail(s[:at], 100), s[at:min(at+100, len(s))]
	part := before[strings.LastIndexByte(before, ' ')+1:]
	if i := strings.IndexByte(after, ' '); i >= 0 {
		after = after[:i]
	}
	part += after
	return strings.ContainsAny(part, "@/") || strings.HasPrefix(part, "www.") || strings.Contains(part, ".vn") || strings.Contains(part, ".com")
}

// lookAlikes are letters of other scripts with the Latin ones that they look
// like; those of Eth are other letters than Đ.
var lookAlikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y', 'І': 'I', 'Ѕ': 'S', 'Ј': 'J',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'і': 'i', 'ѕ': 's', 'ј': 'j', 'ԁ': 'd', 'һ': 'h',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o', 'ν': 'v',
	'Ð': 'Đ', 'Ɖ': 'Đ', 'ð': 'đ', 'ɖ': 'đ', 'ı': 'i', 'ɑ': 'a', 'ɡ': 'g',
}

func checkLookAlikes(n *notice, f *found) {
	for _, p := range n.prose {
		if !strings.ContainsFunc(p.Text, isLookAlike) {
			continue
		}
		for _, w := range n.wordsIn(p) {
			if w.ascii || w.shaped || !strings.ContainsFunc(w.s, isLookAlike) {
				continue
			}
			other := 0
			made := strings.Map(func(c rune) rune {
				if l := max(lookAlikes[c], fullWidth(c)); l != 0 {
					return l
				}
				if !unicode.Is(unicode.Latin, c) && unicode.IsLetter(c) {
					other++
				}
				return c
			}, norm.NFD.String(w.s))
			if made = norm.NFC.String(made); other > 0 || len([]rune(w.s)) == 1 && unicode.Is(unicode.Greek, []rune(w.s)[0]) {
				continue // a word of another language, or a sign of mathematics
			}
			f.mend(p, w.from, w.to, made, problem.Textf("%q có chữ cái của bảng chữ khác, chỉ trông giống chữ Việt", "%q has letters of another script that only look like ours", w.s))
		}
	}
}

// looksAlike tells of each letter whether it is in lookAlikes: all letters of a text ask.
var looksAlike = func() (is [0x530]bool) {
	for c := range lookAlikes {
		is[c] = true
	}
	return is
}()

func isLookAlike(c rune) bool {
	if int(c) < len(looksAlike) {
		return looksAlike[c]
	}
	return fullWidth(c) != 0
}

// fullWidth returns the plain letter or digit of one of double width; 0 for others.
func fullWidth(c rune) rune {
	if c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || c >= '０' && c <= '９' {
		return c - 'Ａ' + 'A'
	}
	return 0
}

// nearMarks are letters with a mark like one of Vietnamese.
var nearMarks = map[rune]rune{'ǎ': 'ă', 'Ǎ': 'Ă', 'ě': 'ê', 'ǒ': 'ô', 'ŏ': 'ô', 'ŭ': 'ư', 'ǔ': 'ư', 'ȃ': 'ă', 'ȏ': 'ô', 'ȇ': 'ê'}

func containsMark(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { return unicode.Is(unicode.Mn, c) || nearMarks[c] != 0 })
}

func checkMarks(n *notice, f *found) {
	for _, p := range n.prose {
		for _, w := range n.wordsIn(p) {
			if w.ascii || w.shaped || !containsMark(w.s) {
				continue
			}
			message := problem.Textf("%q có dấu không thuộc tiếng Việt", "%q has a mark that is not Vietnamese", w.s)
			made := strings.Map(func(c rune) rune {
				if near := nearMarks[c]; near != 0 {
					return near
				}
				return c
			}, w.s)
			if made != w.s && IsSyllable(made) {
				f.mend(p, w.from, w.to, made, message)
				continue
			}
			f.in(p, w.from, w.to, message, problem.Textf("gõ lại chữ này bằng bộ gõ tiếng Việt, bảng mã Unicode", "type the word anew with a Vietnamese keyboard in Unicode"))
		}
	}
}
