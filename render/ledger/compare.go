package ledger

import "ketluan/render/followup"

// agreed is what reports of one unit and one moment say together: in what they
// differ they say nothing.
func (t *Task) agreed(reports []followup.Report) (followup.Report, []clash) {
	sum := reports[0]
	var clashes []clash
	silent := map[string]bool{}
	for _, r := range reports[1:] {
		for _, key := range t.fields.Differ(reports[0].Values, r.Values) {
			if !silent[key] {
				silent[key] = true
				clashes = append(clashes, clash{reports[0], r, key})
			}
		}
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
