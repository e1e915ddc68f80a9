package lexicon

import (
	"slices"
	"strings"
)

// offered is how often two syllables must stand side by side for one to be
// offered as what was meant beside the other.
const offered = 8

// readAttested reads what dictionaries count, and returns how often the syllables
// stand, and how often free, by number.
func (l *lexicon) readAttested() []uint8 {
	src, _ := lists.ReadFile(attestedFile)
	var rows []string
	levels := make([]uint8, 1, 8000)
	l.free = make([]uint8, 1, 8000)
	for line := range strings.Lines(string(src)) {
		if line[0] == '#' {
			continue
		}
		head, row, _ := strings.Cut(line, ":")
		head, free, _ := strings.Cut(head, " ")
		s, level := cutLevel(head)
		l.number(s)
		_, freely := cutLevel(free)
		levels, l.free, rows = append(levels, level), append(l.free, freely), append(rows, row)
	}
	l.attested = make([][]attested, len(rows)+1)
	all := make([]attested, 0, len(src)/6)
	for i, row := range rows {
		from := len(all)
		for field := range strings.FieldsSeq(row) {
			s, level := cutLevel(field)
			all = append(all, attested{l.numbers[s], level})
		}
		l.attested[i+1] = all[from:len(all):len(all)]
	}
	return levels
}

// cutLevel cuts the number off that stands behind a syllable.
func cutLevel(s string) (string, uint8) {
	end, level, unit := len(s), 0, 1
	for end > 0 && '0' <= s[end-1] && s[end-1] <= '9' {
		end--
		level, unit = level+unit*int(s[end]-'0'), unit*10
	}
	return s[:end], uint8(level)
}

// A seen pair is one of all that are known, and how often it stands.
type seen struct {
	pair  [2]Syllable
	often float32
}

// count sums up what is known of pairs and syllables.
func (l *lexicon) count(levels []uint8) {
	n := len(l.syllables)
	l.attested = append(l.attested, make([][]attested, n-len(l.attested))...)
	l.free = append(l.free, make([]uint8, n-len(l.free))...)
	l.single, l.bound = make([]float32, n), make([]bool, n)
	first, second := make([]float32, n), make([]float32, n)
	var common []seen
	see := func(a, b Syllable, times float32) {
		first[a] += times
		second[b] += times
	}
	for p, link := range l.links {
		a, b := Syllable(p>>32), Syllable(p&0xffffffff)
		if link >= Binding {
			l.bound[a], l.bound[b] = true, true
		}
		see(a, b, weights[link])
		if often := l.often(a, b); often >= offered {
			common = append(common, seen{[2]Syllable{a, b}, often})
		}
	}
	for a, row := range l.attested {
		for _, b := range row {
			see(Syllable(a), b.second, times(b.level))
			if often := times(b.level); often >= offered && l.links[pairOf(Syllable(a), b.second)] == 0 {
				common = append(common, seen{[2]Syllable{Syllable(a), b.second}, often})
			}
		}
	}
	for s := range l.single {
		l.single[s] = max(first[s], second[s])
		if s < len(levels) {
			l.single[s] = max(l.single[s], times(levels[s]))
		}
		if everywhere, alone := l.alone[l.syllables[s]]; everywhere {
			l.single[s] += 600
		} else if alone {
			l.single[s] += 40
		}
		l.total += l.single[s]
	}
	slices.SortFunc(common, func(a, b seen) int { return slices.Compare(a.pair[:], b.pair[:]) })
	l.after, l.before = beside(common, 0, n), beside(common, 1, n)
}

// beside returns, by the number of the syllable at one place of a pair, those at
// the other. One array holds them all: thousands of small ones took most of the
// time of reading.
func beside(common []seen, at, n int) [][]Syllable {
	sizes := make([]int, n)
	for _, c := range common {
		sizes[c.pair[at]]++
	}
	all, groups := make([]Syllable, len(common)), make([][]Syllable, n)
	for s, size := range sizes {
		groups[s], all = all[:0:size], all[size:]
	}
	for _, c := range common {
		groups[c.pair[at]] = append(groups[c.pair[at]], c.pair[1-at])
	}
	return groups
}
