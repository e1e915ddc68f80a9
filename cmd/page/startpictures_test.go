package page_test

import (
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// Pictures of the pages that begin something, and of those that are not there: run
// with -shots FOLDER.
func TestPicturesOfStart(t *testing.T) {
	if *shots == "" {
		t.Skip("no -shots")
	}
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, chromium(t))
	do(t, ctx, b.enter())
	refused := "/ban-ghi/" + ask[string](t, ctx, `[...document.querySelectorAll("tr")].find((r) => r.textContent.includes("2020-q4-loi")).querySelector("a").href.split("/").pop()`) + "/tai/pdf"
	all := func(name, page string) {
		for _, theme := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1366, 768}, {1920, 1080}, {390, 844}} {
				do(t, ctx, look(size, theme), chromedp.Navigate(b.root+page), there("main"))
				shoot(t, ctx, name+"-"+theme+"-"+strconv.FormatInt(size[0], 10), size[0] < 500)
			}
		}
	}
	all("tu-choi", refused)
	all("khong-co", "/khong-co")
	all("ban-ghi-moi", "/ban-ghi-moi")
	b.clear(t)
	all("bat-dau", "/")
}
