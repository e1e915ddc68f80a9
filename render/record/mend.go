package record

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// An Edit puts a text in the place of the bytes [From, To) of a file's text,
// which has no byte order mark and is UTF-8 whatever the file is in.
type Edit struct {
	File     string // as in a Pos
	From, To int
	Text     string
}

// Edit returns the smallest edit of the file that puts a text in the place of
// the bytes [from, to) of the passage. False where the piece goes over the end
// of a line, or its place is not surely known.
func (p *Passage) Edit(from, to int, text string) (Edit, bool) {
	old := p.Text[from:to]
	for old != "" && text != "" {
		a, size := utf8.DecodeRuneInString(old)
		if b, _ := utf8.DecodeRuneInString(text); a != b {
			break
		}
		old, text, from = old[size:], text[size:], from+size
	}
	for old != "" && text != "" {
		a, size := utf8.DecodeLastRuneInString(old)
		if b, _ := utf8.DecodeLastRuneInString(text); a != b {
			break
		}
		old, text, to = old[:len(old)-size], text[:len(text)-size], to-size
	}
	s := p.Span(from, to)
	if !s.exact || s.Start.Line != s.End.Line {
		return Edit{}, false
	}
	e := Edit{File: p.File, From: s.From, To: s.To, Text: p.quoted(text)}
	if p.style == 0 {
		return p.plain(e)
	}
	return e, true
}

// plain returns an edit of a text without quotes. Where YAML would take the
// mended text for something else, the whole of it gets quotes; false where it
// is on several lines.
func (p *Passage) plain(e Edit) (Edit, bool) {
	whole := p.Span(0, len(p.Text))
	typed := p.source.text[whole.From:whole.To]
	made := typed[:e.From-whole.From] + e.Text + typed[e.To-whole.From:]
	switch {
	case misleading(made) <= misleading(typed):
		return e, true
	case !whole.exact || whole.Start.Line != whole.End.Line:
		return Edit{}, false
	}
	return Edit{File: p.File, From: whole.From, To: whole.To, Text: Quoted(made)}, true
}

// misleading counts the places of a text without quotes that YAML may take for
// a key, a comment, or an end of the text.
func misleading(s string) int {
	n := strings.Count(s, ": ") + strings.Count(s, " #")
	for _, c := range "[]{}," {
		n += strings.Count(s, string(c))
	}
	if s == "" || strings.HasSuffix(s, ":") || strings.ContainsAny(s[:1], "-?:#&*!|>'\"%@` ") {
		n++
	}
	return n
}

// ErrNotMended is returned for a file that an edit does not fit.
var ErrNotMended = errors.New("the edits do not fit the file")

// Mend carries edits out and leaves every other byte as it is. Of edits that
// overlap the first is carried out; it returns how many were.
func Mend(src []byte, edits []Edit) ([]byte, int, error) {
	if len(edits) == 0 {
		return src, 0, nil
	}
	text, encode := src, func(b []byte) ([]byte, error) { return b, nil }
	if order, ok := utf16Order(src); ok {
		policy := unicode.IgnoreBOM
		if bytes.HasPrefix(src, []byte("\xFF\xFE")) || bytes.HasPrefix(src, []byte("\xFE\xFF")) {
			policy = unicode.UseBOM
		}
		decoded, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(src)
		if err != nil {
			return nil, 0, err
		}
		text, encode = decoded, unicode.UTF16(order, policy).NewEncoder().Bytes
		if back, err := encode(decoded); err != nil || !bytes.Equal(back, src) {
			return nil, 0, ErrNotMended
		}
	}
	mark := text[:0]
	if bytes.HasPrefix(text, []byte("\xEF\xBB\xBF")) {
		mark, text = text[:3], text[3:]
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.From - b.From })
	out := bytes.Clone(mark)
	done, at := 0, 0
	for _, e := range edits {
		if e.From < at || e.To < e.From || done > 0 && e.From == at {
			continue
		}
		if e.To > len(text) {
			return nil, 0, ErrNotMended
		}
		out = append(append(out, text[at:e.From]...), e.Text...)
		at = e.To
		done++
	}
	out, err := encode(append(out, text[at:]...))
	return out, done, err
}
