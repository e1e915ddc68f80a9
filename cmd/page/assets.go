package page

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"

	"ketluan/fonts"
	"ketluan/render/doc"
	"ketluan/render/svg"
)

//go:embed html/*.html static/*
var embedded embed.FS

// faceNames are the addresses of the faces, by doc.Face.
var faceNames = [...]string{"chu-thuong.ttf", "chu-dam.ttf", "chu-nghieng.ttf", "chu-dam-nghieng.ttf"}

// styleName is the address of the rules by which pages of documents are shown.
const styleName = "trang.css"

// types are those of what is served, whatever the machine thinks they are.
var types = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".ttf": "font/ttf", ".svg": "image/svg+xml",
}

// assets are what pages refer to. Their addresses have a sum of all of them, so
// that a browser may keep them for ever.
type assets struct {
	root  string
	sum   string
	files map[string][]byte
}

func newAssets(root string) (*assets, error) {
	a := &assets{root: root, files: map[string][]byte{}}
	family, err := fonts.Liberation()
	if err != nil {
		return nil, err
	}
	for i, face := range family.Faces {
		a.files[faceNames[i]] = face.TTF
	}
	sum := sha256.New()
	err = fs.WalkDir(embedded, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := embedded.ReadFile(name)
		sum.Write(content)
		a.files[path.Base(name)] = content
		return err
	})
	if err != nil {
		return nil, err
	}
	sum.Write([]byte(svg.Style(func(f doc.Face) string { return faceNames[f] }))) // the faces are of the program
	a.sum = hex.EncodeToString(sum.Sum(nil)[:8])
	a.files[styleName] = []byte(svg.Style(func(f doc.Face) string { return faceNames[f] }))
	return a, nil
}

// address returns that of a file.
func (a *assets) address(name string) string { return a.root + "/tep/" + a.sum + "/" + name }

// ServeHTTP serves what is embedded, and nothing of the disk.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	content, ok := a.files[r.PathValue("name")]
	if !ok || r.PathValue("sum") != a.sum {
		http.NotFound(w, r)
		return
	}
	kind, ok := types[path.Ext(r.PathValue("name"))]
	if !ok {
		kind = mime.TypeByExtension(path.Ext(r.PathValue("name")))
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
	w.Write(content)
}
