package pdf

import (
	"encoding/binary"
	"math"
)

// sRGB returns a colour profile of sRGB (IEC 61966-2-1) as ICC.1:2010 defines
// profiles (version 4): the output intent that PDF/A wants. The black of the
// notice needs no more of it.
func sRGB() []byte {
	type tag struct {
		signature string
		data      []byte
	}
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"),
		fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	tags := []tag{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", xyz(0.9642, 1, 0.8249)}, // D50
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed(
			1.04788, 0.02292, -0.05022,
			0.02959, 0.99048, -0.01707,
			-0.00925, 0.01508, 0.75168)...)}, // from D65 to D50, Bradford
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var content []byte
	start := headerSize + 4 + 12*len(tags)
	curveAt := 0
	for _, t := range tags {
		at := start + len(content)
		if t.signature[1:] == "TRC" {
			if curveAt == 0 {
				curveAt = at
			} else {
				at = curveAt // the three share one
			}
		}
		table = append(table, t.signature...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		if at == start+len(content) {
			content = append(content, t.data...)
			content = append(content, make([]byte, -len(content)&3)...)
		}
	}
	profile := append(header(start+len(content)), table...)
	return append(profile, content...)
}

const headerSize = 128

func header(size int) []byte {
	h := make([]byte, headerSize)
	binary.BigEndian.PutUint32(h, uint32(size))
	h[8], h[9] = 4, 0x30 // version 4.3
	copy(h[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(h[24:], 2000) // a date is wanted; this one says nothing
	h[27], h[29] = 1, 1
	copy(h[36:], "acsp")
	copy(h[68:], fixed(0.9642, 1, 0.8249))
	return h
}

// fixed writes numbers as s15Fixed16Number.
func fixed(values ...float64) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

func xyz(x, y, z float64) []byte {
	return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...)
}

// localized writes an ASCII text as multiLocalizedUnicodeType, in English.
func localized(text string) []byte {
	b := append([]byte("mluc\x00\x00\x00\x00"), 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(text)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for i := range len(text) {
		b = append(b, 0, text[i])
	}
	return b
}
