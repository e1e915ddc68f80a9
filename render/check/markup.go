package check

import (
	"regexp"
	"strings"

	"ketluan/render/problem"
)

// markups are what other programs mark texts by, and marks of emphasis without
// their pair; the gate is a piece that each match has.
var markups = []struct {
	gate    string
	pattern *regexp.Regexp
}{
	{"<", regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9]{0,9}(?: [^<>\n]*)?/?>`)},
	{"|", regexp.MustCompile(`\|[^|\n]+\|[^|\n]*\|?`)},
	{"**", regexp.MustCompile(`\*{2,}[^\s*][^*\n]*\*{2,}|\*\*+\pL|\pL\*\*+`)},
	{"*", regexp.MustCompile(`(?:^|[\s(“])(\*\pL[^*\n]*\*)(?:$|[\s.,;:)”])`)},
	{"__", regexp.MustCompile(`__\pL[^_\n]*__`)},
	{"_", regexp.MustCompile(`(?:^|[\s(“])(_\pL[^_\n]*_?)(?:$|[\s.,;:)”])`)},
	{"](", regexp.MustCompile(`\[[^\]\n]+\]\([^)\n]+\)`)},
	{"`", regexp.MustCompile("`[^`\n]+`")},
	{"# ", regexp.MustCompile(`^#{1,6} \S`)},
}

func checkMarkup(n *notice, f *found) {
	marked := problem.Textf("chữ đậm viết **…**, chữ nghiêng _…_; dấu * hay _ cần in thì thêm \\ phía trước; bảng thì ghi ở mục table", `bold is **…**, italic _…_; put \ before a * or _ that is meant; a table stands in table`)
	bare := problem.Textf("mục này không in đậm, in nghiêng được: bỏ các dấu ấy", "nothing is set bold or italic here: take the marks away")
	for _, p := range n.prose {
		hint := marked
		if !p.Emphatic {
			hint = bare
		}
		for _, m := range markups {
			if !strings.Contains(p.Text, m.gate) {
				continue
			}
			for _, at := range m.pattern.FindAllStringSubmatchIndex(p.Text, -1) {
				from, to := at[0], at[1]
				if len(at) > 2 {
					from, to = at[2], at[3]
				}
				if p.Meant(from) {
					continue
				}
				f.in(p, from, to, problem.Textf("%q trông như ký hiệu định dạng, sẽ in ra đúng như đã gõ", "%q looks like markup, and is printed as typed", short(p.Text[from:to])), hint)
				break // once a passage and kind
			}
		}
	}
}
