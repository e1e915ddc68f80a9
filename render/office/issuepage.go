package office

import (
	"strings"
	"unicode/utf8"

	"ketluan/render/doc"
)

// numberBox names the place of the number in documents.
const numberBox = "so"

// onPage returns the number and symbol of a document as it is printed, without
// the word before it, and its type: "05/TB-SKHCN", "Thông báo". The symbol is ""
// where the page has no place for a number, the type that of an official letter
// where it shows none.
func onPage(d *doc.Document) (symbol, title string) {
	title = "Công văn"
	found := false
	paragraphs(d.Blocks, func(p *doc.Paragraph) {
		var text strings.Builder
		numbered := false
		for _, s := range p.Spans {
			text.WriteString(s.Text)
			numbered = numbered || s.Box == numberBox
		}
		said := strings.Join(strings.Fields(text.String()), " ")
		switch {
		case numbered && symbol == "":
			symbol = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(said, "Số"), ":"))
		case p.Style.Heading == doc.Title && !found:
			found = true
			_, size := utf8.DecodeRuneInString(said)
			title = said[:size] + strings.ToLower(said[size:])
		}
	})
	return symbol, title
}

// paragraphs goes through those of blocks; of content in several settings through
// one.
func paragraphs(blocks []doc.Block, yield func(*doc.Paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			yield(b)
		case *doc.Columns:
			for _, row := range b.Rows {
				for _, c := range row {
					paragraphs(c.Blocks, yield)
				}
			}
		case *doc.Fit:
			if len(b.Variants) > 0 {
				paragraphs(b.Variants[0], yield)
			}
		}
	}
}
