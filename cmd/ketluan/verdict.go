package main

import "ketluan/render/decree"

// The JSON of verify, a list of files. Texts are in both languages.
type (
	verdictJSON struct {
		File     string       `json:"file"`
		Version  string       `json:"version"`
		Claims   []string     `json:"claims"`
		Title    string       `json:"title"`
		Pages    int          `json:"pages"`
		Fonts    []fontJSON   `json:"fonts"`
		Fields   []fieldJSON  `json:"fields"`
		Attached []string     `json:"attached"`
		Rules    []resultJSON `json:"rules"`
	}
	fontJSON struct {
		Name     string `json:"name"`
		Embedded bool   `json:"embedded"`
	}
	fieldJSON struct {
		Name   string `json:"name"`
		Page   int    `json:"page"`
		Signed bool   `json:"signed"`
	}
	resultJSON struct {
		ID     string        `json:"id"`
		Place  string        `json:"place"`
		Title  textJSON      `json:"title"`
		Status decree.Status `json:"status"`
		Faults []faultJSON   `json:"faults,omitempty"`
	}
	faultJSON struct {
		Page    int      `json:"page,omitempty"`
		Message textJSON `json:"message"`
	}
	textJSON struct {
		VI string `json:"vi"`
		EN string `json:"en"`
	}
)

func (a *app) printVerdictsJSON(verdicts []verdict) error {
	all := []verdictJSON{}
	for _, v := range verdicts {
		j := verdictJSON{
			File: v.path, Version: v.File.Version, Claims: append([]string{}, v.File.Claims...), Title: v.File.Title, Pages: len(v.File.Pages),
			Fonts: []fontJSON{}, Fields: []fieldJSON{}, Attached: []string{}, Rules: []resultJSON{},
		}
		for _, f := range v.File.Fonts {
			j.Fonts = append(j.Fonts, fontJSON{f.Name, f.Embedded})
		}
		for _, f := range v.File.Fields {
			j.Fields = append(j.Fields, fieldJSON{f.Name, f.Page, f.Signed})
		}
		for _, f := range v.File.Attachments {
			j.Attached = append(j.Attached, f.Name)
		}
		for _, r := range v.Results {
			result := resultJSON{ID: r.ID, Place: r.Place, Title: textJSON(r.Title), Status: r.Status}
			for _, f := range r.Faults {
				result.Faults = append(result.Faults, faultJSON{f.Page, textJSON(f.Message)})
			}
			j.Rules = append(j.Rules, result)
		}
		all = append(all, j)
	}
	a.printJSON(all)
	return nil
}
