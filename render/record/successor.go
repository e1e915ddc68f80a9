package record

import "ketluan/render/problem"

// succeed finds the successors of units, and reports those that are not there
// or lead back to the unit itself.
func (d *directory) succeed(forms []*unitForm) {
	for _, f := range forms {
		if f.successor == nil || isEmpty(f.successor) {
			continue
		}
		at := f.at + ".successor"
		text := f.r.text(f.successor, at)
		if text == "" {
			continue // reported already
		}
		next := d.find(name{text, f.r, f.successor, at})
		if next == nil {
			continue
		}
		if len(next.Members) > 0 || next == d.all || next.Current() == &f.unit {
			f.r.problem(f.successor, at, problem.Textf("%q không thể kế tục %q", "%q cannot take %q over", next.Name, f.unit.Name),
				problem.Textf("ghi tên đơn vị đang hoạt động đã tiếp nhận việc", "name the unit that does its work now"))
			continue
		}
		f.unit.Successor = next
	}
}

// Current returns the unit that answers in u's place now: u, or the last of its
// successors.
func (u *Unit) Current() *Unit {
	for u.Successor != nil {
		u = u.Successor
	}
	return u
}
