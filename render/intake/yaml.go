package intake

import (
	"fmt"
	"strings"
	"unicode"

	"ketluan/render/calendar"
	"ketluan/render/scalar"
)

// Names are those by which a draft calls the files around it.
type Names struct {
	Source  string // that was read
	Profile string // path of the profile from the record's folder
	Code    string // of the record; "" leaves it to the quarter

	// Quarter stands in for the day of the meeting where the source names none;
	// "" leaves that open.
	Quarter string
}

// Record writes the draft of a record.
func (n *Notice) Record(names Names) []byte {
	w := &writer{}
	w.line(0, "# Bản ghi nháp đọc từ %s: %d chỗ phải điền hay xem lại.", comment(names.Source), n.Gaps)
	w.line(0, "# Sau dấu # là chỗ đã đọc trong văn bản gốc. Sửa xong thì: ketluan check TEP-NAY.yaml")
	for _, note := range n.Notes {
		w.line(0, "# Lưu ý: %s.", comment(note.VI))
	}
	w.line(0, "profile: %s", scalar.Plain(names.Profile))
	w.line(0, "")
	w.value(0, "number", n.Number, "")
	w.value(0, "date", n.Date, "")
	n.days(w, names)
	if names.Code != "" {
		w.line(0, "code: %s", scalar.Plain(names.Code))
	}
	w.value(0, "subject", n.Subject, gap("trích yếu"))
	w.line(0, "")
	w.paragraphs("opening", n.Opening)
	if len(n.Numbering) > 0 {
		w.line(0, "numbering: %s", list(n.Numbering))
	}
	if n.asTyped() {
		w.line(0, "headings: as-typed")
	}
	w.line(0, "")
	w.line(0, "conclusions:")
	if len(n.Conclusions) == 0 {
		w.line(1, "- %s   # không đọc được kết luận nào", scalar.Quoted(gap("kết luận")))
	}
	for _, it := range n.Conclusions {
		w.item(1, it)
	}
	w.line(0, "")
	w.paragraphs("closing", n.Closing)
	w.annexes(n)
	w.signers(n)
	w.line(0, "recipients:")
	if len(n.Recipients) == 0 {
		w.line(1, "- %s   # không thấy nơi nhận", scalar.Quoted(gap("nơi nhận")))
	}
	for _, r := range n.Recipients {
		w.line(1, "- %s   # %s", scalar.Quoted(r.Text), r.At)
	}
	return []byte(w.String())
}

// days writes the day of the meeting, or what stands in its place.
func (n *Notice) days(w *writer, names Names) {
	day := n.day(n.Date)
	switch {
	case n.Meeting.Sure():
		w.line(0, "meeting-date: %s   # %s", n.Meeting.Text, n.Meeting.At)
	case !day.IsZero():
		w.line(0, "# meeting-date: %s   # %s", gap("ngày họp"), comment(n.Meeting.Note))
		w.line(0, "quarter: %s   # quý của ngày ban hành, vì chưa có ngày họp", day.Quarter())
	case names.Quarter != "":
		w.line(0, "quarter: %s", names.Quarter)
	default:
		w.line(0, "# meeting-date: %s   # %s; chưa có thì ghi quarter", gap("ngày họp"), comment(n.Meeting.Note))
	}
}

// Quarter returns the quarter that the draft is of, without one a zero one.
func (n *Notice) Quarter() calendar.Quarter {
	for _, f := range []Field{n.Meeting, n.Date} {
		if d := n.day(f); !d.IsZero() {
			return d.Quarter()
		}
	}
	return calendar.Quarter{}
}

// asTyped reports headings of the first level that are not in capitals, where
// templates set them so.
func (n *Notice) asTyped() bool {
	if len(n.Numbering) == 0 || !strings.Contains(n.Numbering[0], "I") {
		return false
	}
	for _, it := range n.Conclusions {
		if it.Heading.Text != "" && it.Text.Text == "" && !isCaps(it.Heading.Text) {
			return true
		}
	}
	return false
}

// Profile writes the profile of the agency that some notices are of.
func Profile(source string, notices []*Notice) []byte {
	w := &writer{}
	n := notices[0]
	w.line(0, "# Hồ sơ cơ quan đọc từ %s. Xem lại tên các đơn vị, thêm tên ngắn (short).", comment(source))
	w.line(0, "agency:")
	if n.Parent.Sure() {
		w.value(1, "parent", n.Parent, "")
	}
	w.value(1, "name", n.Agency, gap("tên cơ quan ban hành"))
	w.value(1, "code", n.Code, gap("chữ viết tắt của cơ quan"))
	w.value(1, "place", n.Place, gap("địa danh"))
	seen := map[string]bool{}
	for _, n := range notices {
		for _, u := range n.Units {
			if key := folded(u); !seen[key] {
				if len(seen) == 0 {
					w.line(0, "units:")
				}
				seen[key] = true
				where := n.unitsAt[u].String()
				if len(notices) > 1 && n.Number.Text != "" {
					where = "số " + n.Number.Text + ", " + where
				}
				w.line(1, "- name: %s   # %s", scalar.Quoted(u), comment(where))
			}
		}
	}
	return []byte(w.String())
}

