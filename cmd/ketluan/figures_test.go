package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ketluan/render/record"
)

// The reference of figures: three records with the raw reports of a quarter,
// and what they come to by the end of any day, worked out here from the rules
// as the guide has them, by nothing that the program uses.

// A word is one report as it came in; days are 2020-10-31, "" is not said.
type word struct {
	on, unit    string // unit "": the office, for each leading unit
	state, done string
	partner     bool
}

// A job is a task with its words in their order.
type job struct {
	lead, deadline string   // as the record has them
	more           string   // further fields of the record
	units          []string // that answer for it
	due            string   // the day of the deadline; "" is none
	words          []word
	hand           word // what the office wrote into the ledger itself; mostly nothing
}

// A quarterBook is a record with its jobs.
type quarterBook struct {
	name, groups string
	jobs         []job
}

const (
	done, running, paused = "hoàn thành", "đang thực hiện", "tạm dừng / xin gia hạn"

	roomA, roomB, roomC, roomD = "Phòng A", "Phòng B", "Phòng C", "Phòng D"
)

func quarterBooks() []quarterBook {
	one := func(unit, deadline, due string, words ...word) job {
		return job{lead: unit, deadline: deadline, units: []string{unit}, due: due, words: words}
	}
	own := quarterBook{name: "don", jobs: []job{
		one(roomA, "trước ngày 15/10/2020", "2020-10-15", word{on: "2020-10-20", state: done, done: "2020-10-14"}), // told after the deadline
		one(roomA, "31/10/2020", "2020-10-31", word{on: "2020-10-05", state: running}, word{on: "2020-11-10", state: done, done: "2020-11-03"}),
		one(roomB, "20/11/2020", "2020-11-20", word{on: "2020-11-01", state: done}, word{on: "2020-11-25", state: done, done: "2020-11-18"}),
		one(roomB, "", "", word{on: "2020-10-10", state: done, done: "2020-10-09"}, word{on: "2020-11-02", state: running}), // taken back
		one(roomC, "thường xuyên", ""),
		one(roomC, "10/12/2020", "2020-12-10", word{on: "2021-01-08", state: running}), // only a later word
		one(roomA, "01/11/2020", "2020-11-01", word{on: "2020-10-20", state: paused}, word{on: "2020-12-31", state: done, done: "2020-12-30"}),
		one(roomB, "30/11/2020", "2020-11-30"),
		one(roomC, "", "", word{on: "2020-11-12", state: done}, word{on: "2020-12-20"}), // and says nothing more
		one(roomA, "02/12/2020", "2020-12-02", word{on: "2020-11-10", unit: roomA, state: running}, word{on: "2020-12-05", unit: "-", state: done, done: "2020-12-01"}),
		one(roomD, "15/12/2020", "2020-12-15", word{on: "2020-12-01", state: done, done: "2020-11-30"}, word{on: "2020-12-10", state: done, done: "2020-12-08"}), // corrected
	}}
	own.jobs[7].hand = word{state: done, done: "2020-11-15"}
	all := []string{roomA, roomB, roomC, roomD}
	shared := quarterBook{name: "chung", groups: "groups: [{name: Khối chuyên môn, units: [Phòng C, Phòng D]}, {name: Tổ một, units: [Phòng D]}]\n", jobs: []job{
		{lead: "[Phòng A, Phòng B]", deadline: "31/10/2020", due: "2020-10-31", units: all[:2], words: []word{
			{on: "2020-10-22", unit: roomA, state: done, done: "2020-10-20"}, {on: "2020-11-06", unit: roomB, state: done, done: "2020-11-05"}}},
		{lead: "all", deadline: "15/11/2020", due: "2020-11-15", units: all, words: []word{
			{on: "2020-11-01", unit: roomC, state: running}, {on: "2020-11-10", unit: roomA, state: done, done: "2020-11-10"}, {on: "2020-11-12", unit: roomB, state: done},
			{on: "2020-11-25", unit: roomC, state: done, done: "2020-11-20"}, {on: "2020-11-30", unit: roomB, state: done, done: "2020-11-13"}, {on: "2020-12-05", unit: roomD, state: done, done: "2020-11-14"}}},
		{lead: "Khối chuyên môn", deadline: "30/11/2020", due: "2020-11-30", units: all[2:], words: []word{
			{on: "2020-11-15", unit: roomC, state: done, done: "2020-11-15"}, {on: "2020-11-20", unit: roomC, state: running}, {on: "2020-12-01", unit: roomC, state: done, done: "2020-11-28"},
			{on: "2020-12-10", unit: "-", state: done, done: "2020-12-09"}}},
		{lead: "[Khối chuyên môn, Phòng A]", units: []string{roomC, roomD, roomA}, words: []word{{on: "2020-10-12", unit: roomA, state: done}, {on: "2020-12-24", unit: roomD, state: running}}},
		{lead: roomA, more: ", partners: Phòng B", deadline: "05/11/2020", due: "2020-11-05", units: all[:1], words: []word{{on: "2020-10-30", unit: roomB, partner: true}}},
		{lead: "Tổ một", deadline: "20/10/2020", due: "2020-10-20", units: all[3:], words: []word{{on: "2020-10-21", unit: roomD, state: done, done: "2020-10-19"}}},
		{lead: "all", units: all, hand: word{state: running}},
	}}
	carried := quarterBook{name: "chuyen", jobs: []job{
		{lead: roomA, more: `, id: "2020-Q2/1-3", since: 2020-Q2`, deadline: "15/09/2020", due: "2020-09-15", units: all[:1], words: []word{{on: "2020-10-05", unit: roomA, state: done, done: "2020-09-25"}}},
		{lead: roomB, more: `, id: "2020-Q2/2-1", since: 2020-Q2`, deadline: "30/10/2020", due: "2020-10-30", units: all[1:2], words: []word{
			{on: "2020-08-01", unit: roomB, state: running}, {on: "2020-11-02", unit: roomB, state: done}}},
		one(roomA, "31/12/2020", "2020-12-31", word{on: "2020-12-31", state: done, done: "2020-12-31"}),
		one(roomC, "08/10/2020", "2020-10-08", word{on: "2021-01-15", state: done, done: "2020-10-09"}),
	}}
	return []quarterBook{own, shared, carried}
}

