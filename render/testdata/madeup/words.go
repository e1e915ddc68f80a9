package madeup

// The words of the records: what lines break at, and what programs break
// otherwise, stands among them.
var (
	units = []string{
		"Sở Tài chính", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Nội vụ",
		"Sở Khoa học và Công nghệ", "Công an tỉnh", "Thanh tra tỉnh", "Ban Quản lý Khu kinh tế Dung Quất", "Phòng Kế hoạch - Tài chính",
	}
	// known are units whose names are read from capitals, too: those of many offices.
	known   = []string{"Sở Tài chính", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Công an tỉnh", "Phòng Kế hoạch - Tài chính"}
	verbs   = []string{"khẩn trương rà soát, tổng hợp", "tham mưu UBND tỉnh ban hành", "đôn đốc, kiểm tra việc thực hiện", "báo cáo Chủ tịch UBND tỉnh xem xét, quyết định", "hoàn thiện, trình phê duyệt"}
	further = []string{"đồng thời rà soát", "kịp thời tổng hợp", "thường xuyên cập nhật", "chịu trách nhiệm về"}
	objects = []string{
		"phương án giải phóng mặt bằng đường ven biển Dung Quất - Sa Huỳnh, đoạn qua các xã Bình Châu, Bình Hải", "hồ sơ quyết toán theo Quyết định số 1234/QĐ-UBND ngày 05/6/2020",
		"kế hoạch phát triển kinh tế - xã hội năm 2021", "Đề án số hóa 1.250 hồ sơ lưu trữ, đạt 85% kế hoạch", "quy trình theo Nghị định số 30/2020/NĐ-CP và Thông tư số 05/2025/TT-BNV",
		"danh mục dự án, công trình chậm tiến độ và/hoặc chưa giao đất", "việc chi trả 3.500 triệu đồng cho 42 hộ dân",
		"điểm a khoản 2 Điều 24 của Quy chế", "đường dây nóng 0255.3822-115",
	}
	ends = []string{"bảo đảm đúng quy định, không để xảy ra thất thoát, lãng phí", "gửi Văn phòng tổng hợp", "công khai trên trang thông tin điện tử"}
	days = []string{"trước ngày 15/10/2020", "trong quý IV/2020", "trước ngày 30 tháng 11 năm 2020", "trong tháng 10/2020", "chậm nhất ngày 20/11/2020"}
	more = []string{
		"Quá trình thực hiện nếu có khó khăn, vướng mắc thì kịp thời báo cáo để được hướng dẫn.", "Không để phát sinh nợ đọng xây dựng cơ bản, nhất là tại các dự án thuộc Chương trình mục tiêu quốc gia.",
		"Kết quả là căn cứ đánh giá, xếp loại người đứng đầu.",
	}
	said = []string{
		"Nhìn chung, tiến độ các dự án trọng điểm còn chậm; tỷ lệ giải ngân mới đạt 41,5% kế hoạch, thấp hơn cùng kỳ.", "Công tác chuẩn bị đầu tư được quan tâm, chất lượng hồ sơ có chuyển biến.",
		"Tình hình an ninh trật tự được giữ vững, các vụ việc phức tạp được giải quyết từ cơ sở.",
	}
	heads   = []string{"Về công tác quy hoạch", "Công tác giải phóng mặt bằng", "Đầu tư công và xây dựng cơ bản", "Về chuyển đổi số, cải cách hành chính", "Tổ chức thực hiện"}
	general = []string{"Thường trực Tỉnh ủy", "Các sở, ban, ngành thuộc UBND tỉnh và UBND các xã, phường, đặc khu", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "CVP, các PCVP", "Cổng Thông tin điện tử tỉnh"}
)

// address is a word that is wider than others, and broken within.
const address = "Dữ liệu cập nhật lên hệ thống https://quanlyvanban.quangngai.gov.vn."

// offices are those that issue notices, with who signs for them.
var offices = []struct {
	agency  string
	chief   string
	signers []string
}{
	{
		`{parent: UBND tỉnh Quảng Ngãi, name: Sở Khoa học và Công nghệ, code: SKHCN, place: Quảng Ngãi}`, "Giám đốc Sở",
		[]string{`{position: Giám đốc, name: Lê Thị Hòa Bình}`, `{authority: [TL. Giám đốc], position: Chánh Văn phòng, name: Nguyễn Thị Xuân}`, `{authority: [KT. Giám đốc], position: Phó Giám đốc, name: Y Khoa Niê}`},
	},
	{
		`{name: Ủy ban nhân dân tỉnh Quảng Ngãi, code: UBND, place: Quảng Ngãi}`, "Chủ tịch Ủy ban nhân dân tỉnh",
		[]string{
			`{authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], position: Phó Chủ tịch, name: Nguyễn Văn An}`, `{authority: [TL. Chủ tịch, KT. Chánh Văn phòng], position: Phó Chánh Văn phòng, name: Trần Quốc Bảo}`,
			`[{position: Trưởng ban, name: Đinh Thị Hà}, {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], position: Phó Chủ tịch, name: Nguyễn Văn An}]`,
		},
	},
	{
		`{parent: Ủy ban nhân dân thành phố Quảng Ngãi, name: Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và dân dụng, code: BQLDA, place: Quảng Ngãi}`, "Giám đốc Ban",
		[]string{`{position: Giám đốc, name: Võ Văn Tuấn}`, `{authority: [KT. Giám đốc], position: Phó Giám đốc, name: Bùi Thị Ánh Tuyết}`},
	},
	{
		`{name: Bộ Nông nghiệp và Môi trường, code: BNNMT, place: Hà Nội}`, "Thứ trưởng",
		[]string{`{authority: [KT. Bộ trưởng], position: Thứ trưởng, name: Hoàng Lê Minh}`, `{authority: [TL. Bộ trưởng, KT. Chánh Văn phòng], position: Phó Chánh Văn phòng, name: Lê Thị Hòa Bình}`, `{authority: [TUQ. Bộ trưởng], position: Vụ trưởng Vụ Kế hoạch - Tài chính, name: Phan Anh}`},
	},
	{
		`{parent: Bộ Nông nghiệp và Môi trường, name: Văn phòng Bộ, code: VP, place: Hà Nội}`, "Chánh Văn phòng",
		[]string{`{authority: [TL. Bộ trưởng, KT. Chánh Văn phòng], position: Phó Chánh Văn phòng, name: Lê Thị Hòa Bình}`, `{position: Chánh Văn phòng, name: Hoàng Lê Minh}`},
	},
	{
		`{parent: Ủy ban nhân dân tỉnh Quảng Ngãi, name: Ban Chỉ đạo phát triển khoa học công nghệ và đổi mới sáng tạo, code: BCĐ, place: Quảng Ngãi}`, "Trưởng Ban Chỉ đạo",
		[]string{`{authority: [TM. Ban Chỉ đạo, KT. Trưởng Ban], position: Phó Trưởng Ban, name: Nguyễn Văn An}`, `{position: Trưởng Ban, name: Đinh Thị Hà}`},
	},
}
