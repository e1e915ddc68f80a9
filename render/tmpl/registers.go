package tmpl

import (
	"fmt"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/register"
	"ketluan/render/sheet"
)

// needsRegister is what a workbook needs that shows the register of documents.
const needsRegister = "register"

// ShowsRegister reports whether t makes the workbook of a register.
func (t *Template) ShowsRegister() bool { return t.output == Workbook && t.file.Needs == needsRegister }

// A registerView is a register as a template sees it.
type registerView struct {
	Agency, Parent string
	Period         string // năm 2026
	Year           int    // zero for that of a term
	Term           string // 2025-2030; "" for that of a year
	Documents      []*documentView
	Series         []*seriesView
	FirstDay       calendar.Date // of its documents; zero where it has none
	LastDay        calendar.Date
}

// A documentView is one line of a register.
type documentView struct {
	Symbol     string
	Date       calendar.Date
	Title      string // tên loại
	Subject    string
	Signer     string
	Recipients string // one line each
	Keeper     string
	Copies     string
	Sent       calendar.Date
	Note       string
	State      string // "đã hủy"
	Standing   bool   // it is issued, and not taken back
}

// A seriesView is one series of numbers.
type seriesView struct {
	Title   string // tên loại; "" for one series of all kinds
	Kind    string
	First   string // number
	Last    string
	Count   int // documents, those that are gone among them
	Gone    int
	Missing string // "07, 09-11"
	Next    string
}

// Register makes the workbook of a register; t must show one.
func (t *Template) Register(r *register.Register) (*sheet.Workbook, error) {
	v := newRegisterView(r)
	props, err := t.file.Properties.fill(v)
	if err != nil {
		return nil, err
	}
	b := &sheet.Workbook{Design: t.design, Lists: map[string][]string{}, Properties: sheet.Properties{
		Title: props[0], Subject: props[1], Author: props[2], Identifier: props[3], Created: sheet.Date(v.LastDay),
	}}
	if v.LastDay.IsZero() {
		b.Properties.Created = sheet.Date{Year: max(r.Period.Year, r.Period.Term.From), Month: 1, Day: 1}
	}
	for i := range t.file.Sheets {
		filled, err := t.file.Sheets[i].fill(v)
		if err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, *filled)
	}
	return b, nil
}

func newRegisterView(r *register.Register) *registerView {
	v := &registerView{Agency: r.Agency, Parent: r.Parent, Period: r.Period.Called().VI, Year: r.Period.Year}
	if v.Year == 0 {
		v.Term = r.Period.Term.String()
	}
	for _, d := range r.Documents {
		if !d.Date.IsZero() && (v.FirstDay.IsZero() || d.Date.Before(v.FirstDay)) {
			v.FirstDay = d.Date
		}
		if v.LastDay.IsZero() || v.LastDay.Before(d.Date) {
			v.LastDay = d.Date
		}
		v.Documents = append(v.Documents, &documentView{
			Symbol: d.Called(), Date: d.Date, Title: d.Type(), Subject: d.Subject, Signer: d.Signer, Recipients: strings.Join(d.Recipients, ";\n"),
			Keeper: d.Keeper, Copies: d.Copies, Sent: d.Sent, Note: d.Note, State: d.State.String(), Standing: d.State == register.Issued,
		})
	}
	for _, s := range r.Series() {
		one := &seriesView{Title: s.Title, Kind: s.Kind, Count: len(s.Documents), Next: s.Next}
		for _, d := range s.Documents {
			if d.Gone() {
				one.Gone++
			}
		}
		if len(s.Documents) > 0 {
			one.First, one.Last = s.Documents[0].Number, s.Documents[len(s.Documents)-1].Number
		}
		var missing []string
		for _, span := range s.Missing {
			missing = append(missing, fmt.Sprint(span))
		}
		one.Missing = strings.Join(missing, ", ")
		v.Series = append(v.Series, one)
	}
	return v
}
