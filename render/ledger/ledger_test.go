package ledger

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

const meeting = `
meeting-date: 28/9/2020
subject: Kết luận
agency: {name: Sở Tài chính, code: STC, place: Quảng Ngãi}
conclusions:
  - {text: "Phòng A lập dự toán năm 2021: phần 1.", lead: Phòng A, partners: Phòng B, deadline: 15/10/2020}
  - {text: Hai phòng rà soát., lead: [Phòng A, Phòng B], deadline: 30/10/2020}
  - {text: Phòng B báo cáo., lead: Phòng B}
signer: {position: Giám đốc}
recipients: ["Lưu: VT"]
`

func parsed(t testing.TB) *record.Record {
	t.Helper()
	rec, problems := record.Parse([]byte(meeting), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rec
}

func day(s string) calendar.Date { d, _ := calendar.ParseDate(s); return d }

func source(n int) string { return fmt.Sprintf("%064x", n) }

func read(t testing.TB, src []byte) *Ledger {
	t.Helper()
	l, problems := Read("a.progress.yaml", src, parsed(t))
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, src)
	}
	return l
}

// reports are what comes in for the first task and the second, in any order.
func reports() (first, second []followup.Report) {
	first = []followup.Report{
		{Unit: "Phòng A", On: day("2020-10-05"), Time: "08:00:00", Source: source(1), Values: report.Values{"state": report.UnderWay, "percent": report.Percent(40), "difficulties": report.Text("Thiếu: số liệu #2\n- chờ Sở")}},
		{Unit: "Phòng A", On: day("2020-10-14"), Source: source(2), Values: report.Values{"state": report.Done, "completed": report.Day(day("2020-10-13")), "result": report.Text("yes")}},
		{Unit: "Phòng B", On: day("2020-10-20"), Source: source(3), Partner: true, Values: report.Values{"result": report.Text("đã gửi số liệu"), "document": report.Text("12/BC")}},
		{On: day("2020-10-21"), Source: source(4), Values: report.Values{"document": report.Text("15/QĐ-STC")}},
	}
	second = []followup.Report{
		{Unit: "Phòng A", On: day("2020-10-14"), Source: source(2), Values: report.Values{"state": report.Done, "completed": report.Day(day("2020-10-13")), "result": report.Text("xong")}},
		{Unit: "Phòng B", On: day("2020-10-20"), Source: source(3), Values: report.Values{"state": report.NotStarted, "proposed": report.Day(day("2020-11-30"))}},
	}
	return first, second
}

func collected(t testing.TB, order func(n int) []int) *Ledger {
	rec := parsed(t)
	l := New("a.progress.yaml", rec)
	first, second := reports()
	for _, part := range []struct {
		id      string
		reports []followup.Report
	}{{rec.Tasks()[0].ID, first}, {rec.Tasks()[1].ID, second}} {
		for _, i := range order(len(part.reports)) {
			if !l.Add(part.id, part.reports[i]) || l.Add(part.id, part.reports[i]) {
				t.Fatal("a report is not new, or new twice")
			}
		}
	}
	if told := l.Settle(); len(told) > 0 {
		t.Fatal(told)
	}
	return l
}

