package tmpl

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/record"
)

// maxDepth bounds how deep blocks may use each other.
const maxDepth = 100

// Document fills t, which must make documents, in for one record.
func (t *Template) Document(rec *record.Record) (*doc.Document, error) {
	return t.documentOf(newView(rec, t.file.Numbering))
}

// document fills t in with dot, of a record; the file is of a day.
func (t *Template) document(dot any, rec *record.Record, day calendar.Date) (*doc.Document, error) {
	f := &filler{t: t, stamps: rec.Stamps, budget: newBudget()}
	blocks, err := f.blocks(t.file.Blocks, dot)
	if err != nil {
		return nil, err
	}
	p := t.file.Page
	d := &doc.Document{
		Page:          doc.Page{Width: p.Width, Height: p.Height, Top: p.Top, Right: p.Right, Bottom: p.Bottom, Left: p.Left},
		Abbreviations: t.file.Abbreviations,
		Spacing:       t.file.Spacing.document(),
		Blocks:        blocks,
		Stamps:        doc.Stamps{Number: sized(rec.Stamps.Number), Day: sized(rec.Stamps.Day), Month: sized(rec.Stamps.Month)},
	}
	if n := t.file.PageNumber; n != nil {
		d.PageNumber = doc.PageNumber{Font: f.font(t.file.Styles[n.Style], n.Style, false, false), Baseline: n.Baseline, From: n.From}
	}
	props, err := t.file.Properties.fill(dot)
	d.Properties = doc.Properties{Title: props[0], Subject: props[1], Author: props[2], Keywords: props[4], Created: doc.Date(day)}
	return d, err
}

// created returns the date of a record's documents: the meeting's where the
// notice has none yet.
func created(rec *record.Record) calendar.Date {
	if rec.Date.IsZero() {
		return rec.Begins()
	}
	return rec.Date
}

// fill returns title, subject, author, identifier and keywords.
func (p *properties) fill(dot any) (filled [5]string, err error) {
	for i, t := range []*text{p.Title, p.Subject, p.Author, p.Identifier, p.Keywords} {
		if filled[i], err = t.fill(dot); err != nil {
			return filled, err
		}
		filled[i] = strings.ReplaceAll(filled[i], "\u2011", "-")
	}
	return filled, nil
}

// A filler fills the blocks of a template in for one record.
type filler struct {
	t      *Template
	sizes  map[string]doc.PT // of the set being tried, by style
	depth  int
	place  string // of what is filled with, in the record
	steps  []step // of the paragraph before
	stamps record.Stamps
	*budget
}

func (f *filler) blocks(blocks []block, dot any) ([]doc.Block, error) {
	if f.depth++; f.depth > maxDepth {
		return nil, errors.New("filling the template in: its blocks use each other without end")
	}
	defer func() { f.depth-- }()
	var filled []doc.Block
	for i := range blocks {
		more, err := f.block(&blocks[i], dot)
		if err != nil {
			return nil, err
		}
		filled = append(filled, more...)
	}
	return filled, nil
}

func (f *filler) block(b *block, dot any) ([]doc.Block, error) {
	if b.Each.names != "" {
		var filled []doc.Block
		defer f.leave(f.place)
		outer := f.place
		err := b.Each.each(dot, func(i, n int, element any) error {
			f.place = below(outer, b.Each, i)
			more, err := f.one(b, element)
			if err == nil && len(b.Ends) == 2 {
				mark := b.Ends[0]
				if i == n-1 {
					mark = b.Ends[1]
				}
				addMark(more, mark)
			}
			filled = append(filled, more...)
			return err
		})
		return filled, err
	}
	return f.one(b, dot)
}

func (f *filler) one(b *block, dot any) ([]doc.Block, error) {
	if err := f.take(); err != nil {
		return nil, &runaway{fmt.Sprintf("%s:%d", f.t.source, b.node.Line), err}
	}
	if ok, err := b.When.holds(dot); !ok || err != nil {
		return nil, err
	}
	switch {
	case b.P != "":
		return f.paragraphs(b, dot)
	case b.Columns != nil:
		return f.columns(b.Columns, dot)
	case b.List.names != "":
		return f.list(b, dot)
	case b.Use != "":
		return f.blocks(f.t.file.Define[b.Use], dot)
	case b.Fit != nil:
		return f.fit(b.Fit, dot)
	case b.Table != nil:
		return f.table(b.Table, dot)
	case b.Chart != nil:
		return f.chart(b.Chart, dot)
	case b.Grid != nil:
		return f.grid(b.Grid, dot)
	case b.Sign != nil:
		return b.Sign.fill(dot, f.stamps)
	}
	filled, err := f.blocks(b.Blocks, dot)
	if err == nil && b.End != nil {
		mark, markErr := b.End.fill(dot)
		filled = endWith(filled, mark)
		err = markErr
	}
	return filled, err
}

