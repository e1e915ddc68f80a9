package tmpl

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A taskView is what a workbook or a report sees: the tasks of one record, or
// of all of a quarter, as they stand on a day.
type taskView struct {
	*view
	Records []*record.Record
	Tasks   []*task
	Figures figures
	Leaders []*leader // in the order in which the tasks name them; of a group its members
	Shares  []*share  // of tasks that several units lead, or a group
	Named   []*record.Unit
	AsOf    calendar.Date

	duties map[string]*duties // by units' names; nil before one is asked for
	soon   int
	first  calendar.Date                 // on which something can have been done
	today  calendar.Date                 // that workbooks are made for; zero is whenever they are opened
	own    map[string]followup.Standings // by units: what each has said itself
	plain  func(followup.Report) said

	silent said // of tasks that nobody has said anything of, which are most
}

// A task is an item that is followed up.
type task struct {
	*item
	Ordinal    int            // from 1
	Notice     *record.Record // that gives it
	Assessment string
	DaysLeft   *int           // nil where it is done or has no deadline
	Report     said           // that holds for it: Unit, On, Time, Source, Partner, and the fields by their names
	Undated    []*record.Unit // leading units that called their parts done without a day
	Remarks    string         // what units wrote in none of the columns, each partner on a line
	said       followup.Report
	stands     followup.Assessment
	shares     []followup.Share
}

func (t *task) done() bool { return t.stands.Completed() }

// A leader is a unit that leads tasks.
type leader struct {
	Name    string
	Figures figures
}

// figures are counts with what is worked out of them.
type figures struct {
	followup.Figures
	Running int      // not done, but in time: also those that are due soon
	Share   *float64 // of the tasks that are done, 0 to 1; nil without tasks
}

func (f *figures) add(a followup.Assessment) {
	f.Add(a)
	f.Running = f.InTime + f.DueSoon
	share := float64(f.Done()) / float64(f.Tasks)
	f.Share = &share
}

// newTaskView gathers the tasks of records, of which there is at least one, as
// they stand. Its only error is a *TooManyError.
func (t *Template) newTaskView(records []*record.Record, soon int, at FollowUp) (*taskView, error) {
	v := &taskView{Records: records, AsOf: at.AsOf, soon: soon, plain: t.plain, silent: t.plain(followup.Report{})}
	leaders := map[string]*leader{}
	known := map[string]bool{}
	judged, shares := t.file.judgesShares(), 0
	for _, rec := range records {
		one := newView(rec, t.file.Numbering)
		if v.view == nil {
			v.view = one
		}
		for _, it := range one.Tasks {
			own := &task{item: it, Ordinal: len(v.Tasks) + 1, Notice: rec}
			own.stand(v, at.Standings)
			own.part(v, at.Standings)
			if shares += len(own.shares); shares > maxShares {
				return nil, &TooManyError{maxShares}
			}
			v.Tasks = append(v.Tasks, own)
			v.Figures.add(own.stands)
			v.count(own, leaders, judged)
		}
		for _, u := range rec.Units {
			if !known[u.Name] {
				known[u.Name] = true
				v.Named = append(v.Named, u)
			}
		}
	}
	return v, nil
}

// stand judges the task by what is said of it.
func (t *task) stand(v *taskView, all followup.Standings) {
	var spoken bool
	t.stands = all.Assess(t.item.Item, v.AsOf, v.soon)
	t.said, spoken = all[t.ID]
	t.Assessment, t.Report, t.DaysLeft = t.stands.String(), v.silent, nil
	if spoken {
		t.Report = v.plain(t.said)
	}
	if !t.Deadline.Day.IsZero() && !t.done() && t.stands != followup.DoneUndated {
		left := calendar.DaysBetween(v.AsOf, t.Deadline.Day)
		t.DaysLeft = &left
	}
}

// part judges the parts of the task, each by what its own unit says.
func (t *task) part(v *taskView, all followup.Standings) {
	t.shares = all.Shares(t.item.Item, v.AsOf, v.soon)
	for _, s := range t.shares {
		if s.Stands == followup.DoneUndated {
			t.Undated = append(t.Undated, s.Unit)
		}
	}
}

// A said is a report as texts of templates have it, by the names of reportNames.
type said map[string]any

// ofReports are what a report has beside its fields.
var ofReports = []string{"Unit", "On", "Time", "Source", "Partner"}

// reportNames are what texts may name in a report.
func reportNames(fields report.Table) []string {
	names := slices.Clone(ofReports)
	for _, f := range fields {
		names = append(names, f.Name())
	}
	return names
}

// plain returns a report as texts of templates have it.
func (t *Template) plain(r followup.Report) said {
	plain := said(t.fields.Plain(r.Values))
	for i, value := range []any{r.Unit, r.On, r.Time, r.Source, r.Partner} {
		plain[ofReports[i]] = value
	}
	return plain
}

// since returns the earliest day on which something can have been done.
func (v *taskView) since() calendar.Date {
	first := v.Records[0].Begins()
	for _, rec := range v.Records[1:] {
		if calendar.DaysBetween(rec.Begins(), first) > 0 {
			first = rec.Begins()
		}
	}
	for _, t := range v.Tasks {
		if given := t.Notice.Given(t.Item); given.Before(first) {
			first = given
		}
	}
	return first
}

// dueSoon returns how many days before its deadline a task is due soon: the
// parameter of that name, which formulas use.
func (f *file) dueSoon() int {
	for _, p := range f.Parameters {
		if days, err := strconv.Atoi(p.Formula); p.Name == "DM_SAP_DEN_HAN" && err == nil {
			return days
		}
	}
	return dueSoon
}

// dueSoon is how many days those are where a template does not say.
const dueSoon = 7

// slugOf returns a unit's short name, or its name, as part of a file's name:
// small letters without marks, digits and single hyphens.
func slugOf(u *record.Unit) string {
	name := u.Short
	if name == "" {
		name = u.Name
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ':
			b.WriteByte('d')
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	if words := strings.Fields(b.String()); len(words) > 0 {
		return strings.Join(words, "-")
	}
	return "don-vi"
}
