package inbox

import (
	"archive/zip"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// maxRatio is how much smaller than its content an entry may be packed: deflate
// reaches about 1000 with nothing but one byte, tables of XML about 20.
const maxRatio = 300

// archive opens the files in a zip.
func (o *opening) archive(name string, zr *zip.Reader, depth int) {
	for _, f := range zr.File {
		if f.FileInfo().IsDir() {
			continue
		}
		inside := name + "/" + entryName(f)
		if Passes(entryName(f)) {
			o.Passed++
			continue
		}
		const encrypted = 1
		size := f.UncompressedSize64
		switch {
		case f.Flags&encrypted != 0:
			o.refuse(inside, locked)
		case !Opens(inside):
			o.refuse(inside, other(inside))
		case size > MaxWorkbook && !Parcel(inside), size > MaxParcel, size > 1<<20 && size/maxRatio > f.CompressedSize64:
			o.refuse(inside, tooLarge)
		case !o.spend(name, int64(size)):
			return
		default:
			src, ok := content(f)
			if !ok {
				o.refuse(inside, broken)
				continue
			}
			o.open(inside, src, depth+1)
		}
	}
}

// content unpacks an entry, which is no larger than it says.
func content(f *zip.File) ([]byte, bool) {
	rc, err := f.Open()
	if err != nil {
		return nil, false
	}
	defer rc.Close()
	src, err := io.ReadAll(io.LimitReader(rc, int64(f.UncompressedSize64)+1))
	return src, err == nil && uint64(len(src)) <= f.UncompressedSize64
}

// entryName is the name of an entry in UTF-8, with slashes: programs of old
// wrote it in the code page of the machine.
func entryName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		name, _ = charmap.Windows1258.NewDecoder().String(name)
	}
	return norm.NFC.String(strings.ReplaceAll(name, `\`, "/"))
}