const whole = `# Sổ theo dõi nhiệm vụ: ketluan collect ghi thêm, văn phòng sửa tay được.
# Từ state đến proposed là điều đang giữ cho nhiệm vụ. Sửa tay thì chương trình
# giữ nguyên và báo lại; xóa các dòng ấy thì lấy lại theo reports (lịch sử báo cáo).
record: 2020-Q3
tasks:

  - id: 2020-Q3/1-W
    text: "Phòng A lập dự toán năm 2021: phần 1."
    state: hoàn thành
    completed: 2020-10-13
    result: "yes"
    document: "15/QĐ-STC"
    difficulties: "Thiếu: số liệu #2\n- chờ Sở"
    reports:
      - on: 2020-10-05 08:00:00
        unit: Phòng A
        source: "0000000000000000000000000000000000000000000000000000000000000001"
        state: đang thực hiện
        percent: 40
        difficulties: "Thiếu: số liệu #2\n- chờ Sở"
      - on: 2020-10-14
        unit: Phòng A
        source: "0000000000000000000000000000000000000000000000000000000000000002"
        state: hoàn thành
        completed: 2020-10-13
        result: "yes"
      - on: 2020-10-20
        unit: Phòng B
        partner: yes
        source: "0000000000000000000000000000000000000000000000000000000000000003"
        result: đã gửi số liệu
        document: "12/BC"
      - on: 2020-10-21
        source: "0000000000000000000000000000000000000000000000000000000000000004"
        document: "15/QĐ-STC"

  - id: 2020-Q3/2-U
    text: Hai phòng rà soát.
    state: đang thực hiện
    result: "Phòng A: xong"
    proposed: 2020-11-30
    reports:
      - on: 2020-10-14
        unit: Phòng A
        source: "0000000000000000000000000000000000000000000000000000000000000002"
        state: hoàn thành
        completed: 2020-10-13
        result: xong
      - on: 2020-10-20
        unit: Phòng B
        source: "0000000000000000000000000000000000000000000000000000000000000003"
        state: chưa thực hiện
        proposed: 2020-11-30

  - id: 2020-Q3/3-S
    text: Phòng B báo cáo.
`

// The file is as it is meant to be read, in whatever order reports come, and
// is written again as it was.
func TestFile(t *testing.T) {
	for range 20 {
		if got := string(collected(t, rand.Perm).Bytes()); got != whole {
			t.Fatalf("%s\n%s", got, whole)
		}
	}
	l := read(t, []byte(whole))
	if told := l.Settle(); len(told) > 0 || string(l.Bytes()) != whole || l.Changed() {
		t.Errorf("%v\n%s", told, l.Bytes())
	}
	first, _ := reports()
	if l.Add("2020-Q3/1-W", first[0]) || l.Changed() {
		t.Error("a report that is there is new")
	}
}

func TestStandings(t *testing.T) {
	s := read(t, []byte(whole)).Standings()
	r := s["2020-Q3/1-W"]
	if len(s) != 2 || r.State() != report.Done || r.Completed() != day("2020-10-13") || r.On != day("2020-10-21") || r.Text("document") != "15/QĐ-STC" || r.Percent() != nil {
		t.Errorf("%+v", s)
	}
	if r := s["2020-Q3/2-U"]; r.State() != report.UnderWay || r.Unit != "Phòng B" || !r.Completed().IsZero() {
		t.Errorf("%+v", r)
	}
}

// A task of two leads is done when both have said so.
func TestTogether(t *testing.T) {
	l := read(t, []byte(whole))
	l.Add("2020-Q3/2-U", followup.Report{Unit: "phòng b", On: day("2020-10-28"), Source: source(9), Values: report.Values{"state": report.Done, "completed": report.Day(day("2020-10-27"))}})
	l.Settle()
	if r := l.Standings()["2020-Q3/2-U"]; r.State() != report.Done || r.Completed() != day("2020-10-27") {
		t.Errorf("%+v", r)
	}
	// the office's word is that of all
	l.Add("2020-Q3/2-U", followup.Report{On: day("2020-10-29"), Source: source(10), Values: report.Values{"state": report.Paused}})
	l.Settle()
	if r := l.Standings()["2020-Q3/2-U"]; r.State() != report.Paused || !r.Completed().IsZero() {
		t.Errorf("%+v", r)
	}
}

