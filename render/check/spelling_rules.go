package check

import "ketluan/render/problem"

const orthography = "Phụ lục I, I.4 (Unicode TCVN 6909:2001); quy tắc chính tả tiếng Việt"

var spellingRules = []*Rule{
	{
		ID: "CT-01", Severity: Warning, Place: orthography, words: true, check: checkSyllables,
		Title: problem.Textf("mỗi tiếng là một âm tiết tiếng Việt", "each syllable is a Vietnamese one"),
		Reason: problem.Textf("Máy biết mọi âm tiết tiếng Việt (âm đầu, vần, thanh), nên tìm được tiếng không thể có: nghành, hoặch, thưc, qủa, hoànthành. Tiếng gõ sai mà vẫn là tiếng có thật (\"chuyên đổi\") thì xem CT-09. Chữ viết tắt, số, địa chỉ, tên riêng, từ nước ngoài không bị xét.",
			"The machine knows every syllable of Vietnamese (initial, rhyme, tone) and finds those that there cannot be: nghành, hoặch, thưc, qủa, hoànthành. For a slip that is a syllable too see CT-09. Abbreviations, numbers, addresses, names and foreign words are not judged."),
		Wrong: "các nghành, địa phương", Right: "các ngành, địa phương",
	},
	{
		ID: "CT-02", Severity: Warning, Place: "Thực hành; Nghị định 30 dùng cả hai cách", words: true, check: checkToneStyles,
		Title: problem.Textf("một cách đặt dấu thanh trong cả văn bản", "one way of placing tones in the text"),
		Reason: problem.Textf("hòa và hoà, ủy và uỷ đều đúng; trong một văn bản chỉ dùng một cách, nếu không việc tìm chữ sẽ sót. Cách ít dùng hơn trong văn bản bị nêu, hoặc cách khác với tone-marks của hồ sơ. Tên riêng (Lê Thuý Hoà, phường Nguyễn Úy) theo cách của chủ nó: không bị tính, không bị nêu.",
			"Both hòa and hoà are right; a text should have one of them, or a search misses half. The way that is used less often is named, or the one that tone-marks in the profile is not. Names have their bearers' way: they are neither counted nor named."),
		Wrong: "Ủy ban … hoà giải", Right: "Ủy ban … hòa giải",
	},
	{
		ID: "CT-03", Severity: Warning, Place: "Thực hành", words: true, check: checkDoubledWords,
		Title: problem.Textf("không lặp từ", "no word twice in a row"),
		Reason: problem.Textf("Chỉ nêu những từ không bao giờ đứng hai lần liền nhau (các, và, của…) và cụm hai tiếng lặp lại; khi có thể là hai cụm gặp nhau (\"ban tổ chức tổ chức hội nghị\", \"đạt được được công bố\") thì chỉ hỏi. Từ láy (luôn luôn, dần dần) và chỗ giáp nhau hợp lệ (trong năm năm) không bị nêu.",
			"Only words that never stand twice in a row, and two syllables that are repeated; where two phrases may meet it asks only. Reduplications and words that meet by chance are let be."),
		Wrong: "gửi các các đơn vị", Right: "gửi các đơn vị",
	},
	{
		ID: "CT-04", Severity: Warning, Place: "Thực hành", words: true, check: checkDoubledMarks,
		Title:  problem.Textf("không lặp dấu câu", "no mark twice in a row"),
		Reason: problem.Textf("Hai dấu câu liền nhau là gõ thừa. Dấu ba chấm, ./. cuối văn bản và v.v. không bị nêu.", "Two marks in a row are a slip of typing. An ellipsis, the ./. of the end and v.v. are let be."),
		Wrong:  "báo cáo Sở,, trước ngày 15", Right: "báo cáo Sở, trước ngày 15",
	},
	{
		ID: "CT-05", Severity: Warning, Place: "Thực hành", words: true, check: checkSpaces,
		Title:  problem.Textf("dấu cách đứng sau dấu câu, không đứng trước", "spaces stand behind marks, not before them"),
		Reason: problem.Textf("Dấu cách trước dấu phẩy làm dấu phẩy rơi xuống đầu dòng; thiếu dấu cách sau nó thì hai tiếng dính nhau. Gạch nối không cách (các-bon) hoặc cách cả hai bên.", "A space before a comma lets the comma fall to the next line; without one behind it two words hang together. A hyphen has a space on both sides or on none."),
		Wrong:  "các phòng , đơn vị", Right: "các phòng, đơn vị",
	},
	{
		ID: "CT-06", Severity: Warning, Place: orthography, words: true, check: checkTyping,
		Title: problem.Textf("không còn phím gõ Telex, VNI", "nothing is left of Telex or VNI"),
		Reason: problem.Textf("Bộ gõ tắt giữa chừng để lại phím: dduowngf, Vie65t. Chỉ nêu khi các phím ấy ghép thành một âm tiết tiếng Việt; chữ thiếu hẳn dấu (\"thuc hien\") thì máy không phân biệt được với từ nước ngoài.",
			"A keyboard that was off for a moment leaves its keys: dduowngf, Vie65t. Named only where they make a Vietnamese syllable; words without any mark cannot be told from foreign ones."),
		Wrong: "triển khai thuwcj hiện", Right: "triển khai thực hiện",
	},
	{
		ID: "CT-07", Severity: Error, Place: orthography, words: true, check: checkLookAlikes,
		Title:  problem.Textf("không có chữ cái của bảng chữ khác", "no letters of another script"),
		Reason: problem.Textf("Chữ Kirin, Hy Lạp hay chữ Ð của tiếng Iceland in ra trông như chữ Việt, nhưng tìm kiếm, trục liên thông văn bản và máy đọc không nhận ra. Thường do chép từ PDF hoặc trang mạng.", "Cyrillic, Greek or Icelandic letters look like ours in print, but searches, the exchange of documents and screen readers miss them. They mostly come from copying."),
		Wrong:  "Ðảng ủy Sở (chữ Ð của Iceland)", Right: "Đảng ủy Sở",
	},
	{
		ID: "CT-08", Severity: Warning, Place: orthography, words: true, check: checkMarks,
		Title:  problem.Textf("không có dấu ngoài tiếng Việt", "no marks that are not Vietnamese"),
		Reason: problem.Textf("Chữ ǎ (dấu mũ ngược) không phải chữ ă; dấu rời đặt trên chữ không có trong tiếng Việt in ra lệch và không tìm được.", "The letter ǎ is not ă; marks on letters that Vietnamese does not have are misplaced in print and cannot be found."),
		Wrong:  "nǎm 2026", Right: "năm 2026",
	},
	{
		ID: "CT-09", Severity: Note, Place: orthography, words: true, check: checkNeighbours,
		Title: problem.Textf("tiếng ghép thành từ với tiếng đứng cạnh", "syllables make words with those beside them"),
		Reason: problem.Textf("Tiếng gõ sai có khi vẫn là tiếng có thật: gọp ý, công nghê, chuyên đổi. Máy nêu khi tiếng ấy không ghép được với tiếng đứng cạnh, mà một tiếng viết gần giống thì ghép thành từ thường dùng. Hư từ hay gõ lệch một dấu (\"đề các đồng chí\", \"cua tỉnh\") cũng bị hỏi. Máy chỉ hỏi, không tự sửa. Lỗi khác mà cả hai tiếng đều là từ dùng riêng (\"mưa xe mới\") thì phải đọc lại. Chữ viết hoa không bị xét, trừ hư từ ở đầu câu.",
			"A slip may be a syllable too. It is named where it makes no word with its neighbours and one that is written nearly alike does. So are words of grammar a mark off (\"cua tỉnh\"). The machine asks and never mends. Other slips between two words that stand alone take a reader. Words with capitals are not judged, but words of grammar that begin a sentence."),
		Wrong: "ứng dụng công nghê thông tin", Right: "ứng dụng công nghệ thông tin",
	},
}
