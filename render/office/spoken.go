package office

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ketluan/render/amend"
	"ketluan/render/intake"
	"ketluan/render/record"
)

// maxHearing bounds how much is read of the conclusions of a record, in squares of
// hundreds of bytes: what a text takes grows so.
const maxHearing = 1600

// A hearing remembers what was heard of the texts of one office: from key to key
// one of them changes.
type hearing struct {
	mu       sync.Mutex
	of       string // its units and days
	listener *intake.Listener
	said     map[string]intake.Assigned
}

// maxRemembered is how many texts are remembered.
const maxRemembered = 2000

// begin makes ready for an office, whatever office was heard before.
func (h *hearing) begin(names []string, rec *record.Record) {
	of := strings.Join(append(names, rec.MeetingDate.String(), rec.Date.String()), "\n")
	if h.of != of || h.listener == nil || len(h.said) > maxRemembered {
		h.of, h.listener, h.said = of, intake.NewListener(names, rec.MeetingDate, rec.Date), map[string]intake.Assigned{}
	}
}

func (h *hearing) heard(text string) intake.Assigned {
	said, ok := h.said[text]
	if !ok {
		said = h.listener.Heard(text)
		h.said[text] = said
	}
	return said
}

// A speech finds what the texts of conclusions say of their lead, partners and
// deadline and the record does not yet have in its fields.
type speech struct {
	*hearing
	units map[string]*record.Unit // by the folded names; nil: several go by it
	found map[string]*amend.Spoken
	spent int // of maxHearing
}

// spoken returns that by the fields of the conclusions. Only what is sure is there,
// of units that the record knows.
func (h *hearing) spoken(rec *record.Record) map[string]*amend.Spoken {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := &speech{hearing: h, units: map[string]*record.Unit{}, found: map[string]*amend.Spoken{}}
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
	h.begin(names, rec)
	s.walk(rec, rec.Conclusions)
	return s.found
}

func (s *speech) walk(rec *record.Record, items []*record.Item) {
	for _, it := range items {
		if it.InParts {
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
	if len(it.Leads) > 0 && it.Deadline.Words != "" && (len(it.Partners) > 0 || !strings.Contains(it.Text, "hối hợp")) {
		return nil // it has all
	}
	hundreds := len(it.Text)/100 + 1
	if s.spent += hundreds * hundreds; s.spent > maxHearing {
		return nil
	}
	heard := s.heard(it.Text)
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
