package xlsx

import "ketluan/render/sheet"

// Headers are the fields that the columns of designs carry back, by their
// folded headers.
func Headers(designs ...*sheet.Design) map[string]string {
	all := map[string]string{}
	for _, d := range designs {
		for _, s := range d.Sheets {
			for _, c := range s.Columns {
				if c.Field != "" {
					all[foldHeader(c.Header)] = c.Field
				}
			}
		}
	}
	return all
}

// Own are the texts of designs in and below their tables that carry nothing
// back, folded: names of sheets, other headers, titles of sections, lines to sign on.
func Own(designs ...*sheet.Design) map[string]bool {
	all := map[string]bool{}
	for _, d := range designs {
		if d.ListSheet != "" {
			all[foldHeader(d.ListSheet)] = true
		}
		for _, s := range d.Sheets {
			all[foldHeader(s.Name)] = true
			for _, c := range s.Columns {
				if c.Field == "" {
					all[foldHeader(c.Header)] = true
				}
			}
			for _, text := range s.Own {
				all[foldHeader(text)] = true
			}
		}
	}
	return all
}
