// Package render is the whole way from a record to its files: bytes in, bytes
// out. It knows no clock, no files and no flags.
package render

import (
	"bytes"
	"fmt"
	"slices"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/layout"
	"ketluan/render/pdf"
	"ketluan/render/record"
	"ketluan/render/tmpl"
	"ketluan/render/xlsx"
)

// Options say what a Renderer makes.
type Options struct {
	Family   *fonts.Family
	Document *tmpl.Template // nil: no PDF
	Workbook *tmpl.Template // nil: no workbook

	Draft        bool // mark what is missing instead of refusing the record
	AttachRecord bool // to the PDF, which is PDF/A-3a then
	SigningBoxes bool // tell where the PDF is signed and numbered
}

// A Renderer makes the files of records. It is made once and may be used by
// many goroutines.
type Renderer struct {
	options Options
	pdf     *pdf.Writer
	xlsx    *xlsx.Writer
}

// A File is one output: its name is that of the record and the suffix.
type File struct {
	Suffix string // ".pdf", "-theo-doi.xlsx"
	Bytes  []byte
}

// New prepares what all records share: cut faces, the outline of the workbook.
func New(o Options) (*Renderer, error) {
	r := &Renderer{options: o}
	var err error
	if o.Document != nil {
		if r.pdf, err = pdf.New(o.Family); err != nil {
			return nil, err
		}
	}
	if o.Workbook != nil {
		faces := xlsx.Faces{Regular: o.Family.Faces[fonts.Regular], Bold: o.Family.Faces[fonts.Bold]}
		if r.xlsx, err = xlsx.New(o.Workbook.Design(), faces); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Read reads a record and checks it, also for what the templates require. All
// problems come back at once; only without any may the record be rendered.
// Open opens a profile by the path that the record gives.
func (r *Renderer) Read(name string, src []byte, open func(path string) ([]byte, error)) (*record.Record, []record.Problem) {
	rec, problems := record.Parse(src, record.Source{Name: name, Open: open, Printable: r.options.Family.Printable})
	if rec == nil {
		return nil, problems
	}
	for _, t := range []*tmpl.Template{r.options.Document, r.options.Workbook} {
		if t != nil {
			problems = rec.Merge(problems, t.Missing(rec))
		}
	}
	if r.options.Draft {
		problems = slices.DeleteFunc(problems, func(p record.Problem) bool { return p.Missing && r.options.Document.CanMark(p.Field) })
	}
	return rec, problems
}

// Files makes the files of a record: record, document, pages, PDF; record,
// workbook, XLSX.
func (r *Renderer) Files(rec *record.Record) ([]File, error) {
	var files []File
	if r.options.Document != nil {
		made, err := r.document(rec)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	if t := r.options.Workbook; t != nil {
		var out bytes.Buffer
		b, err := t.Workbook(rec)
		if err != nil {
			return nil, err
		}
		if err := r.xlsx.Write(&out, b); err != nil {
			return nil, err
		}
		files = append(files, File{t.Suffix() + ".xlsx", out.Bytes()})
	}
	return files, nil
}

// draftSuffix sets a draft's name apart from that of the document.
const draftSuffix = "-du-thao"

// document makes the PDF of a record, and what goes beside it.
func (r *Renderer) document(rec *record.Record) ([]File, error) {
	fill, suffix := r.options.Document.Document, r.options.Document.Suffix()
	if r.options.Draft {
		fill, suffix = r.options.Document.Draft, suffix+draftSuffix
	}
	d, err := fill(rec)
	if err != nil {
		return nil, err
	}
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil {
		return nil, fmt.Errorf("laying the document out: %w", err)
	}
	var out bytes.Buffer
	err = r.pdf.Write(&out, pdf.Document{Pages: pages, Properties: d.Properties, Abbreviations: d.Abbreviations, Attachments: r.attachments(rec)})
	if err != nil {
		return nil, err
	}
	files := []File{{suffix + ".pdf", out.Bytes()}}
	if r.options.SigningBoxes {
		b, err := boxes(pages)
		if err != nil {
			return nil, fmt.Errorf("writing the signing boxes: %w", err)
		}
		files = append(files, File{suffix + "-o-ky.json", b})
	}
	return files, nil
}

// attachments are the record and its profile, where they are to be attached.
func (r *Renderer) attachments(rec *record.Record) []pdf.Attachment {
	if !r.options.AttachRecord {
		return nil
	}
	var all []pdf.Attachment
	for i, f := range rec.Sources {
		a := pdf.Attachment{Name: f.Name, Description: "Hồ sơ cơ quan", Content: f.Bytes}
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
