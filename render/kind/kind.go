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

// A form is a kind with the type that its page shows in capitals, "" for none.
type form struct{ name, title string }

// decreed are the kinds of administrative documents (Nghị định 30, Điều 7), and
// Any.
var decreed = []form{
	{"nghi-quyet", "NGHỊ QUYẾT"}, {"quyet-dinh", "QUYẾT ĐỊNH"}, {"chi-thi", "CHỈ THỊ"}, {"quy-che", "QUY CHẾ"}, {"quy-dinh", "QUY ĐỊNH"},
	{"thong-cao", "THÔNG CÁO"}, {"thong-bao", "THÔNG BÁO"}, {"huong-dan", "HƯỚNG DẪN"}, {"chuong-trinh", "CHƯƠNG TRÌNH"},
	{"ke-hoach", "KẾ HOẠCH"}, {"phuong-an", "PHƯƠNG ÁN"}, {"de-an", "ĐỀ ÁN"}, {"du-an", "DỰ ÁN"}, {"bao-cao", "BÁO CÁO"},
	{"bien-ban", "BIÊN BẢN"}, {"to-trinh", "TỜ TRÌNH"}, {"hop-dong", "HỢP ĐỒNG"}, {"cong-van", ""}, {"cong-dien", "CÔNG ĐIỆN"},
	{"ban-ghi-nho", "BẢN GHI NHỚ"}, {"ban-thoa-thuan", "BẢN THỎA THUẬN"}, {"giay-uy-quyen", "GIẤY ỦY QUYỀN"}, {"giay-moi", "GIẤY MỜI"},
	{"giay-gioi-thieu", "GIẤY GIỚI THIỆU"}, {"giay-nghi-phep", "GIẤY NGHỈ PHÉP"}, {"phieu-gui", "PHIẾU GỬI"},
	{"phieu-chuyen", "PHIẾU CHUYỂN"}, {"phieu-bao", "PHIẾU BÁO"}, {"thu-cong", ""}, {Any, ""},
}

// others are those with a head and foot of their own: in the Party's form, on
// the way to who signs, within another document.
var others = []form{{"dang-thong-bao", "THÔNG BÁO"}, {"phieu-trinh", "PHIẾU TRÌNH"}, {"phu-luc", ""}}

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
func Known(name string) bool { return slices.Contains(Names(), name) }

// Title returns the type that the page of k shows, in capitals; "" where it
// shows none or nobody knows it.
func (k Kind) Title() string {
	for _, f := range slices.Concat(decreed, others) {
		if f.name == k.Name {
			return f.title
		}
	}
	return ""
}

// Titled returns the kind of the decree whose type a page shows; Any where that is
// none.
func Titled(title string) Kind {
	for _, f := range decreed {
		if f.title == title && title != "" {
			return New(f.name, "")
		}
	}
	return New(Any, "")
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
