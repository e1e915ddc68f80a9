// Package ics writes calendars of whole days (iCalendar, RFC 5545), as mail and
// calendar programs read them.
package ics

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/calendar"
)

// A Calendar is a file of events. Without any it is none.
type Calendar struct {
	Name   string
	Events []Event
}

// An Event is one day.
type Event struct {
	UID         string // the same for one thing in all calendars
	Sequence    int    // how often it was moved
	Stamp       calendar.Date
	Day         calendar.Date
	Summary     string
	Description string
	Remind      int // days before it, at 8 o'clock; 0 is not at all
}

// Type is that of the file, for a mail that it goes along with.
const Type = "text/calendar; charset=utf-8; method=PUBLISH"

// Bytes returns the file: lines of at most 75 octets, with CRLF.
func (c Calendar) Bytes() []byte {
	w := &writer{}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//ketluan//ketluan//VI")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	if c.Name != "" {
		w.line("X-WR-CALNAME", escaped(c.Name))
	}
	for _, e := range c.Events {
		w.event(e)
	}
	w.line("END", "VCALENDAR")
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

func (w *writer) event(e Event) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", escaped(e.UID))
	w.line("DTSTAMP", dayOf(e.Stamp)+"T000000Z")
	w.line("DTSTART;VALUE=DATE", dayOf(e.Day))
	next := e.Day.Time().AddDate(0, 0, 1) // the first day after it (RFC 5545, 3.6.1)
	w.line("DTEND;VALUE=DATE", next.Format("20060102"))
	w.line("SEQUENCE", fmt.Sprint(e.Sequence))
	w.line("SUMMARY", escaped(e.Summary))
	if e.Description != "" {
		w.line("DESCRIPTION", escaped(e.Description))
	}
	w.line("TRANSP", "TRANSPARENT") // whoever has a deadline is free on that day
	if e.Remind > 0 {
		w.line("BEGIN", "VALARM")
		w.line("ACTION", "DISPLAY")
		w.line("DESCRIPTION", escaped(e.Summary))
		w.line("TRIGGER", fmt.Sprintf("-PT%dH", 24*e.Remind-8))
		w.line("END", "VALARM")
	}
	w.line("END", "VEVENT")
}

func dayOf(d calendar.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// maxLine is how long a line may be (RFC 5545, 3.1), in octets.
const maxLine = 75

// line writes a property, folded between letters.
func (w *writer) line(name, value string) {
	rest := name + ":" + value
	for room := maxLine; len(rest) > room; room = maxLine - 1 {
		cut := room
		for cut > 0 && !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	w.WriteString(rest + "\r\n")
}

// escaped returns a text as a value has it (RFC 5545, 3.3.11).
func escaped(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}
