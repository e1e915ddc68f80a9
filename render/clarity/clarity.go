// Package clarity reads the tasks of a record for what offices call "6 rõ": who,
// what, when, with which part, with which product, and by whose word. A record
// goes in; what is left open comes out as questions to the chair of the meeting.
// It mends nothing, and asks only where the record and its words are silent.
package clarity

import (
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Clarity is one of the six.
type Clarity string

// The clarities, in the order in which they are asked.
const (
	Person         Clarity = "person"         // rõ người
	Work           Clarity = "work"           // rõ việc
	Time           Clarity = "time"           // rõ thời gian
	Responsibility Clarity = "responsibility" // rõ trách nhiệm
	Product        Clarity = "product"        // rõ sản phẩm
	Authority      Clarity = "authority"      // rõ thẩm quyền
)

// Name returns what offices call a clarity.
func (c Clarity) Name() problem.Text { return names[c] }

var names = map[Clarity]problem.Text{
	Person:         problem.Textf("rõ người", "who"),
	Work:           problem.Textf("rõ việc", "what"),
	Time:           problem.Textf("rõ thời gian", "when"),
	Responsibility: problem.Textf("rõ trách nhiệm", "which part"),
	Product:        problem.Textf("rõ sản phẩm", "which product"),
	Authority:      problem.Textf("rõ thẩm quyền", "whose decision"),
}

// A Question is what to ask about one clarity of a task.
type Question struct {
	Clarity Clarity
	Text    problem.Text
	Choices []string // answers to tick, where the record has them
}

// maxChoices is how many answers can be ticked; more are written.
const maxChoices = 4

// asking are the six, each with what it asks of a task; false is nothing.
var asking = []struct {
	clarity Clarity
	ask     func(t *task) (Question, bool)
}{
	{Person, person}, {Work, work}, {Time, time}, {Responsibility, responsibility}, {Product, product}, {Authority, authority},
}

// Ask returns the questions about an item of a record, at most one for each
// clarity; none about what is no task and does not look like one.
func Ask(rec *record.Record, it *record.Item) []Question {
	t := &task{rec: rec, Item: it, text: newSaid(it.Text)}
	if !it.Task {
		if !t.looksLikeTask() {
			return nil
		}
		return []Question{{Clarity: Person, Text: problem.Textf("ai chủ trì?", "who leads?")}}
	}
	var all []Question
	for _, a := range asking {
		if q, open := a.ask(t); open {
			q.Clarity = a.clarity
			all = append(all, q)
		}
	}
	return all
}

// A task is an item with its words.
type task struct {
	*record.Item
	rec  *record.Record
	text said
}

// looksLikeTask reports an item without a lead that reads as if somebody were
// to do it: it has a deadline or a product, or begins like an order.
func (t *task) looksLikeTask() bool {
	switch {
	case t.Text == "" || len(t.Items) > 0 || len(t.Leads) > 0 || t.rec.SaysOf(t.Item, "task"):
		return false
	case t.Product != "" || t.rec.SaysOf(t.Item, "deadline"):
		return true
	}
	return t.text.opens(orders)
}

// begins is that of the text, also behind the names of those who lead.
func (t *task) begins(phrases []string) bool {
	var leads []string
	for _, u := range t.Leads[:min(len(t.Leads), maxChoices)] {
		leads = append(leads, called(u)...)
	}
	return t.text.begins(phrases, leads...)
}
