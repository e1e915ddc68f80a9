package problem

import (
	"cmp"
	"slices"
	"strings"
)

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

// Slip returns the name that a word is one or two edits off, "" where it is a
// name itself or further from each: another name then, not one typed wrong.
func Slip(word string, names []string) string {
	best, fewest := "", 3
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d < fewest {
			best, fewest = name, d
		}
	}
	if fewest == 0 {
		return ""
	}
	return best
}

// NearestFirst returns the names in the order in which a word may have been
// meant to be one of them: first those that have a part of it, between spaces
// or hyphens, then by the edits that it takes, for the length of the longer of
// the two. Equally far ones keep theirs; capitals do not count.
func NearestFirst(word string, names []string) []string {
	from := strings.ToLower(word)
	parts := partsOf(from)
	far := map[string]float64{}
	for _, name := range names {
		to := strings.ToLower(name)
		a, b := []rune(from), []rune(to)
		far[name] = float64(distance(a, b)) / float64(max(len(a), len(b), 1))
		if slices.ContainsFunc(partsOf(to), func(part string) bool { return slices.Contains(parts, part) }) {
			far[name]-- // it is one at most
		}
	}
	sorted := slices.Clone(names)
	slices.SortStableFunc(sorted, func(a, b string) int { return cmp.Compare(far[a], far[b]) })
	return sorted
}

func partsOf(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '-' })
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
