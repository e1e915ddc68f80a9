package xlsx

import (
	"fmt"
	"regexp"
	"slices"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// What excelize writes in place of what only a workbook knows: the last row of
// its tasks, and the serial of the earliest day.
const (
	lastRowMark  = 987654
	sinceMark    = 1987654
	identityMark = "ketluan-identity-987654"
)

// Excel's limits of a hint, in UTF-16 units; excelize checks none of them.
const (
	maxHintTitle = 32
	maxHint      = 255
)

// listName is what a list may be called: no address of a cell, as A1 or R1C1.
var listName = regexp.MustCompile(`^DM_[A-Z_]{1,50}$`)

func checkInputs(d *sheet.Design) error {
	for _, l := range d.Lists {
		if !listName.MatchString(l.Name) || len(l.Items) == 0 {
			return &DesignError{d.ListSheet, fmt.Sprintf("the list %q must be called DM_… and have items", l.Name)}
		}
	}
	for _, p := range d.Parameters {
		if !listName.MatchString(p.Name) || p.Formula == "" || len(d.Lists) == 0 {
			return &DesignError{d.ListSheet, fmt.Sprintf("the parameter %q must be called DM_…, have a formula, and stand beside lists", p.Name)}
		}
	}
	for _, s := range d.Sheets {
		for _, c := range s.Columns {
			if c.Input == nil {
				continue
			}
			if n := c.Input; utf16Count(n.Title) > maxHintTitle || utf16Count(n.Hint) > maxHint || utf16Count(n.Error) > maxHint {
				return &DesignError{s.Name, fmt.Sprintf("the hint of %q is longer than %d and %d characters", c.Header, maxHintTitle, maxHint)}
			}
			if c.Input.Kind == sheet.InputChoice && !slices.ContainsFunc(d.Lists, func(l sheet.List) bool { return l.Name == c.Input.List }) {
				return &DesignError{s.Name, fmt.Sprintf("there is no list %q for %q", c.Input.List, c.Header)}
			}
		}
	}
	return nil
}

func utf16Count(s string) int { return len(utf16.Encode([]rune(s))) }

// lists makes the sheet of the lists, one a column, and names them.
func (w *Writer) lists(f *excelize.File) error {
	d := w.design
	if len(d.Lists) == 0 {
		return nil
	}
	if _, err := f.NewSheet(d.ListSheet); err != nil {
		return err
	}
	style, err := f.NewStyle(w.style(sheet.Style{Size: 11, Bold: true}))
	if err != nil {
		return err
	}
	for col, l := range d.Lists {
		letter := columnName(col)
		if err := f.SetColWidth(d.ListSheet, letter, letter, 30); err != nil {
			return err
		}
		for i, text := range append([]string{l.Header}, l.Items...) {
			if err := f.SetCellStr(d.ListSheet, cellName(col, i+1), text); err != nil {
				return err
			}
		}
		if err := f.SetCellStyle(d.ListSheet, letter+"1", letter+"1", style); err != nil {
			return err
		}
		err := f.SetDefinedName(&excelize.DefinedName{
			Name: l.Name, RefersTo: fmt.Sprintf("%s!$%s$2:$%s$%d", quoted(d.ListSheet), letter, letter, len(l.Items)+1),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// inputs says what the cells of a sheet's columns take. Anything else is
// refused, not only advised against.
func inputs(f *excelize.File, d *sheet.SheetDesign) error {
	first := len(d.Titles) + 2
	for i, c := range d.Columns {
		if c.Input == nil {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(fmt.Sprintf("%s:%s", cellName(i, first), cellName(i, lastRowMark)))
		var err error
		switch c.Input.Kind {
		case sheet.InputChoice:
			dv.SetSqrefDropList(c.Input.List)
		case sheet.InputDay:
			err = dv.SetRange(sinceMark, 0, excelize.DataValidationTypeDate, excelize.DataValidationOperatorGreaterThanOrEqual)
			dv.Formula2 = "" // there is one bound only
		case sheet.InputPercent:
			err = dv.SetRange(0, 1, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
		}
		if err != nil {
			return err
		}
		dv.ShowErrorMessage = true // refuse, also without words of our own
		if c.Input.Hint != "" {
			dv.SetInput(c.Input.Title, c.Input.Hint)
		}
		if c.Input.Error != "" {
			dv.SetError(excelize.DataValidationErrorStyleStop, c.Input.Title, c.Input.Error)
		}
		if err := f.AddDataValidation(d.Name, dv); err != nil {
			return err
		}
	}
	return nil
}
