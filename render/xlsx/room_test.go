package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"ketluan/render/sheet"
)

// A row has the height of the answer that its column has room for before anybody
// writes it: a program that does leaves the row as high as it was.
func TestRoomForAnswers(t *testing.T) {
	const answer = "Đã trình Ủy ban nhân dân tỉnh tại Tờ trình số 45/TTr-SNN ngày 12/10/2026, đang chờ ý kiến"
	heights := map[int]float64{}
	for _, letters := range []int{0, 90} {
		d := design()
		c := &d.Sheets[0].Columns[1]
		c.Input = &sheet.Input{Kind: sheet.InputText, Title: "Nội dung", Room: letters}
		f := open(t, write(t, book(d, "a")))
		h, err := f.GetRowHeight("Nhiệm vụ", d.Sheets[0].HeaderRow()+1)
		if err != nil {
			t.Fatal(err)
		}
		heights[letters] = h
		need := float64(textHeight(lines(faces(t).of(c.Style), answer, size(c.Style), roomOf(c)), c.Style))
		if letters > 0 && h < need {
			t.Errorf("the row is %.2f pt high, the answer needs %.2f", h, need)
		}
	}
	if heights[90] <= heights[0] {
		t.Errorf("heights %v", heights)
	}
}

func roomOf(c *sheet.Column) float64 { return room(c.Width - indented(c.Style)) }

// exceljs takes "true" for false, and would lose the fit to the page and the
// protection of a sheet.
func TestFlagsAreDigits(t *testing.T) {
	file := write(t, book(design(), "a"))
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range z.File {
		if !strings.HasPrefix(p.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		xml, err := io.ReadAll(r)
		if err != nil || strings.Contains(string(xml), `="true"`) {
			t.Errorf("%s has a flag that is a word, %v", p.Name, err)
		}
	}
}
