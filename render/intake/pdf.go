package intake

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// Lengths by which the lines of a page are told apart.
const (
	sameLine   doc.MM = 0.6 // between baselines
	columnGap  doc.MM = 3.9 // between two texts of a line in columns
	wordGap           = 0.12
	across     doc.MM = 15 // over the middle
	numberZone doc.MM = 22 // from the edges of the page, where its number stands
)

// A piece is what stands together on a baseline.
type piece struct {
	page        int // from 1
	line        int // from 1
	x, y, right doc.MM
	size        doc.PT
	maker       lineMaker
	end         doc.MM // with its spaces
	framed      bool   // between vertical lines
}

func (p *piece) text() string { return strings.TrimSpace(p.maker.text.String()) }

// FromPDF returns the lines of a PDF. One without text is a scan.
func FromPDF(f *read.File) (Source, error) {
	var rows [][]*piece
	letters := 0
	for i, page := range f.Pages {
		page.Texts = inOrder(page.Texts)
		of := rowsOf(i+1, page)
		for _, row := range of {
			for _, p := range row {
				letters += len(p.text())
			}
		}
		rows = append(rows, of...)
	}
	if letters < 40 {
		return Source{}, ErrScan
	}
	s := newSetting(f, rows)
	s.hangs = hang(rows, s.left)
	return s.source(), nil
}

// rowsOf returns the rows of a page from top to bottom, each from left to
// right, without the number of the page.
func rowsOf(number int, page read.Page) [][]*piece {
	texts := slices.DeleteFunc(slices.Clone(page.Texts), func(t read.Text) bool { return strings.TrimSpace(t.Text) == "" && t.Width < columnGap })
	texts = unnumbered(texts)
	slices.SortStableFunc(texts, func(a, b read.Text) int {
		if math.Abs(float64(a.Y-b.Y)) > float64(sameLine) {
			return cmp.Compare(a.Y, b.Y)
		}
		return cmp.Compare(a.X, b.X)
	})
	var rows [][]*piece
	var last *piece
	for _, t := range texts {
		switch {
		case last == nil || math.Abs(float64(t.Y-last.y)) > float64(sameLine):
			last = &piece{page: number, x: t.X, y: t.Y, end: t.X}
			rows = append(rows, []*piece{last})
		case t.X-last.end > columnGap || parted(page, last.right, t.X, t.Y):
			last = &piece{page: number, x: t.X, y: t.Y, end: t.X}
			rows[len(rows)-1] = append(rows[len(rows)-1], last)
		case t.X-last.end > t.Size.MM()*wordGap:
			last.maker.space = last.maker.text.Len() > 0
			last.maker.raw.WriteByte(' ')
		}
		last.maker.add(t.Text, t.Font.Bold, t.Font.Italic)
		if strings.TrimSpace(t.Text) != "" {
			last.right, last.size = max(last.right, t.X+t.Ink), max(last.size, t.Size)
		}
		last.end = t.X + t.Width
	}
	kept := rows[:0]
	for _, row := range rows {
		row = slices.DeleteFunc(row, func(p *piece) bool { return p.text() == "" })
		if len(row) == 0 || number > 1 && len(row) == 1 && isPageNumber(row[0], page) {
			continue
		}
		kept = append(kept, row)
		for _, p := range row {
			p.line = len(kept)
			p.framed = framed(p, page)
		}
	}
	return kept
}

func isPageNumber(p *piece, page read.Page) bool {
	s := strings.Trim(p.text(), "-–— ")
	return s != "" && len(s) < 4 && strings.Trim(s, "0123456789") == "" && (p.y < numberZone || p.y > page.Height-numberZone)
}

// maxUprights is how many vertical lines of a page are looked at.
const maxUprights = 500

// framed reports a piece with vertical lines on both of its sides.
func framed(p *piece, page read.Page) bool {
	left, right := false, false
	for _, u := range page.Uprights[:min(len(page.Uprights), maxUprights)] {
		if u.Y-1 > p.y || u.Y+u.Height+1 < p.y {
			continue
		}
		left, right = left || u.X <= p.x+0.5, right || u.X >= p.right-0.5
	}
	return left && right
}

// A setting is how the text of a PDF is set: where its lines begin and end.
type setting struct {
	pages       []read.Page
	rows        [][]*piece
	middle      doc.MM // of the text area
	hangs       bool   // the first lines of paragraphs stand out at the left
	left, right doc.MM
	leading     doc.MM // the usual distance of lines
	spaced      bool   // lines end with the space at which they were broken
	out         Source
	before      []*piece   // the row above, of a paragraph
	titling     bool       // the title of an annex goes on
	open        *lineMaker // of the last line, while rows may go on with it
	tables      int        // that were not read
	table       []*piece   // of the table that is open
}

