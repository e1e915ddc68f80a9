package ledger

import (
	"testing"

	"ketluan/render/record"
)

// Each day that was asked for counts once, whoever asked and however often.
func TestMoves(t *testing.T) {
	rec, problems := record.Parse([]byte("code: A\nmeeting-date: 6/1/2026\nagency: {name: Sở A}\nconclusions:\n"+
		"  - {text: Rà soát., lead: B, deadline: 31/3/2026}\n  - {text: Kiểm kê., lead: B, deadline: 31/3/2026}\n"), record.Source{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	one, two := rec.Tasks()[0].ID, rec.Tasks()[1].ID
	src := "record: A\ntasks:\n  - id: " + one + "\n    proposed: 2026-05-31\n    reports:\n" +
		"      - {on: 2026-02-01, unit: B, proposed: 2026-04-30}\n      - {on: 2026-02-02, unit: B, proposed: 2026-04-30}\n      - {on: 2026-03-02, unit: B, proposed: 2026-05-31}\n" +
		"  - id: " + two + "\n    reports:\n      - {on: 2026-02-01, unit: B, percent: 10}\n"
	l, problems := Read("a.progress.yaml", []byte(src), rec)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if m := l.Moves(); m[one] != 2 || m[two] != 0 || len(m) != 1 {
		t.Errorf("%v", m)
	}
}
