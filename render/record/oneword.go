package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// wantText reports a list or a mapping where a text is meant, for what it is.
func (r *reader) wantText(n *yaml.Node, at string) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return true
	case yaml.MappingNode:
		r.noMapping(n, at)
	default:
		r.noList(n, at)
	}
	return false
}

// keyOf returns the last key of a path as the user wrote it, "lead" of
// "conclusions[1].lead[2]".
func (r *reader) keyOf(at string) string {
	key, _, _ := strings.Cut(lastKey(asWritten(r.written, at)), "[")
	return key
}

func lastKey(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// A manner is how what many write as a list is said.
type manner struct{ why, hint problem.Text }

// manners are those of fields that have a reason to be one, by their keys.
var manners = map[string]manner{
	"deadline": {problem.Textf("một nhiệm vụ có một thời hạn", "a task has one deadline"),
		problem.Textf("hai thời hạn là hai nhiệm vụ: mỗi việc một mục trong items, với deadline của nó", "two deadlines are two tasks: an item each, with its own deadline")},
	"number": {problem.Textf("văn bản có một số", "a document has one number"), problem.Textf(`ghi number: "05", hoặc để trống cho văn thư`, `write number: "05", or leave it to the registry`)},
	"text": {problem.Textf("text là lời văn của một mục", "text is the words of one item"),
		problem.Textf("mỗi việc một mục trong items; nhiều đoạn của một việc thì ghi text: | và để một dòng trống giữa hai đoạn", "each task is an item of its own; for several paragraphs write text: | with an empty line between two")},
	"product": {problem.Textf("sản phẩm ghi trên một dòng", "products stand on one line"),
		problem.Textf("nhiều sản phẩm thì cách nhau bằng dấu chấm phẩy: product: Tờ trình; dự thảo Quyết định", "part several by semicolons: product: Tờ trình; dự thảo Quyết định")},
	"successor": {problem.Textf("một đơn vị có một đơn vị kế tục", "a unit has one successor"), problem.Textf("ghi đơn vị tiếp nhận phần việc chính", "name the unit that took most of its work over")},
}

// noList reports a list where one value is meant.
func (r *reader) noList(n *yaml.Node, at string) {
	key, flow := r.keyOf(at), n.Style&yaml.FlowStyle != 0
	m, ok := manners[lastKey(at)]
	switch {
	case strings.HasSuffix(at, "]"):
		r.problem(n, at, problem.Textf("danh sách nằm trong danh sách %q", "a list inside the list %q", key), problem.Textf("bỏ một lớp ngoặc vuông, hoặc một dấu -", "take one pair of brackets away, or one dash"))
		return
	case ok && soleText(n) == "":
		r.problem(n, at, problem.Text{VI: m.why.VI + ", ở đây là danh sách", EN: m.why.EN + ", and this is a list"}, m.hint)
		return
	}
	hint := problem.Textf("ghi một giá trị, ngay sau dấu hai chấm", "write one value, behind the colon")
	switch one := soleText(n); {
	case flow && strings.Contains(one, " "):
		hint = problem.Textf("bỏ dấu [ ]: %s: %s; nếu là lời văn bắt đầu bằng dấu [ thì đặt trong ngoặc kép: %s", "take the brackets away: %s: %s; put a text that begins with [ in quotes: %s", key, Scalar(one), Quoted("["+one+"]"))
	case flow && one != "":
		hint = problem.Textf("bỏ dấu [ ]: %s: %s", "take the brackets away: %s: %s", key, Scalar(one))
	case one != "":
		hint = problem.Textf("bỏ dấu - ở đầu: %s: %s", "take the dash away: %s: %s", key, Scalar(one))
	case flow:
		hint = problem.Textf("ghi một giá trị, không có dấu [ ]; nếu là lời văn bắt đầu bằng dấu [ thì đặt trong ngoặc kép", "write one value, without brackets; put a text that begins with [ in quotes")
	}
	r.problem(n, at, problem.Textf("%q chỉ nhận một giá trị, ở đây là danh sách", "%q takes one value, and this is a list", key), hint)
}

// soleText returns the only element of a list where it is a text that fits a
// message.
func soleText(n *yaml.Node) string {
	if len(n.Content) != 1 || n.Content[0].Kind != yaml.ScalarNode || len(n.Content[0].Value) > 100 {
		return ""
	}
	return n.Content[0].Value
}

// noMapping reports a mapping where a text is meant.
func (r *reader) noMapping(n *yaml.Node, at string) {
	keys, sole := keysIn(n), len(n.Content) == 2
	switch flow := n.Style&yaml.FlowStyle != 0; {
	case flow && len(n.Content) == 0:
		r.problem(n, at, problem.Textf("cần lời văn, ở đây là ngoặc nhọn { }", "a text is wanted, and these are braces"), problem.Textf("ghi lời văn, hoặc bỏ cả mục", "write the text, or leave the field out"))
	case sole && isUnitName(lastKey(at)) && isNameKey(n.Content[0].Value) && n.Content[1].Kind == yaml.ScalarNode:
		r.problem(n, at, problem.Textf("ở đây chỉ ghi tên đơn vị, không có khóa %s", "only the unit's name stands here, without the key %s", n.Content[0].Value),
			problem.Textf("ghi %s: %s; tên ngắn, tên khác thì ghi ở mục units", "write %s: %s; its short name and aliases belong into units", r.keyOf(at), Scalar(n.Content[1].Value)))
	case flow && sole && isEmpty(n.Content[1]):
		r.problem(n, at, problem.Textf("dấu { ở đầu biến lời văn thành khóa của YAML", "the { at its beginning makes the text a key of YAML"),
			problem.Textf("đặt cả lời văn trong ngoặc kép: %s", "put the whole text in quotes: %s", Quoted("{"+short(n.Content[0].Value)+"}")))
	case sole && n.Content[1].Kind == yaml.ScalarNode:
		line := n.Content[0].Value + ": " + n.Content[1].Value
		if r.behindBracket(n) {
			line = "[" + line + "]"
		}
		r.problem(n, at, problem.Textf("cần lời văn, nhưng dấu hai chấm và dấu cách biến nó thành cặp khóa: giá trị", "a text is wanted, but the colon and space make it a key with a value"),
			problem.Textf("lời văn có dấu hai chấm thì đặt trong ngoặc kép: %s", "put a text with a colon in quotes: %s", Quoted(line)))
	default:
		r.problem(n, at, problem.Textf("%q chỉ ghi lời văn, ở đây có các khóa: %s", "%q is a text, and here are the keys: %s", r.keyOf(at), keys),
			problem.Textf("ghi lời văn ngay sau dấu hai chấm; khóa của mục khác thì cho thẳng hàng với các khóa của mục ấy", "write the text behind the colon; align keys of another item with its own"))
	}
}

// behindBracket reports a value that stands right behind a [.
func (r *reader) behindBracket(n *yaml.Node) bool {
	if n.Line < 1 || n.Line > len(r.lines) {
		return false
	}
	before := []rune(r.lines[n.Line-1])
	return n.Column >= 2 && n.Column-2 < len(before) && before[n.Column-2] == '['
}

// isNameKey reports the key of a unit's name; the table of units cannot be asked
// here, for it reads by this.
func isNameKey(key string) bool { return key == "name" || key == "tên" }

// isUnitName reports a key, perhaps with its place in a list, whose value is the
// name of a unit.
func isUnitName(key string) bool {
	key, _, _ = strings.Cut(key, "[")
	return key == "lead" || key == "partners" || key == "successor" || key == "units"
}

// keysIn lists the first keys of a mapping.
func keysIn(n *yaml.Node) string {
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		if i == 8 {
			keys = append(keys, "…")
			break
		}
		keys = append(keys, short(n.Content[i].Value))
	}
	return strings.Join(keys, ", ")
}
