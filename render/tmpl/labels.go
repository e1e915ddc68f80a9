package tmpl

import "ketluan/render/record"

// Labels returns the labels of the record's conclusions as t prints them, by
// their fields; those without one are not in it.
func (t *Template) Labels(rec *record.Record) map[string]string {
	v := &view{Record: rec}
	labels := map[string]string{}
	numbering := t.file.Numbering
	if len(rec.Numbering) > 0 {
		numbering = rec.Numbering
	}
	var walk func(items []*item)
	walk = func(items []*item) {
		for _, it := range items {
			if it.Label != "" {
				labels[it.Field()] = it.Label
			}
			walk(it.Items)
		}
	}
	walk(v.items(rec.Conclusions, numbering, nil))
	return labels
}
