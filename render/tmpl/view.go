package tmpl

import (
	"reflect"

	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/wording"
)

// A view is a record as a template sees it: the record's own fields, with the
// conclusions numbered.
type view struct {
	*record.Record
	Conclusions  []*item
	Tasks        []*item
	Draft        bool         // is not to be signed yet
	Own          own          // what the document itself is numbered, dated and signed with
	Unit         *record.Unit // that the document is for; nil is all
	Subject      string
	SubjectLines string
	Opening      []string
	Closing      []string
	Annexes      []*annex // the record's own
	TasksAnnex   string   // the number of the annex of tasks behind its name: " II"; "" where it is the only one

	unsaid map[*record.Item]wording.Rest // nil where the record does not ask for it
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
// the text nor what stands above it says so, where the record asks for it to be
// printed; and nothing behind a text that ends in a colon.
type unsaid struct {
	Leads    []*record.Unit
	Partners []*record.Unit
	Deadline string           // its words
	Since    calendar.Quarter // that a task is carried over from
}

// newView numbers the record's conclusions by its own patterns, or by the
// template's; the last pattern serves all depths below it.
func newView(rec *record.Record, numbering []string) *view {
	if len(rec.Numbering) > 0 {
		numbering = rec.Numbering
	}
	v := &view{Record: rec}
	if rec.AssignmentsPrinted {
		v.unsaid = wording.Unsaid(rec)
	}
	v.annexes()
	v.Subject, v.SubjectLines = marked(rec.Subject, rec.Emphasis.Subject), marked(rec.SubjectLines(), rec.Emphasis.Subject)
	v.Opening, v.Closing = allMarked(rec.Opening, rec.Emphasis.Opening), allMarked(rec.Closing, rec.Emphasis.Closing)
	v.Conclusions = v.items(rec.Conclusions, numbering, nil)
	return v
}

func (v *view) items(items []*record.Item, numbering []string, above []int) []*item {
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
		if it.Task {
			v.Tasks = append(v.Tasks, view)
			view.Ordinal = len(v.Tasks)
			view.Unsaid = v.unsaidOf(it)
		}
		if below := v.items(it.Items, numbering, ordinals); !it.InParts {
			view.Items = below
		}
		views[i] = view
	}
	return views
}

func (v *view) unsaidOf(it *record.Item) unsaid {
	if !v.AssignmentsPrinted || wording.Open(it.Text) {
		return unsaid{}
	}
	rest := v.unsaid[it]
	return unsaid{rest.Leads, rest.Partners, rest.Deadline.Words, it.Since}
}

// view returns the type of what t is filled with.
func (t *Template) view() reflect.Type {
	switch {
	case t.AnswersReplies():
		return reflect.TypeFor[*answerView]()
	case t.output == Mails:
		return reflect.TypeFor[*mailView]()
	case t.ShowsRegister():
		return reflect.TypeFor[*registerView]()
	case t.output == Workbook && t.file.Each != "":
		return reflect.TypeFor[*unitView]()
	case t.output == Workbook:
		return reflect.TypeFor[*taskView]()
	case t.AsksQuestions():
		return reflect.TypeFor[*askingView]()
	case t.file.Needs != "":
		return reflect.TypeFor[*reportView]()
	}
	return reflect.TypeFor[*view]()
}
