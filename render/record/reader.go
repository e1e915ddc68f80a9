package record

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A reader takes values out of the YAML tree of one file and reports what is
// wrong with them.
type reader struct {
	parser *parser
	file   string
	lines  []string    // of the file, for the places of single characters
	widths map[int]int // of lines that were asked for, in characters
	source *source
	damage bool // of the letters of the file, which is told
	places map[string]problem.Pos

	// parted are the elements of lists that a comma between [ and ] parts from the
	// one before.
	parted map[*yaml.Node]bool

	// written are the last keys of paths as the user wrote them, where those are
	// not the English ones.
	written map[string]string
}

func (r *reader) pos(n *yaml.Node) problem.Pos {
	return problem.Pos{File: r.file, Line: n.Line, Col: r.column(n.Line, n.Column)}
}

// column turns yaml's column, which counts characters of the decoded line,
// into one that lies inside the line.
func (r *reader) column(line, col int) int {
	if line < 1 || line > len(r.lines) {
		return max(col, 1)
	}
	if col <= len(r.lines[line-1])/utf8.UTFMax { // surely inside
		return max(col, 1)
	}
	width, known := r.widths[line]
	if !known {
		width = utf8.RuneCountInString(r.lines[line-1])
		r.widths[line] = width
	}
	return max(min(col, width+1), 1)
}

func (r *reader) problem(n *yaml.Node, at string, message, hint problem.Text) {
	r.parser.add(problem.Problem{Pos: r.pos(n), Field: asWritten(r.written, at), Path: at, Message: message, Hint: hint})
}

// plain reports, once for each, what a record must not have: anchors, aliases,
// tags, nesting past the limit. False means that the tree must not be read on.
func (r *reader) plain(root *yaml.Node) bool {
	ok := true
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		if depth > maxNesting {
			r.problem(n, "", problem.Textf("lồng nhau quá %d cấp", "nested more than %d deep", maxNesting),
				problem.Textf("kiểm tra cách thụt đầu dòng", "check the indentation"))
			ok = false
			return
		}
		switch {
		case n.Kind == yaml.AliasNode:
			r.problem(n, "", problem.Textf("không dùng được bí danh %q của YAML", "the YAML alias %q is not allowed", "*"+n.Value),
				problem.Textf("chép lại nội dung; nếu là lời văn bắt đầu bằng dấu * thì đặt trong ngoặc kép", "repeat the content; put a text that begins with * in quotes"))
			ok = false
			return
		case n.Anchor != "":
			r.problem(n, "", problem.Textf("không dùng được neo %q của YAML", "the YAML anchor %q is not allowed", "&"+n.Anchor),
				problem.Textf("bỏ đi; nếu là lời văn bắt đầu bằng dấu & thì đặt trong ngoặc kép", "take it away; put a text that begins with & in quotes"))
		case n.Style&yaml.TaggedStyle != 0:
			r.problem(n, "", problem.Textf("không dùng được nhãn kiểu %q của YAML", "the YAML tag %q is not allowed", n.Tag),
				problem.Textf("bỏ đi; nếu là lời văn bắt đầu bằng dấu ! thì đặt trong ngoặc kép", "take it away; put a text that begins with ! in quotes"))
		}
		for _, c := range n.Content {
			walk(c, depth+1)
		}
	}
	walk(root, 0)
	return ok
}

// isEmpty reports a value that is left out: `number:` with nothing behind it.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// text returns a value as one line of text, "" with a problem reported where
// it is none.
func (r *reader) text(n *yaml.Node, at string) string {
	return strings.ReplaceAll(r.paragraphs(n, at), "\n", " ")
}

// paragraphs returns a value as text, with "\n" between its paragraphs: in a
// block written with | they are parted by an empty line.
func (r *reader) paragraphs(n *yaml.Node, at string) string {
	s, _ := r.words(n, at, false)
	return s
}

