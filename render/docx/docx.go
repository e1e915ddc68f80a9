// Package docx writes a document as a file of Word: the same words in the same
// lines on the same pages as its PDF, for offices whose systems take a .docx,
// and for those who correct in Word. Layout decides where lines end and how wide
// columns are; Word, or what opens the file in its place, sets it again by that.
package docx

import (
	"fmt"
	"io"

	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/opc"
)

// A Writer writes documents. It may be used by many goroutines.
type Writer struct {
	fixed []opc.Part // the parts that all files share
	press opc.Press
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
		w.fixed = append(w.fixed, w.press.Part(p.name, []byte(head+p.xml)))
	}
	return w
}

// Write writes a document as layout has set it. The same document gives the same
// bytes.
func (w *Writer) Write(out io.Writer, d *doc.Document, s *layout.Setting) error {
	b := newBody(d, s)
	b.write()
	made := []opc.Part{
		w.press.Part("docProps/core.xml", coreProperties(d.Properties)),
		w.press.Part("word/document.xml", b.out.Bytes()),
		w.press.Part("word/header1.xml", pageHeader(d, b.styles)),
		w.press.Part("word/styles.xml", b.styles.xml(d.LineNumber)),
	}
	if err := opc.Write(out, inOrder(w.fixed, made)); err != nil {
		return fmt.Errorf("writing DOCX: %w", err)
	}
	return nil
}

// inOrder merges two lists that are sorted by name.
func inOrder(a, b []opc.Part) []opc.Part {
	all := make([]opc.Part, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Name < b[0].Name {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}
