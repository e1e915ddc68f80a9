package tmpl

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ketluan/render/clarity"
	"ketluan/render/record"
)

// What a template can need beside the record.
const (
	needsFollowUp  = "follow-up"
	needsQuestions = "questions"
)

// An Asked is an item that leaves something open, with what to ask about it.
type Asked struct {
	Label     string // as a reader of the notice would call it: "II.1.a", "2, ý 3"
	Item      *record.Item
	Questions []clarity.Question
}

// An askingView is what a document with the questions to a record's chair sees.
type askingView struct {
	*view
	Asked []*askedView
	Lines []*askedLine // one for each question
}

// An askedView is an Asked as texts of templates have it.
type askedView struct {
	Label string
	Text  string
	Leads []*record.Unit
	Task  bool
	Lines []*askedLine
}

// An askedLine is one question, with what it is about.
type askedLine struct {
	*askedView
	First    bool   // of its item
	Clarity  string // "rõ thời gian"
	Question string // with a capital
	Choices  []string
}

// Questions returns the items of a record that leave something open, in their
// order, with labels as t numbers them.
func (t *Template) Questions(rec *record.Record) []Asked {
	return asked(newView(rec, t.file.Numbering))
}

func asked(v *view) []Asked {
	var all []Asked
	var walk func(items []*item, above string)
	walk = func(items []*item, above string) {
		for i, it := range items {
			here := placeOf(items, i, above)
			if questions := clarity.Ask(v.Record, it.Item); len(questions) > 0 {
				all = append(all, Asked{Label: here, Item: it.Item, Questions: questions})
			}
			walk(it.Items, here)
		}
	}
	walk(v.Conclusions, "")
	return all
}

// placeOf returns what a reader of the notice would call the i-th of some items:
// its label behind that of the item above, as II.1.a. One that says where it
// stands already, as 2.1 below 2, stays as it is. Items without a number are
// counted, unless there is one only.
func placeOf(items []*item, i int, above string) string {
	name := strings.Trim(items[i].Label, "().-+ ")
	if items[i].Counter == "" || name == "" {
		bare, before := 0, 0
		for j, it := range items {
			if it.Counter == "" {
				bare++
				if j <= i {
					before++
				}
			}
		}
		switch {
		case above == "":
			return fmt.Sprintf("ý %d", before)
		case bare == 1 && len(items) == 1:
			return above
		}
		return fmt.Sprintf("%s, ý %d", above, before)
	}
	if above == "" || strings.HasPrefix(name, above+".") {
		return name
	}
	return above + "." + name
}

func newAskingView(v *view) *askingView {
	a := &askingView{view: v}
	for _, one := range asked(v) {
		about := &askedView{Label: one.Label, Text: one.Item.Text, Leads: one.Item.Leads, Task: one.Item.Task}
		for i, q := range one.Questions {
			about.Lines = append(about.Lines, &askedLine{
				askedView: about, First: i == 0, Clarity: q.Clarity.Name().VI, Question: sentence(q.Text.VI), Choices: boxes(q.Choices),
			})
		}
		a.Asked = append(a.Asked, about)
		a.Lines = slices.Concat(a.Lines, about.Lines)
	}
	return a
}

// shortChoice is how many characters of an answer are kept on one line.
const shortChoice = 16

// boxes keeps short answers on one line with what is ticked before them.
func boxes(choices []string) []string {
	kept := slices.Clone(choices)
	for i, c := range kept {
		if utf8.RuneCountInString(c) <= shortChoice {
			kept[i] = strings.ReplaceAll(c, " ", "\u00A0")
		}
	}
	return kept
}

// AsksQuestions reports whether t makes documents with the questions that a
// record leaves open.
func (t *Template) AsksQuestions() bool { return t.file.Needs == needsQuestions }
