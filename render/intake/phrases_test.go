package intake_test

import "testing"

// phrases are sentences in which offices give work, and what a right record has
// of each, as the contents have it.
var phrases = []string{
	"1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp và các đơn vị liên quan soạn thảo quy chế; thời gian hoàn thành: trước ngày 15/11/2026. || lead=Sở Nội vụ; with=Sở Tư pháp; day=2026-11-15",
	"2. Sở Y tế: Lập danh sách các cơ sở chưa đạt; báo cáo kết quả trước 20/11. || lead=Sở Y tế; day=2026-11-20",
	"3. Đề nghị Đoàn đại biểu Quốc hội tỉnh quan tâm, kiến nghị với Bộ.",
	"4. Yêu cầu UBND xã Hà Lâm khẩn trương bàn giao mặt bằng, xong trong quý IV. || lead=UBND xã Hà Lâm; day=2026-12-31",
	"5. Ban Quản lý chợ Trung tâm phối hợp Công an phường Tây Sơn sắp xếp lại điểm giữ xe. || lead=Ban Quản lý chợ Trung tâm; with=Công an phường Tây Sơn",
	"6. Các sở, ngành, địa phương tiếp tục rà soát, cắt giảm thủ tục hành chính.",
	"7. Giao Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh bảo đảm an ninh, trật tự. || lead=Công an tỉnh + Bộ Chỉ huy Quân sự tỉnh",
	"8. UBND các xã: Hà Lâm, Vĩnh Sơn và Đắk Rong khảo sát các điểm sạt lở. || lead=UBND xã Hà Lâm + UBND xã Vĩnh Sơn + UBND xã Đắk Rong",
	"9. Về kinh phí: Giao Sở Tài chính thẩm định dự toán, trình UBND tỉnh trước ngày 30/11/2026. || lead=Sở Tài chính; day=2026-11-30",
	"10. Trung tâm Giống cây trồng và vật nuôi cung ứng đủ giống. || lead=Trung tâm Giống cây trồng và vật nuôi",
	"11. Chi cục Kiểm lâm (Sở Nông nghiệp và Môi trường) tổ chức tuần tra. || lead=Chi cục Kiểm lâm",
	"12. Giao đồng chí Phó Giám đốc Sở phụ trách lĩnh vực trực tiếp chỉ đạo.",
	"13. Thanh tra Sở chủ trì, cùng Phòng Pháp chế kiểm tra việc chấp hành. || lead=Thanh tra Sở; with=Phòng Pháp chế",
	"14. Giao Báo Hà Lâm và Đài Truyền thanh xã đưa tin. || lead=Báo Hà Lâm + Đài Truyền thanh xã",
	"15. Trường Cao đẳng Nghề số 2 hoàn thành việc sáp nhập ngày 31/12/2026. || lead=Trường Cao đẳng Nghề số 2; day=2026-12-31",
	"16. Đồng ý chủ trương cho Sở Xây dựng thuê tư vấn.",
	"17. Giao Phòng Kế hoạch chủ trì phối hợp với Phòng Kỹ thuật, Đội Thi công số 1 lập tiến độ. || lead=Phòng Kế hoạch; with=Phòng Kỹ thuật + Đội Thi công số 1",
	"18. Đối với các dự án chậm: Ban Quản lý dự án huyện cũ rà soát, báo cáo. || lead=Ban Quản lý dự án huyện cũ",
	"19. Yêu cầu Giám đốc Trung tâm Văn hóa chấn chỉnh giờ giấc. || lead=Trung tâm Văn hóa",
	"20. Sở Công Thương, Sở Tài chính khẩn trương tham mưu phương án giá. || lead=Sở Công Thương + Sở Tài chính",
	"21. Văn phòng UBND tỉnh phát hành Thông báo này. || lead=Văn phòng UBND tỉnh",
	"22. Việc đấu giá đất thực hiện theo Luật Đất đai.",
	"23. Giao Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã vận động hội viên. || lead=Hội Nông dân xã + Hội Liên hiệp Phụ nữ xã",
	"24. Tổ công tác số 3 kiểm tra thực địa, trình phương án trước ngày 05/12/2026. || lead=Tổ công tác số 3; day=2026-12-05",
	"25. Phòng Văn hóa, Khoa học và Thông tin chủ trì, phối hợp với Trung tâm Y tế khu vực tuyên truyền. || lead=Phòng Văn hóa, Khoa học và Thông tin; with=Trung tâm Y tế khu vực",
	"26. Nhà thầu Công ty TNHH Hồng Phát đẩy nhanh tiến độ, hoàn thành trước ngày 20/12/2026. || lead=Nhà thầu Công ty TNHH Hồng Phát; day=2026-12-20",
	"27. Giao Phòng Đào tạo, các khoa rà soát chương trình. || lead=Phòng Đào tạo",
	"28. Giao Phòng Tổ chức - Hành chính: soạn thảo quyết định; Phòng Tài vụ: bố trí kinh phí.",
	"29. Kho bạc Nhà nước khu vực XII kiểm soát chi đúng quy định. || lead=Kho bạc Nhà nước khu vực XII",
	"30. Bảo hiểm xã hội tỉnh phối hợp với Thuế tỉnh đối chiếu số liệu. || lead=Bảo hiểm xã hội tỉnh; with=Thuế tỉnh",
	"31. Cục Hàng hải phối hợp với các Bộ: Quốc phòng, Công an rà soát luồng. || lead=Cục Hàng hải; with=Bộ Quốc phòng + Bộ Công an",
	"32. Sở Dân tộc và Tôn giáo phối hợp chặt chẽ với UBND các xã nắm tình hình. || lead=Sở Dân tộc và Tôn giáo",
	"33. Trước ngày 10/12/2026, Sở Ngoại vụ báo cáo kết quả. || lead=Sở Ngoại vụ; day=2026-12-10",
	"34. Trong tháng 11/2026, Phòng Bảo trì hoàn thành thay thế đèn chiếu sáng. || lead=Phòng Bảo trì; day=2026-11-30",
	"35. Hoàn thành trước ngày 25/11/2026 việc kiểm kê (Phòng Tài vụ chủ trì). || lead=Phòng Tài vụ; day=2026-11-25",
	"36. Giao Ban Dân tộc HĐND tỉnh giám sát. || lead=Ban Dân tộc HĐND tỉnh",
	"37. Giao các Sở: Nội vụ, Tư pháp, Tài chính theo chức năng thẩm định hồ sơ. || lead=Sở Nội vụ + Sở Tư pháp + Sở Tài chính",
	"38. Đội Cảnh sát giao thông số 2 phân luồng. || lead=Đội Cảnh sát giao thông số 2",
	"39. Liên đoàn Lao động tỉnh chăm lo Tết cho đoàn viên. || lead=Liên đoàn Lao động tỉnh",
	"40. Công ty Cổ phần Môi trường đô thị thu gom rác trước 5 giờ sáng. || lead=Công ty Cổ phần Môi trường đô thị",
	"41. Giao Sở Xây dựng là cơ quan đầu mối, chủ trì tổng hợp khó khăn, vướng mắc; hoàn thành trong tháng 11/2026. || lead=Sở Xây dựng; day=2026-11-30",
	"42. Sở Tư pháp có trách nhiệm thẩm định dự thảo, gửi Văn phòng UBND tỉnh chậm nhất ngày 12/11/2026. || lead=Sở Tư pháp; day=2026-11-12",
	"43. Giao Công an tỉnh chỉ đạo Công an các xã, phường tăng cường kiểm tra tạm trú. || lead=Công an tỉnh",
	"44. Đồng chí Giám đốc Sở Y tế chịu trách nhiệm kiểm tra các bệnh viện. || lead=Sở Y tế",
	"45. Giao Chủ tịch UBND xã Hà Lâm, Chủ tịch UBND xã Vĩnh Sơn tổ chức đối thoại với các hộ dân. || lead=UBND xã Hà Lâm + UBND xã Vĩnh Sơn",
	"46. Đối với Sở Nội vụ: tham mưu tuyển dụng; thời hạn 30/11/2026. || lead=Sở Nội vụ; day=2026-11-30",
	"47. Phòng Hành chính quản trị phối hợp cùng các phòng chuyên môn bố trí hội trường. || lead=Phòng Hành chính quản trị",
	"48. Giao Trưởng phòng Nghiệp vụ dự thảo báo cáo. || lead=Phòng Nghiệp vụ",
	"49. Giao Trưởng Phòng Kế toán rà soát công nợ, báo cáo trước ngày 05 hằng tháng. || lead=Phòng Kế toán",
	"50. Yêu cầu các đơn vị: Phòng Đào tạo, Phòng Công tác sinh viên, Khoa Ngoại ngữ hoàn thành việc nhập điểm trước 15/11/2026. || lead=Phòng Đào tạo + Phòng Công tác sinh viên + Khoa Ngoại ngữ; day=2026-11-15",
	"51. Các Phòng: Tổng hợp, Kiểm sát án hình sự nộp báo cáo tuần.",
	"52. Thống nhất giao Sở Khoa học và Công nghệ làm chủ đầu tư dự án. || lead=Sở Khoa học và Công nghệ",
	"53. Trong quá trình thực hiện, Sở Tài chính hướng dẫn thanh quyết toán. || lead=Sở Tài chính",
	"54. Chi cục Thủy sản, Chi cục Kiểm lâm vùng I phối hợp tuần tra, kiểm soát vùng biển. || lead=Chi cục Thủy sản + Chi cục Kiểm lâm vùng I",
	"55. Giao Sở Giáo dục và Đào tạo (cơ quan thường trực Ban Chỉ đạo) tổng hợp, báo cáo Ban Chỉ đạo trước ngày 25/11. || lead=Sở Giáo dục và Đào tạo; day=2026-11-25",
	"56. Ban Quản lý Vườn quốc gia Bạch Lĩnh chủ trì, phối hợp với Hạt Kiểm lâm, UBND các xã vùng đệm phòng cháy, chữa cháy rừng. || lead=Ban Quản lý Vườn quốc gia Bạch Lĩnh; with=Hạt Kiểm lâm",
	"57. Đề nghị Viện Kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh phối hợp. || lead=Viện Kiểm sát nhân dân tỉnh + Tòa án nhân dân tỉnh",
	"58. Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh chuẩn bị tài liệu kỳ họp. || lead=Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
	"59. Phòng Kinh tế - Hạ tầng khẩn trương lập hồ sơ; phối hợp với Điện lực Hà Lâm di dời cột điện, xong trước 30/11/2026. || lead=Phòng Kinh tế - Hạ tầng; with=Điện lực Hà Lâm; day=2026-11-30",
	"60. Báo cáo kết quả về Văn phòng Sở trước ngày 20/11/2026 để tổng hợp. || day=2026-11-20",
	"61. Giao các phòng chuyên môn, Văn phòng Sở theo dõi.",
	"62. Tiếp tục thực hiện các nhiệm vụ tại Thông báo số 12/TB-UBND ngày 05/8/2026.",
	"63. Trung tâm Dịch vụ việc làm tổ chức phiên giao dịch việc làm ngày 20/11/2026. || lead=Trung tâm Dịch vụ việc làm; day=2026-11-20",
	"64. Trường Trung cấp Kỹ thuật, Trường Mầm non Hoa Sen báo cáo sĩ số. || lead=Trường Trung cấp Kỹ thuật + Trường Mầm non Hoa Sen",
	"65. Giao đồng chí Nguyễn Văn An - Phó Trưởng phòng Tổng hợp làm tổ trưởng.",
	"66. Sở Công Thương chủ trì, phối hợp với Sở Tài chính; Công ty Điện lực tỉnh; các đơn vị liên quan rà soát lưới điện. || lead=Sở Công Thương; with=Sở Tài chính + Công ty Điện lực tỉnh",
	"67. Các đồng chí lãnh đạo Sở theo lĩnh vực phụ trách chỉ đạo thực hiện.",
	"68. UBND thành phố Bình Giang, UBND huyện cũ bàn giao hồ sơ. || lead=UBND thành phố Bình Giang + UBND huyện cũ",
	"69. Kể từ ngày 01/11/2026, Phòng Một cửa tiếp nhận hồ sơ qua mạng. || lead=Phòng Một cửa",
	"70. Nhiệm vụ của Phòng Tổ chức: hoàn thiện vị trí việc làm. || lead=Phòng Tổ chức",
	"71. Giao Sở Tài chính phối hợp với Kho bạc Nhà nước tỉnh đối chiếu tạm ứng quá hạn. || lead=Sở Tài chính; with=Kho bạc Nhà nước tỉnh",
	"72. Phòng Quản lý nhà ở chủ trì, phối hợp với Phòng Pháp chế, Thanh tra Sở tham mưu xử lý. || lead=Phòng Quản lý nhà ở; with=Phòng Pháp chế + Thanh tra Sở",
	"73. Trung tâm Công nghệ số phối hợp với các phòng nâng cấp trang thông tin. || lead=Trung tâm Công nghệ số",
	"74. Sở Nông nghiệp và Môi trường phối hợp với Liên minh Hợp tác xã tỉnh, Hội Nông dân tỉnh củng cố các hợp tác xã. || lead=Sở Nông nghiệp và Môi trường; with=Liên minh Hợp tác xã tỉnh + Hội Nông dân tỉnh",
	"75. Công an phường Tây Sơn chủ trì phối hợp cùng Ban Chỉ huy Quân sự phường Tây Sơn tuần tra. || lead=Công an phường Tây Sơn; with=Ban Chỉ huy Quân sự phường Tây Sơn",
	"76. Phòng Chuyên môn phối hợp Văn phòng Sở, Phòng Kế hoạch - Tài chính chuẩn bị hội nghị. || lead=Phòng Chuyên môn; with=Văn phòng Sở + Phòng Kế hoạch - Tài chính",
	"77. Khoa Nội phối hợp với Khoa Dược, Khoa Xét nghiệm bình bệnh án. || lead=Khoa Nội; with=Khoa Dược + Khoa Xét nghiệm",
	"78. Ban Quản lý dự án phối hợp với nhà thầu thi công ba ca. || lead=Ban Quản lý dự án",
	"79. Giao Đoàn Thanh niên chủ trì, phối hợp Công đoàn, Hội Cựu chiến binh tổ chức hội thi. || lead=Đoàn Thanh niên; with=Công đoàn + Hội Cựu chiến binh",
	"80. Thuế tỉnh chủ trì, phối hợp với UBND các xã, phường, Công an tỉnh chống thất thu. || lead=Thuế tỉnh; with=Công an tỉnh",
	"81. Sở Du lịch chủ trì, phối hợp với Hiệp hội Du lịch tỉnh mở lớp bồi dưỡng. || lead=Sở Du lịch; with=Hiệp hội Du lịch tỉnh",
	"82. Phòng Tổng hợp dự thảo, phối hợp với Phòng Hành chính gửi lấy ý kiến. || lead=Phòng Tổng hợp; with=Phòng Hành chính",
	"83. Phòng Đào tạo lên kế hoạch. Phòng Tài vụ phối hợp cung cấp số liệu. || lead=Phòng Đào tạo",
	"84. Giao Sở Tài chính bố trí vốn, Sở Xây dựng phối hợp thực hiện. || lead=Sở Tài chính",
	"85. Trung tâm Khuyến nông và Dịch vụ nông nghiệp mở rộng mô hình. || lead=Trung tâm Khuyến nông và Dịch vụ nông nghiệp",
	"86. Bệnh viện Phổi, Bệnh viện Tâm thần sắp xếp lại khoa, phòng. || lead=Bệnh viện Phổi + Bệnh viện Tâm thần",
	"87. Phòng Lao động, Người có công chi trả trợ cấp trước ngày 05/12/2026. || lead=Phòng Lao động, Người có công; day=2026-12-05",
	"88. Đội Thanh niên xung kích xã Hà Lâm ra quân làm thủy lợi. || lead=Đội Thanh niên xung kích xã Hà Lâm",
	"89. Phòng Kiểm tra nội bộ gửi kết luận về Giám đốc. || lead=Phòng Kiểm tra nội bộ",
	"90. Văn phòng Đăng ký đất đai chi nhánh Hà Lâm giải quyết đơn thư. || lead=Văn phòng Đăng ký đất đai chi nhánh Hà Lâm",
	"91. Sở Y tế chủ trì, tham mưu UBND tỉnh phối hợp với Bộ Y tế tổ chức hội thảo. || lead=Sở Y tế; with=Bộ Y tế",
	"92. Ban Tiếp công dân bố trí lịch tiếp dân tháng 12. || lead=Ban Tiếp công dân",
	"93. Quỹ Đầu tư phát triển tỉnh giải ngân 100% vốn, thời hạn hoàn thành 31/12/2026. || lead=Quỹ Đầu tư phát triển tỉnh; day=2026-12-31",
	"94. Sở Xây dựng rà soát; Sở Tài chính thẩm định.",
	"95. Cảng vụ Hàng hải Hà Lâm điều tiết tàu. || lead=Cảng vụ Hàng hải Hà Lâm",
}

