package record

import (
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// subject reads the subject, and where lines of it were typed: in a block
// written with |, or as \n in quotes.
func (r *reader) subject(n *yaml.Node, at string) {
	rec := r.parser.record
	rec.Subject, rec.Emphasis.Subject = r.marked(n, at)
	rec.Subject, rec.subjectLines = strings.ReplaceAll(rec.Subject, "\n", " "), ""
	if rec.Subject == "" || !strings.Contains(strings.TrimSpace(n.Value), "\n") {
		return
	}
	value := norm.NFC.String(strings.ReplaceAll(n.Value, "\r\n", "\n"))
	rec.subjectLines, _ = unmarked(norm.NFC.String(tidied(value, func(rune) {}))) // what cannot be printed has been told
}

// SubjectLines returns the subject with "\n" for the space between its lines
// where they were typed as such.
func (r *Record) SubjectLines() string {
	if strings.ReplaceAll(r.subjectLines, "\n", " ") == r.Subject {
		return r.subjectLines
	}
	return r.Subject
}
