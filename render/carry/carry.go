// Package carry drafts the record of the next meeting from what is still open
// of one: YAML for the clerk to complete, with comments that teach. It knows no
// clock: what is open is judged by the day that it is given.
package carry

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Terms are what a draft is made by.
type Terms struct {
	To        calendar.Quarter // of the next record
	AsOf      calendar.Date    // on which the tasks stand as they do
	Standings followup.Standings
}

// A Draft is the next record.
type Draft struct {
	YAML        []byte
	Tasks, Done int            // of the record before
	Open        []*record.Item // of its tasks, that go over
}

// gap marks what the clerk must fill in.
func gap(what string) string { return "[điền: " + what + "]" }

// Next drafts the record that follows rec. Its bytes parse without problems
// beside rec, in its folder. An error is a bug, or a unit that the record knows
// only by a name that its profile does not have.
func Next(rec *record.Record, t Terms) (*Draft, error) {
	w := &writer{rec: rec, Terms: t}
	for _, task := range rec.Tasks() {
		w.tasks++
		if t.Standings.Assess(task, t.AsOf, 0).Completed() {
			w.done++
		} else {
			w.open = append(w.open, task)
		}
	}
	// Words such as "trước ngày 15/10" name another day, seen from a later
	// meeting: those tasks get their first day written out. Nobody knows yet when
	// the meeting is, so that one years later shows which they are.
	w.meeting = calendar.Date{Year: t.To.Year + 5, Month: 12, Day: 31}
	next, problems := w.read(w.write())
	if len(problems) == 0 {
		w.dated, w.meeting = moved(w.open, next), t.To.First()
		_, problems = w.read(w.write())
	}
	if len(problems) > 0 {
		return nil, fmt.Errorf("the draft is no record: %s: %s", problems[0].Field, problems[0].Message.EN)
	}
	return &Draft{YAML: w.write(), Tasks: w.tasks, Done: w.done, Open: w.open}, nil
}

// read parses a draft with the profile of the record before.
func (w *writer) read(draft []byte) (*record.Record, []problem.Problem) {
	return record.Parse(draft, record.Source{Name: w.rec.Name, Open: func(string) ([]byte, error) {
		profile, ok := w.rec.Profile()
		if !ok {
			return nil, errors.New("no profile")
		}
		return profile.Bytes, nil
	}})
}

// moved returns the IDs of tasks that have a day by which they are due, and
// whose deadline is another day in the next record.
func moved(open []*record.Item, next *record.Record) map[string]bool {
	days := map[string]calendar.Date{}
	for _, task := range next.Tasks() {
		days[task.ID] = task.Deadline.Day
	}
	ids := map[string]bool{}
	for _, task := range open {
		if day := task.Deadline.Day; !day.IsZero() && days[task.ID] != day {
			ids[task.ID] = true
		}
	}
	return ids
}

// A share is what some units lead together.
type share struct {
	leads []*record.Unit
	tasks []*record.Item
}

// shares gathers the open tasks by the units that lead them now, in the order
// of the tasks.
func shares(open []*record.Item) []*share {
	var all []*share
	byFirst := map[*record.Unit][]*share{}
	for _, task := range open {
		leads := current(task.Leads)
		var first *record.Unit
		if len(leads) > 0 {
			first = leads[0]
		}
		alike := byFirst[first]
		i := slices.IndexFunc(alike, func(s *share) bool { return slices.Equal(s.leads, leads) })
		if i < 0 {
			i = len(alike)
			alike = append(alike, &share{leads: leads})
			byFirst[first], all = alike, append(all, alike[i])
		}
		alike[i].tasks = append(alike[i].tasks, task)
	}
	return all
}

// current returns the units that answer now in the place of units, each once.
func current(units []*record.Unit) []*record.Unit {
	var all []*record.Unit
	have := map[*record.Unit]bool{}
	for _, u := range units {
		if u = u.Current(); !have[u] {
			have[u] = true
			all = append(all, u)
		}
	}
	return all
}

// partners returns the units that partner now, without those that lead.
func partners(task *record.Item) []*record.Unit {
	leads := map[*record.Unit]bool{}
	for _, u := range task.Leads {
		leads[u.Current()] = true
	}
	return slices.DeleteFunc(current(task.Partners), func(u *record.Unit) bool { return leads[u] })
}

// quarters are how texts name one, with its year or without.
var quarters = regexp.MustCompile(`([Qq]uý) (IV|III|II|I|[1-4])(?:( năm |/)(\d{4}))?([^\pL\d]|$)`)

// renamed replaces the quarter of the record before, as texts write it, by that
// of the next. One without a year is of this year.
func (w *writer) renamed(text string) string {
	old, to := w.rec.Quarter, w.To
	text = quarters.ReplaceAllStringFunc(text, func(found string) string {
		m := quarters.FindStringSubmatch(found)
		year := m[4]
		if year == "" {
			year = fmt.Sprint(old.Year)
		}
		if q, ok := calendar.ParseQuarter(m[2] + "/" + year); !ok || q != old {
			return found
		}
		number := to.Roman()
		if m[2] >= "1" && m[2] <= "4" {
			number = fmt.Sprint(to.N)
		}
		if m[4] == "" {
			return m[1] + " " + number + m[5]
		}
		return m[1] + " " + number + m[3] + fmt.Sprint(to.Year) + m[5]
	})
	return strings.ReplaceAll(text, old.String(), to.String())
}

// code returns the code of the next record: that of its quarter, with what
// the record before has besides.
func (w *writer) code() string {
	own, quarter := w.rec.Code, w.rec.Quarter.String()
	switch {
	case own == quarter:
		return ""
	case strings.Contains(own, quarter):
		return strings.Replace(own, quarter, w.To.String(), 1)
	}
	return w.To.String() + "-" + own[:min(len(own), 30)]
}
