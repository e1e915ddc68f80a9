package ledger

import (
	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
)

// names are what the units of a task are called, by all records that have it.
// They are put together when a report first wants them.
type names struct {
	records    []*record.Record // the newest first
	succession *record.Succession
	former     map[*record.Unit][]*record.Unit // of the units of the newest
}

func namesOf(rec *record.Record) *names { return &names{records: []*record.Record{rec}} }

func (n *names) all() *record.Succession {
	if n.succession == nil {
		n.succession = record.SuccessionOf(n.records...)
	}
	return n.succession
}

// formers are the units that a unit took over.
func (n *names) formers() map[*record.Unit][]*record.Unit {
	if n.former == nil {
		n.former = map[*record.Unit][]*record.Unit{}
		for _, u := range n.records[0].Units {
			if u.Successor != nil {
				n.former[u.Current()] = append(n.former[u.Current()], u)
			}
		}
	}
	return n.former
}

// leads are the units that answer for the state of a task; of one that the
// record does not have any more they are those that reported.
func (t *Task) leads() []*record.Unit {
	if t.led != nil {
		return t.led
	}
	if t.item != nil {
		return record.Singles(t.item.Leads)
	}
	var units []*record.Unit
	have := map[string]bool{}
	for _, r := range t.Reports {
		if !r.Partner && r.Unit != "" && !have[r.Unit] {
			have[r.Unit] = true
			units = append(units, &record.Unit{Name: r.Unit})
		}
	}
	if len(units) == 0 {
		units = append(units, &record.Unit{})
	}
	return units
}

// A duty is what one unit has to do of a task. A unit that leads it in the place
// of several that led it before has the duty of each.
type duty struct {
	lead *record.Unit
	key  string // of the unit that was first given it
}

// duties are those of the leading units, in their order.
func (t *Task) duties() []duty {
	leads, units := t.leads(), t.units.all()
	own := map[string]int{}
	for i, u := range leads {
		own[units.Key(u.Name)] = i
	}
	before := make([][]string, len(leads))
	for _, former := range t.givenTo() {
		for key := range units.Line(units.Key(former.Name)) {
			if i, leads := own[key]; leads {
				before[i] = append(before[i], units.Key(former.Name))
				break
			}
		}
	}
	var all []duty
	for i, u := range leads {
		if len(before[i]) == 0 {
			before[i] = []string{units.Key(u.Name)}
		}
		for _, key := range before[i] {
			all = append(all, duty{u, key})
		}
	}
	return all
}

// givenTo are the units that led the task in the first record that had it, where
// that is another.
func (t *Task) givenTo() []*record.Unit {
	for _, b := range t.bearers {
		if b.task.item != nil {
			if b.task == t {
				return nil
			}
			return record.Singles(b.task.item.Leads)
		}
	}
	return nil
}

// byLead returns the leading units of a task, and what each of them, or the
// office in its place, said of it. A unit comes once for each of its duties.
func (t *Task) byLead() ([]*record.Unit, [][]followup.Report) {
	h := t.hearing()
	leads := make([]*record.Unit, len(h.duties))
	reports := make([][]followup.Report, len(h.duties))
	for i, d := range h.duties {
		leads[i] = d.lead
	}
	for _, r := range t.Reports {
		switch {
		case r.Partner:
		case r.Unit == "":
			for i := range reports {
				reports[i] = append(reports[i], r)
			}
		default:
			for _, i := range h.of(r) {
				reports[i] = append(reports[i], r)
			}
		}
	}
	return leads, reports
}

// A hearing is where the reports on a task belong.
type hearing struct {
	task   *Task
	units  *record.Succession
	duties []duty
	own    map[string]int   // the duty of a unit
	taken  map[string][]int // the duties that a unit took over
	known  map[string]voice // by what reports call units
	since  map[int]calendar.Date

	partners map[string]bool // that were but partners when the task was given, once they are wanted
}

// A voice is the duties of which a unit speaks: its own, and those of units that
// it took over; -1 is none of its own.
type voice struct {
	own   int
	taken []int
}

func (t *Task) hearing() *hearing {
	h := &hearing{task: t, units: t.units.all(), duties: t.duties(), own: map[string]int{}, taken: map[string][]int{}, known: map[string]voice{}, since: map[int]calendar.Date{}}
	for i, d := range h.duties {
		h.own[d.key] = i
		for key := range h.units.Line(d.key) {
			if key != d.key {
				h.taken[key] = append(h.taken[key], i)
			}
		}
	}
	return h
}

// of returns the duties of which a report speaks. What a unit says counts for
// those that it took over, though not what it said of its own duty beside theirs
// before it led the task in their place. What a former unit says counts for its
// own duty; where it has none, for its successor.
func (h *hearing) of(r followup.Report) []int {
	v, ok := h.known[r.Unit]
	if !ok {
		v = h.voiceOf(h.units.Key(r.Unit))
		h.known[r.Unit] = v
	}
	if v.own < 0 {
		return v.taken
	}
	all := []int{v.own}
	for _, i := range v.taken {
		since, ok := h.since[i]
		if !ok {
			since = h.task.takenOver(h.units, h.duties[i].key)
			h.since[i] = since
		}
		if !since.IsZero() && !r.On.Before(since) {
			all = append(all, i)
		}
	}
	return all
}

func (h *hearing) voiceOf(key string) voice {
	v := voice{own: -1, taken: h.taken[key]}
	if i, ok := h.own[key]; ok {
		v.own = i
		return v
	}
	if len(v.taken) > 0 || h.partnered(key) {
		return v
	}
	for next := range h.units.Line(key) {
		if i, ok := h.own[next]; ok {
			return voice{own: -1, taken: []int{i}}
		}
	}
	return v
}

// takenOver returns the day from which a unit does not lead the task any more
// and one that took it over does; zero is never.
func (t *Task) takenOver(units *record.Succession, former string) calendar.Date {
	for _, b := range t.bearers {
		if b.task.item == nil {
			continue
		}
		leads := map[string]bool{}
		for _, u := range record.Singles(b.task.item.Leads) {
			leads[units.Key(u.Name)] = true
		}
		for key := range units.Line(former) {
			if key == former && leads[key] {
				break
			}
			if leads[key] {
				return b.book.record.Begins()
			}
		}
	}
	return calendar.Date{}
}

// partnered reports whether a unit was but a partner when the task was given.
func (h *hearing) partnered(key string) bool {
	if h.partners == nil {
		h.partners = map[string]bool{}
		if first := h.task.givenAs(); first != nil {
			for _, u := range record.Singles(first.Partners) {
				h.partners[h.units.Key(u.Name)] = true
			}
			for _, u := range record.Singles(first.Leads) {
				delete(h.partners, h.units.Key(u.Name))
			}
		}
	}
	return h.partners[key]
}

// givenAs is the task in the first record that had it.
func (t *Task) givenAs() *record.Item {
	for _, b := range t.bearers {
		if b.task.item != nil {
			return b.task.item
		}
	}
	return nil
}

// folded returns the leading units, each once, with what they say of all their
// duties.
func (t *Task) folded(leads []*record.Unit, reports [][]followup.Report) (units []*record.Unit, all []followup.Report) {
	for i := 0; i < len(leads); {
		j := i + 1
		for j < len(leads) && leads[j] == leads[i] {
			j++
		}
		sum, _ := t.sum(reports[i:j])
		units, all = append(units, leads[i]), append(all, sum)
		i = j
	}
	return units, all
}
