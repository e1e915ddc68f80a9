package read

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// The library inflates cross-reference streams whatever its limits say: a
// megabyte of them was two gigabytes of memory. So they are looked at first,
// wherever a number of the file sends it.
var (
	crossRefsAt = regexp.MustCompile(`(?:startxref|/(?:P|#50)(?:r|#72)(?:e|#65)(?:v|#76)|/X(?:R|#52)ef(?:S|#53)tm)[\s\x00]*(\d{1,10})`)
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
	for _, m := range crossRefsAt.FindAllSubmatchIndex(file, -1) {
		if reference.Match(file[m[3]:]) {
			continue // /Prev of an outline names an object
		}
		at, _ := strconv.Atoi(string(file[m[2]:m[3]])) // ten digits at most
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
