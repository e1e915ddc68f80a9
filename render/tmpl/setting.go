package tmpl

import "ketluan/render/doc"

// setting is how the paragraphs of a style are set.
func (f *filler) setting(name string) doc.Style {
	st := f.t.file.Styles[name]
	s := doc.Style{
		Name: name, Title: st.Name, Font: f.font(st, name, false, false),
		Align: doc.Align(st.Align), Indent: st.Indent, Hang: st.Hang,
		Before: st.Before, Leading: st.Leading, KeepOn: st.KeepOn, Heading: doc.Heading(st.Heading), NewPage: st.NewPage, Ornament: st.Ornament,
	}
	if st.Rule != nil {
		s.Rule = &doc.Rule{Part: st.Rule.Part, Gap: st.Rule.Gap, Thickness: st.Rule.Thickness}
	}
	return s
}

// font returns the font of a style in the set of sizes being tried.
func (f *filler) font(st style, name string, bold, italic bool) doc.Font {
	size := st.Size
	if s, ok := f.sizes[name]; ok {
		size = s
	}
	face := doc.Regular
	switch bold, italic := st.Bold || bold, st.Italic || italic; {
	case bold && italic:
		face = doc.BoldItalic
	case bold:
		face = doc.Bold
	case italic:
		face = doc.Italic
	}
	return doc.Font{Face: face, Size: size}
}
