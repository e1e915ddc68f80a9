// Package render is the whole way from a record to its files: bytes in, bytes
// out. It knows no clock, no files and no flags.
package render

import (
	"bytes"
	"fmt"
	"slices"

	"ketluan/fonts"
	"ketluan/render/docx"
	"ketluan/render/followup"
	"ketluan/render/kind"
	"ketluan/render/pdf"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
	"ketluan/render/xlsx"
)

// Options say what a Renderer makes.
type Options struct {
	Family   *fonts.Family
	Document *tmpl.Template   // nil: none
	Forms    []*tmpl.Template // in the place of Document, of records of other systems
	Formats  []Format         // of the document, in this order; none is PDF alone

	Workbooks        []*tmpl.Template // of one record: the office's, the units'
	QuarterWorkbooks []*tmpl.Template // over all records of a quarter

	Draft        bool // mark what is missing instead of refusing the record
	AttachRecord bool // to the PDF, which is PDF/A-3a then
	SigningBoxes bool // tell where the PDF is signed and numbered
}

// A Renderer makes the files of records. It is made once and may be used by
// many goroutines.
type Renderer struct {
	options Options
	pdf     *pdf.Writer
	docx    *docx.Writer
	xlsx    []*xlsx.Writer // of Workbooks
	quarter []*xlsx.Writer // of QuarterWorkbooks
}

// A File is one output: its name is that of the record and the suffix.
type File struct {
	Folder string // below that of the record: "don-vi", or "" for that itself
	Suffix string // ".pdf", "-theo-doi.xlsx"
	Bytes  []byte
}

// New prepares what all records share: cut faces, the outline of the workbook.
func New(o Options) (*Renderer, error) {
	r := &Renderer{options: o}
	var err error
	switch {
	case o.Document == nil:
		r.options.Formats = nil
	case len(o.Formats) == 0:
		r.options.Formats = []Format{PDF}
	}
	for _, format := range r.options.Formats {
		switch format {
		case PDF:
			r.pdf, err = pdf.New(o.Family)
		case DOCX:
			r.docx = docx.New()
		default:
			err = fmt.Errorf("documents are not made as %q", format)
		}
		if err != nil {
			return nil, err
		}
	}
	if r.xlsx, err = writers(o.Family, o.Workbooks); err != nil {
		return nil, err
	}
	r.quarter, err = writers(o.Family, o.QuarterWorkbooks)
	return r, err
}

func writers(family *fonts.Family, templates []*tmpl.Template) ([]*xlsx.Writer, error) {
	faces := xlsx.Faces{Regular: family.Faces[fonts.Regular], Bold: family.Faces[fonts.Bold]}
	var all []*xlsx.Writer
	for _, t := range templates {
		w, err := xlsx.New(t.Design(), faces)
		if err != nil {
			return nil, err
		}
		all = append(all, w)
	}
	return all, nil
}

// Read reads a record and checks it, also for what the templates require. All
// problems come back at once; only without any may the record be rendered.
// Open opens a profile by the path that the record gives.
func (r *Renderer) Read(name string, src []byte, open func(path string) ([]byte, error)) (*record.Record, []problem.Problem) {
	rec, problems := record.Parse(src, record.Source{Name: name, Open: open, Printable: r.options.Family.Printable})
	if rec == nil {
		return nil, problems
	}
	document := r.Document(rec)
	for _, t := range slices.Concat([]*tmpl.Template{document}, r.options.Workbooks, r.options.QuarterWorkbooks) {
		if t != nil {
			problems = rec.Merge(problems, t.Missing(rec))
		}
	}
	if r.options.Draft {
		problems = slices.DeleteFunc(problems, func(p problem.Problem) bool { return p.Missing && document.CanMark(p.Path) })
	}
	return rec, problems
}

// NeedsFollowUp reports whether r makes documents about what became of tasks,
// by FollowUp, and no others.
func (r *Renderer) NeedsFollowUp() bool {
	return r.options.Document != nil && r.options.Document.NeedsFollowUp()
}

// HasWorkbooks reports whether r makes workbooks of a record.
func (r *Renderer) HasWorkbooks() bool { return len(r.options.Workbooks) > 0 }

// Document returns the template that r makes the document of a record with:
// the one of the record's system. It is nil where r makes none.
func (r *Renderer) Document(rec *record.Record) *tmpl.Template {
	if rec != nil && r.options.Document != nil {
		for _, t := range r.options.Forms {
			if t.Makes(rec) && !r.options.Document.Makes(rec) {
				return t
			}
		}
	}
	return r.options.Document
}

// KindsOf returns the kinds of the documents that r makes of a record: those by
// whose rules it is checked. A template that names none is not among them. A nil
// record is one of the first system.
func (r *Renderer) KindsOf(rec *record.Record) []kind.Kind {
	t := r.Document(rec)
	if t == nil || t.Kind() == (kind.Kind{}) {
		return nil
	}
	return []kind.Kind{t.Kind()}
}

// Files makes the files of a record: record, document, pages, PDF; record,
// workbook, XLSX.
func (r *Renderer) Files(rec *record.Record) ([]File, error) { return r.FilesWith(Known{}, rec) }

// Known is what ledgers say of tasks.
type Known = followup.Known

// FilesWith makes them with what is known of the tasks in the workbooks.
func (r *Renderer) FilesWith(known Known, rec *record.Record) ([]File, error) {
	var files []File
	if r.options.Document != nil {
		made, err := r.document(rec)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	for i, t := range r.options.Workbooks {
		made, err := workbooks(t, r.xlsx[i], known, rec)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

// Quarter makes the workbooks over all records of a quarter, of which there is
// at least one, with what is known of their tasks. They come in the order of
// the records.
func (r *Renderer) Quarter(known Known, records []*record.Record) ([]File, error) {
	var files []File
	for i, t := range r.options.QuarterWorkbooks {
		made, err := workbooks(t, r.quarter[i], known, records...)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}

// unitFolder is where the workbooks of units are, below that of their record.
const unitFolder = "don-vi"

// workbooks makes those of one template.
func workbooks(t *tmpl.Template, w *xlsx.Writer, known Known, records ...*record.Record) ([]File, error) {
	filled, err := t.Workbooks(known, records...)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, b := range filled {
		var out bytes.Buffer
		if err := w.Write(&out, b.Workbook); err != nil {
			return nil, err
		}
		f := File{Suffix: b.Suffix + ".xlsx", Bytes: out.Bytes()}
		if t.EachUnit() {
			f.Folder = unitFolder
		}
		files = append(files, f)
	}
	return files, nil
}

// draftSuffix sets a draft's name apart from that of the document.
const draftSuffix = "-du-thao"

// document makes the document of a record in all formats, and what goes beside it.
func (r *Renderer) document(rec *record.Record) ([]File, error) {
	t := r.Document(rec)
	fill, suffix := t.Document, t.Suffix()
	if r.options.Draft {
		fill, suffix = t.Draft, suffix+draftSuffix
	}
	d, err := fill(rec)
	if err != nil {
		return nil, err
	}
	return r.finished(tmpl.Letter{Suffix: suffix, Document: d}, r.attachments(rec))
}

// FollowUp makes the documents about what became of a record's tasks: those of
// the template, which must need a follow-up. There may be none.
func (r *Renderer) FollowUp(rec *record.Record, at tmpl.FollowUp) ([]File, error) {
	letters, err := r.options.Document.Letters(rec, at, r.options.Draft)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, l := range letters {
		if r.options.Draft {
			l.Suffix += draftSuffix
		}
		made, err := r.finished(l, nil)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	return files, nil
}
