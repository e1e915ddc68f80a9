package office

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A further record has the profile that is there, a name and a code that no other
// has, and wants nothing but its conclusions.
func TestAddRecord(t *testing.T) {
	p, err := NewPress(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	for _, agency := range agencies {
		f := NewMemory(map[string]string{})
		if out, err := Start(t.Context(), p, f, answered(t, Answers{"agency": agency})); err != nil || len(out.Problems) > 0 {
			t.Fatal(err, out.Problems)
		}
		day := calendar.Date{Year: 2026, Month: 12, Day: 1}
		for i, want := range []string{"2026-q4-giao-ban-2.yaml", "2026-q4-giao-ban-3.yaml", "2026-q4-hoi-nghi.yaml"} {
			kind := ""
			if i == 2 {
				kind = "hoi-nghi"
			}
			out, err := AddRecord(t.Context(), p, f, Another{Profile: profileName, Kind: kind, Meeting: day})
			if err != nil || len(out.Problems) > 0 || out.Record != want {
				t.Fatalf("%s: %v %+v", agency, err, out)
			}
			src := strings.Replace(f.Files()[want], "kết luận:\n", "kết luận:\n  - nội dung: Văn phòng báo cáo trước ngày 25/12/2026.\n    chủ trì: tất cả\n    thời hạn: trước ngày 25/12/2026\n", 1)
			rec, problems := p.Read(want, []byte(src), func(string) ([]byte, error) { return []byte(f.Files()[profileName]), nil })
			if len(problems) > 0 || rec.Agency.Name != inFull(agency) || rec.Signer.Name == "" || rec.MeetingDate != day {
				t.Errorf("%s: %v\n%s", agency, problems, src)
			}
		}
	}
}

func TestAddRecordRefuses(t *testing.T) {
	p, err := NewPress(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	f := NewMemory(map[string]string{"a.profile.yaml": "agency: {name: Sở A, code: A, place: B}\n", "sai.profile.yaml": "agency: [", "x/b.profile.yaml": "agency: {name: Sở B}\n"})
	day := calendar.Date{Year: 2026, Month: 12, Day: 1}
	for _, a := range []Another{
		{Profile: "a.profile.yaml"}, {Profile: "a.profile.yaml", Meeting: calendar.Date{Year: 2026, Month: 2, Day: 30}}, {Profile: "a.profile.yaml", Kind: "x", Meeting: day},
		{Profile: "sai.profile.yaml", Meeting: day}, {Profile: "x/b.profile.yaml", Meeting: day}, {Profile: "../a.profile.yaml", Meeting: day}, {Profile: "khong.profile.yaml", Meeting: day}, {Meeting: day},
	} {
		out, err := AddRecord(t.Context(), p, f, a)
		if err != nil || len(out.Problems) == 0 || out.Problems[0].Message == (problem.Text{}) || len(f.Files()) != 3 {
			t.Errorf("%+v: %v %+v", a, err, out)
		}
	}
}
