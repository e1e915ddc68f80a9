package office

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// maxJournal bounds a journal that is read, in bytes.
const maxJournal = 16 << 20

// A journal tells what a transaction is about to put in place. It is written
// before the first name changes hands: from then on the transaction can only be
// completed.
type journal struct {
	Held    bool    `json:"held"` // of a run that went on: its files count as its own
	Entries []entry `json:"entries"`
	Whole   bool    `json:"whole"` // the last key: a journal without it was cut off
}

type entry struct {
	Name   string    `json:"name"`
	Temp   string    `json:"temp,omitempty"` // "" is a removal
	Sum    string    `json:"sum,omitempty"`
	Was    []string  `json:"was,omitempty"`
	Must   bool      `json:"must,omitempty"`
	Else   Otherwise `json:"else"`
	Remove bool      `json:"remove,omitempty"`
}

// write leaves the journal of a transaction, where it needs one: where several
// files could be left half done, and where a killed run must know its own.
func (t *transaction) write() error {
	if len(t.actions) < 2 && !(t.held && t.actions[0].Else == Keep) {
		return nil
	}
	j := journal{Held: t.held, Whole: true}
	for _, act := range t.actions {
		e := entry{Name: act.Name, Was: act.Was, Must: act.MustStand, Else: act.Else, Remove: act.Remove}
		if act.temp != "" {
			e.Temp = path.Base(act.temp)
			if e.Sum = act.Sum; e.Sum == "" {
				e.Sum = SumOf(act.Bytes)
			}
		}
		j.Entries = append(j.Entries, e)
	}
	src, err := json.Marshal(j)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%s/%d.journal", t.Staging, t.id)
	if err := t.Steps.Create(name, src, 0o644, t.durable()); err != nil {
		return at(name, err)
	}
	t.journal = name
	return nil
}

// Recover completes what a killed run has left half done, and drops the rest
// of it but for the journals of a run that went on.
func (a *Applier) Recover() error {
	names, err := a.Steps.List(a.Staging)
	if err != nil {
		return err
	}
	a.own = map[[2]string]bool{}
	for _, name := range names { // no new name is one of those
		number, _, _ := strings.Cut(strings.TrimSuffix(name, ".journal"), "-")
		if id, err := strconv.ParseInt(number, 10, 32); err == nil {
			a.next.Store(max(a.next.Load(), id))
		}
	}
	a.kept = map[string]bool{}
	for _, name := range names {
		if path.Ext(name) != ".journal" {
			continue
		}
		j := a.readJournal(name)
		if a.kept[name] = j.Held && j.Whole; j.Whole {
			if err := a.complete(j); err != nil {
				return err
			}
		}
	}
	return a.drop(names)
}

// Sweep drops everything that is on its way but what runs that were killed
// must know as their own.
func (a *Applier) Sweep() error {
	names, err := a.Steps.List(a.Staging)
	if err != nil {
		return err
	}
	return a.drop(names)
}

// Clear drops that too.
func (a *Applier) Clear() error {
	a.kept = nil
	return a.Sweep()
}

func (a *Applier) drop(names []string) error {
	for _, name := range names {
		if a.kept[name] || name == LockName {
			continue
		}
		if err := a.Steps.Remove(path.Join(a.Staging, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return at(a.Staging, err)
		}
	}
	return nil
}

// readJournal reads a journal; one that is not whole, or that no program of
// ours can have written, tells nothing.
func (a *Applier) readJournal(name string) (j journal) {
	info, err := a.Steps.Look(path.Join(a.Staging, name))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxJournal {
		return j
	}
	src, err := a.Steps.Read(path.Join(a.Staging, name))
	if err != nil || json.Unmarshal(src, &j) != nil {
		return journal{}
	}
	for _, e := range j.Entries {
		if !fs.ValidPath(e.Name) || e.Name == "." || strings.HasPrefix(e.Name, a.Staging) || e.Temp != path.Base(e.Temp) && e.Temp != "" {
			return journal{}
		}
	}
	return j
}

// complete puts in place what is not there yet. What stands in a place by now
// is dealt with as the change said.
func (a *Applier) complete(j journal) error {
	for _, e := range j.Entries {
		if e.Sum != "" && !e.Remove {
			a.own[[2]string{e.Name, e.Sum}] = true
		}
	}
	for _, e := range j.Entries {
		c := Change{Name: e.Name, Was: e.Was, MustStand: e.Must, Else: e.Else, Remove: e.Remove}
		if !e.Remove {
			temp := path.Join(a.Staging, e.Temp)
			info, err := a.Steps.Look(temp)
			if err != nil || !info.Mode().IsRegular() {
				continue // it stands in its place
			}
			if c.Bytes, err = a.Steps.Read(temp); err != nil || SumOf(c.Bytes) != e.Sum {
				continue
			}
			c.Mode = info.Mode().Perm()
		}
		_, err := a.Apply([]Change{c}, false)
		if err != nil && !errors.Is(err, ErrThere) && !errors.Is(err, ErrMoved) && !errors.Is(err, ErrNotRegular) {
			return err
		}
	}
	return nil
}
