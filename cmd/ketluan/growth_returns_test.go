//go:build unix

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/record"
)

// bookOf is the ledger of tasks, each with so many reports.
func bookOf(ids []string, reports int, report string) string {
	var b strings.Builder
	b.WriteString("record: 2026-Q3\ntasks:\n")
	for _, id := range ids {
		b.WriteString("  - id: " + id + "\n    text: Làm việc.\n    reports:\n")
		for i := range reports {
			fmt.Fprintf(&b, report, i)
		}
	}
	return b.String()
}

const (
	aReport  = "      - {on: 2026-10-01 09:00:00, unit: Văn phòng Sở, source: \"%064[1]d\", state: đang thực hiện, percent: 40}\n"
	oneUnit  = soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n"
	aTask    = "  - {text: Làm việc số #., lead: Văn phòng Sở, deadline: 1/12/2026}\n"
	ownProps = `<p><property name="HoSoID"><v>2026-Q3</v></property><property name="DonVi"><v>Văn phòng Sở</v></property></p>`
)

// idsOf are the IDs of a record's tasks.
func idsOf(tb testing.TB, src string) (ids []string) {
	rec, problems := record.Parse([]byte(src), record.Source{Name: "hop.yaml"})
	if len(problems) > 0 {
		tb.Fatal(problems[0])
	}
	for _, it := range rec.Tasks() {
		ids = append(ids, it.ID)
	}
	return ids
}

// withBook is a command over a record of so many tasks whose ledger has n reports.
func withBook(n int, command string, tasks func(n int) int, report string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		many := tasks(n)
		src := oneUnit + repeated(many, aTask)
		g := ofRecord(n, command, func(int) string { return src })
		save(tb, filepath.Join(dir, "hop.progress.yaml"), bookOf(idsOf(tb, src), max(n/many, 1), report))
		return g.make(tb, dir, n)
	}}
}

// ofUnits is a command over a task of n units and as many reports.
func ofUnits(command, unit string) growing {
	return growing{n: 1500, make: func(tb testing.TB, dir string, n int) []string {
		src := soundRecord + "units:\n" + repeated(n, "  - {name: Phòng #}\n") + "conclusions: [{text: Làm việc., lead: [" + repeated(n, "Phòng #, ") + "], deadline: 1/12/2026}]\n"
		save(tb, filepath.Join(dir, "hop.progress.yaml"), bookOf(idsOf(tb, src), n, strings.Replace(aReport, "Văn phòng Sở", unit, 1)))
		return ofRecord(n, command, func(int) string { return src }).make(tb, dir, n)
	}}
}

// A sheet is a table of texts: what units send back, whichever program made it.
type sheet [][]string

// filled is what a unit sends back of some tasks.
func filled(ids []string, result string) sheet {
	s := sheet{{"Mã nhiệm vụ", "Nội dung nhiệm vụ", "Trạng thái", "% hoàn thành", "Ngày hoàn thành", "Kết quả", "Số, ký hiệu văn bản", "Khó khăn, vướng mắc", "Đề nghị gia hạn đến"}}
	for i, id := range ids {
		s = append(s, []string{id, fmt.Sprintf("Làm việc số %d.", i), "đang thực hiện", "40%", "", fmt.Sprintf(result, i), "", "", ""})
	}
	return s
}

func (s sheet) xlsx(tb testing.TB, cells string) string {
	var b strings.Builder
	b.WriteString("<x><sheetData>")
	for _, row := range s {
		b.WriteString("<row>")
		for _, cell := range row {
			b.WriteString(`<c t="inlineStr"><is><t>` + cell + `</t></is></c>`)
		}
		b.WriteString(cells + "</row>")
	}
	return string(zipped(tb,
		"[Content_Types].xml", `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", `<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></R>`,
		"xl/workbook.xml", `<w><sheets><sheet name="a" id="r1"/></sheets></w>`,
		"xl/_rels/workbook.xml.rels", `<R><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></R>`,
		"xl/s.xml", b.String()+"</sheetData></x>", "docProps/custom.xml", ownProps))
}

func (s sheet) csv() string {
	var b strings.Builder
	b.WriteString("Đơn vị báo cáo,Văn phòng Sở\n")
	for _, row := range s {
		b.WriteString(`"` + strings.Join(row, `","`) + "\"\n")
	}
	return b.String()
}

func (s sheet) ods(tb testing.TB) string {
	var b strings.Builder
	b.WriteString(`<office><body><spreadsheet><table name="Nhiệm vụ"><table-row><table-cell value-type="string"><p>VĂN PHÒNG SỞ</p></table-cell></table-row>`)
	for _, row := range s {
		b.WriteString("<table-row>")
		for _, cell := range row {
			b.WriteString(`<table-cell value-type="string"><p>` + cell + "</p></table-cell>")
		}
		b.WriteString("</table-row>")
	}
	b.WriteString("</table></spreadsheet></body></office>")
	return string(zipped(tb, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", b.String()))
}

// collecting is the record of so many tasks, and what came back on it.
func collecting(n int, tasks func(n int) int, reply func(tb testing.TB, ids []string, n int) (name, content string)) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path, src := filepath.Join(dir, "hop.yaml"), oneUnit+repeated(tasks(n), aTask)
		save(tb, path, src)
		name, content := reply(tb, idsOf(tb, src), n)
		save(tb, filepath.Join(dir, "thu", name), content)
		return []string{"collect", path, filepath.Join(dir, "thu"), "--as-of", "1/11/2026", "--dry-run"}
	}}
}

