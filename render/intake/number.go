package intake

import (
	"strings"
	"unicode"
)

// number finds how the levels are numbered, and which items have a label that
// the numbering would not make.
func (n *Notice) number() {
	counts := []map[string]int{}
	var order [][]string
	var walk func(items []*Item, depth int)
	walk = func(items []*Item, depth int) {
		for len(counts) <= depth {
			counts, order = append(counts, map[string]int{}), append(order, nil)
		}
		for _, it := range items {
			if it.Label != "" {
				if counts[depth][it.kind] == 0 {
					order[depth] = append(order[depth], it.kind)
				}
				counts[depth][it.kind]++
			}
			walk(it.Items, depth+1)
		}
	}
	walk(n.Conclusions, 0)
	for depth, kinds := range order {
		best := ""
		for _, k := range kinds {
			if isPattern(k) && (best == "" || counts[depth][k] > counts[depth][best]) {
				best = k
			}
		}
		if best == "" {
			break
		}
		n.Numbering = append(n.Numbering, best)
	}
	relabel(n.Conclusions, n.Numbering, nil)
}

// isPattern reports what the record takes for a way of numbering.
func isPattern(kind string) bool {
	return kind != "" && strings.Trim(kind, "I1a.()-+/ ") == "" && len(kind) <= 10
}

// relabel gives items the label that they have, where it is another than the
// numbering makes: as templates count, a bare mark counts nothing.
func relabel(items []*Item, numbering []string, above []int) {
	ordinal := 0
	for _, it := range items {
		ordinals := append(above[:len(above):len(above)], ordinal)
		if it.Label != "" {
			label, want := plainLabel(it.Label), ""
			if len(numbering) > 0 {
				ordinals[len(above)] = ordinal + 1
				want = made(numbering[min(len(above), len(numbering)-1)], ordinals)
			}
			if want != label {
				it.Number = label
			}
			if it.Number == "" || strings.ContainsFunc(label, isCounter) {
				ordinal++
			}
			ordinals[len(above)] = ordinal
		}
		relabel(it.Items, numbering, ordinals)
	}
}

func isCounter(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func plainLabel(label string) string {
	switch label {
	case "–", "—":
		return "-"
	}
	return label
}
