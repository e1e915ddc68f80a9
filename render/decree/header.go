package decree

import (
	"regexp"

	"ketluan/render/doc"
)

var (
	quocHieuText = regexp.MustCompile(`^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$`)
	symbolShape  = regexp.MustCompile(`^Số: ?(\d+[a-z]?)? ?/ ?([\pL\d&]+) ?[-–] ?[\pL\d&.-]+$`)
	symbolSpaces = regexp.MustCompile(`\S\s+[/-]|[/-]\s+\S`)
	symbolYear   = regexp.MustCompile(`/(19|20)\d\d/`)
	dateText     = regexp.MustCompile(`^[^,]+, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}$`)
	dateBlank    = regexp.MustCompile(`^[^,]+, ngày tháng (01 |02 |[3-9] |1[0-2] )?năm \d{4}$`)
)

var headerRules = []rule{
	{"PG-11", "Phụ lục I, mục V, chú thích 2", administrative, text("cỡ chữ Quốc hiệu, Tiêu ngữ, ngày theo bộ 13/14/14 hoặc 12/13/13", "sizes of Quốc hiệu, Tiêu ngữ, date as 13/14/14 or 12/13/13"), func(n *notice, f *faults) {
		if n.quocHieu == nil || n.tieuNgu == nil || n.date == nil && !n.kind.In(minutes) {
			f.missing()
			return
		}
		a, b, c := n.quocHieu, n.tieuNgu, n.date
		if c == nil { // minutes have none
			c = b
		}
		if !(isSize(a, 13, 13) && isSize(b, 14, 14) && isSize(c, 14, 14)) && !(isSize(a, 12, 12) && isSize(b, 13, 13) && isSize(c, 13, 13)) {
			f.warn(1, "cỡ %.1f/%.1f/%.1f", "%.1f/%.1f/%.1f pt", a.size, b.size, c.size)
		}
	}},
	{"HD-01", "Phụ lục I, II.1a", administrative, text("Quốc hiệu đúng chữ, một dòng", "Quốc hiệu, word for word on one line"), func(n *notice, f *faults) {
		switch {
		case n.quocHieu == nil:
			f.add(1, "không thấy Quốc hiệu", "there is no Quốc hiệu")
		case !quocHieuText.MatchString(n.quocHieu.text):
			f.add(1, "dòng Quốc hiệu là %q", "the line of Quốc hiệu is %q", n.quocHieu.text)
		}
	}},
	{"HD-02", "Phụ lục I, II.1a", administrative, text("Quốc hiệu cỡ 12-13, in hoa, đứng, đậm, bên phải", "Quốc hiệu of 12-13 pt, capitals, upright, bold, on the right"), func(n *notice, f *faults) {
		if l := n.quocHieu; l == nil {
			f.missing()
		} else if !isSize(l, 12, 13) || !l.bold || l.italic || l.centre() < n.middleOfPage() {
			f.add(1, "cỡ %.1f, hoặc không đứng đậm, hoặc không ở bên phải", "%.1f pt, or not bold upright, or not on the right", l.size)
		}
	}},
	{"HD-03", "Phụ lục I, II.1b", administrative, text("Tiêu ngữ đúng chữ, gạch nối có cách chữ", "Tiêu ngữ, word for word, with spaces around its hyphens"), func(n *notice, f *faults) {
		switch {
		case n.tieuNgu == nil:
			f.add(1, "không thấy Tiêu ngữ trên một dòng", "there is no Tiêu ngữ on one line")
		case n.tieuNgu.text != "Độc lập - Tự do - Hạnh phúc":
			f.add(1, "dòng Tiêu ngữ là %q", "the line of Tiêu ngữ is %q", n.tieuNgu.text)
		}
	}},
	{"HD-04", "Phụ lục I, II.1b", administrative, text("Tiêu ngữ cỡ 13-14, đứng, đậm, giữa dưới Quốc hiệu", "Tiêu ngữ of 13-14 pt, upright, bold, centred below Quốc hiệu"), func(n *notice, f *faults) {
		l := n.tieuNgu
		if l == nil || n.quocHieu == nil {
			f.missing()
			return
		}
		if !isSize(l, 13, 14) || !l.bold || l.italic {
			f.add(1, "cỡ %.1f, hoặc không đứng đậm", "%.1f pt, or not bold upright", l.size)
		}
		if apart(l.centre(), n.quocHieu.centre()) > centreOff {
			f.add(1, "lệch tâm Quốc hiệu %.1f mm", "%.1f mm off the centre of Quốc hiệu", apart(l.centre(), n.quocHieu.centre()))
		}
	}},
	{"HD-05", "Phụ lục I, II.1b", administrative, text("đường kẻ dưới Tiêu ngữ dài bằng dòng chữ", "a rule below Tiêu ngữ, as long as the line"), func(n *notice, f *faults) {
		if n.tieuNgu == nil {
			f.missing()
			return
		}
		checkRule(n, f, []*line{n.tieuNgu}, 0.95, 1.05)
	}},
	{"HD-06", "Phụ lục I, II.2b", administrative, text("cơ quan chủ quản cỡ 12-13, in hoa, đứng, không đậm", "the agency above of 12-13 pt, capitals, upright, not bold"), func(n *notice, f *faults) {
		if len(n.chuQuan) == 0 {
			f.missing()
		}
		for _, l := range n.chuQuan {
			if !isSize(l, 12, 13) || !l.caps() || l.italic || len(n.banHanh) > 0 && l.y > n.banHanh[0].y {
				f.add(1, "%q: cỡ %.1f, hoặc không in hoa đứng, hoặc không ở trên", "%q: %.1f pt, or not upright capitals, or not above", l.text, l.size)
			}
		}
	}},
	{"HD-07", "Phụ lục I, II.2b", administrative, text("cơ quan ban hành cỡ 12-13, in hoa, đứng, đậm, giữa", "the agency of 12-13 pt, capitals, upright, bold, centred"), func(n *notice, f *faults) {
		if len(n.banHanh) == 0 {
			f.add(1, "không thấy tên cơ quan ban hành in đậm", "there is no name of the agency in bold")
			return
		}
		for _, l := range n.banHanh {
			if !isSize(l, 12, 13) || !l.caps() || l.italic {
				f.add(1, "%q: cỡ %.1f, hoặc không in hoa đứng", "%q: %.1f pt, or not upright capitals", l.text, l.size)
			}
			for _, above := range n.chuQuan {
				if apart(l.centre(), above.centre()) > centreOff {
					f.add(1, "%q lệch tâm dòng trên %.1f mm", "%q is %.1f mm off the centre of the line above", l.text, apart(l.centre(), above.centre()))
				}
			}
		}
	}},
	{"HD-08", "Phụ lục I, II.2b", administrative, text("đường kẻ dưới tên cơ quan dài 1/3-1/2 dòng chữ, giữa", "a rule below the agency, a third to half of the line, centred"), func(n *notice, f *faults) {
		if len(n.banHanh) == 0 {
			f.missing()
			return
		}
		checkRule(n, f, n.banHanh, 1.0/3, 0.5)
	}},
	{"HD-10", "Phụ lục I, II.3", administrative, text("số, ký hiệu dạng \"Số: 05/TB-SKHCN\"", "number and symbol like \"Số: 05/TB-SKHCN\""), func(n *notice, f *faults) {
		switch {
		case n.number == nil:
			f.add(1, "không thấy dòng Số:", "there is no line Số:")
		case !symbolShape.MatchString(n.number.text):
			f.add(1, "dòng số là %q", "the line of the number is %q", n.number.text)
		}
	}},
	{"HD-11", "Phụ lục I, II.3c", administrative, text("số dưới 10 có số 0 phía trước", "a zero before numbers under 10"), func(n *notice, f *faults) {
		m := n.symbol()
		if m == nil || m[1] == "" {
			f.missing()
			return
		}
		if len(m[1]) == 1 || len(m[1]) > 2 && m[1][0] == '0' {
			f.add(1, "số ghi là %q", "the number is written %q", m[1])
		}
	}},
	{"HD-12", "Phụ lục I, II.3c", administrative, text("ký hiệu không cách chữ quanh / và -, không có năm", "no spaces around / and -, and no year, in the symbol"), func(n *notice, f *faults) {
		if n.number == nil {
			f.missing()
			return
		}
		symbol := regexp.MustCompile(`^Số: ?\d*[a-z]?\s*`).ReplaceAllString(n.number.text, "")
		if symbolSpaces.MatchString(symbol) || symbolYear.MatchString(n.number.text) {
			f.add(1, "dòng số là %q", "the line of the number is %q", n.number.text)
		}
	}},
	{"HD-13", "Phụ lục I, II.3c", administrative, text("số, ký hiệu cỡ 13, đứng, không đậm, giữa dưới tên cơ quan", "number of 13 pt, upright, not bold, centred below the agency"), func(n *notice, f *faults) {
		l := n.number
		if l == nil {
			f.missing()
			return
		}
		if !isSize(l, 13, 13) || l.bold || l.italic {
			f.add(1, "cỡ %.1f, hoặc đậm, nghiêng", "%.1f pt, or bold, or italic", l.size)
		}
		if k := len(n.banHanh); k > 0 && apart(l.centre(), n.banHanh[k-1].centre()) > centreOff {
			f.add(1, "lệch tâm tên cơ quan %.1f mm", "%.1f mm off the centre of the agency", apart(l.centre(), n.banHanh[k-1].centre()))
		}
	}},
	{"HD-15", "Phụ lục I, II.4", dated, text("địa danh, ngày tháng dạng \"Hà Nội, ngày 05 tháng 01 năm 2020\"", "place and date like \"Hà Nội, ngày 05 tháng 01 năm 2020\""), func(n *notice, f *faults) {
		switch {
		case n.date == nil:
			f.add(1, "không thấy dòng địa danh, ngày tháng", "there is no line of place and date")
		case !dateText.MatchString(n.date.text) && !dateBlank.MatchString(n.date.text):
			f.add(1, "dòng ngày tháng là %q", "the line of the date is %q", n.date.text)
		}
	}},
	{"HD-17", "Phụ lục I, II.4c", dated, text("ngày tháng cỡ 13-14, nghiêng, ngang dòng số, giữa dưới Tiêu ngữ", "date of 13-14 pt, italic, level with the number, centred below Tiêu ngữ"), func(n *notice, f *faults) {
		l := n.date
		if l == nil {
			f.missing()
			return
		}
		if !isSize(l, 13, 14) || !l.italic || l.bold {
			f.add(1, "cỡ %.1f, hoặc không nghiêng", "%.1f pt, or not italic", l.size)
		}
		if n.number != nil && apart(l.y, n.number.y) > placeOff {
			f.add(1, "lệch dòng số %.1f mm", "%.1f mm off the line of the number", apart(l.y, n.number.y))
		}
		if n.tieuNgu != nil && apart(l.centre(), n.tieuNgu.centre()) > centreOff {
			f.add(1, "lệch tâm Tiêu ngữ %.1f mm", "%.1f mm off the centre of Tiêu ngữ", apart(l.centre(), n.tieuNgu.centre()))
		}
	}},
}

// symbol returns the number and the code of the type; nil where there is none.
func (n *notice) symbol() []string {
	if n.number == nil {
		return nil
	}
	return symbolShape.FindStringSubmatch(n.number.text)
}

// checkRule checks the rule below the last of lines: from low to high of the
// longest, or of the last, and centred.
func checkRule(n *notice, f *faults, lines []*line, low, high float64) {
	last := lines[len(lines)-1]
	r := n.ruleBelow(last)
	if r == nil {
		f.at(last, "không có đường kẻ dưới %q", "there is no rule below %q", short(last.text))
		return
	}
	var widest doc.MM
	for _, l := range lines {
		widest = max(widest, l.width())
	}
	part := func(width doc.MM) float64 { return float64(r.Width / width) }
	if !within(part(widest), low, high, 0.01) && !within(part(last.width()), low, high, 0.01) {
		f.at(last, "đường kẻ dài %.0f %% dòng chữ", "the rule is %.0f %% of the line", 100*part(widest))
	}
	if off := apart(r.X+r.Width/2, last.centre()); off > centreOff {
		f.at(last, "đường kẻ lệch giữa %.1f mm", "the rule is %.1f mm off the centre", off)
	}
}
