package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/letters"
)

// Parts are those of a notice, in the order in which they stand.
type parts struct {
	head    []Line
	title   Line
	subject []Line
	body    []Line
	foot    []Line
	rest    []Line // behind the foot: annexes
}

func (p parts) all() []Line {
	return slices.Concat(p.head, []Line{p.title}, p.subject, p.body, p.foot, p.rest)
}

var (
	titled          = regexp.MustCompile(`^(?:THÔNG BÁO|T H Ô N G B Á O)(?:[ :.]+(.*))?$`)
	nation          = regexp.MustCompile(`(?i)CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT(?: NAM)?`)
	motto           = regexp.MustCompile(`(?i)Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc`)
	party           = regexp.MustCompile(`^ĐẢNG CỘNG SẢN VIỆT NAM`)
	recipientsLabel = regexp.MustCompile(`(?i)^nơi nhận ?[:.]?(?:$| )`)
	ruleLine        = regexp.MustCompile(`^[-–—_*=~.…· ]{3,}$|^[-–—_*]+$`)
	annexTitle      = regexp.MustCompile(`(?i)^(?:phụ lục|phụ biểu|biểu mẫu|danh mục|bảng)(?: [IVXLC\d]+)?(?:$|[ .:])`)
	otherTypes      = regexp.MustCompile(`^(?:QUYẾT ĐỊNH|BÁO CÁO|TỜ TRÌNH|KẾ HOẠCH|GIẤY MỜI|BIÊN BẢN|CÔNG ĐIỆN|CHỈ THỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ|HƯỚNG DẪN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|HỢP ĐỒNG|QUY CHẾ|QUY ĐỊNH|GIẤY ỦY QUYỀN|PHIẾU TRÌNH|LUẬT)(?: .*)?$`)
	addressed       = regexp.MustCompile(`(?i)^kính gửi ?:`)
)

// titleOf returns the type that a line is the title of, "" where it is none.
func titleOf(text string) string {
	if titled.MatchString(text) {
		return "THÔNG BÁO"
	}
	return ""
}

// maxHead is how many lines may stand above the title.
const maxHead = 60

// part finds the parts of a notice.
func part(lines []Line) (p parts, err error) {
	title := -1
	for i, l := range lines[:min(len(lines), maxHead)] {
		text := l.Text
		switch {
		case party.MatchString(text):
			return p, ErrParty
		case titleOf(text) != "" || l.Centred && text == "Thông báo":
			title = i
		case otherTypes.MatchString(text) && utf8.RuneCountInString(text) < 80:
			return p, &KindError{text}
		case addressed.MatchString(text):
			return p, &KindError{"Công văn"}
		}
		if title >= 0 {
			break
		}
	}
	if title < 0 {
		return p, ErrNoNotice
	}
	for _, l := range lines[:title] {
		p.head = append(p.head, pieces(l, false)...)
	}
	p.title = lines[title]
	begins := subjectEnd(lines, title+1)
	foot := footStart(lines, begins)
	p.subject, p.body = lines[title+1:begins], lines[begins:foot]
	for _, l := range lines[foot:] {
		p.foot = append(p.foot, pieces(l, true)...)
	}
	known := slices.ContainsFunc(p.head, func(l Line) bool {
		return nation.MatchString(l.Text) || ofNation(l.Text) || numbered.MatchString(l.Text)
	})
	if !known && !slices.ContainsFunc(p.foot, func(l Line) bool { return recipientsLabel.MatchString(l.Text) }) {
		return p, ErrNoNotice
	}
	p.cutAnnex()
	return p, nil
}

// subjectEnd returns the line behind the subject.
func subjectEnd(lines []Line, from int) int {
	for i := from; i < len(lines) && i < from+12; i++ {
		l := lines[i]
		set := l.Centred || strings.HasPrefix(l.Raw, "      ") || strings.HasPrefix(l.Raw, "\t\t")
		switch {
		case ruleLine.MatchString(l.Text):
			return i + 1
		case labelled(l.Text) || l.Label != "" || l.Rows != nil:
			return i
		case !set && (i > from && !l.Bold || opens(l.Text)):
			return i
		}
	}
	return min(len(lines), from+12)
}

var openings = regexp.MustCompile(`(?i)^(?:(?:sáng|chiều|tối|trong)? ?ngày \d|(?:sáng|chiều|trong các) ngày|thực hiện |căn cứ|theo |vừa qua|hôm nay|từ ngày|vào lúc|trong hai ngày|tại )`)

// opens reports a text that is the beginning of the opening.
func opens(text string) bool {
	return openings.MatchString(text) || utf8.RuneCountInString(text) > 300 || strings.HasSuffix(text, ".") || strings.HasSuffix(text, ":")
}

// footStart returns the first line of the foot.
func footStart(lines []Line, from int) int {
	at := -1
	for i := len(lines) - 1; i >= from; i-- {
		if recipientsLabel.MatchString(lines[i].Text) {
			at = i
			break
		}
	}
	if at < 0 {
		for i := from; i < len(lines); i++ {
			if strings.HasSuffix(lines[i].Text, "./.") || authorized.MatchString(lines[i].Text) {
				at = i + 1
				if authorized.MatchString(lines[i].Text) {
					at = i
				}
				break
			}
		}
	}
	if at < 0 {
		return len(lines)
	}
	for at > from && signs(lines[at-1]) {
		at--
	}
	return at
}

