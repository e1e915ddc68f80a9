package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ketluan/render/problem"
	"ketluan/render/record"
)

func checkNoDeadline(n *notice, f *found) {
	n.lacking(f, func(it *record.Item) bool { return it.Deadline.Words == "" },
		problem.Textf("nhiệm vụ không có thời hạn", "the task has no deadline"),
		"%d trên %d nhiệm vụ không có thời hạn", "%d of %d tasks have no deadline",
		problem.Textf("thêm deadline:, hoặc \"thường xuyên\" nếu không có ngày", "add deadline:, or \"thường xuyên\" where there is no day"))
}

// standing are the deadlines of what is never done, so has no product.
var standing = regexp.MustCompile(`(?i)^(?:thường xuyên|liên tục|hằng (?:ngày|tuần|tháng|quý|năm)|hàng (?:ngày|tuần|tháng|quý|năm)|định kỳ)`)

func checkNoProduct(n *notice, f *found) {
	n.lacking(f, func(it *record.Item) bool {
		return it.Product == "" && !standing.MatchString(it.Deadline.Words)
	},
		problem.Textf("nhiệm vụ không có sản phẩm", "the task has no product"),
		"%d trên %d nhiệm vụ không có sản phẩm", "%d of %d tasks have no product",
		problem.Textf("thêm product: Báo cáo, Tờ trình, Kế hoạch…", "add product: Báo cáo, Tờ trình, Kế hoạch…"))
}

// lacking reports the tasks that lack something: each one, or all in one
// finding where most of them do, for then the office does not write it at all.
func (n *notice) lacking(f *found, lacks func(*record.Item) bool, one problem.Text, allVI, allEN string, hint problem.Text) {
	var bare []*record.Item
	for _, it := range n.tasks {
		if lacks(it) {
			bare = append(bare, it)
		}
	}
	if len(bare) > 2 && 2*len(bare) > len(n.tasks) {
		f.at("conclusions", problem.Textf(allVI, allEN, len(bare), len(n.tasks)), hint)
		return
	}
	for _, it := range bare {
		f.at(it.Field(), one, hint)
	}
}

func checkLeadAndPartner(n *notice, f *found) {
	if len(n.rec.Units) > maxUnits {
		return
	}
	for _, it := range n.tasks {
		for _, lead := range it.Leads {
			for _, partner := range it.Partners {
				if slices.Contains(lead.Members, partner) {
					f.at(it.Field(), problem.Textf("%q đã nằm trong %q chủ trì mà còn phối hợp", "%q is one of %q who lead, and partner too", partner.Name, lead.Name),
						problem.Textf("bỏ ở partners, hoặc nêu rõ đơn vị chủ trì", "take it away from partners, or name the leading unit"))
				}
			}
			p := n.textOf(it)
			if p == nil || len(lead.Members) > 0 || !strings.Contains(p.Text, "hối hợp với ") {
				continue
			}
			folded := fold(p.Text)
			name, _ := folded.find("phối hợp với " + fold(lead.Name).s)
			if name == nil {
				continue
			}
			at := name[0] + len("phối hợp với ")
			f.in(p, at, name[1], problem.Textf("%q là đơn vị chủ trì mà lời văn ghi phối hợp", "%q leads, and the text has it for a partner", lead.Name), problem.Textf("sửa lead hoặc sửa lời văn", "mend lead or the text"))
		}
	}
}

// minRepeated is how many letters a task must have for its repetition to be
// no chance.
const minRepeated = 20

func checkSameTask(n *notice, f *found) {
	first := map[string]*record.Item{}
	for _, it := range n.tasks {
		key := strings.Map(func(c rune) rune {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				return unicode.ToLower(c)
			}
			return -1
		}, it.Text)
		if len(key) < minRepeated {
			continue
		}
		other := first[key]
		if other == nil {
			first[key] = it
			continue
		}
		if p := n.textOf(it); p != nil && slices.ContainsFunc(it.Leads, func(u *record.Unit) bool { return slices.Contains(other.Leads, u) }) {
			f.in(p, 0, len(p.Text), problem.Textf("nhiệm vụ này trùng với %s", "the task is the same as %s", other.ID), problem.Textf("bỏ một, hoặc viết rõ hai việc khác nhau thế nào", "take one away, or say how they differ"))
		}
	}
}

// pointLetters are the letters of points in their order (Phụ lục I, II.6đ).
var pointLetters = []rune("abcdđeghiklmnopqrstuvxy")

