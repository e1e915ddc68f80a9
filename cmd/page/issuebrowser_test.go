package page_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ketluan/cmd/disk"
	"ketluan/render/calendar"
	"ketluan/render/office"
)

// quarterly gives the example of the first quarter what units have reported.
func (b *workbench) quarterly(t testing.TB) {
	t.Helper()
	b.write(t, "2026-q1-giao-ban.progress.yaml", `record: 2026-Q1
tasks:
  - {id: 2026-Q1/2.1.1-C, state: hoàn thành, completed: 20/1/2026}
  - {id: 2026-Q1/2.2.1-4, state: hoàn thành, completed: 12/2/2026}
  - {id: 2026-Q1/2.4.1-P, state: hoàn thành}
  - id: 2026-Q1/2.2.2-2
    reports: [{on: 2026-03-20, unit: Phòng Nước và Khoáng sản, state: đang thực hiện, percent: 60, difficulties: "Ba mỏ chưa nộp hồ sơ, đã nhắc hai lần", proposed: 30/4/2026}]
  - id: 2026-Q1/2.3.3-T
    reports: [{on: 2026-03-25, unit: Trung tâm Khuyến nông, state: đang thực hiện, percent: 80, result: "Đã xong hai trên ba mô hình"}]
`)
}

// ready is the example that is issued on the pages.
const ready = "2026-q2-dau-tu-cong"

// address is that of a record, below the root.
func (b *workbench) addressOf(name string) string {
	return `[...document.querySelectorAll("tr")].find((r) => r.querySelector(".file")?.textContent.startsWith("` + name + `")).querySelector("th a").href`
}

// issuePages are the pages of issuing and of the state of things, each with the
// way to it from the list. They come to what is asked, and issue nothing.
func (b *workbench) issuePages() map[string]act {
	way := func(name, behind, there string) act {
		return chromedp.Steps(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			at, err := chromedp.Run(ctx, chromedp.Evaluate[string](b.addressOf(name)))
			if err != nil {
				return err
			}
			return chromedp.Do(ctx, chromedp.Navigate(at+behind))
		}), until(`document.querySelector("`+there+`") !== null`))
	}
	issued := chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error { return b.issueAll(ctx) })
	return map[string]act{
		"phat-hanh":  way("2026-q2-hop-giao-ban", "/phat-hanh", ".would"),
		"chua-duoc":  way("2020-q4-loi", "/phat-hanh", ".stops"),
		"da-ph":      chromedp.Steps(issued, way(ready, "/phat-hanh", ".steps")),
		"thu":        way("2026-q1-giao-ban", "/thu", ".letter"),
		"chuyen-quy": way("2026-q1-giao-ban", "/chuyen-quy", ".would"),
		"tinh-hinh":  chromedp.Steps(chromedp.Navigate(b.root+"/tinh-hinh?ngay=20/4/2026"), until(`document.querySelector(".tasks") !== null`)),
		"danh-sach":  until(`document.querySelector(".records") !== null`),
	}
}

// issueAll issues the ready record, as the command line does.
func (b *workbench) issueAll(ctx context.Context) error {
	p, err := office.NewPress(office.Wants{Units: true, Workbooks: true, Word: true})
	if err != nil {
		return err
	}
	_, _, err = office.Issue(ctx, p, office.Issuing{Out: disk.Open(filepath.Join(b.dir, "out")), Date: calendar.Date{Year: 2026, Month: 4, Day: 14}},
		[]office.Found{office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: ready + ".yaml"}.File()})
	return err
}

