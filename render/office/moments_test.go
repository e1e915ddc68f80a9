package office_test

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
)

// mailed is a mail with one file, and what its header says beside.
func mailed(header, name string, file []byte) []byte {
	return []byte("From: a@b.vn\r\n" + header + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString(file) + "\r\n--x--\r\n")
}

// A report is of the moment in which its file was saved; where that does not
// say, in which the mail was sent; else of the day of collecting.
func TestMoments(t *testing.T) {
	d := newDesk(t)
	const (
		collected = "2020-11-20"
		sent      = "Date: Thu, 15 Oct 2020 18:30:00 +0100\r\n" // after midnight in Vietnam
		inMail    = "2020-10-16 00:30:00"
	)
	asSent, saved, tomorrow := d.filled(t, ""), d.filled(t, "2020-10-14T02:00:00Z"), d.filled(t, "2031-10-14T02:00:00Z")
	for _, c := range []struct {
		name string
		file []byte
		want string
		told string
	}{
		{"a.xlsx", asSent, collected, ""},
		{"a.eml", mailed("", "a.xlsx", asSent), collected, ""},
		{"a.eml", mailed(sent, "a.xlsx", asSent), inMail, ""},
		{"a.eml", mailed(sent, "a.xlsx", saved), "2020-10-14 09:00:00", ""},
		{"a.eml", mailed(sent, "a.xlsx", tomorrow), inMail, "tệp ghi là lưu ngày 14/10/2031, sau ngày thu báo cáo 20/11/2020: tính là lưu ngày 16/10/2020"},
		{"a.eml", mailed("Date: hôm qua\r\n", "a.xlsx", asSent), collected, ""},
		{"a.eml", mailed("Date: Tue, 14 Oct 2031 09:00:00 +0700\r\n", "a.xlsx", asSent), collected, "thư ghi là gửi ngày 14/10/2031, sau ngày thu báo cáo 20/11/2020: tính là gửi ngày 20/11/2020"},
		{"a.eml", mailed("Date: Sun, 27 Sep 2020 09:00:00 +0700\r\n", "a.xlsx", asSent), collected, ""}, // before the meeting
		{"a.eml", mailed("Date: Fri, 30 Oct 2020 09:00:00 +0700\r\n", "b.eml", mailed(sent, "a.xlsx", asSent)), inMail, ""},
		{"a.eml", mailed(sent, "b.eml", mailed("", "a.xlsx", asSent)), inMail, ""},
	} {
		folder, got := d.collect(t, "", c.name, c.file)
		var moments []string
		for line := range strings.Lines(folder.Files()["a.progress.yaml"]) {
			if on, ok := strings.CutPrefix(strings.TrimSpace(line), "- on: "); ok {
				moments = append(moments, strings.Trim(on, `"`))
			}
		}
		if moments = slices.Compact(moments); len(moments) != 1 || moments[0] != c.want {
			t.Errorf("%s: %q, want %q", c.file[:min(len(c.file), 60)], moments, c.want)
		}
		if c.told == "" && len(got.Problems) > 0 || c.told != "" && (len(got.Problems) != 1 || got.Problems[0].Message.VI != c.told) {
			t.Errorf("%v, want %q", got.Problems, c.told)
		}
	}
}

// One file in a mail and beside it is one reply, of the moment of the mail.
func TestMomentsOfOneFile(t *testing.T) {
	d := newDesk(t)
	file := d.filled(t, "")
	both := pack(t, "a.xlsx", file, "b.eml", mailed("Date: Thu, 15 Oct 2020 18:30:00 +0700\r\n", "a.xlsx", file))
	folder, got := d.collect(t, "", "a.zip", both)
	if book := folder.Files()["a.progress.yaml"]; got.Fresh != 4 || strings.Count(book, "- on: ") != 4 || strings.Contains(book, "2020-11-20") {
		t.Errorf("%d new\n%s", got.Fresh, book)
	}
}
