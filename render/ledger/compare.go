package ledger

import (
	"slices"

	"ketluan/render/followup"
)

// agreed is what reports of one unit and one moment say together: in what they
// differ they say nothing, and what one leaves empty another may say.
func (t *Task) agreed(reports []followup.Report) (followup.Report, []clash) {
	sum := reports[0]
	var clashes []clash
	silent := map[string]bool{}
	for i, r := range reports[1:] {
		for _, key := range t.fields.Differ(sum.Values, r.Values) {
			if !silent[key] {
				silent[key] = true
				other := slices.IndexFunc(reports[:i+1], func(o followup.Report) bool { return slices.Contains(t.fields.Differ(o.Values, r.Values), key) })
				clashes = append(clashes, clash{reports[other], r, key})
			}
		}
		sum.Values = t.fields.Apply(sum.Values, t.fields.Without(r.Values, silent))
	}
	sum.Values = t.fields.Without(sum.Values, silent)
	return sum, clashes
}

// A clash is two reports of one unit and one moment that differ.
type clash struct {
	a, b followup.Report
	key  string // of the field
}

// is reports whether c is the same clash as other.
func (c clash) is(other clash) bool {
	return c.key == other.key && c.a.Unit == other.a.Unit && moments(c.a, other.a) == 0 && c.a.Source == other.a.Source && c.b.Source == other.b.Source
}

// when is the moment of a report, for reading.
func when(r followup.Report) string {
	if r.Time != "" {
		return r.On.Slashed() + " " + r.Time
	}
	return r.On.Slashed()
}
