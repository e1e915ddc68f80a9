package xlsx

import (
	"fmt"
	"regexp"
	"slices"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// Excel's limits of a hint, in UTF-16 units; excelize checks none of them.
const (
	maxHintTitle = 32
	maxHint      = 255
)

// listName is what a list may be called: no address of a cell, as A1 or R1C1.
var listName = regexp.MustCompile(`^DM_[A-Z_]{1,50}$`)

func checkInputs(d *sheet.Design) error {
	if len(d.Lists) > 0 {
		if err := checkName(d.ListSheet); err != nil {
			return err
		}
	}
	for _, l := range d.Lists {
		if !listName.MatchString(l.Name) || l.Items != nil && len(l.Items) == 0 {
			return designError(d.ListSheet, "danh mục %q phải đặt tên DM_… và có items", "the list %q must be called DM_… and have items", l.Name)
		}
	}
	for _, p := range d.Parameters {
		if !listName.MatchString(p.Name) || p.Formula == "" || len(d.Lists) == 0 {
			return designError(d.ListSheet, "tham số %q phải đặt tên DM_…, có công thức, và đi cùng danh mục", "the parameter %q must be called DM_…, have a formula, and stand beside lists", p.Name)
		}
	}
	for _, s := range d.Sheets {
		for _, c := range s.Columns {
			if c.Input == nil {
				continue
			}
			if n := c.Input; utf16Count(n.Title) > maxHintTitle || utf16Count(n.Hint) > maxHint || utf16Count(n.Error) > maxHint {
				return designError(s.Name, "lời nhắc của cột %q dài quá %d và %d ký tự", "the hint of %q is longer than %d and %d characters", c.Header, maxHintTitle, maxHint)
			}
			if c.Input.Kind == sheet.InputChoice && !slices.ContainsFunc(d.Lists, func(l sheet.List) bool { return l.Name == c.Input.List }) {
				return designError(s.Name, "không có danh mục %q cho cột %q", "there is no list %q for %q", c.Input.List, c.Header)
			}
		}
	}
	return nil
}

func utf16Count(s string) int { return len(utf16.Encode([]rune(s))) }

// inputs says what the cells of a sheet's columns take. Anything else is
// refused, not only advised against.
func (w *Writer) inputs(f *excelize.File, sheetIndex int) error {
	d := &w.design.Sheets[sheetIndex]
	first := d.HeaderRow() + 1
	for i, c := range d.Columns {
		if c.Input == nil {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(fmt.Sprintf("%s:%s", cellName(i, first), cellName(i, mark(sheetIndex, lastRow))))
		var err error
		switch c.Input.Kind {
		case sheet.InputChoice:
			dv.SetSqrefDropList(c.Input.List)
		case sheet.InputDay:
			err = dv.SetRange(sinceMark, 0, excelize.DataValidationTypeDate, excelize.DataValidationOperatorGreaterThanOrEqual)
			dv.Formula2 = "" // there is one bound only
		case sheet.InputText:
			if c.Input.Hint == "" {
				continue
			}
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
