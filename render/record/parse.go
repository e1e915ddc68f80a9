package record

import (
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

// Limits of what Parse reads.
const (
	maxBytes    = 4 << 20
	maxNesting  = 40    // of YAML as a whole
	maxDepth    = 12    // of items below items
	maxItems    = 5000  //
	maxProblems = 200   // the rest is counted
	maxText     = 32000 // characters of one text: a cell of a workbook holds 32,767
)

// A Source says how Parse gets at what does not stand in the record's own bytes.
type Source struct {
	Name string // of the file, for messages

	// Open reads a profile by the path that the record gives, relative to the
	// record. Nil where no profile can be read. An error with a method
	// InWords() problem.Text is said in both languages.
	Open func(path string) ([]byte, error)

	// Printable reports whether the faces have a glyph for r; nil: for all.
	Printable func(r rune) bool

	Trees *Trees // of profiles that were read before; nil: each is read anew
}

// Parse reads a record and checks it. All problems of the file and of its
// profile come back at once, in the order of their places. The record is nil
// only where the bytes are no YAML at all; with problems it is incomplete.
func Parse(src []byte, from Source) (*Record, []problem.Problem) {
	p := &parser{from: from, record: &Record{Name: from.Name, SignatureFields: true, places: map[string]problem.Pos{}}}
	p.keys = keysOfRecords
	p.record.Sources = []File{{Name: baseName(from.Name), Bytes: src}}
	root, r := p.open(from.Name, src)
	if root == nil {
		return nil, p.sorted()
	}
	r.places, p.record.written = p.record.places, r.written
	p.record.places[""] = r.pos(root)
	form := &recordForm{}
	readMapping(r, root, "", recordFields, form)
	if len(form.conclusions) == 0 && !p.record.Says("meeting") && !p.record.Says("conclusions") {
		r.missing(root, "", "conclusions", "kết luận", problem.Textf("các kết luận", "conclusions"))
	}
	p.build(r, root, form)
	return p.record, p.sorted()
}

// baseName returns the name of a file without its folders, which are nobody's
// business but the machine's; "record.yaml" for standard input.
func baseName(name string) string {
	if name == "-" || name == "" {
		return "record.yaml"
	}
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}

// Problem returns a problem of the field at a path, as "signer.name": at its
// place, or where it is missing at that of the nearest field around it.
func (r *Record) Problem(field string, message, hint problem.Text) problem.Problem {
	at := field
	for {
		if pos, ok := r.places[at]; ok {
			return problem.Problem{Pos: pos, Field: r.Written(field), Path: field, Message: message, Hint: hint}
		}
		i := max(lastByte(at, '.'), lastByte(at, '['))
		if i < 0 {
			break
		}
		at = at[:i]
	}
	pos, ok := r.places[""]
	if !ok {
		pos = problem.Pos{File: r.Name}
	}
	return problem.Problem{Pos: pos, Field: r.Written(field), Path: field, Message: message, Hint: hint}
}

// Written returns the path of a field with its keys as the user wrote them.
func (r *Record) Written(path string) string { return asWritten(r.written, path) }

func lastByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// A parser builds one record and gathers its problems.
type parser struct {
	from     Source
	record   *Record
	limit    int // of the file, in bytes; 0 is maxBytes
	problems []problem.Problem
	dropped  int             // problems past maxProblems
	keys     map[string]bool // of all mappings of the file
	items    int
	ofItems  [][]field[itemForm]       // by depth
	ids      map[string]*itemForm      // of the tasks so far
	tables   []func()                  // read tables, once the profile is read
	people   []func(map[string]Signer) // look people up among the signers, once these are read
	cells    int                       // of the tables so far

	printable [letters.Slots]bool // characters that the faces are known to have

	authorities []func() // judge the ways to sign for another, once the system is known
}

// full reports that further problems are only counted.
func (p *parser) full() bool { return len(p.problems) >= maxProblems }

func (p *parser) add(pr problem.Problem) {
	if p.full() {
		p.dropped++
		return
	}
	p.problems = append(p.problems, pr)
}

// reader returns a reader of one file, which has read nothing yet.
func (p *parser) reader(name string) *reader {
	return &reader{parser: p, file: name, places: map[string]problem.Pos{}, written: map[string]string{}, parted: map[*yaml.Node]bool{}, widths: map[int]int{}}
}

// open turns the bytes of one file into its YAML tree and a reader for it. The
// root is nil where that cannot be done.
func (p *parser) open(name string, src []byte) (*yaml.Node, *reader) {
	r := p.reader(name)
	text, ok := r.decodeBytes(src)
	if !ok {
		return nil, r
	}
	r.lines = splitLines(text)
	r.source = newSource(name, text)
	p.record.sources = append(p.record.sources, r.source)
	if p.limit == 0 && !r.findDamage() { // a book is read whatever a unit wrote into it
		return nil, r
	}
	root := r.parseYAML(text)
	if root == nil || !r.plain(root) {
		return nil, r
	}
	return root, r
}

// sorted returns the problems in the order of their places.
func (p *parser) sorted() []problem.Problem {
	problem.Sort(p.problems, p.from.Name)
	if p.dropped > 0 {
		p.problems = append(p.problems, problem.Problem{
			Pos:     problem.Pos{File: p.from.Name},
			Message: problem.Textf("còn %d lỗi nữa không in ra", "%d more problems are not shown", p.dropped),
			Hint:    problem.Textf("sửa các lỗi trên rồi chạy lại", "mend those above and run again"),
		})
		p.dropped = 0
	}
	return p.problems
}
