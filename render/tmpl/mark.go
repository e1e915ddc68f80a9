package tmpl

import (
	"fmt"
	"strings"

	"ketluan/render/doc"
)

// lastSpan returns the last span of the last paragraph of blocks, nil where
// there is none.
func lastSpan(blocks []doc.Block) *doc.Span {
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].(type) {
		case *doc.Paragraph:
			return &b.Spans[len(b.Spans)-1]
		case *doc.List:
			for j := len(b.Items) - 1; j >= 0; j-- {
				if s := lastSpan(b.Items[j].Blocks); s != nil {
					return s
				}
			}
		case *doc.Columns, *doc.Fit, *doc.Signing, *doc.Table, *doc.Chart:
			return nil
		default:
			panic(fmt.Sprintf("tmpl: unknown block %T", b))
		}
	}
	return nil
}

// addMark puts a mark behind the text of blocks.
func addMark(blocks []doc.Block, mark string) {
	if s := lastSpan(blocks); s != nil {
		s.Text += mark
	}
}

// endWith puts a mark behind the text of blocks, in place of the one there.
func endWith(blocks []doc.Block, mark string) {
	if s := lastSpan(blocks); s != nil {
		s.Text = strings.TrimSuffix(s.Text, endMark(s.Text)) + mark
	}
}
