package amend

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ketluan/render/record"
)

// A leaf is a conclusion of the model that steps are judged by.
type leaf struct {
	says     string // everything but what is below it
	item     Item
	children []*leaf
}

// model reads the outline of a record as a tree, and the rest of its form.
func model(t *testing.T, src []byte) (root *leaf, rest string) {
	t.Helper()
	f, err := ReadForm(src, Reading{})
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	root = &leaf{}
	open := []*leaf{root}
	for _, it := range f.Items {
		depth := it.Depth
		it.Place, it.Depth, it.Children, it.Kind, it.Number = "", 0, 0, "", ""
		n := &leaf{says: fmt.Sprintf("%+v", it), item: it}
		open = open[:depth]
		open[depth-1].children = append(open[depth-1].children, n)
		open = append(open, n)
	}
	agrees(t, src, root)
	return root, fmt.Sprintf("%+v", f.Fields)
}

// agrees compares the outline with what the reader of records takes the same bytes
// for.
func agrees(t *testing.T, src []byte, root *leaf) {
	t.Helper()
	rec, _ := read(src)
	if rec == nil {
		t.Fatalf("the reader of records cannot read\n%s", src)
	}
	var walk func(have []*leaf, want []*record.Item)
	walk = func(have []*leaf, want []*record.Item) {
		if len(have) != len(want) {
			t.Fatalf("%d items, the record has %d\n%s", len(have), len(want), src)
		}
		for i, it := range want {
			if h := have[i].item; h.Heading != it.Heading || h.Text != it.Text || h.Numbered != it.Numbered || h.Deadline != "" && it.Deadline.Words != h.Deadline || len(h.Leads) > 0 && !slices.Equal(h.Leads, names(it.Leads)) {
				t.Fatalf("%+v\nthe record has\n%+v\n%s", h, it, src)
			}
			walk(have[i].children, it.Items)
		}
	}
	walk(root.children, rec.Conclusions)
}

func (l *leaf) dump(b *strings.Builder, depth int) {
	fmt.Fprintf(b, "%*s%s\n", depth, "", l.says)
	for _, c := range l.children {
		c.dump(b, depth+1)
	}
}

func (l *leaf) String() string {
	var b strings.Builder
	l.dump(&b, 0)
	return b.String()
}

// at returns the parent of a place with the index of the place in it.
func (l *leaf) at(path []int) (*leaf, int) {
	for _, n := range path[:len(path)-1] {
		l = l.children[n-1]
	}
	return l, path[len(path)-1] - 1
}

// comments are those of a file, in any order.
func comments(src []byte) []string {
	var all []string
	for line := range strings.SplitSeq(strings.ReplaceAll(string(src), "\r", ""), "\n") {
		for _, mark := range []string{"# ghi chú ", "# riêng ", "# đầu"} {
			if at := strings.Index(line, mark); at >= 0 {
				all = append(all, line[at:])
			}
		}
	}
	slices.Sort(all)
	return all
}

// paths lists all items of a tree.
func (l *leaf) paths(above []int) (all [][]int) {
	for i, c := range l.children {
		path := append(above[:len(above):len(above)], i+1)
		all = append(append(all, path), c.paths(path)...)
	}
	return all
}

// carry carries a step out in the model; false where the form refuses it.
func (l *leaf) carry(s Step) bool {
	p, _ := parsePlace(s.Place)
	above, i := l.at(p.path)
	it := above.children[i]
	take := func() { above.children = slices.Delete(above.children, i, i+1) }
	switch s.Do {
	case "remove":
		take()
	case "indent":
		if i == 0 {
			return false
		}
		take()
		above.children[i-1].children = append(above.children[i-1].children, it)
	case "outdent":
		if len(p.path) == 1 {
			return false
		}
		it.children = append(it.children, above.children[i+1:]...)
		above.children = above.children[:i]
		over, j := l.at(p.path[:len(p.path)-1])
		over.children = slices.Insert(over.children, j+1, it)
	case "add":
		n := &leaf{says: fmt.Sprintf("%+v", Item{Text: s.Value, Numbered: true})}
		if s.Where == "below" {
			it.children = append(it.children, n)
		} else if s.Where == "before" {
			above.children = slices.Insert(above.children, i, n)
		} else {
			above.children = slices.Insert(above.children, i+1, n)
		}
	case "move":
		to, _ := parsePlace(s.To)
		if len(to.path) >= len(p.path) && slices.Equal(to.path[:len(p.path)], p.path) {
			return len(to.path) == len(p.path)
		}
		beside, j := l.at(to.path)
		target := beside.children[j]
		take()
		if s.Where == "below" {
			target.children = append(target.children, it)
			break
		}
		j = slices.Index(beside.children, target)
		if s.Where != "before" {
			j++
		}
		beside.children = slices.Insert(beside.children, j, it)
	}
	return true
}

