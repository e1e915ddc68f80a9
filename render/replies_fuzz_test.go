package render

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"ketluan/render/ledger"
	"ketluan/render/record"
	"ketluan/render/reply"
)

// Whatever stands in a sheet and its shared texts: no panic, and what is taken
// of it can be written into the ledger and read again.
func FuzzReplies(f *testing.F) {
	sent := unitFile(f)
	c := collector(f)
	wanted := []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "docProps/core.xml", "docProps/custom.xml"}
	read := func(file []byte, name string) []byte {
		zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			f.Fatal(err)
		}
		part, err := zr.Open(name)
		if err != nil {
			return nil
		}
		content, err := io.ReadAll(part)
		if err != nil {
			f.Fatal(err)
		}
		return content
	}
	fixed := map[string][]byte{}
	all := changed(f, sent, changedBooks[:20])
	filled := all[1].file // saved by excelize, with shared texts
	for _, name := range wanted {
		fixed[name] = read(filled, name)
	}
	for _, r := range all {
		f.Add(read(r.file, sheetPart), read(r.file, "xl/sharedStrings.xml"))
	}
	f.Fuzz(func(t *testing.T, sheet, shared []byte) {
		var file bytes.Buffer
		zw := zip.NewWriter(&file)
		for _, name := range wanted {
			store(t, zw, name, fixed[name])
		}
		store(t, zw, sheetPart, sheet)
		store(t, zw, "xl/sharedStrings.xml", shared)
		if err := zw.Close(); err != nil {
			t.Fatal(err)
		}
		reading := c.Read("a.xlsx", file.Bytes())
		for _, p := range reading.Problems {
			if p.Message.VI == "" || p.Message.EN == "" {
				t.Fatalf("%+v", p)
			}
		}
		l := ledger.New("a", c.Record)
		Enter(l, []reply.Reading{reading})
		again, problems := ledger.Read("a", l.Bytes(), c.Record)
		if len(problems) > 0 || !bytes.Equal(again.Bytes(), l.Bytes()) {
			t.Fatalf("%v\n%s", problems, l.Bytes())
		}
		for _, p := range reading.Reports {
			if !record.CheckID(p.ID) {
				t.Fatal(p.ID)
			}
		}
	})
}

func store(t *testing.T, zw *zip.Writer, name string, content []byte) {
	t.Helper()
	w, err := zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
}
