package office

import (
	"context"
	"errors"

	"ketluan/render"
	word "ketluan/render/docx/read"
	"ketluan/render/problem"
	"ketluan/render/revision"
)

// Why an edited Word file says nothing about a record.
var (
	errNotItsWord  = errors.New("the Word file was not made from this record")
	errNoRevisable = errors.New("the template makes no document from a record alone")
)

// maxWord is the size of a Word file, in bytes.
const maxWord = 32 << 20

// leastKnown is of how many texts that were sent a record must still have one: of
// those of another record it has none but the names of the agency.
const leastKnown = 3

// A Reviser compares records with their edited Word files: with the document as
// it goes out, and as a draft.
type Reviser struct{ presses []*render.Renderer }

// NewReviser prepares what all records share. The template is that of the Word
// file; nil is the built-in notice.
func NewReviser(asked []Template) (*Reviser, error) {
	p, err := NewPress(Wants{Templates: asked, Only: "pdf"})
	if err != nil {
		return nil, err
	}
	t, ok := p.Templates[Notice]
	if !ok {
		return nil, &Misuse{problem.Textf("mẫu này không lập văn bản từ riêng bản ghi", "this template makes no document from a record alone"),
			problem.Textf("chọn mẫu đã lập ra tệp Word, như %s", "name the template that made the Word file, as %s", "thong-bao-ket-luan")}
	}
	if t.IsItsOwn() {
		return nil, &Misuse{problem.Textf("chưa lấy lại được chỗ sửa trong tệp Word của mẫu %s: số, ngày, người ký của nó là của riêng nó", "what was changed in the Word file of %s cannot be taken back yet: its number, day and signer are its own", t.Name),
			problem.Textf("sửa trong bản ghi (meeting, documents) rồi lập lại", "change the record (meeting, documents), and make it again")}
	}
	out := &Reviser{}
	for _, draft := range []bool{false, true} {
		r, err := render.New(render.Options{Family: p.Family, Document: t.Template, Forms: templatesOf(p.Forms), Formats: []render.Format{render.DOCX}, Draft: draft})
		if err != nil {
			return nil, err
		}
		out.presses = append(out.presses, r)
	}
	return out, nil
}

// A Revised is a record with what somebody changed in its Word file.
type Revised struct {
	Opened
	revision.Revision

	edited *word.File
	press  *render.Renderer
}

// Revise compares a record with its edited Word file. It writes nothing.
func (r *Reviser) Revise(ctx context.Context, record Found, edited Place) Revised {
	var out Revised
	src, err := ReadFile(edited.Folder, edited.Name, maxWord)
	if errors.Is(err, ErrTooLarge) {
		err = word.ErrTooLarge
	}
	if err == nil {
		out.edited, err = word.Open(src)
	}
	if err != nil {
		out.Err = &FileError{edited.path(), cut(err)}
		return out
	}
	for _, press := range r.presses {
		if ctx.Err() != nil {
			return out
		}
		in := Open(press, record)
		if in.Err != nil || len(in.Problems) > 0 {
			if out.press == nil {
				out.Opened = in
			}
			continue
		}
		rev, err := revisionOf(press, in, out.edited)
		if err != nil {
			in.Err = err
		}
		if out.press == nil || rev.Known > out.Known || rev.Known == out.Known && len(rev.Changes) < len(out.Changes) {
			out.Opened, out.Revision, out.press = in, rev, press
		}
	}
	if out.press != nil && out.Err == nil && out.Known*leastKnown < max(out.Sent, 1) {
		out.Err = &FileError{edited.path(), errNotItsWord}
	}
	return out
}

// revisionOf compares the document of a record with an edited one.
func revisionOf(press *render.Renderer, in Opened, edited *word.File) (revision.Revision, error) {
	files, err := press.Files(in.Record)
	if err != nil {
		return revision.Revision{}, err
	}
	if len(files) != 1 {
		return revision.Revision{}, errNoRevisable
	}
	now, err := word.Open(files[0].Bytes)
	if err != nil {
		return revision.Revision{}, err
	}
	return revision.Compare(in.Record, now, edited), nil
}
