package revision

import (
	"strings"

	"ketluan/render/docx/read"
	"ketluan/render/problem"
)

// A look is how a piece of text looks: what a record says by ** and _, and lines
// that people draw where they track nothing.
type look uint8

const (
	bold look = 1 << iota
	italic
	underlined
	struck
)

// lookNames are those of the looks, in the order of their bits.
var lookNames = []problem.Text{
	{VI: "in đậm", EN: "bold"}, {VI: "in nghiêng", EN: "italic"}, {VI: "gạch chân", EN: "underlined"}, {VI: "gạch ngang", EN: "struck through"},
}

func lookOf(r *read.Run) (l look) {
	for i, on := range []bool{r.Bold, r.Italic, r.Underline, r.Struck} {
		if on {
			l |= 1 << i
		}
	}
	return l
}

// A lookSpan is a part of a text that looks alike.
type lookSpan struct {
	from, to int
	look     look
}

// A wordLook is what some of a word looks like, and what all of it does.
type wordLook struct{ some, all look }

// looksOf returns how the words of a paragraph look, those of the given list that
// make up its text.
func (p *paragraph) looksOf(words []string) []wordLook {
	all := make([]wordLook, len(words))
	at, next := 0, 0
	for i, w := range words {
		end := at + len(w)
		all[i].all = bold | italic | underlined | struck
		for k := next; k < len(p.looks) && p.looks[k].from < end; k++ {
			if p.looks[k].to <= at {
				next = k + 1
				continue
			}
			all[i].some |= p.looks[k].look
			all[i].all &= p.looks[k].look
		}
		all[i].all &= all[i].some
		at = end
	}
	return all
}

// A restyled is words that look otherwise than in the record.
type restyled struct {
	text string
	now  wordLook
	was  wordLook
}

// emphasis returns what looks otherwise: of words that stayed, than they did; of
// words that are new, than those whose place they take.
func emphasis(old, now *paragraph, a, z []string, hunks []hunk) []restyled {
	before, after := old.looksOf(a), now.looksOf(z)
	like := make([]wordLook, len(z))
	i, j := 0, 0
	last := wordLook{}
	for _, h := range append(hunks, hunk{len(a), len(a), len(z), len(z)}) {
		for ; i < h.From; i, j = i+1, j+1 {
			like[j] = before[i]
		}
		if h.From < len(a) && (h.From < h.To || h.From == 0) {
			last = before[h.From]
		} else if h.From > 0 {
			last = before[h.From-1]
		}
		for ; j < h.End; j++ {
			like[j] = last
		}
		i = h.To
	}
	return differing(z, after, like)
}

// differing gathers the words that look otherwise than they are to, those beside
// each other as one.
func differing(words []string, now, like []wordLook) []restyled {
	var all []restyled
	open := false
	between := ""
	for i, w := range words {
		switch {
		case !isWord([]rune(w)[0]):
			between += w
			continue
		case now[i] == like[i]:
			open = false
		case open && all[len(all)-1].now == now[i] && all[len(all)-1].was == like[i]:
			all[len(all)-1].text += between + w
		default:
			all, open = append(all, restyled{w, now[i], like[i]}), true
		}
		between = ""
	}
	return all
}

// words says what became of the look of words.
func (r restyled) words() problem.Text {
	var t problem.Text
	say := func(vi, en string) {
		if t.VI != "" {
			t = problem.Text{VI: t.VI + ", ", EN: t.EN + ", "}
		}
		t = problem.Text{VI: t.VI + vi, EN: t.EN + en}
	}
	for i, name := range lookNames {
		bit := look(1) << i
		switch {
		case r.now.some&bit != 0 && r.was.all&bit == 0:
			say("nay "+name.VI, "now "+name.EN)
		case r.now.all&bit == 0 && r.was.some&bit != 0:
			say("không còn "+name.VI, "no longer "+name.EN)
		}
	}
	return problem.Text{VI: "“" + r.text + "” " + t.VI, EN: "“" + r.text + "” " + t.EN}
}

// lookRemark says of all words what became of their look; "" is nothing.
func lookRemark(all []restyled) (t problem.Text) {
	var vi, en []string
	for _, r := range all {
		w := r.words()
		vi, en = append(vi, w.VI), append(en, w.EN)
	}
	return problem.Text{VI: strings.Join(vi, "; "), EN: strings.Join(en, "; ")}
}

// byMarks is said of words that look otherwise.
var byMarks = problem.Textf("chương trình không đổi kiểu chữ: trong bản ghi gõ **chữ đậm**, _chữ nghiêng_, hoặc bỏ các dấu ấy",
	"the program changes no emphasis: type **bold**, _italic_ in the record, or take these marks out")

// restyled returns what looks otherwise in a paragraph that both files have.
func (c *comparison) restyled(e int, old, now *paragraph, hunks []hunk) []Change {
	if c.stale(e) && c.edited[e].untouched() {
		return nil
	}
	all := emphasis(old, now, old.words(), words(now.text), hunks)
	if len(all) == 0 {
		return nil
	}
	ch := c.change(Restyled, e, c.to[e])
	ch.Was, ch.Now, ch.Remark, ch.Refused = old.text, now.text, lookRemark(all), byMarks
	return []Change{ch}
}
