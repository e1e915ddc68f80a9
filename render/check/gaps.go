package check

import (
	"regexp"

	"ketluan/render/problem"
)

// GapRule finds what a draft has left to be filled in.
const GapRule = "NV-17"

// gaps are the places that a draft leaves for the clerk.
var gaps = regexp.MustCompile(`\[điền: [^\]]*\]`)

func checkGaps(n *notice, f *found) {
	for _, p := range n.rec.Passages() {
		for _, m := range gaps.FindAllStringIndex(p.Text, -1) {
			f.in(p, m[0], m[1], problem.Textf("chỗ này chưa điền: %s", "this is not filled in yet: %s", p.Text[m[0]:m[1]]), problem.Textf("thay bằng nội dung thật, cả dấu ngoặc vuông", "put what belongs here in its place, with the brackets"))
		}
	}
}
