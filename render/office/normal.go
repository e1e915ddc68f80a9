package office

import (
	"io/fs"
	"path"

	"golang.org/x/text/unicode/norm"
)

// asStored returns the name by which a folder has a file: a Mac, an archive or
// a cloud folder may have stored "Hồ sơ" with its marks apart (NFD), where
// somebody types it composed (NFC), or the other way round. It is name itself
// where the folder has neither.
func asStored(f fs.StatFS, name string) string {
	if norm.NFC.String(name) == norm.NFD.String(name) {
		return name // it has one form only
	}
	dir, base := path.Split(name)
	for _, other := range []string{name, dir + norm.NFC.String(base), dir + norm.NFD.String(base), norm.NFC.String(name), norm.NFD.String(name)} {
		if _, err := f.Stat(other); err == nil {
			return other
		}
	}
	return name
}
