package register

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// Limits of a register.
const (
	MaxBytes     = 16 << 20
	maxDocuments = 20_000
)

// Read reads a register. All problems come back at once with their places; with
// any it must not be written. It is nil where the bytes are no YAML.
func Read(name string, src []byte) (*Register, []problem.Problem) {
	r := &reading{&Register{Name: name, src: src, made: map[string][]*Document{}}}
	file, problems := record.ReadKeys(name, src, MaxBytes, registerKeys, r)
	if file.IsZero() {
		return nil, problems
	}
	if r.Period == (Period{}) && len(problems) == 0 {
		problems = append(problems, problem.Problem{Pos: file.Pos(), Field: "year",
			Message: problem.Textf("sổ không nói của năm hay nhiệm kỳ nào", "the register does not say of which year or term it is"),
			Hint:    problem.Textf("thêm dòng year: 2026, hoặc term: 2025-2030", "add a line year: 2026, or term: 2025-2030")})
	}
	problems = append(problems, r.ofDates()...)
	problems = append(problems, r.doubles()...)
	problem.Sort(problems, name)
	r.faulty = len(problems) > 0
	return r.Register, problems
}

// A reading is a register while it is read.
type reading struct{ *Register }

var registerKeys = []record.Key[reading]{
	{Name: "agency", About: problem.Text{VI: "cơ quan", EN: "the agency"}, Required: true, Read: func(v record.Value, r *reading) { r.Agency = v.Line() }},
	{Name: "parent", About: problem.Text{VI: "cơ quan chủ quản", EN: "the agency above"}, Read: func(v record.Value, r *reading) { r.Parent = v.Line() }},
	{Name: "year", About: problem.Text{VI: "năm của sổ", EN: "the register's year"}, Read: readYear},
	{Name: "term", About: problem.Text{VI: "nhiệm kỳ của sổ", EN: "the register's term"}, Read: readTerm},
	{Name: "series", About: problem.Text{VI: "dãy số", EN: "series of numbers"}, Read: readSeries},
	{Name: "documents", About: problem.Text{VI: "các văn bản", EN: "the documents"}, Required: true, Read: func(v record.Value, r *reading) { r.documents(v) }},
}

func readYear(v record.Value, r *reading) {
	s := v.Line()
	n, err := strconv.Atoi(s)
	if s != "" && (err != nil || n < 1900 || n > 9999) {
		v.Problem(problem.Textf("%q không phải năm", "%q is no year", s), problem.Textf("viết đủ bốn chữ số, như 2026", "write four digits, as 2026"))
		return
	}
	r.Period.Year = n
}

func readTerm(v record.Value, r *reading) {
	s := v.Line()
	term, ok := record.ParseTerm(s)
	switch {
	case s == "":
	case !ok:
		v.Problem(problem.Textf("%q không phải nhiệm kỳ", "%q is no term", s), problem.Textf("viết năm đầu và năm cuối, như 2025-2030", "write the first and the last year, as 2025-2030"))
	case r.Period.Year > 0:
		v.Problem(problem.Textf("sổ vừa của năm %d vừa của nhiệm kỳ %s", "the register is both of the year %d and of the term %s", r.Period.Year, term), problem.Textf("bỏ một trong hai dòng", "take one of the two away"))
	default:
		r.Period.Term = term
	}
}

func readSeries(v record.Value, r *reading) {
	switch s := v.Line(); s {
	case "one":
		r.OneSeries = true
	case "", "each":
	default:
		v.Problem(problem.Textf("%q không phải each hay one", "%q is neither each nor one", s),
			problem.Textf("each: mỗi loại văn bản một dãy số; one: một dãy số chung", "each: a series of numbers for each kind; one: one for all"))
	}
}

func (r *reading) documents(v record.Value) {
	r.list = v
	for i, e := range v.List() {
		if i == maxDocuments {
			e.Problem(problem.Textf("sổ có quá %d văn bản", "the register has more than %d documents", maxDocuments), problem.Textf("mỗi năm một sổ", "each year has a register of its own"))
			return
		}
		d := &Document{at: e}
		record.ReadKeysOf(e, documentKeys, d)
		if !d.dated && d.State != Cancelled {
			e.Problem(problem.Textf("văn bản số %s chưa có ngày (date)", "the document %s has no date", d.Number), problem.Textf("ghi date: 09/01/2026; số bỏ không dùng thì ghi state: đã hủy", "write date: 09/01/2026, or state: đã hủy (cancelled) where the number was given up"))
		}
		r.Documents = append(r.Documents, d)
		if d.Record != "" {
			r.made[d.Record] = append(r.made[d.Record], d)
			r.made[d.Sum] = append(r.made[d.Sum], d)
		}
	}
}

