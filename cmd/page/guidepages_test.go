package page_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// The pictures of the workbench in the guides: run with -guides, then look.
func TestGuidePages(t *testing.T) {
	if !*guides {
		t.Skip("no -guides")
	}
	b := serve(t)
	b.quarterly(t)
	ctx := tab(t, chromium(t))
	do(t, ctx, look([2]int64{1200, 720}, "light"), b.enter())
	shot := func(name string, acts ...act) {
		t.Helper()
		do(t, ctx, acts...)
		snap(t, ctx, name)
	}
	shot("quy")
	shot("ban-ghi", open("2026-q1-giao-ban"), shown(), formed(), chromedp.Sleep(300*time.Millisecond))
	shot("phat-hanh", chromedp.Navigate(b.root+"/"), b.issuePages()["phat-hanh"])
	shot("thu-bao-cao", b.taken(t), until(`(scrollTo(0, 0), true)`))
	shot("tinh-hinh", b.issuePages()["tinh-hinh"])
	shot("do-pdf", b.measuring(t, b.pdf(t)))
	b.clear(t)
	shot("bat-dau", chromedp.Navigate(b.root+"/"))
}

// snap writes what the window shows among the pictures of the guides.
func snap(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	png, err := chromedp.Run(ctx, picture(false))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(guidePictures, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
