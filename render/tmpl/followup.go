package tmpl

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A FollowUp is what became of the tasks of a record by a day, and what a
// document about it is numbered and dated with.
type FollowUp struct {
	Standings followup.Standings
	AsOf      calendar.Date
	Number    string        // "" is left blank for the registry
	Date      calendar.Date // zero is left blank
}

// A Letter is one of the documents that a template makes of a follow-up.
type Letter struct {
	Folder string // below that of the record; often ""
	Suffix string // of the file's name, after that of the record and before the extension
	*doc.Document
}

// A reportView is what a document about the follow-up sees: the tasks as they
// stand, and of those of one unit where there is a document for each.
type reportView struct {
	*taskView
	Own      FollowUp       // what the document itself is numbered and dated with
	Unit     *record.Unit   // that the document is for; nil is all
	Late     []*record.Unit // that lead overdue tasks and have not done their parts, or took their leads over, in the order of the tasks
	Overdue  []*lateTask
	Open     []*task // neither done nor said to be
	Undated  []*task // of which a unit called its part done without a day
	Troubled []*task // with difficulties, or more time asked for
	Silent   []*task // nothing was reported of them
}

// A lateTask is an overdue one, counted from 1 among those of the document.
type lateTask struct {
	*task
	Ordinal  int
	DaysLate int
	Owing    []*record.Unit // that have not done their parts, where others have
}

// newReportView picks out of the tasks what a report names.
func (t *Template) newReportView(rec *record.Record, at FollowUp) (*reportView, error) {
	tasks, err := t.newTaskView([]*record.Record{rec}, dueSoon, at)
	if err != nil {
		return nil, err
	}
	v := &reportView{taskView: tasks, Own: at}
	known := map[string]bool{}
	for _, t := range v.Tasks {
		if !t.done() && t.stands != followup.DoneUndated {
			v.Open = append(v.Open, t)
		}
		if len(t.Undated) > 0 {
			v.Undated = append(v.Undated, t)
		}
		if t.said.IsZero() {
			v.Silent = append(v.Silent, t)
		}
		if t.said.Difficulties() != "" || !t.said.Proposed().IsZero() {
			v.Troubled = append(v.Troubled, t)
		}
		if t.stands != followup.Overdue {
			continue
		}
		late := &lateTask{task: t, Ordinal: len(v.Overdue) + 1, DaysLate: -*t.DaysLeft}
		for _, s := range t.shares {
			if s.Stands != followup.Overdue {
				continue
			}
			late.Owing = append(late.Owing, s.Unit)
			if u := s.Unit.Current(); !known[u.Name] {
				known[u.Name] = true
				v.Late = append(v.Late, u)
			}
		}
		if len(late.Owing) == len(t.shares) {
			late.Owing = nil
		}
		v.Overdue = append(v.Overdue, late)
	}
	return v, nil
}

// of returns what the letter to a late unit sees: its own overdue tasks, with
// what it said of them itself, and those of which it owes the day.
func (v *reportView) of(u *record.Unit) *reportView {
	own := *v
	own.Unit, own.Overdue, own.Undated = u, nil, nil
	for _, t := range v.Overdue {
		if parts := t.partsOf(u, followup.Overdue); len(parts) > 0 {
			own.Overdue = append(own.Overdue, &lateTask{task: t.told(v, parts), Ordinal: len(own.Overdue) + 1, DaysLate: t.DaysLate})
		}
	}
	for _, t := range v.Undated {
		if len(t.partsOf(u, followup.DoneUndated)) > 0 {
			own.Undated = append(own.Undated, t)
		}
	}
	return &own
}

// partsOf returns the parts of the task that stand so and that a unit answers
// for, also in the place of units that it took over.
func (t *task) partsOf(u *record.Unit, so followup.Assessment) []followup.Share {
	var parts []followup.Share
	for _, s := range t.shares {
		if s.Stands == so && s.Unit.Current().Name == u.Name {
			parts = append(parts, s)
		}
	}
	return parts
}

// told returns the task with the report of its one part; several parts are
// told together as the whole task is.
func (t *task) told(v *reportView, parts []followup.Share) *task {
	if len(t.shares) == 1 || len(parts) > 1 {
		return t
	}
	own := *t
	own.said = followup.Report{Unit: parts[0].Unit.Name, On: t.said.On, Values: parts[0].Said}
	own.Report = v.plain(own.said)
	return &own
}

// Letters fills t, which must be a document that needs a follow-up, in: one
// document, or one for each late unit; none where nobody is late. A draft is
// marked as Draft does it.
func (t *Template) Letters(rec *record.Record, at FollowUp, draft bool) ([]Letter, error) {
	if draft {
		rec = t.marked(rec)
	}
	v, err := t.newReportView(rec, at)
	if err != nil {
		return nil, err
	}
	v.Draft = draft
	v.Own = at.orOf(rec.PaperOf(t.name, nil))
	at = v.Own
	created := at.Date
	if created.IsZero() {
		created = at.AsOf
	}
	letter := func(v *reportView, suffix string) (Letter, error) {
		d, err := t.document(v, rec, created)
		if err == nil && draft {
			d = t.numbered(d)
		}
		return Letter{t.file.Folder, suffix, d}, err
	}
	if t.file.Each == "" {
		one, err := letter(v, t.file.Suffix)
		return []Letter{one}, err
	}
	var all []Letter
	names := slugs{}
	for _, u := range v.Late {
		own := v.of(u)
		own.Own = at.orOf(rec.PaperOf(t.name, u))
		one, err := letter(own, t.file.Suffix+"-"+names.of(u))
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// orOf is at with the number and day that a record has for the document, where
// nobody says others.
func (at FollowUp) orOf(p *record.Paper) FollowUp {
	if p != nil && at.Number == "" {
		at.Number = p.Number
	}
	if p != nil && at.Date.IsZero() {
		at.Date = p.Date
	}
	return at
}

// checkFollowUp looks at what a document says of the follow-up.
func (t *Template) checkFollowUp(d *decoder, n *yaml.Node) {
	if t.file.Needs != "" && t.file.Needs != needsFollowUp && t.file.Needs != needsQuestions {
		d.problem(n, "needs", problem.Text{VI: "chỉ có needs: follow-up và needs: questions", EN: "there is needs: follow-up and needs: questions only"})
	}
	if each := t.file.Each; each != "" && !(each == "late-unit" && t.file.Needs == needsFollowUp) && !(each == eachLead && t.file.Needs == "") {
		d.problem(n, "each", problem.Text{VI: "văn bản chỉ có each: lead-unit, hoặc each: late-unit cùng với needs: follow-up", EN: "a document has each: lead-unit, or each: late-unit with needs: follow-up"})
	}
}

// slugs counts those given out, so that no two units of a record share one.
type slugs map[string]int

func (s slugs) of(u *record.Unit) string {
	slug := slugOf(u)
	if s[slug]++; s[slug] > 1 {
		slug = fmt.Sprintf("%s-%d", slug, s[slug])
	}
	return slug
}
