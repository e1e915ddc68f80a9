package decree

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// roman are the numbers of annexes.
var roman = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}

var annexRules = []rule{
	{"AP-01", "Phụ lục I, III.1a", whole, text("nội dung có chỉ dẫn đến phụ lục; từ hai phụ lục thì đánh số La Mã", "the body refers to the annex; two or more have Roman numbers"), func(n *notice, f *faults) {
		var body strings.Builder
		for _, l := range n.body {
			body.WriteString(l.text + " ")
		}
		for i, pages := range n.annexes {
			head := annexHeadOf(pages[0]).text
			_, number, _ := strings.Cut(head[len("Phụ lục"):], " ")
			switch {
			case !strings.Contains(strings.ToLower(body.String()), strings.ToLower(head)):
				f.at(pages[0][0], "nội dung không nhắc đến %q", "the body does not refer to %q", head)
			case len(n.annexes) > 1 && i < len(roman) && number != roman[i]:
				f.at(pages[0][0], "%q phải là Phụ lục %s", "%q must be Phụ lục %s", head, roman[i])
			}
		}
	}},
	{"AP-02", "Phụ lục I, III.1b-c", nil, text("\"Phụ lục\" cỡ 14 đậm, tên phụ lục in hoa đậm, dòng Kèm theo nghiêng, đều ở giữa", "\"Phụ lục\" of 14 pt bold, its title in bold capitals, Kèm theo in italics, all centred"), func(n *notice, f *faults) {
		for _, pages := range n.annexes {
			n.checkAnnexHead(f, pages[0])
		}
	}},
	{"AP-03", "Phụ lục I, III.1đ", nil, text("số trang của phụ lục đánh riêng, trang đầu không ghi", "the pages of an annex are numbered apart, the first shows none"), func(n *notice, f *faults) {
		for _, pages := range n.annexes {
			for k, lines := range pages {
				shown := ""
				for _, l := range lines {
					if digits.MatchString(l.text) && l.y < numberZone {
						shown = l.text
					}
				}
				want := strconv.Itoa(k + 1)
				if k == 0 {
					want = ""
				}
				if shown != want && len(lines) > 0 {
					f.at(lines[0], "trang %d của phụ lục ghi số %q", "page %d of the annex shows the number %q", k+1, shown)
				}
			}
		}
	}},
}

// checkAnnexHead checks the lines above the first frame or paragraph of an annex.
func (n *notice) checkAnnexHead(f *faults, lines []*line) {
	head := annexHeadOf(lines)
	if !isSize(head, 14, 14) || !head.bold || head.italic || !strings.HasPrefix(head.text, "Phụ lục") {
		f.at(head, "%q: cỡ %.1f, hoặc không phải chữ thường đứng đậm", "%q: %.1f pt, or not small upright bold letters", head.text, head.size)
	}
	checkCentred(n, f, head)
	titled, attached := false, false
	for _, l := range lines[1+slices.Index(lines, head):] {
		switch {
		case l.framed || attached && !l.italic:
			return
		case !attached && l.bold && l.caps() && !l.italic:
			titled = true
			if !isSize(l, 13, 14) {
				f.at(l, "%q: cỡ %.1f", "%q: %.1f pt", short(l.text), l.size)
			}
			checkCentred(n, f, l)
		case l.italic && (attached || strings.HasPrefix(l.text, "(Kèm theo")):
			attached = true
			if !isSize(l, 13, 14) {
				f.at(l, "%q: cỡ %.1f", "%q: %.1f pt", short(l.text), l.size)
			}
			checkCentred(n, f, l)
		case !titled:
			f.at(l, "tên phụ lục là %q, phải in hoa, đậm", "the title of the annex is %q, capitals in bold are wanted", short(l.text))
			return
		case !attached:
			f.at(l, "thiếu dòng (Kèm theo …) nghiêng: %q", "there is no line (Kèm theo …) in italics: %q", short(l.text))
			return
		}
	}
}

// annexBody finds the text of an annex that is a file of its own, below its
// head, and its edges: those of its widest table too.
func (n *notice) annexBody() {
	headed := false
	n.left, n.right = math.MaxFloat64, 0
	for i, lines := range n.lines {
		for _, l := range lines {
			headed = headed || l.italic
			if headed && !l.italic && !l.framed {
				n.body = append(n.body, l)
				n.left, n.right = min(n.left, l.x), max(n.right, l.right)
			}
		}
		for _, f := range framesOf(n.file.Pages[i]) {
			n.left, n.right = min(n.left, f.left), max(n.right, f.right)
		}
	}
}
