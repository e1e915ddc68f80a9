package amend

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// However a record is written, a step makes of it what it says, or is refused with
// nothing changed.
func TestStyles(t *testing.T) {
	const head = "meeting-date: 28/9/2026\nsubject: a\n"
	for _, c := range []struct {
		name, src string
		step      Step
		want      string // "" is refused
	}{
		{"a comment beside a key stays in its column", "number: \"05\"   # văn thư\n", Step{Do: "set", Place: "number"}, "number: \"\"     # văn thư\n"},
		{"and is filled again", "number: # văn thư\n", Step{Do: "set", Place: "number", Value: "05"}, "number: \"05\" # văn thư\n"},
		{"a field that is missing", "number: \"1\"\nopening: x\n", Step{Do: "set", Place: "date", Value: "29/9/2026"}, "number: \"1\"\ndate: 29/9/2026\nopening: x\n"},
		{"in Vietnamese", "số: \"1\"\nmở đầu: x\n", Step{Do: "set", Place: "date", Value: "29/9/2026"}, "số: \"1\"\nngày ban hành: 29/9/2026\nmở đầu: x\n"},
		{"a text that looks like a key", "closing: x\n", Step{Do: "set", Place: "closing", Value: "Về việc: họp #1"}, "closing: \"Về việc: họp #1\"\n"},
		{"single quotes", "closing: 'x'\n", Step{Do: "set", Place: "closing", Value: "it's: y"}, "closing: 'it''s: y'\n"},
		{"double quotes", "closing: \"x\" # c\n", Step{Do: "set", Place: "closing", Value: `a "b" \`}, "closing: \"a \\\"b\\\" \\\\\" # c\n"},
		{"what YAML takes for nothing", "closing: x\n", Step{Do: "set", Place: "closing", Value: "null"}, "closing: \"null\"\n"},
		{"what YAML takes for a list", "closing: x\n", Step{Do: "set", Place: "closing", Value: "[a"}, "closing: \"[a\"\n"},
		{"lines of the subject stay lines", "subject: |\n  a\n  b\n", Step{Do: "set", Place: "subject", Value: "a\nc"}, "subject: |\n  a\n  c\n"},
		{"lines of the subject, folded", "subject: a\n", Step{Do: "set", Place: "subject", Value: "a\nc"}, "subject: |-\n  a\n  c\n"},
		{"between braces", "conclusions:\n  - {text: a, lead: X}   # c\n", Step{Do: "set", Place: "kl_1_text", Value: "a, b"}, "conclusions:\n  - {text: \"a, b\", lead: X}   # c\n"},
		{"a key between braces", "conclusions:\n  - {text: a}\n", Step{Do: "set", Place: "kl_1_deadline", Value: "30/10/2026"}, "conclusions:\n  - {text: a, deadline: 30/10/2026}\n"},
		{"a list between braces", "conclusions:\n  - {text: a, lead: [X, Y]}\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{"X", "Z, T"}}, "conclusions:\n  - {text: a, lead: [X, \"Z, T\"]}\n"},
		{"no key is left between braces", "conclusions:\n  - {text: a, lead: X}\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{}}, "conclusions:\n  - {text: a}\n"},
		{"below what stands between braces", "conclusions:\n  - {text: a}\n", Step{Do: "add", Place: "kl_1", Where: "below", Value: "b"}, ""},
		{"a list between brackets", "conclusions: [a, b]\n", Step{Do: "indent", Place: "kl_2"}, ""},
		{"its text", "conclusions: [a, b]\n", Step{Do: "set", Place: "kl_2_text", Value: "c: d"}, "conclusions: [a, \"c: d\"]\n"},
		{"a text alone gets keys", "conclusions:\n  - a   # c\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{"X"}}, "conclusions:\n  - text: a   # c\n    lead: X\n"},
		{"and loses them", "conclusions:\n  - text: >-   # c\n      a\n      b\n    lead: X\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{}}, "conclusions:\n  - >-   # c\n    a\n    b\n"},
		{"several leads", "conclusions:\n  - text: a\n    lead: X   # c\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{"X", "Z"}}, "conclusions:\n  - text: a\n    lead: [X, Z]   # c\n"},
		{"one lead of a list", "conclusions:\n  - text: a\n    lead:\n      - X   # c\n      - Y   # d\n      - Z\n", Step{Do: "set", Place: "kl_1_lead", Values: []string{"X", "Z"}}, "conclusions:\n  - text: a\n    lead:\n      - X   # c\n      - Z\n"},
		{"an element of a list", "recipients:\n  - A   # c\n  - B\n", Step{Do: "set", Place: "recipients_2", Value: "C: d"}, "recipients:\n  - A   # c\n  - \"C: d\"\n"},
		{"an element more", "recipients:\n  # c\n  - A\n\nsigner: x\n", Step{Do: "add", Place: "recipients_1", Value: "B"}, "recipients:\n  # c\n  - A\n  - B\n\nsigner: x\n"},
		{"an element moves with its comment", "recipients:\n  # c\n  - A\n  - B # d\n", Step{Do: "move", Place: "recipients_2", To: "recipients_1", Where: "before"}, "recipients:\n  - B # d\n  # c\n  - A\n"},
		{"a paragraph of a text", "opening: |\n  a\n  b\n\n  c\n", Step{Do: "set", Place: "opening_2", Value: "d"}, "opening: |\n  a\n  b\n\n  d\n"},
		{"a paragraph more of one text", "opening: a\n", Step{Do: "set", Place: "opening", Values: []string{"a", "b"}}, "opening:\n  - a\n  - b\n"},
		{"a paragraph is parted", "opening:\n  - một hai # c\n  - ba\n", Step{Do: "split", Place: "opening_1", At: 3}, "opening:\n  - một # c\n  - hai\n  - ba\n"},
		{"and joined", "opening:\n  - một # c\n  - hai\n  - ba\n", Step{Do: "join", Place: "opening_2"}, "opening:\n  - một hai # c\n  - ba\n"},
		{"an alias", "closing: &a x\nopening: *a\n", Step{Do: "set", Place: "closing", Value: "y"}, ""},
		{"a tab", "conclusions:\n\t- a\n", Step{Do: "set", Place: "kl_1_text", Value: "y"}, ""},
		{"the first conclusion", "conclusions:   # chưa có\n", Step{Do: "add", Place: "kl", Where: "below", Value: "a"}, "conclusions:   # chưa có\n  - a\n"},
		{"the first of all", "closing: x\n", Step{Do: "add", Place: "kl", Where: "below", Value: "a"}, "conclusions:\n  - a\nclosing: x\n"},
		{"the last conclusion goes", "conclusions:   # c\n  # d\n  - a\nclosing: x\n", Step{Do: "remove", Place: "kl_1"}, "conclusions:   # c\nclosing: x\n"},
		{"a list without indentation", "conclusions:\n- a\n- b\nclosing: x\n", Step{Do: "indent", Place: "kl_2"}, "conclusions:\n- text: a\n  items:\n  - b\nclosing: x\n"},
		{"a paragraph behind the items", "conclusions:\n  - text: a\n    items:\n      - b\n    after: c\n  - d\n", Step{Do: "indent", Place: "kl_2"}, ""},
		{"parts of a sentence", "conclusions:\n  - text: a\n    parts:\n      - b\n      - c\n", Step{Do: "indent", Place: "kl_1_2"}, ""},
		{"keys behind the items", "conclusions:\n  - items:\n      - b\n    text: a # e\n  - d # f\n", Step{Do: "indent", Place: "kl_2"}, "conclusions:\n  - items:\n      - b\n      - d # f\n    text: a # e\n"},
		{"a block with its own indentation", "conclusions:\n  - >2-\n    a\n  - b\n", Step{Do: "indent", Place: "kl_2"}, "conclusions:\n  - text: >2-\n      a\n    items:\n      - b\n"},
		{"an empty item goes when the next is joined", "conclusions:\n  - \"\"\n  - text: b\n    lead: X\n", Step{Do: "join", Place: "kl_2"}, "conclusions:\n  - text: b\n    lead: X\n"},
		{"what has a lead is not joined", "conclusions:\n  - a\n  - text: b\n    lead: X\n", Step{Do: "join", Place: "kl_2"}, ""},
		{"joined with the text above", "conclusions:\n  - text: a\n    items:\n      - b\n      - c\n", Step{Do: "join", Place: "kl_1_1"}, "conclusions:\n  - text: a b\n    items:\n      - c\n"},
		{"a key that there is not", "closing: x\n", Step{Do: "set", Place: "kl_1_text", Value: "y"}, ""},
		{"what no field is called", "closing: x\n", Step{Do: "set", Place: "nothing", Value: "y"}, ""},
		{"nothing of a profile", "profile: a.yaml\n", Step{Do: "set", Place: "agency_name", Value: "y"}, ""},
	} {
		src := c.src
		if !strings.Contains(src, "subject") && !strings.Contains(src, "số") {
			src = head + src
			if c.want != "" {
				c.want = head + c.want
			}
		}
		for _, form := range []func(string) string{func(s string) string { return s }, crlf, norm.NFD.String, func(s string) string { return byteOrderMark + s }, bare} {
			made, _, err := Apply([]byte(form(src)), []Step{c.step}, nil)
			switch {
			case c.want == "" && (err == nil || string(made) != form(src)):
				t.Errorf("%s: %v\n%s", c.name, err, made)
			case c.want == "":
			case err != nil:
				t.Errorf("%s: %v\n%s", c.name, err, form(src))
			case norm.NFC.String(string(made)) != norm.NFC.String(form(c.want)):
				t.Errorf("%s:\n%q\nwant\n%q", c.name, made, form(c.want))
			}
		}
	}
}

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func bare(s string) string { return strings.TrimSuffix(s, "\n") }
