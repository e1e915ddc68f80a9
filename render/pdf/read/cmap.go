package read

import "unicode/utf16"

// maxMapped bounds how many codes a CMap may map.
const maxMapped = 70_000

// readCMap reads the texts of codes from a ToUnicode CMap (ISO 32000-1, 9.10.3).
func (b *budget) readCMap(texts map[int]string, cmap []byte) {
	b.eachEntry(cmap, func(op string, operands []any) bool {
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				if text, ok := operands[i+1].(stringToken); ok {
					texts[codeOf(operands[i])] = utf16Text(text)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				b.readRange(texts, codeOf(operands[i]), codeOf(operands[i+1]), operands[i+2])
			}
		}
		return len(texts) < maxMapped
	})
}

// eachEntry reads the operators of a CMap with what stands before them, as long
// as take wants more.
func (b *budget) eachEntry(cmap []byte, take func(op string, operands []any) bool) {
	l := &lexer{content: cmap, budget: b}
	var operands []any
	for b.err == nil {
		token, ok := l.next(0)
		if !ok {
			return
		}
		op, isOp := token.(opToken)
		if !isOp {
			if len(operands) < 3*maxMapped {
				operands = append(operands, token)
			}
			continue
		}
		if !take(string(op), operands) {
			return
		}
		operands = operands[:0]
	}
}

func (b *budget) readRange(texts map[int]string, first, last int, to any) {
	for code := first; code <= last && len(texts) < maxMapped && b.spend(entrySteps); code++ {
		switch to := to.(type) {
		case arrayToken:
			if i := code - first; i < len(to) {
				if text, ok := to[i].(stringToken); ok {
					texts[code] = utf16Text(text)
				}
			}
		case stringToken:
			if units := []rune(utf16Text(to)); len(units) > 0 && b.spend(len(units)) {
				units[len(units)-1] += rune(code - first)
				texts[code] = string(units)
			}
		}
	}
}

// codeOf returns a code of one or two bytes; -1 for anything else.
func codeOf(o any) int {
	s, ok := o.(stringToken)
	if !ok || len(s) == 0 || len(s) > 2 {
		return -1
	}
	code := 0
	for _, b := range s {
		code = code<<8 | int(b)
	}
	return code
}

func utf16Text(s stringToken) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}
