package tmpl

import (
	"fmt"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/record"
)

const head = `
kind: document
page: {width: 210, height: 297}
numbering: ["I.", "1.", "a)"]
styles: {p: {size: 14}}
`

// dump writes a paragraph a line: labels in <>, bold in **, lists indented.
func dump(blocks []doc.Block, indent string) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case *doc.Paragraph:
			b.WriteString(indent)
			for _, s := range block.Spans {
				switch {
				case s.Label:
					fmt.Fprintf(&b, "<%s>", s.Text)
				case s.Font.Face == doc.Bold:
					fmt.Fprintf(&b, "**%s**", s.Text)
				default:
					b.WriteString(s.Text)
				}
			}
			b.WriteString("\n")
		case *doc.List:
			for _, it := range block.Items {
				b.WriteString(dump(it.Blocks, indent+"  "))
			}
		case *doc.Columns:
			for _, row := range block.Rows {
				for _, c := range row {
					b.WriteString(dump(c.Blocks, indent+"| "))
				}
			}
		case *doc.Fit:
			for _, v := range block.Variants {
				b.WriteString(dump(v, indent+"? "))
			}
		}
	}
	return b.String()
}

// fill fills the blocks in for a record and returns them as text.
func fill(t *testing.T, blocks string, rec *record.Record) (string, error) {
	t.Helper()
	parsed, err := Parse("a.yaml", []byte(head+blocks))
	if err != nil {
		t.Fatal(err)
	}
	d, err := parsed.Document(rec)
	if err != nil {
		return "", err
	}
	return dump(d.Blocks, ""), nil
}

var (
	finance = &record.Unit{Name: "Phòng Kế hoạch - Tài chính", Short: "KHTC", Aliases: []string{"Phòng Tài chính"}}
	office  = &record.Unit{Name: "Văn phòng Sở", Short: "VP"}
)

func TestFill(t *testing.T) {
	rec := &record.Record{
		Subject: "Kết luận {{.Number}} <b>",
		Opening: []string{"Một", "Hai."},
		Conclusions: []*record.Item{
			{Heading: "Về vốn", Numbered: true, Items: []*record.Item{
				{Text: "Việc một.", Numbered: true, Items: []*record.Item{{Text: "Nhỏ", Numbered: true}, {Text: "Không số"}, {Text: "Nhỏ hơn", Numbered: true}}},
				{Text: "Đoạn\nthứ hai", Numbered: true},
			}},
			{Text: "Cuối;", Numbered: true},
		},
		Recipients: []string{"A", "B"},
	}
	item := `
define:
  item:
    - {p: p, when: .Heading, label: "{{.Label}}", spans: [{bold: yes, text: "{{.Heading}}"}]}
    - {p: p, when: .Text, label: "{{.Label}}", text: "{{.Text}}"}
    - {list: .Items, block: item}
`
	for _, c := range []struct{ name, blocks, want string }{
		{"values are no structure", `blocks: [{p: p, text: "{{.Subject}}"}]`, "Kết luận {{.Number}} <b>\n"},
		{"nothing said, no paragraph", `blocks: [{p: p, text: "{{.Number}}"}]`, ""},
		{"conditions", `blocks: [{p: p, when: .Number, text: a}, {p: p, when: not .Number, text: b}, {p: p, spans: [{when: .Number, text: c}, {text: d}]}]`, "b\nd\n"},
		{"each with ends", `blocks: [{each: .Recipients, ends: [";", "."], p: p, label: "-", text: "{{.}}"}]`, "<- >A;\n<- >B.\n"},
		{"a tree with its end mark", "blocks: [{end: ./., blocks: [{list: .Conclusions, block: item}]}]" + item,
			"  <I. >**Về vốn**\n    <1. >Việc một.\n      <a) >Nhỏ\n      Không số\n      <b) >Nhỏ hơn\n    <2. >Đoạn\n    thứ hai\n  <II. >Cuối./.\n"},
		{"an end mark on prose", `blocks: [{end: ./., blocks: [{each: .Opening, p: p, text: "{{.}}"}]}]`, "Một\nHai./.\n"},
		{"columns and fit", `blocks: [{fit: {sets: [{p: 13}, {p: 12}], blocks: [{p: p, text: x}]}}, {columns: {widths: [rest, 20], rows: [[{blocks: [{p: p, text: l}]}, {blocks: [{p: p, text: r}]}]]}}]`,
			"? x\n? x\n| l\n| r\n"},
	} {
		got, err := fill(t, c.blocks, rec)
		if err != nil || got != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, c.want)
		}
	}
}

// A template that cannot be filled in is an error, never a panic or an endless loop.
func TestFillFails(t *testing.T) {
	for _, c := range []struct{ blocks, want string }{
		{"blocks: [{use: b}]\ndefine: {b: [{use: b}]}", "without end"},
		{`blocks: [{table: {widths: [rest], header: [{}], row: [{}]}}]`, "not a list"},
		{`blocks: [{p: p, when: index .Recipients 3, text: x}]`, "index"},
	} {
		if got, err := fill(t, c.blocks, new(record.Record)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v; want an error with %q", c.blocks, got, err, c.want)
		}
	}
}

