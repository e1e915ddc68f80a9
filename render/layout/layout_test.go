package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/doc"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// typewriter gives each character half an em, so that a reader of a test can
// count: at 14 pt a character is 2.47 mm wide.
type typewriter struct{}

func (typewriter) Advance(_ doc.Face, r rune) (int, bool) { return 500, r != '☃' }

// page has room for 40 characters of 14 pt on a line (98.8 mm) and ten lines.
var page = doc.Page{Width: 118.9, Height: 96.8, Top: 20, Right: 10, Bottom: 20, Left: 10}

// parse reads the documents of testdata: a block a line, as "style: text";
// "recipients n" and "signature" lines make the columns at the end.
func parse(t *testing.T, src string) *doc.Document {
	d := &doc.Document{Page: page, PageNumber: doc.PageNumber{Font: doc.Font{Size: 14}, Baseline: 14, From: 2}}
	styles := map[string]doc.Style{
		"body":    {Align: doc.Justify, Indent: 10},
		"left":    {},
		"centre":  {Align: doc.Centre},
		"heading": {Align: doc.Justify, KeepOn: true, Before: 6},
		"spaced":  {Align: doc.Justify, Before: 12},
		"rule":    {Align: doc.Centre, Rule: &doc.Rule{Part: 0.5, Gap: 4, Thickness: 0.75}},
		"hang":    {Hang: true},
	}
	for line := range strings.Lines(src) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if n := 0; name == "sign" {
			fmt.Sscan(text, &n)
			d.Blocks = append(d.Blocks, signature(n))
			continue
		}
		style, ok := styles[name]
		if !ok {
			t.Fatalf("no style %q", name)
		}
		text = strings.NewReplacer("~", "\u00A0", "¶", "\u2028").Replace(text)
		p := &doc.Paragraph{Style: style}
		for i, part := range strings.Split(text, "**") {
			face := doc.Regular
			if i%2 == 1 {
				face = doc.Bold
			}
			p.Spans = append(p.Spans, doc.Span{Text: part, Font: doc.Font{Face: face, Size: 14}})
		}
		if name == "hang" {
			label, rest, _ := strings.Cut(text, " ")
			p.Spans = []doc.Span{{Text: label + " ", Label: true, Font: doc.Font{Size: 14}}, {Text: rest, Font: doc.Font{Size: 14}}}
		}
		d.Blocks = append(d.Blocks, p)
	}
	return d
}

func signature(recipients int) doc.Block {
	para := func(text string, size doc.PT, before doc.PT, align doc.Align) doc.Block {
		return &doc.Paragraph{Style: doc.Style{Align: align, Before: before}, Spans: []doc.Span{{Text: text, Font: doc.Font{Size: size}}}}
	}
	left := doc.Cell{Blocks: []doc.Block{para("Nơi nhận:", 12, 0, doc.Left)}}
	for i := range recipients {
		left.Blocks = append(left.Blocks, para(fmt.Sprintf("- nơi thứ %d;", i+1), 11, 0, doc.Left))
	}
	right := doc.Cell{Whole: true, Blocks: []doc.Block{para("CHÁNH VĂN PHÒNG", 14, 0, doc.Centre), para("Họ Tên", 14, 30, doc.Centre)}}
	return &doc.Columns{Widths: []doc.Width{{MM: 40}, {}}, Gap: 2, Before: 6, Tail: 2, Rows: [][]doc.Cell{{left, right}}}
}

