package office

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"
)

// maxJournal bounds a journal's file that is read, in bytes; a run that goes on
// begins another file where one is longer than longJournal.
const (
	maxJournal  = 16 << 20
	longJournal = 1 << 20
)

// A journal tells what a transaction is about to put in place. It is written
// before the first name changes hands: from then on the transaction can only be
// completed, or be told to be undone. A run that goes on has its journals one after
// the other in one file: a file for each was a tenth of the time of a notice.
type journal struct {
	ID      int64   `json:"id"`
	Held    bool    `json:"held"` // of a run that went on: its files count as its own
	Entries []entry `json:"entries"`
	Undone  int64   `json:"undone,omitempty"` // that of a transaction that was taken back
	Whole   bool    `json:"whole"`            // the last key: a journal without it was cut off
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
	j := journal{ID: t.id, Held: t.held, Whole: true}
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
	if t.held {
		t.told = true // also where it fails: whether it is on the disk is not sure then
		return t.tell(src, t.durable())
	}
	err = t.Steps.Create(t.journal(), src, 0o644, true)
	t.told = err == nil
	return at(t.journal(), err)
}

// journal is the name of the journal of a transaction by itself.
func (t *transaction) journal() string { return fmt.Sprintf("%s/%d.journal", t.Staging, t.id) }

// forget takes back what was told of a transaction.
func (t *transaction) forget() error {
	switch {
	case !t.told:
		return nil
	case !t.held:
		return at(t.journal(), t.Steps.Remove(t.journal()))
	}
	src, err := json.Marshal(journal{Held: true, Undone: t.id, Whole: true})
	if err != nil {
		return err
	}
	return t.tell(src, t.durable())
}

// tell leaves a journal in the file of a run that goes on.
func (a *Applier) tell(src []byte, durable bool) error {
	a.telling.Lock()
	defer a.telling.Unlock()
	var err error
	if a.running != "" && a.length < longJournal {
		err = a.Steps.Append(a.running, src, durable)
	} else {
		a.running, a.length = fmt.Sprintf("%s/%d.journal", a.Staging, a.next.Add(1)), 0
		err = a.Steps.Create(a.running, src, 0o644, durable)
	}
	a.length += len(src)
	if err != nil {
		err = at(a.running, err)
		a.running = "" // its end may be torn: nothing can stand behind it
	}
	return err
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
	var all []journal
	undone := map[int64]bool{}
	a.kept = map[string]bool{}
	for _, name := range names {
		if path.Ext(name) != ".journal" {
			continue
		}
		for _, j := range a.readJournals(name) {
			a.next.Store(max(a.next.Load(), j.ID, j.Undone))
			a.kept[name] = a.kept[name] || j.Held
			if j.Undone != 0 {
				undone[j.Undone] = true
			}
			all = append(all, j)
		}
	}
	for _, j := range all {
		if undone[j.ID] {
			continue
		}
		if err := a.complete(j); err != nil {
			return err
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

// readJournals reads the journals of a file, to the first that is not whole. A file
// with one that no program of ours can have written tells nothing.
func (a *Applier) readJournals(name string) (all []journal) {
	info, err := a.Steps.Look(path.Join(a.Staging, name))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxJournal {
		return nil
	}
	src, err := a.Steps.Read(path.Join(a.Staging, name))
	if err != nil {
		return nil
	}
	for next := json.NewDecoder(bytes.NewReader(src)); ; {
		var j journal
		if err := next.Decode(&j); err != nil || !j.Whole {
			return all
		}
		if !a.couldWrite(j) {
			return nil
		}
		all = append(all, j)
	}
}

// couldWrite reports a journal that a program of ours can have written.
func (a *Applier) couldWrite(j journal) bool {
	for _, e := range j.Entries {
		if !fs.ValidPath(e.Name) || e.Name == "." || strings.HasPrefix(e.Name, a.Staging) || e.Temp != path.Base(e.Temp) && e.Temp != "" {
			return false
		}
	}
	return min(j.ID, j.Undone) >= 0 && max(j.ID, j.Undone) <= math.MaxInt32
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
