package revision

import (
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A field is the paragraph of a passage that a mark of the base stands for.
type field struct {
	passage  *record.Passage
	from, to int // bytes of its text
}

func (f field) text() string { return f.passage.Text[f.from:f.to] }

// fieldOf finds what stands in the record where a text of the base does; nil
// where it cannot be told.
func (c *comparison) fieldOf(name, printed string) *field {
	p := parse(name)
	var all []field
	if it := p.item(c.rec); it != nil {
		at := it.Field()
		switch {
		case p.isText():
			all = c.fields(func(f string) bool { return f == at || f == at+".text" })
		case len(p.rest) == 1:
			all = c.fields(func(f string) bool { return f == at+"."+p.rest[0] })
		}
		if n := p.paragraph; n >= 1 && n <= len(all) {
			return &all[n-1]
		}
	} else if list := p.rest[0]; list == "opening" || list == "closing" || list == "recipients" {
		all = c.fields(func(f string) bool { return f == list || strings.HasPrefix(f, list+"[") })
		if n := number(p.rest); n >= 1 && n <= len(all) {
			return &all[n-1]
		}
	} else if list == "subject" || list == "number" || list == "date" {
		all = c.fields(func(f string) bool { return f == list })
		if len(all) > 0 && !strings.Contains(all[0].passage.Text, "\n") {
			return &all[0]
		}
		return nil
	}
	same := slices.DeleteFunc(c.fields(func(string) bool { return true }), func(f field) bool { return !folded(plain(f.text()), plain(printed)) })
	if len(same) != 1 {
		return nil
	}
	return &same[0]
}

func number(rest []string) int {
	n := 0
	if len(rest) > 1 {
		for _, c := range rest[1] {
			if n = n*10 + int(c-'0'); c < '0' || c > '9' || n > 1e6 {
				return 0
			}
		}
	}
	return n
}

// fields lists the paragraphs of the passages of some fields.
func (c *comparison) fields(of func(field string) bool) []field {
	var all []field
	for _, p := range c.rec.Passages() {
		if !of(p.Field) {
			continue
		}
		from := 0
		for part := range strings.SplitSeq(p.Text, "\n") {
			all = append(all, field{p, from, from + len(part)})
			from += len(part) + 1
		}
	}
	return all
}

// folded reports texts that differ in nothing but capitals.
func folded(a, b string) bool { return strings.EqualFold(a, b) }

// Why a change is not taken.
var (
	notOfTheRecord = problem.Textf("chỗ này không có trong lời văn của bản ghi: mẫu hoặc một khóa khác của bản ghi in ra nó; sửa ở đó",
		"the record's text does not have this: the template prints it, or another key of the record; change it there")
	notSure = problem.Textf("không chắc chỗ này đứng ở đâu trong bản ghi; sửa tay trong bản ghi", "where this stands in the record is not sure; change it there by hand")
	stale   = problem.Textf("bản ghi đã đổi ở chỗ này từ khi lập tệp Word; xem cả hai rồi sửa tay trong bản ghi",
		"the record has changed here since the Word file was made; look at both, and change the record by hand")
)

// revise returns the edits that carry hunks between a paragraph of the base and
// its new text out in the record. What does not stand in the record is not sure.
func (c *comparison) revise(b *paragraph, hunks []hunk, old, now []string) ([]record.Edit, problem.Text) {
	var edits []record.Edit
	for i := 0; i < len(hunks); {
		m := b.markAround(hunks[i], old)
		if m == nil {
			return nil, notOfTheRecord
		}
		own := hunks[i : i+1]
		for i++; i < len(hunks) && b.markAround(hunks[i], old) == m; i++ {
			own = own[:len(own)+1]
		}
		f := c.fieldOf(m.place, b.field(*m))
		if f == nil {
			return nil, notSure
		}
		made, refused := f.edits(b, m, own, old, now)
		if made == nil {
			return nil, refused
		}
		edits = append(edits, made...)
	}
	return edits, problem.Text{}
}

// markAround returns the mark of a paragraph that a hunk stands in.
func (p *paragraph) markAround(h hunk, old []string) *mark {
	from := length(old[:h.From])
	to := from + length(old[h.From:h.To])
	for i, m := range p.marks {
		if from >= m.from && to <= m.to {
			return &p.marks[i]
		}
	}
	return nil
}

func length(words []string) int {
	n := 0
	for _, w := range words {
		n += len(w)
	}
	return n
}

// edits carries the hunks of one mark out in its field.
func (f *field) edits(b *paragraph, m *mark, hunks []hunk, old, now []string) ([]record.Edit, problem.Text) {
	own := words(f.text())
	first := 0 // word of the mark
	for at := 0; at < m.from; first++ {
		at += len(old[first])
	}
	to := matched(old, first, m.to-m.from, own)
	type piece struct {
		from, to int // words of the field
		text     string
	}
	var pieces []piece
	for _, h := range hunks {
		lo, hi, ok := span(to, h.From, h.To, len(old))
		if !ok {
			return nil, notOfTheRecord
		}
		pieces = append(pieces, piece{lo, hi, strings.Join(now[h.Into:h.End], "")})
	}
	var edits []record.Edit
	made, at := "", f.from
	for _, p := range pieces {
		from, end := f.from+length(own[:p.from]), f.from+length(own[:p.to])
		made += f.passage.Text[at:from] + p.text
		at = end
		if e, ok := f.passage.Replace(from, end, p.text); ok {
			edits = append(edits, e)
		}
	}
	if len(edits) == len(pieces) && apart(edits) {
		return edits, problem.Text{}
	}
	from := f.from + length(own[:pieces[0].from])
	if e, ok := f.passage.Replace(from, at, made[from-f.from:]); ok {
		return []record.Edit{e}, problem.Text{}
	}
	return nil, notSure
}

// apart reports edits of which none touches another.
func apart(edits []record.Edit) bool {
	for i := 1; i < len(edits); i++ {
		if edits[i].From <= edits[i-1].To {
			return false
		}
	}
	return true
}

// matched returns for each word of the base the word of the field that it is, or
// none: only those of the mark, which begins at a word and has a length in bytes.
func matched(old []string, first, size int, own []string) []int {
	to := slices.Repeat([]int{none}, len(old))
	end := first
	for n := 0; n < size && end < len(old); end++ {
		n += len(old[end])
	}
	i, k := first, 0
	same := func(a, b string) bool { return folded(a, b) }
	hunks := differences(old[first:end], own, same)
	for _, h := range append(hunks, hunk{end - first, end - first, len(own), len(own)}) {
		for ; i < first+h.From; i, k = i+1, k+1 {
			to[i] = k
		}
		i, k = first+h.To, h.End
	}
	return to
}

// span returns the words of a field that words of the base stand for: those
// between what is around them, or what is in them.
func span(to []int, from, end, all int) (lo, hi int, ok bool) {
	lo, hi = none, none
	switch {
	case from > 0 && to[from-1] != none:
		lo = to[from-1] + 1
	case from < end && to[from] != none:
		lo = to[from]
	}
	switch {
	case end < all && to[end] != none:
		hi = to[end]
	case from < end && to[end-1] != none:
		hi = to[end-1] + 1
	}
	if from == end { // something is put in
		if lo == none {
			lo = hi
		}
		hi = lo
	}
	return lo, hi, lo != none && hi != none && lo <= hi
}
