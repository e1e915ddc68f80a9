package tmpl

import (
	"errors"
	"fmt"
	"strings"
	"text/template"
	"text/template/parse"

	"ketluan/render/problem"
)

// Limits of templates, which may come from outside. A document of 1,000 tasks
// takes 20,000 steps.
const (
	maxSource = 64 << 10  // of one text, bytes
	maxSteps  = 1_000_000 // of one document: a block, a text, a turn of a loop
	maxWords  = 1 << 20   // that one text or one function makes, bytes
	maxTurns  = 10_000    // of a text outside of a document
	maxNumber = 10_000    // of any length, size or count
)

var (
	errSteps = errors.New("the template does not come to an end: it takes more than a million steps")
	errWords = errors.New("one text of the template becomes longer than a megabyte")
)

// A runaway is a template that was ended, with the place where it was.
type runaway struct {
	place string
	err   error // errSteps or errWords
}

func (r *runaway) Error() string { return r.place + ": " + r.err.Error() }
func (r *runaway) Unwrap() error { return r.err }

// Told says so to those who use the template.
func (r *runaway) Told() (message, hint problem.Text) {
	message = problem.Textf("mẫu chạy không dứt, hoặc lặp quá nhiều: đã dừng ở %s", "the template does not come to an end, or repeats too much: it was stopped at %s", r.place)
	if errors.Is(r.err, errWords) {
		message = problem.Textf("một chỗ điền của mẫu dài quá 1 MB: đã dừng ở %s", "one text of the template becomes longer than 1 MB: it was stopped at %s", r.place)
	}
	return message, problem.Textf("sửa mẫu ở dòng ấy, hoặc dùng lại mẫu có sẵn", "mend the template on that line, or use a built-in one")
}

// A budget is the steps that are left for filling in a document, or one text.
type budget struct{ left int }

func newBudget() *budget { return &budget{maxSteps} }

func (b *budget) take() error {
	if b.left--; b.left < 0 {
		return errSteps
	}
	return nil
}

// A written is where a text is written: it counts the turns of loops, and ends what
// becomes too long.
type written struct {
	strings.Builder
	*budget
}

// turn is what stands at the beginning of every loop and every template within a
// text, once it is counted (countTurns). No text of a file can have it.
const turn = "\x00turn"

func (w *written) Write(p []byte) (int, error) {
	if string(p) == turn {
		return len(p), w.take()
	}
	if w.Len()+len(p) > maxWords {
		return 0, errWords
	}
	return w.Builder.Write(p)
}

// countTurns puts the mark of a turn before what is done again and again.
func countTurns(l *parse.ListNode) {
	if l == nil {
		return
	}
	l.Nodes = append([]parse.Node{&parse.TextNode{NodeType: parse.NodeText, Text: []byte(turn)}}, l.Nodes...)
	countWithin(l)
}

func countWithin(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.RangeNode:
			countTurns(n.List)
			countWithin(n.ElseList)
		case *parse.IfNode:
			countWithin(n.List)
			countWithin(n.ElseList)
		case *parse.WithNode:
			countWithin(n.List)
			countWithin(n.ElseList)
		}
	}
}

// joining is a function of any values.
func joining(join func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) { return wordsOf(join, args) }
}

// sprintf refuses widths, which are room without a word, beyond three digits.
func sprintf(format string, args ...any) (string, error) {
	digits := 0
	for _, c := range format {
		if digits++; c < '0' || c > '9' {
			digits = 0
		}
		if digits > 3 || c == '*' {
			return "", fmt.Errorf("printf: %q: widths have three digits at most", format)
		}
	}
	return wordsOf(func(args ...any) string { return fmt.Sprintf(format, args...) }, args)
}

func wordsOf(join func(...any) string, args []any) (string, error) {
	long := 0
	for _, a := range args {
		if s, ok := a.(string); ok {
			long += len(s)
		}
	}
	if long > maxWords {
		return "", errWords
	}
	return join(args...), nil
}

// joiners are what text/template has for joining words, each within maxWords: a
// text that doubles itself 30 times is a gigabyte.
var joiners = template.FuncMap{
	"print": joining(fmt.Sprint), "println": joining(fmt.Sprintln), "printf": sprintf,
	"html": joining(template.HTMLEscaper), "js": joining(template.JSEscaper), "urlquery": joining(template.URLQueryEscaper),
}

// bearableWords is what a function made, if it is not too long.
func bearableWords(s string) (string, error) {
	if len(s) > maxWords {
		return "", errWords
	}
	return s, nil
}
