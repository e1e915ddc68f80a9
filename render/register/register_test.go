package register

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/testdata/racing"
)

const head = `agency: Sở Tài chính
year: 2026
documents:
`

// told shows problems as the program does.
func told(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s: %s\n", p.Pos, p.Field, p.Message.VI)
		if p.Hint.VI == "" || p.Message.EN == p.Message.VI || p.Hint.EN == p.Hint.VI {
			fmt.Fprintf(&b, "  not in both languages, or no remedy\n")
		}
	}
	return b.String()
}

func called(record string) string { return record }

// Each fault of a register that was edited by hand is told, with its place.
func TestFaults(t *testing.T) {
	for name, tt := range map[string]struct{ src, want string }{
		"empty":      {"", "a.yaml:1:1: : tệp không có nội dung\n"},
		"no period":  {"agency: Sở\ndocuments:\n", "a.yaml:1:1: year: sổ không nói của năm hay nhiệm kỳ nào\n"},
		"two":        {"agency: Sở\nyear: 2026\nterm: 2025-2030\ndocuments:\n", "a.yaml:3:7: term: sổ vừa của năm 2026 vừa của nhiệm kỳ 2025-2030\n"},
		"year":       {"agency: Sở\nyear: 26\ndocuments:\n", "a.yaml:2:7: year: \"26\" không phải năm\n"},
		"series":     {"agency: Sở\nyear: 2026\nseries: chung\ndocuments:\n", "a.yaml:3:9: series: \"chung\" không phải each hay one\n"},
		"unknown":    {"agency: Sở\nyear: 2026\ndocument:\n", "a.yaml:1:1: documents: thiếu mục \"documents\" (các văn bản)\na.yaml:3:1: document: không có mục nào tên \"document\"\n"},
		"number":     {head + "  - {number: 05/TB, kind: thong-bao, date: 9/1/2026}\n", "a.yaml:4:14: documents[1].number: \"05/TB\" không phải số văn bản\n"},
		"zero":       {head + "  - {number: 0, kind: thong-bao, date: 9/1/2026}\n", "a.yaml:4:14: documents[1].number: \"0\" không phải số văn bản\n"},
		"no date":    {head + "  - {number: 5, kind: thong-bao}\n", "a.yaml:4:5: documents[1]: văn bản số 5 chưa có ngày (date)\n"},
		"no day":     {head + "  - {number: 5, kind: thong-bao, date: 31/2/2026}\n  - {number: 6, kind: thong-bao, state: đã hủy}\n", "a.yaml:4:40: documents[1].date: không có ngày \"31/2/2026\" trong lịch\n"},
		"kind":       {head + "  - {number: 5, kind: thong-ba, date: 9/1/2026}\n", "a.yaml:4:23: documents[1].kind: không có loại \"thong-ba\"\n"},
		"state":      {head + "  - {number: 5, kind: cong-van, date: 9/1/2026, state: hủy}\n", "a.yaml:4:56: documents[1].state: \"hủy\" không phải tình trạng của văn bản\n"},
		"sum":        {head + "  - {number: 5, kind: cong-van, date: 9/1/2026, sum: abc}\n", "a.yaml:4:54: documents[1].sum: \"abc\" không phải mã SHA-256\n"},
		"other year": {head + "  - {number: 5, kind: cong-van, date: 9/1/2025}\n", "a.yaml:4:5: date: văn bản số 5 ngày 09/01/2025 không thuộc sổ năm 2026\n"},
		"double":     {head + "  - {number: \"05\", kind: cong-van, date: 9/1/2026}\n  - {number: 5, kind: cong-van, date: 9/1/2026}\n", "a.yaml:5:5: number: số 5 đã có ở dòng 4\n"},
		"one series": {"agency: Sở\nyear: 2026\nseries: one\ndocuments:\n  - {number: 5, kind: cong-van, date: 9/1/2026}\n  - {number: 5, kind: thong-bao, date: 9/1/2026}\n", "a.yaml:6:5: number: số 5 đã có ở dòng 5\n"},
		"size":       {head + "  - {number: 5, kind: cong-van, date: 9/1/2026, files: [{name: a, size: x, sum: " + strings.Repeat("a", 64) + "}]}\n", "a.yaml:4:73: documents[1].files[1].size: \"x\" không phải số byte\n"},
	} {
		r, problems := Read("a.yaml", []byte(tt.src))
		if got := told(problems); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", name, got, tt.want)
		}
		if r == nil {
			continue
		}
		if _, err := r.Add(Document{Number: "09", Kind: "thong-bao", Date: calendar.Date{Year: 2026, Month: 1, Day: 9}}); err == nil {
			t.Errorf("%s: a register with faults is written", name)
		}
	}
}

