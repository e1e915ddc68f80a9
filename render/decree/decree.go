// Package decree measures finished notices, reports and letters against the rules of layout of
// Decree 30/2020/NĐ-CP, Phụ lục I, from what the pages show: it knows nothing
// of how they were made, and works on files of any program.
package decree

import (
	"fmt"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// A Status is how a rule came out.
type Status string

// The statuses.
const (
	Kept       Status = "ok"
	Broken     Status = "broken"
	Unmeasured Status = "unmeasured" // what the rule is about is not there
)

// A Result is how one rule came out.
type Result struct {
	ID     string
	Place  string // in the decree
	Title  problem.Text
	Status Status
	Faults []Fault
}

// A Fault is one place where a rule is broken.
type Fault struct {
	Page    int // from 1; 0 is the whole file
	Message problem.Text
}

// A rule is one rule with the way to measure it.
type rule struct {
	id, place string
	title     problem.Text
	check     func(n *notice, f *faults)
}

// faults gathers what a check finds.
type faults struct {
	all        []Fault
	unmeasured bool
}

// add reports a fault; the arguments fill both languages.
func (f *faults) add(page int, vi, en string, args ...any) {
	f.all = append(f.all, Fault{page, problem.Text{VI: fmt.Sprintf(vi, args...), EN: fmt.Sprintf(en, args...)}})
}

// missing says that what the rule measures is not there.
func (f *faults) missing() { f.unmeasured = true }

// rules are those for a document of this type, and of the parts that it has.
func (n *notice) rules() [][]rule {
	all := [][]rule{pageRules, headerRules}
	if n.isLetter() {
		all = append(all, letterRules)
	} else {
		all = append(all, titleRules)
	}
	if len(n.basis) > 0 {
		all = append(all, basisRules)
	}
	all = append(all, bodyRules, signatureRules, addressRules)
	if len(n.addressees) > 0 {
		all = append(all, addresseeRules)
	}
	if len(n.annexes) > 0 {
		all = append(all, annexRules)
	}
	return all
}

// Measure measures a file by all rules that are about documents of its type.
func Measure(file *read.File) []Result {
	n := newNotice(file)
	var results []Result
	for _, rules := range n.rules() {
		for _, r := range rules {
			f := &faults{}
			r.check(n, f)
			result := Result{ID: r.id, Place: r.place, Title: r.title, Status: Kept, Faults: f.all}
			switch {
			case len(f.all) > 0:
				result.Status = Broken
			case f.unmeasured:
				result.Status = Unmeasured
			}
			results = append(results, result)
		}
	}
	return results
}

// How far a measure may be off: what programs round, and what nobody sees.
const (
	placeOff  doc.MM = 0.5  // of a margin or a baseline
	centreOff doc.MM = 1.5  // of a centre
	sizeOff   doc.PT = 0.15 // of a size
)

func text(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// within reports a value in a range, but for the tolerance.
func within[T ~float64](v, low, high, off T) bool { return v >= low-off && v <= high+off }

func isSize(l *line, low, high doc.PT) bool { return within(l.size, low, high, sizeOff) }
