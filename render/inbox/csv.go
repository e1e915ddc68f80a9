package inbox

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
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
	g := &grid{sheets: []gridSheet{{name: "CSV"}}}
	r := reader(text, comma)
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return g.workbook(), nil
		}
		if err != nil {
			return nil, &broken
		}
		line, _ := r.FieldPos(0)
		cells := make([]gridCell, len(fields))
		for i, f := range fields {
			cells[i] = gridCell{"text", strings.TrimSpace(f)}
		}
		if !g.row(line, cells) {
			return nil, &tooMany
		}
	}
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
// says in a first line of its own (sep=;), else what gives the most rows of one
// and the same length, for Excel ends no row before the last column.
func separator(text string) (rune, string) {
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, "sep=") && len(strings.TrimSpace(first)) == len("sep=;") {
		return rune(first[len("sep=")]), rest
	}
	const sample = 200 // records
	best, most, widest := rune(0), 0, 1
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
			if n > 1 && (rows > most || rows == most && n > widest) {
				best, most, widest = comma, rows, n
			}
		}
	}
	return best, text
}
