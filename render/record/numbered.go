package record

import (
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// Numbered returns the edits of the record's own file by which it says a number
// and a date of issue: in place of what its keys say, or on lines of their own
// behind the day of the meeting. Every other byte stays. False where that cannot
// surely be written; whoever carries the edits out reads the record again.
func (r *Record) Numbered(number string, date calendar.Date) ([]Edit, bool) {
	var edits []Edit
	var lacking []string // lines, as key: value
	for _, f := range []struct {
		key, text string
		same      bool
	}{{"number", Quoted(number), r.Number == number}, {"date", date.Slashed(), r.Date == date}} {
		switch {
		case f.same:
		case !r.Says(f.key):
			lacking = append(lacking, r.nameBeside(f.key)+": "+f.text)
		default:
			e, ok := r.put(f.key, f.text)
			if !ok {
				return nil, false
			}
			edits = append(edits, e)
		}
	}
	if len(lacking) == 0 {
		return edits, true
	}
	e, ok := r.newLines(lacking)
	return append(edits, e), ok
}

// nameBeside is a key as the user would write it: in Vietnamese where the keys
// at the top of the file are.
func (r *Record) nameBeside(key string) string {
	for _, other := range []string{"meeting-date", "quarter", "subject", "conclusions"} {
		if r.written[other] != "" {
			return lookUp(recordFields, key).vi
		}
	}
	return key
}

// put returns the edit that writes the value of a key anew, which is one line.
func (r *Record) put(key, value string) (Edit, bool) {
	for _, p := range r.passages {
		if p.Field == key && p.File == r.Name {
			s := p.Span(0, len(p.Text))
			if p.style != 0 { // with the quotes around it
				s.From, s.To = s.From-1, s.To+1
			}
			return Edit{File: r.Name, From: s.From, To: s.To, Text: value}, s.exact && s.Start.Line == s.End.Line
		}
	}
	return putEmpty(r.sources[0], r.places[key], value)
}

// putEmpty returns the edit that writes a value where there is none: behind the
// colon, or in place of what YAML takes for nothing.
func putEmpty(s *source, pos problem.Pos, value string) (Edit, bool) {
	if pos.Line == 0 || pos.File != s.name {
		return Edit{}, false
	}
	at := s.offset(pos.Line, pos.Col)
	rest := s.text[at:]
	for _, nothing := range []string{`""`, `''`, "~", "null", "Null", "NULL"} {
		if strings.HasPrefix(rest, nothing) {
			return Edit{File: s.name, From: at, To: at + len(nothing), Text: value}, true
		}
	}
	key := strings.TrimRight(s.text[:at], " ")
	if !strings.HasSuffix(key, ":") {
		return Edit{}, false
	}
	return Edit{File: s.name, From: len(key), To: len(key), Text: " " + value}, true
}

// newLines returns the edit that adds lines to the top of the record.
func (r *Record) newLines(lines []string) (Edit, bool) {
	s, root := r.sources[0], r.places[""]
	if strings.HasPrefix(s.text[s.offset(root.Line, root.Col):], "{") {
		at := s.offset(root.Line, root.Col) + 1
		return Edit{File: r.Name, From: at, To: at, Text: strings.Join(lines, ", ") + ", "}, true
	}
	start := s.offset(root.Line, 1)
	indent := s.text[start:s.offset(root.Line, root.Col)]
	if strings.TrimLeft(indent, " ") != "" {
		return Edit{}, false
	}
	newline := "\n"
	if strings.Contains(s.text, "\r\n") {
		newline = "\r\n"
	}
	text := ""
	for _, line := range lines {
		text += indent + line + newline
	}
	for _, key := range []string{"meeting-date", "quarter", "code", "profile"} {
		pos := r.places[key]
		if pos.Line == 0 || pos.File != r.Name {
			continue
		}
		end := s.offset(pos.Line+1, 1)
		if strings.HasPrefix(s.line(pos.Line), indent+r.Written(key)+":") && end > 0 && s.text[end-1] == '\n' {
			return Edit{File: r.Name, From: end, To: end, Text: text}, true
		}
	}
	return Edit{File: r.Name, From: start, To: start, Text: text}, true
}

// Unnumbered returns the edits that empty the number and the date of issue, so that
// the record can be issued anew. False as for Numbered.
func (r *Record) Unnumbered() (edits []Edit, ok bool) {
	for _, f := range []struct {
		key  string
		said bool
	}{{"number", r.Number != ""}, {"date", !r.Date.IsZero()}} {
		if !f.said {
			continue
		}
		e, ok := r.put(f.key, `""`)
		if !ok {
			return nil, false
		}
		edits = append(edits, e)
	}
	return edits, true
}
