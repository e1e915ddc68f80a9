package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/cmd/disk"
	"ketluan/render/office"
)

// parsing reads drafts and calendars with the libraries of Python, strictly, and
// prints what they found.
const parsing = `
import sys, json, hashlib, email, email.policy, icalendar
found = []
for name in sys.argv[1:]:
    src = open(name, 'rb').read()
    m = email.message_from_bytes(src, policy=email.policy.default)
    parts, defects = {}, [str(d) for p in m.walk() for d in p.defects]
    defects += [str(d) for p in m.walk() for h in p.values() for d in getattr(h, 'defects', ())]
    events = []
    for p in m.iter_attachments():
        parts[p.get_filename()] = [p.get_content_type(), hashlib.sha256(p.get_payload(decode=True)).hexdigest()]
        if p.get_content_type() == 'text/calendar':
            for e in icalendar.Calendar.from_ical(p.get_payload(decode=True)).walk('VEVENT'):
                events.append([str(e['UID']), e['DTSTART'].dt.isoformat(), (e['DTEND'].dt - e['DTSTART'].dt).days, int(e['SEQUENCE']), e['DTSTAMP'].dt.isoformat(), str(e['SUMMARY']), len(e.walk('VALARM'))])
    found.append({'to': str(m['To'] or ''), 'subject': str(m['Subject']), 'unsent': str(m['X-Unsent']), 'date': str(m['Date'] or ''),
        'text': m.get_body().get_content(), 'parts': parts, 'defects': defects, 'events': events,
        'longest': max(len(l) for l in src.split(b'\r\n')), 'bare': src.replace(b'\r\n', b'').count(b'\n')})
json.dump(found, sys.stdout)
`

// A parsedMail is a draft as Python reads it.
type parsedMail struct {
	To, Subject, Unsent, Date, Text string
	Parts                           map[string][2]string // kind and SHA-256, by their names
	Defects                         []string
	Events                          [][]any
	Longest, Bare                   int
}

// parsed reads drafts with the libraries of Debian's Python.
func parsed(t *testing.T, files []string) (all []parsedMail) {
	t.Helper()
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import email, icalendar").Run(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("there is no Python with icalendar")
	}
	c := exec.Command(python, append([]string{"-c", parsing}, files...)...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, &all)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, &errs)
	}
	return all
}

