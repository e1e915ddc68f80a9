package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
)

// tree shows files by their names, in lines.
func tree(files map[string]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s: %s\n", name, files[name])
	}
	return b.String()
}

// deliveries are changes of one kind each, of files that stand or do not.
var deliveries = []struct {
	name    string
	before  map[string]string
	changes []Change
	after   map[string]string // nil: refused with err
	kept    []Kept
	err     error
}{
	{"new files", nil, []Change{{Name: "a/b/c.pdf", Bytes: []byte("1")}, {Name: "d", Bytes: []byte("2")}}, map[string]string{"a/b/c.pdf": "1", "d": "2"}, nil, nil},
	{"there already", map[string]string{"a": "1"}, []Change{{Name: "a", Bytes: []byte("2")}, {Name: "b", Bytes: []byte("3")}}, nil, nil, ErrThere},
	{"the same", map[string]string{"a": "1"}, []Change{{Name: "a", Bytes: []byte("1")}}, map[string]string{"a": "1"}, nil, nil},
	{"as expected", map[string]string{"a": "1", "b": "1"}, []Change{{Name: "a", Bytes: []byte("2"), Was: []string{SumOf([]byte("1"))}}, {Name: "b", Bytes: []byte("2"), Was: []string{SumOf([]byte("1"))}}},
		map[string]string{"a": "2", "b": "2"}, nil, nil},
	{"moved", map[string]string{"a": "9"}, []Change{{Name: "a", Bytes: []byte("2"), Was: []string{SumOf([]byte("1"))}}}, nil, nil, ErrMoved},
	{"gone", nil, []Change{{Name: "a", Bytes: []byte("2"), Was: []string{SumOf([]byte("1"))}, MustStand: true}}, nil, nil, ErrMoved},
	{"kept aside", map[string]string{"x/a.pdf": "1", "x/b": "1"}, []Change{{Name: "x/a.pdf", Bytes: []byte("2"), Else: Keep}, {Name: "x/b", Bytes: []byte("2"), Else: Keep}},
		map[string]string{"x/a.pdf": "2", "x/a.cu-1.pdf": "1", "x/b": "2", "x/b.cu-1": "1"}, []Kept{{"x/a.pdf", "x/a.cu-1.pdf"}, {"x/b", "x/b.cu-1"}}, nil},
	{"kept before", map[string]string{"a.pdf": "1", "a.cu-1.pdf": "0", "a.cu-2.pdf": "1"}, []Change{{Name: "a.pdf", Bytes: []byte("2"), Else: Keep}},
		map[string]string{"a.pdf": "2", "a.cu-1.pdf": "0", "a.cu-2.pdf": "1"}, []Kept{{"a.pdf", "a.cu-2.pdf"}}, nil},
	{"replaced", map[string]string{"a": "1", "b": "2"}, []Change{{Name: "a", Bytes: []byte("2"), Else: Replace}, {Name: "c", Bytes: []byte("3"), Else: Replace}}, map[string]string{"a": "2", "b": "2", "c": "3"}, nil, nil},
	{"removed", map[string]string{"s/a": "1", "s/b": "2", "c": "3"}, []Change{{Name: "s/a", Remove: true, Else: Replace}, {Name: "s/b", Remove: true, Else: Replace}, {Name: "s/none", Remove: true}},
		map[string]string{"c": "3"}, nil, nil},
}

func TestApply(t *testing.T) {
	for _, d := range deliveries {
		m := NewMemory(d.before)
		kept, err := m.Apply(t.Context(), d.changes)
		want := d.after
		if want == nil {
			want = d.before
		}
		if !errors.Is(err, d.err) || !slices.Equal(kept, d.kept) || tree(m.Files()) != tree(want) {
			t.Errorf("%s: %v, %v\n%swant\n%s", d.name, kept, err, tree(m.Files()), tree(want))
		}
	}
}

// An error at any step leaves everything as it was.
func TestApplyFailsWhole(t *testing.T) {
	for _, d := range deliveries {
		for n := 1; ; n++ {
			m := NewMemory(d.before)
			m.FailAt = n
			_, err := m.Apply(t.Context(), d.changes)
			if m.Steps() < n {
				break
			}
			now := tree(m.Files())
			if err != nil && now != tree(d.before) || err == nil && d.after != nil && now != tree(d.after) {
				t.Errorf("%s: step %d: %v\n%s", d.name, n, err, now)
			}
		}
	}
}

