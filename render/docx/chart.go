package docx

import "ketluan/render/doc"

func (b *body) chart(c *doc.Chart, width doc.MM) {}
