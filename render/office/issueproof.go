package office

import (
	"cmp"
	"errors"
	"path"
	"strings"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/register"
)

// A proof is what a record comes to under a number and a date, all in memory.
type proof struct {
	source   []byte // of the record, with both in it
	files    []render.File
	changes  []Change // that deliver them
	document register.Document
}

// prove makes it, unless the gate holds the record back.
func (i *issue) prove(number string, date calendar.Date) (proof, error) {
	type result struct {
		proof
		err error
	}
	all, whole := each(i.ctx, 1, []string{number}, func(number string) (r result) { // what takes for ever is left to itself when ctx ends
		r.proof, r.err = i.made(number, date)
		return r
	}, nil)
	if !whole {
		return proof{}, i.ctx.Err()
	}
	return all[0].proof, all[0].err
}

func (i *issue) made(number string, date calendar.Date) (made proof, err error) {
	then, err := i.mended(number, date)
	if err != nil {
		return made, err
	}
	made.source = then.Source
	if stops := i.stops(then); len(stops) > 0 {
		return made, i.refuse(stops...)
	}
	stem := i.in.Stem()
	if other, ok := i.stems[Fold(stem)]; ok && other != i.in.Path || stem == "" {
		return made, i.refuse(i.in.problem(problem.Textf("tên đầu ra %q đã của %s", "the name of the output, %q, is that of %s", stem, other), problem.Textf("đổi tên một tệp, hoặc chạy riêng với -o khác", "rename one, or run them apart with another -o")))
	}
	i.stems[Fold(stem)] = i.in.Path
	var making Made
	made.files, err = making.workbooksToo(i.press, Order{}, i.in.Found, then.Record)
	if i.out.Problems = append(i.out.Problems, making.Problems...); err == nil && len(making.Problems) > 0 {
		err = errRefused
	}
	if err != nil {
		return made, err
	}
	made.changes = Parcels(stem, made.files, Keep)
	page, err := i.press.Document(then.Record).Document(then.Record)
	if err != nil {
		return made, err
	}
	made.document, err = i.entered(then, page, number, date, made.changes)
	return made, err
}

// stops are what the gate holds the record back for: as it stands, at the places
// of its file; and what comes with the number and the date, which may have no
// place there yet.
func (i *issue) stops(then Opened) []problem.Problem {
	stops := Stops(i.in.Record, i.Strict, i.press.KindsOf(i.in.Record)...)
	told := map[problem.Text]bool{}
	for _, p := range stops {
		told[p.Message] = true
	}
	for _, p := range Stops(then.Record, i.Strict, i.press.KindsOf(then.Record)...) {
		if told[p.Message] {
			continue
		}
		if p.Pos.File == i.in.Path {
			p.Pos = problem.Pos{File: i.in.Path}
		}
		stops = append(stops, p)
	}
	return stops
}

// mended reads the record with the number and the date in it: it says both then,
// and all else as before.
func (i *issue) mended(number string, date calendar.Date) (then Opened, err error) {
	in := i.in
	if info, err := in.Folder.Lstat(in.Name); err != nil || !info.Mode().IsRegular() {
		return then, &FileError{in.Path, errors.Join(err, linkOf(info))}
	}
	byHand := in.problem(problem.Textf("không ghi được số, ngày vào bản ghi", "the number and the date cannot be written into the record"),
		problem.Textf("ghi tay number: %q và date: %s vào bản ghi rồi chạy lại", "write number: %q and date: %s into the record, and run again", number, date.Slashed()))
	days := []calendar.Date{date}
	if i.numbering.template != "" {
		days = append(days, calendar.Date{}) // minutes have none on their page
	}
	for _, day := range days {
		if then, ok := i.with(number, day); ok {
			return then, nil
		}
	}
	return then, i.refuse(byHand)
}

// with reads the record with a number and a date in it; false where it is not what
// it was but for these.
func (i *issue) with(number string, date calendar.Date) (then Opened, ok bool) {
	then = i.in
	edits, ok := i.numbering.edits(i.in.Record, number, date)
	src, n, err := record.Mend(i.in.Source, edits)
	if !ok || err != nil || n != len(edits) {
		return then, false
	}
	then.Source = src
	then.read(i.press.Renderer, src, nil)
	if then.Record == nil || len(then.Problems) > 0 {
		return then, false
	}
	own := i.numbering.of(then.Record)
	return then, sameNumber(own.number, number) && own.date == date && i.numbering.same(i.in.Record, then.Record)
}

// same reports whether two records have the same texts but for number and date.
func (n numbering) same(a, b *record.Record) bool {
	texts := func(r *record.Record) (all []string) {
		for _, p := range r.Passages() {
			if !n.tells(p.Field, b) {
				all = append(all, p.Field+"\x00"+p.Text)
			}
		}
		return all
	}
	return strings.Join(texts(a), "\x00\x00") == strings.Join(texts(b), "\x00\x00")
}

