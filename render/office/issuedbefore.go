package office

import (
	"path"
	"slices"
	"sync"

	"ketluan/render/check"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/register"
)

// issuedBefore tells of a record that a register has and that is not what was
// issued any more; and of files that come out otherwise, where some are made. Of
// workbooks it does not: they go on with what units report.
func (l *library) issuedBefore(p *Press, in Opened, made []Change) (told []problem.Problem) {
	notice, ok := p.Templates[Notice]
	if !ok || p.Wants.Draft || in.Record == nil || in.Place.Source != nil {
		return nil
	}
	s, err := in.shelf()
	if err != nil {
		return nil
	}
	_, d, err := l.entry(s, p.kindOf(in.Record), in.Record.Agency.Code, SumOf(in.Source))
	switch {
	case err != nil:
		return ProblemsOf("", err)
	case d == nil || d.Gone() && !sameNumber(d.Number, numberingOf(notice).of(in.Record).number):
		return nil
	case d.Gone():
		return []problem.Problem{in.Record.Problem(numberingOf(notice).of(in.Record).field+"number", problem.Text{VI: "số " + d.Called() + " " + d.State.Word().VI, EN: "the number " + d.Called() + " is " + d.State.Word().EN},
			problem.Textf("phát hành lại bằng số mới: xóa number và date rồi chạy ketluan issue", "to issue it anew take number and date out, and run ketluan issue"))}
	case d.State == register.Issuing:
		return []problem.Problem{in.problem(problem.Textf("số %s đang phát hành dở", "the number %s was given, and its document was not finished", d.Called()),
			problem.Textf("chạy: ketluan issue %s", "run: ketluan issue %s", in.Path))}
	}
	if p := in.changedSince(d, SumOf(in.Source)); p != nil {
		return []problem.Problem{*p}
	}
	for _, c := range made {
		for _, f := range d.Files {
			if f.Name == record.Clean(c.Name) && path.Ext(c.Name) != ".xlsx" && f.Sum != SumOf(c.Bytes) {
				told = append(told, in.problem(problem.Textf("%s lập ra khác tệp đã phát hành số %s", "%s comes out otherwise than what was issued as %s", c.Name, d.Called()),
					problem.Textf("hồ sơ, mẫu, phông hay bản chương trình đã đổi; văn bản đã phát hành là tệp lập khi ấy", "the profile, the template, the faces or the program have changed; what was issued is the file that was made then")))
			}
		}
	}
	return told
}

// Shelves have the registers beside the records of one run, for many goroutines:
// these are listed once, and read again where their bytes are others.
type Shelves struct {
	mu sync.Mutex
	library
}

// NewShelves has looked at none yet.
func NewShelves() *Shelves { return &Shelves{library: library{listed: map[string][]string{}}} }

// issuedBefore is that of a library; nil looks for registers anew.
func (s *Shelves) issuedBefore(p *Press, in Opened, made []Change) []problem.Problem {
	if s == nil {
		s = &Shelves{}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.library.issuedBefore(p, in, made)
}

// tellIssued adds to a review what a register says of its record.
func (s *Shelves) tellIssued(p *Press, v *Review) {
	if v.Err == nil {
		v.Issued = append(v.Issued, s.issuedBefore(p, v.Opened, nil)...)
	}
}

// spared tells that a record is let be though it could be mended: it was issued,
// and what was issued is not changed.
func spared(p *Press, now Review) []problem.Problem {
	_, ok := p.Templates[Notice]
	mends := slices.ContainsFunc(now.Findings, func(f check.Finding) bool { return f.Edits != nil })
	if !ok || now.Record == nil || !mends {
		return nil
	}
	s, err := now.shelf()
	if err != nil {
		return nil
	}
	var l library
	_, d, err := l.entry(s, p.kindOf(now.Record), now.Record.Agency.Code, SumOf(now.Source))
	if err != nil || d == nil || d.State != register.Issued {
		return nil
	}
	return []problem.Problem{now.problem(problem.Textf("đã phát hành số %s, --fix không sửa", "it was issued as %s, and --fix mends nothing of it", d.Called()),
		problem.Textf("văn bản đã phát hành không sửa được; sai thì thu hồi: ketluan issue %s --withdraw \"lý do\"", "what was issued is not mended; where it is wrong take it back: ketluan issue %s --withdraw \"reason\"", now.Path))}
}
