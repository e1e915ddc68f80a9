package tmpl

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// anyMail is the kind of a template of e-mails.
const anyMail = "mail"

// A mailFile is what an e-mail says.
type mailFile struct {
	Subject *text       `yaml:"subject"`
	Body    []paragraph `yaml:"body"`

	Event   *eventFile   `yaml:"event"`   // of each deadline; none makes no calendar
	Columns []mailColumn `yaml:"columns"` // of the list for mail merges
	Wanted  []rewording  `yaml:"wanted"`  // of what the office is told, for units
}

// A paragraph of an e-mail, or one for each element of a list. It may have
// several lines.
type paragraph struct {
	When *condition `yaml:"when"`
	Each path       `yaml:"each"`
	Text *text      `yaml:"text"`
}

type eventFile struct {
	Calendar    *text `yaml:"calendar"`
	UID         *text `yaml:"uid"`
	Summary     *text `yaml:"summary"`
	Description *text `yaml:"description"`
	Remind      int   `yaml:"remind"` // days before
}

type mailColumn struct {
	Header string `yaml:"header"`
	Text   *text  `yaml:"text"`
}

// An Attached has the names of the files that go to a unit; "" is none.
type Attached struct{ Mail, Calendar, Notice, Workbook string }

// A Mail is what a template has to say to a unit.
type Mail struct {
	Unit     *record.Unit // nil: nobody knows whose reply it was
	To       string       // the address that counts now; often ""
	Slug     string       // the unit in names of files
	Attached Attached
	Subject  string
	Body     string // paragraphs, with "\n" between lines
	Calendar string // the name of it
	Events   []Event
	Row      []string // of the list for mail merges
	Tasks    int
	Nearest  calendar.Date // of the deadlines; zero where there is none
}

// An Event is the deadline of a task.
type Event struct {
	Task                      string // its ID
	UID, Summary, Description string
	Day                       calendar.Date
	Stamp                     calendar.Date // of the documents that give it
	Remind                    int           // days before it
}

// A mailView is what an e-mail to a unit sees.
type mailView struct {
	*unitView
	Email   string // of the unit that answers now; often ""
	Files   Attached
	Nearest calendar.Date // zero where no task has a day
}

// An eventView is what the words of an event see.
type eventView struct {
	*task
	Leading bool // the unit leads the task
}

// addressOf returns the address of whoever answers for a unit now; "" where none is
// known.
func addressOf(u *record.Unit) string {
	if now := u.Current().Email; now != "" || u.Successor != nil {
		return now
	}
	return u.Email
}

