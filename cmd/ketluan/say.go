package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/cmd/disk"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// What users read on standard error: a line `file:line:col: field: message`
// and a line with a hint below it. No capital, no full stop.

const (
	red   = "\x1b[31m"
	faint = "\x1b[2m"
	plain = "\x1b[0m"
)

func (a *app) say(place string, message, hint problem.Text) {
	place = strings.ReplaceAll(visible(place), "\n", string(unicode.ReplacementChar))
	fmt.Fprintf(a.err, "%s: %s\n", place, a.paint(red, message))
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
		if r >= ' ' && r < unicode.MaxASCII {
			return r // most
		}
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
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

// sayError says an error: each one of several, and each problem of a template,
// on its own.
func (a *app) sayError(err error) { a.sayProblems(office.ProblemsOf("", err)) }

func (a *app) sayProblems(problems []problem.Problem) {
	for _, p := range problems {
		a.sayProblem(p)
	}
}

// tell says on standard output what is no failure.
func (a *app) tell(t problem.Text) error {
	if _, err := fmt.Fprintln(a.out, visible(t.In(a.lang))); err != nil {
		return &office.FileError{Path: "stdout", Err: disk.Told(err)}
	}
	return nil
}

// print writes a line to standard output, and says where that fails.
func (a *app) print(line string) bool {
	err := a.tell(problem.Text{VI: line, EN: line})
	if err != nil {
		a.sayError(err)
		a.status = someFailed
	}
	return err == nil
}

// printJSON prints a value on standard output.
func (a *app) printJSON(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	if err == nil {
		_, err = a.out.Write(escaped(b.Bytes()))
	}
	if err != nil {
		a.sayError(&office.FileError{Path: "stdout", Err: disk.Told(err)})
		a.status = someFailed
	}
}

// escaped writes the control characters that JSON lets stand, DEL and those
// behind it, as escapes: a terminal would obey them.
func escaped(src []byte) []byte {
	return regexp.MustCompile("[\x7f-\u009f]").ReplaceAllFunc(src, func(c []byte) []byte {
		r, _ := utf8.DecodeRune(c)
		return fmt.Appendf(nil, `\u%04x`, r)
	})
}
