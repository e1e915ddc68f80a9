package tmpl

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ketluan/render/record"
)

// A view is a record as a template sees it: the record's own fields, with the
// conclusions numbered.
type view struct {
	*record.Record
	Conclusions []*item
	Tasks       []*item
	Draft       bool // is not to be signed yet
	Subject     string
	Opening     []string
	Closing     []string
	Annexes     []*annex // the record's own
	TasksAnnex  string   // the number of the annex of tasks behind its name: " II"; "" where it is the only one

	called map[*record.Unit][]string // the folded names of units
}

// An item is an item of the record with its label.
type item struct {
	*record.Item
	Label   string // "I.", "(1)", "a)", "-"; "" where it has none
	Counter string // what the label counts with: "I", "1", "a", or ""
	Depth   int    // from 1
	Ordinal int    // among the tasks, from 1; 0 for what is no task
	Items   []*item
	AsTyped bool   // a heading of level I keeps its letters
	Text    string // with the parts of its sentence
	Unsaid  unsaid
}

// unsaid is what a record assigns to a task in fields of its own while neither
// the text nor what stands above it says so: the notice must add it.
type unsaid struct {
	Leads    []*record.Unit
	Partners []*record.Unit
	Deadline string
}

// newView numbers the record's conclusions by its own patterns, or by the
// template's; the last pattern serves all depths below it.
func newView(rec *record.Record, numbering []string) *view {
	if len(rec.Numbering) > 0 {
		numbering = rec.Numbering
	}
	v := &view{Record: rec, called: map[*record.Unit][]string{}}
	v.annexes()
	v.Subject = marked(rec.Subject, rec.Emphasis.Subject)
	v.Opening, v.Closing = allMarked(rec.Opening, rec.Emphasis.Opening), allMarked(rec.Closing, rec.Emphasis.Closing)
	v.Conclusions = v.items(rec.Conclusions, numbering, nil, "")
	return v
}

func (v *view) items(items []*record.Item, numbering []string, above []int, said string) []*item {
	views := make([]*item, len(items))
	ordinal := 0
	for i, it := range items {
		view := &item{Item: it, Depth: len(above) + 1, AsTyped: v.HeadingsAsTyped, Text: sentenceOf(it)}
		view.Heading, view.After = marked(it.Heading, it.Emphasis.Heading), marked(it.After, it.Emphasis.After)
		ordinals := append(above[:len(above):len(above)], ordinal)
		if it.Numbered && len(numbering) > 0 {
			if counts(it) {
				ordinal++
			}
			ordinals[len(above)] = ordinal
			view.Label, view.Counter = labelOf(it, numbering[min(len(above), len(numbering)-1)], ordinals)
		}
		saidHere := said + " " + fold(it.Heading+" "+it.Text)
		if it.Task {
			v.Tasks = append(v.Tasks, view)
			view.Ordinal = len(v.Tasks)
			view.Unsaid = v.whatIsUnsaid(it, " "+saidHere+" ")
		}
		if below := v.items(it.Items, numbering, ordinals, saidHere); !it.InParts {
			view.Items = below
		}
		views[i] = view
	}
	return views
}

func (v *view) whatIsUnsaid(it *record.Item, said string) unsaid {
	var u unsaid
	for _, lead := range it.Leads {
		if !v.saysUnit(said, lead) {
			u.Leads = append(u.Leads, lead)
		}
	}
	for _, partner := range it.Partners {
		if !v.saysUnit(said, partner) {
			u.Partners = append(u.Partners, partner)
		}
	}
	if it.Deadline.Words != "" && !saysDeadline(said, it.Deadline) {
		u.Deadline = it.Deadline.Words
	}
	return u
}

func (v *view) saysUnit(said string, u *record.Unit) bool {
	if u.Everybody {
		return true // what names nobody means everybody
	}
	names, ok := v.called[u]
	if !ok {
		for _, name := range append([]string{u.Name, u.Short}, u.Aliases...) {
			if name != "" {
				names = append(names, fold(name))
			}
		}
		v.called[u] = names
	}
	return slices.ContainsFunc(names, func(name string) bool { return says(said, name) })
}

func saysDeadline(said string, d record.Deadline) bool {
	if says(said, fold(d.Words)) {
		return true
	}
	if d.Day.IsZero() {
		return false
	}
	for _, format := range []string{"%d/%d/%d", "%02d/%02d/%d", "%02d/%d/%d", "%d tháng %d năm %d", "%02d tháng %02d năm %d", "%02d tháng %d năm %d"} {
		if says(said, fmt.Sprintf(format, d.Day.Day, d.Day.Month, d.Day.Year)) {
			return true
		}
	}
	return false
}

// says reports whether the words stand in the text, not as part of longer
// words. Both are folded, and the text has a space at each end.
func says(text, words string) bool {
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		at += i
		if end := at + len(words); at > 0 && text[at-1] == ' ' && end < len(text) && text[end] == ' ' {
			return true
		}
		at++
	}
	return false
}

// fold makes texts comparable: small letters, and single spaces in place of
// all marks but the slash of dates.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch r {
		case ' ', '\n', '\u00A0', '-', '\u2011', '–', '—', ',', '.', ';', ':', '(', ')', '[', ']', '"', '“', '”', '‘', '’', '\'', '!', '?':
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
