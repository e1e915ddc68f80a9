package read

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
)

// oleMark begins files of Word before 2007, and Word files under a password.
const oleMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// foreign says what a file is that is no archive.
func foreign(src []byte) error {
	switch {
	case bytes.HasPrefix(src, []byte(oleMark)):
		if bytes.Contains(src, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return ErrEncrypted
		}
		return ErrDoc
	case bytes.HasPrefix(src, []byte(`{\rtf`)):
		return ErrRTF
	case !bytes.HasPrefix(src, []byte("PK")):
		return ErrNoDocx
	}
	return nil
}

// parts are those of one file, unpacked when they are asked for.
type parts struct {
	files map[string]*zip.File // by their names in small letters, without the first slash
	left  int64                // bytes that may still be unpacked
	err   error
}

func unpack(src []byte) (*parts, error) {
	if len(src) > maxBytes {
		return nil, ErrTooLarge
	}
	if err := foreign(src); err != nil {
		return nil, err
	}
	zr, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	switch {
	case err != nil:
		return nil, ErrNoDocx
	case len(zr.File) > maxEntries:
		return nil, ErrTooMuch
	}
	p := &parts{files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range zr.File {
		const encrypted = 1
		if f.Flags&encrypted != 0 {
			return nil, ErrEncrypted
		}
		name := clean(f.Name)
		if _, twice := p.files[name]; !twice {
			p.files[name] = f
		}
	}
	if kind := p.read("mimetype"); bytes.HasPrefix(kind, []byte("application/vnd.oasis")) {
		return nil, ErrODT
	}
	return p, nil
}

// clean is a name by which parts are found: programs write it with a slash or
// without, and in letters of their own.
func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// read unpacks a part, nil where there is none.
func (p *parts) read(name string) []byte {
	f := p.files[clean(name)]
	if f == nil || p.err != nil {
		return nil
	}
	size := f.UncompressedSize64
	if size > maxPart || int64(size) > p.left || size > 1<<20 && size/maxRatio > f.CompressedSize64 {
		p.err = ErrTooLarge
		return nil
	}
	p.left -= int64(size)
	rc, err := f.Open()
	if err != nil {
		p.err = ErrNoDocx
		return nil
	}
	defer rc.Close()
	src, err := io.ReadAll(io.LimitReader(rc, int64(size)+1))
	if err != nil || uint64(len(src)) > size {
		p.err = ErrNoDocx
		return nil
	}
	return src
}

// A relation is one part that another names.
type relation struct{ id, kind, target string }

// relations are those of a part, from the file beside it.
func (p *parts) relations(name string) []relation {
	dir, base := path.Split(name)
	var all []relation
	w := (&budget{}).walk(p.read(dir + "_rels/" + base + ".rels"))
	w.root(func(e element) bool {
		if e.name == "Relationship" && e.plain("TargetMode") != "External" && len(all) < maxEntries {
			target := strings.ReplaceAll(e.plain("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			all = append(all, relation{e.plain("Id"), path.Base(e.plain("Type")), clean(target)})
		}
		return false
	})
	return all
}

// main returns the document's part and, by their kinds, those that it names
// once: "styles", "numbering", "comments"; heads and feet by their IDs.
func (p *parts) main() ([]byte, map[string][]byte) {
	name := "word/document.xml"
	roots := p.relations("")
	if i := slices.IndexFunc(roots, func(r relation) bool { return r.kind == "officeDocument" }); i >= 0 {
		name = roots[i].target
	}
	related := map[string][]byte{}
	for _, r := range p.relations(name) {
		switch r.kind {
		case "styles", "numbering", "comments":
			if related[r.kind] == nil {
				related[r.kind] = p.read(r.target)
			}
		case "header", "footer":
			related["#"+r.id] = p.read(r.target)
		}
	}
	return p.read(name), related
}
