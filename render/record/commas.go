package record

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A comma between [ and ] parts a list, also where a name has one:
// [Sở Văn hóa, Thể thao và Du lịch] is two.

// heads are what names of units, lines for several and titles of people begin
// with, of at most headWords words.
var heads = phrases(`sở, bộ, ban, phòng, văn phòng, cục, chi cục, tổng cục, vụ, viện, trung tâm, trường, thanh tra, ủy ban, uỷ ban, hội, đoàn, công an,
	quân sự, biên phòng, công ty, tổng công ty, tập đoàn, doanh nghiệp, hợp tác xã, xí nghiệp, nhà máy, nhà hát, thư viện, bảo tàng, ngân hàng, kho bạc,
	bệnh viện, trạm, hạt, chi nhánh, tòa án, toà án, tòa soạn, toà soạn, kiểm toán, hải quan, bảo hiểm xã hội, liên đoàn, liên minh, liên hiệp, mặt trận,
	công đoàn, đảng ủy, đảng uỷ, đảng bộ, chi bộ, tỉnh ủy, tỉnh uỷ, thành ủy, thành uỷ, huyện ủy, huyện uỷ, thường trực, thường vụ, tỉnh, huyện, xã, phường,
	thành phố, thị xã, thị trấn, đặc khu, bưu điện, điện lực, các, toàn thể, lãnh đạo, chủ tịch, phó, giám đốc, tổng giám đốc, cục trưởng, vụ trưởng, trưởng,
	chánh, bí thư, hiệu trưởng, ông, bà, đồng chí, đ/c, tất cả, all, như, lưu`)

const headWords = 4

// properHeads are such only before a name: "Báo Quảng Ngãi", but "Báo chí".
var properHeads = phrases(`báo, đài, khoa, quỹ, tổ, đội, thuế, cảng, nhà`)

func phrases(list string) map[string]bool {
	all := map[string]bool{}
	for p := range strings.SplitSeq(list, ",") {
		all[strings.TrimSpace(p)] = true
	}
	return all
}

// BeginsName reports whether a text begins as names of units do, lines for
// several or titles of people.
func BeginsName(s string) bool {
	words := strings.SplitN(s, " ", headWords+1)
	if isShort(words[0]) {
		return true
	}
	for n := 1; n <= min(headWords, len(words)); n++ {
		if heads[strings.ToLower(strings.Join(words[:n], " "))] {
			return true
		}
	}
	if len(words) == 1 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(words[1])
	return properHeads[strings.ToLower(words[0])] && unicode.IsUpper(next)
}

// isShort reports an abbreviation: KHTC, UBND, P.TCHC, BQL-2.
func isShort(word string) bool {
	capitals := 0
	for _, c := range word {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			capitals++
		}
	}
	return capitals > 1 || strings.HasSuffix(word, ".")
}

// Continues reports whether a text behind a comma looks like the rest of the
// name before it rather than a name of its own: "thị xã" after "UBND các
// huyện", "Thể thao và Du lịch" after "Sở Văn hóa".
func Continues(before, text string) bool {
	was, _ := utf8.DecodeRuneInString(before)
	is, _ := utf8.DecodeRuneInString(text)
	switch {
	case isEverybody(foldName(text)):
		return false
	case unicode.IsLower(is) && unicode.IsUpper(was):
		return !strings.HasPrefix(text, "các ")
	}
	return !BeginsName(text) && BeginsName(before)
}

// maxJoined bounds the pieces of one name, and their bytes.
const (
	maxJoined      = 8
	maxJoinedBytes = 300
)

// joined puts pieces together that are no units by themselves while the whole
// is one.
func (d *directory) joined(names []name) []name {
	if d.open {
		return names
	}
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = d.key(n.text)
	}
	var all []name
	for i := 0; i < len(names); i++ {
		whole, last := names[i], i
		text, known := folded[i], d.byName[folded[i]] != nil
		for j := i + 1; j < len(names) && j < i+maxJoined && names[j].parted() && len(text) < maxJoinedBytes; j++ {
			text += ", " + folded[j]
			known = known && d.byName[folded[j]] != nil
			if u := d.byName[text]; !known && u != nil {
				last, whole.text = j, u.Name
			}
		}
		all, i = append(all, whole), last
	}
	return all
}

// parted reports whether a comma parts n from the name before it.
func (n name) parted() bool { return n.r.parted[n.node] }

// torn returns the last of the pieces, from the i-th name on, that look like one
// name and are not all units; i where that name stands for itself.
func (d *directory) torn(names []name, i int) int {
	if d.open {
		return i
	}
	end, unknown := i, d.byName[d.key(names[i].text)] == nil
	for end+1 < len(names) && names[end+1].parted() && Continues(names[i].text, names[end+1].text) {
		end++
		unknown = unknown || d.byName[d.key(names[end].text)] == nil
	}
	if !unknown {
		return i
	}
	return end
}

// tellTorn reports the pieces from the i-th name to the last.
func (d *directory) tellTorn(names []name, i, last int) {
	if names[i].r.parser.full() {
		names[i].r.parser.dropped++
		return
	}
	var parts []string
	for _, n := range names[i : last+1] {
		parts = append(parts, n.text)
	}
	whole := strings.Join(parts, ", ")
	hint := problem.Textf("nếu là một tên thì đặt trong ngoặc kép: [%s]; đơn vị chưa có thì thêm vào mục units của hồ sơ cơ quan",
		"if it is one name put it in quotes: [%s]; add a unit that is not there yet to units in the profile", Quoted(short(whole)))
	if near := d.nearest(whole); near != "" {
		hint = problem.Textf("có phải %s không? một tên có dấu phẩy thì đặt trong ngoặc kép", "is it %s? a name with a comma goes in quotes", Quoted(near))
	}
	n := names[i+1]
	n.r.problem(n.r.commaBefore(n.node), names[i].at, problem.Textf("dấu phẩy trong [ ] tách tên này thành %s", "the comma between [ and ] parts this name into %s", quotedList(parts)), hint)
}

// quotedList writes names in quotes, of many the first three.
func quotedList(names []string) string {
	var all []string
	for i, s := range names {
		if i == 3 {
			all = append(all, fmt.Sprintf("… (%d)", len(names)))
			break
		}
		all = append(all, fmt.Sprintf("%q", short(s)))
	}
	return strings.Join(all, ", ")
}

// maxSought bounds the lines in which a comma is looked for, in bytes.
const maxSought = 10_000

// commaBefore returns the place of the comma on the line before a node, that of
// the node itself where there is none.
func (r *reader) commaBefore(n *yaml.Node) *yaml.Node {
	if n.Line < 1 || n.Line > len(r.lines) || len(r.lines[n.Line-1]) > maxSought {
		return n
	}
	line := []rune(r.lines[n.Line-1])
	for col := min(n.Column-1, len(line)); col > 0; col-- {
		switch line[col-1] {
		case ',':
			return &yaml.Node{Line: n.Line, Column: col}
		case ' ', '\t', '"', '\'':
			continue
		}
		break
	}
	return n
}
