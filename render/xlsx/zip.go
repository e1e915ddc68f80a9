package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"

	"ketluan/render/sheet"
)

// A part is one file inside the workbook: compressed where all workbooks of
// the design share it, nil where each has its own.
type part struct {
	name       string
	compressed []byte
	crc        uint32
	size       int
}

func (w *Writer) newPart(name string, xml []byte) part {
	p := part{name: name, crc: crc32.ChecksumIEEE(xml), size: len(xml)}
	if xml != nil {
		p.compressed = w.deflate(xml)
	}
	return p
}

func (w *Writer) deflate(xml []byte) []byte {
	var b bytes.Buffer
	zw, ok := w.compressors.Get().(*flate.Writer)
	if !ok {
		var err error
		if zw, err = flate.NewWriter(&b, flate.DefaultCompression); err != nil {
			panic(err) // the level is a constant
		}
	}
	defer w.compressors.Put(zw)
	zw.Reset(&b)
	zw.Write(xml)
	zw.Close() // writing to a buffer does not fail
	return b.Bytes()
}

// first are the parts that readers look for at the start of the file.
var first = []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}

func sortParts(parts []part) {
	rank := func(p part) int {
		if i := slices.Index(first, p.name); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortFunc(parts, func(a, b part) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a.name, b.name)
	})
}

// zip writes the parts, in their order and all with one date.
func (w *Writer) zip(out io.Writer, filled map[string][]byte) error {
	zw := zip.NewWriter(out)
	for _, p := range w.parts {
		if xml, ok := filled[p.name]; ok {
			p = w.newPart(p.name, xml)
		}
		entry, err := zw.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
			CRC32: p.crc, CompressedSize64: uint64(len(p.compressed)), UncompressedSize64: uint64(p.size),
		})
		if err != nil {
			return fmt.Errorf("writing the workbook: %w", err)
		}
		if _, err := entry.Write(p.compressed); err != nil {
			return fmt.Errorf("writing the workbook: %w", err)
		}
	}
	if err := zw.Close(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}

// coreProperties returns docProps/core.xml.
func coreProperties(p sheet.Properties) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ tag, text string }{
		{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:creator", p.Author}, {"dc:identifier", p.Identifier}, {"cp:lastModifiedBy", p.Author},
	} {
		if e.text != "" {
			b.WriteString("<" + e.tag + ">")
			escape(&b, e.text)
			b.WriteString("</" + e.tag + ">")
		}
	}
	if p.Created != (sheet.Date{}) {
		for _, tag := range []string{"dcterms:created", "dcterms:modified"} {
			fmt.Fprintf(&b, `<%s xsi:type="dcterms:W3CDTF">%04d-%02d-%02dT00:00:00Z</%s>`, tag, p.Created.Year, p.Created.Month, p.Created.Day, tag)
		}
	}
	b.WriteString("</cp:coreProperties>")
	return b.Bytes()
}
