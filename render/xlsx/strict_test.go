package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"testing"

	"ketluan/render/sheet"
)

// What Excel saves as a "Strict Open XML Spreadsheet" has other names of
// namespaces, and days that are written out.
func TestStrict(t *testing.T) {
	const (
		main = `xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"`
		rels = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	)
	for from1904, want := range map[bool]float64{false: 44118, true: 44118 - 1462} {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for name, content := range map[string]string{
			"[Content_Types].xml":        "<Types/>",
			"_rels/.rels":                `<Relationships><Relationship Id="a" Type="` + rels + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="b" Type="` + rels + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/workbook.xml":            fmt.Sprintf(`<workbook %s xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><workbookPr date1904="%t"/><sheets><sheet name="a" r:id="b"/></sheets></workbook>`, main, from1904),
			"xl/worksheets/sheet1.xml": `<worksheet ` + main + `><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="inlineStr"><is><t>Ngày</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2" t="d"><v>2020-10-14T00:00:00.000</v></c></row>
<row r="3"><c r="B3" t="d"><v>2020-10-14</v></c></row><row r="4"><c r="B4" t="d"><v>hôm qua</v></c></row></sheetData></worksheet>`,
		} {
			f, err := w.Create(name)
			if err == nil {
				_, err = f.Write([]byte(content))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.Bytes(), map[string]string{"mã": "id", "ngày": "completed"}, nil)
		if err != nil || len(got.Tables) != 1 || got.From1904 != from1904 {
			t.Fatalf("%v %+v", err, got)
		}
		for i, cell := range []sheet.FilledCell{{Ref: "B2", Kind: sheet.FilledNumber, Number: want}, {Ref: "B3", Kind: sheet.FilledNumber, Number: want}, {Ref: "B4", Text: "hôm qua"}} {
			if c := got.Tables[0].Rows[i].Cells["completed"]; c != cell {
				t.Errorf("1904 %t: %+v, want %+v", from1904, c, cell)
			}
		}
	}
}
