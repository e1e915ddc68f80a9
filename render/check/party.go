package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/kind"
	"ketluan/render/problem"
)

// system returns that of the documents.
func (n *notice) system() kind.System {
	s, _ := kind.SystemNamed(n.rec.System)
	return s
}

// mark returns how the system writes the first way to sign for another at a
// depth: KT. or K/T at 2, TL. or T/L at 1.
func (n *notice) mark(depth int) string {
	for _, a := range n.system().Authorities {
		if a.Depth == depth {
			return a.Mark
		}
	}
	return ""
}

// checkBody finds an agency of another system than its documents are of.
func checkBody(n *notice, f *found) {
	name, own := n.rec.Agency.Name, n.system()
	other := kind.SystemOf(name)
	if other.Name == own.Name || !other.Bodies.MatchString(name) {
		return
	}
	hint := problem.Textf("thêm dòng system: %s vào hồ sơ cơ quan", "add a line system: %s to the profile", other.Name)
	if other.IsFirst() {
		hint = problem.Textf("bỏ dòng system: %s", "take the line system: %s away", own.Name)
	}
	f.field(n, "agency.name", problem.Textf("văn bản của %q theo %s, không theo %s", "documents of %q follow %s, not %s", name, other.Source, own.Source), hint)
}

func checkPartySymbol(n *notice, f *found) {
	checkNumber(n, f)
	checkAgencyCode(n, f)
}

// subjectWords begin subjects that are no names.
var subjectWords = regexp.MustCompile(`^(?:Kết luận|Kết quả|Về|Việc|Tình hình|Ý kiến) `)

func checkPartySubject(n *notice, f *found) {
	p := n.byField["subject"]
	if p == nil || p.Text == "" {
		return
	}
	s := p.Text
	checkSubjectEnd(f, p)
	if m := typeInSubject.FindString(s); m != "" && len(m) < len(s) {
		f.mend(p, 0, len(m), "", problem.Textf("trích yếu lặp lại tên loại: dòng THÔNG BÁO do chương trình ghi", "the subject repeats the type, which the program writes above it"))
		return
	}
	first, size := utf8.DecodeRuneInString(s)
	message := problem.Textf("trích yếu bắt đầu bằng chữ thường", "the subject begins with a small letter")
	small := string(unicode.ToLower(first))
	switch {
	case strings.ToUpper(s) == s && strings.Contains(s, " "):
		f.in(p, 0, len(s), problem.Textf("trích yếu viết toàn chữ hoa", "the subject is all capitals"), problem.Textf("viết chữ thường: trích yếu in đậm, không in hoa", "write small letters: it is set bold, not in capitals"))
	case !unicode.IsUpper(first):
	case subjectWords.MatchString(s):
		f.mend(p, 0, size, small, message)
	default:
		f.in(p, 0, size, message, problem.Textf("viết %q, nếu không phải tên riêng", "write %q, if it is no name", small))
	}
}

// checkWholeBody finds a deputy who signs for the head below a line for a body
// that decides together.
func checkWholeBody(n *notice, f *found, s signature) {
	system := n.system()
	whole := ""
	for _, line := range s.Authority {
		mark, _, _ := strings.Cut(line, " ")
		way, _ := system.Authority(mark)
		if system.OneWay && whole != "" && mark == n.mark(2) {
			f.field(n, s.path+".authority", problem.Textf("%q dưới %q: tập thể không có dòng %s", "%q below %q: a body that decides together has no line %s", line, whole, mark),
				problem.Textf("bỏ dòng %q", "take the line %q away", line))
		}
		if way.Whole {
			whole = line
		}
	}
}

var (
	partyKept = regexp.MustCompile(`^(?:- ?)?Lưu \pL`)
	registry  = regexp.MustCompile(`(?:^|[\s,:;])VT(?:$|[\s,;.])`)
)

func checkPartyKeptCopy(n *notice, f *found) {
	count := len(n.rec.Recipients)
	if count == 0 {
		return // the template asks for them
	}
	hint := problem.Textf("dòng cuối viết \"Lưu Văn phòng …\" hoặc \"Lưu Đảng ủy\"", "the last line is \"Lưu Văn phòng …\" or \"Lưu Đảng ủy\"")
	for i := range count {
		p := n.recipient(i)
		switch {
		case p == nil:
		case i < count-1 && kept.MatchString(p.Text):
			f.in(p, 0, len(p.Text), problem.Textf("dòng Lưu không đứng cuối nơi nhận", "the line Lưu is not the last"), problem.Textf("chuyển xuống cuối danh sách", "put it at the end"))
		case i == count-1 && !kept.MatchString(p.Text):
			f.in(p, 0, len(p.Text), problem.Textf("dòng cuối nơi nhận không phải dòng Lưu", "the last recipient is not the line Lưu"), hint)
		case i == count-1 && (!partyKept.MatchString(p.Text) || registry.MatchString(p.Text)):
			f.in(p, 0, len(p.Text), problem.Textf("dòng lưu viết %q theo thể thức của nhà nước", "the last line is written %q, as the state's documents have it", p.Text), hint)
		}
	}
}