// Other libraries find everything in its place, without a defect: letters,
// names, attachments, days.
func TestDraftsAreReadByOthers(t *testing.T) {
	dir := t.TempDir()
	profile, err := os.ReadFile("../../examples/so-nnmt.profile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const unit = "name: Phòng Nước và Khoáng sản"
	if !strings.Contains(string(profile), unit) {
		t.Fatal("the example has another unit now")
	}
	save(t, filepath.Join(dir, "so-nnmt.profile.yaml"), strings.Replace(string(profile), unit, unit+"\n    email: nuoc+vt@snnmt.quangngai.gov.vn", 1))
	src, err := os.ReadFile("../../examples/2026-q1-giao-ban.yaml")
	if err != nil {
		t.Fatal(err)
	}
	stem := "Kết luận " + strings.Repeat("giao ban ", 6) + "quý I"
	save(t, filepath.Join(dir, stem+".yaml"), string(src))
	out := filepath.Join(dir, "out")
	if status, _, errs := runHere(t.Context(), nil, "send", filepath.Join(dir, stem+".yaml"), "-o", out); status != allGood {
		t.Fatal(errs)
	}
	files, _ := filepath.Glob(filepath.Join(out, "*", "gui-thu", "*.eml"))
	mails := parsed(t, files)
	due := deadlinesOf(t, filepath.Join(dir, stem+".yaml"))
	known, events := 0, 0
	for i, m := range mails {
		m.isDraft(t, files[i])
		base := strings.TrimSuffix(filepath.Base(files[i]), ".eml")
		want := map[string]string{stem + ".pdf": "application/pdf", base + ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
		if len(m.Events) > 0 {
			want[base+".ics"] = "text/calendar"
		}
		for name, kind := range want {
			beside, err := os.ReadFile(filepath.Join(filepath.Dir(files[i]), name))
			if m.Parts[name] != [2]string{kind, office.SumOf(beside)} || len(m.Parts) != len(want) || err != nil {
				t.Errorf("%s: %v, want %v, %v", files[i], m.Parts, want, err)
			}
		}
		if !strings.HasPrefix(m.Text, "Kính gửi: ") || !strings.Contains(m.Text, "Mã nhiệm vụ: 2026-Q1/") || !strings.HasPrefix(m.Subject, "Thông báo ") {
			t.Errorf("%s: %s\n%s", files[i], m.Subject, m.Text)
		}
		if m.To != "" {
			known++
			if m.To != "Phòng Nước và Khoáng sản <nuoc+vt@snnmt.quangngai.gov.vn>" {
				t.Error(m.To)
			}
		}
		for _, e := range m.Events {
			events++
			id, _, _ := strings.Cut(e[0].(string), "@")
			if !strings.Contains(m.Text, "Mã nhiệm vụ: "+id+"\r\n") || e[1] != due[id] || e[2] != 1.0 || e[3] != 0.0 || !strings.HasSuffix(e[4].(string), "T00:00:00+00:00") || e[6] != 1.0 {
				t.Errorf("%s: %v", files[i], e)
			}
		}
	}
	if known != 1 || events < 10 || len(mails) < 5 {
		t.Errorf("%d mails, %d addresses, %d events", len(mails), known, events)
	}
}

// isDraft reports what does not become a draft that another program opens.
func (m parsedMail) isDraft(t *testing.T, name string) {
	t.Helper()
	if len(m.Defects) > 0 || m.Longest > 76 || m.Bare > 0 || m.Unsent != "1" || m.Date != "" {
		t.Errorf("%s: %v, %d octets, %d bare line feeds, %q, %q", name, m.Defects, m.Longest, m.Bare, m.Unsent, m.Date)
	}
}

// deadlinesOf are the days of the tasks of a record, by their IDs.
func deadlinesOf(t *testing.T, path string) map[string]string {
	t.Helper()
	p, err := office.Reader()
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, it := range office.Open(p.Renderer, office.Place{Folder: disk.Open(filepath.Dir(path)), Name: filepath.Base(path)}.File()).Record.Tasks() {
		days[it.ID] = it.Deadline.Day.String()
	}
	return days
}

// The answers to units are drafts too, with the words that stand beside them.
func TestAnswersAreReadByOthers(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	sentBack(t, "inbox/a.xlsx", "khtc")
	at := func(header string) string { return firstCell(t, "inbox/a.xlsx", header) }
	if err := fill("inbox/a.xlsx", at("Trạng thái"), "xong rồi nhé", at("Ngày hoàn thành"), "31/9/2020", at("Kết quả"), "dòng một\ndòng \"hai\" "+strings.Repeat("rất dài ", 40)); err != nil {
		t.Fatal(err)
	}
	save(t, "inbox/b.xlsx", "không phải bảng tính")
	runHere(t.Context(), nil, "collect", "examples/2020-q3-giao-ban.yaml", "inbox", "--as-of", "20/11/2020", "--answers", "hoi-lai")
	files, _ := filepath.Glob("hoi-lai/*.eml")
	for i, m := range parsed(t, files) {
		m.isDraft(t, files[i])
		words, err := os.ReadFile(strings.TrimSuffix(files[i], ".eml") + ".txt")
		if err != nil || len(m.Parts) > 0 || !strings.HasPrefix(m.Text, "Kính gửi: ") {
			t.Errorf("%s: %v, %v\n%s", files[i], err, m.Parts, m.Text)
		}
		flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		if !strings.Contains(flat(string(words)), flat(m.Text)) {
			t.Errorf("%s:\n%s\nbeside\n%s", files[i], m.Text, words)
		}
	}
	if len(files) != 2 {
		t.Error(files)
	}
}

// firstCell is where a column of a workbook has the first task.
func firstCell(t *testing.T, path, header string) string {
	t.Helper()
	book, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	id, column := -1, -1
	for i, row := range rowsOf(t, book) {
		switch {
		case id < 0:
			id, column = slices.Index(row, "Mã nhiệm vụ"), slices.Index(row, header)
		case id < len(row) && strings.Contains(row[id], "/") && column >= 0:
			name, err := excelize.CoordinatesToCellName(column+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			return name
		}
	}
	t.Fatalf("%s: no column %q", path, header)
	return ""
}
