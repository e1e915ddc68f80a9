package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-pdf/fpdf"
	"github.com/klauspost/compress/zlib"

	"ketluan/fonts"
)

// A cutFace is a face that holds only some characters, ready to be embedded.
type cutFace struct {
	face   *fonts.Face
	has    string // the characters it was cut to
	object []byte // the stream of its font file
	size   int    // of the file
}

// cutTo cuts a face to the characters of the repertoire that it has.
func cutTo(face *fonts.Face, repertoire string) (*cutFace, error) {
	var has strings.Builder
	for _, r := range repertoire {
		if _, ok := face.Advance(r); ok {
			has.WriteRune(r)
		}
	}
	cut := fpdf.UTF8CutFont(face.TTF, has.String())
	if len(cut) == 0 {
		return nil, fmt.Errorf("cutting the face %s: its characters cannot be looked up", face.Name)
	}
	var z bytes.Buffer
	zw := zlib.NewWriter(&z)
	if _, err := zw.Write(cut); err != nil {
		return nil, fmt.Errorf("compressing the face %s: %w", face.Name, err)
	}
	if err := zw.Close(); err != nil {
		return nil, fmt.Errorf("compressing the face %s: %w", face.Name, err)
	}
	return &cutFace{face: face, has: has.String(), object: streamObject(fmt.Sprintf("/Filter /FlateDecode /Length1 %d", len(cut)), z.Bytes()), size: len(cut)}, nil
}

// with returns a face that also holds the given characters: the face itself
// where it has them all, else one cut anew.
func (c *cutFace) with(runes []rune) (*cutFace, error) {
	var more strings.Builder
	for _, r := range runes {
		if !strings.ContainsRune(c.has, r) {
			more.WriteRune(r)
		}
	}
	if more.Len() == 0 {
		return c, nil
	}
	return cutTo(c.face, c.has+more.String())
}
