package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"strconv"

	"github.com/klauspost/compress/flate"
)

// An assembly is the objects of a file that is being put together, by their
// numbers from 1, without head and end.
type assembly struct {
	objects [][]byte
	sums    map[int][]byte // of objects that many files have, made beforehand
	err     error          // the first
}

// reserve gives out the next number, for an object that put adds later.
func (a *assembly) reserve() int {
	a.objects = append(a.objects, nil)
	return len(a.objects)
}

func (a *assembly) put(number int, object []byte) { a.objects[number-1] = object }

// add adds an object and returns its number.
func (a *assembly) add(object []byte) int {
	a.objects = append(a.objects, object)
	return len(a.objects)
}

// worthwhile is the size from which streams are compressed: smaller ones cost as
// much time as whole pages, and all together save less than a hundredth of a file.
const worthwhile = 1024

// addStream adds a stream with further entries of its dictionary.
func (a *assembly) addStream(entries string, content []byte) int {
	return a.add(a.stream(entries, content))
}

func (a *assembly) stream(entries string, content []byte) []byte {
	if len(content) < worthwhile {
		return streamObject(entries, content)
	}
	compressed, err := deflated(content)
	if err != nil && a.err == nil {
		a.err = err
	}
	return streamObject(entries+" /Filter /FlateDecode", compressed)
}

// deflated compresses a stream (RFC 1950). A compressor that is kept has tables of
// 128 kB, of which a page of 5 kB reads little and all from far memory: without one it
// takes nine tenths of the time, and is no larger.
func deflated(content []byte) ([]byte, error) {
	z := bytes.NewBuffer(append(make([]byte, 0, len(content)/2), "\x78\x01"...))
	if err := flate.StatelessDeflate(z, content, true, nil); err != nil {
		return nil, err
	}
	return binary.BigEndian.AppendUint32(z.Bytes(), adler32.Checksum(content)), nil
}

// streamObject writes a stream as it is.
func streamObject(entries string, content []byte) []byte {
	object := append(make([]byte, 0, len(entries)+len(content)+50), "<<"...)
	object = strconv.AppendInt(append(append(object, entries...), " /Length "...), int64(len(content)), 10)
	object = append(append(object, ">>\nstream\n"...), content...)
	return append(object, "\nendstream"...)
}

// pageHead is how fpdf begins the object of a page.
const pageHead = "<</Type /Page\n"

// pages returns the numbers of the pages' objects.
func (a *assembly) pages() []int {
	var numbers []int
	for i, object := range a.objects {
		if bytes.HasPrefix(object, []byte(pageHead)) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// extend puts further entries into the dictionary of a page.
func (a *assembly) extend(page int, entries string) {
	object := a.objects[page-1]
	at := len(pageHead)
	extended := make([]byte, 0, len(object)+len(entries)+1)
	extended = append(extended, object[:at]...)
	extended = append(extended, entries...)
	extended = append(extended, '\n')
	a.objects[page-1] = append(extended, object[at:]...)
}
