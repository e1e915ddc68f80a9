// Package kind names the kinds of documents. A template says which it makes,
// and rules say which they judge. The names here are those that rules know; a
// template may bring one of its own. What a document of a kind says and looks
// like stands in its template, never here.
package kind

import "slices"

// A Kind is the kind of a document. The zero Kind is one that nobody has named.
type Kind struct {
	Name string // small letters without marks, digits and hyphens: "giay-moi"
	Like string // the kind by whose rules it is judged too; "" where Name says it all
}

// Any is what a kind is like that no rule knows and that names no other: an
// administrative document of the decree, judged by what holds for all of them.
const Any = "van-ban"

// Notice is the notice of a meeting's conclusions.
func Notice() Kind { return Kind{Name: "thong-bao"} }

// New returns the kind of a name, and of another that it is like or "".
func New(name, like string) Kind {
	if like == "" && !Known(name) {
		like = Any
	}
	return Kind{name, like}
}

// In reports whether k, or what it is like, is among the names. Nil names are
// all kinds.
func (k Kind) In(names []string) bool {
	return names == nil || slices.Contains(names, k.Name) || k.Like != "" && slices.Contains(names, k.Like)
}

// A form is a kind with the type that its page shows in capitals, what stands
// for that in its symbol, each "" for none, and its system: "" is the first.
type form struct{ name, title, code, system string }

// decreed are the kinds of administrative documents (Nghị định 30, Điều 7; the
// codes: Phụ lục III.I), and Any.
var decreed = []form{
	{"nghi-quyet", "NGHỊ QUYẾT", "NQ", ""},
	{"quyet-dinh", "QUYẾT ĐỊNH", "QĐ", ""},
	{"chi-thi", "CHỈ THỊ", "CT", ""},
	{"quy-che", "QUY CHẾ", "QC", ""},
	{"quy-dinh", "QUY ĐỊNH", "QyĐ", ""},
	{"thong-cao", "THÔNG CÁO", "TC", ""},
	{"thong-bao", "THÔNG BÁO", "TB", ""},
	{"huong-dan", "HƯỚNG DẪN", "HD", ""},
	{"chuong-trinh", "CHƯƠNG TRÌNH", "CTr", ""},
	{"ke-hoach", "KẾ HOẠCH", "KH", ""},
	{"phuong-an", "PHƯƠNG ÁN", "PA", ""},
	{"de-an", "ĐỀ ÁN", "ĐA", ""},
	{"du-an", "DỰ ÁN", "DA", ""},
	{"bao-cao", "BÁO CÁO", "BC", ""},
	{"bien-ban", "BIÊN BẢN", "BB", ""},
	{"to-trinh", "TỜ TRÌNH", "TTr", ""},
	{"hop-dong", "HỢP ĐỒNG", "HĐ", ""},
	{"cong-van", "", "", ""},
	{"cong-dien", "CÔNG ĐIỆN", "CĐ", ""},
	{"ban-ghi-nho", "BẢN GHI NHỚ", "BGN", ""},
	{"ban-thoa-thuan", "BẢN THỎA THUẬN", "BTT", ""},
	{"giay-uy-quyen", "GIẤY ỦY QUYỀN", "GUQ", ""},
	{"giay-moi", "GIẤY MỜI", "GM", ""},
	{"giay-gioi-thieu", "GIẤY GIỚI THIỆU", "GGT", ""},
	{"giay-nghi-phep", "GIẤY NGHỈ PHÉP", "GNP", ""},
	{"phieu-gui", "PHIẾU GỬI", "PG", ""},
	{"phieu-chuyen", "PHIẾU CHUYỂN", "PC", ""},
	{"phieu-bao", "PHIẾU BÁO", "PB", ""},
	{"thu-cong", "", "", ""},
	{Any, "", "", ""},
}

// others are those with a head and foot of their own: in the Party's form
// (Hướng dẫn 05-HD/VPTW), on the way to who signs, within another document.
var others = []form{
	{"dang-nghi-quyet", "NGHỊ QUYẾT", "NQ", "party"},
	{"dang-quyet-dinh", "QUYẾT ĐỊNH", "QĐ", "party"},
	{"dang-chi-thi", "CHỈ THỊ", "CT", "party"},
	{"dang-ket-luan", "KẾT LUẬN", "KL", "party"},
	{"dang-quy-che", "QUY CHẾ", "QC", "party"},
	{"dang-quy-dinh", "QUY ĐỊNH", "QĐi", "party"},
	{"dang-thong-bao", "THÔNG BÁO", "TB", "party"},
	{"dang-bao-cao", "BÁO CÁO", "BC", "party"},
	{"dang-ke-hoach", "KẾ HOẠCH", "KH", "party"},
	{"dang-chuong-trinh", "CHƯƠNG TRÌNH", "CTr", "party"},
	{"dang-to-trinh", "TỜ TRÌNH", "TTr", "party"},
	{"dang-cong-van", "", "CV", "party"},
	{"dang-giay-moi", "GIẤY MỜI", "GM", "party"}, // practice: the guide does not list it
	{"dang-bien-ban", "BIÊN BẢN", "BB", "party"},
	{"dang-de-an", "ĐỀ ÁN", "ĐA", "party"},
	{"dang-phuong-an", "PHƯƠNG ÁN", "PA", "party"},
	{"dang-van-ban", "", "", "party"},
	{"phieu-trinh", "PHIẾU TRÌNH", "", ""}, {"phu-luc", "", "", ""},
}

// Administrative returns the names of the decree's kinds but some.
func Administrative(but ...string) []string {
	var names []string
	for _, f := range decreed {
		if !slices.Contains(but, f.name) {
			names = append(names, f.name)
		}
	}
	return names
}

// Names returns all names that rules know, but some.
func Names(but ...string) []string {
	names := Administrative(but...)
	for _, f := range others {
		if !slices.Contains(but, f.name) {
			names = append(names, f.name)
		}
	}
	return names
}

// Known reports a name that rules know.
func Known(name string) bool { return formOf(name) != nil }

// Title returns the type that the page of k shows, in capitals; "" where it
// shows none or nobody knows it.
func (k Kind) Title() string {
	if f := formOf(k.Name); f != nil {
		return f.title
	}
	return ""
}

func formOf(name string) *form {
	for f := range all(decreed, others) {
		if f.name == name {
			return f
		}
	}
	return nil
}

// Titled returns the kind of the decree whose type a page shows; Any where that is
// none.
func Titled(title string) Kind {
	return systems[0].Of(title, "")
}

// Slip returns the known name that a name differs from by one slip of typing:
// a letter more, fewer or another, or two that have changed places. It is ""
// for a known name.
func Slip(name string) string {
	for _, known := range Names() {
		if name == known {
			return ""
		}
	}
	for _, known := range Names() {
		if oneSlip(name, known) {
			return known
		}
	}
	return ""
}

func oneSlip(a, b string) bool {
	from := 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	a, b = a[from:], b[from:]
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
