package record

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
)

// styled has the words "một hai ba" in every way in which YAML writes a text.
const styled = `meeting-date: 28/9/2020
agency: {name: Sở Tài chính, code: STC, place: 'Quảng ''Ngãi'''}
subject: >-   # trích yếu
  một  hai
  ba

opening:
  - |
    một
    hai ba

    bốn
  - "một \
     hai\tba \"bốn\" \u1EC7 một\u00A0hai"
  - một
    hai
    ba
conclusions:
  - mo` + "\u0323\u0302" + `t hai ba` + "\u200B" + ` bốn
  - {text: một   hai ba, heading: 'một
     hai'}
  - "một\
    hai"
`

// Each word of each passage is found where it was typed.
func TestSpans(t *testing.T) {
	for _, ends := range []string{"\n", "\r\n", "\r"} {
		src := strings.ReplaceAll(styled, "\n", ends)
		rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(printed(problems, problem.English))
		}
		if len(rec.Passages()) < 10 {
			t.Fatalf("%d passages", len(rec.Passages()))
		}
		for _, p := range rec.Passages() {
			for at, c := range p.Text {
				s := p.Span(at, at+utf8.RuneLen(c))
				typed := norm.NFC.String(src[s.From:s.To])
				want := string(c)
				switch {
				case c == '\'':
					want = "''"
				case c == '"':
					want = `\"`
				case typed == `\u1EC7` || typed == `\u00A0`:
					want = typed
				case c == ' ' || c == '\n':
					want, typed = "", strings.NewReplacer(`\t`, "", `\`, "", "\u200b", "").Replace(typed)
					typed = strings.TrimSpace(typed)
				}
				if !s.exact || typed != want {
					t.Errorf("%s: %q at %d of %q is %q at %v, exact %v", p.Field, c, at, p.Text, src[s.From:s.To], s.Start, s.exact)
				}
				if line := rec.Line(s.Start.File, s.Start.Line); !strings.Contains(src, line) || utf8.RuneCountInString(line) < s.Start.Col-1 {
					t.Errorf("%v is outside of %q", s.Start, line)
				}
			}
		}
	}
}

func TestSpanPlaces(t *testing.T) {
	rec, _ := Parse([]byte(styled), Source{Name: "a.yaml"})
	for _, tt := range []struct{ field, piece, from, to string }{
		{"agency.place", "Ngãi", "a.yaml:2:57", "a.yaml:2:61"},
		{"subject", "hai", "a.yaml:4:8", "a.yaml:4:11"},
		{"subject", "hai ba", "a.yaml:4:8", "a.yaml:5:5"},
		{"opening[1]", "bốn", "a.yaml:12:5", "a.yaml:12:8"},
		{"opening[2]", "ba", "a.yaml:14:11", "a.yaml:14:13"},
		{"opening[3]", "ba", "a.yaml:17:5", "a.yaml:17:7"},
		{"conclusions[1]", "ba", "a.yaml:19:15", "a.yaml:19:17"},
		{"conclusions[2].heading", "hai", "a.yaml:21:6", "a.yaml:21:9"},
		{"conclusions[3]", "hai", "a.yaml:23:5", "a.yaml:23:8"},
	} {
		p := passage(t, rec, tt.field)
		at := strings.Index(p.Text, tt.piece)
		if s := p.Span(at, at+len(tt.piece)); s.Start.String() != tt.from || s.End.String() != tt.to {
			t.Errorf("%s: %q at %v-%v, want %s-%s", tt.field, tt.piece, s.Start, s.End, tt.from, tt.to)
		}
	}
}

func passage(t *testing.T, rec *Record, field string) *Passage {
	t.Helper()
	for _, p := range rec.Passages() {
		if p.Field == field {
			return p
		}
	}
	t.Fatalf("no passage %s", field)
	return nil
}

// All characters of the examples are found, in their profiles too.
func TestSpansOfExamples(t *testing.T) {
	files, _ := filepath.Glob("../../examples/20*.yaml")
	for _, file := range files {
		rec := parseExample(t, filepath.Base(file))
		for _, p := range rec.Passages() {
			for at, c := range p.Text {
				if s := p.Span(at, at+utf8.RuneLen(c)); !s.exact {
					t.Errorf("%s: %q of %q at %v", p.Field, c, p.Text, s.Start)
				}
			}
		}
	}
}

// An edit changes what it says and no other byte, in whatever the file is in.
func TestMend(t *testing.T) {
	const src = "meeting-date: 28/9/2020 # ngày\r\nagency: {name: 'Sở ''A'''}\nsubject: \"Kết luận \\\"A\\\" 5\"\nconclusions: [Lập dự  toán]\n"
	utf16LE := func(bom unicode.BOMPolicy) []byte {
		b, err := unicode.UTF16(unicode.LittleEndian, bom).NewEncoder().Bytes([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for name, file := range map[string][]byte{"UTF-8": []byte(src), "mark": []byte("\xEF\xBB\xBF" + src), "UTF-16": utf16LE(unicode.UseBOM), "UTF-16 bare": utf16LE(unicode.IgnoreBOM)} {
		rec, problems := Parse(file, Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(name, printed(problems, problem.English))
		}
		var edits []Edit
		for _, c := range []struct{ field, old, new string }{
			{"agency.name", "A", "B'"}, {"subject", "A", `"B"`}, {"subject", "5", "05"}, {"conclusions[1]", "dự toán", "dự án toán"},
		} {
			p := passage(t, rec, c.field)
			at := strings.Index(p.Text, c.old)
			e, ok := p.Edit(at, at+len(c.old), c.new)
			if !ok {
				t.Fatalf("%s: no edit of %q", name, c.old)
			}
			edits = append(edits, e)
		}
		got, n, err := Mend(file, edits)
		if err != nil || n != len(edits) {
			t.Fatalf("%s: %d edits, %v", name, n, err)
		}
		want := strings.NewReplacer("''A''", "''B''''", `\"A\"`, `\"\"B\"\"`, " 5", " 05", "dự  toán", "dự  án toán").Replace(src)
		back, _, _ := Mend(file, nil)
		if string(back) != string(file) {
			t.Errorf("%s: nothing to mend, and it is another file", name)
		}
		text, ok := (&reader{parser: &parser{}}).decodeBytes(got)
		if !ok || text != want || len(got)-len(file) < 3 {
			t.Errorf("%s: %q, want %q", name, text, want)
		}
	}
}

// An edit never goes over the end of a line.
func TestNoEditOverLines(t *testing.T) {
	rec, _ := Parse([]byte(styled), Source{Name: "a.yaml"})
	p := passage(t, rec, "subject")
	if e, ok := p.Edit(0, len(p.Text), "khác"); ok {
		t.Errorf("edit %+v", e)
	}
	if e, ok := p.Edit(0, len(p.Text), "một hai bốn"); !ok || e.Text != "ốn" {
		t.Errorf("edit %+v, %v", e, ok)
	}
}

// A text without quotes gets them where the mended one would be misread.
func TestMendPlain(t *testing.T) {
	const head = "meeting-date: 28/9/2020\nagency: {name: Sở A}\nconclusions: [Lập dự toán]\n"
	for _, tt := range []struct{ line, old, new, want string }{
		{"recipients: [Lưu VT]", "Lưu VT", "Lưu: VT, VP", `recipients: ["Lưu: VT, VP"]`},
		{"subject: Sở kết luận:họp  nhé # ngày", "luận:họp", "luận: họp", `subject: "Sở kết luận: họp  nhé" # ngày`},
		{"subject: Sở, phòng", "phòng", "đơn vị", "subject: Sở, đơn vị"},
		{"subject: Sở \"A\" B", "B", "B:", `subject: "Sở \"A\" B:"`},
		{"subject: Sở #A", "Sở #A", "Sở # A", "subject: Sở #A"}, // a comment from the start
	} {
		src := head + tt.line + "\n"
		rec, _ := Parse([]byte(src), Source{Name: "a.yaml"})
		mended := src
		for _, p := range rec.Passages() {
			if at := strings.Index(p.Text, tt.old); at >= 0 && p.line == 4 {
				e, ok := p.Edit(at, at+len(tt.old), tt.new)
				if !ok {
					t.Fatalf("no edit of %q", tt.line)
				}
				out, _, err := Mend([]byte(src), []Edit{e})
				if err != nil {
					t.Fatal(err)
				}
				mended = string(out)
			}
		}
		if mended != head+tt.want+"\n" {
			t.Errorf("%q, want %q", mended[len(head):], tt.want)
		}
		if _, problems := Parse([]byte(mended), Source{Name: "a.yaml"}); len(problems) > 0 && !strings.Contains(tt.line, "#A") {
			t.Error(printed(problems, problem.English))
		}
	}
}
