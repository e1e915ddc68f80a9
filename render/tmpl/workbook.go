package tmpl

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// Design returns what all workbooks that t makes have in common; nil for a
// template of documents.
func (t *Template) Design() *sheet.Design { return t.design }

// A Named workbook is one of those that a template makes.
type Named struct {
	Suffix string // of the file's name, after that of the record and before .xlsx
	*sheet.Workbook
}

// Workbooks fills t, which must make workbooks, in: for one record, or for
// all of a quarter. Where t makes one for each unit they are in the order in
// which the tasks name the units, leads before partners, and each is filled in
// when it is asked for. What is known of the tasks stands in the cells that say
// it. An error is the last.
func (t *Template) Workbooks(known followup.Known, records ...*record.Record) iter.Seq2[Named, error] {
	return func(yield func(Named, error) bool) {
		v, err := t.viewOf(known, records)
		if err != nil {
			yield(Named{}, err)
			return
		}
		if t.file.Each == "" {
			v.share()
			b, err := t.workbook(v, v)
			yield(Named{t.file.Suffix, b}, err)
			return
		}
		names := slugs{}
		for _, u := range v.answering() {
			b, err := t.workbook(v, v.of(u))
			if err == nil {
				b.Properties.Unit = u.Name
			}
			if !yield(Named{"-" + names.of(u) + t.file.Suffix, b}, err) || err != nil {
				return
			}
		}
	}
}

// viewOf is what workbooks of records see, with what is known of their tasks.
func (t *Template) viewOf(known followup.Known, records []*record.Record) (*taskView, error) {
	asOf := known.AsOf
	if asOf.IsZero() {
		asOf = newest(created(records[0]), known)
	}
	v, err := t.newTaskView(records, t.file.dueSoon(), FollowUp{Standings: known.Standings, AsOf: asOf})
	if err != nil {
		return nil, err
	}
	v.own, v.today = known.Own, known.AsOf
	v.remark()
	v.first = v.since()
	return v, nil
}

// workbook fills one workbook in with dot, which is v or what one unit sees of it.
func (t *Template) workbook(v *taskView, dot any) (*sheet.Workbook, error) {
	props, err := t.file.Properties.fill(dot)
	if err != nil {
		return nil, err
	}
	b := &sheet.Workbook{
		Design: t.design,
		Properties: sheet.Properties{
			Title: props[0], Subject: props[1], Author: props[2], Identifier: props[3], Created: sheet.Date(created(v.Record)),
		},
		Lists: map[string][]string{},
	}
	if !v.today.IsZero() {
		b.Parameters = map[string]sheet.Cell{todayName: sheet.Date(v.today)}
	}
	for _, l := range t.file.Lists {
		if l.Each.names == "" {
			continue
		}
		err := l.Each.each(dot, func(_, _ int, element any) error {
			item, err := l.Text.fill(element)
			b.Lists[l.Name] = append(b.Lists[l.Name], item)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range t.file.Sheets {
		filled, err := t.file.Sheets[i].fill(dot)
		if err != nil {
			return nil, err
		}
		filled.Since = sheet.Date(v.first)
		b.Sheets = append(b.Sheets, *filled)
	}
	return b, nil
}

func (s *sheetFile) fill(dot any) (*sheet.Sheet, error) {
	filled := &sheet.Sheet{}
	for _, t := range s.Titles {
		text, err := t.Text.fill(dot)
		if err != nil {
			return nil, err
		}
		filled.Titles = append(filled.Titles, text)
	}
	for _, c := range s.Closings {
		text, err := c.Text.fill(dot)
		if err != nil {
			return nil, err
		}
		filled.Closings = append(filled.Closings, text)
	}
	footer := [3]string{}
	for i, t := range []*text{s.Footer.Left, s.Footer.Centre, s.Footer.Right} {
		var err error
		if footer[i], err = t.fill(dot); err != nil {
			return nil, err
		}
	}
	filled.Footer = sheet.Footer{Left: footer[0], Centre: footer[1], Right: footer[2]}
	sections := s.Sections
	if s.Rows.names != "" {
		sections = []section{{Rows: s.Rows}}
	}
	for _, part := range sections {
		if err := s.fillSection(filled, part, dot); err != nil {
			return nil, err
		}
	}
	var err error
	filled.Totals, err = s.totals(dot)
	return filled, err
}

// fillSection adds the rows of a section, under its title.
func (s *sheetFile) fillSection(filled *sheet.Sheet, part section, dot any) error {
	first := len(filled.Rows)
	err := part.Rows.each(dot, func(_, _ int, element any) error {
		row := make([]sheet.Cell, len(s.Columns))
		for i := range s.Columns {
			var err error
			if row[i], err = s.Columns[i].fill(element); err != nil {
				return err
			}
			if slices.Contains(part.Closed, s.Columns[i].Header) {
				row[i] = sheet.Closed{}
			}
		}
		filled.Rows = append(filled.Rows, row)
		return nil
	})
	if err != nil || part.Title == nil || len(filled.Rows) == first {
		return err
	}
	title, err := part.Title.fill(dot)
	filled.Rows = slices.Insert(filled.Rows, first, []sheet.Cell{sheet.Section(title)})
	return err
}

// totals are the values of the row of totals: the numbers that dot has under
// the names by which the rows have theirs.
func (s *sheetFile) totals(dot any) ([]sheet.Cell, error) {
	cells := make([]sheet.Cell, len(s.Columns))
	for i, c := range s.Columns {
		cells[i] = sheet.Blank{}
		if c.Total == "" || c.Number.names == "" {
			continue
		}
		var err error
		if cells[i], err = c.fill(dot); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// todayName is the parameter that formulas take for today.
const todayName = "DM_HOM_NAY"

// newest returns the day of the newest report, or a later one that is given:
// no clock says what day it is.
func newest(day calendar.Date, known followup.Known) calendar.Date {
	for _, r := range known.Standings {
		if day.Before(r.On) {
			day = r.On
		}
	}
	return day
}

// said is what is known of a task in the field of c, nil where c shows
// something of its own.
func (c *column) said(dot any) sheet.Cell {
	one, ok := dot.(*task)
	if !ok || c.Field == "" || c.Date.names != "" || c.Number.names != "" || c.Text != nil {
		return nil
	}
	return report.CellOf(one.said.Values[c.Field])
}

func (c *column) fill(dot any) (sheet.Cell, error) {
	if said := c.said(dot); said != nil {
		return said, nil
	}
	if c.Date.names != "" {
		v, err := c.Date.of(dot)
		if err != nil {
			return nil, err
		}
		if d, ok := v.Interface().(calendar.Date); ok && !d.IsZero() {
			return sheet.Date(d), nil
		}
	}
	if c.Number.names != "" {
		v, err := c.Number.of(dot)
		if err != nil {
			return nil, err
		}
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return sheet.Blank{}, nil
			}
			v = v.Elem()
		}
		switch {
		case v.CanInt():
			return sheet.Number(v.Int()), nil
		case v.CanFloat():
			return sheet.Number(v.Float()), nil
		}
		return nil, fmt.Errorf("filling the template in: %s is not a number", c.Number.names)
	}
	s, err := c.Text.fill(dot)
	if s == "" {
		return sheet.Blank{}, err
	}
	return sheet.Text(strings.ReplaceAll(s, "\u2011", "-")), err // a cell is searched for the - of the keyboard
}
