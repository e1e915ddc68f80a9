package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// pointLetters are the letters of points in their order (Phụ lục I, II.6đ).
var pointLetters = []rune("abcdđeghiklmnopqrstuvxy")

var (
	typedLabel   = regexp.MustCompile(`^(?:\(?(\d{1,2}(?:\.\d{1,2})*)[.)]|(\d{1,2}(?:\.\d{1,2}){1,3})|([IVX]{1,5})[.)]|\(?([a-zđ])[.)]|[-+*•–—])\s+`)
	inlineNumber = regexp.MustCompile(`\((\d{1,2})\) `)
	inlineLetter = regexp.MustCompile(`(?:^|[;:.,\n]\s*)([a-zđ])\) `)
)

// A label is a number or letter typed by hand.
type label struct {
	p        *record.Passage
	from, to int
	value    int    // from 1; 0 is no letter of a point
	series   string // what is written around the value; labels of one row share it
	letter   bool
}

// write returns the label of another value in its row.
func (l label) write(v int) string {
	s := strconv.Itoa(v)
	if l.letter {
		s = letter(v)
	}
	return strings.Replace(l.series, "#", s, 1)
}

// labelAt returns the label that a line of a passage begins with.
func labelAt(p *record.Passage, from, to int) (label, bool) {
	m := typedLabel.FindStringSubmatchIndex(p.Text[from:to])
	if m == nil {
		return label{}, false
	}
	typed := strings.TrimSpace(p.Text[from : from+m[1]])
	l := label{p: p, from: from, to: from + len(typed), series: typed}
	write := func(at, end int) { l.series = p.Text[from:from+at] + "#" + p.Text[from+end:l.to] }
	switch {
	case m[2] >= 0 || m[4] >= 0:
		at, end := max(m[2], m[4]), max(m[3], m[5])
		if next, _ := utf8.DecodeRuneInString(p.Text[from+m[1]:]); m[4] >= 0 && !unicode.IsUpper(next) {
			return label{}, false // 1.5 triệu
		}
		at += strings.LastIndexByte(p.Text[from+at:from+end], '.') + 1
		l.value, _ = strconv.Atoi(p.Text[from+at : from+end])
		write(at, end)
	case m[6] >= 0:
		l.value = slices.Index(romans, p.Text[from+m[6]:from+m[7]]) + 1
		l.series = "I" + p.Text[from+m[7]:l.to]
	case m[8] >= 0:
		c, _ := utf8.DecodeRuneInString(p.Text[from+m[8]:])
		l.value, l.letter = slices.Index(pointLetters, c)+1, true
		write(m[8], m[9])
	}
	return l, true
}

// romans are the numbers of parts, from 1.
var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX")

func checkTypedLabels(n *notice, f *found) {
	n.rec.EachItem(func(it *record.Item) {
		p := n.begins(it)
		if !it.Numbered || p == nil {
			return
		}
		if l, ok := labelAt(p, 0, len(p.Text)); ok {
			f.in(p, l.from, l.to, problem.Textf("số %q gõ tay, thông báo sẽ có hai số", "the label %q is typed, and the notice adds its own", p.Text[l.from:l.to]),
				problem.Textf("xóa số đã gõ (chương trình tự đánh số theo numbering), hoặc thêm numbered: no", "take it away, for the program numbers the items itself, or add numbered: no"))
		}
	})
}

// begins returns the passage that an item begins with; nil where it has none.
func (n *notice) begins(it *record.Item) *record.Passage {
	if p := n.byField[it.Field()+".heading"]; p != nil && p.Text != "" {
		return p
	}
	return n.textOf(it)
}

// typedRows returns the rows of labels that items of one level begin with which
// have none of the program's.
func (n *notice) typedRows(items []*record.Item) [][]label {
	var labels []label
	for _, it := range items {
		p := n.begins(it)
		if p == nil || it.Numbered {
			continue
		}
		if l, ok := labelAt(p, 0, len(p.Text)); ok {
			labels = append(labels, l)
		}
	}
	return rowsOf(labels)
}

// rowsOf parts labels into those of one series, each in its order.
func rowsOf(labels []label) [][]label {
	var rows [][]label
	row := map[string]int{}
	for _, l := range labels {
		if !strings.Contains(l.series, "#") && l.value == 0 {
			continue // a dash
		}
		i, seen := row[l.series]
		if !seen {
			i = len(rows)
			row[l.series] = i
			rows = append(rows, nil)
		}
		rows[i] = append(rows[i], l)
	}
	return rows
}

