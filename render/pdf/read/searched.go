package read

import (
	"bytes"
	"cmp"
	"io"
)

// maxSearched bounds searched, in bytes: a quarter of a second. A signed notice of
// two pages has 24 kB.
const maxSearched = 10e9

// searched estimates how many bytes the library goes over in search of the ends of
// objects: from each string and comment of one it looks for the next to the end of
// the object, so that a long object of many is the square of its length.
func searched(file []byte) float64 {
	sum := 0.0
	for len(file) > 0 {
		end := bytes.Index(file, []byte("endobj"))
		if end < 0 {
			end = len(file)
		}
		object := file[:end]
		if data := bytes.Index(object, []byte("stream")); data >= 0 {
			object = object[:data]
		}
		marks := bytes.Count(object, []byte("(")) + bytes.Count(object, []byte("%"))
		sum += float64(marks) * float64(len(object))
		file = file[min(end+len("endobj"), len(file)):]
	}
	return sum
}

// A metered file ends who reads the same bytes again and again: a thousand objects
// may be said to lie at one place, or each within the one before.
type metered struct {
	file   io.ReadSeeker
	left   int         // bytes that may still be read behind the first of each object
	since  int         // bytes read since the last visit
	visits map[int]int // of stretches of the file, in which few objects have room
	err    error       // ErrWork once that is so
}

// Of 256 files of others, of 2 kB to 4 MB, none was read for more than 8 MB besides
// its own length, and no stretch visited more than four times.
const (
	maxVisits    = 5
	visitStretch = 16   // bytes: an object has 17 at least
	visitBuffer  = 1024 // bytes that are read of an object, however short it is
)

func meter(file []byte) *metered {
	return &metered{file: bytes.NewReader(file), left: 8<<20 + 3*len(file), visits: map[int]int{}}
}

func (m *metered) Read(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	n, err := m.file.Read(p)
	before := max(m.since, visitBuffer)
	m.since += n
	if m.left -= max(m.since-before, 0); m.left < 0 {
		m.err = ErrWork
	}
	return n, err
}

func (m *metered) Seek(offset int64, whence int) (int64, error) {
	at, err := m.file.Seek(offset, whence)
	if m.err != nil || err != nil {
		return at, cmp.Or(m.err, err)
	}
	m.since = 0
	stretch := int(at) / visitStretch
	// In a damaged file the library looks for objects from its beginning, time and again.
	if m.visits[stretch]++; stretch > 0 && m.visits[stretch] > maxVisits {
		m.err = ErrWork
	}
	return at, m.err
}
