package decree

import (
	"strings"

	"ketluan/render/doc"
	"ketluan/render/kind"
)

// codes are the codes of the types of documents in their symbols (Phụ lục III.I).
var codes = kind.New(kind.Any, "").System().TypeCodes()

var titleRules = []rule{
	{"HD-14", "Phụ lục III.I", titled, text("chữ viết tắt tên loại trong ký hiệu đúng với tên loại", "the code in the symbol is that of the type"), func(n *notice, f *faults) {
		m := n.symbol()
		if m == nil || n.typed == nil || codes[n.typed.text] == "" {
			f.missing()
			return
		}
		if m[2] != codes[n.typed.text] {
			f.add(1, "%s mà ký hiệu ghi %s", "%s, and the symbol says %s", n.typed.text, m[2])
		}
	}},
	{"TT-01", "Phụ lục I, II.5b", titled, text("tên loại cỡ 13-14, in hoa, đậm, giữa, một dòng riêng", "the type of 13-14 pt, capitals, bold, centred, on its own line"), func(n *notice, f *faults) {
		l := n.typed
		if l == nil {
			f.add(1, "không thấy tên loại văn bản", "there is no type of the document")
			return
		}
		if !strings.HasPrefix(l.text, n.title) { // some add to it: GIẤY MỜI HỌP
			f.add(1, "tên loại là %q, phải là %q", "the type is %q, not %q", short(l.text), n.title)
		}
		if !isSize(l, 13, 14) || l.italic {
			f.add(1, "cỡ %.1f, hoặc nghiêng", "%.1f pt, or italic", l.size)
		}
		checkCentred(n, f, l)
	}},
	{"TT-02", "Phụ lục I, II.5b", titled, text("trích yếu cỡ 13-14, đứng, đậm, giữa, không chấm cuối", "the abstract of 13-14 pt, upright, bold, centred, without full stop"), func(n *notice, f *faults) {
		if len(n.abstract) == 0 {
			f.add(1, "không thấy trích yếu in đậm dưới tên loại", "there is no abstract in bold below the type")
			return
		}
		for _, l := range n.abstract {
			if !isSize(l, 13, 14) || l.italic {
				f.add(1, "%q: cỡ %.1f, hoặc nghiêng", "%q: %.1f pt, or italic", short(l.text), l.size)
			}
			checkCentred(n, f, l)
		}
		if last := n.abstract[len(n.abstract)-1]; strings.HasSuffix(last.text, ".") {
			f.add(1, "trích yếu có dấu chấm cuối", "the abstract ends in a full stop")
		}
	}},
	{"TT-03", "Phụ lục I, II.5b", titled, text("đường kẻ dưới trích yếu dài 1/3-1/2 dòng chữ, giữa", "a rule below the abstract, a third to half of the line, centred"), func(n *notice, f *faults) {
		if len(n.abstract) == 0 {
			f.missing()
			return
		}
		checkRule(n, f, n.abstract, 1.0/3, 0.5)
	}},
}

// checkCentred checks that a line is in the middle of the text.
func checkCentred(n *notice, f *faults, l *line) {
	if len(n.body) == 0 {
		return
	}
	if off := apart(l.centre(), (n.left+n.right)/2); off > centreOff {
		f.at(l, "%q lệch giữa %.1f mm", "%q is %.1f mm off the middle", short(l.text), off)
	}
}

