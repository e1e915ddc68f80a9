package tmpl

import (
	"strings"
	"testing"

	"ketluan/render/record"
)

// Runs in each other end inside out, and very many cost no more than their
// number.
func TestMarked(t *testing.T) {
	edged := strings.NewReplacer(string(boldBegins), "<b>", string(boldEnds), "</b>", string(italicBegins), "<i>", string(italicEnds), "</i>")
	got := edged.Replace(marked("abcd", []record.Run{{From: 0, To: 3, Bold: true}, {From: 1, To: 3, Italic: true}, {From: 3, To: 4, Italic: true}}))
	if got != "<b>a<i>bc</i></b><i>d</i>" {
		t.Error(got)
	}
	const n = 200_000
	runs := make([]record.Run, n)
	for i := range runs {
		runs[i] = record.Run{From: 2 * i, To: 2*i + 1, Bold: true}
	}
	if got := marked(strings.Repeat("a ", n), runs); strings.Count(got, string(boldEnds)) != n {
		t.Error("not all are marked")
	}
}
