package page_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"ketluan/cmd/disk"
	"ketluan/render/office"
)

const saved = `document.getElementById("saved").textContent.startsWith("Đã lưu")`

// caret puts it behind the first place where the text, which is shown, says something.
func caret(behind string) act {
	return chromedp.Steps(asText(), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(() => {
			const area = document.getElementById("text");
			const at = area.value.indexOf(`+quoted(behind)+`);
			area.focus();
			area.setSelectionRange(at + `+quoted(behind)+`.length, at + `+quoted(behind)+`.length);
			return true;
		})()`))
		return err
	}))
}

func quoted(s string) string { return "`" + strings.ReplaceAll(s, "`", "\\`") + "`" }

// undo is Ctrl+Z in the text.
func undo() act { return chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)) }

// opened opens a record of the office in a browser, as text.
func opened(t *testing.T, browser context.Context, name string) (*workbench, context.Context) {
	t.Helper()
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), open(name), shown(), asText())
	return b, ctx
}

// What is typed is seen on its page at once, and stands in the file soon, with
// nothing else changed; other pages are not put in anew.
func testTyping(t *testing.T, browser context.Context) {
	name := "2026-q1-giao-ban.yaml"
	b, ctx := opened(t, browser, name)
	was := b.read(t, name)
	ask[bool](t, ctx, `(() => { for (const f of document.querySelectorAll("#pages figure")) f.firstElementChild.mine = true; return true; })()`)
	do(t, ctx, caret("đã nỗ lực"), chromedp.KeyEvent(" rất nhiều"),
		until(`document.querySelector("#pages figure").textContent.includes("đã nỗ lực rất nhiều")`), until(saved))
	if got, want := b.read(t, name), strings.Replace(was, "đã nỗ lực", "đã nỗ lực rất nhiều", 1); got != want {
		t.Errorf("the file is\n%s", got)
	}
	if kept := ask[string](t, ctx, `[...document.querySelectorAll("#pages figure")].map((f) => f.firstElementChild.mine ? "kept" : "new").join(" ")`); !strings.HasPrefix(kept, "new kept") {
		t.Errorf("pages: %s", kept)
	}
	for range 12 { // a browser undoes some letters at a time
		do(t, ctx, undo())
	}
	for range 100 {
		if b.read(t, name) == was {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("what was undone is not saved:\n%s", b.read(t, name))
}

// Programs as Unikey send backspaces and other letters in place of those that
// were typed: the text is what they make of it, whatever answers come meanwhile.
func testReplacedLetters(t *testing.T, browser context.Context) {
	name := "2026-q1-giao-ban.yaml"
	b, ctx := opened(t, browser, name)
	do(t, ctx, caret("đã nỗ lực"))
	for _, stroke := range []string{" ", "t", "i", "e", "n", "g", "\b\b\b", "ế", "n", "g", " ", "V", "i", "e", "t", "\b\b", "ệ", "t"} {
		do(t, ctx, chromedp.KeyEvent(stroke))
	}
	do(t, ctx, until(`document.querySelector("#pages").textContent.includes("đã nỗ lực tiếng Việt")`), until(saved))
	if got := b.read(t, name); !strings.Contains(got, "đã nỗ lực tiếng Việt hoàn thành") {
		t.Errorf("%.900s", got)
	}
}

// A finding with one right answer is mended by its button, as check --fix does
// it, and the mend can be undone. A click on a finding leads to its place.
func testMending(t *testing.T, browser context.Context) {
	name := "2020-q4-loi.yaml"
	b, ctx := opened(t, browser, name)
	for range 2 {
		n := ask[int](t, ctx, `document.querySelectorAll("#findings .mend").length`)
		do(t, ctx, chromedp.Click(chromedp.CSS("#findings .mend")), until(`document.querySelectorAll("#findings .mend").length < `+string(rune('0'+n))))
	}
	do(t, ctx, until(saved))
	mended := b.read(t, name)

	aside := t.TempDir()
	if err := os.WriteFile(filepath.Join(aside, name), []byte(faulty), 0o644); err != nil {
		t.Fatal(err)
	}
	press, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	found := office.Place{Folder: disk.Open(aside), Root: aside, Name: name}.File()
	if _, whole := office.Check(t.Context(), press, office.Checking{Mend: true}, []office.Found{found}); !whole {
		t.Fatal("check did not end")
	}
	if want, err := os.ReadFile(filepath.Join(aside, name)); err != nil || mended != string(want) || mended == faulty {
		t.Errorf("mended is\n%s\nby the command\n%s", mended, want)
	}
	do(t, ctx, chromedp.Focus(chromedp.CSS("#text")), undo(), undo(), until(`document.getElementById("text").value === `+quoted(faulty)))

	do(t, ctx, chromedp.Click(chromedp.Search(`//ol[@id="findings"]//button[contains(., "31/9/2021")]`)))
	if at := ask[string](t, ctx, `getSelection().toString()`); at != "ngày 31/9/2021" {
		t.Errorf("selected: %q", at)
	}
}

// A click on the page leads to the line of the record, and the line of the caret
// is marked on the page.
func testPageAndText(t *testing.T, browser context.Context) {
	_, ctx := opened(t, browser, "2026-q1-giao-ban.yaml")
	do(t, ctx, chromedp.Click(chromedp.CSS(`#pages [data-place="kl_2_1_1_text"]`)))
	line := `document.getElementById("text").value.slice(0, document.getElementById("text").selectionStart).split("\n").length`
	want := ask[int](t, ctx, `document.getElementById("text").value.split("\n").findIndex((l) => l.includes("Hoàn thành phân bổ chi tiết")) + 1`)
	if got := ask[int](t, ctx, line); got < want-1 || got > want {
		t.Errorf("line %d, the text stands on line %d", got, want)
	}
	do(t, ctx, caret("Tuy nhiên, tiến độ"), until(`[...document.querySelectorAll("#pages .here")].some((e) => e.textContent.includes("Tuy nhiên"))`))
	if n := ask[int](t, ctx, `[...document.querySelectorAll("#pages .here")].filter((e) => e.textContent.includes("Năm 2025")).length`); n != 0 {
		t.Error("another text is marked too")
	}
	copied := ask[string](t, ctx, `(() => { getSelection().selectAllChildren(document.getElementById("pages")); return getSelection().toString(); })()`)
	for _, line := range []string{"1. Năm 2025, các phòng, đơn vị đã nỗ lực hoàn thành phần lớn nhiệm vụ được", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Trần Thị Ví Dụ"} {
		if !strings.Contains(copied, line) {
			t.Errorf("no %q in what is copied:\n%s", line, copied)
		}
	}
}

// What another program has written meanwhile is not written over: both are
// shown, and the person decides; either way can be undone.
func testConflict(t *testing.T, browser context.Context) {
	name := "2020-q4-loi.yaml"
	theirs := strings.Replace(faulty, "# ghi chú của văn thư", "# sửa bằng Notepad", 1)
	for _, c := range []struct{ button, want string }{
		{"#mine", strings.Replace(faulty, "Phòng Giá\n", "Phòng Giá cả\n", 1)},
		{"#theirs", theirs},
	} {
		b, ctx := opened(t, browser, name)
		do(t, ctx, caret("lead: Phòng Giá"))
		b.write(t, name, theirs)
		do(t, ctx, chromedp.KeyEvent(" cả"), until(`!document.getElementById("conflict").hidden`))
		if got := b.read(t, name); got != theirs {
			t.Errorf("the other's file is\n%s", got)
		}
		if both := ask[string](t, ctx, `document.getElementById("both").textContent`); !strings.Contains(both, "Phòng Giá cả") || !strings.Contains(both, "# sửa bằng Notepad") {
			t.Errorf("shown: %s", both)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(c.button)), until(`document.getElementById("conflict").hidden`), until(`document.getElementById("text").value === `+quoted(c.want)))
		time.Sleep(1500 * time.Millisecond)
		if got := b.read(t, name); got != c.want {
			t.Errorf("%s: the file is\n%s", c.button, got)
		}
		if c.button == "#theirs" {
			do(t, ctx, chromedp.Focus(chromedp.CSS("#text")), undo(), until(`document.getElementById("text").value.includes("Phòng Giá cả")`))
		}
	}
}

