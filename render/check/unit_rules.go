package check

import "ketluan/render/problem"

// unitNameRules are about names of units that a machine can take for others
// than their writer meant.
var unitNameRules = []*Rule{
	{
		ID: "TN-01", Severity: Warning, Place: "Thực hành", check: checkCommas,
		Title:  problem.Textf("dấu phẩy trong [ ] không tách một tên", "no comma between [ and ] parts a name"),
		Reason: problem.Textf("Trong [ ] mỗi dấu phẩy tách một tên: [UBND các huyện, thị xã, thành phố] là ba đơn vị, ba bảng báo cáo. Ngược lại, hai tên trên một dòng không có [ ] là một đơn vị. Tên có trong mục units thì không bị nêu.", "Between [ and ] each comma parts two names, so that one name with commas is several units, with a workbook each; two names on one line without brackets are one unit. Names that units has are let be."),
		Wrong:  "lead: [UBND các huyện, thị xã, thành phố]", Right: `lead: ["UBND các huyện, thị xã, thành phố"]`,
	},
	{
		ID: "TN-02", Severity: Warning, Place: "Thực hành", check: checkAlikeNames,
		Title:  problem.Textf("hai tên đơn vị không chỉ khác nhau một chữ", "no two names of units are a letter apart"),
		Reason: problem.Textf("Khi hồ sơ không có mục units, mỗi cách gõ là một đơn vị, có bảng báo cáo riêng. Nêu khi hai tên chỉ khác một chữ cái hay chỉ khác dấu; tên khác nhau ở số, chữ viết tắt hay tên xã, phường thì không.", "Without units in the profile each spelling is a unit with a workbook of its own. Told where two names differ in one letter, or in marks only; not where they differ in a number, an abbreviation or the name of a commune."),
		Wrong:  "lead: Sở Tài chinh … lead: Sở Tài chính", Right: "lead: Sở Tài chính",
	},
}
