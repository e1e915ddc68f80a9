package page_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The list tells of each record its state and the next step, leads there and
// back, and speaks two languages.
func testList(t *testing.T, browser context.Context) {
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, browser)
	do(t, ctx, b.enter())
	if at := ask[string](t, ctx, "location.href"); at != b.root+"/" {
		t.Errorf("the address in the browser is %s", at)
	}
	rows := ask[string](t, ctx, `[...document.querySelectorAll(".records tbody tr")].map((r) => [...r.cells].slice(2).map((c) => c.textContent.trim()).join(" | ")).join("\n")`)
	for _, want := range []string{"○ sẵn sàng | – | Phát hành: cấp số, ngày, lập tệp, vào sổ", "● đã phát hành | 0/13 xong10 quá hạn | Đôn đốc 10 nhiệm vụ quá hạn", "✕ có lỗi | – | Sửa 3 lỗi (dòng 12)"} {
		if !strings.Contains(rows, want) {
			t.Errorf("no %q in\n%s", want, rows)
		}
	}
	do(t, ctx, chromedp.Click(chromedp.Search(`//a[contains(., "Sửa 3 lỗi")]`)), until(`document.getElementById("text") !== null`), shown(),
		until(`document.activeElement.value?.startsWith("Các phòng nghành")`)) // the field of line 12
	do(t, ctx, asText(), chromedp.Reload(), shown())
	if line := ask[int](t, ctx, `document.getElementById("text").value.slice(0, document.getElementById("text").selectionStart).split("\n").length`); line != 12 {
		t.Errorf("the step leads to line %d", line)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".lang button")), until(`document.documentElement.lang === "en"`), shown())
	if said := ask[string](t, ctx, `document.body.innerText`); !strings.Contains(said, "has errors") || !strings.Contains(said, "line 12") || strings.Contains(said, "cảnh báo") {
		t.Errorf("%s", said)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".home")), until(`document.querySelector("h1").textContent === "Notices of conclusions"`))
	do(t, ctx, chromedp.NavigateBack(), until(`document.getElementById("text") !== null`))
	do(t, ctx, chromedp.Navigate(b.root+"/ban-ghi/0000000000000000"), until(`document.querySelector("h1").textContent.startsWith("This record is not in the folder")`))
}

// On a phone, and at 200 % on a small screen, nothing is wider than the window,
// and what is pressed is large enough for a finger.
func testNarrow(t *testing.T, browser context.Context) {
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, browser)
	do(t, ctx, b.enter())
	for _, width := range []int64{320, 390, 683} {
		for _, name := range []string{"", "2020-q4-loi.yaml", "2026-q1-giao-ban.yaml"} {
			do(t, ctx, look([2]int64{width, 700}, "light"), chromedp.Navigate(b.root+"/"))
			if name != "" {
				do(t, ctx, open(name), shown())
			}
			for _, view := range []string{"", "#tab-text", "#tab-pages", "#tab-form", "#outline .item:last-child textarea"} {
				if name == "" && view != "" {
					continue
				}
				if view != "" {
					ask[bool](t, ctx, `(() => { const e = document.querySelector("`+view+`"); e.focus(); e.click(); return true; })()`)
				}
				if wide := ask[int64](t, ctx, "document.documentElement.scrollWidth"); wide > width {
					t.Errorf("%q in a window of %d is %d wide %s", name, width, wide, view)
				}
				if view == "#tab-pages" && !ask[bool](t, ctx, `scrollBy(0, 500), document.getElementById("tab-form").getBoundingClientRect().top >= 0`) {
					t.Errorf("%q in a window of %d: no way back from the pages", name, width)
				}
			}
			if small := ask[string](t, ctx, `[...document.querySelectorAll("button")].filter((b) => b.offsetParent && b.getBoundingClientRect().height < 24).map((b) => b.textContent).join()`); small != "" {
				t.Errorf("too small to press: %s", small)
			}
		}
	}
}

