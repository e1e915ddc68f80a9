package check

import "regexp"

// gaps are the places that a draft leaves for the clerk.
var gaps = regexp.MustCompile(`\[điền: [^\]]*\]`)

func checkGaps(n *notice, f *found) {
	for _, p := range n.rec.Passages() {
		for _, m := range gaps.FindAllStringIndex(p.Text, -1) {
			f.in(p, m[0], m[1], text("chỗ này chưa điền: %s", "this is not filled in yet: %s", p.Text[m[0]:m[1]]), text("thay bằng nội dung thật, cả dấu ngoặc vuông", "put what belongs here in its place, with the brackets"))
		}
	}
}
