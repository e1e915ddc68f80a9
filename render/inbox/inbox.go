// Package inbox opens what people send: a file of any kind goes in, the
// workbooks in it come out, each with its bytes as .xlsx, and everything else
// by name with what to ask for. What a workbook says it does not know.
package inbox

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"

	"ketluan/render/problem"
)

// Limits of what Open takes. A reply has 30 KB; a mail rarely more than 25 MB.
const (
	MaxParcel   = 64 << 20  // bytes of a mail or an archive
	MaxWorkbook = 8 << 20   // bytes of a workbook
	maxUnpacked = 128 << 20 // bytes that are unpacked of one file that came
	maxEntries  = 2000      // of mails and archives in one file that came
	maxNested   = 2         // archives and mails in each other below the outermost
	maxRefused  = 100       // entries of one file that came that are told one by one
)

// A Workbook is a table that somebody sent.
type Workbook struct {
	Name   string // for messages; one inside another file is a.zip/b.xlsx
	Source []byte // as it was sent
	Book   []byte // as .xlsx
	Sent   string // when the mail was sent that it came in: 2020-10-14T09:13:22+07:00; "" is no mail, or one that does not say
}

// A Delivery is what one file comes to.
type Delivery struct {
	Workbooks []Workbook
	Refused   []problem.Problem // files that are none, with what to ask for
	More      int               // files refused beyond those in Refused
	Passed    int               // temporary files and pictures of a signature, passed over
}

// Open opens a file. Name is what messages call it.
func Open(name string, src []byte) Delivery {
	o := &opening{left: maxUnpacked, entries: maxEntries}
	o.open(name, src, 0)
	return o.Delivery
}

// Passes reports a file that programs leave behind and nobody sends: the mark
// of an open document, what a desktop keeps of a folder.
func Passes(name string) bool {
	base := strings.ToLower(path.Base(name))
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || base == "thumbs.db" || base == "desktop.ini" ||
		strings.HasPrefix(name, "__MACOSX/") || strings.Contains(name, "/__MACOSX/")
}

// Parcel reports by its name a file that holds others, and may be as large as
// MaxParcel.
func Parcel(name string) bool {
	ending := ending(name)
	return ending == ".zip" || ending == ".eml"
}

// Opens reports by its name a file that it is worth reading: of others Open
// looks at the name alone.
func Opens(name string) bool {
	e := ending(name)
	return workbooks[e] || tables[e] || Parcel(name) || e == ".ods"
}

// An opening is a file that is opened, within one budget.
type opening struct {
	Delivery
	left    int64 // bytes that may still be unpacked
	entries int   // files that may still be looked at
	full    bool  // the budget is used up, and it has been told

	sent string // when the innermost mail was sent that is open
}

func ending(name string) string { return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) }

// open takes one file, which lies in depth others.
func (o *opening) open(name string, src []byte, depth int) {
	switch {
	case bytes.HasPrefix(src, []byte("PK")) && (ending(name) == ".zip" || ending(name) == ".ods" || ending(name) == ".xlsx"):
		o.packed(name, src, depth)
	case ending(name) == ".eml":
		if o.deep(name, depth) {
			return
		}
		o.mail(name, src, depth)
	case workbooks[ending(name)]:
		o.take(name, src, src, nil)
	case tables[ending(name)]:
		book, refusal := plain(src)
		o.take(name, src, book, refusal)
	default:
		o.refuse(name, other(name))
	}
}

// workbooks are the endings of what the reader of workbooks judges, also those
// that it refuses, each in its own words.
var workbooks = map[string]bool{".xlsx": true, ".xlsm": true, ".xls": true, ".xlsb": true}

// tables are those of plain text: Excel calls its "Unicode text" .txt.
var tables = map[string]bool{".csv": true, ".tsv": true, ".tab": true, ".txt": true}

// packed takes a zip by what is in it: workbooks are zips too, under any name.
func (o *opening) packed(name string, src []byte, depth int) {
	zr, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	switch {
	case err != nil && ending(name) == ".xlsx":
		o.take(name, src, src, nil) // whose reader says what is wrong
	case err != nil:
		o.refuse(name, broken)
	case has(zr, "[content_types].xml"):
		o.take(name, src, src, nil)
	case has(zr, "mimetype") && has(zr, "content.xml"):
		book, refusal := o.openDocument(zr)
		o.take(name, src, book, refusal)
	case ending(name) == ".zip":
		if !o.deep(name, depth) {
			o.archive(name, zr, depth)
		}
	default:
		o.take(name, src, src, nil)
	}
}

func has(zr *zip.Reader, name string) bool {
	for _, f := range zr.File {
		if strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			return true
		}
	}
	return false
}

// take keeps a workbook, unless it is refused.
func (o *opening) take(name string, src, book []byte, refusal *refusal) {
	switch {
	case refusal != nil:
		o.refuse(name, *refusal)
	case len(src) > MaxWorkbook:
		o.refuse(name, tooLarge)
	default:
		o.Workbooks = append(o.Workbooks, Workbook{name, src, book, o.sent})
	}
}

func (o *opening) refuse(name string, r refusal) {
	if len(o.Refused) >= maxRefused {
		o.More++
		return
	}
	o.Refused = append(o.Refused, problem.Problem{Pos: problem.Pos{File: name}, Message: r.message, Hint: r.hint})
}

// deep refuses an archive or a mail that lies in too many others.
func (o *opening) deep(name string, depth int) bool {
	if depth > maxNested {
		o.refuse(name, tooDeep)
	}
	return depth > maxNested
}

// spend takes one entry of n bytes out of the budget. The first that it is too
// small for is told as one of the file that holds it.
func (o *opening) spend(holder string, n int64) bool {
	if o.full {
		return false
	}
	o.entries--
	o.left -= n
	if o.entries < 0 || o.left < 0 {
		o.full = true
		o.refuse(holder, tooMuch)
	}
	return !o.full
}
