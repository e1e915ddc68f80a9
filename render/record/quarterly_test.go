package record

import (
	"testing"
)

func TestIsProfile(t *testing.T) {
	for src, want := range map[string]bool{
		"agency: {name: Sở}\nunits: [A]\n":             true,
		"signers: {}\nunitz: [A]\n":                    true,
		"agency: {name: Sở}\nmeeting-date: 1/2/2020\n": false,
		"agency: {name: Sở}\nconclusions: []\n":        false,
		"conclusions: [a]\n":                           false,
		"khoa: la\n":                                   false,
		"- agency\n":                                   false,
		"agency: [\n":                                  false,
		"":                                             false,
	} {
		if got := IsProfile([]byte(src)); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}
