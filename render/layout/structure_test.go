package layout

import (
	"strings"
	"testing"

	"ketluan/render/doc"
)

// said is a paragraph with a label or without.
func said(label, text string, heading doc.Heading) *doc.Paragraph {
	p := &doc.Paragraph{Style: doc.Style{Heading: heading}}
	if label != "" {
		p.Spans = append(p.Spans, doc.Span{Text: label + " ", Font: doc.Font{Size: 4}, Label: true})
	}
	p.Spans = append(p.Spans, doc.Span{Text: text, Font: doc.Font{Size: 4}})
	return p
}

// heard is the structure of blocks in one line: roles, with what is in them in
// brackets and their text.
func heard(t *testing.T, blocks ...doc.Block) string {
	t.Helper()
	pages, err := Pages(&doc.Document{Page: page, Blocks: blocks}, typewriter{})
	if err != nil {
		t.Fatal(err)
	}
	texts := map[*Element]string{}
	var root *Element
	for _, p := range pages {
		for _, it := range p.Items {
			var e *Element
			switch it := it.(type) {
			case Text:
				e = it.Element
				texts[e] += it.Text
			case Box:
				e = it.Element
			}
			for ; e != nil; e = e.Parent {
				root = e
			}
		}
	}
	var b strings.Builder
	var write func(e *Element)
	write = func(e *Element) {
		b.WriteString(string(e.Role) + e.Numbering)
		if text := strings.TrimSpace(texts[e]); text != "" {
			b.WriteString("=" + text)
		}
		if len(e.Kids) > 0 {
			b.WriteString("(")
			for i, kid := range e.Kids {
				if i > 0 {
					b.WriteString(" ")
				}
				write(kid)
			}
			b.WriteString(")")
		}
	}
	for _, kid := range root.Kids {
		write(kid)
		b.WriteString(" ")
	}
	return strings.TrimSpace(b.String())
}

func oneItem(blocks ...doc.Block) doc.Item { return doc.Item{Blocks: blocks} }

