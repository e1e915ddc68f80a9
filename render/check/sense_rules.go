package check

import "ketluan/render/problem"

const labourCode = "Bộ luật Lao động 45/2019/QH14, Điều 112.1"

// dateRules are about dates that must fit each other.
var dateRules = []*Rule{
	{
		ID: "NV-01", Severity: Error, Place: "Thực hành", check: checkPastDeadline,
		Title:  problem.Textf("thời hạn không trước cuộc họp", "no deadline before the meeting"),
		Reason: problem.Textf("Không ai hoàn thành được trước khi được giao; thường là sai năm khi chép thông báo cũ. Thời hạn không nêu năm được hiểu là lần tới sau cuộc họp.", "Nobody can be done before being asked; mostly a year left from an earlier notice. A deadline without a year is the next after the meeting."),
		Wrong:  "meeting-date: 06/01/2026 … deadline: trước ngày 20/01/2025", Right: "deadline: trước ngày 20/01/2026",
	},
	{
		ID: "NV-02", Severity: Warning, Kinds: giving, Place: "Thực hành", check: checkDeadlineBeforeNotice,
		Title:  problem.Textf("thời hạn không trước ngày ban hành", "no deadline before the notice"),
		Reason: problem.Textf("Thông báo đến đơn vị khi thời hạn đã qua thì không theo dõi được.", "A notice that comes after the deadline cannot be followed up."),
		Wrong:  "date: 09/01/2026 … deadline: 08/01/2026", Right: "deadline: 16/01/2026",
	},
	{
		ID: "NV-03", Severity: Note, Place: "Thực hành", check: checkWeekend,
		Title:  problem.Textf("thời hạn là ngày làm việc", "deadlines are working days"),
		Reason: problem.Textf("Chỉ xét thời hạn là một ngày cụ thể; \"trước ngày …\" và thời hạn theo tháng, quý không bị nêu.", "Only of deadlines that are one day; \"before\" a day, months and quarters are let be."),
		Wrong:  "deadline: 15/3/2026 (Chủ nhật)", Right: "deadline: 16/3/2026",
	},
	{
		ID: "NV-04", Severity: Note, Place: labourCode, check: checkHoliday,
		Title:  problem.Textf("thời hạn không phải ngày lễ", "deadlines are no holidays"),
		Reason: problem.Textf("Bảng ngày lễ có Tết Dương lịch, tết Nguyên đán, Giỗ Tổ, 30/4, 01/5, 02/9 của các năm 2018-2035, ngày nghỉ bù, nghỉ hoán đổi đã thông báo của các năm 2020-2026, và những ngày ở holidays của hồ sơ cơ quan.", "The table has the holidays of 2018 to 2035, lunar ones too, the days off in lieu that were told for 2020 to 2026, and those under holidays in the profile."),
		Wrong:  "deadline: 30/4/2026", Right: "deadline: 29/4/2026",
	},
	{
		ID: "NV-05", Severity: Error, Place: "Thực hành", check: checkWeekdays, words: true,
		Title:  problem.Textf("thứ đúng với ngày", "weekdays fit their dates"),
		Reason: problem.Textf("Thứ và ngày mâu thuẫn thì người nhận không biết theo bên nào. Ngày không ghi năm được tính theo năm của cuộc họp.", "Where weekday and date disagree nobody knows which holds. A date without a year is of the meeting's year."),
		Wrong:  "thứ Hai, ngày 05/5/2026", Right: "thứ Ba, ngày 05/5/2026",
	},
	{
		ID: "NV-11", Severity: Warning, Place: "Thực hành", check: checkQuarter,
		Title:  problem.Textf("quý hợp với ngày họp và trích yếu", "the quarter fits the meeting and the subject"),
		Reason: problem.Textf("Mã bản ghi và mã nhiệm vụ lấy từ quý. Cuộc họp trong quý ấy, hoặc trong tháng liền trước hay liền sau, là hợp. Quý trong trích yếu chỉ xét với họp giao ban.", "The codes of the record and its tasks come from the quarter. A meeting in it, or in the month before or after, fits. The quarter in the subject counts for a giao ban only."),
		Wrong:  "meeting-date: 02/10/2026 với trích yếu \"… Quý III năm 2026\"", Right: "thêm quarter: 2026-Q3",
	},
	{
		ID: "NV-14", Severity: Warning, Kinds: notices, Place: "Quyết định 45/2018/QĐ-TTg (chế độ họp)", check: checkLateNotice,
		Title:  problem.Textf("thông báo ra trong 5 ngày làm việc sau cuộc họp", "the notice is out five working days after the meeting"),
		Reason: problem.Textf("Quyết định 45/2018/QĐ-TTg cho 5 ngày làm việc; hiệu lực hiện nay chưa được xác nhận nên chỉ là cảnh báo. Ngày nghỉ cuối tuần, ngày lễ, ngày nghỉ bù không tính; ngày làm bù thì tính.", "The decision gives five working days; whether it is still in force is not confirmed. Weekends, holidays and days in lieu do not count; Saturdays worked do."),
		Wrong:  "meeting-date: 06/01/2026 … date: 20/01/2026", Right: "date: 12/01/2026",
	},
	{
		ID: "NV-16", Severity: Warning, Kinds: recounting, Place: "Thực hành", check: checkOpeningDate,
		Title:  problem.Textf("ngày ở phần mở đầu là ngày họp", "the day of the opening is that of the meeting"),
		Reason: problem.Textf("Thông báo soạn từ bản cũ hay còn ngày cũ ở câu đầu.", "A notice made from an earlier one often keeps its day in the first sentence."),
		Wrong:  "meeting-date: 06/01/2026 … opening: Ngày 06/10/2025, …", Right: "opening: Ngày 06/01/2026, …",
	},
	{
		ID: GapRule, Severity: Error, Place: "Thực hành", check: checkGaps, words: true,
		Title:  problem.Textf("không còn chỗ phải điền", "no gaps are left"),
		Reason: problem.Textf("Bản ghi nháp do ketluan carry lập có những chỗ [điền: …]; để sót thì chúng in vào thông báo.", "Drafts made by ketluan carry have gaps, [điền: …], which would be printed."),
		Wrong:  "opening: Ngày [điền: ngày họp], Giám đốc Sở chủ trì …", Right: "opening: Ngày 06/01/2026, Giám đốc Sở chủ trì …",
	},
}

