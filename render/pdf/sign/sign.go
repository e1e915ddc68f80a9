// Package sign says of a finished PDF who signed it and when, whether each
// signature holds and what it covers, and what was changed after it. It reads the
// file's revisions and the cryptographic messages in it; what a document of an
// office should have is not its business. Files come from outside: they are
// bounded in signatures, revisions and bytes to hash, and none makes it panic.
package sign

import (
	"time"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

// Limits of what Read judges. Of 58 signed documents of offices none has more
// than 11 signatures.
const (
	maxSignatures = 60
	maxHashed     = 1 << 30 // bytes of a file, once for each signature
	maxRevisions  = 16      // that are compared with the next
	maxCompared   = 96 << 20
)

// A Report is what a file's signatures are, in the order in which they were made.
type Report struct {
	Signatures []Signature
	Orphans    int  // signatures whose bytes are there, and which no field has any more
	Left       bool // there are more of them, or of changes, than are judged
}

// A State is how a signature or a chain of certificates comes out.
type State string

// The states. Unjudged is what cannot be said, with the reason.
const (
	Good     State = "good"
	Bad      State = "bad"
	Unjudged State = "unjudged"
)

// A Signature is one of a file.
type Signature struct {
	Field   string
	Page    int  // from 1; 0: it is on none
	Box     Box  // of its widget; zero where it shows nothing
	Stamp   bool // is a time stamp of the whole document, of nobody's
	Kind    string
	Shows   string // words that its appearance draws; "" of a picture
	Locks   bool   // allows no change after it
	State   State
	Reason  problem.Text // of a state that is not good
	Signer  Person
	Claimed time.Time // as the signer's machine has it; zero: it says none
	Stamped time.Time // as a time stamp in it has it; zero: it has none
	Stamper string    // who made the time stamp
	Digest  string    // "SHA-256"
	Weak    []string  // what of it is too weak today: "SHA-1", "RSA 1024"
	Whole   bool      // covers the file to its end
	End     int       // byte of the file that it covers up to
	After   []Change  // between it and the next signature, or the end of the file
	Chain   State
	Why     problem.Text // of a chain that is not good
}

// A Box is a place on a page, in mm from its top left corner.
type Box struct{ X, Y, Width, Height doc.MM }

// A Person is whom a certificate names, and for how long.
type Person struct {
	Name, Organization, Issuer, Serial string
	From, To                           time.Time
}

// At returns the best time that is known of a signature; zero is none.
func (s *Signature) At() time.Time {
	if !s.Stamped.IsZero() {
		return s.Stamped
	}
	return s.Claimed
}

// Read reads the signatures of a file. Roots are certificates that are trusted,
// as files in PEM or DER; without any no chain is judged. The errors are those
// of render/pdf/read.
func Read(file []byte, roots [][]byte) (report *Report, err error) {
	g, err := read.OpenGraph(file)
	if err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			report, err = nil, read.ErrNoPDF
		}
	}()
	r := &reader{file: file, graph: g, report: &Report{}}
	if err := r.find(); err != nil {
		return nil, err
	}
	trust := newTrust(roots)
	for i := range r.found {
		r.judge(&r.found[i], trust)
	}
	r.order()
	r.orphans()
	r.compare()
	for _, f := range r.found {
		r.report.Signatures = append(r.report.Signatures, f.Signature)
	}
	return r.report, nil
}

// A reader reads the signatures of one file.
type reader struct {
	file   []byte
	graph  *read.Graph
	found  []found
	hashed int
	pageOf map[read.Ref]int // from 0, of widgets
	report *Report
}

// A found is a signature with its dictionary.
type found struct {
	Signature
	value    read.Dict
	ranges   [4]int
	inRanges bool // ranges are within the file and leave out the message alone
}