// structured are headings that give work, and what stands below them.
var structured = []string{
	"1. Đối với Sở Nội vụ, Sở Tư pháp:",
	"a) Rà soát văn bản, hoàn thành trước ngày 30/11/2026; || lead=Sở Nội vụ + Sở Tư pháp; day=2026-11-30",
	"b) Báo cáo hằng tuần. || lead=Sở Nội vụ + Sở Tư pháp",
	"2. Đối với Công ty TNHH Một thành viên Cấp nước Hà Lâm:",
	"a) Thay thế đường ống cũ trong quý IV/2026; || lead=Công ty TNHH Một thành viên Cấp nước Hà Lâm; day=2026-12-31",
	"b) Công khai giá nước. || lead=Công ty TNHH Một thành viên Cấp nước Hà Lâm",
	"3. UBND các xã Hà Lâm, Vĩnh Sơn:",
	"a) Thành lập tổ phản ứng nhanh. || lead=UBND xã Hà Lâm + UBND xã Vĩnh Sơn",
	"4. Phòng Kỹ thuật, Phòng An toàn: thường xuyên trao đổi, kiểm tra chéo. || lead=Phòng Kỹ thuật + Phòng An toàn",
	"5. Yêu cầu Ban Quản lý các chợ:",
	"a) Niêm yết giá; || lead=Ban Quản lý các chợ",
	"b) Phối hợp với Đội Quản lý thị trường số 4 xử lý hàng giả. || lead=Ban Quản lý các chợ; with=Đội Quản lý thị trường số 4",
	"6. Các phòng, đơn vị thuộc Sở:",
	"a) Gửi báo cáo trước ngày 25/11/2026. || day=2026-11-25",
	"7. Trách nhiệm của chủ đầu tư (Ban Quản lý dự án số 3):",
	"a) Lập tiến độ chi tiết.",
	"8. Văn phòng:",
	"a) Đặt lịch họp. || lead=Văn phòng",
	"9. Đối với UBND phường Tây Sơn, UBND xã Hà Lâm:",
	"a) Cấp giấy phép theo thẩm quyền. || lead=UBND phường Tây Sơn + UBND xã Hà Lâm",
	"10. Đối với Công ty cổ phần Hồng Phát:",
	"a) Bàn giao công trình. || lead=Công ty cổ phần Hồng Phát",
	"11. Đối với Hợp tác xã dịch vụ Vĩnh Sơn:",
	"a) Nộp báo cáo tài chính. || lead=Hợp tác xã dịch vụ Vĩnh Sơn",
	"12. Một số việc khác",
	"a) Về xe công: Văn phòng Sở chủ trì thanh lý trước 31/12/2026. || lead=Văn phòng Sở; day=2026-12-31",
	"b) Về trụ sở: giao Phòng Tài vụ cùng Phòng Hành chính khảo sát. || lead=Phòng Tài vụ; with=Phòng Hành chính",
}

// Work below a heading is of the units that the heading names, also where Word
// makes the numbers.
func TestStructured(t *testing.T) {
	c := contents[0]
	c.date, c.meeting = "26/10/2026", "24/10/2026"
	c.opening = []string{"Ngày 24/10/2026, Giám đốc Sở chủ trì cuộc họp và kết luận như sau:"}
	c.body = structured
	measure(t, []notice{{content: c, manner: manners[0], src: manners[0].docx(c)}, {content: c, manner: manners[4], src: manners[4].docx(c)}}, 0.99, false)
}

// What is read of phrases is right, and of most something is read.
func TestPhrases(t *testing.T) {
	c := contents[0]
	c.date, c.meeting = "26/10/2026", "24/10/2026"
	c.opening = []string{"Ngày 24/10/2026, Giám đốc Sở chủ trì cuộc họp và kết luận như sau:"}
	c.body = phrases
	src := manners[0].docx(c)
	measure(t, []notice{{content: c, manner: manner{name: "phrases"}, src: src}}, 0.99, false)
}