func newSetting(f *read.File, rows [][]*piece) *setting {
	s := &setting{pages: f.Pages, rows: rows, left: f.Pages[0].Width, right: 0}
	var gaps []doc.MM
	spaces := 0
	for _, row := range rows {
		first, last := row[0], row[len(row)-1]
		if last.right-first.x > f.Pages[0].Width*0.55 && !first.framed {
			s.left, s.right = min(s.left, first.x), max(s.right, last.right)
		}
	}
	for i, row := range rows[min(1, len(rows)):] { // within paragraphs: below lines that are full
		above := rows[i]
		if last := above[len(above)-1]; last.page == row[0].page && last.right > s.right-full && last.x < s.right/2 && !last.framed {
			gaps = append(gaps, row[0].y-last.y)
			if endsInSpace(above) {
				spaces++
			}
		}
	}
	if s.right == 0 {
		s.left, s.right = f.Pages[0].Width*0.14, f.Pages[0].Width*0.93
	}
	s.middle = (s.left + s.right) / 2
	s.spaced = 2*spaces > len(gaps)
	slices.Sort(gaps)
	if len(gaps) > 0 {
		s.leading = gaps[len(gaps)*2/5]
	}
	return s
}

// source goes over the rows: the head, the title with the subject, the text, the
// foot.
func (s *setting) source() Source {
	title, foot := s.bounds()
	annex := s.annexStart(foot)
	for i, row := range s.rows {
		switch {
		case i >= annex:
			s.annexRow(row)
		case i < title || i >= foot:
			for _, p := range row {
				s.line(p, s.side(p), false)
			}
		case i == title || s.centred(row) && s.onlyCentred(title, i) && (!bold(s.rows[title+1]) || bold(row) || ruleLine.MatchString(row[0].text())):
			for _, p := range row {
				s.line(p, Whole, true)
			}
		default:
			s.text(row)
		}
	}
	s.endTable()
	s.close()
	if s.tables > 0 {
		s.out.Notes = append(s.out.Notes, problem.Textf("%d bảng của PDF chưa đọc thành dòng, cột: chép tay vào bản ghi", "tables of the PDF, which are not read as rows and columns: %d", s.tables))
	}
	return s.out
}

// bounds returns the rows of the title and of the first line of the foot.
func (s *setting) bounds() (title, foot int) {
	title, foot = -1, len(s.rows)
	for i, row := range s.rows {
		if title < 0 && len(row) == 1 && (titleOf(row[0].text()) != "") {
			title = i
		}
		for _, p := range row {
			if title >= 0 && recipientsLabel.MatchString(p.text()) {
				foot = i
			}
		}
	}
	for foot > title+1 && foot < len(s.rows) && foot > 0 {
		above := s.rows[foot-1]
		if s.signedByTwo(above) { // the recipients may stand on another page
			foot--
			continue
		}
		if len(above) > 1 || above[0].x < s.middle-15 || s.side(above[0]) != RightSide || above[0].page != s.rows[foot][0].page || strings.ToUpper(above[0].text()) != above[0].text() {
			break
		}
		foot--
	}
	return title, foot
}

func (s *setting) side(p *piece) Side {
	if p.x < s.middle-across && p.right > s.middle+across && strings.Contains(strings.TrimSpace(p.maker.raw.String()), "    ") {
		return Whole // two columns that only spaces part
	}
	if (p.x+p.right)/2 < s.middle {
		return LeftSide
	}
	return RightSide
}

func (s *setting) centred(row []*piece) bool {
	first, last := row[0], row[len(row)-1]
	return len(row) == 1 && math.Abs(float64((first.x+last.right)/2-s.middle)) < 4 && (first.x > s.left+4 || last.right > s.right-4 && first.maker.line().Bold)
}

func bold(row []*piece) bool { return row[0].maker.line().Bold }

// onlyCentred reports that all lines from the title to a row are centred.
func (s *setting) onlyCentred(title, i int) bool {
	for k := title + 1; k < i; k++ {
		if !s.centred(s.rows[k]) {
			return false
		}
	}
	return title >= 0 && i-title < 12
}

func (s *setting) line(p *piece, side Side, centred bool) {
	s.endTable()
	s.close()
	l := p.maker.line()
	l.At, l.Side, l.Centred = Place{Page: p.page, Line: p.line}, side, centred
	s.out.Lines = append(s.out.Lines, l)
}