// What a text does not say is there for a template only where the record asks,
// and not behind a colon.
func TestUnsaid(t *testing.T) {
	quarter := calendar.Quarter{Year: 2020, N: 3}
	for _, c := range []struct {
		text  string
		asked bool
		want  string
	}{
		{"Rà soát hồ sơ.", false, "|||"},
		{"Rà soát hồ sơ.", true, "Phòng Kế hoạch - Tài chính|Văn phòng Sở|5/10/2020|Quý III năm 2020"},
		{"Giao Phòng Kế hoạch – Tài chính rà soát.", true, "|Văn phòng Sở|5/10/2020|Quý III năm 2020"},
		{"Rà soát hồ sơ:", true, "|||"},
	} {
		rec := &record.Record{AssignmentsPrinted: c.asked, Units: []*record.Unit{finance, office}, Conclusions: []*record.Item{{
			Text: c.text, Task: true, Leads: []*record.Unit{finance}, Partners: []*record.Unit{office}, Since: quarter,
			Deadline: record.Deadline{Words: "5/10/2020", Day: calendar.Date{Year: 2020, Month: 10, Day: 5}},
		}}}
		u := newView(rec, nil).Tasks[0].Unsaid
		since := ""
		if u.Since == quarter {
			since = u.Since.Words()
		}
		if got := names(u.Leads, ",") + "|" + names(u.Partners, ",") + "|" + u.Deadline + "|" + since; got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// A sentence behind a text keeps the mark that the text ends with.
func TestFollowed(t *testing.T) {
	for text, want := range map[string]string{
		"Rà soát.": "Rà soát. Phòng A làm; hạn: x.", "Rà soát;": "Rà soát. Phòng A làm; hạn: x;", "Rà soát./.": "Rà soát. Phòng A làm; hạn: x./.",
		"Rà soát": "Rà soát. Phòng A làm; hạn: x.", "Rà soát...": "Rà soát... Phòng A làm; hạn: x.", "Vì sao?": "Vì sao? Phòng A làm; hạn: x.",
		"Rà soát (nếu có);": "Rà soát (nếu có). Phòng A làm; hạn: x;", "Rà soát “ba rõ.”": "Rà soát “ba rõ.” Phòng A làm; hạn: x.", "Một.\nHai.": "Một.\nHai. Phòng A làm; hạn: x.", "": "",
	} {
		if got := followed(text, "phòng A làm", "", "hạn: x."); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := followed("Rà soát;", "", ""); got != "Rà soát;" {
		t.Errorf("%q", got)
	}
	for names, want := range map[string]string{"Các phòng": "các phòng", "Phòng A, Các đội": "Phòng A, các đội", "Cácbon": "Cácbon"} {
		if got := within(names); got != want {
			t.Errorf("%q: %q, want %q", names, got, want)
		}
	}
}

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		pattern  string
		ordinals []int
		want     string
	}{
		{"I.", []int{4}, "IV."}, {"I.", []int{1994}, "MCMXCIV."}, {"1.", []int{3, 12}, "12."}, {"1.1.", []int{2, 5}, "2.5."},
		{"I.1.a", []int{3, 2, 5}, "III.2.đ"}, {"1.1.", []int{7}, "1.7."}, {"a)", []int{4}, "d)"}, {"a)", []int{22}, "x)"},
		{"a)", []int{24}, "aa)"}, {"-", []int{9}, "-"}, {"(1)", []int{10}, "(10)"}, {"Điều 1.", []int{10}, "Điều 10."},
	} {
		if got, _ := label(c.pattern, c.ordinals); got != c.want {
			t.Errorf("label %q of %v: %q, want %q", c.pattern, c.ordinals, got, c.want)
		}
	}
}

func TestFunctions(t *testing.T) {
	date := calendar.Date{Year: 2020, Month: 2, Day: 3}
	for _, c := range []struct{ got, want string }{
		{pad("5"), "05"}, {pad("05"), "05"}, {pad("12"), "12"}, {pad("5a"), "5a"}, {pad(""), ""}, {pad("0"), "0"},
		{monthOf(date), "02"}, {monthOf(calendar.Date{Month: 3}), "3"}, {monthOf(calendar.Date{Month: 11}), "11"},
		{closed("Văn phòng Sở"), "Văn phòng Sở:"}, {closed("Giao:"), "Giao:"}, {closed("Sở (VP)"), "Sở (VP):"}, {closed("Vì sao?"), "Vì sao?"},
		{endMark("x."), "."}, {endMark("x./."), "./."}, {endMark("x;"), ";"}, {endMark("x..."), ""}, {endMark("x"), ""},
		{note("a", "1", "b", "", "c", "2"), "a: 1; c: 2"}, {note("a", ""), ""},
		{blank(2), "\u00A0\u00A0"}, {blank(-1), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// A note says "label: value", or leaves the colon out where the label ends in a
// space; what has no value is not in it.
func TestNote(t *testing.T) {
	if got := note("thời hạn", "15/10", "sản phẩm", "", "từ ", "Quý III"); got != "thời hạn: 15/10; từ Quý III" {
		t.Errorf("%q", got)
	}
	for share, want := range map[float64]string{0: "0\u00A0%", 0.5: "50\u00A0%", 9.0 / 16: "56,3\u00A0%", 2.0 / 3: "66,7\u00A0%", 1: "100\u00A0%"} {
		if got := percent(share); got != want {
			t.Errorf("%v: %q, want %q", share, got, want)
		}
	}
	for s, want := range map[string]string{"đang thực hiện": "Đang thực hiện", "đã trình.": "Đã trình", "": ""} {
		if got := sentence(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
