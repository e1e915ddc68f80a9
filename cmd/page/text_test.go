package page

import (
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

// Every byte before the first change and behind the last stays, whatever the
// lines end with.
func TestInto(t *testing.T) {
	for _, c := range []struct{ was, text, want string }{
		{"a\r\nb\r\nc\r\n", "a\nb\nc\n", "a\r\nb\r\nc\r\n"},
		{"a\r\nb\r\nc\r\n", "a\nx\ny\nc\n", "a\r\nx\r\ny\r\nc\r\n"},
		{"\xef\xbb\xbfa\nb\n", "a\nc\n", "\xef\xbb\xbfa\nc\n"},
		{"a\r\nb\nc\rd", "a\nb\nc\nd", "a\r\nb\nc\rd"},
		{"a\r\nb\nc\rd", "a\nb!\nc\nd", "a\r\nb!\nc\rd"},
		{"a\n\n\nb", "a\n\nb", "a\n\nb"},
		{"", "a\n", "a\n"},
		{"a\r\n", "", ""},
		{"\xef\xbb\xbf", "x", "\xef\xbb\xbfx"},
		{"ề\r\nộ", "ế\nộ", "ế\r\nộ"},
		{"a\n", "a\r\n", "a\n"},
	} {
		if got := string(into([]byte(c.was), c.text)); got != c.want {
			t.Errorf("%q with %q is %q, want %q", c.was, c.text, got, c.want)
		}
	}
}

// What is saved is what is typed, and what is not changed is not.
func FuzzInto(f *testing.F) {
	for _, s := range []string{"a\r\nb", "\r\r\n\n", "\xef\xbb\xbf\n", "ế\n", "a\nb\n"} {
		for _, text := range []string{"", "\n", "a\nc", "\r"} {
			f.Add(s, text)
		}
	}
	f.Fuzz(func(t *testing.T, was, text string) {
		own, readOnly := edited([]byte(was))
		if readOnly {
			return
		}
		if got := string(into([]byte(was), own)); got != was {
			t.Errorf("%q was not changed and is %q", was, got)
		}
		if got, _ := edited(into([]byte(was), text)); !strings.HasPrefix(text, mark) && got != unified(strings.TrimPrefix(text, mark)) && !strings.ContainsRune(text, 0) && isUTF8(text) {
			t.Errorf("%q with %q is %q", was, text, got)
		}
	})
}

func isUTF8(s string) bool { return strings.ToValidUTF8(s, "") == s }

// Only text in UTF-8 is edited: of all else not one byte is at risk.
func TestReadOnly(t *testing.T) {
	for src, want := range map[string]bool{"a": false, "\xef\xbb\xbfđ": false, "\xff\xfea\x00": true, "a\xe9": true, "a\x00b": true} {
		if _, got := edited([]byte(src)); got != want {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// A large text takes time in proportion.
func TestIntoLinear(t *testing.T) {
	racing.Skip(t)
	cost := func(n int) time.Duration {
		was, text := []byte(strings.Repeat("\r\n", n)), strings.Repeat("\n", n/2)+"x"+strings.Repeat("\n", n/2)
		best := time.Hour
		for range 40 {
			began := time.Now()
			into(was, text)
			best = min(best, time.Since(began))
		}
		return best
	}
	if small, large := cost(50_000), cost(200_000); large > 10*small {
		t.Errorf("%v, of four times as much %v", small, large)
	}
}
