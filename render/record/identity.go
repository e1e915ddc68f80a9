package record

import "strings"

// A task's ID ends in a check character behind its last hyphen:
// 2020-Q3/4.2-Z. It is that of ISO 7064 MOD 37,36, which finds every single
// wrong character and nearly every pair of neighbours that changed places.

// alphabet are the characters of ISO 7064 MOD 37,36, each at its value.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// The marks of an ID count as letters: no ID has both where one could be
// taken for the other.
var marks = strings.NewReplacer("/", "S", ".", "P", "-", "M", "_", "U")

// checked returns id with its check character.
func checked(id string) string { return id + "-" + string(checkCharacter(id)) }

// checkCharacter works the check character of an ID out, in capitals.
func checkCharacter(id string) byte {
	const m = len(alphabet)
	p := m
	for _, c := range []byte(strings.ToUpper(marks.Replace(id))) {
		s := p + max(strings.IndexByte(alphabet, c), 0)
		if s %= m; s == 0 {
			s = m
		}
		p = s * 2 % (m + 1)
	}
	return alphabet[(m+1-p)%m]
}

// CheckID reports whether the check character of a task's ID is the right
// one, in capitals or not.
func CheckID(id string) bool {
	i := strings.LastIndexByte(id, '-')
	return i > 0 && i == len(id)-2 && strings.EqualFold(id[i+1:], string(checkCharacter(id[:i])))
}
