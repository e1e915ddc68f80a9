package letters

import (
	"strings"
	"unicode"
)

// Latin letters stand in two blocks: up to the end of Latin Extended-B, and in Latin
// Extended Additional.
const (
	latinEnd      = 0x250
	additional    = 0x1E00
	additionalEnd = 0x1F00
)

// Slots is how many characters Slot tells apart.
const Slots = latinEnd + additionalEnd - additional

// Slot returns the place of a Latin character in a table of all, from 1; 0 for others.
func Slot(c rune) int {
	switch {
	case uint32(c) < latinEnd:
		return int(c)
	case c >= additional && c < additionalEnd:
		return int(c) - additional + latinEnd
	}
	return 0
}

// A latin is what package unicode says of a character. It looks letters up in lists
// of ranges, which takes nearly four times as long.
type latin struct {
	lower                      rune
	isLetter, isUpper, isSpace bool
}

var latins = func() (table [Slots]latin) {
	for c := rune(1); c < additionalEnd; c++ {
		if c == latinEnd {
			c = additional
		}
		table[Slot(c)] = latin{unicode.ToLower(c), unicode.IsLetter(c), unicode.IsUpper(c), unicode.IsSpace(c)}
	}
	return table
}()

// IsLetter is unicode.IsLetter.
func IsLetter(c rune) bool {
	if i := Slot(c); i > 0 {
		return latins[i].isLetter
	}
	return unicode.IsLetter(c)
}

// IsUpper is unicode.IsUpper.
func IsUpper(c rune) bool {
	if i := Slot(c); i > 0 {
		return latins[i].isUpper
	}
	return unicode.IsUpper(c)
}

// IsSpace is unicode.IsSpace.
func IsSpace(c rune) bool {
	if i := Slot(c); i > 0 {
		return latins[i].isSpace
	}
	return unicode.IsSpace(c)
}

// Small is unicode.ToLower.
func Small(c rune) rune {
	if i := Slot(c); i > 0 {
		return latins[i].lower
	}
	return unicode.ToLower(c)
}

// ToLower is strings.ToLower.
func ToLower(s string) string { return strings.Map(Small, s) }
