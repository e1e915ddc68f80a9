package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// parsing reads drafts and calendars with the libraries of Python, strictly, and
// prints what they found.
const parsing = `
import sys, json, email, email.policy, icalendar
found = []
for name in sys.argv[1:]:
    src = open(name, 'rb').read()
    m = email.message_from_bytes(src, policy=email.policy.default)
    parts, defects = {}, [str(d) for p in m.walk() for d in p.defects]
    defects += [str(d) for p in m.walk() for h in p.values() for d in getattr(h, 'defects', ())]
    events = []
    for p in m.iter_attachments():
        parts[p.get_filename()] = p.get_content_type()
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
	Parts                           map[string]string
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
	known, events := 0, 0
	for i, m := range mails {
		if len(m.Defects) > 0 || m.Longest > 76 || m.Bare > 0 || m.Unsent != "1" || m.Date != "" {
			t.Errorf("%s: %v, %d octets, %d bare line feeds, %q, %q", files[i], m.Defects, m.Longest, m.Bare, m.Unsent, m.Date)
		}
		base := strings.TrimSuffix(filepath.Base(files[i]), ".eml")
		want := map[string]string{stem + ".pdf": "application/pdf", base + ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
		if len(m.Events) > 0 {
			want[base+".ics"] = "text/calendar"
		}
		for name, kind := range want {
			if m.Parts[name] != kind || len(m.Parts) != len(want) {
				t.Errorf("%s: %v, want %v", files[i], m.Parts, want)
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
			if !strings.Contains(m.Text, "Mã nhiệm vụ: "+id+"\r\n") || e[2] != 1.0 || e[3] != 0.0 || !strings.HasSuffix(e[4].(string), "T00:00:00+00:00") || e[6] != 1.0 {
				t.Errorf("%s: %v", files[i], e)
			}
		}
	}
	if known != 1 || events < 10 || len(mails) < 5 {
		t.Errorf("%d mails, %d addresses, %d events", len(mails), known, events)
	}
}
