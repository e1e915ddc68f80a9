package layout

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/doc"
)

// spaced is a document of n paragraphs of two lines and a signature, with some
// recipients beside it. A page has room for 40 characters on a line.
func spaced(n, recipients int, sp *doc.Spacing) *doc.Document {
	d := &doc.Document{Page: page, Spacing: sp}
	d.Page.Height = 240
	for range n {
		d.Blocks = append(d.Blocks, &doc.Paragraph{
			Style: doc.Style{Align: doc.Justify, Before: 6, Leading: 1.1},
			Spans: []doc.Span{{Text: strings.Repeat("mot hai ba ", 5), Font: doc.Font{Size: 14}}},
		})
	}
	d.Blocks = append(d.Blocks, signature(recipients))
	return d
}

// above returns how many lines stand above the signature, and on which page.
func above(pages []Page) (lines, on int) {
	for i, p := range pages {
		for _, it := range p.Items {
			if t, ok := it.(Text); ok && t.Text == "Nơi nhận:" {
				return lines, i + 1
			} else if ok {
				lines++
			}
		}
		lines = 0
	}
	return 0, 0
}

// However long a document is, its signature stands below six lines or on the
// first page, and its spacing is the same everywhere and within the range.
func TestSpacingGives(t *testing.T) {
	sp := &doc.Spacing{MinLeading: 1, MaxLeading: 1.5, MinBefore: 6, MaxBefore: 12, Lines: 6}
	given := map[string]bool{}
	for n := 1; n < 80; n++ {
		for _, recipients := range []int{1, 6, 12} {
			pages := pagesOf(t, spaced(n, recipients, nil))
			_, before := above(pages)
			pages = pagesOf(t, spaced(n, recipients, sp))
			lines, on := above(pages)
			if on > before || on > 1 && lines < sp.Lines {
				t.Errorf("%d paragraphs, %d recipients: %d lines above the signature on page %d, %d without spacing", n, recipients, lines, on, before)
			}
			g := pages[0].Spacing
			if l, b := 1.1+g.Leading, 6+g.Before; l < 0.999 || l > 1.5 || b < 6 || b > 12 {
				t.Errorf("%d paragraphs: %v", n, g)
			}
			given[fmt.Sprintf("%+.2f %+g", g.Leading, g.Before)] = true
			checkPitch(t, pages, 1.1+g.Leading)
		}
	}
	for _, want := range []string{"+0.00 +0", "-0.05 +0", "-0.10 +0", "+0.10 +0"} {
		if !given[want] {
			t.Errorf("no document is set %s: %v", want, given)
		}
	}
}

// checkPitch checks the distance between the two lines of each paragraph.
func checkPitch(t *testing.T, pages []Page, leading float64) {
	t.Helper()
	for _, p := range pages {
		var first Text
		for _, it := range p.Items {
			tx, ok := it.(Text)
			if ok && tx.Font.Size == 14 && strings.HasPrefix(tx.Text, "mot") && strings.HasSuffix(first.Text, " ") && first.WordSpace != 0 {
				if want := doc.PT(14).MM() * doc.MM(singleLine*leading); tx.Y-first.Y < want-0.01 || tx.Y-first.Y > want+doc.PT(12).MM()+0.01 {
					t.Errorf("lines are %.2f mm apart, not %.2f", tx.Y-first.Y, want)
				}
			}
			first = tx
		}
	}
}

// What no range can mend stays as its styles say: a signature too tall for the
// page that six lines are on, ranges that are none.
func TestSpacingCannotGive(t *testing.T) {
	for _, sp := range []*doc.Spacing{nil, {}, {MinLeading: 1.1, MaxLeading: 1.1, MinBefore: 6, MaxBefore: 6, Lines: 6}} {
		for n := 1; n < 30; n++ {
			pages := pagesOf(t, spaced(n, 40, sp))
			if g := pages[0].Spacing; g != (Given{}) {
				t.Errorf("%+v, %d paragraphs: %v", sp, n, g)
			}
		}
	}
}
