package page_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe is the script of axe-core that CI installs by npm; "" where it is not.
func axe(t testing.TB) string {
	t.Helper()
	for _, dir := range filepath.SplitList(os.Getenv("NODE_PATH")) {
		if src, err := os.ReadFile(filepath.Join(dir, "axe-core", "axe.min.js")); err == nil {
			return string(src)
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("axe-core is not in NODE_PATH")
	}
	t.Skip("axe-core is not in NODE_PATH")
	return ""
}

// faults are what axe finds in the page: the rule, and the elements. Of a dark page
// only the colours are looked at again.
const faults = `axe.run({resultTypes: ["violations"], ...(matchMedia("(prefers-color-scheme: dark)").matches ? {runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}} : {})}).then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).join(" ")).join("\n"))`

// axe-core finds nothing on any page, in both themes, in a window of a desk and
// of a phone.
func testAxe(t *testing.T, browser context.Context) {
	source := axe(t)
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	pdf := b.wrongPDF(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter())
	for name, way := range map[string]act{
		"list": until(`document.querySelector(".records") !== null`), "record": chromedp.Steps(open("2026-q1-giao-ban"), shown(), press("#tab-form"), formed()),
		"record with errors": chromedp.Steps(open("2020-q4-loi"), shown(), press("#tab-form"), formed(), item(1, "partners", true), press("#outline .found summary"), chromedp.KeyEvent("ph")),
		"record as text":     chromedp.Steps(open("2020-q4-loi"), shown(), asText(), press("#findings summary")),
		"keys":               chromedp.Steps(open("2026-q2-dau-tu-cong"), shown(), press("#tab-form"), formed(), press(".keys summary"), field("recipients")),
		"conflict":           chromedp.Steps(open("2020-q4-loi"), shown(), b.disturb("2020-q4-loi.yaml"), until(`!document.getElementById("conflict").hidden`)),
		"refused":            chromedp.Steps(open("2020-q4-loi"), shown(), chromedp.Click(chromedp.CSS(`[href$="/tai/pdf"]`)), until(`document.querySelector(".problems") !== null`)),
		"new record":         chromedp.Navigate(b.root + "/ban-ghi-moi"),
		"measure":            chromedp.Navigate(b.root + "/do"),
		"measured":           b.measuring(t, pdf),
		"replies":            chromedp.Navigate(b.root + "/thu-bao-cao"),
		"replies taken":      b.taken(t),
		"imported":           b.importing(t),
		"profile":            chromedp.Steps(b.profile("so-khcn-quang-ngai.profile.yaml"), press("#tab-form"), until(`document.querySelector("#units .member")`)),
		"profile as text":    chromedp.Steps(b.profile("so-khcn-quang-ngai.profile.yaml"), press("#tab-text"), press(".how summary")),
		"no such page":       chromedp.Navigate(b.root + "/khong-co"),
	} {
		do(t, ctx, look([2]int64{1366, 800}, "light"), chromedp.Navigate(b.root+"/"), way)
		ask[bool](t, ctx, source+"\n;true")
		for _, theme := range []string{"light", "dark"} {
			for _, width := range []int64{1366, 390} {
				do(t, ctx, look([2]int64{width, 800}, theme))
				if wide := ask[int64](t, ctx, "document.documentElement.scrollWidth"); wide > width {
					t.Errorf("%s in a window of %d is %d wide", name, width, wide)
				}
				found, err := chromedp.Run(ctx, chromedp.Evaluate[string](faults, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				if found != "" {
					t.Errorf("%s, %s, %d wide:\n%s", name, theme, width, found)
				}
			}
		}
		if name == "conflict" {
			do(t, ctx, chromedp.Click(chromedp.CSS("#theirs")))
		}
	}
}

// disturb types into the text while another program changes the file.
func (b *workbench) disturb(name string) act {
	return chromedp.Steps(caret("lead: Phòng Giá"), chromedp.Func(func(context.Context, *chromedp.Target) error {
		return os.WriteFile(filepath.Join(b.dir, name), []byte("# khác "+strings.Repeat("x", len(b.dir))+"\n"+faulty), 0o644)
	}), chromedp.KeyEvent(" cả"))
}
