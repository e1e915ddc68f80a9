package office

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"ketluan/render/pdf/sign"
)

// Limits of a folder of certificates, and of one file of them.
const (
	maxRootFiles = 500
	maxRoot      = 1 << 20
)

// errNoRoots is said of a folder that has no certificate.
var errNoRoots = errors.New("no certificate is there")

// RootsOf reads the files of certificates in a folder: .cer, .crt, .der, .pem.
func RootsOf(f Folder) (roots [][]byte, err error) {
	entries, err := fs.ReadDir(f, ".")
	if err != nil {
		return nil, cut(err)
	}
	for _, e := range entries {
		switch strings.ToLower(path.Ext(e.Name())) {
		case ".cer", ".crt", ".der", ".pem":
		default:
			continue
		}
		src, err := ReadFile(f, e.Name(), maxRoot)
		if err != nil || !sign.HasCertificates(src) {
			continue
		}
		if roots = append(roots, src); len(roots) == maxRootFiles {
			break
		}
	}
	if len(roots) == 0 {
		return nil, errNoRoots
	}
	return roots, nil
}
