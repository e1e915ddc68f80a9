package carry

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

const examples = "../../examples"

func open(path string) ([]byte, error) { return os.ReadFile(filepath.Join(examples, path)) }

func parsed(t *testing.T, name string, src []byte) *record.Record {
	t.Helper()
	rec, problems := record.Parse(src, record.Source{Name: name, Open: open})
	for _, p := range problems {
		t.Fatalf("%s: %s: %s\n%s", p.Pos, p.Field, p.Message.EN, src)
	}
	return rec
}

func day(y, m, d int) calendar.Date { return calendar.Date{Year: y, Month: m, Day: d} }

// done returns standings in which the tasks of some numbers, from 1, are done.
func done(rec *record.Record, numbers ...int) followup.Standings {
	s := followup.Standings{}
	for _, n := range numbers {
		s[rec.Tasks()[n-1].ID] = followup.Report{Values: report.Values{"state": report.Done, "completed": report.Day(day(2020, 12, 1))}}
	}
	return s
}

func next(t *testing.T, rec *record.Record, terms Terms) (*Draft, *record.Record) {
	t.Helper()
	d, err := Next(rec, terms)
	if err != nil {
		t.Fatal(err)
	}
	return d, parsed(t, "next.yaml", d.YAML)
}

// The seed: of 16 tasks 9 are done, and the 7 others go on with their IDs.
func TestSeed(t *testing.T) {
	src, err := open("2020-q3-giao-ban.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rec := parsed(t, "2020-q3-giao-ban.yaml", src)
	s := done(rec, 1, 2, 4, 6, 8, 9, 11, 14, 15)
	s["2020-Q3/1.3-M"] = followup.Report{Values: report.Values{
		"state": report.UnderWay, "percent": report.Percent(50), "difficulties": report.Text("thiếu số liệu"), "proposed": report.Day(day(2021, 1, 31)),
	}}
	s["2020-Q3/2.2-G"] = followup.Report{Values: report.Values{"state": report.Done}} // without a day, so the clerk asks for it
	d, after := next(t, rec, Terms{To: calendar.Quarter{Year: 2020, N: 4}, AsOf: day(2020, 12, 20), Standings: s})
	if d.Tasks != 16 || d.Done != 9 {
		t.Errorf("%d of %d", d.Done, d.Tasks)
	}
	var ids []string
	for _, task := range after.Tasks() {
		ids = append(ids, task.ID)
		if task.Since != (calendar.Quarter{Year: 2020, N: 3}) {
			t.Errorf("%s since %v", task.ID, task.Since)
		}
	}
	if got, want := strings.Join(ids, " "), "2020-Q3/1.3-M 2020-Q3/2.2-G 2020-Q3/3.2-8 2020-Q3/4.3-X 2020-Q3/4.5-T 2020-Q3/5.1-R 2020-Q3/8.1-3"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if opening := strings.Join(after.Opening, " "); !strings.Contains(opening, "đã hoàn thành 9 trên 16 nhiệm vụ; còn 7 nhiệm vụ tiếp tục thực hiện") {
		t.Error(opening)
	}
	if after.Code != "2020-Q4" || !strings.HasSuffix(after.Subject, "Quý IV năm 2020") || after.Signer.Name != rec.Signer.Name || len(after.Recipients) != 4 {
		t.Errorf("%+v", after)
	}
	path := filepath.Join("testdata", "2020-q4-giao-ban.yaml")
	if *update {
		if err := os.WriteFile(path, d.YAML, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(d.YAML)); diff != "" {
		t.Error(diff)
	}
	// Once more: what ran since the third quarter still does.
	_, later := next(t, after, Terms{To: calendar.Quarter{Year: 2021, N: 1}, AsOf: day(2021, 3, 20), Standings: done(after, 1)})
	if task := later.Tasks()[0]; len(later.Tasks()) != 6 || task.ID != "2020-Q3/2.2-G" || task.Since != (calendar.Quarter{Year: 2020, N: 3}) || later.Code != "2021-Q1" {
		t.Errorf("%d tasks, %+v", len(later.Tasks()), task)
	}
}

const whole = `
meeting-date: 28/9/2020
code: 2020-Q3-KH
subject: "Kết luận tại cuộc họp quý III/2020: \"một\" \\ hai"
agency: {parent: UBND tỉnh, name: Sở Tài chính, code: STC, place: Huế}
units:
  - {name: Phòng Một, short: P1, aliases: [Phòng 1], successor: Phòng Ba}
  - {name: Phòng Hai, email: hai@so.vn, successor: Phòng Ba}
  - {name: Phòng Ba}
  - Phòng Bốn
groups:
  - {name: Các phòng, units: all}
conclusions:
  - {text: "Việc một: \"lập\" # dự toán.", lead: P1, partners: [Phòng Hai, Phòng Bốn], deadline: trước ngày 15/10, product: Tờ trình}
  - {text: Việc hai., lead: Phòng Hai, deadline: "trong quý IV/2020"}
  - {text: Việc của mọi người., lead: all, deadline: thường xuyên}
  - text: |
      Đoạn một rất dài để phải xuống dòng, vì một dòng chỉ có bảy mươi tám chữ mà thôi.

      Đoạn hai.
    lead: Phòng Bốn
    task: yes
    items: [{text: Điều thứ nhất., task: no}, {heading: Điều hai, text: nói thêm., task: no}]
signer: {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], position: Phó Chủ tịch, name: Nguyễn Văn A}
recipients: ["Các phòng", "Lưu: VT, VP"]
annex: tasks
signature-fields: no
signing: {tool: vnpt, seal: 110x110, day: "24,5x14", seal-at: "-60, 3"}
`

// A record without a profile takes its office along; units that are no more
// hand their tasks to their successor; words of a deadline that would name
// another day from there become the first day.
func TestWholeRecord(t *testing.T) {
	rec := parsed(t, "a.yaml", []byte(whole))
	d, after := next(t, rec, Terms{To: calendar.Quarter{Year: 2020, N: 4}, AsOf: day(2020, 12, 20)})
	tasks := after.Tasks()
	if len(tasks) != 4 {
		t.Fatalf("%d tasks\n%s", len(tasks), d.YAML)
	}
	one, two, all, long := tasks[0], tasks[1], tasks[2], tasks[3]
	if one.Leads[0].Name != "Phòng Ba" || len(one.Partners) != 1 || one.Partners[0].Name != "Phòng Bốn" || one.Text != rec.Tasks()[0].Text || one.Product != "Tờ trình" {
		t.Errorf("%+v", one)
	}
	if one.Deadline.Day != day(2020, 10, 15) || one.Deadline.Words != "15/10/2020" {
		t.Errorf("deadline %+v", one.Deadline)
	}
	if two.Leads[0].Name != "Phòng Ba" || two.Deadline != rec.Tasks()[1].Deadline {
		t.Errorf("%+v", two)
	}
	if all.Leads[0].Name != "Các phòng" || all.Deadline.Words != "thường xuyên" {
		t.Errorf("%+v", all)
	}
	if long.Text != rec.Tasks()[3].Text || len(long.Items) != 2 || long.Items[1].Text != "Điều hai nói thêm." || long.Items[0].Task {
		t.Errorf("%+v", long)
	}
	if after.Code != "2020-Q4-KH" || after.Subject != strings.Replace(rec.Subject, "quý III/2020", "quý IV/2020", 1) || after.SignatureFields || after.Stamps != rec.Stamps || after.Annex != "tasks" ||
		!cmp.Equal(after.Agency, rec.Agency) || !cmp.Equal(after.Signer, rec.Signer) || !cmp.Equal(after.Recipients, rec.Recipients) || len(after.Units) != len(rec.Units) || after.Units[1].Email != "hai@so.vn" {
		t.Errorf("%+v\n%s", after, d.YAML)
	}
}

// The notice of a draft tells what is carried over, unless the record before
// settled that nothing is added.
func TestAssignments(t *testing.T) {
	terms := Terms{To: calendar.Quarter{Year: 2020, N: 4}, AsOf: day(2020, 12, 20)}
	for said, want := range map[string]bool{"": true, "assignments: printed\n": true, "assignments: not printed\n": false} {
		if _, after := next(t, parsed(t, "a.yaml", []byte(whole+said)), terms); after.AssignmentsPrinted != want {
			t.Errorf("%q: %v", said, after.AssignmentsPrinted)
		}
	}
}

// Where all is done a draft is left with a gap, and says so.
func TestAllDone(t *testing.T) {
	rec := parsed(t, "a.yaml", []byte(whole))
	d, after := next(t, rec, Terms{To: calendar.Quarter{Year: 2021, N: 1}, AsOf: day(2020, 12, 20), Standings: done(rec, 1, 2, 3, 4)})
	if d.Done != 4 || len(after.Tasks()) != 0 || !strings.Contains(strings.Join(after.Opening, " "), "đã hoàn thành 4 trên 4 nhiệm vụ.") {
		t.Errorf("%s", d.YAML)
	}
}

// Any record without problems can be carried over.
func FuzzNext(f *testing.F) {
	f.Add([]byte(whole))
	files, _ := filepath.Glob(examples + "/20*.yaml")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		rec, problems := record.Parse(src, record.Source{Name: "a.yaml", Open: func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(examples, filepath.Base(path))) }})
		if len(problems) > 0 || !rec.Quarter.Before(calendar.Quarter{Year: 2030, N: 1}) {
			return
		}
		d, err := Next(rec, Terms{To: calendar.Quarter{Year: 2030, N: 1}, AsOf: day(2029, 12, 31)})
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		if d.Tasks != len(rec.Tasks()) {
			t.Fatal("tasks are lost")
		}
	})
}

