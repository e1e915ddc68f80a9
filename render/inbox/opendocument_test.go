package inbox_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"ketluan/render/inbox"
)

// part is a part of a workbook that came out.
func part(t *testing.T, book []byte, name string) string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := zr.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	src, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// Cells of OpenDocument come out where they stand, with their kinds: comments
// come with them and are no text of theirs, and what is repeated counts.
func TestOpenDocument(t *testing.T) {
	const content = `<office><body><spreadsheet><table name="A &amp; B">
<table-row><table-cell number-columns-spanned="3" value-type="string"><p>đầu</p></table-cell><covered-table-cell number-columns-repeated="2"/></table-row>
<table-row number-rows-repeated="2"><table-cell number-columns-repeated="16384"/></table-row>
<shapes><frame><text-box><p>bên <span>cạnh</span></p></text-box></frame></shapes>
<table-row><table-cell value-type="string"><annotation><creator>An</creator><p>lời ghi</p><p>hai<s/>_x0041_</p></annotation><p>một<s c="2"/>dòng</p><p>hai _x0041_</p></table-cell>
<table-cell value-type="percentage" value="0.5"><p>50%</p></table-cell><table-cell value-type="date" date-value="2020-10-14"><p>14/10/20</p></table-cell>
<table-cell value-type="string" string-value="chữ &amp; số"/><table-cell formula="of:=1+1" value-type="float" value="2"><p>2</p></table-cell><table-cell value-type="boolean" boolean-value="true"><p>ĐÚNG</p></table-cell></table-row>
<table-row number-rows-repeated="1048572"><table-cell/></table-row></table></spreadsheet></body></office>`
	const meta = `<meta><date>2020-10-15T08:30:00.123</date><user-defined name="DonVi">Văn phòng</user-defined></meta>`
	src := packed(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content, "meta.xml", meta)
	d := inbox.Open("a.ods", []byte(src))
	if len(d.Workbooks) != 1 || string(d.Workbooks[0].Source) != src {
		t.Fatal(told(d))
	}
	book := d.Workbooks[0].Book
	sheet := part(t, book, "xl/s1.xml")
	for _, want := range []string{
		`<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">đầu</t></is></c></row><row r="4">`, `>một  dòng&#xA;hai _x005F_x0041_</t>`,
		`<c r="B4"><v>0.5</v></c><c r="C4"><v>44118</v></c><c r="D4" t="inlineStr"><is><t xml:space="preserve">chữ &amp; số</t></is></c><c r="E4"><f>of:=1+1</f></c><c r="F4" t="b"><v>1</v></c></row></sheetData>`, `<mergeCell ref="A1:C1"/>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("%s is not in %s", want, sheet)
		}
	}
	for name, want := range map[string]string{"xl/workbook.xml": `name="A &amp; B"`, "docProps/custom.xml": `name="DonVi"><lpwstr>Văn phòng<`, "docProps/core.xml": ">2020-10-15T08:30:00Z<",
		"xl/c1.xml": `<comment ref="A4"><text><t>lời ghi&#xA;hai _x005F_x0041_</t></text></comment>`, "xl/d1.xml": "<t>bên cạnh</t>", "xl/_rels/s1.xml.rels": `comments" Target="c1.xml"`} {
		if got := part(t, book, name); !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	for want, parts := range map[string][]string{
		"has a password": {"META-INF/manifest.xml", "<manifest:encryption-data/>"}, "damaged": {"meta.xml", "<a>"}, "Word": {"x", ""},
	} {
		kind := "application/vnd.oasis.opendocument.spreadsheet"
		if want == "Word" {
			kind = "application/vnd.oasis.opendocument.text"
		}
		d := inbox.Open("a.ods", []byte(packed(t, append([]string{"mimetype", kind, "content.xml", "<a/>"}, parts...)...)))
		if got := told(d); len(d.Refused) != 1 || !strings.Contains(got, want) {
			t.Errorf("%s: %s", want, got)
		}
	}
}
