package record

import (
	"sort"
	"strings"
	"unicode/utf8"

	"ketluan/render/problem"
)

// A source is the text of one file with the places of its lines, which end
// where YAML ends them.
type source struct {
	name   string
	text   string
	starts []int // of each line, in bytes
}

func newSource(name, text string) *source {
	s := &source{name: name, text: text, starts: make([]int, 1, strings.Count(text, "\n")+1)}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= ' ' && c < 0x80: // as most
		case c == '\n',
			c == '\r' && (i+1 == len(text) || text[i+1] != '\n'),
			c == 0x85 && i >= 1 && text[i-1] == 0xC2,                                     // NEL
			(c == 0xA8 || c == 0xA9) && i >= 2 && text[i-1] == 0x80 && text[i-2] == 0xE2: // LS, PS
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// offset returns the byte of a line and column, both from 1.
func (s *source) offset(line, col int) int {
	if line < 1 {
		return 0
	}
	if line > len(s.starts) {
		return len(s.text)
	}
	at := s.starts[line-1]
	for ; col > 1 && at < len(s.text); col-- {
		_, size := utf8.DecodeRuneInString(s.text[at:])
		at += size
	}
	return at
}

// pos returns the place of a byte.
func (s *source) pos(at int) problem.Pos {
	line := max(sort.SearchInts(s.starts, at+1), 1)
	return problem.Pos{File: s.name, Line: line, Col: utf8.RuneCountInString(s.text[s.starts[line-1]:at]) + 1}
}

// line returns a line without its end, "" where there is none.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.starts) {
		return ""
	}
	end := len(s.text)
	if n < len(s.starts) {
		end = s.starts[n]
	}
	from := s.starts[n-1]
	for end > from && (s.text[end-1] == '\n' || s.text[end-1] == '\r') {
		end--
	}
	return s.text[from:end]
}

// Line returns a line of the record's file or of its profile's, by the name
// that places have, without its end.
func (r *Record) Line(file string, line int) string {
	for _, s := range r.sources {
		if s.name == file {
			return s.line(line)
		}
	}
	return ""
}

// Lines returns how many lines a file has.
func (r *Record) Lines(file string) int {
	for _, s := range r.sources {
		if s.name == file {
			return len(s.starts)
		}
	}
	return 0
}

// FileNames returns the names that places have: of the record's own file first.
func (r *Record) FileNames() []string {
	names := make([]string, len(r.sources))
	for i, s := range r.sources {
		names[i] = s.name
	}
	return names
}