func (f *filler) list(b *block, dot any) ([]doc.Block, error) {
	var l doc.List
	outer := f.place
	defer f.leave(outer)
	err := b.List.each(dot, func(i, _ int, element any) error {
		f.place = below(outer, b.List, i)
		blocks, err := f.blocks(f.t.file.Define[b.Block], element)
		if len(blocks) > 0 {
			l.Items = append(l.Items, doc.Item{Blocks: blocks})
		}
		return err
	})
	if err != nil || len(l.Items) == 0 {
		return nil, err
	}
	return []doc.Block{&l}, nil
}

func (f *filler) columns(c *columns, dot any) ([]doc.Block, error) {
	filled := &doc.Columns{Gap: c.Gap, Before: c.Before, Tail: c.Tail}
	for _, w := range c.Widths {
		filled.Widths = append(filled.Widths, doc.Width(w))
	}
	for _, row := range c.Rows {
		cells, err := f.cells(row, dot)
		if err != nil {
			return nil, err
		}
		evenSigning(cells)
		filled.Rows = append(filled.Rows, cells)
	}
	return []doc.Block{filled}, nil
}

func (f *filler) cells(row []cell, dot any) ([]doc.Cell, error) {
	var cells []doc.Cell
	for _, cell := range row {
		blocks, err := f.blocks(cell.Blocks, dot)
		if err != nil {
			return nil, err
		}
		above, err := cell.Above.holds(dot)
		if err != nil {
			return nil, err
		}
		cells = append(cells, doc.Cell{Blocks: blocks, Whole: cell.Whole, Above: above && cell.Above != nil && len(blocks) == 0})
	}
	return cells, nil
}

func (f *filler) fit(b *fit, dot any) ([]doc.Block, error) {
	outer := f.sizes
	defer func() { f.sizes = outer }()
	filled := new(doc.Fit)
	for _, set := range b.Sets {
		f.sizes = set
		blocks, err := f.blocks(b.Blocks, dot)
		if err != nil {
			return nil, err
		}
		filled.Variants = append(filled.Variants, blocks)
	}
	return []doc.Block{filled}, nil
}

// paragraphs fills one paragraph in. Where the text filled in has several
// paragraphs, there are as many.
func (f *filler) paragraphs(b *block, dot any) ([]doc.Block, error) {
	st := f.t.file.Styles[b.P]
	setting := f.setting(b.P)
	filled := []*doc.Paragraph{{Style: setting}}
	add := func(sp span, isLabel bool) error {
		s, err := sp.Text.fillMarked(dot, f.budget)
		s = roomy(sp.Box, s, setting.Font.Size, f.stamps)
		if isLabel && s != "" {
			s += " "
		}
		for _, part := range pieces(s) {
			font := f.font(st, b.P, sp.Bold || part.bold, sp.Italic || part.italic)
			for i, text := range strings.Split(part.text, "\n") {
				if i > 0 {
					filled = append(filled, &doc.Paragraph{Style: setting, GoesOn: true})
				}
				if text != "" {
					last := filled[len(filled)-1]
					last.Spans = append(last.Spans, doc.Span{Text: text, Font: font, Label: isLabel, Ornament: sp.Ornament, Box: sp.Box, Place: cmp.Or(f.placeOf(sp.Text, len(filled)), f.boxPlace(sp.Box))})
				}
			}
		}
		return err
	}
	bold, err := b.LabelBold.holds(dot)
	bold = bold && b.LabelBold != nil // without one it holds
	counted := b.Label
	if b.Step != "" {
		counted = &text{literal: f.step(b.Step)}
	}
	if err := errors.Join(err, add(span{Text: counted, Bold: bold}, true), add(span{Text: b.Text}, false)); err != nil {
		return nil, err
	}
	for _, sp := range b.Spans {
		ok, err := sp.When.holds(dot)
		if ok && err == nil {
			err = add(sp, false)
		}
		if err != nil {
			return nil, err
		}
	}
	var blocks []doc.Block
	for _, p := range filled {
		if len(p.Spans) > 0 {
			blocks = append(blocks, p)
		}
	}
	return blocks, nil
}
