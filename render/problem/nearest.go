package problem

import "strings"

// Nearest returns the name that a word was most likely meant to be: the one
// that takes the fewest edits, if those are few for its length; "" where there
// is none. Capitals do not count.
func Nearest(word string, names []string) string {
	best, fewest := "", len([]rune(word))/3+2
	for _, name := range names {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(name))); d < fewest {
			best, fewest = name, d
		}
	}
	return best
}

// distance is that of Levenshtein, with words cut at 100 characters.
func distance(a, b []rune) int {
	a, b = a[:min(len(a), 100)], b[:min(len(b), 100)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
