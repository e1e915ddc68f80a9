package decree

import (
	"slices"
	"strings"

	"ketluan/render/doc"
)

// measures are what clauses measure that no line says alone, by their names in
// forms.
var measures = map[string]func(n *notice, f *faults, c clause){
	"top": func(n *notice, f *faults, c clause) {
		for i, lines := range n.lines {
			top := doc.MM(1000)
			for _, l := range lines {
				top = min(top, l.top())
			}
			if len(lines) > 0 && (top < c.low()-placeOff || i == 0 && top > c.high()+placeOff) {
				f.add(i+1, "chữ bắt đầu cách mép trên %.1f mm", "text begins %.1f mm from the top edge", top)
			}
		}
	},
	"left": func(n *notice, f *faults, c clause) {
		if len(n.body) == 0 {
			f.missing()
		} else if !within(n.left, c.low(), c.high(), placeOff) {
			f.add(0, "lề trái %.1f mm", "the left margin is %.1f mm", n.left)
		}
	},
	"right": func(n *notice, f *faults, c clause) {
		if len(n.body) == 0 {
			f.missing()
		} else if margin := n.file.Pages[0].Width - n.right; !within(margin, c.low(), c.high(), placeOff) {
			f.add(0, "lề phải %.1f mm", "the right margin is %.1f mm", margin)
		}
	},
	"indent": func(n *notice, f *faults, c clause) {
		for i, l := range n.body {
			if indent := l.x - n.left; (i == 0 || !n.goesOn(i-1)) && !within(indent, c.low(), c.high(), placeOff) {
				f.at(l, "dòng đầu lùi %.1f mm: %q", "the first line is indented by %.1f mm: %q", indent, short(l.text))
			}
		}
	},
	"pitch":      checkPitch,
	"end":        checkEnd,
	"type-code":  checkTypeCode,
	"collective": checkCollective,
}

func (c clause) low() doc.MM  { return doc.MM(c.Range[0]) }
func (c clause) high() doc.MM { return doc.MM(c.Range[1]) }

// pitchOff is how far the distance of two lines may be off, in pt.
const pitchOff doc.PT = 0.2

func checkPitch(n *notice, f *faults, c clause) {
	measured := false
	for i := 1; i < len(n.body); i++ {
		a, b := n.body[i-1], n.body[i]
		if a.page != b.page || !n.goesOn(i-1) {
			continue
		}
		measured = true
		if pitch := (b.y - a.y).PT(); !within(pitch, doc.PT(c.Range[0]), doc.PT(c.Range[1]), pitchOff) {
			f.at(b, "cách dòng trên %.1f pt: %q", "%.1f pt below the line above: %q", pitch, short(b.text))
		}
	}
	if !measured {
		f.missing()
	}
}

// checkEnd checks that the body ends in one of the system's marks, and that one
// which is no full stop stands once.
func checkEnd(n *notice, f *faults, _ clause) {
	if len(n.body) == 0 {
		f.missing()
		return
	}
	const slashed = "./."
	count := 0
	for _, l := range n.body {
		count += strings.Count(l.text, slashed)
	}
	last := n.body[len(n.body)-1]
	ends := slices.ContainsFunc(n.kind.System().Ends, func(mark string) bool { return strings.HasSuffix(last.text, mark) })
	words := strings.TrimSuffix(strings.TrimSuffix(last.text, slashed), ".")
	switch {
	case !ends || strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "..") || strings.HasSuffix(words, "/"):
		f.at(last, "dòng cuối là %q", "the last line is %q", short(last.text))
	case count > 1 || count == 1 && !strings.HasSuffix(last.text, slashed):
		f.at(last, "có %d dấu ./.", "./. stands %d times", count)
	}
}

func checkTypeCode(n *notice, f *faults, _ clause) {
	code := n.typeCode()
	if code == "" || n.typed == nil && !n.isLetter() {
		f.missing()
		return
	}
	want := n.kind.Code()
	if n.typed != nil {
		want = n.kind.System().TypeCodes()[n.typed.text]
	}
	if want != "" && code != want {
		f.add(1, "ký hiệu ghi %s, phải là %s", "the symbol says %s, not %s", code, want)
	}
}

// typeCode returns what stands for the type in the symbol.
func (n *notice) typeCode() string {
	if n.number == nil || n.form == nil {
		return ""
	}
	m := n.form.Number.FindStringSubmatch(n.number.text)
	if m == nil {
		return ""
	}
	return m[n.form.Number.SubexpIndex("type")]
}

// checkCollective checks that nobody signs for the head where a body signs that
// decides together.
func checkCollective(n *notice, f *faults, _ clause) {
	authority, _ := n.authority()
	if len(authority) == 0 {
		f.missing()
		return
	}
	system := n.kind.System()
	whole := false
	for _, l := range authority {
		mark, _, _ := strings.Cut(l.text, " ")
		a, _ := system.Authority(mark)
		if system.OneWay && whole && a.Depth == deputyDepth {
			f.at(l, "dưới dòng của tập thể lại có %q", "below the line of a body that decides together stands %q", short(l.text))
		}
		whole = whole || a.Whole
	}
}

// deputyDepth is that of a deputy who signs for the head.
const deputyDepth = 2
