package record

import "fmt"

// A Lang is a language of messages.
type Lang int

// The languages of messages; the zero Lang is Vietnamese.
const (
	Vietnamese Lang = iota
	English
)

// A Text is one message in each language.
type Text struct{ VI, EN string }

// In returns t in the language l.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.VI
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
	Field   string // as the user wrote it: conclusions[2].items[0].deadline; "" is the file
	Message Text
	Hint    Text // empty where the message says it all
}

// Merge returns the problems with those of more that are about fields without
// a problem yet.
func Merge(problems, more []Problem) []Problem {
	known := map[string]bool{}
	for _, p := range problems {
		known[p.Field] = true
	}
	for _, p := range more {
		if !known[p.Field] {
			known[p.Field] = true
			problems = append(problems, p)
		}
	}
	return problems
}
