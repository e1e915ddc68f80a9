package inbox

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// plain makes a workbook of a table of plain text, as Excel saves one sheet:
// with any separator, in UTF-8, UTF-16 or the code page of Vietnamese Windows.
func plain(src []byte) ([]byte, *refusal) {
	if len(src) > MaxWorkbook {
		return nil, &tooLarge
	}
	text, refusal := decoded(src)
	if refusal != nil {
		return nil, refusal
	}
	comma, text := separator(text)
	if comma == 0 {
		return nil, &noTable
	}
	turned := monthFirst(text, comma)
	g := &grid{sheets: []gridSheet{{name: "CSV"}}}
	r := rowsOf(text, comma)
	for {
		number, fields, err := r.next()
		if err == io.EOF {
			return g.workbook(), nil
		}
		if err != nil {
			return nil, &broken
		}
		cells := make([]gridCell, len(fields))
		for i, f := range fields {
			if f = strings.TrimSpace(f); turned {
				f = shortDay.ReplaceAllString(f, "$2/$1/$3")
			}
			cells[i] = gridCell{"text", f}
		}
		if !g.row(number, cells) {
			return nil, &tooMany
		}
	}
}

// shortDay is a day as programs show it in a cell: 14/10/2020, and 10/14/2020
// in some languages.
var shortDay = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$`)

// monthFirst reports whether the program that wrote the table puts the month
// before the day: some day, be it a deadline, can be no other, and none can be
// only the other way round.
func monthFirst(text string, comma rune) bool {
	r := reader(text, comma)
	month, day := false, false
	for range maxRows {
		fields, err := r.Read()
		if err != nil {
			break
		}
		for _, f := range fields {
			if m := shortDay.FindStringSubmatch(strings.TrimSpace(f)); m != nil {
				first, _ := strconv.Atoi(m[1])
				second, _ := strconv.Atoi(m[2])
				month, day = month || first <= 12 && second > 12, day || first > 12 && second <= 12
			}
		}
	}
	return month && !day
}

// rows are the records of a table of plain text with the numbers that they have
// in a spreadsheet: one of many lines is one row, and an empty line is one too.
type rows struct {
	*csv.Reader
	text   string
	read   int // bytes of the text
	line   int // of the text, at which the next record may begin
	number int // of the last row
}

func rowsOf(text string, comma rune) *rows {
	return &rows{Reader: reader(text, comma), text: text, line: 1}
}

// next returns a row and its number from 1.
func (r *rows) next() (int, []string, error) {
	fields, err := r.Read()
	if err != nil {
		return 0, nil, err
	}
	begins, _ := r.FieldPos(0)
	r.number += begins - r.line + 1
	end := int(r.InputOffset())
	r.line += strings.Count(r.text[r.read:end], "\n")
	r.read = end
	return r.number, fields, nil
}

// lost is what a letter becomes that a code page does not have, in a word.
var lost = regexp.MustCompile(`\pL\?\pL`)

// decoded returns the text in UTF-8.
func decoded(src []byte) (string, *refusal) {
	if bytes.HasPrefix(src, []byte("\xFF\xFE")) || bytes.HasPrefix(src, []byte("\xFE\xFF")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(src)
		if err != nil {
			return "", &broken
		}
		return norm.NFC.String(string(text)), nil
	}
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	if bytes.IndexByte(src, 0) >= 0 {
		return "", &noTable
	}
	text, eight := string(src), !utf8.Valid(src)
	if eight {
		text, _ = charmap.Windows1258.NewDecoder().String(text)
	}
	if plainly := !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }); eight || plainly {
		for line := range strings.Lines(text) {
			if !strings.Contains(line, "://") && lost.MatchString(line) { // an address has ? too
				return "", &lettered
			}
		}
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		return "", &lettered
	}
	return norm.NFC.String(text), nil
}

func reader(text string, comma rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = comma, -1, true, true
	return r
}

// separator finds what separates the columns, 0 where nothing does: what Excel
// says in a first line of its own (sep=;), else what gives the most cells in rows
// of one and the same length: Excel ends no row before the last column, others
// do, and texts have semicolons and commas too, but few in each.
func separator(text string) (rune, string) {
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, "sep=") && len(strings.TrimSpace(first)) == len("sep=;") {
		return rune(first[len("sep=")]), rest
	}
	const sample = 200 // records
	best, most := rune(0), 0
	for _, comma := range ";\t,|" {
		r, lengths := reader(text, comma), map[int]int{}
		for range sample {
			fields, err := r.Read()
			if err != nil {
				break
			}
			lengths[len(fields)]++
		}
		for n, rows := range lengths {
			if cells := rows * (n - 1); cells > most {
				best, most = comma, cells
			}
		}
	}
	return best, text
}
