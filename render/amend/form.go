package amend

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Form is a record as its fields, in the order of the document.
type Form struct {
	Fields       []Field     `json:"fields"`
	ItemsAt      int         `json:"itemsAt"` // how many fields stand before the conclusions
	Items        []Item      `json:"items"`   // as an outline, in the order of the document
	Completions  Completions `json:"completions"`
	InVietnamese bool        `json:"inVietnamese,omitempty"` // the keys of the file
}

// A Field is one that the record has, or may have.
type Field struct {
	Place        string   `json:"place"`
	Label        string   `json:"label"`
	Kind         string   `json:"kind"` // line, text, date, choice or list
	Value        string   `json:"value"`
	Values       []string `json:"values,omitempty"`
	From         string   `json:"from"` // record, profile or ""
	Placeholder  string   `json:"placeholder,omitempty"`
	Placeholders []string `json:"placeholders,omitempty"`
	Missing      bool     `json:"missing,omitempty"`
	Choices      []Choice `json:"choices,omitempty"`
	Note         string   `json:"note,omitempty"`
	Locked       bool     `json:"locked,omitempty"` // cannot be changed here, only as text
}

// A Choice is one of those that a field takes.
type Choice struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// Completions are what the record's profile knows by name.
type Completions struct {
	Units      []Unit   `json:"units"`
	Signers    []Choice `json:"signers"`
	Recipients []string `json:"recipients"`
}

// A Unit is one that tasks are given to, or a group of such.
type Unit struct {
	Name  string   `json:"name"`
	Short string   `json:"short,omitempty"`
	Names []string `json:"names,omitempty"` // others that it goes by
	Group bool     `json:"group,omitempty"`
}

// A Reading is what a form shows beside the text of a record.
type Reading struct {
	Record  *record.Record          // of the same text; nil is not known
	Labels  map[string]string       // of the conclusions, by their fields
	Missing map[string]bool         // fields that are wanted, by their paths
	Samples map[string]*record.Item // conclusions that are examples still, by their fields
	Spoken  map[string]*Spoken      // what the texts of conclusions say, by their fields
	Lang    problem.Lang
}

// A Spoken is what the text of a conclusion says and its fields do not have yet.
type Spoken struct {
	Leads    []string `json:"leads,omitempty"`
	Partners []string `json:"partners,omitempty"`
	Deadline string   `json:"deadline,omitempty"`
	Unsure   []string `json:"unsure,omitempty"` // partners, deadline: also said, but who or when is not sure
}

// ReadForm returns the form of a record. The error is a *Refusal where the text is
// none that a form can show.
func ReadForm(src []byte, r Reading) (*Form, error) {
	d, err := Open(src)
	if err != nil {
		return nil, err
	}
	return d.Form(r), nil
}

// Form returns the record as its fields.
func (d *Draft) Form(r Reading) *Form {
	f := &Form{InVietnamese: d.inVietnamese(d.root), Items: []Item{}}
	for i, shown := range shownFields {
		if i == itemsAt {
			f.ItemsAt = len(f.Fields)
		}
		if field, ok := d.field(shown, r); ok {
			f.Fields = append(f.Fields, field)
		}
	}
	rec := r.Record
	if rec == nil {
		rec = &record.Record{}
	}
	d.readItems(f, r, d.conclusions(), rec.Conclusions, nil, false)
	f.Completions = completions(rec)
	return f
}

// A shown is a field of the form.
type shown struct {
	keys   []string
	kind   string
	always bool // also where the record does not have it
}

// shownFields are those of the notice in the order of its page, then those that
// are not printed.
var shownFields = []shown{
	{[]string{"agency", "parent"}, "line", false}, {[]string{"agency", "name"}, "line", false}, {[]string{"agency", "code"}, "line", false},
	{[]string{"number"}, "line", true}, {[]string{"agency", "place"}, "line", false}, {[]string{"date"}, "date", true},
	{[]string{"subject"}, "text", true}, {[]string{"basis"}, "list", false}, {[]string{"opening"}, "list", true},
	{[]string{"closing"}, "list", true}, {[]string{"signer"}, "choice", true},
	{[]string{"signer", "authority"}, "list", false}, {[]string{"signer", "position"}, "line", false}, {[]string{"signer", "name"}, "line", false},
	{[]string{"recipients"}, "list", true},
	{[]string{"meeting-date"}, "date", true}, {[]string{"report-by"}, "date", true}, {[]string{"report-to"}, "line", true}, {[]string{"code"}, "line", true}, {[]string{"quarter"}, "line", true},
}

