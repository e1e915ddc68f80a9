package ledger

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"ketluan/render/followup"
)

// preface heads each ledger: what its reader must know.
var preface = []string{
	"# Sổ theo dõi nhiệm vụ: ketluan collect ghi thêm, văn phòng sửa tay được.",
	"# Từ state đến proposed là điều đang giữ cho nhiệm vụ. Sửa tay thì chương trình",
	"# giữ nguyên và báo lại; xóa các dòng ấy thì lấy lại theo reports (lịch sử báo cáo).",
}

// Bytes returns the ledger as its file. The same ledger gives the same bytes.
func (l *Ledger) Bytes() []byte {
	var b bytes.Buffer
	for _, line := range append(preface[:len(preface):len(preface)], l.comments...) {
		fmt.Fprintln(&b, line)
	}
	fmt.Fprintf(&b, "record: %s\ntasks:\n", scalar(l.Record))
	for _, t := range l.Tasks {
		b.WriteByte('\n')
		for _, line := range t.comments {
			fmt.Fprintf(&b, "  %s\n", line)
		}
		fmt.Fprintf(&b, "  - id: %s\n", scalar(t.ID))
		write(&b, "    ", "text", t.Text)
		writeSaid(&b, "    ", t.Holds)
		if len(t.Reports) > 0 {
			b.WriteString("    reports:\n")
		}
		for _, r := range t.Reports {
			fmt.Fprintf(&b, "      - on: %s\n", moment(r))
			write(&b, "        ", "unit", r.Unit)
			if r.Partner {
				b.WriteString("        partner: yes\n")
			}
			if r.Source != "" {
				fmt.Fprintf(&b, "        source: %q\n", r.Source) // often of digits only
			}
			writeSaid(&b, "        ", r)
		}
	}
	return b.Bytes()
}

// Changed reports whether the ledger says more than its file; how that is
// written is not looked at.
func (l *Ledger) Changed() bool { return !bytes.Equal(l.Bytes(), l.asRead) }

func moment(r followup.Report) string { return strings.TrimSpace(r.On.String() + " " + r.Time) }

// writeSaid writes what a report says, and nothing of what it does not.
func writeSaid(b *bytes.Buffer, indent string, r followup.Report) {
	write(b, indent, "state", r.State.String())
	if r.Percent != nil {
		fmt.Fprintf(b, "%spercent: %d\n", indent, *r.Percent)
	}
	if !r.Completed.IsZero() {
		fmt.Fprintf(b, "%scompleted: %s\n", indent, r.Completed)
	}
	write(b, indent, "result", r.Result)
	write(b, indent, "document", r.Document)
	write(b, indent, "difficulties", r.Difficulties)
	if !r.Proposed.IsZero() {
		fmt.Fprintf(b, "%sproposed: %s\n", indent, r.Proposed)
	}
}

func write(b *bytes.Buffer, indent, key, text string) {
	if text != "" {
		fmt.Fprintf(b, "%s%s: %s\n", indent, key, scalar(text))
	}
}

// plainText is what YAML takes for nothing but text without quotes: letters
// first, and no mark in it that means something.
var (
	plainText = regexp.MustCompile(`^[\p{L}][\p{L}\p{M}\p{N} /.,()_-]*$`)
	plainCode = regexp.MustCompile(`^[0-9]{4}-[A-Z][A-Za-z0-9./_-]*$`)
	anyWord   = regexp.MustCompile(`(?i)^(y|yes|n|no|true|false|on|off|null|nan|inf|có|không)$`)
)

// scalar returns a text as YAML: plain where it can be taken for nothing else,
// in double quotes otherwise.
func scalar(s string) string {
	if plainText.MatchString(s) && !anyWord.MatchString(s) || plainCode.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}
