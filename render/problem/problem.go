// Package problem is everybody's ground: what is said to a user, in Vietnamese
// and in English, of a place in a file.
package problem

import (
	"cmp"
	"fmt"
	"slices"
)

// A Lang is a language of messages.
type Lang int

// The languages of messages; the zero Lang is Vietnamese.
const (
	Vietnamese Lang = iota
	English
)

// A Text is one message in each language.
type Text struct {
	VI string `json:"vi"`
	EN string `json:"en"`
}

// In returns t in the language l.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.VI
}

// Textf fills the same values into a message in each language.
func Textf(vi, en string, values ...any) Text {
	return Text{VI: fmt.Sprintf(vi, values...), EN: fmt.Sprintf(en, values...)}
}

// A Pos is a place in a file. Line and column count from 1, columns in
// characters; zero means the file as a whole.
type Pos struct {
	File      string
	Line, Col int
}

// String returns p as file:line:col, without the parts that are zero.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// A Problem is one thing wrong with a record, with its place and a way out.
type Problem struct {
	Pos     Pos
	Field   string // as the user wrote it, lists counted from 1: conclusions[2].items[1].deadline; "" is the file
	Path    string // the same with the English keys
	Message Text
	Hint    Text // empty where the message says it all
	Missing bool // the field is not there, or empty; a draft may go on without it
}

// Sort puts problems in the order of their places, those of the
// file own first.
func Sort(problems []Problem, own string) {
	rank := func(p Problem) int {
		if p.Pos.File == own {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
}
