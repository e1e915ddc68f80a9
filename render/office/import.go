package office

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	word "ketluan/render/docx/read"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// Importing says which notices of others become drafts of records, and where.
type Importing struct {
	Sources []Place
	Out     Folder // nil: beside each source
	Name    string // of the record of a single source; "" is that of the source
	Jobs    int    // how many are read at once

	// Called names records after what their notices are, as 2020-q3-tb13.yaml,
	// and not after their files: those have names that somebody else chose.
	Called bool
}

// An Imported is what became of one source.
type Imported struct {
	Path     string            `json:"source"`            // as messages call it
	Record   string            `json:"record,omitempty"`  // that was written; "" is none
	Profile  string            `json:"profile,omitempty"` // that the record names
	Gaps     int               `json:"gaps"`              // what is to be filled in or looked at
	Tasks    int               `json:"tasks"`             // that have somebody who leads
	Text     intake.Comparison `json:"text"`
	Problems []problem.Problem `json:"problems,omitempty"` // of the draft, or why there is none
	Passed   string            `json:"passed,omitempty"`   // the source that was taken in its place
	Failed   bool              `json:"failed"`
}

// Imports is what became of all.
type Imports struct {
	Files    []Imported `json:"files"`
	Profiles []string   `json:"profiles"`         // that were written
	Empty    []string   `json:"empty,omitempty"`  // folders without a notice
	Others   int        `json:"others,omitempty"` // files of other kinds in the folders

	back Back
}

// Back takes away what was written into Out.
func (i Imports) Back() Back { return i.back }

// Failed counts the sources of which there is no draft.
func (i Imports) Failed() (n int) {
	for _, f := range i.Files {
		if f.Failed {
			n++
		}
	}
	return n
}

// A source is a file with the notice that was read in it.
type source struct {
	Found
	notice *intake.Notice
	err    error
}

// errEmptyFile is a source without a byte.
var errEmptyFile = errors.New("the file is empty")

// isNotice reports a file that may hold a notice: of some kinds only to say what
// to do about them.
func isNotice(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".pdf", ".doc", ".rtf", ".odt", ".docm":
		return !strings.HasPrefix(path.Base(name), "~$")
	}
	return false
}

// Import reads notices and writes the draft of a record for each, with a profile
// for each agency. It never touches a file that is there. It is not whole where
// ctx has ended it: then nothing is written. Tick, which may be nil, hears of
// each source that was read, how many were not to be read, and how many there
// are.
func Import(ctx context.Context, p *Press, o Importing, tick func(done, failed, total int)) (out Imports, whole bool, err error) {
	found, out, err := sources(ctx, o.Sources)
	if err != nil {
		return out, ctx.Err() == nil, err
	}
	all := make([]source, len(found))
	crew := Crew[Found, source, source]{
		Size: o.Jobs, Prepare: readSource,
		Finish: func(_ Found, s source) source { return s },
		Take:   func(i int, s source) { all[i] = s },
		Bad:    func(s source) bool { return s.err != nil },
	}
	if tick != nil {
		crew.Tick = func(done, failed int) { tick(done, failed, len(found)) }
	}
	if done := crew.Run(ctx, found); done < len(found) || ctx.Err() != nil {
		return Imports{}, false, nil
	}
	w := &importer{ctx: ctx, press: p, order: o, out: &out}
	if err := w.write(all); err != nil {
		return out, ctx.Err() == nil, err
	}
	return out, true, nil
}

// sources lists the files; of folders all below them that may hold a notice. Of
// a notice that is there as .docx and as .pdf the .docx is taken.
func sources(ctx context.Context, places []Place) (found []Found, out Imports, err error) {
	for _, p := range places {
		f := p.File()
		if !errors.Is(f.Err, ErrFolder) {
			found = append(found, f)
			continue
		}
		before := len(found)
		err := fs.WalkDir(p.Folder, p.Name, func(name string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(path.Base(name), ".") && name != p.Name
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				return About(p.Folder, name, err)
			case hidden && d.IsDir():
				return fs.SkipDir
			case d.IsDir():
			case hidden || !isNotice(name):
				out.Others++
			case len(found)-before >= maxFound:
				return &Misuse{problem.Textf("thư mục %s có quá %d tệp", "the folder %s has more than %d files", p.path(), maxFound), problem.Textf("chỉ rõ thư mục con", "name a folder inside it")}
			default:
				found = append(found, walked(p, name, d))
			}
			return nil
		})
		if err != nil {
			return nil, out, err
		}
		if len(found) == before {
			out.Empty = append(out.Empty, p.path())
		}
	}
	return found, out, nil
}

// readSource reads one file.
func readSource(f Found) source {
	s := source{Found: f, err: f.Err}
	if s.err != nil {
		return s
	}
	src, err := f.content(MaxPDF)
	switch {
	case errors.Is(err, ErrTooLarge):
		err = read.ErrTooLarge
	case err == nil && len(src) == 0:
		err = errEmptyFile
	case err == nil:
		s.notice, err = ReadNotice(src)
	}
	s.err = err
	return s
}

// ReadNotice reads a notice that others made: a Word file or a PDF.
func ReadNotice(src []byte) (*intake.Notice, error) {
	if strings.HasPrefix(string(src[:min(len(src), 1024)]), "%PDF") {
		f, err := read.Open(src)
		if err != nil {
			return nil, err
		}
		lines, err := intake.FromPDF(f)
		if err != nil {
			return nil, err
		}
		return intake.Read(lines)
	}
	f, err := word.Open(src)
	if err != nil {
		return nil, err
	}
	return intake.Read(intake.FromWord(f))
}

// stemOfSource is the name of a source without its ending.
func stemOfSource(name string) string {
	base := norm.NFC.String(path.Base(name))
	if stem := strings.Trim(strings.TrimSuffix(base, path.Ext(base)), " ."); stem != "" {
		return stem
	}
	return "thong-bao"
}
