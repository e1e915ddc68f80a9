package layout

import "ketluan/render/doc"

// signing returns the empty space for signatures, with their boxes and
// the fields of these.
func signing(b *doc.Signing, width doc.MM, fields []*Element) strip {
	st := strip{height: b.Height.MM()}
	for i, box := range b.Boxes {
		it := Box{
			X: (width-box.Width)/2 + box.Offset, Y: (st.height-box.Height)/2 + box.Drop,
			Width: box.Width, Height: box.Height, Name: box.Name, Title: box.Title, Element: fields[i],
		}
		if box.Inside {
			it.X = max(it.X, 0)
		}
		st.items = append(st.items, it)
	}
	return st
}
