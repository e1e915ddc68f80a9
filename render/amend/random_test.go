package amend

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"ketluan/render/record"
	"ketluan/render/scalar"
)

// A writer writes random records as clerks may.
type writer struct {
	*rand.Rand
	b        strings.Builder
	vi       bool
	by       int // how far lists are indented behind their keys
	comments int
	wide     bool // lines are as long as a form makes them, and texts without quotes on one
}

var (
	someWords = strings.Fields("Phòng Kế hoạch tham mưu, trình Ủy ban nhân dân tỉnh: báo cáo #5 kết quả thực hiện nhiệm vụ; “đẩy nhanh” giải ngân (vốn) năm 2026 - 2027 10% *và* \"khác\" 'nữa' \\ chi tiết")
	someUnits = []string{"Văn phòng Sở", "Phòng A", "Chi cục B - C", "Đội 7"}
	viKeys    = map[string]string{"heading": "đề mục", "text": "nội dung", "lead": "chủ trì", "partners": "phối hợp", "deadline": "thời hạn", "product": "sản phẩm", "items": "các mục", "numbered": "đánh số", "task": "theo dõi", "after": "đoạn sau", "conclusions": "kết luận", "subject": "trích yếu", "number": "số", "opening": "mở đầu", "meeting-date": "ngày họp", "closing": "phần kết", "recipients": "nơi nhận", "agency": "cơ quan", "name": "tên"}
)

func (w *writer) one(n int) bool { return w.IntN(n) == 0 }

func (w *writer) key(k string) string {
	if w.vi {
		return viKeys[k]
	}
	return k
}

func (w *writer) words(n int) string {
	var all []string
	for range 1 + w.IntN(n) {
		all = append(all, someWords[w.IntN(len(someWords))])
	}
	return record.Clean(strings.Join(all, " "))
}

// remark is a comment behind a value, or nothing.
func (w *writer) remark() string {
	if w.one(6) {
		w.comments++
		return fmt.Sprintf("   # ghi chú %d", w.comments)
	}
	return ""
}

// lineOf writes a comment on lines of its own, or blank ones.
func (w *writer) between(indent int) {
	if w.one(7) {
		w.b.WriteString("\n")
	}
	if w.one(7) {
		w.comments++
		fmt.Fprintf(&w.b, "%*s# riêng %d\n", indent, "", w.comments)
		if w.one(3) {
			w.b.WriteString("\n")
		}
	}
}

// value writes a text behind a key or a dash, in a block that is indented by outer.
func (w *writer) value(text string, outer int) {
	room := 40
	if w.wide {
		room = width - outer - 2 + 1
	}
	lines := scalar.Lines(text, room)
	indent := strings.Repeat(" ", outer+2)
	switch k := w.IntN(6); {
	case k == 0 && fitsPlain(text, false):
		w.b.WriteString(" " + text + w.remark() + "\n")
	case k == 1:
		w.b.WriteString(" >-" + w.remark() + "\n" + indent + strings.Join(lines, "\n"+indent) + "\n")
	case k == 2:
		w.b.WriteString(" |" + w.remark() + "\n" + indent + strings.Join(lines, "\n"+indent) + "\n")
	case k == 3 && fitsPlain(text, false) && !w.wide:
		w.b.WriteString(" " + strings.Join(lines, "\n"+indent) + w.remark() + "\n")
	case k == 4:
		w.b.WriteString(" " + singly(text) + w.remark() + "\n")
	default:
		w.b.WriteString(" " + record.Quoted(text) + w.remark() + "\n")
	}
}

// list writes items whose dashes stand in a column.
func (w *writer) list(dash, depth int) {
	for i := range 1 + w.IntN(3) {
		if i > 0 || w.one(4) {
			w.between(dash)
		}
		w.item(dash, depth)
	}
}

func (w *writer) item(dash, depth int) {
	fmt.Fprintf(&w.b, "%*s-", dash, "")
	if w.one(3) {
		w.value(w.words(12), dash)
		return
	}
	first, keys := true, 0
	key := func(k string) {
		if !first {
			fmt.Fprintf(&w.b, "%*s%s:", dash+2, "", w.key(k))
		} else {
			w.b.WriteString(" " + w.key(k) + ":")
		}
		first = false
		keys++
	}
	if w.one(3) {
		key("heading")
		w.value(w.words(5), dash+2)
	}
	if first || w.one(2) {
		key("text")
		w.value(w.words(30), dash+2)
	}
	if w.one(3) {
		key("lead")
		if w.one(2) {
			w.b.WriteString(" [" + someUnits[0] + ", " + someUnits[1] + "]" + w.remark() + "\n")
		} else {
			w.b.WriteString(" " + someUnits[w.IntN(len(someUnits))] + w.remark() + "\n")
		}
	}
	if w.one(4) {
		key("deadline")
		w.b.WriteString(" trước ngày 30/10/2026" + w.remark() + "\n")
	}
	if depth < 3 && w.one(3) {
		key("items")
		if w.one(5) {
			w.b.WriteString(w.remark())
		}
		w.b.WriteString("\n")
		w.list(dash+2+w.by, depth+1)
	}
	if keys == 1 || w.one(8) { // a text alone is written without its key
		key("numbered")
		w.b.WriteString(" no\n")
	}
}

// randomRecord writes a record.
func randomRecord(seed uint64) []byte {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 7)), by: 2}
	w.vi, w.wide = w.one(3), seed%2 == 1
	if w.one(4) {
		w.by = 0
	}
	w.b.WriteString("# đầu tệp\n")
	for _, k := range []string{"number", "meeting-date", "subject", "opening"} {
		w.between(0)
		w.b.WriteString(w.key(k) + ":")
		switch k {
		case "number":
			w.b.WriteString(" \"05\"" + w.remark() + "\n")
		case "meeting-date":
			w.b.WriteString(" 28/9/2026" + w.remark() + "\n")
		default:
			w.value(w.words(20), 0)
		}
	}
	w.b.WriteString(w.key("conclusions") + ":" + w.remark() + "\n")
	w.list(w.by, 1)
	w.between(0)
	w.b.WriteString(w.key("recipients") + ":\n  - Như trên\n  - \"Lưu: VT\"\n")
	fmt.Fprintf(&w.b, "%s: {%s: Sở A}\n", w.key("agency"), w.key("name"))
	src := w.b.String()
	if w.one(4) {
		src = strings.ReplaceAll(src, "\n", "\r\n")
	}
	if w.one(4) {
		src = strings.TrimRight(src, "\r\n")
	}
	return []byte(src)
}
