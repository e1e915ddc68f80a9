package batch

import (
	"ketluan/render"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// An Outcome is what became of a run. Files are as messages call them.
type Outcome struct {
	Output    string            `json:"output"`
	Manifest  string            `json:"manifest,omitempty"` // where it is, once it is written
	DryRun    bool              `json:"dryRun,omitempty"`
	Stopped   bool              `json:"stopped,omitempty"` // by the user
	Records   int               `json:"records"`           // of this run
	Profiles  int               `json:"profiles"`          // passed over
	Outside   int               `json:"outside"`           // of the quarter
	Planned   []string          `json:"planned,omitempty"` // records to be written, of a dry run
	Written   int               `json:"written"`           // records
	Unchanged int               `json:"unchanged"`         // records
	Left      int               `json:"left,omitempty"`    // records not done
	Files     int               `json:"files"`             // of what was written
	Quarters  []string          `json:"quarters"`          // whose workbooks were written
	Kept      []office.KeptFile `json:"kept"`              // changed files, kept aside
	ByHand    []string          `json:"byHand"`            // changed files, left alone
	Stale     []string          `json:"stale"`             // files that nothing makes any more, left alone
	Ledgers   []problem.Problem `json:"ledgers,omitempty"` // second copies, passed over
	Failed    []Failure         `json:"failed"`
}

// A Failure is a record, or the run itself, with what is wrong.
type Failure struct {
	Record   string            `json:"record,omitempty"`
	Problems []problem.Problem `json:"problems"`
}

// Good reports that nothing failed and the run came to its end.
func (o Outcome) Good() bool { return len(o.Failed) == 0 && !o.Stopped }

// An Event is what a run tells while it goes on.
type Event interface{ event() }

// The events.
type (
	// Doing tells how far a part of the run has come.
	Doing struct {
		Part                Part
		Done, Failed, Total int
	}
	// Wrong is problems of a record, or of the run itself.
	Wrong struct{ Problems []problem.Problem }

	// Planned is what the run will do, once all records are checked.
	Planned struct {
		Records, ToMake, Unchanged, Failed, Profiles, Outside int

		// Where the record's files will be, by the record; of a dry run.
		Where [][2]string
	}
	// Made is a record whose files stand now.
	Made struct {
		Folder      string
		Files       int
		Done, Total int
	}
	// Kept is a changed file, and where the old content stays.
	Kept office.KeptFile

	// ByHand is a file that was changed since it was made, and is left so.
	ByHand struct{ File string }

	// QuarterMade is the workbooks of a quarter that stand now.
	QuarterMade struct {
		Folder                 string
		Files, Records, Failed int // Failed are those that they are without
	}
	// Lacking is a record with what is not made of it for want of facts.
	Lacking struct {
		Record string
		Lacks  []render.Lack
	}
	// Ended is a run that was stopped by the user.
	Ended struct{ Stage Stage }
)

func (Doing) event()       {}
func (Wrong) event()       {}
func (Planned) event()     {}
func (Made) event()        {}
func (Kept) event()        {}
func (ByHand) event()      {}
func (QuarterMade) event() {}
func (Lacking) event()     {}
func (Ended) event()       {}

// A Part is what a run is doing.
type Part int

// The parts, in their order.
const (
	Checking Part = iota
	Making
)

// A Stage is how far a run had come when it was stopped.
type Stage int

// The stages.
const (
	NothingWritten Stage = iota
	DoneStays            // what is done is not done again
	ShardsStay           // the shards are as they were
)
