package office

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
	"testing"
)

const sentRecord = `code: A
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách, short: NS, email: ns@so.gov.vn}, {name: Phòng Giá, short: G}]
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: "Phòng Ngân sách chủ trì, phối hợp với Phòng Giá rà soát dự toán, báo cáo trước ngày 16/01/2026.", lead: NS, partners: G, deadline: trước ngày 16/01/2026, product: Báo cáo}
  - {text: "Phòng Ngân sách công khai dự toán trước ngày 31/3/2026.", lead: NS, deadline: trước ngày 31/3/2026, product: Báo cáo}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Các phòng", "Lưu: VT, VP"]
`

// sent runs Send in a folder in memory.
func sent(t *testing.T, files map[string]string, s Sending) (Sent, map[string]string) {
	t.Helper()
	p, err := Poster(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	out := NewMemory(nil)
	s.Out = out
	return Send(t.Context(), p, s, Place{Folder: NewMemory(files), Name: "a.yaml"}.File()), out.Files()
}

// attachment takes a file out of a draft with the library of Go.
func attachment(t *testing.T, src, name string) string {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextPart()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.FileName() == name {
			body, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, p))
			if err != nil {
				t.Fatal(err)
			}
			return string(body)
		}
	}
}

// What goes along in a draft is what stands beside it; the same record has the
// same bytes.
func TestSend(t *testing.T) {
	files := map[string]string{"a.yaml": sentRecord}
	first, made := sent(t, files, Sending{})
	if !first.Done || len(first.Problems) > 0 || len(first.Units) != 2 || len(made) != 8 {
		t.Fatalf("%+v, %d files", first, len(made))
	}
	at := func(name string) string { return made["a/gui-thu/"+name] }
	for _, unit := range []string{"ns", "g"} {
		for _, name := range []string{"a.pdf", "a-" + unit + ".xlsx", "a-" + unit + ".ics"} {
			if got := attachment(t, at("a-"+unit+".eml"), name); got != at(name) || got == "" {
				t.Errorf("%s in the draft to %s differs", name, unit)
			}
		}
	}
	src, err := json.Marshal(first)
	if err != nil || !bytes.Contains(src, []byte(`"unit":"Phòng Ngân sách","email":"ns@so.gov.vn","tasks":2,"nearestDeadline":"2026-01-16","files":["a/gui-thu/a-ns.eml"`)) {
		t.Errorf("%s, %v", src, err)
	}
	if _, again := sent(t, files, Sending{}); at("a-ns.eml") != again["a/gui-thu/a-ns.eml"] || at("a-gui-thu.csv") != again["a/gui-thu/a-gui-thu.csv"] {
		t.Error("the bytes differ from run to run")
	}
	if strings.Count(at("a-ns.ics"), "\r\nSEQUENCE:0\r\n") != 2 {
		t.Error(at("a-ns.ics"))
	}
}

// A later deadline that the ledger knows of moves the event.
func TestSendTellsOfMovedDeadlines(t *testing.T) {
	files := map[string]string{"a.yaml": sentRecord, "a.progress.yaml": `record: A
tasks:
  - id: A/1-X
    reports:
      - {on: 2026-01-10, unit: Phòng Ngân sách, proposed: 2026-02-28}
`}
	out, _ := sent(t, files, Sending{})
	if out.Done || len(out.Problems) == 0 {
		t.Fatalf("a task that the record does not have: %+v", out)
	}
	_, made := sent(t, map[string]string{"a.yaml": sentRecord}, Sending{})
	_, id, _ := strings.Cut(made["a/gui-thu/a-ns.ics"], "UID:")
	id, _, _ = strings.Cut(id, "@")
	files["a.progress.yaml"] = strings.Replace(files["a.progress.yaml"], "A/1-X", id, 1)
	out, made = sent(t, files, Sending{})
	if !out.Done || strings.Count(made["a/gui-thu/a-ns.ics"], "\r\nSEQUENCE:1\r\n") != 1 {
		t.Errorf("%v\n%s", out.Problems, made["a/gui-thu/a-ns.ics"])
	}
}

// Nothing is made of what must not go out, and of what has nobody to go to.
func TestSendStops(t *testing.T) {
	for name, change := range map[string][2]string{
		"a gap":      {"rà soát dự toán", "rà soát [điền: gì]"},
		"no subject": {"subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban\n", ""},
		"no address": {"ns@so.gov.vn", "ns at so.gov.vn"},
	} {
		changed := strings.Replace(sentRecord, change[0], change[1], 1)
		out, made := sent(t, map[string]string{"a.yaml": changed}, Sending{})
		if changed == sentRecord || out.Done || len(out.Problems) == 0 || len(made) > 0 {
			t.Errorf("%s: %+v, %d files", name, out.Problems, len(made))
		}
	}
	head, _, _ := strings.Cut(sentRecord, "conclusions:")
	_, tail, _ := strings.Cut(sentRecord, "signer:")
	out, made := sent(t, map[string]string{"a.yaml": head + "conclusions: [Giám đốc Sở biểu dương các phòng.]\nsigner:" + tail}, Sending{})
	if !out.Done || !out.NoTasks || len(made) > 0 {
		t.Errorf("without tasks: %+v, %d files", out, len(made))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p, err := Poster(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	to := NewMemory(nil)
	f := Place{Folder: NewMemory(map[string]string{"a.yaml": sentRecord}), Name: "a.yaml"}.File()
	if out := Send(ctx, p, Sending{Order: Order{Out: to}}, f); out.Done || len(to.Files()) > 0 {
		t.Errorf("%+v", out)
	}
}
