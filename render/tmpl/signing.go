package tmpl

import "ketluan/render/doc"

func (s *signing) fill(dot any) ([]doc.Block, error) {
	filled := &doc.Signing{Height: s.Height}
	for _, b := range s.Boxes {
		title, err := b.Title.fill(dot)
		if err != nil {
			return nil, err
		}
		field, err := b.Field.holds(dot)
		if err != nil {
			return nil, err
		}
		filled.Boxes = append(filled.Boxes, doc.Box{Name: b.Name, Title: title, Offset: b.Offset, Width: b.Width, Height: b.Height, Field: field})
	}
	return []doc.Block{filled}, nil
}
