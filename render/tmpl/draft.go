package tmpl

import (
	"reflect"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/record"
)

// Draft fills t in as a draft: what it requires and the record leaves empty is
// marked, and the lines are numbered.
func (t *Template) Draft(rec *record.Record) (*doc.Document, error) {
	v := newView(t.marked(rec), t.file.Numbering)
	v.Draft = true
	d, err := t.documentOf(v)
	if err != nil {
		return nil, err
	}
	return t.numbered(d), nil
}

// marked returns a copy of a record with marks for what t requires and is
// missing.
func (t *Template) marked(rec *record.Record) *record.Record {
	marked := *rec
	for _, field := range t.requires {
		if field.own {
			continue
		}
		mark(reflect.ValueOf(&marked).Elem().FieldByIndex(field.index), field.path)
	}
	return &marked
}

// markOwn marks what is missing of the document itself.
func (t *Template) markOwn(o *own) {
	for _, field := range t.requires {
		if field.own {
			mark(reflect.ValueOf(o).Elem().FieldByIndex(field.index), strings.TrimPrefix(field.path, ownPrefix))
		}
	}
}

// numbered numbers the lines of a draft.
func (t *Template) numbered(d *doc.Document) *doc.Document {
	if n := t.file.LineNumber; n != nil {
		font := (&filler{t: t}).font(t.file.Styles[n.Style], n.Style, false, false)
		d.LineNumber = &doc.LineNumber{Font: font, Gap: n.Gap}
	}
	return d
}

// mark fills an empty field with a text that says what is missing.
func mark(v reflect.Value, path string) {
	text := "[thiếu: " + path + "]"
	switch {
	case v.Kind() == reflect.String && v.Len() == 0:
		v.SetString(text)
	case v.Type() == reflect.TypeFor[[]string]() && v.Len() == 0:
		v.Set(reflect.ValueOf([]string{text}))
	}
}

// CanMark reports whether a draft can do without a field, and shows in its
// place that it is missing.
func (t *Template) CanMark(path string) bool {
	i := slices.IndexFunc(t.requires, func(f required) bool { return f.path == path || f.own && f.isAt(path) })
	if i < 0 {
		return false
	}
	of := reflect.TypeFor[record.Record]()
	if t.requires[i].own {
		of = reflect.TypeFor[own]()
	}
	field := of.FieldByIndex(t.requires[i].index).Type
	return field.Kind() == reflect.String || field == reflect.TypeFor[[]string]()
}

// isAt reports whether the field of a document itself is the one at a path of a
// record, as ownPath gives it.
func (f required) isAt(path string) bool {
	rest := strings.TrimPrefix(f.path, ownPrefix)
	return path == rest || path == documentsField+"."+rest || strings.HasPrefix(path, documentsField+"[") && strings.HasSuffix(path, "."+rest)
}
