package report

import (
	"strings"

	"ketluan/render/calendar"
)

// A Word is what one of several leading units says of a task, or the office in
// its place.
type Word struct {
	Who string // as people read it
	Values
}

// jointState is done where all are; where one has begun it is under way.
func jointState(_ string, words []Word) Value {
	said := map[State]int{}
	for _, w := range words {
		said[w.State()]++
	}
	switch {
	case said[Done] == len(words):
		return Done
	case said[Done]+said[UnderWay] > 0:
		return UnderWay
	case said[Paused] > 0:
		return Paused
	case said[NotStarted] > 0:
		return NotStarted
	}
	return nil
}

// lowest is the least of all numbers; without one of them there is none.
func lowest(key string, words []Word) Value {
	least := Percent(100)
	for _, w := range words {
		p, ok := w.Values[key].(Percent)
		if !ok {
			return nil
		}
		least = min(least, p)
	}
	return least
}

// lastDone is the last day of those who are done, once all are.
func lastDone(key string, words []Word) Value {
	for _, w := range words {
		if w.State() != Done || w.Values[key] == nil {
			return nil
		}
	}
	return latest(key, words)
}

// latest is the last of the days that somebody says.
func latest(key string, words []Word) Value {
	var last calendar.Date
	for _, w := range words {
		if d := w.day(key); !d.IsZero() && last.Before(d) {
			last = d
		}
	}
	if last.IsZero() {
		return nil
	}
	return Day(last)
}

// maxJoint is how many characters of a joint text are kept: a ledger with more
// in one text could not be read again.
const maxJoint = 30_000

// inTurn is what several units say in one text: said by all alike it stands once.
func inTurn(key string, words []Word) Value {
	var lines []string
	alike := true
	for _, w := range words {
		alike = alike && w.Values[key] == words[0].Values[key]
		if text := w.Text(key); text != "" {
			lines = append(lines, w.Who+": "+text)
		}
	}
	if alike {
		return words[0].Values[key]
	}
	all := strings.Join(lines, "\n")
	if runes := []rune(all); len(runes) > maxJoint {
		all = strings.TrimSpace(string(runes[:maxJoint])) + " …"
	}
	return Text(all)
}
