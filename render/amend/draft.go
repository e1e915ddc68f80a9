package amend

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Draft is the text of a record with its tree. Each line has an end, which is
// taken from the last again where the file has none.
type Draft struct {
	text   string
	starts []int // of the lines, in bytes; YAML ends them at more than \n
	mark   string
	end    string // of lines that are added
	open   bool   // the last line of the file has no end
	root   *yaml.Node
	know   func() Knowledge

	last struct{ line, col, at int } // a node whose place was asked for
}

const byteOrderMark = "\xEF\xBB\xBF"

// Open reads the text of a record. The error is a *Refusal where it is none that
// steps can change.
func Open(src []byte) (*Draft, error) {
	d := &Draft{text: string(src), end: "\n"}
	if !utf8.ValidString(d.text) || strings.ContainsRune(d.text, 0) {
		return nil, refuse(problem.Textf("bản ghi không ở dạng UTF-8", "the record is not in UTF-8"), problem.Textf("lưu lại thành UTF-8", "save it as UTF-8"))
	}
	if body, ok := strings.CutPrefix(d.text, byteOrderMark); ok {
		d.mark, d.text = byteOrderMark, body
	}
	if 2*strings.Count(d.text, "\r\n") > strings.Count(d.text, "\n") {
		d.end = "\r\n"
	}
	if d.open = !strings.HasSuffix(d.text, "\n"); d.open {
		d.text += d.end
	}
	return d, d.parse()
}

// Bytes returns the file.
func (d *Draft) Bytes() []byte {
	text := d.text
	if d.open {
		if text = strings.TrimSuffix(text, d.end); len(text) == len(d.text) {
			text = strings.TrimSuffix(text, "\n")
		}
	}
	return []byte(d.mark + text)
}

// parse reads the tree of the text, as strictly as a record is read.
func (d *Draft) parse() error {
	d.starts, d.last.line = lineStarts(d.text), 0
	decoder := yaml.NewDecoder(strings.NewReader(d.text))
	var doc, next yaml.Node
	if err := decoder.Decode(&doc); err != nil {
		return notYAML
	}
	if err := decoder.Decode(&next); !errors.Is(err, io.EOF) {
		return notYAML
	}
	d.root = doc.Content[0]
	if d.root.Kind != yaml.MappingNode {
		return notYAML
	}
	return plain(d.root, 0)
}

// maxNesting is how deep YAML may be nested, as in records.
const maxNesting = 40

// plain refuses what records must not have.
func plain(n *yaml.Node, depth int) error {
	switch {
	case depth > maxNesting:
		return notYAML
	case n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0:
		return refuse(problem.Textf("bản ghi có neo, bí danh hoặc nhãn kiểu của YAML ở dòng %d", "the record has an anchor, an alias or a tag of YAML on line %d", n.Line),
			problem.Textf("sửa dòng ấy ở dạng văn bản trước", "mend that line as text first"))
	}
	for _, c := range n.Content {
		if err := plain(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// lineStarts returns where the lines of a text begin, as YAML counts them.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n',
			c == '\r' && (i+1 == len(text) || text[i+1] != '\n'),
			c == 0x85 && i >= 1 && text[i-1] == 0xC2,
			(c == 0xA8 || c == 0xA9) && i >= 2 && text[i-1] == 0x80 && text[i-2] == 0xE2:
			starts = append(starts, i+1)
		}
	}
	if len(starts) > 1 && starts[len(starts)-1] == len(text) {
		starts = starts[:len(starts)-1]
	}
	return starts
}

// count is the number of lines.
func (d *Draft) count() int { return len(d.starts) }

// from is the byte at which a line begins, from 0; behind the last that of the
// end.
func (d *Draft) from(line int) int {
	if line >= len(d.starts) {
		return len(d.text)
	}
	return d.starts[line]
}

// line returns a line, from 0, without its end.
func (d *Draft) line(i int) string {
	return strings.TrimRight(d.text[d.from(i):d.from(i+1)], "\r\n")
}

// lineAt returns the line of a byte.
func (d *Draft) lineAt(at int) int {
	low, high := 0, len(d.starts)
	for high-low > 1 {
		if mid := (low + high) / 2; d.starts[mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// at returns the byte at which a node begins. It goes on from the node before, as
// a line may be long and have many.
func (d *Draft) at(n *yaml.Node) int {
	if n.Line != d.last.line || n.Column < d.last.col {
		d.last.line, d.last.col, d.last.at = n.Line, 1, d.from(n.Line-1)
	}
	for ; d.last.col < n.Column && d.last.at < len(d.text); d.last.col++ {
		_, size := utf8.DecodeRuneInString(d.text[d.last.at:])
		d.last.at += size
	}
	return d.last.at
}

// blank reports a line with nothing on it.
func (d *Draft) blank(i int) bool { return strings.TrimSpace(d.line(i)) == "" }

// comment reports a line with a comment alone, and how far it is indented.
func (d *Draft) comment(i int) (indent int, ok bool) {
	line := d.line(i)
	rest := strings.TrimLeft(line, " \t")
	return len(line) - len(rest), strings.HasPrefix(rest, "#")
}

// indent is how far a line is indented.
func (d *Draft) indent(i int) int {
	line := d.line(i)
	return len(line) - len(strings.TrimLeft(line, " "))
}

// An edit puts a text in the place of the bytes [from, to).
type edit struct {
	from, to int
	text     string
}

// splice carries edits out, which are in order and do not overlap.
func (d *Draft) splice(edits ...edit) error {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.from < at || e.to < e.from {
			return unsure
		}
		b.WriteString(d.text[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(d.text[at:])
	d.text = b.String()
	return nil
}
