package sheet

// A Filled is a workbook as it came back: who it says it is, and what stands
// in its tables. Nothing of it has been checked.
type Filled struct {
	Identifier string // of the record, as its core property has it
	Record     string // the same, as the custom property HoSoID has it
	Unit       string // whose workbook it is; "" is the office's
	HasUnit    bool   // has the custom property DonVi at all

	From1904 bool // days count from 1904-01-01

	Created, Modified string // as the core properties have them: 2020-10-14T09:13:22Z; often ""

	Tables []FilledTable
	Added  []FilledTable // sheets without a table that the workbook did not have: name and first texts

	Sent []SentCell // what it held when it was sent; nil is nothing
}

// A FilledTable is a table of a sheet that has the headers of a design.
type FilledTable struct {
	Sheet   string
	Above   []string // the first texts above the headers, row by row
	Header  int      // the row of the headers, from 1
	Missing []string // headers of columns that carry something back and are not there
	Twice   []string // headers that two columns have
	Merged  []string // ranges of merged cells that reach into the table: "H7:H9"
	Rows    []FilledRow

	Covered []FilledCell // in merged cells but not the first of them: nobody sees them
	Notes   []FilledNote // what else somebody wrote there, in the order of the rows
	Unkept  int          // notes past those
}

// A FilledNote is what was written in and around a table and is in none of its
// columns: in a column of its own, beside or below the table, to a cell.
type FilledNote struct {
	Ref     string // of the cell; "" is a text that stands on none
	Row     int    // of the cell
	Header  string // of the column that somebody added; "" is none
	Comment bool   // is a comment on the cell
	Text    string
}

// A FilledRow is a row below the headers in which some cell that carries
// something back is not empty.
type FilledRow struct {
	Number int // in its sheet, from 1
	Cells  map[string]FilledCell
}

// A FilledCell is a cell that is not empty.
type FilledCell struct {
	Ref    string // "H7"
	Kind   FilledKind
	Text   string  // of a text; the formula, error or truth value otherwise
	Number float64 // of a number; days count from 1899-12-30, unless from 1904-01-01
}

// A FilledKind is what a cell holds.
type FilledKind int

// The kinds of cells. A formula is one whatever it comes to.
const (
	FilledText FilledKind = iota
	FilledNumber
	FilledFormula
	FilledTruth
	FilledError
)
