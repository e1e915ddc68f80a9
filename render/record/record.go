// Package record reads the record of a meeting: YAML in, a checked Record or
// every problem of the file out. It knows nothing of pages, workbooks or files:
// bytes come in, and a profile is asked for through a function.
package record

import (
	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A Record is one meeting's conclusions with everything a document about them
// needs. All its text is NFC, without zero-width characters, doubled spaces or
// space at either end; a paragraph ends at "\n" and nowhere else.
type Record struct {
	Name        string           // the file as the user named it, for messages
	Code        string           // unique in its office: the quarter unless the record says otherwise, as "2020-Q3-KH"
	Quarter     calendar.Quarter // of the meeting unless the record says otherwise
	Number      string           // as typed ("05"); "" is left blank for the registry to fill in
	Date        calendar.Date    // of the notice; the zero Date where a part of it is left blank
	Dated       calendar.Date    // of the notice as it is printed: parts that are 0 are left blank, the year never
	MeetingDate calendar.Date    // zero for a notice without a meeting
	Subject     string           // trích yếu, without "THÔNG BÁO"; on one line
	Basis       []string         // căn cứ, one line each, without marks at their ends
	Opening     []string         // paragraphs before the conclusions
	Conclusions []*Item
	Numbering   []string // a label pattern for each depth, as "1.", "(1)"; nil is the template's own
	// HeadingsAsTyped keeps headings of level I as they are written; they are set
	// in capitals else.
	HeadingsAsTyped bool
	Closing         []string // paragraphs after the conclusions

	System    string // whose form its documents have, as render/kind names it; "" is the decree's
	EndMark   string // of the content: "./."; the Party's "."
	ToneMarks string // how the agency writes: "ủy", "uỷ"; "" does not say

	// Emphasis is that of the subject and of the paragraphs, as they are listed.
	Emphasis struct {
		Subject          []Run
		Opening, Closing [][]Run
	}
	Meeting    Meeting
	Papers     []*Paper // what the record says of documents other than the notice
	Agency     Agency
	Units      []*Unit
	Signer     Signer
	CoSigner   *Signer  // who signs too, at the left of the signer; nil: nobody
	Recipients []string // nơi nhận, one line each, without dash and final ; or .

	ReportTo string        // where units send their reports: "Văn phòng Sở"; often ""
	ReportBy calendar.Date // the day by which they do; often zero

	// Annex is the table that follows the notice as its last Phụ lục: "tasks", or
	// nothing. Annexes are the record's own, before it.
	Annex   string
	Annexes []*Annex

	// AssignmentsPrinted is whether documents add what the fields of a task say and
	// its text does not; nothing is added unless the record or its profile asks.
	AssignmentsPrinted bool

	// SignatureFields is whether the PDF has fields to be signed; the record may
	// switch them off, and so does a signing tool that appends its own.
	SignatureFields bool

	// Stamps are the boxes that the office's signing tool draws into.
	Stamps Stamps

	// Sources are the files that the record was read from: its own, that of its
	// profile where it has one, those of its tables.
	Sources    []File
	hasProfile bool

	// Off are the rules of the check that the office does without, by their IDs,
	// with its reasons.
	Off map[string]string

	// Workdays are the office's own days off, and those it works.
	Workdays calendar.Office

	// Term is that for which the numbers of documents run, as those of the Party's
	// committees; zero where they run for a year.
	Term Term

	signers map[string]Signer
	offered []string // recipients of the profile

	subjectLines string // with "\n" between lines that were typed as such; "" where none were
	sources      []*source
	passages     []*Passage
	places       map[string]problem.Pos // where each field stands, by its path
	written      map[string]string      // the last keys of paths as the user wrote them
}

// A File is one that a record was read from.
type File struct {
	Name  string // of the record without its folders, of the profile as the record names it
	Bytes []byte
}

// An Agency is the office that issues the notice.
type Agency struct {
	Parent string // cơ quan chủ quản; "" where there is none
	Name   string // cơ quan ban hành
	Code   string // in the symbol of its documents: SKHCN
	Place  string // địa danh: Quảng Ngãi
}

// A Unit answers for tasks. One with members stands for all of them
// ("các phòng, đơn vị").
type Unit struct {
	Name    string
	Short   string // for narrow places; "" is the name
	Aliases []string
	Email   string // that its mail goes to; often ""
	Parent  string // the agency above a unit that is none of the office's own; "" of others
	Members []*Unit

	// Successor is the unit that took this one over, by a new name or a merger;
	// nil where it still is.
	Successor *Unit

	// Everybody marks the unit that the word "all" stands for where no group has
	// all units: it has a name for tables, which no notice needs to print.
	Everybody bool
}

// A Signer is what stands above and below the signature.
type Signer struct {
	Authority []string // lines above the position, outermost first, as "TL. Giám đốc"; often none
	Position  string   // "Chánh Văn phòng", "Q. Giám đốc"
	Name      string
}

// An Item is one node in the tree of conclusions.
type Item struct {
	Heading  string // on a line of its own, or run in before the text
	Text     string
	Numbered bool             // has a label of the numbering
	Leads    []*Unit          // chủ trì: its own, else those of the item above
	Partners []*Unit          // phối hợp: its own, else those that came with the inherited leads
	Deadline Deadline         // thời hạn: its own, else that of the item above that has no other leads
	Product  string           // sản phẩm
	Since    calendar.Quarter // that gave a task which is carried over; zero is this record's own
	Table    *Table           // below the text; nil: it has none
	Task     bool             // is followed up
	Said     bool             // the record itself says whether it is, by its key task
	ID       string           // of a task, unique among all records of the office: "2020-Q3/4.2-Z"; else ""
	Items    []*Item
	InParts  bool   // the items are parts of one sentence with the text, each a task of its own
	Number   string // its label as typed, as "e)"; "" is that of the numbering
	After    string // paragraphs behind the items below, without a label
	Emphasis struct{ Heading, Text, After []Run }

	field string
}

// Field returns the path of the item, as "conclusions[2].items[1]".
func (it *Item) Field() string { return it.field }

// A Deadline is what the record says of a task's time, as render/deadline reads
// it.
type Deadline struct {
	Words string        // as they are printed: "trước ngày 15/10/2020", "thường xuyên"; "" is none given
	Day   calendar.Date // by which the task is to be done; zero where the words give none
	On    bool          // the words name Day itself: not "before" it, no month or quarter, not counted
	Also  calendar.Date // the earliest of several days, of which Day is the last; else zero
	Why   problem.Text  // the words give no day; empty with a day, and for what never ends
}

// Says reports whether the record's own file has a key, as "agency", by any of
// its names.
func (r *Record) Says(key string) bool {
	f := lookUp(recordFields, key)
	if f == nil {
		return false
	}
	_, en := r.places[f.key]
	_, vi := r.places[f.vi]
	return en || vi
}

// Profile returns the profile that the record was read with; false where it
// has none.
func (r *Record) Profile() (File, bool) {
	if !r.hasProfile {
		return File{}, false
	}
	return r.Sources[1], true
}

// TableFiles returns the files of the record's tables.
func (r *Record) TableFiles() []File {
	first := 1
	if r.hasProfile {
		first = 2
	}
	return r.Sources[min(first, len(r.Sources)):]
}

// Begins returns the day from which the record's tasks are there: that of the
// meeting; without one the first of the quarter.
func (r *Record) Begins() calendar.Date {
	if r.MeetingDate.IsZero() && r.Quarter.N > 0 {
		return calendar.Date{Year: r.Quarter.Year, Month: 3*r.Quarter.N - 2, Day: 1}
	}
	return r.MeetingDate
}

// Given returns the day from which a task of the record can be done: of one
// that is carried over the first of the quarter that gave it.
func (r *Record) Given(it *Item) calendar.Date {
	if it.Since.N > 0 && it.Since.First().Before(r.Begins()) {
		return it.Since.First()
	}
	return r.Begins()
}

// Tasks returns the tasks at and below the conclusions, in the order they are printed.
func (r *Record) Tasks() []*Item {
	var tasks []*Item
	var walk func([]*Item)
	walk = func(items []*Item) {
		for _, it := range items {
			if it.Task {
				tasks = append(tasks, it)
			}
			walk(it.Items)
		}
	}
	walk(r.Conclusions)
	return tasks
}

// EachItem shows every conclusion, each before those below it.
func (r *Record) EachItem(see func(*Item)) {
	var walk func(items []*Item)
	walk = func(items []*Item) {
		for _, it := range items {
			see(it)
			walk(it.Items)
		}
	}
	walk(r.Conclusions)
}