// Each file of testdata is a document and the dump of its pages.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no tests")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pages, err := Pages(parse(t, string(ar.Files[0].Data)), typewriter{})
			if err != nil {
				t.Fatal(err)
			}
			got := Dump(pages)
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "pages", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// words returns text with all white space folded, as what is copied out of pages.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// However a text is broken, all of it is on the pages, in order, and inside the margins.
func TestNothingIsLost(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Giao Sở X chủ trì, phối hợp với Sở Y - đơn vị thường trực hoàn thành trước ngày 15/10/2020; ", 40))
	for name, text := range map[string]string{
		"one word":         "a",
		"a page and more":  long,
		"a long address":   "https://" + strings.Repeat("kehoach/giaoban-", 30),
		"no break at all":  strings.Repeat("ô", 300),
		"no-break spaces":  strings.Repeat("mười\u00A0", 50),
		"dashes":           strings.Repeat("a - ", 100) + "b",
		"glued all along":  strings.Repeat("ngày 1 ", 200),
		"spaces at an end": "một hai ",
		"not UTF-8":        "a\xffb\xc2 c",
	} {
		for _, align := range []doc.Align{doc.Left, doc.Centre, doc.Justify} {
			d := &doc.Document{Page: page, Blocks: []doc.Block{&doc.Paragraph{
				Style: doc.Style{Align: align, Indent: 10}, Spans: []doc.Span{{Text: text, Font: doc.Font{Size: 14}}},
			}}}
			pages, err := Pages(d, typewriter{})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, p := range pages {
				for _, it := range p.Items {
					tx := it.(Text)
					got.WriteString(tx.Text)
					n := doc.MM(len([]rune(strings.TrimSuffix(tx.Text, " "))))
					right := tx.X + n*doc.PT(7).MM() + doc.MM(countSpaces(strings.TrimSuffix(tx.Text, " ")))*tx.WordSpace
					if tx.X < page.Left-0.01 || right > page.Width-page.Right+0.01 && name != "no-break spaces" {
						t.Errorf("%s, align %d: %q reaches from %.2f to %.2f", name, align, tx.Text, tx.X, right)
					}
					if tx.Y < page.Top || tx.Y > page.Height-page.Bottom {
						t.Errorf("%s: baseline at %.2f", name, tx.Y)
					}
				}
			}
			if words(got.String()) != words(text) {
				t.Errorf("%s, align %d:\n got %q\nwant %q", name, align, got.String(), text)
			}
		}
	}
}

// No line ends between a number and the word that takes it, where the lines are
// long enough that none need gape for it.
func TestGlueHolds(t *testing.T) {
	text := strings.Repeat("theo Quyết định số 12/2020/QĐ-UBND ngày 05 tháng 01 năm 2020, Điều 5 và điểm a khoản 2 Quý III, 15 % và 20 triệu đồng - ông N. T. Anh ", 30)
	torn := regexp.MustCompile(`(số|ngày|tháng|năm|Điều|điểm|khoản|Quý|15|N\.|T\.|-) $`)
	for width := doc.MM(123); width < 190; width += 3 {
		d := &doc.Document{Page: doc.Page{Width: width, Height: 1000}, Blocks: []doc.Block{&doc.Paragraph{
			Style: doc.Style{Align: doc.Justify}, Spans: []doc.Span{{Text: text, Font: doc.Font{Size: 14}}},
		}}}
		pages, err := Pages(d, typewriter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range pages[0].Items {
			if line := it.(Text).Text; torn.MatchString(line) {
				t.Errorf("at %g mm a line ends %q", width, line)
			}
		}
	}
}

// Layout refuses what a face cannot print.
func TestUnprintable(t *testing.T) {
	d := parse(t, "body: một ☃ hai\n")
	if _, err := Pages(d, typewriter{}); err == nil || !strings.Contains(err.Error(), "U+2603") {
		t.Errorf("got %v", err)
	}
}

// Of several settings the one with the fewest lines is taken, and of those the first.
func TestFit(t *testing.T) {
	setting := func(size doc.PT, text string) []doc.Block {
		return []doc.Block{&doc.Paragraph{Spans: []doc.Span{{Text: text, Font: doc.Font{Size: size}}}}}
	}
	for _, tt := range []struct {
		text string
		want doc.PT
	}{
		{"ngắn", 14},
		{strings.Repeat("một hai ", 6), 10}, // 48 characters stand on one line at 10 pt only
	} {
		d := &doc.Document{Page: page, Blocks: []doc.Block{&doc.Fit{Variants: [][]doc.Block{setting(14, tt.text), setting(10, tt.text), setting(9, tt.text)}}}}
		pages, err := Pages(d, typewriter{})
		if err != nil {
			t.Fatal(err)
		}
		if got := pages[0].Items[0].(Text).Font.Size; got != tt.want {
			t.Errorf("%q: %g pt, want %g", tt.text, got, tt.want)
		}
	}
}
