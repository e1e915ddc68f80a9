package revision

import (
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// added returns what a new paragraph asks for: a new item where it stands.
func (c *comparison) added(e int) Change {
	p := c.edited[e]
	b := c.placed[e]
	name, after := c.place(b)
	ch := Change{Kind: Added, Name: name + "+", Where: problem.Text{VI: "sau " + after.VI, EN: "behind " + after.EN}, Now: p.text, anchor: 2*e + 1}
	ch.Pieces = []Piece{{Text: p.text, Added: true}}
	ch.By = p.tracked([]hunk{{0, 0, 0, 1}}, []string{p.text})
	if i, ok := c.elsewhere[e]; ok {
		name, where := c.place(i)
		return Change{
			Kind: Moved, Name: name, Where: where, Was: p.text, Now: p.text, By: ch.By, anchor: ch.anchor, Refused: byHand,
			Remark: problem.Text{VI: "nay đứng sau " + after.VI, EN: "stands behind " + after.EN + " now"},
		}
	}
	if whole := c.partOf(e); whole != none {
		_, where := c.place(whole)
		ch.Kind, ch.Remark = Parted, problem.Text{VI: "tách ra từ " + where.VI, EN: "parted from " + where.EN}
	}
	if p.table > 0 && !c.ours[p.table] {
		ch.Refused = problem.Textf("một bảng mới: thêm vào bản ghi bằng khóa table hoặc annex", "a new table: add it to the record by the key table or annex")
		return ch
	}
	edit, ok := c.insert(e, b)
	if !ok {
		ch.Refused = problem.Textf("không chắc đoạn mới này thuộc mục nào; gõ vào bản ghi chỗ thích hợp", "which item this new paragraph belongs to is not sure; type it into the record")
		return ch
	}
	ch.Edits = []record.Edit{edit}
	text := p.unlabelled(labelEnd(p))
	list := words(text.text)
	if looks := differing(list, text.looksOf(list), make([]wordLook, len(list))); len(looks) > 0 {
		lost := lookRemark(looks)
		ch.Remark = joinedTexts(ch.Remark, problem.Text{VI: "kiểu chữ không ghi được: " + lost.VI, EN: "its emphasis cannot be written: " + lost.EN})
	}
	return ch
}

func joinedTexts(a, b problem.Text) problem.Text {
	if a == (problem.Text{}) {
		return b
	}
	return problem.Text{VI: a.VI + "; " + b.VI, EN: a.EN + "; " + b.EN}
}

// partOf returns the paragraph of the base that a new one was parted from, the one
// before it; none where it was not.
func (c *comparison) partOf(e int) int {
	if c.parted[e] != none {
		return c.parted[e]
	}
	b := c.placed[e]
	text := strings.TrimSpace(c.edited[e].text[labelEnd(c.edited[e]):])
	if b != none && text != "" && c.from[b] == e-1 && strings.Contains(c.base[b].text, text) && !strings.Contains(c.edited[e-1].text, text) {
		return b
	}
	return none
}

// insert returns the edit that adds a paragraph as an element of the list in which
// it stands, behind the paragraph b of the base.
func (c *comparison) insert(e, b int) (record.Edit, bool) {
	if b == none {
		return record.Edit{}, false
	}
	p := c.edited[e]
	label := p.text[:labelEnd(p)]
	text := strings.TrimSpace(p.text[len(label):])
	if p.label != "" {
		label = p.label
	}
	if text == "" {
		return record.Edit{}, false
	}
	m := c.base[b].marks[0]
	at := parse(m.place)
	if it := at.item(c.rec); it != nil {
		return c.insertItem(e, at, it, label, text)
	}
	if len(at.path) > 0 {
		return record.Edit{}, false
	}
	f := c.fieldOf(m.place, c.base[b].field(m))
	if f == nil {
		return record.Edit{}, false
	}
	if f.passage.Field == "opening" || f.passage.Field == "closing" { // one text, and no list
		return f.passage.Add(f.to, text)
	}
	if !strings.HasSuffix(f.passage.Field, "]") || strings.Contains(f.passage.Text, "\n") {
		return record.Edit{}, false
	}
	if at.rest[0] == "recipients" {
		text = strings.TrimRight(text, ";. ")
	}
	return c.rec.Insert(f.passage.Pos(), false, text)
}

// insertItem adds an item behind another: below it where those below it follow,
// at the level around it whose labels look like its own otherwise.
func (c *comparison) insertItem(e int, at place, it *record.Item, label, text string) (record.Edit, bool) {
	if it.InParts || len(at.rest) > 0 && at.rest[0] != "heading" {
		return record.Edit{}, false
	}
	if next := c.next(e); len(next) > len(at.path) && slices.Equal(next[:len(at.path)], at.path) {
		return c.rec.Insert(c.rec.Pos(it.Items[0].Field()), true, text)
	}
	path := at.path
	if own := shape(label); own != "" {
		for n := len(path); n > 0; n-- {
			if c.labelShape(path[:n]) == own {
				path = path[:n]
				break
			}
		}
	}
	beside := place{path: path}.item(c.rec)
	if beside == nil || beside.InParts {
		return record.Edit{}, false
	}
	return c.rec.Insert(c.rec.Pos(beside.Field()), false, text)
}

// next returns the path of the item whose paragraph follows an edited one: there
// may be other new ones between.
func (c *comparison) next(e int) []int {
	for e++; e < len(c.edited) && c.placed[e] == c.placed[e-1]; e++ {
	}
	if e == len(c.edited) {
		return nil
	}
	return parse(c.base[c.placed[e]].marks[0].place).path
}

// labelShape returns what the labels beside an item look like.
func (c *comparison) labelShape(path []int) string {
	for _, p := range c.base {
		if len(p.marks) > 0 && slices.Equal(parse(p.marks[0].place).path, path) {
			return shape(p.text[:p.marks[0].from])
		}
	}
	return ""
}
