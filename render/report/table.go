package report

import (
	"slices"
	"strings"

	"ketluan/render/problem"
)

// A Field is one row of the table.
type Field struct {
	// Key is what ledgers and the columns of templates call the field; JSON and
	// texts of templates have names made of it.
	Key string

	// Since is the format of ledgers that came with the field: 1, or the next
	// number, so that an older program says that it is too old for the ledger.
	Since int

	About problem.Text // what it is, in messages
	Head  problem.Text // of its column, in a table of status
	Kind  Kind
	By    Speaker

	// Aside is a field without a column of its own: what stands in a reply and is
	// in no column of the workbook that was sent.
	Aside bool

	// With is the field together with which this one is said: what a later report
	// says there takes back what an earlier one said here, and of two reports
	// that differ both fields are in doubt. Of a field on its own it is its Key.
	With string

	// Joint is what the words of several leading units come to.
	Joint func(key string, words []Word) Value

	// Shown puts the field into what status prints of overdue tasks: with Words,
	// which have %s for the value, or Unsaid where nothing is said.
	Shown         bool
	Words, Unsaid problem.Text

	Optional bool // shown where somebody says it, by Used
}

// A Speaker is who says a field.
type Speaker int

// Those who say a field.
const (
	_        Speaker = iota
	Leads            // the leading units only
	Everyone         // partners too, each of its own part
)

// JSON returns the name of the field in JSON: chief-officer is chiefOfficer.
func (f Field) JSON() string {
	name := f.Name()
	return strings.ToLower(name[:1]) + name[1:]
}

// Name returns the name of the field in texts of templates: ChiefOfficer.
func (f Field) Name() string {
	var b strings.Builder
	for part := range strings.SplitSeq(f.Key, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// A Table is fields in the order in which ledgers and prints have them.
type Table []Field

// Keys returns the keys of the fields.
func (t Table) Keys() []string {
	keys := make([]string, len(t))
	for i, f := range t {
		keys[i] = f.Key
	}
	return keys
}

// Has reports whether the table has a field.
func (t Table) Has(key string) bool { return slices.Contains(t.Keys(), key) }

// Shown returns the fields that status shows.
func (t Table) Shown() Table { return t.those(func(f Field) bool { return f.Shown }) }

// Columns returns the fields that columns of workbooks may be of.
func (t Table) Columns() Table { return t.those(func(f Field) bool { return !f.Aside }) }

// Of returns the fields that are said by a speaker.
func (t Table) Of(by Speaker) Table { return t.those(func(f Field) bool { return f.By == by }) }

func (t Table) those(are func(Field) bool) Table {
	var some Table
	for _, f := range t {
		if are(f) {
			some = append(some, f)
		}
	}
	return some
}

// Format returns the newest format of ledgers that the table knows.
func (t Table) Format() int {
	newest := 1
	for _, f := range t {
		newest = max(newest, f.Since)
	}
	return newest
}

// FormatOf returns the format that a ledger with these values has.
func (t Table) FormatOf(v Values) int {
	return t.those(func(f Field) bool { return v[f.Key] != nil }).Format()
}

// Apply returns what earlier reports say with what a later one says. What that
// leaves empty says nothing and takes nothing back, but for what is said
// together with another field.
func (t Table) Apply(earlier, later Values) Values {
	sum := Values{}
	for _, f := range t {
		value := later[f.Key]
		if value == nil && (f.With == f.Key || later[f.With] == nil) {
			value = earlier[f.Key]
		}
		sum.set(f.Key, value)
	}
	return sum
}

// Differ returns the fields of which two reports say different things, those
// that are said together as the one that leads them. What only one of the two
// says is no difference.
func (t Table) Differ(a, b Values) []string {
	var keys []string
	for _, leader := range t {
		if leader.With != leader.Key {
			continue
		}
		inA, inB, same := false, false, true
		for _, f := range t {
			if f.With == leader.Key {
				inA, inB, same = inA || a[f.Key] != nil, inB || b[f.Key] != nil, same && a[f.Key] == b[f.Key]
			}
		}
		if inA && inB && !same {
			keys = append(keys, leader.Key)
		}
	}
	return keys
}

// Without returns v without what it says of fields, and together with them.
func (t Table) Without(v Values, leaders map[string]bool) Values {
	rest := Values{}
	for _, f := range t {
		if !leaders[f.With] {
			rest.set(f.Key, v[f.Key])
		}
	}
	return rest
}

// Together is what the words of several leading units come to.
func (t Table) Together(words []Word) Values {
	all := Values{}
	for _, f := range t {
		all.set(f.Key, f.Joint(f.Key, words))
	}
	return all
}

// Plain returns what is said as texts of templates have it: every field under
// its name, unsaid ones as the zero of their type.
func (t Table) Plain(v Values) map[string]any {
	plain := map[string]any{}
	for _, f := range t {
		plain[f.Name()] = f.Kind.Plain(v[f.Key])
	}
	return plain
}

func (v Values) set(key string, value Value) {
	if value != nil {
		v[key] = value
	}
}
