package tmpl

import "ketluan/render/record"

// Labels returns the labels of the record's conclusions as t prints them, by
// their fields; those without one are not in it.
func (t *Template) Labels(rec *record.Record) map[string]string {
	v := &view{Record: rec}
	labels := map[string]string{}
	var walk func(items []*item)
	walk = func(items []*item) {
		for _, it := range items {
			if it.Label != "" {
				labels[it.Field()] = it.Label
			}
			walk(it.Items)
		}
	}
	walk(v.items(rec.Conclusions, t.Numbering(rec), nil))
	return labels
}

// Numbering returns the patterns of the labels of a record's conclusions as t
// prints them, by their depth; the last serves all below it.
func (t *Template) Numbering(rec *record.Record) []string {
	if len(rec.Numbering) > 0 {
		return rec.Numbering
	}
	return t.file.Numbering
}
