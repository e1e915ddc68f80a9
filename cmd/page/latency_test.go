package page_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var latency = flag.Int("latency", 0, "how many keystrokes to measure")

// watch notes, in ms, for each keystroke how long it was until the page that
// shows it was painted, and how long the browser was busy with the key alone.
const watch = `(() => {
  window.painted = [];
  window.busy = [];
  let typed = 0;
  document.addEventListener("input", (e) => { typed = e.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const channel = new MessageChannel(); // behind the frame that is being made
    channel.port1.onmessage = () => { if (typed) painted.push(performance.now() - typed); typed = 0; };
    channel.port2.postMessage(0);
  })).observe(document.getElementById("pages"), { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) if (e.name === "keydown" || e.name === "input" || e.name === "keypress") busy.push(e.processingEnd - e.processingStart);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
  return true;
})()`

// Figures of keystroke to painted page: run with -latency 200 on free cores.
func TestLatency(t *testing.T) {
	if *latency == 0 {
		t.Skip("no -latency")
	}
	b := serve(t)
	src, err := os.ReadFile(filepath.Join(examples, "2026-q1-giao-ban.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	head, items, _ := strings.Cut(string(src), "conclusions:\n")
	items, tail, _ := strings.Cut(items, "\nclosing:")
	for name, times := range map[string]int{"hai-trang": 1, "ba-trang": 2, "ba-muoi-trang": 25} {
		b.write(t, name+".yaml", strings.Replace(head, "\nnumber:", "\ncode: "+strings.ToUpper(name)+"\nnumber:", 1)+"conclusions:\n"+strings.Repeat(items+"\n", times)+"\nclosing:"+tail)
		for view, where := range map[string]act{"form": item(1, "heading", true), "text": caret("Đánh giá")} {
			measure(t, b, name, view, where)
		}
	}
}

// measure types into a view of a record, and prints how long that took.
func measure(t *testing.T, b *workbench, name, view string, where act) {
	t.Helper()
	ctx := tab(t, chromium(t))
	do(t, ctx, b.enter(), open(name), shown())
	pages := ask[int](t, ctx, `document.querySelectorAll("#pages figure").length`)
	ask[bool](t, ctx, watch)
	do(t, ctx, where)
	for i := range *latency {
		do(t, ctx, chromedp.KeyEvent(string("abcdefgh "[i%9])), chromedp.Sleep(125*time.Millisecond))
	}
	do(t, ctx, chromedp.Sleep(time.Second))
	painted, busy := ask[[]float64](t, ctx, "painted"), ask[[]float64](t, ctx, "busy")
	slices.Sort(painted)
	slices.Sort(busy)
	work, longest := 0.0, 0.0
	if len(busy) > 0 {
		work, longest = busy[len(busy)*95/100], busy[len(busy)-1]
	}
	fmt.Printf("%s, %d pages: %d of %d keys painted alone, p50 %.0f ms, p95 %.0f ms; work for a key p95 %.0f ms, longest %.0f ms\n",
		view, pages, len(painted), *latency, painted[len(painted)/2], painted[len(painted)*95/100], work, longest)
}
