package page_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"gopkg.in/yaml.v3"
)

// short is a record with one conclusion.
const short = `# ghi chú đầu tệp
meeting-date: 28/9/2020   # ngày họp
code: 2020-Q3-N
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý III năm 2020
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [Phòng Ngân sách, Phòng Giá, "Phòng Tài chính hành chính, sự nghiệp", Văn phòng Sở]
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  # việc đầu tiên
  - text: Phòng Ngân sách công khai dự toán năm 2021 trước ngày 31/10/2020.   # ghi chú của mục
    lead: Phòng Ngân sách
    deadline: trước ngày 31/10/2020
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng Ngân sách, Phòng Giá", "Lưu: VT"]
`

// openedForm opens a record as a form.
func openedForm(t *testing.T, browser context.Context, name, content string) (*workbench, context.Context) {
	t.Helper()
	b := serve(t)
	if !strings.Contains(content, "profile:") {
		b.clear(t) // a list of one is there at once
	}
	b.write(t, name, content)
	ctx := tab(t, browser)
	do(t, ctx, look([2]int64{1366, 768}, "light"), b.enter(), open(name), shown(), formed())
	return b, ctx
}

// item puts the caret into a part of the n-th conclusion, before or behind what it says.
func item(n int, part string, end bool) act {
	at := "0"
	if end {
		at = "-1"
	}
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(`document.querySelectorAll("#outline .item")[%d].item.focus(%q, %s), true`, n-1, part, at)))
		return err
	})
}

// key presses one with others held, as a keyboard does: what a script takes for
// itself writes nothing.
func key(k string, held ...chromedp.Modifier) act {
	return chromedp.KeyEvent(k, chromedp.KeyModifiers(held...), func(p *input.DispatchKeyEventParams) {
		if p.Type == kb.KeyDown {
			p.Type = input.DispatchKeyEventTypeRawKeyDown
		}
	})
}

