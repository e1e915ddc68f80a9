// Package sheet is the model of a workbook: sheets, columns and typed cells.
// Plain values; it imports nothing of ours and knows no file format.
package sheet

// A Design is what every workbook made from one template has in common.
type Design struct {
	Font   string // family of all text: "Times New Roman"
	Sheets []SheetDesign

	Lists     []List // what cells may be chosen from
	ListSheet string // the name of the sheet that holds them, the last one

	// Parameters are cells of the list sheet that formulas call by name; whoever
	// uses the workbook may change them.
	Parameters []Parameter

	// Protected locks all cells but those of inputs. There is no password: it
	// guards against slips only.
	Protected bool
}

// A Parameter is a number or a day, as a formula without "=".
type Parameter struct {
	Name    string // in formulas: ASCII letters, digits and _
	Label   string
	Formula string
	Format  Format
}

// A Rule colours a row's cells where a formula holds.
type Rule struct {
	When   string // as a column's formula
	Column string // whose cells are coloured, by its header; "" is the row
	Fill   string // RRGGBB
	Color  string // of the text, RRGGBB
	Bold   bool
}

// A List is the choices for cells.
type List struct {
	Name   string // in formulas: ASCII letters, digits and _
	Header string
	Items  []string // nil where each workbook has its own
}

// A SheetDesign is the part of a sheet that does not depend on the record.
type SheetDesign struct {
	Name      string // at most 31 characters, none of : \ / ? * [ ]
	Hidden    bool   // is there for formulas; not the first sheet
	Titles    []Title
	Columns   []Column
	Header    Style  // of the row that names the columns
	Frozen    string // the header of the last column that stays in sight; "" is none
	Printed   string // the header of the last column that is printed; "" is the last one
	Landscape bool
	Margins   Margins
	Footer    Footer
	Rules     []Rule // the first that holds counts
	RowHeight PT     // of the table's rows at least
	Section   Style  // of rows that head a part of the table
	Total     Style  // of the row of totals, which is there where a column has one
	Closed    string // RRGGBB, behind cells that are not to be filled in though others of the column are
	Closings  []Closing
	Chart     *Chart // below all else

	// Own are texts of sections and closings, where they are the same in each
	// workbook: whatever else stands there was written by somebody.
	Own []string
}

// A Title is a line above the table, or a part of one.
type Title struct {
	Style  Style
	From   string // the header of the column where it begins; "" is the first
	To     string // the header of the column where it ends; "" is the last
	Beside bool   // stands in the row of the title before it, right of it
}

// HeaderRow returns the row of the header, from 1: titles that stand beside
// each other share one. Rows down to it are always in sight.
func (d *SheetDesign) HeaderRow() int {
	row := 1
	for _, t := range d.Titles {
		if !t.Beside {
			row++
		}
	}
	return row
}

// A Closing is a line below the table, as the one to sign on.
type Closing struct {
	Style Style
	From  string // the header of the column where it begins; "" is the first
	To    string // the header of the column where it ends; "" is the last
}

// A Chart shows columns of the table as stacked bars, a bar for each row.
type Chart struct {
	Title      string
	Categories string // the header of the column that names the bars
	Series     []Series
}

// A Series is one column in a chart.
type Series struct {
	Header string
	Fill   string // RRGGBB
}

// Margins of the printed page.
type Margins struct{ Top, Right, Bottom, Left MM }

// MM is a length in millimetres.
type MM float64

// PT is a length in points.
type PT float64

// A Footer is the text at the foot of each printed page. {page} and {pages}
// stand for the page's number and how many there are.
type Footer struct{ Left, Centre, Right string }

// A Style is how the text of a cell looks.
type Style struct {
	Size   PT
	Bold   bool
	Italic bool
	Align  Align
	Fill   string // background as RRGGBB; "" is none
	Boxed  bool   // has a thin line around it
	Before PT     // empty height above a title row; the row is that much higher
}

// Align is the horizontal placing of a cell's text.
type Align int

// The alignments; the zero Align is left.
const (
	Left Align = iota
	Centre
	Right
)

// A Column is one column of a sheet's table.
type Column struct {
	Header string
	Width  float64 // in Excel's unit: digits of the sheet's font at 11 pt
	Least  float64 // what is left of Width where other columns need room; 0 is what its header needs
	Format Format
	Style  Style
	Input  *Input // nil: nobody fills the cells in

	// Formula is what each cell of the column holds, without "="; "" is none.
	// [Header] stands for the cell of that column in the same row, [Sheet!Header]
	// for all cells of that column of another sheet's table. A workbook's own cell
	// is the value shown by programs that work nothing out.
	Formula string
	Total   string // the formula of the column's cell in the row of totals

	// Field says what the column carries back from whoever filled it in, as
	// "state"; "" is nothing.
	Field string
}

// An Input is what may be filled into the cells of a column.
type Input struct {
	Kind        InputKind
	List        string // of a choice: the name of a List
	Title, Hint string // shown beside the cell; at most 32 and 255 UTF-16 units
	Error       string // said of anything else; at most 255 UTF-16 units

	// Room is how many letters of a text a row has height for before anybody
	// writes into it. Programs that fill a cell in do not make its row higher.
	Room int
}

// An InputKind is a kind of what is filled in.
type InputKind int

// The kinds. A day is not before the sheet's Since.
const (
	InputText InputKind = iota
	InputChoice
	InputDay
	InputPercent // 0 to 100 %
)

// A Format is what the cells of a column hold and how they show it.
type Format int

// The formats. A cell of text in a column of another format stays text.
const (
	FormatText    Format = iota
	FormatInteger        // 0
	FormatDate           // dd/mm/yyyy
	FormatPercent        // 0 % .. 100 %
)

// A Workbook is a design filled in for one record.
type Workbook struct {
	Design     *Design
	Properties Properties
	Sheets     []Sheet             // one for each of Design.Sheets
	Lists      map[string][]string // the items of lists that have none in the design, by name
	Parameters map[string]Cell     // in place of the formulas of the design, by name
}

// Properties are the document properties of the file.
type Properties struct {
	Title      string
	Subject    string
	Author     string // the agency
	Identifier string // of the record: its code
	Unit       string // whose workbook it is; "" is the office's
	Created    Date
}

// A Sheet is the part of a sheet that depends on the record.
type Sheet struct {
	Titles []string // one for each of SheetDesign.Titles
	Footer Footer   // replaces the design's where it is not zero
	Rows   [][]Cell // each as long as SheetDesign.Columns, or one Section
	Totals []Cell   // as a row; nil where no value is known
	Since  Date     // the earliest day that may be filled in

	Closings []string // one for each of SheetDesign.Closings
}

// A Cell is one of Text, Number, Date, Blank or Closed; a Section is a row.
type Cell interface{ cell() }

// Text is never taken for a formula, whatever it begins with. "\n" breaks the line.
type Text string

// Number is a plain number; one half is 50 % in a column of percentages.
type Number float64

// Date is a day of the calendar.
type Date struct{ Year, Month, Day int }

// Blank is a cell to be filled in.
type Blank struct{}

// Closed is an empty cell that is not to be filled in.
type Closed struct{}

// Section heads a part of the table.
type Section string

func (Text) cell()    {}
func (Number) cell()  {}
func (Date) cell()    {}
func (Blank) cell()   {}
func (Closed) cell()  {}
func (Section) cell() {}