// taskRules are about units and tasks.
var taskRules = []*Rule{
	{
		ID: "NV-06", Severity: Note, Place: "Thực hành", check: checkNoDeadline,
		Title:  problem.Textf("nhiệm vụ có thời hạn", "tasks have a deadline"),
		Reason: problem.Textf("Việc không có thời hạn thì bảng theo dõi không bao giờ báo quá hạn. Khi quá nửa số nhiệm vụ không có, chỉ nêu một lần.", "What has no deadline is never overdue. Where more than half have none it is said once."),
		Wrong:  "text: Lập dự toán năm 2027.", Right: "text: Lập dự toán năm 2027.  deadline: trước ngày 15/11/2026",
	},
	{
		ID: "NV-07", Severity: Note, Place: "Thực hành", check: checkNoProduct,
		Title:  problem.Textf("nhiệm vụ có sản phẩm", "tasks have a product"),
		Reason: problem.Textf("Sản phẩm nói rõ thế nào là xong: báo cáo, tờ trình, kế hoạch. Khi quá nửa số nhiệm vụ không có, chỉ nêu một lần.", "The product says when a task is done. Where more than half have none it is said once."),
		Wrong:  "text: Rà soát quy trình nội bộ.", Right: "text: Rà soát quy trình nội bộ.  product: Báo cáo",
	},
	{
		ID: "NV-08", Severity: Warning, Place: "Thực hành", check: checkLeadAndPartner,
		Title:  problem.Textf("đơn vị chủ trì không đồng thời phối hợp", "who leads does not partner"),
		Reason: problem.Textf("Nêu cả khi đơn vị phối hợp nằm trong nhóm chủ trì, và khi lời văn viết \"phối hợp với\" chính đơn vị chủ trì.", "Also where the partner belongs to the group that leads, and where the text has the leading unit for a partner."),
		Wrong:  "lead: Phòng Tài chính … text: Phối hợp với Phòng Tài chính …", Right: "lead: Văn phòng Sở … text: Phối hợp với Phòng Tài chính …",
	},
	{
		ID: "NV-09", Severity: Warning, Kinds: giving, Place: "Phụ lục I, II.9 (nơi nhận để thực hiện)", check: checkRecipientsOfTasks,
		Title:  problem.Textf("đơn vị có nhiệm vụ thì có trong nơi nhận", "units with tasks are among the recipients"),
		Reason: problem.Textf("Đơn vị được coi là có khi nơi nhận ghi tên, tên ngắn, chữ viết tắt, tên nhóm của nó, phần sau của tên dưới một đầu chung (\"Các Sở: Tài chính, NN&MT\"), hoặc một dòng chung (\"Các sở, ban, ngành\", \"Các phòng, đơn vị\").", "A unit counts as named by its name, short name, initials, group, by the rest of its name behind a shared head (\"Các Sở: Tài chính, NN&MT\"), or by a line for all of its kind."),
		Wrong:  "lead: Chi cục Thủy lợi … recipients: [UBND tỉnh, \"Lưu: VT, VP\"]", Right: "recipients: [UBND tỉnh, Chi cục Thủy lợi, \"Lưu: VT, VP\"]",
	},
	{
		ID: "NV-10", Severity: Warning, Place: "Phụ lục II, IV", check: checkUnitNames,
		Title:  problem.Textf("tên đơn vị viết như trong hồ sơ", "names of units are written as in the profile"),
		Reason: problem.Textf("Một đơn vị có một tên: khác gạch nối (– và -), dấu cách hay chữ hoa là hai cách viết trong một văn bản. Danh từ chung (công đoàn) và chữ hoa đầu câu, đầu dòng không bị nêu.", "A unit has one name: another dash, space or capital makes two of it in one text. Common nouns and capitals where a sentence or line begins are let be."),
		Wrong:  "Phòng Kế hoạch – Tài chính", Right: "Phòng Kế hoạch - Tài chính",
	},
	{
		ID: "NV-12", Severity: Warning, Place: "Phụ lục I, II.6đ", check: checkNumberGaps,
		Title:  problem.Textf("số thứ tự gõ tay không nhảy, không lặp", "labels typed by hand have no gaps"),
		Reason: problem.Textf("Số của các mục do chương trình đánh, không sai được; quy tắc này xét số gõ trong lời văn: (1), (2), (4), số đầu đoạn, và số hay chữ đầu các mục numbered: no: 1. rồi 3., 1.1 rồi 1.3, I. rồi III., a) rồi c).", "The program numbers the items; this is about labels inside texts, of paragraphs, and of items with numbered: no: 1. and 3., 1.1 and 1.3, I. and III., a) and c)."),
		Wrong:  "gồm: (1) báo cáo; (2) tờ trình; (4) dự thảo", Right: "gồm: (1) báo cáo; (2) tờ trình; (3) dự thảo",
	},
	{
		ID: "NV-13", Severity: Warning, Place: "Thực hành", check: checkSameTask,
		Title:  problem.Textf("không giao một việc hai lần", "no task twice"),
		Reason: problem.Textf("Hai nhiệm vụ cùng lời văn, cùng đơn vị chủ trì, thành hai dòng phải báo cáo trong bảng theo dõi.", "Two tasks of the same words and the same lead are two rows to report on."),
		Wrong:  "hai mục cùng \"Rà soát quy trình nội bộ của phòng.\"", Right: "một mục",
	},
	{
		ID: "NV-15", Severity: Warning, Place: "Phụ lục I, II.6đ", check: checkTypedLabels,
		Title:  problem.Textf("không gõ số trước mục được đánh số", "no label typed before a numbered item"),
		Reason: problem.Textf("Chương trình tự đánh số, nên số gõ tay in ra hai lần: \"1. 1. Phòng …\".", "The program adds the label, so one that is typed is printed twice."),
		Wrong:  "heading: 1. Phòng Tài chính", Right: "heading: Phòng Tài chính",
	},
	{
		ID: "NV-25", Severity: Note, Place: "Phụ lục I, II.6đ", check: checkTypedNumbers,
		Title:  problem.Textf("số giữ như đã gõ là cố ý", "labels kept as typed are meant"),
		Reason: problem.Textf("Mục number: in số đúng như đã gõ, kể cả số sai thứ tự mà người ký muốn giữ. Nêu một lần cho cả thông báo; gạch đầu dòng (number: \"-\") không bị nêu.", "number: prints a label as it is typed, also one out of order that the signer wants. Told once a notice; dashes are not."),
		Wrong:  "number: \"e)\" ở mục thứ tư", Right: "bỏ number, hoặc để nguyên nếu cố ý",
	},
	{
		ID: "NV-26", Severity: Warning, Place: "Thực hành", check: checkUnmarkedParts,
		Title:  problem.Textf("vế của một câu có dấu ở cuối", "parts of a sentence end in a mark"),
		Reason: problem.Textf("Các vế (parts) in liền thành một câu, cách nhau một dấu cách; dấu câu giữa hai vế là của người soạn.", "Parts are printed as one sentence with a space between them; the marks are the writer's."),
		Wrong:  "parts: [Phòng A lập dự thảo, …]", Right: "parts: [\"Phòng A lập dự thảo,\", …]",
	},
	{
		ID: "NV-27", Severity: Warning, Place: "Thực hành", words: true, check: checkMarkup,
		Title:  problem.Textf("không còn ký hiệu định dạng của phần mềm khác", "no markup of other programs is left"),
		Reason: problem.Textf("Bản ghi in đậm bằng **…**, in nghiêng bằng _…_. Những gì khác (<b>, | bảng |, __…__, *…*, dấu mở mà không đóng) in ra đúng như đã gõ. Dấu sao chú thích (*), tên tệp có dấu _ không bị nêu; dấu cố ý thì thêm \\ phía trước.", "A record sets bold by **…** and italic by _…_. Anything else (<b>, | tables |, __…__, *…*, marks without their pair) is printed as typed. A footnote's (*) and names of files are let be; put \\ before a mark that is meant."),
		Wrong:  "báo cáo <b>trước ngày 20/10</b>", Right: "báo cáo **trước ngày 20/10**",
	},
	{
		ID: "NV-20", Severity: Warning, Place: "Luật Tổ chức chính quyền địa phương 72/2025/QH15 (hai cấp từ 01/7/2025)", check: checkDistricts, words: true,
		Title: problem.Textf("không còn cơ quan cấp huyện sau 01/7/2025", "no bodies of districts after 1/7/2025"),
		Reason: problem.Textf("Từ 01/7/2025 chỉ còn tỉnh và xã, phường, đặc khu; UBND huyện, Huyện ủy, phòng của huyện không còn để nhận việc. Thường còn sót khi chép thông báo cũ. Lời nói về trước đây (cũ, trước đây, năm trước 2025), văn bản được viện dẫn, chỗ trong ngoặc kép, nhiệm vụ chuyển tiếp từ trước và đơn vị có successor không bị nêu; Hà Nội, TP. Hồ Chí Minh, Hải Phòng, Đà Nẵng, Cần Thơ, Huế là cấp tỉnh.",
			"Since 1/7/2025 there are provinces and communes, wards and special zones: no UBND huyện, Huyện ủy or offices of districts are left to do a task. Mostly left of an earlier notice. The past (cũ, trước đây, years before 2025), documents that are cited, quotations, tasks carried over and units with a successor are let be; six cities are provinces."),
		Wrong: "Giao UBND huyện Ba Tơ (trong thông báo năm 2026)", Right: "Giao UBND xã Ba Tơ",
	},
	unsaidRule,
}
