package office

import (
	"fmt"
	"strings"
	"testing"
)

// stages are what one run applies one after the other.
var stages = [][]Change{
	{{Name: "a/1.pdf", Bytes: []byte("a1"), Else: Keep}},
	{{Name: "b/1.pdf", Bytes: []byte("b1"), Else: Keep}, {Name: "b/2.pdf", Bytes: []byte("b2"), Else: Keep}},
	{{Name: "c", Bytes: []byte("c"), Else: Keep}, {Name: "old", Remove: true, Else: Replace}},
}

// held runs the stages within one Hold, as far as they go.
func held(t *testing.T, m *Memory) {
	t.Helper()
	release, err := m.Hold(t.Context())
	if err != nil {
		return
	}
	for _, changes := range stages {
		m.Apply(t.Context(), changes)
	}
	release()
}

// A run that is killed anywhere among what it applies one after the other is
// completed by the next, which knows all of it as its own.
func TestJournalsOfOneRun(t *testing.T) {
	const want = "a/1.pdf: a1\nb/1.pdf: b1\nb/2.pdf: b2\nc: c\n"
	for n := 1; ; n++ {
		m := NewMemory(map[string]string{"old": "1"})
		m.FailAt, m.Dies = n, true
		held(t, m)
		if m.Steps() < n {
			break
		}
		again := m.Reborn()
		held(t, again)
		if got := tree(again.Files()); got != want {
			t.Fatalf("killed at step %d:\n%s", n, got)
		}
	}
}

// What failed and was taken back stays so, also where the run is killed later, and
// the next one too: nothing is removed after all.
func TestJournalsUndone(t *testing.T) {
	before := [][]Change{nil, {{Name: "x", Bytes: []byte("x")}}} // moves all steps by one
	for _, first := range before {
		for n, more := 1, true; more; n++ {
			more = undone(t, first, n)
		}
	}
}

// undone lets the last of several changes fail at a step, and then kills the run and the
// next one. It reports whether there was such a step.
func undone(t *testing.T, first []Change, n int) bool {
	m := NewMemory(map[string]string{"old": "1"})
	m.FailAt = n
	if _, err := m.Hold(t.Context()); err != nil {
		return true
	}
	m.Apply(t.Context(), first)
	for _, changes := range stages[:2] {
		m.Apply(t.Context(), changes)
	}
	if m.Steps() >= n {
		return true
	}
	_, err := m.Apply(t.Context(), stages[2])
	if m.Steps() < n {
		return false
	}
	for _, name := range []string{"d", "e"} {
		m = m.Reborn() // never released
		if _, err := m.Hold(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := m.Apply(t.Context(), []Change{{Name: name, Bytes: []byte(name)}}); err != nil {
			t.Fatal(err)
		}
	}
	if got := m.Files(); err != nil && (got["old"] != "1" || got["c"] != "" || got["b/2.pdf"] != "b2" || got["d"] != "d" || got["e"] != "e") {
		t.Errorf("failed at step %d:\n%s", n, tree(got))
	}
	return true
}

// Journals of a long run go into files that can be read again, and all of them are
// known; one that was cut off takes none before it along.
func TestJournalsOfALongRun(t *testing.T) {
	m := NewMemory(nil)
	if _, err := m.Hold(t.Context()); err != nil {
		t.Fatal(err)
	}
	deep := strings.Repeat("thư mục/", 400)
	const n = 400
	for i := range n {
		if _, err := m.Apply(t.Context(), []Change{{Name: fmt.Sprintf("%s%d.pdf", deep, i), Bytes: []byte("1"), Else: Keep}}); err != nil {
			t.Fatal(err)
		}
	}
	journals := 0
	for name, content := range m.Files() {
		if strings.HasSuffix(name, ".journal") {
			journals++
			if len(content) > longJournal+maxName(deep) {
				t.Errorf("%s: %d bytes", name, len(content))
			}
		}
	}
	if journals < 2 {
		t.Errorf("%d files of journals", journals)
	}
	m = m.Reborn()
	release, err := m.Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if kept, err := m.Apply(t.Context(), []Change{{Name: fmt.Sprintf("%s%d.pdf", deep, i), Bytes: []byte("2"), Else: Keep}}); err != nil || len(kept) > 0 {
			t.Fatal(i, kept, err)
		}
	}
	if err := release(); err != nil || len(m.Files()) != n {
		t.Error(len(m.Files()), err)
	}
}

// maxName is more than the journal of one file in a folder takes.
func maxName(folder string) int { return len(folder) + 500 }
