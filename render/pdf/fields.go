package pdf

import (
	"bytes"
	"fmt"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// rect returns the bottom left and the top right corner of a box, in points
// from the bottom left corner of a page.
func rect(b *layout.Box, height doc.MM) (left, bottom, right, top doc.PT) {
	return b.X.PT(), (height - b.Y - b.Height).PT(), (b.X + b.Width).PT(), (height - b.Y).PT()
}

// forms adds the signature fields to the file, in the order in which they are
// signed, and returns their entry of the catalog. Each is a field and its
// widget in one; its appearance, which PDF/A wants, is empty, for nothing is
// drawn where nobody has signed.
func (t *tree) forms() string {
	if len(t.marks.fields) == 0 {
		return ""
	}
	var all bytes.Buffer
	annotations := make([]bytes.Buffer, len(t.pages))
	for i, p := range t.marks.fields {
		left, bottom, right, top := rect(p.box, t.marks.heights[p.page])
		appearance := t.addStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", right-left, top-bottom), nil)
		p.object = t.add(fmt.Appendf(nil, "<</Type /Annot /Subtype /Widget /FT /Sig /T %s /TU %s /F 4 /P %d 0 R /Rect [%.2f %.2f %.2f %.2f] /AP <</N %d 0 R>> /StructParent %d>>",
			textString(p.box.Name), textString(p.box.Title), t.pages[p.page], left, bottom, right, top, appearance, len(t.pages)+i))
		fmt.Fprintf(&all, "%d 0 R ", p.object)
		fmt.Fprintf(&annotations[p.page], "%d 0 R ", p.object)
	}
	for i := range annotations {
		if annotations[i].Len() > 0 {
			t.extend(t.pages[i], "/Annots ["+annotations[i].String()+"]")
		}
	}
	return fmt.Sprintf(" /AcroForm <</Fields [%s] /SigFlags 0>>", all.String())
}
