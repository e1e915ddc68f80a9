package intake

import (
	"slices"
	"strings"
)

// text takes a row of the text: of a table, or of a paragraph.
func (s *setting) text(row []*piece) {
	switch {
	case row[0].framed:
		s.cell(row)
		s.before = nil
		return
	case s.before != nil && s.goesOn(s.before, row):
		s.extend(row)
	default:
		s.endTable()
		s.paragraph(row)
	}
	s.before = row
}

// annexStart returns the row that begins the first annex, on a page of its own
// behind the foot.
func (s *setting) annexStart(foot int) int {
	for i := max(foot, 1); i < len(s.rows); i++ {
		if s.beginsAnnex(s.rows[i]) && s.rows[i-1][0].page != s.rows[i][0].page {
			return i
		}
	}
	return len(s.rows)
}

func (s *setting) beginsAnnex(row []*piece) bool {
	return len(row) == 1 && s.centred(row) && annexNumber.MatchString(row[0].text())
}

// annexRow takes a row of an annex: of its title, which ends with a bracket, or of
// its text.
func (s *setting) annexRow(row []*piece) {
	if s.titling = s.titling || s.beginsAnnex(row); !s.titling {
		s.text(row)
		return
	}
	for _, p := range row {
		s.line(p, Whole, true)
	}
	s.before, s.titling = nil, !strings.HasSuffix(row[len(row)-1].text(), ")")
}

// signedByTwo reports a row of two signatures beside each other.
func (s *setting) signedByTwo(row []*piece) bool {
	if len(row) != 2 || row[0].framed || s.side(row[0]) != LeftSide || s.side(row[1]) != RightSide {
		return false
	}
	return !slices.ContainsFunc(row, func(p *piece) bool { return !isCaps(p.text()) && !isName(p.text()) })
}

// cell takes a row of a table.
func (s *setting) cell(row []*piece) {
	s.close()
	s.table = append(s.table, row...)
}

// endTable makes a line of a table. Where its rows and columns are not told apart
// its words are lines of no part.
func (s *setting) endTable() {
	if len(s.table) == 0 {
		return
	}
	table, at := s.table, Place{Page: s.table[0].page, Line: s.table[0].line}
	s.table = nil
	if rows := s.cellsOf(table); rows != nil {
		var texts []string
		for _, row := range rows {
			texts = append(texts, strings.Join(row, " "))
		}
		s.out.Lines = append(s.out.Lines, Line{At: at, Text: strings.Join(texts, " "), Rows: rows})
		return
	}
	s.tables++
	for _, p := range table {
		s.out.Lines = append(s.out.Lines, Line{At: Place{Page: p.page, Line: p.line}, Text: p.text(), Rows: [][]string{}})
	}
}
