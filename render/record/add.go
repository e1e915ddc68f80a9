package record

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Add returns the edit that adds a paragraph to a passage, behind the one that
// ends at a byte of its text: to a text of lines, or to one in a single line behind
// its key, which becomes a list. False of others.
func (p *Passage) Add(end int, text string) (Edit, bool) {
	if end <= 0 || end > len(p.Text) {
		return Edit{}, false
	}
	_, size := utf8.DecodeLastRuneInString(p.Text[:end])
	last := p.Span(end-size, end)
	line := p.source.line(last.End.Line)
	newline := "\n"
	if strings.HasPrefix(p.source.text[p.source.offset(last.End.Line, 1)+len(line):], "\r\n") {
		newline = "\r\n"
	}
	if p.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		if indent == "" || !last.exact {
			return Edit{}, false
		}
		return Edit{File: p.File, From: last.To, To: last.To, Text: newline + newline + indent + Markup(text, nil)}, true
	}
	return p.listed(end, text, newline)
}

// listed makes a list of a passage in a single line behind its key, and of a text
// behind it.
func (p *Passage) listed(end int, text, newline string) (Edit, bool) {
	whole := p.Span(0, len(p.Text))
	from, to := whole.From, whole.To
	if p.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		from, to = from-1, to+1
	}
	begin := p.source.offset(whole.Start.Line, 1)
	if end != len(p.Text) || !whole.exact || whole.Start.Line != whole.End.Line || from < begin || !topKey.MatchString(p.source.text[begin:from]) {
		return Edit{}, false
	}
	key := strings.TrimRight(p.source.text[begin:from], " ")
	made := newline + "  - " + p.source.text[from:to] + newline + "  - " + Scalar(Markup(text, nil))
	return Edit{File: p.File, From: begin + len(key), To: to, Text: made}, true
}

// topKey is a key of the record itself, with its colon.
var topKey = regexp.MustCompile(`^[^\s{\[#&!|>'"-][^:{\[#&!|>'"]*: +$`)