// What steps make of random records is what they make of the tree of the record,
// and nothing else; comments stay, but those of what is removed.
func TestRandomSteps(t *testing.T) {
	refused := map[string]int{}
	done := 0
	for seed := range uint64(runs) {
		src := randomRecord(seed)
		r := rand.New(rand.NewPCG(seed, 11))
		for range 6 {
			tree, rest := model(t, src)
			all := tree.paths(nil)
			if len(all) == 0 {
				break
			}
			s := Step{Do: []string{"indent", "outdent", "move", "add", "move", "remove"}[r.IntN(6)], Place: name(all[r.IntN(len(all))]), To: name(all[r.IntN(len(all))]),
				Where: []string{"before", "after", "below"}[r.IntN(3)], Value: "Việc mới: số " + fmt.Sprint(r.IntN(100))}
			made, focus, err := Apply(src, []Step{s}, nil)
			can := tree.carry(s)
			if err != nil {
				refused[s.Do+": "+err.Error()]++
				if can && strings.Contains(err.Error(), "not sure") {
					t.Fatalf("seed %d: %+v: %v\n%s", seed, s, err, src)
				}
				continue
			}
			if done++; !can {
				t.Fatalf("seed %d: %+v was carried out\n%s\n%s", seed, s, src, made)
			}
			now, restNow := model(t, made)
			if now.String() != tree.String() || rest != restNow || focus == nil {
				t.Fatalf("seed %d: %+v\nwant\n%s\nhave\n%s\nof\n%s\nmade\n%s", seed, s, tree, now, src, made)
			}
			if was, is := comments(src), comments(made); s.Do != "remove" && !slices.Equal(was, is) {
				t.Fatalf("seed %d: %+v: comments\n%q\n%q\n%s\n%s", seed, s, was, is, src, made)
			}
			if _, problems := read(made); problems < 0 {
				t.Fatal(made)
			}
			src = made
		}
	}
	t.Log(done, refused)
	if done < runs {
		t.Errorf("only %d steps were carried out: %v", done, refused)
	}
}

const runs = 60

// A field that is set says what it was set to, and no other says anything else;
// set back, the form is what it was.
func TestRandomSets(t *testing.T) {
	for seed := range uint64(runs) {
		src := randomRecord(seed)
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 17))}
		tree, rest := model(t, src)
		for range 4 {
			all := tree.paths(nil)
			path := all[w.IntN(len(all))]
			above, i := tree.at(path)
			it := above.children[i]
			was, text := it.item, w.words(20)
			s := Step{Do: "set", Place: name(path) + "_text", Value: text}
			back := Step{Do: "set", Place: s.Place, Value: was.Text}
			switch w.IntN(3) {
			case 0:
				it.item.Text = text
			case 1:
				s.Place, back.Place, back.Value = name(path)+"_product", name(path)+"_product", was.Product
				it.item.Product = text
			case 2:
				s = Step{Do: "set", Place: name(path) + "_lead", Values: []string{someUnits[w.IntN(4)]}}
				back = Step{Do: "set", Place: s.Place, Values: append([]string{}, was.Leads...)}
				it.item.Leads = s.Values
			}
			it.says = fmt.Sprintf("%+v", it.item)
			made, _, err := Apply(src, []Step{s}, nil)
			if err != nil {
				t.Fatalf("seed %d: %+v: %v\n%s", seed, s, err, src)
			}
			now, restNow := model(t, made)
			if now.String() != tree.String() || rest != restNow || !slices.Equal(comments(src), comments(made)) {
				t.Fatalf("seed %d: %+v\nwant\n%s\nhave\n%s\nof\n%s\nmade\n%s", seed, s, tree, now, src, made)
			}
			it.item, it.says = was, fmt.Sprintf("%+v", was)
			again, _, err := Apply(made, []Step{back}, nil)
			if err != nil {
				if was.Text == "" && was.Heading == "" {
					break
				}
				t.Fatalf("seed %d: %+v: %v\n%s", seed, back, err, made)
			}
			if now, _ := model(t, again); now.String() != tree.String() || !slices.Equal(comments(src), comments(again)) {
				t.Fatalf("seed %d: %+v back\n%s\n%s\n%s", seed, s, src, made, again)
			}
		}
	}
}