// What keeps nobody from going on is told too: gaps, days that run backwards,
// documents that were left half issued.
func TestOdd(t *testing.T) {
	const src = head + `
  - {number: "03", kind: cong-van, date: 5/1/2026, first: yes}
  - {number: "04a", kind: cong-van, date: 1/1/2026}
  - {number: "06", kind: cong-van, date: 7/1/2026}
  - {number: "10", kind: cong-van, date: 6/1/2026}
  - {number: "02", kind: thong-bao, date: 7/1/2026, state: đang phát hành, record: a.yaml}
  - {number: "11", kind: cong-van, date: 5/1/2026, state: đã hủy}
`
	const want = `a.yaml:7:5: number: sổ thiếu số 05, 07-09 của loại cong-van
a.yaml:8:5: date: số 10 ngày 06/01/2026, mà số trước nó (06) ngày 07/01/2026
a.yaml:9:5: number: sổ thiếu số 01 của loại thong-bao
a.yaml:9:5: state: số 02 đang phát hành dở
`
	r, problems := Read("a.yaml", []byte(src))
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	if got := told(r.Faults(called)); got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

// The next number of a kind is one more than its highest, whatever became of
// that; all kinds have one series where the register says so.
func TestNext(t *testing.T) {
	const documents = `documents:
  - {number: "07", kind: thong-bao, date: 5/1/2026, state: đã hủy}
  - {number: "12a", kind: cong-van, date: 5/1/2026}
  - {number: 3, kind: thong-bao, date: 5/1/2026}
`
	for src, want := range map[string]string{"": "08 13 01", "series: one\n": "13 13 13"} {
		r, problems := Read("a.yaml", []byte("agency: Sở\nyear: 2026\n"+src+documents))
		if got := r.Next("thong-bao") + " " + r.Next("cong-van") + " " + r.Next("giay-moi"); got != want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s; %v", src, got, want, problems)
		}
		if d := r.Holder("thong-bao", "7"); d == nil || d.State != Cancelled {
			t.Errorf("%s: the number 07 has %v", src, d)
		}
		if d := r.Holder("giay-moi", "07"); (d != nil) != r.OneSeries {
			t.Errorf("%s: the number 07 of another kind has %v", src, d)
		}
	}
	if r := New("a.yaml", "Sở", "", Period{Term: record.Term{From: 2025, To: 2030}}); r.Next("thong-bao") != "01" || r.Period.String() != "2025-2030" {
		t.Error("a new register does not begin with 01")
	}
}

var one = Document{
	Number: "08", Kind: "thong-bao", Symbol: "08/TB-STC", Date: calendar.Date{Year: 2026, Month: 1, Day: 9}, Title: "Thông báo", Subject: `Kết luận: "họp" # giao ban`,
	Signer: "Nguyễn Văn A", Recipients: []string{"UBND tỉnh (để b/c)", "- Các phòng"}, Keeper: "VT, VP (2)", State: Issuing, Record: "q1/a.yaml", Code: "2026-Q1",
	Sum: strings.Repeat("1", 64), Files: []File{{"a/a.pdf", 12, strings.Repeat("e", 64)}},
}

