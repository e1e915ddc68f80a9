package page_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// field puts the caret behind what a field of the form says.
func field(place string) act {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(() => {
			const area = document.querySelector('[data-field="`+place+`"] :is(input, textarea, select)');
			area.focus();
			area.setSelectionRange?.(area.value.length, area.value.length);
			return true;
		})()`))
		return err
	})
}

// press clicks what a selector finds, wherever it is in the page.
func press(selector string) act {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.querySelector(`+quoted(selector)+`).click(), true`))
		return err
	})
}

// formed waits until the form is there.
func formed() act { return until(`document.querySelector("#outline .item, #last.first")`) }

// oneLine is a text whose words stand on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// asText shows the record as text.
func asText() act {
	return chromedp.Steps(ifThere("#tab-text"), until(`document.getElementById("text").offsetParent !== null`))
}

// ifThere clicks on what not every page has.
func ifThere(selector string) act {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.querySelector("`+selector+`")?.click() === undefined`))
		return err
	})
}

// What is typed into a field is seen on its page at once and stands in the file,
// comments and order as they were; the field with the focus is marked on the page,
// a click on the page leads to its field, and the text is another view of the same.
func testForm(t *testing.T, browser context.Context) {
	const name = "2026-q1-giao-ban.yaml"
	b, ctx := openedForm(t, browser, name, readExample(t, name))
	was := b.read(t, name)
	do(t, ctx, field("subject"), chromedp.KeyEvent(" (lần 2)"), until(`document.querySelector("#pages figure").textContent.includes("(lần 2)")`),
		until(`[...document.querySelectorAll("#pages .here")].some((e) => e.textContent.includes("(lần 2)"))`), atRest())
	got := b.read(t, name)
	if lines, before := strings.Split(got, "\n"), strings.Split(was, "\n"); strings.Join(lines[:14], "\n") != strings.Join(before[:14], "\n") || !strings.HasSuffix(got, was[strings.Index(was, "opening:"):]) || !strings.Contains(oneLine(got), "2026 (lần 2)") {
		t.Errorf("%.1500s", got)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(`#pages [data-place="kl_2_1_1_text"]`)), until(`document.activeElement.value.startsWith("Hoàn thành phân bổ chi tiết")`),
		chromedp.KeyEvent(kb.End), until(`document.querySelector("#pages .here").textContent.includes("Hoàn thành phân bổ")`))
	do(t, ctx, asText(), until(`document.getElementById("text").value.includes("2)")`), caret("2)"), chromedp.KeyEvent("!"), atRest(),
		chromedp.Reload(), shown(), until(`document.getElementById("text").offsetParent !== null`), // remembered
		press("#tab-form"), until(`document.querySelector('[data-field="subject"] textarea').value.endsWith("(lần 2)!")`))
	if got := b.read(t, name); !strings.Contains(oneLine(got), "2026 (lần 2)!") {
		t.Errorf("%.900s", got)
	}
}

// A deadline tells the day it means while it is typed; a unit completes itself in a
// list; a finding stands at its field, and its button mends it.
func testFields(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, strings.Replace(short, "dự toán năm 2021 trước", "các các dự toán năm 2021 trước", 1))
	deadline := `document.querySelector('#outline .item [data-part="meaning"]').textContent`
	do(t, ctx, item(1, "deadline", true), until(deadline+`.includes("31/10/2020")`), chromedp.KeyEvent("\b\b\b\b2021"), until(deadline+`.includes("31/10/2021")`),
		chromedp.KeyEvent("\b\b\b\b\b\b\b9/2021"), until(`document.querySelector("#outline .found").textContent.includes("Thời hạn: lỗi") && document.activeElement.ariaInvalid === "true"`),
		chromedp.KeyEvent("\b\b\b\b\b\b10/2020"))
	do(t, ctx, item(1, "partners", true), chromedp.KeyEvent("hanh"), until(`document.activeElement.getAttribute("aria-expanded") === "true"`),
		chromedp.KeyEvent(kb.ArrowDown), key("\r"), chromedp.KeyEvent("; va"), chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("n"), until(`document.body.dataset.rest === "yes"`))
	if said := ask[string](t, ctx, `document.querySelector("#outline .found").textContent + document.getElementById("state").textContent`); strings.Contains(said, "van") || !strings.Contains(said, "không có lỗi") {
		t.Errorf("of a name that is half typed: %s", said)
	}
	do(t, ctx, item(1, "text", true), until(`document.querySelector("#outline .found").textContent.includes("van") && document.getElementById("state").textContent.includes("có lỗi")`),
		item(1, "partners", true), chromedp.KeyEvent("\bn"), key("\r"), atRest()) // the only one that is offered
	if got := b.read(t, name); !strings.Contains(got, `"Phòng Tài chính hành chính, sự nghiệp"`) || !strings.Contains(got, "Văn phòng Sở]") && !strings.Contains(got, "- Văn phòng Sở") || !strings.Contains(got, "deadline: trước ngày 31/10/2020\n") {
		t.Errorf("%s", got)
	}
	if typed := ask[string](t, ctx, `document.activeElement.value`); typed != "Phòng Tài chính hành chính, sự nghiệp; Văn phòng Sở" {
		t.Errorf("the field says %q", typed)
	}
	before := b.read(t, name)
	do(t, ctx, press("#next"), until(`document.activeElement.closest(".item")`), press("#outline .found .mend"), until(`!document.querySelector("#outline .found .mend")`), atRest())
	if got, want := b.read(t, name), strings.Replace(before, "các các", "các", 1); got != want {
		t.Errorf("mended:\n%s", got)
	}
	do(t, ctx, undo(), atRest())
	if got := b.read(t, name); got != before {
		t.Errorf("undone:\n%s", got)
	}
}

