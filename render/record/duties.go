package record

import "ketluan/render/problem"

// maxDuties is how many units all tasks together have, leads and partners: 1,500
// tasks of all the 133 units of a province. What is made of a record has a line or
// a figure for each.
const maxDuties = 200_000

// settleDuties bounds what a few lines can say: a task for each of thousands of
// units, thousands of times.
func (p *parser) settleDuties() {
	duties := 0
	sizes := map[**Unit]int{} // of lists of units, which items share, by their first element
	count := func(units []*Unit) int {
		if len(units) == 0 {
			return 0
		}
		size, known := sizes[&units[0]]
		if !known {
			size = len(Singles(units))
			sizes[&units[0]] = size
		}
		return size
	}
	for _, t := range p.record.Tasks() {
		if duties += count(t.Leads) + count(t.Partners); duties > maxDuties {
			p.add(p.record.Problem(t.Field(), problem.Textf("đến đây các nhiệm vụ đã giao hơn %d phần việc (mỗi nhiệm vụ, mỗi đơn vị một phần)", "up to here the tasks are more than %d duties, one for each task and unit", maxDuties),
				problem.Textf("chia thành nhiều bản ghi", "part it into several records")))
			return
		}
	}
}
