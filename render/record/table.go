package record

import (
	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Table is rows of cells, each as long as the others.
type Table struct {
	Columns []string // their headings; nil has none
	Rows    [][]string
}

// An Annex is one of the record's own, behind the notice.
type Annex struct {
	Title string
	Text  []string // paragraphs above the table
	Table *Table   // nil: it has none
}

// Limits of the tables of a record.
const (
	maxColumns = 12
	maxCells   = 20000 // of all tables together
)

// A tableForm is a table as its file has it.
type tableForm struct {
	columns []string
	rows    *yaml.Node
	file    *yaml.Node
}

// An annexForm is an annex as its file has it.
type annexForm struct {
	annex Annex
	tableForm
}

var tableFields = []field[tableForm]{
	{key: "columns", vi: "cột", shape: texts, about: problem.Text{VI: "tên các cột", EN: "headings of the columns"}, read: func(r *reader, n *yaml.Node, at string, f *tableForm) { f.columns = r.cells(n, at) }},
	{key: "rows", vi: "dòng", shape: rowList, about: problem.Text{VI: "các dòng, mỗi dòng một danh sách ô", EN: "rows, each a list of cells"}, read: func(_ *reader, n *yaml.Node, _ string, f *tableForm) { f.rows = n }},
	{key: "csv", vi: "tệp csv", shape: aTablePath, about: problem.Text{VI: "tệp CSV cạnh bản ghi, dòng đầu là tên cột", EN: "CSV file beside the record, headings in its first row"}, read: func(_ *reader, n *yaml.Node, _ string, f *tableForm) { f.file = n }},
}

var annexFields = append([]field[annexForm]{
	{key: "title", vi: "tên", shape: aText, about: problem.Text{VI: "tên phụ lục", EN: "title of the annex"}, required: true, read: func(r *reader, n *yaml.Node, at string, f *annexForm) { f.annex.Title = r.text(n, at) }},
	{key: "text", vi: "nội dung", shape: texts, about: problem.Text{VI: "các đoạn trước bảng", EN: "paragraphs above the table"}, read: func(r *reader, n *yaml.Node, at string, f *annexForm) { f.annex.Text = r.texts(n, at) }},
}, ofAnnex(tableFields)...)

// ofAnnex lets an annex carry the keys of a table.
func ofAnnex(fields []field[tableForm]) []field[annexForm] {
	return lifted(fields, func(f *annexForm) *tableForm { return &f.tableForm })
}

// annexes reads what follows the notice: the table of tasks by its name,
// annexes of the record's own, or a list of these.
func (r *reader) annexes(n *yaml.Node, at string) {
	rec := r.parser.record
	for i, e := range r.list(n, at) {
		here := element(n, at, i)
		if e.Kind == yaml.ScalarNode {
			if name := r.annex(e, here); name != "" {
				rec.Annex = name
			}
			continue
		}
		f := &annexForm{}
		readMapping(r, e, here, annexFields, f)
		a := &f.annex
		rec.Annexes = append(rec.Annexes, a)
		r.tableLater(f.tableForm, e, here, func(t *Table) { a.Table = t })
	}
}

// table reads the table of an item.
func (r *reader) table(n *yaml.Node, at string, it *Item) {
	f := tableForm{}
	readMapping(r, n, at, tableFields, &f)
	if f.rows == nil && f.file == nil && n.Kind == yaml.MappingNode {
		r.problem(n, at, problem.Textf("bảng không có dòng nào", "the table has no rows"), problem.Textf("ghi rows: các dòng, hoặc csv: tên tệp CSV", "write rows, or csv: the name of a CSV file"))
	}
	r.tableLater(f, n, at, func(t *Table) { it.Table = t })
}

// tableLater makes a table of its form when the profile has been read: files
// of tables come behind it among the sources.
func (r *reader) tableLater(f tableForm, n *yaml.Node, at string, take func(*Table)) {
	if f.rows == nil && f.file == nil {
		return
	}
	r.parser.tables = append(r.parser.tables, func() {
		before := len(r.parser.problems)
		t := &Table{Columns: f.columns}
		switch {
		case f.rows != nil && f.file != nil:
			r.problem(f.file, join(at, "csv"), problem.Textf("bảng có cả rows lẫn csv", "the table has both rows and csv"), problem.Textf("giữ một", "keep one of them"))
			return
		case f.file != nil:
			t.Rows = r.rowsOfFile(f.file, join(at, "csv"))
			if len(t.Columns) == 0 && len(t.Rows) > 0 {
				t.Columns, t.Rows = t.Rows[0], t.Rows[1:]
			}
		default:
			t.Rows = r.rows(f.rows, join(at, "rows"))
		}
		if len(r.parser.problems) == before && r.even(t, n, at) {
			take(t)
		}
	})
}

// rows reads the rows of a table.
func (r *reader) rows(n *yaml.Node, at string) (rows [][]string) {
	for i, e := range r.list(n, at) {
		here := element(n, at, i)
		if e.Kind != yaml.SequenceNode {
			r.problem(e, here, problem.Textf("mỗi dòng của bảng là một danh sách ô", "each row of a table is a list of cells"), problem.Textf("viết như [1, Phòng A, 20]", "write it like [1, Phòng A, 20]"))
			continue
		}
		rows = append(rows, r.cells(e, here))
	}
	return rows
}

// cells reads texts of which some may be empty.
func (r *reader) cells(n *yaml.Node, at string) (cells []string) {
	for i, e := range r.list(n, at) {
		cells = append(cells, r.text(e, element(n, at, i)))
	}
	return cells
}

// even reports a table whose rows are as long as each other and not too many.
func (r *reader) even(t *Table, n *yaml.Node, at string) bool {
	width := len(t.Columns)
	if width == 0 && len(t.Rows) > 0 {
		width = len(t.Rows[0])
	}
	for i, row := range t.Rows {
		if len(row) != width {
			r.problem(n, at, problem.Textf("dòng %d của bảng có %d ô, bảng có %d cột", "row %d of the table has %d cells, and the table %d columns", i+1, len(row), width),
				problem.Textf("thêm hoặc bớt ô; ô trống viết \"\"", "add or take away cells; an empty one is \"\""))
			return false
		}
	}
	r.parser.cells += width * (len(t.Rows) + 1)
	switch {
	case width == 0 || len(t.Rows) == 0:
		r.problem(n, at, problem.Textf("bảng không có dòng nào", "the table has no rows"), problem.Textf("ghi các dòng ở rows, hoặc tên tệp ở csv", "write its rows in rows, or a file's name in csv"))
	case width > maxColumns:
		r.problem(n, at, problem.Textf("bảng có %d cột, khổ A4 chỉ đủ cho %d", "the table has %d columns, and a page has room for %d", width, maxColumns), problem.Textf("gộp hoặc bớt cột", "join or leave out some"))
	case r.parser.cells > maxCells:
		r.problem(n, at, problem.Textf("các bảng có quá %d ô", "the tables have more than %d cells", maxCells), problem.Textf("gửi bảng lớn thành tệp riêng", "send a large table as a file of its own"))
	default:
		return true
	}
	return false
}
