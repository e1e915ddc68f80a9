package amend

import (
	"strings"
	"testing"
	"time"

	"ketluan/render/testdata/racing"
)

// Inputs that are made to take long are done with in about linear time. Those that
// would take the square of their size take minutes; the bound is that of a slow
// machine.
func TestHostile(t *testing.T) {
	racing.Skip(t)
	const head = "meeting-date: 28/9/2026\nsubject: a\n"
	const n = 20_000
	line := head + "recipients: [" + strings.Repeat("a, ", n) + "a]\n"
	items := head + "conclusions:\n" + strings.Repeat("  - a\n\n", n/2)
	text := head + "closing: >-\n" + strings.Repeat("  a\n", n)
	for _, c := range []struct {
		name, src string
		step      Step
	}{
		{"a list on one line", line, Step{Do: "set", Place: "recipients", Values: []string{"b"}}},
		{"an element of it", line, Step{Do: "add", Place: "recipients_1", Value: "b"}},
		{"many items", items, Step{Do: "move", Place: "kl_1", To: "kl_9000"}},
		{"the last of many", items, Step{Do: "indent", Place: "kl_10000"}},
		{"many lines of a text", text, Step{Do: "set", Place: "closing", Value: strings.Repeat("b ", n)}},
		{"many lines are laid anew", text, Step{Do: "set", Place: "closing", Value: "b " + strings.Repeat("a ", n-1) + "b"}},
		{"comments", head + "conclusions:\n" + strings.Repeat("  # c\n", n) + "  - a\n" + strings.Repeat("  # d\n", n) + "  - b\n", Step{Do: "remove", Place: "kl_2"}},
		{"many paragraphs are pasted", items[:200], Step{Do: "paste", Place: "kl_1", Value: "- a\n" + strings.Repeat("b\n", n)}},
		{"many cells are pasted", items[:200], Step{Do: "paste", Place: "kl_1", Value: "x\ty\n" + strings.Repeat("a\t", n)}},
		{"quotes are pasted", items[:200], Step{Do: "paste", Place: "kl_1", Value: "x\ty\n" + strings.Repeat("\"a\"\"\t", n)}},
		{"a text is parted", text, Step{Do: "split", Place: "closing_1", At: n}},
		{"stars", text, Step{Do: "set", Place: "closing", Value: strings.Repeat("**a_", n)}},
	} {
		began := time.Now()
		made, _, err := Apply([]byte(c.src), []Step{c.step}, func() Knowledge { return someKnowledge })
		if took := time.Since(began); took > 8*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		} else if testing.Verbose() {
			t.Log(c.name, took, err, len(made))
		}
		if _, err := ReadForm(made, Reading{}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
