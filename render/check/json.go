package check

import (
	"encoding/json"

	"ketluan/render/problem"
)

// A jsonPlace is the other place of a finding about two.
type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	Field     string `json:"field,omitempty"`
}

// MarshalJSON spells a finding as other programs read it. Lines and columns
// count from 1, columns in characters.
func (f Finding) MarshalJSON() ([]byte, error) {
	var other *jsonPlace
	if o := f.Other; o != (problem.Pos{}) {
		other = &jsonPlace{o.File, o.Line, o.Col, f.OtherEnd.Line, f.OtherEnd.Col, f.OtherField}
	}
	return json.Marshal(struct {
		ID        string       `json:"id"`
		Severity  Severity     `json:"severity"`
		Place     string       `json:"place"`
		File      string       `json:"file"`
		Line      int          `json:"line,omitempty"`
		Column    int          `json:"column,omitempty"`
		EndLine   int          `json:"endLine,omitempty"`
		EndColumn int          `json:"endColumn,omitempty"`
		Field     string       `json:"field,omitempty"`
		Message   problem.Text `json:"message"`
		Hint      problem.Text `json:"hint,omitzero"`
		Mendable  bool         `json:"mendable"`
		Other     *jsonPlace   `json:"other,omitempty"`
	}{
		f.Rule.ID, f.Rule.Severity, f.Rule.Place, f.Pos.File, f.Pos.Line, f.Pos.Col,
		f.End.Line, f.End.Col, f.Field, f.Message, f.Hint, f.Edits != nil, other,
	})
}
