package render

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Words of records that are made up, for twins: what lines break at and what
// programs break otherwise stands among them.
var (
	twinUnits = []string{
		"Sở Tài chính", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Nội vụ",
		"Sở Khoa học và Công nghệ", "Công an tỉnh", "Thanh tra tỉnh", "Ban Quản lý Khu kinh tế và các khu công nghiệp", "Phòng Kế hoạch - Tài chính",
	}
	twinVerbs   = []string{"chủ trì, phối hợp với các cơ quan, đơn vị liên quan", "khẩn trương rà soát, tổng hợp", "tham mưu UBND tỉnh ban hành", "đôn đốc, kiểm tra việc thực hiện", "báo cáo Chủ tịch UBND tỉnh xem xét, quyết định", "hoàn thiện, trình phê duyệt"}
	twinObjects = []string{
		"phương án giải phóng mặt bằng đường ven biển Dung Quất - Sa Huỳnh, đoạn qua các xã Bình Châu, Bình Hải", "hồ sơ quyết toán theo Quyết định số 1234/QĐ-UBND ngày 05/6/2020",
		"kế hoạch phát triển kinh tế - xã hội năm 2021", "Đề án số hóa 1.250 hồ sơ lưu trữ, đạt 85% kế hoạch", "quy trình theo Nghị định số 30/2020/NĐ-CP và Thông tư số 05/2025/TT-BNV",
		"danh mục dự án, công trình chậm tiến độ và/hoặc chưa giao đất", "việc chi trả 3.500 triệu đồng cho 42 hộ dân",
		"điểm a khoản 2 Điều 24 của Quy chế", "đường dây nóng 0255.3822-115",
	}
	twinEnds  = []string{"hoàn thành trước ngày 15/10/2020", "thời hạn hoàn thành trong quý IV/2020", "bảo đảm đúng quy định, không để xảy ra thất thoát, lãng phí", "báo cáo kết quả trước ngày 30 tháng 11 năm 2020", "xong trước 17 giờ 00", "gửi Văn phòng tổng hợp", "thực hiện thường xuyên"}
	twinHeads = []string{"Về công tác quy hoạch", "Công tác giải phóng mặt bằng", "Đầu tư công và xây dựng cơ bản", "Về chuyển đổi số, cải cách hành chính", "Tổ chức thực hiện"}
)

// A twinMaker makes records up.
type twinMaker struct {
	*rand.Rand
	short bool // sentences, for a table of tasks
	b     strings.Builder
}

func (m *twinMaker) pick(words []string) string { return words[m.IntN(len(words))] }

func (m *twinMaker) sentence() string {
	if m.IntN(60) == 0 {
		return "Văn phòng cập nhật dữ liệu lên hệ thống https://quanlyvanban.quangngai.gov.vn trước ngày 15/10/2020."
	}
	s := m.pick(twinUnits) + " " + m.pick(twinVerbs) + " " + m.pick(twinObjects)
	for m.IntN(2) > 0 && !m.short {
		s += ", " + m.pick(twinVerbs) + " " + m.pick(twinObjects)
	}
	end := m.pick(twinEnds)
	if m.IntN(6) == 0 {
		end = "**" + end + "**"
	}
	return s + "; " + end + "."
}

func (m *twinMaker) line(depth int, format string, args ...any) {
	fmt.Fprintf(&m.b, "%s"+format+"\n", append([]any{strings.Repeat("    ", depth)}, args...)...)
}

