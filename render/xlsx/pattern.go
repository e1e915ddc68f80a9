package xlsx

import (
	"slices"
	"strconv"
	"strings"
)

// A pattern is XML of which only what stands behind its pieces differs, between
// workbooks or between rows.
type pattern []piece

// A piece is XML that stays, and what follows it.
type piece struct {
	text   string
	column string // the letters of a column, before the number of the row that is written; "" is none
	value  int    // where there is no column, the number of the workbook's value; below 0 is nothing
}

// cutter stands around the numbers of values, where no XML has it.
const cutter = "\x00"

func valueMark(n int) string { return cutter + strconv.Itoa(n) + cutter }

// knife returns what puts valueMark where the marks are.
func (w *Writer) knife() *strings.Replacer {
	pairs := []string{
		identityMark, valueMark(identityValue), unitMark, valueMark(unitValue),
		strconv.Itoa(sinceMark), valueMark(sinceValue), manyPages, valueMark(pagesValue),
	}
	for i := range w.design.Sheets {
		for kind := range ofSheet {
			pairs = append(pairs, strconv.Itoa(mark(i, kind)), valueMark(rowValue(i, kind)))
		}
	}
	for i := range w.design.Lists {
		pairs = append(pairs, strconv.Itoa(listMarkBase+i), valueMark(w.listValue(i)))
	}
	return strings.NewReplacer(pairs...)
}

// cut makes a pattern of XML with values marked.
func cut(xml string) pattern {
	var all pattern
	for pair := range slices.Chunk(strings.Split(xml, cutter), 2) {
		p := piece{text: pair[0], value: -1}
		if len(pair) == 2 {
			p.value, _ = strconv.Atoi(pair[1]) // valueMark wrote it
		}
		all = append(all, p)
	}
	return all
}

// append appends the XML of p in a row of a workbook with these values.
func (p pattern) append(b []byte, row string, values []string) []byte {
	for _, piece := range p {
		b = append(b, piece.text...)
		switch {
		case piece.column != "":
			b = append(append(b, piece.column...), row...)
		case piece.value >= 0:
			b = append(b, values[piece.value]...)
		}
	}
	return b
}
