package read

import "ketluan/render/doc"

// A look is how a paragraph or a run is set, as far as it says; nil and "" are
// what it does not say.
type look struct {
	bold, italic, underline, caps *bool
	struck                        *bool
	hidden                        *bool
	size                          doc.PT
	align                         *Align
	left, first                   *doc.MM
	list                          string // ID of the numbering; "0" is none
	level                         *int
}

// over lays what l says over what is below it.
func (l look) over(below look) look {
	for _, f := range []struct{ into, from **bool }{
		{&below.bold, &l.bold}, {&below.italic, &l.italic}, {&below.underline, &l.underline}, {&below.caps, &l.caps}, {&below.hidden, &l.hidden}, {&below.struck, &l.struck},
	} {
		if *f.from != nil {
			*f.into = *f.from
		}
	}
	if l.size != 0 {
		below.size = l.size
	}
	if l.align != nil {
		below.align = l.align
	}
	if l.left != nil {
		below.left = l.left
	}
	if l.first != nil {
		below.first = l.first
	}
	if l.list != "" {
		below.list = l.list
	}
	if l.level != nil {
		below.level = l.level
	}
	return below
}

func said(b *bool) bool { return b != nil && *b }

// A style is a look with a name, on top of another.
type style struct {
	look
	base     string
	resolved bool
}

// styles are those of a file, by their IDs.
type styles struct {
	byID      map[string]*style
	paragraph string // the ID of the default of paragraphs
	defaults  look
}

func readStyles(w *walker) *styles {
	s := &styles{byID: map[string]*style{}}
	w.root(func(e element) bool {
		switch {
		case e.is("docDefaults"):
			w.each(func(e element) bool {
				if !e.is("rPrDefault", "pPrDefault") {
					return false
				}
				w.each(func(e element) bool { return w.properties(e, &s.defaults) })
				return true
			})
			return true
		case e.is("style"):
			id := e.plain("styleId")
			if e.plain("type") == "paragraph" && e.plain("default") != "" && e.plain("default") != "0" {
				s.paragraph = id
			}
			one := &style{}
			w.each(func(e element) bool {
				if e.is("basedOn") {
					one.base = e.val()
					return false
				}
				return w.properties(e, &one.look)
			})
			s.byID[id] = one
			return true
		}
		return false
	})
	return s
}

// maxBases is how many styles may stand on each other.
const maxBases = 20

// of returns the whole look of a style.
func (s *styles) of(id string) look {
	one := s.byID[id]
	if one == nil {
		return look{}
	}
	if one.resolved {
		return one.look
	}
	whole, base := one.look, one.base
	for range maxBases {
		below := s.byID[base]
		if below == nil {
			break
		}
		whole, base = whole.over(below.look), below.base
		if below.resolved {
			break
		}
	}
	one.look, one.resolved = whole, true
	return whole
}

// properties reads pPr and rPr of a style.
func (w *walker) properties(e element, into *look) bool {
	switch {
	case e.is("pPr"):
		w.each(func(e element) bool { return w.paragraphProperty(e, into) })
	case e.is("rPr"):
		w.each(func(e element) bool {
			runProperty(e, into)
			return false
		})
	default:
		return false
	}
	return true
}

// paragraphProperty reads one property; it reports whether it walked it.
func (w *walker) paragraphProperty(e element, into *look) bool {
	switch {
	case e.is("jc"):
		a := alignOf(e.val())
		into.align = &a
	case e.is("ind"):
		left := e.twips("left") + e.twips("start")
		first := e.twips("firstLine") - e.twips("hanging")
		into.left, into.first = &left, &first
	case e.is("numPr"):
		w.each(func(e element) bool {
			switch {
			case e.is("numId"):
				into.list = e.val()
			case e.is("ilvl"):
				n, _ := e.number("val")
				n = min(max(n, 0), maxLevel)
				into.level = &n
			}
			return false
		})
		return true
	}
	return false
}

func alignOf(s string) Align {
	switch s {
	case "center":
		return Centre
	case "right", "end":
		return Right
	case "both", "distribute":
		return Justify
	}
	return Left
}

func runProperty(e element, into *look) {
	on := e.on()
	switch {
	case e.is("b"):
		into.bold = &on
	case e.is("i"):
		into.italic = &on
	case e.is("u"):
		into.underline = &on
	case e.is("strike", "dstrike"):
		into.struck = &on
	case e.is("caps", "smallCaps"):
		into.caps = &on
	case e.is("vanish"):
		into.hidden = &on
	case e.is("sz"):
		if n, ok := e.number("val"); ok && n > 0 && n < 2000 {
			into.size = doc.PT(float64(n) / 2)
		}
	}
}
