package office

import (
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/register"
)

// again is a record that was issued before: its number stays, and what has
// changed since is told.
func (i *issue) again(d *register.Document) error {
	i.out.Again = true
	i.keeps(d)
	if p := i.in.changedSince(d, SumOf(i.in.Source)); p != nil {
		return i.refuse(*p)
	}
	files, err := FilesNow(i.Out, d)
	if err != nil {
		return err
	}
	var missing []string
	for _, f := range files {
		switch f.State {
		case FileMissing:
			missing = append(missing, f.Name)
		case FileAdded, FileAltered:
			i.out.Told = append(i.out.Told, grown(i.Out.Path(f.Name), f.State, d))
		}
		i.out.Files = append(i.out.Files, i.Out.Path(f.Name))
	}
	if len(missing) == 0 || i.DryRun {
		i.out.Done = true
		return nil
	}
	return i.restore(d, missing)
}

// grown tells of a file that is not what was issued any more.
func grown(shown string, state FileState, d *register.Document) problem.Problem {
	p := problem.Problem{Pos: problem.Pos{File: shown}}
	if state == FileAdded {
		p.Message = problem.Textf("đã được ký số hoặc ghi thêm từ khi phát hành số %s, nội dung đã phát hành còn nguyên", "it was signed or added to since it was issued as %s, and what was issued is whole", d.Called())
		return p
	}
	p.Message = problem.Textf("khác tệp đã phát hành số %s", "it is not what was issued as %s", d.Called())
	p.Hint = problem.Textf("nếu không phải do ký bằng phần mềm khác thì lấy lại tệp đã phát hành từ nơi lưu", "unless another program has signed it, take the file that was issued from where it is kept")
	return p
}

// changedSince tells of a record with a sum that is not what was issued; nil where
// it is.
func (o Opened) changedSince(d *register.Document, sum string) *problem.Problem {
	if d.Sum == "" || d.Sum == sum {
		return nil
	}
	p := o.problem(problem.Textf("bản ghi đã đổi từ khi phát hành số %s ngày %s", "the record has changed since it was issued as %s of %s", d.Called(), d.Date.Slashed()),
		problem.Textf("văn bản đã phát hành không sửa được: khôi phục bản ghi; hoặc thu hồi (ketluan issue %[1]s --withdraw \"lý do\") rồi phát hành lại bằng số mới", "what was issued is not mended: restore the record; or take it back (ketluan issue %[1]s --withdraw \"reason\") and issue it anew", o.Path))
	if o.Record != nil && d.Code != "" && record.FoldCode(d.Code) != record.FoldCode(o.Record.Code) {
		p.Message = problem.Textf("tệp này đã phát hành số %s với mã %s, nay mang mã %s", "this file was issued as %s with the code %s, and has the code %s now", d.Called(), d.Code, o.Record.Code)
		p.Hint = problem.Textf("cuộc họp khác thì lưu thành tệp khác, và khôi phục tệp này", "another meeting goes into another file; restore this one")
	}
	return &p
}

// restore makes the files anew that are not there, where they come out as they
// were issued.
func (i *issue) restore(d *register.Document, missing []string) error {
	made, err := i.prove(d.Number, d.Date)
	if err != nil {
		return err
	}
	var changes []Change
	for _, f := range d.Files {
		for _, c := range made.changes {
			if record.Clean(c.Name) == f.Name && SumOf(c.Bytes) == f.Sum && slices.Contains(missing, f.Name) {
				c.Else = Refuse
				changes = append(changes, c)
			}
		}
	}
	if _, err := i.shelf.in(i.Out).Apply(i.ctx, changes); err != nil {
		return About(i.Out, i.in.Stem(), err)
	}
	for _, name := range missing {
		if !anyOf(changes, name) {
			i.out.Told = append(i.out.Told, problem.Problem{Pos: problem.Pos{File: i.Out.Path(name)},
				Message: problem.Textf("tệp đã phát hành không còn ở đây, và lập lại thì không còn giống", "the file that was issued is not here, and made anew it would not be the same"),
				Hint:    problem.Textf("lấy tệp từ nơi lưu: hồ sơ, mẫu, báo cáo của đơn vị hay bản chương trình đã đổi", "take it from where it is kept: the profile, the template, the units' reports or the program have changed")})
		}
	}
	i.out.Done = true
	return nil
}

func anyOf(changes []Change, name string) bool {
	for _, c := range changes {
		if record.Clean(c.Name) == name {
			return true
		}
	}
	return false
}

// withdraw takes a document back: its number stays in the register, and is given
// to no other.
func (i *issue) withdraw(book shelved, d *register.Document) error {
	i.says(d)
	if d.Gone() {
		i.out.Again, i.out.Done = true, true
		return nil
	}
	state := register.Withdrawn
	if d.State == register.Issuing {
		state = register.Cancelled
	}
	at := book.indexOf(d)
	next, err := book.Mark(at, state, record.Clean(strings.ReplaceAll(i.Withdraw, "\n", " ")))
	if err != nil {
		return &FileError{i.Path(book.name), err}
	}
	if _, err = i.save(book, next); err != nil {
		return err
	}
	i.says(next.Documents[at])
	i.out.Done = true
	return nil
}
