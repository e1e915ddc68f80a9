package render

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/reply"
	"ketluan/render/report"
	"ketluan/render/tmpl"
)

// A returned is the workbook of the first unit of the seed's record, as it is
// when somebody has been at it. Its tasks: 1.1, 1.2 and 1.3 led, in the rows 2
// to 4 below the headers; 3.1 and 4.2 as a partner, in 6 and 7.
type returned struct {
	t    testing.TB
	book *excelize.File
}

const tasksSheet = "Nhiệm vụ"

// set fills cells in: set("H+3", "hoàn thành", "J+3", 44118).
func (r returned) set(pairs ...any) {
	r.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := r.book.SetCellValue(tasksSheet, place(pairs[i].(string)), pairs[i+1]); err != nil {
			r.t.Fatal(err)
		}
	}
}

func (r returned) try(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r returned) bytes() []byte {
	r.t.Helper()
	var b bytes.Buffer
	r.try(r.book.Write(&b))
	return b.Bytes()
}

// asOf is the day on which replies are read here.
var asOf = calendar.Date{Year: 2020, Month: 11, Day: 20}

// unitFile returns the workbook of the seed's first unit as it was sent out.
func unitFile(t testing.TB) []byte {
	t.Helper()
	r := withUnits(t)
	for _, f := range files(t, r, example(t, r, seed)) {
		if f.Suffix == "-khtc.xlsx" {
			return f.Bytes
		}
	}
	t.Fatal("no workbook")
	return nil
}

func collector(t testing.TB) *Collector {
	t.Helper()
	var all []*tmpl.Template
	for _, name := range []string{"theo-doi", "theo-doi-don-vi", "theo-doi-quy", "theo-doi-quy-don-vi"} {
		all = append(all, builtIn(t, name))
	}
	return NewCollector(example(t, newRenderer(t), seed), asOf, all)
}

