package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// between is what stands, rightly or not, between parts that are cited.
const between = `(?:,? | ?[-–] ?)`

var (
	capitalPart = map[string]*regexp.Regexp{ // by their gates
		"Điểm ":  regexp.MustCompile(`Điểm [a-zđ]` + between + `[Kk]hoản \d+`),
		"Khoản ": regexp.MustCompile(`Khoản \d{1,2}` + between + `(?:[Đđ]iều \d+|Nghị|Luật|Thông tư)`),
	}
	smallPart  = regexp.MustCompile(`khoản \d{1,2},? (điều) \d+|(điều) \d{1,3} (?:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp|Pháp lệnh)`)
	markInPart = regexp.MustCompile(`([Đđ]iểm [a-zđ]|[Kk]hoản \d{1,2})(?:, | ?[-–] ?)`)
	partBefore = regexp.MustCompile(`(?:[Đđ]iều|[Kk]hoản) \d{1,3},? $`)
)

func checkParts(n *notice, f *found) {
	for _, gate := range []string{"Điểm ", "Khoản "} {
		each(n.prose, gate, capitalPart[gate], func(p *record.Passage, m []int) {
			if !startsSentence(p.Text, m[0]) {
				small := strings.ToLower(gate)
				f.mend(p, m[0], m[0]+len(gate), small, problem.Textf("%q viết thường khi viện dẫn", "%q is small in a citation", strings.TrimSpace(small)))
			}
		})
	}
	each(n.prose, "điều ", smallPart, func(p *record.Passage, m []int) {
		at := max(m[2], m[4])
		f.mend(p, at, at+len("điều"), "Điều", problem.Textf("\"Điều\" viết hoa khi viện dẫn", "\"Điều\" has a capital in a citation"))
	})
	each(n.prose, "hoản ", markInPart, func(p *record.Passage, m []int) {
		rest, wanted := strings.ToLower(p.Text[m[1]:min(m[1]+16, len(p.Text))]), "điều "
		if strings.HasPrefix(strings.ToLower(p.Text[m[2]:m[3]]), "điểm") {
			wanted = "khoản "
		}
		if !strings.HasPrefix(rest, wanted) || len(rest) == len(wanted) || rest[len(wanted)] < '0' || rest[len(wanted)] > '9' {
			return
		}
		message := problem.Textf("giữa điểm, khoản, Điều không có dấu phẩy, gạch ngang", "no comma or dash stands between điểm, khoản and Điều")
		if partBefore.MatchString(tail(p.Text[:m[0]], 60)) { // "Điều 1 khoản 2, Điều 3" has two parts
			f.in(p, m[3], m[1], message, problem.Textf("viết từ nhỏ đến lớn: điểm a khoản 1 Điều 2", "write the smaller before the larger: điểm a khoản 1 Điều 2"))
			return
		}
		f.mendBy(p, m[3], m[1], " ", message, problem.Textf("bỏ %q", "take %q away", strings.TrimSpace(p.Text[m[3]:m[1]])))
	})
}

var (
	thePeople = clueOf("nhân dân", "của cho với phục đời vận tuyên ý toàn đông các trong và lòng để khuyến", `(?:của|cho|với|phục vụ|đời sống|vận động|tuyên truyền|ý kiến|toàn thể|đông đảo|các tầng lớp|trong|và|lòng tin của|để|khuyến cáo) (nhân dân)`)
	theState  = clueOf("nhà nước", "của do Đảng luật và nhà", `(?:của|do|Đảng và|Đảng,|luật của|và của) (nhà nước)|(nhà nước) (?:ta|và nhân dân|và Nhân dân|pháp quyền)`)
)

func checkPeopleAndState(n *notice, f *found) {
	n.each(n.prose, thePeople, func(p *record.Passage, m []int) {
		rest := p.Text[m[3]:]
		if strings.HasPrefix(rest, " tệ") || strings.HasPrefix(rest, " các cấp") {
			return
		}
		f.mend(p, m[2], m[3], "Nhân dân", problem.Textf("\"Nhân dân\" viết hoa", "\"Nhân dân\" has a capital"))
	})
	n.each(n.prose, theState, func(p *record.Passage, m []int) {
		at := max(m[2], m[4])
		f.mend(p, at, at+len("nhà nước"), "Nhà nước", problem.Textf("\"Nhà nước\" viết hoa", "\"Nhà nước\" has a capital"))
	})
}

// provinces are the names of provinces and centrally run cities, those of
// before 01/7/2025 too; none is that of a person, a number or an event but
// Thành phố Hồ Chí Minh, which is not among them.
const provinces = `An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Huế|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái`

