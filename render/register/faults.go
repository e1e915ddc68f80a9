package register

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ketluan/render/problem"
)

// ofDates are the documents whose date is not in the register's period.
func (r *Register) ofDates() (problems []problem.Problem) {
	for _, d := range r.Documents {
		if !d.Date.IsZero() && r.Period != (Period{}) && !r.Period.Has(d.Date) {
			called := r.Period.Called()
			problems = append(problems, d.problem("date",
				problem.Text{VI: fmt.Sprintf("văn bản số %s ngày %s không thuộc sổ %s", d.Number, d.Date.Slashed(), called.VI), EN: fmt.Sprintf("the document %s of %s is not of %s", d.Number, d.Date.Slashed(), called.EN)},
				problem.Textf("sửa ngày, hoặc chuyển mục này sang sổ của năm ấy", "mend the date, or move it to the register of its year")))
		}
	}
	return problems
}

// problem is one about a document, at its place.
func (d *Document) problem(field string, message, hint problem.Text) problem.Problem {
	return problem.Problem{Pos: d.Pos(), Field: field, Path: field, Message: message, Hint: hint}
}

// doubles are numbers that two documents of one series have.
func (r *Register) doubles() (problems []problem.Problem) {
	first := map[string]*Document{}
	for _, d := range r.Documents {
		n, letter, ok := count(d.Number)
		if !ok {
			continue
		}
		series := d.Kind
		if r.OneSeries {
			series = ""
		}
		key := fmt.Sprintf("%s %d%s", series, n, letter)
		if other := first[key]; other != nil {
			problems = append(problems, d.problem("number",
				problem.Textf("số %s đã có ở dòng %d", "the number %s stands already on line %d", d.Number, other.Pos().Line),
				problem.Textf("mỗi số một văn bản: xóa mục ghi thừa; nếu đã cấp trùng thật thì số của văn bản sau thêm chữ, như \"%[1]sa\"", "one document for each number: take the entry away that is too many, or where it was given twice write the later as \"%[1]sa\"", d.Number)))
			continue
		}
		first[key] = d
	}
	return problems
}

// maxTold bounds what is told of one kind of fault.
const maxTold = 20

// Faults are what is odd about the register and keeps nobody from going on with
// it: numbers that are missing, dates that run backwards, documents that were
// left half issued. They come in the order of their places. Called gives the path
// of a record as messages have it.
func (r *Register) Faults(called func(record string) string) []problem.Problem {
	var all []problem.Problem
	for _, s := range r.Series() {
		all = append(all, s.faults()...)
	}
	left := 0
	for _, d := range r.Documents {
		if d.State == Issuing && left < maxTold {
			left++
			all = append(all, d.problem("state", problem.Textf("số %s đang phát hành dở", "the number %s was given, and its document was not finished", d.Called()), d.finish(called)))
		}
	}
	problem.Sort(all, r.Name)
	return all
}

// finish says how to go on with a document that was left half issued.
func (d *Document) finish(called func(string) string) problem.Text {
	if d.Record == "" {
		return problem.Textf("ghi state: đã phát hành, hoặc đã hủy", "write state: đã phát hành (issued), or đã hủy (cancelled)")
	}
	return problem.Textf("chạy lại: ketluan issue %[1]s; nếu bỏ số này: ketluan issue %[1]s --withdraw \"lý do\"", "run again: ketluan issue %[1]s; to give the number up: ketluan issue %[1]s --withdraw \"reason\"", called(d.Record))
}

// A Series is the documents whose numbers run together, in their order.
type Series struct {
	Kind      string // "" where the register has one series for all
	Title     string // tên loại; "" for all
	Documents []*Document
	Missing   []Span // numbers that nothing has
	Next      string
}

// A Span is the numbers from one to another, both among them.
type Span struct{ From, To int }

// String returns s as 07, or 09-11.
func (s Span) String() string {
	if s.From == s.To {
		return fmt.Sprintf("%02d", s.From)
	}
	return fmt.Sprintf("%02d-%02d", s.From, s.To)
}

// Series returns those of the register, in the order of their first documents.
func (r *Register) Series() []*Series {
	var all []*Series
	known := map[string]*Series{}
	for _, d := range r.Documents {
		kind, title := d.Kind, d.Type()
		if r.OneSeries {
			kind, title = "", ""
		}
		s := known[kind]
		if s == nil {
			s = &Series{Kind: kind, Title: title, Next: r.Next(d.Kind)}
			known[kind] = s
			all = append(all, s)
		}
		if _, _, ok := count(d.Number); ok {
			s.Documents = append(s.Documents, d)
		}
	}
	for _, s := range all {
		slices.SortStableFunc(s.Documents, func(a, b *Document) int {
			n, x, _ := count(a.Number)
			m, y, _ := count(b.Number)
			return cmp.Or(cmp.Compare(n, m), cmp.Compare(x, y))
		})
		s.Missing = s.missing()
	}
	return all
}

// missing are the numbers from the first of the series that nothing has.
func (s *Series) missing() (missing []Span) {
	next := 1
	for _, d := range s.Documents {
		if n, _, _ := count(d.Number); d.First {
			next = n
			break
		}
	}
	for _, d := range s.Documents {
		n, _, _ := count(d.Number)
		if n > next {
			missing = append(missing, Span{next, n - 1})
		}
		next = max(next, n+1)
	}
	return missing
}

func (s *Series) faults() (all []problem.Problem) {
	called := problem.Text{}
	if s.Kind != "" {
		called = problem.Textf(" của loại %s", " of the kind %s", s.Kind)
	}
	if len(s.Missing) > 0 {
		var names []string
		for _, span := range s.Missing[:min(len(s.Missing), maxTold)] {
			names = append(names, span.String())
		}
		if more := len(s.Missing) - len(names); more > 0 {
			names = append(names, "…")
		}
		all = append(all, s.after(s.Missing[0]).problem("number",
			problem.Text{VI: "sổ thiếu số " + strings.Join(names, ", ") + called.VI, EN: "the register lacks the numbers " + strings.Join(names, ", ") + called.EN},
			problem.Textf("đã cấp ở nơi khác thì ghi thêm vào sổ; bỏ thì ghi một mục có state: đã hủy; sổ mở giữa chừng thì ghi first: yes ở số đầu tiên", "add those that were given elsewhere, those given up with state: đã hủy; where the series begins with a later number write first: yes there")))
	}
	var before *Document
	for _, d := range s.Documents {
		_, letter, _ := count(d.Number)
		if letter != "" || d.Date.IsZero() || d.State == Cancelled {
			continue
		}
		if before != nil && d.Date.Before(before.Date) && len(all) < maxTold {
			all = append(all, d.problem("date",
				problem.Textf("số %s ngày %s, mà số trước nó (%s) ngày %s", "the number %s is of %s, the one before it (%s) of %s", d.Number, d.Date.Slashed(), before.Number, before.Date.Slashed()),
				problem.Textf("số cấp theo thứ tự thời gian (Nghị định 30, Điều 15); xem lại ngày của hai văn bản", "numbers follow the days (Nghị định 30, Điều 15); look at both dates")))
		}
		before = d
	}
	return all
}

// after is the document behind a gap.
func (s *Series) after(gap Span) *Document {
	for _, d := range s.Documents {
		if n, _, _ := count(d.Number); n > gap.To {
			return d
		}
	}
	return s.Documents[len(s.Documents)-1]
}
