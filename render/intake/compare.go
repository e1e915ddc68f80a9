package intake

import (
	"slices"
	"strings"

	"ketluan/render/doc"
)

// A Verdict is how a paragraph of the source stands in what was made of the
// draft.
type Verdict int

// The verdicts.
const (
	Equal Verdict = iota
	Changed
	Missing
)

// MarshalText gives the verdict's name.
func (v Verdict) MarshalText() ([]byte, error) {
	return []byte([]string{"equal", "changed", "missing"}[v]), nil
}

// A Difference is a paragraph of the source that does not stand in the draft
// word by word.
type Difference struct {
	At      Place   `json:"at"`
	Verdict Verdict `json:"verdict"`
	Source  string  `json:"source"`
	Made    string  `json:"made,omitempty"` // "" is missing
}

// A Comparison is how the source and what was made of the draft agree.
type Comparison struct {
	Equal       int          `json:"equal"`
	Changed     int          `json:"changed"`
	Missing     int          `json:"missing"`
	Differences []Difference `json:"differences,omitempty"`
}

// reach is how far from where the last paragraph stood the next is looked for.
const reach = 12

// Compare looks for each paragraph of the source in a document that was made of
// the draft.
func (n *Notice) Compare(d *doc.Document) Comparison {
	c := &comparer{made: textsOf(d.Blocks, nil), where: map[string][]int{}}
	for i, s := range c.made {
		if len(c.where[s]) < 4 {
			c.where[s] = append(c.where[s], i)
		}
	}
	for _, l := range n.rows() {
		text := folds(strings.TrimSpace(l.Label + " " + l.Text))
		if text == "" || ruleLine.MatchString(l.Text) || signedNote.MatchString(l.Text) {
			continue
		}
		switch made, verdict := c.find(text); verdict {
		case Equal:
			c.Equal++
		case Changed:
			c.Changed++
			c.Differences = append(c.Differences, Difference{l.At, Changed, text, made})
		default:
			c.Missing++
			c.Differences = append(c.Differences, Difference{l.At, Missing, text, ""})
		}
	}
	return c.Comparison
}

// rows returns the lines of the source, each row of a table as one.
func (n *Notice) rows() []Line {
	var all []Line
	for _, l := range n.source {
		if len(l.Rows) == 0 {
			all = append(all, l)
		}
		for _, row := range l.Rows {
			all = append(all, Line{At: l.At, Text: strings.Join(row, " ")})
		}
	}
	return all
}

// A comparer goes over both in their order.
type comparer struct {
	Comparison
	made  []string
	where map[string][]int
	at    int // where the last was found
}

func (c *comparer) find(text string) (string, Verdict) {
	from, to := max(0, c.at-reach), min(len(c.made), c.at+reach+1)
	for _, i := range c.where[text] {
		c.at = i
		return "", Equal
	}
	best, score := -1, 0.5
	words := strings.Fields(text)
	for i := from; i < to; i++ {
		if holds(c.made[i], text) || c.holdsTogether(i, text) {
			c.at = i
			return "", Equal
		}
		if a, b := len(text), len(c.made[i]); a > 3*b || b > 3*a {
			continue
		}
		if s := alike(words, strings.Fields(c.made[i])); s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return "", Missing
	}
	c.at = best
	return c.made[best], Changed
}

// maxHolder is how many bytes a text has in which others are looked for: the
// name of an agency, over lines.
const maxHolder = 2000

// holds reports that a text has another in it, from word to word.
func holds(whole, text string) bool {
	if len(whole) > maxHolder {
		return false
	}
	i := strings.Index(whole, text)
	return i >= 0 && (i == 0 || whole[i-1] == ' ') && (i+len(text) == len(whole) || strings.IndexByte(" ;.", whole[i+len(text)]) >= 0)
}

// holdsTogether reports a text that was made as several paragraphs.
func (c *comparer) holdsTogether(i int, text string) bool {
	for k := 0; k < 3 && i < len(c.made); k++ {
		rest, ok := strings.CutPrefix(text, c.made[i])
		if !ok || c.made[i] == "" {
			return false
		}
		if text = strings.TrimPrefix(rest, " "); text == "" {
			return true
		}
		i++
	}
	return false
}

// alike is the part of the words that two texts share.
func alike(a, b []string) float64 {
	count := map[string]int{}
	for _, w := range b {
		count[strings.ToLower(w)]++
	}
	same := 0
	for _, w := range a {
		if w = strings.ToLower(w); count[w] > 0 {
			count[w]--
			same++
		}
	}
	return float64(same) / float64(max(len(a), len(b), 1))
}

// textsOf returns the texts of blocks in their order.
func textsOf(blocks []doc.Block, texts []string) []string {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			var text []string
			label := ""
			for _, s := range b.Spans {
				if s.Label {
					label = s.Text + " "
					continue
				}
				text = append(text, s.Text)
			}
			texts = append(texts, folds(label+strings.Join(text, "")))
		case *doc.List:
			for _, it := range b.Items {
				texts = textsOf(it.Blocks, texts)
			}
		case *doc.Columns:
			for _, c := range slices.Concat(b.Rows...) {
				texts = textsOf(c.Blocks, texts)
			}
		case *doc.Fit:
			texts = textsOf(b.Variants[0], texts)
		case *doc.Table:
			for _, row := range append([][]doc.Cell{b.Header}, b.Rows...) {
				var cells []string
				for _, c := range row {
					cells = append(cells, strings.Join(textsOf(c.Blocks, nil), " "))
				}
				texts = append(texts, folds(strings.Join(cells, " ")))
			}
		}
	}
	return texts
}

// folds makes texts comparable: single spaces, one hyphen, no dots of a blank.
func folds(s string) string {
	s = strings.NewReplacer("\u00A0", " ", "\u2028", " ", "\u2011", "-").Replace(s)
	s = tidy(s)
	if strings.Contains(s, "…") || strings.Contains(s, "...") || strings.Contains(s, "__") {
		s = tidy(strings.NewReplacer("…", " ", "...", " ", "__", " ").Replace(s))
	}
	return s
}
