package office

import (
	"cmp"
	"iter"
	"path"
	"slices"
	"strings"

	"ketluan/render/inbox"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/reply"
	"ketluan/render/report"
	"ketluan/render/sheet"
)

// quarterly begins the identity of workbooks over a quarter: quy/2020-Q3.
const quarterly = "quy/"

// A sorted reading is what a workbook says of one record.
type sorted struct {
	owner int
	reply.Reading
}

// sort reads a workbook for each record that it reports on.
func (d *registry) sort(a *arrival, w inbox.Workbook) {
	f, refused := d.records[0].with.Open(w.Name, w.Source, w.Book)
	if refused != nil {
		a.refused++
		a.mention(w.Name, "", true, 0)
		a.problems = append(a.problems, refused.Problems...)
		d.answer(a, 0, *refused)
		return
	}
	f.Sent = w.Sent
	owners := d.owners(f.Book)
	if len(owners) == 0 {
		a.refused++
		a.mention(w.Name, "", true, 0)
		a.problems = append(a.problems, unowned(f))
		return
	}
	taken, others := d.take(owners, f)
	if len(taken) == 0 { // the first says why
		a.refused++
		a.mention(w.Name, others[0].Unit, true, 0)
		a.problems = append(a.problems, others[0].Problems...)
		d.answer(a, others[0].owner, others[0].Reading)
		return
	}
	a.readings = append(a.readings, taken...)
	reports := 0
	for _, t := range taken {
		reports += len(t.Reports)
	}
	a.mention(w.Name, taken[0].Unit, false, reports)
	whole := taken[0].Reading
	whole.Problems = unrepeated(taken)
	a.problems = append(a.problems, whole.Problems...)
	d.answer(a, taken[0].owner, whole)
	if strings.HasPrefix(f.Book.Record, quarterly) || whole.Foreign {
		a.rows = append(a.rows, d.elsewhere(f)...)
	}
}

// take reads a workbook for its owners, and returns what is taken and what is
// not. A report goes into one ledger: of a record that the workbook is of before
// one that has the task too.
func (d *registry) take(owners []int, f reply.File) (taken, refused []sorted) {
	var foreign []sorted
	for _, i := range owners {
		switch r := (sorted{i, d.records[i].with.Take(f)}); {
		case r.Refused:
			refused = append(refused, r)
		case r.Foreign:
			foreign = append(foreign, r)
		default:
			taken = append(taken, r)
		}
	}
	said := map[string]bool{}
	for i := range taken {
		taken[i].once(said)
	}
	for _, r := range foreign {
		if r.once(said); len(r.Reports) > 0 || len(taken) == 0 {
			taken = append(taken, r)
		}
	}
	return taken, refused
}

// once leaves out reports on tasks that another record has taken.
func (s *sorted) once(said map[string]bool) {
	s.Reports = slices.DeleteFunc(s.Reports, func(r reply.Report) bool {
		id := record.FoldCode(r.ID)
		again := said[id]
		said[id] = true
		return again
	})
}

// unrepeated is what is wrong with a workbook: each record says what is wrong
// with the file.
func unrepeated(readings []sorted) (all []problem.Problem) {
	told := map[problem.Problem]bool{}
	for _, r := range readings {
		for _, p := range r.Problems {
			if !told[p] {
				told[p] = true
				all = append(all, p)
			}
		}
	}
	return all
}

// answer keeps what a unit is to be asked about its reply. Of a file that was
// not read it is not known which of several records it is for.
func (d *registry) answer(a *arrival, owner int, r reply.Reading) {
	if len(r.Problems) > 0 && (!r.Refused || len(d.records) == 1) {
		a.answerable = append(a.answerable, answerable{d.records[owner].record, r})
	}
}

// owners are the records that a workbook may report on: the one that it names,
// else those that have tasks of its rows. With one record at hand it is that.
func (d *registry) owners(b *sheet.Filled) []int {
	if len(d.records) == 1 {
		return []int{0}
	}
	var all []int
	known := map[int]bool{}
	add := func(i int) {
		if !known[i] {
			known[i] = true
			all = append(all, i)
		}
	}
	if i, ok := d.codes[record.FoldCode(b.Record)]; ok {
		return []int{i}
	}
	for id := range taskIDs(b) {
		for _, i := range d.tasks[record.FoldCode(id)] {
			add(i)
		}
	}
	slices.Sort(all)
	return all
}

// taskIDs yields the IDs in the rows of a workbook with the rows.
func taskIDs(b *sheet.Filled) iter.Seq2[string, sheet.FilledRow] {
	return func(yield func(string, sheet.FilledRow) bool) {
		for _, t := range b.Tables {
			for _, row := range t.Rows {
				if c, ok := row.Cells["id"]; ok && c.Kind == sheet.FilledText && !yield(strings.TrimSpace(c.Text), row) {
					return
				}
			}
		}
	}
}

// elsewhere counts the rows that are of records which are not at hand: of a
// quarter's workbook, or of one of a record which is not at hand itself. In
// another such a row is a mistake, which its reader tells.
func (d *registry) elsewhere(f reply.File) (all []Elsewhere) {
	places := map[string]int{}
	for id, row := range taskIDs(f.Book) {
		code := path.Dir(id)
		if _, here := d.codes[record.FoldCode(code)]; here || len(d.tasks[record.FoldCode(id)]) > 0 || !record.CheckID(id) {
			continue
		}
		if _, known := places[code]; !known {
			places[code] = len(all)
			all = append(all, Elsewhere{File: f.Name, Record: code})
		}
		e := &all[places[code]]
		if e.Rows++; filledIn(row, d.records[0].with.Fields) {
			e.Filled++
		}
	}
	slices.SortFunc(all, func(x, y Elsewhere) int { return cmp.Compare(x.Record, y.Record) })
	return all
}

func filledIn(row sheet.FilledRow, fields report.Table) bool {
	return slices.ContainsFunc(fields, func(f report.Field) bool { _, ok := row.Cells[f.Key]; return ok })
}

// unowned refuses a workbook that is of no record at hand.
func unowned(f reply.File) problem.Problem {
	p := problem.Problem{Pos: problem.Pos{File: f.Name},
		Message: problem.Textf("bảng này không có nhiệm vụ nào của các bản ghi ở đây", "this workbook has no task of the records here"),
		Hint:    problem.Textf("thu cùng bản ghi của nó, hoặc gửi lại đơn vị bảng đã lập", "collect it with its record, or send the unit its workbook again")}
	if code := strings.TrimPrefix(f.Book.Record, quarterly); code != "" {
		p.Message = problem.Textf("bảng này của %s, không có trong các bản ghi ở đây", "this workbook is of %s, which is not among the records here", report.Short(code))
	}
	return p
}
