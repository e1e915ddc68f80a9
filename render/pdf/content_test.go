package pdf_test

import "strings"

// An operator of a content stream with its operands as they are written.
type operator struct {
	name     string
	operands []string
}

// operators reads a content stream: strings and dictionaries are one operand.
func operators(content []byte) []operator {
	var all []operator
	var operands []string
	for at := 0; at < len(content); {
		switch c := content[at]; {
		case strings.IndexByte(" \t\r\n\f\x00", c) >= 0:
			at++
			continue
		case c == '(':
			end := endOfString(content, at)
			operands = append(operands, string(content[at:end]))
			at = end
			continue
		case c == '<' && at+1 < len(content) && content[at+1] == '<':
			depth, end := 0, at
			for {
				pair := string(content[end:min(end+2, len(content))])
				if pair == "<<" {
					depth++
					end++
				} else if pair == ">>" {
					depth--
					end++
				}
				end++
				if depth == 0 || end >= len(content) {
					break
				}
			}
			operands = append(operands, string(content[at:end]))
			at = end
			continue
		}
		end := at + 1
		for end < len(content) && strings.IndexByte(" \t\r\n\f\x00(<[]/", content[end]) < 0 {
			end++
		}
		word := string(content[at:end])
		at = end
		if c := word[0]; c == '/' || c == '[' || c == ']' || c == '-' || c == '.' || c >= '0' && c <= '9' {
			operands = append(operands, word)
			continue
		}
		all = append(all, operator{word, operands})
		operands = nil
	}
	return all
}

// endOfString returns the end of the string that begins at a place.
func endOfString(content []byte, at int) int {
	depth := 0
	for ; at < len(content); at++ {
		switch content[at] {
		case '\\':
			at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return at + 1
			}
		}
	}
	return at
}

// unescape returns the bytes of a string operand.
func unescape(operand string) []byte {
	var b []byte
	inside := operand[1 : len(operand)-1]
	for i := 0; i < len(inside); i++ {
		c := inside[i]
		if c == '\\' && i+1 < len(inside) {
			i++
			c = inside[i]
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			}
		}
		b = append(b, c)
	}
	return b
}
