package problem

import "testing"

func TestNearest(t *testing.T) {
	names := []string{"render", "help", "completion"}
	for word, want := range map[string]string{
		"rendr": "render", "RENDER": "render", "hlep": "help", "hellp": "help", "complete": "completion", "completoin": "completion",
		"": "", "x": "", "redone": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
