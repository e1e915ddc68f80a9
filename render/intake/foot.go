package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	authorized = regexp.MustCompile(`^(TM|KT|TL|TUQ|T/M|K/T|T/L|TM/|KT/|TL/|TUQ/)(?:\. ?|/ ?| )(\p{Lu}.*)$`)
	signedNote = regexp.MustCompile(`(?i)^\(?(?:đã ký|ký tên|ký, ?đóng dấu|chữ ký.*|ký bởi.*|người ký.*|email ?:.*|cơ quan ?:.*|thời gian ký.*|ngày ký.*|\d{1,2}[./]\d{1,2}[./]\d{4}.*)\)?$`)
	archive    = regexp.MustCompile(`(?i)^[-–+•* ]*lưu ?(?::|vt|vp|văn thư|hồ sơ|văn phòng)`)
	titleWords = regexp.MustCompile(`(?i)^(?:quyền |q\. ?)?(?:giám đốc|phó |chủ tịch|bộ trưởng|thứ trưởng|chánh |cục trưởng|chi cục trưởng|tổng cục trưởng|trưởng |viện trưởng|hiệu trưởng|vụ trưởng|chủ nhiệm|tổng giám đốc|tổng |ủy viên|uỷ viên|thường trực|thư ký|đội trưởng|trạm trưởng|đại tá|thượng tá|trung tá)`)
)

// isTitle reports the title of somebody who signs.
func isTitle(s string) bool { return titleWords.MatchString(s) }

// isName reports a person's name: two to six words, each with a capital, and no
// words of capitals only.
func isName(s string) bool {
	s = degrees.ReplaceAllString(s, "")
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 6 || isCaps(s) && len(words) < 3 {
		return false
	}
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) || strings.ContainsAny(w, ".,:;/()0123456789") {
			return false
		}
	}
	return !isTitle(s) && !isCaps(s)
}

// degrees stand before the names of doctors, teachers and officers.
var degrees = regexp.MustCompile(`^(?:(?:PGS|GS|TS|ThS|Ths|BS|BSNT|BSCKI{1,2}|BS ?CK ?(?:I{1,2}|[12])|BSCK ?[12]|DS|DSCKI{1,2}|KS|CN|TTƯT|TTND|NGƯT|NGND|NSƯT|NSND)\.? ?)+[ .]|^(?:Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Đại úy|Thượng úy) `)

// foot reads the recipients and who signs.
func (n *Notice) foot(lines []Line) {
	label := slices.IndexFunc(lines, func(l Line) bool { return recipientsLabel.MatchString(l.Text) })
	var signing, list []Line
	closed := false
	for i, l := range lines {
		switch {
		case l.Rows != nil || ruleLine.MatchString(l.Text) || signedNote.MatchString(l.Text):
		case i == label:
			if rest := strings.TrimSpace(recipientsLabel.ReplaceAllString(l.Text, "")); rest != "" {
				l.Text = rest
				list = append(list, l)
			}
		case label < 0 || i < label || l.Side == RightSide, l.Side == Whole && l.Label == "" && (authorized.MatchString(l.Text) || isTitle(l.Text) && isCaps(l.Text)), closed && isName(l.Text):
			signing = append(signing, l)
		case !closed:
			list = append(list, l)
			closed = archive.MatchString(l.Text) && strings.HasSuffix(l.Text, ".")
		}
	}
	n.recipients(list)
	n.sign(signing)
}

// recipients joins the lines of each recipient.
func (n *Notice) recipients(lines []Line) {
	var last *Field
	open := false
	for _, l := range lines {
		text := strings.TrimSpace(strings.TrimLeft(l.Text, "-–—+•*· "))
		dashed := text != l.Text || l.Label != ""
		if text == "" {
			continue
		}
		if last == nil || dashed || !open {
			n.Recipients = append(n.Recipients, Field{Text: text, At: l.At})
			last = &n.Recipients[len(n.Recipients)-1]
		} else {
			last.Text += " " + text
		}
		open = !strings.HasSuffix(text, ";") && !strings.HasSuffix(text, ".")
	}
	for i := range n.Recipients {
		n.Recipients[i].Text = strings.TrimRight(n.Recipients[i].Text, " ;.,")
	}
}

