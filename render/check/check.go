// Package check reads a parsed record the way a careful chief does before
// signing: what the decree says of the words, whether dates, units and tasks
// make sense together, and the slips of typing that a machine can judge. A
// record goes in, findings with their places and mends come out. It does not
// know how the notice looks (render/decree measures that on the finished file).
package check

import (
	"cmp"
	"slices"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Severity is how much a finding weighs.
type Severity string

// The severities. Only an error keeps a notice from being made.
const (
	Error   Severity = "error"   // must not go out
	Warning Severity = "warning" // very likely wrong, or against the decree's wording
	Note    Severity = "note"    // worth a look
)

// MaxFindings is how many findings of one record are told; the rest is dropped.
const MaxFindings = 500

// A Rule is one thing that is looked for.
type Rule struct {
	ID       string
	Severity Severity
	Kinds    []string // of the documents that it judges, as render/kind names them; nil is every one
	Place    string   // in the decree, or what else it rests on
	Title    problem.Text
	Reason   problem.Text
	Wrong    string // an example of a text or a field
	Right    string

	check func(n *notice, f *found)
	words bool // looks at words only: also run on a record with problems
}

// A Finding is one place where a rule is broken.
type Finding struct {
	Rule        *Rule
	Pos, End    problem.Pos // End is behind the last character; equal to Pos for a field as a whole
	Source      string      // the line of Pos
	Other       problem.Pos // of what it disagrees with; zero where there is one place
	OtherEnd    problem.Pos // behind the last character; equal to Other for a field as a whole
	OtherSource string      // the line of Other
	OtherField  string
	Field       string // as in a record.Problem
	Message     problem.Text
	Hint        problem.Text
	Edits       []record.Edit // that mend it; nil where there is no one right answer

	start int // the line on which the value begins
}

// rules are all rules in the order of their groups.
var rules = slices.Concat(parserRules, hiddenRules, headerRules, bodyRules, capitalRules, footRules, partyRules, dateRules, timingRules, taskRules, unitNameRules, agreeRules, peopleRules, paperRules, spellingRules)

// Rules returns all rules in the order of their groups.
func Rules() []*Rule { return slices.Clone(rules) }

// RuleByID returns the rule of an ID; nil where there is none.
func RuleByID(id string) *Rule {
	for _, r := range rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Record checks a record with the problems that parsing found in it, in the
// order of their places. With problems the record is incomplete: then only its
// words are looked at, and the problems come back as findings too. Kinds are
// those of the documents that are to be made of it, as their templates name
// them; a rule runs that judges one of them. None is a notice.
func Record(rec *record.Record, problems []problem.Problem, kinds ...kind.Kind) []Finding {
	return (*Run)(nil).Record(rec, problems, kinds...)
}

// Stops returns the findings that keep documents of some kinds from being made
// of a record without problems, in the order of their places. Only the rules
// that can stop one run, so that no number of lesser findings hides what they
// find.
func Stops(rec *record.Record, strict bool, kinds ...kind.Kind) []Finding {
	return inspect(rec, nil, kinds, &memory{}, func(r *Rule) bool { return r.blocks(strict) })
}

// Blocking returns the findings that keep a notice from being made: errors, and
// where strict is set warnings too.
func Blocking(findings []Finding, strict bool) []Finding {
	var all []Finding
	for _, f := range findings {
		if f.Rule.blocks(strict) {
			all = append(all, f)
		}
	}
	return all
}

func (r *Rule) blocks(strict bool) bool {
	return r.Severity == Error || strict && r.Severity == Warning
}

// Judges reports whether r is about documents of one of the kinds.
func (r *Rule) Judges(kinds ...kind.Kind) bool {
	return slices.ContainsFunc(kinds, func(k kind.Kind) bool { return k.In(r.Kinds) })
}

// inspect runs the rules that are wanted and judge one of the kinds.
func inspect(rec *record.Record, problems []problem.Problem, kinds []kind.Kind, m *memory, wanted func(*Rule) bool) []Finding {
	f := &found{rec: rec}
	for _, p := range problems {
		f.problem(p)
	}
	if rec == nil {
		return f.all
	}
	if len(kinds) == 0 {
		kinds = []kind.Kind{kind.Notice()}
	}
	n := newNotice(rec, kinds, m)
	system := n.system()
	switches := readSwitches(rec)
	for _, r := range rules {
		if _, off := rec.Off[r.ID]; off || f.full() || r.check == nil || !wanted(r) || !r.Judges(kinds...) || !system.Judges(r.ID) || len(problems) > 0 && !r.words {
			continue
		}
		f.rule = r
		r.check(n, f)
	}
	if wanted(RuleByID(switchRule)) {
		switches.report(f)
	}
	all := slices.DeleteFunc(f.all, switches.silences)
	own := rec.Name
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(apart(a.Pos.File == own, b.Pos.File == own), cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col), cmp.Compare(a.Rule.ID, b.Rule.ID))
	})
	return all
}

func apart(first, second bool) int {
	switch {
	case first == second:
		return 0
	case first:
		return -1
	}
	return 1
}

// found gathers what the rules find.
type found struct {
	rec     *record.Record
	rule    *Rule
	all     []Finding
	quotes  map[*record.Passage][][]int // what stands in quotation marks
	names   map[string]bool             // of the record, folded
	longest int                         // of the names, in bytes of a text
}

// full reports that no more findings are taken.
func (f *found) full() bool { return len(f.all) >= MaxFindings }

// in reports the bytes [from, to) of a passage.
func (f *found) in(p *record.Passage, from, to int, message, hint problem.Text) {
	f.add(p, from, to, message, hint, nil)
}

func (f *found) add(p *record.Passage, from, to int, message, hint problem.Text, edits []record.Edit) {
	if f.full() {
		return
	}
	s := p.Span(from, to)
	f.all = append(f.all, Finding{
		Rule: f.rule, Pos: s.Start, End: s.End, Source: f.rec.Line(s.Start.File, s.Start.Line), Field: f.rec.Written(p.Field),
		Message: message, Hint: hint, Edits: edits, start: p.Start(),
	})
}

// at reports a field as a whole, or the nearest around it where it is missing.
func (f *found) at(field string, message, hint problem.Text) {
	p := f.rec.Problem(field, message, hint)
	f.problem(p)
}

func (f *found) problem(p problem.Problem) {
	if f.full() {
		return
	}
	rule, source := f.rule, ""
	if rule == nil {
		rule = parserRules[0]
	}
	if f.rec != nil {
		source = f.rec.Line(p.Pos.File, p.Pos.Line)
	}
	f.all = append(f.all, Finding{Rule: rule, Pos: p.Pos, End: p.Pos, Source: source, Field: p.Field, Message: p.Message, Hint: p.Hint, start: p.Pos.Line})
}
