package office

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"ketluan/render"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Limits of what is read, in bytes.
const (
	MaxRecord = 4 << 20  // of a record, a profile or a template
	MaxLedger = 16 << 20 // of the ledger beside a record
	maxReply  = 8 << 20
	maxFace   = 32 << 20
)

// errUnreadable is said of a pipe or a device that is to be read.
var errUnreadable = errors.New("not a regular file that can be read")

// ReadFile reads a regular file of at most limit bytes.
func ReadFile(f fs.FS, name string, limit int64) ([]byte, error) {
	file, err := f.Open(name)
	if errors.Is(err, ErrNotRegular) {
		return nil, errUnreadable
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case info.Size() > limit:
		return nil, ErrTooLarge
	}
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead) // it may be growing
	if _, err := b.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, ErrTooLarge
	}
	return b.Bytes(), nil
}

// ReadAll reads what is at most limit bytes; of more it reads one byte.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(src)) > limit {
		return nil, ErrTooLarge
	}
	return src, err
}

// An Opened is a record as it was read, with what is wrong with it.
type Opened struct {
	Found
	Source   []byte
	Record   *record.Record    // nil: the bytes are no record at all
	Problems []problem.Problem // of the record and its profile
	Err      error             // the file cannot be read

	profiles map[string]ref // by the names that places have
	sums     map[ref]string // of what they held
	without  bool           // something that it names could not be read
}

// A ref is a file of a folder.
type ref struct {
	Folder Folder
	Name   string
}

// Open reads a record with its profile as r wants it: the one way in.
func Open(r *render.Renderer, f Found) Opened {
	o := Opened{Found: f, Err: f.Err, Source: f.Place.Source}
	if o.Err == nil && o.Source == nil {
		o.Source, o.Err = ReadFile(f.Folder, f.Name, MaxRecord)
	}
	if o.Err != nil {
		o.Err = &FileError{f.Path, cut(o.Err)}
		return o
	}
	o.read(r, o.Source, nil)
	return o
}

// read reads a record out of bytes; profiles in hand come before those on the
// disk.
func (o *Opened) read(r *render.Renderer, src []byte, inHand map[string][]byte) {
	o.profiles, o.sums = map[string]ref{}, map[ref]string{}
	o.Record, o.Problems = r.Read(o.Path, src, func(name string) ([]byte, error) {
		place := path.Join(path.Dir(strings.ReplaceAll(o.Path, `\`, "/")), name)
		if content, ok := inHand[place]; ok {
			o.profiles[place] = ref{}
			return content, nil
		}
		at, err := o.beside(name)
		if err != nil {
			o.without = true
			return nil, worded{err}
		}
		content, err := ReadFile(at.Folder, at.Name, MaxRecord)
		if err != nil {
			o.without = true
			return nil, worded{err}
		}
		o.profiles[place], o.sums[at] = at, SumOf(content)
		return content, nil
	})
}

// beside finds a file by its path from that of the record, which may lie above
// the folder.
func (f Found) beside(name string) (ref, error) {
	at := ref{f.Folder, path.Join(path.Dir(f.Name), name)}
	for strings.HasPrefix(at.Name, "../") {
		above, base, err := at.Folder.Above()
		if err != nil {
			return ref{}, err
		}
		at = ref{above, path.Join(base, at.Name)}
	}
	at.Name = asStored(at.Folder, at.Name)
	return at, nil
}

// cut takes away what names a file that the message names already.
func cut(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// worded lets an error into the message of a record's reader.
type worded struct{ error }

// Error returns the cause in English.
func (w worded) Error() string { return w.InWords().EN }

// InWords returns the cause in both languages.
func (w worded) InWords() problem.Text {
	message, _ := InWords(w.error)
	return message
}

func (w worded) Unwrap() error { return w.error }
