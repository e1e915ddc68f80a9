package amend

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ketluan/render/record"
)

// width is that of the lines of a text, as the examples have them.
const width = 80

// A manner is how the words of a field are written.
type manner int

// The manners.
const (
	aLine  manner = iota // one line
	prose                // paragraphs, folded where they are long
	lined                // lines that stay as they are typed: the subject
	answer               // yes or no
)

// manners of the fields that are not lines.
var manners = map[string]manner{
	"text": prose, "after": prose, "heading": prose, "opening": prose, "closing": prose, "subject": lined, "numbered": answer, "task": answer, "signature-fields": answer,
}

// words returns a value as the field shows it.
func (m manner) words(n *yaml.Node) string {
	if m == lined && !isEmpty(n) && n.Kind == yaml.ScalarNode {
		return record.Clean(strings.TrimSpace(n.Value))
	}
	return said(n)
}

var anyWord = regexp.MustCompile(`(?i)^(y|yes|n|no|true|false|on|off|có|không)$`)

// fitsPlain reports a text that YAML takes for just that without quotes.
func fitsPlain(text string, between bool) bool {
	if strings.ContainsAny(text, "\n\t") || anyWord.MatchString(text) {
		return false
	}
	var doc yaml.Node
	source := text
	if between {
		source = "[" + text + "]"
	}
	if yaml.Unmarshal([]byte(source), &doc) != nil || len(doc.Content) != 1 {
		return false
	}
	n := doc.Content[0]
	if between {
		if len(n.Content) != 1 {
			return false
		}
		n = n.Content[0]
	}
	return n.Kind == yaml.ScalarNode && n.Tag == "!!str" && n.Style == 0 && n.Value == text
}

// plainOrQuoted writes a text on one line.
func plainOrQuoted(text string, between bool) string {
	if fitsPlain(text, between) {
		return text
	}
	return record.Quoted(text)
}

// A site is a value in the text, with what is around it.
type site struct {
	node    *yaml.Node
	outer   int  // how far the block is indented that it stands in
	between bool // it stands between brackets
	manner  manner
	keep    bool // its lines are kept, as they may be joined again
}

// ways returns the edits that put a text in the place of a value, those first
// that change least. Whether they are right is seen when they are read again.
func (d *Draft) ways(s site, text string) [][]edit {
	ways := d.waysOf(s, text)
	for _, edits := range ways {
		edits[0] = d.aligned(edits[0])
	}
	return ways
}

// aligned keeps a comment beside a value in its column, where it stands apart.
func (d *Draft) aligned(e edit) edit {
	end := e.to
	for end < len(d.text) && d.text[end] == ' ' {
		end++
	}
	apart := end - e.to
	if apart < 2 || end == len(d.text) || d.text[end] != '#' || strings.Contains(e.text, "\n") || strings.Contains(d.text[e.from:e.to], "\n") {
		return e
	}
	apart -= utf8.RuneCountInString(e.text) - utf8.RuneCountInString(d.text[e.from:e.to])
	return edit{e.from, end, e.text + strings.Repeat(" ", max(apart, 1))}
}

func (d *Draft) waysOf(s site, text string) [][]edit {
	n, at := s.node, d.at(s.node)
	if n.Kind != yaml.ScalarNode {
		return nil
	}
	if s.between {
		return [][]edit{{{at, d.endInFlow(n), plainOrQuoted(text, true)}}}
	}
	end := d.endOf(n, s.outer)
	gap := ""
	if at > 0 && strings.IndexByte(" \n", d.text[at-1]) < 0 {
		gap = " " // behind the colon of a key without a value
	}
	inQuotes := []edit{{at, end, gap + record.Quoted(text)}}
	var ways [][]edit
	switch {
	case text == "" && n.Style&quoted == 0:
		return append(ways, d.emptied(s, at, end), inQuotes)
	case n.Style&block != 0:
		ways = append(ways, d.blockWays(s, text, at, end)...)
		if s.manner == aLine || s.manner == answer {
			ways = append(ways, []edit{{at, end, plainOrQuoted(text, false)}})
		}
	case s.manner == answer && n.Style == 0:
		ways = append(ways, []edit{{at, end, gap + text}})
	case strings.Contains(text, "\n"):
		if n.Style&yaml.DoubleQuotedStyle != 0 && s.manner == prose {
			ways = append(ways, inQuotes)
		}
		ways = append(ways, d.folded(s, text, at, end, gap))
	case d.lineAt(at) != d.lineAt(max(at, end-1)):
		ways = append(ways, d.relaid(s, text, at, end)...)
	case isEmpty(n) && s.manner != aLine && d.columnOf(at)+utf8.RuneCountInString(text) > width+20:
		ways = append(ways, d.folded(s, text, at, end, gap))
	case n.Style&yaml.SingleQuotedStyle != 0:
		ways = append(ways, []edit{{at, end, singly(text)}})
	case n.Style == 0 && !anyWord.MatchString(text):
		if n.Tag != "!!null" || fitsPlain(text, false) {
			ways = append(ways, []edit{{at, end, gap + text}})
		}
	}
	return append(ways, inQuotes)
}

