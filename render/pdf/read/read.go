// Package read opens finished PDF files, our own and others, signed or not, as
// far as they can be measured: the texts and rules of each page at their
// places, faces, form fields, and what the file claims to be. Files come from
// outside: they are bounded in size, pages, depth and work.
package read

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/render/doc"
)

// Limits of what Open reads.
const (
	maxBytes   = 64 << 20
	maxPages   = 500
	maxStream  = 32 << 20 // of one stream, decoded
	maxSyntax  = 8 << 20  // outside of streams; 155 tagged pages have a megabyte
	maxObjects = 300_000
	maxForms   = 8 // forms within forms
)

// A File is a finished file.
type File struct {
	Version       string   // "1.7"
	Claims        []string // "PDF/A-2a", "PDF/UA-1"
	Title, Author string
	Tagged        bool
	Pages         []Page
	Fonts         []*Font // those that its pages use
	Fields        []Field
	Attachments   []Attachment
}

// A Page is what a page shows. Places are in mm from its top left corner.
type Page struct {
	Width, Height doc.MM
	Texts         []Text
	Rules         []Rule
	Uprights      []Upright
}

// A Text is what one operator shows: a line, a word or less.
type Text struct {
	X, Y  doc.MM // left end of the baseline
	Width doc.MM // with the spaces at its end
	Ink   doc.MM // without them
	Size  doc.PT
	Font  *Font
	Text  string
	Black bool
	Jumps []Jump
}

// A Jump is a gap that an operator leaves between two of its letters, by a space
// that stands in Text or for what another operator shows there.
type Jump struct {
	At       int    // byte of Text behind the space
	From, To doc.MM // ends of the letters before and behind it
}

// A Rule is a horizontal line, drawn or filled.
type Rule struct {
	X, Y, Width doc.MM // left end, at half its thickness
	Thickness   doc.MM
}

// An Upright is a vertical line, drawn or filled.
type Upright struct {
	X, Y, Height doc.MM // upper end
}

// A Font is a face as a file names it, without the tag of a subset.
type Font struct {
	Name         string
	Bold, Italic bool
	Embedded     bool
}

// A Field is a signature field.
type Field struct {
	Name   string
	Signed bool
	Page   int // from 1; 0 where it is on none
}

// An Attachment is a file within the file.
type Attachment struct {
	Name    string
	Content []byte
}

// Errors of files that cannot be opened.
var (
	ErrTooLarge  = errors.New("the file is larger than 64 MB")
	ErrNoPDF     = errors.New("the file is no PDF, or a damaged one")
	ErrEncrypted = errors.New("the file is encrypted")
	ErrTooMany   = errors.New("the file has more pages than can be read")
	ErrWork      = errors.New("the file takes too much work")
	ErrStream    = errors.New("a stream is too large, or compressed in an unknown way")
)

// configuration is that of the library, which else looks for a file of its own
// on the machine. Its package api, which would say so too, makes every start
// of the program 20 ms longer by tables of its dependencies.
func configuration() *model.Configuration {
	return &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, UnsupportedResourcePolicy: model.UnsupportedResourceSkip,
		Eol: types.EolLF, Limits: limits(), Offline: true,
	}
}

// limits are those of the library: its own let a megabyte become gigabytes.
func limits() model.ResourceLimits {
	l := model.DefaultResourceLimits()
	l.MaxStreamBytes, l.MaxDecodeBytes = maxBytes, maxStream
	l.MaxObjectCount, l.MaxXRefEntries = maxObjects, maxObjects
	l.MaxObjectStreamCount, l.MaxObjectStreamFirst = maxObjects, 4<<20
	return l
}

// Open reads a file. Errors are those above, or say which page cannot be read.
func Open(file []byte) (opened *File, err error) {
	// The library is not made for hostile files: what it, or what is made of its
	// objects, panics about is a damaged file, and one that stops no other.
	defer func() {
		if r := recover(); r != nil {
			opened, err = nil, ErrNoPDF
		}
	}()
	b := newBudget()
	ctx, err := load(file, b)
	if err != nil {
		return nil, err
	}
	return (&reader{objects: objects{ctx, b}, fonts: map[int]*face{}}).file()
}

// file reads what the file has.
func (r *reader) file() (*File, error) {
	catalog, err := r.ctx.Catalog()
	if err != nil {
		return nil, ErrNoPDF
	}
	pages, err := r.pageTree(catalog)
	if err != nil {
		return nil, err
	}
	f := &File{Version: r.ctx.VersionString(), Tagged: r.bool(r.dict(catalog["MarkInfo"])["Marked"])}
	r.identify(f, catalog)
	r.attachments(f, catalog)
	for i, p := range pages {
		page, err := r.page(p)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		f.Pages = append(f.Pages, *page)
	}
	f.Fonts = r.used
	r.fields(f, catalog, pages)
	return f, r.err
}

// syntax counts the bytes of a file that are no stream's, all of which the
// library reads, whatever is asked for.
func syntax(file []byte) int {
	n := 0
	for {
		from := bytes.Index(file, []byte("stream"))
		if from < 0 {
			return n + len(file)
		}
		n, file = n+from, file[from+len("stream"):]
		end := bytes.Index(file, []byte("endstream"))
		if end < 0 {
			return n + len(file)
		}
		file = file[end+len("endstream"):]
	}
}

// A reader reads the pages of one file.
type reader struct {
	objects
	fonts map[int]*face // by the number of their object
	used  []*Font
}

func (r *reader) page(from leaf) (*Page, error) {
	if from.media == nil {
		return nil, ErrNoPDF
	}
	box := from.media
	if from.crop != nil {
		box = from.crop
	}
	shown, width, height := turned(box, from.turned)
	p := &Page{Width: doc.PT(width).MM(), Height: doc.PT(height).MM()}
	content, err := r.contents(from.dict["Contents"])
	if err != nil {
		return nil, err
	}
	in := &interpreter{reader: r, page: p}
	in.matrix = shown
	in.black, in.lineWidth, in.scale = true, 1, 1
	in.height = height
	err = in.run(content, from.resources, 0)
	p.settle()
	return p, err
}

// turned returns the matrix by which a box is shown that is turned by quarters,
// and its width and height then.
func turned(box []float64, quarters int) (m matrix, width, height float64) {
	width, height = box[2]-box[0], box[3]-box[1]
	switch quarters {
	case 1:
		return matrix{0, -1, 1, 0, -box[1], box[2]}, height, width
	case 2:
		return matrix{-1, 0, 0, -1, box[2], box[3]}, width, height
	case 3:
		return matrix{0, 1, -1, 0, box[3], -box[0]}, height, width
	}
	return matrix{1, 0, 0, 1, -box[0], -box[1]}, width, height
}

// contents joins the content streams of a page.
func (r *reader) contents(o types.Object) ([]byte, error) {
	if a, ok := r.object(o).(types.Array); ok {
		var all []byte
		for _, part := range a {
			content, err := r.stream(part)
			if err != nil {
				return nil, err
			}
			if all = append(append(all, content...), '\n'); len(all) > maxStream {
				return nil, ErrStream
			}
		}
		return all, nil
	}
	if r.object(o) == nil {
		return nil, nil
	}
	return r.stream(o)
}
