package tmpl

import (
	"slices"

	"ketluan/render/record"
	"ketluan/render/report"
)

// A unitView is what one unit sees of the tasks.
type unitView struct {
	*taskView
	Unit       *record.Unit
	Parent     string // the agency above the unit, as its papers are headed; "" where there is none
	Leading    []*task
	Partnering []*task
}

// answering returns the units that answer for the tasks, leads before partners.
func (v *taskView) answering() []*record.Unit {
	var units []*record.Unit
	known := map[string]bool{}
	for _, named := range []func(*task) []*record.Unit{
		func(t *task) []*record.Unit { return t.Leads }, func(t *task) []*record.Unit { return t.Partners },
	} {
		for _, t := range v.Tasks {
			for _, u := range record.Singles(named(t)) {
				if !known[u.Name] {
					known[u.Name] = true
					units = append(units, u)
				}
			}
		}
	}
	return units
}

// of returns what a unit sees: its own tasks only, counted from 1.
func (v *taskView) of(u *record.Unit) *unitView {
	narrow := *v
	narrow.Tasks, narrow.Leaders, narrow.Named = nil, nil, []*record.Unit{u}
	own := &unitView{taskView: &narrow, Unit: u, Parent: above(u, v.Agency)}
	if d := v.dutiesOf(u); d != nil {
		own.Leading, own.Partnering = ownCopies(d.leading), ownCopies(d.partnering)
	}
	narrow.Tasks = slices.Concat(own.Leading, own.Partnering)
	for i, t := range narrow.Tasks {
		t.Ordinal = i + 1
		if v.own != nil {
			t.stand(v, v.own[u.Name])
			t.Remarks = t.said.Values.Text(report.RemarksKey)
		}
	}
	return own
}

// duties are the tasks of one unit, each of them once: one that it leads it does not
// partner.
type duties struct{ leading, partnering []*task }

// dutiesOf returns what a unit has to do, nil where it is nothing. All units' are
// looked up once: a quarter has as many units as tasks, and to go over all tasks for
// each of them is their square.
func (v *taskView) dutiesOf(u *record.Unit) *duties {
	if v.duties != nil {
		return v.duties[u.Name]
	}
	v.duties = map[string]*duties{}
	of := func(u *record.Unit) *duties {
		d := v.duties[u.Name]
		if d == nil {
			d = &duties{}
			v.duties[u.Name] = d
		}
		return d
	}
	for _, t := range v.Tasks {
		for _, lead := range record.Singles(t.Leads) {
			if d := of(lead); !endsWith(d.leading, t) {
				d.leading = append(d.leading, t)
			}
		}
		for _, partner := range record.Singles(t.Partners) {
			if d := of(partner); !endsWith(d.leading, t) && !endsWith(d.partnering, t) {
				d.partnering = append(d.partnering, t)
			}
		}
	}
	return v.duties[u.Name]
}

func endsWith(tasks []*task, t *task) bool { return len(tasks) > 0 && tasks[len(tasks)-1] == t }

// ownCopies are tasks as one unit's own, which counts and judges them for itself.
func ownCopies(tasks []*task) []*task {
	var all []*task
	for _, t := range tasks {
		mine := *t
		all = append(all, &mine)
	}
	return all
}