var (
	capitalProvince = regexp.MustCompile(`(Tỉnh|Thành phố) (?:` + provinces + `)`)
	smallCity       = regexp.MustCompile(`(thành phố) Hồ Chí Minh|(thủ đô) Hà Nội`)
	numberedUnit    = regexp.MustCompile(`(quận|phường) \d{1,2}(?:[,.;)]|$| (?:và|tỉnh|thành phố|Thành phố))`)
)

func checkPlaces(n *notice, f *found) {
	for _, gate := range []string{"Tỉnh ", "Thành phố "} {
		each(n.prose, gate, capitalProvince, func(p *record.Passage, m []int) {
			if strings.HasPrefix(p.Text[m[0]:], gate) && !startsSentence(p.Text, m[0]) {
				f.mend(p, m[2], m[3], strings.ToLower(p.Text[m[2]:m[3]]), problem.Textf("danh từ chung của đơn vị hành chính viết thường: %q", "the common noun of a place is small: %q", p.Text[m[0]:m[1]]))
			}
		})
	}
	for _, gate := range []string{"thành phố Hồ Chí Minh", "thủ đô Hà Nội"} {
		each(n.prose, gate, smallCity, func(p *record.Passage, m []int) {
			at, to := max(m[2], m[4]), max(m[3], m[5])
			if strings.HasPrefix(gate, p.Text[at:to]) {
				f.mend(p, at, to, capitalized(p.Text[at:to]), problem.Textf("viết hoa: Thủ đô Hà Nội, Thành phố Hồ Chí Minh", "with a capital: Thủ đô Hà Nội, Thành phố Hồ Chí Minh"))
			}
		})
	}
	for _, gate := range []string{"quận ", "phường "} {
		each(n.prose, gate, numberedUnit, func(p *record.Passage, m []int) {
			if strings.HasPrefix(p.Text[m[0]:], gate) {
				f.mend(p, m[2], m[3], capitalized(p.Text[m[2]:m[3]]), problem.Textf("đơn vị hành chính đặt tên bằng số thì danh từ chung cũng viết hoa", "a place with a number for its name has a capital on its noun too"))
			}
		})
	}
}

// agencies are official names whose capitals are often wrong. "Sở Xây dựng" is
// not among them, for a department may xây dựng kế hoạch.
var agencies = []string{
	"Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Công Thương", "Sở Y tế", "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo",
	"Sở Nông nghiệp và Môi trường", "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo", "Sở Ngoại vụ", "Sở Kế hoạch và Đầu tư",
	"Sở Giao thông vận tải", "Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông", "Sở Nông nghiệp và Phát triển nông thôn",
	"Bộ Tài chính", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Công Thương", "Bộ Y tế", "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo",
	"Bộ Nông nghiệp và Môi trường", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Dân tộc và Tôn giáo", "Bộ Ngoại giao", "Bộ Quốc phòng", "Bộ Công an",
	"Bộ Kế hoạch và Đầu tư", "Bộ Giao thông vận tải", "Bộ Tài nguyên và Môi trường", "Bộ Thông tin và Truyền thông",
}

var bodyOfPeople = regexp.MustCompile(`(?:[ỦủỤụ]y ban|[Uu][ỷỶ] ban|Hội đồng|hội đồng) (Nhân) dân`)

func checkAgencies(n *notice, f *found) {
	checkBodies(n, f)
	each(n.prose, " Nhân dân", bodyOfPeople, func(p *record.Passage, m []int) {
		f.mend(p, m[2], m[3], "nhân", problem.Textf("trong tên cơ quan \"nhân dân\" viết thường: %q", "in the name of the body \"nhân dân\" is small: %q", p.Text[m[0]:m[1]]))
	})
	for _, p := range n.prose {
		if !strings.Contains(p.Text, "Sở ") && !strings.Contains(p.Text, "Bộ ") {
			continue
		}
		for _, w := range n.wordsIn(p) {
			if slices.Contains([]string{"Sở", "SỞ", "Bộ", "BỘ"}, w.s) {
				f.agencyAt(p, w.from)
			}
		}
	}
}

// agencyAt reports the agency whose name begins at a byte of a text, in capitals
// that it does not have.
func (f *found) agencyAt(p *record.Passage, at int) {
	for _, name := range agencies {
		to := at + len(name) // as long with any capitals
		if to > len(p.Text) || !strings.EqualFold(p.Text[at:to], name) {
			continue
		}
		if typed := p.Text[at:to]; typed != name && typed != strings.ToUpper(typed) && apartFromWords(p.Text, at, to) {
			f.in(p, at, to, problem.Textf("tên cơ quan viết %q", "the name of the agency is written %q", typed), problem.Textf("viết %q", "write %q", name))
		}
	}
}

