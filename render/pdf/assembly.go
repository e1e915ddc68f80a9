package pdf

import (
	"bytes"
	"fmt"
)

// An assembly is the objects of a file that is being put together, by their
// numbers from 1, without head and end.
type assembly struct {
	objects [][]byte
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

// addStream writes a stream with further entries of its dictionary.
func (a *assembly) addStream(entries string, content []byte) int {
	return a.add(streamObject(entries, content))
}

func streamObject(entries string, content []byte) []byte {
	object := fmt.Appendf(make([]byte, 0, len(entries)+len(content)+50), "<<%s /Length %d>>\nstream\n", entries, len(content))
	object = append(object, content...)
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
