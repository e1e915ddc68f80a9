package batch

import "testing"

// Which shard a record belongs to never changes: other versions and other
// machines work on the rest.
func TestShardOf(t *testing.T) {
	for path, want := range map[string]int{"a.yaml": 6, "2020/q3/họp.yaml": 2} {
		n := 0
		for k := 1; k <= 8; k++ {
			if s := (Shard{k, 8}); s.has(path) {
				n = k
			}
		}
		if n != want {
			t.Errorf("%s is of shard %d, want %d", path, n, want)
		}
	}
	for _, word := range []string{"0/8", "9/8", "8", "a/b", "1/0", "-1/2", "1/99999"} {
		if err := new(Shard).Set(word); err == nil {
			t.Errorf("%q is taken", word)
		}
	}
}
