package record

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// An itemForm is a conclusion as its file has it.
type itemForm struct {
	item     *Item
	leads    []name
	partners []name
	deadline *yaml.Node
	task     *bool // where the record says so
	id       *yaml.Node
	items    []*itemForm
	parts    []*itemForm // of one sentence, in place of items
	r        *reader
	node     *yaml.Node
	at       string
}

// items reads a list of conclusions at a depth; a plain text is an item with
// only that.
func (r *reader) items(n *yaml.Node, at string, depth int) []*itemForm {
	if depth > maxDepth {
		r.problem(n, at, problem.Textf("các mục lồng nhau quá %d cấp", "items are nested more than %d deep", maxDepth), problem.Textf("gộp bớt các cấp", "join some levels"))
		return nil
	}
	if isEmpty(n) || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		r.problem(n, at, problem.Textf("chưa có mục nào", "there is no item"), problem.Textf("xuống dòng, ghi từng mục sau dấu -", "write the items on the next lines, each behind a -"))
		return nil
	}
	fields, list := r.parser.itemFields(depth), r.list(n, at)
	forms := make([]*itemForm, 0, len(list))
	made := make([]Item, min(len(list), maxItems)) // apart from their forms, which go
	for i, e := range list {
		if r.parser.items++; r.parser.items > maxItems {
			r.problem(e, at, problem.Textf("quá %d mục", "more than %d items", maxItems), problem.Textf("chia thành nhiều bản ghi", "part it into several records"))
			break
		}
		here := element(n, at, i)
		made[i] = Item{Numbered: true, field: here}
		f := &itemForm{item: &made[i], r: r, node: e, at: here}
		r.places[f.at] = r.pos(e)
		switch {
		case e.Kind == yaml.ScalarNode:
			f.item.Text, f.item.Emphasis.Text = r.marked(e, f.at)
			r.required(e, f.at, f.item.Text)
		default:
			before := len(r.parser.problems)
			readMapping(r, e, f.at, fields, f)
			f.settleParts()
			if f.item.Heading == "" && f.item.Text == "" && len(f.items) == 0 && len(r.parser.problems) == before {
				r.problem(e, f.at, problem.Textf("mục không có heading, text hay items", "the item has neither heading nor text nor items"), problem.Textf("thêm nội dung hoặc xóa mục", "say something or take the item away"))
			}
		}
		forms = append(forms, f)
	}
	return forms
}

// itemFields is itemFields, made once for each depth.
func (p *parser) itemFields(depth int) []field[itemForm] {
	for len(p.ofItems) <= depth {
		p.ofItems = append(p.ofItems, itemFields(len(p.ofItems)))
	}
	return p.ofItems[depth]
}

// settle looks up the units of the forms, passes on what is inherited, and
// gives the tasks their IDs, which begin with id.
func (p *parser) settle(forms []*itemForm, d *directory, from heritage, id string) []*Item {
	items := make([]*Item, len(forms))
	ordinals := ordinals(forms)
	for i, f := range forms {
		own := f.inherit(d, from)
		here := id + ordinals[i]
		f.item.Items = p.settle(f.items, d, own, here+".")
		f.settleTask(here)
		p.identify(f)
		items[i] = f.item
	}
	return items
}

// settleTask decides whether the item is a task, and gives it its ID.
func (f *itemForm) settleTask(id string) {
	it := f.item
	it.Task = it.Text != "" && len(it.Leads) > 0 && len(it.Items) == 0
	if f.task != nil {
		if *f.task && (it.Text == "" || len(it.Leads) == 0) {
			f.r.problem(f.node, f.at+".task", problem.Textf("mục được theo dõi phải có text và lead", "what is followed up has a text and a lead"), problem.Textf("thêm text và lead, hoặc bỏ task: yes", "add text and lead, or leave task: yes out"))
		}
		it.Task, it.Said = *f.task, true
	}
	if it.Task {
		it.ID = checked(id)
	}
}

// ordinals are the last parts of the IDs of siblings: 1, 2, 3 where all or none
// are numbered; else one without a number behind number 2 is 2a, the next 2b.
func ordinals(forms []*itemForm) []string {
	numbered := slices.ContainsFunc(forms, func(f *itemForm) bool { return f.item.Numbered })
	all := make([]string, len(forms))
	n, between := 0, 0
	for i, f := range forms {
		if f.item.Numbered || !numbered {
			n, between = n+1, 0
			all[i] = strconv.Itoa(n)
			continue
		}
		between++
		all[i] = strconv.Itoa(n) + alphabetic(between)
	}
	return all
}

// alphabetic counts a … z, aa, ab ….
func alphabetic(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return strings.ToLower(s)
}