// growingReturns are ledgers and what comes back from units.
func growingReturns() map[string]growing {
	one, each := func(int) int { return 1 }, func(n int) int { return n }
	few := func(int) int { return 1000 }
	all := map[string]growing{}
	for _, command := range []string{"status", "carry --to 2026-Q4", "render --only xlsx", "render -t bao-cao-ket-qua --as-of 1/1/2027", "render -t cong-van-don-doc --as-of 1/1/2027", "send"} {
		name := strings.ReplaceAll(command, " ", "_") + "/reports/"
		all[name+"of one task"] = withBook(50_000, command, one, aReport)
		all[name+"of 1000 tasks"] = withBook(50_000, command, few, aReport)
		all[name+"one of each task"] = withBook(2400, command, each, aReport)
	}
	for _, command := range []string{"status", "carry --to 2026-Q4", "render -t bao-cao-ket-qua --as-of 1/1/2027", "send"} {
		name := strings.ReplaceAll(command, " ", "_") + "/reports/"
		all[name+"of many units"] = ofUnits(command, "Phòng %[1]d")
		all[name+"of strangers"] = ofUnits(command, "Phòng lạ %[1]d")
		all[name+"of one moment"] = withBook(20_000, command, one, strings.Replace(aReport, "percent: 40", "percent: %[1]d", 1))
	}
	for name, g := range map[string]growing{
		"workbook/rows": collecting(2400, each, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.xlsx", filled(ids, "việc %d").xlsx(tb, "")
		}),
		"workbook/rows again": collecting(9000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			s := filled(ids, "việc %d")
			for range n {
				s = append(s, s[1])
			}
			return "a.xlsx", s.xlsx(tb, "")
		}),
		"workbook/rows of other tasks": collecting(9000, few, func(tb testing.TB, ids []string, n int) (string, string) {
			s := filled(ids, "việc %d")
			for i := range n {
				s = append(s, []string{"2026-Q3/" + fmt.Sprint(i+5000) + "-7", "Làm việc.", "đang thực hiện", "", "", "a", "", "", ""})
			}
			return "a.xlsx", s.xlsx(tb, "")
		}),
		"workbook/rows without ID": collecting(2400, few, func(tb testing.TB, ids []string, n int) (string, string) {
			s := filled(ids, "việc %d")
			for i := range n {
				s = append(s, []string{"", fmt.Sprintf("Làm việc mới số %d.", i), "đang thực hiện", "", "", "a", "", "", ""})
			}
			return "a.xlsx", s.xlsx(tb, "")
		}),
		"workbook/columns": collecting(4000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.xlsx", filled(ids, "việc %d").xlsx(tb, strings.Repeat(`<c t="inlineStr"><is><t>ghi</t></is></c>`, n))
		}),
		"workbook/cells beside": collecting(200, few, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.xlsx", filled(ids, "việc %d").xlsx(tb, strings.Repeat(`<c t="inlineStr"><is><t>ghi</t></is></c>`, n))
		}),
		"workbook/long results": collecting(12_000, few, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.xlsx", filled(ids[:100], strings.Repeat("a", n)+"%d").xlsx(tb, "")
		}),
		"workbooks": collecting(200, few, func(tb testing.TB, ids []string, n int) (string, string) {
			var all []string
			for i := range n {
				all = append(all, fmt.Sprint(i, ".xlsx"), filled(ids[:50], fmt.Sprint(i)+"việc %d").xlsx(tb, ""))
			}
			return "a.zip", string(zipped(tb, all...))
		}),
		"csv/rows": collecting(2400, each, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.csv", filled(ids, "việc %d").csv()
		}),
		"csv/rows in other words": collecting(2400, each, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.csv", strings.ReplaceAll(filled(ids, "việc %d").csv(), "Làm", "Xong")
		}),
		"csv/columns": collecting(200_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.csv", strings.TrimSpace(filled(ids, "việc %d").csv()) + strings.Repeat(",a", n) + "\n"
		}),
		"csv/quotes": collecting(1_000_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.csv", filled(ids, strings.Repeat(`""`, n)+"%d").csv()
		}),
		"csv/lines": collecting(1_000_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.csv", filled(ids, "%d").csv() + strings.Repeat("\n", n)
		}),
		"ods/rows": collecting(2400, each, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.ods", filled(ids, "việc %d").ods(tb)
		}),
		"zip/entries": collecting(900, one, func(tb testing.TB, ids []string, n int) (string, string) {
			var all []string
			for i := range n {
				all = append(all, fmt.Sprint(i, ".csv"), filled(ids, fmt.Sprint(i)+"việc %d").csv())
			}
			return "a.zip", string(zipped(tb, all...))
		}),
		"zip/other entries": collecting(20_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.zip", string(zipped(tb, strings.Split(repeated(n, "#.txt,a,")+"b.txt,a", ",")...))
		}),
		"mail/parts": collecting(900, one, func(tb testing.TB, ids []string, n int) (string, string) {
			part := "--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=\"a#.csv\"\r\n\r\n" + filled(ids, "việc %d").csv() + "\r\n"
			return "a.eml", "From: a@b\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + repeated(n, part) + "--x--\r\n"
		}),
		"mail/headers": collecting(200_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.eml", "From: a@b\r\n" + repeated(n, "X-A#: b\r\n") + "Subject: a\r\n\r\na\r\n"
		}),
		"mail/lines": collecting(1_000_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.eml", "From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + strings.Repeat("--\r\n", n)
		}),
		"mail/subject": collecting(20_000, one, func(tb testing.TB, ids []string, n int) (string, string) {
			return "a.eml", "From: a@b\r\nSubject: " + strings.Repeat("=?utf-8?q?=C3=A1?=\r\n ", n) + "a\r\n\r\na\r\n"
		}),
	} {
		all["collect/"+name] = g
	}
	return all
}
