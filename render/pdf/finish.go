package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// A finisher makes the file that fpdf leaves into the one that is given out:
// its streams compressed (fpdf would make a new compressor for each), with a
// structure, metadata and a catalog of our own, a mark of binary content after
// the header, and an ID made of the content.
type finisher struct {
	profile []byte // of the colours
}

// finish writes to out what fpdf's bytes, which a pen drew, become. They are
// our own, so that another shape than known is a bug, reported as an error.
func (f *finisher) finish(out *bytes.Buffer, file []byte, d Document, p *pen) error {
	m := &p.marks
	a, err := takeApart(file)
	if err != nil {
		return fmt.Errorf("finishing the PDF: %w", err)
	}
	if err := a.addFonts(p.encodings); err != nil {
		return fmt.Errorf("finishing the PDF: %w", err)
	}
	pages := a.pages()
	if len(pages) != len(m.heights) {
		return fmt.Errorf("finishing the PDF: %d pages of %d", len(pages), len(m.heights))
	}
	for i, page := range pages {
		a.extend(page, fmt.Sprintf("/StructParents %d /Tabs /S", i))
		contents := page + 1
		if contents > len(a.objects) {
			return fmt.Errorf("finishing the PDF: page %d has no contents", i+1)
		}
		if s, ok := streamOf(a.objects[contents-1]); ok {
			a.put(contents, a.stream("", s.content))
		}
	}
	t := tree{assembly: a, marks: m, pages: pages}
	entries := t.forms() + a.attach(d.Attachments, d.Properties.Created) + a.outline(d.Pages, pages)
	part := 2
	if len(d.Attachments) > 0 {
		part = 3
	}
	says := d.Properties
	for _, text := range []*string{&says.Title, &says.Author, &says.Subject, &says.Keywords} {
		*text = within(*text) // the packet says what the dictionary says
	}
	root := a.catalog(t.write(), a.addStream("/N 3", f.profile), metadata(says, part), entries)
	a.writeTo(out, root, a.add(info(says)))
	if a.err != nil {
		return fmt.Errorf("finishing the PDF: %w", a.err)
	}
	return nil
}

// takeApart splits a file into its objects, without the catalog and the
// information, which stand last.
func takeApart(file []byte) (*assembly, error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("no startxref")
	}
	number, _, _ := bytes.Cut(file[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(number))
	if err != nil || table <= 0 || table > at {
		return nil, fmt.Errorf("startxref %q", number)
	}
	lines := bytes.Split(file[table:at], []byte("\n"))
	var starts []int
	for _, line := range lines {
		if len(line) == 19 && bytes.HasSuffix(line, []byte(" 00000 n ")) {
			start, err := strconv.Atoi(string(line[:10]))
			if err != nil || start >= table {
				return nil, fmt.Errorf("xref entry %q", line)
			}
			starts = append(starts, start)
		}
	}
	objects := make([][]byte, len(starts))
	for i, start := range starts {
		end := bytes.Index(file[start:table], []byte(endObject))
		head := len(strconv.Itoa(i+1)) + len(" 0 obj\n")
		if end < head || !bytes.HasPrefix(file[start:], fmt.Appendf(nil, "%d 0 obj\n", i+1)) {
			return nil, fmt.Errorf("object %d is not where xref says", i+1)
		}
		// A stream may hold the word endobj: its length says where it ends.
		if s, ok := streamOf(file[start+head : table]); ok {
			end = head + s.end
		}
		objects[i] = file[start+head : start+end]
	}
	last := len(objects)
	if last < resources+2 || !bytes.Contains(file[table:at], fmt.Appendf(nil, "/Root %d 0 R\n/Info %d 0 R\n", last, last-1)) {
		return nil, fmt.Errorf("the catalog is not the last object")
	}
	return &assembly{objects: objects[:last-2], sums: map[int][]byte{}}, nil
}

// A stream is where the parts of a stream object stand in it.
type stream struct {
	content []byte
	end     int // of the object
}

const endObject = "\nendobj\n"

// streamOf finds the stream of the object that text begins with: fpdf writes
// the dictionary as `<<…/Length n…>>` before it.
func streamOf(text []byte) (s stream, ok bool) {
	dictionary, rest, found := bytes.Cut(text, []byte(">>\nstream\n"))
	if !found || !bytes.HasPrefix(dictionary, []byte("<<")) || bytes.Contains(dictionary, []byte("endobj")) {
		return s, false
	}
	_, length, found := bytes.Cut(dictionary, []byte("/Length "))
	if !found {
		return s, false
	}
	digits := 0
	for digits < len(length) && length[digits] >= '0' && length[digits] <= '9' {
		digits++
	}
	n, err := strconv.Atoi(string(length[:digits]))
	if err != nil || n > len(rest) || !bytes.HasPrefix(rest[n:], []byte("\nendstream")) {
		return s, false
	}
	s.content = rest[:n]
	s.end = len(text) - len(rest) + n + len("\nendstream")
	return s, true
}
