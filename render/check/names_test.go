package check

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"

	"ketluan/render/record"
)

// communes are the names of the communes, wards and special zones that there
// are since 1/7/2025, by the resolutions of the National Assembly's standing
// committee of 16/6/2025; several have the same name.
func communes(t *testing.T) []string {
	t.Helper()
	src, err := os.ReadFile("testdata/communes.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(src)), "\n")
}

// otherStyle writes the tones of a name the other of two ways: Thuý for Thúy.
func otherStyle(name string) string {
	made := []byte(nil)
	last := 0
	for _, w := range wordsOf(name) {
		made = append(made, name[last:w.from]...)
		s := w.s
		if y, ok := parseSyllable(s); ok && y.tone != level && len(y.toneMay) == 2 && y.wellToned() {
			s = y.with(1-y.toneAt, s)
		}
		made, last = append(made, s...), w.to
	}
	return string(append(made, name[last:]...))
}

// people makes names of people of real syllables, by a seed.
func people(n int) []string {
	r := rand.New(rand.NewSource(1))
	pick := func(s string) string { all := strings.Fields(s); return all[r.Intn(len(all))] }
	names := make([]string, n)
	for i := range names {
		switch r.Intn(6) {
		case 0:
			names[i] = pick("Y A H' K' Ka Đinh Siu Rơ") + " " + pick("Mẫu Lăng Thuý Hoà Krông Bluk Tơr Bôr Sơr Jrang Hoè Nuôr")
			names[i] = strings.Replace(names[i], "' ", "'", 1) + " " + pick("Tơr Tôr Kpuih Hmok Êban Niê Thuỷ Hoá Adrơng Mlô Nuôr Sơr")
		case 1:
			names[i] = pick("Âu Uý Ủy Tạ Quỳ Tô Hoà") + " " + pick("Toả Loan Khoá Tuý Hoè Huý Thuỵ Nhuỵ Khoẻ Nguỵ")
		default:
			names[i] = pick("Nguyễn Trần Lê Phạm Huỳnh Hoàng Võ Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Quách Thuý") + " " +
				pick("Văn Thị Đức Hữu Thúy Xuân Ngọc Thanh Minh Hoà Khánh Mẫu Thuỳ Công Uý") + " " +
				pick("Hoà Hòa Thuý Thúy Thủy Thuỷ Thùy Thuỳ Uý Úy Loã Toàn Duy Quý Quyền Hoá Hóa Hoè Khoa Khỏe Huỳnh Quỳnh Nhuỵ Tuỵ")
		}
		if r.Intn(2) == 0 {
			names[i] = otherStyle(names[i])
		}
	}
	return names
}

// slips may be mended, and are all that is.
var slips = strings.NewReplacer("việc hoà giải , các các phòng", "việc hòa giải, các phòng", "nǎm", "năm")

// naming is a record with names wherever names stand: in fields, inside of texts
// and where these begin. Bare are the names without what they are the name of.
func naming(names, bare []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "number: \"05\"\ndate: 09/01/2026\nmeeting-date: 06/01/2026\nsubject: Kết luận tại cuộc họp với %s\nopening: %s chủ trì và kết luận như sau\n", names[0], bare[0])
	fmt.Fprintf(&b, "agency: {parent: \"UBND %s\", name: \"Ủy ban %s\", code: STC, place: \"%s\"}\nsigner: s0\nsigners:\n", names[0], names[1], bare[0])
	for i, name := range bare {
		fmt.Fprintf(&b, "  s%d: {position: \"Chủ tịch %s\", name: \"%s\"}\n", i, names[i], name)
	}
	b.WriteString("units:\n")
	for i := range names {
		fmt.Fprintf(&b, "  - {name: \"Tổ %d %s\", short: \"T%d\", aliases: [\"Nhóm %d %s\"]}\n", i, names[i], i, i, bare[i])
	}
	b.WriteString("conclusions:\n  - text: Các nǎm qua việc hòa giải đã xong.\n")
	for i, name := range names {
		work := "hòa giải"
		if i%3 == 0 {
			work = "hoà giải , các các phòng"
		}
		fmt.Fprintf(&b, "  - {text: \"%s lập dự toán; UBND %s và ông %s làm việc %s, thủy lợi. %s báo cáo. Tổ %d %s xong.\", lead: \"Nhóm %d %s\", product: \"Báo cáo %s\"}\n",
			bare[i], name, bare[i], work, bare[i], i, name, i, bare[i], bare[i])
	}
	b.WriteString("recipients:\n")
	for i, name := range names {
		fmt.Fprintf(&b, "  - \"%s; %s\"\n", bare[i], name)
	}
	return b.String() + "  - \"Lưu: VT, VP\"\n"
}

// mended carries out all edits of a record's findings, as --fix does.
func mended(t *testing.T, src string) string {
	t.Helper()
	rec, problems := record.Parse([]byte(src), record.Source{Name: "a.yaml"})
	for _, p := range problems {
		t.Fatalf("%v %s\n%s", p.Pos, p.Message.VI, rec.Line(p.Pos.File, p.Pos.Line))
	}
	var edits []record.Edit
	for _, f := range Record(rec, problems) {
		edits = append(edits, f.Edits...)
	}
	made, _, err := record.Mend([]byte(src), edits)
	if err != nil {
		t.Fatal(err)
	}
	return string(made)
}

// Not one byte of a name is mended, in any field, inside of a text or at its
// beginning, whichever of the two ways of placing tones it has, and what may be
// mended beside it is.
func TestNamesStay(t *testing.T) {
	var names, bare []string
	for _, name := range communes(t) {
		_, short, _ := strings.Cut(strings.Replace(name, "đặc khu", "khu", 1), " ")
		names, bare = append(names, name), append(bare, short)
		if other := otherStyle(name); other != name {
			names, bare = append(names, other), append(bare, otherStyle(short))
		}
	}
	if len(names) < 3321+100 {
		t.Fatalf("%d names", len(names))
	}
	for _, name := range people(2000) {
		names, bare = append(names, "đồng chí "+name), append(bare, name)
	}
	const each = 30
	for i := 0; i < len(names); i += each {
		end := min(i+each, len(names))
		src := naming(names[i:end], bare[i:end])
		made := mended(t, src)
		if i%(5*each) == 0 && mended(t, made) != made { // as --fix goes on while there is less to find
			t.Fatalf("a second time there is more to mend in\n%s", made)
		}
		got, want := strings.Split(made, "\n"), strings.Split(slips.Replace(src), "\n")
		for j := range want {
			if got[j] != want[j] {
				t.Fatalf("mended to\n%s\nnot to\n%s", got[j], want[j])
			}
		}
	}
}

// Nothing is found about the names of the communes there are.
func TestCommunesAreNames(t *testing.T) {
	all := communes(t)
	for i := 0; i < len(all); i += 12 {
		list := strings.Join(all[i:min(i+12, len(all))], ", ")
		for _, text := range []string{"Phối hợp với UBND " + list + " lập dự toán.", capitalized(list) + " lập dự toán."} {
			_, found := checked(t, "a.yaml", sentence(text))
			for _, f := range found {
				t.Errorf("%s %s\n%s", f.Rule.ID, f.Message.VI, f.Source)
			}
		}
	}
}
