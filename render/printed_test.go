package render

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/fonts"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
	"ketluan/render/sheet"
	"ketluan/render/testdata/calc"
	"ketluan/render/tmpl"
)

// longUnit is a name that takes many lines of a narrow column.
const longUnit = "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp khu vực miền núi"

// What LibreOffice prints of a workbook of each kind, before and after a program
// has filled it in, has letters of 8 pt and more, no line of text that a border
// crosses, and every word of the columns that are printed.
func TestOnPaper(t *testing.T) {
	program := calc.New(t)
	dir, out := t.TempDir(), t.TempDir()
	args := []string{"--convert-to", "pdf", "--outdir", out}
	made := printedKinds(t)
	for stem, content := range made {
		path := filepath.Join(dir, stem+".xlsx")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	program.Run(args...)
	for stem, content := range made {
		printed, err := os.ReadFile(filepath.Join(out, stem+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		file, err := read.Open(printed)
		if err != nil {
			t.Fatalf("%s: %v", stem, err)
		}
		var all strings.Builder
		for i, p := range file.Pages {
			checkPrinted(t, stem, i+1, p, &all)
		}
		for _, text := range printedCells(t, content) {
			if !strings.Contains(all.String(), unspaced(text)) {
				t.Errorf("%s: not on paper: %s", stem, text)
			}
		}
	}
}

// printedKinds returns a workbook of each kind, as it is sent and as one comes back.
func printedKinds(t *testing.T) map[string][]byte {
	o := withUnits(t).options
	o.QuarterWorkbooks = []*tmpl.Template{builtIn(t, "theo-doi-quy"), builtIn(t, "theo-doi-quy-don-vi")}
	r, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Replace(source(t, seed), "đúng quy định.", strings.Repeat("đúng quy định, báo cáo lãnh đạo Sở xem xét, ", 12)+longUnit+".", 1)
	rec := parsed(t, r, "a.yaml", []byte(long))
	quarter, err := r.Quarter(Known{}, []*record.Record{rec})
	if err != nil {
		t.Fatal(err)
	}
	made := map[string][]byte{}
	for kind, all := range map[string][]File{"cuoc-hop": files(t, r, rec), "quy": quarter} {
		office, unit := all[0], all[1]
		made[kind], made[kind+"-don-vi"] = office.Bytes, unit.Bytes
		made[kind+"-da-ghi"], made[kind+"-don-vi-da-ghi"] = answered(t, office.Bytes, 60), answered(t, unit.Bytes, 90)
	}
	return made
}

// answered writes an answer of so many letters into each row, and leaves the rows as high as they were.
func answered(t *testing.T, content []byte, letters int) []byte {
	f := opened(t, content)
	const said = "Đã trình Ủy ban nhân dân tỉnh Tờ trình số 45/TTr-SKHCN ngày 12/10/2020, đang chờ ý kiến thẩm định"
	rows, err := f.GetRows("Nhiệm vụ")
	if err != nil {
		t.Fatal(err)
	}
	for n, row := range rows {
		for column, header := range rows[2] {
			if len(row) < 3 || !strings.HasPrefix(row[1], "2020-") || header != "Kết quả" {
				continue
			}
			name, _ := excelize.CoordinatesToCellName(column+1, n+1)
			if err := f.SetCellStr("Nhiệm vụ", name, string([]rune(said)[:letters])); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// printedCells returns the texts of a workbook's sheets that are printed: to the
// right end of the foot's column, which the print area says.
func printedCells(t *testing.T, content []byte) (texts []string) {
	f := opened(t, content)
	for _, name := range f.GetDefinedName() {
		if name.Name != "_xlnm.Print_Area" || name.Scope == "Danh mục" {
			continue
		}
		_, to, _ := strings.Cut(strings.ReplaceAll(name.RefersTo[strings.LastIndex(name.RefersTo, "!")+1:], "$", ""), ":")
		last, _, err := excelize.CellNameToCoordinates(to)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(name.Scope)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i, text := range row {
				if i < last && len(text) > 4 { // assessments that a day changes are formulas of few words
					texts = append(texts, text)
				}
			}
		}
	}
	return texts
}

// checkPrinted looks at a page: letters that are too small, and lines that a
// border crosses. It appends the letters of the page to all.
func checkPrinted(t *testing.T, stem string, page int, p read.Page, all *strings.Builder) {
	const saved = 0.97                                 // LibreOffice takes that much off where it saves a page
	const mmPerPT, above, below = 25.4 / 72, 0.6, 0.15 // of the letters' size: what of a line lies over and under its base
	for _, text := range p.Texts {
		all.WriteString(unspaced(text.Text))
		if float64(text.Size) < float64(sheet.Smallest)*saved {
			t.Errorf("%s, page %d: %q has letters of %.2f pt", stem, page, text.Text, text.Size)
		}
		high := float64(text.Size) * mmPerPT
		for _, r := range p.Rules {
			over := float64(r.Y) - (float64(text.Y) - above*high)
			if middle := text.X + text.Ink/2; r.X < middle && middle < r.X+r.Width && over > 0 && over < (above+below)*high {
				t.Errorf("%s, page %d: a border crosses %q", stem, page, text.Text)
			}
		}
	}
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// No word of a header is wider than its column, also where a digit is 7 pixels
// and the padding 5, as in Excel, which breaks such words anywhere.
func TestHeadWords(t *testing.T) {
	const digit, padding = 5.25, 3.75 // pt
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"theo-doi", "theo-doi-don-vi", "theo-doi-quy", "theo-doi-quy-don-vi"} {
		for _, design := range builtIn(t, name).Design().Sheets {
			d := design.Reduced(design.Reduction())
			for _, c := range d.Columns {
				for word := range strings.FieldsSeq(c.Header) {
					width := 0.0
					for _, r := range word {
						w, _ := family.Faces[fonts.Bold].Advance(r)
						width += float64(w) * float64(d.Header.Size) / 1000
					}
					if room := c.Width*digit - padding; !d.Hidden && width > room {
						t.Errorf("%s, %s: %q is %.1f pt wide, its column has %.1f", name, d.Name, word, width, room)
					}
				}
			}
		}
	}
}
