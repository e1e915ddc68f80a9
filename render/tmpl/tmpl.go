// Package tmpl fills templates in: a template file and a record come in, a
// document or a workbook comes out. What a document looks like and what it
// says stands in the file; this package knows kinds of blocks and columns,
// never a sentence. Text from a record never becomes structure.
package tmpl

import (
	"bytes"
	"reflect"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// An Output is what a template makes. In which formats a document is written is
// not the template's to say.
type Output int

// The outputs.
const (
	Document Output = iota
	Workbook
	Mails // drafts of e-mails
)

// maxSize bounds a template file, in bytes.
const maxSize = 1 << 20

// A Template is a template file, read and checked. It does not change and may
// be used by many goroutines.
type Template struct {
	source       string // its file, as messages call it
	name         string // of its file, without folder and ending
	file         file
	output       Output
	kind         kind.Kind
	requires     []required
	design       *sheet.Design // of a workbook
	fields       report.Table  // that columns carry back, and texts name
	ofItsOwn     bool          // prints what a record says of the document itself
	unprintedOwn []string      // keys of what a record may say of the document itself, and it does not print
	unprinted    []string      // what its conclusions leave out of a record: "Table", "After", "Annexes"
}

// A file is a template file as it is written.
type file struct {
	Kind       string     `yaml:"kind"` // of the document; "workbook" for a workbook, "mail" for e-mails
	Like       string     `yaml:"like"` // the kind by whose rules another is judged
	Name       string     `yaml:"name"`
	Replaces   string     `yaml:"replaces"` // the template that this one stands for with records of its system
	Suffix     string     `yaml:"suffix"`   // of the output's name, after the record's
	Requires   []string   `yaml:"requires"`
	Properties properties `yaml:"properties"`

	Page       *page              `yaml:"page"`
	PageNumber *pageNumber        `yaml:"page-number"`
	LineNumber *lineNumber        `yaml:"line-number"`
	Spacing    *spacing           `yaml:"spacing"`
	Numbering  []string           `yaml:"numbering"`
	Styles     map[string]style   `yaml:"styles"`
	Blocks     []block            `yaml:"blocks"`
	Define     map[string][]block `yaml:"define"`

	Abbreviations map[string]string `yaml:"abbreviations"`

	Font   string      `yaml:"font"`
	Sheets []sheetFile `yaml:"sheets"`

	Mail *mailFile `yaml:"mail"`

	Lists     []listFile `yaml:"lists"`
	ListSheet string     `yaml:"list-sheet"`

	Parameters []parameterFile `yaml:"parameters"`

	Covers    string `yaml:"covers"`   // "quarter", or one record
	Each      string `yaml:"each"`     // "unit", "lead-unit", "late-unit", "reply", or one file
	Needs     string `yaml:"needs"`    // "follow-up": what became of the tasks; "questions": what to ask the chair; "register": that of documents
	Folder    string `yaml:"folder"`   // of the outputs, below that of the record
	Workbook  *bool  `yaml:"workbook"` // no: workbooks do not come with it unless they are asked for
	Protected bool   `yaml:"protected"`
}

type properties struct {
	Title      *text `yaml:"title"`
	Subject    *text `yaml:"subject"`
	Author     *text `yaml:"author"`
	Keywords   *text `yaml:"keywords"`
	Identifier *text `yaml:"identifier"`
}

// Parse reads a template file; name is for messages. Errors are of type *Error
// and hold every problem of the file.
func Parse(name string, src []byte) (*Template, error) { return ParseOf(report.Fields(), name, src) }

// ParseOf reads a template whose columns carry back the fields of a table.
func ParseOf(fields report.Table, name string, src []byte) (*Template, error) {
	d := &decoder{file: name, nodes: map[string]*yaml.Node{}}
	if len(src) > maxSize {
		d.problem(&yaml.Node{}, "", problem.Text{VI: "tệp mẫu lớn quá 1 MB", EN: "the template is larger than 1 MB"})
		return nil, &Error{d.problems}
	}
	var root yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(src)).Decode(&root); err != nil {
		message := strings.TrimPrefix(err.Error(), "yaml: ")
		d.problem(&yaml.Node{}, "", problem.Text{VI: "không phải YAML đúng: " + message, EN: "not well-formed YAML: " + message})
		return nil, &Error{d.problems}
	}
	t := &Template{source: name, name: nameOf(name), fields: fields, unprinted: unprinted(src), unprintedOwn: unprintedOwn(src), ofItsOwn: bytes.Contains(src, []byte(".Own."))}
	d.decode(root.Content[0], reflect.ValueOf(&t.file).Elem(), "")
	t.check(d, root.Content[0])
	t.checkFields(d, src)
	if len(d.problems) > 0 {
		return nil, &Error{d.problems}
	}
	return t, nil
}

