package page_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Pictures of issuing and of the board in both themes, and the board as it is
// printed: run with -shots FOLDER, then look.
func TestIssuePictures(t *testing.T) {
	if *shots == "" {
		t.Skip("no -shots")
	}
	b := serve(t)
	b.quarterly(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, chromium(t))
	do(t, ctx, b.enter())
	do(t, ctx, look([2]int64{1366, 768}, "dark"), chromedp.Navigate(b.root+"/tinh-hinh?ngay=20/4/2026"))
	printed, err := chromedp.Run(ctx, pdfOf())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, "tinh-hinh.pdf"), printed, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, way := range b.issuePages() {
		for _, theme := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1366, 768}, {1920, 1080}, {390, 844}} {
				do(t, ctx, look(size, theme), chromedp.Navigate(b.root+"/"), way)
				shoot(t, ctx, name+"-"+theme+"-"+strconv.FormatInt(size[0], 10), true)
			}
		}
	}
}

// pdfOf prints the page.
func pdfOf() chromedp.Action[[]byte] {
	return func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		own := true
		r, err := cdp.Call(ctx, t, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PreferCSSPageSize: &own})
		return r.Data, err
	}
}
