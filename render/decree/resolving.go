package decree

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// articleHead is the label of an article, typed or numbered by a template.
var articleHead = regexp.MustCompile(`^Điều (\d+)\.`)

// resolvingRules are those of resolutions and decisions: what forms 1.1 to 1.3
// have between the abstract and the first article.
var resolvingRules = []rule{
	{"NQ-01", "Phụ lục III, mẫu 1.1-1.3", resolving, text("QUYẾT NGHỊ: hay QUYẾT ĐỊNH: và thẩm quyền ban hành cỡ 13-14, in hoa, đứng, đậm, giữa", "QUYẾT NGHỊ: or QUYẾT ĐỊNH: and who issues it of 13-14 pt, capitals, upright, bold, centred"), func(n *notice, f *faults) {
		said := false
		for _, l := range n.deciding {
			said = said || strings.HasPrefix(l.text, "QUYẾT NGHỊ") || strings.HasPrefix(l.text, "QUYẾT ĐỊNH")
			if !isSize(l, 13, 14) {
				f.at(l, "%q: cỡ %.1f", "%q: %.1f pt", short(l.text), l.size)
			}
			checkCentred(n, f, l)
		}
		if !said {
			f.add(1, "không thấy dòng QUYẾT NGHỊ: hay QUYẾT ĐỊNH: in hoa, đậm", "there is no line QUYẾT NGHỊ: or QUYẾT ĐỊNH: in bold capitals")
		}
	}},
	{"NQ-02", "Phụ lục III, mẫu 1.1-1.3", resolving, text("có căn cứ ban hành, rồi các điều", "it says what it rests on, then its articles"), func(n *notice, f *faults) {
		if len(n.basis) == 0 {
			f.add(1, "không thấy căn cứ ban hành in nghiêng", "there is no basis in italics")
		}
		if len(n.body) > 0 && !strings.HasPrefix(n.body[0].text, "Điều 1.") {
			f.at(n.body[0], "nội dung bắt đầu bằng %q, không phải Điều 1.", "the body begins with %q, not with Điều 1.", short(n.body[0].text))
		}
		checkArticles(n, f)
	}},
}

// checkArticles finds articles that are not numbered one after the other, or twice.
func checkArticles(n *notice, f *faults) {
	next := 1
	for i, l := range n.body {
		m := articleHead.FindStringSubmatch(l.text)
		if m == nil || i > 0 && n.goesOn(i-1) {
			continue
		}
		if want := fmt.Sprint(next); m[1] != want {
			f.at(l, "%q: phải là Điều %s.", "%q: it should be Điều %s.", short(l.text), want)
		}
		if articleHead.MatchString(strings.TrimSpace(l.text[len(m[0]):])) {
			f.at(l, "%q: số điều ghi hai lần", "%q: the number of the article stands twice", short(l.text))
		}
		next++
	}
}

// decidingShape is what stands between what a document rests on and what it says.
var decidingShape = regexp.MustCompile(`^QUYẾT (ĐỊNH|NGHỊ) ?:$`)

// basisWithin takes what a document rests on out of its body, where it stands
// below who issues it, or below a sentence: paragraphs in italics that begin with
// Căn cứ, and what goes on with them.
func (n *notice) basisWithin() {
	var body []*line
	resting := false
	for i, l := range n.body {
		if begins := strings.HasPrefix(l.text, "Căn cứ "); l.page == 1 && l.italic && (begins || resting) {
			if begins && !resting && len(n.basis) == 0 && !slices.ContainsFunc(n.body[:i], func(l *line) bool { return !l.bold || !l.caps() }) {
				n.deciding, body = append(n.deciding, n.body[:i]...), nil
			}
			n.basis, resting = append(n.basis, l), true
			continue
		}
		resting = false
		body = append(body, l)
	}
	n.body = body
}
