package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/ledger"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// maxLedger bounds a ledger that is read, in bytes.
const maxLedger = 16 << 20

// day is a flag that takes a day.
type day struct{ into *calendar.Date }

func (d day) String() string { return "" }
func (d day) Type() string   { return "NGAY" }

func (d day) Set(s string) error {
	read, shaped := calendar.ParseDate(strings.TrimSpace(s))
	if !shaped || !read.Valid() {
		return errors.New("a day is wanted")
	}
	*d.into = read
	return nil
}

// today is the one place where the program asks for the time.
func today() calendar.Date {
	y, m, d := time.Now().Date()
	return calendar.Date{Year: y, Month: int(m), Day: d}
}

// reportOnly returns an option that only reports take and that is set.
func (f renderFlags) reportOnly() string {
	switch {
	case !f.asOf.IsZero():
		return "--as-of"
	case !f.date.IsZero():
		return "--date"
	case f.number != "":
		return "--number"
	}
	return ""
}

// newReporter makes a renderer of a template about the follow-up, which makes
// its own documents only.
func newReporter(f renderFlags, asked map[role]chosen) (*render.Renderer, error) {
	t := asked[report]
	refuse := func(what string) error {
		return &usageError{problem.Textf("%s không dùng cùng mẫu về kết quả thực hiện", "%s goes not with a template about the follow-up", what), problem.Textf("chạy riêng", "run it apart")}
	}
	switch {
	case len(asked) > 1:
		return nil, refuse("-t")
	case f.units:
		return nil, refuse("--units")
	case f.only == "xlsx":
		return nil, refuse("--only xlsx")
	case f.attachRecord:
		return nil, refuse("--attach-record")
	case f.name != "":
		return nil, refuse("--name")
	case f.number != "" && t.EachUnit():
		return nil, &usageError{problem.Textf("mỗi công văn một số, nên không dùng --number", "each letter has its own number, so that --number cannot be given"),
			problem.Textf("bỏ --number; văn thư cấp số cho từng công văn", "leave it out; the registry numbers each letter")}
	}
	family, err := readFamily(f.fonts)
	if err != nil {
		return nil, err
	}
	return render.New(render.Options{Family: family, Document: t.Template, Draft: f.draft, SigningBoxes: f.signingBoxes})
}

// followUp makes the documents about what became of a record's tasks. Where
// there are none it says so.
func (a *app) followUp(r *render.Renderer, f renderFlags, j job, rec *record.Record) ([]render.File, error) {
	asOf := f.asOf
	if asOf.IsZero() {
		asOf = today()
	}
	if asOf.Before(rec.MeetingDate) {
		return nil, errEarly
	}
	standings, err := a.standings(j.path, rec)
	if err != nil {
		return nil, err
	}
	files, err := r.FollowUp(rec, tmpl.FollowUp{Standings: standings, AsOf: asOf, Number: f.number, Date: f.date})
	if err == nil && len(files) == 0 {
		a.note(problem.Textf("%s: đến %02d/%02d/%d không đơn vị nào có nhiệm vụ quá hạn, không lập công văn nào",
			"%s: by %02d/%02d/%d no unit is late, no letter is made", j.path, asOf.Day, asOf.Month, asOf.Year))
	}
	return files, err
}

// ledgerBeside returns the path of the ledger that belongs to a record.
func ledgerBeside(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".progress.yaml"
}

// standings are what the ledger beside a record says of its tasks. Without one
// nothing was reported, and the user is told.
func (a *app) standings(path string, rec *record.Record) (followup.Standings, error) {
	if path == "-" {
		return nil, errNoLedger
	}
	name := ledgerBeside(path)
	src, err := readFile(name, maxLedger)
	if errors.Is(err, fs.ErrNotExist) {
		a.note(problem.Textf("chưa có %s: coi như chưa đơn vị nào báo cáo", "there is no %s: as if no unit had reported", name))
		return nil, nil
	}
	if err != nil {
		a.sayError(&fileError{name, err})
		return nil, errBadLedger
	}
	book, problems := ledger.Read(name, src, rec)
	for _, p := range problems {
		a.sayProblem(p)
	}
	if len(problems) > 0 {
		return nil, errBadLedger
	}
	return book.Standings(), nil
}
