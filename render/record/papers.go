package record

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Paper is what the record says of one of its documents other than the
// notice: the invitation, the minutes, a letter. What it leaves out is the
// record's.
type Paper struct {
	Template   string        // that it is made with, by its name: "giay-moi"
	Unit       *Unit         // to whom it goes, where each unit has one; nil else
	Number     string        // as typed; "" is left blank
	Date       calendar.Date // the zero Date where a part of it is left blank
	Dated      calendar.Date // as it is printed: parts that are 0 are left blank
	Subject    string
	From       string   // the unit that drafts it
	To         []string // kính gửi
	Text       []string // what it says that no other field does, in paragraphs
	Papers     []string // that go with it
	Opinions   []*Statement
	Signer     Signer
	Recipients []string

	field string
}

// Field returns the path of the paper, as "documents[2]".
func (p *Paper) Field() string { return p.field }

// A paperForm is a paper as its file has it.
type paperForm struct {
	paper  *Paper
	unit   []name
	signer *yaml.Node
}

// templateShape is what names of templates are written like.
var templateShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

var paperFields = []field[paperForm]{
	{key: "template", vi: "mẫu", shape: aTemplate, about: problem.Text{VI: "tên mẫu: giay-moi, bien-ban …", EN: "name of its template"}, required: true, read: func(r *reader, n *yaml.Node, at string, f *paperForm) {
		if f.paper.Template = r.text(n, at); f.paper.Template != "" && !templateShape.MatchString(f.paper.Template) {
			r.problem(n, at, problem.Textf("%q không phải tên mẫu", "%q is no name of a template", short(f.paper.Template)), problem.Textf("ghi tên mẫu như giay-moi", "write a name like giay-moi"))
		}
	}},
	{key: "unit", vi: "đơn vị", shape: aText, about: problem.Text{VI: "đơn vị nhận, khi mỗi đơn vị một văn bản", EN: "unit it goes to, where each has one"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) {
		if r.text(n, at) != "" { // one, no list
			f.unit = []name{{strings.TrimSpace(n.Value), r, n, at}}
		}
	}},
	{key: "number", vi: "số", shape: aText, about: problem.Text{VI: "số văn bản", EN: "number"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.Number = r.text(n, at) }},
	{key: "date", vi: "ngày ban hành", shape: aDateOfIssue, about: problem.Text{VI: "ngày ban hành", EN: "date"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) {
		f.paper.Dated = r.dateOfIssue(n, at)
	}},
	{key: "subject", vi: "trích yếu", shape: aText, about: problem.Text{VI: "trích yếu", EN: "subject"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.Subject = r.text(n, at) }},
	{key: "from", vi: "đơn vị soạn thảo", shape: aText, about: problem.Text{VI: "đơn vị soạn thảo, trình", EN: "unit that drafts it"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.From = r.text(n, at) }},
	{key: "to", vi: "kính gửi", shape: texts, about: problem.Text{VI: "kính gửi", EN: "addressees"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.To = r.texts(n, at) }},
	{key: "text", vi: "nội dung", shape: texts, about: problem.Text{VI: "lời riêng của văn bản này", EN: "words of its own"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) {
		f.paper.Text = r.prose(n, at)
	}},
	{key: "papers", vi: "tài liệu", shape: texts, about: problem.Text{VI: "tài liệu kèm theo", EN: "papers that go with it"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.Papers = r.texts(n, at) }},
	{key: "opinions", vi: "ý kiến", shape: statementList, about: problem.Text{VI: "ý kiến của các đơn vị được hỏi", EN: "what units that were asked say"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) {
		f.paper.Opinions = r.statements(n, at)
	}},
	{key: "signer", vi: "người ký", shape: aSigner, about: problem.Text{VI: "người ký", EN: "signer"}, read: func(_ *reader, n *yaml.Node, _ string, f *paperForm) { f.signer = n }},
	{key: "recipients", vi: "nơi nhận", shape: texts, about: problem.Text{VI: "nơi nhận", EN: "recipients"}, read: func(r *reader, n *yaml.Node, at string, f *paperForm) { f.paper.Recipients = r.recipients(n, at) }},
}

func (r *reader) papers(n *yaml.Node, at string) (all []*paperForm) {
	for i, e := range r.list(n, at) {
		f := &paperForm{paper: &Paper{field: element(n, at, i)}}
		readMapping(r, e, f.paper.field, paperFields, f)
		all = append(all, f)
	}
	return all
}

// settlePapers looks up who signs the papers and which units they go to.
func (p *parser) settlePapers(r *reader, forms []*paperForm, signers map[string]Signer, d *directory) {
	type own struct {
		template string
		unit     *Unit
	}
	seen := map[own]bool{}
	for _, f := range forms {
		paper := f.paper
		if f.signer != nil {
			paper.Signer = r.findSigner(f.signer, join(paper.field, "signer"), signers)
		}
		for _, found := range d.lookUp(f.unit) {
			paper.Unit = found.unit
		}
		switch {
		case paper.Dated.Day > 0:
			paper.Date = paper.Dated
		case paper.Dated.IsZero():
			paper.Dated.Year = p.record.Dated.Year
		}
		if key := (own{paper.Template, paper.Unit}); paper.Template != "" && seen[key] {
			p.add(p.record.Problem(paper.field, problem.Textf("văn bản %q ghi hai lần", "the document %q stands here twice", paper.Template),
				problem.Textf("gộp lại; mỗi đơn vị một văn bản thì ghi unit", "join them; where each unit has one, write unit")))
		} else {
			seen[key] = true
		}
		p.record.Papers = append(p.record.Papers, paper)
	}
}

// PaperOf returns what the record says of the document of a template, that goes
// to a unit or, with nil, to all; nil where it says nothing.
func (r *Record) PaperOf(template string, unit *Unit) *Paper {
	for _, p := range r.Papers {
		if p.Template == template && p.Unit == unit {
			return p
		}
	}
	return nil
}
