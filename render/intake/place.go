package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeKinds are those of which bodies of the state are, and properName how
// places are called.
const (
	placeKinds = `xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh`
	properName = `(?:\p{Lu}[\p{Ll}'’]*(?:[ -]\p{Lu}[\p{Ll}'’]*){0,3}|\d{1,2})`
	ofPlaces   = `UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Đảng ủy|Công an|Ban Chỉ huy Quân sự|Trạm Y tế|Hội Nông dân|Hội Phụ nữ|Ủy ban Mặt trận Tổ quốc Việt Nam`
)

var (
	placed     = regexp.MustCompile(`^(?:` + ofPlaces + `) (?:` + placeKinds + `) ` + properName + `|^Báo và [Pp]hát thanh, [Tt]ruyền hình (?:tỉnh|thành phố|` + properName + `)`)
	placedList = regexp.MustCompile(`^(` + ofPlaces + `) các (` + placeKinds + `) ?:? ?(` + properName + `(?:(?:, | và )` + properName + `)+)`)
	placeJoint = regexp.MustCompile(`, | và `)
)

// ofPlace returns the name of the body of one place that a text begins with: it
// ends with the place's own.
func ofPlace(text string) string {
	name := placed.FindString(text)
	if name == "" || !apart(text, 0, len(name)) {
		return ""
	}
	return name
}

// ofSeveral reads the bodies of several places that a text begins with: "UBND
// các xã A, B và C".
func ofSeveral(text string) (names []string, end int) {
	m := placedList.FindStringSubmatch(text)
	if m == nil || !apart(text, 0, len(m[0])) {
		return nil, 0
	}
	for _, place := range placeJoint.Split(m[3], -1) {
		names = append(names, m[1]+" "+m[2]+" "+place)
	}
	return names, len(m[0])
}

// inBrackets is what may stand behind a name: "Phòng Nghiệp vụ (PC08)".
var inBrackets = regexp.MustCompile(`^ \([^()]{1,60}\)`)

// isVerb reports a text that is a verb and nothing else.
func isVerb(s string) bool { return strings.Count(s, " ") < 2 && verbs[s] }

// least is a name that is too short to have a verb in it.
var least = regexp.MustCompile(`^(?:` + unitKinds + `) (?:\p{Lu}[\p{Ll}]* [\p{Ll}]+|` + placeKinds + `|ngành|Sở|Bộ|Cục)$`)

// isNumber is what a name ends with, which has one.
var isNumber = regexp.MustCompile(`^(?:\d{1,3}|[IVX]+)$`)

// ends reports the end of a name at a mark: of such a name at the end of a
// sentence, of one with a number or a proper name at its end before any.
func ends(name, rest string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	after := strings.TrimLeft(rest, ".;, ")
	switch {
	case !begun(last) && !isNumber.MatchString(last) && !least.MatchString(name):
		return false
	case strings.HasPrefix(rest, ","):
		return !begun(after) && !least.MatchString(name)
	}
	return after == "" || strings.HasPrefix(strings.TrimLeft(rest, ".;"), " ")
}

// named reports a verb that is a part of a name, by the words before it: "Đăng ký
// đất đai", "Trung cấp", "Quan trắc và bảo vệ môi trường".
func named(head, rest string) bool {
	before := strings.Fields(head)
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	first, more, _ := strings.Cut(rest, " ")
	first = strings.TrimRight(first, ",;:.")
	second, _, _ := strings.Cut(more, " ")
	switch {
	case last == "và", begun(last) && verbs[strings.ToLower(last)+" "+first]:
		return true
	case len(before) < 2 || !begun(last) || begun(before[len(before)-2]) && len(before) > 2 || bosses[last]:
		return false
	}
	return !verbs[first+" "+strings.TrimRight(second, ",;:.")] // the second syllable of a word
}

// bosses end names as a word of one syllable: "Văn phòng Sở".
var bosses = words(`Sở|Bộ|Cục|Ban|Viện|Trường|Tỉnh|Vụ`)

// begun reports a word with a capital.
func begun(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c)
}

// severalPlaces are bodies of places that are not named.
var severalPlaces = regexp.MustCompile(`^(?:` + ofPlaces + `) các `)

var (
	placesGroup = regexp.MustCompile(`^(?:` + ofPlaces + `) các (?:` + placeKinds + `)(?:(?:, | và )(?:` + placeKinds + `))*`)
	placeEnds   = regexp.MustCompile(` (?:` + placeKinds + `) ` + properName + ` $`)
)

// withinPlace is a verb of a name that its place follows: "Quỹ Đầu tư phát triển
// tỉnh".
var withinPlace = regexp.MustCompile(`^(?:phát triển|quản lý|hỗ trợ|kiểm soát|đào tạo|bồi dưỡng|xúc tiến|giám sát) (?:tỉnh|thành phố|huyện|xã|phường|khu vực|ngành)(?:$|[ ,;:.])`)

// dashed is a part of a name that goes on behind a dash.
var dashed = regexp.MustCompile(`^\p{Ll}+(?: \p{Ll}+)? [-–] \p{Lu}`)

// groupOfPlaces returns how long the name of such a group is, where a unit stands
// behind it in the same list.
func groupOfPlaces(text string) int {
	m := placesGroup.FindString(text)
	if next := joint.FindString(text[len(m):]); m != "" && next != "" && unitWord.MatchString(text[len(m)+len(next):]) {
		return len(m)
	}
	return 0
}

// groups are the words before a list of units.
var groups = regexp.MustCompile(`^[Cc]ác (?:đơn vị|cơ quan|phòng|sở|phòng, đơn vị|sở, ngành|cơ quan, đơn vị)(?: sau(?: đây)?)?: `)

// skipped returns how many bytes stand before the name of a unit: a person's
// title, or the words before a list.
func skipped(text string) int {
	for _, before := range []*regexp.Regexp{groups, persons} {
		if m := before.FindString(text); m != "" && unitWord.MatchString(text[len(m):]) {
			return len(m)
		}
	}
	return 0
}

// ofPhong is a unit behind the title of its head: "Trưởng phòng Nghiệp vụ".
var ofPhong = regexp.MustCompile(`(Trưởng|Phụ trách) (phòng|ban|khoa|đội|trạm|vụ|chi cục)( \p{Lu})`)

// isWithin reports a verb that may as well be a part of a name.
func isWithin(rest string) bool {
	first, tail, _ := strings.Cut(rest, " ")
	second, more, _ := strings.Cut(tail, " ")
	if both := first + " " + strings.TrimRight(second, ",;:."); verbs[both] {
		return within[both] && !objects.MatchString(more)
	}
	return within[first] && !objects.MatchString(tail)
}
