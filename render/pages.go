package render

import (
	"fmt"

	"ketluan/render/layout"
	"ketluan/render/record"
)

// Pages lays the document of a record out, or its draft, as Files does before
// it makes a PDF of it. The document is to be one of a record alone.
func (r *Renderer) Pages(rec *record.Record) ([]layout.Page, error) {
	form := r.Document(rec)
	fill := form.Document
	if r.options.Draft {
		fill = form.Draft
	}
	d, err := fill(rec)
	if err != nil {
		return nil, err
	}
	pages, err := layout.Pages(d, measurer{r.options.Family})
	if err != nil {
		return nil, fmt.Errorf("laying the document out: %w", err)
	}
	return pages, nil
}
