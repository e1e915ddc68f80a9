package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/letters"
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
		key := lettersOf(it.Text)
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

// lettersOf returns the letters and digits of a text, small.
func lettersOf(s string) string {
	small := make([]byte, 0, len(s))
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				small = append(small, byte(c))
			}
		case letters.IsLetter(c) || unicode.IsDigit(c):
			small = utf8.AppendRune(small, letters.Small(c))
		}
	}
	return string(small)
}
