package record

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/render/problem"
)

// slashedAuthority is a way to write who is signed for: that of the Party, or one
// that nobody has.
var slashedAuthority = regexp.MustCompile(`^(T/M|K/T|T/L|TM/|KT/|TL/|TUQ/|Q/|TM|KT|TL|TUQ)\b\.?\s*`)

// authority reads for whom somebody signs. Whether the marks are those of the
// agency's system is judged once that is known.
func (r *reader) authority(n *yaml.Node, at string) []string {
	lines := r.texts(n, at)
	said := slices.Clone(lines)
	r.parser.authorities = append(r.parser.authorities, func() { r.judgeAuthority(n, at, said) })
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

func (r *reader) judgeAuthority(n *yaml.Node, at string, lines []string) {
	system, _ := kind.SystemNamed(r.parser.record.System)
	outer := -1
	for i, line := range lines {
		mark, title, _ := strings.Cut(line, " ")
		a, ok := system.Authority(mark)
		switch {
		case line == "":
		case !ok || title == "":
			marks := system.Marks()
			last := len(marks) - 1
			r.problem(nodeAt(n, i), element(n, at, i), problem.Textf("%q không bắt đầu bằng %s hay %s và chức vụ", "%q does not begin with %s or %s and a title", line, strings.Join(marks[:last], ", "), marks[last]), authorityHint(system, line))
		case a.Depth <= outer:
			r.problem(nodeAt(n, i), element(n, at, i), problem.Textf("%q đứng sai thứ tự", "%q stands out of order", mark), orderHint(system))
		default:
			outer = a.Depth
		}
	}
}

// authorityHint tells how a line is written in a system, and whose mark it is
// where another system has it.
func authorityHint(system kind.System, line string) problem.Text {
	hint := problem.Textf("viết như %q; người đứng đầu tự ký thì bỏ mục này", "write it like %q; leave it out where the head signs", system.Sample)
	m := slashedAuthority.FindString(line)
	if m == "" || m == line {
		return hint
	}
	letters := strings.NewReplacer("/", "", ".", "")
	for _, mark := range system.Marks() {
		if letters.Replace(mark) == letters.Replace(strings.TrimSpace(m)) {
			hint = problem.Textf("viết %q", "write %q", mark+" "+strings.TrimPrefix(line, m))
		}
	}
	for _, other := range kind.Systems() {
		if _, its := other.Authority(strings.TrimSpace(m)); its && other.Name != system.Name {
			hint.VI += "; thể thức theo " + other.Source + " thì ghi system: " + other.Name
			hint.EN += "; documents of " + other.Source + " have system: " + other.Name
		}
	}
	return hint
}

// orderHint names the marks of a system from the outermost.
func orderHint(system kind.System) problem.Text {
	var vi, en []string
	for depth := range 3 {
		var marks []string
		for _, a := range system.Authorities {
			if a.Depth == depth {
				marks = append(marks, a.Mark)
			}
		}
		vi, en = append(vi, strings.Join(marks, " hoặc ")), append(en, strings.Join(marks, " or "))
	}
	return problem.Text{VI: "từ trên xuống: " + strings.Join(vi, ", rồi "), EN: "from the top: " + strings.Join(en, ", then ")}
}

func (r *reader) position(n *yaml.Node, at string) string {
	s := r.text(n, at)
	if m := slashedAuthority.FindString(s); m != "" {
		r.problem(n, at, problem.Textf("%q là thẩm quyền ký, không phải chức vụ", "%q is an authority, not a position", strings.TrimSpace(m)),
			problem.Textf("ghi dòng này vào mục authority, chức vụ của người ký vào position", "put it into authority, and the signer's own title into position"))
	}
	return s
}

// signers reads the mapping of keys to signers.
func (r *reader) signers(n *yaml.Node, at string) map[string]Signer {
	signers := map[string]Signer{}
	switch n.Kind {
	case yaml.MappingNode:
	case yaml.SequenceNode:
		r.problem(n, at, problem.Textf("signers là những người có thể ký, mỗi người một khóa, ở đây là danh sách", "signers are those who may sign, each with a key, and this is a list"),
			problem.Textf("thay mỗi dấu - bằng một khóa như giam-doc:, rồi bản ghi chọn một người: signer: giam-doc", "put a key such as giam-doc: in the place of each dash; a record chooses one: signer: giam-doc"))
		return signers
	default:
		r.problem(n, at, problem.Textf("cần các dòng khóa: người ký", "lines of key: signer are wanted"), problem.Textf("ví dụ chanh-van-phong: rồi position và name thụt vào dưới đó", "as chanh-van-phong: with position and name indented below it"))
		return signers
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		if _, again := signers[key]; again {
			r.problem(n.Content[i], at+"."+key, problem.Textf("người ký %q đã có ở trên", "the signer %q stands above already", key), problem.Textf("đổi khóa", "change the key"))
			continue
		}
		var s Signer
		readMapping(r, n.Content[i+1], at+"."+key, signerFields, &s)
		signers[key] = s
	}
	return signers
}

// findSigners reads who signs a record: one, or two from left to right, of whom
// the right one signs for the agency that issues the notice.
func (r *reader) findSigners(n *yaml.Node, signers map[string]Signer) (s Signer, beside *Signer) {
	const at = "signer"
	if n.Kind != yaml.SequenceNode {
		return r.findSigner(n, at, signers), nil
	}
	switch len(n.Content) {
	case 1:
		return r.findSigner(n.Content[0], element(n, at, 0), signers), nil
	case 2:
		left := r.findSigner(n.Content[0], element(n, at, 0), signers)
		return r.findSigner(n.Content[1], element(n, at, 1), signers), &left
	}
	r.problem(n, at, problem.Textf("có %d người ký", "there are %d signers", len(n.Content)),
		problem.Textf("một người, hoặc hai người ký cạnh nhau, ghi từ trái sang phải", "one signs, or two side by side, from left to right"))
	return s, nil
}

// findSigner reads a signer: a key of signers, or a mapping.
func (r *reader) findSigner(n *yaml.Node, at string, signers map[string]Signer) (s Signer) {
	if n.Kind == yaml.MappingNode {
		readMapping(r, n, at, signerFields, &s)
		return s
	}
	if key := r.text(n, at); key != "" {
		return r.signerOf(n, at, key, signers)
	}
	return s
}

// signerOf returns the signer of a key, and reports one that there is none of.
func (r *reader) signerOf(n *yaml.Node, at, key string, signers map[string]Signer) Signer {
	s, ok := signers[key]
	if !ok {
		keys := make([]string, 0, len(signers))
		for k := range signers {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		hint := problem.Textf("các khóa có trong signers: %s", "the keys in signers: %s", strings.Join(keys, ", "))
		if near := problem.Nearest(key, keys); near != "" {
			hint = problem.Textf("có phải %q không?", "is it %q?", near)
		} else if len(keys) == 0 {
			hint = problem.Textf("ghi position và name của người ký ngay dưới signer", "write the signer's position and name below signer")
		}
		r.problem(n, at, problem.Textf("không có người ký nào mang khóa %q", "there is no signer with the key %q", short(key)), hint)
	}
	return s
}

// recipients reads the lines of nơi nhận. Dashes before them and marks behind
// them are the template's to write.
func (r *reader) recipients(n *yaml.Node, at string) []string {
	var lines []string
	for i, s := range r.texts(n, at) {
		typed := s
		s = strings.TrimSpace(strings.TrimPrefix(strings.TrimRight(s, " ;."), "- "))
		if s == "" && typed != "" {
			r.problem(nodeAt(n, i), element(n, at, i), problem.Textf("dòng trống", "nothing is said here"), problem.Textf("ghi nơi nhận hoặc xóa dòng này", "name a recipient or take the line away"))
		}
		if s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}

// basis reads the lines of căn cứ. Marks behind them are the template's to write.
func (r *reader) basis(n *yaml.Node, at string) []string {
	lines := r.texts(n, at)
	for i, s := range lines {
		lines[i] = strings.TrimRight(s, " ;,.")
	}
	return lines
}

func nodeAt(n *yaml.Node, i int) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content[i]
	}
	return n
}

// counters are what a label pattern counts with.
const counters = "I1a"

// numbering reads the label patterns: each has a counter I, 1 or a, or is a bare mark.
func (r *reader) numbering(n *yaml.Node, at string) []string {
	patterns := r.texts(n, at)
	for i, p := range patterns {
		letters := strings.Trim(p, counters+".()-+/ ")
		if p != "" && (letters != "" || len([]rune(p)) > 10) {
			r.problem(nodeAt(n, i), element(n, at, i), problem.Textf("%q không phải kiểu đánh số", "%q is no way of numbering", short(p)),
				problem.Textf("viết số đầu tiên của cấp đó: \"I.\", \"1.\", \"(1)\", \"a)\", \"1.1.\" hoặc \"-\"", "write the first label of the depth: \"I.\", \"1.\", \"(1)\", \"a)\", \"1.1.\" or \"-\""))
		}
	}
	return slices.DeleteFunc(patterns, func(s string) bool { return s == "" })
}
