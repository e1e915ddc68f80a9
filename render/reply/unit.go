package reply

import (
	"slices"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// speaker returns the name in the record of the unit that goes by a name and
// may report on its tasks: one that answers for some, one that such a unit took
// over, or one that took such a unit over. "" is none.
func (r *reader) speaker(name string) string {
	answering := record.Singles(r.record.Answering())
	for _, u := range answering {
		if u.Called(name) {
			return u.Name
		}
	}
	units := r.succession()
	key := units.Key(name)
	if !slices.ContainsFunc(answering, func(u *record.Unit) bool { return units.Related(key, units.Key(u.Name)) }) {
		return ""
	}
	for _, u := range r.record.Units {
		if u.Called(name) {
			return u.Name
		}
	}
	return ""
}

func (r *reader) succession() *record.Succession {
	if r.units == nil {
		r.units = record.SuccessionOf(r.record)
	}
	return r.units
}

// sayTakenOver tells that what a unit says counts for the one that took it over.
func (r *reader) sayTakenOver() {
	for _, u := range r.record.Units {
		if u.Name == r.Unit && u.Successor != nil {
			r.whole(problem.Textf("%s nay là %s: báo cáo của đơn vị cũ tính cho đơn vị kế tục", "%s is %s now: what the former unit reports counts for its successor", shown(u.Name), shown(u.Current().Name)),
				problem.Textf("không đúng thì sửa successor của đơn vị trong hồ sơ cơ quan", "if that is wrong mend the unit's successor in the profile"))
		}
	}
}

// A role is what a unit is to a task.
type role int

const (
	stranger role = iota
	lead
	partner
)

// roleIn returns what the unit of the reply is to a task: by its own name, else
// in the place of a unit that took it over, or that it took over.
func (r *reader) roleIn(it *record.Item) role {
	own := func(u *record.Unit) bool { return u.Name == r.Unit }
	related := func(u *record.Unit) bool {
		units := r.succession()
		return units.Related(units.Key(r.Unit), units.Key(u.Name))
	}
	switch {
	case record.Answers(it.Leads, own):
		return lead
	case record.Answers(it.Partners, own):
		return partner
	case record.Answers(it.Leads, related):
		return lead
	case record.Answers(it.Partners, related):
		return partner
	}
	return stranger
}
