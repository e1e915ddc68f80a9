package tmpl

import (
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/record"
)

// eachLead makes a document for each unit that leads tasks, of these alone.
const eachLead = "lead-unit"

// An own is what a record says of one of its documents, by the template that
// makes it; of who signs and who gets it what the record says of the notice
// where it says nothing else.
type own struct {
	Number     string        // "" is left blank
	Date       calendar.Date // zero where a part of it is left blank
	Dated      calendar.Date // as it is printed
	Subject    string
	From       string   // the unit that drafts it
	To         []string // kính gửi
	Text       []string
	Papers     []string
	Opinions   []*record.Statement
	Signer     record.Signer
	Recipients []string
	Copies     []string // of the recipients that the document has of its own, those beside Như trên and the archive
}

// nameOf returns the name of a template by that of its file.
func nameOf(file string) string {
	name := file[strings.LastIndexAny(file, `/\`)+1:]
	return strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
}

// BaseName returns the name by which records call t among their documents: that
// of its file.
func (t *Template) BaseName() string { return t.name }

// ownOf returns what a record says of the document of a template to a unit; to a
// unit that it does not name what it says of all.
func ownOf(rec *record.Record, template string, u *record.Unit) own {
	o := own{Dated: calendar.Date{Year: rec.Dated.Year}, Signer: rec.Signer, Recipients: rec.Recipients}
	o.add(rec.PaperOf(template, nil))
	if u != nil {
		o.add(rec.PaperOf(template, u))
	}
	return o
}

// add puts what a paper says in the place of what is there.
func (o *own) add(p *record.Paper) {
	if p == nil {
		return
	}
	put(&o.Number, p.Number)
	if !p.Date.IsZero() || p.Dated.Month > 0 || o.Dated.Month == 0 {
		o.Date, o.Dated = p.Date, p.Dated
	}
	put(&o.Subject, p.Subject)
	put(&o.From, p.From)
	if p.Signer.Position != "" || p.Signer.Name != "" {
		o.Signer = p.Signer
	}
	for _, list := range []struct{ into, from *[]string }{{&o.To, &p.To}, {&o.Text, &p.Text}, {&o.Papers, &p.Papers}, {&o.Recipients, &p.Recipients}} {
		if len(*list.from) > 0 {
			*list.into = *list.from
		}
	}
	if len(p.Recipients) > 0 {
		o.Copies = copies(p.Recipients)
	}
	if len(p.Opinions) > 0 {
		o.Opinions = p.Opinions
	}
}

// copies returns the recipients that are neither the addressees nor the archive.
func copies(recipients []string) []string {
	return slices.DeleteFunc(slices.Clone(recipients), func(r string) bool {
		return strings.HasPrefix(r, "Như trên") || strings.HasPrefix(r, "Lưu")
	})
}

func put(into *string, s string) {
	if s != "" {
		*into = s
	}
}

// Paper returns what the record says of the document of another template.
func (v *view) Paper(template string) own { return ownOf(v.Record, template, nil) }

// EachLead reports whether t makes a document for each unit that leads tasks.
func (t *Template) EachLead() bool { return t.output == Document && t.file.Each == eachLead }

// IsItsOwn reports whether t prints a number, a day or who signs of the document
// itself, which are not those of the record's notice.
func (t *Template) IsItsOwn() bool { return t.ofItsOwn }

// Papers fills t in for one record: one document, or one for each unit that
// leads tasks; none where no unit does. A draft is marked as Draft does it.
func (t *Template) Papers(rec *record.Record, draft bool) ([]Letter, error) {
	fill := t.Document
	if draft {
		fill = t.Draft
	}
	if !t.EachLead() {
		d, err := fill(rec)
		return []Letter{{t.file.Folder, t.file.Suffix, d}}, err
	}
	if draft {
		rec = t.marked(rec)
	}
	whole := newView(rec, t.file.Numbering)
	var all []Letter
	names := slugs{}
	for _, u := range whole.leading() {
		v := whole.of(u)
		v.Draft = draft
		d, err := t.documentOf(v)
		if err != nil {
			return nil, err
		}
		if draft {
			d = t.numbered(d)
		}
		all = append(all, Letter{t.file.Folder, t.file.Suffix + "-" + names.of(u), d})
	}
	return all, nil
}

// leading returns the units that lead tasks, also as members of a group, in the
// order of the tasks; in the place of one that was taken over its successor.
func (v *view) leading() []*record.Unit {
	var units []*record.Unit
	seen := map[*record.Unit]bool{}
	for _, t := range v.Tasks {
		for _, u := range record.Singles(t.Leads) {
			if u = u.Current(); !seen[u] {
				seen[u] = true
				units = append(units, u)
			}
		}
	}
	return units
}

// of returns the view of a letter to a unit: its tasks, counted anew.
func (v *view) of(u *record.Unit) *view {
	one := *v
	one.Unit, one.Tasks = u, nil
	for _, t := range v.Tasks {
		if record.Answers(t.Leads, func(lead *record.Unit) bool { return lead.Current() == u }) {
			task := *t
			task.Ordinal = len(one.Tasks) + 1
			one.Tasks = append(one.Tasks, &task)
		}
	}
	return &one
}

// documentOf fills t in with a view, of the day that the document itself has.
func (t *Template) documentOf(v *view) (*doc.Document, error) {
	v.Own = ownOf(v.Record, t.name, v.Unit)
	if v.Draft {
		t.markOwn(&v.Own)
	}
	day := created(v.Record)
	if v.Own.Date != (calendar.Date{}) {
		day = v.Own.Date
	}
	if t.AsksQuestions() {
		return t.document(newAskingView(v), v.Record, day)
	}
	return t.document(v, v.Record, day)
}
