package office

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/pdf/read"
	"ketluan/render/pdf/sign"
	"ketluan/render/record"
	"ketluan/render/register"
)

// A Purpose is what a signature is for. Offices stamp number, day and seal each as a
// signature of the clerk's, after that of the leader.
type Purpose string

// The roles, in the order in which a document is signed (Nghị định 30, điều 14,
// 15.3, 32.2d).
const (
	NoPurpose Purpose = ""
	ForSigner Purpose = "signer"
	ForNumber Purpose = "number"
	ForDay    Purpose = "day"
	ForMonth  Purpose = "month"
	ForSeal   Purpose = "seal"
)

// A Signature is one of a document of an office.
type Signature struct {
	sign.Signature
	Purpose Purpose
}

// Where the stamps of a page are: number and date beside each other, left and
// right of the middle (Phụ lục I, the figure), those of the foot next to each
// other. Lengths in mm.
const (
	headZone = 90 // that number and date stand in, from the top edge
	usual    = 42 // baseline of the number, where a page has no words
	nearLine = 16 // of the middle of a stamp from that baseline
	nearSeal = 25
)

// purposesOf says what each signature is for: by the name of our field, or by its
// place.
func purposesOf(file *read.File, report *sign.Report) []Signature {
	all := make([]Signature, len(report.Signatures))
	var leader *Signature
	for i, s := range report.Signatures {
		all[i] = Signature{Signature: s, Purpose: byName(s.Field)}
		one := &all[i]
		if one.Purpose == NoPurpose && !s.Stamp && s.Page > 0 && s.Page <= len(file.Pages) && s.Box != (sign.Box{}) {
			one.Purpose = byPlace(s, file.Pages[s.Page-1], leader)
		}
		if one.Purpose == ForSigner && leader == nil {
			leader = one
		}
	}
	months(all)
	return all
}

func byName(field string) Purpose {
	switch {
	case strings.HasPrefix(field, "nguoi-ky"), field == "thu-ky":
		return ForSigner
	case field == "co-quan":
		return ForSeal
	}
	return NoPurpose
}

// lineOf returns the baseline of number and date.
func lineOf(page read.Page) doc.MM {
	for _, t := range page.Texts {
		if words := strings.ToLower(t.Text); t.Y < headZone && (strings.HasPrefix(words, "số") || strings.Contains(words, "ngày") && strings.Contains(words, "năm")) {
			return t.Y
		}
	}
	return usual
}

func byPlace(s sign.Signature, page read.Page, leader *Signature) Purpose {
	x, off := s.Box.X+s.Box.Width/2, s.Box.Y+s.Box.Height/2-lineOf(page)
	head := s.Page == 1 && -nearLine < off && off < nearLine
	switch {
	case head && x < page.Width/2:
		return ForNumber
	case head:
		return ForDay
	case leader == nil:
		return ForSigner
	case s.Page == leader.Page && left(s.Box, leader.Box) && s.Signer.Name != leader.Signer.Name:
		return ForSeal
	}
	return NoPurpose
}

// left reports a box near another, with its middle left of the other's.
func left(b, of sign.Box) bool {
	apart := max(of.X-b.X-b.Width, b.Y-of.Y-of.Height, of.Y-b.Y-b.Height)
	return b.X+b.Width/2 < of.X+of.Width/2 && apart < nearSeal
}

// months tells the month's stamp from the day's, which is left of it.
func months(all []Signature) {
	var days []*Signature
	for i := range all {
		if all[i].Purpose == ForDay {
			days = append(days, &all[i])
		}
	}
	slices.SortStableFunc(days, func(a, b *Signature) int { return cmp.Compare(a.Box.X, b.Box.X) })
	for i, d := range days {
		if i > 0 && d.Box.X > days[0].Box.X+days[0].Box.Width/2 {
			d.Purpose = ForMonth
		}
	}
}

