package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// An entry is a line of the text with its label apart.
type entry struct {
	line  Line
	label string
	text  string
	cut   int // bytes of the line's text before text
	mark  mark
}

func entryOf(l Line) entry {
	if l.Rows != nil {
		return entry{line: l}
	}
	e := entry{line: l, label: strings.TrimSpace(l.Label), text: l.Text}
	if e.label == "" || e.label == "•" && labelled(l.Text) {
		if label, rest := cutLabel(l.Text); label != "" {
			e.label, e.text, e.cut = label, rest, len(l.Text)-len(rest)
		}
	}
	if e.label != "" {
		e.mark = markOf(e.label)
	}
	return e
}

var (
	concludes = regexp.MustCompile(`(?i)^(?:trên đây là|nơi nhận|(?:văn phòng|sở|ủy ban nhân dân|uỷ ban nhân dân|ubnd|bộ|cục|chi cục|ban|trung tâm|thanh tra|phòng|tổng cục)[^.;]{0,120}? (?:trân trọng )?(?:xin )?thông báo |(?:nay|vậy,?|xin|trân trọng) thông báo|thừa (?:lệnh|ủy quyền)|.{0,60}?thông báo (?:đến|để|kết luận|nội dung|ý kiến|tới|cho))`)
	endMark   = regexp.MustCompile(` ?\./\.$`)
)

const none = -1

// body reads the text between the subject and the foot: the opening, the
// conclusions, the closing.
func (n *Notice) body(lines []Line) {
	var all []entry
	mention := none // where the conclusions end, by the sentence behind them
	for _, l := range lines {
		if n.TasksAnnex && tasksMention.MatchString(l.Text) { // which the record's word annex makes
			mention = len(all)
			continue
		}
		if l.Rows == nil && ruleLine.MatchString(l.Text) && len(l.Text) < 20 {
			continue
		}
		all = append(all, entryOf(l))
	}
	if at := lastText(all); at >= 0 {
		last := &all[at]
		end := ""
		if n := len(last.line.Spans); n > 0 && last.line.Spans[n-1].To == len(endMark.ReplaceAllString(last.line.Text, "")) {
			end = "." // which is not bold as what stands before it
		}
		last.text = endMark.ReplaceAllString(last.text, end)
		last.line.Text = endMark.ReplaceAllString(last.line.Text, end)
	}
	begin, end := bounds(all)
	if mention >= begin {
		end = mention
	}
	for _, e := range all[:begin] {
		n.Opening = append(n.Opening, e.whole())
	}
	for _, e := range all[end:] {
		n.Closing = append(n.Closing, e.whole())
	}
	n.Conclusions = tree(all[begin:end])
	for _, it := range n.Conclusions {
		it.lookOver()
	}
	n.number()
}

// lastText returns the last line that is no table, behind which the end is marked.
func lastText(all []entry) int {
	at := len(all) - 1
	for at >= 0 && all[at].line.Rows != nil {
		at--
	}
	return at
}

// bounds returns where the conclusions begin and end.
func bounds(all []entry) (begin, end int) {
	begin, end = -1, len(all)
	said := -1
	for i, e := range all {
		if said < 0 && e.label == "" && saysSo.MatchString(e.text) {
			said = i
		}
		if e.label != "" && e.text != "" {
			begin = i
			break
		}
	}
	if said >= 0 && begin > said+1 && strings.HasSuffix(all[said].text, ":") {
		begin = said + 1
	}
	switch {
	case begin < 0 && said >= 0: // nothing has a label: all behind "như sau:" is said
		begin = min(said+1, len(all))
	case begin < 0:
		begin = min(1, len(all))
	}
	for end > begin && all[end-1].label == "" && all[end-1].line.Rows == nil {
		e := all[end-1]
		if end-1 > begin && all[end-2].heads() && !concludes.MatchString(e.text) {
			break
		}
		if end < len(all) && !concludes.MatchString(e.text) {
			break
		}
		end--
		if concludes.MatchString(e.text) {
			break
		}
	}
	if end == begin && len(all) > begin {
		end = len(all)
	}
	return begin, end
}

var saysSo = regexp.MustCompile(`(?i)(?:(?:như sau|sau đây|dưới đây) ?[:.]?|(?:kết luận|chỉ đạo|yêu cầu|nhiệm vụ|nội dung|ý kiến)(?: sau)? ?:)$`)

// heads reports a line with a label that is a heading by its look or its
// length.
func (e entry) heads() bool {
	return e.label != "" && e.line.Rows == nil && (e.line.Bold || isCaps(e.text) || utf8.RuneCountInString(e.text) < 100 && !strings.HasSuffix(e.text, ".") && !strings.HasSuffix(e.text, ";"))
}

// whole is the field of a line that has no item of its own.
func (e entry) whole() Field {
	return Field{Text: markup(e.line, 0, len(e.line.Text)), At: e.line.At}
}

// field is that of a line behind its label.
func (e entry) field(from, to int) Field {
	return Field{Text: markup(e.line, e.cut+from, min(e.cut+to, len(e.line.Text))), At: e.line.At}
}

// maxDepth is how deep the record's reader takes items.
const maxDepth = 8

