package layout

import "ketluan/render/doc"

// signing returns the empty space for signatures, with their boxes.
func signing(b *doc.Signing, width doc.MM, into *Element) strip {
	st := strip{height: b.Height.MM()}
	for _, box := range b.Boxes {
		it := Box{
			X: (width-box.Width)/2 + box.Offset, Y: (st.height-box.Height)/2 + box.Drop,
			Width: box.Width, Height: box.Height, Name: box.Name, Title: box.Title,
		}
		if box.Inside {
			it.X = max(it.X, 0)
		}
		if box.Field {
			it.Element = into.add(RoleForm)
		}
		st.items = append(st.items, it)
	}
	return st
}
