package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Knowledge is what is known beside the text of a record, for what is pasted.
type Knowledge struct {
	Units     []*record.Unit
	Numbering []string // the patterns of the labels by depth; the last serves all below

	folded map[string]bool // the names of the units
}

// pattern is that of the labels at a depth, from 1; "" is none.
func (k Knowledge) pattern(depth int) string {
	if len(k.Numbering) == 0 {
		return ""
	}
	return k.Numbering[min(depth, len(k.Numbering))-1]
}

// A pasted is an item that was made of pasted text.
type pasted struct {
	text, label       string
	shape             string // of the label
	leads, partners   []string
	deadline, product string
	items             []*pasted

	more []string // of the text
}

// whole puts the text together.
func (it *pasted) whole(mark string) {
	if it.text != "" {
		it.more = append([]string{it.text}, it.more...)
	}
	it.text = strings.Join(it.more, mark)
}

// maxPasted is how many items are made at once.
const maxPasted = 2000

// paste makes items of plain text: of lines, or of a table of Word or Excel.
func (d *Draft) paste(s Step) (*Focus, error) {
	to, err := d.slotAt(s.Place, s.Where, "items")
	if err != nil {
		return nil, err
	}
	know := Knowledge{}
	if d.know != nil {
		know = d.know().indexed()
	}
	all, unread := know.rowsOf(s.Value, s.Values)
	if all == nil {
		all = linesOf(s.Value)
	}
	switch {
	case len(all) == 0:
		return nil, refuse(problem.Textf("không có gì để dán", "there is nothing to paste"), problem.Text{})
	case len(all) > maxPasted:
		return nil, refuse(problem.Textf("dán quá %d mục một lần", "more than %d items are pasted at once", maxPasted), problem.Textf("dán từng phần", "paste it in parts"))
	}
	nested := nest(all, maxDepth-to.depth)
	if to.key == "parts" && len(nested) < len(all) {
		return nil, isPart
	}
	unlabelled := 0
	if !slices.Contains(s.Values, "numbers") || to.key == "parts" {
		unlabelled = settleLabels(nested, to.depth, know, to.key == "parts")
	}
	lines, nodes := d.written(nested, d.dashOf(to))
	f, err := d.addLines(to, lines, nodes)
	if f != nil {
		f.Unlabelled, f.Unread = unlabelled, unread
	}
	return f, err
}

// nest puts items below those before them, by the shapes of their labels in the
// order in which they come, as in 1. a) - b) 2.
func nest(all []*pasted, most int) []*pasted {
	root := &pasted{}
	open := []*pasted{root} // the items that are open, from the outermost
	shapes := []string{}    // of those
	for _, it := range all {
		level := 0
		for level < len(shapes) && shapes[level] != it.shape {
			level++
		}
		level = min(level, max(most, 0), len(open)-1)
		open, shapes = open[:level+1], append(shapes[:level:level], it.shape)
		open[level].items = append(open[level].items, it)
		open = append(open, it)
	}
	return root.items
}

// settleLabels leaves those out that the numbering of the record prints, and counts
// them; others stay as they are typed.
func settleLabels(all []*pasted, depth int, know Knowledge, parts bool) (n int) {
	for _, it := range all {
		switch pattern := know.pattern(depth); {
		case it.label == "":
		case shapeOf(pattern) == it.shape && !parts:
			it.label = ""
			n++
		case parts:
			it.text, it.label = it.label+" "+it.text, ""
		}
		n += settleLabels(it.items, depth+1, know, parts)
	}
	return n
}

// written are items as the lines of a list, and as its nodes.
func (d *Draft) written(all []*pasted, dash int) (lines []string, nodes []*yaml.Node) {
	for _, it := range all {
		if it.label == "" && len(it.leads)+len(it.partners)+len(it.items) == 0 && it.deadline == "" && it.product == "" {
			lines = append(lines, d.elementLines(it.text, dash, prose, "")...)
			nodes = append(nodes, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: it.text})
			continue
		}
		own, node := d.writtenItem(it, dash)
		for i, line := range own {
			switch {
			case i == 0:
				line = "- " + line
			case line != "":
				line = "  " + line
			}
			lines = append(lines, line)
		}
		nodes = append(nodes, node)
	}
	return lines, nodes
}

// writtenItem is one with keys.
func (d *Draft) writtenItem(it *pasted, dash int) (lines []string, node *yaml.Node) {
	t := tables[items]
	node = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	add := func(key string, own []string, value *yaml.Node) {
		lines = append(lines, own...)
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: d.name(t, &yaml.Node{}, key)}, value)
	}
	text := func(key, words string) {
		if words != "" {
			add(key, d.keyLines(d.name(t, &yaml.Node{}, key), words, manners[key], dash+2), &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: words})
		}
	}
	list := func(key string, names []string) {
		if len(names) > 0 {
			own, value := d.listLines(d.name(t, &yaml.Node{}, key), key, names, dash+2)
			add(key, own, value)
		}
	}
	text("text", it.text)
	list("lead", it.leads)
	list("partners", it.partners)
	text("deadline", it.deadline)
	text("product", it.product)
	text("number", it.label)
	if len(it.items) > 0 {
		below, nodes := d.written(it.items, dash+4)
		own := []string{d.name(t, &yaml.Node{}, "items") + ":"}
		for _, line := range below {
			if line != "" {
				line = "  " + line
			}
			own = append(own, line)
		}
		add("items", own, &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: nodes})
	}
	return lines, node
}

// typed is a pasted text as a record holds it: what looks like markup is meant.
func typed(s string) string {
	var all []string
	for part := range strings.SplitSeq(record.Clean(s), "\n") {
		all = append(all, record.Markup(part, nil))
	}
	return strings.Join(all, "\n")
}