func (m *twinMaker) items(depth, levels, most int) {
	for range 1 + m.IntN(most) {
		switch {
		case levels > 1 && m.IntN(4) > 0:
			m.line(depth, "- heading: %q", m.pick(twinHeads))
			m.line(depth, "  items:")
			m.items(depth+1, levels-1, most)
		case m.IntN(5) == 0:
			m.line(depth, "- heading: %q", m.pick(twinHeads))
			m.line(depth, "  text: %q", m.sentence())
			m.line(depth, "  task: no")
		default:
			text := m.sentence()
			if m.IntN(20) == 0 && !m.short {
				text += " " + m.sentence() + " " + m.sentence()
			}
			m.line(depth, "- text: %q", text)
			m.line(depth, "  lead: %q", m.pick(twinUnits))
			if m.IntN(12) == 0 {
				m.line(depth, "  table:")
				m.line(depth, "    columns: [STT, Nội dung, Kế hoạch (triệu đồng)]")
				m.line(depth, "    rows:")
				for k := range 2 + m.IntN(5) {
					m.line(depth, "      - [%d, %q, \"%d.000\"]", k+1, m.pick(twinObjects), m.IntN(90)+10)
				}
			}
		}
	}
}

// twinRecord makes a record up; the same seed makes the same.
func twinRecord(seed uint64) string {
	m := &twinMaker{Rand: rand.New(rand.NewPCG(seed, 19))}
	annex := m.IntN(5)
	m.short = annex == 0
	m.line(0, "meeting-date: %d/9/2020", 1+m.IntN(28))
	if m.IntN(3) > 0 {
		m.line(0, "number: \"%d\"", 1+m.IntN(900))
		m.line(0, "date: 30/9/2020")
	}
	subject := "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp"
	for range m.IntN(3) + 1 {
		subject += " về " + m.pick(twinObjects)
	}
	m.line(0, "subject: %q", subject)
	m.line(0, "opening:")
	for range 1 + m.IntN(3) {
		m.line(0, "  - %q", "Ngày 28/9/2020, Chủ tịch chủ trì cuộc họp. "+m.sentence())
	}
	m.line(0, "numbering: %s", m.pick([]string{`["I.", "1.", "a)", "-"]`, `["1.", "(1)"]`, `["1.", "1.1.", "1.1.1.", "a)"]`, `["1.", "-", "+"]`}))
	m.line(0, "conclusions:")
	m.items(0, 1+m.IntN(4), 3+m.IntN(6))
	if m.IntN(2) == 0 {
		m.line(0, "closing: %q", "Văn phòng thông báo để các đơn vị biết, thực hiện")
	}
	agency := [][2]string{{"UBND tỉnh Quảng Ngãi", "Sở Khoa học và Công nghệ"}, {"", "Ủy ban nhân dân tỉnh Quảng Ngãi"}, {"Ủy ban nhân dân thành phố Quảng Ngãi", "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và dân dụng"}}[m.IntN(3)]
	m.line(0, "agency: {parent: %q, name: %q, code: UBND, place: Quảng Ngãi}", agency[0], agency[1])
	m.line(0, "units: [\"%s\"]", strings.Join(twinUnits, `", "`))
	switch annex {
	case 0:
		m.line(0, "annex: tasks")
	case 1:
		m.line(0, "annex:\n  - title: Danh mục dự án\n    text: %q\n    columns: [STT, Tên dự án, Ghi chú]\n    rows:", m.sentence())
		for k := range 3 + m.IntN(40) {
			m.line(0, "      - [%d, %q, %q]", k+1, m.pick(twinObjects), m.pick(twinEnds))
		}
	}
	switch m.IntN(4) {
	case 0:
		m.line(0, "signer:\n  - {position: Trưởng ban, name: Đinh Thị Hà}\n  - {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], position: Phó Chủ tịch, name: Nguyễn Văn An}")
	case 1:
		m.line(0, "signer: {position: Giám đốc, name: Lê Thị Hòa Bình}")
	default:
		m.line(0, "signer: {authority: [TL. Chủ tịch], position: Chánh Văn phòng, name: Nguyễn Thị Xuân}")
	}
	m.line(0, "recipients:")
	for range 1 + m.IntN(12) {
		m.line(0, "  - %q", m.pick([]string{"Thường trực Tỉnh ủy", "Các sở, ban, ngành thuộc UBND tỉnh và UBND các xã, phường, đặc khu", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "CVP, các PCVP"}))
	}
	m.line(0, "  - \"Lưu: VT, TH\"")
	return m.b.String()
}
