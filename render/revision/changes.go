package revision

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// changes lists what differs, in the order of the edited file.
func (c *comparison) changes() []Change {
	var all []Change
	moved, tables := c.moved(), map[int]int{}
	for e := range c.edited {
		switch {
		case c.to[e] != none:
			all = append(all, c.kept(e, moved[e])...)
		case c.edited[e].text != "" && c.edited[e].table > 0 && tables[c.edited[e].table] > 0: // a new table is one change
			ch := &all[tables[c.edited[e].table]-1]
			ch.Now += "\n" + c.edited[e].text
			ch.Pieces[0].Text = ch.Now
		case c.edited[e].text != "":
			all = append(all, c.added(e))
			if t := c.edited[e].table; t > 0 && !c.ours[t] {
				tables[t] = len(all)
			}
		}
	}
	all = append(all, c.removed()...)
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Compare(a.anchor, b.anchor) })
	return named(all)
}

// named gives changes of one name numbers, so that each can be named.
func named(all []Change) []Change {
	seen := map[string]int{}
	for i := range all {
		name := all[i].Name
		if seen[name]++; seen[name] > 1 && name != "" {
			all[i].Name = strings.TrimSuffix(name, "+") + "+" + strconv.Itoa(seen[name])
		}
	}
	return all
}

// name and where say where a paragraph of the base stands.
func (c *comparison) place(b int) (name string, where problem.Text) {
	if b == none {
		return "", problem.Textf("đầu văn bản", "the beginning")
	}
	if p := c.base[b]; len(p.marks) > 0 {
		at := parse(p.marks[0].place)
		return at.name(), at.words()
	}
	return "", problem.Textf("đoạn “%s”", "paragraph “%s”", beginning(c.base[b].text))
}

// maxBeginning is how many characters of a paragraph tell which it is.
const maxBeginning = 40

func beginning(text string) string {
	runes := []rune(text)
	if len(runes) <= maxBeginning {
		return text
	}
	return string(runes[:maxBeginning]) + "…"
}

// kept returns what became of a paragraph that both files have.
func (c *comparison) kept(e int, moved bool) []Change {
	b := c.to[e]
	var all []Change
	if moved {
		ch := c.change(Moved, e, b)
		_, after := c.place(c.placed[e])
		ch.Remark = problem.Text{VI: "nay đứng sau " + after.VI, EN: "stands behind " + after.EN + " now"}
		ch.Refused = byHand
		all = append(all, ch)
	}
	old, now := c.base[b].unlabelled(ownLabelEnd(c.base[b])), c.edited[e]
	if ownLabelEnd(c.base[b]) > 0 {
		now = now.unlabelled(labelEnd(now))
	}
	if now.text == "" {
		return all // told as removed
	}
	if old.text == now.text && len(c.more[e]) == 0 {
		return append(all, c.restyled(e, old, now, nil)...)
	}
	ch := c.change(Edited, e, b)
	ch.Was, ch.Now = old.text, now.text
	a, z := old.words(), words(now.text)
	hunks := joinedHunks(differences(a, z, equal), a)
	ch.Pieces, ch.By = pieces(a, z, hunks), now.tracked(hunks, z)
	looks := c.restyled(e, old, now, hunks)
	switch {
	case c.stale(e) && c.edited[e].untouched():
		return all
	case c.stale(e):
		ch.Refused = stale
		return append(append(all, ch), looks...)
	}
	if kind, number := first(old); kind == "recipients" && number != "" {
		hunks = slices.DeleteFunc(hunks, func(h hunk) bool {
			return old.markAround(h, a) == nil && isMarks(a[h.From:h.To]) && isMarks(z[h.Into:h.End])
		})
		if len(hunks) == 0 {
			return append(all, looks...)
		}
	}
	ch.Edits, ch.Refused = c.revise(old, hunks, a, z)
	if len(c.more[e]) > 0 {
		c.takesIn(&ch, c.more[e])
	}
	return append(append(all, ch), looks...)
}

// byHand is said of what stands elsewhere: an item has more than its text.
var byHand = problem.Textf("chuyển cả mục trong bản ghi: chương trình không đổi thứ tự", "move the whole item in the record: the program changes no order")

// first returns the list, and the number in it, that a paragraph's first mark names.
func first(p *paragraph) (list, number string) {
	if len(p.marks) == 0 {
		return "", ""
	}
	rest := parse(p.marks[0].place).rest
	if len(rest) < 2 {
		return "", ""
	}
	return rest[0], rest[1]
}

func isMarks(words []string) bool { return strings.Trim(strings.Join(words, ""), " .;,-") == "" }

func (c *comparison) change(kind Kind, e, b int) Change {
	name, where := c.place(b)
	return Change{Kind: kind, Name: name, Where: where, Was: c.base[b].text, Now: c.edited[e].text, anchor: 2*e + 1}
}

