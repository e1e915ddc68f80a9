package check

import "ketluan/render/problem"

// The rules of the decree are what Decree 30/2020/NĐ-CP says of the words; what
// it says of their places and sizes is measured on the finished file
// (render/decree), whose IDs these share.

var headerRules = []*Rule{
	{
		ID: "ND30-HD-07", Severity: Error, Place: "Quy định 399-QĐ/TW; Hướng dẫn 05-HD/VPTW", check: checkBody,
		Title:  problem.Textf("văn bản của cơ quan đảng theo thể thức của Đảng", "documents of the Party's bodies have its form"),
		Reason: problem.Textf("Đảng ủy, chi bộ, tỉnh ủy không dùng Quốc hiệu, Tiêu ngữ: văn bản có tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM, số dạng \"Số 05-TB/ĐU\", thẩm quyền ký T/M, K/T, T/L.", "The Party's bodies have no Quốc hiệu: their documents have the title ĐẢNG CỘNG SẢN VIỆT NAM, numbers like \"Số 05-TB/ĐU\" and authority T/M, K/T, T/L."),
		Wrong:  "agency: {name: Đảng ủy xã An Lâm, …}", Right: "system: party … agency: {name: Đảng ủy xã An Lâm, …}",
	},
	{
		ID: "ND30-HD-09", Severity: Warning, Place: "Phụ lục I, II.2a", check: checkParent,
		Title:  problem.Textf("thông báo của sở có tên cơ quan chủ quản", "the notice of a department names the agency above it"),
		Reason: problem.Textf("Tên cơ quan ban hành đứng dưới tên cơ quan chủ quản trực tiếp; sở thuộc ủy ban nhân dân tỉnh.", "The agency stands below the one above it; a department belongs to the People's Committee of its province."),
		Wrong:  "agency: {name: Sở Tài chính, …}", Right: "agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, …}",
	},
	{
		ID: "ND30-HD-10", Severity: Error, Place: "Phụ lục I, II.3a", check: checkNumber, words: true,
		Title:  problem.Textf("số văn bản chỉ là số", "the number is a number"),
		Reason: problem.Textf("Dòng \"Số: 05/TB-SKHCN\" do chương trình ghép từ number và agency.code; ghi cả ký hiệu vào number thì ký hiệu in hai lần.", "The line \"Số: 05/TB-SKHCN\" is made of number and agency.code; a symbol in number is printed twice."),
		Wrong:  "number: 05/TB-SKHCN", Right: "number: \"05\"",
	},
	{
		ID: "ND30-HD-11", Severity: Error, Place: "Phụ lục I, II.3c", check: checkNumberZeros, words: true,
		Title:  problem.Textf("số dưới 10 có một số 0 phía trước, số khác không có", "one zero before numbers under 10, none before others"),
		Reason: problem.Textf("Số ghi bằng chữ số Ả Rập; số nhỏ hơn 10 phải ghi thêm số 0 phía trước. Chương trình tự thêm số 0 còn thiếu, không tự bỏ số 0 thừa.", "Numbers below 10 have a zero before them. The program adds one that is missing, and takes none away."),
		Wrong:  "number: \"005\"", Right: "number: \"05\"",
	},
	{
		ID: "ND30-HD-12", Severity: Error, Place: "Phụ lục I, II.3c", check: checkAgencyCode, words: true,
		Title:  problem.Textf("ký hiệu viết liền, in hoa", "the symbol has no spaces and is in capitals"),
		Reason: problem.Textf("Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ viết tắt là dấu gạch nối không cách chữ; tên loại TB do chương trình ghi.", "A slash between number and symbol, hyphens without spaces inside it; the type TB is added by the program."),
		Wrong:  "code: TB-SKHCN", Right: "code: SKHCN",
	},
	{
		ID: "ND30-HD-14", Severity: Warning, Place: "Phụ lục III, mục I", check: checkCitationType, words: true,
		Title:  problem.Textf("chữ viết tắt trong ký hiệu đúng với tên loại", "the code in a symbol is that of the type"),
		Reason: problem.Textf("Áp dụng cho văn bản được viện dẫn: Quyết định là QĐ, Kế hoạch là KH, Tờ trình là TTr…; công văn không có chữ viết tắt tên loại.", "Of documents that are cited: a Quyết định has QĐ, a Kế hoạch KH, a Tờ trình TTr; an official letter has none."),
		Wrong:  "Kế hoạch số 12/QĐ-SNV", Right: "Kế hoạch số 12/KH-SNV",
	},
	{
		ID: "ND30-HD-15", Severity: Warning, Place: "Phụ lục I, II.4b", check: checkDateZeros, words: true,
		Title:  problem.Textf("số 0 trước ngày dưới 10 và tháng 1, 2", "a zero before days below 10 and months 1 and 2"),
		Reason: problem.Textf("Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước; tháng 3 đến 12 thì không. Xét cách viết \"ngày … tháng …\"; cách viết 5/3/2026 Nghị định không quy định.", "Days below 10 and months 1 and 2 have a zero before them, months 3 to 12 none. Of dates in words; of 5/3/2026 the decree says nothing."),
		Wrong:  "ngày 5 tháng 03 năm 2026", Right: "ngày 05 tháng 3 năm 2026",
	},
	{
		ID: "ND30-HD-16", Severity: Error, Place: "Nghị định 30/2020/NĐ-CP, Điều 15; Phụ lục I, II.4", check: checkDates, words: true,
		Title:  problem.Textf("ngày có thật, ban hành không trước cuộc họp", "dates are real, and the notice is not before the meeting"),
		Reason: problem.Textf("Ngày ban hành là ngày ký; thông báo kết luận không thể có trước cuộc họp (trích yếu không nói kết luận thì có thể là thông báo về cuộc họp sắp tới).", "The date is that of the signature, and no conclusions come before their meeting; a subject that speaks of no conclusions may be of a meeting to come."),
		Wrong:  "meeting-date: 06/01/2026 … date: 05/01/2026", Right: "date: 09/01/2026",
	},
	{
		ID: "ND30-HD-18", Severity: Warning, Place: "Phụ lục I, II.4a", check: checkPlace, words: true,
		Title:  problem.Textf("địa danh viết hoa, đầy đủ, không kèm ngày", "the place has a capital, is in full and without a date"),
		Reason: problem.Textf("Địa danh là tên gọi chính thức; đơn vị hành chính đặt theo tên người, số, sự kiện phải ghi đầy đủ.", "The place is an official name; one after a person, number or event is written in full."),
		Wrong:  "place: TP. Hồ Chí Minh", Right: "place: Thành phố Hồ Chí Minh",
	},
	{
		ID: "ND30-TT-01", Severity: Warning, Kinds: notices, Place: "Phụ lục I, II.5b", check: checkSubjectType, words: true,
		Title:  problem.Textf("trích yếu không lặp tên loại", "the subject does not repeat the type"),
		Reason: problem.Textf("Tên loại THÔNG BÁO đứng một dòng riêng trên trích yếu.", "The type stands on a line of its own above the subject."),
		Wrong:  "subject: Thông báo kết luận của Giám đốc Sở …", Right: "subject: Kết luận của Giám đốc Sở …",
	},
	{
		ID: "ND30-TT-02", Severity: Warning, Kinds: titled, Place: "Phụ lục I, II.5b", check: checkSubject, words: true,
		Title:  problem.Textf("trích yếu chữ thường, bắt đầu bằng chữ hoa, không dấu cuối", "the subject in small letters after a capital, without a mark at its end"),
		Reason: problem.Textf("Trích yếu là một câu ngắn gọn, in đậm chữ thường dưới tên loại; \"V/v\" chỉ dùng cho công văn.", "The subject is one short phrase in bold; \"V/v\" is for official letters."),
		Wrong:  "subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban.", Right: "subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban",
	},
	{
		ID: "ND30-TT-05", Severity: Warning, Place: "Phụ lục VI (Subject)", check: checkSubjectLength, words: true,
		Title:  problem.Textf("trích yếu không quá 500 ký tự", "the subject has 500 characters at most"),
		Reason: problem.Textf("Trường trích yếu khi gửi qua trục liên thông dài 500 ký tự.", "The field of the exchange of documents has 500 characters."),
		Wrong:  "trích yếu kể lại cả cuộc họp", Right: "trích yếu một câu",
	},
}

