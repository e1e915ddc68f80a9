package tmpl

import (
	"math"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/record"
)

// The names of the boxes of agencies' seals, and what those of signers begin
// with.
const (
	sealBox   = "co-quan"
	signerBox = "nguoi-ky"
	clerkBox  = "thu-ky" // of who wrote the minutes
)

// fill fills the space for signatures in. It is as high as its boxes: nothing is
// printed below a stamp.
func (s *signing) fill(dot any, stamps record.Stamps) ([]doc.Block, error) {
	filled := &doc.Signing{Height: s.Height}
	for _, b := range s.Boxes {
		title, err := b.Title.fill(dot)
		if err != nil {
			return nil, err
		}
		field, err := b.Field.holds(dot)
		if err != nil {
			return nil, err
		}
		filled.Boxes = append(filled.Boxes, doc.Box{Name: b.Name, Title: title, Offset: b.Offset, Width: b.Width, Height: b.Height, Field: field})
	}
	stamp(filled.Boxes, stamps)
	level(filled)
	return []doc.Block{filled}, nil
}

// stamp gives boxes the sizes of a signing tool. The seal covers the left third
// of the signature (Phụ lục I, II.8), unless the tool has another place for it.
func stamp(boxes []doc.Box, stamps record.Stamps) {
	var signer *doc.Box
	for i := range boxes {
		b := &boxes[i]
		if strings.HasPrefix(b.Name, signerBox) || strings.HasPrefix(b.Name, clerkBox) {
			resize(b, stamps.Signer)
			signer = b
		}
	}
	for i := range boxes {
		b := &boxes[i]
		if b.Name != sealBox || stamps.Seal == (record.Size{}) && stamps.Signer == (record.Size{}) {
			continue
		}
		resize(b, stamps.Seal)
		b.Inside = true
		if signer == nil {
			continue
		}
		b.Offset = signer.Offset - signer.Width/6 - b.Width/2
		if at := stamps.SealAt; at.Set {
			b.Offset = signer.Offset + (b.Width-signer.Width)/2 + doc.PT(at.X).MM()
			b.Drop = signer.Drop - (b.Height-signer.Height)/2 - doc.PT(at.Y).MM()
		}
	}
}

func resize(b *doc.Box, to record.Size) {
	if to != (record.Size{}) {
		b.Width, b.Height = doc.PT(to.Width).MM(), doc.PT(to.Height).MM()
	}
}

func sized(s record.Size) doc.Size { return doc.Size{Width: doc.PT(s.Width), Height: doc.PT(s.Height)} }

// level makes the space as high as what its boxes take together, and puts these
// in its middle.
func level(s *doc.Signing) {
	top, bottom := doc.MM(0), doc.MM(0)
	for _, b := range s.Boxes {
		top, bottom = min(top, b.Drop-b.Height/2), max(bottom, b.Drop+b.Height/2)
	}
	for i := range s.Boxes {
		s.Boxes[i].Drop -= (top + bottom) / 2
	}
	s.Height = max(s.Height, (bottom - top).PT())
}

// evenSigning gives the spaces for signatures beside each other one height, so
// that the names below are level.
func evenSigning(cells []doc.Cell) {
	var all []*doc.Signing
	highest := doc.PT(0)
	for _, cell := range cells {
		for _, b := range cell.Blocks {
			if s, ok := b.(*doc.Signing); ok {
				all, highest = append(all, s), max(highest, s.Height)
			}
		}
	}
	for _, s := range all {
		s.Height = highest
	}
}

// nbspEm is the width of the space that does not break, in em, in all faces of
// Times New Roman and those made after it.
const nbspEm = 0.25

const nbsp = "\u00A0"

// roomy widens what a text leaves blank to the stamps of a signing tool: of a
// number's place all of it, of a date's that of the day and that of the month.
func roomy(box, text string, size doc.PT, stamps record.Stamps) string {
	switch box {
	case "so":
		if text != "" && strings.Trim(text, nbsp) == "" {
			return widened(text, stamps.Number, size)
		}
	case "ngay-thang":
		before, month, ok := strings.Cut(text, " tháng ")
		if ok {
			lead := strings.TrimRight(before, nbsp)
			text = lead + widened(before[len(lead):], stamps.Day, size) + " tháng "
			rest := strings.TrimLeft(month, nbsp)
			text += widened(month[:len(month)-len(rest)], stamps.Month, size) + rest
		}
	}
	return text
}

// widened makes a blank as wide as a stamp, at most half of the column: numbers
// are stamped over more than their blank.
func widened(blanks string, to record.Size, size doc.PT) string {
	const most = 60 // pt
	if blanks == "" {
		return ""
	}
	n := int(math.Ceil(min(to.Width, most) / float64(size) / nbspEm))
	return strings.Repeat(nbsp, max(n, strings.Count(blanks, nbsp)))
}