// takesIn makes a change one that joins paragraphs: those that an item has taken in
// are taken away.
func (c *comparison) takesIn(ch *Change, more []int) {
	ch.Kind = Joined
	for _, b := range more {
		p := c.base[b]
		ch.Was += "\n" + p.unlabelled(ownLabelEnd(p)).text
		e, ok := c.remove(b)
		if !ok {
			ch.Edits, ch.Refused = nil, problem.Textf("các đoạn gộp lại không cùng một danh sách đơn giản; sửa tay trong bản ghi", "what was joined are no plain items; change the record by hand")
			return
		}
		if len(ch.Edits) > 0 {
			ch.Edits = append(ch.Edits, e)
		}
	}
}

// remove returns the edit that takes away what a paragraph of the base is: an item
// that is nothing but this text, or an element of a list.
func (c *comparison) remove(b int) (record.Edit, bool) {
	p := c.base[b]
	if len(p.marks) != 1 {
		return record.Edit{}, false
	}
	at := parse(p.marks[0].place)
	if it := at.item(c.rec); it != nil {
		if !at.isText() || it.Heading != "" || it.After != "" || it.Table != nil || len(it.Items) > 0 || strings.Contains(it.Text, "\n") {
			return record.Edit{}, false
		}
		return c.rec.Remove(c.rec.Pos(it.Field()))
	}
	f := c.fieldOf(p.marks[0].place, p.field(p.marks[0]))
	if f == nil || !strings.HasSuffix(f.passage.Field, "]") || strings.Contains(f.passage.Text, "\n") {
		return record.Edit{}, false
	}
	return c.rec.Remove(f.passage.Pos())
}

// removed lists the paragraphs that are no longer there.
func (c *comparison) removed() []Change {
	var all []Change
	covered := map[int]bool{}
	last := 0
	for b, p := range c.base {
		if !c.gone(b) {
			last = 2 * c.from[b]
			continue
		}
		if p.text == "" || covered[b] || c.left[b] {
			continue
		}
		name, where := c.place(b)
		ch := Change{Kind: Removed, Name: name, Where: where, Was: p.text, anchor: last + 1, Pieces: []Piece{{Text: p.text, Removed: true}}}
		ch.By = c.struckBy(last/2, p.text)
		if whole := c.branch(b); len(whole) > 1 {
			c.cut(&ch, b, whole)
			for _, k := range whole {
				covered[k] = true
			}
		} else if edit, ok := c.remove(b); ok {
			ch.Edits = []record.Edit{edit}
		} else {
			ch.Refused = problem.Textf("xóa tay trong bản ghi nếu đúng là bỏ", "take it out of the record by hand if it is meant to go")
		}
		if len(p.marks) == 0 {
			ch.Refused = notOfTheRecord
		}
		all = append(all, ch)
	}
	return all
}

// struckBy returns who struck the words of a paragraph out that stood behind one
// of the edited file: they stand in it, or in front of the next.
func (c *comparison) struckBy(e int, text string) []By {
	var all []By
	for _, p := range c.edited[e:min(e+2, len(c.edited))] {
		for _, t := range p.touches {
			if t.deleted != "" && strings.Contains(text, t.deleted) && t.by.Name != "" && !slices.Contains(all, t.by) {
				all = append(all, t.by)
			}
		}
	}
	return all
}

// gone reports a paragraph of the base that the edited file has not, or has
// emptied but for its label.
func (c *comparison) gone(b int) bool {
	e := c.from[b]
	switch {
	case e == none:
		return true
	case c.to[e] != b:
		return false
	case ownLabelEnd(c.base[b]) > 0:
		return c.edited[e].text[labelEnd(c.edited[e]):] == ""
	}
	return c.edited[e].text == ""
}

// branch returns the paragraphs of the item whose first is b, where all of them
// are gone.
func (c *comparison) branch(b int) []int {
	if len(c.base[b].marks) == 0 {
		return nil
	}
	at := parse(c.base[b].marks[0].place)
	path := at.path
	if len(path) == 0 || !at.isText() && !slices.Equal(at.rest, []string{"heading"}) || at.paragraph > 1 {
		return nil // or not its first
	}
	var whole []int
	for k := b; k < len(c.base); k++ {
		p := c.base[k]
		if len(p.marks) == 0 {
			break
		}
		own := parse(p.marks[0].place).path
		if len(own) < len(path) || !slices.Equal(own[:len(path)], path) {
			break
		}
		if !c.gone(k) {
			return nil
		}
		whole = append(whole, k)
	}
	return whole
}

// cut makes a change one that takes a whole item away.
func (c *comparison) cut(ch *Change, b int, whole []int) {
	ch.Was, ch.Pieces = "", nil
	for i, k := range whole {
		if i > 0 {
			ch.Was += "\n"
		}
		ch.Was += c.base[k].text
	}
	ch.Pieces = []Piece{{Text: ch.Was, Removed: true}}
	it := parse(c.base[b].marks[0].place).item(c.rec)
	if it == nil {
		ch.Refused = notSure
		return
	}
	if e, ok := c.rec.Remove(c.rec.Pos(it.Field())); ok {
		ch.Edits = []record.Edit{e}
	} else {
		ch.Refused = notSure
	}
}