// What a text says of who does it and by when is offered below it, and set in one
// change that is undone as one; of several in one as well. What was set can be cleared.
func testSpoken(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, strings.Replace(short, "signer:", `  - Giao Phòng Giá chủ trì, phối hợp với Văn phòng Sở rà soát giá đất trước ngày 15/12/2020.
signer:`, 1))
	before := b.read(t, name)
	do(t, ctx, until(`document.querySelectorAll("#outline .spoken")[1].offsetHeight > 0`))
	if said := ask[string](t, ctx, `document.querySelectorAll("#outline .spoken")[1].textContent`); !strings.Contains(said, "chủ trì Phòng Giá · phối hợp Văn phòng Sở · thời hạn trước ngày 15/12/2020") {
		t.Errorf("offered is %s", said)
	}
	offered := `[...document.querySelectorAll("#outline .spoken")].filter((e) => !e.hidden).length`
	do(t, ctx, press("#outline .item:nth-child(2) .spoken button"), atRest(), until(offered+" === 0"))
	set := b.read(t, name)
	if !strings.Contains(set, "lead: Phòng Giá\n") || !strings.Contains(set, "partners: Văn phòng Sở\n") || !strings.Contains(set, "deadline: trước ngày 15/12/2020\n") || !strings.Contains(set, "Giao Phòng Giá chủ trì, phối hợp với Văn phòng Sở rà soát giá đất trước ngày 15/12/2020.") {
		t.Errorf("%s", set)
	}
	do(t, ctx, undo(), atRest())
	if got := b.read(t, name); got != before {
		t.Errorf("undone is\n%s", got)
	}
	do(t, ctx, item(2, "text", true), key("\r"), inserted("Văn phòng Sở chủ trì chuẩn bị họp trước ngày 20/12/2020."), until(`!document.getElementById("spoken-all").hidden`), atRest())
	before = b.read(t, name)
	do(t, ctx, press("#spoken-all"), atRest())
	if got := b.read(t, name); strings.Count(got, "deadline: ") != 3 || strings.Count(got, "lead: ") != 3 {
		t.Errorf("%s", got)
	}
	do(t, ctx, undo(), atRest())
	if got := b.read(t, name); got != before {
		t.Errorf("undone is\n%s", got)
	}
	do(t, ctx, item(1, "text", true), press(".item.active .clear"), atRest())
	if got := b.read(t, name); strings.Contains(got, "deadline: ") || strings.Contains(got, "lead: ") {
		t.Errorf("%s", got)
	}
}

// Lines of a list are parted, joined and moved as in the outline.
func testLines(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, short)
	do(t, ctx, field("recipients"), key("\r"), chromedp.KeyEvent("Văn phòng UBND tỉnh"), key(kb.ArrowUp, chromedp.ModifierAlt), chromedp.KeyEvent(" (để b/c)"), atRest())
	if got := b.read(t, name); !strings.Contains(got, `[Văn phòng UBND tỉnh (để b/c), "Phòng Ngân sách, Phòng Giá", "Lưu: VT"]`) {
		t.Errorf("%s", got)
	}
	undoAll(t, ctx, b, name, short)
}

// A record that no form can be made of is shown as text, with the reason; when that
// is mended, the form is there again.
func testFormless(t *testing.T, browser context.Context) {
	b := serve(t)
	b.write(t, "2020-q3-moi.yaml", strings.Replace(short, "opening:", "opening: [", 1))
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), open("2020-q3-moi.yaml"), shown(), until(`document.getElementById("text").offsetParent && !document.getElementById("formless").hidden`))
	do(t, ctx, caret("opening: ["), chromedp.KeyEvent("\b"), atRest(), press("#tab-form"), until(`document.querySelectorAll("#outline .item").length === 1 && document.getElementById("formless").hidden`))
}

