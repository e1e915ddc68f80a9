package office

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// issuable is a record without number and date; %d tells it from others.
const issuable = `profile: so.profile.yaml
code: 2026-Q1-H%d
meeting-date: 06/01/2026   # sáng
subject: Kết luận của Giám đốc Sở tại cuộc họp số %d
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: "Phòng Ngân sách công khai dự toán trước ngày 31/3/2026.", lead: Phòng Ngân sách, deadline: trước ngày 31/3/2026, product: Công văn}
signer: {position: Giám đốc, name: Nguyễn Văn A}
`

const issuer1 = `agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách}]
recipients: ["Các phòng thuộc Sở", "Lưu: VT, VP"]
`

// bookName is the register of the records above.
const bookName = "stc-2026.register.yaml"

var issueDay = calendar.Date{Year: 2026, Month: 1, Day: 9}

// records are n of them, with their profile.
func issuables(n int) map[string]string {
	files := map[string]string{"so.profile.yaml": issuer1}
	for i := 1; i <= n; i++ {
		files[fmt.Sprintf("hop-%d.yaml", i)] = fmt.Sprintf(issuable, i, i)
	}
	return files
}

func issuePress(t *testing.T) *Press {
	t.Helper()
	p, err := NewPress(Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// issued issues the records of a folder, by their names, into out/ of it.
func issued(t *testing.T, p *Press, f Folder, o Issuing, names ...string) Issuance {
	t.Helper()
	if o.Out == nil {
		o.Out = f
	}
	var records []Found
	for _, name := range names {
		records = append(records, Place{Folder: f, Name: name}.File())
	}
	out, whole, err := Issue(t.Context(), p, o, records)
	if err != nil || !whole {
		t.Fatal(whole, err)
	}
	return out
}

// bookOf reads the register that stands in a folder.
func bookOf(t *testing.T, f *Memory, name string) *register.Register {
	t.Helper()
	src, ok := f.Files()[name]
	if !ok {
		t.Fatalf("no %s among %q", name, slices.Sorted(maps.Keys(f.Files())))
	}
	r, problems := register.Read(name, []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return r
}

// isWhole reports what of a register and its files is not as it says, with the
// numbers that it has.
func isWhole(t *testing.T, f *Memory) (numbers string, wrong []string) {
	t.Helper()
	files := f.Files()
	for _, d := range bookOf(t, f, bookName).Documents {
		numbers += d.Number + " "
		if d.State != register.Issued {
			wrong = append(wrong, d.Number+" "+d.State.String())
			continue
		}
		if src := files[d.Record]; SumOf([]byte(src)) != d.Sum || !strings.Contains(src, fmt.Sprintf("number: %q\ndate: 09/01/2026\n", d.Number)) {
			wrong = append(wrong, d.Number+": the record is "+src)
		}
		for _, file := range d.Files {
			if src, ok := files[file.Name]; !ok || SumOf([]byte(src)) != file.Sum || len(src) != file.Size {
				wrong = append(wrong, d.Number+": "+file.Name)
			}
		}
	}
	return strings.TrimSpace(numbers), wrong
}

func saidOf(problems []problem.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Message.VI)
	}
	return strings.Join(all, "; ")
}

// Records get the next numbers in the order of their dates; what was issued is
// told so and keeps its number, and nothing of it is written again.
func TestIssue(t *testing.T) {
	p, files := issuePress(t), issuables(3)
	files["hop-1.yaml"] = strings.Replace(files["hop-1.yaml"], "subject:", "date: 15/01/2026\nsubject:", 1)
	f := NewMemory(files)
	out := issued(t, p, f, Issuing{Date: issueDay}, "hop-1.yaml", "hop-3.yaml", "hop-2.yaml")
	var got []string
	for _, d := range out.Documents {
		got = append(got, fmt.Sprintf("%s %s %s %v %s", d.Record, d.Symbol, d.Date, d.Done, saidOf(d.Problems)))
	}
	want := []string{"hop-2.yaml 01/TB-STC 2026-01-09 true ", "hop-3.yaml 02/TB-STC 2026-01-09 true ", "hop-1.yaml 03/TB-STC 2026-01-15 true "}
	if !slices.Equal(got, want) || len(out.Faults) > 0 {
		t.Errorf("%q, %v", got, out.Faults)
	}
	before := tree(f.Files())
	if record := f.Files()["hop-2.yaml"]; record != strings.Replace(files["hop-2.yaml"], "# sáng\n", "# sáng\nnumber: \"01\"\ndate: 09/01/2026\n", 1) {
		t.Error(record)
	}
	for _, d := range issued(t, p, f, Issuing{}, "hop-2.yaml", "hop-1.yaml").Documents {
		if !d.Again || !d.Done || d.Number == "" {
			t.Errorf("%+v", d)
		}
	}
	if tree(f.Files()) != before {
		t.Error("what was issued is written again")
	}
	d := bookOf(t, f, bookName).Documents[0]
	if d.Title != "Thông báo" || d.Keeper != "VT, VP" || !slices.Equal(d.Recipients, []string{"Các phòng thuộc Sở"}) || d.Signer != "Nguyễn Văn A" || d.Code != "2026-Q1-H2" {
		t.Errorf("%+v", d)
	}
}

// What is not issued is told why, and takes no number.
func TestNotIssued(t *testing.T) {
	p := issuePress(t)
	typed := "agency: Sở Tài chính\nyear: 2026\ndocuments:\n  - {number: 4, kind: thong-bao, date: 8/1/2026, subject: Họp, first: yes}\n"
	for name, tt := range map[string]struct {
		change func(record string) string
		o      Issuing
		want   string
	}{
		"no date":       {nil, Issuing{}, "chưa có ngày ban hành"},
		"errors":        {func(s string) string { return strings.Replace(s, "06/01/2026", "06/01/2027", 1) }, Issuing{Date: issueDay}, "thời hạn 31/03/2026 trước ngày họp 06/01/2027 (NV-01); ngày ban hành 09/01/2026 trước ngày họp 06/01/2027 (ND30-HD-16)"},
		"strict":        {func(s string) string { return strings.Replace(s, "công khai", "công khái nghành", 1) }, Issuing{Date: issueDay, Strict: true}, "\"nghành\" không phải âm tiết tiếng Việt (CT-01)"},
		"given":         {nil, Issuing{Date: issueDay, Number: "04"}, "số 04 đã cấp cho \"Họp\" (stc-2026.register.yaml:4:5)"},
		"no number":     {nil, Issuing{Date: issueDay, Number: "05/TB"}, "\"05/TB\" không phải số văn bản"},
		"another":       {func(s string) string { return "number: \"06\"\n" + s }, Issuing{Date: issueDay, Number: "07"}, "bản ghi ghi số 06, --number là 07"},
		"another day":   {func(s string) string { return "date: 8/1/2026\n" + s }, Issuing{Date: issueDay}, "bản ghi ghi ngày 08/01/2026, --date là 09/01/2026"},
		"another month": {func(s string) string { return "date: /2/2026\n" + s }, Issuing{Date: issueDay}, "bản ghi ghi \"/2/2026\", không phải ngày 09/01/2026"},
		"no term":       {func(s string) string { return "term: 2010-2015\n" + s }, Issuing{Date: issueDay}, "ngày 09/01/2026 không thuộc nhiệm kỳ 2010-2015"},
		"never issued":  {nil, Issuing{Withdraw: "nhầm"}, "bản ghi chưa phát hành, không có số nào để thu hồi"},
	} {
		files := issuables(1)
		files[bookName] = typed
		if tt.change != nil {
			files["hop-1.yaml"] = tt.change(files["hop-1.yaml"])
		}
		f := NewMemory(files)
		d := issued(t, p, f, tt.o, "hop-1.yaml").Documents[0]
		if got := saidOf(d.Problems); got != tt.want || d.Done || tree(f.Files()) != tree(files) {
			t.Errorf("%s: %q, want %q; done %v", name, got, tt.want, d.Done)
		}
	}
}

// A register with faults takes nothing in; one that begins in the middle of a year
// goes on from there; a number that was jumped over is missed.
func TestIssueBooks(t *testing.T) {
	p := issuePress(t)
	files := issuables(3)
	f := NewMemory(files)
	d := issued(t, p, f, Issuing{Date: issueDay, Number: "41"}, "hop-1.yaml")
	if !d.Documents[0].Begins || d.Documents[0].Symbol != "41/TB-STC" || len(d.Faults) > 0 {
		t.Errorf("%+v", d)
	}
	if d := issued(t, p, f, Issuing{Date: issueDay, Number: "44"}, "hop-2.yaml"); saidOf(d.Faults) != "sổ thiếu số 42-43 của loại thong-bao" || !d.Documents[0].Done {
		t.Errorf("%+v", d)
	}
	if d := issued(t, p, f, Issuing{Date: issueDay}, "hop-3.yaml").Documents[0]; d.Symbol != "45/TB-STC" {
		t.Errorf("%+v", d)
	}
	files[bookName] = "agency: Sở Tài chính\nyear: 2026\ndocuments:\n  - {number: 4, kind: thong-bao, date: 8/1/2025}\n"
	f = NewMemory(files)
	if d := issued(t, p, f, Issuing{Date: issueDay}, "hop-1.yaml").Documents[0]; saidOf(d.Problems) != "văn bản số 4 ngày 08/01/2025 không thuộc sổ năm 2026" || tree(f.Files()) != tree(files) {
		t.Errorf("%+v", d)
	}
}

// A year has a register of its own, or a term where the profile says one.
func TestIssuePeriods(t *testing.T) {
	p, files := issuePress(t), issuables(2)
	f := NewMemory(files)
	issued(t, p, f, Issuing{Date: issueDay}, "hop-1.yaml")
	if d := issued(t, p, f, Issuing{Date: calendar.Date{Year: 2027, Month: 1, Day: 4}}, "hop-2.yaml").Documents[0]; d.Number != "01" || d.Register != "stc-2027.register.yaml" {
		t.Errorf("%+v", d)
	}
	files["so.profile.yaml"] = "term: 2025-2030\n" + issuer1
	f = NewMemory(files)
	issued(t, p, f, Issuing{Date: issueDay}, "hop-1.yaml")
	if d := issued(t, p, f, Issuing{Date: calendar.Date{Year: 2027, Month: 1, Day: 4}}, "hop-2.yaml").Documents[0]; d.Number != "02" || d.Register != "stc-2025-2030.register.yaml" {
		t.Errorf("%+v", d)
	}
}
