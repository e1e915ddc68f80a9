package tmpl

import (
	"fmt"
	"strings"

	"ketluan/render/doc"
)

// lastParagraph returns the last paragraph of blocks, nil where there is none,
// and whether a table stands below it.
func lastParagraph(blocks []doc.Block) (last *doc.Paragraph, table bool) {
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case *doc.Paragraph:
			return b, table
		case *doc.List:
			for j := len(b.Items) - 1; j >= 0; j-- {
				p, below := lastParagraph(b.Items[j].Blocks)
				if table = table || below; p != nil {
					return p, table
				}
			}
		case *doc.Table:
			table = true
		case *doc.Columns, *doc.Fit, *doc.Signing, *doc.Chart:
			return nil, false
		default:
			panic(fmt.Sprintf("tmpl: unknown block %T", b))
		}
	}
	return nil, table
}

// lastSpan returns the last span of the last paragraph of blocks, nil where
// there is none.
func lastSpan(blocks []doc.Block) *doc.Span {
	p, _ := lastParagraph(blocks)
	if p == nil {
		return nil
	}
	return &p.Spans[len(p.Spans)-1]
}

// addMark puts a mark behind the text of blocks.
func addMark(blocks []doc.Block, mark string) {
	if s := lastSpan(blocks); s != nil {
		s.Text += mark
	}
}

// endWith returns blocks with a mark behind their text, in place of the one
// there. Below a table that a colon leads to it has a line of its own.
func endWith(blocks []doc.Block, mark string) []doc.Block {
	p, table := lastParagraph(blocks)
	if p == nil || mark == "" {
		return blocks
	}
	s := &p.Spans[len(p.Spans)-1]
	if table && strings.HasSuffix(s.Text, ":") {
		return append(blocks, &doc.Paragraph{Style: p.Style, Spans: []doc.Span{{Text: mark, Font: s.Font}}})
	}
	s.Text = strings.TrimSuffix(s.Text, endMark(s.Text)) + mark
	return blocks
}
