package ledger

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// hostile are texts that YAML, or whoever reads lines, may take for something else.
var hostile = []string{
	"xong", "yes", "Không", "NaN", "null", "~", "2020-10-14", "2020-Q3", "12/BC", "40 %", "- a", "-", "---", "...", "? a", "a: b", "a:", ": ", "a #b", "#a", "'a'", `"a"`, `\`, `a\nb`, "a\nb", "a\r\nb\rc", "a\n\n\nb",
	"\ta\tb", "  a  ", "\x00\x07\x1b\x7fa", "a\u0085b", "a\u2028b\u2029c", "\uFEFFa\uFEFF", "a\u00A0b\u00A0", "%a", "@a", "`a", "&a", "*a", "!a", "!!binary a", "|", ">-", "[a", "{a: b}", "a, b", "=SUM(A1)", "<<",
	"e\u200B\u0301\u200B\u0323", "\u0301a", "😀 \U0010FFFD \uE000 \uFFFF", "\xff\xfe", "reports:\n  - on: 2020-10-14", "# Từ state đến proposed là điều đang giữ cho nhiệm vụ. Sửa tay thì chương trình", strings.Repeat("dài ", 1200), strings.Repeat("\"\\#", 1600), strings.Repeat("ộ", 5000),
}

// told is the reading of one cell, as collect does it.
func told(f report.Field, c sheet.FilledCell) report.Value {
	return f.Kind.Cell(report.Cell{
		FilledCell: c, Meeting: day("2020-09-28"), Deadline: day("2020-10-15"), AsOf: day("2020-12-01"), Tell: func(_, _ problem.Text) {},
	})
}

// written checks that a ledger is read as it was written.
func written(t testing.TB, fields report.Table, l *Ledger, rec *record.Record) *Ledger {
	t.Helper()
	src := l.Bytes()
	again, problems := ReadOf(fields, l.Name, src, rec)
	if len(problems) > 0 {
		t.Fatalf("%s: %s\n%.3000s", problems[0].Field, problems[0].Message.EN, src)
	}
	if more := again.Settle(); !bytes.Equal(again.Bytes(), src) || again.Changed() {
		lines, read := strings.Split(string(src), "\n"), strings.Split(string(again.Bytes()), "\n")
		at := 0
		for at < min(len(lines), len(read))-1 && lines[at] == read[at] {
			at++
		}
		t.Fatalf("%v\n%.300q is read as\n%.300q", more, lines[at], read[at])
	}
	for i, task := range again.Tasks {
		if task.ByHand || !task.Holds.Equal(l.Tasks[i].Holds.Values) {
			t.Fatalf("%s: %v holds, read as %v", task.ID, l.Tasks[i].Holds, task.Holds)
		}
	}
	return again
}

// supervised is the table with a row more.
func supervised() report.Table {
	return append(report.Fields(), report.TextField("supervisor", 3, problem.Text{VI: "lãnh đạo phụ trách", EN: "supervisor"}, problem.Text{VI: "Lãnh đạo phụ trách", EN: "Supervisor"}))
}

// Whatever units say, what the program writes it can read.
func TestWhateverIsSaid(t *testing.T) {
	src := strings.NewReplacer("Phòng A", `"Phòng \"A\": #1 - yes"`, "[Phòng A, Phòng B]", `["Phòng \"A\": #1 - yes", "- e\u200B\u0301"]`).Replace(`
meeting-date: 28/9/2020
subject: Kết luận
agency: {name: Sở Tài chính, code: STC, place: Quảng Ngãi}
conclusions:
  - {text: "# \"Lập\": - dự toán\u00A0năm e\u200B\u0301.", lead: Phòng A, deadline: 15/10/2020}
  - {text: "yes", lead: [Phòng A, Phòng B], deadline: 30/10/2020}
signer: {position: Giám đốc}
recipients: ["Lưu: VT"]
`)
	rec, problems := record.Parse([]byte(src), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		l := NewOf(supervised(), "a.progress.yaml", rec)
		for i, task := range rec.Tasks() {
			for range r.IntN(12) {
				unit := ""
				if n := r.IntN(len(task.Leads) + 1); n < len(task.Leads) {
					unit = task.Leads[n].Name
				}
				said := followup.Report{Unit: unit, On: calendar.Date{Year: 2020, Month: 10, Day: 1 + r.IntN(20)}, Source: source(r.IntN(1000) + 1000*i), Values: report.Values{}}
				for _, f := range supervised() {
					c := sheet.FilledCell{Text: hostile[r.IntN(len(hostile))]}
					if _, isText := f.Kind.Plain(nil).(string); !isText && r.IntN(2) == 0 {
						c.Text = []string{"hoàn thành", "đang thực hiện", "50 %", "16/10/2020", "20/11/2020"}[r.IntN(5)]
					}
					if value := told(f, c); value != nil && r.IntN(3) > 0 {
						said.Values[f.Key] = value
					}
				}
				l.Add(task.ID, said)
			}
		}
		l.Settle()
		written(t, supervised(), l, rec)
	}
}

func FuzzSaid(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, s, 0.5)
	}
	rec := parsed(f)
	f.Fuzz(func(t *testing.T, one, other string, number float64) {
		l := NewOf(supervised(), "a", rec)
		for i, unit := range []string{"Phòng A", "Phòng B", ""} {
			said := followup.Report{Unit: unit, On: day("2020-10-14"), Source: source(i), Values: report.Values{}}
			for k, field := range supervised() {
				c := sheet.FilledCell{Text: []string{one, other}[(i+k)%2]}
				if (i+k)%5 == 0 {
					c = sheet.FilledCell{Kind: sheet.FilledNumber, Number: number}
				}
				if value := told(field, c); value != nil {
					said.Values[field.Key] = value
				}
			}
			l.Add(rec.Tasks()[1].ID, said)
		}
		l.Settle()
		written(t, supervised(), l, rec)
	})
}

