package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/testdata/racing"
)

// agencies are kinds that differ in what Enter means.
var agencies = []string{
	"Sở Khoa học và Công nghệ", "UBND xã Bình Sơn", "Ủy ban nhân dân tỉnh Quảng Ngãi", "Chi cục Kiểm lâm",
	"Trường THPT Trần Quốc Tuấn", `Trung tâm "Một: Hai" # 3 \ & Ba`, "Ban Quản lý dự án", "yes",
}

// answered are the answers that Enter gives on a day.
func answered(t *testing.T, given answers) answers {
	t.Helper()
	a := &app{streams: streams{err: io.Discard}}
	all, err := a.ask(t.Context(), given, false)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What init writes passes check without a warning, on whatever day it is run
// and for whatever agency, and its days are working days after the meeting.
func TestStartPassesCheck(t *testing.T) {
	r, err := newRenderer(renderFlags{})
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
			files := startFiles(answered(t, answers{"agency": agency, "meeting-date": day.Format("02/01/2006")}))
			v := reviewOf(r, files[1].name, files[1].content, func(string) ([]byte, error) { return files[0].content, nil })
			for _, f := range v.findings {
				t.Errorf("%s, %s: %v %s: %s", agency, day.Format("2006-01-02"), f.Pos, f.Field, f.Message.VI)
			}
			rec, _ := r.Read(files[1].name, files[1].content, func(string) ([]byte, error) { return files[0].content, nil })
			if rec == nil || len(rec.Tasks()) != 4 || rec.Agency.Name != inFull(agency) || rec.Subject == "" {
				t.Fatalf("%s: %s", agency, files[1].content)
			}
			for _, task := range rec.Tasks() {
				if !rec.MeetingDate.Before(task.Deadline.Day) || task.Product == "" {
					t.Errorf("%s: due %v, product %q", task.ID, task.Deadline, task.Product)
				}
			}
		}
	}
}

// What was answered is in the files as it was typed, whatever YAML makes of it.
func TestStartKeepsAnswers(t *testing.T) {
	odd := []string{`a: b`, `- x`, `# y`, `"q"`, `'s'`, `yes`, `null`, `1e3`, `[a`, `{b`, `*c`, `&d`, `!e`, `%f`, `@g`, `\h`, `i #j`, `k:`, `~`, `28/9/2020`, `2020-09-28`, `|`, `>`, `?`, `1_000`, `.5`, `<<`}
	for _, s := range odd {
		files := startFiles(answered(t, answers{"agency": s, "parent": s + "p", "code": "X", "place": s, "position": s, "signer": s, "units": s + "; Văn phòng", "meeting-date": "6/10/2026"}))
		rec, problems := record.Parse(files[1].content, record.Source{Name: "a.yaml", Open: func(string) ([]byte, error) { return files[0].content, nil }})
		if rec == nil || len(problems) > 0 {
			t.Errorf("%s: %v", s, problems)
			continue
		}
		if rec.Agency.Name != s || rec.Agency.Place != s || rec.Signer.Name != s || rec.Signer.Position != s || rec.Units[0].Name != s || !strings.Contains(rec.Subject, s) {
			t.Errorf("%q became %q, %+v, %q, %q", s, rec.Agency, rec.Signer, rec.Units[0].Name, rec.Subject)
		}
	}
}

// Nothing but Enter, and today, give files that render prints.
func TestInitWithEnter(t *testing.T) {
	dir := t.TempDir()
	status, out, errs := runHere(t.Context(), strings.NewReader(strings.Repeat("\n", len(questions))), "init", dir)
	if status != allGood || strings.Count(errs, "]: ") != len(questions) {
		t.Fatalf("status %d, %s%s", status, out, errs)
	}
	paths := strings.Fields(out)
	if len(paths) != 4 {
		t.Fatal(out)
	}
	if status, out, errs := runHere(t.Context(), nil, "check", "--strict", dir); status != allGood || errs != "" {
		t.Errorf("check: %s%s", out, errs)
	}
	if status, out, errs := runHere(t.Context(), nil, "render", "--strict", paths[1], "-o", filepath.Join(dir, "out")); status != allGood || strings.Count(out, "\n") != 2 {
		t.Errorf("render: %s%s", out, errs)
	}
}

// Ctrl-C at a question leaves nothing.
func TestInitInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, keyboard := io.Pipe()
	defer keyboard.Close()
	go func() {
		keyboard.Write([]byte("Sở Y tế\n"))
		cancel()
	}()
	dir := filepath.Join(t.TempDir(), "moi")
	var out, errs bytes.Buffer
	if status := run(ctx, []string{"init", dir}, streams{in: in, out: &out, err: &errs}); status != interrupted || out.Len() > 0 {
		t.Errorf("status %d, %s%s", status, &out, &errs)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder is there")
	}
}
