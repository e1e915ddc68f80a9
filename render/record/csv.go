package record

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// maxTable bounds the file of a table, in bytes.
const maxTable = 1 << 20

// rowsOfFile reads the rows of a CSV file beside the record, with commas,
// semicolons or tabs between its cells.
func (r *reader) rowsOfFile(n *yaml.Node, at string) [][]string {
	name := r.text(n, at)
	src, ok := r.beside(n, at, name, problem.Textf("tệp CSV", "CSV file"), ".csv", ".tsv", ".txt")
	if !ok {
		return nil
	}
	p := r.parser
	own := &reader{parser: p, file: path.Join(path.Dir(strings.ReplaceAll(p.from.Name, `\`, "/")), name), places: map[string]problem.Pos{}, written: map[string]string{}}
	if len(src) > maxTable {
		r.problem(n, at, problem.Textf("tệp %q lớn quá %d MB", "the file %q is larger than %d MB", name, maxTable>>20), problem.Textf("gửi bảng lớn thành tệp riêng", "send a large table as a file of its own"))
		return nil
	}
	text, ok := own.decodeBytes(src)
	if !ok {
		return nil
	}
	p.record.Sources = append(p.record.Sources, File{Name: name, Bytes: src})
	own.lines = splitLines(text)
	return own.readCSV(text, at)
}

func (r *reader) readCSV(text, at string) (rows [][]string) {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma, c.FieldsPerRecord = separator(r.lines[0]), -1
	for len(rows) <= maxCells {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			r.fileProblem(wrong.Line, wrong.Column, problem.Textf("dấu ngoặc kép trong tệp CSV không khép", "a quote in the CSV file is not closed"), problem.Textf("lưu lại tệp từ Excel hoặc LibreOffice", "save the file anew from Excel or LibreOffice"))
			return nil
		}
		for i, cell := range cells {
			line, col := c.FieldPos(i)
			cells[i] = strings.ReplaceAll(r.clean(cell, &yaml.Node{Line: line, Column: col}, at), "\n", " ")
		}
		if strings.Join(cells, "") != "" {
			rows = append(rows, cells)
		}
	}
	return rows
}

// separator tells by the first line what stands between the cells of a file.
func separator(line string) rune {
	best, most := ',', 0
	for _, c := range ";\t," {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}
