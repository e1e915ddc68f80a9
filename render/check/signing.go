package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A signature is a signer with the path of its fields: "signer", or that in the
// profile which the record names.
type signature struct {
	record.Signer
	path string
}

// signatures returns who signs, from left to right; behind them who signs the
// record's other papers.
func (n *notice) signatures() []signature {
	at := func(path string) string {
		if p := n.byField[path]; p != nil && p.Text != "" {
			return "signers." + p.Text
		}
		return path
	}
	var all []signature
	switch {
	case n.rec.CoSigner != nil:
		all = []signature{{*n.rec.CoSigner, at("signer[1]")}, {n.rec.Signer, at("signer[2]")}}
	case n.byField["signer[1].position"] != nil || n.byField["signer[1]"] != nil:
		all = []signature{{n.rec.Signer, at("signer[1]")}}
	default:
		all = []signature{{n.rec.Signer, at("signer")}}
	}
	seen := map[string]bool{all[0].path: true} // who is a key is looked at once
	for _, p := range n.rec.Papers {
		if s := (signature{p.Signer, at(p.Field() + ".signer")}); p.Signer.Position != "" && !seen[s.path] {
			seen[s.path] = true
			all = append(all, s)
		}
	}
	return all
}

// eachSignature makes of a check of one signature that of all.
func eachSignature(check func(n *notice, f *found, s signature)) func(*notice, *found) {
	return func(n *notice, f *found) {
		for _, s := range n.signatures() {
			check(n, f, s)
		}
	}
}

// isDeputy reports the title of a deputy.
func isDeputy(title string) bool { return strings.HasPrefix(strings.ToLower(title), "phó ") }

func checkDeputy(n *notice, f *found, s signature) {
	position, forHead := s.path+".position", n.mark(2)
	report := func(message, hint problem.Text) { f.field(n, position, message, hint) }
	if strings.Contains(strings.ToLower(s.Position), "phụ trách") || strings.Contains(strings.ToLower(s.Position), "điều hành") {
		report(problem.Textf("chức vụ người ký ghi \"phụ trách\" hoặc \"điều hành\"", "the position says \"phụ trách\" or \"điều hành\""), problem.Textf("cấp phó được giao phụ trách ký như cấp phó: %s cấp trưởng, chức vụ cấp phó", "a deputy in charge signs as a deputy: %s and the deputy's title", forHead))
	}
	if len(s.Authority) == 0 {
		if isDeputy(s.Position) {
			report(problem.Textf("%s ký mà không có dòng %s", "%s signs without a line %s", s.Position, forHead), problem.Textf("thêm authority: %s %s", "add authority: %s %s", forHead, headOf(s.Position)))
		}
		return
	}
	last := s.Authority[len(s.Authority)-1]
	title, ok := strings.CutPrefix(last, forHead+" ")
	switch {
	case !ok:
	case isDeputy(title):
		f.field(n, s.path+".authority", problem.Textf("%s phải đi với chức vụ của cấp trưởng, không phải %q", "%s goes with the head's title, not with %q", forHead, title), problem.Textf("viết \"%s %s\"", "write \"%s %s\"", forHead, headOf(title)))
	case !isDeputy(s.Position) && s.Position != "":
		report(problem.Textf("dưới dòng %q phải là chức vụ của cấp phó, không phải %q", "below %q stands a deputy's title, not %q", last, s.Position), problem.Textf("ghi chức vụ cấp phó, hoặc dùng %s nếu là thừa lệnh", "write the deputy's title, or %s where it is by order", n.mark(1)))
	}
}

// headOf returns the head's title for that of a deputy.
func headOf(deputy string) string {
	_, head, _ := strings.Cut(deputy, " ")
	return capitalized(head)
}

