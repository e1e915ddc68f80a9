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
	Beside   []*tmpl.Template // further documents, each with a suffix of its own
	Forms    []*tmpl.Template // in the place of those that they replace, of records of other systems
	Formats  []Format         // of the documents, in this order; none is PDF alone

	Workbooks        []*tmpl.Template // of one record: the office's, the units'
	QuarterWorkbooks []*tmpl.Template // over all records of a quarter

	Fitting      bool // leave out what a record has not the facts for, instead of refusing the record
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

	profiles record.Trees // that its records name
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
	rec, problems := record.Parse(src, record.Source{Name: name, Open: open, Printable: r.options.Family.Printable, Trees: &r.profiles})
	if rec == nil {
		return nil, problems
	}
	asking := slices.Concat(r.documents(rec), r.options.Workbooks, r.options.QuarterWorkbooks)
	if r.options.Fitting && slices.ContainsFunc(asking, func(t *tmpl.Template) bool { return r.fits(t, rec) }) {
		return rec, problems
	}
	for _, t := range asking {
		problems = rec.Merge(problems, t.Missing(rec))
	}
	return rec, slices.DeleteFunc(problems, r.marks(rec))
}

// NeedsFollowUp reports whether r makes documents about what became of tasks,
// by FollowUp.
func (r *Renderer) NeedsFollowUp() bool {
	return slices.ContainsFunc(r.documents(nil), (*tmpl.Template).NeedsFollowUp)
}

// HasWorkbooks reports whether r makes workbooks of a record.
func (r *Renderer) HasWorkbooks() bool { return len(r.options.Workbooks) > 0 }

// Files makes the files of a record: record, document, pages, PDF; record,
// workbook, XLSX.
func (r *Renderer) Files(rec *record.Record) ([]File, error) { return r.FilesWith(Known{}, rec) }

// Known is what ledgers say of tasks.
type Known = followup.Known

// FilesWith makes them with what is known of the tasks in the workbooks.
func (r *Renderer) FilesWith(known Known, rec *record.Record) ([]File, error) {
	var files []File
	for _, t := range r.documents(rec) {
		if t.NeedsFollowUp() || !r.makes(t, rec) {
			continue
		}
		made, err := r.document(t, rec)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	for i, t := range r.options.Workbooks {
		if !r.makes(t, rec) {
			continue
		}
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

// workbooks makes those of one template. No more than one of them is held filled in.
func workbooks(t *tmpl.Template, w *xlsx.Writer, known Known, records ...*record.Record) ([]File, error) {
	var files []File
	var out bytes.Buffer
	for b, err := range t.Workbooks(known, records...) {
		if err != nil {
			return nil, err
		}
		out.Reset()
		out.Grow(xlsx.SizeOf(b.Workbook))
		if err := w.Write(&out, b.Workbook); err != nil {
			return nil, err
		}
		f := File{Suffix: b.Suffix + ".xlsx", Bytes: handedOver(&out)}
		if t.EachUnit() {
			f.Folder = unitFolder
		}
		files = append(files, f)
	}
	return files, nil
}

// handedOver returns what is in a buffer, which may be filled anew: without the room
// that was left where that is much.
func handedOver(b *bytes.Buffer) []byte {
	if b.Available() > b.Len()/4 {
		return bytes.Clone(b.Bytes())
	}
	all := b.Bytes()
	*b = bytes.Buffer{}
	return all
}

// draftSuffix sets a draft's name apart from that of the document.
const draftSuffix = "-du-thao"
