package tmpl

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// A sheetFile is one sheet of a workbook as the template writes it.
type sheetFile struct {
	Name      string      `yaml:"name"`
	Hidden    bool        `yaml:"hidden"`
	Landscape bool        `yaml:"landscape"`
	Margins   margins     `yaml:"margins"`
	Titles    []title     `yaml:"titles"`
	Header    sheetStyle  `yaml:"header"`
	Rows      path        `yaml:"rows"`
	Columns   []column    `yaml:"columns"`
	Footer    sheetFooter `yaml:"footer"`
	Rules     []ruleFile  `yaml:"rules"`

	Sections   []section     `yaml:"sections"` // in place of rows
	Section    sheetStyle    `yaml:"section"`
	Total      sheetStyle    `yaml:"total"`
	RowHeight  sheet.PT      `yaml:"row-height"`
	ClosedFill string        `yaml:"closed-fill"`
	Closings   []closingFile `yaml:"closings"`
	Chart      *chartFile    `yaml:"chart"`
	Frozen     string        `yaml:"frozen"`
	Printed    string        `yaml:"printed"`
}

// A section is a part of a table with a title. It is left out where it has no rows.
type section struct {
	Title  *text    `yaml:"title"`
	Rows   path     `yaml:"rows"`
	Closed []string `yaml:"closed"` // headers of columns that are not filled in here
}

type closingFile struct {
	Text  *text      `yaml:"text"`
	Style sheetStyle `yaml:"style"`
	From  string     `yaml:"from"`
	To    string     `yaml:"to"`
}

type chartFile struct {
	Title      string       `yaml:"title"`
	Categories string       `yaml:"categories"`
	Series     []seriesFile `yaml:"series"`
}

type seriesFile struct {
	Header string `yaml:"header"`
	Fill   string `yaml:"fill"`
}

type margins struct {
	Top    sheet.MM `yaml:"top"`
	Right  sheet.MM `yaml:"right"`
	Bottom sheet.MM `yaml:"bottom"`
	Left   sheet.MM `yaml:"left"`
}

type sheetStyle struct {
	Size   sheet.PT   `yaml:"size"`
	Bold   bool       `yaml:"bold"`
	Italic bool       `yaml:"italic"`
	Align  sheetAlign `yaml:"align"`
	Fill   string     `yaml:"fill"`
	Before sheet.PT   `yaml:"before"`
	Boxed  bool       `yaml:"boxed"`
}

func (s sheetStyle) style() sheet.Style {
	return sheet.Style{Size: s.Size, Bold: s.Bold, Italic: s.Italic, Align: sheet.Align(s.Align), Fill: s.Fill, Before: s.Before, Boxed: s.Boxed}
}

type title struct {
	Text   *text      `yaml:"text"`
	Style  sheetStyle `yaml:"style"`
	From   string     `yaml:"from"`
	To     string     `yaml:"to"`
	Beside bool       `yaml:"beside"`
}

type sheetFooter struct {
	Left   *text `yaml:"left"`
	Centre *text `yaml:"centre"`
	Right  *text `yaml:"right"`
}

// A column shows of each row its date or number where it has one, else its text.
// Those of a formula are its value before it is worked out.
type column struct {
	Header string      `yaml:"header"`
	Width  float64     `yaml:"width"`
	Least  float64     `yaml:"least"`
	Format sheetFormat `yaml:"format"`
	Style  sheetStyle  `yaml:"style"`
	Text   *text       `yaml:"text"`
	Date   path        `yaml:"date"`
	Number path        `yaml:"number"`
	Input  *inputFile  `yaml:"input"`

	Formula string `yaml:"formula"`
	Total   string `yaml:"total"`
	Field   string `yaml:"field"`
}

// A ruleFile colours rows.
type ruleFile struct {
	When   string `yaml:"when"`
	Column string `yaml:"column"`
	Fill   string `yaml:"fill"`
	Color  string `yaml:"color"`
	Bold   bool   `yaml:"bold"`
}

// A parameterFile is a cell that formulas call by name.
type parameterFile struct {
	Name    string      `yaml:"name"`
	Label   string      `yaml:"label"`
	Formula string      `yaml:"formula"`
	Format  sheetFormat `yaml:"format"`
}

// An inputFile is what may be filled into a column.
type inputFile struct {
	Kind  inputKind `yaml:"kind"`
	List  string    `yaml:"list"`
	Title string    `yaml:"title"`
	Hint  string    `yaml:"hint"`
	Error string    `yaml:"error"`
	Room  int       `yaml:"room"`
}

// A listFile is the choices of cells: items, or a text for each element of a list.
type listFile struct {
	Name   string   `yaml:"name"`
	Header string   `yaml:"header"`
	Items  []string `yaml:"items"`
	Each   path     `yaml:"each"`
	Text   *text    `yaml:"text"`
}

// inputKind is a kind of input by its name.
type inputKind sheet.InputKind

func (k *inputKind) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]sheet.InputKind{"text": sheet.InputText, "choice": sheet.InputChoice, "day": sheet.InputDay, "percent": sheet.InputPercent}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần text, choice, day hoặc percent", EN: "text, choice, day or percent is wanted"})
	}
	*k = inputKind(value)
}

