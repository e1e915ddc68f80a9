package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// An assembly is the objects of a file that is being put together, by their
// numbers from 1: each with its head and its end.
type assembly struct {
	objects [][]byte
}

// reserve gives out the next number, for an object that put adds later.
func (a *assembly) reserve() int {
	a.objects = append(a.objects, nil)
	return len(a.objects)
}

// put writes the object of a number.
func (a *assembly) put(number int, body []byte) {
	object := make([]byte, 0, len(body)+24)
	object = strconv.AppendInt(object, int64(number), 10)
	object = append(object, " 0 obj\n"...)
	object = append(object, body...)
	a.objects[number-1] = append(object, "\nendobj\n"...)
}

// add writes an object and returns its number.
func (a *assembly) add(body []byte) int {
	number := a.reserve()
	a.put(number, body)
	return number
}

// addStream writes a stream with further entries of its dictionary.
func (a *assembly) addStream(entries string, content []byte) int {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<<%s /Length %d>>\nstream\n", entries, len(content))
	b.Write(content)
	b.WriteString("\nendstream")
	return a.add(b.Bytes())
}

// pageHead is how fpdf begins the object of a page.
const pageHead = "<</Type /Page\n"

// pages returns the numbers of the pages' objects.
func (a *assembly) pages() []int {
	var numbers []int
	for i, object := range a.objects {
		_, body, _ := bytes.Cut(object, []byte("\n"))
		if bytes.HasPrefix(body, []byte(pageHead)) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// extend puts further entries into the dictionary of a page.
func (a *assembly) extend(page int, entries string) {
	object := a.objects[page-1]
	at := bytes.Index(object, []byte(pageHead)) + len(pageHead)
	extended := make([]byte, 0, len(object)+len(entries)+1)
	extended = append(extended, object[:at]...)
	extended = append(extended, entries...)
	extended = append(extended, '\n')
	a.objects[page-1] = append(extended, object[at:]...)
}
