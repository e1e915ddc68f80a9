package page

import (
	"strings"

	"ketluan/render/amend"
	"ketluan/render/problem"
)

// labels are what the fields of the forms are called, by their keys: on the forms,
// and in what is found. A key that is here has a field.
var labels = map[string]problem.Text{
	"number": problem.Textf("Số", "Number"), "date": problem.Textf("Ngày ban hành", "Date of the notice"), "subject": problem.Textf("Trích yếu", "Subject"),
	"basis": problem.Textf("Căn cứ", "Based on"), "opening": problem.Textf("Phần mở đầu", "Opening"), "closing": problem.Textf("Phần kết", "Closing"),
	"signer": problem.Textf("Người ký", "Signer"), "recipients": problem.Textf("Nơi nhận", "Recipients"),
	"meeting-date": problem.Textf("Ngày họp", "Date of the meeting"), "quarter": problem.Textf("Quý", "Quarter"), "code": problem.Textf("Mã bản ghi", "Code of the record"),
	"report-by": problem.Textf("Hạn gửi báo cáo", "Reports are due"), "report-to": problem.Textf("Nơi nhận báo cáo", "Reports go to"),
	"agency": problem.Textf("Cơ quan", "Agency"), "agency.parent": problem.Textf("Cơ quan chủ quản", "Parent agency"), "agency.name": problem.Textf("Tên cơ quan", "Name of the agency"),
	"agency.code": problem.Textf("Chữ viết tắt", "Abbreviation"), "agency.place": problem.Textf("Địa danh", "Place"),
	"signer.authority": problem.Textf("Thẩm quyền ký (TM., KT., TL.)", "Authority to sign"), "signer.position": problem.Textf("Chức vụ", "Position"), "signer.name": problem.Textf("Họ và tên", "Name"),
	"authority": problem.Textf("Thẩm quyền ký", "Authority to sign"), "position": problem.Textf("Chức vụ", "Position"), "name": problem.Textf("Họ và tên", "Name"),
	"parent": problem.Textf("Cơ quan chủ quản", "Parent agency"), "place": problem.Textf("Địa danh", "Place"),
	"heading": problem.Textf("Đề mục", "Heading"), "text": problem.Textf("Nội dung", "Text"), "lead": problem.Textf("Chủ trì", "Lead"), "partners": problem.Textf("Phối hợp", "Partners"),
	"deadline": problem.Textf("Thời hạn", "Deadline"), "product": problem.Textf("Sản phẩm", "Product"), "task": problem.Textf("Theo dõi", "Follow up"), "after": problem.Textf("Đoạn sau", "Text after"),
}

// sourceKeys are those that findings speak of and no form shows.
var sourceKeys = map[string]bool{
	"assignments": true, "annex": true, "numbered": true, "numbering": true, "table": true, "parts": true, "documents": true, "holidays": true, "working-days": true,
	"system": true, "end-mark": true, "tone-marks": true, "headings": true, "checks-off": true, "term": true, "profile": true, "cosigner": true,
}

// inPlaces are words about the files as the pages say them.
var inPlaces = strings.NewReplacer(
	"thêm --date NGÀY, hoặc ghi date vào bản ghi", "chọn ngày ban hành ở trang này", "sửa --date, hoặc sửa date trong bản ghi", "sửa ngày ban hành ở trang này, hoặc trong bản ghi",
	"xóa number trong bản ghi (hoặc bỏ --number) để chương trình cấp", "để trống ô Số để chương trình cấp",
	"xóa number và date trong bản ghi rồi chạy lại", "để trống ô Số và ô Ngày ban hành rồi phát hành lại", "xóa number và date rồi chạy ketluan issue", "để trống ô Số và ô Ngày ban hành rồi phát hành",
	"mục units của hồ sơ cơ quan", "trang Cơ quan, đơn vị", "thì xóa number", "thì xóa số đã gõ ở thẻ Văn bản gốc", "task: yes", "ô “Theo dõi”: có", "task: no", "ô “Theo dõi”: không",
)

// worded says something in a language as the pages do: of fields by their labels,
// where the terminal has the keys of the files.
func worded(t problem.Text, l problem.Lang) string {
	said := t.In(l)
	if l != problem.Vietnamese || said == "" {
		return said
	}
	said, _ = labelled(inPlaces.Replace(said))
	return said
}

// hinted is worded of advice; it says where a key is written that no form shows.
func hinted(t problem.Text, l problem.Lang) string {
	said := worded(t, l)
	if l == problem.Vietnamese {
		if _, source := labelled(said); source {
			said += " (ở thẻ Văn bản gốc)"
		}
	}
	return said
}

const keyLetters = "abcdefghijklmnopqrstuvwxyz-."

// labelled puts labels in the place of keys, except within quotes, and reports keys
// that have none.
func labelled(s string) (out string, source bool) {
	var b strings.Builder
	quoted := false
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && strings.IndexByte(keyLetters, s[end]) >= 0 {
			end++
		}
		word := strings.TrimRight(s[at:end], ".-")
		label, ok := labels[word]
		switch apart := isApart(s, at, at+len(word)); {
		case word == "" || quoted || !apart || !ok && !sourceKeys[word]:
			stop := max(at+len(word), at+1)
			quoted = quoted != (s[at] == '"')
			b.WriteString(s[at:stop])
			at = stop
		case !ok:
			source = true
			b.WriteString(word)
			at += len(word)
		default:
			before := b.String()
			for _, kind := range []string{"dòng ", "khóa ", "mục ", "ô "} {
				before = strings.TrimSuffix(before, kind)
			}
			b.Reset()
			b.WriteString(before + "ô “" + label.VI + "”")
			if at += len(word); strings.HasPrefix(s[at:], ":") && !strings.HasPrefix(s[at:], ": ") {
				at++
			}
		}
	}
	return b.String(), source
}

// isApart reports a word that is not a part of another, nor of a path or an option.
func isApart(s string, from, to int) bool {
	part := func(c byte) bool {
		return c >= 0x80 || c == '_' || c == '-' || c == '/' || c == '.' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
	}
	switch {
	case from > 0 && part(s[from-1]) && !strings.HasSuffix(s[:from], "…"):
		return false
	case to < len(s) && s[to] == '.' && to+1 < len(s) && s[to+1] != ' ':
		return false
	}
	return to == len(s) || s[to] == '.' || !part(s[to])
}

// called gives the fields of a form their labels.
func called(fields []amend.Field, l problem.Lang) {
	for i := range fields {
		if label, ok := labels[strings.ReplaceAll(fields[i].Place, "_", ".")]; ok {
			fields[i].Label = label.In(l)
		}
	}
}
