package read

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"ketluan/render/doc"
)

// A budget is what the parts of one file may cost together.
type budget struct {
	tokens int // read so far
	err    error
}

func (b *budget) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// A walker walks the elements of one part.
type walker struct {
	*budget
	decoder *xml.Decoder
	depth   int
}

// walk makes the walker of a part; one of nothing has no elements.
func (b *budget) walk(src []byte) *walker {
	if stretched(src) {
		b.fail(ErrTooMuch)
	}
	d := xml.NewDecoder(bytes.NewReader(src))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
	return &walker{budget: b, decoder: d}
}

// stretched reports XML with more in one tag or one text than programs write:
// the decoder takes a tag into memory many times its size.
func stretched(src []byte) bool {
	for len(src) > maxStretch {
		i := bytes.LastIndexByte(src[:maxStretch], '<')
		if i <= 0 {
			return true
		}
		src = src[i:]
	}
	return false
}

// An element is the start of one.
type element struct {
	name string // without its namespace, but for names below
	word bool   // of WordprocessingML itself
	attr []xml.Attr
}

// spaces are the namespaces of WordprocessingML, transitional and strict.
var spaces = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             true,
}

// is reports an element of WordprocessingML with one of the names.
func (e element) is(names ...string) bool {
	if e.word {
		for _, n := range names {
			if e.name == n {
				return true
			}
		}
	}
	return false
}

// plain returns an attribute by its name in whatever namespace.
func (e element) plain(name string) string {
	for _, a := range e.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// val is the attribute that most elements have.
func (e element) val() string { return e.plain("val") }

// on reports a property that is switched on: it is where it says nothing.
func (e element) on() bool {
	switch e.val() {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (e element) number(name string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(e.plain(name)))
	return n, err == nil
}

// twips reads a length in twentieths of a point, 0 where there is none.
func (e element) twips(name string) doc.MM {
	n, _ := e.number(name)
	return doc.PT(float64(n) / 20).MM()
}

// next returns the next token, nil at the end or after an error.
func (w *walker) next() xml.Token {
	if w.err != nil {
		return nil
	}
	if w.tokens++; w.tokens > maxTokens {
		w.fail(ErrTooMuch)
		return nil
	}
	t, err := w.decoder.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		w.fail(ErrNoDocx)
		return nil
	}
	if _, declares := t.(xml.Directive); declares { // entities
		w.fail(ErrNoDocx)
		return nil
	}
	return t
}

// root visits the elements below the outermost one.
func (w *walker) root(visit func(element) bool) {
	for t := w.next(); t != nil; t = w.next() {
		if _, ok := t.(xml.StartElement); ok {
			w.each(visit)
			return
		}
	}
}

// each visits the elements within the one that the walk is in, to its end. What
// visit returns false for is passed over; of others it has walked all.
func (w *walker) each(visit func(element) bool) {
	if w.depth++; w.depth > maxDepth {
		w.fail(ErrTooMuch)
	}
	defer func() { w.depth-- }()
	for t := w.next(); t != nil; t = w.next() {
		switch t := t.(type) {
		case xml.StartElement:
			if !visit(element{t.Name.Local, spaces[t.Name.Space], t.Attr}) {
				w.skip()
			}
		case xml.EndElement:
			return
		}
	}
}

// skip passes over the element that the walk is in.
func (w *walker) skip() {
	for depth := 1; depth > 0; {
		switch w.next().(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				w.fail(ErrTooMuch)
			}
		case xml.EndElement:
			depth--
		case nil:
			return
		}
	}
}

// text returns the characters of the element that the walk is in.
func (w *walker) text() string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		switch t := w.next().(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		case nil:
			return b.String()
		}
	}
	return b.String()
}
