package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
	"testing"
)

// read parses a message back with the library of Go.
func read(t testing.TB, src []byte) (head mail.Header, to *mail.Address, text string, files map[string]string) {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("To") != "" {
		if to, err = mail.ParseAddress(m.Header.Get("To")); err != nil {
			t.Fatal(err)
		}
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/mixed" {
		t.Fatal(kind, err)
	}
	files = map[string]string{}
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return m.Header, to, text, files
		}
		if err != nil {
			t.Fatal(err)
		}
		if p.Header.Get("Content-Transfer-Encoding") != "base64" {
			t.Error("a part that is not in base64")
		}
		body, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, p))
		if err != nil {
			t.Fatal(err)
		}
		if p.Header.Get("Content-Disposition") == "" {
			text = string(body)
			continue
		}
		_, params, err := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
		if err != nil {
			t.Fatal(err)
		}
		files[params["filename"]] = string(body)
	}
}

// wellMade holds the bytes to what mail allows: ASCII, CRLF, short lines.
func wellMade(t testing.TB, src []byte, longest int) {
	t.Helper()
	for l := range strings.SplitSeq(string(src), "\r\n") {
		if len(l) > longest || strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Errorf("%d octets: %q", len(l), l)
		}
	}
	if !strings.HasSuffix(string(src), "--\r\n") {
		t.Error("the message has no end")
	}
}

func TestMessage(t *testing.T) {
	long := strings.Repeat("Thông báo kết luận của Giám đốc Sở ", 12)
	for _, m := range []Message{
		{Subject: "Plain", Text: "a"},
		{To: Address{"Phòng Kế hoạch - Tài chính", "khtc@so.gov.vn"}, Subject: long, Text: "Kính gửi:\n\nĐề nghị.\n"},
		{To: Address{`A "B" \ C`, "a@b.vn"}, Subject: "=?utf-8?B?YQ==?= đặt", Text: "--\n.\n--x--\n"},
		{To: Address{strings.Repeat("Trung tâm Ứng dụng ", 20), "x@b.vn"}, Subject: strings.Repeat("ascii ", 30), Text: long},
		{To: Address{"", "a@b.vn"}, Subject: "\U0001F600" + strings.Repeat("ế", 300), Text: ""},
		{To: Address{strings.Repeat("b", 70), "a@b.vn"}, Subject: strings.Repeat("x", 67), Text: "a"},
	} {
		names := []string{"a.pdf", "thông báo.pdf", strings.Repeat("kết luận ", 40) + ".xlsx", `a"b\c.pdf`, strings.Repeat("n", 90) + "'%*.ics"}
		for _, n := range names {
			m.Attachments = append(m.Attachments, Attachment{n, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []byte("%PDF-" + n + "\x00\r\n--=_")})
		}
		src := m.Bytes()
		wellMade(t, src, maxLine)
		head, to, text, files := read(t, src)
		subject, err := new(mime.WordDecoder).DecodeHeader(head.Get("Subject"))
		if want := strings.Join(strings.Fields(m.Subject), " "); err != nil || subject != want {
			t.Errorf("%q, want %q, %v", subject, want, err)
		}
		if text != strings.ReplaceAll(m.Text, "\n", "\r\n") || head.Get("X-Unsent") != "1" || head.Get("Date") != "" {
			t.Errorf("%q, %v", text, head)
		}
		if m.To.Email != "" && (to.Address != m.To.Email || to.Name != strings.TrimSpace(m.To.Name)) {
			t.Errorf("%v, want %v", to, m.To)
		} else if m.To.Email == "" && to != nil {
			t.Error(to)
		}
		for _, n := range names {
			if files[strings.Join(strings.Fields(n), " ")] != "%PDF-"+n+"\x00\r\n--=_" {
				t.Errorf("%q is missing or differs", n)
			}
		}
		if !bytes.Equal(src, m.Bytes()) {
			t.Error("the bytes differ from run to run")
		}
	}
}

// What a record says starts no line of the header.
func TestNothingIsInjected(t *testing.T) {
	for _, evil := range []string{"a\r\nBcc: x@y.vn", "a\nBcc: x@y.vn\n\nb", "a\x00b\u2028Bcc: x", "a\r\rBcc: x@y.vn"} {
		m := Message{To: Address{evil, "a@b.vn"}, Subject: evil, Text: evil, Attachments: []Attachment{{evil, "application/pdf", []byte(evil)}}}
		src := m.Bytes()
		wellMade(t, src, maxLine)
		if head, _, _, files := read(t, src); head.Get("Bcc") != "" || len(files) != 1 {
			t.Errorf("%q: %v", evil, head)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add("Kết luận", "Phòng A", "a\nb", "thông báo.pdf")
	f.Fuzz(func(t *testing.T, subject, name, text, file string) {
		src := Message{To: Address{name, "a@b.vn"}, Subject: subject, Text: text, Attachments: []Attachment{{file, "application/pdf", []byte(text)}}}.Bytes()
		wellMade(t, src, maxLine)
		head, to, _, _ := read(t, src)
		got, err := new(mime.WordDecoder).DecodeHeader(head.Get("Subject"))
		if err != nil || got != line(subject) || to.Name != line(name) {
			t.Errorf("%q for %q, %q for %q, %v", got, line(subject), to.Name, line(name), err)
		}
	})
}