// What is changed by hand stays, with its comments, and a newer report says so
// once; what is taken away by hand is worked out anew.
func TestByHand(t *testing.T) {
	edited := strings.Replace(whole, "    state: hoàn thành\n    completed: 2020-10-13\n", "    # Sở chưa nhận được văn bản\n    state: đang thực hiện   # theo VT\n", 1)
	edited = strings.Replace(edited, "record:", "# sổ của Văn phòng\nrecord:", 1)
	l := read(t, []byte(edited))
	if r := l.Standings()["2020-Q3/1-W"]; r.State() != report.UnderWay || r.Unit != "" || r.Source != "" {
		t.Errorf("%+v", r)
	}
	if told := l.Settle(); len(told) > 0 {
		t.Error(told)
	}
	l.Add("2020-Q3/1-W", followup.Report{Unit: "Phòng A", On: day("2020-10-25"), Source: source(8), Values: report.Values{"state": report.Done, "completed": report.Day(day("2020-10-24"))}})
	told := l.Settle()
	if len(told) != 1 || told[0].Field != "2020-Q3/1-W" || told[0].Message.VI != "sổ đã sửa tay (đang thực hiện), giữ nguyên; báo cáo mới (hoàn thành, ngày 24/10/2020) chỉ ghi vào lịch sử" {
		t.Errorf("%+v", told)
	}
	again := l.Bytes()
	for _, want := range []string{"# sổ của Văn phòng\n", "  # Sở chưa nhận được văn bản\n", "  # theo VT\n", "    state: đang thực hiện\n    result: \"yes\"\n"} {
		if strings.Count(string(again), want) != 1 {
			t.Errorf("%q is not there once in\n%s", want, again)
		}
	}
	l = read(t, again)
	if told := l.Settle(); len(told) > 0 || !bytes.Equal(l.Bytes(), again) {
		t.Errorf("%v\n%s", told, l.Bytes())
	}
	lines := slices.DeleteFunc(strings.SplitAfter(string(again), "\n"), func(line string) bool {
		return strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "      ") && !strings.HasPrefix(line, "    reports") && !strings.HasPrefix(line, "    text")
	})
	l = read(t, []byte(strings.Join(lines, "")))
	l.Settle()
	if r := l.Standings()["2020-Q3/1-W"]; r.State() != report.Done || r.Completed() != day("2020-10-24") {
		t.Errorf("%+v", r)
	}
	// what somebody types into the history counts without more
	typed := strings.Replace(whole, "\n  - id: 2020-Q3/2-U", "      - on: 2020-11-01\n        state: tạm dừng / xin gia hạn\n\n  - id: 2020-Q3/2-U", 1)
	l = read(t, []byte(typed))
	if told := l.Settle(); len(told) > 0 || l.Standings()["2020-Q3/1-W"].State() != report.Paused {
		t.Errorf("%v\n%s", told, l.Bytes())
	}
}

// Of two reports of one moment neither counts where they differ.
func TestClash(t *testing.T) {
	l := New("a.progress.yaml", parsed(t))
	for i, state := range []report.State{report.Done, report.NotStarted} {
		l.Add("2020-Q3/3-S", followup.Report{Unit: "Phòng B", On: day("2020-10-20"), Source: source(i), Values: report.Values{"state": state, "result": report.Text("đang xem")}})
	}
	told := l.Settle()
	if r := l.Standings()["2020-Q3/3-S"]; len(told) != 1 || r.State() != report.Unsaid || r.Text("result") != "đang xem" {
		t.Errorf("%+v %+v", told, r)
	}
}

// Of reports of one moment what one leaves empty another may say, in any order.
func TestNoClash(t *testing.T) {
	said := []report.Values{
		{"state": report.UnderWay, "percent": report.Percent(40)}, {"result": report.Text("đang xem")}, {"state": report.UnderWay, "percent": report.Percent(40), "document": report.Text("1/BC")},
		{"document": report.Text("2/BC")},
	}
	for first := range said {
		l := New("a.progress.yaml", parsed(t))
		for i := range said {
			l.Add("2020-Q3/3-S", followup.Report{Unit: "Phòng B", On: day("2020-10-20"), Source: source((first + i) % len(said)), Values: said[i]})
		}
		told := l.Settle()
		if r := l.Standings()["2020-Q3/3-S"]; len(told) != 1 || !strings.Contains(told[0].Message.VI, "khác nhau ở document") || !r.Equal(report.Values{"state": report.UnderWay, "percent": report.Percent(40), "result": report.Text("đang xem")}) {
			t.Errorf("%+v %+v", told, r)
		}
	}
}