// sign reads the lines of the signature: authorities, the position, the name.
func (n *Notice) sign(lines []Line) {
	if n.twoSign(lines) {
		return
	}
	n.Signer = signerOf(lines)
	s := &n.Signer
	if s.Position.Text == "" {
		s.Position.Note = "không thấy chức vụ người ký ở cuối văn bản"
	}
	if s.Name.Text == "" {
		s.Name.Note = "không thấy họ tên người ký ở cuối văn bản"
	}
}

func signerOf(lines []Line) (s Signer) {
	for _, l := range lines {
		text := l.Text
		switch m := authorized.FindStringSubmatch(text); {
		case m != nil:
			short := strings.NewReplacer("/", "", ".", "").Replace(m[1])
			s.Authority = append(s.Authority, Field{Text: short + ". " + titleCase(m[2]), At: l.At})
		case s.Name.Text != "":
		case isName(text) && (s.Position.Text != "" || len(s.Authority) > 0):
			s.Name = Field{Text: text, At: l.At}
		case s.Position.Text == "" && (isTitle(text) || isCaps(text)):
			s.Position = Field{Text: text, At: l.At}
		case isCaps(text) && s.Position.Text != "":
			s.Position.Text += " " + text
		}
	}
	s.Position.Text = titleCase(s.Position.Text)
	return s
}

// twoSign reports lines of two signatures. Where one of them lacks a line they
// are left to the clerk.
func (n *Notice) twoSign(lines []Line) bool {
	left := slices.ContainsFunc(lines, func(l Line) bool { return l.Side == LeftSide && isTitle(l.Text) && isCaps(l.Text) })
	right := slices.ContainsFunc(lines, func(l Line) bool { return l.Side == RightSide && isTitle(l.Text) && isCaps(l.Text) })
	if !left || !right {
		return false
	}
	var all []string
	var sides [2][]Line
	for _, l := range lines {
		all = append(all, l.Text)
		if l.Side == LeftSide {
			sides[0] = append(sides[0], l)
		} else {
			sides[1] = append(sides[1], l)
		}
	}
	if a, b := signerOf(sides[0]), signerOf(sides[1]); a.Position.Sure() && a.Name.Sure() && b.Position.Sure() && b.Name.Sure() {
		n.CoSigner, n.Signer = &a, b
		return true
	}
	note := "có hai người ký: " + shown(strings.Join(all, " / "))
	n.Signer = Signer{Position: Field{At: lines[0].At, Note: note}, Name: Field{At: lines[0].At, Note: note}}
	return true
}

// titles are those that people sign with, as they are written in text.
var titles = []string{
	"Tổng Giám đốc", "Phó Tổng Giám đốc", "Giám đốc", "Phó Giám đốc", "Chủ tịch", "Phó Chủ tịch", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Bộ trưởng", "Thứ trưởng",
	"Chủ nhiệm", "Phó Chủ nhiệm", "Tổng Cục trưởng", "Phó Tổng Cục trưởng", "Chi cục trưởng", "Phó Chi cục trưởng", "Cục trưởng", "Phó Cục trưởng", "Vụ trưởng", "Phó Vụ trưởng",
	"Chánh Thanh tra", "Phó Chánh Thanh tra", "Viện trưởng", "Phó Viện trưởng", "Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng phòng", "Phó Trưởng phòng", "Trưởng Ban", "Phó Trưởng Ban",
	"Ủy ban nhân dân", "Hội đồng nhân dân", "Thủ tướng Chính phủ", "Bộ trưởng, Chủ nhiệm", "Thường trực", "Tổng Thanh tra", "Phó Tổng Thanh tra", "Tổng Biên tập", "Chánh án", "Viện trưởng Viện kiểm sát",
}

// titleCase writes a title of capitals as it is written in text, where all of
// it is known; other titles stay as they were.
func titleCase(s string) string {
	if !isCaps(s) {
		return s
	}
	acting := ""
	rest := s
	for _, p := range []string{"Q. ", "Q."} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			acting, rest = "Q. ", r
			break
		}
	}
	folded := strings.ReplaceAll(rest, "UỶ", "ỦY")
	for _, t := range titles {
		if strings.ToUpper(t) == folded && !strings.Contains(rest, "UỶ") {
			return acting + t
		}
	}
	return s
}