func checkOrder(n *notice, f *found, s signature) {
	if len(s.Authority) == 0 {
		return
	}
	last := s.Authority[len(s.Authority)-1]
	prefix, title, _ := strings.Cut(last, " ")
	if way, _ := n.system().Authority(prefix); way.Depth != 1 {
		return
	}
	switch {
	case isDeputy(title):
		f.field(n, s.path+".authority", problem.Textf("%s phải đi với chức vụ của cấp trưởng, không phải %q", "%s goes with the head's title, not with %q", prefix, title), problem.Textf("viết \"%s %s\"", "write \"%s %s\"", prefix, headOf(title)))
	case strings.EqualFold(title, s.Position):
		f.field(n, s.path+".position", problem.Textf("dưới dòng %q lại là chính chức vụ ấy", "below %q stands the same title", last), problem.Textf("ghi chức vụ của người ký thừa lệnh, ví dụ Chánh Văn phòng", "write the title of who signs, as Chánh Văn phòng"))
	case prefix == n.mark(1) && isDeputy(s.Position):
		f.field(n, s.path+".position", problem.Textf("%s ký thừa lệnh mà không có dòng %s", "%s signs by order without a line %s", s.Position, n.mark(2)), problem.Textf("thêm dòng \"%s %s\" dưới %q", "add a line \"%s %s\" below %q", n.mark(2), headOf(s.Position), last))
	}
}

func checkCollective(n *notice, f *found, s signature) {
	name := n.rec.Agency.Name
	for _, line := range s.Authority {
		if strings.HasPrefix(line, "TM.") && (strings.HasPrefix(name, "Sở ") || strings.HasPrefix(name, "Chi cục ")) {
			f.field(n, s.path+".authority", problem.Textf("%q: sở, chi cục làm việc theo chế độ thủ trưởng, không ký TM.", "%q: a department is led by one head and does not sign TM.", line), problem.Textf("bỏ dòng TM.", "take the line away"))
		}
	}
}

var academic = regexp.MustCompile(`(?i)^((?:(?:PGS|GS|TS|ThS|Th\.S|BS|CKI|CKII|DS|KS|CN|LS|NGƯT|NGND|TTND|TTƯT)\.\s*|(?:Ông|Bà|Đồng chí|Đ/c|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Giáo sư|Phó Giáo sư)\s+)+)\S`)

func checkSignerName(n *notice, f *found, s signature) {
	p := n.byField[s.path+".name"]
	if p == nil || p.Text == "" {
		return
	}
	if m := academic.FindStringSubmatchIndex(p.Text); m != nil {
		f.mend(p, m[2], m[3], "", problem.Textf("trước họ tên người ký không ghi %q", "no %q stands before the signer's name", strings.TrimSpace(p.Text[m[2]:m[3]])))
		return
	}
	if p.Text == strings.ToUpper(p.Text) && strings.Contains(p.Text, " ") {
		var made []string
		for _, w := range strings.Fields(p.Text) {
			made = append(made, capitalized(strings.ToLower(w)))
		}
		f.mend(p, 0, len(p.Text), strings.Join(made, " "), problem.Textf("họ tên người ký viết chữ thường, không in hoa", "the signer's name is not set in capitals"))
		return
	}
	for _, w := range n.wordsIn(p) {
		if c, _ := utf8.DecodeRuneInString(w.s); unicode.IsLower(c) {
			f.mend(p, w.from, w.to, capitalized(w.s), problem.Textf("họ tên viết hoa từng tiếng: %q", "each syllable of a name has a capital: %q", w.s))
		}
	}
}

// recipient returns the passage of the i-th recipient, from 0.
func (n *notice) recipient(i int) *record.Passage {
	if p := n.byField["recipients"]; p != nil && i == 0 {
		return p
	}
	return n.byField[fmt.Sprintf("recipients[%d]", i+1)]
}

// eachRecipient calls see with the recipients of the notice.
func (n *notice) eachRecipient(see func(i int, p *record.Passage)) {
	for i := range n.rec.Recipients {
		if p := n.recipient(i); p != nil {
			see(i, p)
		}
	}
}