// parts returns the file with its parts changed: nil takes one away.
func parts(t testing.TB, file []byte, changed map[string]func(string) string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	zw.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, part := range zr.File {
		rc, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		change, ok := changed[part.Name]
		if ok && change == nil {
			continue
		}
		if ok {
			content = []byte(change(string(content)))
		}
		w, err := zw.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	for name, make := range changed {
		if rest, ok := strings.CutPrefix(name, "+"); ok {
			w, err := zw.Create(rest)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, make("")); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func replaced(from, to string) func(string) string {
	return func(s string) string { return strings.Replace(s, placed(from), placed(to), 1) }
}

func always(s string) func(string) string { return func(string) string { return s } }

// said is everything that a reading says, as text.
func said(r reply.Reading) string {
	var b strings.Builder
	for _, p := range r.Reports {
		fmt.Fprintf(&b, "%s %s", strings.TrimPrefix(p.ID, "2020-Q3/"), p.On)
		if p.Time != "" {
			b.WriteString(" " + p.Time)
		}
		if p.Partner {
			b.WriteString(" phối hợp")
		}
		for _, f := range report.Fields() {
			switch value := p.Values[f.Key].(type) {
			case nil:
			case report.Text:
				fmt.Fprintf(&b, " | %q", value)
			case report.Day:
				fmt.Fprintf(&b, " | %s %s", map[string]string{"completed": "xong", "proposed": "xin"}[f.Key], value.YAML())
			default:
				b.WriteString(" | " + value.Shown())
			}
		}
		b.WriteByte('\n')
	}
	for _, p := range r.Problems {
		b.WriteString(p.Pos.String())
		if p.Field != "" {
			b.WriteString(": " + p.Field)
		}
		b.WriteString(": " + p.Message.VI + "\n")
		if p.Hint.VI != "" {
			b.WriteString("  gợi ý: " + p.Hint.VI + "\n")
		}
	}
	return b.String()
}

// What comes back in every shape, with all that is said of it.
func TestReplies(t *testing.T) {
	sent := unitFile(t)
	c := collector(t)
	var text strings.Builder
	for _, r := range repliesOf(t, sent) {
		fmt.Fprintf(&text, "== %s\n%s", r.name, said(c.Read("a.xlsx", r.file)))
	}
	golden(t, "replies.txt", text.String())
}

// A returnedFile is one reply of the test.
type returnedFile struct {
	name string
	file []byte
}

func repliesOf(t testing.TB, sent []byte) []returnedFile {
	t.Helper()
	all := changed(t, sent, changedBooks)
	for _, c := range changedParts {
		all = append(all, returnedFile{c.name, parts(t, sent, c.parts)})
	}
	return append(all, otherFiles(t, sent)...)
}

// changed makes the files of changed books.
func changed(t testing.TB, sent []byte, books []changedBook) []returnedFile {
	t.Helper()
	var all []returnedFile
	for _, c := range books {
		f, err := excelize.OpenReader(bytes.NewReader(sent))
		if err != nil {
			t.Fatal(err)
		}
		r := returned{t, f}
		c.change(r)
		all = append(all, returnedFile{c.name, r.bytes()})
		f.Close()
	}
	return all
}

// A changedBook is what people do to the cells.
type changedBook struct {
	name   string
	change func(r returned)
}

var changedBooks = []changedBook{
	{"as it was sent", func(r returned) {}},
	{"filled in well", func(r returned) {
		r.set("H+2", "hoàn thành", "I+2", 1, "J+2", 44118, "K+2", "Đã trình dự toán", "L+2", "123/TTr-KHTC", "H+3", "đang thực hiện", "I+3", 0.5, "N+3", 44196, "H+4", "chưa thực hiện")
		r.set("K+6", "đã góp ý", "M+7", "thiếu số liệu")
	}},
	{"saved on a day", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q3", Created: "2020-09-29T00:00:00Z", Modified: "2020-10-14T18:30:00Z"}))
	}},
	{"saved in a time to come", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q3", Created: "2020-09-29T00:00:00Z", Modified: "2031-10-14T18:30:00Z"}))
	}},
	{"states in other letters and spaces", func(r returned) {
		r.set("H+2", "  Hoàn  Thành ", "J+2", 44118, "H+3", "ĐANG THỰC HIỆN", "H+4", "Tạm dừng/xin gia hạn")
	}},
	{"a state in NFD", func(r returned) { r.set("H+2", "đang thực hiện") }},
	{"states that are none", func(r returned) {
		r.set("H+2", "xong rồi", "H+3", 1, "H+4", true, "K+2", "nhưng kết quả vẫn còn")
	}},
	{"dates as text in five spellings", func(r returned) {
		r.set("H+2", "hoàn thành", "H+3", "hoàn thành", "H+4", "hoàn thành", "J+2", "14/10/2020", "J+3", "2020-10-14", "J+4", "ngày 14 tháng 10 năm 2020", "N+2", "31-12-2020", "N+3", "31.12.2020")
	}},
	{"dates that are none", func(r returned) {
		r.set("H+2", "hoàn thành", "H+3", "hoàn thành", "H+4", "hoàn thành", "J+2", "giữa tháng 10", "J+3", "31/9/2020", "J+4", "14/10", "N+2", 5, "N+3", "cuối năm")
	}},
	{"a date in two digits of the year", func(r returned) { r.set("H+2", "hoàn thành", "J+2", "14/10/20") }},
	{"day and month changed places", func(r returned) { r.set("H+2", "hoàn thành", "J+2", 43961) }},
	{"done before the meeting", func(r returned) { r.set("H+2", "hoàn thành", "J+2", 44000) }},
	{"done in a time to come", func(r returned) { r.set("H+2", "hoàn thành", "J+2", 44180) }},
	{"done without a day", func(r returned) { r.set("H+2", "hoàn thành", "K+2", "đã xong") }},
	{"a day without done", func(r returned) { r.set("H+2", "đang thực hiện", "J+2", 44118, "J+3", 44118) }},
	{"a deadline asked for that is earlier", func(r returned) { r.set("N+2", 44100, "N+3", 44110) }},
	{"percentages", func(r returned) { r.set("I+2", 0.5, "I+3", 50, "I+4", "50 %") }},
	{"percentages in text", func(r returned) { r.set("I+2", "0,5", "I+3", "50%", "I+4", "33,4 %") }},
	{"percentages at the ends", func(r returned) { r.set("I+2", 0, "I+3", 1, "I+4", 100) }},
	{"percentages that are none", func(r returned) { r.set("I+2", 1.5, "I+3", "một nửa", "I+4", 150) }},
	{"percentages below nothing", func(r returned) { r.set("I+2", -0.1, "I+3", "-5%", "I+4", "1e3") }},
	{"formulas where values are wanted", func(r returned) {
		r.try(r.book.SetCellFormula(tasksSheet, place("H+2"), `HYPERLINK("http://a.example","hoàn thành")`))
		r.try(r.book.SetCellFormula(tasksSheet, place("J+2"), "TODAY()"))
		r.try(r.book.SetCellFormula(tasksSheet, place("K+3"), `cmd|' /C calc'!A0`))
	}},
	{"a formula in place of an ID", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetCellFormula(tasksSheet, place("B+2"), `"2020-Q3/1.1-Q"`))
	}},
	{"text that looks like a formula", func(r returned) {
		r.try(r.book.SetCellStr(tasksSheet, place("K+2"), "=1+1"))
		r.try(r.book.SetCellStr(tasksSheet, place("M+2"), "- đã trình\n+ chờ duyệt"))
	}},
	{"numbers and controls in text", func(r returned) {
		r.set("L+2", 123, "L+3", 12.5)
		r.try(r.book.SetCellStr(tasksSheet, place("K+2"), "a\u200bb\u202ec\td  e"))
	}},
	{"a text that is too long", func(r returned) { r.set("K+2", strings.Repeat("dài ", 2000), "L+2", "12/BC") }},
	{"an unknown ID", func(r returned) {
		r.set("B+2", "2020-Q3/9-G", "H+2", "đang thực hiện", "H+3", "đang thực hiện")
	}},
	{"a wrong check character", func(r returned) { r.set("B+2", "2020-Q3/1.1-X", "H+2", "đang thực hiện") }},
	{"an ID typed by hand", func(r returned) { r.set("B+2", "2020-q3/1.1-q ", "H+2", "đang thực hiện") }},
	{"an ID of another record", func(r returned) {
		r.set("B+2", example(r.t, newRenderer(r.t), "2026-q1-giao-ban.yaml").Tasks()[0].ID, "H+2", "đang thực hiện")
	}},
	{"no ID", func(r returned) { r.set("B+2", nil, "H+2", "đang thực hiện") }},
	{"two rows of one ID", func(r returned) {
		r.set("B+3", "2020-Q3/1.1-Q", "H+2", "đang thực hiện", "H+3", "hoàn thành", "J+3", 44118, "H+4", "chưa thực hiện")
		text, err := r.book.GetCellValue(tasksSheet, place("C+2"))
		r.try(err)
		r.set("C+3", text)
	}},
	{"the same row twice", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.DuplicateRowTo(tasksSheet, header+2, header+5))
	}},
	{"IDs that changed places", func(r returned) {
		r.set("B+2", "2020-Q3/1.2-O", "B+3", "2020-Q3/1.1-Q", "H+2", "đang thực hiện", "H+3", "chưa thực hiện")
	}},
	{"a text that was changed", func(r returned) { r.set("C+2", "Làm việc khác", "H+2", "đang thực hiện") }},
	{"a text that was deleted", func(r returned) { r.set("C+2", nil, "H+2", "đang thực hiện") }},
	{"a task of another unit", func(r returned) {
		r.set("B+2", "2020-Q3/2.1-I", "H+2", "đang thực hiện")
		r.set("C+2", collector(r.t).Record.Tasks()[3].Text)
	}},
	{"a partner that reports a state", func(r returned) { r.set("H+6", "hoàn thành", "J+6", 44118, "K+6", "đã góp ý") }},
	{"merged cells", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.MergeCell(tasksSheet, place("H+2"), place("H+4")))
	}},
	{"a row put in", func(r returned) {
		r.try(r.book.InsertRows(tasksSheet, header+3, 1))
		r.set("C+3", "Việc khác", "K+3", "việc làm thêm", "H+4", "đang thực hiện")
	}},
	{"a row taken away, and what is below", func(r returned) {
		r.set("H+4", "đang thực hiện")
		r.try(r.book.RemoveRow(tasksSheet, header+2))
	}},
	{"a column put in and the sheet renamed", func(r returned) {
		r.set("H+2", "đang thực hiện", "K+2", "có")
		r.try(r.book.InsertCols(tasksSheet, "D", 2))
		r.try(r.book.SetSheetName(tasksSheet, "Sheet1"))
	}},
	{"a header that was changed", func(r returned) { r.set("H+0", "Tình trạng", "H+2", "đang thực hiện", "K+2", "có") }},
	{"a header in capitals, broken", func(r returned) { r.set("H+0", "TRẠNG\nTHÁI", "H+2", "đang thực hiện") }},
	{"a header twice", func(r returned) { r.set("O+0", "Kết quả", "K+2", "có", "O+2", "khác") }},
	{"all headers gone", func(r returned) { r.try(r.book.RemoveRow(tasksSheet, header)) }},
	{"the name of who signs, below the lines", func(r returned) { r.set("H+2", "đang thực hiện", "K+11", "Nguyễn Văn A") }},
	{"a row put in where the unit signs", func(r returned) { r.set("C+8", "Việc phát sinh", "H+8", "hoàn thành") }},
	{"a row put in below the lines", func(r returned) { r.set("H+11", "hoàn thành", "K+11", "Đã trình") }},
	{"a state below the lines", func(r returned) { r.set("H+12", "hoàn thành") }},
	{"a copy of the sheet beside it", func(r returned) {
		r.set("H+2", "đang thực hiện")
		n, err := r.book.NewSheet("Bản sao")
		r.try(err)
		from, err := r.book.GetSheetIndex(tasksSheet)
		r.try(err)
		r.try(r.book.CopySheet(from, n))
		r.try(r.book.SetCellValue("Bản sao", place("H+3"), "chưa thực hiện"))
	}},
	{"another record's workbook", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "HoSoID", Value: "2020-Q2"}))
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q2"}))
	}},
	{"two identities", func(r returned) {
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q2"}))
	}},
	{"a unit that has no task", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "DonVi", Value: "Phòng Không có"}))
	}},
	{"a unit by its alias", func(r returned) {
		r.set("H+2", "đang thực hiện")
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "DonVi", Value: "phòng kế hoạch – tài chính"}))
	}},
	{"a workbook of the quarter, with tasks of others", func(r returned) {
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "HoSoID", Value: "quy/2020-Q3"}))
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "quy/2020-Q3"}))
		r.set("B+2", "2020-Q3-B/1.1-I", "H+2", "đang thực hiện", "H+3", "đang thực hiện")
	}},
	{"days that count from 1904", func(r returned) {
		r.set("H+2", "hoàn thành", "J+2", 44118-1462)
		on := true
		r.try(r.book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}))
	}},
}

