package office

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"ketluan/render/amend"
	"ketluan/render/intake"
	"ketluan/render/record"
)

// maxSpoken bounds how many conclusions are read for what they say.
const maxSpoken = 600

// A speech finds what the texts of conclusions say of their lead, partners and
// deadline and the record does not yet have in its fields.
type speech struct {
	units    map[string]*record.Unit // by the folded names; nil: several go by it
	listener *intake.Listener
	found    map[string]*amend.Spoken
	read     int
}

// spoken returns that by the fields of the conclusions. Only what is sure is there,
// of units that the record knows.
func spoken(rec *record.Record) map[string]*amend.Spoken {
	s := &speech{units: map[string]*record.Unit{}, found: map[string]*amend.Spoken{}}
	var names []string
	for _, u := range rec.Units {
		if u.Successor != nil || u.Everybody || len(u.Members) > 0 {
			continue
		}
		for _, name := range slices.Concat([]string{u.Name, u.Short, lowered(u.Name)}, u.Aliases) {
			key := record.Fold(name)
			if key == "" {
				continue
			}
			if other, ok := s.units[key]; ok && other != u {
				u = nil
			}
			s.units[key] = u
			names = append(names, name)
			if u == nil {
				break
			}
		}
	}
	s.listener = intake.NewListener(names, rec.MeetingDate, rec.Date)
	s.walk(rec, rec.Conclusions)
	return s.found
}

func (s *speech) walk(rec *record.Record, items []*record.Item) {
	for _, it := range items {
		if s.read++; s.read > maxSpoken || it.InParts {
			return
		}
		if !it.Said {
			if sp := s.of(it); sp != nil {
				s.found[it.Field()] = sp
			}
		}
		s.walk(rec, it.Items)
	}
}

// of returns what one conclusion says, nil for nothing.
func (s *speech) of(it *record.Item) *amend.Spoken {
	if len(it.Items) > 0 {
		if len(it.Leads) > 0 {
			return nil
		}
		head := it.Heading
		if head == "" {
			head = it.Text
		}
		if leads := s.known(s.listener.HeardOf(head)); leads != nil {
			return &amend.Spoken{Leads: nameAll(leads)}
		}
		return nil
	}
	heard := s.listener.Heard(it.Text)
	leads, partners := s.known(heard.Leads), s.known(heard.Partners)
	out := &amend.Spoken{Unsure: heard.Unsure}
	switch {
	case len(it.Leads) == 0 && leads == nil, len(heard.Leads) > 0 && leads == nil:
		return nil
	case len(it.Leads) == 0:
		out.Leads = nameAll(leads)
	case leads != nil && !slices.Equal(leads, it.Leads):
		return nil
	}
	if len(it.Partners) == 0 {
		partners = slices.DeleteFunc(partners, func(u *record.Unit) bool { return slices.Contains(it.Leads, u) })
		out.Partners = nameAll(partners)
		if len(heard.Partners) > 0 && partners == nil && !slices.Contains(out.Unsure, "partners") {
			out.Unsure = append(out.Unsure, "partners")
		}
	}
	if it.Deadline.Words == "" {
		out.Deadline = heard.Deadline
	}
	if len(out.Leads)+len(out.Partners) == 0 && out.Deadline == "" {
		return nil
	}
	return out
}

// known returns the units of names, nil where one of them is not known.
func (s *speech) known(names []string) []*record.Unit {
	var all []*record.Unit
	for _, name := range names {
		u := s.units[record.Fold(name)]
		if u == nil {
			return nil
		}
		if !slices.Contains(all, u) {
			all = append(all, u)
		}
	}
	return all
}

func nameAll(units []*record.Unit) []string {
	var all []string
	for _, u := range units {
		all = append(all, u.Name)
	}
	return all
}

// lowered is a name as it is typed within a sentence: phòng Tổ chức cán bộ.
func lowered(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[n:]
}
