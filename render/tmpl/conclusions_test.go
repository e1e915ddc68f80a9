package tmpl

import (
	"testing"

	"ketluan/render/record"
)

// A notice is of conclusions, whether its template says so or not; what a
// record has of a meeting to come is no reason to print an empty one.
func TestNoticeNeedsConclusions(t *testing.T) {
	tm, err := Parse("a.yaml", []byte("page: {width: 210, height: 297}\nstyles: {a: {size: 14}}\nblocks: [{p: a, text: x}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	rec, problems := record.Parse([]byte("meeting-date: 06/01/2026\nsubject: họp\nagency: {name: Sở A}\nmeeting: {name: họp}\n"), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if missing := tm.Missing(rec); len(missing) != 1 || missing[0].Path != "conclusions" || !missing[0].Missing {
		t.Errorf("%v", missing)
	}
}