var bodyRules = []*Rule{
	{
		ID: "ND30-BD-12", Severity: Warning, Place: "Phụ lục I, II.6đ", check: checkPointLetters, words: true,
		Title:  problem.Textf("điểm theo thứ tự chữ cái tiếng Việt", "points in the order of the Vietnamese alphabet"),
		Reason: problem.Textf("Điểm dùng chữ cái tiếng Việt: sau d là đ, không có f, j, w, z. Quy tắc xét điểm gõ tay trong lời văn, ở đầu các mục numbered: no, và điểm được viện dẫn.", "Points have Vietnamese letters: đ follows d, and there is no f, j, w, z. Of points typed in texts and before items with numbered: no, and of those cited."),
		Wrong:  "a) …; b) …; c) …; d) …; e) …", Right: "a) …; b) …; c) …; d) …; đ) …",
	},
	{
		ID: "ND30-BD-14", Severity: Error, Place: "Phụ lục III, mẫu 1.4", check: checkEndMark,
		Title:  problem.Textf("./. một lần, ở cuối nội dung", "./. once, at the end of the content"),
		Reason: problem.Textf("Dấu ./. kết thúc nội dung. Chương trình ghi dấu này nếu thiếu, nên một dấu ./. khác ở giữa là dấu thứ hai.", "The mark ends the content. The program adds it where it is missing, so another one inside is a second."),
		Wrong:  "opening: … kết luận như sau./.", Right: "opening: … kết luận như sau:",
	},
	{
		ID: "ND30-BD-15", Severity: Warning, Place: "Phụ lục I, II.6b", check: checkFirstCitation, words: true,
		Title:  problem.Textf("viện dẫn lần đầu ghi đủ", "a first citation is full"),
		Reason: problem.Textf("Lần đầu ghi tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan, trích yếu; luật, pháp lệnh chỉ ghi tên loại và tên.", "The first time with type, number, symbol, date, agency and abstract; laws and ordinances with type and name."),
		Wrong:  "theo Quyết định số 12/QĐ-UBND", Right: "theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh về giao dự toán",
	},
	{
		ID: "ND30-BD-16", Severity: Note, Place: "Phụ lục I, II.6b", check: checkLaterCitation, words: true,
		Title:  problem.Textf("viện dẫn lần sau ghi gọn", "a later citation is short"),
		Reason: problem.Textf("Trong các lần tiếp theo chỉ ghi tên loại và số, ký hiệu.", "From the second time on with type, number and symbol only."),
		Wrong:  "(lần hai) Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026", Right: "Quyết định số 12/QĐ-UBND",
	},
	{
		ID: "ND30-PL-01", Severity: Warning, Place: "Phụ lục I, III.1a", check: checkAnnexes,
		Title:  problem.Textf("nội dung nhắc đến phụ lục", "the text refers to its annexes"),
		Reason: problem.Textf("Văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó. Từ hai phụ lục trở lên thì gọi theo số La Mã. Phụ lục nhiệm vụ (annex: tasks) có câu chỉ dẫn của mẫu.", "A document with an annex refers to it; two or more are called by Roman numbers. For the annex of tasks the template does so."),
		Wrong:  "annex: {title: Danh mục dự án, …} mà không kết luận nào nói đến", Right: "… (danh mục tại Phụ lục kèm theo).",
	},
	{
		ID: "ND30-BD-17", Severity: Warning, Place: "Phụ lục I, II.6b", check: checkCitationNumber, words: true,
		Title:  problem.Textf("viện dẫn có chữ \"số\", ký hiệu viết liền", "citations have the word \"số\" and a symbol without spaces"),
		Reason: problem.Textf("Viết \"Nghị định số 30/2020/NĐ-CP\": tên loại, chữ \"số\" không có dấu hai chấm, rồi số và ký hiệu viết liền; luật có năm thì viết \"năm\" (Luật Đất đai năm 2024).", "\"Nghị định số 30/2020/NĐ-CP\": the type, \"số\" without a colon, number and symbol without spaces; the year of a law behind \"năm\" (Luật Đất đai năm 2024)."),
		Wrong:  "Nghị định 30/2020/NĐ-CP", Right: "Nghị định số 30/2020/NĐ-CP",
	},
	{
		ID: "ND30-BD-18", Severity: Note, Place: "Thực hành; Phụ lục I, II.4b với ngày viết bằng chữ", check: checkZeros, words: true,
		Title:  problem.Textf("ngày, giờ và số đếm viết một cách", "dates, hours and counts are written in one way"),
		Reason: problem.Textf("Nghị định chỉ quy định số 0 cho cách viết \"ngày … tháng …\". Cách viết 05/02/2026 và \"05 xã\" không bị ràng buộc, nhưng một văn bản nên theo một cách. Mỗi tệp chỉ nêu một lần.", "The decree fixes the zeros of dates in words only. 05/02/2026 and \"05 xã\" are free, but one document should have one way. Told once a file."),
		Wrong:  "ngày 5/2/2026 … ngày 17/09/2026; 02 chương trình, 5 xã; 08h00’", Right: "ngày 05/02/2026 … ngày 17/9/2026; 02 chương trình, 05 xã; 08 giờ 00 phút",
	},
}

