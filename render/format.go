package render

import (
	"bytes"
	"fmt"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// A Format is a format of documents, by the extension of its files. It is chosen
// beside the template, which knows nothing of it.
type Format string

// The formats of documents.
const (
	PDF  Format = "pdf"
	DOCX Format = "docx" // for Word
)

// finished makes the files of a document, a format beside a format.
func (r *Renderer) finished(l tmpl.Letter, attachments []pdf.Attachment) ([]File, error) {
	var files []File
	for _, format := range r.options.Formats {
		switch format {
		case PDF:
			made, err := r.pages(l, attachments)
			if err != nil {
				return nil, err
			}
			files = append(files, made...)
		case DOCX:
			made, err := r.word(l)
			if err != nil {
				return nil, err
			}
			files = append(files, made)
		default:
			panic(fmt.Sprintf("render: unknown format %q", format))
		}
	}
	return files, nil
}

// allFinished makes the files of several documents.
func (r *Renderer) allFinished(letters []tmpl.Letter, attachments []pdf.Attachment) ([]File, error) {
	var files []File
	for _, l := range letters {
		if r.options.Draft {
			l.Suffix += draftSuffix
		}
		made, err := r.finished(l, attachments)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

// pages lays a document out and makes its PDF, and what goes beside it.
func (r *Renderer) pages(l tmpl.Letter, attachments []pdf.Attachment) ([]File, error) {
	d := l.Document
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil {
		return nil, fmt.Errorf("laying the document out: %w", err)
	}
	var out bytes.Buffer
	err = r.pdf.Write(&out, pdf.Document{Pages: pages, Properties: d.Properties, Abbreviations: d.Abbreviations, Attachments: attachments})
	if err != nil {
		return nil, err
	}
	files := []File{{Folder: l.Folder, Suffix: l.Suffix + ".pdf", Bytes: out.Bytes()}}
	if r.options.SigningBoxes {
		b, err := boxes(pages, d.Stamps, measurer{r.options.Family})
		if err != nil {
			return nil, fmt.Errorf("writing the signing boxes: %w", err)
		}
		files = append(files, File{Folder: l.Folder, Suffix: l.Suffix + "-o-ky.json", Bytes: b})
	}
	return files, nil
}

// word makes a document's file for Word.
func (r *Renderer) word(l tmpl.Letter) (File, error) {
	set, err := layout.Set(l.Document, measurer{r.options.Family})
	if err != nil {
		return File{}, fmt.Errorf("laying the document out: %w", err)
	}
	var out bytes.Buffer
	err = r.docx.Write(&out, l.Document, set)
	return File{Folder: l.Folder, Suffix: l.Suffix + ".docx", Bytes: out.Bytes()}, err
}

// attachments are the record and its profile, where they are to be attached.
func (r *Renderer) attachments(rec *record.Record) []pdf.Attachment {
	if !r.options.AttachRecord {
		return nil
	}
	var all []pdf.Attachment
	for i, f := range rec.Sources {
		a := pdf.Attachment{Name: f.Name, Description: "Bảng của văn bản này", Content: f.Bytes}
		if _, ok := rec.Profile(); ok && i == 1 {
			a.Description = "Hồ sơ cơ quan"
		}
		if i == 0 {
			a.Description = "Bản ghi của văn bản này"
		}
		all = append(all, a)
	}
	return all
}

// measurer lets layout measure with the faces of a family, which are in the
// order of layout's.
type measurer struct{ family *fonts.Family }

func (m measurer) Advance(f doc.Face, r rune) (int, bool) { return m.family.Faces[f].Advance(r) }