// inserted puts a text in at once.
func inserted(text string) act {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// atRest waits until all is carried out and saved.
func atRest() act {
	return until(`document.body.dataset.rest === "yes" && document.body.dataset.kept === "yes"`)
}

// outlineOf returns the conclusions of a record: depth and heading or text of each.
func outlineOf(t *testing.T, src string) string {
	t.Helper()
	type conclusion struct {
		Heading, Text string
		Items         []yaml.Node
	}
	var b strings.Builder
	var walk func(nodes []yaml.Node, depth int)
	walk = func(nodes []yaml.Node, depth int) {
		for _, n := range nodes {
			var c conclusion
			if n.Kind == yaml.ScalarNode {
				c.Text = n.Value
			} else if err := n.Decode(&c); err != nil {
				t.Fatalf("%v in\n%s", err, src)
			}
			fmt.Fprintf(&b, "%d %s%s\n", depth, c.Heading, strings.TrimSpace(c.Text))
			walk(c.Items, depth+1)
		}
	}
	var rec struct{ Conclusions []yaml.Node }
	if err := yaml.Unmarshal([]byte(src), &rec); err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	walk(rec.Conclusions, 1)
	return b.String()
}

// shownOutline returns the conclusions as they are shown, in the same way.
const shownOutline = `[...document.querySelectorAll("#outline .item")].map((e) => e.item.depth + " " + e.item.area("heading").value + e.item.area("text").value + "\n").join("")`

// undoAll undoes by the button until the file is what it was.
func undoAll(t *testing.T, ctx context.Context, b *workbench, name, was string) {
	t.Helper()
	for range 300 {
		if !ask[bool](t, ctx, `!document.getElementById("undo").disabled`) {
			break
		}
		do(t, ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.getElementById("undo").click(), true`))
			return err
		}), until(`document.body.dataset.rest === "yes"`))
	}
	do(t, ctx, atRest())
	if got := b.read(t, name); got != was {
		t.Errorf("what was undone is saved as\n%s", got)
	}
}

// Twenty conclusions are typed one behind the other without a pause, some are
// indented, moved, parted and joined; the file has them so, with all else as it
// was, and undoing brings its bytes back.
func testOutline(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, short)
	do(t, ctx, item(1, "text", true))
	want := []string{"1 Phòng Ngân sách công khai dự toán năm 2021 trước ngày 31/10/2020."}
	for i := 2; i <= 21; i++ {
		text := fmt.Sprintf("Việc thứ %d.", i)
		if i > 5 { // as quickly as can be
			do(t, ctx, key("\r"), inserted(text))
		} else {
			do(t, ctx, key("\r"), chromedp.KeyEvent(text))
		}
		want = append(want, fmt.Sprintf("1 Việc thứ %d.", i))
	}
	check := func(what string, want ...string) {
		t.Helper()
		do(t, ctx, atRest())
		all := strings.Join(want, "\n") + "\n"
		if got := outlineOf(t, b.read(t, name)); got != all {
			t.Errorf("%s: the file has\n%s", what, got)
		}
		if got := ask[string](t, ctx, shownOutline); got != all {
			t.Errorf("%s: shown is\n%s", what, got)
		}
	}
	check("typed", want...)
	if got := b.read(t, name); !strings.HasPrefix(got, short[:strings.Index(short, "\nsigner")]) {
		t.Errorf("the lines before are not as they were:\n%s", got)
	}
	// 3 below 2, 4 below 3, then 2 with both behind 5
	do(t, ctx, item(3, "text", true), key(kb.ArrowRight, chromedp.ModifierAlt, chromedp.ModifierShift), item(4, "text", true),
		key(kb.ArrowRight, chromedp.ModifierAlt, chromedp.ModifierShift), key(kb.ArrowRight, chromedp.ModifierAlt, chromedp.ModifierShift), chromedp.KeyEvent(" Gõ tiếp."),
		item(2, "text", false), key(kb.ArrowDown, chromedp.ModifierAlt), chromedp.KeyEvent("Trước: "))
	want = append(append(append([]string{}, want[:1]...), "1 Việc thứ 5.", "1 Trước: Việc thứ 2.", "2 Việc thứ 3.", "3 Việc thứ 4. Gõ tiếp."), want[5:]...)
	check("moved", want...)
	// the fifth out by one level, the last but one parted, the last joined
	do(t, ctx, item(5, "text", true), key(kb.ArrowLeft, chromedp.ModifierAlt, chromedp.ModifierShift),
		item(20, "text", true), key(kb.ArrowLeft), key(kb.ArrowLeft), key(kb.ArrowLeft), key("\r"), chromedp.KeyEvent("x"), item(22, "text", false), chromedp.Sleep(300*time.Millisecond),
		key("\b"), until(`document.querySelectorAll("#outline .item").length === 21`))
	want[4] = "2 Việc thứ 4. Gõ tiếp."
	want = append(want[:19], "1 Việc thứ", "1 x20. Việc thứ 21.")
	check("parted and joined", want...)
	undoAll(t, ctx, b, name, short)
}

// Programs as Unikey send backspaces and other letters in place of those that were
// typed: no letter is lost, and no item joined, at the beginning of one either.
func testReplacedInForm(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, short)
	strokes := func(all ...string) {
		for _, s := range all {
			do(t, ctx, chromedp.KeyEvent(s))
		}
	}
	do(t, ctx, item(1, "text", true), key("\r"))
	strokes("a", "\bâ", "n", " ", "t", "i", "e", "n", "g", "\b\b\bế", "n", "g", " ", "V", "i", "e", "t", "\b\bệt")
	do(t, ctx, key("\r"))
	strokes("\bư", "\b\bơ", "\bớ", "c") // a program that sends one too many, with a letter on its heels
	do(t, ctx, item(1, "lead", true))
	strokes("; p", "ho", "\bò", "n", "g", " ", "g", "i", "a", "\bá")
	do(t, ctx, atRest())
	if got := b.read(t, name); !strings.Contains(got, "ân tiếng Việt") || !strings.Contains(got, "ớc") || strings.Count(outlineOf(t, got), "\n") != 3 || !strings.Contains(got, "phòng giá") {
		t.Errorf("%s", got)
	}
}

// pasteInto hands over what was copied elsewhere, as the browser does.
func pasteInto(t *testing.T, ctx context.Context, html, plain string) {
	t.Helper()
	ask[bool](t, ctx, `(() => {
		const data = new DataTransfer();
		if (`+quoted(html)+`) data.setData("text/html", `+quoted(html)+`);
		data.setData("text/plain", `+quoted(plain)+`);
		document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
		return true;
	})()`)
}

// A table of Excel and a list of Word become items behind the one with the caret.
func testPasting(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, short)
	do(t, ctx, item(1, "text", true))
	pasteInto(t, ctx, `<html><body><table><tr><td>Nội dung</td><td>Chủ trì</td><td>Thời hạn</td></tr><tr><td>Lập dự toán<br>năm 2021</td><td>Phòng Giá</td><td>trước ngày 30/11/2020</td></tr>`+
		`<tr><td>Rà soát giá đất</td><td>Phòng Giá</td><td>15/12/2020</td></tr></table></body></html>`, "không dùng")
	do(t, ctx, until(`document.querySelectorAll("#outline .item").length === 3`), atRest())
	got := b.read(t, name)
	if outline := outlineOf(t, got); !strings.Contains(outline, "\n1 Lập dự toán năm 2021\n1 Rà soát giá đất\n") || strings.Count(got, "Phòng Giá") < 4 || !strings.Contains(got, "15/12/2020") {
		t.Errorf("%s", got)
	}
	do(t, ctx, item(3, "text", true))
	pasteInto(t, ctx, "", "1. Việc một\r\n2. Việc hai\r\n")
	do(t, ctx, until(`document.querySelectorAll("#outline .item").length === 5`), atRest())
	if outline := outlineOf(t, b.read(t, name)); !strings.HasSuffix(outline, "1 Việc một\n1 Việc hai\n") {
		t.Errorf("%s", outline)
	}
	do(t, ctx, item(5, "text", true), key("\r"))
	pasteInto(t, ctx, "", "Việc ba\nViệc bốn")
	do(t, ctx, until(`document.querySelectorAll("#outline .item").length === 7`), atRest())
	if outline := outlineOf(t, b.read(t, name)); !strings.HasSuffix(outline, "1 Việc hai\n1 Việc ba\n1 Việc bốn\n") {
		t.Errorf("into an empty item: %s", outline)
	}
	do(t, ctx, item(7, "text", true), key("\r"), atRest())
	number := ask[string](t, ctx, `document.activeElement.closest(".item").item.model.number`)
	pasteInto(t, ctx, "", number+" Việc năm")
	do(t, ctx, until(`!document.getElementById("taken").hidden`), atRest())
	if outline := outlineOf(t, b.read(t, name)); !strings.HasSuffix(outline, "1 Việc năm\n") {
		t.Errorf("with the number that it has: %s", outline)
	}
	do(t, ctx, press("#taken button"), atRest())
	if outline := outlineOf(t, b.read(t, name)); !strings.HasSuffix(outline, "1 "+number+" Việc năm\n") {
		t.Errorf("put back: %s", outline)
	}
	do(t, ctx, key("\r"))
	pasteInto(t, ctx, "", "I. Việc sáu\nII. Việc bảy")
	do(t, ctx, until(`!document.getElementById("taken").hidden`), press("#taken button"), atRest())
	if got := b.read(t, name); !strings.Contains(got, "number: II.") {
		t.Errorf("several put back: %s", got)
	}
	pasteInto(t, ctx, "", "Rà soát vốn\tPhòng Giá\tBáo cáo\nLập dự toán\tVăn phòng Sở\tTờ trình")
	do(t, ctx, until(`!document.getElementById("columns").hidden`), atRest())
	ask[bool](t, ctx, `[...document.querySelectorAll("#columns select")].forEach((s, i) => { s.value = ["text", "lead", "product"][i]; s.dispatchEvent(new Event("change")); }), true`)
	do(t, ctx, press("#columns .apply"), atRest())
	if got := b.read(t, name); !strings.Contains(got, "text: Lập dự toán\n    lead: Văn phòng Sở\n    product: Tờ trình\n") {
		t.Errorf("columns that were chosen: %s", got)
	}
	undoAll(t, ctx, b, name, short)
}

// An item is dragged by its handle, with all below it, to where the line is.
func testDragging(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	b, ctx := openedForm(t, browser, name, strings.Replace(short, "signer:", "  - Hai.\n  - Ba.\n  - Bốn.\nsigner:", 1))
	do(t, ctx, look([2]int64{1366, 1400}, "light"), item(1, "text", true))
	place := func(n int, what string) (x, y float64) {
		p := ask[[]float64](t, ctx, fmt.Sprintf(`(() => { const r = document.querySelectorAll("#outline .item")[%d].querySelector(%q).getBoundingClientRect(); return [r.left + r.width / 2, r.top + 8]; })()`, n-1, what))
		return p[0], p[1]
	}
	x, y := place(4, ".grip")
	toX, toY := place(2, ".num")
	do(t, ctx, chromedp.DragAndDropXY(x, y, toX, toY-4, 8), atRest())
	if got := outlineOf(t, b.read(t, name)); !strings.HasSuffix(got, "31/10/2020.\n2 Bốn.\n1 Hai.\n1 Ba.\n") {
		t.Errorf("%s", got)
	}
}

// What is below an item goes to the one it is joined to, a heading is made of a text
// and leads to what is below it, and what cannot be is said.
func testNested(t *testing.T, browser context.Context) {
	const name = "2020-q3-moi.yaml"
	nested := strings.Replace(short, "signer:", `  - text: B.
    items:
      - text: B1.   # của B1
        items:
          - B1a.
          - B1b.
      - B2.
  - C.
signer:`, 1)
	b, ctx := openedForm(t, browser, name, nested)
	first := "1 Phòng Ngân sách công khai dự toán năm 2021 trước ngày 31/10/2020."
	backspace := func(n, left int) act {
		return chromedp.Steps(item(n, "text", false), key("\b"), until(fmt.Sprintf(`document.querySelectorAll("#outline .item").length === %d`, left)))
	}
	for _, c := range []struct {
		what string
		does act
		want string
	}{
		{"the first below joined", backspace(3, 6), first + "\n1 B. B1.\n2 B1a.\n2 B1b.\n2 B2.\n1 C.\n"},
		{"one with items below joined", backspace(2, 5), first + " B. B1.\n2 B1a.\n2 B1b.\n2 B2.\n1 C.\n"},
		{"a heading made", chromedp.Steps(item(5, "text", true), press(`.item.active [data-act="heading"]`), key("\r"), chromedp.KeyEvent("C1.")), first + " B. B1.\n2 B1a.\n2 B1b.\n2 B2.\n1 C.\n2 C1.\n"},
		{"parted before what is below", chromedp.Steps(item(1, "text", true), key(kb.ArrowLeft), key(kb.ArrowLeft), key(kb.ArrowLeft), key("\r")), first + " B.\n2 B1.\n2 B1a.\n2 B1b.\n2 B2.\n1 C.\n2 C1.\n"},
		{"removed", chromedp.Steps(item(1, "text", true), key(kb.Delete, chromedp.ModifierCtrl, chromedp.ModifierShift)), "1 C.\n2 C1.\n"},
	} {
		do(t, ctx, c.does, atRest())
		if got := outlineOf(t, b.read(t, name)); got != c.want {
			t.Errorf("%s: the file has\n%s", c.what, got)
		}
		if got := ask[string](t, ctx, shownOutline); got != c.want {
			t.Errorf("%s: shown is\n%s", c.what, got)
		}
	}
	undoAll(t, ctx, b, name, nested)
}
