package check

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/record"
)

// A clue is a pattern with what tells cheaply where it cannot match: most texts
// have no match of most patterns, and to run one over every byte takes long.
type clue struct {
	gate    string   // a piece that a text with a match holds
	first   []string // the words that a match may begin with; nil is a number
	pattern *regexp.Regexp
}

// clueOf makes a clue of a gate, the first words with spaces between them, and a
// pattern.
func clueOf(gate, first, pattern string) clue {
	return clue{gate, strings.Fields(first), regexp.MustCompile(`^(?:` + pattern + `)`)}
}

// begins reports a word that a match may begin with.
func (c clue) begins(w word) bool {
	if len(c.first) == 0 {
		return w.s[0] >= '0' && w.s[0] <= '9'
	}
	return slices.Contains(c.first, w.s)
}

// each calls see with every match of a clue in some passages.
func (n *notice) each(passages []*record.Passage, c clue, see func(p *record.Passage, m []int)) {
	for _, p := range passages {
		if !strings.Contains(p.Text, c.gate) {
			continue
		}
		end := 0
		for _, w := range n.cutIn(p) {
			if w.from < end || !c.begins(w) {
				continue
			}
			m := c.pattern.FindStringSubmatchIndex(p.Text[w.from:])
			if m == nil {
				continue
			}
			for i := range m {
				if m[i] >= 0 {
					m[i] += w.from
				}
			}
			if end = m[1]; apartFromWords(p.Text, m[0], m[1]) {
				see(p, m)
			}
		}
	}
}
