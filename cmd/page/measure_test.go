package page_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ketluan/cmd/disk"
	"ketluan/render/office"
)

// wrongPDF is a notice whose paper breaks rules, as a path.
func (b *workbench) wrongPDF(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("../../templates/thong-bao-ket-luan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	for _, change := range [][2]string{
		{"left: 30}", "left: 24}"},
		{"noi-nhan:    {name: Nơi nhận, size: 12, bold: yes", "noi-nhan:    {name: Nơi nhận, size: 13, bold: no"}, {"indent: 10, before: 6", "indent: 15, before: 6"},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("the template has no %q", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	template, err := office.ParseTemplate("mau.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	press, err := office.NewPress(office.Wants{Only: "pdf", Templates: []office.Template{template}})
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	record := office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "2026-q1-giao-ban.yaml"}.File()
	if made := office.Make(context.Background(), press, office.Order{Out: disk.Open(out)}, record); !made.Done {
		t.Fatal(made.Problems)
	}
	found, _ := filepath.Glob(filepath.Join(out, "*", "*.pdf"))
	return found[0]
}

// measuring drops a PDF on its page.
func (b *workbench) measuring(t *testing.T, pdf string) act {
	return chromedp.Steps(chromedp.Navigate(b.root+"/do"), there(`#tep`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{pdf}), there(`.rules`))
}

// Every rule that is measured at a place has its number there, wrong and right in
// ways that are told without colours; every number leads to a mark and back.
func TestMarks(t *testing.T) {
	b := behind(t)
	src, err := os.ReadFile(b.wrongPDF(t))
	if err != nil {
		t.Fatal(err)
	}
	w := b.drop(t, "/do", map[string]string{"tb.pdf": string(src)})
	body := w.Body.String()
	if w.Code != http.StatusOK || !strings.Contains(body, "lề trái") || strings.Count(body, `<figure class="sheet"`) != 2 {
		t.Fatalf("%d %.500s", w.Code, body)
	}
	last := 0
	for n := 1; strings.Contains(body, fmt.Sprintf(`id="cho-%d"`, n)); n++ {
		last = n
		if !strings.Contains(body, fmt.Sprintf(`href="#cho-%d"`, n)) {
			t.Errorf("nothing leads to mark %d", n)
		}
	}
	if wrong := strings.Count(body, `<rect class="badge"`); last < 20 || wrong < 4 || wrong >= last || strings.Contains(body, fmt.Sprintf(`href="#cho-%d"`, last+1)) {
		t.Errorf("%d marks, %d of them wrong", last, wrong)
	}
	for _, id := range []string{"BD-03", "RC-01", "PG-04"} {
		_, row, _ := strings.Cut(body, `<tr id="luat-`+id+`"`)
		row, _, _ = strings.Cut(row, "</tr>")
		if !strings.Contains(row, "✕ sai") || !strings.Contains(row, `class="number wrong"`) {
			t.Errorf("%s: %s", id, row)
		}
	}
	if strings.Contains(body, ` style=`) {
		t.Error("the policy lets no style through")
	}
}

// testMeasure drops a PDF on its page, reads how each rule came out, and goes to
// a place on the page and back.
func testMeasure(t *testing.T, browser context.Context) {
	b := serve(t)
	ctx := tab(t, browser)
	pdf := b.pdf(t)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.CSS(`.to [href$="/do"]`)), there(`#tep`),
		chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{pdf}), there(`.rules`))
	if said := ask[string](t, ctx, `document.querySelector(".figures").innerText.replaceAll("\n", " ")`); !strings.HasPrefix(said, "Sai 0 Đạt 4") {
		t.Errorf("%s", said)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS("#luat-SG-06 .number")), until(`document.activeElement.closest(".marks") !== null`))
	if there := ask[string](t, ctx, `document.activeElement.textContent`); !strings.Contains(there, "họ tên người ký") {
		t.Errorf("%s", there)
	}
	do(t, ctx, chromedp.KeyEvent("\r"), until(`document.activeElement.closest("tr")?.classList.contains("here")`))
	off := ask[float64](t, ctx, `(() => { // how far the frame is from the words in it
		const text = [...document.querySelectorAll(".sheet .page text")].find((e) => e.textContent.startsWith("CỘNG HÒA")).getBoundingClientRect();
		const frame = [...document.querySelectorAll(".marks a")].find((e) => e.textContent.includes("Quốc hiệu đúng chữ")).querySelector(".frame").getBoundingClientRect();
		return Math.max(Math.abs(text.left - frame.left), Math.abs(text.right - frame.right), Math.abs(text.top - frame.top), Math.abs(text.bottom - frame.bottom));
	})()`)
	if off > 5 {
		t.Errorf("the frame of Quốc hiệu is %.1f px off", off)
	}
}