func TestRenamed(t *testing.T) {
	w := &writer{rec: &record.Record{Quarter: calendar.Quarter{Year: 2020, N: 4}}, Terms: Terms{To: calendar.Quarter{Year: 2021, N: 1}}}
	for text, want := range map[string]string{
		"họp giao ban Quý IV năm 2020": "họp giao ban Quý I năm 2021", "trong quý IV/2020.": "trong quý I/2021.", "quý 4 năm 2020": "quý 1 năm 2021",
		"giao ban quý IV đề nghị": "giao ban quý I đề nghị", "Quý IV năm 2019": "Quý IV năm 2019", "quý III/2020": "quý III/2020", "mã 2020-Q4": "mã 2021-Q1",
		"quý IVa": "quý IVa",
	} {
		if got := w.renamed(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Two signers go on side by side; a notice without a meeting has a successor too.
func TestTwoSigners(t *testing.T) {
	rec := parsed(t, "a.yaml", []byte(`
quarter: 2026-Q3
agency: {name: Sở A, code: SA, place: Huế}
units: [Phòng Một]
conclusions:
  - {text: 'Phòng Một lập **kế hoạch** \_A\_ trước ngày 20/8.', lead: Phòng Một, deadline: trước ngày 20/8}
signer: [{authority: KT. Chủ tịch, position: Phó Chủ tịch, name: B}, {position: Giám đốc, name: A}]
`))
	_, after := next(t, rec, Terms{To: calendar.Quarter{Year: 2026, N: 4}, AsOf: day(2026, 9, 20)})
	if after.CoSigner == nil || after.CoSigner.Name != "B" || after.CoSigner.Authority[0] != "KT. Chủ tịch" || after.Signer.Name != "A" {
		t.Errorf("%+v beside %+v", after.CoSigner, after.Signer)
	}
	if it := after.Tasks()[0]; it.Text != "Phòng Một lập kế hoạch _A_ trước ngày 20/8." || len(it.Emphasis.Text) != 1 {
		t.Errorf("%q %v", it.Text, it.Emphasis)
	}
	if due := after.Tasks()[0].Deadline.Day; due != day(2026, 8, 20) {
		t.Errorf("due on %v", due)
	}
}
