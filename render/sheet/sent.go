package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
)

// SentName is the name of the hidden sheet in which a workbook carries prints
// of the cells that were filled in when it was made.
const SentName = "ketluan"

// A Print tells whether a cell came back as it was sent. It begins with a
// letter, so that no program takes it for a number.
type Print string

// printOf is the print of what a cell holds.
func printOf(kind, value string) Print {
	sum := sha256.Sum256([]byte(kind + "\x00" + value))
	return Print("k" + hex.EncodeToString(sum[:8]))
}

func textPrint(s string) Print { return printOf("text", strings.Join(strings.Fields(s), " ")) }

// numberPrint forgives what programs lose of a number when they save it.
func numberPrint(v float64) Print {
	return printOf("number", strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64))
}

// Print returns that of a cell that came back. Days that count from 1904 have
// the print of those that do not.
func (c FilledCell) Print(field Format, from1904 bool) Print {
	switch {
	case c.Kind == FilledText:
		return textPrint(c.Text)
	case c.Kind != FilledNumber:
		return ""
	case field == FormatDate && from1904:
		return numberPrint(c.Number + days1904)
	}
	return numberPrint(c.Number)
}

// days1904 is 1904-01-01 as days count elsewhere.
const days1904 = 1462

// A SentCell is a cell that was filled in when the workbook was made.
type SentCell struct {
	ID, Field string
	Print     Print
}

// Sent returns the cells of b that are to be filled in and already are, in
// their order. Serial gives a day as the number that cells have.
func (b *Workbook) Sent(serial func(Date) float64) []SentCell {
	var all []SentCell
	for i, s := range b.Sheets {
		columns := b.Design.Sheets[i].Columns
		for _, row := range s.Rows {
			if len(row) == len(columns) {
				all = append(all, sentOf(columns, row, serial)...)
			}
		}
	}
	return all
}

func sentOf(columns []Column, row []Cell, serial func(Date) float64) []SentCell {
	id := ""
	for i, c := range columns {
		if t, ok := row[i].(Text); ok && c.Field == "id" {
			id = string(t)
		}
	}
	var all []SentCell
	for i, c := range columns {
		if c.Input == nil || c.Field == "" || id == "" {
			continue
		}
		var p Print
		switch v := row[i].(type) {
		case Text:
			p = textPrint(string(v))
		case Number:
			p = numberPrint(float64(v))
		case Date:
			p = numberPrint(serial(v))
		default:
			continue
		}
		all = append(all, SentCell{id, c.Field, p})
	}
	return all
}
