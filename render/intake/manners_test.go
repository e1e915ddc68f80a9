package intake_test

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/testdata/word"
)

// A manner is how an office sets a notice in Word.
type manner struct {
	name                     string
	head                     string // table, lines, tabs, spaces, boxes, picture, three
	foot                     string // table, tabs, above
	numbers                  bool   // Word's own
	bare                     bool   // nothing centred, no bold in the head
	nfd, caps, split, listed bool   // decomposed letters; capitals by the look; runs torn; recipients by bullets of Word
	rule                     bool   // a row of hyphens below the agency and the subject
	tracked                  bool   // changes that were tracked
	title                    string // in the place of THÔNG BÁO
}

var manners = []manner{
	{name: "table", head: "table", foot: "table", rule: true},
	{name: "lines of one paragraph", head: "lines", foot: "table"},
	{name: "tabs", head: "tabs", foot: "tabs", rule: true},
	{name: "spaces, nothing centred", head: "spaces", foot: "tabs", bare: true},
	{name: "Word's numbers", head: "table", foot: "table", numbers: true},
	{name: "NFD in torn runs", head: "table", foot: "table", nfd: true, split: true},
	{name: "text boxes", head: "boxes", foot: "table", rule: true},
	{name: "three columns", head: "three", foot: "table", listed: true},
	{name: "capitals by the look", head: "table", foot: "table", caps: true, split: true},
	{name: "signature above", head: "table", foot: "above"},
	{name: "tracked changes, Word's numbers", head: "lines", foot: "table", tracked: true, numbers: true, nfd: true},
	{name: "letters apart", head: "tabs", foot: "table", title: "T H Ô N G  B Á O", rule: true},
	{name: "head as a picture", head: "picture", foot: "table"},
}

const (
	nationText = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	mottoText  = "Độc lập - Tự do - Hạnh phúc"
)

// A setter sets one notice in one manner.
type setter struct {
	manner
	content
	kinds []string // of labels, by the levels of Word's list
}

