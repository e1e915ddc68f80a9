package check

import (
	"strings"
	"sync"

	"ketluan/render/check/lexicon"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// A Run checks many records, of which many may be checked at once, and remembers
// what it found out about words: an office says much the same in all. The findings
// are those of Record.
type Run struct {
	memories sync.Pool // of *memory: each is of one record at a time
}

// Record is the function of that name; a nil run remembers nothing.
func (run *Run) Record(rec *record.Record, problems []problem.Problem, kinds ...kind.Kind) []Finding {
	every := func(*Rule) bool { return true }
	if run == nil {
		return inspect(rec, problems, kinds, &memory{}, every)
	}
	m, _ := run.memories.Get().(*memory)
	if m == nil {
		m = &memory{}
	}
	defer run.memories.Put(m)
	return inspect(rec, problems, kinds, m, every)
}

// Limits of a memory, of about 3 MB.
const (
	maxGuesses  = 1 << 15
	maxSpelled  = 1 << 12
	longestWord = 32 // bytes, of one that is remembered
)

// A memory is what was found out about words. Of 1,000 records of 30 tasks it saves
// a seventh of the time of a check, nearly all of it for guesses.
type memory struct {
	guesses map[surrounded]meaning
	spelled map[string]*spelling // of words that the lexicon does not have: names, numbers
}

// surrounded is a syllable, the third, with those around it in its phrase; 0 for none.
type surrounded [5]lexicon.Syllable

// guessFor returns what the third of five may have been meant to be. It depends on
// nothing but their numbers, where all that are near have one.
func (m *memory) guessFor(five []stand) meaning {
	for _, s := range five[1:4] {
		if s.n == 0 && s.s != "" {
			return guessFor(five)
		}
	}
	p := placeOf(five)
	key := surrounded{p.outerBefore, p.before, five[2].n, p.after, p.outerAfter}
	g, known := m.guesses[key]
	if !known {
		if m.guesses == nil || len(m.guesses) >= maxGuesses {
			m.guesses = make(map[surrounded]meaning, 1024)
		}
		g = guessFor(five)
		m.guesses[key] = g
	}
	return g
}

// spell gives words their spellings.
func (m *memory) spell(words []word) {
	known := attested()
	for i, w := range words {
		s := known[w.s]
		if s == nil {
			s = m.spelled[w.s]
		}
		if s == nil {
			s = m.learn(w.s)
		}
		words[i].spelling = s
	}
}

func (m *memory) learn(word string) *spelling {
	if len(word) > longestWord {
		return spell(word)
	}
	if m.spelled == nil || len(m.spelled) >= maxSpelled {
		m.spelled = make(map[string]*spelling, 256)
	}
	word = strings.Clone(word) // else it would keep all of the record's text
	s := spell(word)
	m.spelled[word] = s
	return s
}
