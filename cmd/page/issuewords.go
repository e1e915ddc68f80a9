package page

import (
	"html/template"

	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A placed problem is one on the page of a record: of a line of that it knows the
// way to the line.
type placed struct {
	problem.Problem
	ID        string
	Line      int
	Elsewhere bool // in another file
}

// A choice is one of a list.
type choice struct {
	Key  string
	Name problem.Text
}

// An ofRecord is a file of a record's page.
type ofRecord struct {
	Record string // its address
	File   any
}

// issueWords are the functions of the templates of issuing.
func issueWords(l problem.Lang) template.FuncMap {
	return template.FuncMap{
		"at": func(p problem.Problem, id, path string) placed {
			own := p.Pos.File == path
			one := placed{Problem: p, ID: id, Elsewhere: !own && p.Pos.File != ""}
			if own {
				one.Line = p.Pos.Line
			}
			return one
		},
		"classes": func() (all []choice) {
			for _, c := range classNames {
				all = append(all, choice{c.key, c.name})
			}
			return all
		},
		"share": func(f followup.Figures) string { return office.ShareDone(f, l) },
		"pair":  func(record string, file any) ofRecord { return ofRecord{record, file} },
	}
}
