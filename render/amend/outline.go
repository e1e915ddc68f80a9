package amend

import (
	"gopkg.in/yaml.v3"

	"ketluan/render/record"
)

// An Item is a conclusion in the outline: what the record itself says of it, and
// what that comes to.
type Item struct {
	Place      string     `json:"place"`
	Depth      int        `json:"depth"`            // from 1
	Number     string     `json:"number,omitempty"` // as it is printed
	Kind       string     `json:"kind"`             // task, heading, text or part
	Heading    string     `json:"heading,omitempty"`
	HasHeading bool       `json:"hasHeading,omitempty"`
	Text       string     `json:"text"`
	Leads      []string   `json:"leads,omitempty"`
	Partners   []string   `json:"partners,omitempty"`
	Deadline   string     `json:"deadline,omitempty"`
	Due        *Due       `json:"due,omitempty"`
	Product    string     `json:"product,omitempty"`
	After      string     `json:"after,omitempty"`
	Label      string     `json:"label,omitempty"` // typed
	Numbered   bool       `json:"numbered,omitempty"`
	Task       string     `json:"task,omitempty"` // yes, no, or as the record settles it
	Inherited  *Inherited `json:"inherited,omitempty"`
	Table      bool       `json:"table,omitempty"`
	Carried    string     `json:"carried,omitempty"` // the ID of a task that is carried over
	Children   int        `json:"children,omitempty"`
	Spoken     *Spoken    `json:"spoken,omitempty"`
	Sample     bool       `json:"sample,omitempty"` // an example still
}

// Due is what a deadline comes to.
type Due struct {
	Day   string `json:"day,omitempty"`   // 2026-10-30
	Words string `json:"words,omitempty"` // thứ Sáu, 30/10/2026
	Why   string `json:"why,omitempty"`   // there is none
}

// Inherited is what an item has from those above it.
type Inherited struct {
	Leads    []string `json:"leads,omitempty"`
	Partners []string `json:"partners,omitempty"`
	Deadline string   `json:"deadline,omitempty"`
}

// maxDepth is how deep conclusions may stand in a record.
const maxDepth = 12

// readItems reads a list of conclusions with what the record makes of them, which
// may be fewer.
func (d *Draft) readItems(f *Form, r Reading, list *yaml.Node, recs []*record.Item, above []int, inParts bool) {
	for i, n := range elements(list) {
		path := append(above[:len(above):len(above)], i+1)
		var rec *record.Item
		if i < len(recs) {
			rec = recs[i]
		}
		it := Item{Place: place{list: true, path: path}.String(), Depth: len(path), Numbered: true}
		it.read(n)
		children, key := below(n)
		it.Children = len(elements(children))
		it.know(rec, r)
		it.Kind = it.kind(rec, inParts)
		f.Items = append(f.Items, it)
		if len(path) >= maxNesting {
			continue
		}
		var recsBelow []*record.Item
		if rec != nil {
			recsBelow = rec.Items
		}
		d.readItems(f, r, children, recsBelow, path, key == "parts")
	}
}

// read takes over what the file says.
func (it *Item) read(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		it.Text = said(n)
		return
	}
	t := tables[items]
	text := func(key string) string {
		if v := t.value(n, key); v != nil {
			return manners[key].words(v)
		}
		return ""
	}
	list := func(key string) []string { return textsOf(paragraphsOf(t.value(n, key), aLine)) }
	it.HasHeading = t.value(n, "heading") != nil
	it.Heading, it.Text, it.After = text("heading"), text("text"), text("after")
	it.Leads, it.Partners = list("lead"), list("partners")
	it.Deadline, it.Product, it.Label, it.Carried = text("deadline"), text("product"), text("number"), text("id")
	it.Table = t.value(n, "table") != nil
	if v := t.value(n, "numbered"); v != nil {
		it.Numbered = isYes(said(v))
	}
	if v := t.value(n, "task"); v != nil && isYes(said(v)) {
		it.Task = "yes"
	} else if v != nil {
		it.Task = "no"
	}
}

func isYes(s string) bool { return s == "yes" || s == "true" || s == "có" }

// know adds what the record makes of it.
func (it *Item) know(rec *record.Item, r Reading) {
	if rec == nil {
		return
	}
	it.Number, it.Spoken, it.Sample = r.Labels[rec.Field()], r.Spoken[rec.Field()], r.Samples[rec.Field()] != nil
	var from Inherited
	if len(it.Leads) == 0 {
		from.Leads = names(rec.Leads)
	}
	if len(it.Partners) == 0 {
		from.Partners = names(rec.Partners)
	}
	if it.Deadline == "" {
		from.Deadline = rec.Deadline.Words
	}
	if len(from.Leads) > 0 || len(from.Partners) > 0 || from.Deadline != "" {
		it.Inherited = &from
	}
	if due := rec.Deadline; due.Words != "" {
		it.Due = &Due{Words: dayInWords(due.Day), Why: due.Why.In(r.Lang)}
		if due.Day.Valid() {
			it.Due.Day = due.Day.String()
		}
	}
}

func names(units []*record.Unit) []string {
	var all []string
	for _, u := range units {
		all = append(all, u.Name)
	}
	return all
}

func (it *Item) kind(rec *record.Item, inParts bool) string {
	switch {
	case inParts:
		return "part"
	case rec != nil && rec.Task:
		return "task"
	case it.Text == "" && it.HasHeading:
		return "heading"
	}
	return "text"
}
