package page_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// testProfile renames a unit: the records that would not be read any more are
// seen at once; what another program writes meanwhile is not written over.
func testProfile(t *testing.T, browser context.Context) {
	name := "so-khcn-quang-ngai.profile.yaml"
	b := serve(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.CSS(`.to [href$="/ho-so"]`)), there(`main li a`), chromedp.Click(chromedp.Search(`//main//a[text()="`+name+`"]`)), until(`document.body.dataset.shown`))
	was := b.read(t, name)
	b.fillProfile(t, ctx, name)
	do(t, ctx, caret("- name: Thanh tra"), chromedp.KeyEvent(" của"), there(`#users .faulty`), atRest())
	if got, want := b.read(t, name), strings.Replace(was, "- name: Thanh tra", "- name: Thanh tra của", 1); got != want {
		t.Errorf("the file is\n%s", got)
	}
	theirs := was + "# của máy khác\n"
	do(t, ctx, caret("# Hồ sơ cơ quan"))
	b.write(t, name, theirs)
	do(t, ctx, chromedp.KeyEvent(" mới"), until(`!document.getElementById("conflict").hidden`))
	if got := b.read(t, name); got != theirs {
		t.Errorf("written over:\n%s", got)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS("#theirs")), until(`document.getElementById("text").value.endsWith("# của máy khác\n")`))
	if got := b.read(t, name); got != theirs {
		t.Errorf("%s", got)
	}
}

// fillProfile gives a unit its e-mail, adds units and a signer and takes one away
// again, all in the form; undone, the file is what it was.
func (b *workbench) fillProfile(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	was := b.read(t, name)
	row := func(list string, n int, part string) act {
		at := fmt.Sprintf(`#%s .member:nth-child(%d) [data-part="%s"]`, list, n, part)
		return chromedp.Steps(until(`document.querySelector(`+quoted(at)+`)`), chromedp.Focus(chromedp.CSS(at)))
	}
	do(t, ctx, row("units", 2, "email"), chromedp.KeyEvent("qlkh@skhcn"), until(`document.querySelector("#units .member:nth-child(2) .found").textContent.includes("qlkh@skhcn")`), chromedp.KeyEvent(".gov.vn"),
		press("#add-units"), chromedp.KeyEvent("Phòng Mới"), key("\r"))
	pasteInto(t, ctx, "", "Phòng Ba\tP3\nPhòng Tư = P4\n")
	do(t, ctx, press("#add-signers"), chromedp.KeyEvent("Phó Giám đốc"), key("\t"), chromedp.KeyEvent("Lê Văn C"), key("\r"), atRest(), press("#units .member:nth-child(11) .remove"), atRest())
	want := strings.Replace(was, "    short: QLKH\n", "    short: QLKH\n    email: qlkh@skhcn.gov.vn\n", 1)
	want = strings.Replace(want, "    aliases: [ĐTN]\n", "    aliases: [ĐTN]\n  - name: Phòng Ba\n    short: P3\n  - name: Phòng Tư\n    short: P4\n", 1)
	want = strings.Replace(want, "    name: Nguyễn Thị Xuân\n", "    name: Nguyễn Thị Xuân\n  pho-giam-doc:\n    position: Phó Giám đốc\n    name: Lê Văn C\n", 1)
	if got := b.read(t, name); got != want {
		t.Errorf("the form has made of it\n%s", got)
	}
	undoAll(t, ctx, b, name, was)
}

// profile opens a profile, and what explains it.
func (b *workbench) profile(name string) act {
	return chromedp.Steps(chromedp.Navigate(b.root+"/ho-so"), chromedp.Click(chromedp.Search(`//main//a[text()="`+name+`"]`)), until(`document.body.dataset.shown`))
}
