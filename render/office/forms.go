package office

import (
	"bytes"

	"ketluan/render/tmpl"
	"ketluan/templates"
)

// replacing returns the built-in templates that stand for another with records
// of other systems, as their files say.
func replacing(name string) (forms []Template) {
	for _, other := range BuiltIns() {
		src, err := templates.FS.ReadFile(other + ".yaml")
		if err != nil || !bytes.Contains(src, []byte("\nreplaces: "+name)) { // reading all of them takes long
			continue
		}
		t, err := ParseTemplate(other, src)
		if err != nil {
			panic(err) // they are embedded
		}
		if t.Replaces() == name {
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