// What is written in a way that no step is sure of is refused with words, and the
// form shows what the record says.
func testRefused(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	flow := short[:strings.Index(short, "conclusions:")] + "conclusions: [Một., Hai.]\n" + short[strings.Index(short, "signer:"):]
	b, ctx := openedForm(t, browser, name, flow)
	do(t, ctx, item(1, "text", true), key(kb.ArrowDown, chromedp.ModifierAlt), until(`!document.getElementById("refused").hidden`), until(`document.body.dataset.rest === "yes"`))
	if got := ask[string](t, ctx, shownOutline); got != "1 Một.\n1 Hai.\n" {
		t.Errorf("shown is\n%s", got)
	}
	do(t, ctx, item(2, "text", true), chromedp.KeyEvent(" Thêm"), atRest())
	if got := outlineOf(t, b.read(t, name)); got != "1 Một.\n1 Hai. Thêm\n" {
		t.Errorf("%s", got)
	}
}

// While nothing answers, what is typed and moved in the form stays; when the program
// answers again it is carried out and saved, and what is left behind comes back.
func testLostInForm(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, short)
	b.down.Store(true)
	do(t, ctx, item(1, "text", true), key("\r"), chromedp.KeyEvent("Hai."), key("\r"), key("\t"), chromedp.KeyEvent("Ba. Thêm."), until(`!document.getElementById("lost").hidden`))
	if got := b.read(t, name); got != short {
		t.Errorf("%s", got)
	}
	ask[bool](t, ctx, `(() => { dispatchEvent(new PageTransitionEvent("pagehide")); return true; })()`)
	do(t, ctx, chromedp.Sleep(100*time.Millisecond))
	b.down.Store(false)
	do(t, ctx, chromedp.Reload(), shown(), atRest())
	if got := outlineOf(t, b.read(t, name)); !strings.HasSuffix(got, "\n1 Hai.\n2 Ba. Thêm.\n") {
		t.Errorf("%s", got)
	}
}

// Two tabs and an editor on one record: each form shows what the others have
// saved, and the field with the caret goes on being typed in.
func testTwoForms(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, first := openedForm(t, browser, name, short)
	second, cancel := chromedp.NewContext(first, complaints(t))
	defer cancel()
	do(t, second, look([2]int64{1366, 768}, "light"), chromedp.Navigate(ask[string](t, first, "location.href")), shown(), item(1, "text", true), key("\r"), chromedp.KeyEvent("Việc của tab hai."), atRest())
	do(t, first, until(`document.querySelectorAll("#outline .item").length === 2`), item(2, "text", true), chromedp.KeyEvent(" Và của tab một."), atRest())
	do(t, second, until(`document.querySelectorAll("#outline .item")[1].item.area("text").value === "Việc của tab hai. Và của tab một."`))
	b.write(t, name, strings.Replace(b.read(t, name), "việc đầu tiên", "việc trước hết", 1))
	do(t, second, until(`document.getElementById("text").value.includes("việc trước hết")`), item(2, "text", true), chromedp.KeyEvent(" Rồi."), atRest())
	if got := b.read(t, name); !strings.Contains(got, "# việc trước hết") || !strings.HasSuffix(outlineOf(t, got), "1 Việc của tab hai. Và của tab một. Rồi.\n") {
		t.Errorf("%s", got)
	}
}

// A further record is made from the list, and its first conclusion typed.
func testNewRecord(t *testing.T, browser context.Context) {
	b := serve(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.CSS(".new")), until(`document.getElementById("kind") !== null`), chromedp.SetValue(chromedp.CSS("#meeting-date"), "31/11/2026"),
		press(".start button"), until(`document.querySelector("[aria-invalid]")?.value === "31/11/2026"`), chromedp.SetValue(chromedp.CSS("#meeting-date"), "30/11/2026"),
		chromedp.SetValue(chromedp.CSS("#profile"), "so-nnmt.profile.yaml"), press(".start button"), until(`document.getElementById("text") !== null`), shown(), formed())
	do(t, ctx, press("#last"), until(`document.activeElement.dataset.part === "text"`), chromedp.KeyEvent("Giao Văn phòng Sở tổng hợp."), key("\r"), inserted("Việc sau."),
		until(`document.getElementById("pages").textContent.includes("Việc sau.")`), atRest())
	if got := oneLine(b.read(t, "2026-q4-giao-ban.yaml")); !strings.Contains(got, `kết luận: - "Giao Văn phòng Sở tổng hợp." - "Việc sau." phần kết:`) {
		t.Errorf("%s", got)
	}
}