func indexFrom(s, piece string, from int) int {
	if i := strings.Index(s[from:], piece); i >= 0 {
		return from + i
	}
	return -1
}

var (
	smallDay   = regexp.MustCompile(`(?:(?:[Ss]áng|[Cc]hiều|[Tt]ối|trước|vào) )?(thứ (?:hai|ba|tư|năm|sáu|bảy))(?: (?:hằng|hàng) tuần|,? (?:ngày )?\(?\d{1,2}[/ ])`)
	smallMonth = clueOf("tháng ", "trong cuối đầu giữa hết từ đến", `(?:trong|cuối|đầu|giữa|hết|từ|đến) tháng (hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười)(?: năm \d{4}|[.;]|$)`)
)

func checkDaysInWords(n *notice, f *found) {
	each(n.prose, "thứ ", smallDay, func(p *record.Passage, m []int) {
		if countsOn(p.Text[:m[2]]) {
			return
		}
		name := p.Text[m[2]:m[3]]
		made, message := "thứ "+capitalized(strings.TrimPrefix(name, "thứ ")), problem.Textf("ngày trong tuần viết hoa: %q", "days of the week have a capital: %q", name)
		if !strings.HasSuffix(p.Text[m[0]:m[1]], " tuần") { // "đợt kiểm tra thứ hai, ngày 12/3" counts
			f.in(p, m[2], m[3], message, problem.Textf("viết %q, nếu không phải số thứ tự", "write %q, if it does not count", made))
			return
		}
		f.mend(p, m[2], m[3], made, message)
	})
	n.each(n.prose, smallMonth, func(p *record.Passage, m []int) {
		f.mend(p, m[2], m[3], capitalized(p.Text[m[2]:m[3]]), problem.Textf("tháng viết bằng chữ thì viết hoa: \"tháng %s\"", "months in words have a capital: \"tháng %s\"", p.Text[m[2]:m[3]]))
	})
}

var smallPosition = regexp.MustCompile(`((?:phó )?(?:giám đốc|chủ tịch|chánh văn phòng|chánh thanh tra)) (?:Sở|UBND tỉnh|Ủy ban nhân dân tỉnh|HĐND tỉnh|Thanh tra tỉnh|Văn phòng UBND)`)

// generic words make a position one of many, which is small.
var generic = []string{"các", "những", "một", "mỗi", "nguyên", "cựu", "của", "là", "chức"}

func checkPositions(n *notice, f *found) {
	for _, gate := range []string{"giám đốc ", "chủ tịch ", "chánh "} {
		each(n.prose, gate, smallPosition, func(p *record.Passage, m []int) {
			typed := p.Text[m[2]:m[3]]
			before := strings.Fields(tail(p.Text[:m[0]], 60))
			if !strings.Contains(typed+" ", gate) || len(before) > 0 && slices.Contains(generic, strings.ToLower(before[len(before)-1])) || strings.HasSuffix(p.Text[:m[0]], "hó ") {
				return
			}
			made := capitalized(typed)
			if rest, ok := strings.CutPrefix(typed, "phó "); ok {
				made = "Phó " + capitalized(rest)
			}
			f.mend(p, m[2], m[3], made, problem.Textf("chức vụ của người cụ thể viết hoa: %q", "the position of one person has a capital: %q", typed))
		})
	}
}

var smallSentence = regexp.MustCompile(`(\p{Ll}{2,}|\d{4})[.?!] (\p{Ll})\p{Ll}*`)

func checkSentences(n *notice, f *found) {
	each(n.body, ". ", smallSentence, func(p *record.Passage, m []int) {
		if slices.Contains([]string{"tr", "tp", "st", "gs", "ts", "ths", "vv", "đc", "no", "art"}, p.Text[m[2]:m[3]]) || strings.HasSuffix(p.Text[:m[2]], ".") {
			return
		}
		f.in(p, m[4], m[5], problem.Textf("sau dấu chấm là chữ thường", "a small letter behind a full stop"), problem.Textf("viết hoa chữ đầu câu, hoặc đổi dấu chấm thành dấu phẩy", "write a capital, or make the full stop a comma"))
	})
	n.rec.EachItem(func(it *record.Item) {
		p := n.textOf(it)
		if p == nil || it.Heading != "" || p.Text == "" || n.goesOn(it) {
			return
		}
		if c, _ := utf8.DecodeRuneInString(p.Text); unicode.IsLower(c) && typedLabel.FindString(p.Text) == "" {
			f.capitalize(p, problem.Textf("mục bắt đầu bằng chữ thường", "the item begins with a small letter"))
		}
	})
}