// What another program writes while nothing is typed is taken in; of two tabs
// each shows what the other has saved.
func testTwoTabs(t *testing.T, browser context.Context) {
	name := "2020-q4-loi.yaml"
	b, first := opened(t, browser, name)
	second, cancel := chromedp.NewContext(first, complaints(t))
	defer cancel()
	do(t, second, chromedp.Navigate(ask[string](t, first, "location.href")), shown())
	do(t, second, caret("# ghi chú"), chromedp.KeyEvent(" thứ hai"), until(saved))
	do(t, first, until(`document.getElementById("text").value.startsWith("# ghi chú thứ hai của")`))
	do(t, first, caret("# ghi chú"), chromedp.KeyEvent(" thứ nhất,"))
	do(t, second, until(`document.getElementById("text").value.startsWith("# ghi chú thứ nhất, thứ hai của")`))
	b.write(t, name, faulty)
	for _, ctx := range []context.Context{first, second} {
		do(t, ctx, until(`document.getElementById("text").value === `+quoted(faulty)))
	}
}

// While nothing answers what is typed stays, and it is said; when the program
// answers again it is saved.
func testLostAndBack(t *testing.T, browser context.Context) {
	name := "2020-q4-loi.yaml"
	b, ctx := opened(t, browser, name)
	b.down.Store(true)
	do(t, ctx, caret("# ghi chú"), chromedp.KeyEvent(" mới"), until(`!document.getElementById("lost").hidden`))
	if got := b.read(t, name); got != faulty {
		t.Errorf("%s", got)
	}
	b.down.Store(false)
	do(t, ctx, until(saved), until(`document.getElementById("lost").hidden`))
	if got := b.read(t, name); !strings.HasPrefix(got, "# ghi chú mới của") {
		t.Errorf("%s", got)
	}
}

// What could not be saved when the page was left comes back with it, beside what
// is in the file; nobody is asked whether to stay.
func testLeft(t *testing.T, browser context.Context) {
	name := "2020-q4-loi.yaml"
	b, ctx := opened(t, browser, name)
	want := strings.Replace(faulty, "# ghi chú", "# ghi chú mới", 1)
	b.down.Store(true)
	do(t, ctx, caret("# ghi chú"), chromedp.KeyEvent(" mới"), until(`!document.getElementById("lost").hidden`))
	ask[bool](t, ctx, `(() => { dispatchEvent(new PageTransitionEvent("pagehide")); return true; })()`)
	b.down.Store(false)
	b.write(t, name, strings.Replace(faulty, "Giám đốc Sở kết luận", "Giám đốc kết luận", 1))
	do(t, ctx, chromedp.Reload(), until(`document.getElementById("conflict") && !document.getElementById("conflict").hidden`))
	do(t, ctx, chromedp.Click(chromedp.CSS("#mine")), until(saved))
	if got := b.read(t, name); got != want {
		t.Errorf("%s", got)
	}
}
