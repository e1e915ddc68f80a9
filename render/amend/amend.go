// Package amend carries out what a form changes in a record: the bytes of a file
// and steps go in, and the bytes come out in which nothing else has changed. The
// text stays the truth: comments, order and every other byte stay, and what is not
// surely right is refused. It knows nothing of files or pages.
package amend

import (
	"errors"

	"ketluan/render/problem"
)

// A Step is one change.
type Step struct {
	Do     string   `json:"do"`     // set, add, remove, indent, outdent, move, split, join or paste
	Place  string   `json:"place"`  // kl_2_1, kl_2_1_text, opening_1, subject
	Value  string   `json:"value"`  // a text; "\n" parts its paragraphs
	Values []string `json:"values"` // a list; of a paste "numbers" keeps those that were pasted; else the fields of its columns, with "titles" where the first row has those
	At     int      `json:"at"`     // in a text, in UTF-16 units
	To     string   `json:"to"`     // the place of a move
	Where  string   `json:"where"`  // before, after or below it
}

// A Focus is where the work goes on after a step.
type Focus struct {
	Place string `json:"place"`
	At    int    `json:"at"` // in its text, in UTF-16 units; -1 is the end

	Unread     bool `json:"unread,omitempty"`     // a table was pasted whose columns are not known: their texts stand one behind the other
	Unlabelled int  `json:"unlabelled,omitempty"` // items whose pasted numbers were left out, as the record prints its own
}

// Limits of what is carried out at once.
const (
	MaxSteps  = 200
	maxLength = 1 << 20 // of the values of all steps, in bytes
	maxValues = 5000
	maxRead   = 16 << 20 // of the file, each step counted
)

// Apply carries steps out, one after another, or none of them; then the error is
// a *Refusal. Know is asked what stands beside the record where something is
// pasted; nil knows nothing.
func (d *Draft) Apply(steps []Step, know func() Knowledge) (*Focus, error) {
	was := d.Bytes()
	if err := within(steps, len(was)); err != nil {
		return nil, err
	}
	d.know = know
	var focus *Focus
	for i, s := range steps {
		f, err := d.step(s)
		if err != nil {
			if again, broken := Open(was); broken == nil {
				*d = *again
			}
			var refused *Refusal
			if errors.As(err, &refused) {
				err = &Refusal{refused.Message, refused.Hint, i}
			}
			return nil, err
		}
		if focus != nil && f != nil {
			f.Unlabelled += focus.Unlabelled
			f.Unread = f.Unread || focus.Unread
		}
		focus = f
	}
	return focus, nil
}

// Apply carries steps out in the bytes of a file.
func Apply(src []byte, steps []Step, know func() Knowledge) ([]byte, *Focus, error) {
	d, err := Open(src)
	if err != nil {
		return src, nil, err
	}
	focus, err := d.Apply(steps, know)
	return d.Bytes(), focus, err
}

func within(steps []Step, size int) error {
	length, values := 0, 0
	for _, s := range steps {
		length += len(s.Value)
		for _, v := range s.Values {
			length += len(v)
		}
		values += len(s.Values)
	}
	if len(steps) > MaxSteps || len(steps)*size > maxRead || length > maxLength || values > maxValues {
		return refuse(problem.Textf("nhiều thay đổi quá trong một lần", "these are too many changes at once"), problem.Textf("chia thành nhiều lần", "make them in several turns"))
	}
	return nil
}

func (d *Draft) step(s Step) (*Focus, error) {
	if p, ok := parseMembership(s.Place); ok {
		return d.memberStep(p, s)
	}
	switch s.Do {
	case "set":
		return d.set(s)
	case "add":
		return d.add(s)
	case "remove":
		return d.remove(s)
	case "indent":
		return d.indentItem(s)
	case "outdent":
		return d.outdentItem(s)
	case "move":
		return d.moveItem(s)
	case "split":
		return d.splitItem(s)
	case "join":
		return d.joinItem(s)
	case "paste":
		return d.paste(s)
	}
	return nil, refuse(problem.Textf("không có bước nào tên %q", "there is no step %q", s.Do), problem.Text{})
}
