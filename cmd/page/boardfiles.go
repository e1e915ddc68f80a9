package page

import (
	"context"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"

	"ketluan/render/kind"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/quarter"
)

// boardFile sends what a board shows as a file, as the command line writes it:
// the tables of status, the workbook over a quarter or of a record, reports,
// reminders.
func (s *site) boardFile(w http.ResponseWriter, r *http.Request) {
	f, a, _ := s.askedBoard(r)
	survey, l, ok := s.standing(w, r, f, a)
	if !ok {
		return
	}
	standing := survey.Standing
	stem := "tinh-hinh"
	if f.Quarter != "" {
		stem += "-" + a.Quarter.String()
	}
	stem += "-" + a.AsOf.String()
	switch r.PathValue("kind") {
	case "csv":
		b, err := standing.CSV(s.langOf(r))
		s.sendTable(w, r, stem+".csv", b, err)
	case "qua-han":
		b, err := standing.OverdueCSV(s.langOf(r))
		s.sendTable(w, r, stem+"-qua-han.csv", b, err)
	case "excel":
		if f.Record != "" {
			s.sendMade(w, r, f, stem, l.Records, office.Order{By: a.AsOf, AsOf: a.AsOf}, "theo-doi")
			return
		}
		s.sendQuarters(w, r, f, a, l, stem)
	case "bao-cao":
		s.sendMade(w, r, f, stem+"-bao-cao", standing.Found(), office.Order{By: a.AsOf, AsOf: a.AsOf}, "bao-cao")
	case "don-doc":
		s.sendMade(w, r, f, stem+"-don-doc", standing.Found(), office.Order{By: a.AsOf, AsOf: a.AsOf}, "don-doc")
	default:
		s.fail(w, r, http.StatusNotFound, problem.Textf("Không có loại tệp này", "There is no such kind of file"), problem.Text{})
	}
}

func (s *site) sendTable(w http.ResponseWriter, r *http.Request, name string, content []byte, err error) {
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	attach(w, name)
	w.Write(content)
}

// pressFor is the press of a kind of file for a record, in the form of its system.
func (s *site) pressFor(f office.Found, what string) (*office.Press, error) {
	switch what {
	case "theo-doi":
		return s.makers[what]()
	case "don-doc":
		return s.makings.reports["cong-van-don-doc"]()
	}
	p, err := s.makings.issuer(extras{})
	if err != nil {
		return nil, err
	}
	if in := office.Open(p.Renderer, f); in.Record != nil {
		if system, ok := kind.SystemNamed(in.Record.System); ok && !system.IsFirst() {
			return s.makings.reports["dang-bao-cao"]()
		}
	}
	return s.makings.reports["bao-cao-ket-qua"]()
}

// sendMade makes a kind of file of records, one after the other, and sends them:
// a single one as it is, several in a zip. What could not be made is told in it.
func (s *site) sendMade(w http.ResponseWriter, r *http.Request, f boardForm, stem string, records []office.Found, o office.Order, what string) {
	var told []problem.Problem
	o.Kin = office.KinOf(records)
	each := func(yield func(string, []byte) bool) {
		for _, record := range records {
			files, problems := s.madeOf(r.Context(), record, o, what)
			told = append(told, problems...)
			for _, name := range slices.Sorted(maps.Keys(files)) {
				if !yield(name, []byte(files[name])) {
					return
				}
			}
		}
		if len(told) > 0 && len(records) > len(told) {
			yield("khong-lap-duoc.txt", []byte("\uFEFF"+wordsOf(told, s.langOf(r))))
		}
	}
	if f.Record != "" && what != "don-doc" {
		for name, content := range each {
			attach(w, path.Base(name))
			w.Write(content)
			return
		}
	} else if err := error(nil); sendZip(w, stem+".zip", o.AsOf, each, &err) {
		return
	}
	s.noneMade(w, r, told, what)
}

// madeOf makes the files of one record in memory.
func (s *site) madeOf(ctx context.Context, record office.Found, o office.Order, what string) (map[string]string, []problem.Problem) {
	press, err := s.pressFor(record, what)
	if err != nil {
		return nil, office.ProblemsOf(record.Path, err)
	}
	aside := office.NewMemory(nil)
	o.Out = aside
	made := office.Make(ctx, press, o, record)
	return aside.Files(), made.Problems
}

func wordsOf(problems []problem.Problem, l problem.Lang) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Pos.String() + ": " + p.Message.In(l) + "\r\n")
		if hint := p.Hint.In(l); hint != "" {
			b.WriteString("    " + hint + "\r\n")
		}
	}
	return b.String()
}

// noneMade says why there is no file.
func (s *site) noneMade(w http.ResponseWriter, r *http.Request, told []problem.Problem, what string) {
	if r.Context().Err() != nil {
		return
	}
	message, hint := problem.Textf("Không có gì để lập", "There is nothing to be made"), problem.Text{}
	if what == "don-doc" {
		message = problem.Textf("Không đơn vị nào có nhiệm vụ quá hạn, không lập công văn nào", "No unit is late, and no letter is made")
	}
	if len(told) > 0 {
		message = problem.Text{VI: told[0].Pos.String() + ": " + told[0].Message.VI, EN: told[0].Pos.String() + ": " + told[0].Message.EN}
		hint = told[0].Hint
	}
	s.fail(w, r, http.StatusConflict, message, hint)
}

// quarterSets gathers the records that pass the gate, with what is known of their
// tasks, as ketluan batch does.
func quarterSets(ctx context.Context, press *office.Press, f boardForm, a office.Asking, found []office.Found) quarter.Sets {
	records := slices.Clone(found)
	slices.SortStableFunc(records, func(a, b office.Found) int { return strings.Compare(a.Rel, b.Rel) })
	kin, sets := office.KinOf(records), quarter.Sets{}
	for _, record := range records {
		in := office.Open(press.Renderer, record)
		if ctx.Err() != nil {
			return nil
		}
		if in.Err != nil || len(in.Problems) > 0 || f.Quarter != "" && in.Record.Quarter != a.Quarter || len(office.Stops(in.Record, false, press.KindsOf(in.Record)...)) > 0 {
			continue
		}
		known, _, problems, err := kin.Known(press.Renderer, record, in.Record)
		if err != nil || len(problems) > 0 {
			continue
		}
		sets.Add(in.Record.Quarter.String(), record.Rel, in.Record.ForQuarter(), known)
	}
	return sets
}

// sendQuarters sends the workbook over all records of a quarter; of several
// quarters each, in a zip.
func (s *site) sendQuarters(w http.ResponseWriter, r *http.Request, f boardForm, a office.Asking, l office.Listing, stem string) {
	press, err := s.makings.quarter()
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	sets := quarterSets(r.Context(), press, f, a, l.Records)
	each := func(yield func(string, []byte) bool) {
		for _, set := range sets.InOrder() {
			made, failed := set.Workbooks(press.Renderer)
			if err = failed; err != nil {
				return
			}
			for _, one := range office.Parcels(set.Quarter, made, office.Keep) {
				if !yield(one.Name, one.Bytes) {
					return
				}
			}
		}
	}
	if f.Quarter != "" {
		for name, content := range each {
			attach(w, path.Base(name))
			w.Write(content)
			return
		}
	} else if sendZip(w, stem+".zip", a.AsOf, each, &err) {
		return
	}
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	s.noneMade(w, r, nil, "excel")
}
