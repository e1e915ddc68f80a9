package read

import (
	"encoding/binary"

	"ketluan/fonts"
)

// A cffFace is a face in Compact Font Format (Adobe Technical Note 5176), as far
// as its glyphs have names.
type cffFace struct {
	data    []byte
	strings [][]byte
	top     map[int]int // first operands of the top dictionary, by operator
}

// Operators of a top dictionary.
const (
	cffCharset  = 15
	cffEncoding = 16
	cffGlyphs   = 17
	cffROS      = 12<<8 | 30 // the glyphs have numbers, no names
)

// cff reads the names of glyphs, and the codes of the face's own encoding.
func (r *reader) cff(p *program, data []byte) {
	f := &cffFace{data: data, top: map[int]int{}}
	_, at := f.index(f.byteAt(2))
	tops, at := f.index(at)
	f.strings, _ = f.index(at)
	if len(tops) == 0 || !r.spend(len(f.strings)*entrySteps) {
		return
	}
	f.readTop(tops[0])
	if _, numbered := f.top[cffROS]; numbered {
		return
	}
	glyphs, _ := f.index(f.top[cffGlyphs])
	names := f.charset(len(glyphs))
	if !r.spend(len(names) * entrySteps) {
		return
	}
	for g, name := range names {
		if text := fonts.Text(name); text != "" {
			p.glyphs[g] = text
		}
	}
	for code, g := range f.encoding() {
		if text := p.glyphs[g]; text != "" {
			p.codes[code] = text
		}
	}
}

func (f *cffFace) byteAt(at int) int {
	if at < 0 || at >= len(f.data) {
		return 0
	}
	return int(f.data[at])
}

func (f *cffFace) u16(at int) int { return f.byteAt(at)<<8 | f.byteAt(at+1) }

// index reads the objects of an INDEX, and where it ends.
func (f *cffFace) index(at int) (objects [][]byte, end int) {
	n, size := f.u16(at), f.byteAt(at+2)
	if at < 0 || n == 0 || size < 1 || size > 4 || at+3+size*(n+1) > len(f.data) {
		return nil, at + 2
	}
	offset := func(i int) int {
		var b [4]byte
		copy(b[4-size:], f.data[at+3+size*i:at+3+size*(i+1)])
		return int(binary.BigEndian.Uint32(b[:]))
	}
	base := at + 2 + size*(n+1)
	for i := range n {
		from, to := base+offset(i), base+offset(i+1)
		if from < base || to < from || to > len(f.data) {
			return objects, len(f.data)
		}
		objects = append(objects, f.data[from:to])
	}
	return objects, base + offset(n)
}

// readTop reads the whole numbers of a dictionary.
func (f *cffFace) readTop(dict []byte) {
	var operand int
	for i := 0; i < len(dict); {
		b := int(dict[i])
		next := func(k int) int {
			if k += i + 1; k < len(dict) {
				return int(dict[k])
			}
			return 0
		}
		switch {
		case b == 12:
			f.top[12<<8|next(0)] = operand
			i += 2
		case b <= 21:
			f.top[b] = operand
			i++
		case b == 28:
			operand = int(int16(next(0)<<8 | next(1)))
			i += 3
		case b == 29:
			operand = int(int32(next(0)<<24 | next(1)<<16 | next(2)<<8 | next(3)))
			i += 5
		case b == 30: // a real number
			for i++; i < len(dict) && dict[i]&0xf != 0xf; i++ {
			}
			i++
		case b >= 32 && b <= 246:
			operand = b - 139
			i++
		case b >= 247 && b <= 250:
			operand = (b-247)<<8 + next(0) + 108
			i += 2
		case b >= 251 && b <= 254:
			operand = -(b-251)<<8 - next(0) - 108
			i += 2
		default:
			i++
		}
	}
}

// charset returns the names of n glyphs.
func (f *cffFace) charset(n int) []string {
	names := []string{".notdef"}
	at := f.top[cffCharset]
	if at <= 2 { // one that every reader knows; the first has the order of the names
		for sid := 1; sid < min(n, len(cffNames)) && at == 0; sid++ {
			names = append(names, cffNames[sid])
		}
		return names
	}
	format := f.byteAt(at)
	at++
	for len(names) < n && at < len(f.data) {
		first, more := f.u16(at), 0
		switch at += 2; format {
		case 1:
			more = f.byteAt(at)
			at++
		case 2:
			more = f.u16(at)
			at += 2
		}
		for sid := first; sid <= first+more && len(names) < n; sid++ {
			names = append(names, f.name(sid))
		}
	}
	return names
}

// standardStrings is how many strings of CFF are no face's own.
const standardStrings = 391

func (f *cffFace) name(sid int) string {
	switch own := sid - standardStrings; {
	case sid < len(cffNames):
		return cffNames[sid]
	case own >= 0 && own < len(f.strings):
		return string(f.strings[own])
	}
	return ""
}

// encoding returns the glyphs of the codes of the face's own encoding.
func (f *cffFace) encoding() map[int]int {
	glyphs := map[int]int{}
	at := f.top[cffEncoding]
	if at <= 1 {
		return glyphs // standard, or of experts
	}
	format, n, g := f.byteAt(at)&0x7f, f.byteAt(at+1), 1
	for i := range n {
		if format == 0 {
			glyphs[f.byteAt(at+2+i)] = g
			g++
			continue
		}
		first, more := f.byteAt(at+2+2*i), f.byteAt(at+3+2*i)
		for code := first; code <= first+more; code++ {
			glyphs[code] = g
			g++
		}
	}
	return glyphs
}
