package office

import (
	"fmt"

	"ketluan/render/pdf/sign"
	"ketluan/render/problem"
)

// PurposeInWords says what a signature is for.
func PurposeInWords(r Purpose) problem.Text {
	return map[Purpose]problem.Text{ForSigner: problem.Textf("chữ ký", "the signature"), ForNumber: problem.Textf("số", "the number"), ForDay: problem.Textf("ngày", "the day"),
		ForMonth: problem.Textf("tháng", "the month"), ForSeal: problem.Textf("dấu", "the seal"), NoPurpose: problem.Textf("chữ ký khác", "another signature")}[r]
}

// ChangeInWords says what was changed.
func ChangeInWords(c sign.Change) problem.Text {
	says := map[sign.ChangeKind]problem.Text{
		sign.Signed: problem.Textf("thêm chữ ký %s", "the signature %s was added", c.What), sign.Added: problem.Textf("thêm ô ký %s", "the field %s was added", c.What),
		sign.Evidence: problem.Textf("thêm chứng thư, bằng chứng cho chữ ký", "certificates and evidence were added"),
		sign.Content:  problem.Textf("nội dung trang %d đã đổi", "what page %d prints was changed", c.Page), sign.PageSize: problem.Textf("khổ hay chiều trang %d đã đổi", "size or turn of page %d was changed", c.Page),
		sign.Pages: problem.Textf("thêm hay bớt trang", "pages were added or taken out"), sign.Annotation: problem.Textf("chú thích %s trên trang %d thêm vào hay đã đổi", "the annotation %s on page %d was added or changed", c.What, c.Page),
		sign.Removed: problem.Textf("gỡ %s khỏi trang %d", "%s was taken off page %d", c.What, c.Page), sign.Look: problem.Textf("hình của chữ ký %s đã đổi", "the look of the signature %s was changed", c.What),
		sign.Replaced: problem.Textf("chữ ký %s đã bị thay hay gỡ", "the signature %s was replaced or taken out", c.What), sign.FieldValue: problem.Textf("ô %s đã điền lại", "the field %s was filled in anew", c.What),
		sign.Attachments: problem.Textf("tệp đính kèm đã đổi", "attached files were changed"), sign.Actions: problem.Textf("việc tệp tự làm khi mở đã đổi", "what the file does when it is opened was changed"),
		sign.Layers: problem.Textf("lớp hiện, ẩn đã đổi", "layers were changed"), sign.Other: problem.Textf("mục %s của tệp đã đổi", "%s of the file was changed", c.What),
		sign.Unreadable: problem.Textf("không đọc được bản đã ký để so sánh", "what was signed cannot be read to compare it"), sign.Skipped: problem.Textf("nhiều thay đổi quá mức so sánh hết", "more changes than are compared"),
	}
	return says[c.Kind]
}

// StateInWords says whether a signature holds, what it covers, and whether its
// chain is trusted.
func StateInWords(s Signature, trusting bool) problem.Text {
	says := map[sign.State]problem.Text{
		sign.Good: problem.Textf("còn nguyên giá trị", "holds"),
		sign.Bad:  problem.Text{VI: "KHÔNG còn giá trị: " + s.Reason.VI, EN: "DOES NOT HOLD: " + s.Reason.EN}, sign.Unjudged: problem.Text{VI: "chưa xét được: " + s.Reason.VI, EN: "not judged: " + s.Reason.EN},
	}[s.State]
	covers := problem.Textf("đến hết tệp", "covers the whole file")
	if !s.Whole {
		covers = problem.Textf("phần đầu tệp (%d byte)", "covers the first %d bytes", s.End)
	}
	chain := problem.Textf("chứng thư do %q cấp, chưa xét", "certificate issued by %q, chain not judged", s.Signer.Issuer)
	switch {
	case trusting && s.Chain == sign.Good:
		chain = problem.Textf("chứng thư do %q cấp, tin được", "certificate issued by %q, trusted", s.Signer.Issuer)
	case trusting && s.Chain == sign.Bad:
		chain = problem.Textf("chứng thư do %q cấp, KHÔNG tin được", "certificate issued by %q, NOT trusted", s.Signer.Issuer)
	}
	return problem.Text{VI: fmt.Sprintf("%s; %s; %s; %s", says.VI, covers.VI, s.Digest, chain.VI), EN: fmt.Sprintf("%s; %s; %s; %s", says.EN, covers.EN, s.Digest, chain.EN)}
}
