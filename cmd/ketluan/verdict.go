package main

import (
	"ketluan/render/decree"
	"ketluan/render/problem"
)

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
		Title  problem.Text  `json:"title"`
		Status decree.Status `json:"status"`
		Faults []faultJSON   `json:"faults,omitempty"`
	}
	faultJSON struct {
		Page    int          `json:"page,omitempty"`
		Message problem.Text `json:"message"`
	}
)

func (a *app) printVerdictsJSON(verdicts []verdict) error {
	all := []verdictJSON{}
	for _, v := range verdicts {
		j := verdictJSON{
			File: v.path, Version: v.file.Version, Claims: append([]string{}, v.file.Claims...), Title: v.file.Title, Pages: len(v.file.Pages),
			Fonts: []fontJSON{}, Fields: []fieldJSON{}, Attached: []string{}, Rules: []resultJSON{},
		}
		for _, f := range v.file.Fonts {
			j.Fonts = append(j.Fonts, fontJSON{f.Name, f.Embedded})
		}
		for _, f := range v.file.Fields {
			j.Fields = append(j.Fields, fieldJSON{f.Name, f.Page, f.Signed})
		}
		for _, f := range v.file.Attachments {
			j.Attached = append(j.Attached, f.Name)
		}
		for _, r := range v.results {
			result := resultJSON{ID: r.ID, Place: r.Place, Title: problem.Text(r.Title), Status: r.Status}
			for _, f := range r.Faults {
				result.Faults = append(result.Faults, faultJSON{f.Page, problem.Text(f.Message)})
			}
			j.Rules = append(j.Rules, result)
		}
		all = append(all, j)
	}
	a.printJSON(all)
	return nil
}

// remadeRule is what is said where the record is attached.
var remadeRule = decree.Result{ID: "RE-01", Place: "--attach-record", Title: problem.Text{
	VI: "dựng lại từ bản ghi đính kèm thì được đúng văn bản này", EN: "made again from the attached record it is the same document",
}}