var bodyRules = []rule{
	{"BD-01", "Phụ lục I, II.6e", administrative, text("nội dung một cỡ chữ 13 hoặc 14, đứng", "body of one size, 13 or 14 pt, upright"), func(n *notice, f *faults) {
		if len(n.body) == 0 {
			f.missing()
			return
		}
		first := n.body[0].size
		for _, l := range n.body {
			if !isSize(l, first, first) || !isSize(l, 13, 13) && !isSize(l, 14, 14) || l.italic {
				f.at(l, "%q: cỡ %.1f, hoặc nghiêng", "%q: %.1f pt, or italic", short(l.text), l.size)
				return
			}
		}
	}},
	{"BD-02", "Phụ lục I, II.6e", nil, text("nội dung dàn đều hai lề", "body justified"), func(n *notice, f *faults) {
		measured := false
		for i, l := range n.body {
			if l.bold || !n.goesOn(i) {
				continue
			}
			measured = true
			if n.right-l.right > 2*placeOff {
				f.at(l, "dòng ngắn hơn lề %.1f mm: %q", "the line ends %.1f mm before the margin: %q", n.right-l.right, short(l.text))
			}
		}
		if !measured {
			f.missing()
		}
	}},
	{"BD-03", "Phụ lục I, II.6e", nil, text("dòng đầu lùi 1 cm hoặc 1,27 cm", "first lines indented by 10 or 12.7 mm"), func(n *notice, f *faults) {
		for i, l := range n.body {
			indent := l.x - n.left
			if i > 0 && n.goesOn(i-1) {
				continue
			}
			if !within(indent, 10, 10, placeOff) && !within(indent, 12.7, 12.7, placeOff) {
				f.at(l, "dòng đầu lùi %.1f mm: %q", "the first line is indented by %.1f mm: %q", indent, short(l.text))
			}
		}
	}},
	{"BD-04", "Phụ lục I, II.6e", nil, text("các đoạn cách nhau từ 6 pt", "at least 6 pt between paragraphs"), func(n *notice, f *faults) {
		pitch := n.pitch()
		if pitch == 0 {
			f.missing()
			return
		}
		for i := 1; i < len(n.body); i++ {
			a, b := n.body[i-1], n.body[i]
			if a.page != b.page || n.goesOn(i-1) {
				continue
			}
			if gap := (b.y - a.y - pitch).PT(); gap < 6-0.5 {
				f.at(b, "cách đoạn trên %.1f pt: %q", "%.1f pt below the paragraph above: %q", gap, short(b.text))
			}
		}
	}},
	{"BD-05", "Phụ lục I, II.6e", administrative, text("dòng cách dòng từ đơn đến 1,5", "line spacing from single to 1.5"), func(n *notice, f *faults) {
		measured := false
		for i := 1; i < len(n.body); i++ {
			a, b := n.body[i-1], n.body[i]
			if a.page != b.page || !n.goesOn(i-1) {
				continue
			}
			measured = true
			if spacing := float64((b.y - a.y) / (b.size.MM() * single)); !within(spacing, 1, 1.5, 0.03) {
				f.at(b, "cách dòng %.2f: %q", "a line spacing of %.2f: %q", spacing, short(b.text))
			}
		}
		if !measured {
			f.missing()
		}
	}},
	{"BD-14", "Phụ lục III, mẫu 1.4", administrative, text("nội dung kết thúc bằng ./. và chỉ một lần", "the body ends in ./. and has it once"), func(n *notice, f *faults) {
		if len(n.body) == 0 {
			f.missing()
			return
		}
		count := 0
		for _, l := range n.body {
			count += strings.Count(l.text, "./.")
		}
		last := n.body[len(n.body)-1]
		if !strings.HasSuffix(last.text, "./.") || count != 1 {
			f.at(last, "dòng cuối là %q, có %d dấu ./.", "the last line is %q; ./. stands %d times", short(last.text), count)
		}
	}},
}

// goesOn reports whether the paragraph of a line of the body goes on in the
// next one, which then begins at the margin.
func (n *notice) goesOn(i int) bool {
	return i+1 < len(n.body) && n.body[i+1].x-n.left < 2
}

// pitch returns the usual distance of the lines of a paragraph; 0 without any.
func (n *notice) pitch() doc.MM {
	var smallest doc.MM
	for i := 1; i < len(n.body); i++ {
		a, b := n.body[i-1], n.body[i]
		if d := b.y - a.y; a.page == b.page && n.goesOn(i-1) && d > 1 && (smallest == 0 || d < smallest) {
			smallest = d
		}
	}
	return smallest
}
