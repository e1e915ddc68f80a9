// Package docx writes a document as a file of Word: the same words in the same
// lines on the same pages as its PDF, for offices whose systems take a .docx,
// and for those who correct in Word. Layout decides where lines end and how wide
// columns are; Word, or what opens the file in its place, sets it again by that.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// A Writer writes documents. It may be used by many goroutines.
type Writer struct {
	fixed       []part    // the parts that all files share
	compressors sync.Pool // of *flate.Writer
}

// A part is one file in the package, compressed.
type part struct {
	name       string
	compressed []byte
	crc        uint32
	size       int
}

// New prepares what all files share.
func New() *Writer {
	w := &Writer{}
	for _, p := range []struct{ name, xml string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/fontTable.xml", fontTable},
		{"word/settings.xml", settings},
	} {
		w.fixed = append(w.fixed, w.part(p.name, []byte(head+p.xml)))
	}
	return w
}

// Write writes a document as layout has set it. The same document gives the same
// bytes.
func (w *Writer) Write(out io.Writer, d *doc.Document, s *layout.Setting) error {
	b := newBody(d, s)
	b.write()
	made := []part{
		w.part("docProps/core.xml", coreProperties(d.Properties)),
		w.part("word/document.xml", b.out.Bytes()),
		w.part("word/header1.xml", pageHeader(d, b.styles)),
		w.part("word/styles.xml", b.styles.xml(d.LineNumber)),
	}
	zw := zip.NewWriter(out)
	for _, p := range inOrder(w.fixed, made) {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.crc, CompressedSize64: uint64(len(p.compressed)), UncompressedSize64: uint64(p.size)}
		//lint:ignore SA1019 CreateRaw knows no other
		h.ModifiedDate = firstDay
		entry, err := zw.CreateRaw(h)
		if err == nil {
			_, err = entry.Write(p.compressed)
		}
		if err != nil {
			return fmt.Errorf("writing DOCX: %w", err)
		}
	}
	if err := zw.Close(); err != nil {
		return fmt.Errorf("writing DOCX: %w", err)
	}
	return nil
}

// firstDay is the first day that a zip can tell, 1 January 1980: the date of all
// parts.
const firstDay = 1<<5 | 1

// inOrder merges two lists that are sorted by name.
func inOrder(a, b []part) []part {
	all := make([]part, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].name < b[0].name {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

func (w *Writer) part(name string, xml []byte) part {
	return part{name: name, compressed: w.deflate(xml), crc: crc32.ChecksumIEEE(xml), size: len(xml)}
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