// tree makes items of the lines, by their labels.
func tree(all []entry) []*Item {
	root := &Item{kind: "root"}
	stack := []*Item{root}
	ranks := []int{-1}
	for i, e := range all {
		switch {
		case e.line.Rows != nil && len(e.line.Rows) == 0: // of a PDF, whose rows are not told apart
			if last := lastOf(root); last != nil && all[i-1].line.Rows == nil {
				last.doubt("table", "bảng ở "+e.line.At.String()+" chưa đọc thành dòng, cột")
			}
			continue
		case e.line.Rows != nil:
			if last := lastOf(root); last != nil {
				last.table(e.line)
			}
			continue
		case e.label == "":
			top := stack[len(stack)-1]
			at, it := len(stack)-1, &Item{Text: e.whole()}
			if top == root || !top.heading(e, all, i) {
				at = max(at-1, 0)
			}
			stack[at].Items = append(stack[at].Items, it)
			if e.gives() && i+1 < len(all) && at < maxDepth-1 && !beside(stack[:at+1], all[i+1].mark.kind) {
				stack, ranks = append(stack[:at+1], it), append(ranks[:at+1], all[i+1].mark.rank-1)
			}
			continue
		}
		k := len(stack) - 1
		for at := k; at > 0; at-- { // beside an item with such a label
			if stack[at].kind == e.mark.kind {
				k = at - 1
				break
			}
			if at == 1 { // none: below what stands higher
				for k > 0 && ranks[k] >= e.mark.rank {
					k--
				}
			}
		}
		k = min(k, maxDepth-1)
		stack, ranks = stack[:k+1], ranks[:k+1]
		it := &Item{Label: e.label, kind: e.mark.kind}
		e.fill(it)
		it.spell()
		stack[k].Items = append(stack[k].Items, it)
		stack, ranks = append(stack, it), append(ranks, e.mark.rank)
	}
	return root.Items
}

// table gives an item the table behind it. One whose first row is not the names
// of columns, each once, is left to the clerk.
func (it *Item) table(l Line) {
	names := map[string]bool{}
	for _, name := range l.Rows[0] {
		if name != "" {
			names[name] = true
		}
	}
	if it.Rows != nil || len(l.Rows) < 2 || len(names) < len(l.Rows[0]) {
		it.doubt("table", "bảng ở "+l.At.String()+" không có đủ tên cột: "+shown(inOne([]Line{{Text: strings.Join(l.Rows[0], " | ")}})))
		return
	}
	it.Rows = l.Rows
}

// maxLabel is how long a label is that the record has apart from the text.
const maxLabel = 8

// spell puts a label of words, as "Điều 1.", into the text.
func (it *Item) spell() {
	if !strings.Contains(it.Label, " ") && utf8.RuneCountInString(it.Label) <= maxLabel {
		return
	}
	into := &it.Text
	if it.Heading.Text != "" {
		into = &it.Heading
	}
	into.Text, it.Label = strings.TrimSpace(escaped(it.Label)+" "+into.Text), ""
}

// heading reports that an item is a heading, to which a line without a label
// belongs. Items below it may stand between.
func (it *Item) heading(e entry, all []entry, i int) bool {
	if i == 0 || len(it.Items) > 0 && it.Items[len(it.Items)-1].Label != "" {
		return false
	}
	if it.Heading.Text != "" && it.Text.Text == "" {
		return true
	}
	before := all[i-1]
	return before.label != "" && before.heads() && !strings.HasSuffix(before.text, ":") && it.Text.At == before.line.At ||
		before.label != "" && strings.HasSuffix(before.text, ":") && it.Text.At == before.line.At
}

// fill takes the text of a line: a bold beginning that ends in a colon is a
// heading that runs in.
func (e entry) fill(it *Item) {
	all := e.field(0, len(e.text))
	if e.line.Bold || isCaps(e.text) && utf8.RuneCountInString(e.text) > 8 {
		it.Heading = Field{Text: escaped(strings.TrimSpace(e.text)), At: e.line.At}
		return
	}
	for _, s := range e.line.Spans {
		if !s.Bold || s.From > e.cut || s.To <= e.cut {
			continue
		}
		to := s.To - e.cut
		head := strings.TrimSpace(e.text[:min(to, len(e.text))])
		rest := strings.TrimLeft(e.text[min(to, len(e.text)):], " ")
		for _, end := range []string{":", "."} {
			if strings.HasSuffix(head, end) || strings.HasPrefix(rest, end) {
				skip := len(e.text) - len(strings.TrimPrefix(rest, end))
				it.Heading = Field{Text: escaped(strings.TrimSuffix(head, end)), At: e.line.At}
				if end == "." {
					it.Heading.Text += "."
				}
				for skip < len(e.text) && e.text[skip] == ' ' {
					skip++
				}
				it.Text = e.field(skip, len(e.text))
				return
			}
		}
	}
	it.Text = all
}

// lookOver settles which items with others below are headings: a bold line with
// nothing below it is a text.
func (it *Item) lookOver() {
	if len(it.Items) == 0 && it.Heading.Text != "" && it.Text.Text == "" {
		it.Text, it.Heading = it.Heading, Field{}
		if it.Rows == nil && it.Text.Text != "" && !isCaps(it.Text.Text) {
			it.Text.Text = "**" + it.Text.Text + "**"
		}
	}
	for _, below := range it.Items {
		below.lookOver()
	}
}