// write puts the record and its ledger into a folder.
func (q quarterBook) write(t *testing.T, dir string) *record.Record {
	t.Helper()
	var rec, book strings.Builder
	rec.WriteString("meeting-date: 28/9/2020\nquarter: 2020-Q4\ncode: 2020-Q4-" + q.name + "\nsubject: Kết luận\n" +
		"agency: {name: Sở Tài chính, code: STC, place: Huế}\nunits: [Phòng A, Phòng B, Phòng C, Phòng D]\n" + q.groups +
		"signer: {position: Giám đốc, name: Lê A}\nrecipients: [\"Lưu: VT\"]\nopening: Giám đốc kết luận như sau\nchecks-off: {NV-18: số liệu để thử}\nconclusions:\n")
	for i, j := range q.jobs {
		fmt.Fprintf(&rec, "  - {text: Rà soát việc số %d., lead: %s, deadline: %q%s}\n", i+1, j.lead, j.deadline, j.more)
	}
	write(t, filepath.Join(dir, q.name+".yaml"), strings.ReplaceAll(rec.String(), `, deadline: ""`, ""))
	parsed, problems := record.Parse([]byte(strings.ReplaceAll(rec.String(), `, deadline: ""`, "")), record.Source{Name: q.name})
	if len(problems) > 0 || len(parsed.Tasks()) != len(q.jobs) {
		t.Fatalf("%v", problems)
	}
	fmt.Fprintf(&book, "record: %s\ntasks:\n", parsed.Code)
	field := func(indent, key, value string) {
		if value != "" {
			fmt.Fprintf(&book, "%s%s: %s\n", indent, key, value)
		}
	}
	for i, j := range q.jobs {
		fmt.Fprintf(&book, "  - id: %s\n", parsed.Tasks()[i].ID)
		field("    ", "state", j.hand.state)
		field("    ", "completed", j.hand.done)
		if len(j.words) > 0 {
			book.WriteString("    reports:\n")
		}
		for _, w := range j.words {
			fmt.Fprintf(&book, "      - on: %s\n", w.on)
			if w.unit = cmp.Or(w.unit, j.units[0]); w.unit != "-" {
				field("        ", "unit", w.unit)
			}
			if w.partner {
				field("        ", "partner", "yes")
			}
			field("        ", "state", w.state)
			field("        ", "completed", w.done)
			field("        ", "result", "đã làm")
		}
	}
	write(t, filepath.Join(dir, q.name+".progress.yaml"), book.String())
	return parsed
}

