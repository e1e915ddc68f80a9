package tmpl

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Where a text of a document stands in the record is said by a name of letters,
// digits and _, so that a program that keeps little else of a document keeps it:
// kl_2_1_text is the text of the first item below the second conclusion.

// nowhere is the place of what no field of the record is.
const nowhere = "-"

// placedLists are the lists of a record whose elements have a place, and its name.
var placedLists = map[string]string{
	".Conclusions": "kl", ".Items": "", ".Opening": "opening", ".Closing": "closing", ".Recipients": "recipients",
	".Annexes": "annex", ".Text": "text", ".Signer.Authority": "signer_authority", ".CoSigner.Authority": "cosigner_authority",
}

// placedFields are the fields that have one, by their paths from what a text is
// filled with.
var placedFields = map[string]string{
	"":        ".", // what the text is filled with itself
	"Heading": "heading", "Text": "text", "After": "after", "Subject": "subject", "SubjectLines": "subject", "Title": "title",
	"Agency.Parent": "agency_parent", "Agency.Name": "agency_name", "Agency.Place": "agency_place",
	"Signer.Position": "signer_position", "Signer.Name": "signer_name", "CoSigner.Position": "cosigner_position", "CoSigner.Name": "cosigner_name",
}

var (
	action     = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	fieldChain = regexp.MustCompile(`(?:^|[\s({])\.((?:[A-Z]\w*)?(?:\.[A-Z]\w*)*)`)
)

// shows returns the place of the one field that a text of a template shows:
// nothing for a text with words of its own.
func shows(source string) string {
	if !strings.Contains(source, "{{") || strings.ContainsFunc(action.ReplaceAllString(source, ""), isWord) {
		return ""
	}
	itself := ""
	for _, m := range fieldChain.FindAllStringSubmatch(source, -1) {
		place := placedFields[m[1]]
		if place != "" && place != "." {
			return place
		}
		if place == "." {
			itself = place
		}
	}
	return itself
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// below returns the place of the element i, from 0, of a list below a place.
func below(outer string, list path, i int) string {
	name, ok := placedLists[list.names]
	if !ok || outer == nowhere || list.names == ".Items" && outer == "" {
		return nowhere
	}
	return joined(outer, name, strconv.Itoa(i+1))
}

// joined joins what is not empty.
func joined(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		if name != "" && b.Len() > 0 {
			b.WriteByte('_')
		}
		b.WriteString(name)
	}
	return b.String()
}

// leave is called when a list has been filled in.
func (f *filler) leave(outer string) { f.place = outer }

// placeOf returns the place of a text in its paragraph, of several counted
// from 1; "" is none.
func (f *filler) placeOf(t *text, paragraph int) string {
	if t == nil || t.place == "" || f.place == nowhere {
		return ""
	}
	place := f.place
	if t.place != "." {
		place = joined(f.place, t.place)
	}
	if paragraph > 1 && place != "" {
		place += "_p" + strconv.Itoa(paragraph)
	}
	return place
}

// boxPlace returns the place of what stands in a box of the document of a record;
// other documents have a number and a date of their own.
func (f *filler) boxPlace(box string) string {
	if f.place != "" || f.t.ofItsOwn {
		return ""
	}
	return boxedFields[box]
}

// boxedFields are the fields of a record that its document has a box for.
var boxedFields = map[string]string{"so": "number", "ngay-thang": "date"}

// cellPlace returns the place of a cell of the record's own table: row 0 is that
// of the headings.
func (f *filler) cellPlace(row, column int) string {
	if f.place == nowhere || f.place == "" {
		return ""
	}
	return joined(f.place, "table", "r"+strconv.Itoa(row)+"c"+strconv.Itoa(column+1))
}