// entered is what the register says of the document.
func (i *issue) entered(then Opened, page *doc.Document, number string, date calendar.Date, changes []Change) (register.Document, error) {
	rec := then.Record
	symbol, title := onPage(page)
	if !strings.HasPrefix(symbol, number) {
		t := i.press.Templates[Notice]
		return register.Document{}, i.refuse(i.in.problem(problem.Textf("mẫu %s không có chỗ ghi số, nên không vào sổ được", "the template %s has no place for a number, and is not registered", t.Name),
			problem.Textf("trong mẫu, đặt box: so vào số của văn bản, như mẫu thong-bao-ket-luan", "in the template, set box: so at the number, as thong-bao-ket-luan does")))
	}
	d := register.Document{
		Number: number, Kind: i.kind, Symbol: symbol, Date: date, Title: title, Subject: rec.Subject, Signer: signerOf(rec),
		Record: i.shelf.record, Code: rec.Code, Sum: SumOf(then.Source),
	}
	recipients := rec.Recipients
	if p := rec.PaperOf(i.numbering.template, nil); p != nil {
		d.Subject, d.Signer = cmp.Or(p.Subject, d.Subject), cmp.Or(p.Signer.Name, d.Signer)
		if len(p.Recipients) > 0 {
			recipients = p.Recipients
		}
	}
	for _, to := range recipients {
		if keeper, ok := keeperIn(to); ok {
			d.Keeper = keeper
		} else {
			d.Recipients = append(d.Recipients, to)
		}
	}
	for _, c := range changes {
		d.Files = append(d.Files, register.File{Name: record.Clean(c.Name), Size: len(c.Bytes), Sum: SumOf(c.Bytes)})
	}
	return d, nil
}

// signerOf names who signs; of two the left one first.
func signerOf(rec *record.Record) string {
	if rec.CoSigner != nil {
		return rec.CoSigner.Name + ", " + rec.Signer.Name
	}
	return rec.Signer.Name
}

// keeperIn returns who keeps the copy, of a line as "Lưu: VT, VP (2)", or of the
// Party's "Lưu Văn phòng Tỉnh ủy".
func keeperIn(recipient string) (keeper string, ok bool) {
	rest, ok := strings.CutPrefix(recipient, "Lưu")
	if !ok || rest == "" || rest[0] != ':' && rest[0] != ' ' {
		return "", false
	}
	return strings.TrimSpace(strings.TrimLeft(rest, ": ")), true
}

// write puts the number and the date into the record's file.
func (i *issue) write(made proof) error {
	if i.DryRun || string(made.source) == string(i.in.Source) {
		return nil
	}
	f := i.shelf.in(i.in.Folder)
	_, err := f.Apply(i.ctx, []Change{{Name: i.in.Name, Bytes: made.source, Was: []string{SumOf(i.in.Source)}, MustStand: true}})
	return About(f, i.in.Name, err)
}

// deliver puts the files in their places.
func (i *issue) deliver(made proof) error {
	f := i.shelf.in(i.Out)
	for _, c := range made.changes {
		i.out.Files = append(i.out.Files, i.Out.Path(c.Name))
	}
	if i.DryRun {
		return nil
	}
	kept, err := f.Apply(i.ctx, made.changes)
	if err != nil {
		i.out.Files = nil
		return About(i.Out, path.Dir(made.changes[0].Name), err)
	}
	i.out.Kept = KeptFiles(i.Out, kept)
	return nil
}

// save writes the register.
func (i *issue) save(was shelved, now *register.Register) (shelved, error) {
	next := shelved{Register: now, name: was.name, sum: SumOf(now.Bytes())}
	shown := i.Path(was.name)
	if i.DryRun {
		i.dry[shown] = next
		return next, nil
	}
	c := Change{Name: was.name, Bytes: now.Bytes()}
	if was.sum != "" {
		c.Was, c.MustStand = []string{was.sum}, true
	}
	_, err := i.shelf.Folder.Apply(i.ctx, []Change{c})
	if errors.Is(err, ErrThere) {
		err = ErrMoved
	}
	if err != nil {
		return next, About(i.shelf.Folder, was.name, err)
	}
	i.books.keep(shown, next)
	return next, nil
}

// siblings lets the other documents of the record have its sum with the number in
// it, in registers of other periods: the record is what they were issued from still.
func (i *issue) siblings(but string, made proof) error {
	names, err := i.all(i.in.Record.Agency.Code)
	if err != nil || i.DryRun {
		return err
	}
	for _, name := range names {
		book, err := i.books.read(i.Folder, name)
		if err != nil || name == but || book.Register == nil || len(book.problems) > 0 {
			continue // whoever uses it is told
		}
		next, err := book.Resum(i.shelf.record, SumOf(i.in.Source), SumOf(made.source))
		if err != nil {
			return &FileError{i.Path(name), err}
		}
		if next != book.Register {
			if _, err := i.save(book, next); err != nil {
				return err
			}
		}
	}
	return nil
}

// unowned refuses to put aside what another document was issued as.
func (i *issue) unowned(book *register.Register, made proof) error {
	owner := map[string]*register.Document{}
	for _, d := range book.Documents {
		if d.Gone() && d.Record == made.document.Record {
			continue // it is kept beside the new one
		}
		for _, f := range d.Files {
			owner[f.Name+"\x00"+f.Sum] = d
		}
	}
	for _, c := range made.changes {
		src, err := ReadFile(i.Out, c.Name, MaxPDF)
		if err != nil {
			continue
		}
		if d := owner[record.Clean(c.Name)+"\x00"+SumOf(src)]; d != nil {
			return i.refuse(problem.Problem{Pos: problem.Pos{File: i.Out.Path(c.Name)},
				Message: problem.Textf("ở đây là văn bản đã phát hành số %s", "here is what was issued as %s", d.Called()),
				Hint:    problem.Textf("chọn nơi ghi khác (-o), hoặc đổi tên tệp bản ghi", "choose another folder (-o), or rename the record")})
		}
	}
	return nil
}
