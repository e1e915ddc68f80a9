// Package register is the office's book of the documents that go out (sổ đăng
// ký văn bản đi): their numbers, one series for each kind or one for all, in a
// year (Nghị định 30/2020/NĐ-CP, Điều 15.3) or in a term of a Party committee. It
// is a YAML file, for the program and for corrections by hand; bytes come in and
// go out, and what somebody has typed stays.
package register

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Period is what the numbers of a register run for.
type Period struct {
	Year int         // zero with a term
	Term record.Term // of a Party committee; zero is a year
}

// Of returns the period of a day: its year, or the term where there is one.
func Of(day calendar.Date, term record.Term) Period {
	if term != (record.Term{}) {
		return Period{Term: term}
	}
	return Period{Year: day.Year}
}

// String returns p as 2026, or 2025-2030.
func (p Period) String() string {
	if p.Year > 0 {
		return strconv.Itoa(p.Year)
	}
	return p.Term.String()
}

// Has reports whether a day is in the period.
func (p Period) Has(d calendar.Date) bool {
	return p.Year > 0 && d.Year == p.Year || p.Year == 0 && p.Term.Has(d)
}

// Called is the period in words: năm 2026, nhiệm kỳ 2025-2030.
func (p Period) Called() problem.Text {
	if p.Year > 0 {
		return problem.Textf("năm %d", "the year %d", p.Year)
	}
	return problem.Textf("nhiệm kỳ %s", "the term %s", p.Term)
}

// A Register is the book of one period.
type Register struct {
	Name      string // of its file, for messages
	Agency    string
	Parent    string // the agency above; often ""
	Period    Period
	OneSeries bool // all kinds have one series of numbers
	Documents []*Document

	src    []byte
	made   map[string][]*Document // of records, by their files and by their sums
	list   record.Value           // of the documents
	faulty bool                   // has problems, and must not be written
}

// A Document is one that has a number.
type Document struct {
	Number     string // as typed: "05", "05a"
	Kind       string // as templates name it: thong-bao
	Symbol     string // as printed: 05/TB-SKHCN
	Date       calendar.Date
	Title      string // tên loại: Thông báo
	Subject    string // trích yếu
	Signer     string
	Recipients []string
	Keeper     string        // who keeps the copy for the file: VT, VP
	Copies     string        // how many; typed by the office
	Sent       calendar.Date // typed by the office
	Note       string
	State      State
	First      bool // the series begins here: the numbers before it were given elsewhere

	Record string // the file that it was made from, from the register's folder; "" is another program's
	Code   string // of that record
	Sum    string // SHA-256 of its bytes, with the number and the date in them
	Files  []File // what was delivered

	dated bool // it says a date, right or wrong
	at    record.Value
	sum   record.Value
	state record.Value
	note  record.Value
}

// A File is one of those that were delivered, by its name in the folder of the
// output.
type File struct {
	Name string `json:"name"`
	Size int    `json:"size"` // in bytes
	Sum  string `json:"sum"`  // SHA-256
}

// A State is how far a document has come.
type State int

// The states. A number that was given once is never given again, whatever
// became of its document.
const (
	Issued    State = iota
	Issuing         // it has its number, and not all of its files yet
	Withdrawn       // it was issued, and taken back
	Cancelled       // nothing was issued under the number
)

// states are their words in the file.
var states = [...]string{Issued: "đã phát hành", Issuing: "đang phát hành", Withdrawn: "đã thu hồi", Cancelled: "đã hủy"}

// String returns the word of the file.
func (s State) String() string { return states[s] }

// Word returns s in both languages.
func (s State) Word() problem.Text {
	return problem.Text{VI: states[s], EN: [...]string{"issued", "being issued", "withdrawn", "cancelled"}[s]}
}

// Gone reports a document that does not stand any more.
func (d *Document) Gone() bool { return d.State == Withdrawn || d.State == Cancelled }

// Pos is where the document stands in the file.
func (d *Document) Pos() problem.Pos {
	if d.at.IsZero() {
		return problem.Pos{}
	}
	return d.at.Pos()
}

// Called names the document: 05/TB-SKHCN.
func (d *Document) Called() string {
	if d.Symbol != "" {
		return d.Symbol
	}
	return d.Number
}

// Type is the document's type: as it says, else as its kind is called; "" where
// nobody knows.
func (d *Document) Type() string {
	title := kind.New(d.Kind, "").Title()
	switch {
	case d.Title != "":
		return d.Title
	case d.Kind == "cong-van":
		return "Công văn" // which does not say so on its page
	case title == "":
		return ""
	}
	_, size := utf8.DecodeRuneInString(title)
	return title[:size] + strings.ToLower(title[size:])
}

// numberShape is a number with a letter behind it where it was put in between
// two others. It has at most six digits.
var numberShape = regexp.MustCompile(`^0*(\d{1,6})([a-z]?)$`)

// count returns what a number counts and the letter behind it.
func count(number string) (n int, letter string, ok bool) {
	m := numberShape.FindStringSubmatch(number)
	if m == nil {
		return 0, "", false
	}
	n, _ = strconv.Atoi(m[1])
	return n, m[2], n > 0
}

// Padded writes a number below 10 with a zero (Phụ lục I, II.3c), and no other
// with one. False where it is no number of a document.
func Padded(number string) (string, bool) {
	n, letter, ok := count(number)
	return fmt.Sprintf("%02d%s", n, letter), ok
}

// together reports whether two kinds have one series of numbers.
func (r *Register) together(a, b string) bool { return r.OneSeries || a == b }

// Next returns the next number of a kind: one more than the highest, 01 for the
// first.
func (r *Register) Next(kind string) string {
	highest := 0
	for _, d := range r.Documents {
		if n, _, ok := count(d.Number); ok && r.together(kind, d.Kind) {
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("%02d", highest+1)
}

// Begins reports whether the series of a kind has no number yet.
func (r *Register) Begins(kind string) bool {
	for _, d := range r.Documents {
		if r.together(kind, d.Kind) {
			return false
		}
	}
	return true
}

// Holder returns the document that has a number in the series of a kind; nil
// where none has.
func (r *Register) Holder(kind, number string) *Document {
	n, letter, _ := count(number)
	for _, d := range r.Documents {
		if m, other, ok := count(d.Number); ok && m == n && other == letter && r.together(kind, d.Kind) {
			return d
		}
	}
	return nil
}

// Made returns the document of a kind that a record was issued as: the last that
// stands, else the last that is gone; nil where there is none. The record is told
// by its file, or where that was moved by its bytes.
func (r *Register) Made(kind, file, sum string) (made *Document) {
	for _, d := range slices.Concat(r.made[sum], r.made[file]) {
		if d.Kind == kind && (made == nil || made.Gone() || !d.Gone()) {
			made = d
		}
	}
	return made
}
