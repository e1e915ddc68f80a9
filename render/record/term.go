package record

import (
	"fmt"
	"regexp"
	"strconv"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Term is that of a committee, by the years in which it begins and ends. The
// zero Term is none.
type Term struct{ From, To int }

var termShape = regexp.MustCompile(`^(\d{4})\s*[-–]\s*(\d{4})$`)

// maxTerm is how many years a term has at most.
const maxTerm = 10

// ParseTerm reads a term as 2025-2030.
func ParseTerm(s string) (Term, bool) {
	m := termShape.FindStringSubmatch(s)
	if m == nil {
		return Term{}, false
	}
	from, _ := strconv.Atoi(m[1])
	to, _ := strconv.Atoi(m[2])
	return Term{from, to}, from < to && to-from <= maxTerm
}

// String returns t as 2025-2030.
func (t Term) String() string { return fmt.Sprintf("%d-%d", t.From, t.To) }

// Has reports whether a day may be in the term: the year in which one term ends
// is that in which the next begins.
func (t Term) Has(d calendar.Date) bool { return t.From <= d.Year && d.Year <= t.To }

// term reads a value as a term.
func (r *reader) term(n *yaml.Node, at string) Term {
	s := r.text(n, at)
	t, ok := ParseTerm(s)
	if !ok && s != "" {
		r.problem(n, at, problem.Textf("%q không phải nhiệm kỳ", "%q is no term", short(s)),
			problem.Textf("viết năm đầu và năm cuối, như 2025-2030", "write the first and the last year, as 2025-2030"))
		return Term{}
	}
	return t
}
