package page_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// strange is a page that knows the address of the workbench and tries all that a
// page can.
const strange = `<!doctype html><title>lạ</title>
<img src="%[1]s/"><script src="%[1]s/"></script><link rel="stylesheet" href="%[1]s/"><iframe src="%[1]s/"></iframe>
<form id="f" method="post" action="%[1]s/tieng" target="t"><input name="tieng" value="en"></form><iframe name="t"></iframe>
<script>
document.getElementById("f").submit();
for (const method of ["GET", "POST"]) for (const mode of ["cors", "no-cors"]) {
  fetch("%[1]s/", {method, mode, credentials: "include"}).catch(() => {});
}
navigator.sendBeacon("%[1]s/bat-dau", "agency=x");
const sent = new FormData();
sent.append("tep", new File(["a"], "a.xlsx"));
for (const path of ["/thu-bao-cao", "/thu-bao-cao/x/tra-lai", "/tu-van-ban-cu", "/tu-van-ban-cu/x/bo", "/do", "/ho-so/x/ghi", "/ho-so/x/luu", "/ho-so/x/xem"]) {
  fetch("%[1]s" + path, {method: "POST", mode: "no-cors", credentials: "include", body: sent}).catch(() => {});
  navigator.sendBeacon("%[1]s" + path, sent);
}
for (const what of ["phat-hanh", "lap-lai", "thu-hoi", "bo-so", "thu/tat-ca", "chuyen-quy"]) {
  navigator.sendBeacon("%[1]s/ban-ghi/0000000000000000/" + what, new URLSearchParams({ban: "x", xem: " "}));
}
setTimeout(() => { document.title = "xong"; }, 1000);
</script>`

// A page of another port, of another site, or under a name that was made to point
// here reaches nothing, though the browser has a session; and no other server of
// this machine gets the cookie.
func testStranger(t *testing.T, browser context.Context) {
	b := serve(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter())
	time.Sleep(time.Second) // the icon comes last
	reached := b.reached.Load()
	if reached == 0 {
		t.Fatal("nothing is counted")
	}
	var cookies atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cookies.Add(int64(len(r.Cookies())))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, strange, b.root)
	}))
	defer other.Close()
	quiet, cancel := chromedp.NewContext(ctx) // in the same session; the browser may complain
	defer cancel()
	port := other.URL[strings.LastIndex(other.URL, ":"):]
	for _, from := range []string{other.URL, "http://evil.example" + port} {
		do(t, quiet, chromedp.Navigate(from+"/x"), until(`document.title === "xong"`))
	}
	ask[bool](t, quiet, `(() => { location.href = "`+b.root+`/"; return true; })()`)
	time.Sleep(time.Second)
	if now := b.reached.Load(); now != reached {
		t.Errorf("%d requests came through", now-reached)
	}
	rebound := strings.Replace(b.root, "127.0.0.1", "evil.example", 1)
	do(t, quiet, chromedp.Navigate(rebound+"/"), until(`document.body !== null`))
	if said := ask[string](t, quiet, "document.body.innerText"); !strings.Contains(said, "Misdirected Request") || b.reached.Load() != reached {
		t.Errorf("under another name: %s", said)
	}
	if cookies.Load() != 0 {
		t.Error("another server of this machine gets the cookie")
	}
	do(t, ctx, chromedp.Reload(), until(`document.querySelector(".records") !== null && document.documentElement.lang === "vi"`))
}