// Steps that undo each other give the same bytes.
func TestInverses(t *testing.T) {
	same, moved := 0, 0
	for seed := range uint64(runs) {
		src := randomRecord(seed)
		tree, _ := model(t, src)
		for _, path := range tree.paths(nil) {
			made, focus, err := Apply(src, []Step{{Do: "indent", Place: name(path)}}, nil)
			if err != nil {
				continue
			}
			back, _, err := Apply(made, []Step{{Do: "outdent", Place: focus.Place}}, nil)
			if err != nil || string(back) != string(src) {
				if false {
					continue
				}
				t.Errorf("seed %d, %v: %v\n%s\n%s\n%s", seed, path, err, src, made, back)
			}
			same++
		}
		r := rand.New(rand.NewPCG(seed, 19))
		all := tree.paths(nil)
		for range 6 {
			from, to := all[r.IntN(len(all))], all[r.IntN(len(all))]
			beside, where := slices.Clone(from), "before" // what the item stands before, or behind, now
			beside[len(beside)-1]++
			if above, i := tree.at(from); i+1 == len(above.children) {
				if beside[len(beside)-1], where = i, "after"; i == 0 {
					continue
				}
			}
			made, focus, err := Apply(src, []Step{{Do: "move", Place: name(from), To: name(to), Where: "below"}}, nil)
			if err != nil || focus.Place == name(from) || slices.Equal(beside, to) || len(to) >= len(beside) && slices.Equal(to[:len(beside)], beside) {
				continue // it stands below what it stood beside
			}
			steps := []Step{{Do: "move", Place: focus.Place, To: name(shifted(beside, from, focus.Place)), Where: where}}
			back, _, err := Apply(made, steps, nil)
			if err != nil || string(back) != string(src) {
				t.Fatalf("seed %d: %v below %v, and back by %+v: %v\n%s\n%s\n%s", seed, from, to, steps, err, src, made, back)
			}
			moved++
		}
	}
	if same < 60 || moved < 30 {
		t.Errorf("only %d, %d", same, moved)
	}
}

// A text that is parted and joined again is the same bytes, and nothing but the
// text has changed between.
func TestSplitAndJoin(t *testing.T) {
	done, refused := 0, map[string]int{}
	for seed := range uint64(runs) {
		src := randomRecord(seed)
		r := rand.New(rand.NewPCG(seed, 13))
		f, err := ReadForm(src, Reading{})
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range f.Items {
			var spaces []int
			for i, c := range it.Text {
				if c == ' ' {
					spaces = append(spaces, i)
				}
			}
			if len(spaces) == 0 {
				continue
			}
			at := spaces[r.IntN(len(spaces))]
			made, focus, err := Apply(src, []Step{{Do: "split", Place: it.Place, At: unitsOf(it.Text[:at])}}, nil)
			if err != nil {
				refused[err.Error()]++
				continue
			}
			now, err := ReadForm(made, Reading{})
			if err != nil || len(now.Items) != len(f.Items)+1 {
				t.Fatalf("seed %d: %v\n%s\n%s", seed, err, src, made)
			}
			var halves []string
			for _, other := range now.Items {
				if other.Place == it.Place || other.Place+"_text" == focus.Place {
					halves = append(halves, other.Text)
				}
			}
			if strings.Join(halves, " ") != it.Text || !slices.Equal(comments(src), comments(made)) {
				t.Fatalf("seed %d: %q at %d: %q\n%s\n%s", seed, it.Text, at, halves, src, made)
			}
			back, _, err := Apply(made, []Step{{Do: "join", Place: strings.TrimSuffix(focus.Place, "_text")}}, nil)
			if was, _ := model(t, src); err == nil && seed%2 == 0 {
				if is, _ := model(t, back); is.String() != was.String() {
					t.Fatalf("seed %d: %s at %d\n%s\n%s", seed, it.Place, at, was, is)
				}
			} else if err != nil || string(back) != string(src) {
				t.Fatalf("seed %d: %s at %d: %v\n%s\n%s\n%s", seed, it.Place, at, err, src, made, back)
			}
			done++
		}
	}
	if t.Log(done, refused); done < runs {
		t.Errorf("only %d: %v", done, refused)
	}
}

// shifted is the path of an item after another was taken away from before it.
func shifted(path, from []int, to string) []int {
	n := len(from) - 1
	path = slices.Clone(path)
	if len(path) > n && slices.Equal(path[:n], from[:n]) && path[n] > from[n] {
		path[n]--
	}
	return path
}
