package main

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A folder of 40 records with 400 replies, in any mix: as they are, in folders,
// mails and archives, as OpenDocument, as CSV.
func BenchmarkCollectFolder(b *testing.B) {
	b.Chdir(b.TempDir())
	generate(b, "records", 40, 7)
	inboxOf(b, "inbox", 10)
	books, err := filepath.Glob("inbox/*.xlsx")
	if err != nil || len(books) < 300 {
		b.Fatal(len(books), err)
	}
	for i, book := range books {
		src, err := os.ReadFile(book)
		if err != nil {
			b.Fatal(err)
		}
		switch i % 6 {
		case 1:
			save(b, book+".eml", string(attached("a.xlsx", string(src))))
		case 2:
			save(b, book+".zip", string(zipped(b, "a/b.xlsx", string(src))))
		case 3:
			save(b, filepath.Join("inbox", fmt.Sprint(i), "a.xlsx"), string(src))
		case 4:
			save(b, book+".csv", commas(b, src))
		case 5:
			save(b, book+".ods", openDocument(b, src))
		}
		if i%6 > 0 {
			if err := os.Remove(book); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ResetTimer()
	for b.Loop() {
		_, out, errs := runHere(b.Context(), nil, "collect", "records", "inbox", "--as-of", "31/12/2030", "--dry-run")
		if want := fmt.Sprintf("%d tệp, 0 không dùng được; %[1]d báo cáo mới", len(books)); !strings.Contains(out, want) {
			b.Fatal(out, errs)
		}
	}
	b.ReportMetric(float64(len(books)), "replies")
}

// rowsOf are the texts of the first sheet of a workbook.
func rowsOf(tb testing.TB, book []byte) [][]string {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		tb.Fatal(err)
	}
	return rows
}

// commas is the first sheet of a workbook as CSV.
func commas(tb testing.TB, book []byte) string {
	tb.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rowsOf(tb, book)); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// openDocument is the first sheet of a workbook as .ods, without its properties.
func openDocument(tb testing.TB, book []byte) string {
	tb.Helper()
	var b bytes.Buffer
	b.WriteString(`<office><body><spreadsheet><table name="Nhiệm vụ">`)
	for _, row := range rowsOf(tb, book) {
		b.WriteString("<table-row>")
		for _, cell := range row {
			b.WriteString(`<table-cell value-type="string"><p>`)
			if err := xml.EscapeText(&b, []byte(cell)); err != nil {
				tb.Fatal(err)
			}
			b.WriteString("</p></table-cell>")
		}
		b.WriteString("</table-row>")
	}
	b.WriteString("</table></spreadsheet></body></office>")
	return string(zipped(tb, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", b.String()))
}