// Texts as long as a cell may have, of many units, come to one that can be read.
func TestManyLongTexts(t *testing.T) {
	var names []string
	for i := range 40 {
		names = append(names, fmt.Sprintf("Phòng %d", i))
	}
	rec, problems := record.Parse([]byte(strings.Replace(meeting, "[Phòng A, Phòng B]", "["+strings.Join(names, ", ")+"]", 1)), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	l := New("a", rec)
	for i, name := range names {
		l.Add(rec.Tasks()[1].ID, followup.Report{Unit: name, On: day("2020-10-14"), Source: source(i), Values: report.Values{"result": report.Text(strings.Repeat("ộ\n", 2400) + fmt.Sprint(i))}})
	}
	l.Settle()
	written(t, report.Fields(), l, rec)
}

// A field more: the ledger says so once something is said there, a program
// with the field reads it, an older one tells that it is older and no more.
func TestNewerFormat(t *testing.T) {
	rec := parsed(t)
	l := NewOf(supervised(), "a.progress.yaml", rec)
	l.Add(rec.Tasks()[0].ID, followup.Report{Unit: "Phòng A", On: day("2020-10-14"), Source: source(1), Values: report.Values{"state": report.UnderWay}})
	l.Settle()
	if strings.Contains(string(l.Bytes()), "format") {
		t.Errorf("an older program could read\n%s", l.Bytes())
	}
	older, problems := Read("a.progress.yaml", l.Bytes(), rec)
	if len(problems) > 0 || older.Changed() || older.Tasks[0].ByHand {
		t.Fatalf("%v\n%s", problems, older.Bytes())
	}
	if strings.Contains(string(older.Bytes()), "supervisor") { // nor the line of the preface of the newer one
		t.Errorf("%s", older.Bytes())
	}
	l.Add(rec.Tasks()[0].ID, followup.Report{Unit: "Phòng A", On: day("2020-10-15"), Source: source(2), Values: report.Values{"supervisor": report.Text("Phó Giám đốc Lê B")}})
	l.Settle()
	again := written(t, supervised(), l, rec)
	if r := again.Standings()[rec.Tasks()[0].ID]; r.Text("supervisor") != "Phó Giám đốc Lê B" || r.State() != report.UnderWay {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(string(l.Bytes()), "báo cáo).\nformat: 3\nrecord: 2020-Q3\n") || !strings.Contains(string(l.Bytes()), "    state: đang thực hiện\n    supervisor: Phó Giám đốc Lê B\n    reports:") {
		t.Errorf("%s", l.Bytes())
	}
	broken := strings.Repeat("không-biết-"+strings.Repeat("x", 5)+": [a]\n", 1)
	for i := range 300 {
		broken += fmt.Sprintf("key%d: [a]\n", i)
	}
	for _, src := range []string{string(l.Bytes()), broken + "format: 3\nrecord: 2021-Q1\n", "tasks: {a: b}\nformat: 99\n"} {
		none, problems := Read("a.progress.yaml", []byte(src), rec)
		if none != nil || len(problems) != 1 || !strings.Contains(problems[0].Message.VI, "bản ketluan mới hơn") || !strings.Contains(problems[0].Message.EN, "newer ketluan") || problems[0].Hint.EN == "" || problems[0].Pos.Line == 0 {
			t.Errorf("%v of\n%.300s", problems, src)
		}
	}
	for src, want := range map[string]string{"format: 1\n": "", "format: 0\n": "no number of a format", "format: hai\n": "no number of a format", "format:\n": "no number of a format"} {
		_, problems := Read("a", []byte(src+whole), rec)
		if got := fmt.Sprint(problems); (want == "") != (len(problems) == 0) || !strings.Contains(got, want) {
			t.Errorf("%q: %v", src, problems)
		}
	}
}
