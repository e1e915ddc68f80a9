// Package render is the whole way from a record to its files: bytes in, bytes
// out. It knows no clock, no files and no flags.
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
	"ketluan/render/xlsx"
)

// Options say what a Renderer makes.
type Options struct {
	Family   *fonts.Family
	Document *tmpl.Template // nil: no PDF
	Workbook *tmpl.Template // nil: no workbook
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
	return rec, problems
}

// Files makes the files of a record: record, document, pages, PDF; record,
// workbook, XLSX.
func (r *Renderer) Files(rec *record.Record) ([]File, error) {
	var files []File
	if t := r.options.Document; t != nil {
		var out bytes.Buffer
		d, err := t.Document(rec)
		if err != nil {
			return nil, err
		}
		pages, err := layout.Pages(d, measurer{r.options.Family})
		if err != nil {
			return nil, fmt.Errorf("laying the document out: %w", err)
		}
		if err := r.pdf.Write(&out, pdf.Document{Pages: pages, Properties: d.Properties, Abbreviations: d.Abbreviations}); err != nil {
			return nil, err
		}
		files = append(files, File{t.Suffix() + ".pdf", out.Bytes()})
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

// measurer lets layout measure with the faces of a family, which are in the
// order of layout's.
type measurer struct{ family *fonts.Family }

func (m measurer) Advance(f doc.Face, r rune) (int, bool) { return m.family.Faces[f].Advance(r) }
