package check

import "ketluan/render/problem"

// ParserRule is the ID of what the parser finds.
const ParserRule = "BG-01"

var parserRules = []*Rule{
	{
		ID: ParserRule, Severity: Error, Place: "docs/ban-ghi.md",
		Title:  problem.Textf("bản ghi viết đúng cách", "the record is well written"),
		Reason: problem.Textf("Tệp phải là YAML đọc được, mỗi mục đúng tên và đúng kiểu, các đơn vị và người ký có trong hồ sơ. Quy tắc này không tắt được: bản ghi sai cách thì không lập được thông báo.", "The file must be YAML that can be read, with fields of the right name and kind, and units and signers that the profile has. It cannot be switched off: no notice can be made of another record."),
		Wrong:  "meeting-date: 31/9/2026", Right: "meeting-date: 30/9/2026",
	},
	{
		ID: switchRule, Severity: Warning, Place: "docs/van-thu.md",
		Title:  problem.Textf("quy tắc được tắt có thật", "rules that are switched off exist"),
		Reason: problem.Textf("Mã quy tắc sai trong checks-off hay trong ghi chú thì không tắt được gì, và không ai biết. Ghi chú gõ vào giữa lời văn thì in ra thông báo.", "A wrong ID in checks-off or in a comment switches nothing off, and nobody knows. A comment typed into a text is printed."),
		Wrong:  "checks-off: {NV-99: không cần}", Right: "checks-off: {NV-07: sản phẩm ghi ở kế hoạch riêng}",
	},
}