// Killed at any step, once or twice, a run that is run again ends as if
// undisturbed and leaves nothing behind; within a Hold too.
func TestApplyKilled(t *testing.T) {
	for _, held := range []bool{false, true} {
		for _, d := range deliveries {
			want := tree(d.after)
			if d.after == nil {
				want = tree(d.before)
			}
			for n := 1; ; n++ {
				m := NewMemory(d.before)
				m.FailAt, m.Dies = n, true
				applyIn(t.Context(), m, d.changes, held)
				if m.Steps() < n {
					break
				}
				again := m.Reborn()
				again.FailAt, again.Dies = n%7+1, true
				applyIn(t.Context(), again, d.changes, held)
				last := again.Reborn()
				applyIn(t.Context(), last, d.changes, held)
				if got := tree(last.Files()); got != want {
					t.Fatalf("%s, held %v: killed at step %d:\n%swant\n%s", d.name, held, n, got, want)
				}
				if _, err := last.Lstat(stagingName); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s, held %v: killed at step %d: the staging folder stays", d.name, held, n)
				}
			}
		}
	}
}

func applyIn(ctx context.Context, m *Memory, changes []Change, held bool) {
	if !held {
		m.Apply(ctx, changes)
		return
	}
	release, err := m.Hold(ctx)
	if err != nil {
		return
	}
	m.Apply(ctx, changes)
	release()
}

// What a killed run has put in place is its own, also for the run after the
// next; what somebody else puts there is not.
func TestApplyKnowsItsOwn(t *testing.T) {
	one := []Change{{Name: "a.pdf", Bytes: []byte("1"), Else: Keep}, {Name: "b.pdf", Bytes: []byte("1"), Else: Keep}}
	two := []Change{{Name: "a.pdf", Bytes: []byte("2"), Else: Keep}, {Name: "b.pdf", Bytes: []byte("2"), Else: Keep}}
	m := NewMemory(nil)
	for _, changes := range [][]Change{one, two} {
		if _, err := m.Hold(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := m.Apply(t.Context(), changes); err != nil {
			t.Fatal(err)
		}
		m = m.Reborn() // never released
	}
	applyIn(t.Context(), m, one, true)
	if got, want := tree(m.Files()), "a.pdf: 1\nb.pdf: 1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	applyIn(t.Context(), m, two, true)
	if got := m.Files(); got["a.cu-1.pdf"] != "1" || got["a.pdf"] != "2" {
		t.Errorf("after a run that came to its end: %s", tree(got))
	}
}

// A journal that no program of ours can have written moves nothing.
func TestHostileJournal(t *testing.T) {
	for _, journal := range []string{
		`{`, `{"whole":true,"entries":[{"name":"../x","temp":"t","else":2}]}`, `{"whole":true,"entries":[{"name":"x","temp":"../t","else":2}]}`,
		`{"whole":true,"entries":[{"name":".","remove":true,"else":2}]}`, `{"entries":[{"name":"a","remove":true,"else":2}]}`,
		`{"whole":true,"entries":[{"name":"a","temp":"1-0.new","sum":"x","else":2}]}`, `{"whole":true,"entries":[{"name":".ketluan/2.journal","remove":true,"else":2}]}`,
		`{"id":9223372036854775807,"whole":true,"held":true}`, `{"undone":-1,"whole":true,"held":true}`,
		`{"id":1,"whole":true,"entries":[{"name":"none","temp":"t","else":2}]}{"id":2,"whole":true,"entries":[{"name":"../a","remove":true,"else":2}]}`,
	} {
		m := NewMemory(map[string]string{"a": "1", ".ketluan/1.journal": journal, ".ketluan/1-0.new": "planted", ".ketluan/t": "planted"})
		if _, err := m.Apply(t.Context(), []Change{{Name: "b", Bytes: []byte("2")}}); err != nil {
			t.Errorf("%s: %v", journal, err)
		}
		if got := tree(m.Files()); got != "a: 1\nb: 2\n" {
			t.Errorf("%s:\n%s", journal, got)
		}
	}
}

func TestApplyRefuses(t *testing.T) {
	m := NewMemory(map[string]string{"f": "1"})
	m.Put("link", fs.ModeSymlink)
	for name, want := range map[string]error{"link": ErrNotRegular, "f/below": ErrNoFolder, "../x": fs.ErrInvalid, ".": fs.ErrInvalid, "/x": fs.ErrInvalid} {
		if _, err := m.Apply(t.Context(), []Change{{Name: name, Bytes: []byte("2"), Else: Replace}}); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := m.Open("link"); !errors.Is(err, ErrNotRegular) {
		t.Error(err)
	}
}
