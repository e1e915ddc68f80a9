package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A title is a name that is often typed with capitals missing or too many.
type title struct {
	right string
	// proper says that there is no common noun of the same words: it is judged
	// where a sentence begins too.
	proper bool
	folded string // right, with tones in one place
	small  string // folded, without capitals
}

// bodies are names of bodies, or their beginnings, as Phụ lục II, IV writes
// them: with capitals on the kind of body and on its field. "Phó Trưởng ban" is
// not among them: Trưởng ban is a position, whose ban stays small.
var bodies = byFirstWord(append(
	titlesAs(true,
		"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Ban Chấp hành Đảng bộ", "Trung ương", "Tỉnh ủy", "Thành ủy", "Huyện ủy",
		"Đảng ủy", "Đảng bộ", "Ban Nội chính", "Ban Tuyên giáo", "Ban Tuyên giáo và Dân vận", "Ban Dân vận", "Ủy ban Thường vụ Quốc hội",
		"Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam", "Văn phòng Chính phủ", "Văn phòng Quốc hội", "Thanh tra Chính phủ",
		"Bộ Chỉ huy Quân sự", "Bộ đội Biên phòng", "Hội Cựu chiến binh", "Hội Liên hiệp Phụ nữ", "Hội Chữ thập đỏ", "Liên đoàn Lao động",
		"Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Kho bạc Nhà nước", "Ngân hàng Nhà nước",
	),
	titlesAs(false,
		"Ban Chấp hành", "Ban Thường vụ", "Ban Tổ chức", "Ban Chỉ đạo", "Ban Chỉ huy", "Ban Quản lý", "Ban Giám đốc", "Ban Thanh tra nhân dân",
		"Ủy ban Kiểm tra", "Hội Nông dân",
	)...))

// titlesAs makes titles of their right forms.
func titlesAs(proper bool, right ...string) []title {
	titles := make([]title, len(right))
	for i, s := range right {
		titles[i] = title{right: s, proper: proper}
	}
	return titles
}

// byFirstWord sorts titles under their first word, small, the longest first.
func byFirstWord(titles []title) map[string][]title {
	sorted := map[string][]title{}
	for _, t := range titles {
		t.folded = oneTone.Replace(t.right)
		t.small = strings.ToLower(t.folded)
		first, _, _ := strings.Cut(t.small, " ")
		sorted[first] = append(sorted[first], t)
	}
	for _, list := range sorted {
		slices.SortFunc(list, func(a, b title) int { return cmp.Compare(len(b.right), len(a.right)) })
	}
	return sorted
}

// oneTone folds the two places of a tone into one; what it makes is as long, and
// only good to be compared.
var oneTone = strings.NewReplacer("uỷ", "ủy", "Uỷ", "Ủy", "UỶ", "ỦY", "oà", "òa", "oá", "óa", "oả", "ỏa", "OÀ", "ÒA", "OÁ", "ÓA")

// titlesIn calls see with each title of a list that begins with a capital in a
// text, with right capitals or wrong ones: where it stands, and as it is typed,
// folded.
func (n *notice) titlesIn(p *record.Passage, titles map[string][]title, see func(t title, from, to int, typed string)) {
	var text, lower string
	end := 0
	for _, w := range n.wordsIn(p) {
		if w.capitals == 0 || w.from < end {
			continue
		}
		list := titles[w.folded]
		if list == nil {
			continue
		}
		if text == "" {
			text = oneTone.Replace(p.Text)
			if lower = strings.ToLower(text); len(lower) != len(p.Text) {
				return
			}
		}
		for _, t := range list {
			if to := w.from + len(t.small); strings.HasPrefix(lower[w.from:], t.small) && apartFromWords(text, w.from, to) {
				end = to
				see(t, w.from, to, text[w.from:to])
				break
			}
		}
	}
}

// miswritten reports a title whose capitals are not those of its right form: in
// a text of capitals, and where a sentence begins that may mean any such body,
// nothing is sure.
func miswritten(p *record.Passage, t title, from, to int, typed string) bool {
	first, _ := utf8.DecodeRuneInString(typed)
	if typed == t.folded || typed == strings.ToUpper(typed) || !unicode.IsUpper(first) {
		return false
	}
	return t.proper || !startsSentence(p.Text, from) || nameBehind(p.Text[to:])
}

// nameBehind reports a word behind a space that has a capital.
func nameBehind(s string) bool {
	rest, ok := strings.CutPrefix(s, " ")
	c, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsUpper(c)
}

// smallCommittee is a committee of the Party with the name of its place.
var smallCommittee = regexp.MustCompile(`(tỉnh|thành|huyện|quận|thị|đảng) [ủu][yỷ] (?:(?:xã|phường|đặc khu) )?(\p{Lu}\p{Ll}+)`)

func checkCommittees(n *notice, f *found) {
	for _, gate := range []string{"ủy ", "uỷ "} {
		each(n.prose, gate, smallCommittee, func(p *record.Passage, m []int) {
			end := m[3] + len(" ủy")
			before := strings.Fields(tail(p.Text[:m[0]], 40))
			if p.Text[m[3]+1:end]+" " != gate || len(before) > 0 && slices.Contains(generic, strings.ToLower(before[len(before)-1])) && before[len(before)-1] != "của" ||
				slices.Contains([]string{"Ủy", "Hội", "Ban", "Sở", "Mặt", "Thường", "Bộ", "Đảng", "Nhà", "Trung"}, p.Text[m[4]:m[5]]) {
				return
			}
			made := capitalized(p.Text[m[2]:m[3]]) + " ủy"
			f.in(p, m[0], end, problem.Textf("tên cơ quan viết %q", "the name of the body is written %q", p.Text[m[0]:end]), problem.Textf("viết %q", "write %q", made))
		})
	}
}

// shortForms are abbreviations of bodies typed wrong.
var shortForms = map[string]string{
	"HDND": "HĐND", "HĐDN": "HĐND", "HDDN": "HĐND", "HNĐD": "HĐND", "UBDN": "UBND", "UNBD": "UBND", "UBNN": "UBND",
}

func checkBodies(n *notice, f *found) {
	checkCommittees(n, f)
	for _, p := range n.prose {
		for _, w := range n.wordsIn(p) {
			if w.capitals < 4 {
				continue // none of them
			}
			if right := shortForms[w.s]; right != "" {
				f.in(p, w.from, w.to, problem.Textf("chữ viết tắt tên cơ quan gõ sai: %q", "the abbreviation of a body is mistyped: %q", w.s), problem.Textf("viết %q", "write %q", right))
			}
		}
		n.titlesIn(p, bodies, func(t title, from, to int, typed string) {
			if !miswritten(p, t, from, to, typed) {
				return
			}
			hint := problem.Textf("viết %q", "write %q", t.right)
			if !t.proper {
				hint = problem.Textf("viết %q, hoặc viết thường cả cụm nếu nói chung", "write %q, or all of it small where any such body is meant", t.right)
			}
			f.in(p, from, to, problem.Textf("tên cơ quan viết %q", "the name of the body is written %q", p.Text[from:to]), hint)
		})
	}
}