var kept = regexp.MustCompile(`(?i)^(?:- ?)?lưu`)

func checkRecipientMarks(n *notice, f *found) {
	see := func(_ int, p *record.Passage) {
		s := strings.TrimRight(p.Text, " ;.")
		switch {
		case strings.HasSuffix(s, ",") || strings.HasSuffix(s, ":"):
			f.mend(p, len(s)-1, len(s), "", problem.Textf("nơi nhận kết thúc bằng %q; dấu ; và . do chương trình ghi", "the recipient ends in %q; the marks are added by the program", s[len(s)-1:]))
		case strings.Contains(s, ";"):
			f.in(p, 0, len(p.Text), problem.Textf("hai nơi nhận trên một dòng", "two recipients on one line"), problem.Textf("mỗi nơi nhận một dòng", "one line for each"))
		case strings.HasPrefix(s, "+") || strings.HasPrefix(s, "•") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "*"):
			f.in(p, 0, len(p.Text), problem.Textf("nơi nhận có dấu đầu dòng gõ tay", "the recipient has a typed mark before it"), problem.Textf("bỏ dấu; gạch đầu dòng do chương trình ghi", "take it away; the dash is added by the program"))
		}
	}
	n.eachRecipient(see)
	for _, paper := range n.rec.Papers {
		for i, p := range n.textsOf(paper.Field() + ".recipients") {
			see(i, p)
		}
	}
}

var (
	keptRight = regexp.MustCompile(`^(?:- ?)?Lưu: VT, \S`)
	keptLike  = regexp.MustCompile(`^(?:- ?)?[Ll]ưu\s*:?\s*(?:VT|Văn thư|vt)(?:\s*[,;.]\s*|\s+|$)\s*(.*?)[ ;.]*$`)
)

func checkKeptCopy(n *notice, f *found) {
	count := len(n.rec.Recipients)
	if count == 0 {
		return // the template asks for them
	}
	last := n.recipient(count - 1)
	hint := problem.Textf("dòng cuối viết \"Lưu: VT, <đơn vị soạn thảo>\"", "the last line is \"Lưu: VT, <drafting unit>\"")
	n.eachRecipient(func(i int, p *record.Passage) {
		if i < count-1 && kept.MatchString(p.Text) {
			f.in(p, 0, len(p.Text), problem.Textf("dòng Lưu không đứng cuối nơi nhận", "the line Lưu is not the last"), problem.Textf("chuyển xuống cuối danh sách", "put it at the end"))
			last = nil
		}
	})
	if last == nil || keptRight.MatchString(last.Text) {
		return
	}
	m := keptLike.FindStringSubmatch(last.Text)
	switch {
	case m != nil && m[1] != "":
		f.mend(last, 0, len(last.Text), "Lưu: VT, "+m[1], problem.Textf("dòng lưu viết %q", "the last line is written %q", last.Text))
	case m != nil:
		f.in(last, 0, len(last.Text), problem.Textf("dòng lưu thiếu đơn vị soạn thảo", "the last line lacks the drafting unit"), hint)
	default:
		f.in(last, 0, len(last.Text), problem.Textf("dòng cuối nơi nhận không phải dòng Lưu", "the last recipient is not the line Lưu"), hint)
	}
}

var addressed = regexp.MustCompile(`(?i)^(?:kính gửi\s*:|như trên\s*[;.]?$)`)

func checkAddressees(n *notice, f *found) {
	report := func(p *record.Passage) {
		if m := addressed.FindString(p.Text); m != "" {
			f.in(p, 0, len(m), problem.Textf("thông báo không có %q", "a notice has no %q", strings.TrimRight(m, " :;.")), problem.Textf("bỏ dòng này; nơi nhận ghi ở recipients", "take the line away; recipients stand in recipients"))
		}
	}
	n.eachRecipient(func(_ int, p *record.Passage) { report(p) })
	for _, p := range n.body {
		report(p)
	}
}