// Mails fills t, which must make e-mails to units, in: one for each unit that
// answers for tasks, in the order of their workbooks. Named says what the files
// of a unit are called.
func (t *Template) Mails(rec *record.Record, named func(slug string, events bool) Attached) ([]Mail, error) {
	v, err := t.newTaskView([]*record.Record{rec}, dueSoon, FollowUp{AsOf: created(rec)})
	if err != nil {
		return nil, err
	}
	var all []Mail
	names := slugs{}
	for _, u := range v.answering() {
		m, err := t.mail(v.of(u), names.of(u), named)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

func (t *Template) mail(v *unitView, slug string, named func(slug string, events bool) Attached) (m Mail, err error) {
	m = Mail{Unit: v.Unit, To: addressOf(v.Unit), Slug: slug, Tasks: len(v.Tasks)}
	if err := t.events(v, &m); err != nil {
		return m, err
	}
	m.Attached = named(slug, len(m.Events) > 0)
	dot := &mailView{unitView: v, Email: m.To, Files: m.Attached, Nearest: m.Nearest}
	if err := t.say(dot, &m); err != nil {
		return m, err
	}
	if e := t.file.Mail.Event; e != nil {
		if m.Calendar, err = e.Calendar.fill(dot); err != nil {
			return m, err
		}
	}
	for _, c := range t.file.Mail.Columns {
		cell, err := c.Text.fill(dot)
		if err != nil {
			return m, err
		}
		m.Row = append(m.Row, cell)
	}
	return m, nil
}

// events finds the deadlines of a unit's tasks.
func (t *Template) events(v *unitView, m *Mail) error {
	e := t.file.Mail.Event
	for i, one := range v.Tasks {
		day := one.Deadline.Day
		if day.IsZero() {
			continue
		}
		if m.Nearest.IsZero() || day.Before(m.Nearest) {
			m.Nearest = day
		}
		if e == nil {
			continue
		}
		ev, dot := Event{Task: one.ID, Day: day, Stamp: created(one.Notice), Remind: e.Remind}, &eventView{one, i < len(v.Leading)}
		for _, words := range []struct {
			text *text
			to   *string
		}{{e.UID, &ev.UID}, {e.Summary, &ev.Summary}, {e.Description, &ev.Description}} {
			var err error
			if *words.to, err = words.text.fill(dot); err != nil {
				return err
			}
			*words.to = strings.TrimSpace(*words.to)
		}
		m.Events = append(m.Events, ev)
	}
	return nil
}

// say fills the words of an e-mail in.
func (t *Template) say(dot any, m *Mail) (err error) {
	if m.Subject, err = t.file.Mail.Subject.fill(dot); err != nil {
		return err
	}
	var said []string
	for _, p := range t.file.Mail.Body {
		if holds, err := p.When.holds(dot); err != nil || !holds {
			if err != nil {
				return err
			}
			continue
		}
		add := func(_, _ int, element any) error {
			s, err := p.Text.fill(element)
			said = append(said, strings.TrimRight(s, "\n"))
			return err
		}
		if p.Each.names == "" {
			err = add(0, 1, dot)
		} else {
			err = p.Each.each(dot, add)
		}
		if err != nil {
			return err
		}
	}
	m.Body = strings.Join(said, "\n\n") + "\n"
	return nil
}

// MailColumns are the headers of the list for mail merges.
func (t *Template) MailColumns() []string {
	var headers []string
	for _, c := range t.file.Mail.Columns {
		headers = append(headers, c.Header)
	}
	return headers
}

// AnswersReplies reports whether t makes e-mails about what is wrong with
// replies.
func (t *Template) AnswersReplies() bool { return t.output == Mails && t.file.Each == eachReply }

// checkMail looks at the parts of an e-mail.
func (t *Template) checkMail(d *decoder, n *yaml.Node) {
	m := t.file.Mail
	if m.Subject == nil || len(m.Body) == 0 {
		d.problem(d.nodeOf("mail", n), "mail", problem.Text{VI: "thư phải có subject và body", EN: "a mail has a subject and a body"})
	}
	if t.file.Each != "unit" && t.file.Each != eachReply {
		d.problem(d.nodeOf("each", n), "each", problem.Text{VI: "thư có each: unit hoặc each: reply", EN: "a mail has each: unit or each: reply"})
	}
	if e := m.Event; e != nil && (e.UID == nil || e.Summary == nil || e.Remind < 0 || e.Remind > 365) {
		d.problem(d.nodeOf("mail.event", n), "mail.event", problem.Text{VI: "event phải có uid, summary; remind từ 0 đến 365 ngày", EN: "an event has a uid and a summary; remind is 0 to 365 days"})
	}
	if t.file.Page != nil || len(t.file.Blocks) > 0 || len(t.file.Sheets) > 0 {
		d.problem(n, "", problem.Text{VI: "mẫu thư không có page, blocks hay sheets", EN: "a mail has no page, blocks or sheets"})
	}
}

// lastDay returns the day that a deadline ends on, as 31/03/2026, where its
// words do not name it themselves; else "".
func lastDay(d record.Deadline) string {
	if d.Day.IsZero() {
		return ""
	}
	words := strings.NewReplacer("-", "/", ".", "/", " tháng ", "/", " năm ", "/", "/0", "/", " 0", " ").Replace(" " + d.Words + " ")
	for _, end := range []string{" ", "/", ",", ";", ")"} {
		if strings.Contains(words, fmt.Sprintf(" %d/%d%s", d.Day.Day, d.Day.Month, end)) {
			return ""
		}
	}
	return d.Day.Slashed()
}