// folded makes names comparable as records do: small letters, one kind of dash.
func folded(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-").Replace(strings.ToLower(s))
	return strings.NewReplacer(" - ", "-", " -", "-", "- ", "-").Replace(s)
}

func gap(what string) string { return "[điền: " + what + "]" }

// A writer writes YAML.
type writer struct{ strings.Builder }

func (w *writer) line(indent int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(w, format+"\n", args...)
}

// value writes a field with where it was read; one that is not sure as what is
// to be filled in, with the reason.
func (w *writer) value(indent int, key string, f Field, missing string) {
	where := f.Note
	if f.At != (Place{}) {
		where = strings.TrimSuffix(f.At.String()+": "+f.Note, ": ")
	}
	text := f.Text
	if text == "" {
		text = missing
	}
	if len([]rune(text)) > 60 {
		w.line(indent, "%s: >-   # %s", key, comment(where))
		w.fold(indent+1, text)
		return
	}
	w.line(indent, "%s: %s   # %s", key, scalar.Quoted(text), comment(where))
}

func (w *writer) paragraphs(key string, fields []Field) {
	if len(fields) == 0 {
		return
	}
	w.line(0, "%s:", key)
	for _, f := range fields {
		w.line(1, "- >-   # %s", f.At)
		w.fold(2, f.Text)
	}
}

// width is about how long the lines of a text are.
const width = 80

// fold writes a text over lines.
func (w *writer) fold(indent int, text string) {
	for _, line := range scalar.Lines(text, width-2*indent) {
		w.line(indent, "%s", line)
	}
}

func (w *writer) item(indent int, it *Item) {
	w.line(indent, "-   # %s", strings.TrimSpace(it.at().String()+"  "+it.Label))
	in := indent + 1
	if it.Label == "" {
		w.line(in, "numbered: no")
	} else if it.Number != "" {
		w.line(in, "number: %s", scalar.Quoted(it.Number))
	}
	if it.Heading.Text != "" {
		w.value(in, "heading", it.Heading, "")
	}
	if it.Text.Text != "" || it.Heading.Text == "" && len(it.Items) == 0 {
		w.value(in, "text", it.Text, gap("nội dung"))
	}
	if len(it.Leads) > 0 {
		w.line(in, "lead: %s", names(it.Leads))
	}
	if len(it.Partners) > 0 {
		w.line(in, "partners: %s", names(it.Partners))
	}
	if it.Deadline != "" {
		w.line(in, "deadline: %s", scalar.Quoted(it.Deadline))
	}
	if it.Task != "" {
		w.line(in, "task: %s", it.Task)
	}
	for _, d := range it.Doubts {
		w.line(in, "# %s", comment(d))
	}
	if len(it.Rows) > 1 {
		w.line(in, "table:")
		w.table(in+1, it.Rows)
	}
	if len(it.Items) > 0 {
		w.line(in, "items:")
		for _, below := range it.Items {
			w.item(in+1, below)
		}
	}
}

func (it *Item) at() Place {
	if it.Heading.At != (Place{}) {
		return it.Heading.At
	}
	return it.Text.At
}

func (w *writer) signers(n *Notice) {
	w.line(0, "signer:")
	if n.CoSigner == nil {
		w.signer(1, n.Signer)
		return
	}
	for _, s := range []Signer{*n.CoSigner, n.Signer} {
		w.line(1, "-")
		w.signer(2, s)
	}
}

func (w *writer) signer(indent int, s Signer) {
	if len(s.Authority) > 0 {
		var all []string
		for _, a := range s.Authority {
			all = append(all, a.Text)
		}
		w.line(indent, "authority: %s   # %s", list(all), s.Authority[0].At)
	}
	w.value(indent, "position", s.Position, gap("chức vụ người ký"))
	w.value(indent, "name", s.Name, gap("họ tên người ký"))
}

func list(texts []string) string {
	all := make([]string, len(texts))
	for i, s := range texts {
		all[i] = scalar.Quoted(s)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func names(units []string) string {
	if len(units) == 1 {
		return scalar.Quoted(units[0])
	}
	return list(units)
}

// comment makes a text fit behind a #.
func comment(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) || r == '\uFEFF' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > 300 {
		s = string(r[:300]) + "…"
	}
	return s
}