func checkNumberGaps(n *notice, f *found) {
	for _, p := range n.body {
		var inline []label
		for _, m := range inlineNumber.FindAllStringSubmatchIndex(p.Text, -1) {
			v, _ := strconv.Atoi(p.Text[m[2]:m[3]])
			inline = append(inline, label{p: p, from: m[2] - 1, to: m[3] + 1, value: v, series: "(#)"})
		}
		if len(inline) > 2 || isListed(inline) {
			f.gap(fromOne(inline), isGap)
		}
		for _, row := range lineRows(p) {
			f.gap(row, isGap)
		}
	}
	n.eachList(func(items []*record.Item) {
		for _, row := range n.typedRows(items) {
			f.gap(row, isGap)
		}
	})
}

// isListed reports two labels that surely begin the parts of a list, each at
// the beginning or behind a semicolon or a colon.
func isListed(labels []label) bool {
	return len(labels) == 2 && !slices.ContainsFunc(labels, func(l label) bool {
		before := strings.TrimRight(l.p.Text[:l.from], " ")
		return before != "" && !strings.ContainsAny(before[len(before)-1:], ";:\n")
	})
}

// lineRows returns the rows of numbers that the lines of a text begin with.
func lineRows(p *record.Passage) [][]label {
	if !strings.Contains(p.Text, "\n") {
		return nil
	}
	var labels []label
	from := 0
	for line := range strings.Lines(p.Text) {
		if l, ok := labelAt(p, from, from+len(line)); ok && !l.letter && !strings.HasPrefix(l.series, "(#") {
			labels = append(labels, l)
		}
		from += len(line)
	}
	return rowsOf(labels)
}

// fromOne returns the labels where they begin with the first; a row inside a
// text that does not may be one of citations.
func fromOne(labels []label) []label {
	if len(labels) == 0 || labels[0].value != 1 {
		return nil
	}
	return labels
}

// isGap reports a label that does not follow the one before it, other than by
// an error about the alphabet.
func isGap(before, l label) bool {
	return l.value != before.value+1 && !isForeignOrder(before, l)
}

// isForeignOrder reports a point that follows in the English alphabet alone: e
// behind d, and letters that points do not have.
func isForeignOrder(before, l label) bool {
	return l.letter && (l.value == 0 || before.value == 0 || l.value == before.value+2 && pointLetters[before.value] == 'đ')
}

// gap reports the first label of a row that breaks it, where it does so in the
// way that a rule is about.
func (f *found) gap(row []label, about func(before, l label) bool) {
	for i := 1; i < len(row); i++ {
		before, l := row[i-1], row[i]
		if l.value == before.value+1 || l.value == 1 && before.value > 1 { // another row begins
			continue
		}
		if about(before, l) {
			f.in(l.p, l.from, l.to, problem.Textf("sau %s là %s: số thứ tự nhảy hoặc lặp", "%s is followed by %s", before.p.Text[before.from:before.to], l.p.Text[l.from:l.to]), problem.Textf("đánh lại là %s, hoặc thêm mục còn thiếu", "make it %s, or add what is missing", before.next()))
		}
		return
	}
}

// next returns the label that follows.
func (l label) next() string {
	if strings.Contains(l.series, "#") {
		return l.write(l.value + 1)
	}
	if l.value < len(romans) {
		return romans[l.value] + l.series[1:]
	}
	return fmt.Sprint(l.value + 1)
}

// eachList calls see with the items of each level.
func (n *notice) eachList(see func([]*record.Item)) {
	see(n.rec.Conclusions)
	n.rec.EachItem(func(it *record.Item) { see(it.Items) })
}

func checkPointLetters(n *notice, f *found) {
	for _, p := range n.body {
		if !strings.Contains(p.Text, ") ") {
			continue
		}
		var labels []label
		for _, m := range inlineLetter.FindAllStringSubmatchIndex(p.Text, -1) {
			c := []rune(p.Text[m[2]:m[3]])[0]
			labels = append(labels, label{p: p, from: m[2], to: m[3] + 1, value: slices.Index(pointLetters, c) + 1, series: "#)", letter: true})
		}
		if len(labels) > 2 || isListed(labels) {
			f.gap(fromOne(labels), func(label, label) bool { return true })
		}
	}
	n.eachList(func(items []*record.Item) {
		for _, row := range n.typedRows(items) {
			f.gap(row, isForeignOrder)
		}
	})
	each(n.prose, "hoản ", foreignPoint, func(p *record.Passage, m []int) {
		f.in(p, m[2], m[3], problem.Textf("không có điểm %q: chữ cái tiếng Việt không có f, j, w, z", "there is no point %q: Vietnamese has no f, j, w, z", p.Text[m[2]:m[3]]),
			problem.Textf("thứ tự các điểm: a b c d đ e g h i k l m n o p q r s t u v x y", "the order is a b c d đ e g h i k l m n o p q r s t u v x y"))
	})
}

var foreignPoint = regexp.MustCompile(`[Đđ]iểm ([fjwz]),? [Kk]hoản \d`)

func letter(v int) string {
	if v < 1 || v > len(pointLetters) {
		return string(pointLetters[len(pointLetters)-1])
	}
	return string(pointLetters[v-1])
}
