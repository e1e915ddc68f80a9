package record

import (
	"slices"

	"ketluan/render/problem"
)

// A heritage is what an item passes on to those below it.
type heritage struct {
	leads    []*Unit
	partners []*Unit
	deadline Deadline
	bound    []*Unit // the leads to whom the deadline was given; none where it was given to nobody
}

// inherit gives the item what is its own, else what comes from above: the
// leads, their partners, and the deadline if it was given to them or to nobody.
func (f *itemForm) inherit(d *directory, from heritage) heritage {
	it := f.item
	it.Leads, it.Partners, it.Deadline = from.leads, from.partners, from.deadline
	bound := from.bound
	if len(f.leads) > 0 {
		it.Leads, it.Partners = d.findAll(f.leads), nil
		if !d.binds(from.bound, it.Leads) {
			it.Deadline, bound = Deadline{}, nil
		}
	}
	if len(f.partners) > 0 {
		it.Partners = d.findAll(f.partners)
	}
	if f.deadline != nil && !isEmpty(f.deadline) {
		it.Deadline, bound = f.r.deadline(f.deadline, f.at+".deadline"), it.Leads
	}
	if len(it.Partners) == 0 || len(it.Leads) == 0 || len(f.leads) == 0 && len(f.partners) == 0 { // else none of the one is of the other
		return heritage{it.Leads, it.Partners, it.Deadline, bound}
	}
	leads := d.members(it.Leads) // made once for all that inherit them
	for _, n := range f.partners {
		if u := d.byName[d.key(n.text)]; u != nil && leads[u] {
			n.r.problem(n.node, n.at, problem.Textf("%q vừa chủ trì vừa phối hợp", "%q is both lead and partner", u.Name), problem.Textf("xóa ở một trong hai mục", "take it away from one of the two"))
		}
	}
	// A partner that leads here by inheritance of the partners is just a lead.
	it.Partners = slices.DeleteFunc(slices.Clone(it.Partners), func(u *Unit) bool { return leads[u] })
	return heritage{it.Leads, it.Partners, it.Deadline, bound}
}

// maxCircles is how many groups a deadline is given to before it is everybody's.
const maxCircles = 20

// A circle is units with the members of the groups among them.
type circle struct {
	units  map[*Unit]bool
	groups []map[*Unit]bool
}

// binds reports whether a deadline that was given to some units is that of
// others: each is one of them, or of a group among them.
func (d *directory) binds(bound, leads []*Unit) bool {
	if len(bound) == 0 || slices.ContainsFunc(bound, func(u *Unit) bool { return u.Everybody }) {
		return true
	}
	c := d.circle(bound)
	return len(c.groups) > maxCircles || !slices.ContainsFunc(leads, func(u *Unit) bool {
		return !c.units[u] && !slices.ContainsFunc(c.groups, func(g map[*Unit]bool) bool { return g[u] })
	})
}

// circle returns the circle of units; once made it is kept, for items share
// what they inherit, and groups the units of an office.
func (d *directory) circle(units []*Unit) *circle {
	if c := d.circles[&units[0]]; c != nil {
		return c
	}
	c := &circle{units: d.members(units)}
	seen := map[**Unit]bool{}
	for _, u := range units {
		if len(u.Members) > 0 && !seen[&u.Members[0]] && len(c.groups) <= maxCircles {
			seen[&u.Members[0]] = true
			c.groups = append(c.groups, d.members(u.Members))
		}
	}
	d.circles[&units[0]] = c
	return c
}

// members returns a list of units as a set.
func (d *directory) members(units []*Unit) map[*Unit]bool {
	set := d.sets[&units[0]]
	if set == nil {
		set = map[*Unit]bool{}
		for _, u := range units {
			set[u] = true
		}
		d.sets[&units[0]] = set
	}
	return set
}