// All can be done by the keyboard: from the top of the page the first tab stop
// skips to the content; findings, their buttons and the text follow in order.
func testKeyboard(t *testing.T, browser context.Context) {
	b := serve(t)
	b.write(t, "2020-q4-loi.yaml", faulty)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), open("2020-q4-loi.yaml"), shown(), asText())
	press := func(n int, key string, held ...chromedp.Modifier) (stops []string) {
		for range n {
			do(t, ctx, chromedp.KeyEvent(key, chromedp.KeyModifiers(held...)))
			stops = append(stops, ask[string](t, ctx, `(() => { const e = document.activeElement; return e.dataset.part || e.dataset.act || e.id.replace(/^f-.*/, "") || e.className || e.name || e.tagName.toLowerCase(); })()`))
		}
		return stops
	}
	links := ask[int](t, ctx, `document.querySelectorAll("header a").length`) // of them the first is home
	if got, want := fmt.Sprint(press(10+links, "\t")), "[skip home primary"+strings.Repeat(" a", links-2)+" tieng tab-text next text go mend summary go mend]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	outline := ask[string](t, ctx, "getComputedStyle(document.activeElement).outlineStyle")
	if outline == "none" {
		t.Error("the focus is not seen")
	}
	do(t, ctx, chromedp.KeyEvent("\r"), until(`document.querySelectorAll("#findings .mend").length === 1`))

	// the form: to the first finding, to its button, back, through the fields of an item to its buttons
	do(t, ctx, asText(), chromedp.Focus(chromedp.CSS("#tab-text")), chromedp.KeyEvent(kb.ArrowLeft), until(`document.querySelectorAll("#outline .item").length === 2`))
	if got, want := fmt.Sprint(press(1, kb.F8), press(8, "\t"), press(3, kb.ArrowRight), press(1, "\t")), "[text] [lead partners deadline product task up mend summary]"; !strings.HasPrefix(got, "[text] [lead partners deadline product task up ") {
		t.Errorf("%s, want %s", got, want)
	}
}

// An empty folder becomes an office: what is answered first, then what is
// suggested by it, and the first record is there to be written in.
func testFirstRun(t *testing.T, browser context.Context) {
	b := serve(t)
	b.clear(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.SendKeys(chromedp.CSS("#q-agency"), "Sở Tài chính"), chromedp.SendKeys(chromedp.CSS("#q-signer"), "Trần Thị B"),
		chromedp.SendKeys(chromedp.CSS("#q-units"), "Phòng Ngân sách\nPhòng Giá"), chromedp.Click(chromedp.CSS(".start button")), until(`document.querySelectorAll(".filled").length === 4`))
	do(t, ctx, chromedp.SetValue(chromedp.CSS("#q-place"), "Quảng Ngãi"), chromedp.Click(chromedp.CSS(".start button")), until(`document.getElementById("text") !== null`), shown())
	if state := ask[string](t, ctx, `document.getElementById("state").textContent`); state != "○ không có lỗi" {
		t.Errorf("%s: %s", state, ask[string](t, ctx, `document.getElementById("findings").innerText`))
	}
	was := b.read(t, "2026-q2-giao-ban.yaml")
	do(t, ctx, formed(), until(`document.querySelectorAll("#outline .is-sample").length === 6`), press("#samples-all"), until(`document.querySelectorAll("#outline .item").length === 0`), atRest(), press("#undo"), atRest())
	if got := b.read(t, "2026-q2-giao-ban.yaml"); got != was {
		t.Errorf("the examples that were put back: %s", got)
	}
	do(t, ctx, until(`document.body.dataset.rest === "yes"`))
	if page := ask[string](t, ctx, `document.querySelector("#pages figure").textContent`); !strings.Contains(page, "SỞ TÀI CHÍNH") || !strings.Contains(page, "Quảng Ngãi, ngày") {
		t.Errorf("%s", page)
	}
}
