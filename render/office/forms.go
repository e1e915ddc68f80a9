package office

import (
	"bytes"
	"slices"

	"ketluan/render/tmpl"
	"ketluan/templates"
)

// replacing returns the built-in templates that stand for others with records of
// other systems, as their files say.
func replacing(others []Template) (forms []Template) {
	for _, name := range BuiltIns() {
		src, err := templates.FS.ReadFile(name + ".yaml")
		named := func(other Template) bool { return bytes.Contains(src, []byte("\nreplaces: "+other.Name)) }
		if err != nil || !slices.ContainsFunc(others, named) { // reading all of them takes long
			continue
		}
		t, err := ParseTemplate(name, src)
		if err != nil {
			panic(err) // they are embedded
		}
		if slices.ContainsFunc(others, func(other Template) bool { return t.Replaces() == other.Name }) {
			forms = append(forms, t)
		}
	}
	return forms
}

func templatesOf(named []Template) (all []*tmpl.Template) {
	for _, t := range named {
		all = append(all, t.Template)
	}
	return all
}
