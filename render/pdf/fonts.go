package pdf

import (
	"fmt"
	"strconv"

	"ketluan/render/doc"
)

// resources is the number of those of all pages: fpdf's second object.
const resources = 2

// addFonts adds the faces that a document uses and the fonts that draw their
// characters, and names these to the pages. fpdf would read each font as JSON,
// and copy the faces several times.
func (a *assembly) addFonts(encodings [4]*encoding) error {
	names := []byte("<</ProcSet [/PDF /Text] /Font <<")
	for face, e := range encodings {
		if e == nil {
			continue
		}
		if len(e.lacks) > 0 {
			var err error
			if e.face, err = e.face.with(e.lacks); err != nil {
				return err
			}
		}
		file := a.add(e.face.file)
		a.sums[file] = e.face.sum[:]
		described := a.add(fmt.Appendf(nil, "%s/FontFile2 %d 0 R>>", e.face.descriptor, file))
		for n := 0; n == 0 || n*perFont < len(e.glyphs); n++ {
			glyphs := e.glyphs[n*perFont : min((n+1)*perFont, len(e.glyphs))]
			texts := a.addStream("", textsOf(glyphs))
			number := a.add(fmt.Appendf(e.face.font(glyphs), " /FontDescriptor %d 0 R /ToUnicode %d 0 R>>", described, texts))
			names = fmt.Appendf(appendFontName(names, doc.Face(face), n), " %d 0 R ", number)
		}
	}
	a.put(resources, append(names, ">>>>"...))
	return nil
}

// appendFontName writes what the pages call the n-th font of a face.
func appendFontName(b []byte, face doc.Face, n int) []byte {
	b = strconv.AppendInt(append(b, "/F"...), int64(face), 10)
	return strconv.AppendInt(append(b, '-'), int64(n), 10)
}
