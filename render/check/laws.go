package check

import (
	"regexp"
	"strings"

	"ketluan/render/problem"
)

// laws are the names of laws, behind the type, as Phụ lục II, V.6 writes them:
// with a capital on the first syllable.
var laws = titlesOf(map[string][]string{
	"Bộ luật": {"Dân sự", "Hình sự", "Lao động", "Tố tụng dân sự", "Tố tụng hình sự", "Hàng hải Việt Nam"},
	"Luật": {
		"An ninh mạng", "An ninh quốc gia", "An toàn thực phẩm", "An toàn thông tin mạng", "An toàn, vệ sinh lao động", "Ban hành văn bản quy phạm pháp luật",
		"Bảo hiểm xã hội", "Bảo hiểm y tế", "Bảo vệ bí mật nhà nước", "Bảo vệ dữ liệu cá nhân", "Bảo vệ môi trường", "Bảo vệ quyền lợi người tiêu dùng",
		"Cán bộ, công chức", "Căn cước", "Chăn nuôi", "Chất lượng sản phẩm, hàng hóa", "Chuyển giao công nghệ", "Công đoàn", "Công nghệ thông tin",
		"Công nghiệp công nghệ số", "Công chứng", "Cư trú", "Dân quân tự vệ", "Di sản văn hóa", "Doanh nghiệp", "Du lịch", "Dữ liệu", "Đa dạng sinh học",
		"Đất đai", "Đầu tư", "Đầu tư công", "Đầu tư theo phương thức đối tác công tư", "Đấu giá tài sản", "Đấu thầu", "Đê điều", "Địa chất và khoáng sản", "Điện lực",
		"Đo lường", "Đường bộ", "Giáo dục", "Giáo dục đại học", "Giáo dục nghề nghiệp", "Giao dịch điện tử", "Giao thông đường bộ", "Hóa chất", "Hòa giải ở cơ sở",
		"Hợp tác xã", "Hộ tịch", "Kế toán", "Khám bệnh, chữa bệnh", "Khiếu nại", "Khoa học và công nghệ", "Khoa học, công nghệ và đổi mới sáng tạo", "Khoáng sản",
		"Kiến trúc", "Kinh doanh bất động sản", "Lâm nghiệp", "Lưu trữ", "Năng lượng nguyên tử", "Nghĩa vụ quân sự", "Ngân sách nhà nước", "Nhà giáo", "Nhà ở",
		"Phòng cháy và chữa cháy", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Phòng thủ dân sự", "Phòng, chống tham nhũng", "Phòng, chống thiên tai",
		"Phòng, chống ma túy", "Phổ biến, giáo dục pháp luật", "Quảng cáo", "Quản lý thuế", "Quản lý, sử dụng tài sản công", "Quy hoạch", "Quy hoạch đô thị và nông thôn",
		"Sở hữu trí tuệ", "Tài nguyên nước", "Thanh tra", "Thi đua, khen thưởng", "Thống kê", "Thủy lợi", "Thủy sản", "Thực hành tiết kiệm, chống lãng phí",
		"Tiếp cận thông tin", "Tiếp công dân", "Tiêu chuẩn và quy chuẩn kỹ thuật", "Tín ngưỡng, tôn giáo", "Tố cáo", "Tổ chức chính quyền địa phương", "Tổ chức Chính phủ",
		"Tổ chức Quốc hội", "Thực hiện dân chủ ở cơ sở", "Trật tự, an toàn giao thông đường bộ", "Trẻ em", "Trồng trọt", "Viên chức", "Viễn thông", "Việc làm", "Xây dựng", "Xử lý vi phạm hành chính",
	},
})

// titlesOf joins types and names.
func titlesOf(names map[string][]string) map[string][]title {
	var all []title
	for kind, list := range names {
		for _, name := range list {
			all = append(all, title{right: kind + " " + name, proper: true})
		}
	}
	return byFirstWord(all)
}

var (
	lawEnds = regexp.MustCompile(`^(?:$|[.,;:)”"\n]| (?:năm|số|ngày|và|hiện hành|sửa đổi|có hiệu lực|\d{4})(?:[ .,;:)]|$))`)
	lawYear = regexp.MustCompile(`^ ((?:19|20)\d{2})(?:[ .,;:)”"]|$)`)
)

// checkLaws finds names of laws with capitals missing or too many. A short name
// that is a verb too (Luật quy hoạch lại …) is judged only where it ends there.
func checkLaws(n *notice, f *found) {
	for _, p := range n.prose {
		if !strings.Contains(p.Text, "uật ") {
			continue
		}
		n.titlesIn(p, laws, func(t title, from, to int, typed string) {
			if !miswritten(p, t, from, to, typed) || strings.Count(t.right, " ") < 3 && !lawEnds.MatchString(p.Text[to:]) {
				return
			}
			f.in(p, from, to, problem.Textf("tên luật viết %q", "the name of the law is written %q", p.Text[from:to]), problem.Textf("viết %q", "write %q", t.right))
		})
	}
}

// checkLawYears finds "Luật Đất đai 2024".
func checkLawYears(n *notice, f *found) {
	for _, p := range n.prose {
		if !strings.Contains(p.Text, "uật ") || !strings.Contains(p.Text, " 19") && !strings.Contains(p.Text, " 20") {
			continue
		}
		n.titlesIn(p, laws, func(t title, _, to int, _ string) {
			if m := lawYear.FindStringSubmatchIndex(p.Text[to:]); m != nil {
				year := p.Text[to+m[2] : to+m[3]]
				f.mendBy(p, to+m[2], to+m[3], "năm "+year, problem.Textf("thiếu chữ \"năm\": %s %s", "\"năm\" is missing: %s %s", t.right, year),
					problem.Textf("viết \"%s năm %s\"", "write \"%s năm %s\"", t.right, year))
			}
		})
	}
}
