package xlsx

import (
	"bytes"
	"encoding/xml"
	"path"
	"strconv"
	"strings"
	"unicode/utf16"

	"ketluan/render/sheet"
)

// A place is a sheet: its name and its part.
type place struct{ name, part string }

// A bookPart is what the workbook part says of the others.
type bookPart struct {
	sheets   []place
	strings  string // the part of the shared strings
	from1904 bool   // days count from 1904-01-01
}

// A relation is from one part to another.
type relation struct{ kind, target string }

// relations returns those of a part by their IDs. Kinds are the last words of
// the addresses that name them.
func (p *pack) relations(part string) (map[string]relation, error) {
	all := map[string]relation{}
	rels := strings.TrimPrefix(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"), "/")
	err := p.walk(rels, func(start *xml.StartElement, _ string, _ []byte) error {
		if start != nil && start.Name.Local == "Relationship" && attribute(start, "TargetMode") != "External" {
			target := attribute(start, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", path.Dir(part), target)
			}
			all[attribute(start, "Id")] = relation{path.Base(attribute(start, "Type")), strings.TrimPrefix(path.Clean(target), "/")}
		}
		return nil
	})
	return all, err
}

func (p *pack) root(kind, otherwise string) (string, error) {
	all, err := p.relations("/")
	for _, r := range all {
		if r.kind == kind {
			return r.target, err
		}
	}
	return otherwise, err
}

// book reads which sheets there are, in their order.
func (p *pack) book() (*bookPart, error) {
	part, err := p.root("officeDocument", "xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	if p.parts[strings.ToLower(part)] == nil || strings.HasPrefix(part, "word/") || strings.HasPrefix(part, "ppt/") {
		return nil, ErrNoWorkbook
	}
	relations, err := p.relations(part)
	if err != nil {
		return nil, err
	}
	b := &bookPart{}
	for _, r := range relations {
		if r.kind == "sharedStrings" {
			b.strings = r.target
		}
	}
	err = p.walk(part, func(start *xml.StartElement, _ string, _ []byte) error {
		if start == nil {
			return nil
		}
		switch start.Name.Local {
		case "workbookPr":
			on := attribute(start, "date1904")
			b.from1904 = on == "1" || on == "true"
		case "sheet":
			if len(b.sheets) == maxSheets {
				return ErrTooMany
			}
			for _, a := range start.Attr {
				if r := relations[a.Value]; a.Name.Local == "id" && r.kind == "worksheet" {
					b.sheets = append(b.sheets, place{attribute(start, "name"), r.target})
				}
			}
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = ErrBroken
	}
	return b, err
}

// identity reads the document properties.
func (p *pack) identity(f *sheet.Filled) error {
	core, err := p.root("core-properties", "docProps/core.xml")
	if err != nil {
		return err
	}
	if err := p.texts(core, func(element, text string, _ []xml.Attr) {
		switch element {
		case "identifier":
			f.Identifier = text
		case "created":
			f.Created = text
		case "modified":
			f.Modified = text
		}
	}); err != nil {
		return err
	}
	custom, err := p.root("custom-properties", "docProps/custom.xml")
	if err != nil {
		return err
	}
	return p.properties(custom, f)
}

func (p *pack) properties(part string, f *sheet.Filled) error {
	name := ""
	var text []byte
	return p.walk(part, func(start *xml.StartElement, end string, chars []byte) error {
		switch {
		case start != nil && start.Name.Local == "property":
			name, text = attribute(start, "name"), text[:0]
		case start != nil:
		case end == "property":
			switch value := decoded(string(bytes.TrimSpace(text))); name {
			case identityProperty:
				f.Record = value
			case unitProperty:
				f.Unit, f.HasUnit = value, true
			}
		case end == "":
			return gather(&text, chars)
		}
		return nil
	})
}

// texts tells the text of each innermost element of a part.
func (p *pack) texts(part string, tell func(element, text string, attributes []xml.Attr)) error {
	var text []byte
	var attributes []xml.Attr
	return p.walk(part, func(start *xml.StartElement, end string, chars []byte) error {
		switch {
		case start != nil:
			text, attributes = text[:0], start.Attr
		case end != "":
			tell(end, string(bytes.TrimSpace(text)), attributes)
			text = text[:0]
		default:
			return gather(&text, chars)
		}
		return nil
	})
}

// gather adds to a text, which may come in any number of pieces.
func gather(text *[]byte, chars []byte) error {
	if *text = append(*text, chars...); len(*text) > maxText {
		return ErrTooLarge
	}
	return nil
}

// sharedStrings reads the texts that cells name by number. Runs of rich text
// are joined; what is written beside them to say how they are read is not.
func (p *pack) sharedStrings(part string) ([]string, error) {
	var all []string
	t := richText{}
	err := p.walk(part, func(start *xml.StartElement, end string, chars []byte) error {
		if end == "si" {
			if len(all) == maxStrings {
				return ErrTooMany
			}
			all = append(all, t.take())
		}
		t.visit(start, end, chars)
		if t.b.Len() > maxText {
			return ErrTooLarge
		}
		return nil
	})
	return all, err
}

// A richText gathers the texts of a string's runs.
type richText struct {
	b        strings.Builder
	in       bool // a <t>
	phonetic bool
}

func (t *richText) visit(start *xml.StartElement, end string, chars []byte) {
	switch {
	case start != nil:
		t.in = start.Name.Local == "t"
		t.phonetic = t.phonetic || start.Name.Local == "rPh"
	case end != "":
		t.in = false
		t.phonetic = t.phonetic && end != "rPh"
	case t.in && !t.phonetic:
		t.b.Write(chars)
	}
}

// take returns what has been gathered, and begins anew.
func (t *richText) take() string {
	s := decoded(t.b.String())
	t.b.Reset()
	if strings.TrimSpace(s) == "" { // looked at once, not in each cell that names it
		return ""
	}
	return s
}

// decoded returns a text with the characters that XML cannot hold in the place
// of their codes: _x000D_.
func decoded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	var units []uint16
	flush := func() {
		b.WriteString(string(utf16.Decode(units)))
		units = nil
	}
	for i := 0; i < len(s); {
		if s[i] == '_' && isEscape(s[i:]) && len(s) > i+6 && s[i+6] == '_' {
			n, _ := strconv.ParseUint(s[i+2:i+6], 16, 16)
			units = append(units, uint16(n))
			i += 7
			continue
		}
		flush()
		b.WriteByte(s[i])
		i++
	}
	flush()
	return b.String()
}
