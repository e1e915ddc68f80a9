package tmpl

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/render/problem"
)

// Kind returns the kind of the documents that t makes; the zero Kind for a
// workbook, and for a template about the follow-up that names none.
func (t *Template) Kind() kind.Kind { return t.kind }

// What stands for a kind in templates that name none: what they make. A
// workbook has no kind of document.
const (
	anyDocument = "document"
	anyWorkbook = "workbook"
)

var kindShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// checkKind finds out what t makes, and of which kind. A document made from a
// record is a notice unless the template says otherwise: that is what all were
// before templates named kinds.
func (t *Template) checkKind(d *decoder, n *yaml.Node) {
	name, like := t.file.Kind, t.file.Like
	if t.file.Mail != nil && (name == "" || name == anyMail) {
		t.output = Mails
		return
	}
	if name == anyWorkbook || (name == "" || name == anyDocument) && len(t.file.Sheets) > 0 && len(t.file.Blocks) == 0 {
		t.output = Workbook
		name = ""
	} else if name == "" || name == anyDocument {
		if name = ""; t.file.Needs == "" {
			t.kind = kind.Notice()
		}
	}
	at := func(field string) *yaml.Node { return d.nodeOf(field, n) }
	switch slip := kind.Slip(name); {
	case name == "" && like != "":
		d.problem(at("like"), "like", problem.Text{VI: "like đi cùng kind của một văn bản", EN: "like goes with the kind of a document"})
		return
	case name == "":
		return
	case !kindShape.MatchString(name):
		d.problem(at("kind"), "kind", problem.Text{
			VI: "loại văn bản chỉ gồm chữ thường không dấu, số và gạch nối, như giay-moi",
			EN: "a kind has small letters without marks, digits and hyphens, as giay-moi",
		})
		return
	case slip != "" && like == "":
		d.problem(at("kind"), "kind", problem.Textf("có phải %q không? loại mới thì nói nó giống loại nào, ví dụ like: %s",
			"is it %q? a new kind says which it is like, as in like: %s", slip, slip))
		return
	}
	if like != "" && !kind.Known(like) {
		known := strings.Join(kind.Names(), ", ")
		message := problem.Textf("không có loại %q; có: %s", "there is no kind %q; there are: %s", like, known)
		if near := problem.Nearest(like, kind.Names()); near != "" {
			message = problem.Textf("không có loại %q; có phải %q không?", "there is no kind %q; is it %q?", like, near)
		}
		d.problem(at("like"), "like", message)
		return
	}
	t.kind = kind.New(name, like)
}
