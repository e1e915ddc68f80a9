package render

import (
	"bytes"
	"encoding/json"
	"math"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// boxesFile is what programs that sign or number documents, and know nothing
// of form fields, are told of a PDF.
type boxesFile struct {
	Pages  int       `json:"pages"`
	Unit   string    `json:"unit"`
	Origin string    `json:"origin"`
	Boxes  []boxLine `json:"boxes"`
}

// A boxLine is one place: the bottom left corner of a box on a page, from 1, what
// is printed in it, and beside it or above and below. Signing tools find a place
// by the one or by the other.
type boxLine struct {
	Name   string  `json:"name"`
	Title  string  `json:"title,omitempty"`
	Page   int     `json:"page"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`

	Blank  bool   `json:"blank"` // is to be filled in
	Text   string `json:"text"`
	Before string `json:"before"`
	After  string `json:"after"`

	// Asked is the size that the signing tool's stamp takes, where that much is not
	// free: nothing printed lies below a box.
	Asked *boxSize `json:"asked,omitempty"`
}

type boxSize struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// boxes returns the places on pages, as JSON.
func boxes(pages []layout.Page, stamps doc.Stamps, m layout.Measurer) ([]byte, error) {
	file := boxesFile{Pages: len(pages), Unit: "pt", Origin: "bottom-left", Boxes: []boxLine{}}
	for i, page := range pages {
		for _, s := range spotsOf(page, stamps, m) {
			b := boxLine{
				Name: s.name, Title: s.title, Page: i + 1,
				X: points(s.x), Y: points(page.Height - s.y - s.height), Width: points(s.width), Height: points(s.height),
				Blank: s.blank, Text: s.text, Before: s.before, After: s.after,
			}
			if a := s.asked; a != (doc.Size{}) {
				b.Asked = &boxSize{float64(a.Width), float64(a.Height)}
			}
			file.Boxes = append(file.Boxes, b)
		}
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(file)
	return out.Bytes(), err
}

// points returns a length in pt, to two places.
func points(mm doc.MM) float64 { return math.Round(float64(mm.PT())*100) / 100 }
