package office

import (
	"errors"
	"slices"
)

// undo takes everything back. A new content that stood already waits again
// meanwhile, so that a run killed here can still be completed.
func (t *transaction) undo() error {
	var failed []error
	try := func(name string, err error) {
		if err != nil {
			failed = append(failed, at(name, err))
		}
	}
	for _, act := range slices.Backward(t.actions) {
		if act.placed && act.temp != "" && t.told {
			t.Steps.Link(act.Name, act.temp)
		}
		switch {
		case act.placed && act.saved != "":
			try(act.Name, t.Steps.Rename(act.saved, act.Name))
			act.saved = ""
		case act.placed && !act.Remove && !act.stood:
			try(act.Name, t.Steps.Remove(act.Name))
		}
		if act.linked {
			try(act.aside, t.Steps.Remove(act.aside))
		}
	}
	for _, dir := range slices.Backward(t.made) {
		t.Steps.Remove(dir) // fails where another program has put something into it
	}
	if err := t.forget(); err != nil {
		failed = append(failed, err)
	}
	for _, act := range t.actions {
		for _, name := range []string{act.temp, act.saved} {
			if name != "" {
				t.Steps.Remove(name) // else it is swept with the staging folder
			}
		}
	}
	return errors.Join(failed...)
}
