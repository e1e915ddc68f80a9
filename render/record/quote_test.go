package record

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// Those of hostile texts that look like something else to YAML, or are not seen.
var hostile = []string{
	"Phòng A", "yes", "Không", "null", "NaN", "2020-Q3", "2020-Q3/1-W", "2020-10-14", "12/BC", "- a", "a: b", "a #b", "#a", "'a'", `"a"`, `a\nb`, "a\nb", "a\r\nb", "\ta", "a ", " a", "",
	"\x00\x07\x1b\x7f", "a\u0085b", "a\u2028b\u2029c", "\uFEFFa", "a\u00A0b", "%", "@a", "`a", "&a", "*a", "!a", "|", ">", "---", "...", "? a", "[a]", "{a: b}", "a, b", "0x1F", "1e5", ".inf", "~", "=", "<<",
	"😀", "\U0010FFFD", "\uE000", "e\u0301", "\u0301", strings.Repeat("dài ", 20000), "a:", "a,", "a-", "truE",
}

func TestScalar(t *testing.T) {
	for _, s := range hostile {
		for _, c := range []struct{ name, made string }{{"Scalar", "a: " + Scalar(s)}, {"Quoted", "a: " + Quoted(s)}, {"Quoted in a list", "a: [" + Quoted(s) + ", b]"}} {
			var got map[string]any
			err := yaml.Unmarshal([]byte(c.made), &got)
			value := got["a"]
			if list, ok := value.([]any); ok {
				value = list[0]
			}
			if err != nil || value != s || strings.Contains(c.made, "\n") {
				t.Errorf("%s of %.40q: %.60q is read as %.40q, %v", c.name, s, c.made, value, err)
			}
		}
	}
	for s, want := range map[string]string{"Hoàn thành (1/2)": "Hoàn thành (1/2)", "2020-Q3": "2020-Q3", "no": `"no"`, "a\u00A0b": `"a\u00a0b"`, "a\n\"b\"\x01": `"a\n\"b\"\x01"`, "\u2028": `"\u2028"`} {
		if got := Scalar(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
	if got := Quoted("a\u00A0b"); got != "\"a\u00A0b\"" {
		t.Errorf("%q", got)
	}
}

func FuzzScalar(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		var got map[string]any
		if err := yaml.Unmarshal([]byte("a: "+Scalar(s)), &got); err != nil || got["a"] != s {
			t.Fatalf("%q: %s is read as %q, %v", s, Scalar(s), got["a"], err)
		}
	})
}

// A mark may be typed behind something without width: the text is composed,
// and what follows is still found where it was typed.
func TestComposedOverNothing(t *testing.T) {
	src := "meeting-date: 28/9/2020\nagency: {name: \"Phe\u200B\u0301p tắc\"}\nconclusions: [{text: a}]\n"
	rec, _ := Parse([]byte(src), Source{Name: "a.yaml"})
	if rec.Agency.Name != "Ph\u00e9p tắc" || Clean("Phe\u200B\u0301p \u200Btắc") != rec.Agency.Name {
		t.Fatalf("%q", rec.Agency.Name)
	}
	for _, p := range rec.Passages() {
		if at := strings.Index(p.Text, "tắc"); at > 0 {
			if s := p.Span(at, at+len("tắc")); src[s.From:s.To] != "tắc" || !s.exact {
				t.Errorf("%q", src[s.From:s.To])
			}
			if s := p.Span(2, 4); src[s.From:s.To] != "e\u200B\u0301" {
				t.Errorf("%q", src[s.From:s.To])
			}
		}
	}
}
