package layout

import "ketluan/render/doc"

// mostAnew is how many lines around one that ends within a code are broken anew
// so that the others stay.
const mostAnew = 8

// none is the end of a line that other programs cannot end there.
const none = -1

// otherwise returns the lines of a paragraph as other programs can end them: not
// within a code but behind its hyphens. The lines around such an end are broken
// anew, the fewest that come to as many lines again; where none do, all are.
func (s *setter) otherwise(p *doc.Paragraph, l *Lines, lines []textLine) *Lines {
	l.Ends = make([]int, len(lines))
	within := false
	for i, ln := range lines {
		l.Ends[i] = ln.to
		w := l.Words[ln.to-1]
		within = within || i < len(lines)-1 && w.Space == 0 && !w.Ends && l.Text[w.To-1] != '-'
	}
	if !within {
		return l
	}
	anew := s.atHyphens(p, l)
	anew.Ends = endsIn(anew, l)
	if p.Style.Align == doc.Centre || !s.mend(anew, p.Style.Align) {
		s.breakAll(anew, len(lines), p.Style.Align)
	}
	return anew
}

// atHyphens loads a paragraph with words that end behind hyphens alone.
func (s *setter) atHyphens(p *doc.Paragraph, l *Lines) *Lines {
	m := measure{l.First, l.Rest}
	s.load(p.Spans)
	s.hyphens = true
	s.split(min(m.first, m.rest))
	s.hyphens = false
	return s.remember(m, l.Hang)
}

// endsIn returns the words that the lines of a paragraph end before, among other
// words of the same text; none where a line ends within one.
func endsIn(words, lines *Lines) []int {
	ends := make([]int, len(lines.Ends))
	at := 0
	for i, end := range lines.Ends {
		to := lines.Words[end-1].To
		for at < len(words.Words) && words.Words[at].To < to {
			at++
		}
		ends[i] = none
		if at < len(words.Words) && words.Words[at].To == to {
			ends[i] = at + 1
		}
	}
	return ends
}

// mend breaks the lines around each end that cannot be anew; false where that
// takes more or fewer lines.
func (s *setter) mend(l *Lines, align doc.Align) bool {
	for i, end := range l.Ends {
		if end == none && !s.mendAt(l, i, align) {
			return false
		}
	}
	return true
}

// mendAt finds the fewest lines, the one at i and the next among them, that can
// be broken anew.
func (s *setter) mendAt(l *Lines, i int, align doc.Align) bool {
	for count := 2; count <= mostAnew; count++ {
		for from := i; from >= max(i+2-count, 0); from-- {
			to := from + count
			if to > len(l.Ends) || l.Ends[to-1] == none || from > 0 && l.Ends[from-1] == none {
				continue
			}
			if s.mendBetween(l, from, to, align) {
				return true
			}
		}
	}
	return false
}

// mendBetween breaks the lines from..to-1 anew, if need be with narrower spaces.
func (s *setter) mendBetween(l *Lines, from, to int, align doc.Align) bool {
	first := 0
	if from > 0 {
		first = l.Ends[from-1]
	}
	all := s.words
	defer func() { s.words, s.goesOn, s.tight = all, false, false }()
	s.words, s.goesOn = all[first:l.Ends[to-1]], to < len(l.Ends)
	for _, s.tight = range []bool{false, true} {
		set := s.breakLines(measure{l.Measure(from), l.Rest}, align)
		if len(set) != to-from {
			continue
		}
		for k, ln := range set {
			l.Ends[from+k] = first + ln.to
		}
		return true
	}
	return false
}

// breakAll breaks the whole paragraph anew, into as many lines as it had if
// narrower spaces do that.
func (s *setter) breakAll(l *Lines, count int, align doc.Align) {
	m := measure{l.First, l.Rest}
	set := s.breakLines(m, align)
	if len(set) > count {
		s.tight = true
		if fewer := s.breakLines(m, align); len(fewer) == count {
			set = fewer
		}
		s.tight = false
	}
	l.Ends = l.Ends[:0]
	for _, ln := range set {
		l.Ends = append(l.Ends, ln.to)
	}
}
