package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// Whatever the bytes: no panic, places inside the file, texts that are NFC and
// clean, IDs that are unique.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.txtar")
	examples, _ := filepath.Glob("../../examples/*.yaml")
	for _, file := range append(files, examples...) {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, s := range []string{
		"subject: 😀", norm.NFD.String(small), "\t\t-\t", "subject: a\u00A0b", "conclusions: []", small + "closing: " + strings.Repeat("dài ", 20000),
		strings.Repeat("- - ", 50), "a: &a\nb: *a", "? a\n: b", "{a: b}: c", "conclusions: !!map {}", "<<: {a: b}", "\xFF\xFEa\x00", "meeting-date: 99999999999999999999/1/1",
		"subject:\n\u00A0– a\n-\u00A0b", "subject： x\nopening:a\n\u3000lead: [a] b", "a: \"b\n'c': [d, 'e\n  f] g", "a: {b: [c}\n\"d\": |2-\n   e\n f: >x",
		"subject: A\u00ADB\u200B\u034F1", "subject: \"A\\u00ad\\u00adB\\\n  C\"", "subject: >-\n  A\u200B\n  \u2060B\uFE0F\u0323", "subject: K?t lu?n", "subject: ?????a?", "? ?: �", "subject: Káº¿t luáº\u00adn Ì", "subject: Bêònh viêòn\nclosing: ngýõÌi trýòc",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		rec, problems := Parse(src, Source{Name: "a.yaml", Printable: faces, Open: func(string) ([]byte, error) { return src, nil }})
		lines := len(src) + 1
		for _, p := range problems {
			if p.Pos.Line < 0 || p.Pos.Line > lines || p.Pos.Col < 0 || p.Message.VI == "" || p.Message.EN == "" {
				t.Fatalf("bad problem %+v", p)
			}
		}
		if rec == nil {
			return
		}
		for _, p := range rec.Passages() {
			if s := p.Span(len(p.Text)/2, len(p.Text)); s.From < 0 || s.To < s.From || s.Start.Line < 1 || s.Start.Col < 1 {
				t.Fatalf("bad span %+v of %q", s, p.Text)
			}
			p.Edit(0, len(p.Text), "x")
			for _, h := range p.Hidden() {
				if e := h.Edit("-"); h.At <= 0 || h.At >= len(p.Text) || e.From <= 0 || e.To <= e.From {
					t.Fatalf("bad edit %+v of what is hidden in %q", e, p.Text)
				}
			}
		}
		if len(problems) > 0 {
			return
		}
		seen := map[string]bool{}
		for _, task := range rec.Tasks() {
			if seen[task.ID] || task.ID == "" {
				t.Fatalf("the ID %q is not unique", task.ID)
			}
			seen[task.ID] = true
			if task.Text != norm.NFC.String(task.Text) || strings.Contains(task.Text, "  ") || strings.ContainsAny(task.Text, "\t\u200b") {
				t.Fatalf("not clean: %q", task.Text)
			}
		}
	})
}