// Headings have levels without gaps, sections are no items, what has no label is
// none either, and in a list no section begins.
func TestHeadings(t *testing.T) {
	none, title, annex, section := doc.NoHeading, doc.Title, doc.AnnexTitle, doc.Section
	for name, c := range map[string]struct {
		blocks []doc.Block
		want   string
	}{
		"title in two": {[]doc.Block{said("", "A", title), said("", "B", title), said("", "c", none)}, "H1=A B P=c"},
		"sections in lists": {[]doc.Block{said("", "A", title), &doc.List{Items: []doc.Item{
			oneItem(said("", "x", none)),
			oneItem(said("I.", "B", section), &doc.List{Items: []doc.Item{oneItem(said("1.", "C", section), &doc.List{Items: []doc.Item{oneItem(said("a)", "d", none))}})}}),
			oneItem(said("II.", "e", none)), oneItem(said("III.", "f", none)), oneItem(said("", "g", none)), oneItem(said("IV.", "h", none)),
		}}}, "H1=A P=x Sect(H2=I. B Sect(H3=1. C LLowerAlpha(LI(Lbl=a) LBody(P=d))))) LUpperRoman(LI(Lbl=II. LBody(P=e)) LI(Lbl=III. LBody(P=f))) P=g LUpperRoman(LI(Lbl=IV. LBody(P=h)))"},
		"no section in a list": {[]doc.Block{&doc.List{Items: []doc.Item{
			oneItem(said("1.", "a", none), &doc.List{Items: []doc.Item{oneItem(said("a)", "B", section), &doc.List{Items: []doc.Item{oneItem(said("-", "c", none))}})}}),
		}}}, "LDecimal(LI(Lbl=1. LBody(P=a LLowerAlpha(LI(Lbl=a) LBody(P=B LDisc(LI(Lbl=- LBody(P=c)))))))))"},
		"annexes": {[]doc.Block{
			said("", "A", title), said("I.", "B", section), said("", "Phụ lục I", annex), said("", "C", annex), said("I.", "D", section), said("", "Phụ lục II", annex), said("1.", "E", section),
		}, "H1=A H2=I. B H2=Phụ lục I C H3=I. D H2=Phụ lục II H3=1. E"},
		"no title":     {[]doc.Block{said("I.", "A", section), said("II.", "B", section), &doc.List{Items: []doc.Item{oneItem(said("1.", "C", section))}}}, "H1=I. A H1=II. B Sect(H2=1. C)"},
		"labelled run": {[]doc.Block{said("1.", "a", none), said("-", "b", none), said("-", "c", none), said("+", "d", none), said("2.", "e", none), said("", "f", none), said("1.", "g", none)}, "LDecimal(LI(Lbl=1. LBody(P=a LDisc(LI(Lbl=- LBody(P=b)) LI(Lbl=- LBody(P=c LDisc(LI(Lbl=+ LBody(P=d)))))))) LI(Lbl=2. LBody(P=e))) P=f LDecimal(LI(Lbl=1. LBody(P=g)))"},
	} {
		if got := heard(t, c.blocks...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// More of an item stands in its body; ornaments stand nowhere.
func TestItemsGoOn(t *testing.T) {
	more := said("", "b", doc.NoHeading)
	more.GoesOn = true
	star := said("", "*", doc.NoHeading)
	star.Style.Ornament = true
	dots := said("", "c", doc.NoHeading)
	dots.Spans = append(dots.Spans, doc.Span{Text: " …", Font: doc.Font{Size: 4}, Ornament: true})
	const want = "LDecimal(LI(Lbl=1. LBody(P=a P=b)) LI(Lbl=2. LBody(P=a))) P=c"
	if got := heard(t, said("1.", "a", doc.NoHeading), more, said("2.", "a", doc.NoHeading), star, dots); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// No level lies below the sixth: what would is text.
func TestDeepHeadings(t *testing.T) {
	list := &doc.List{}
	for depth := 8; depth > 0; depth-- {
		blocks := []doc.Block{said("1.", "A", doc.Section)}
		if len(list.Items) > 0 {
			blocks = append(blocks, list)
		}
		list = &doc.List{Items: []doc.Item{oneItem(blocks...)}}
	}
	const want = "H1=T Sect(H2=1. A Sect(H3=1. A Sect(H4=1. A Sect(H5=1. A Sect(H6=1. A Sect(P=1. A Sect(P=1. A Sect(P=1. A))))))))"
	if got := heard(t, said("", "T", doc.Title), list); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Who signs stands around the field: position, field, name; beside each other one
// after the other.
func TestSignaturesAreHeard(t *testing.T) {
	sign := func() *doc.Signing {
		return &doc.Signing{Height: 20, Boxes: []doc.Box{{Name: "a", Width: 5, Height: 5, Field: true}, {Name: "b", Width: 5, Height: 5}}}
	}
	cell := func(blocks ...doc.Block) doc.Cell { return doc.Cell{Blocks: blocks} }
	para := func(text string) doc.Block { return said("", text, doc.NoHeading) }
	one := &doc.Columns{Widths: make([]doc.Width, 2), Rows: [][]doc.Cell{{cell(para("to")), cell(para("A"), sign(), para("B"))}}}
	two := &doc.Columns{Widths: make([]doc.Width, 2), Rows: [][]doc.Cell{{cell(para("A")), cell(para("B"))}, {cell(sign(), para("C")), cell(sign(), para("D"))}}}
	const want = "Div(P=to P=A Form P=B) Div(Div(P=A Form P=C) Div(P=B Form P=D))"
	if got := heard(t, one, two); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A code that would take too much of a table is set smaller, never broken.
func TestCodesInTables(t *testing.T) {
	for _, code := range []string{"2026-Q1/1.1-A", "2026-Q1-GB/12.3.4-A", "2026-Q1-" + strings.Repeat("GIAO-", 5) + "/12.3.4-Z"} {
		fit := &doc.Fit{}
		for _, size := range []doc.PT{8, 6, 4, 2} {
			fit.Variants = append(fit.Variants, []doc.Block{&doc.Paragraph{Spans: []doc.Span{{Text: code, Font: doc.Font{Size: size}}}}})
		}
		long := said("", strings.Repeat("một hai ba bốn ", 9), doc.NoHeading)
		row := []doc.Cell{{Blocks: []doc.Block{fit}}, {Blocks: []doc.Block{long}}, {Blocks: []doc.Block{said("", "Nghiêng", doc.NoHeading)}}, {Blocks: []doc.Block{said("", "20/12/2026", doc.NoHeading)}}}
		table := &doc.Table{Widths: make([]doc.Width, 4), Padding: 1, Names: 1, Rows: [][]doc.Cell{row}}
		if got := heard(t, table); !strings.HasPrefix(got, "Table(TBody(TR(TH(P=") || strings.Contains(got, "Div") {
			t.Errorf("%s", got)
		}
		pages := pagesOf(t, &doc.Document{Page: page, Blocks: []doc.Block{table}})
		var texts []string
		for _, it := range pages[0].Items {
			if x, ok := it.(Text); ok {
				texts = append(texts, x.Text)
			}
		}
		if all := strings.Join(texts, "|"); !strings.Contains(all, code+"|") || !strings.Contains(all, "20/12/2026") {
			t.Errorf("%s is broken: %s", code, all)
		}
	}
}

// A cell that goes on is one with that above it, and what names a row does so for all
// of its rows; an empty cell stands where none does.
func TestCellsGoOn(t *testing.T) {
	cell := func(text string) doc.Cell {
		if text == "" {
			return doc.Cell{Above: true}
		}
		return doc.Cell{Blocks: []doc.Block{said("", text, doc.NoHeading)}}
	}
	table := &doc.Table{Widths: make([]doc.Width, 2), Padding: 1, Names: 1, Header: []doc.Cell{cell("H"), cell("I")}, Rows: [][]doc.Cell{
		{cell(""), cell("0")}, {cell("A"), cell("1")}, {cell(""), cell("2")}, {cell(""), {}}, {cell("B"), cell("3")},
	}}
	const want = "Table(THead(TR(TH(P=H) TH(P=I))) TBody(TR(TD TD(P=0)) TR(TH(P=A) TD(P=1)) TR(TD(P=2)) TR(TD) TR(TH(P=B) TD(P=3))))"
	if got := heard(t, table); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	pages := pagesOf(t, &doc.Document{Page: page, Blocks: []doc.Block{table}})
	for _, it := range pages[0].Items {
		if x, ok := it.(Text); ok && x.Text == "A" && (x.Element.Parent.Rows != 3 || x.Element.Parent.Scope != "Row") {
			t.Errorf("%+v", x.Element.Parent)
		}
	}
}
