package office

import (
	"errors"

	"ketluan/render/calendar"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// An issue is one record on its way, its register held.
type issue struct {
	*issuer
	shelf
	in   Opened
	kind string
	out  *IssuedRecord
}

// errRefused is returned where the record has been told why it is not issued.
var errRefused = errors.New("the record is not issued")

func (i *issue) refuse(problems ...problem.Problem) error {
	i.out.Problems = append(i.out.Problems, problems...)
	return errRefused
}

// run finds out what became of the record before, and goes on from there.
func (i *issue) run() error {
	rec := i.in.Record
	book, made, err := i.books.entry(i.shelf, i.kind, rec.Agency.Code, SumOf(i.in.Source))
	switch {
	case err != nil:
		return err
	case made == nil && i.Withdraw != "":
		return i.refuse(i.in.problem(problem.Textf("bản ghi chưa phát hành, không có số nào để thu hồi", "the record was not issued: there is no number to take back"), problem.Text{}))
	case made == nil:
		return i.fresh()
	case len(book.problems) > 0:
		return i.refuse(book.problems...)
	}
	i.used = append(i.used, used{i.shelf, book.name})
	i.out.Register = i.Path(book.name)
	switch {
	case i.Withdraw != "":
		return i.withdraw(book, made)
	case made.Gone() && !sameNumber(i.numbering.of(rec).number, made.Number):
		return i.fresh()
	case made.Gone():
		i.says(made)
		return i.refuse(rec.Problem(i.numbering.of(rec).field+"number", problem.Text{VI: "số " + made.Called() + " " + made.State.Word().VI, EN: "the number " + made.Called() + " is " + made.State.Word().EN},
			problem.Textf("phát hành lại bằng số mới: xóa number và date trong bản ghi rồi chạy lại", "to issue it anew: take number and date out of the record, and run again")))
	case i.Number != "" && !sameNumber(i.Number, made.Number):
		i.says(made)
		return i.refuse(i.in.problem(problem.Textf("bản ghi đã có số %s ngày %s, không lấy số %s được", "the record has the number %s of %s, and cannot have %s", made.Called(), made.Date.Slashed(), i.Number),
			problem.Textf("bỏ --number; nếu số cũ sai thì thu hồi: --withdraw \"lý do\"", "leave --number out; if the old one is wrong take it back: --withdraw \"reason\"")))
	case made.State == register.Issuing:
		return i.resume(book, made)
	}
	return i.again(made)
}

// sameNumber reports whether two texts are one number: 5 and 05 are.
func sameNumber(a, b string) bool {
	x, ok := register.Padded(a)
	y, too := register.Padded(b)
	return ok && too && x == y
}

// problem is one of the record as a whole.
func (o Opened) problem(message, hint problem.Text) problem.Problem {
	return problem.Problem{Pos: problem.Pos{File: o.Path}, Message: message, Hint: hint}
}

// keeps tells of the document that the record is already: it has its date too.
func (i *issue) keeps(d *register.Document) {
	i.says(d)
	if i.single && !i.Date.IsZero() && i.Date != d.Date {
		i.out.Told = append(i.out.Told, i.in.problem(problem.Textf("số %s đã vào sổ với ngày %s, không lấy --date %s", "the number %s is registered with %s, and --date %s is not taken", d.Called(), d.Date.Slashed(), i.Date.Slashed()),
			problem.Textf("ngày sai thì thu hồi (--withdraw \"lý do\") rồi phát hành lại bằng số mới", "if the date is wrong take it back (--withdraw \"reason\") and issue it anew")))
	}
}

// says tells of the document that the record is.
func (i *issue) says(d *register.Document) {
	i.out.Number, i.out.Symbol, i.out.Day, i.out.Date, i.out.State = d.Number, d.Called(), d.Date, d.Date.String(), d.State.String()
}

// fresh gives the record a number. The register has it before anything else is
// written: a number is never lost without a word.
func (i *issue) fresh() error {
	if i.numbering.of(i.in.Record).field == "" { // of the other papers of a meeting nothing is concluded yet
		if left := sampleProblems(i.in.Record); len(left) > 0 {
			return i.refuse(left...)
		}
	}
	date, err := i.date()
	if err != nil {
		return err
	}
	book, err := i.book(date)
	if err != nil {
		return err
	}
	number, err := i.number(book.Register)
	if err != nil {
		return err
	}
	made, err := i.prove(number, date)
	if err != nil {
		return err
	}
	made.document.First = book.Begins(i.kind) && number != "01"
	i.out.Begins = made.document.First
	if err := i.unowned(book.Register, made); err != nil {
		return err
	}
	made.document.State = register.Issuing
	next, err := book.Add(made.document)
	if err != nil {
		return &FileError{i.Path(book.name), err}
	}
	return i.finish(book, next, len(next.Documents)-1, made)
}

// date is the day of the document.
func (i *issue) date() (calendar.Date, error) {
	rec, own := i.in.Record, i.numbering.of(i.in.Record)
	day := own.date
	switch {
	case day.IsZero() && i.Date.IsZero():
		return day, i.refuse(rec.Problem(own.field+"date", problem.Textf("chưa có ngày ban hành", "there is no date of issue"),
			problem.Text{VI: "thêm --date NGÀY, hoặc ghi " + i.numbering.dateKey().VI, EN: "add --date DAY, or write " + i.numbering.dateKey().EN}))
	case day.IsZero():
		day = i.Date
	case !i.Date.IsZero() && i.Date != day && i.single:
		return day, i.refuse(rec.Problem(own.field+"date", problem.Textf("bản ghi ghi ngày %s, --date là %s", "the record says %s, --date says %s", day.Slashed(), i.Date.Slashed()),
			problem.Textf("bỏ --date, hoặc sửa ngày trong bản ghi", "leave --date out, or mend the date in the record")))
	}
	for _, p := range rec.Passages() {
		if d := own.dated; p.Field == own.field+"date" && (d.Year != day.Year || d.Month > 0 && d.Month != day.Month) {
			return day, i.refuse(rec.Problem(p.Field, problem.Textf("bản ghi ghi %q, không phải ngày %s", "the record says %q, which is not %s", p.Text, day.Slashed()),
				problem.Textf("sửa --date, hoặc sửa date trong bản ghi", "mend --date, or the record's date")))
		}
	}
	if s, ok := kind.SystemNamed(rec.System); ok && s.ByTerm && rec.Term.From == 0 {
		return day, i.refuse(rec.Problem("term", problem.Textf("chưa có nhiệm kỳ: số văn bản của cấp ủy chạy theo nhiệm kỳ", "there is no term: a committee's numbers run for its term"),
			problem.Textf("ghi vào hồ sơ, ví dụ: term: 2025-2030", "write it into the profile, as term: 2025-2030")))
	}
	if rec.Term.From > 0 && !rec.Term.Has(day) {
		return day, i.refuse(rec.Problem(own.field+"date", problem.Textf("ngày %s không thuộc nhiệm kỳ %s", "%s is not in the term %s", day.Slashed(), rec.Term),
			problem.Textf("sửa term (nhiệm kỳ) trong hồ sơ, hoặc sửa ngày", "mend term in the profile, or the date")))
	}
	return day, nil
}

// book is the register of a day; of one that is not there an empty one.
func (i *issue) book(day calendar.Date) (shelved, error) {
	agency, of := i.in.Record.Agency, register.Of(day, i.in.Record.Term)
	name := i.nameOf(agency.Code, of)
	shown := i.Path(name)
	i.out.Register = shown
	i.used = append(i.used, used{i.shelf, name})
	book, ok := i.dry[shown]
	if !ok {
		var err error
		if book, err = i.books.read(i.Folder, name); err != nil {
			return book, err
		}
	}
	switch {
	case len(book.problems) > 0:
		return book, i.refuse(book.problems...)
	case book.Register == nil:
		book.Register = register.New(shown, agency.Name, agency.Parent, of)
	}
	return book, nil
}

// number is that which was asked for, that of the record, or the next.
func (i *issue) number(book *register.Register) (string, error) {
	rec, own := i.in.Record, i.numbering.of(i.in.Record)
	number := i.Number
	switch {
	case number == "" && own.number == "":
		return book.Next(i.kind), nil
	case number == "":
		number = own.number
	case own.number != "" && !sameNumber(number, own.number):
		return "", i.refuse(rec.Problem(own.field+"number", problem.Textf("bản ghi ghi số %s, --number là %s", "the record says the number %s, --number says %s", own.number, number),
			problem.Textf("bỏ --number, hoặc sửa số trong bản ghi", "leave --number out, or mend the number in the record")))
	}
	padded, ok := register.Padded(number)
	if !ok {
		return "", i.refuse(rec.Problem(own.field+"number", problem.Textf("%q không phải số văn bản", "%q is no number of a document", number),
			problem.Textf("chỉ ghi số, như 05, 12; số chèn thêm chữ, như 05a", "write the number alone, as 05, 12, or 05a between two others")))
	}
	if holder := book.Holder(i.kind, padded); holder != nil {
		whose := holder.Subject
		if holder.Record != "" {
			whose = i.pathOf(holder.Record)
		}
		return "", i.refuse(rec.Problem(own.field+"number", problem.Textf("số %s đã cấp cho %q (%s)", "the number %s was given to %q (%s)", padded, whose, holder.Pos()),
			problem.Textf("số tiếp theo là %s: xóa number trong bản ghi (hoặc bỏ --number) để chương trình cấp", "the next one is %s: take the number out of the record (or leave --number out)", book.Next(i.kind))))
	}
	return padded, nil
}

// resume completes what a run that was killed has begun, under the same number.
func (i *issue) resume(book shelved, d *register.Document) error {
	i.out.Resumed = true
	i.keeps(d)
	made, err := i.prove(d.Number, d.Date)
	if err != nil {
		return err
	}
	made.document.First, made.document.State = d.First, register.Issuing
	made.document.Copies, made.document.Sent, made.document.Note = d.Copies, d.Sent, d.Note
	next, at := book.Register, book.indexOf(d)
	if !d.Same(made.document) { // the record, or the program, has changed since
		if next, err = book.Renew(at, made.document); err != nil {
			return &FileError{i.Path(book.name), err}
		}
	}
	return i.finish(book, next, at, made)
}

func (s shelved) indexOf(d *register.Document) int {
	for i, other := range s.Documents {
		if other == d {
			return i
		}
	}
	panic("office: the register has no such document")
}

// finish writes the register with the number, then the record, then the files,
// then that all is done: in this order, each on the disk before the next.
func (i *issue) finish(book shelved, next *register.Register, at int, made proof) error {
	i.says(next.Documents[at])
	next, err := next.Resum(i.shelf.record, SumOf(i.in.Source), SumOf(made.source))
	if err != nil {
		return &FileError{i.Path(book.name), err}
	}
	if book, err = i.save(book, next); err != nil {
		return err
	}
	if err := i.siblings(book.name, made); err != nil {
		return err
	}
	if err := i.write(made); err != nil {
		return err
	}
	if err := i.deliver(made); err != nil {
		return err
	}
	if next, err = next.Mark(at, register.Issued, ""); err != nil {
		return &FileError{i.Path(book.name), err}
	}
	if _, err = i.save(book, next); err != nil {
		return err
	}
	i.says(next.Documents[at])
	i.out.Done = true
	return nil
}
