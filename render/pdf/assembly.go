package pdf

import (
	"bytes"
	"strconv"
)

// An assembly is the objects of a file that is being put together, by their
// numbers from 1, without head and end.
type assembly struct {
	objects  [][]byte
	compress func(content []byte) ([]byte, error)
	err      error // the first of these

	sums map[int][]byte // of objects that many files have, made beforehand
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
	compressed, err := a.compress(content)
	if err != nil && a.err == nil {
		a.err = err
	}
	return streamObject(entries+" /Filter /FlateDecode", compressed)
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
