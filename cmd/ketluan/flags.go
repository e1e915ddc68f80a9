package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"ketluan/render/calendar"
)

// oneOf is a flag that takes one of a few words.
type oneOf struct {
	words []string
	set   func(string)
}

func (o oneOf) String() string { return "" }
func (o oneOf) Type() string   { return strings.Join(o.words, "|") }

func (o oneOf) Set(word string) error {
	if !slices.Contains(o.words, word) {
		return errors.New("another word is wanted")
	}
	o.set(word)
	return nil
}

// day is a flag that takes a day.
type day struct{ into *calendar.Date }

func (d day) String() string { return "" }
func (d day) Type() string   { return "NGAY" }

func (d day) Set(s string) error {
	read, shaped := calendar.ParseDate(strings.TrimSpace(s))
	if !shaped || !read.Valid() {
		return errors.New("a day is wanted")
	}
	*d.into = read
	return nil
}

// quarterFlag is a flag that takes a quarter.
type quarterFlag struct{ into *calendar.Quarter }

func (q quarterFlag) String() string { return "" }
func (q quarterFlag) Type() string   { return "QUY" }

func (q quarterFlag) Set(s string) error {
	quarter, ok := calendar.ParseQuarter(strings.TrimSpace(s))
	if !ok {
		return errors.New("a quarter is written like 2020-Q3")
	}
	*q.into = quarter
	return nil
}

// today is the one place where the program asks for the day.
func today() calendar.Date {
	y, m, d := time.Now().Date()
	return calendar.Date{Year: y, Month: int(m), Day: d}
}

// orToday is a day that was given, or today.
func orToday(d calendar.Date) calendar.Date {
	if d.IsZero() {
		return today()
	}
	return d
}