var documentKeys = []record.Key[Document]{
	{Name: "number", About: problem.Text{VI: "số", EN: "the number"}, Required: true, Read: func(v record.Value, d *Document) {
		d.Number = v.Line()
		if _, ok := Padded(d.Number); !ok {
			v.Problem(problem.Textf("%q không phải số văn bản", "%q is no number of a document", d.Number),
				problem.Textf("chỉ ghi số, như \"05\", \"12\"; số chèn thêm chữ, như \"05a\"; ký hiệu ghi ở symbol", "write the number alone, as \"05\", \"12\", or \"05a\" between two others; the rest goes to symbol"))
		}
	}},
	{Name: "kind", About: problem.Text{VI: "loại văn bản", EN: "the kind"}, Required: true, Read: readKind},
	{Name: "symbol", About: problem.Text{VI: "số, ký hiệu như in", EN: "number and symbol as printed"}, Read: func(v record.Value, d *Document) { d.Symbol = v.Line() }},
	{Name: "date", About: problem.Text{VI: "ngày văn bản", EN: "the date"}, Read: func(v record.Value, d *Document) { d.Date, d.dated = v.Date(), v.Line() != "" }},
	{Name: "title", About: problem.Text{VI: "tên loại", EN: "the type"}, Read: func(v record.Value, d *Document) { d.Title = v.Line() }},
	{Name: "subject", About: problem.Text{VI: "trích yếu", EN: "the subject"}, Read: func(v record.Value, d *Document) { d.Subject = v.Line() }},
	{Name: "signer", About: problem.Text{VI: "người ký", EN: "who signed"}, Read: func(v record.Value, d *Document) { d.Signer = v.Line() }},
	{Name: "recipients", About: problem.Text{VI: "nơi nhận", EN: "the recipients"}, Read: func(v record.Value, d *Document) {
		for _, e := range v.List() {
			d.Recipients = append(d.Recipients, e.Line())
		}
	}},
	{Name: "keeper", About: problem.Text{VI: "đơn vị, người nhận bản lưu", EN: "who keeps the copy"}, Read: func(v record.Value, d *Document) { d.Keeper = v.Line() }},
	{Name: "copies", About: problem.Text{VI: "số lượng bản", EN: "how many copies"}, Read: func(v record.Value, d *Document) { d.Copies = v.Line() }},
	{Name: "sent", About: problem.Text{VI: "ngày chuyển", EN: "the day it was sent"}, Read: func(v record.Value, d *Document) { d.Sent = v.Date() }},
	{Name: "note", About: problem.Text{VI: "ghi chú", EN: "a note"}, Read: func(v record.Value, d *Document) { d.Note, d.note = v.Line(), v }},
	{Name: "state", About: problem.Text{VI: "tình trạng", EN: "its state"}, Read: readState},
	{Name: "first", About: problem.Text{VI: "dãy số bắt đầu từ đây", EN: "the series begins here"}, Read: func(v record.Value, d *Document) { d.First = v.Yes() }},
	{Name: "record", About: problem.Text{VI: "tệp bản ghi", EN: "the record's file"}, Read: func(v record.Value, d *Document) { d.Record = v.Line() }},
	{Name: "code", About: problem.Text{VI: "mã bản ghi", EN: "the record's code"}, Read: func(v record.Value, d *Document) { d.Code = v.Line() }},
	{Name: "sum", About: problem.Text{VI: "SHA-256 của bản ghi", EN: "SHA-256 of the record"}, Read: func(v record.Value, d *Document) { d.Sum, d.sum = readSum(v), v }},
	{Name: "files", About: problem.Text{VI: "các tệp đã lập", EN: "the files"}, Read: func(v record.Value, d *Document) {
		for _, e := range v.List() {
			f := File{}
			record.ReadKeysOf(e, fileKeys, &f)
			d.Files = append(d.Files, f)
		}
	}},
}

var fileKeys = []record.Key[File]{
	{Name: "name", About: problem.Text{VI: "tên tệp", EN: "its name"}, Required: true, Read: func(v record.Value, f *File) { f.Name = v.Line() }},
	{Name: "size", About: problem.Text{VI: "số byte", EN: "its bytes"}, Required: true, Read: func(v record.Value, f *File) {
		s := v.Line()
		n, err := strconv.Atoi(s)
		if f.Size = n; err != nil || n < 0 {
			v.Problem(problem.Textf("%q không phải số byte", "%q is no number of bytes", s), problem.Textf("để nguyên như chương trình ghi", "leave it as the program wrote it"))
		}
	}},
	{Name: "sum", About: problem.Text{VI: "SHA-256", EN: "its SHA-256"}, Required: true, Read: func(v record.Value, f *File) { f.Sum = readSum(v) }},
}

func readKind(v record.Value, d *Document) {
	d.Kind = v.Line()
	if slip := kind.Slip(d.Kind); slip != "" {
		v.Problem(problem.Textf("không có loại %q", "there is no kind %q", d.Kind), problem.Textf("có phải %q không?", "is it %q?", slip))
		return
	}
	if !kindShape.MatchString(d.Kind) {
		v.Problem(problem.Textf("%q không phải loại văn bản", "%q is no kind of document", d.Kind),
			problem.Textf("chữ thường không dấu, có gạch nối: thong-bao, giay-moi, cong-van, bao-cao", "small letters without marks, with hyphens: thong-bao, giay-moi, cong-van, bao-cao"))
	}
}

var (
	kindShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sumShape  = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

func readSum(v record.Value) string {
	s := v.Line()
	if !sumShape.MatchString(s) {
		v.Problem(problem.Textf("%q không phải mã SHA-256", "%q is no SHA-256", s), problem.Textf("để nguyên như chương trình ghi; văn bản ghi tay thì bỏ dòng này", "leave it as the program wrote it, or out of what is typed"))
	}
	return s
}

func readState(v record.Value, d *Document) {
	s := v.Line()
	d.state = v
	i := slices.Index(states[:], strings.ToLower(s))
	if i < 0 && s != "" {
		v.Problem(problem.Textf("%q không phải tình trạng của văn bản", "%q is no state of a document", s), problem.Textf("ghi một trong: %s", "it is one of: %s", strings.Join(states[:], ", ")))
	}
	d.State = State(max(i, 0))
}