// itemsAt is before which of them the conclusions stand.
const itemsAt = 9

// field reads one field; false of one that is not shown.
func (d *Draft) field(s shown, r Reading) (Field, bool) {
	t, m := tables[""], d.root
	key := s.keys[len(s.keys)-1]
	if len(s.keys) > 1 {
		if m = t.value(d.root, s.keys[0]); m == nil || m.Kind != yaml.MappingNode {
			return Field{}, false
		}
		t = tables[s.keys[0]]
	}
	n := t.value(m, key)
	if n == nil && !s.always && len(s.keys) == 1 {
		return Field{}, false
	}
	place := strings.Join(s.keys, "_")
	f := Field{Place: place, Label: t.keys[t.order(key)].About.In(r.Lang), Kind: s.kind, Missing: r.Missing[strings.Join(s.keys, ".")]}
	if place == "signer" {
		f.Missing = f.Missing || isEmptyOrNone(n) && (r.Missing["signer.position"] || r.Missing["signer.name"])
	}
	d.value(&f, n, manners[key])
	if r.Record != nil {
		f.beside(r.Record, r.Lang)
	}
	return f, true
}

func isEmptyOrNone(n *yaml.Node) bool { return n == nil || isEmpty(n) }

// value reads what the record says.
func (d *Draft) value(f *Field, n *yaml.Node, how manner) {
	if isEmptyOrNone(n) {
		return
	}
	f.From = "record"
	switch {
	case n.Kind == yaml.MappingNode:
		f.Locked = true
	case f.Kind == "list" || n.Kind == yaml.SequenceNode:
		f.Kind = "list"
		f.Values = textsOf(paragraphsOf(n, how))
		for _, e := range n.Content {
			f.Locked = f.Locked || e.Kind != yaml.ScalarNode
		}
	default:
		f.Value = how.words(n)
	}
}

// beside adds what else is known of a field: what the profile says, choices, the
// day that words mean.
func (f *Field) beside(rec *record.Record, l problem.Lang) {
	silent := f.From == ""
	profile := func(text string) {
		if silent && text != "" {
			f.From, f.Placeholder = "profile", text
		}
	}
	switch f.Place {
	case "recipients":
		if silent && len(rec.Recipients) > 0 {
			f.From, f.Placeholders = "profile", rec.Recipients
		}
	case "signer":
		f.Choices = choices(rec)
		if f.Locked {
			f.Value = record.Choice{Signer: rec.Signer}.Words()
		}
	case "report-to":
		profile(rec.ReportTo)
	case "agency_parent":
		profile(rec.Agency.Parent)
	case "agency_name":
		profile(rec.Agency.Name)
	case "agency_code":
		profile(rec.Agency.Code)
	case "agency_place":
		profile(rec.Agency.Place)
	case "code":
		f.Placeholder = orNothing(silent, rec.Code)
	case "quarter":
		if silent && rec.Quarter.N > 0 {
			f.Placeholder = rec.Quarter.Words()
		}
	case "date":
		f.Note = dayInWords(rec.Date)
	case "meeting-date":
		f.Note = dayInWords(rec.MeetingDate)
	case "report-by":
		f.Note = dayInWords(rec.ReportBy)
	}
}

func orNothing(is bool, text string) string {
	if is {
		return text
	}
	return ""
}

// dayInWords names a day: "thứ Sáu, 30/10/2020".
func dayInWords(day calendar.Date) string {
	if !day.Valid() {
		return ""
	}
	return calendar.Weekday(day) + ", " + day.Slashed()
}

func choices(rec *record.Record) []Choice {
	all := []Choice{}
	for _, c := range rec.Signers() {
		all = append(all, Choice{c.Key, c.Words()})
	}
	return all
}

func completions(rec *record.Record) Completions {
	c := Completions{Units: []Unit{}, Signers: choices(rec), Recipients: append([]string{}, rec.Offered()...)}
	for _, u := range rec.Units {
		c.Units = append(c.Units, Unit{Name: u.Name, Short: u.Short, Names: u.Aliases, Group: len(u.Members) > 0 || u.Everybody})
	}
	return c
}
