package revision

import (
	"fmt"
	"strconv"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A place is where a text stands in the record, as its mark says.
type place struct {
	path      []int    // of a conclusion, from 1; nil is none
	rest      []string // behind it: "heading"; of others all: "opening", "1"
	paragraph int      // of several, from 1
}

// parse reads kl_2_1_heading, opening_1, kl_2_p3.
func parse(name string) place {
	p := place{paragraph: 1}
	rest := strings.Split(name, "_")
	if last := rest[len(rest)-1]; len(last) > 1 && last[0] == 'p' {
		if n, err := strconv.Atoi(last[1:]); err == nil {
			p.paragraph, rest = n, rest[:len(rest)-1]
		}
	}
	if rest[0] == "kl" {
		rest = rest[1:]
		for len(rest) > 0 {
			n, err := strconv.Atoi(rest[0])
			if err != nil {
				break
			}
			p.path, rest = append(p.path, n), rest[1:]
		}
	}
	if len(p.path) > 0 && len(rest) == 1 && rest[0] == "text" {
		rest = nil
	}
	p.rest = rest
	return p
}

// item returns the conclusion of a place, nil where the record has it not.
func (p place) item(rec *record.Record) *record.Item {
	items := rec.Conclusions
	var found *record.Item
	for _, n := range p.path {
		if n < 1 || n > len(items) {
			return nil
		}
		found = items[n-1]
		items = found.Items
	}
	return found
}

// isText reports the text of a conclusion itself.
func (p place) isText() bool { return len(p.path) > 0 && len(p.rest) == 0 }

// name is what users call a place: 2.1, 2.heading, opening.1.
func (p place) name() string {
	parts := p.rest
	if len(p.path) > 0 {
		parts = append([]string{p.number()}, parts...)
	}
	if p.paragraph > 1 {
		parts = append(parts[:len(parts):len(parts)], "p"+strconv.Itoa(p.paragraph))
	}
	return strings.Join(parts, ".")
}

func (p place) number() string {
	all := make([]string, len(p.path))
	for i, n := range p.path {
		all[i] = strconv.Itoa(n)
	}
	return strings.Join(all, ".")
}

// called are the places outside the conclusions in words.
var called = map[string]problem.Text{
	"number": {VI: "số văn bản", EN: "number"}, "date": {VI: "ngày ban hành", EN: "date of issue"},
	"subject": {VI: "trích yếu", EN: "subject"}, "opening": {VI: "phần mở đầu, đoạn ", EN: "opening, paragraph "},
	"closing": {VI: "phần kết, đoạn ", EN: "closing, paragraph "}, "recipients": {VI: "nơi nhận, dòng ", EN: "recipients, line "},
	"signer": {VI: "người ký", EN: "signer"}, "cosigner": {VI: "người ký bên trái", EN: "signer at the left"},
	"agency": {VI: "cơ quan", EN: "agency"}, "annex": {VI: "phụ lục ", EN: "annex "},
}

// words returns what a place is called in a sentence.
func (p place) words() problem.Text {
	var t problem.Text
	switch {
	case len(p.path) > 0 && len(p.rest) > 0 && p.rest[0] == "heading":
		t = problem.Textf("đề mục %s", "heading %s", p.number())
	case len(p.path) > 0 && len(p.rest) > 0 && p.rest[0] == "after":
		t = problem.Textf("đoạn sau mục %s", "behind item %s", p.number())
	case len(p.path) > 0 && len(p.rest) > 0:
		t = problem.Textf("mục %s, bảng", "item %s, table", p.number())
	case len(p.path) > 0:
		t = problem.Textf("mục %s", "item %s", p.number())
	default:
		t = called[p.rest[0]]
		if strings.HasSuffix(t.EN, " ") {
			n := "1"
			if len(p.rest) > 1 {
				n = p.rest[1]
			}
			t = problem.Text{VI: t.VI + n, EN: t.EN + n}
		}
	}
	if p.paragraph > 1 {
		t = problem.Text{VI: fmt.Sprintf("%s, đoạn %d", t.VI, p.paragraph), EN: fmt.Sprintf("%s, paragraph %d", t.EN, p.paragraph)}
	}
	return t
}
