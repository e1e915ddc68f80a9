package ledger

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// preface heads each ledger: what its reader must know.
const preface = `# Sổ theo dõi nhiệm vụ: ketluan collect ghi thêm, văn phòng sửa tay được.
# Từ %s đến %s là điều đang giữ cho nhiệm vụ. Sửa tay thì chương trình
# giữ nguyên và báo lại; xóa các dòng ấy thì lấy lại theo reports (lịch sử báo cáo).
`

// prefaceShape is a line of the preface, whatever fields there were when it was
// written.
var prefaceShape = regexp.MustCompile("^(?:" + strings.ReplaceAll(strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(preface)), "%s", `[a-z-]+`), "\n", "|") + ")$")

// ends are the keys of the first field and of the last.
func ends(fields report.Table) (first, last string) { return fields[0].Key, fields[len(fields)-1].Key }

// Bytes returns the ledger as its file. The same ledger gives the same bytes.
func (l *Ledger) Bytes() []byte {
	var b bytes.Buffer
	first, last := ends(l.fields)
	fmt.Fprintf(&b, preface, first, last)
	for _, line := range l.comments {
		fmt.Fprintln(&b, line)
	}
	if format := l.format(); format > 1 {
		fmt.Fprintf(&b, "format: %d\n", format)
	}
	fmt.Fprintf(&b, "record: %s\ntasks:\n", record.Scalar(l.Record))
	for _, t := range l.Tasks {
		b.WriteByte('\n')
		for _, line := range t.comments {
			fmt.Fprintf(&b, "  %s\n", line)
		}
		fmt.Fprintf(&b, "  - id: %s\n", record.Scalar(t.ID))
		write(&b, "    ", "text", t.beginning())
		l.writeSaid(&b, "    ", t.Holds)
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
				fmt.Fprintf(&b, "        source: %s\n", record.Quoted(r.Source)) // often of digits only
			}
			l.writeSaid(&b, "        ", r)
		}
	}
	return b.Bytes()
}

// Changed reports whether the ledger says more than its file; how that is
// written is not looked at.
func (l *Ledger) Changed() bool { return !bytes.Equal(l.Bytes(), l.asRead) }

func moment(r followup.Report) string { return strings.TrimSpace(r.On.String() + " " + r.Time) }

// writeSaid writes what a report says, and nothing of what it does not.
func (l *Ledger) writeSaid(b *bytes.Buffer, indent string, r followup.Report) {
	for _, f := range l.fields {
		if value := r.Values[f.Key]; value != nil {
			fmt.Fprintf(b, "%s%s: %s\n", indent, f.Key, value.YAML())
		}
	}
}

// format is the oldest that has all fields in which the ledger says something,
// so that an older program reads it as long as it can.
func (l *Ledger) format() int {
	newest := 1
	for _, t := range l.Tasks {
		newest = max(newest, l.fields.FormatOf(t.Holds.Values))
		for _, r := range t.Reports {
			newest = max(newest, l.fields.FormatOf(r.Values))
		}
	}
	return newest
}

func write(b *bytes.Buffer, indent, key, text string) {
	if text != "" {
		fmt.Fprintf(b, "%s%s: %s\n", indent, key, record.Scalar(text))
	}
}