func singly(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func (d *Draft) columnOf(at int) int {
	return utf8.RuneCountInString(d.text[d.from(d.lineAt(at)):at])
}

// emptied takes a value away and leaves its key, with what is said beside it.
func (d *Draft) emptied(s site, at, end int) []edit {
	if s.node.Style&block == 0 {
		return []edit{{at, end, ""}}
	}
	line := d.lineAt(at)
	header := at
	for header < len(d.text) && strings.IndexByte(" \r\n", d.text[header]) < 0 {
		header++
	}
	return []edit{{at, header, ""}, {d.from(line + 1), d.from(d.lineAt(end-1) + 1), ""}}
}

// blockWays lays the lines of a block of text anew: first with those kept that
// need not change.
func (d *Draft) blockWays(s site, text string, at, end int) [][]edit {
	first, last := d.lineAt(at)+1, d.lineAt(end-1)
	var old []string
	indent := max(s.outer, 0) + 2
	for i := first; i <= last; i++ {
		line := strings.TrimLeft(d.line(i), " ")
		if len(old) == 0 && line != "" {
			indent = len(d.line(i)) - len(line)
		}
		old = append(old, line)
	}
	from, to := d.from(first), d.from(last+1)
	made := func(old []string) []edit {
		return []edit{{from, to, d.indented(d.paragraphs(s, old, text, indent), indent)}}
	}
	if s.manner == lined && strings.Contains(text, "\n") && s.node.Style&yaml.LiteralStyle == 0 {
		return [][]edit{append(literally(at, d.text), edit{from, to, d.indented(strings.Split(text, "\n"), indent)})}
	}
	return [][]edit{made(old), made(nil)}
}

// literally makes a header > one with |.
func literally(at int, text string) []edit {
	if text[at] != '>' {
		return nil
	}
	return []edit{{at, at + 1, "|"}}
}

// folded writes a text as a folded block in the place of a value.
func (d *Draft) folded(s site, text string, at, end int, gap string) []edit {
	header, lines := ">-", d.paragraphs(s, nil, text, max(s.outer, 0)+2)
	if s.manner == lined && strings.Contains(text, "\n") {
		header = "|-"
	}
	next := d.from(d.lineAt(max(at, end-1)) + 1)
	return []edit{{at, end, gap + header}, {next, next, d.indented(lines, max(s.outer, 0)+2)}}
}

// relaid writes a text in several lines as one of several lines again.
func (d *Draft) relaid(s site, text string, at, end int) [][]edit {
	var old []string
	open, close := "", ""
	raw := d.text[at:end]
	if s.node.Style&quoted != 0 {
		open, close, raw = raw[:1], raw[:1], raw[1:len(raw)-1]
	}
	lines := strings.Split(raw, "\n")
	indent := d.indent(d.lineAt(at) + 1)
	for _, line := range lines {
		old = append(old, strings.TrimSpace(line))
	}
	escaped := text
	switch {
	case open == `"`:
		q := record.Quoted(text)
		escaped = q[1 : len(q)-1]
	case open == "'":
		escaped = strings.ReplaceAll(text, "'", "''")
	}
	made := func(old []string) []edit {
		return []edit{{at, end, open + strings.Join(relined(old, escaped, indent, false), d.end+strings.Repeat(" ", indent)) + close}}
	}
	return [][]edit{made(old), made(nil)}
}
