package intake

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/calendar"
)

// subject reads the lines between the title and the text.
func (n *Notice) subject(title Line, lines []Line) {
	var texts []string
	at := title.At
	if m := titled.FindStringSubmatch(title.Text); m != nil && m[1] != "" {
		texts = append(texts, sentenceCase(m[1]))
	}
	for _, l := range lines {
		if ruleLine.MatchString(l.Text) || l.Text == "" {
			continue
		}
		if len(texts) == 0 {
			at = l.At
		}
		texts = append(texts, l.Text)
	}
	n.Subject = Field{Text: escaped(strings.Join(texts, " ")), At: at}
	if len(texts) == 0 {
		n.Subject.Note = "không thấy trích yếu dưới tên loại"
	}
}

// sentenceCase writes "KẾT LUẬN" as "Kết luận".
func sentenceCase(s string) string {
	if !isCaps(s) {
		return s
	}
	c, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + strings.ToLower(s[size:])
}

var (
	dayShape   = `(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?: ?[/.-] ?| năm |, ?năm )(\d{4})`
	openingDay = regexp.MustCompile(`(?i)^(?:vào )?(?:sáng |chiều |tối |trong )?ngày ` + dayShape)
	subjectDay = regexp.MustCompile(`(?i)(?:cuộc họp|phiên họp|hội nghị|giao ban|buổi làm việc|làm việc|họp)[^.;]{0,160}?ngày ` + dayShape)
)

// meeting finds the day of the meeting: what the opening begins with, or what
// the subject says.
func (n *Notice) meeting() {
	var days []calendar.Date
	var at Place
	take := func(pattern *regexp.Regexp, f Field) {
		if m := pattern.FindStringSubmatch(unmarked(f.Text)); m != nil {
			d := calendar.Date{Year: digits(m[3]), Month: digits(m[2]), Day: digits(m[1])}
			if issued := n.day(n.Date); d.Valid() && (issued.IsZero() || !issued.Before(d)) {
				if len(days) == 0 || days[0] != d {
					days = append(days, d)
				}
				at = f.At
			}
		}
	}
	for _, f := range n.Opening[:min(len(n.Opening), 3)] {
		take(openingDay, f)
	}
	take(subjectDay, n.Subject)
	switch len(days) {
	case 1:
		n.Meeting = Field{Text: days[0].Slashed(), At: at}
	case 0:
		n.Meeting = Field{Note: "không thấy ngày họp ở trích yếu và đầu phần mở đầu"}
	default:
		n.Meeting = Field{Note: fmt.Sprintf("trích yếu và phần mở đầu nêu ngày khác nhau: %s, %s", days[0].Slashed(), days[1].Slashed())}
	}
}

var committee = regexp.MustCompile(`^(UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|THỊ XÃ|QUẬN|THỊ TRẤN|ĐẶC KHU) (.+)$`)

// fullNames writes the agencies, which stand in capitals above the number, as
// the text does, where it names them.
func (n *Notice) fullNames() {
	known := newDirectory()
	for _, f := range []*Field{&n.Parent, &n.Agency} {
		if f.Text == "" {
			continue
		}
		if name := n.written(f.Text); name != "" {
			f.Text = name
		} else if name := known.upper[f.Text]; name != "" {
			f.Text = name
		} else if m := committee.FindStringSubmatch(f.Text); m != nil {
			f.Text = bodyCase(m[1]) + " " + strings.ToLower(m[2]) + " " + eachUpper(m[3])
		}
	}
}

func bodyCase(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	return sentenceCase(s)
}

// eachUpper writes the name of a place with a capital a word.
func eachUpper(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = upperFirst(w)
	}
	return strings.Join(words, " ")
}

// written returns a name of capitals as some line of the text has it.
func (n *Notice) written(name string) string {
	small := strings.ToLower(name)
	for _, l := range n.source {
		lower := strings.ToLower(l.Text)
		if len(lower) != len(l.Text) || len(small) != len(name) {
			continue
		}
		i := strings.Index(lower, small)
		if i < 0 || !apart(l.Text, i, i+len(small)) {
			continue
		}
		found := l.Text[i : i+len(small)]
		if c, _ := utf8.DecodeRuneInString(found); unicode.IsUpper(c) && !isCaps(found) {
			return found
		}
	}
	return ""
}

// count counts what is left to fill in.
func (n *Notice) count() {
	for _, f := range []Field{n.Agency, n.Code, n.Place, n.Subject, n.Signer.Position, n.Signer.Name} {
		if !f.Sure() {
			n.Gaps++
		}
	}
	for _, f := range []Field{n.Date, n.Meeting} {
		if f.Note != "" {
			n.Gaps++
		}
	}
	if len(n.Recipients) == 0 {
		n.Gaps++
	}
	if len(n.Conclusions) == 0 {
		n.Gaps++
	}
	var walk func([]*Item)
	walk = func(items []*Item) {
		for _, it := range items {
			n.Gaps += len(it.Doubts)
			walk(it.Items)
		}
	}
	walk(n.Conclusions)
}
