package problem

import "encoding/json"

// MarshalJSON spells a problem as all commands do: file, line, column, field,
// message and hint, without those that are zero.
func (p Problem) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		File    string `json:"file"`
		Line    int    `json:"line,omitempty"`
		Column  int    `json:"column,omitempty"`
		Field   string `json:"field,omitempty"`
		Message Text   `json:"message"`
		Hint    Text   `json:"hint,omitzero"`
	}{p.Pos.File, p.Pos.Line, p.Pos.Col, p.Field, p.Message, p.Hint})
}
