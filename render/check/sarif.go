package check

import (
	"fmt"
	"strings"

	"ketluan/render/problem"
)

// The parts of SARIF 2.1.0 (OASIS, 27 March 2020) that are filled in.
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
		Level Severity `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     Severity        `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"` // what it disagrees with
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

// SARIF returns findings as a log for tools of code review, its texts in one
// language. The severities have the names of SARIF's levels.
func SARIF(findings []Finding, lang problem.Lang) any {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "ketluan"}}, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	index := map[string]int{}
	for i, r := range Rules() {
		index[r.ID] = i
		help := r.Place + ". " + problem.Textf("Sai", "Wrong").In(lang) + ": " + r.Wrong + ". " + problem.Textf("Đúng", "Right").In(lang) + ": " + r.Right
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.ID, Short: sarifText{r.Title.In(lang)}, Full: sarifText{r.Reason.In(lang)}, Help: sarifText{help}, Configuration: sarifWeight{r.Severity},
		})
	}
	for _, f := range findings {
		message := f.Message.In(lang)
		if f.Hint != (problem.Text{}) {
			message += " (" + f.Hint.In(lang) + ")"
		}
		var related []sarifLocation
		if f.Other != (problem.Pos{}) {
			related = []sarifLocation{{sarifPlace(f.Other, f.OtherEnd)}}
		}
		run.Results = append(run.Results, sarifResult{
			RuleID: f.Rule.ID, RuleIndex: index[f.Rule.ID], Level: f.Rule.Severity, Message: sarifText{message}, Locations: []sarifLocation{{sarifPlace(f.Pos, f.End)}}, Related: related,
		})
	}
	return sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
}

func sarifPlace(from, to problem.Pos) sarifPhysical {
	place := sarifPhysical{Artifact: sarifArtifact{uriOf(from.File)}}
	if from.Line > 0 {
		place.Region = &sarifRegion{from.Line, max(from.Col, 1), max(to.Line, from.Line), max(to.Col, from.Col, 1)}
		if to.Line > from.Line {
			place.Region.EndColumn = max(to.Col, 1)
		}
	}
	return place
}

// uriOf returns the name of a file as a relative reference (RFC 3986, 4.2).
func uriOf(file string) string {
	const plain = "/-._~!$&'()*+,;=:@" // beside letters and digits
	var b strings.Builder
	for _, c := range []byte(strings.ReplaceAll(file, `\`, "/")) {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(plain, c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
