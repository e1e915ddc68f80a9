package tmpl

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A required field is one that a record must fill.
type required struct {
	path  string
	own   bool      // of what the record says of the document itself
	index []int     // of the field in record.Record, or in own
	or    *required // that does as well; often nil
}

// ownPrefix begins the path of a field of own.
const ownPrefix = "own."

// documentsField is where a record says what is a document's own.
const documentsField = "documents"

// checkRequired finds the fields that t requires.
func (t *Template) checkRequired(d *decoder, n *yaml.Node) {
	const conclusions = "conclusions"
	if t.kind == kind.Notice() && !slices.Contains(t.file.Requires, conclusions) {
		t.file.Requires = append(t.file.Requires, conclusions) // what a notice is of, also by templates from before records could do without
	}
	for i, path := range t.file.Requires {
		first, rest, _ := strings.Cut(path, "|")
		field := t.requiredOf(d, d.nodeOf(fmt.Sprintf("requires[%d]", i+1), n), first)
		for last := &field; rest != ""; last = last.or {
			first, rest, _ = strings.Cut(rest, "|")
			or := t.requiredOf(d, d.nodeOf(fmt.Sprintf("requires[%d]", i+1), n), first)
			last.or = &or
		}
		t.requires = append(t.requires, field)
	}
}

// requiredOf finds the field of a path, which stands at a node.
func (t *Template) requiredOf(d *decoder, n *yaml.Node, path string) required {
	path = strings.TrimSpace(path)
	index, ok := indexOf(path)
	if !ok {
		message := problem.Textf("bản ghi không có mục %q", "a record has no field %q", path)
		known := append(pathsOf(reflect.TypeFor[record.Record](), ""), pathsOf(reflect.TypeFor[own](), ownPrefix)...)
		if near := problem.Nearest(path, known); near != "" {
			message = problem.Textf(message.VI+"; có phải %q không?", message.EN+"; is it %q?", near)
		}
		d.problem(n, "requires", message)
	}
	return required{path: path, own: strings.HasPrefix(path, ownPrefix), index: index}
}

// pathsOf returns the paths of the texts and lists of a struct, and of those
// within it.
func pathsOf(t reflect.Type, above string) (paths []string) {
	for field := range t.Fields() {
		name := above + keyOf(field.Name)
		switch {
		case !field.IsExported():
		case field.Type.Kind() == reflect.Struct && above == "" && field.Type.NumField() > 0 && field.Type.PkgPath() == t.PkgPath():
			paths = append(paths, pathsOf(field.Type, name+".")...)
		default:
			paths = append(paths, name)
		}
	}
	return paths
}

// keyOf writes a name as the keys of records are: MeetingDate as meeting-date.
func keyOf(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// Missing names the fields that t requires and the record leaves empty, and
// those that the record fills and t does not print.
func (t *Template) Missing(rec *record.Record) []problem.Problem {
	problems := append(t.otherForm(rec), t.lost(rec)...)
	for _, field := range t.requires {
		if t.fills(rec, field) {
			continue
		}
		path := field.path
		if field.own {
			path = t.ownPath(rec, path)
		}
		missing := rec.Problem(path,
			problem.Text{VI: fmt.Sprintf("thiếu mục %q mà %s cần có", path, lowerFirst(t.file.Name)), EN: fmt.Sprintf("%q is missing, which this template requires", path)},
			problem.Text{VI: fmt.Sprintf("thêm %q vào bản ghi hoặc vào hồ sơ cơ quan (profile)", path), EN: fmt.Sprintf("add %q to the record or to the profile", path)})
		if field.own && strings.HasPrefix(path, documentsField+".") {
			missing.Hint = problem.Textf("thêm vào bản ghi: documents: [{template: %s, %s: …}]", "add to the record: documents: [{template: %s, %s: …}]", t.name, strings.TrimPrefix(field.path, ownPrefix))
		}
		missing.Missing = true
		problems = append(problems, missing)
	}
	return problems
}

// Makes reports whether t makes documents of a record's system. A template of no
// kind is of every one.
func (t *Template) Makes(rec *record.Record) bool {
	system, ok := kind.SystemNamed(rec.System)
	return t.kind == (kind.Kind{}) || !ok || t.kind.System().Name == system.Name
}

// otherForm reports a record of another system than the documents of t.
func (t *Template) otherForm(rec *record.Record) []problem.Problem {
	if t.Makes(rec) {
		return nil
	}
	own := t.kind.System()
	system, _ := kind.SystemNamed(rec.System)
	hint := problem.Textf("bỏ -t để lập đúng thể thức của hồ sơ, hoặc chọn mẫu theo %s", "leave -t out for the form that the profile says, or choose a template of %s", system.Source)
	if k, ok := system.Counterpart(t.kind); ok {
		hint = problem.Textf("chọn mẫu có kind: %s; thông báo thì bỏ -t, mẫu theo hồ sơ", "choose a template with kind: %s; for the notice leave -t out", k.Name)
	}
	if !own.IsFirst() {
		hint = problem.Textf("văn bản của cơ quan đảng thì ghi system: %s trong hồ sơ; không phải thì bỏ -t", "documents of a body of the Party have system: %s in their profile; for others leave -t out", own.Name)
	}
	name := lowerFirst(t.file.Name)
	return []problem.Problem{rec.Problem("system", problem.Textf("%s theo thể thức của %s, còn hồ sơ theo %s", "this template (%s) has the form of %s, and the profile that of %s", name, own.Source, system.Source), hint)}
}

// fills reports whether a record fills a field, or another that does as well.
func (t *Template) fills(rec *record.Record, field required) bool {
	from := reflect.ValueOf(rec).Elem()
	if field.own {
		from = reflect.ValueOf(ownOf(rec, t.name, nil))
	}
	v := from.FieldByIndex(field.index)
	return !v.IsZero() && (v.Kind() != reflect.Slice || v.Len() > 0) || field.or != nil && t.fills(rec, *field.or)
}

// ownPath returns the path of a field of the document itself as a record has it:
// among its documents, or where it says the same of the notice.
func (t *Template) ownPath(rec *record.Record, path string) string {
	path = strings.TrimPrefix(path, ownPrefix)
	if p := rec.PaperOf(t.name, nil); p != nil {
		return p.Field() + "." + path
	}
	if strings.HasPrefix(path, "signer") || path == "recipients" {
		return path
	}
	return documentsField + "." + path
}

// indexOf finds the field of a record that its user calls by the path, as
// agency.name or meeting-date.
func indexOf(path string) (index []int, ok bool) {
	t := reflect.TypeFor[record.Record]()
	if rest, found := strings.CutPrefix(path, ownPrefix); found {
		t, path = reflect.TypeFor[own](), rest
	}
	for key := range strings.SplitSeq(path, ".") {
		if t.Kind() != reflect.Struct {
			return nil, false
		}
		name := strings.ReplaceAll(key, "-", "")
		field, ok := t.FieldByNameFunc(func(field string) bool { return strings.EqualFold(field, name) })
		if !ok || !field.IsExported() {
			return nil, false
		}
		index, t = append(index, field.Index...), field.Type
	}
	return index, true
}
