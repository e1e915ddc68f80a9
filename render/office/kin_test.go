package office_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/record"
)

// A workbook of the record before counts for the tasks that this one carries
// over; its other rows are counted and named.
func TestCollectOfRecordBefore(t *testing.T) {
	p := newPlayed(t)
	p.carry()
	second := p.folder.Files()["2026-q2.yaml"]
	at := strings.Index(second, `      - id: "2026-Q1/3`)
	end := strings.Index(second[at+10:], "      - id:")
	if end < 0 {
		end = strings.Index(second[at+10:], "  - heading:")
	}
	p.put("2026-q2.yaml", second[:at]+second[at+10+end:])
	rows := map[string]string{"2": "hoàn thành 03/04/2026", "3": "hoàn thành 10/04/2026"}
	out, reply := p.returned("2026-q2.yaml", p.sent["tc"], "2026-04-22", rows)
	if out.Fresh != 1 || out.Refused > 0 || len(out.Problems) != 1 || !strings.Contains(out.Problems[0].Message.EN, "of the record 2026-Q1: only the rows") {
		t.Fatalf("%+v", out)
	}
	if e := out.Elsewhere; len(e) != 1 || e[0].Record != "2026-Q1" || e[0].Rows != 1 || e[0].Filled != 1 {
		t.Errorf("%+v", e)
	}
	if l := p.folder.Files()["2026-q2.progress.yaml"]; !strings.Contains(l, reply.sum) || !strings.Contains(l, "on: 2026-04-22 10:00:00") {
		t.Error(l)
	}
	// Both at hand, the rows go into the ledger of the first only.
	p = newPlayed(t)
	p.carry()
	if out, _ := p.returned(".", p.sent["tc"], "2026-04-22", rows); out.Fresh != 2 || len(out.Ledgers) != 1 || len(out.Elsewhere) > 0 {
		t.Errorf("%+v", out)
	}
	// With the record of the other the workbook has nothing in common.
	p.put("x.yaml", strings.Replace(firstQuarter, "number:", "code: X\nnumber:", 1))
	if out, _ := p.returned("x.yaml", p.sent["tc"], "2026-04-22", rows); out.Refused != 1 {
		t.Errorf("%+v", out)
	}
}

// What other records know of a carried task is in the letters, the workbooks and
// the next carry of each record alone; and no ledger is missed then.
func TestOneRecordKnowsItsKin(t *testing.T) {
	p := newPlayed(t)
	p.carry()
	p.collect("2026-q1.yaml", p.sent["kh"], "2026-04-20", map[string]string{"1": "hoàn thành 18/04/2026", "2": "đang thực hiện"})
	for _, name := range []string{"2026-q1.yaml", "2026-q2.yaml"} {
		made := office.Make(t.Context(), p.makers["cong-van-don-doc"], office.Order{Out: office.NewMemory(nil), AsOf: collecting}, p.found(name))
		if made.NoLedger != "" || len(made.Problems) > 0 || len(made.Files) != 3 {
			t.Errorf("%s: %+v", name, made)
		}
		l, err := office.Find(t.Context(), []office.Place{{Folder: p.folder, Name: name}})
		if err != nil {
			t.Fatal(err)
		}
		s, _ := office.Status(t.Context(), p.reader, office.Asking{AsOf: collecting}, l)
		if len(s.NoLedgers) > 0 || s.Total.DoneLate != 1 {
			t.Errorf("%s: %v, %+v", name, s.NoLedgers, s.Total)
		}
	}
	if again := p.workbook("2026-q2", "kh"); again == p.workbook("2026-q2", "tc") || !strings.Contains(sharedStrings(t, again), "kết quả") {
		t.Error("the workbook of the second quarter does not show what is known")
	}
	q, _ := calendar.ParseQuarter("2026-Q3")
	out, err := office.Carry(t.Context(), p.reader, office.Carrying{Record: p.found("2026-q2.yaml"), To: q, AsOf: collecting})
	if err != nil || out.Tasks != 5 || out.Done != 1 || out.NoLedger != "" {
		t.Errorf("%+v, %v", out, err)
	}
	// The same of a ledger that cannot be read: nothing is made without it.
	p.put("2026-q1.progress.yaml", strings.Replace(p.folder.Files()["2026-q1.progress.yaml"], "state: hoàn thành", "state: sắp xong", 1))
	made := office.Make(t.Context(), p.makers["bao-cao-ket-qua"], office.Order{Out: office.NewMemory(nil), AsOf: collecting}, p.found("2026-q2.yaml"))
	if made.Done || len(made.Problems) != 2 || made.Problems[0].Pos.File != "2026-q1.progress.yaml" {
		t.Errorf("%+v", made)
	}
}

// Codes that differ in capitals only are one, wherever records are counted.
func TestCodesInCapitals(t *testing.T) {
	p := newPlayed(t)
	p.put("b.yaml", strings.Replace(firstQuarter, "number:", "code: 2026-q1\nnumber:", 1))
	l, err := office.Find(t.Context(), []office.Place{{Folder: p.folder, Name: "."}})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := office.Status(t.Context(), p.reader, office.Asking{AsOf: collecting}, l)
	if len(s.Accounts) != 1 || len(s.Problems) != 1 || record.FoldCode("2026-q1") != record.FoldCode(s.Accounts[0].Record.Code) {
		t.Errorf("%d, %v", len(s.Accounts), s.Problems)
	}
}

// sharedStrings are the texts of a workbook's cells.
func sharedStrings(t *testing.T, workbook string) string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(rows)
}

// What only the office can do is not asked of the unit, and what a former unit
// reports on the tasks of all is its successor's.
func TestFormerUnitReplies(t *testing.T) {
	p := newPlayed(t)
	p.carry()
	p.put("so.profile.yaml", profileAfter)
	out, reply := p.returned("2026-q2.yaml", p.sent["tc"], "2026-04-22", map[string]string{"4": "hoàn thành 20/03/2026"})
	if out.Fresh != 1 || len(out.Problems) != 2 || !strings.Contains(out.Problems[0].Message.EN+out.Problems[1].Message.EN, "is Phòng Kế hoạch - Tài chính now") {
		t.Fatalf("%+v", out)
	}
	if l := p.folder.Files()["2026-q2.progress.yaml"]; !strings.Contains(l, "unit: Phòng Tài chính\n") || !strings.Contains(l, reply.sum) {
		t.Error(l)
	}
	for _, a := range out.Awaited {
		if a.Unit == "Phòng Kế hoạch - Tài chính" {
			t.Errorf("%+v", a)
		}
	}
	answered := out.Answer(t.Context(), builtIn(t, office.AnswerTemplate), office.NewMemory(nil))
	if len(answered.Files) > 0 || !answered.Done {
		t.Errorf("%+v", answered)
	}
}