var capitalRules = []*Rule{
	{
		ID: "ND30-CP-01", Severity: Warning, Place: "Phụ lục II, V.7", check: checkParts, words: true,
		Title:  problem.Textf("viện dẫn \"điểm a khoản 1 Điều 2\"", "parts are cited as \"điểm a khoản 1 Điều 2\""),
		Reason: problem.Textf("Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường; giữa chúng không có dấu phẩy, gạch ngang.", "Phần, Chương, Mục, Điều have capitals, khoản and điểm none, and no comma or dash stands between them."),
		Wrong:  "theo Điểm a, Khoản 1, điều 2", Right: "theo điểm a khoản 1 Điều 2",
	},
	{
		ID: "ND30-CP-02", Severity: Warning, Place: "Phụ lục II, V.1", check: checkPeopleAndState, words: true,
		Title:  problem.Textf("Nhân dân, Nhà nước viết hoa", "Nhân dân and Nhà nước have capitals"),
		Reason: problem.Textf("Hai danh từ này luôn viết hoa khi là danh từ. Trong tên cơ quan (Ủy ban nhân dân) và khi làm định ngữ (quản lý nhà nước, ngân sách nhà nước) thì viết thường, không bị nêu.", "Both always have capitals as nouns. In names of bodies (Ủy ban nhân dân) and as attributes (quản lý nhà nước) they are small, and let be."),
		Wrong:  "đời sống nhân dân", Right: "đời sống Nhân dân",
	},
	{
		ID: "ND30-CP-03", Severity: Warning, Place: "Phụ lục II, III", check: checkPlaces, words: true,
		Title:  problem.Textf("danh từ chung của đơn vị hành chính", "the common nouns of places"),
		Reason: problem.Textf("Viết \"tỉnh Quảng Ngãi\"; viết hoa danh từ chung khi tên là số, tên người, sự kiện (Phường 3), và trong Thủ đô Hà Nội, Thành phố Hồ Chí Minh. Xã, phường mang tên người thì máy không biết, nên không xét.", "\"tỉnh Quảng Ngãi\"; with a capital where the name is a number, person or event (Phường 3), and in Thủ đô Hà Nội, Thành phố Hồ Chí Minh. Communes named after people are not known, so not judged."),
		Wrong:  "trên địa bàn Tỉnh Quảng Ngãi", Right: "trên địa bàn tỉnh Quảng Ngãi",
	},
	{
		ID: "ND30-CP-04", Severity: Warning, Place: "Phụ lục II, IV", check: checkAgencies, words: true,
		Title: problem.Textf("tên cơ quan viết hoa đúng", "the capitals of agencies"),
		Reason: problem.Textf("Viết hoa chữ cái đầu của từ chỉ loại hình cơ quan và chức năng, lĩnh vực: Sở Khoa học và Công nghệ, Bộ Chính trị, Ban Chỉ đạo. \"ban chỉ đạo các cấp\" nói chung thì viết thường, không bị nêu.",
			"Capitals on the words for the kind of body and for its field: Sở Khoa học và Công nghệ, Bộ Chính trị, Ban Chỉ đạo. \"ban chỉ đạo các cấp\", any of them, is small, and let be."),
		Wrong: "Sở khoa học và công nghệ, Ủy ban Nhân dân tỉnh, Bộ chính trị", Right: "Sở Khoa học và Công nghệ, Ủy ban nhân dân tỉnh, Bộ Chính trị",
	},
	{
		ID: "ND30-CP-05", Severity: Warning, Place: "Phụ lục II, V.8c", check: checkDaysInWords, words: true,
		Title:  problem.Textf("thứ Hai, tháng Tám viết hoa", "days and months in words have capitals"),
		Reason: problem.Textf("Viết hoa âm tiết chỉ ngày trong tuần và tháng khi không dùng chữ số. \"Thứ hai\" là số thứ tự thì không bị nêu.", "A capital on the syllable that names the day or month. \"thứ hai\" as a number is let be."),
		Wrong:  "thứ hai hằng tuần", Right: "thứ Hai hằng tuần",
	},
	{
		ID: "ND30-CP-06", Severity: Warning, Place: "Phụ lục II, V.6", check: checkCitationCapital, words: true,
		Title:  problem.Textf("tên loại và tên của văn bản cụ thể viết hoa", "the type and the name of one document have capitals"),
		Reason: problem.Textf("Viết hoa chữ cái đầu của tên loại và âm tiết đầu của tên gọi khi nói đến một văn bản cụ thể: Luật Bảo vệ môi trường.", "The type and the first syllable of the name have a capital where one document is meant: Luật Bảo vệ môi trường."),
		Wrong:  "theo quyết định số 12/QĐ-UBND", Right: "theo Quyết định số 12/QĐ-UBND",
	},
	{
		ID: "ND30-CP-07", Severity: Warning, Place: "Phụ lục II, V.2", check: checkPositions, words: true,
		Title:  problem.Textf("chức vụ của người cụ thể viết hoa", "the position of one person has a capital"),
		Reason: problem.Textf("Viết hoa chức vụ gắn với một cơ quan, một người: Giám đốc Sở. Chỉ nhiều người thì viết thường (các phó giám đốc), không bị nêu.", "A position that goes with one office has a capital: Giám đốc Sở. Of several people it is small, and let be."),
		Wrong:  "trình giám đốc Sở ký", Right: "trình Giám đốc Sở ký",
	},
	{
		ID: "ND30-CP-08", Severity: Warning, Place: "Phụ lục II, I", check: checkSentences, words: true,
		Title:  problem.Textf("đầu câu, đầu dòng viết hoa", "sentences and lines begin with capitals"),
		Reason: problem.Textf("Viết hoa sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng. Chữ của điểm gõ tay (a) …) thì viết thường.", "A capital behind a full stop, question or exclamation mark and on a new line. The letter of a typed point, a), is small."),
		Wrong:  "Lập dự toán. báo cáo Sở.", Right: "Lập dự toán. Báo cáo Sở.",
	},
}

