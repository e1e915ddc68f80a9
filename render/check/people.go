package check

import (
	"slices"
	"strings"

	"ketluan/render/record"
)

// peopleFields hold people, by the last parts of their paths.
var peopleFields = []string{"chair", "secretary", "invited", "present", "absent", "speaker"}

// isPersonal reports a field of a person's: what it says is a name, a position,
// a unit, or a line of them.
func isPersonal(field string) bool {
	above := field[:max(strings.LastIndexByte(field, '.'), 0)]
	return slices.Contains(peopleFields, lastPart(field)) || slices.Contains(peopleFields, lastPart(above))
}

// tornPerson reports two lines that a comma between [ and ] has made of one
// person: a name, and a position with a capital or without.
func tornPerson(first, next *record.Passage) bool {
	return slices.Contains(peopleFields, lastPart(next.Field)) &&
		(startsSmall(next.Text) || isPersonName(first.Text) && record.BeginsName(next.Text))
}
