package layout

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/doc"
)

// table has a row for each text, its number before it. A page holds ten lines.
func table(rows ...string) *doc.Document {
	cell := func(text string) doc.Cell {
		return doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Spans: []doc.Span{{Text: text, Font: doc.Font{Size: 14}}}}}}
	}
	t := &doc.Table{Widths: []doc.Width{{MM: 15}, {}}, Padding: 1, Thickness: 0.5, Header: []doc.Cell{cell("No."), cell("Text")}}
	for i, text := range rows {
		t.Rows = append(t.Rows, []doc.Cell{cell(fmt.Sprint(i + 1)), cell(text)})
	}
	return &doc.Document{Page: page, Blocks: []doc.Block{t}}
}

// shown returns the texts of a page in their order.
func shown(p Page) string {
	var all []string
	for _, it := range p.Items {
		if t, ok := it.(Text); ok {
			all = append(all, strings.TrimSpace(t.Text))
		}
	}
	return strings.Join(all, " ")
}

func pagesOf(t *testing.T, d *doc.Document) []Page {
	t.Helper()
	pages, err := Pages(d, typewriter{})
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case Text:
				if it.Y > p.Height-page.Bottom || it.Y < page.Top {
					t.Errorf("page %d: %q at %.1f mm", i+1, it.Text, it.Y)
				}
			case Line:
				if it.Y+it.Height > p.Height-page.Bottom+0.01 || it.X+it.Width > p.Width-page.Right+0.01 {
					t.Errorf("page %d: a line to %.1f, %.1f mm", i+1, it.X+it.Width, it.Y+it.Height)
				}
			}
		}
	}
	return pages
}

// The header stands on each page, and rows are whole.
func TestTableHeaderRepeats(t *testing.T) {
	row := "one two three four five six seven eight nine ten" // two lines
	pages := pagesOf(t, table(row, row, row, row, row))
	for i, want := range []string{"1 2 3", "4 5"} {
		if i >= len(pages) {
			t.Fatalf("%d pages", len(pages))
		}
		want := "No. Text " + strings.Join(strings.Fields(strings.ReplaceAll(want+" ", " ", " "+row+" ")), " ")
		if got := shown(pages[i]); got != want {
			t.Errorf("page %d: %q, want %q", i+1, got, want)
		}
	}
}

// A row that is taller than a page goes on, and nothing is lost.
func TestTableLongRow(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 150))
	pages := pagesOf(t, table("short", long, "last"))
	count := 0
	for _, p := range pages {
		count += strings.Count(shown(p), "word")
	}
	if count != 150 || len(pages) < 3 || !strings.Contains(shown(pages[len(pages)-1]), "last") {
		t.Errorf("%d words on %d pages", count, len(pages))
	}
}

// The structure has each cell once: a header that stands again is an artifact.
func TestTableStructure(t *testing.T) {
	row := "one two three four five six seven eight nine ten"
	pages := pagesOf(t, table(row, row, row, row, row))
	root := pages[0].Items[0].(Text).Element
	for root.Parent != nil {
		root = root.Parent
	}
	var b strings.Builder
	for _, part := range root.Kids[0].Kids {
		b.WriteString(string(part.Role) + " ")
		for _, tr := range part.Kids {
			for _, c := range tr.Kids {
				b.WriteString(string(c.Role) + c.Scope + " ")
			}
		}
	}
	if got, want := b.String(), "THead THColumn THColumn TBody "+strings.Repeat("TD TD ", 5); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if again := pages[1].Items[0].(Text); again.Text != "No." || again.Element != nil {
		t.Errorf("%+v", again)
	}
}

// columnsOf returns where the vertical lines of a table's first row stand.
func columnsOf(p Page) []doc.MM {
	var at []doc.MM
	for _, it := range p.Items {
		if l, ok := it.(Line); ok && l.Height > 0 && l.Y == page.Top {
			at = append(at, l.X-page.Left)
		}
	}
	return at
}

// Columns have room for what they hold: a column that is empty no more than
// its header's words, codes and dates stand on one line, the long text has
// what is left.
func TestTableWidths(t *testing.T) {
	cell := func(text string) doc.Cell {
		return doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Spans: []doc.Span{{Text: text, Font: doc.Font{Size: 14}}}}}}
	}
	d := &doc.Document{Page: page}
	d.Page.Height = 400
	table := &doc.Table{
		Widths: []doc.Width{{MM: 15}, {}, {MM: 15}, {MM: 30}}, Padding: 1, Thickness: 0.5,
		Header: []doc.Cell{cell("Mã"), cell("Việc"), cell("Hạn"), cell("Kết quả")},
	}
	long := strings.Repeat("một hai ba bốn ", 6)
	for range 3 {
		table.Rows = append(table.Rows, []doc.Cell{cell("A-1/2.3"), cell(long), cell("1/2/20"), cell("")})
	}
	d.Blocks = []doc.Block{table}
	pages := pagesOf(t, d)
	at := columnsOf(pages[0])
	if len(at) != 5 || at[4] < 98.8 || at[4] > 99 {
		t.Fatalf("%.2f", at)
	}
	char := doc.PT(7).MM()
	for i, most := range []doc.MM{7*char + 2, 0, 6*char + 2, 7*char + 2} { // "Kết quả" is on one line at most
		if w := at[i+1] - at[i]; most > 0 && w > most+0.01 {
			t.Errorf("column %d is %.1f mm wide, and %.1f are enough", i+1, w, most)
		}
	}
	for _, it := range pages[0].Items {
		if tx, ok := it.(Text); ok && (tx.Text == "A-1/" || tx.Text == "1/2/") {
			t.Errorf("%q is broken", tx.Text)
		}
	}
}

// A table whose columns cannot have what they need keeps within its width, and
// one that needs less fills it.
func TestTableWidthsAreTheTables(t *testing.T) {
	for _, word := range []string{"", "a", "một", "http://mot.hai/" + strings.Repeat("ba/", 30), strings.Repeat("m", 60)} {
		for _, n := range []int{1, 2, 7, 30} {
			table := &doc.Table{Padding: 0.5, Thickness: 0.5}
			var row []doc.Cell
			for i := range n {
				table.Widths = append(table.Widths, doc.Width{MM: doc.MM(i % 3)})
				row = append(row, doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Spans: []doc.Span{{Text: word, Font: doc.Font{Size: 4}}}}}})
			}
			table.Rows = [][]doc.Cell{row, row}
			widths := (&setter{measurer: typewriter{}, page: page}).tableWidths(table, 90)
			if all := sum(widths); all < 89.99 || all > 90.01 {
				t.Errorf("%d columns of %.10q are %.2f mm wide: %.2f", n, word, all, widths)
			}
			if n < 30 {
				pagesOf(t, &doc.Document{Page: page, Blocks: []doc.Block{table}})
			}
		}
	}
}
