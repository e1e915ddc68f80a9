// Package madeup makes records up for tests: notices of provinces, ministries and
// committees, of one page or thirty, with what a record may have that is printed.
// A conclusion's text says who leads and by when, as its fields do.
package madeup

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A maker makes one record.
type maker struct {
	*rand.Rand
	short bool // sentences, for a table of tasks
	b     strings.Builder
}

// Record makes a record up; the same seed makes the same.
func Record(seed uint64) string {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 19))}
	annex := m.IntN(6)
	m.short = annex < 2
	office := offices[m.IntN(len(offices))]
	day := fmt.Sprintf("%02d/9/2020", 1+m.IntN(28))
	m.line(0, "meeting-date: %s", day)
	switch m.IntN(6) {
	case 0:
	case 1:
		m.line(0, "date: /9/2020")
	case 2:
		m.line(0, "date: //2020")
		m.line(0, "number: \"%d\"", 1+m.IntN(9))
	default:
		m.line(0, "number: \"%d\"", 1+m.IntN(900))
		m.line(0, "date: 30/9/2020")
	}
	m.subject(office.chief)
	m.line(0, "opening:")
	m.line(1, "- %q", "Ngày "+day+", "+office.chief+" chủ trì cuộc họp về "+m.pick(objects)+".")
	for range m.IntN(3) {
		m.line(1, "- %q", m.marked("Sau khi nghe các đơn vị báo cáo về")+" "+m.marked(m.pick(objects))+" và ý kiến của các thành viên dự họp, "+office.chief+" ghi nhận: "+m.pick(said))
	}
	m.line(1, "- %q", office.chief+" kết luận như sau")
	m.conclusions()
	if m.IntN(2) == 0 {
		m.line(0, "closing: %q", "Văn phòng thông báo để các đơn vị biết, thực hiện")
	}
	m.line(0, "agency: %s", office.agency)
	m.line(0, "units: [\"%s\"]", strings.Join(units, `", "`))
	m.annexes(annex)
	m.line(0, "signer: %s", m.pick(office.signers))
	m.line(0, "recipients:")
	for range 1 + m.IntN(12) {
		m.line(1, "- %q", m.pick(general))
	}
	m.line(1, "- \"Lưu: VT, TH\"")
	return m.b.String()
}

func (m *maker) pick(words []string) string { return words[m.IntN(len(words))] }

// marked makes some texts bold or italic.
func (m *maker) marked(text string) string {
	switch m.IntN(14) {
	case 0:
		return "**" + text + "**"
	case 1:
		return "_" + text + "_"
	}
	return text
}

func (m *maker) line(depth int, format string, args ...any) {
	fmt.Fprintf(&m.b, "%s"+format+"\n", append([]any{strings.Repeat("    ", depth)}, args...)...)
}

// subject writes a subject of up to four lines and more, or one in typed lines.
func (m *maker) subject(chief string) {
	if m.IntN(8) == 0 {
		m.line(0, "subject: |")
		m.line(1, "Kết luận của %s", chief)
		m.line(1, "tại cuộc họp về %s", m.pick(heads))
		return
	}
	subject := "Kết luận của " + chief + " tại cuộc họp"
	for range m.IntN(5) + 1 {
		subject += " về " + m.pick(objects)
	}
	m.line(0, "subject: %q", subject)
}

func (m *maker) conclusions() {
	numbering := m.pick([]string{`["I.", "1.", "a)", "-"]`, `["1.", "(1)"]`, `["1.", "1.1.", "1.1.1.", "a)"]`, `["1.", "-", "+"]`, `["I.", "1.", "1.1.", "a)", "-"]`})
	m.line(0, "numbering: %s", numbering)
	if m.IntN(5) == 0 {
		m.line(0, "headings: as-typed")
	}
	m.line(0, "conclusions:")
	m.items(0, min(1+m.IntN(4), 1+strings.Count(numbering, ",")), 3+m.IntN(6), "")
}

