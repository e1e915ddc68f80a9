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

// A boxLine is one place: the bottom left corner of a box on a page, from 1.
type boxLine struct {
	Name   string  `json:"name"`
	Title  string  `json:"title,omitempty"`
	Page   int     `json:"page"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// boxes returns the places on pages, as JSON.
func boxes(pages []layout.Page) ([]byte, error) {
	file := boxesFile{Pages: len(pages), Unit: "pt", Origin: "bottom-left", Boxes: []boxLine{}}
	for i, page := range pages {
		for _, it := range page.Items {
			if b, ok := it.(layout.Box); ok {
				file.Boxes = append(file.Boxes, boxLine{
					Name: b.Name, Title: b.Title, Page: i + 1,
					X: points(b.X), Y: points(page.Height - b.Y - b.Height), Width: points(b.Width), Height: points(b.Height),
				})
			}
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
