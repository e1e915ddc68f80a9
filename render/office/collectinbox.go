package office

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"

	"ketluan/render/inbox"
	"ketluan/render/problem"
	"ketluan/render/reply"
)

// maxArrived bounds the files found in one folder of replies.
const maxArrived = 20_000

// inboxOf returns the files that are named, and those in folders that are and
// below them, in the order of their names; and how many were passed over.
func inboxOf(ctx context.Context, places []Place) (all []Place, passed int, err error) {
	for _, p := range places {
		if p.Source != nil && inbox.Passes(p.path()) {
			passed++
			continue
		}
		if p.Source != nil {
			all = append(all, p)
			continue
		}
		info, err := p.Folder.Stat(p.Name)
		if err != nil || !info.IsDir() {
			all = append(all, p)
			continue
		}
		found := len(all)
		err = fs.WalkDir(p.Folder, p.Name, func(name string, d fs.DirEntry, err error) error {
			below := name != p.Name
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				return About(p.Folder, name, err)
			case d.IsDir() && below && inbox.Passes(path.Base(name)):
				return fs.SkipDir
			case d.IsDir():
				return nil
			case inbox.Passes(name):
				passed++
				return nil
			case len(all)-found == maxArrived:
				return &Misuse{problem.Textf("thư mục %s có quá %d tệp", "the folder %s has more than %d files", p.path(), maxArrived), problem.Textf("chỉ rõ thư mục con", "name a folder inside it")}
			}
			all = append(all, Place{Folder: p.Folder, Root: p.Root, Name: name})
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	slices.SortFunc(all, func(a, b Place) int { return cmp.Compare(a.path(), b.path()) })
	return slices.CompactFunc(all, func(a, b Place) bool { return a.path() == b.path() }), passed, nil
}

// readReply reads the bytes of what was sent. What is named only is not read.
func readReply(p Place) ([]byte, error) {
	if err := p.File().Err; err != nil {
		return nil, &FileError{p.path(), err}
	}
	if !inbox.Opens(p.path()) {
		return nil, nil
	}
	limit, large := int64(maxReply), errLargeReply
	if inbox.Parcel(p.path()) {
		limit, large = inbox.MaxParcel, errLargeParcel
	}
	src, err := p.content(limit)
	if errors.Is(err, ErrTooLarge) {
		err = large
	}
	if err != nil {
		return nil, &FileError{p.path(), cut(err)}
	}
	return src, nil
}

// An arrival is what one file of the inbox says.
type arrival struct {
	files    int // workbooks and others in it
	refused  int
	passed   int
	readings []sorted
	problems []problem.Problem
	rows     []Elsewhere
	err      error

	answerable []answerable
	arrived    []Arrived
}

// read reads the replies.
func (out *Collected) read(ctx context.Context, c Collecting, d *registry, files []Place) ([]arrival, bool) {
	arrivals, whole := each(ctx, c.Jobs, files, func(p Place) arrival {
		src, err := readReply(p)
		if err != nil {
			return arrival{files: 1, refused: 1, err: err, arrived: []Arrived{{Name: p.path(), Refused: true}}}
		}
		return d.arrive(inbox.Open(p.path(), src))
	}, func(done, failed int) {
		if c.Tick != nil {
			c.Tick(done, failed, len(files))
		}
	})
	if !whole {
		return nil, false
	}
	for _, a := range arrivals {
		out.Unread = append(out.Unread, ProblemsOf("", a.err)...)
	}
	return arrivals, true
}

// arrive sorts what one file of the inbox came to.
func (d *registry) arrive(delivery inbox.Delivery) arrival {
	refused := len(delivery.Refused) + delivery.More
	a := arrival{files: refused, refused: refused, passed: delivery.Passed, problems: delivery.Refused}
	if delivery.More > 0 {
		last := delivery.Refused[len(delivery.Refused)-1]
		a.problems = append(a.problems, problem.Problem{Pos: last.Pos, Message: problem.Textf("còn %d tệp nữa không đọc được, không nêu", "%d more files that are not read are not shown", delivery.More)})
	}
	for _, p := range delivery.Refused {
		a.mention(p.Pos.File, "", true, 0)
		d.answer(&a, 0, reply.Reading{Name: p.Pos.File, Refused: true, Problems: []problem.Problem{p}})
	}
	for _, w := range delivery.Workbooks {
		a.files++
		d.sort(&a, w)
	}
	a.shorten()
	return a
}

// maxTold are the problems that are told of one file of the inbox: an archive
// may be made to have thousands, which would hide those of the others.
const maxTold = 300

func (a *arrival) shorten() {
	if more := len(a.problems) - maxTold; more > 0 {
		last := a.problems[maxTold].Pos
		a.problems = append(a.problems[:maxTold:maxTold], problem.Problem{Pos: problem.Pos{File: last.File},
			Message: problem.Textf("còn %d chỗ nữa trong gói này không nêu", "%d more places of this file are not shown", more),
			Hint:    problem.Textf("sửa các chỗ trên rồi chạy lại", "mend those above and run again")})
	}
}
