package render

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

// packed makes a zip of parts: name, content, name, content ….
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb makes a workbook of the smallest kind, with the content of its sheet, of
// the texts that cells share and of its own properties.
func bomb(t testing.TB, sheet, shared, custom string) []byte {
	return packed(t,
		"[Content_Types].xml", `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", `<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></R>`,
		"xl/workbook.xml", `<w><sheets><sheet name="a" id="r1"/></sheets></w>`,
		"xl/_rels/workbook.xml.rels", `<R><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/></R>`,
		"xl/s.xml", sheet, "xl/t.xml", shared, "docProps/custom.xml", custom)
}

// Files of some KB that are made to take hours or gigabytes: each is done with
// in the time and memory of a large honest one. The times are those of a
// machine that needs ten times as long as others.
func TestBombs(t *testing.T) {
	racing.Skip(t) // time and memory are its own then
	const (
		tooLarge = "tệp, hoặc nội dung nén trong tệp, lớn quá mức: không đọc"
		tooMany  = "bảng tính có quá nhiều trang, dòng hoặc ô: không đọc"
		broken   = "tệp bảng tính bị hỏng"
		noTable  = "không trang nào có bảng với cột Mã nhiệm vụ và các cột để ghi"

		office = `<p><property name="HoSoID"><v>2020-Q3</v></property><property name="DonVi"><v></v></property></p>`
		header = `<x><sheetData><row r="1"><c t="inlineStr"><is><t>Mã nhiệm vụ</t></is></c><c t="inlineStr"><is><t>Trạng thái</t></is></c><c t="inlineStr"><is><t>Kết quả</t></is></c></row>`
		tail   = `</sheetData></x>`
	)
	shared := func(text string, n int) string { return `<sst><si><t>` + strings.Repeat(text, n) + `</t></si></sst>` }
	rows := func(n, cells int) string {
		return strings.Repeat("<row>"+strings.Repeat(`<c t="s"><v>0</v></c>`, cells)+"</row>", n)
	}
	c := collector(t)
	for _, b := range []struct {
		name string
		file []byte
		want string // the first problem
	}{
		{"a property in a million pieces", bomb(t, "", "", `<p><property name="HoSoID"><v>`+strings.Repeat("a<!-- -->", 1_000_000)+`</v></property></p>`), tooLarge},
		{"elements in each other", bomb(t, strings.Repeat("<a>", 16<<20), "", ""), broken},
		{"a tag of a million attributes", bomb(t, "<a "+strings.Repeat(`b="" `, 8<<20)+"/>", "", ""), tooLarge},
		{"empty elements", bomb(t, "<x>"+strings.Repeat("<a/>", 4<<20)+"</x>", "", ""), noTable},
		{"headers that are a book", bomb(t, "<x><sheetData>"+rows(3000, 150)+tail, shared("ấ ", 1<<20), ""), tooLarge},
		{"headers as long as a cell may be", bomb(t, "<x><sheetData>"+rows(3000, 150)+tail, shared("ấ ", 30_000), ""), noTable},
		{"headers of spaces", bomb(t, "<x><sheetData>"+rows(3000, 150)+tail, shared(" ", 130_000), ""), noTable},
		{"one text in all cells", bomb(t, header+rows(19_000, 3)+tail, shared("ấ ", 30_000), office), tooMany},
		{"a text in a million runs", bomb(t, header+tail, `<sst><si>`+strings.Repeat("<r><t>a</t></r>", 1_000_000)+`</si></sst>`, office), tooLarge},
		{"a value in a million pieces", bomb(t, header+`<row><c><v>`+strings.Repeat("1<!-- -->", 1_000_000)+`</v></c></row>`+tail, "", office), tooLarge},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begun := time.Now()
		said := c.Read("a.xlsx", b.file)
		took := time.Since(begun)
		runtime.ReadMemStats(&after)
		if len(said.Problems) == 0 || said.Problems[0].Message.VI != b.want {
			t.Errorf("%s: %+v, want %q", b.name, said.Problems, b.want)
		}
		if allocated := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 40*time.Second || allocated > 1500 {
			t.Errorf("%s: %d bytes take %v and %d MB", b.name, len(b.file), took, allocated)
		}
		t.Logf("%s: %d bytes, %v, %d MB", b.name, len(b.file), took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

// What is wrong in thousands of cells of one file is told of the first.
func TestManyProblems(t *testing.T) {
	rec := example(t, withUnits(t), seed)
	it := rec.Tasks()[0]
	text := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	sheet := `<x><sheetData><row>` + text("Mã nhiệm vụ") + text("Nội dung nhiệm vụ") + text("Trạng thái") + text("Ngày hoàn thành") + `</row>` +
		strings.Repeat(`<row>`+text(it.ID)+text(it.Text)+text("xong rồi")+text("hôm qua")+`</row>`, 1000) + `</sheetData></x>`
	said := collector(t).Read("a.xlsx", bomb(t, sheet, "", `<p><property name="HoSoID"><v>2020-Q3</v></property><property name="DonVi"><v>`+it.Leads[0].Name+`</v></property></p>`))
	// One for the columns that are missing, two for each of the rows.
	if last := said.Problems[len(said.Problems)-1]; len(said.Problems) != 101 || last.Message.VI != fmt.Sprintf("còn %d chỗ nữa không nêu", 1901) {
		t.Errorf("%d problems, the last %+v", len(said.Problems), last)
	}
}
