package read

import (
	"bytes"
	"compress/zlib"
	"io"
	"iter"
	"regexp"
	"slices"
	"strconv"
)

// The library inflates cross-reference streams whatever its limits say: a
// megabyte of them was two gigabytes of memory. So they are looked at first,
// wherever a number of the file sends it.
var (
	reference   = regexp.MustCompile(`^[\s\x00]+\d+[\s\x00]+R`)
	streamAt    = regexp.MustCompile(`stream[ \t]*\r?\n?`)
	oddFilter   = regexp.MustCompile(`LZW|ASCII|A85|AHx|RunLength|/RL|Crypt|#|/Filter[\s\x00]*\d`)
	flateFilter = regexp.MustCompile(`/Fl(?:ateDecode)?\b`)
)

// Limits of cross-reference streams: bytes of one when inflated, and streams
// below one offset, of which those that programs write have one.
const (
	maxCrossRefs   = 16 << 20
	maxCrossStream = 4
)

// crossRefsHold reports that no cross-reference stream is a bomb, and that each
// is compressed in the one way that programs compress them.
func (b *budget) crossRefsHold(file []byte) bool {
	header := max(bytes.Index(file[:min(len(file), 1024)], []byte("%PDF-")), 0) // offsets may count from it
	places := []int{0}                                                          // where a file that names none is looked at
	for word := range crossRefWords(file) {
		at, behind, ok := leadingNumber(word)
		if !ok || reference.Match(behind) {
			continue // /Prev of an outline names an object
		}
		places = append(places, at, at+header)
	}
	if len(places) > 1 {
		places = places[1:]
	}
	slices.Sort(places)
	for _, at := range slices.Compact(places) {
		if at < len(file) && !b.crossRefHolds(file[at:]) {
			return false
		}
	}
	return true
}

// crossRefWords yields what stands behind each word of a file that is followed by
// the place of cross-references.
func crossRefWords(file []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start := []byte("startxref")
		for rest := file; ; {
			i := bytes.Index(rest, start)
			if i < 0 {
				break
			}
			if rest = rest[i+len(start):]; !yield(rest) {
				return
			}
		}
		for rest := file; ; {
			i := bytes.IndexByte(rest, '/')
			if i < 0 {
				return
			}
			rest = rest[i+1:]
			for _, name := range [2]string{"Prev", "XRefStm"} {
				if n := namedAs(rest, name); n > 0 && !yield(rest[n:]) {
					return
				}
			}
		}
	}
}

// namedAs returns how long a name is that s begins with, any of whose letters may
// be written as its number: P#72ev; 0 where it is another.
func namedAs(s []byte, name string) (n int) {
	for i := range len(name) {
		switch {
		case n < len(s) && s[n] == name[i]:
			n++
		case n+2 < len(s) && s[n] == '#' && hexOf(s[n+1])<<4|hexOf(s[n+2]) == name[i]:
			n += 3
		default:
			return 0
		}
	}
	return n
}

// hexOf is the value of a digit; that of anything else makes no letter.
func hexOf(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|' ' >= 'a' && c|' ' <= 'f':
		return c | ' ' - 'a' + 10
	}
	return 0
}

// leadingNumber reads a number behind blanks, of which at most ten digits count.
func leadingNumber(s []byte) (n int, behind []byte, ok bool) {
	const most = 10
	s = bytes.TrimLeft(s, blanks+"\v")
	digits := 0
	for digits < min(len(s), most) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	n, err := strconv.Atoi(string(s[:digits]))
	return n, s[digits:], err == nil
}

// crossRefHolds looks at the object that begins what is left of a file.
func (b *budget) crossRefHolds(rest []byte) bool {
	if bytes.HasPrefix(bytes.TrimSpace(rest[:min(len(rest), 64)]), []byte("xref")) {
		return true // a table, in plain digits
	}
	if end := bytes.Index(rest, []byte("endobj")); end >= 0 {
		rest = rest[:end]
	}
	if !b.spend(len(rest)) {
		return false
	}
	from, within := 0, false
	for range maxCrossStream {
		m := streamAt.FindIndex(rest[from:])
		if m == nil {
			return true
		}
		dict := rest[:from+m[0]]
		from += m[1]
		if within = !within; !within && bytes.HasSuffix(dict, []byte("end")) {
			dict = nil // no dictionary but the bytes of the stream that ends here: any may stand among them
		}
		if oddFilter.Match(dict) || len(flateFilter.FindAll(dict, 2)) > 1 || b.inflates(rest[from:]) > maxCrossRefs {
			return false
		}
	}
	return false
}

// inflates counts the bytes that zlib makes of data, up to more than there may
// be; none where it is not zlib's.
func (b *budget) inflates(data []byte) int64 {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return 0
	}
	n, _ := io.Copy(io.Discard, io.LimitReader(r, maxCrossRefs+1)) // what is cut short counts as far as it goes
	b.spend(int(n))
	return n
}
