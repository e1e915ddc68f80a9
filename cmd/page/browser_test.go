package page_test

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"ketluan/cmd/disk"
	"ketluan/cmd/door"
	"ketluan/cmd/page"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/testdata/racing"
)

var shots = flag.String("shots", "", "a folder for pictures of the pages")

const examples = "../../examples"

// today is the day on which the tests look at the examples.
func today() calendar.Date { return calendar.Date{Year: 2026, Month: 4, Day: 1} }

// A workbench is an office that is served, in a folder of its own.
type workbench struct {
	dir     string
	address string       // with the secret
	root    string       // of its pages
	down    atomic.Bool  // nothing answers
	reached atomic.Int64 // requests that came through the door
}

// serve serves a folder with the examples until the test ends.
func serve(t testing.TB) *workbench {
	t.Helper()
	b := &workbench{dir: t.TempDir()}
	b.fill(t)
	d, err := door.Open("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	handler, err := page.Handler(page.Office{Place: office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "."}, Root: d.Root(), Today: today})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- d.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			b.reached.Add(1)
			if b.down.Load() {
				panic(http.ErrAbortHandler)
			}
			handler.ServeHTTP(w, r)
		}))
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	b.address = d.Address()
	b.root, _, _ = strings.Cut(b.address, "/mo?")
	return b
}

// fill copies the examples into the folder.
func (b *workbench) fill(t testing.TB) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(examples, "*.yaml"))
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.write(t, filepath.Base(f), string(src))
	}
}

func (b *workbench) write(t testing.TB, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(b.dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// clear takes all files out of the folder.
func (b *workbench) clear(t testing.TB) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(b.dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
}

func (b *workbench) read(t testing.TB, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(b.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// pdf makes the notice of an example, and returns its path.
func (b *workbench) pdf(t testing.TB) string {
	t.Helper()
	press, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	record := office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "2026-q1-giao-ban.yaml"}.File()
	if made := office.Make(context.Background(), press, office.Order{Out: disk.Open(out)}, record); !made.Done {
		t.Fatal(made.Problems)
	}
	return filepath.Join(out, "2026-q1-giao-ban", "2026-q1-giao-ban.pdf")
}

// chromium starts a browser, or leaves the test out where there is none.
func chromium(t testing.TB) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()), chromedp.Headless,
		chromedp.Flag("host-resolver-rules", "MAP evil.example 127.0.0.1"))
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	do(t, ctx, chromedp.Navigate("about:blank"))
	return ctx
}

// complaints fails a test in which the browser complains: of a script that
// failed, of what the policy has stopped.
func complaints(t testing.TB) chromedp.ContextOption {
	return chromedp.WithListener(func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("a script failed: %+v", e.ExceptionDetails)
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.Text, "status of 4") && !strings.Contains(e.Entry.Text, "net::ERR_") {
				t.Errorf("the browser complains: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
}

// tab opens one in a session of its own.
func tab(t testing.TB, browser context.Context) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, complaints(t), chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	do(t, ctx, chromedp.Navigate("about:blank"), chromedp.EmulateViewport(1366, 768))
	ctx, cancel = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// What a person does in a browser, each in an office of its own.
func TestBrowser(t *testing.T) {
	browser := chromium(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"places": testPlaces, "typing": testTyping, "replaced letters": testReplacedLetters, "mending": testMending, "page and text": testPageAndText,
		"conflict": testConflict, "two tabs": testTwoTabs, "lost and back": testLostAndBack, "left": testLeft, "first run": testFirstRun, "stranger": testStranger, "list": testList, "narrow": testNarrow, "keyboard": testKeyboard, "measure": testMeasure, "replies": testReplies, "import": testImport, "profile": testProfile, "axe": testAxe,
		"outline": testOutline, "nested": testNested, "replaced letters in the form": testReplacedInForm, "pasting": testPasting, "dragging": testDragging, "form": testForm, "fields": testFields, "spoken": testSpoken,
		"lines": testLines, "no form": testFormless, "refused": testRefused, "lost in the form": testLostInForm, "new record": testNewRecord, "two forms": testTwoForms,
		"issuing": testIssuing, "board": testBoard, "axe on issuing": testIssueAxe,
	} {
		t.Run(name, func(t *testing.T) {
			if racing.On && name != "two tabs" { // in which two ask at once
				t.Skip("the race detector learns nothing more")
			}
			test(t, browser)
		})
	}
}

// An act is something that a person does.
type act = chromedp.Action[chromedp.Void]

// do carries acts out. What a page has replaced between the looking for it and the
// click is looked for again.
func do(t testing.TB, ctx context.Context, acts ...act) {
	t.Helper()
	for _, one := range acts {
		err := chromedp.Do(ctx, one)
		for range 5 {
			if err == nil || !strings.Contains(err.Error(), "Could not find node with given id") {
				break
			}
			time.Sleep(100 * time.Millisecond)
			err = chromedp.Do(ctx, one)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// ask returns the value of an expression in the page.
func ask[T any](t testing.TB, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// until waits until an expression is true, also over the way to another page.
func until(expression string) act {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		var err error
		for range 400 {
			var ok bool
			if ok, err = chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")")); ok || ctx.Err() != nil {
				return ctx.Err()
			}
			time.Sleep(50 * time.Millisecond)
		}
		return fmt.Errorf("waited for %s: %w", expression, err)
	})
}

// enter opens the first address, and waits for the list.
func (b *workbench) enter() act {
	return chromedp.Steps(chromedp.Navigate(b.address), until(`document.querySelector(".records, .start") !== null`))
}

// shown waits until the pages of the notice are there, and all is at rest.
func shown() act {
	return until(`document.body.dataset.shown && document.fonts.status === "loaded" && document.getElementById("findings").children.length > 0`)
}

// open follows the link of a record in the list.
func open(name string) act {
	return chromedp.Steps(
		chromedp.Click(chromedp.Search(`//tr[.//*[@class="file" and starts-with(text(), "`+name+`")]]/th/a`)),
		until(`document.getElementById("text") !== null`),
	)
}

// faulty is a record with what a clerk may get wrong.
const faulty = `# ghi chú của văn thư
meeting-date: 28/12/2020
code: 2020-Q4-B
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý IV năm 2020
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - text: Phòng Ngân sách rà soát các các khoản chi , báo cáo Giám đốc Sở trước ngày 15/01/2021.
    lead: Phòng Ngân sách
    deadline: trước ngày 15/01/2021
    product: Báo cáo
  - text: Các phòng nghành dọc báo cáo trước ngày 31/9/2021.
    lead: Phòng Giá
    deadline: trước ngày 31/9/2021
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng Ngân sách, Phòng Giá", "Lưu: VT, VP"]
`

// readExample returns one of the examples.
func readExample(t testing.TB, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(examples, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}
