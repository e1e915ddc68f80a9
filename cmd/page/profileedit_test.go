package page_test

import (
	"context"
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
	do(t, ctx, caret("- name: Thanh tra"), chromedp.KeyEvent(" của"), there(`#users .faulty`), until(saved))
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

// profile opens a profile, and what explains it.
func (b *workbench) profile(name string) act {
	return chromedp.Steps(chromedp.Navigate(b.root+"/ho-so"), chromedp.Click(chromedp.Search(`//main//a[text()="`+name+`"]`)), until(`document.body.dataset.shown`), chromedp.Click(chromedp.CSS(".how summary")))
}