const sheetPart = "xl/worksheets/sheet1.xml"

// changedParts are what programs do to the file, or what somebody does on purpose.
var changedParts = []struct {
	name  string
	parts map[string]func(string) string
}{
	{"no properties", map[string]func(string) string{"docProps/custom.xml": nil, "docProps/core.xml": nil}},
	{"macros", map[string]func(string) string{"+xl/vbaProject.bin": always("x")}},
	{"macros by type", map[string]func(string) string{"[Content_Types].xml": replaced("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml")}},
	{"a binary workbook", map[string]func(string) string{"xl/workbook.xml": nil, "+xl/workbook.bin": always("x")}},
	{"no workbook inside", map[string]func(string) string{"xl/workbook.xml": nil}},
	{"an OpenDocument", map[string]func(string) string{"+mimetype": always("application/vnd.oasis.opendocument.spreadsheet")}},
	{"a Word document", map[string]func(string) string{"_rels/.rels": replaced("xl/workbook.xml", "word/document.xml"), "+word/document.xml": always("<a/>")}},
	{"XML that ends too early", map[string]func(string) string{sheetPart: func(s string) string { return s[:len(s)/2] }}},
	{"XML that declares entities", map[string]func(string) string{sheetPart: replaced("<worksheet", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet")}},
	{"ten million rows declared", map[string]func(string) string{sheetPart: replaced("<sheetData>", `<dimension ref="A1:XFD10000000"/><sheetData>`)}},
	{"a million rows", map[string]func(string) string{sheetPart: replaced("<sheetData>", "<sheetData>"+strings.Repeat("<row/>", 1_000_000))}},
	{"a zip bomb", map[string]func(string) string{sheetPart: always(strings.Repeat(" ", 65<<20))}},
	{"many cells", map[string]func(string) string{sheetPart: replaced("<sheetData>", "<sheetData><row>"+strings.Repeat("<c/>", 700_000)+"</row>")}},
	{"cells outside of rows", map[string]func(string) string{sheetPart: replaced("<sheetData>", "<sheetData><c r=\"A1\"/>")}},
	{"cells far away", map[string]func(string) string{sheetPart: replaced("<sheetData>", `<sheetData><row r="99999999999"><c r="ZZZZZZZZ1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>`)}},
	{"text in a number", map[string]func(string) string{sheetPart: replaced(`<c r="{H+2}"`, `<c r="{H+2}" t="n"><v>abc</v></c><c r="{X+2}"`)}},
	{"a shared text that is not there", map[string]func(string) string{sheetPart: replaced(`<c r="{H+2}"`, `<c r="{H+2}" t="s"><v>99999</v></c><c r="{X+2}"`)}},
	{"an error in a cell", map[string]func(string) string{sheetPart: replaced(`<c r="{H+2}"`, `<c r="{H+2}" t="e"><v>#REF!</v></c><c r="{X+2}"`)}},
	{"a number that is none", map[string]func(string) string{sheetPart: replaced(`<c r="{J+2}"`, `<c r="{J+2}"><v>NaN</v></c><c r="{X+2}"`)}},
	{"a number without end", map[string]func(string) string{sheetPart: replaced(`<c r="{J+2}"`, `<c r="{J+2}"><v>1e999</v></c><c r="{X+2}"`)}},
	{"a percentage without end", map[string]func(string) string{sheetPart: replaced(`<c r="{I+2}"`, `<c r="{I+2}"><v>Inf</v></c><c r="{X+2}"`)}},
	{"merged cells turned around", map[string]func(string) string{sheetPart: replaced("<mergeCells", `<mergeCells><mergeCell ref="Z20:H9"/><mergeCell ref="H"/><mergeCell ref=":"/></mergeCells><mergeCells`)}},
	{"sheets without end", map[string]func(string) string{"xl/workbook.xml": replaced("</sheets>", strings.Repeat(`<sheet name="a" sheetId="9" r:id="rId1"/>`, 60)+"</sheets>")}},
	{"a sheet elsewhere", map[string]func(string) string{"xl/_rels/workbook.xml.rels": replaced("worksheets/sheet1.xml", "../../../../etc/passwd")}},
	{"a sheet outside", map[string]func(string) string{"xl/_rels/workbook.xml.rels": replaced(`Target="worksheets/sheet1.xml"`, `Target="http://a.example/" TargetMode="External"`)}},
}

// otherFiles are no workbooks, or not to be read.
func otherFiles(t testing.TB, sent []byte) []returnedFile {
	t.Helper()
	old, err := os.ReadFile("../examples/2020-q3-giao-ban.yaml")
	if err != nil {
		t.Fatal(err)
	}
	locked := func() []byte {
		f, err := excelize.OpenReader(bytes.NewReader(sent))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var b bytes.Buffer
		if err := f.Write(&b, excelize.Options{Password: "mat-khau"}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	wide := func(s string) string {
		var b strings.Builder
		for _, c := range s {
			b.WriteString(string(c) + "\x00")
		}
		return b.String()
	}
	return []returnedFile{
		{"nothing", nil},
		{"another kind of file", old},
		{"a PDF", []byte("%PDF-1.7\n")},
		{"a table in HTML", []byte("<html><table><tr><td>a</td></tr></table></html>")},
		{"a zip cut off", sent[:len(sent)/2]},
		{"a zip with a wrong byte", bytes.Replace(sent, sent[2000:2010], make([]byte, 10), 1)},
		{"a password", locked()},
		{"Excel 97", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 500) + wide("Workbook"))},
		{"Word 97", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 500) + wide("WordDocument"))},
		{"nine megabytes", append([]byte("PK\x03\x04"), make([]byte, 9<<20)...)},
		{"two parts of one name", packed(t, "[Content_Types].xml", "<a/>", "[content_types].xml", "<b/>")},
		{"many parts", parts(t, sent, manyParts())},
	}
}

func manyParts() map[string]func(string) string {
	all := map[string]func(string) string{}
	for i := range 1100 {
		all[fmt.Sprintf("+a/%d.xml", i)] = always("x")
	}
	return all
}
