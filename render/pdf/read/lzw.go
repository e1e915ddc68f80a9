package read

// Codes of LZW as PDF has it (ISO 32000-1, 7.4.4).
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258 // of the table
	lzwWidth = 12  // bits of the longest code
)

// fromLZW unpacks what LZW packed. With early the codes grow a bit longer one
// code before they must. What is cut short is read as far as it goes.
func fromLZW(src []byte, early bool) ([]byte, error) {
	var (
		content       []byte
		prefix, start [1 << lzwWidth]int // of each code: where its text was first written, and its length
		next, width   = lzwFirst, 9
		bits, have    uint
		last          = -1
		soon          int
	)
	if early {
		soon = 1
	}
	for _, b := range src {
		bits, have = bits<<8|uint(b), have+8
		if have < uint(width) {
			continue
		}
		have -= uint(width)
		code := int(bits >> have & (1<<width - 1))
		switch {
		case code == lzwEnd:
			return content, nil
		case code == lzwClear:
			next, width, last = lzwFirst, 9, -1
			continue
		case code > next || code == next && last < 0 || code >= lzwFirst && last < 0:
			return nil, ErrStream
		}
		at := len(content)
		if last >= 0 && next < 1<<lzwWidth {
			// The new code is the last text and the first letter of this one, as they
			// will stand in the content.
			length := 1
			if last >= lzwFirst {
				length = start[last]
			}
			prefix[next], start[next] = at-length, length+1
			next++
		}
		if code < lzwClear {
			content = append(content, byte(code))
		} else {
			for i := range start[code] { // it may reach into what is written here
				content = append(content, content[prefix[code]+i])
			}
		}
		if len(content) > maxStream {
			return nil, ErrStream
		}
		if last = code; next+soon >= 1<<width && width < lzwWidth {
			width++
		}
	}
	return content, nil
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
