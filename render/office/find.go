package office

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
)

// maxFound bounds the records found in one folder.
const maxFound = 100_000

// A Place is what a user names: a file, or a folder with all below it.
type Place struct {
	Folder Folder
	Root   string // tells which folders are one, as an absolute path does
	Name   string // "." is the folder itself

	// Source is what came instead of a file, as on standard input; messages call
	// it Typed, and it has no files beside it but profiles, from Folder.
	Source []byte
	Typed  string

	Err error // why it cannot be read, where that is known already
}

// path returns what messages call the place.
func (p Place) path() string {
	if p.Typed != "" {
		return p.Typed
	}
	return p.Folder.Path(p.Name)
}

// content reads what came instead of a file, or the file.
func (p Place) content(limit int64) ([]byte, error) {
	switch {
	case p.Source == nil:
		return ReadFile(p.Folder, p.Name, limit)
	case int64(len(p.Source)) > limit:
		return nil, ErrTooLarge
	}
	return p.Source, nil
}

// A Found is a file that may be a record.
type Found struct {
	Place
	Path   string // what messages call it
	Rel    string // from the folder that was named, with slashes, in NFC
	Walked bool   // found in a folder, not named itself
	Err    error  // why it cannot be opened, where that is known already
}

// key tells files apart.
func (f Found) key() string { return f.Root + "\x00" + f.Name }

// Stem is the name of the record's output.
func (f Found) Stem() string { return StemOf(f.Name) }

// A Listing is what stands in the places that a user named.
type Listing struct {
	Records   []Found           // in the order of the places, in each of their names
	Profiles  int               // passed over
	Ledgers   int               // passed over
	Registers int               // passed over
	Seconds   []problem.Problem // second copies of ledgers and registers
	Empty     []string          // folders without a record

	ProfileFiles []Found // those passed over, by their names
}

// Find lists the records of places; of a folder all files of YAML in it and
// below it but for hidden ones, profiles and ledgers. A file that two places
// name comes once. A folder that cannot be read is an error.
func Find(ctx context.Context, places []Place) (Listing, error) {
	w := &walk{ctx: ctx, known: map[string]bool{}}
	for _, p := range places {
		if err := w.place(p); err != nil {
			return w.Listing, err
		}
	}
	return w.Listing, errors.Join(w.failed...)
}

// A walk lists places one after the other.
type walk struct {
	Listing
	ctx    context.Context
	known  map[string]bool
	failed []error
}

func (w *walk) place(p Place) error {
	if f := p.File(); !errors.Is(f.Err, ErrFolder) {
		if f.Source != nil || !w.passes(p, p.Name) {
			w.add(f)
		}
		return nil
	}
	return w.folder(p)
}

// File returns the place as a file that may be a record.
func (p Place) File() Found {
	f := Found{Place: p, Path: p.path(), Rel: norm.NFC.String(path.Base(p.Name)), Err: p.Err}
	if p.Source != nil || p.Err != nil {
		return f
	}
	switch info, err := p.Folder.Stat(p.Name); {
	case err != nil:
		f.Err = cut(err)
	case info.IsDir():
		f.Err = ErrFolder
	case !info.Mode().IsRegular(): // a pipe would never end
		f.Err = errUnreadable
	}
	return f
}

// folder lists what is in a folder and below it.
func (w *walk) folder(p Place) error {
	records := len(w.Records)
	err := fs.WalkDir(p.Folder, p.Name, func(name string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != p.Name
		switch {
		case w.ctx.Err() != nil:
			return w.ctx.Err()
		case err != nil:
			w.failed = append(w.failed, About(p.Folder, name, err))
			return nil // the folder is passed over
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir() || !isYAML(name) || w.passes(p, name):
			return nil
		case len(w.Records)-records >= maxFound:
			return &Misuse{problem.Textf("thư mục %s có quá %d tệp YAML", "the folder %s has more than %d files of YAML", p.path(), maxFound),
				problem.Textf("chỉ rõ thư mục con", "name a folder inside it")}
		}
		w.add(walked(p, name, d))
		return nil
	})
	if len(w.Records) == records {
		w.Empty = append(w.Empty, p.path())
	}
	return err
}

func walked(p Place, name string, d fs.DirEntry) Found {
	rel := name
	if p.Name != "." {
		rel = strings.TrimPrefix(name, p.Name+"/")
	}
	f := Found{Path: p.Folder.Path(name), Walked: true}
	f.Folder, f.Root, f.Name = p.Folder, p.Root, name
	if !d.Type().IsRegular() { // a link is followed
		f = f.File()
		f.Walked = true
	}
	f.Rel = norm.NFC.String(rel)
	return f
}

// passes counts what is no record by its name.
func (w *walk) passes(p Place, name string) bool {
	switch {
	case isSecondLedger(name):
		w.Seconds = append(w.Seconds, ProblemsOf(p.Folder.Path(name), ErrSecondLedger)...)
	case isSecondRegister(name):
		w.Seconds = append(w.Seconds, ProblemsOf(p.Folder.Path(name), errSecondRegister)...)
	case IsRegisterName(name):
		w.Registers++
	case IsLedgerName(name):
		w.Ledgers++
	case IsProfileName(name):
		w.Profiles++
		w.ProfileFiles = append(w.ProfileFiles, profileFile(p, name))
	default:
		return false
	}
	return true
}

// profileFile is a profile that is passed over.
func profileFile(p Place, name string) Found {
	f := Place{Folder: p.Folder, Root: p.Root, Name: name}.File()
	f.Rel = name
	if p.Name != "." {
		f.Rel = strings.TrimPrefix(name, p.Name+"/")
	}
	f.Rel = norm.NFC.String(f.Rel)
	return f
}

func (w *walk) add(f Found) {
	if f.Source == nil && w.known[f.key()] {
		return
	}
	w.known[f.key()] = true
	w.Records = append(w.Records, f)
}
