// Package pdf draws pages of positioned items as PDF. It computes no position
// of its own. Text is drawn with simple (single-byte) fonts, so that the
// spaces of a justified line are real spaces and what is copied out of the
// file is the text that went in.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
)

// producer is what the file says it was made by.
const producer = "ketluan"

// A Writer draws documents in one family. It is made once and may be used by
// many goroutines.
type Writer struct {
	faces    [4]*cutFace // by doc.Face
	finisher finisher
	buffers  sync.Pool // of *bytes.Buffer
}

// New cuts the faces of the family to what documents commonly use.
func New(family *fonts.Family) (*Writer, error) {
	w := &Writer{finisher: finisher{profile: sRGB()}}
	for i, face := range family.Faces {
		cut, err := cutTo(face, fonts.Repertoire)
		if err != nil {
			return nil, err
		}
		w.faces[i] = cut
	}
	return w, nil
}

// A Document is what a file is made of.
type Document struct {
	Pages         []layout.Page
	Properties    doc.Properties    // with a date: the file is dated by it
	Abbreviations map[string]string // what they stand for
	Attachments   []Attachment
}

// Write draws a document as PDF/A-2a and PDF/UA-1; with attachments it is
// PDF/A-3a. The same document gives the
// same bytes. A character that a face lacks is an error; layout has refused it
// before.
func (w *Writer) Write(out io.Writer, d Document) error {
	pen := w.newPen(d)
	for _, page := range d.Pages {
		pen.draw(page)
	}
	for _, e := range pen.encodings {
		if e != nil && e.err != nil {
			return e.err
		}
	}
	raw, file := w.buffer(), w.buffer()
	defer w.buffers.Put(raw)
	defer w.buffers.Put(file)
	if err := pen.pdf.Output(raw); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	if err := w.finisher.finish(file, raw.Bytes(), d, pen); err != nil {
		return err
	}
	if _, err := out.Write(file.Bytes()); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

func (w *Writer) buffer() *bytes.Buffer {
	b, ok := w.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	b.Reset()
	return b
}