// words reads a value as a text, whose emphasis may be marked.
func (r *reader) words(n *yaml.Node, at string, emphasis bool) (text string, runs []Run) {
	if !r.wantText(n, at) || isEmpty(n) {
		return "", nil
	}
	r.swallowed(n, at)
	value := strings.ReplaceAll(n.Value, "\r\n", "\n")
	if n.Style&yaml.LiteralStyle != 0 {
		parts := strings.Split(value, "\n\n")
		for i, p := range parts {
			parts[i] = strings.ReplaceAll(strings.Trim(p, "\n"), "\n", " ")
		}
		value = strings.Join(parts, "\n")
	}
	text = r.clean(value, n, at)
	if len(text) > maxText && utf8.RuneCountInString(text) > maxText {
		r.problem(n, at, problem.Textf("dài quá %d ký tự", "longer than %d characters", maxText), problem.Textf("chia thành nhiều mục", "part it into several items"))
	}
	p := &Passage{
		Field: at, File: r.file, Text: plainHyphens(text), source: r.source, line: n.Line, col: n.Column, style: n.Style,
		hidden: text != value && strings.ContainsFunc(value, isZeroWidth), Emphatic: emphasis, Parted: r.parted[n],
	}
	if emphasis {
		p.Text, p.omitted = unmarked(p.Text)
		text, runs, _ = unmark(text)
	}
	rec := r.parser.record
	rec.passages = append(rec.passages, p)
	if !isSet(at) {
		text = p.Text
	}
	return text, runs
}

// swallowed reports text that YAML takes for a comment: `text: Nhiệm vụ #2`.
func (r *reader) swallowed(n *yaml.Node, at string) {
	comment := []rune(n.LineComment)
	if n.Style == 0 && len(comment) > 1 && comment[1] != ' ' && comment[1] != '#' {
		r.problem(n, at, problem.Textf("phần %q sau dấu # bị YAML coi là ghi chú và bỏ đi", "YAML takes %q behind the # for a comment and drops it", n.LineComment),
			problem.Textf("đặt cả lời văn trong ngoặc kép: %s; nếu đúng là ghi chú thì thêm dấu cách sau #", "put the whole text in quotes: %s; if it is a comment put a space behind the #", Quoted(n.Value+" "+n.LineComment)))
	}
}

// list returns the elements of a list; a single value is a list of one. An
// empty list is a problem, a value left out is none.
func (r *reader) list(n *yaml.Node, at string) []*yaml.Node {
	switch {
	case isEmpty(n):
		return nil
	case n.Kind != yaml.SequenceNode:
		return []*yaml.Node{n}
	case len(n.Content) == 0:
		r.problem(n, at, problem.Textf("danh sách rỗng", "the list is empty"), problem.Textf("bỏ cả mục này nếu không có gì để ghi", "leave the field out if there is nothing to say"))
	case n.Style&yaml.FlowStyle != 0:
		for _, e := range n.Content[1:] {
			r.parted[e] = true
		}
	}
	return n.Content
}

// element names the i-th element of the list n, or n itself where it is no list.
func element(n *yaml.Node, at string, i int) string {
	if n.Kind != yaml.SequenceNode {
		return at
	}
	return at + "[" + strconv.Itoa(i+1) + "]"
}

// texts returns a text or a list of texts, each one line.
func (r *reader) texts(n *yaml.Node, at string) []string {
	var all []string
	for i, e := range r.list(n, at) {
		all = append(all, r.required(e, element(n, at, i), r.text(e, element(n, at, i))))
	}
	return all
}

// required reports an element of a list that says nothing.
func (r *reader) required(n *yaml.Node, at, s string) string {
	if s == "" && isEmpty(n) {
		r.problem(n, at, problem.Textf("dòng trống", "nothing is said here"), problem.Textf("ghi nội dung hoặc xóa dòng này", "say something or take the line away"))
	}
	return s
}

// yes returns a yes or no.
func (r *reader) yes(n *yaml.Node, at string) (value, ok bool) {
	if n.Kind == yaml.ScalarNode {
		switch strings.ToLower(n.Value) {
		case "yes", "true", "có":
			return true, true
		case "no", "false", "không":
			return false, true
		}
	}
	if n.Kind != yaml.ScalarNode {
		r.problem(n, at, problem.Textf("%q là yes hay no, không phải danh sách hay cặp khóa: giá trị", "%q is yes or no, no list and no key with a value", r.keyOf(at)), problem.Textf("ghi yes (có) hoặc no (không)", "write yes or no"))
		return false, false
	}
	r.problem(n, at, problem.Textf("%q không phải yes hay no", "%q is neither yes nor no", n.Value), problem.Textf("ghi yes (có) hoặc no (không)", "write yes or no"))
	return false, false
}
