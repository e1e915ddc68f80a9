package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// offered is how often two syllables must stand side by side for one to be
// offered as what was meant beside the other.
const offered = 8

// readAttested reads what dictionaries count: which syllables stand behind which. It
// returns how often each stands, by number.
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
	l.known = make([][]known, len(rows)+1)
	all := make([]known, 0, len(src)/6)
	for i, row := range rows {
		from := len(all)
		for field := range strings.FieldsSeq(row) {
			s, level := cutLevel(field)
			all = append(all, known{second: l.numbers[s], often: times(level)})
		}
		l.known[i+1] = all[from:len(all):len(all)]
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

// count sums up what is known of pairs and syllables.
func (l *lexicon) count(levels []uint8) {
	n := len(l.syllables)
	l.known = append(l.known, make([][]known, n-len(l.known))...)
	l.free = append(l.free, make([]uint8, n-len(l.free))...)
	l.single, l.bound = make([]float32, n), make([]bool, n)
	first, second := make([]float32, n), make([]float32, n)
	for p, link := range l.links {
		a, b := p.parts()
		if link >= Binding {
			l.bound[a], l.bound[b] = true, true
		}
		first[a] += weights[link]
		second[b] += weights[link]
	}
	for a, row := range l.known {
		for _, b := range row {
			first[a] += b.often
			second[b.second] += b.often
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
	l.merge()
	var common [][2]Syllable
	for a, row := range l.known {
		for _, b := range row {
			if b.often >= offered {
				common = append(common, [2]Syllable{Syllable(a), b.second})
			}
		}
	}
	l.after, l.before = beside(common, 0, n), beside(common, 1, n)
}

// merge puts the links among what dictionaries count, where one search finds both.
func (l *lexicon) merge() {
	pairs, counted := slices.Sorted(maps.Keys(l.links)), 0
	for _, row := range l.known {
		counted += len(row)
	}
	all := make([]known, 0, counted+len(pairs))
	for a, row := range l.known {
		from := len(all)
		for ; len(pairs) > 0; pairs = pairs[1:] {
			first, second := pairs[0].parts()
			if first != Syllable(a) {
				break
			}
			for len(row) > 0 && row[0].second < second {
				all, row = append(all, row[0]), row[1:]
			}
			k := known{second: second}
			if len(row) > 0 && row[0].second == second {
				k, row = row[0], row[1:]
			}
			k.link = l.links[pairs[0]]
			k.often += weights[k.link]
			all = append(all, k)
		}
		all = append(all, row...)
		l.known[a] = all[from:len(all):len(all)]
	}
	l.links = nil
}

// beside returns, by the number of the syllable at one place of a pair, those at
// the other. One array holds them all: thousands of small ones took most of the
// time of reading.
func beside(common [][2]Syllable, at, n int) [][]Syllable {
	sizes := make([]int, n)
	for _, c := range common {
		sizes[c[at]]++
	}
	all, groups := make([]Syllable, len(common)), make([][]Syllable, n)
	for s, size := range sizes {
		groups[s], all = all[:0:size], all[size:]
	}
	for _, c := range common {
		groups[c[at]] = append(groups[c[at]], c[1-at])
	}
	return groups
}
