package office

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/check"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/testdata/racing"
)

// agencies are kinds that differ in what Enter means.
var agencies = []string{
	"Sở Khoa học và Công nghệ", "UBND xã Bình Sơn", "Ủy ban nhân dân tỉnh Quảng Ngãi", "Chi cục Kiểm lâm",
	"Trường THPT Trần Quốc Tuấn", `Trung tâm "Một: Hai" # 3 \ & Ba`, "Ban Quản lý dự án", "yes",
	"Đảng ủy xã An Lâm", "Chi bộ Văn phòng",
}

// answered are the answers that Enter gives.
func answered(t *testing.T, given Answers) Answers {
	t.Helper()
	all := Answers{}
	for _, q := range Questions(calendar.Date{Year: 2026, Month: 10, Day: 6}) {
		answer, ok := given[q.Flag]
		if !ok {
			answer = q.Suggest(all)
		}
		if wrong := q.Problem(answer); wrong != (problem.Text{}) {
			t.Fatalf("%s: %q: %s", q.Flag, answer, wrong.EN)
		}
		all[q.Flag] = answer
	}
	return all
}

// What init writes passes check without a warning, on whatever day it is run
// and for whatever agency, and its days are working days after the meeting.
func TestStartPassesCheck(t *testing.T) {
	r, err := NewPress(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	step := 13
	if racing.On {
		step = 130
	}
	for i, agency := range agencies {
		for n := i; n < 400; n += step {
			day := calendar.Date{Year: 2026, Month: 1, Day: 1}.Time().AddDate(0, 0, n)
			files := firstFiles(answered(t, Answers{"agency": agency, "meeting-date": day.Format("02/01/2006")}))
			rec, problems := r.Read(files[1].Name, files[1].Bytes, func(string) ([]byte, error) { return files[0].Bytes, nil })
			for _, f := range check.Record(rec, problems, r.KindsOf(rec)...) {
				t.Errorf("%s, %s: %v %s: %s", agency, day.Format("2006-01-02"), f.Pos, f.Field, f.Message.VI)
			}
			if rec == nil || len(rec.Tasks()) != 4 || rec.Agency.Name != inFull(agency) || rec.Subject == "" {
				t.Fatalf("%s: %s", agency, files[1].Bytes)
			}
			for _, task := range rec.Tasks() {
				if !rec.MeetingDate.Before(task.Deadline.Day) || task.Product == "" {
					t.Errorf("%s: due %v, product %q", task.ID, task.Deadline, task.Product)
				}
			}
		}
	}
}

// The first files of a body of the Party have its form.
func TestStartOfParty(t *testing.T) {
	for agency, want := range map[string]string{"Đảng ủy xã An Lâm": "ĐU", "Tỉnh uỷ Quảng Ngãi": "TU", "Chi bộ Văn phòng": "CB"} {
		a := answered(t, Answers{"agency": agency})
		profile := string(firstFiles(a)[0].Bytes)
		if a["code"] != want || !strings.Contains(profile, "hệ thống: đảng") || !strings.Contains(profile, "thẩm quyền: T/M") || strings.Contains(profile, "VT") {
			t.Errorf("%s: %s\n%s", agency, a["code"], profile)
		}
	}
}

// What was answered is in the files as it was typed, whatever YAML makes of it.
func TestStartKeepsAnswers(t *testing.T) {
	odd := []string{`a: b`, `- x`, `# y`, `"q"`, `'s'`, `yes`, `null`, `1e3`, `[a`, `{b`, `*c`, `&d`, `!e`, `%f`, `@g`, `\h`, `i #j`, `k:`, `~`, `28/9/2020`, `2020-09-28`, `|`, `>`, `?`, `1_000`, `.5`, `<<`}
	for _, s := range odd {
		files := firstFiles(answered(t, Answers{"agency": s, "parent": s + "p", "code": "X", "place": s, "position": s, "signer": s, "units": s + "; Văn phòng", "meeting-date": "6/10/2026"}))
		rec, problems := record.Parse(files[1].Bytes, record.Source{Name: "a.yaml", Open: func(string) ([]byte, error) { return files[0].Bytes, nil }})
		if rec == nil || len(problems) > 0 {
			t.Errorf("%s: %v", s, problems)
			continue
		}
		if rec.Agency.Name != s || rec.Agency.Place != s || rec.Signer.Name != s || rec.Signer.Position != s || rec.Units[0].Name != s || !strings.Contains(rec.Subject, s) {
			t.Errorf("%q became %q, %+v, %q, %q", s, rec.Agency, rec.Signer, rec.Units[0].Name, rec.Subject)
		}
	}
}

// What is proposed is of the province that the agency's own name says.
func TestProposedProvince(t *testing.T) {
	for agency, want := range map[string][3]string{
		"Sở Xây dựng tỉnh Lâm Đồng":       {"UBND tỉnh Lâm Đồng", "SXD", "Lâm Đồng"},
		"Sở Y tế thành phố Đà Nẵng":       {"UBND thành phố Đà Nẵng", "SYT", "Đà Nẵng"},
		"Sở Khoa học và Công nghệ":        {"UBND tỉnh Quảng Ngãi", "SKHCN", "Quảng Ngãi"},
		"Ủy ban nhân dân tỉnh Quảng Nam":  {"-", "UBND", "Quảng Nam"},
		"Ban Quản lý dự án tỉnh Gia Lai":  {"UBND tỉnh Gia Lai", "BQLDA", "Gia Lai"},
		"Tỉnh ủy Lâm Đồng":                {"Đảng bộ tỉnh Quảng Ngãi", "TU", "Quảng Ngãi"},
		"Đảng ủy Sở Y tế tỉnh Quảng Ninh": {"Đảng bộ tỉnh Quảng Ninh", "ĐU", "Quảng Ninh"},
	} {
		a := Answers{"agency": agency}
		a["parent"] = suggestParent(a)
		if got := [3]string{a["parent"], suggestCode(a), suggestPlace(a)}; got != want {
			t.Errorf("%s: %q, want %q", agency, got, want)
		}
	}
}