// A document is added behind the others and marked in its place; every byte that
// somebody typed stays.
func TestWrite(t *testing.T) {
	for name, src := range map[string]string{
		"new":      string(New("a.yaml", "Sở Tài chính", "UBND tỉnh", Period{Year: 2026}).Bytes()),
		"typed":    head + "  # ghi tay\n  - number: 3   # số\n    kind: thong-bao\n    date: 9/1/2026\n\n  - {number: 7, kind: thong-bao, date: 9/1/2026} # nữa\n\n# hết\n",
		"cut off":  head + "- number: 7\n  kind: thong-bao\n  date: 9/1/2026",
		"windows":  strings.ReplaceAll("\uFEFF"+head+"  - number: 7\n    kind: thong-bao\n    date: 9/1/2026\n", "\n", "\r\n"),
		"not last": "agency: Sở\ndocuments:\n  - {number: 7, kind: thong-bao, date: 9/1/2026}\nyear: 2026\n",
	} {
		r, problems := Read("a.yaml", []byte(src))
		if len(problems) > 0 {
			t.Fatal(name, told(problems))
		}
		n := len(r.Documents)
		added, err := r.Add(one)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := added.Documents[n]; !d.Same(one) {
			t.Errorf("%s: %+v", name, d)
		}
		rest := string(added.Bytes())
		for line := range strings.Lines(src) {
			if !strings.Contains(rest, strings.TrimRight(line, "\r\n")) {
				t.Errorf("%s: %q is gone:\n%s", name, line, rest)
			}
		}
		if strings.Count(rest, "\r\n") > 0 && strings.Count(rest, "\r\n") != strings.Count(rest, "\n") {
			t.Errorf("%s: ends of lines of two kinds", name)
		}
		done, err := added.Mark(n, Issued, "")
		if err != nil || string(done.Bytes()) != strings.Replace(rest, "đang phát hành", "đã phát hành", 1) {
			t.Errorf("%s: %v", name, err)
		}
		gone, err := done.Mark(n, Withdrawn, `sai: "người ký"`)
		if err == nil {
			gone, err = gone.Mark(n, Cancelled, "thôi")
		}
		if err != nil || gone.Documents[n].Note != `sai: "người ký"; thôi` || gone.Documents[n].State != Cancelled {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A typed document without a state, or with no room for a note, is marked too;
// one between braces with others on its line is not.
func TestMarkTyped(t *testing.T) {
	r, _ := Read("a.yaml", []byte(head+"  - number: 7\n    kind: thong-bao\n    date: 9/1/2026\n    subject: Họp\n  - {number: 8, kind: thong-bao, date: 9/1/2026, state: đã phát hành, note: }\n"))
	for i := range r.Documents {
		then, err := r.Mark(i, Withdrawn, "nhầm")
		if err != nil || then.Documents[i].State != Withdrawn || then.Documents[i].Note != "nhầm" {
			t.Errorf("%d: %v", i, err)
		}
	}
	r, problems := Read("a.yaml", []byte("agency: Sở\nyear: 2026\ndocuments: [{number: 7, kind: thong-bao, date: 9/1/2026}]\n"))
	if _, err := r.Add(one); err == nil || len(problems) > 0 {
		t.Errorf("%v, %v", err, problems)
	}
}

// The largest register there may be is done with in the time of a large honest
// one, and one that is larger is told so. The time is that of a machine that needs
// twenty times as long as others.
func TestLarge(t *testing.T) {
	racing.Skip(t)
	for n, want := range map[int]int{maxDocuments + 1: 1} {
		var b strings.Builder
		b.WriteString(head)
		for i := range n {
			fmt.Fprintf(&b, "  - {number: %d, kind: thong-bao, date: 9/1/2026, subject: Họp}\n", 3*i+1)
		}
		start := time.Now()
		r, problems := Read("a.yaml", []byte(b.String()))
		faults := r.Faults(called)
		if took := time.Since(start); took > 30*time.Second || len(problems) != want || len(faults) != 1 {
			t.Errorf("%d documents: %v, %d problems, %d faults", n, took, len(problems), len(faults))
		}
	}
}
