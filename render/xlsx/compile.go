package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// maxName is how many UTF-16 units Excel allows in the name of a sheet.
const maxName = 31

func checkName(name string) error {
	switch {
	case name == "" || len(utf16.Encode([]rune(name))) > maxName:
		return designError(name, "tên trang phải có 1 đến 31 ký tự", "its name must have 1 to 31 characters")
	case strings.ContainsAny(name, `:\/?*[]`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'"):
		return designError(name, `tên trang không được có : \ / ? * [ ] và dấu ' ở đầu hay cuối`, `its name must have none of : \ / ? * [ ] and no ' at an end`)
	}
	return nil
}

func check(s *sheet.SheetDesign) error {
	if err := checkName(s.Name); err != nil {
		return err
	}
	if len(s.Columns) == 0 {
		return designError(s.Name, "trang không có cột nào", "it has no columns")
	}
	if err := checkNames(s); err != nil {
		return err
	}
	if err := checkTitles(s); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, c := range s.Columns {
		if c.Header == "" || seen[c.Header] || strings.ContainsAny(c.Header, "[]!") {
			return designError(s.Name, "tiêu đề cột %q để trống, có hai lần, hoặc có dấu [ ] !", "the header %q is empty, stands twice, or has one of [ ] !", c.Header)
		}
		if c.Width <= 0 || c.Width > 255 {
			return designError(s.Name, "độ rộng cột %q phải lớn hơn 0 và không quá 255", "the width of %q must be over 0 and up to 255", c.Header)
		}
		seen[c.Header] = true
	}
	return nil
}

// checkNames looks for columns that are named and not there.
func checkNames(s *sheet.SheetDesign) error {
	named := []string{s.Frozen, s.Printed}
	for _, t := range s.Titles {
		named = append(named, t.From, t.To)
	}
	for _, c := range s.Closings {
		named = append(named, c.From, c.To)
	}
	for _, name := range named {
		if name != "" && columnOf(s, name) < 0 {
			return designError(s.Name, "trang nhắc đến cột %q mà bảng không có", "it names the column %q, which is not there", name)
		}
	}
	return nil
}

// A frame is the XML of a sheet around what a workbook puts into it, with the
// numbers of its cell styles.
type frame struct {
	part string // its name in the file
	head string // before the rows
	tail tail   // after them
	cellStyles

	shape    shape
	formulas []pattern // of the columns; nil where there is none
	totals   []total   // of the columns
}

// compile lets excelize make the workbook without rows and takes it apart.
func (w *Writer) compile() error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDefaultFont(w.design.Font); err != nil {
		return err
	}
	for i := range w.design.Sheets {
		frame, err := w.outline(f, i)
		if err != nil {
			return err
		}
		w.sheets = append(w.sheets, frame)
	}
	for i := range w.design.Sheets { // after all sheets: formulas name cells of others
		for _, step := range []func(*excelize.File, int) error{w.rules, w.chart} {
			if err := step(f, i); err != nil {
				return err
			}
		}
	}
	for _, step := range []func(*excelize.File) error{w.lists, w.outlineSent, identify} {
		if err := step(f); err != nil {
			return err
		}
	}
	sortTypes(f)
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		return err
	}
	return w.takeApart(file.Bytes())
}

// outline makes everything of one sheet but its cells.
func (w *Writer) outline(f *excelize.File, i int) (frame, error) {
	reduction := w.design.Sheets[i].Reduction()
	d := w.design.Sheets[i].Reduced(reduction)
	fr := frame{part: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), shape: w.newShape(&w.design.Sheets[i], reduction)}
	steps := []func() error{
		func() error {
			if i == 0 {
				return f.SetSheetName("Sheet1", d.Name)
			}
			_, err := f.NewSheet(d.Name)
			return err
		},
		func() error { // before the properties, which it forgets
			if d.Hidden {
				return nil
			}
			return f.AutoFilter(d.Name, fmt.Sprintf("%s:%s", cellName(0, d.HeaderRow()), cellName(len(d.Columns)-1, mark(i, lastRow))), nil)
		},
		func() error { return setWidths(f, d) },
		func() error { return setPage(f, d) },
		func() error {
			if d.Hidden {
				return f.SetSheetVisible(d.Name, false)
			}
			return freeze(f, d, i)
		},
		func() error { return setZoom(f, d.Name, reduction) },
		func() error { return w.inputs(f, i) },
		func() error { return w.protect(f, d.Name) },
		func() (err error) { fr.formulas, fr.totals, err = w.formulas(d); return err },
		func() (err error) { fr.cellStyles, err = w.styles(f, d); return err },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fr, err
		}
	}
	return fr, nil
}

func ptr[T any](v T) *T { return &v }

const mmPerInch = 25.4

// setPage sets the sheet up for A4, one page wide and as many high as it takes.
func setPage(f *excelize.File, d *sheet.SheetDesign) error {
	orientation := "portrait"
	if d.Landscape {
		orientation = "landscape"
	}
	err := f.SetPageLayout(d.Name, &excelize.PageLayoutOptions{
		Size: ptr(9), Orientation: &orientation, FitToWidth: ptr(1), FitToHeight: ptr(0), // 9 is A4
	})
	if err != nil {
		return err
	}
	if err := f.SetSheetProps(d.Name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}); err != nil {
		return err
	}
	inches := func(mm sheet.MM) *float64 { return ptr(float64(mm) / mmPerInch) }
	return f.SetPageMargins(d.Name, &excelize.PageLayoutMarginsOptions{
		Top: inches(d.Margins.Top), Right: inches(d.Margins.Right), Bottom: inches(d.Margins.Bottom), Left: inches(d.Margins.Left),
		Header: inches(d.Margins.Top / 2), Footer: inches(d.Margins.Bottom / 2), Horizontally: ptr(true),
	})
}

// freeze keeps the header row and the first columns in sight, and repeats the
// row on each printed page.
func freeze(f *excelize.File, d *sheet.SheetDesign, i int) error {
	header := d.HeaderRow()
	panes := &excelize.Panes{Freeze: true, YSplit: header, XSplit: columnOf(d, d.Frozen) + 1, ActivePane: "bottomLeft"}
	panes.TopLeftCell = cellName(panes.XSplit, header+1)
	if panes.XSplit > 0 {
		panes.ActivePane = "bottomRight"
	}
	err := f.SetPanes(d.Name, panes)
	if err != nil {
		return err
	}
	err = f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: d.Name, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(d.Name), header, header),
	})
	if err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: d.Name,
		RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quoted(d.Name), columnName(last(d, "")), mark(i, endRow)),
	})
}

// quoted returns the name of a sheet as formulas have it.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// The document properties that name the record and the unit; they survive what
// Excel, LibreOffice and WPS do to a file when they save it.
const (
	identityProperty = "HoSoID"
	unitProperty     = "DonVi"
)

func identify(f *excelize.File) error {
	for _, p := range []excelize.CustomProperty{{Name: identityProperty, Value: identityMark}, {Name: unitProperty, Value: unitMark}} {
		if err := f.SetCustomProps(p); err != nil {
			return err
		}
	}
	return nil
}

// protect locks what is no input, without a password. Rows may be made higher
// and filtered; Excel sorts no locked cells.
func (w *Writer) protect(f *excelize.File, name string) error {
	if !w.design.Protected {
		return nil
	}
	return f.ProtectSheet(name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, FormatColumns: true, FormatRows: true,
	})
}
