package wording

import (
	"fmt"

	"ketluan/render/calendar"
)

// A when is what one group of words says of time: a day, a month, a quarter or
// a year, with its year or without.
type when struct {
	year, month, day, quarter int
}

// last returns the last day of w in its year, or in the given one.
func (w when) last(year int) calendar.Date {
	if w.year > 0 {
		year = w.year
	}
	switch {
	case w.day > 0:
		return calendar.Date{Year: year, Month: w.month, Day: w.day}
	case w.month > 0:
		return calendar.LastOfMonth(year, w.month)
	case w.quarter > 0:
		return calendar.LastOfMonth(year, 3*w.quarter)
	}
	return calendar.Date{Year: year, Month: 12, Day: 31}
}

// String returns w as one word, the same however it was written.
func (w when) String() string { return fmt.Sprintf("@%d-%d-%d-%d", w.year, w.month, w.day, w.quarter) }

var romans = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// whenAt reads what the words begin with, and how many of them it takes; zero
// where it is nothing of time.
func whenAt(words []word) (w when, n int) {
	switch words[0].s {
	case "năm":
		if y := yearAt(words, 1); y > 0 {
			return when{year: y}, 2
		}
	case "tháng":
		if m := numberAt(words, 1, 12); m > 0 {
			w.month = m
			w.year, n = yearBehind(words, 2)
			return w, n
		}
	case "quý":
		if len(words) > 1 && romans[words[1].s] > 0 {
			w.quarter = romans[words[1].s]
			w.year, n = yearBehind(words, 2)
			return w, n
		}
	}
	return dayAt(words)
}

// dayAt reads 20/10/2024, 20/10, 10/2024, 2024-10-20, 20 tháng 10 năm 2024.
func dayAt(words []word) (w when, n int) {
	if y, m, d := yearAt(words, 0), numberAt(words, 1, 12), numberAt(words, 2, 31); y > 0 && m > 0 && d > 0 && words[1].joined == '-' && words[2].joined == '-' {
		return when{year: y, month: m, day: d}, 3
	}
	if d, m := numberAt(words, 0, 31), numberAt(words, 2, 12); d > 0 && m > 0 && words[1].s == "tháng" {
		w = when{month: m, day: d}
		w.year, n = yearBehind(words, 3)
		return w, n
	}
	first, second := numberAt(words, 0, 31), numberAt(words, 1, 12)
	if first == 0 || len(words) < 2 || words[1].joined != '/' && words[1].joined != '.' && words[1].joined != '-' {
		return when{}, 0
	}
	mark, more := words[1].joined, len(words) > 2 && words[2].joined == words[1].joined
	switch y := yearAt(words, 2); {
	case second > 0 && more && y > 0:
		return when{year: y, month: second, day: first}, 3
	case second > 0 && mark == '/' && !more:
		return when{month: second, day: first}, 2
	case mark == '/' && !more && first <= 12 && yearAt(words, 1) > 0:
		return when{year: yearAt(words, 1), month: first}, 2
	}
	return when{}, 0
}

// yearBehind reads "năm 2024" or "/2024" from the word at i on, and returns the
// year, 0 where there is none, and the word behind.
func yearBehind(words []word, i int) (year, end int) {
	if i < len(words) && words[i].s == "năm" {
		if y := yearAt(words, i+1); y > 0 {
			return y, i + 2
		}
	}
	if i < len(words) && words[i].joined == '/' {
		if y := yearAt(words, i); y > 0 {
			return y, i + 1
		}
	}
	return 0, i
}

func yearAt(words []word, i int) int {
	if i >= len(words) || len(words[i].s) != 4 {
		return 0
	}
	return numberAt(words, i, 9999)
}

// numberAt returns the number that a word is, from 1 to most; 0 where it is none.
func numberAt(words []word, i, most int) int {
	if i >= len(words) || len(words[i].s) > 4 {
		return 0
	}
	n := 0
	for _, c := range words[i].s {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	if n > most {
		return 0
	}
	return n
}
