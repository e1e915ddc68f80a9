package page_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Pictures of each page in both themes: run with -shots FOLDER, then look.
func TestPictures(t *testing.T) {
	if *shots == "" {
		t.Skip("no -shots")
	}
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	pdf := b.pdf(t)
	ctx := tab(t, chromium(t))
	do(t, ctx, b.enter())
	for name, link := range map[string]string{"danh-sach": "", "ban-ghi": "2026-q1-giao-ban", "loi": "2020-q4-loi", "do": ""} {
		for _, theme := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1366, 768}, {1920, 1080}, {390, 844}} {
				do(t, ctx, look(size, theme), chromedp.Navigate(b.root+"/"))
				if link != "" {
					do(t, ctx, open(link), shown(), press("#tab-form"), until(`document.querySelector("#outline .item")`), chromedp.Sleep(300*time.Millisecond))
					shoot(t, ctx, name+"-bieu-mau-"+theme+"-"+strconv.FormatInt(size[0], 10), size[0] < 500)
					do(t, ctx, item(2, "text", true), chromedp.Sleep(300*time.Millisecond))
					shoot(t, ctx, name+"-muc-"+theme+"-"+strconv.FormatInt(size[0], 10), false)
					do(t, ctx, asText(), chromedp.Sleep(300*time.Millisecond))
				}
				if name == "do" {
					do(t, ctx, chromedp.Navigate(b.root+"/do"), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{pdf}), until(`document.querySelector(".rules") !== null`))
				}
				shoot(t, ctx, name+"-"+theme+"-"+strconv.FormatInt(size[0], 10), size[0] < 500)
			}
		}
	}
}

// shoot writes a picture into the folder for them.
func shoot(t *testing.T, ctx context.Context, name string, whole bool) {
	t.Helper()
	png, err := chromedp.Run(ctx, picture(whole))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}

// look makes the window so large, and the machine's theme light or dark.
func look(size [2]int64, theme string) act {
	return chromedp.Steps(chromedp.EmulateViewport(size[0], size[1]), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
		return err
	}))
}

// picture takes one of the window, or of all of the page.
func picture(whole bool) chromedp.Action[[]byte] {
	if whole {
		return chromedp.FullScreenshot(100)
	}
	return chromedp.CaptureScreenshot()
}
