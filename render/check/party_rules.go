package check

import "ketluan/render/problem"

// The Party's rules are what its guide says of the words; what it says of places
// and sizes is measured on the finished file (render/decree), whose IDs these
// share from DG-01 to DG-49.

const guide = "Hướng dẫn 05-HD/VPTW"

var partyRules = []*Rule{
	{
		ID: "DG-15", Severity: Error, Place: guide, check: checkBody,
		Title:  problem.Textf("thể thức của Đảng là của cơ quan đảng", "the Party's form is that of its bodies"),
		Reason: problem.Textf("Ủy ban nhân dân, hội đồng nhân dân, sở, ban của chính quyền theo Nghị định 30/2020/NĐ-CP.", "People's Committees and Councils and their departments follow Decree 30/2020/NĐ-CP."),
		Wrong:  "system: party … agency: {name: UBND xã An Lâm, …}", Right: "agency: {name: Đảng ủy xã An Lâm, …}",
	},
	{
		ID: "DG-17", Severity: Error, Place: guide, check: checkPartySymbol, words: true,
		Title:  problem.Textf("số là số, ký hiệu viết liền, in hoa", "the number is a number, the symbol has no spaces and is in capitals"),
		Reason: problem.Textf("Dòng \"Số 05-TB/ĐU\" do chương trình ghép từ number và agency.code. Số chạy riêng cho từng loại văn bản, từ đầu đến cuối nhiệm kỳ của cấp ủy, không theo năm.", "The line \"Số 05-TB/ĐU\" is made of number and agency.code. Numbers run for each type, through a committee's term and not by year."),
		Wrong:  "number: 05-TB/ĐU", Right: "number: \"05\"",
	},
	{
		ID: "DG-18", Severity: Error, Place: guide, check: checkNumberZeros, words: true,
		Title:  problem.Textf("số dưới 10 có một số 0 phía trước, số khác không có", "one zero before numbers under 10, none before others"),
		Reason: problem.Textf("Chương trình tự thêm số 0 còn thiếu, không tự bỏ số 0 thừa.", "The program adds a zero that is missing, and takes none away."),
		Wrong:  "number: \"005\"", Right: "number: \"05\"",
	},
	{
		ID: "DG-21", Severity: Warning, Place: guide, words: true, check: func(n *notice, f *found) { checkPlace(n, f); checkDateZeros(n, f) },
		Title:  problem.Textf("địa danh viết hoa, đầy đủ; số 0 trước ngày dưới 10 và tháng 1, 2", "the place in full with a capital; a zero before days below 10 and months 1 and 2"),
		Reason: problem.Textf("Ngày nhỏ hơn 10 và tháng nhỏ hơn 3 có số 0 phía trước. Xét cách viết \"ngày … tháng …\".", "Days below 10 and months below 3 have a zero before them. Of dates in words."),
		Wrong:  "ngày 5 tháng 03 năm 2026", Right: "ngày 05 tháng 3 năm 2026",
	},
	{
		ID: "DG-24", Severity: Warning, Place: guide, check: checkPartySubject, words: true,
		Title:  problem.Textf("trích yếu bắt đầu bằng chữ thường, không lặp tên loại, không dấu cuối", "the subject begins with a small letter, without the type and a mark at its end"),
		Reason: problem.Textf("Trích yếu đứng dưới tên loại như phần sau của nó: THÔNG BÁO / kết luận của Ban Thường vụ …", "The subject stands below the type as its second half: THÔNG BÁO / kết luận của Ban Thường vụ …"),
		Wrong:  "subject: Kết luận của Ban Thường vụ …", Right: "subject: kết luận của Ban Thường vụ …",
	},
	{
		ID: "DG-32", Severity: Error, Place: guide, check: checkEndMark,
		Title:  problem.Textf("dấu kết thúc như cơ quan chọn, một lần, ở cuối nội dung", "the end mark as the agency has it, once, at the end of the content"),
		Reason: problem.Textf("Nội dung kết thúc bằng dấu chấm; cơ quan dùng ./. thì ghi end-mark: ./. trong hồ sơ. Chương trình ghi dấu này.", "The content ends in a full stop; an agency that has ./. says end-mark: ./. in its profile. The program adds the mark."),
		Wrong:  "closing: … thực hiện./.", Right: "closing: … thực hiện.",
	},
	{
		ID: "DG-35", Severity: Error, Place: guide, check: eachSignature(checkWholeBody),
		Title:  problem.Textf("tập thể ký T/M thì không có dòng K/T", "a body that signs T/M has no line K/T"),
		Reason: problem.Textf("Cấp phó ký thay mặt tập thể: \"T/M BAN THƯỜNG VỤ\" / \"PHÓ BÍ THƯ\".", "A deputy signs for the body: \"T/M BAN THƯỜNG VỤ\" above \"PHÓ BÍ THƯ\"."),
		Wrong:  "authority: [T/M Ban Thường vụ, K/T Bí thư]", Right: "authority: T/M Ban Thường vụ",
	},
	{
		ID: "DG-36", Severity: Warning, Place: guide, check: eachSignature(func(n *notice, f *found, s signature) { checkDeputy(n, f, s); checkOrder(n, f, s) }),
		Title:  problem.Textf("K/T, T/L đi với chức vụ cấp trưởng, dưới là chức vụ người ký", "K/T and T/L name the head, and below them stands the signer's position"),
		Reason: problem.Textf("Ký thay: \"K/T CHÁNH VĂN PHÒNG\" / \"PHÓ CHÁNH VĂN PHÒNG\"; thừa lệnh: \"T/L BAN THƯỜNG VỤ\" / \"CHÁNH VĂN PHÒNG\".", "For the head: \"K/T CHÁNH VĂN PHÒNG\" above \"PHÓ CHÁNH VĂN PHÒNG\"; by order: \"T/L BAN THƯỜNG VỤ\" above \"CHÁNH VĂN PHÒNG\"."),
		Wrong:  "signer: {position: Phó Chánh Văn phòng, …}", Right: "signer: {authority: K/T Chánh Văn phòng, position: Phó Chánh Văn phòng, …}",
	},
	{
		ID: "DG-37", Severity: Warning, Place: guide, check: eachSignature(checkSignerName),
		Title:  problem.Textf("họ tên người ký không kèm học hàm, học vị", "no academic title before the signer's name"),
		Reason: problem.Textf("Trước họ tên không ghi học hàm, học vị, Ông, Bà, đồng chí; họ tên chữ thường, mỗi tiếng viết hoa.", "No degree, rank or form of address before the name; small letters, each syllable with a capital."),
		Wrong:  "name: TS. Nguyễn Văn A", Right: "name: Nguyễn Văn A",
	},
	{
		ID: "DG-40", Severity: Warning, Place: guide, check: checkRecipientMarks,
		Title:  problem.Textf("mỗi nơi nhận một dòng, dấu do chương trình ghi", "one recipient a line, without marks"),
		Reason: problem.Textf("Mỗi dòng bắt đầu bằng gạch đầu dòng, kết thúc bằng dấu chấm phẩy, dòng cuối dấu chấm; chương trình ghi các dấu ấy.", "Each line has a dash before and a semicolon behind it, the last a full stop; the program adds them."),
		Wrong:  "- Ban Thường vụ Tỉnh ủy,", Right: "Ban Thường vụ Tỉnh ủy",
	},
	{
		ID: "DG-41", Severity: Warning, Place: guide, check: checkPartyKeptCopy,
		Title:  problem.Textf("dòng cuối nơi nhận là \"Lưu Văn phòng …\" hoặc \"Lưu Đảng ủy\"", "the last line is \"Lưu Văn phòng …\" or \"Lưu Đảng ủy\""),
		Reason: problem.Textf("Sau chữ Lưu không có dấu hai chấm, không ghi VT: đó là cách của văn bản hành chính.", "No colon behind Lưu and no VT: that is how the state's documents have it."),
		Wrong:  "Lưu: VT, VPĐU", Right: "Lưu Văn phòng Đảng ủy",
	},
	{
		ID: "DG-43", Severity: Warning, Kinds: notices, Place: "Thực hành", check: checkAddressees,
		Title:  problem.Textf("thông báo không có Kính gửi, Như trên", "a notice has neither Kính gửi nor Như trên"),
		Reason: problem.Textf("Kính gửi chỉ có ở công văn, tờ trình; \"Như trên\" chỉ khi có Kính gửi.", "Kính gửi is for letters and submissions; \"Như trên\" refers to it."),
		Wrong:  "recipients: [Như trên, Lưu Văn phòng Đảng ủy]", Right: "recipients: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]",
	},
	{
		ID: "DG-50", Severity: Error, Place: "Thực hành", check: checkDates, words: true,
		Title:  problem.Textf("ngày có thật, ban hành không trước cuộc họp", "dates are real, and the notice is not before the meeting"),
		Reason: problem.Textf("Thông báo kết luận không thể có trước cuộc họp.", "No conclusions come before their meeting."),
		Wrong:  "meeting-date: 06/01/2026 … date: 05/01/2026", Right: "date: 09/01/2026",
	},
}