// docx writes a notice as a Word file.
func (m manner) docx(c content) []byte {
	s := &setter{manner: m, content: c}
	var b strings.Builder
	b.WriteString(s.top())
	title := s.title
	if title == "" {
		title = "THÔNG BÁO"
	}
	b.WriteString(s.centred("b", title))
	for _, l := range s.subject {
		b.WriteString(s.centred("b", l))
	}
	if s.rule {
		b.WriteString(s.centred("", "----------"))
	}
	for _, p := range s.opening {
		b.WriteString(word.P(word.Justified, s.runs("", p)))
	}
	for _, l := range s.body {
		b.WriteString(s.line(l))
	}
	if s.tracked {
		b.WriteString(word.P(word.Justified, `<w:del w:id="1" w:author="An"><w:r><w:delText>Đoạn này đã bị xóa khi duyệt. </w:delText></w:r></w:del><w:ins w:id="2" w:author="An">`+word.R("", s.text(s.closing))+`</w:ins>`))
	} else {
		b.WriteString(word.P(word.Justified, s.runs("", s.closing)))
	}
	b.WriteString(s.bottom())
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`)
	var levels []word.Level
	for i, k := range s.kinds {
		format := map[string]string{"I": "upperRoman", "a": "lowerLetter", "-": "bullet", "+": "bullet"}[strings.Trim(k, ".()1")]
		text := strings.NewReplacer("I", fmt.Sprintf("%%%d", i+1), "a", fmt.Sprintf("%%%d", i+1)).Replace(k)
		switch {
		case strings.Contains(k, "1.1"):
			text = fmt.Sprintf("%%%d.%%%d.", i, i+1)
		case strings.Contains(k, "1"):
			text = strings.ReplaceAll(k, "1", fmt.Sprintf("%%%d", i+1))
		}
		if format == "" {
			format = "decimal"
		}
		levels = append(levels, word.Level{Format: format, Text: text})
	}
	return word.File(b.String(), word.Numbering(levels, []word.Level{{Format: "bullet", Text: "-"}}),
		word.Part{Kind: "styles", Body: `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>`})
}

func (s *setter) text(t string) string {
	if s.nfd {
		return norm.NFD.String(t)
	}
	return t
}

// runs writes a text in a look, with ** around what is bold.
func (s *setter) runs(look, t string) string {
	var b strings.Builder
	for i, piece := range strings.Split(t, "**") {
		own := look
		if i%2 == 1 {
			own += "b"
		}
		if !s.split {
			b.WriteString(word.R(own, s.text(piece)))
			continue
		}
		for _, w := range strings.SplitAfter(piece, " ") {
			r := []rune(w)
			b.WriteString(word.R(own, s.text(string(r[:len(r)/2]))) + word.R(own, s.text(string(r[len(r)/2:]))))
		}
	}
	return b.String()
}

func (s *setter) centred(look, t string) string {
	if s.bare {
		return word.P("", s.runs(look, strings.Repeat(" ", 20)+t))
	}
	return word.P(word.Centred, s.runs(look, t))
}

// capitals writes a text as capitals, or with small letters that the look makes
// capitals.
func (s *setter) capitals(look, t string) string {
	if s.caps && strings.ToUpper(t) == t {
		first := []rune(t)
		return s.runs(look+"c", string(first[:1])+strings.ToLower(string(first[1:])))
	}
	return s.runs(look, t)
}

func (s *setter) symbol() string {
	number := s.number
	switch {
	case number == "":
		number = "        "
	case len(number) == 1:
		number = "0" + number
	}
	return "Số: " + number + "/TB-" + s.code
}

func (s *setter) day() string {
	d := strings.Split(s.date, "/")
	for i := range d {
		if d[i] == "" {
			d[i] = "     "
		}
	}
	return fmt.Sprintf("%s, ngày %s tháng %s năm %s", s.place, d[0], d[1], d[2])
}

// top writes the head.
func (s *setter) top() string {
	var left []string
	for _, l := range s.parent {
		left = append(left, word.P(word.Centred, s.capitals("", l)))
	}
	for _, l := range s.agency {
		left = append(left, word.P(word.Centred, s.capitals("b", l)))
	}
	if s.rule {
		left = append(left, word.P(word.Centred, s.runs("", "-------")))
	}
	right := word.P(word.Centred, s.runs("b", nationText)) + word.P(word.Centred, s.runs("b", mottoText))
	number, day := word.P(word.Centred, s.runs("", s.symbol())), word.P(word.Centred, s.runs("i", s.day()))
	second := []string{number, day}
	switch s.head {
	case "lines":
		one := word.P(word.Centred, s.runs("", strings.Join(append(s.parent[:len(s.parent):len(s.parent)], ""), "\n")), s.runs("b", strings.Join(s.agency, "\n")), s.runs("", "\n"+s.symbol()))
		return word.Table([]int{3900, 5600}, []string{one, word.P(word.Centred, s.runs("b", nationText+"\n"+mottoText), s.runs("i", "\n"+s.day()))})
	case "three":
		return word.Table([]int{3700, 300, 5500}, []string{strings.Join(left, ""), word.P(""), right}, []string{number, word.P(""), day})
	case "tabs", "spaces":
		return s.columns()
	case "boxes":
		return word.P("", word.Box(0, 0, 2400000, 700000, strings.Join(left, "")), word.Box(2500000, 1, 3500000, 700000, right)) + word.Table([]int{3900, 5600}, second)
	case "picture":
		return word.P("", word.Picture()) + word.Table([]int{3900, 5600}, second)
	}
	return word.Table([]int{3900, 5600}, []string{strings.Join(left, ""), right}, second)
}

// columns sets the head by tabs or spaces.
func (s *setter) columns() string {
	between := "\t"
	if s.head == "spaces" {
		between = "            "
	}
	tabs := `<w:tabs><w:tab w:val="center" w:pos="1900"/><w:tab w:val="center" w:pos="6700"/></w:tabs>`
	before := "\t"
	if s.head == "spaces" {
		tabs, before = "", ""
	}
	names := append(s.parent[:len(s.parent):len(s.parent)], s.agency...)
	rights := []string{nationText, mottoText}
	var b strings.Builder
	for i := range max(len(names), len(rights)) {
		var l, r string
		if i < len(names) {
			l = names[i]
		}
		if i < len(rights) {
			r = rights[i]
		}
		look := ""
		if i >= len(s.parent) && !s.bare {
			look = "b"
		}
		b.WriteString(word.P(tabs, s.runs(look, before+l+between), s.runs("b", r)))
	}
	return b.String() + word.P(tabs, s.runs("", before+s.symbol()+between), s.runs("i", s.day()))
}

var labelOf = regexp.MustCompile(`^([IVX]+\.|\d+\.\d+\.|\d+\.|\(\d+\)|[a-zđ]\)|[-+]) `)

// line writes a line of the body.
func (s *setter) line(l string) string {
	l, _, _ = strings.Cut(l, " || ")
	look := ""
	if rest, ok := strings.CutPrefix(l, "# "); ok {
		l, look = rest, "b"
	}
	if rest, ok := strings.CutPrefix(l, "~ "); ok {
		return word.P(word.Justified, s.runs(look, rest))
	}
	m := labelOf.FindString(l)
	if !s.numbers || m == "" {
		return word.P(word.Justified, s.runs(look, l))
	}
	kind := regexp.MustCompile(`\d+`).ReplaceAllString(strings.TrimSpace(m), "1")
	kind = regexp.MustCompile(`[IVX]+`).ReplaceAllString(kind, "I")
	kind = regexp.MustCompile(`[b-zđ]`).ReplaceAllString(kind, "a")
	level := -1
	for i, k := range s.kinds {
		if k == kind {
			level = i
		}
	}
	if level < 0 {
		level = len(s.kinds)
		s.kinds = append(s.kinds, kind)
	}
	return word.P(word.InList(1, level)+word.Justified, s.runs(look, strings.TrimPrefix(l, m)))
}

// bottom writes the foot.
func (s *setter) bottom() string {
	signing := append(s.authority[:len(s.authority):len(s.authority)], s.position)
	var list []string
	for i, r := range s.recipients {
		end := ";"
		if i == len(s.recipients)-1 {
			end = "."
		}
		list = append(list, r+end)
	}
	if s.foot == "tabs" {
		return s.bottomByTabs(signing, list)
	}
	var left, right strings.Builder
	left.WriteString(word.P("", s.runs("bi", "Nơi nhận:")))
	for _, r := range list {
		if s.listed {
			left.WriteString(word.P(word.InList(2, 0), s.runs("", r)))
		} else {
			left.WriteString(word.P("", s.runs("", "- "+r)))
		}
	}
	for _, l := range signing {
		right.WriteString(word.P(word.Centred, s.capitals("b", l)))
	}
	right.WriteString(word.P("") + word.P("") + word.P(word.Centred, s.runs("b", s.content.name)))
	if s.foot == "above" {
		return strings.ReplaceAll(right.String(), word.Centred, `<w:ind w:left="4800"/><w:jc w:val="center"/>`) + left.String()
	}
	return word.Table([]int{3900, 5600}, []string{left.String(), right.String()})
}

func (s *setter) bottomByTabs(signing, list []string) string {
	var b strings.Builder
	tabs := `<w:tabs><w:tab w:val="center" w:pos="6700"/></w:tabs>`
	lefts := []string{"Nơi nhận:"}
	for _, r := range list {
		lefts = append(lefts, "- "+r)
	}
	rights := append(signing[:len(signing):len(signing)], "", "", s.content.name)
	for i := range max(len(lefts), len(rights)) {
		var l, r string
		if i < len(lefts) {
			l = lefts[i]
		}
		if i < len(rights) && rights[i] != "" {
			r = "\t" + rights[i]
		}
		b.WriteString(word.P(tabs, s.runs("", l), s.runs("b", r)))
	}
	return b.String()
}
