package decree

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/doc"
)

// aboutShape is how a letter begins what it is about.
var aboutShape = regexp.MustCompile(`(?i)^(v/v|về việc) `)

// letterHead finds what a letter is about, below its number. What looks like a
// type further down is none then.
func (n *notice) letterHead(lines []*line) {
	if n.number == nil {
		return
	}
	for _, l := range lines {
		if l.framed || l.y <= n.number.y || l.centre() > n.middleOfPage() {
			continue
		}
		k := len(n.about)
		switch {
		case k == 0 && aboutShape.MatchString(l.text) && (n.typed == nil || l.y < n.typed.y):
			n.about = append(n.about, l)
		case k > 0 && math.Abs(float64(l.centre()-n.about[0].centre())) < 2 && l.y-n.about[k-1].y < 2*l.size.MM():
			n.about = append(n.about, l)
		}
	}
	if n.isLetter() {
		n.typed = nil
	}
}

// typeCodes are what stands for a type in symbols, and what some write for
// letters, which have no code (Phụ lục III.I).
func typeCodes() []string {
	all := []string{"CV"}
	for _, code := range codes {
		all = append(all, code)
	}
	return all
}

var letterRules = []rule{
	{"HD-14", "Phụ lục I, II.3b; Phụ lục III.I", letters, text("ký hiệu công văn không có chữ viết tắt tên loại", "the symbol of a letter has no code of a type"), func(n *notice, f *faults) {
		m := n.symbol()
		if m == nil {
			f.missing()
			return
		}
		if slices.Contains(typeCodes(), m[2]) {
			f.add(1, "ký hiệu công văn ghi %q", "the symbol of the letter says %q", n.number.text)
		}
	}},
	{"TT-04", "Phụ lục I, II.5b", letters, text("\"V/v …\" cỡ 12-13, đứng, không đậm, giữa dưới số, cách 6 pt, không kẻ", "\"V/v …\" of 12-13 pt, upright, not bold, centred below the number, 6 pt apart, no rule"), func(n *notice, f *faults) {
		if !n.isLetter() {
			f.add(1, "không thấy \"V/v …\" dưới dòng số", "there is no \"V/v …\" below the number")
			return
		}
		for _, l := range n.about {
			if !isSize(l, 12, 13) || l.bold || l.italic {
				f.add(1, "%q: cỡ %.1f, hoặc đậm, nghiêng", "%q: %.1f pt, or bold, or italic", short(l.text), l.size)
			}
			if off := apart(l.centre(), n.number.centre()); off > 2*centreOff {
				f.add(1, "%q lệch tâm dòng số %.1f mm", "%q is %.1f mm off the centre of the number", short(l.text), off)
			}
		}
		first := n.about[0]
		if !strings.HasPrefix(first.text, "V/v ") {
			f.add(1, "ghi là %q", "it is written %q", short(first.text))
		}
		if gap := (first.y - n.number.y - first.size.MM()*doc.MM(single)).PT(); !within(gap, 6, 6, 1.5) {
			f.add(1, "cách dòng số %.1f pt", "%.1f pt below the number", gap)
		}
		if n.ruleBelow(n.about[len(n.about)-1]) != nil {
			f.add(1, "dưới \"V/v …\" có đường kẻ", "there is a rule below \"V/v …\"")
		}
	}},
}

// addressRules are about who is addressed, or not.
var addressRules = []rule{
	{"RC-06", "Phụ lục I, II.9b", administrative, text("Kính gửi: có trong công văn, không có trong thông báo", "Kính gửi stands in a letter, and not in a notice"), func(n *notice, f *faults) {
		switch {
		case n.kind.In(letters) && len(n.addressees) == 0:
			f.add(1, "công văn không có dòng Kính gửi", "the letter has no line Kính gửi")
		case n.kind.In(submissions) && len(n.addressees) == 0:
			f.add(1, "tờ trình không có dòng Kính gửi", "the submission has no line Kính gửi")
		case n.kind.In(notices) && len(n.addressees) > 0:
			f.at(n.addressees[0], "thông báo có dòng %q", "the notice has the line %q", short(n.addressees[0].text))
		}
	}},
	{"RC-07", "Phụ lục I, II.9d", listed, text("có Kính gửi thì nơi nhận bắt đầu bằng Như trên, không có thì không", "with Kính gửi the recipients begin with Như trên, else not"), func(n *notice, f *faults) {
		entries := n.entries()
		if len(entries) == 0 {
			f.missing()
			return
		}
		if asAbove := strings.HasPrefix(entries[0], "- Như trên"); asAbove != (len(n.addressees) > 0) {
			f.add(0, "dòng đầu nơi nhận là %q", "the first recipient is %q", short(entries[0]))
		}
	}},
}

var addresseeRules = []rule{
	{"RC-08", "Phụ lục I, II.9d", nil, text("Kính gửi cỡ 13-14, đứng; một nơi cùng dòng, nhiều nơi mỗi nơi một dòng có gạch đầu", "Kính gửi of 13-14 pt, upright; one addressee on its line, several on lines with dashes"), func(n *notice, f *faults) {
		first := n.addressees[0]
		for _, l := range n.addressees {
			if !isSize(l, 13, 14) || l.bold || l.italic {
				f.at(l, "%q: cỡ %.1f, hoặc đậm, nghiêng", "%q: %.1f pt, or bold, or italic", short(l.text), l.size)
			}
		}
		_, name, colon := strings.Cut(first.text, ":")
		switch name = strings.TrimSpace(name); {
		case !colon:
			f.at(first, "sau Kính gửi thiếu dấu hai chấm: %q", "there is no colon behind Kính gửi: %q", short(first.text))
		case name == "" && (len(n.addressees) < 3 || !strings.HasPrefix(n.addressees[1].text, "-")):
			f.at(first, "nơi nhận không cùng dòng với Kính gửi, và không phải danh sách có gạch đầu", "the addressee is not on the line of Kính gửi, and there is no list with dashes")
		case strings.HasPrefix(name, "-"):
			f.at(first, "danh sách bắt đầu ngay trên dòng Kính gửi", "the list begins on the line of Kính gửi")
		}
	}},
}

var basisRules = []rule{
	{"BD-06", "Phụ lục I, II.6a", nil, text("căn cứ cỡ 13-14, nghiêng, mỗi căn cứ kết thúc bằng ; và căn cứ cuối bằng dấu chấm", "the basis of 13-14 pt, italic, each ending in ; and the last in a full stop"), func(n *notice, f *faults) {
		for i, l := range n.basis {
			if !isSize(l, 13, 14) || l.bold {
				f.at(l, "%q: cỡ %.1f, hoặc đậm", "%q: %.1f pt, or bold", short(l.text), l.size)
			}
			mark := ";"
			if i == len(n.basis)-1 {
				mark = "."
			} else if n.basis[i+1].x-n.left < 2 {
				continue // goes on
			}
			if !strings.HasSuffix(l.text, mark) {
				f.at(l, "căn cứ không kết thúc bằng %q: %q", "the basis does not end in %q: %q", mark, short(l.text))
			}
		}
	}},
}
