package office

import (
	"errors"

	"ketluan/render/check"
	"ketluan/render/kind"
	"ketluan/render/problem"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// Program stands in messages for the file where an error is about none.
const Program = "ketluan"

// ProblemsOf returns what an error comes to, each one of several, and each
// problem of a template. Path is the file that it is about where the error
// names none; "" is none.
func ProblemsOf(path string, err error) (problems []problem.Problem) {
	if err == nil {
		return nil
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range several.Unwrap() {
			problems = append(problems, ProblemsOf(path, err)...)
		}
		return problems
	}
	var template *tmpl.Error
	if errors.As(err, &template) {
		return template.Problems
	}
	if path == "" {
		path = Program
	}
	var misuse *Misuse
	if errors.As(err, &misuse) {
		return []problem.Problem{{Pos: problem.Pos{File: Program}, Message: misuse.Message, Hint: misuse.Hint}}
	}
	var about *FileError
	if errors.As(err, &about) {
		path, err = about.Path, about.Err
		if _, several := err.(interface{ Unwrap() []error }); several {
			return ProblemsOf(path, err)
		}
	}
	message, hint := InWords(err)
	return []problem.Problem{{Pos: problem.Pos{File: path}, Message: message, Hint: hint}}
}

// Stops are the findings of check that keep a document from being made, each
// with the rule's ID: the one gate before anything that may be signed.
func Stops(rec *record.Record, strict bool, kinds ...kind.Kind) (problems []problem.Problem) {
	for _, f := range check.Stops(rec, strict, kinds...) {
		id := " (" + f.Rule.ID + ")"
		problems = append(problems, problem.Problem{
			Pos: f.Pos, Field: f.Field, Message: problem.Text{VI: f.Message.VI + id, EN: f.Message.EN + id}, Hint: f.Hint,
		})
	}
	return problems
}
