// Package fonts has the faces that documents are set in: the embedded
// Liberation Serif, which has the widths of Times New Roman, or a user's own
// four files of Times New Roman. It gives widths, coverage, metrics and the
// bytes to embed; it knows nothing of pages or PDF.
package fonts

import (
	"embed"
	"fmt"
	"strings"
)

// A Style is one of the four faces of a family.
type Style int

// The styles; they index Family.Faces.
const (
	Regular Style = iota
	Bold
	Italic
	BoldItalic
	styles
)

// Files are the names of a user's own faces in the order of the styles, as
// Windows names the files of Times New Roman.
var Files = [...]string{"times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"}

//go:embed liberation/*.ttf
var liberation embed.FS

var liberationFiles = [...]string{
	"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
	"LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf",
}

// A Family is the four faces of one design. It does not change and may be
// used by many goroutines.
type Family struct {
	Faces [styles]*Face
}

// Liberation returns the embedded Liberation Serif 2.1.5.
func Liberation() (*Family, error) {
	files := make(map[string][]byte, len(Files))
	for i, name := range liberationFiles {
		ttf, err := liberation.ReadFile("liberation/" + name)
		if err != nil {
			return nil, fmt.Errorf("reading the embedded face: %w", err)
		}
		files[Files[i]] = ttf
	}
	return Load(files)
}

// Load makes a family of the four files named in Files; the case of their
// names does not matter. Its errors are of type *Error.
func Load(files map[string][]byte) (*Family, error) {
	byName := make(map[string][]byte, len(files))
	for name, ttf := range files {
		byName[strings.ToLower(name)] = ttf
	}
	var fam Family
	for i, name := range Files {
		ttf, ok := byName[name]
		if !ok {
			return nil, &Error{File: name, Reason: Missing}
		}
		face, err := newFace(name, ttf)
		if err != nil {
			return nil, err
		}
		fam.Faces[i] = face
	}
	return &fam, nil
}

// Printable reports whether every face of the family can print r.
func (f *Family) Printable(r rune) bool {
	for _, face := range f.Faces {
		if _, ok := face.Advance(r); !ok {
			return false
		}
	}
	return true
}

// A Reason says why a face cannot be used.
type Reason int

// The reasons.
const (
	Missing    Reason = iota // there is no such file
	Unreadable               // it is not a TrueType font
	Restricted               // its licence bits (OS/2 fsType) forbid embedding or subsetting
)

// An Error is a face that cannot be used.
type Error struct {
	File   string
	Reason Reason
	Cause  error // may be nil
}

func (e *Error) Error() string {
	switch e.Reason {
	case Missing:
		return fmt.Sprintf("the face %s is missing", e.File)
	case Restricted:
		return fmt.Sprintf("the licence of %s forbids embedding it", e.File)
	}
	return fmt.Sprintf("%s is not a TrueType font: %v", e.File, e.Cause)
}

func (e *Error) Unwrap() error { return e.Cause }