// signs reports a line of a signature that stands above the recipients.
func signs(l Line) bool {
	if l.Rows != nil || utf8.RuneCountInString(l.Text) > 70 || strings.HasSuffix(l.Text, ".") || labelled(l.Text) || l.Label != "" {
		return false
	}
	return l.Side == RightSide || l.Side == LeftSide && (isName(l.Text) || isCaps(l.Text)) || isCaps(l.Text) && (authorized.MatchString(l.Text) || isTitle(l.Text)) || isName(l.Text) && l.Side != LeftSide || signedNote.MatchString(l.Text)
}

// cutAnnex takes what stands behind the last recipient, from the title of an
// annex on, out of the foot.
func (p *parts) cutAnnex() {
	kept := false
	for i, l := range p.foot {
		kept = kept || archive.MatchString(l.Text)
		if kept && annexTitle.MatchString(l.Text) && (l.Centred || isCaps(l.Text) || l.Bold) {
			p.foot, p.rest = p.foot[:i:i], p.foot[i:]
			return
		}
	}
}

var (
	inColumns    = regexp.MustCompile(`\t+ *| {3,}\t?`)
	numberAndDay = regexp.MustCompile(`(?i)^(số ?[:.]?[^/\p{L}]{0,40}/ ?[^ \t]+)[ \t]+([^ /\t].*, ?ngày.*tháng.*năm.*)$`)
	beforeHim    = regexp.MustCompile(`(?i)^(.+?) *(CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?[-–—] ?Tự do ?[-–—] ?Hạnh phúc)$`)
)

// pieces parts a line of a head or a foot that was set in columns by tabs or
// spaces. In a foot what stands alone and far from the left is on the right.
func pieces(l Line, foot bool) []Line {
	if l.Rows != nil || l.Side != Whole && !beforeHim.MatchString(l.Text) && !numberAndDay.MatchString(l.Text) {
		return []Line{l}
	}
	texts := columnsOf(l)
	switch {
	case len(texts) == 0:
		return []Line{l}
	case len(texts) == 1:
		if foot && !l.Centred && (strings.HasPrefix(l.Raw, "\t") || strings.HasPrefix(l.Raw, "      ")) {
			l.Side = RightSide
		}
		return []Line{l}
	}
	left, right := l, l
	left.Text, right.Text = strings.Join(texts[:len(texts)-1], " "), texts[len(texts)-1]
	left.Side, right.Side = LeftSide, RightSide
	left.Bold, right.Bold = boldPart(l, left.Text), boldPart(l, right.Text)
	left.Spans, right.Spans, left.Raw, right.Raw = nil, nil, "", ""
	return []Line{left, right}
}

// columnsOf returns the texts of a line that tabs or spaces part.
func columnsOf(l Line) (texts []string) {
	raw := strings.TrimSpace(l.Raw)
	if raw == "" {
		raw = l.Text
	}
	if m := numberAndDay.FindStringSubmatch(raw); m != nil { // with blanks in it
		return []string{tidy(m[1]), tidy(m[2])}
	}
	for _, s := range inColumns.Split(raw, -1) {
		if s = tidy(s); s != "" {
			texts = append(texts, s)
		}
	}
	if len(texts) == 1 {
		if m := beforeHim.FindStringSubmatch(texts[0]); m != nil {
			texts = m[1:]
		}
	}
	return texts
}

// boldPart reports that a part of a line is bold.
func boldPart(l Line, part string) bool {
	at := strings.Index(l.Text, part)
	return at >= 0 && slices.ContainsFunc(l.Spans, func(s Span) bool { return s.Bold && s.From <= at && s.To >= at+len(part) })
}

// tidy returns a text in NFC with single spaces.
func tidy(s string) string {
	b := &lineMaker{}
	b.add(s, false, false)
	return b.text.String()
}

// isCaps reports a text without small letters, and with a letter.
func isCaps(s string) bool {
	upper := strings.ToUpper(s)
	return s == upper && s != strings.ToLower(s)
}

// isFrame reports that lines are those of a head or a foot.
func isFrame(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool {
		return nation.MatchString(l.Text) || motto.MatchString(l.Text) || recipientsLabel.MatchString(l.Text) || numbered.MatchString(l.Text) ||
			authorized.MatchString(l.Text) || titleOf(l.Text) != "" || party.MatchString(l.Text)
	})
}

// damage finds letters that are in an encoding of old.
func (s Source) damage() error {
	var found, damaged int
	var first *LegacyError
	for _, l := range s.Lines {
		if !strings.ContainsFunc(l.Text, unicode.IsLetter) || utf8.RuneCountInString(l.Text) < 8 {
			continue
		}
		found++
		if e := letters.Legacy(l.Text); e != "" {
			damaged++
			if first == nil {
				r := []rune(l.Text)
				first = &LegacyError{e, string(r[:min(len(r), 60)])}
			}
		}
	}
	if damaged > 1 && damaged*4 > found {
		return first
	}
	return nil
}
