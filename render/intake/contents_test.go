package intake_test

// The contents of the notices that the tests write: invented, in the ways in
// which offices say such things. A line of the body is a heading behind #, a
// text with its label, or behind ~ one without; behind || stands what a right
// record has of it: who leads, who takes part, by when.
type content struct {
	parent, agency            []string // lines above the number
	parentName, agencyName    string
	code, place, number, date string
	meeting                   string
	subject                   []string
	opening                   []string
	body                      []string
	closing                   string
	authority                 []string
	position, name            string
	recipients                []string
}

var contents = []content{
	{
		parent: []string{"UBND TỈNH AN HẢI"}, agency: []string{"SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"}, parentName: "UBND tỉnh An Hải", agencyName: "Sở Khoa học và Công nghệ",
		code: "SKHCN", place: "An Hải", number: "41", date: "05/10/2026", meeting: "02/10/2026",
		subject: []string{"Kết luận của Giám đốc Sở tại cuộc họp giao ban", "công tác tháng 9 năm 2026"},
		opening: []string{"Ngày 02/10/2026, tại phòng họp tầng 2, Giám đốc Sở chủ trì họp giao ban công tác tháng 9 và bàn nhiệm vụ tháng 10. Dự họp có các Phó Giám đốc và trưởng các phòng, đơn vị.", "Sau khi nghe các phòng, đơn vị báo cáo và ý kiến thảo luận, Giám đốc Sở kết luận như sau:"},
		body: []string{
			"# 1. Văn phòng Sở",
			"(1) Rà soát quy chế làm việc của cơ quan, trình Giám đốc Sở trước ngày 20/10/2026. || lead=Văn phòng Sở; day=2026-10-20",
			"(2) Phối hợp với Phòng Kế hoạch - Tài chính lập dự toán mua sắm thiết bị họp trực tuyến. || lead=Văn phòng Sở; with=Phòng Kế hoạch - Tài chính",
			"# 2. Phòng Kế hoạch - Tài chính",
			"(1) Tổng hợp nhu cầu kinh phí năm 2027 của các đơn vị, **hoàn thành trước ngày 31/10/2026**. || lead=Phòng Kế hoạch - Tài chính; day=2026-10-31",
			"(2) Đôn đốc giải ngân các nhiệm vụ cấp tỉnh đã ký hợp đồng. || lead=Phòng Kế hoạch - Tài chính",
			"# 3. Phòng Quản lý Công nghệ và Đổi mới sáng tạo",
			"(1) Chủ trì, phối hợp với Trung tâm Ứng dụng tiến bộ khoa học và Văn phòng Sở chuẩn bị ngày hội khởi nghiệp trong tháng 11/2026. || lead=Phòng Quản lý Công nghệ và Đổi mới sáng tạo; with=Trung tâm Ứng dụng tiến bộ khoa học, Văn phòng Sở; day=2026-11-30",
			"# 4. Trung tâm Ứng dụng tiến bộ khoa học",
			"~ Tiếp tục nhân rộng mô hình nuôi cấy mô đã nghiệm thu, báo cáo kết quả về Sở. || lead=Trung tâm Ứng dụng tiến bộ khoa học",
		},
		closing:   "Văn phòng Sở thông báo để các phòng, đơn vị biết, thực hiện./.",
		authority: []string{"TL. GIÁM ĐỐC"}, position: "CHÁNH VĂN PHÒNG", name: "Lê Thị Hạnh Dung",
		recipients: []string{"Giám đốc, các Phó Giám đốc Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"},
	},
	{
		agency: []string{"ỦY BAN NHÂN DÂN", "TỈNH AN HẢI"}, agencyName: "Ủy ban nhân dân tỉnh An Hải", code: "UBND", place: "An Hải", number: "312", date: "18/08/2026", meeting: "14/08/2026",
		subject: []string{"Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp", "về công tác giải phóng mặt bằng các dự án trọng điểm"},
		opening: []string{"Ngày 14 tháng 8 năm 2026, Chủ tịch Ủy ban nhân dân tỉnh An Hải chủ trì cuộc họp nghe báo cáo công tác giải phóng mặt bằng.", "Sau khi nghe các đơn vị báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận, chỉ đạo như sau:"},
		body: []string{
			"1. Đánh giá cao sự cố gắng của các đơn vị; tuy vậy tiến độ bàn giao mặt bằng vẫn chậm so với yêu cầu.",
			"2. Giao Sở Xây dựng chủ trì, phối hợp với các Sở: Tài chính, Nông nghiệp và Môi trường và Tư pháp rà soát vướng mắc của từng dự án, báo cáo Ủy ban nhân dân tỉnh trước ngày 05/9/2026. || lead=Sở Xây dựng; with=Sở Tài chính, Sở Nông nghiệp và Môi trường, Sở Tư pháp; day=2026-09-05",
			"3. Giao Sở Nông nghiệp và Môi trường:",
			"a) Hướng dẫn xác định giá đất cụ thể, hoàn thành chậm nhất ngày 30/8/2026; || lead=Sở Nông nghiệp và Môi trường; day=2026-08-30",
			"b) Kiểm tra hồ sơ bồi thường của các hộ còn lại. || lead=Sở Nông nghiệp và Môi trường",
			"4. Giao Ban Quản lý dự án đầu tư xây dựng tỉnh huy động nhân lực thi công ngay phần mặt bằng đã nhận. || lead=Ban Quản lý dự án đầu tư xây dựng tỉnh",
			"5. Công an tỉnh chủ trì, phối hợp với Sở Xây dựng bảo đảm trật tự khu vực thi công. || lead=Công an tỉnh; with=Sở Xây dựng",
			"6. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện. || lead=Văn phòng Ủy ban nhân dân tỉnh",
		},
		closing:   "Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.",
		authority: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"}, position: "PHÓ CHỦ TỊCH", name: "Đỗ Quang Vinh",
		recipients: []string{"Chủ tịch, các PCT UBND tỉnh", "Các sở, ban, ngành tỉnh", "UBND các xã, phường", "Lưu: VT, CNXD (3b)"},
	},
	{
		agency: []string{"BỘ VĂN HÓA VÀ GIAO LƯU"}, agencyName: "Bộ Văn hóa và Giao lưu", code: "BVHGL", place: "Hà Nội", number: "1207", date: "03/03/2026", meeting: "27/02/2026",
		subject: []string{"Kết luận của Thứ trưởng tại cuộc họp về chuẩn bị Liên hoan nghệ thuật quần chúng toàn quốc năm 2026"},
		opening: []string{"Ngày 27/02/2026, Thứ trưởng Bộ Văn hóa và Giao lưu chủ trì cuộc họp về chuẩn bị Liên hoan. Sau khi nghe Cục Nghệ thuật quần chúng báo cáo, ý kiến của các đại biểu, Thứ trưởng kết luận:"},
		body: []string{
			"1. Cục Nghệ thuật quần chúng:",
			"- Hoàn thiện kế hoạch tổ chức, trình Bộ trưởng ban hành trước ngày 15/3/2026. || lead=Cục Nghệ thuật quần chúng; day=2026-03-15",
			"- Chủ trì, phối hợp với Vụ Kế hoạch, Tài chính dự toán kinh phí. || lead=Cục Nghệ thuật quần chúng; with=Vụ Kế hoạch, Tài chính",
			"2. Vụ Kế hoạch, Tài chính:",
			"- Bố trí kinh phí cho Liên hoan từ nguồn đã giao năm 2026. || lead=Vụ Kế hoạch, Tài chính",
			"3. Văn phòng Bộ:",
			"- Phối hợp với Cục Nghệ thuật quần chúng bố trí phòng họp báo. || lead=Văn phòng Bộ; with=Cục Nghệ thuật quần chúng",
			"- Theo dõi, đôn đốc, báo cáo Thứ trưởng trong tháng 4/2026. || lead=Văn phòng Bộ; day=2026-04-30",
		},
		closing:   "Văn phòng Bộ thông báo đến các cơ quan, đơn vị liên quan biết, thực hiện./.",
		authority: []string{"TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG"}, position: "PHÓ CHÁNH VĂN PHÒNG", name: "Phan Hoài Nam",
		recipients: []string{"Bộ trưởng (để b/c)", "Các Thứ trưởng", "Cục Nghệ thuật quần chúng", "Vụ Kế hoạch, Tài chính", "Lưu: VT, TH.10"},
	},
	{
		parent: []string{"UBND THÀNH PHỐ BÌNH GIANG"}, agency: []string{"SỞ Y TẾ"}, parentName: "UBND thành phố Bình Giang", agencyName: "Sở Y tế", code: "SYT", place: "Bình Giang", number: "", date: "/4/2026", meeting: "08/04/2026",
		subject: []string{"Kết luận của Phó Giám đốc Sở Y tế tại cuộc họp", "phòng, chống dịch bệnh mùa hè năm 2026"},
		opening: []string{"Sáng ngày 08/4/2026, Phó Giám đốc Sở Y tế chủ trì cuộc họp về phòng, chống dịch bệnh mùa hè.", "Sau khi nghe báo cáo và thảo luận, Phó Giám đốc Sở thống nhất kết luận các nội dung sau:"},
		body: []string{
			"# I. ĐÁNH GIÁ CHUNG",
			"1. Công tác giám sát ca bệnh được duy trì đều ở các địa bàn.",
			"2. Việc báo cáo ca bệnh của một số cơ sở còn chậm.",
			"# II. NHIỆM VỤ THỜI GIAN TỚI",
			"1. Trung tâm Kiểm soát bệnh tật thành phố chủ trì, phối hợp với Bệnh viện Nhiệt đới xây dựng phương án đáp ứng trước ngày 25/4/2026. || lead=Trung tâm Kiểm soát bệnh tật thành phố; with=Bệnh viện Nhiệt đới; day=2026-04-25",
			"2. Phòng Nghiệp vụ Y chủ trì tham mưu văn bản chấn chỉnh chế độ báo cáo. || lead=Phòng Nghiệp vụ Y",
			"3. Giao Thanh tra Sở kiểm tra việc chấp hành chế độ báo cáo, hoàn thành trong quý II/2026. || lead=Thanh tra Sở; day=2026-06-30",
			"4. Phòng Kế hoạch - Tài chính chủ trì, phối hợp với Phòng Nghiệp vụ Y tổng hợp nhu cầu vật tư. || lead=Phòng Kế hoạch - Tài chính; with=Phòng Nghiệp vụ Y",
			"# III. TỔ CHỨC THỰC HIỆN",
			"1. Văn phòng Sở theo dõi, tổng hợp, báo cáo Giám đốc Sở trước ngày 30/6/2026. || lead=Văn phòng Sở; day=2026-06-30",
		},
		closing:   "Sở Y tế thông báo để các đơn vị biết, triển khai thực hiện./.",
		authority: []string{"KT. GIÁM ĐỐC"}, position: "PHÓ GIÁM ĐỐC", name: "Trịnh Thu Trang",
		recipients: []string{"UBND thành phố (để b/c)", "Giám đốc Sở (để b/c)", "Các đơn vị trực thuộc Sở", "Lưu: VT, NVY"},
	},
	{
		parent: []string{"UBND TỈNH AN HẢI"}, agency: []string{"VĂN PHÒNG"}, parentName: "UBND tỉnh An Hải", agencyName: "Văn phòng", code: "VP", place: "An Hải", number: "88", date: "//2026", meeting: "21/01/2026",
		subject: []string{"Kết luận của đồng chí Chủ tịch UBND tỉnh tại cuộc họp ngày 21/01/2026 về chuyển đổi số"},
		opening: []string{"Tại cuộc họp về chuyển đổi số, sau khi nghe Sở Khoa học và Công nghệ báo cáo, Chủ tịch UBND tỉnh kết luận như sau:"},
		body: []string{
			"1. Giao Sở Khoa học và Công nghệ:",
			"a) Hoàn thiện kiến trúc số cấp tỉnh, trình UBND tỉnh trước ngày 15/3/2026; || lead=Sở Khoa học và Công nghệ; day=2026-03-15",
			"b) Chủ trì, phối hợp với Công an tỉnh và các đơn vị liên quan đánh giá an toàn thông tin. || lead=Sở Khoa học và Công nghệ; with=Công an tỉnh",
			"2. Giao Sở Tài chính tham mưu bố trí kinh phí trong dự toán năm 2026. || lead=Sở Tài chính",
			"3. Giao Sở Nội vụ, Sở Tư pháp phối hợp với Sở Khoa học và Công nghệ rà soát thủ tục hành chính. || lead=Sở Nội vụ, Sở Tư pháp; with=Sở Khoa học và Công nghệ",
			"4. Yêu cầu Giám đốc Sở Giáo dục và Đào tạo triển khai học bạ số trước ngày 31/5/2026. || lead=Sở Giáo dục và Đào tạo; day=2026-05-31",
			"5. Thống nhất chủ trương thuê dịch vụ trung tâm dữ liệu.",
		},
		closing:   "Văn phòng UBND tỉnh thông báo đến các cơ quan, đơn vị để biết, thực hiện./.",
		authority: []string{"KT. CHÁNH VĂN PHÒNG"}, position: "PHÓ CHÁNH VĂN PHÒNG", name: "Hồ Minh Nhật",
		recipients: []string{"CT, các PCT UBND tỉnh", "Các cơ quan nêu tại phần kết luận", "CVP, các PCVP", "Lưu: VT, KGVX"},
	},
	{
		parent: []string{"SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG AN HẢI"}, agency: []string{"CHI CỤC THỦY LỢI"}, parentName: "Sở Nông nghiệp và Môi trường An Hải", agencyName: "Chi cục Thủy lợi", code: "CCTL", place: "An Hải", number: "7", date: "09/02/2026", meeting: "06/02/2026",
		subject: []string{"Kết luận của Chi cục trưởng tại cuộc họp về phương án chống hạn vụ Xuân"},
		opening: []string{"Chiều ngày 06/02/2026, Chi cục trưởng Chi cục Thủy lợi chủ trì cuộc họp về phương án chống hạn. Sau khi thảo luận, Chi cục trưởng kết luận như sau:"},
		body: []string{
			"1. Phòng Quản lý công trình: rà soát dung tích các hồ, cập nhật hằng tuần. || lead=Phòng Quản lý công trình",
			"2. Phòng Quản lý công trình chủ trì, phối hợp với Hạt Quản lý hồ Suối Mây lắp đặt trạm bơm dã chiến trước ngày 20/02/2026. || lead=Phòng Quản lý công trình; with=Hạt Quản lý hồ Suối Mây; day=2026-02-20",
			"3. Phòng Hành chính, Tổng hợp chủ trì bố trí lịch trực trong thời gian cao điểm. || lead=Phòng Hành chính, Tổng hợp",
			"4. Giao Hạt Quản lý hồ Suối Mây theo dõi mực nước, báo cáo Chi cục trong 10 ngày kể từ ngày ban hành Thông báo này. || lead=Hạt Quản lý hồ Suối Mây; day=2026-02-23",
		},
		closing:  "Chi cục Thủy lợi thông báo để các phòng, đơn vị biết, thực hiện./.",
		position: "CHI CỤC TRƯỞNG", name: "Ngô Văn Lâm",
		recipients: []string{"Sở Nông nghiệp và Môi trường (để b/c)", "Các phòng, đơn vị thuộc Chi cục", "Lưu: VT, HCTH"},
	},
	{
		parent: []string{"BỘ CÔNG TRÌNH"}, agency: []string{"CỤC ĐƯỜNG SÔNG", "VÀ CẢNG BẾN"}, parentName: "Bộ Công trình", agencyName: "Cục Đường sông và Cảng bến", code: "CĐSCB", place: "Hải Phòng", number: "560", date: "22/06/2026", meeting: "18/06/2026",
		subject: []string{"Kết luận của Cục trưởng Cục Đường sông và Cảng bến", "tại cuộc họp về an toàn luồng tuyến mùa mưa bão"},
		opening: []string{"Ngày 18/6/2026, Cục trưởng chủ trì cuộc họp về an toàn luồng tuyến.", "Sau khi nghe các phòng báo cáo, Cục trưởng kết luận như sau:"},
		body: []string{
			"# 1. Về phao tiêu, báo hiệu",
			"a) Phòng Kỹ thuật luồng chủ trì kiểm đếm toàn bộ phao tiêu trên các tuyến chính, hoàn thành trước ngày 10/7/2026. || lead=Phòng Kỹ thuật luồng; day=2026-07-10",
			"b) Phòng Tài vụ chủ trì, phối hợp với Phòng Kỹ thuật luồng tổng hợp kinh phí thay thế. || lead=Phòng Tài vụ; with=Phòng Kỹ thuật luồng",
			"# 2. Về trực ban",
			"a) Văn phòng Cục lập lịch trực, gửi các trạm trước ngày 30/6/2026. || lead=Văn phòng Cục; day=2026-06-30",
			"b) Các trạm thực hiện chế độ báo cáo hai lần mỗi ngày khi có bão.",
			"# 3. Về cảng bến",
			"a) Giao Phòng Quản lý cảng bến kiểm tra điều kiện an toàn, xử lý các bến không phép. || lead=Phòng Quản lý cảng bến",
			"b) Giao Phòng Quản lý cảng bến chủ trì, phối hợp với Phòng Thanh tra đường sông đình chỉ các bến mất an toàn từ ngày 01/7/2026. || lead=Phòng Quản lý cảng bến; with=Phòng Thanh tra đường sông",
		},
		closing:   "Văn phòng Cục thông báo để các phòng, trạm biết, thực hiện./.",
		authority: []string{"TUQ. CỤC TRƯỞNG"}, position: "CHÁNH VĂN PHÒNG", name: "Vũ Thị Mai Anh",
		recipients: []string{"Bộ Công trình (để b/c)", "Cục trưởng và các Phó Cục trưởng", "Các phòng, trạm", "Lưu: VT, VP"},
	},
	{
		agency: []string{"UBND XÃ SUỐI MÂY"}, agencyName: "UBND xã Suối Mây", code: "UBND", place: "Suối Mây", number: "15", date: "11/11/2026", meeting: "09/11/2026",
		subject: []string{"Kết luận của Chủ tịch UBND xã tại phiên họp thường kỳ tháng 11"},
		opening: []string{"Ngày 09/11/2026, Chủ tịch UBND xã chủ trì phiên họp thường kỳ tháng 11 năm 2026 và kết luận như sau:"},
		body: []string{
			"1. Phòng Kinh tế chủ trì, phối hợp với Trung tâm Phục vụ hành chính công rà soát hồ sơ đất đai tồn đọng trước ngày 30/11/2026. || lead=Phòng Kinh tế; with=Trung tâm Phục vụ hành chính công; day=2026-11-30",
			"2. Phòng Văn hóa - Xã hội chủ trì lập danh sách hộ nghèo nhận quà Tết, trình Chủ tịch UBND xã trước ngày 15/12/2026. || lead=Phòng Văn hóa - Xã hội; day=2026-12-15",
			"3. Công an xã tăng cường tuần tra ban đêm, nhất là khu vực chợ. || lead=Công an xã",
			"4. Giao Văn phòng HĐND và UBND xã tổng hợp, báo cáo tại phiên họp tháng 12. || lead=Văn phòng HĐND và UBND xã",
		},
		closing:   "UBND xã thông báo để các đơn vị biết, thực hiện./.",
		authority: []string{"TM. ỦY BAN NHÂN DÂN"}, position: "CHỦ TỊCH", name: "Rơ Châm Thị Lan",
		recipients: []string{"Thường trực Đảng ủy, HĐND xã", "Các phòng, đơn vị thuộc xã", "Lưu: VT"},
	},
	{
		parent: []string{"UBND TỈNH AN HẢI"}, agency: []string{"BAN QUẢN LÝ", "KHU KINH TẾ VEN BIỂN"}, parentName: "UBND tỉnh An Hải", agencyName: "Ban Quản lý Khu kinh tế ven biển", code: "BQLKKT", place: "An Hải", number: "129", date: "30/07/2026", meeting: "28/07/2026",
		subject: []string{"Kết luận của Trưởng Ban tại buổi làm việc với các nhà đầu tư hạ tầng"},
		opening: []string{"Ngày 28/7/2026, Trưởng Ban Quản lý Khu kinh tế ven biển chủ trì buổi làm việc với các nhà đầu tư hạ tầng; sau khi nghe ý kiến các bên, Trưởng Ban kết luận như sau:"},
		body: []string{
			"1. Về giải phóng mặt bằng:",
			"- Phòng Quản lý đầu tư chủ trì, phối hợp với Phòng Quy hoạch và Xây dựng lập biểu tiến độ bàn giao từng lô, hoàn thành trước ngày 15/8/2026. || lead=Phòng Quản lý đầu tư; with=Phòng Quy hoạch và Xây dựng; day=2026-08-15",
			"+ Lô A bàn giao trước, lô B bàn giao sau.",
			"- Giao Phòng Quy hoạch và Xây dựng cập nhật ranh giới trên bản đồ số. || lead=Phòng Quy hoạch và Xây dựng",
			"2. Về môi trường:",
			"- Phòng Tài nguyên nước, Môi trường chủ trì kiểm tra trạm xử lý nước thải; kết quả báo cáo Trưởng Ban chậm nhất ngày 20/8/2026. || lead=Phòng Tài nguyên nước, Môi trường; day=2026-08-20",
			"3. Về thủ tục:",
			"- Văn phòng Ban phối hợp với Phòng Quản lý đầu tư niêm yết lại quy trình một cửa. || lead=Văn phòng Ban; with=Phòng Quản lý đầu tư",
		},
		closing:   "Ban Quản lý Khu kinh tế ven biển thông báo để các đơn vị biết, thực hiện./.",
		authority: []string{"KT. TRƯỞNG BAN"}, position: "PHÓ TRƯỞNG BAN", name: "Cao Bá Tùng",
		recipients: []string{"UBND tỉnh (để b/c)", "Các nhà đầu tư hạ tầng", "Các phòng thuộc Ban", "Lưu: VT, QLĐT"},
	},
	{
		parent: []string{"UBND TỈNH AN HẢI"}, agency: []string{"TRƯỜNG CAO ĐẲNG NGHỀ"}, parentName: "UBND tỉnh An Hải", agencyName: "Trường Cao đẳng nghề", code: "CĐN", place: "An Hải", number: "203", date: "12/05/2026", meeting: "11/05/2026",
		subject: []string{"Kết luận của Hiệu trưởng tại cuộc họp về tuyển sinh năm 2026"},
		opening: []string{"Ngày 11/5/2026, Hiệu trưởng chủ trì cuộc họp về công tác tuyển sinh.", "Hiệu trưởng kết luận như sau:"},
		body: []string{
			"# 1. Phòng Đào tạo",
			"1.1. Hoàn thiện đề án tuyển sinh, trình Hiệu trưởng trước ngày 20/5/2026. || lead=Phòng Đào tạo; day=2026-05-20",
			"1.2. Phối hợp với Phòng Công tác học sinh tổ chức ngày hội tư vấn. || lead=Phòng Đào tạo; with=Phòng Công tác học sinh",
			"# 2. Phòng Tổ chức, Hành chính và Quản trị",
			"2.1. Sửa chữa ký túc xá, hoàn thành trước ngày 31/7/2026. || lead=Phòng Tổ chức, Hành chính và Quản trị; day=2026-07-31",
			"# 3. Các khoa",
			"3.1. Cử giáo viên tham gia tổ tư vấn.",
		},
		closing:  "Nhà trường thông báo để các phòng, khoa biết, thực hiện./.",
		position: "HIỆU TRƯỞNG", name: "TS. Bùi Đức Thắng",
		recipients: []string{"Ban Giám hiệu", "Các phòng, khoa", "Lưu: VT, ĐT"},
	},
}
