package read

// Codes of LZW as PDF has it (ISO 32000-1, 7.4.4).
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258 // of the table
	lzwWidth = 12  // bits of the longest code
)

// An lzwTable has the texts of codes, as places in what was unpacked.
type lzwTable struct {
	content    []byte
	from, size [1 << lzwWidth]int
	next, last int // the code that comes next; the one before, -1 behind a clearing
}

// fromLZW unpacks what LZW packed. With early the codes grow a bit longer one
// code before they must. What is cut short is read as far as it goes.
func fromLZW(src []byte, early bool) ([]byte, error) {
	t := &lzwTable{next: lzwFirst, last: -1}
	var bits, have uint
	width, soon := 9, 0
	if early {
		soon = 1
	}
	for _, b := range src {
		if bits, have = bits<<8|uint(b), have+8; have < uint(width) {
			continue
		}
		have -= uint(width)
		code := int(bits >> have & (1<<width - 1))
		switch code {
		case lzwEnd:
			return t.content, nil
		case lzwClear:
			t.next, t.last, width = lzwFirst, -1, 9
			continue
		}
		if !t.take(code) {
			return nil, ErrStream
		}
		if t.next+soon >= 1<<width && width < lzwWidth {
			width++
		}
	}
	return t.content, nil
}

// take adds the text of a code, and reports whether there is one.
func (t *lzwTable) take(code int) bool {
	at := len(t.content)
	if t.last >= 0 && t.next < 1<<lzwWidth {
		// The new code is the last text and the first letter of this one, as they
		// will stand in the content.
		length := 1
		if t.last >= lzwFirst {
			length = t.size[t.last]
		}
		t.from[t.next], t.size[t.next] = at-length, length+1
		t.next++
	}
	if code >= t.next || code >= lzwFirst && t.last < 0 {
		return false
	}
	if t.last = code; code < lzwClear {
		t.content = append(t.content, byte(code))
		return true
	}
	from, size := t.from[code], t.size[code]
	if from+size > at { // the new code's last letter is the first of this one
		t.content = append(t.content, t.content[from:at]...)
		t.content = append(t.content, t.content[from])
	} else {
		t.content = append(t.content, t.content[from:from+size]...)
	}
	return len(t.content) <= maxStream
}

// fromRuns unpacks runs of bytes (ISO 32000-1, 7.4.5).
func fromRuns(src []byte) ([]byte, error) {
	const end = 128
	var content []byte
	for i := 0; i < len(src) && src[i] != end; {
		n := int(src[i])
		i++
		if n < end {
			to := min(i+n+1, len(src))
			content = append(content, src[i:to]...)
			i = to
		} else if i < len(src) {
			for range 257 - n {
				content = append(content, src[i])
			}
			i++
		}
		if len(content) > maxStream {
			return nil, ErrStream
		}
	}
	return content, nil
}