var (
	typedLabel   = regexp.MustCompile(`^(?:\(?(\d{1,2}(?:\.\d{1,2})*)[.)]|([IVX]{1,4})\.|([a-zđ])\)|[-+•–])\s+`)
	inlineNumber = regexp.MustCompile(`\((\d{1,2})\) `)
	inlineLetter = regexp.MustCompile(`(?:^|[;:.,\n]\s*)([a-zđ])\) `)
)

func checkTypedLabels(n *notice, f *found) {
	n.eachItem(func(it *record.Item) {
		p := n.byField[it.Field()+".heading"]
		if p == nil || p.Text == "" {
			p = n.textOf(it)
		}
		if !it.Numbered || p == nil {
			return
		}
		if m := typedLabel.FindString(p.Text); m != "" {
			f.in(p, 0, len(strings.TrimSpace(m)), problem.Textf("số %q gõ tay, thông báo sẽ có hai số", "the label %q is typed, and the notice adds its own", strings.TrimSpace(m)),
				problem.Textf("xóa số đã gõ (chương trình tự đánh số theo numbering), hoặc thêm numbered: no", "take it away, for the program numbers the items itself, or add numbered: no"))
		}
	})
}

func checkNumberGaps(n *notice, f *found) {
	for _, p := range n.body {
		var labels []label
		for _, m := range inlineNumber.FindAllStringSubmatchIndex(p.Text, -1) {
			v, _ := strconv.Atoi(p.Text[m[2]:m[3]])
			labels = append(labels, label{p, m[2] - 1, m[3] + 1, v})
		}
		reportGap(f, labels, func(v int) string { return fmt.Sprintf("(%d)", v) })
	}
	n.eachList(func(items []*record.Item) {
		var labels []label
		for _, it := range items {
			p := n.byField[it.Field()+".heading"]
			if p == nil || p.Text == "" {
				p = n.textOf(it)
			}
			if p == nil || it.Numbered {
				continue
			}
			if m := typedLabel.FindStringSubmatchIndex(p.Text); m != nil && m[2] >= 0 && !strings.Contains(p.Text[m[2]:m[3]], ".") {
				v, _ := strconv.Atoi(p.Text[m[2]:m[3]])
				labels = append(labels, label{p, m[2], m[3], v})
			}
		}
		reportGap(f, labels, strconv.Itoa)
	})
}

// A label is a number or letter typed by hand.
type label struct {
	p        *record.Passage
	from, to int
	value    int // from 1
}

// reportGap reports the first label that does not follow the one before it, in
// a row that begins with the first and has three at least.
func reportGap(f *found, labels []label, write func(int) string) {
	if len(labels) < 3 || labels[0].value != 1 {
		return
	}
	for i := 1; i < len(labels); i++ {
		before, l := labels[i-1].value, labels[i]
		if l.value == 1 && before > 1 { // another row
			reportGap(f, labels[i:], write)
			return
		}
		if l.value != before+1 {
			f.in(l.p, l.from, l.to, problem.Textf("sau %s là %s: số thứ tự nhảy hoặc lặp", "%s is followed by %s", write(before), write(l.value)),
				problem.Textf("đánh lại là %s, hoặc thêm mục còn thiếu", "make it %s, or add what is missing", write(before+1)))
			return
		}
	}
}

// eachList calls see with the items of each level.
func (n *notice) eachList(see func([]*record.Item)) {
	see(n.rec.Conclusions)
	n.eachItem(func(it *record.Item) { see(it.Items) })
}

func checkPointLetters(n *notice, f *found) {
	for _, p := range n.body {
		if !strings.Contains(p.Text, ") ") {
			continue
		}
		var labels []label
		for _, m := range inlineLetter.FindAllStringSubmatchIndex(p.Text, -1) {
			c := []rune(p.Text[m[2]:m[3]])[0]
			labels = append(labels, label{p, m[2], m[3] + 1, slices.Index(pointLetters, c) + 1})
		}
		reportGap(f, labels, letter)
	}
	each(n.prose, "iểm ", foreignPoint, func(p *record.Passage, m []int) {
		f.in(p, m[2], m[3], problem.Textf("không có điểm %q: chữ cái tiếng Việt không có f, j, w, z", "there is no point %q: Vietnamese has no f, j, w, z", p.Text[m[2]:m[3]]),
			problem.Textf("thứ tự các điểm: a b c d đ e g h i k l m n o p q r s t u v x y", "the order is a b c d đ e g h i k l m n o p q r s t u v x y"))
	})
}

var foreignPoint = regexp.MustCompile(`[Đđ]iểm ([fjwz]),? [Kk]hoản \d`)

func letter(v int) string {
	if v < 1 || v > len(pointLetters) {
		return "f), j), w), z)"
	}
	return string(pointLetters[v-1]) + ")"
}
