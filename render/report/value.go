// Package report has the fields of a report, one row each: what a field is
// called, who says it, how it is read from a cell and from a ledger, how it is
// written, what several words on it come to, and whether status shows it.
// Everything that a report passes through follows that table.
package report

import (
	"fmt"
	"maps"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// A Value is what a report says in one field: a State, a Percent, a Day or a
// Text. Values are compared with ==; nil is nothing said.
type Value interface {
	YAML() string  // as ledgers have it
	Shown() string // as people read it
}

// A State is what a unit says of a task.
type State int

// The states that a unit may choose from. The zero State is nothing said yet.
const (
	Unsaid     State = iota
	NotStarted       // chưa thực hiện
	UnderWay         // đang thực hiện
	Done             // hoàn thành
	Paused           // tạm dừng / xin gia hạn
)

var stateNames = [...]string{"", "chưa thực hiện", "đang thực hiện", "hoàn thành", "tạm dừng / xin gia hạn"}

// String returns the state as workbooks have it, "" for Unsaid.
func (s State) String() string { return stateNames[s] }

// YAML returns the state as ledgers have it.
func (s State) YAML() string { return record.Scalar(s.String()) }

// Shown returns the state as workbooks have it.
func (s State) Shown() string { return s.String() }

// States are those to choose from, in their order.
func States() []State { return []State{NotStarted, UnderWay, Done, Paused} }

// choices are the names of the states.
func choices() []string {
	var names []string
	for _, s := range States() {
		names = append(names, s.String())
	}
	return names
}

// A Percent is how much is done, 0 to 100.
type Percent int

// YAML returns the number.
func (p Percent) YAML() string { return fmt.Sprint(int(p)) }

// Shown returns the number with its sign.
func (p Percent) Shown() string { return fmt.Sprintf("%d %%", int(p)) }

// A Day is one of the calendar; a value is never the zero Day.
type Day calendar.Date

// YAML returns the day as 2020-09-28.
func (d Day) YAML() string { return calendar.Date(d).String() }

// Shown returns the day as 28/09/2020.
func (d Day) Shown() string { return calendar.Date(d).Slashed() }

// A Text is words, clean as record.Clean makes them; a value is never empty.
type Text string

// YAML returns the text as YAML on one line.
func (t Text) YAML() string { return record.Scalar(string(t)) }

// Shown returns the text itself.
func (t Text) Shown() string { return string(t) }

// Values are what a report says, by the keys of the fields; what it does not
// say is not there.
type Values map[string]Value

// Keys of the fields that the program itself judges by; the others only pass
// through it.
const (
	StateKey        = "state"
	PercentKey      = "percent"
	CompletedKey    = "completed"
	DifficultiesKey = "difficulties"
	ProposedKey     = "proposed"
	RemarksKey      = "remarks"
)

// State returns the state, Unsaid where none is said.
func (v Values) State() State {
	s, _ := v[StateKey].(State)
	return s
}

// Percent returns how much is done; nil is not said.
func (v Values) Percent() *int {
	if p, ok := v[PercentKey].(Percent); ok {
		n := int(p)
		return &n
	}
	return nil
}

// Completed returns the day of completion; zero is not said.
func (v Values) Completed() calendar.Date { return v.day(CompletedKey) }

// Proposed returns the later deadline that is asked for; zero is not said.
func (v Values) Proposed() calendar.Date { return v.day(ProposedKey) }

// Difficulties returns what stands in the way; "" is not said.
func (v Values) Difficulties() string { return v.Text(DifficultiesKey) }

// Text returns the words of a field of text; "" is not said.
func (v Values) Text(key string) string {
	t, _ := v[key].(Text)
	return string(t)
}

func (v Values) day(key string) calendar.Date {
	d, _ := v[key].(Day)
	return calendar.Date(d)
}

// Equal reports whether v and other say the same.
func (v Values) Equal(other Values) bool { return maps.Equal(v, other) }
