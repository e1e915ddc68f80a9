package main

import (
	"encoding/json"
	"net/url"
	"path/filepath"
	"strings"

	"ketluan/render/check"
	"ketluan/render/problem"
)

// The JSON of check, a list of records. Texts are in both languages; lines and
// columns count from 1, columns in characters.
type (
	reviewJSON struct {
		File     string        `json:"file"`
		Mended   []mendedJSON  `json:"mended,omitempty"`
		Findings []findingJSON `json:"findings"`
	}
	mendedJSON struct {
		File   string `json:"file"`
		Places int    `json:"places"`
	}
	findingJSON struct {
		ID        string         `json:"id"`
		Severity  check.Severity `json:"severity"`
		Place     string         `json:"place"`
		File      string         `json:"file"`
		Line      int            `json:"line,omitempty"`
		Column    int            `json:"column,omitempty"`
		EndLine   int            `json:"endLine,omitempty"`
		EndColumn int            `json:"endColumn,omitempty"`
		Field     string         `json:"field,omitempty"`
		Message   textJSON       `json:"message"`
		Hint      *textJSON      `json:"hint,omitempty"`
		Mendable  bool           `json:"mendable"`
	}
)

func (a *app) printFindingsJSON(reviews []review) {
	all := []reviewJSON{}
	for _, v := range reviews {
		if v.err != nil {
			continue
		}
		j := reviewJSON{File: v.path, Findings: []findingJSON{}}
		for _, m := range v.mended {
			j.Mended = append(j.Mended, mendedJSON{m.path, m.places})
		}
		for _, f := range v.findings {
			one := findingJSON{
				ID: f.Rule.ID, Severity: f.Rule.Severity, Place: f.Rule.Place, File: f.Pos.File, Line: f.Pos.Line, Column: f.Pos.Col,
				EndLine: f.End.Line, EndColumn: f.End.Col, Field: f.Field, Message: textJSON(f.Message), Mendable: f.Edits != nil,
			}
			if f.Hint != (problem.Text{}) {
				hint := textJSON(f.Hint)
				one.Hint = &hint
			}
			j.Findings = append(j.Findings, one)
		}
		all = append(all, j)
	}
	a.printJSON(all)
}

// printJSON prints a value on standard output.
func (a *app) printJSON(v any) {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		a.sayError(&fileError{"stdout", err})
		a.status = someFailed
	}
}

// The parts of SARIF 2.1.0 (OASIS, 27 March 2020) that check fills in.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifRule struct {
		ID            string      `json:"id"`
		Short         sarifText   `json:"shortDescription"`
		Full          sarifText   `json:"fullDescription"`
		Help          sarifText   `json:"help"`
		Configuration sarifWeight `json:"defaultConfiguration"`
	}
	sarifWeight struct {
		Level check.Severity `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     check.Severity  `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// printSARIF prints the findings for tools of code review. The severities have
// the names of SARIF's levels.
func (a *app) printSARIF(reviews []review) {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "ketluan"}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index := map[string]int{}
	for i, r := range check.Rules() {
		index[r.ID] = i
		help := r.Place + ". " + problem.Textf("Sai", "Wrong").In(a.lang) + ": " + r.Wrong + ". " + problem.Textf("Đúng", "Right").In(a.lang) + ": " + r.Right
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.ID, Short: sarifText{r.Title.In(a.lang)}, Full: sarifText{r.Reason.In(a.lang)}, Help: sarifText{help}, Configuration: sarifWeight{r.Severity},
		})
	}
	for _, v := range reviews {
		for _, f := range v.findings {
			message := f.Message.In(a.lang)
			if f.Hint != (problem.Text{}) {
				message += " (" + f.Hint.In(a.lang) + ")"
			}
			place := sarifPhysical{Artifact: sarifArtifact{uriOf(f.Pos.File)}}
			if f.Pos.Line > 0 {
				place.Region = &sarifRegion{f.Pos.Line, max(f.Pos.Col, 1), max(f.End.Line, f.Pos.Line), max(f.End.Col, f.Pos.Col, 1)}
				if f.End.Line > f.Pos.Line {
					place.Region.EndColumn = max(f.End.Col, 1)
				}
			}
			run.Results = append(run.Results, sarifResult{RuleID: f.Rule.ID, RuleIndex: index[f.Rule.ID], Level: f.Rule.Severity, Message: sarifText{message}, Locations: []sarifLocation{{place}}})
		}
	}
	a.printJSON(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

// uriOf returns the name of a file as a relative reference.
func uriOf(file string) string {
	file = strings.ReplaceAll(filepath.ToSlash(file), `\`, "/")
	return (&url.URL{Path: file}).EscapedPath()
}