func (i *inputFile) input() *sheet.Input {
	if i == nil {
		return nil
	}
	return &sheet.Input{Kind: sheet.InputKind(i.Kind), List: i.List, Title: i.Title, Hint: i.Hint, Error: i.Error, Room: i.Room}
}

// sheetAlign is an alignment by its name.
type sheetAlign sheet.Align

func (a *sheetAlign) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]sheet.Align{"left": sheet.Left, "centre": sheet.Centre, "right": sheet.Right}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần left, centre hoặc right", EN: "left, centre or right is wanted"})
	}
	*a = sheetAlign(value)
}

// sheetFormat is a format by its name.
type sheetFormat sheet.Format

func (f *sheetFormat) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]sheet.Format{
		"text": sheet.FormatText, "integer": sheet.FormatInteger, "date": sheet.FormatDate, "percent": sheet.FormatPercent,
	}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần text, integer, date hoặc percent", EN: "text, integer, date or percent is wanted"})
	}
	*f = sheetFormat(value)
}

// design returns what all workbooks of the template have in common.
func (f *file) design(d *decoder, n *yaml.Node, reported report.Table) *sheet.Design {
	fields := append([]string{"id", "text"}, reported.Columns().Keys()...) // what columns may carry back
	if len(f.Sheets) == 0 {
		d.problem(n, "sheets", problem.Text{VI: "bảng tính phải có ít nhất một trang (sheets)", EN: "a workbook has at least one sheet"})
	}
	design := &sheet.Design{Font: f.Font, ListSheet: f.ListSheet, Protected: f.Protected}
	for i, l := range f.Lists {
		if (len(l.Items) > 0) == (l.Each.names != "") || (l.Each.names != "") != (l.Text != nil) {
			d.problem(n, fmt.Sprintf("lists[%d]", i+1), problem.Text{VI: "danh mục phải có items, hoặc each và text", EN: "a list has items, or each and text"})
		}
		design.Lists = append(design.Lists, sheet.List{Name: l.Name, Header: l.Header, Items: l.Items})
	}
	for _, p := range f.Parameters {
		design.Parameters = append(design.Parameters, sheet.Parameter{Name: p.Name, Label: p.Label, Formula: p.Formula, Format: sheet.Format(p.Format)})
	}
	for i, s := range f.Sheets {
		for k := range s.Columns {
			s.Columns[k].complete(reported)
		}
		if len(s.Columns) == 0 || (s.Rows.names == "") == (len(s.Sections) == 0) {
			d.problem(n, fmt.Sprintf("sheets[%d]", i+1), problem.Text{VI: "trang bảng tính phải có columns, và rows hoặc sections", EN: "a sheet has columns, and rows or sections"})
		}
		design.Sheets = append(design.Sheets, s.design())
		ontoPaper(&design.Sheets[i], d, d.nodeOf(fmt.Sprintf("sheets[%d].columns", i+1), n), fmt.Sprintf("sheets[%d].columns", i+1))
		for k, c := range s.Columns {
			if c.Field != "" && !slices.Contains(fields, c.Field) {
				d.problem(n, fmt.Sprintf("sheets[%d].columns[%d].field", i+1, k+1),
					problem.Text{VI: "cần một trong: " + strings.Join(fields, ", "), EN: "one of these is wanted: " + strings.Join(fields, ", ")})
			}
		}
	}
	return design
}

func (s *sheetFile) design() sheet.SheetDesign {
	sd := sheet.SheetDesign{
		Name: s.Name, Hidden: s.Hidden, Header: s.Header.style(), Landscape: s.Landscape, Margins: sheet.Margins(s.Margins),
		Section: s.Section.style(), Total: s.Total.style(), RowHeight: s.RowHeight, Closed: s.ClosedFill,
		Frozen: s.Frozen, Printed: s.Printed,
	}
	for _, t := range s.Titles {
		sd.Titles = append(sd.Titles, sheet.Title{Style: t.Style.style(), From: t.From, To: t.To, Beside: t.Beside})
	}
	for _, c := range s.Columns {
		sd.Columns = append(sd.Columns, sheet.Column{
			Header: c.Header, Width: c.Width, Least: c.Least, Format: sheet.Format(c.Format), Style: c.Style.style(), Input: c.Input.input(),
			Formula: c.Formula, Total: c.Total, Field: c.Field,
		})
	}
	for _, r := range s.Rules {
		sd.Rules = append(sd.Rules, sheet.Rule(r))
	}
	for _, c := range s.Closings {
		sd.Closings = append(sd.Closings, sheet.Closing{Style: c.Style.style(), From: c.From, To: c.To})
		sd.Own = append(sd.Own, c.Text.same()...)
	}
	for _, part := range s.Sections {
		sd.Own = append(sd.Own, part.Title.same()...)
	}
	if c := s.Chart; c != nil {
		sd.Chart = &sheet.Chart{Title: c.Title, Categories: c.Categories}
		for _, one := range c.Series {
			sd.Chart.Series = append(sd.Chart.Series, sheet.Series(one))
		}
	}
	return sd
}
