package render

import (
	"bytes"

	"ketluan/fonts"
	"ketluan/render/register"
	"ketluan/render/tmpl"
	"ketluan/render/xlsx"
)

// RegisterBook makes the workbook of a register, by a template that shows one.
func RegisterBook(family *fonts.Family, t *tmpl.Template, r *register.Register) ([]byte, error) {
	filled, err := t.Register(r)
	if err != nil {
		return nil, err
	}
	w, err := xlsx.New(t.Design(), xlsx.Faces{Regular: family.Faces[fonts.Regular], Bold: family.Faces[fonts.Bold]})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = w.Write(&out, filled)
	return out.Bytes(), err
}