// Vietnam is the time of the country: signing times are of any.
func Vietnam(t time.Time) time.Time { return t.In(time.FixedZone("+07", 7*3600)) }

func dayOf(t time.Time) calendar.Date {
	y, m, d := Vietnam(t).Date()
	return calendar.Date{Year: y, Month: int(m), Day: d}
}

var (
	printedNumber = regexp.MustCompile(`(?i)\bSố:?\s*(\d{1,6})\s*[/-]`)
	printedDate   = regexp.MustCompile(`ngày\s+(\d{1,2}\s+)?tháng\s+(\d{1,2}\s+)?năm\s+(\d{4})`)
	digits        = regexp.MustCompile(`\d+`)
)

// A head is what a document says of its number and date, printed or stamped; what
// is left blank is zero.
type head struct {
	number  string
	date    calendar.Date // with a month or a day of 0
	hasDate bool
}

func headSaid(file *read.File, all []Signature) (h head) {
	if len(file.Pages) == 0 {
		return h
	}
	var upper strings.Builder
	page := file.Pages[0]
	for _, t := range page.Texts {
		if t.Y < headZone {
			upper.WriteString(t.Text + " ")
		}
	}
	words := strings.Join(strings.Fields(strings.ReplaceAll(upper.String(), "\u00A0", " ")), " ")
	if m := printedNumber.FindStringSubmatch(words); m != nil {
		h.number = m[1]
	}
	if m := printedDate.FindStringSubmatch(words); m != nil {
		h.hasDate = true
		h.date = calendar.Date{Year: number(m[3]), Month: number(m[2]), Day: number(m[1])}
	}
	for _, s := range all {
		stamped := digits.FindString(s.Shows)
		switch {
		case stamped == "" || len(stamped) > 6:
		case s.Purpose == ForNumber && h.number == "":
			h.number = stamped
		case s.Purpose == ForDay && h.date.Day == 0 && len(digits.FindAllString(s.Shows, 2)) == 1:
			h.date.Day = number(stamped)
		case s.Purpose == ForMonth && h.date.Month == 0:
			h.date.Month = number(stamped)
		}
	}
	return h
}

func number(s string) int {
	n := 0
	for _, c := range strings.TrimSpace(s) {
		n = n*10 + int(c-'0')
	}
	return n
}

// A known is what is known of a document besides its file.
type known struct {
	number   string             // that its record says
	document *register.Document // as the register beside the record has it; nil: none does
}

func (p *Press) numberOf(rec *record.Record) string {
	if notice, ok := p.Templates[Notice]; ok {
		return numberingOf(notice).of(rec).number
	}
	return rec.Number
}

// registered looks a record up in the registers of its office; one that cannot be
// read says nothing.
func (p *Press) registered(in Opened) *register.Document {
	s, err := in.shelf()
	if err != nil {
		return nil
	}
	var books library
	_, d, err := books.entry(s, p.kindOf(in.Record), in.Record.Agency.Code, SumOf(in.Source))
	if err != nil || d != nil && d.Gone() {
		return nil
	}
	return d
}

// blanked are the ways in which the page below stamps may have left out what a
// record says: number, day, and day and month.
func blanked(rec *record.Record) []*record.Record {
	var all []*record.Record
	for _, number := range []string{rec.Number, ""} {
		for i := range 4 {
			one := *rec
			one.Number = number
			switch {
			case i == 1:
				one.Dated.Day, one.Date = 0, calendar.Date{}
			case i == 2:
				one.Dated.Day, one.Dated.Month, one.Date = 0, 0, calendar.Date{}
			case i == 3:
				one.Dated, one.Date = calendar.Date{Year: rec.Begins().Year}, calendar.Date{}
			}
			if !slices.ContainsFunc(all, func(r *record.Record) bool { return r.Number == one.Number && r.Dated == one.Dated }) {
				all = append(all, &one)
			}
		}
	}
	return all
}
