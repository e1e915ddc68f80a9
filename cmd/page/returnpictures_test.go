package page_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// Pictures of the pages for what comes from outside: run with -shots FOLDER.
func TestPicturesOfReturns(t *testing.T) {
	if *shots == "" {
		t.Skip("no -shots")
	}
	b := serve(t)
	dir := t.TempDir()
	var replies []string
	for name, content := range map[string]string{
		"khtc.xlsx": b.reply(t, "khtc", map[string]any{"Trạng thái": "hoàn thành", "Ngày hoàn thành": "05/10/2020", "Kết quả": "Đã trình dự toán năm 2021 tại Tờ trình số 45/TTr-SKHCN"}),
		"qlkh.xlsx": b.reply(t, "qlkh", map[string]any{"Trạng thái": "gần như xong", "% hoàn thành": "130", "Kết quả": "đã họp hội đồng"}),
		"anh.jpg":   "x",
	} {
		write(t, filepath.Join(dir, name), content)
		replies = append(replies, filepath.Join(dir, name))
	}
	ctx := tab(t, chromium(t))
	do(t, ctx, b.enter())
	for name, way := range map[string]act{
		"thu":           chromedp.Navigate(b.root + "/thu-bao-cao"),
		"da-thu":        chromedp.Steps(chromedp.Navigate(b.root+"/thu-bao-cao"), there(`#tep`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), replies), there(`.arrived`), chromedp.Click(chromedp.CSS(".letter summary")), chromedp.Click(chromedp.CSS(".awaited summary"))),
		"van-ban-cu":    b.importing(t),
		"do-dung":       b.measuring(t, b.pdf(t)),
		"do-sai":        b.measuring(t, b.wrongPDF(t)),
		"ho-so":         chromedp.Steps(b.profile("so-khcn-quang-ngai.profile.yaml"), press("#tab-form"), until(`document.querySelector("#units .member")`)),
		"tu-van-ban-cu": chromedp.Navigate(b.root + "/tu-van-ban-cu"),
	} {
		do(t, ctx, way)
		for _, theme := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1366, 768}, {1920, 1080}, {390, 844}} {
				do(t, ctx, look(size, theme))
				shoot(t, ctx, name+"-"+theme+"-"+strconv.FormatInt(size[0], 10), size[0] < 1900)
			}
		}
		if name == "da-thu" {
			do(t, ctx, chromedp.Click(chromedp.CSS(".quiet")), there(`.notice.good`))
		}
	}
	b.clear(t)
	for _, theme := range []string{"light", "dark"} {
		for _, size := range [][2]int64{{1366, 768}, {390, 844}} {
			do(t, ctx, look(size, theme), chromedp.Navigate(b.root+"/"))
			shoot(t, ctx, "bat-dau-"+theme+"-"+strconv.FormatInt(size[0], 10), true)
		}
	}
}