func TestBroken(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"state: hoàn thành\n    comp", "state: xong\n    comp", `a.progress.yaml:9:12: tasks[1].state: "xong" không phải trạng thái`},
		{"2020-Q3/1-W", "2020-Q3/1-K", `a.progress.yaml:7:9: tasks[1].id: mã "2020-Q3/1-K" sai ký tự kiểm tra ở cuối`},
		{"2020-Q3/2-U", "2020-Q3/1-W", `a.progress.yaml:37:5: tasks[2]: nhiệm vụ 2020-Q3/1-W có hai lần trong sổ`},
		{"percent: 40", "percent: 140", `a.progress.yaml:19:18: tasks[1].reports[1].percent: "140" không phải phần trăm`},
		{"on: 2020-10-14", "on: 14 giờ", `a.progress.yaml:21:13: tasks[1].reports[2].on: "14 giờ" không phải ngày giờ`},
		{"completed: 2020-10-13", "completed: 2020-10-33", `a.progress.yaml:10:16: tasks[1].completed: không có ngày "2020-10-33" trong lịch`},
		{"record: 2020-Q3", "record: 2020-Q4", `a.progress.yaml: record: sổ này của bản ghi "2020-Q4", không phải "2020-Q3"`},
		{"    result: \"yes\"", "    reslt: \"yes\"", `a.progress.yaml:11:5: tasks[1].reslt: không có mục nào tên "reslt"`},
		{"partner: yes\n", "partner: yes\n        percent: 3\n", `a.progress.yaml:27:9: tasks[1].reports[3]: báo cáo của đơn vị phối hợp (partner) không có trạng thái`},
		{"000003\"", "00000\"", `a.progress.yaml:30:17: tasks[1].reports[3].source: "000000000000000000000000000000000000000000000000000000000000000" không phải mã SHA-256`},
		{"tasks:\n", "tasks:\n\t- a\n", "a.progress.yaml:6:1: dòng thụt vào bằng phím Tab"},
		{whole, "", "a.progress.yaml:1:1: tệp không có nội dung"},
	} {
		_, problems := Read("a.progress.yaml", []byte(strings.Replace(whole, c.from, c.to, 1)), parsed(t))
		if len(problems) == 0 {
			t.Errorf("%q: no problem", c.to)
			continue
		}
		p := problems[0]
		got := p.Pos.String() + ": " + p.Message.VI
		if p.Field != "" {
			got = p.Pos.String() + ": " + p.Field + ": " + p.Message.VI
		}
		if got != c.want {
			t.Errorf("%q:\n%s\n%s", c.to, got, c.want)
		}
	}
}

// Tasks that the record has no more are kept, and stand nowhere else.
func TestGone(t *testing.T) {
	l := read(t, []byte(strings.ReplaceAll(whole, "2020-Q3/1-W", "2020-Q3/9-G")))
	l.Settle()
	if n := len(l.Tasks); n != 4 || l.Tasks[3].ID != "2020-Q3/9-G" || len(l.Tasks[3].Reports) != 4 || len(l.Standings()) != 1 {
		t.Errorf("%d tasks\n%s", n, l.Bytes())
	}
}

// Whatever the bytes, no panic; what is read without problems is written as
// the same ledger.
func FuzzRead(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("record: 2020-Q3\ntasks: [{id: 2020-Q3/1-W, reports: {on: 2020-10-14}}]"))
	rec := parsed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		l, problems := Read("a", src, rec)
		if l == nil || len(problems) > 0 {
			return
		}
		l.Settle()
		written := l.Bytes()
		again, problems := Read("a", written, rec)
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, written)
		}
		if again.Settle(); !bytes.Equal(again.Bytes(), written) {
			t.Fatalf("%s\n%s", written, again.Bytes())
		}
	})
}