// check looks at what the parts of the file say of each other.
func (t *Template) check(d *decoder, n *yaml.Node) {
	t.checkKind(d, n)
	switch t.output {
	case Document:
		t.checkDocument(d, n)
	case Workbook:
		t.design = t.file.design(d, n, t.fields)
		if t.file.Each != "" && t.file.Each != "unit" {
			d.problem(n, "each", problem.Text{VI: "chỉ có each: unit", EN: "there is each: unit only"})
		}
		if t.file.Covers != "" && t.file.Covers != "quarter" {
			d.problem(n, "covers", problem.Text{VI: "chỉ có covers: quarter", EN: "there is covers: quarter only"})
		}
	case Mails:
		t.checkMail(d, n)
	}
	if strings.ContainsFunc(t.file.Folder, outsideNames) {
		d.problem(n, "folder", problem.Text{VI: "tên thư mục chỉ gồm chữ, số, dấu - và dấu _", EN: "a folder's name has letters, digits, - and _ only"})
	}
	if strings.ContainsFunc(t.file.Suffix, outsideNames) {
		d.problem(n, "suffix", problem.Text{VI: "đuôi tên tệp chỉ gồm chữ, số, dấu - và dấu _", EN: "a suffix has letters, digits, - and _ only"})
	}
	t.checkRequired(d, n)
}

// checkDocument looks at the parts of a document.
func (t *Template) checkDocument(d *decoder, n *yaml.Node) {
	if t.file.Page == nil || len(t.file.Blocks) == 0 {
		d.problem(n, "", problem.Text{VI: "mẫu văn bản phải có page và blocks", EN: "a document has a page and blocks"})
	}
	t.checkBlocks(d, "blocks", t.file.Blocks)
	if l := t.file.LineNumber; l != nil {
		t.checkName(d, n, "line-number.style", l.Style, t.hasStyle)
	}
	if p := t.file.PageNumber; p != nil {
		t.checkName(d, n, "page-number.style", p.Style, t.hasStyle)
	}
	t.checkSpacing(d, n)
	t.checkFollowUp(d, n)
	for _, name := range sortedKeys(t.file.Define) {
		t.checkBlocks(d, "define."+name, t.file.Define[name])
	}
}

// outsideNames reports what has no place in the name of a file on some system.
func outsideNames(r rune) bool {
	return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// Title returns what t makes as messages call it: "giấy mời".
func (t *Template) Title() string { return lowerFirst(t.file.Name) }

// Output returns what t makes.
func (t *Template) Output() Output { return t.output }

// CoversQuarter reports whether t makes workbooks of all records of a quarter.
func (t *Template) CoversQuarter() bool { return t.file.Covers != "" }

// EachUnit reports whether t makes a workbook, or a letter, for each unit.
func (t *Template) EachUnit() bool { return t.file.Each != "" }

// NeedsFollowUp reports whether t is about what became of tasks.
func (t *Template) NeedsFollowUp() bool { return t.file.Needs == needsFollowUp }

// WithWorkbooks reports whether workbooks come with the documents of t.
func (t *Template) WithWorkbooks() bool { return t.file.Workbook == nil || *t.file.Workbook }

// Folder returns that of the outputs below that of the record; "" is that
// itself.
func (t *Template) Folder() string { return t.file.Folder }

// Replaces returns the name of the template that t stands for with records of
// its system; "" for none.
func (t *Template) Replaces() string { return t.file.Replaces }

// IsReplacedBy reports whether another template stands for t with records of its
// system.
func (t *Template) IsReplacedBy(other *Template) bool { return other.file.Replaces == t.name }

// Suffix returns what stands between the record's name and the extension in
// the name of the output.
func (t *Template) Suffix() string { return t.file.Suffix }

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
