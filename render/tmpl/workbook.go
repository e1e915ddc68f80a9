package tmpl

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"ketluan/render/record"
	"ketluan/render/sheet"
)

// A sheetFile is one sheet of a workbook as the template writes it.
type sheetFile struct {
	Name      string      `yaml:"name"`
	Landscape bool        `yaml:"landscape"`
	Margins   margins     `yaml:"margins"`
	Titles    []title     `yaml:"titles"`
	Header    sheetStyle  `yaml:"header"`
	Rows      path        `yaml:"rows"`
	Columns   []column    `yaml:"columns"`
	Footer    sheetFooter `yaml:"footer"`
	Rules     []ruleFile  `yaml:"rules"`
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
}

func (s sheetStyle) style() sheet.Style {
	return sheet.Style{Size: s.Size, Bold: s.Bold, Italic: s.Italic, Align: sheet.Align(s.Align), Fill: s.Fill, Before: s.Before}
}

type title struct {
	Text  *text      `yaml:"text"`
	Style sheetStyle `yaml:"style"`
}

type sheetFooter struct {
	Left   *text `yaml:"left"`
	Centre *text `yaml:"centre"`
	Right  *text `yaml:"right"`
}

// A column shows of each row its date or number where it has one, else its text.
type column struct {
	Header string      `yaml:"header"`
	Width  float64     `yaml:"width"`
	Format sheetFormat `yaml:"format"`
	Style  sheetStyle  `yaml:"style"`
	Text   *text       `yaml:"text"`
	Date   path        `yaml:"date"`
	Number path        `yaml:"number"`
	Input  *inputFile  `yaml:"input"`

	Formula string `yaml:"formula"`
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
}

// A listFile is the choices of cells.
type listFile struct {
	Name   string   `yaml:"name"`
	Header string   `yaml:"header"`
	Items  []string `yaml:"items"`
}

// inputKind is a kind of input by its name.
type inputKind sheet.InputKind

func (k *inputKind) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]sheet.InputKind{"text": sheet.InputText, "choice": sheet.InputChoice, "day": sheet.InputDay, "percent": sheet.InputPercent}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, record.Text{VI: "cần text, choice, day hoặc percent", EN: "text, choice, day or percent is wanted"})
	}
	*k = inputKind(value)
}

func (i *inputFile) input() *sheet.Input {
	if i == nil {
		return nil
	}
	return &sheet.Input{Kind: sheet.InputKind(i.Kind), List: i.List, Title: i.Title, Hint: i.Hint, Error: i.Error}
}

// sheetAlign is an alignment by its name.
type sheetAlign sheet.Align

func (a *sheetAlign) decodeNode(d *decoder, n *yaml.Node, field string) {
	names := map[string]sheet.Align{"left": sheet.Left, "centre": sheet.Centre, "right": sheet.Right}
	value, ok := names[n.Value]
	if !ok {
		d.problem(n, field, record.Text{VI: "cần left, centre hoặc right", EN: "left, centre or right is wanted"})
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
		d.problem(n, field, record.Text{VI: "cần text, integer, date hoặc percent", EN: "text, integer, date or percent is wanted"})
	}
	*f = sheetFormat(value)
}

// design returns what all workbooks of the template have in common.
func (f *file) design(d *decoder, n *yaml.Node) *sheet.Design {
	if len(f.Sheets) == 0 {
		d.problem(n, "sheets", record.Text{VI: "bảng tính phải có ít nhất một trang (sheets)", EN: "a workbook has at least one sheet"})
	}
	design := &sheet.Design{Font: f.Font, ListSheet: f.ListSheet}
	for _, l := range f.Lists {
		design.Lists = append(design.Lists, sheet.List(l))
	}
	for _, p := range f.Parameters {
		design.Parameters = append(design.Parameters, sheet.Parameter{Name: p.Name, Label: p.Label, Formula: p.Formula, Format: sheet.Format(p.Format)})
	}
	for i, s := range f.Sheets {
		if len(s.Columns) == 0 || s.Rows == "" {
			d.problem(n, fmt.Sprintf("sheets[%d]", i+1), record.Text{VI: "trang bảng tính phải có rows và columns", EN: "a sheet has rows and columns"})
		}
		sd := sheet.SheetDesign{Name: s.Name, Header: s.Header.style(), Landscape: s.Landscape, Margins: sheet.Margins(s.Margins)}
		for _, t := range s.Titles {
			sd.Titles = append(sd.Titles, t.Style.style())
		}
		for _, c := range s.Columns {
			sd.Columns = append(sd.Columns, sheet.Column{Header: c.Header, Width: c.Width, Format: sheet.Format(c.Format), Style: c.Style.style(), Input: c.Input.input(), Formula: c.Formula})
		}
		for _, r := range s.Rules {
			sd.Rules = append(sd.Rules, sheet.Rule(r))
		}
		design.Sheets = append(design.Sheets, sd)
	}
	return design
}

// Design returns what all workbooks that t makes have in common; nil for a
// template of another kind.
func (t *Template) Design() *sheet.Design { return t.design }

// Workbook fills t, which must be of kind Workbook, in for one record.
func (t *Template) Workbook(rec *record.Record) (*sheet.Workbook, error) {
	v := newView(rec, t.file.Numbering)
	props, err := t.file.Properties.fill(v)
	if err != nil {
		return nil, err
	}
	b := &sheet.Workbook{
		Design: t.design,
		Properties: sheet.Properties{
			Title: props[0], Subject: props[1], Author: props[2], Identifier: props[3], Created: sheet.Date(dated(rec)),
		},
	}
	for i := range t.file.Sheets {
		filled, err := t.file.Sheets[i].fill(v)
		if err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, *filled)
	}
	return b, nil
}

func (s *sheetFile) fill(v *view) (*sheet.Sheet, error) {
	filled := &sheet.Sheet{Since: sheet.Date(v.MeetingDate)}
	for _, t := range s.Titles {
		text, err := t.Text.fill(v)
		if err != nil {
			return nil, err
		}
		filled.Titles = append(filled.Titles, text)
	}
	footer := [3]string{}
	for i, t := range []*text{s.Footer.Left, s.Footer.Centre, s.Footer.Right} {
		var err error
		if footer[i], err = t.fill(v); err != nil {
			return nil, err
		}
	}
	filled.Footer = sheet.Footer{Left: footer[0], Centre: footer[1], Right: footer[2]}
	err := s.Rows.each(v, func(_, _ int, element any) error {
		row := make([]sheet.Cell, len(s.Columns))
		for i := range s.Columns {
			var err error
			if row[i], err = s.Columns[i].fill(element); err != nil {
				return err
			}
		}
		filled.Rows = append(filled.Rows, row)
		return nil
	})
	return filled, err
}

func (c *column) fill(dot any) (sheet.Cell, error) {
	if c.Date != "" {
		v, err := c.Date.of(dot)
		if err != nil {
			return nil, err
		}
		if d, ok := v.Interface().(record.Date); ok && !d.IsZero() {
			return sheet.Date(d), nil
		}
	}
	if c.Number != "" {
		v, err := c.Number.of(dot)
		if err != nil {
			return nil, err
		}
		if !v.CanInt() {
			return nil, fmt.Errorf("filling the template in: %s is not a number", c.Number)
		}
		return sheet.Number(v.Int()), nil
	}
	s, err := c.Text.fill(dot)
	if s == "" {
		return sheet.Blank{}, err
	}
	return sheet.Text(s), err
}
