package tmpl

import (
	"fmt"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/problem"
)

type page struct {
	Width  doc.MM `yaml:"width"`
	Height doc.MM `yaml:"height"`
	Top    doc.MM `yaml:"top"`
	Right  doc.MM `yaml:"right"`
	Bottom doc.MM `yaml:"bottom"`
	Left   doc.MM `yaml:"left"`
}

type pageNumber struct {
	Style    string `yaml:"style"`
	Baseline doc.MM `yaml:"baseline"` // from the top edge of the paper
	From     int    `yaml:"from"`
}

// A lineNumber is how the lines of a draft are numbered.
type lineNumber struct {
	Style string `yaml:"style"`
	Gap   doc.MM `yaml:"gap"` // from the number to the text
}

// A style is how a paragraph looks. Lengths are in mm, sizes and the space
// before in pt.
type style struct {
	Name     string  `yaml:"name"` // for people, in a document of Word
	Size     doc.PT  `yaml:"size"`
	Bold     bool    `yaml:"bold"`
	Italic   bool    `yaml:"italic"`
	Align    align   `yaml:"align"`
	Indent   doc.MM  `yaml:"indent"`
	Hang     bool    `yaml:"hang"`
	Before   doc.PT  `yaml:"before"`
	Leading  float64 `yaml:"leading"`
	KeepOn   bool    `yaml:"keep-on"`
	Rule     *rule   `yaml:"rule"`
	Heading  heading `yaml:"heading"`  // to those who do not see the page
	NewPage  bool    `yaml:"new-page"` // and page numbers anew
	Ornament bool    `yaml:"ornament"` // says nothing to those who do not see it
}

type rule struct {
	Part      float64 `yaml:"part"`
	Gap       doc.PT  `yaml:"gap"`
	Thickness doc.PT  `yaml:"thickness"`
}

// heading is what a paragraph heads: `yes` is the document, `annex` an annex,
// `section` a part.
type heading doc.Heading

func (h *heading) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]doc.Heading{"section": doc.Section, "annex": doc.AnnexTitle}
	value, ok := names[n.Value]
	if title := false; !ok && n.Decode(&title) == nil {
		if ok = true; title {
			value = doc.Title
		}
	}
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần yes, section hoặc annex", EN: "yes, section or annex is wanted"})
	}
	*h = heading(value)
}

// align is an alignment by its name.
type align doc.Align

func (a *align) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]doc.Align{"left": doc.Left, "centre": doc.Centre, "justify": doc.Justify}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần left, centre hoặc justify", EN: "left, centre or justify is wanted"})
	}
	*a = align(value)
}

// A block is one of: a paragraph (p), columns, a list, a table, a chart, a
// fit, a use of a named block, or a group of blocks with an end mark.
type block struct {
	When *condition `yaml:"when"` // left out where it does not hold
	Each path       `yaml:"each"` // once for each element of a list
	Ends []string   `yaml:"ends"` // with each: put behind every element's text, and behind the last one's

	P         string     `yaml:"p"` // style
	Label     *text      `yaml:"label"`
	Step      string     `yaml:"step"`       // a pattern of labels, counted by the template: "1."
	LabelBold *condition `yaml:"label-bold"` // the label is bold where it holds
	Text      *text      `yaml:"text"`
	Spans     []span     `yaml:"spans"`

	Columns *columns `yaml:"columns"`

	List  path   `yaml:"list"`  // a list item for each element
	Block string `yaml:"block"` // with list: the named block that makes an item
	Use   string `yaml:"use"`   // a named block

	Fit  *fit     `yaml:"fit"`
	Sign *signing `yaml:"sign"`

	Table *table `yaml:"table"`
	Chart *chart `yaml:"chart"`
	Grid  *grid  `yaml:"grid"` // a table whose columns the record has

	End    *text   `yaml:"end"`    // in place of the mark behind the last paragraph of blocks
	Blocks []block `yaml:"blocks"` // a group

	node *yaml.Node
}

func (b *block) locate(n *yaml.Node) { b.node = n }

type span struct {
	When     *condition `yaml:"when"`
	Text     *text      `yaml:"text"`
	Bold     bool       `yaml:"bold"`
	Italic   bool       `yaml:"italic"`
	Ornament bool       `yaml:"ornament"` // says nothing: dots to write on
	Box      string     `yaml:"box"`      // names its place, for programs that fill it in later
}

// signing is the space for signatures. Height is in pt, the rest in mm.
type signing struct {
	Height doc.PT    `yaml:"height"`
	Boxes  []signBox `yaml:"boxes"`
}

type signBox struct {
	Name   string     `yaml:"name"`
	Title  *text      `yaml:"title"`
	Field  *condition `yaml:"field"` // whether the file has a field to sign there
	Offset doc.MM     `yaml:"offset"`
	Width  doc.MM     `yaml:"width"`
	Height doc.MM     `yaml:"height"`
}