// tree is every file of a folder with all below it.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[rel] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// From a record that is ready to a notice that is issued, by its links and
// buttons alone; the files are those of the operation. Then the report is fetched.
func testIssuing(t *testing.T, browser context.Context) {
	b := serve(t)
	other := &workbench{dir: t.TempDir()}
	if err := os.CopyFS(other.dir, os.DirFS(b.dir)); err != nil {
		t.Fatal(err)
	}
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.Search(`//tr[.//*[@class="file" and starts-with(text(), "`+ready+`")]]//a[@class="step"]`)), until(`document.querySelector(".would button") !== null`))
	if said := ask[string](t, ctx, `document.querySelector(".would button").textContent`); !strings.HasPrefix(said, "Phát hành số 01/TB-") || !strings.HasSuffix(said, " ngày 14/04/2026") {
		t.Errorf("the button says %q", said)
	}
	do(t, ctx, chromedp.SetValue(chromedp.CSS("#so"), "7"), chromedp.Click(chromedp.CSS(".would button")), until(`document.querySelector(".notice.warning") !== null && document.getElementById("so").value === "07"`))
	if len(tree(t, b.dir)) != len(tree(t, other.dir)) {
		t.Error("a number that nobody has seen on the button was issued")
	}
	do(t, ctx, until(`(document.getElementById("so").value = "") === ""`), chromedp.Click(chromedp.CSS(".again button")), until(`document.getElementById("so").value === "01"`),
		chromedp.Click(chromedp.CSS(".would button")), until(`document.querySelector(".notice.good") !== null`))
	if err := other.issueAll(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, want := tree(t, b.dir), tree(t, other.dir); !maps.Equal(got, want) {
		t.Errorf("%d files, by the operation %d", len(got), len(want))
	}
	if h1 := ask[string](t, ctx, `document.querySelector("h1").textContent`); !strings.HasPrefix(h1, "Vừa phát hành: số 01/TB-") {
		t.Error(h1)
	}
	board := ask[string](t, ctx, `document.querySelector('.steps [href*="tinh-hinh"]').href`)
	do(t, ctx, chromedp.Navigate(board+"&ngay=20/4/2026"), until(`document.querySelector(".tasks") !== null`)) // after the meeting
	report := ask[string](t, ctx, `document.querySelector('[href*="/bao-cao"]').href`)
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](`fetch("`+report+`").then((r) => r.text()).then((t) => t.slice(0, 5))`, chromedp.EvalAwaitPromise))
	if err != nil || got != "%PDF-" {
		t.Errorf("%q %v", got, err)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".home")), until(`document.querySelector(".records") !== null`))
	if row := ask[string](t, ctx, `[...document.querySelectorAll("tr")].find((r) => r.textContent.includes("`+ready+`")).textContent`); !strings.Contains(row, "đã phát hành") {
		t.Error(row)
	}
}

// The board filters without a script, and is read in print: the tasks that are
// overdue come first, each with its state in words.
func testBoard(t *testing.T, browser context.Context) {
	b := serve(t)
	b.quarterly(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.CSS(`.to [href$="/tinh-hinh"]`)), until(`document.querySelector(".tasks") !== null`),
		chromedp.SetValue(chromedp.CSS("#ngay"), "20/4/2026"), chromedp.SetValue(chromedp.CSS("#quy"), "2026-Q1"), chromedp.Click(chromedp.CSS(".filter button")),
		until(`document.readyState === "complete" && document.querySelector(".where b").textContent === "20/04/2026"`))
	if first := ask[string](t, ctx, `document.querySelector(".tasks tbody tr").textContent`); !strings.Contains(first, "Quá hạn") {
		t.Error(first)
	}
	do(t, ctx, chromedp.SetValue(chromedp.CSS("#don-vi"), "Trung tâm Khuyến nông"), chromedp.Click(chromedp.CSS(".filter button")), until(`document.readyState === "complete" && document.querySelector(".tasks tbody tr") && document.querySelectorAll(".tasks tbody tr").length < 6`))
	if said := ask[string](t, ctx, `document.querySelector(".tasks").innerText`); !strings.Contains(said, "Đã xong hai trên ba mô hình") || strings.Contains(said, "Chi cục Thủy lợi") {
		t.Error(said)
	}
	for _, width := range []int64{320, 390, 683} {
		do(t, ctx, look([2]int64{width, 700}, "light"))
		if wide := ask[int64](t, ctx, "document.documentElement.scrollWidth"); wide > width {
			t.Errorf("in a window of %d it is %d wide", width, wide)
		}
	}
}

// axe-core finds nothing on the pages of issuing and of the state of things.
func testIssueAxe(t *testing.T, browser context.Context) {
	source := axe(t)
	b := serve(t)
	b.quarterly(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, browser)
	do(t, ctx, b.enter())
	for name, way := range b.issuePages() {
		do(t, ctx, look([2]int64{1366, 800}, "light"), chromedp.Navigate(b.root+"/"), way)
		ask[bool](t, ctx, source+"\n;true")
		for _, theme := range []string{"light", "dark"} {
			for _, width := range []int64{1366, 390} {
				do(t, ctx, look([2]int64{width, 800}, theme))
				found, err := chromedp.Run(ctx, chromedp.Evaluate[string](faults, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				if wide := ask[int64](t, ctx, "document.documentElement.scrollWidth"); found != "" || wide > width {
					t.Errorf("%s, %s, %d wide (%d):\n%s", name, theme, width, wide, found)
				}
			}
		}
	}
}
