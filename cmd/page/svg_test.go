package page_test

import (
	"context"
	"testing"

	"github.com/chromedp/chromedp"
)

// ends are, for each line of the pages, how far in px of 96 to the inch its runs
// end from where the layout has put the next, and the last one of a justified
// line from the right margin.
const ends = `[...document.querySelectorAll("#pages svg text")].flatMap((line) => {
  const scale = 96 / 2540;
  const runs = line.querySelector("tspan") ? [...line.querySelectorAll("tspan")] : [line];
  const off = [];
  for (const [i, run] of runs.entries()) {
    const n = run.textContent.trimEnd().length;
    if (n === 0) continue;
    if (i + 1 < runs.length) off.push((run.getEndPositionOfChar(run.textContent.length - 1).x - runs[i + 1].getAttribute("x")) * scale);
    else if (run.hasAttribute("word-spacing") && run.getEndPositionOfChar(n - 1).x > 15000) off.push((run.getEndPositionOfChar(n - 1).x - 19500) * scale);
  }
  return off;
})`

// faces waits for all four of them: a browser fetches each when it first shows it.
const faces = `Promise.all(["", "bold ", "italic ", "italic bold "].map((f) => document.fonts.load(f + "10px ketluan"))).then(() => true)`

// In Chromium each run ends where the layout says, to an eighth of a pixel: the
// browser has the same faces, and neither kerns nor rounds.
func testPlaces(t *testing.T, browser context.Context) {
	b := serve(t)
	ctx := tab(t, browser)
	lines := 0
	for _, name := range []string{"2020-q3-giao-ban", "2026-q1-giao-ban", "2026-q2-dau-tu-cong"} {
		do(t, ctx, b.enter(), open(name), shown())
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](faces, chromedp.EvalAwaitPromise)); err != nil {
			t.Fatal(err)
		}
		for _, off := range ask[[]float64](t, ctx, ends) {
			if off < -0.125 || off > 0.125 {
				t.Errorf("%s: a run ends %.2f px beside its place", name, off)
			}
			lines++
		}
	}
	if lines < 100 {
		t.Errorf("only %d lines were measured", lines)
	}
}
