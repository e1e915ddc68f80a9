package office

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/calendar"
)

const surveyed = `meeting-date: 28/9/2020
%ssubject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý III năm 2020
code: %s
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Phòng Ngân sách công khai dự toán năm 2021 trước ngày 31/10/2020, lead: Phòng Ngân sách, deadline: trước ngày 31/10/2020}
  - {text: Phòng Giá rà soát giá đất trước ngày 15/12/2020, lead: Phòng Giá, deadline: trước ngày 15/12/2020}
signer: {position: Giám đốc%s}
recipients: ["Phòng Ngân sách, Phòng Giá", "Lưu: VT, VP"]
`

// Each record has its state, and the next step is said in words.
func TestLook(t *testing.T) {
	record := func(code, head, name string) string { return fmt.Sprintf(surveyed, head, code, name) }
	folder := NewMemory(map[string]string{
		"a-issued.yaml": record("2020-Q3-A", "number: \"12\"\ndate: 30/9/2020\n", ", name: Nguyễn Văn A"),
		"b-ready.yaml":  record("2020-Q3-B", "", ", name: Nguyễn Văn A"),
		"c-draft.yaml":  record("2020-Q3-C", "", ""),
		"d-faulty.yaml": record("2020-Q3-D", "date: 31/9/2020\n", ", name: Nguyễn Văn A"),
		"e-broken.yaml": "conclusions: [",
		"f-later.yaml":  record("2020-Q3-F", "number: \"13\"\ndate: 30/11/2020\n", ", name: Nguyễn Văn A"),
	})
	p, err := NewPress(Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	listing, err := Find(t.Context(), []Place{{Folder: folder, Name: "."}})
	if err != nil {
		t.Fatal(err)
	}
	s, whole := NewSurveyor(p).Look(t.Context(), Asking{AsOf: calendar.Date{Year: 2020, Month: 11, Day: 20}, Jobs: 2}, listing)
	if !whole || len(s.Records) != 6 {
		t.Fatalf("%v, %d records", whole, len(s.Records))
	}
	for i, want := range []struct {
		state State
		step  string
		line  int
	}{
		{Issued, "Đôn đốc 1 nhiệm vụ quá hạn", 0},
		{Ready, "Phát hành: cấp số, ngày", 0},
		{Draft, "Điền 1 chỗ còn thiếu", 9},
		{Faulty, "Sửa 1 lỗi", 2},
		{Faulty, "Sửa 1 lỗi", 1},
		{Ready, "Phát hành: ngày ban hành trong bản ghi là 30/11/2020", 0},
	} {
		got := s.Records[i]
		if got.State != want.state || !strings.HasPrefix(got.Step.VI, want.step) || got.Line != want.line {
			t.Errorf("%s: %s, %q, line %d", got.Path, got.State, got.Step.VI, got.Line)
			t.Logf("%v, %v", got.Problems, got.Err)
		}
	}
	if f := s.Records[0].Figures; f.Tasks != 2 || f.Overdue != 1 || f.OnTrack() != 1 {
		t.Errorf("%+v", f)
	}
}

// What is on the shelf is what a new one reads, also after each kind of change:
// of the record, its profile, a table beside it, of what is there.
func TestShelfIsFresh(t *testing.T) {
	p, err := NewPress(Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(fmt.Sprintf(surveyed, "profile: x.profile.yaml\n", "2020-Q3", ", name: Nguyễn Văn A"),
		"agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}\n", "annex: {title: Bảng, csv: b.csv}\n", 1)
	profile := "agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}\n"
	folder := NewMemory(map[string]string{"a.yaml": own})
	shelf := NewSurveyor(p)
	told := func(s *Surveyor) (all []string) {
		listing, err := Find(t.Context(), []Place{{Folder: folder, Name: "."}})
		if err != nil {
			t.Fatal(err)
		}
		survey, whole := s.Look(t.Context(), Asking{AsOf: calendar.Date{Year: 2020, Month: 11, Day: 20}, Jobs: 1}, listing)
		if !whole {
			t.Fatal("not whole")
		}
		for _, r := range survey.Records {
			all = append(all, fmt.Sprint(r.Path, r.State, r.Step.VI, r.Line, r.Figures, r.Problems))
		}
		return all
	}
	var before string
	for _, c := range []Change{
		{Name: "a.yaml", Bytes: []byte(own)}, {Name: "x.profile.yaml", Bytes: []byte(profile)}, {Name: "b.csv", Bytes: []byte("STT,Tên\n1,A\n")},
		{Name: "b.csv", Bytes: []byte("STT,Tên\n1,\n\xff")}, {Name: "b.csv", Bytes: []byte("STT,Tên\n1,B\n")}, {Name: "x.profile.yaml", Bytes: []byte(profile + "lạ: 1\n")},
		{Name: "x.profile.yaml", Remove: true}, {Name: "c.yaml", Bytes: []byte("x")}, {Name: "c.yaml", Remove: true},
		{Name: "x.profile.yaml", Bytes: []byte(profile)}, {Name: "a.yaml", Bytes: []byte(strings.Replace(own, "28/9", "28/99", 1))},
	} {
		c.Else = Replace
		if _, err := folder.Apply(t.Context(), []Change{c}); err != nil {
			t.Fatal(err)
		}
		told(shelf)
		got, want := fmt.Sprint(told(shelf)), fmt.Sprint(told(NewSurveyor(p)))
		if got != want {
			t.Errorf("%s: %s, read anew %s", c.Name, got, want)
		}
		if c.Name == "x.profile.yaml" && got == before {
			t.Errorf("%s changes nothing: %s", c.Name, got)
		}
		before = got
	}
}

// A proof is what the press would make: the notice, or its draft; of what cannot
// be read there are no pages. One finding is mended as all of them are.
func TestProof(t *testing.T) {
	folder := NewMemory(map[string]string{"a.yaml": ""})
	found := Place{Folder: folder, Name: "a.yaml"}.File()
	p, err := NewProofer(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	good := fmt.Sprintf(surveyed, "", "2020-Q3", ", name: Nguyễn Văn A")
	proof := p.Proof(found, []byte(good))
	if len(proof.Pages) == 0 || proof.Draft || proof.Fault != nil || proof.Line("kl_2_text") != 8 || proof.Line("subject") != 2 || proof.Line("signer_name") != 9 || proof.Line("kl_9_text") != 1 {
		t.Errorf("%d pages, draft %v, %v, lines %d %d %d %d", len(proof.Pages), proof.Draft, proof.Fault, proof.Line("kl_2_text"), proof.Line("subject"), proof.Line("signer_name"), proof.Line("kl_9_text"))
	}
	if proof := p.Proof(found, []byte(strings.Replace(good, ", name: Nguyễn Văn A", "", 1))); len(proof.Pages) == 0 || !proof.Draft {
		t.Errorf("%d pages, draft %v", len(proof.Pages), proof.Draft)
	}
	for _, bad := range []string{"", "conclusions: [", strings.Replace(good, "28/9", "31/9", 1), strings.Repeat("#", MaxRecord+1)} {
		if proof := p.Proof(found, []byte(bad)); proof.Pages != nil || len(proof.Findings) == 0 && proof.Err == nil {
			t.Errorf("%.20s: %d pages, %v", bad, len(proof.Pages), proof.Findings)
		}
	}
	slips := strings.Replace(strings.Replace(good, "rà soát giá đất", "rà soát các các nghành", 1), "công khai", "các các bộ công khai", 1) + "# giữ nguyên\n"
	proof = p.Proof(found, []byte(slips))
	mended := 0
	for _, f := range proof.Findings {
		if !proof.Mendable(f) {
			continue
		}
		made, err := proof.Mend(f.Rule.ID, f.Pos)
		if err != nil || !strings.HasSuffix(string(made), "# giữ nguyên\n") || len(made) == len(slips) && string(made) == slips {
			t.Errorf("%s: %v", f.Rule.ID, err)
		}
		mended++
	}
	if mended < 2 {
		for _, f := range proof.Findings {
			t.Logf("%s %s %v", f.Pos, f.Rule.ID, f.Edits)
		}
		t.Errorf("%d findings can be mended", mended)
	}
	if _, err := proof.Mend("CT-01", proof.Findings[0].Pos); err != ErrNoMend {
		t.Error(err)
	}
}
