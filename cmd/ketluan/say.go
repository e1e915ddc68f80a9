package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"ketluan/render/problem"
	"ketluan/render/tmpl"
)

// What users read on standard error: a line `file:line:col: field: message`
// and a line with a hint below it. No capital, no full stop.

const (
	red   = "\x1b[31m"
	faint = "\x1b[2m"
	plain = "\x1b[0m"
)

func (a *app) say(place string, message, hint problem.Text) {
	fmt.Fprintf(a.err, "%s: %s\n", visible(place), a.paint(red, message))
	if hint != (problem.Text{}) {
		fmt.Fprintln(a.err, a.paint(faint, problem.Text{VI: "  gợi ý: " + hint.VI, EN: "  hint: " + hint.EN}))
	}
}

// note says what is no failure of one file.
func (a *app) note(message problem.Text) { fmt.Fprintln(a.err, visible(message.In(a.lang))) }

func (a *app) paint(colour string, t problem.Text) string {
	s := visible(t.In(a.lang))
	if !a.colour {
		return s
	}
	return colour + s + plain
}

// visible replaces what a terminal would obey rather than show: a file's name
// may hold it.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func (a *app) sayProblem(p problem.Problem) {
	place := p.Pos.String()
	if p.Field != "" {
		place += ": " + p.Field
	}
	a.say(place, p.Message, p.Hint)
}

// A fileError is an error with the file or folder that it is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// sayError says an error: each one of several, and each problem of a template,
// on its own.
func (a *app) sayError(err error) {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range several.Unwrap() {
			a.sayError(err)
		}
		return
	}
	var template *tmpl.Error
	if errors.As(err, &template) {
		for _, p := range template.Problems {
			a.sayProblem(p)
		}
		return
	}
	var usage *usageError
	if errors.As(err, &usage) {
		a.say("ketluan", usage.message, usage.hint)
		return
	}
	place := "ketluan"
	var about *fileError
	if errors.As(err, &about) {
		place, err = about.path, about.err
	}
	message, hint := inWords(err)
	a.say(place, message, hint)
}
