package check

// A byteSet is some of the characters of one byte.
type byteSet [256]bool

func setOf(chars string) *byteSet {
	var set byteSet
	for i := range len(chars) {
		set[chars[i]] = true
	}
	return &set
}

var (
	blanks      = setOf(" ")
	opening     = setOf("(")
	closed      = setOf(")")
	marksBefore = setOf(",;:.(") // that another may not follow
	marksBehind = setOf(",;:.)")
	marksAtEnd  = setOf(",;:.!?")
)

// meet reports two marks in a row, but for spaces between them, which is cheap
// to see and rare.
func meet(s string, first, second *byteSet) bool {
	skip := !first[' '] && !second[' ']
	for i := 0; i+1 < len(s); i++ {
		if !first[s[i]] {
			continue
		}
		j := i + 1
		for skip && j < len(s) && s[j] == ' ' {
			j++
		}
		if j < len(s) && second[s[j]] {
			return true
		}
	}
	return false
}
