package clarity

import "strings"

// Words are in small letters, and stand as whole words.

func list(s string) []string {
	var all []string
	for p := range strings.SplitSeq(s, ",") {
		all = append(all, strings.Join(strings.Fields(p), " "))
	}
	return all
}

var (
	// orders begin a text that tells somebody to do something.
	orders = list(`giao, yêu cầu, đề nghị, khẩn trương, rà soát, xây dựng, tham mưu, hoàn thành, hoàn thiện, lập, triển khai, chuẩn bị, đôn đốc, kiểm tra,
		tổng hợp, nghiên cứu, đề xuất, soạn thảo, trình, báo cáo, phối hợp`)

	// answering says which of several units answers for the whole.
	answering = list(`chịu trách nhiệm chính, chịu trách nhiệm chung, đầu mối, chủ trì phối hợp, chủ trì tổng hợp, tổng hợp chung`)

	// vague is what is never seen to be done.
	vague = list(`tăng cường, đẩy mạnh, quan tâm, chú trọng, nâng cao, phát huy, tích cực, chủ động, nghiêm túc, quán triệt, làm tốt, thực hiện tốt, coi trọng, tập trung,
		thực hiện có hiệu quả, triển khai có hiệu quả, triển khai thực hiện có hiệu quả`)

	// concrete is what is.
	concrete = list(`rà soát, xây dựng, lập, trình, ban hành, báo cáo, kiểm tra, thanh tra, tổ chức, hoàn thành, hoàn thiện, giải ngân, thẩm định, phê duyệt, đề xuất,
		tham mưu, bố trí, cấp, thống kê, nghiệm thu, bàn giao, mua sắm, sửa chữa, lắp đặt, công bố, đăng, gửi, nộp, thu hồi, chi trả, tuyển dụng, bổ nhiệm, sơ kết, tổng kết,
		đôn đốc, hướng dẫn, tập huấn, khảo sát, ký, đấu thầu, lấy ý kiến, cập nhật, số hóa, số hoá`)

	// recurring is what has no end.
	recurring = list(`thường xuyên, liên tục, định kỳ, hằng ngày, hằng tuần, hằng tháng, hằng quý, hằng năm, hàng ngày, hàng tuần, hàng tháng, hàng quý, hàng năm`)

	// unnamed are partners that nobody can call.
	unnamed = list(`đơn vị liên quan, đơn vị có liên quan, cơ quan liên quan, cơ quan có liên quan, các ngành liên quan, các sở liên quan, ngành liên quan, địa phương liên quan,
		đơn vị khác, các bên liên quan, phòng liên quan, phòng ban liên quan, bộ phận liên quan`)

	// with is what comes before partners.
	with = list(`phối hợp, cùng với, cùng các`)

	submitting = list(`trình, trình duyệt`)
	reporting  = list(`báo cáo`)
	approving  = list(`trình, phê duyệt, ban hành, thông qua, quyết định, ký, duyệt`)

	// nounsOfTrinh are words that "trình" is a part of.
	nounsOfTrinh = list(`tờ trình, chương trình, quy trình, công trình, quá trình, lịch trình, giải trình, lộ trình, tường trình, thuyết trình, tiến trình, giáo trình, hành trình,
		trình tự, trình độ, trình bày, trình diễn`)

	// drafts are products that somebody else decides on.
	drafts = list(`tờ trình, dự thảo, đề án, phương án, quyết định, nghị quyết, quy chế, quy định`)

	// papers are what can be handed in.
	papers = list(`báo cáo, tờ trình, kế hoạch, đề án, dự thảo, quyết định, nghị quyết, văn bản, công văn, danh mục, danh sách, phương án, hồ sơ, quy chế, quy trình, quy định,
		hướng dẫn, chương trình, dự toán, quyết toán, biên bản, thông báo, hợp đồng, đề cương, biểu, bảng, phiếu, tài liệu, bản đồ, phần mềm, số liệu, thư mời, giấy mời, chỉ tiêu,
		tham luận, bài viết, bộ chỉ số, cơ sở dữ liệu, mô hình, kịch bản, giấy chứng nhận, ý kiến`)

	// making are the verbs that have a paper for their object.
	making = list(`lập, xây dựng, tham mưu, trình, ban hành, hoàn thiện, hoàn thành, hoàn chỉnh, soạn, soạn thảo, dự thảo, gửi, đề xuất, tổng hợp, nộp, phê duyệt, ký, cung cấp,
		có, cấp, in, phát hành, cập nhật, viết, giao, phân bổ`)

	// events are results of their own.
	events = list(`tổ chức hội nghị, tổ chức lễ, tổ chức cuộc họp, tổ chức họp, tổ chức lớp, tổ chức tập huấn, tổ chức hội thảo, tổ chức đoàn, tổ chức kiểm tra, tổ chức ký kết,
		tổ chức đấu thầu, tổ chức tiêm, tổ chức đại hội, tổ chức tọa đàm, tổ chức thi, tổ chức đối thoại`)

	// chiefs are those who decide, in small letters.
	chiefs = list(`lãnh đạo, giám đốc, chủ tịch, thủ trưởng, bí thư, hội đồng, thường trực`)

	// citing begins the name of a paper, which nobody reports to.
	citing = list(`nghị, quyết, kế, chỉ, thông, luật, bộ luật, đề, chương, dự, quý, kết, công, tờ, báo, văn, điều, khoản, mục, phụ, năm, tháng, tết, đợt, kỳ, lễ, hội nghị`)
)
