// Package decree measures finished notices, reports and letters against the rules of layout of
// Decree 30/2020/NĐ-CP, Phụ lục I, or of another system whose form is a file in
// forms, from what the pages show: it knows nothing of how they were made, and
// works on files of any program.
package decree

import (
	"fmt"
	"slices"

	"ketluan/render/doc"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// A Status is how a rule came out.
type Status string

// The statuses.
const (
	Kept       Status = "ok"
	Broken     Status = "broken"
	Warned     Status = "warned"     // otherwise than the rule has it, as many issued documents are
	Unmeasured Status = "unmeasured" // what the rule is about is not there
)

// A Result is how one rule came out.
type Result struct {
	ID     string
	Place  string // in the decree
	Title  problem.Text
	Status Status
	Faults []Fault
	Places []Box // where it looks, one a page and part; none is the whole file, or what is not there
}

// A Fault is one place where a rule is broken.
type Fault struct {
	Page    int // from 1; 0 is the whole file
	Message problem.Text
	Box     Box  // where; its page is 0 where that is not one line
	Slight  bool // it breaks nothing by itself
}

// A rule is one rule with the way to measure it.
type rule struct {
	id, place string
	kinds     []string // of the documents that it judges, as render/kind names them; nil is every one
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
	f.all = append(f.all, Fault{Page: page, Message: problem.Text{VI: fmt.Sprintf(vi, args...), EN: fmt.Sprintf(en, args...)}})
}

// at reports a fault of a line.
func (f *faults) at(l *line, vi, en string, args ...any) {
	f.add(l.page, vi, en, args...)
	f.all[len(f.all)-1].Box = l.box()
}

// warn reports what is no more than worth a look.
func (f *faults) warn(page int, vi, en string, args ...any) {
	f.add(page, vi, en, args...)
	f.all[len(f.all)-1].Slight = true
}

// status is how a rule came out that found them.
func (f *faults) status() Status {
	switch {
	case slices.ContainsFunc(f.all, func(one Fault) bool { return !one.Slight }):
		return Broken
	case len(f.all) > 0:
		return Warned
	case f.unmeasured:
		return Unmeasured
	}
	return Kept
}

// missing says that what the rule measures is not there.
func (f *faults) missing() { f.unmeasured = true }

// The kinds that rules judge which are not about every one.
var (
	administrative = kind.Administrative()
	titled         = kind.Administrative("cong-van", "thu-cong")
	letters        = []string{"cong-van"}
	submissions    = []string{"to-trinh"}
	dated          = kind.Administrative("bien-ban") // with a line of place and date
	signed         = kind.Administrative("bien-ban") // by one, level with Nơi nhận
	listed         = kind.Administrative("giay-moi") // Như trên goes with Kính gửi; an invitation names its guests
	notices        = []string{"thong-bao"}
	minutes        = []string{"bien-ban"}
	resolving      = []string{"nghi-quyet", "quyet-dinh"}
	submitting     = []string{"phieu-trinh"} // on the way to who signs: no number, nobody it goes to
	annexes        = []string{"phu-luc"}     // a file of its own
	whole          = kind.Names(annexes...)  // that an annex follows
)

// rules are those for a document of this kind, and of the parts that it has.
func (n *notice) rules() []rule {
	if n.form != nil {
		return n.form.rules(n.kind)
	}
	all := [][]rule{pageRules, headerRules, letterRules, titleRules, minutesRules, submittingRules, resolvingRules}
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
	return slices.DeleteFunc(slices.Concat(all...), func(r rule) bool { return !n.kind.In(r.kinds) })
}

// Measure measures a file by all rules that judge documents of its kind, which
// the page shows.
func Measure(file *read.File) []Result {
	n := newNotice(file, kind.Kind{})
	k := n.shown()
	if k.In(minutes) || k.In(resolving) { // whose parts stand otherwise
		n = newNotice(file, k)
	}
	n.kind = k
	return n.measure()
}

// MeasureAs measures a file by the rules of the kind that it is meant to be.
func MeasureAs(file *read.File, k kind.Kind) []Result { return newNotice(file, k).measure() }

// shown returns the kind that a page shows: a letter, one of the types of the
// decree, or any.
func (n *notice) shown() kind.Kind {
	switch {
	case n.form != nil && n.isLetter():
		k, _ := n.form.system.Counterpart(kind.New("cong-van", ""))
		return k
	case n.form != nil && n.typed != nil:
		return n.form.system.Of(n.typed.text, "")
	case n.form != nil:
		return n.form.system.Of("", n.typeCode())
	case n.isLetter():
		return kind.New("cong-van", "")
	case n.typed != nil:
		return kind.Titled(n.typed.text)
	}
	return kind.New(kind.Any, "")
}

func (n *notice) measure() []Result {
	var results []Result
	for _, r := range n.rules() {
		f := &faults{}
		r.check(n, f)
		results = append(results, Result{ID: r.id, Place: r.place, Title: r.title, Status: f.status(), Faults: f.all, Places: n.places(r)})
	}
	return results
}

// How far a measure may be off: what programs round, and what nobody sees.
const (
	placeOff  doc.MM = 0.5  // of a margin or a baseline
	centreOff doc.MM = 1.5  // of a centre
	sizeOff   doc.PT = 0.15 // of a size

	cellPadding doc.MM = 2.2 // by which Word moves what stands in a table without lines
)

func text(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

// within reports a value in a range, but for the tolerance.
func within[T ~float64](v, low, high, off T) bool { return v >= low-off && v <= high+off }

func isSize(l *line, low, high doc.PT) bool { return within(l.size, low, high, sizeOff) }