type columns struct {
	Widths []width  `yaml:"widths"`
	Gap    doc.MM   `yaml:"gap"`
	Before doc.PT   `yaml:"before"`
	Tail   int      `yaml:"tail"`
	Rows   [][]cell `yaml:"rows"`
}

type cell struct {
	Whole  bool       `yaml:"whole"`
	Above  *condition `yaml:"above"` // the cell is empty, for what stands above it goes on
	Blocks []block    `yaml:"blocks"`
}

// width is a column's width: mm, "natural" or "rest".
type width doc.Width

func (w *width) decodeNode(d *decoder, n *yaml.Node, field string) {
	switch n.Value {
	case "natural":
		w.Natural = true
	case "rest":
	default:
		if n.Decode(&w.MM) != nil || !(w.MM > 0 && w.MM <= maxNumber) {
			d.problem(n, field, problem.Text{VI: "cần số mm, natural hoặc rest", EN: "a number of mm, natural or rest is wanted"})
		}
	}
}

// A fit sets its blocks once for each set of sizes, by style.
type fit struct {
	Sets   []map[string]doc.PT `yaml:"sets"`
	Blocks []block             `yaml:"blocks"`
}

// checkBlocks reports styles and named blocks that the file does not have.
func (t *Template) checkBlocks(d *decoder, field string, blocks []block) {
	for i, b := range blocks {
		here, n := fmt.Sprintf("%s[%d]", field, i+1), b.node
		if b.P != "" {
			t.checkName(d, n, here+".p", b.P, t.hasStyle)
		}
		for _, name := range []string{b.Block, b.Use} {
			if name != "" {
				t.checkName(d, n, here, name, func(s string) bool { return t.file.Define[s] != nil })
			}
		}
		if len(b.Ends) != 0 && len(b.Ends) != 2 {
			d.problem(n, here+".ends", problem.Text{VI: "cần hai dấu: sau mỗi dòng, sau dòng cuối", EN: "two marks are wanted: behind each, behind the last"})
		}
		t.checkBlocks(d, here+".blocks", b.Blocks)
		if b.Fit != nil {
			for _, set := range b.Fit.Sets {
				for _, name := range sortedKeys(set) {
					t.checkName(d, n, here+".fit.sets", name, t.hasStyle)
				}
			}
			t.checkBlocks(d, here+".fit.blocks", b.Fit.Blocks)
		}
		t.checkColumns(d, n, here+".columns", b.Columns)
		checkSigning(d, n, here+".sign", b.Sign)
		t.checkTable(d, n, here+".table", b.Table)
		t.checkChart(d, n, here+".chart", b.Chart)
		t.checkGrid(d, n, here+".grid", b.Grid)
	}
}

func (t *Template) checkColumns(d *decoder, n *yaml.Node, field string, c *columns) {
	if c == nil {
		return
	}
	for i, row := range c.Rows {
		if len(row) != len(c.Widths) {
			d.problem(n, fmt.Sprintf("%s.rows[%d]", field, i+1), problem.Text{VI: "số ô khác số cột trong widths", EN: "the cells are not as many as the widths"})
		}
		for j, cell := range row {
			t.checkBlocks(d, fmt.Sprintf("%s.rows[%d][%d]", field, i+1, j+1), cell.Blocks)
		}
	}
}

// checkSigning reports boxes without size, and names that a form field cannot
// have: a full stop divides the parts of a name (ISO 32000-1, 12.7.3.2).
func checkSigning(d *decoder, n *yaml.Node, field string, s *signing) {
	if s == nil {
		return
	}
	seen := map[string]bool{}
	for i, b := range s.Boxes {
		if b.Width <= 0 || b.Height <= 0 {
			d.problem(n, fmt.Sprintf("%s.boxes[%d]", field, i+1), problem.Text{VI: "cần width và height lớn hơn 0", EN: "width and height over 0 are wanted"})
		}
		if b.Name == "" || seen[b.Name] || strings.ContainsFunc(b.Name, outsideNames) {
			d.problem(n, fmt.Sprintf("%s.boxes[%d].name", field, i+1), problem.Text{VI: "cần tên riêng, chỉ gồm chữ, số, dấu - và dấu _", EN: "a name of its own is wanted, of letters, digits, - and _"})
		}
		seen[b.Name] = true
	}
}

func (t *Template) hasStyle(name string) bool {
	_, ok := t.file.Styles[name]
	return ok
}

func (t *Template) checkName(d *decoder, n *yaml.Node, field, name string, known func(string) bool) {
	if !known(name) {
		d.problem(n, field, problem.Text{VI: fmt.Sprintf("mẫu không có %q", name), EN: fmt.Sprintf("the template has no %q", name)})
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
