//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ownTemplate is the beginning of a template of one's own.
const ownTemplate = `kind: thong-bao
name: Mẫu
requires: [subject]
properties: {title: a, subject: a, author: a, keywords: a}
page: {width: 210, height: 297, top: 20, right: 15, bottom: 20, left: 30}
styles:
  p: {name: P, size: 14}
`

// templated makes a record with a template of n.
func templated(n int, template func(n int) string) growing {
	return growing{n: n, make: func(tb testing.TB, dir string, n int) []string {
		path, mine := filepath.Join(dir, "hop.yaml"), filepath.Join(dir, "mau.yaml")
		save(tb, path, oneUnit+repeated(50, aTask))
		save(tb, mine, template(n))
		return []string{"render", path, "-t", mine, "-o", filepath.Join(dir, "out"), "--only", "pdf"}
	}}
}

// growingTemplates are templates of one's own, which come from others, too, and faces.
func growingTemplates() map[string]growing {
	blocks := func(n int, format string) string { return ownTemplate + "blocks:\n" + repeated(n, format) }
	text := func(words string) string { return ownTemplate + "blocks:\n  - {p: p, text: '" + words + "'}\n" }
	return map[string]growing{
		"template/blocks": templated(10_000, func(n int) string { return blocks(n, "  - {p: p, text: a#}\n") }),
		"template/styles": templated(5000, func(n int) string {
			return ownTemplate + repeated(n, "  p#: {name: P#, size: 14}\n") + "blocks:\n" + repeated(n, "  - {p: p#, text: a}\n")
		}),
		"template/blocks that are asked": templated(10_000, func(n int) string { return blocks(n, "  - {p: p, when: .Agency.Name, text: a#}\n") }),
		"template/rows": templated(2000, func(n int) string {
			return ownTemplate + "blocks:\n  - columns:\n      widths: [rest, natural]\n      gap: 4\n      rows:\n" + repeated(n, "        - - blocks: [{p: p, text: a#}]\n          - blocks: [{p: p, text: b}]\n")
		}),
		"template/spans": templated(10_000, func(n int) string {
			return ownTemplate + "blocks:\n  - p: p\n    spans:\n" + repeated(n, "      - {text: 'a '}\n")
		}),
		"template/abbreviations": templated(20_000, func(n int) string {
			return ownTemplate + "abbreviations:\n" + repeated(n, "  A#: a a\n") + "blocks:\n" + strings.Repeat("  - {p: p, text: "+repeated(100, "A# ")+"}\n", 20)
		}),
		"template/source":       templated(30_000, func(n int) string { return text(strings.Repeat("a ", n)) }),
		"template/many sources": templated(400, func(n int) string { return blocks(n, "  - {p: p, text: '"+strings.Repeat("{{.Code}}", 100)+"'}\n") }),
		"template/actions":      templated(6500, func(n int) string { return text(strings.Repeat("{{.}}", n)) }),
		"template/branches":     templated(1500, func(n int) string { return text(strings.Repeat("{{if .Code}}", n) + strings.Repeat("{{end}}", n)) }),
		"template/pipes":        templated(4000, func(n int) string { return text("{{.Code" + strings.Repeat("|print", n) + "}}") }),
		"template/joined": templated(400, func(n int) string {
			return text(`{{$x := "a"}}` + strings.Repeat(`{{$x = print $x $x}}`, n))
		}),
		"template/turns": templated(4000, func(n int) string {
			return text(repeated(1, "{{range 100}}{{range ") + strings.Repeat("1", 1) + "000}}{{end}}{{end}}" + strings.Repeat(" ", n))
		}),
		"template/words": templated(250_000, func(n int) string {
			return text(`{{range ` + "9999" + `}}` + strings.Repeat("a ", n/10_000) + `{{end}}`)
		}),
		"template/words of blocks": templated(40, func(n int) string { return blocks(n, "  - {p: p, text: '{{range 9999}}a {{end}}'}\n") }),
		"template/one long word":   templated(250_000, func(n int) string { return text(`{{range 9999}}` + strings.Repeat("a", n/10_000) + `{{end}}`) }),
		"template/used": templated(3000, func(n int) string {
			return ownTemplate + "define:\n  d: [{p: p, text: a}]\nblocks:\n" + repeated(n, "  - {use: d}\n")
		}),
		"template/within each other": templated(2000, func(n int) string {
			return ownTemplate + "blocks: " + strings.Repeat("[{blocks: ", n) + "[]" + strings.Repeat("}]", n) + "\n"
		}).refused(), // beyond what can be filled in
		// Keys that are none are misuse, from the first.
		"template/keys": templated(20_000, func(n int) string { return repeated(n, "khoa-#: 1\n") + text("a") }).refused(),
		"faces/bytes": {n: 3 << 20, make: func(tb testing.TB, dir string, n int) []string {
			path, faces := filepath.Join(dir, "hop.yaml"), filepath.Join(dir, "faces")
			save(tb, path, oneUnit+repeated(50, aTask))
			if err := copyFaces(faces); err != nil {
				tb.Fatal(err)
			}
			files, err := os.ReadDir(faces)
			if err != nil {
				tb.Fatal(err)
			}
			for _, f := range files {
				name := filepath.Join(faces, f.Name())
				src, err := os.ReadFile(name)
				if err != nil {
					tb.Fatal(err)
				}
				save(tb, name, string(src)+strings.Repeat("a", n))
			}
			return []string{"render", path, "--fonts", faces, "-o", filepath.Join(dir, "out"), "--only", "pdf"}
		}},
	}
}
