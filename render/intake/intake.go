// Package intake reads a notice that others made into the draft of a record:
// the lines of a Word file or a PDF go in, a Notice comes out, in which every
// field says where it was read, and the YAML of a record and a profile. What is
// not sure it leaves open, with the words of the source. It knows neither the
// record's reader nor what a record comes to.
package intake

import (
	"errors"
	"fmt"

	"ketluan/render/problem"
)

// A Place is where something stands in the source.
type Place struct {
	Paragraph int `json:"paragraph,omitempty"` // of a Word file, from 1; 0 is one of a PDF
	Page      int `json:"page,omitempty"`      // of a PDF, from 1
	Line      int `json:"line,omitempty"`
}

// String returns the place as comments name it.
func (p Place) String() string { return p.Words().VI }

// Words returns the place for messages.
func (p Place) Words() problem.Text {
	if p.Paragraph > 0 {
		return problem.Textf("đoạn %d", "paragraph %d", p.Paragraph)
	}
	return problem.Textf("trang %d dòng %d", "page %d line %d", p.Page, p.Line)
}

// A Side is the column that a line stands in.
type Side int

// The sides.
const (
	Whole Side = iota
	LeftSide
	RightSide
)

// A Span is a piece of a line's text that is bold, italic or both.
type Span struct {
	From, To     int
	Bold, Italic bool
}

// A Line is a paragraph of the text, or a line of a head or a foot.
type Line struct {
	At      Place
	Text    string // in NFC, with single spaces
	Raw     string // with tabs and runs of spaces; "" is Text
	Label   string // that the numbering of Word has made
	Spans   []Span
	Bold    bool // all of it
	Centred bool
	Side    Side
	Rows    [][]string // of a table, in the place of a text
}

// A Source is a document as lines.
type Source struct {
	Lines []Line
	Notes []problem.Text // what the file holds beside them
}

// Errors of documents that are not read.
var (
	ErrScan     = errors.New("the PDF has no text: it is a scan")
	ErrNoNotice = errors.New("the document is no notice")
	ErrParty    = errors.New("the document has the form of the Party's")
)

// A LegacyError is a document whose letters are in an encoding of old.
type LegacyError struct {
	Encoding string // TCVN3 (ABC), VNI
	Words    string // some of them
}

func (e *LegacyError) Error() string {
	return fmt.Sprintf("the text is in %s: %q", e.Encoding, e.Words)
}

// A KindError is a document of another type.
type KindError struct{ Type string }

func (e *KindError) Error() string { return fmt.Sprintf("the document is no notice: %q", e.Type) }

// Told puts it into words for the user.
func (e *KindError) Told() (message, hint problem.Text) {
	return problem.Textf("văn bản này là %q, không phải thông báo", "the document is %q, and no notice", e.Type),
		problem.Textf("import đọc thông báo kết luận cuộc họp", "import reads notices of the conclusions of a meeting")
}

// Told puts it into words for the user.
func (e *LegacyError) Told() (message, hint problem.Text) {
	return problem.Textf("chữ trong tệp thuộc bảng mã cũ %s: %q", "the letters are in the old encoding %s: %q", e.Encoding, e.Words),
		problem.Textf("mở bằng Word, chuyển sang Unicode (UniKey, Ctrl+Shift+F6) rồi lưu lại", "open it in Word, convert it to Unicode (UniKey, Ctrl+Shift+F6) and save it")
}

// A Field is a text with the place where it was read. One that is not sure has
// no text, and Note says what the source has.
type Field struct {
	Text string
	At   Place
	Note string
}

// Sure reports a field that was read.
func (f Field) Sure() bool { return f.Text != "" }

// A Notice is what was read.
type Notice struct {
	Parent, Agency, Code, Place Field
	Number                      Field // without zeros before it; blank where the source leaves it blank
	Date                        Field // as records write it: 30/9/2020, /9/2020, //2020
	Meeting                     Field // as records write it
	Subject                     Field
	Opening, Closing            []Field
	Conclusions                 []*Item
	Numbering                   []string
	Recipients                  []Field
	Signer                      Signer
	CoSigner                    *Signer // at the left; nil: nobody
	Annexes                     []Annex
	TasksAnnex                  bool     // the table of tasks is the last annex
	Units                       []string // that the conclusions name, in their order
	Notes                       []problem.Text
	Gaps                        int // what was not sure

	unitsAt map[string]Place // that Units are first named at

	source []Line
	tasks  [][]string // the table of tasks
}

// A Signer is what stands above and below the signature.
type Signer struct {
	Authority      []Field
	Position, Name Field
}

// An Item is one conclusion.
type Item struct {
	Heading, Text Field
	Label         string // as the source has it; "" is none
	Number        string // Label, where the numbering would make another
	Leads         []string
	Partners      []string
	Deadline      string
	Task          string   // yes, no: where the record cannot tell by itself
	Doubts        []string // comments: what is said of leads and deadlines, and is not sure
	Rows          [][]string
	Items         []*Item

	kind string // of the label: "I.", "1.", "a)", "-"
}

// Read reads a notice. Errors are those above.
func Read(s Source) (*Notice, error) {
	if err := s.damage(); err != nil {
		return nil, err
	}
	n := &Notice{Notes: s.Notes}
	parts, err := part(s.Lines)
	if err != nil {
		return nil, err
	}
	n.source = parts.all()
	n.annexes(parts.rest)
	n.head(parts.head)
	n.subject(parts.title, parts.subject)
	n.foot(parts.foot)
	n.body(parts.body)
	n.fullNames()
	n.meeting()
	n.assign()
	n.onlyTasks()
	n.count()
	return n, nil
}
