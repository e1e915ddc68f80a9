// Package revision finds what somebody changed in the Word file of a record: two
// files in, that of the record as it is now and the edited one, and out come the
// changes, each at its place in the record, with the edits that carry it out. It
// asks nobody and writes nothing.
package revision

import (
	"cmp"
	"slices"

	"ketluan/render/docx/read"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Kind is what became of a paragraph.
type Kind string

// The kinds of changes.
const (
	Edited  Kind = "edited"  // its words
	Added   Kind = "added"   // it was not there
	Removed Kind = "removed" // it is no longer there
	Moved   Kind = "moved"   // it stands elsewhere
	Joined  Kind = "joined"  // it and the next are one
	Parted  Kind = "parted"  // it is two now

	Restyled Kind = "restyled" // its words look otherwise: bold, italic
)

// A By is who made a tracked change, and when.
type By struct {
	Name string `json:"name"`
	Date string `json:"date"` // as the file has it: 2026-10-05T08:00:00Z
}

// A Change is what became of one paragraph.
type Change struct {
	Name  string       // what a user calls it by: 2.1, subject, 2.heading
	Kind  Kind         //
	Where problem.Text // the same in words
	Was   string       // the text of the record, as it is printed; "" is none
	Now   string       // the text of the edited file

	Pieces []Piece // how the one became the other
	By     []By    // who tracked it; nobody: it was not tracked
	Remark problem.Text

	// Edits carry it out in the record and its profile. Where there are none
	// Refused says why, and what to do.
	Edits   []record.Edit
	Refused problem.Text

	anchor int // where it stands: in the order of the edited file
}

// A Piece is a part of a changed text: kept, taken away, or put in.
type Piece struct {
	Text           string
	Removed, Added bool
}

// A Comment is a remark beside the text.
type Comment struct {
	Where  problem.Text
	Beside string // the beginning of the paragraph
	By
	Text string
}

// A Revision is what an edited file says.
type Revision struct {
	Sent     int // texts that the edited file had when it was made
	Known    int // those of them that the record still has
	Changes  []Change
	Comments []Comment
}

// Compare compares the file of a record as it is now with the edited one.
func Compare(rec *record.Record, now, edited *read.File) Revision {
	c := &comparison{rec: rec}
	c.base, c.edited = paragraphs(now), paragraphs(edited)
	c.index()
	c.pair()
	c.pairAlike()
	c.settle()
	return Revision{Sent: c.sent, Known: c.known, Changes: c.changes(), Comments: c.comments(edited)}
}

// Has reports whether a revision has a change of the same text.
func (r Revision) Has(ch Change) bool {
	return slices.ContainsFunc(r.Changes, func(o Change) bool { return o.Kind == ch.Kind && o.Was == ch.Was && o.Now == ch.Now })
}

// Side returns edits in their order, those that touch each other as one.
func Side(edits []record.Edit) []record.Edit {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b record.Edit) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out []record.Edit
	for _, e := range edits {
		if n := len(out); n > 0 && out[n-1].To == e.From {
			out[n-1].To, out[n-1].Text = e.To, out[n-1].Text+e.Text
			continue
		}
		out = append(out, e)
	}
	return out
}