// said returns what counts of a unit's word on a job by the end of a day.
func (j job) said(unit, day string) (state, on string) {
	if j.hand.state != "" && j.hand.done <= day {
		return j.hand.state, j.hand.done
	}
	var later []word
	for _, w := range j.words {
		switch who := cmp.Or(w.unit, j.units[0]); {
		case w.partner || who != unit && who != "-":
		case w.on > day:
			later = append(later, w)
		case w.state != "" && w.done <= day:
			state, on = w.state, w.done
		}
	}
	spoke := slices.ContainsFunc(j.words, func(w word) bool { // by then, in whatever words that count
		who := cmp.Or(w.unit, j.units[0])
		return !w.partner && (who == unit || who == "-") && w.on <= day && w.done <= day
	})
	for _, w := range slices.Backward(later) {
		if w.state == "" {
			continue
		}
		if w.state == done && w.done != "" && w.done <= day {
			return w.state, w.done // done by then, told later
		}
		break
	}
	if first := later; !spoke && len(first) > 0 && first[0].done <= day {
		return first[0].state, first[0].done // nothing else is known
	}
	return state, on
}

// The kinds of figures, as the columns of all outputs have them.
const (
	inTime = iota
	late
	undated
	onTrack
	dueSoon
	overdue
	noDeadline
	kinds
)

// kind judges one word by the deadline of the job.
func (j job) kind(state, on, day string) int {
	switch {
	case state == done && on == "":
		return undated
	case state == done && (j.due == "" || on <= j.due):
		return inTime
	case state == done:
		return late
	case j.due == "":
		return noDeadline
	case day > j.due:
		return overdue
	case daysFrom(day, j.due) <= 7:
		return dueSoon
	}
	return onTrack
}

// whole judges the job: it is done when all units are, on the last of the days.
func (j job) whole(day string) int {
	last, dated := "", true
	for _, u := range j.units {
		state, on := j.said(u, day)
		if state != done {
			return j.kind("", "", day)
		}
		dated = dated && on != ""
		last = max(last, on)
	}
	if !dated {
		last = ""
	}
	return j.kind(done, last, day)
}

func daysFrom(a, b string) int {
	n := 0
	for a < b {
		a = nextDay(a)
		n++
	}
	return n
}

// nextDay counts as calendars do, for the years of the test.
func nextDay(day string) string {
	var y, m, d int
	if _, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); err != nil {
		panic(err)
	}
	long := []int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if y%4 == 0 {
		long[2] = 29
	}
	if d++; d > long[m] {
		d, m = 1, m+1
	}
	if m > 12 {
		m, y = 1, y+1
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// A row is the figures of one unit, or of all.
type row struct {
	name   string
	counts [kinds]int
}

func (r row) tasks() (n int) {
	for _, c := range r.counts {
		n += c
	}
	return n
}

// share is the part that is done, in percent.
func (r row) share() float64 {
	return 100 * float64(r.counts[inTime]+r.counts[late]) / float64(r.tasks())
}

// figuresOn works out the rows of a day, in the order in which the jobs name
// the units, and that of all at the end.
func (q quarterBook) figuresOn(day string) []row {
	var rows []row
	total := row{name: "Tổng cộng"}
	for _, j := range q.jobs {
		total.counts[j.whole(day)]++
		for _, u := range j.units {
			i := slices.IndexFunc(rows, func(r row) bool { return r.name == u })
			if i < 0 {
				i = len(rows)
				rows = append(rows, row{name: u})
			}
			state, on := j.said(u, day)
			rows[i].counts[j.kind(state, on, day)]++
		}
	}
	return append(rows, total)
}

// quarterFolder writes all books into a folder of their own.
func quarterFolder(t *testing.T) []quarterBook {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	books := quarterBooks()
	for _, q := range books {
		q.write(t, dir)
	}
	if err := os.Mkdir("out", 0o777); err != nil {
		t.Fatal(err)
	}
	return books
}
