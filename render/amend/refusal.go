package amend

import (
	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Refusal is why a step cannot be carried out.
type Refusal struct {
	Message, Hint problem.Text
	Step          int // which of the steps, from 0
}

// Error says the message in English.
func (r *Refusal) Error() string { return r.Message.EN }

func refuse(message, hint problem.Text) error { return &Refusal{Message: message, Hint: hint} }

var (
	notYAML = refuse(problem.Textf("bản ghi chưa đúng cú pháp YAML", "the record is not well-formed YAML"),
		problem.Textf("sửa dòng sai ở dạng văn bản trước", "mend the wrong line as text first"))
	unsure = refuse(problem.Textf("không chắc chỗ này sửa thế nào cho đúng trong tệp", "how this is to be written into the file is not sure"),
		problem.Textf("sửa chỗ này ở dạng văn bản", "change this place as text"))
	noPlace = refuse(problem.Textf("bản ghi không có chỗ này", "the record has no such place"), problem.Textf("bản ghi có thể vừa đổi; làm lại", "the record may have changed; try again"))
	flowing = refuse(problem.Textf("chỗ này viết trong ngoặc { } hoặc [ ]", "this is written between { } or [ ]"),
		problem.Textf("viết lại thành từng dòng ở dạng văn bản", "write it on lines of its own, as text"))
)

// Scalars of an expected tree of which only the words count.
const (
	wanted      = "!wanted"
	wantedLines = "!lines"
)

// same reports whether a tree is what a step should have made.
func same(want, have *yaml.Node) bool {
	switch want.Tag {
	case wanted:
		return have.Kind == yaml.ScalarNode && said(have) == want.Value
	case wantedLines:
		return have.Kind == yaml.ScalarNode && lined.words(have) == want.Value
	}
	if want.Kind != have.Kind || want.Value != have.Value || want.Tag != have.Tag || len(want.Content) != len(have.Content) ||
		(want.Style^have.Style)&yaml.LiteralStyle != 0 {
		return false
	}
	for i, c := range want.Content {
		if !same(c, have.Content[i]) {
			return false
		}
	}
	return true
}