var footRules = []*Rule{
	{
		ID: "ND30-SG-02", Severity: Warning, Kinds: signed, Place: "Phụ lục I, II.7b", check: eachSignature(checkDeputy),
		Title:  problem.Textf("cấp phó ký có dòng KT. và chức vụ cấp trưởng", "a deputy signs below KT. and the head's title"),
		Reason: problem.Textf("Ký thay: dòng trên \"KT. GIÁM ĐỐC\", dòng dưới \"PHÓ GIÁM ĐỐC\". Cấp phó được giao phụ trách cũng ký như thế.", "For the head: \"KT. GIÁM ĐỐC\" above \"PHÓ GIÁM ĐỐC\". A deputy in charge signs the same way."),
		Wrong:  "signer: {position: Phó Giám đốc, …}", Right: "signer: {authority: KT. Giám đốc, position: Phó Giám đốc, …}",
	},
	{
		ID: "ND30-SG-03", Severity: Warning, Kinds: signed, Place: "Phụ lục I, II.7b", check: eachSignature(checkOrder),
		Title:  problem.Textf("TL., TUQ. đi với chức vụ cấp trưởng, dưới là chức vụ người ký", "TL. and TUQ. name the head, and below them the signer's title"),
		Reason: problem.Textf("Thừa lệnh: \"TL. GIÁM ĐỐC\" / \"CHÁNH VĂN PHÒNG\"; cấp phó của đơn vị ký thì thêm \"KT. CHÁNH VĂN PHÒNG\".", "By order: \"TL. GIÁM ĐỐC\" above \"CHÁNH VĂN PHÒNG\"; where the unit's deputy signs, with \"KT. CHÁNH VĂN PHÒNG\" between."),
		Wrong:  "TL. Phó Giám đốc", Right: "TL. Giám đốc",
	},
	{
		ID: "ND30-SG-04", Severity: Warning, Kinds: signed, Place: "Nghị định 30/2020/NĐ-CP, Điều 13", check: eachSignature(checkCollective),
		Title:  problem.Textf("sở không ký TM.", "a department does not sign TM."),
		Reason: problem.Textf("TM. dành cho cơ quan làm việc theo chế độ tập thể; sở, chi cục theo chế độ thủ trưởng.", "TM. is for bodies that decide together; departments have one head."),
		Wrong:  "authority: TM. Sở Tài chính", Right: "position: Giám đốc",
	},
	{
		ID: "ND30-SG-06", Severity: Warning, Place: "Phụ lục I, II.7c", check: eachSignature(checkSignerName),
		Title:  problem.Textf("họ tên người ký không kèm học vị, danh hiệu", "no academic title before the signer's name"),
		Reason: problem.Textf("Trước họ tên không ghi học hàm, học vị, danh hiệu, Ông, Bà; họ tên chữ thường, mỗi tiếng viết hoa. Lực lượng vũ trang, đơn vị sự nghiệp giáo dục, y tế, khoa học được phép thì tắt quy tắc trong hồ sơ.", "No degree, rank or form of address before the name; small letters, each syllable with a capital. Where the sector allows it (armed forces, schools, hospitals, research) switch the rule off in the profile."),
		Wrong:  "name: TS. Nguyễn Văn A", Right: "name: Nguyễn Văn A",
	},
	{
		ID: "ND30-RC-03", Severity: Warning, Place: "Phụ lục I, II.9d", check: checkRecipientMarks,
		Title:  problem.Textf("mỗi nơi nhận một dòng, dấu do chương trình ghi", "one recipient a line, without marks"),
		Reason: problem.Textf("Mỗi dòng bắt đầu bằng gạch đầu dòng, kết thúc bằng dấu chấm phẩy, dòng cuối dấu chấm; chương trình ghi các dấu ấy.", "Each line has a dash before and a semicolon behind it, the last a full stop; the program adds them."),
		Wrong:  "- UBND tỉnh,", Right: "UBND tỉnh",
	},
	{
		ID: "ND30-RC-04", Severity: Warning, Kinds: administrative, Place: "Phụ lục I, II.9d", check: checkKeptCopy,
		Title:  problem.Textf("dòng cuối nơi nhận là \"Lưu: VT, <đơn vị soạn thảo>\"", "the last line is \"Lưu: VT, <drafting unit>\""),
		Reason: problem.Textf("Dòng cuối là chữ Lưu, dấu hai chấm, chữ VT, dấu phẩy, chữ viết tắt đơn vị soạn thảo và số bản lưu nếu cần.", "The last line has Lưu, a colon, VT, a comma, the drafting unit and the number of copies if needed."),
		Wrong:  "Lưu VT", Right: "Lưu: VT, VP",
	},
	{
		ID: "ND30-RC-06", Severity: Error, Kinds: notices, Place: "Phụ lục I, II.9", check: checkAddressees,
		Title:  problem.Textf("thông báo không có Kính gửi, Như trên", "a notice has neither Kính gửi nor Như trên"),
		Reason: problem.Textf("Kính gửi chỉ có ở công văn, tờ trình, báo cáo gửi cấp trên; \"Như trên\" chỉ khi có Kính gửi.", "Kính gửi is for letters and reports; \"Như trên\" refers to it."),
		Wrong:  "recipients: [Như trên, \"Lưu: VT, VP\"]", Right: "recipients: [Các phòng thuộc Sở, \"Lưu: VT, VP\"]",
	},
}
