package docx

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"unicode"
)

// A paragraph's place in the record goes with it as the name of a bookmark, and
// with it a sum of its text: who gets the file back edited knows whether the
// record still says there what was sent. Names survive where properties and
// parts of our own do not.

// maxMark is the length of the longest name that Word allows a bookmark.
const maxMark = 40

// sumLength is the length of a sum: 40 bits.
const sumLength = 8

var sums = base32.HexEncoding.WithPadding(base32.NoPadding)

// Mark returns the name of the bookmark around a text that stands at a place in
// the record, as kl_2_1__0a1b2c3d; "" where it is too long for one.
func Mark(place, text string) string {
	name := place + "__" + Sum(text)
	if len(name) > maxMark {
		return ""
	}
	return name
}

// Unmark returns the place and the sum that a bookmark names; false for one that
// is not ours.
func Unmark(name string) (place, sum string, ok bool) {
	i := strings.LastIndex(name, "__")
	if i <= 0 || len(name)-i-2 != sumLength {
		return "", "", false
	}
	return name[:i], strings.ToLower(name[i+2:]), true
}

// Sum returns the sum of a text: kinds of spaces and hyphens do not count, which
// programs change.
func Sum(text string) string {
	sum := sha256.Sum256([]byte(Plain(text)))
	return strings.ToLower(sums.EncodeToString(sum[:])[:sumLength])
}

// Plain returns a text with single spaces, none at its ends, and one hyphen: what
// tells the words of two files apart, and not how they were set.
func Plain(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, c := range text {
		switch {
		case unicode.IsSpace(c):
			space = b.Len() > 0
			continue
		case c == '\u2011':
			c = '-'
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(c)
	}
	return b.String()
}
