package decree

import (
	"regexp"
	"strings"
)

var (
	badAuthority = regexp.MustCompile(`^(T/M|K/T|T/L|TU/Q|TM/|KT/|TL/|TUQ/|Q/|(TM|KT|TL|TUQ)[ :])`)
	academic     = regexp.MustCompile(`^(GS|PGS|TS|ThS|BS|KS|CN|Ông|Bà)[. ]`)
)

var signatureRules = []rule{
	{"SG-01", "Phụ lục I, II.7b", signed, text("thẩm quyền ký ghi TM. KT. TL. TUQ. Q.", "authority written TM. KT. TL. TUQ. Q."), func(n *notice, f *faults) {
		if len(n.titles) == 0 {
			f.missing()
		}
		for _, l := range n.titles {
			if badAuthority.MatchString(l.text) {
				f.at(l, "ghi là %q", "it is written %q", short(l.text))
			}
		}
	}},
	{"SG-05", "Phụ lục I, II.7đ", signed, text("quyền hạn, chức vụ cỡ 13-14, in hoa, đứng, đậm", "authority and position of 13-14 pt, capitals, upright, bold"), func(n *notice, f *faults) {
		if len(n.titles) == 0 {
			f.add(0, "không thấy chức vụ người ký in hoa", "there is no position of the signer in capitals")
		}
		for _, l := range n.titles {
			if !isSize(l, 13, 14) || !l.bold || l.italic {
				f.at(l, "%q: cỡ %.1f, hoặc không đứng đậm", "%q: %.1f pt, or not bold upright", short(l.text), l.size)
			}
		}
		for _, l := range n.beside {
			if !isSize(l, 13, 14) {
				f.at(l, "%q: cỡ %.1f", "%q: %.1f pt", short(l.text), l.size)
			}
		}
	}},
	{"SG-06", "Phụ lục I, II.7c", signed, text("họ tên người ký cỡ 13-14, đậm, giữa dưới chức vụ, không học hàm", "the signer's name of 13-14 pt, bold, centred below the position, without academic titles"), func(n *notice, f *faults) {
		l := n.name
		if l == nil {
			f.add(0, "không thấy họ tên người ký", "there is no name of the signer")
			return
		}
		if !isSize(l, 13, 14) || !l.bold || l.italic {
			f.at(l, "cỡ %.1f, hoặc không đứng đậm", "%.1f pt, or not bold upright", l.size)
		}
		if academic.MatchString(l.text) {
			f.at(l, "ghi là %q", "it is written %q", l.text)
		}
		if k := len(n.titles); k > 0 && apart(l.centre(), n.titles[k-1].centre()) > centreOff {
			f.at(l, "lệch tâm chức vụ %.1f mm", "%.1f mm off the centre of the position", apart(l.centre(), n.titles[k-1].centre()))
		}
	}},
	{"SG-07", "thông lệ / practice", nil, text("chữ ký không đứng một mình trên trang", "the signature does not stand alone on a page"), func(n *notice, f *faults) {
		if n.name == nil {
			f.missing()
			return
		}
		lines := 0
		for _, l := range n.body {
			if l.page == n.name.page {
				lines++
			}
		}
		if lines < 2 {
			f.at(n.name, "trang có chữ ký chỉ có %d dòng nội dung", "the page of the signature has %d lines of the body", lines)
		}
	}},
	{"RC-01", "Phụ lục I, II.9d", administrative, text("Nơi nhận: cỡ 12, nghiêng, đậm, sát lề trái", "Nơi nhận: of 12 pt, bold italic, at the left margin"), func(n *notice, f *faults) {
		l := n.recipients
		if l == nil {
			f.add(0, "không thấy Nơi nhận:", "there is no Nơi nhận:")
			return
		}
		if !isSize(l, 12, 12) || !l.bold || !l.italic || l.text != "Nơi nhận:" {
			f.at(l, "%q: cỡ %.1f, hoặc không nghiêng đậm", "%q: %.1f pt, or not bold italic", l.text, l.size)
		}
		if len(n.body) > 0 && apart(l.x, n.left) > cellPadding {
			f.at(l, "cách lề trái %.1f mm", "%.1f mm off the left margin", apart(l.x, n.left))
		}
	}},
	{"RC-02", "Phụ lục I, II.9d", signed, text("Nơi nhận: ngang dòng đầu của chữ ký", "Nơi nhận: level with the first line of the signature"), func(n *notice, f *faults) {
		if n.recipients == nil || len(n.titles) == 0 || len(n.beside) > 0 { // two signers leave no room beside them
			f.missing()
			return
		}
		if off := apart(n.recipients.y, n.titles[0].y); off > placeOff || n.recipients.page != n.titles[0].page {
			f.at(n.recipients, "lệch %.1f mm", "%.1f mm off", off)
		}
	}},
	{"RC-03", "Phụ lục I, II.9d", administrative, text("danh sách nơi nhận cỡ 11, đứng, mỗi dòng một gạch đầu", "recipients of 11 pt, upright, a dash before each"), func(n *notice, f *faults) {
		if len(n.list) == 0 {
			f.add(0, "không thấy danh sách nơi nhận", "there are no recipients")
			return
		}
		for _, l := range n.list {
			if !isSize(l, 11, 11) || l.bold || l.italic {
				f.at(l, "%q: cỡ %.1f, hoặc đậm, nghiêng", "%q: %.1f pt, or bold, or italic", short(l.text), l.size)
			}
		}
		if !strings.HasPrefix(n.list[0].text, "- ") {
			f.at(n.list[0], "dòng đầu là %q", "the first line is %q", short(n.list[0].text))
		}
	}},
	{"RC-04", "Phụ lục I, II.9d", administrative, text("dòng cuối nơi nhận: Lưu: VT, …", "the last recipient is Lưu: VT, …"), func(n *notice, f *faults) {
		entries := n.entries()
		if len(entries) == 0 {
			f.missing()
			return
		}
		if last := entries[len(entries)-1]; !strings.HasPrefix(last, "- Lưu: VT") {
			f.add(0, "dòng cuối là %q", "the last line is %q", short(last))
		}
	}},
	{"RC-05", "Phụ lục I, II.9d", administrative, text("nơi nhận ngăn bằng ; và dòng cuối kết thúc bằng dấu chấm", "recipients end in ; and the last in a full stop"), func(n *notice, f *faults) {
		entries := n.entries()
		for i, e := range entries {
			if last := i == len(entries)-1; last != strings.HasSuffix(e, ".") || !last && !strings.HasSuffix(e, ";") {
				f.add(0, "%q", "%q", short(e))
			}
		}
	}},
}

// entries returns the recipients, each with the lines that go on.
func (n *notice) entries() []string {
	var all []string
	for _, l := range n.list {
		if strings.HasPrefix(l.text, "-") || len(all) == 0 {
			all = append(all, l.text)
		} else {
			all[len(all)-1] += " " + l.text
		}
	}
	return all
}