// items writes a list; what a heading above names as the unit leads.
func (m *maker) items(depth, levels, most int, leads string) {
	for k := range 1 + m.IntN(most) {
		switch {
		case levels > 1 && m.IntN(4) > 0:
			below := leads
			head := m.pick(heads)
			if leads == "" && m.IntN(4) == 0 {
				below = m.pick(known)
				head = below
			}
			m.line(depth, "- heading: %q", head)
			if below != leads {
				m.line(depth, "  lead: %q", below)
			}
			m.line(depth, "  items:")
			m.items(depth+1, levels-1, most, below)
		case m.IntN(6) == 0:
			m.line(depth, "- heading: %q", m.pick(heads))
			m.line(depth, "  text: %q", m.pick(said))
			m.line(depth, "  task: no")
		case k > 0 && m.IntN(12) == 0:
			m.line(depth, "- text: %q", m.pick(said))
			m.line(depth, "  numbered: no")
			m.line(depth, "  task: no")
		default:
			m.task(depth, leads)
			if m.IntN(12) == 0 {
				m.line(depth, "  table:")
				m.table(depth+1, []string{"STT", "Nội dung", "Kế hoạch (triệu đồng)"}, 2+m.IntN(5))
			}
		}
	}
}

// task writes a conclusion that has somebody who leads.
func (m *maker) task(depth int, leads string) {
	lead, partner, deadline := m.pick(units), "", ""
	text := lead + " "
	if leads != "" {
		lead, text = leads, ""
	}
	if m.IntN(3) == 0 {
		if partner = m.pick(units); partner == lead {
			partner = ""
		}
	}
	if partner != "" {
		text += "chủ trì, phối hợp với " + partner + " "
	}
	text += m.pick(verbs) + " " + m.marked(m.pick(objects))
	if leads != "" {
		first, size := utf8.DecodeRuneInString(text)
		text = string(unicode.ToUpper(first)) + text[size:]
	}
	for m.IntN(2) > 0 && !m.short {
		text += ", " + m.pick(further) + " " + m.pick(objects)
	}
	end := m.pick(ends)
	if m.IntN(2) == 0 {
		deadline = m.pick(days)
		end = "hoàn thành " + deadline
	}
	text += "; " + m.marked(end) + "."
	for m.IntN(8) == 0 && !m.short {
		text += " " + m.pick(more)
	}
	if m.IntN(60) == 0 {
		text += " " + address
	}
	m.line(depth, "- text: %q", text)
	m.line(depth, "  lead: %q", lead)
	if partner != "" {
		m.line(depth, "  partners: %q", partner)
	}
	if deadline != "" {
		m.line(depth, "  deadline: %q", deadline)
	}
}

func (m *maker) table(depth int, columns []string, rows int) {
	m.line(depth, "columns: [\"%s\"]", strings.Join(columns, `", "`))
	m.line(depth, "rows:")
	for k := range rows {
		m.line(depth, "    - [%d, %q, \"%d.000\"]", k+1, m.pick(objects), m.IntN(90)+10)
	}
}

// annexes writes the table of tasks, or one or two of the record's own.
func (m *maker) annexes(kind int) {
	switch kind {
	case 0:
		m.line(0, "annex: tasks")
	case 1:
		m.line(0, "annex:")
		m.annex("Danh mục dự án")
		m.line(1, "- tasks")
	case 2, 3:
		m.line(0, "annex:")
		m.annex("Danh mục dự án chậm tiến độ")
		if m.IntN(2) == 0 {
			m.line(1, "- title: Nội dung cần lưu ý khi lập hồ sơ")
			m.line(1, "  text:")
			for range 1 + m.IntN(5) {
				m.line(2, "- %q", m.pick(said)+" "+m.pick(more))
			}
		}
	}
}

func (m *maker) annex(title string) {
	m.line(1, "- title: %q", title)
	if m.IntN(2) == 0 {
		m.line(1, "  text: %q", m.pick(said))
	}
	m.line(1, "  columns: [STT, Tên dự án, Ghi chú]")
	m.line(1, "  rows:")
	for k := range 3 + m.IntN(40) {
		m.line(2, "- [%d, %q, %q]", k+1, m.pick(objects), m.pick(ends))
	}
}
