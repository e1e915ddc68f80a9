package office

import (
	"slices"
	"testing"

	"ketluan/render/ledger"
)

// A task that was carried over is awaited once, though two records have it.
func TestAwait(t *testing.T) {
	var out Collected
	out.addAwaited([]ledger.Awaited{{Unit: "Phòng A", Tasks: []string{"2026-Q1/1-A", "2026-Q1/2-B"}}})
	out.addAwaited([]ledger.Awaited{{Unit: "Phòng A", Tasks: []string{"2026-Q1/1-A", "2026-Q2/1-C"}}, {Unit: "Phòng B", Tasks: []string{"2026-Q1/1-A"}}})
	if len(out.Awaited) != 2 || !slices.Equal(out.Awaited[0].Tasks, []string{"2026-Q1/1-A", "2026-Q1/2-B", "2026-Q2/1-C"}) {
		t.Errorf("%+v", out.Awaited)
	}
}
