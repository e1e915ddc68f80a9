package page_test

import (
	"context"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"ketluan/cmd/disk"
	"ketluan/render/office"
)

// notice is that of an example as a file of a kind.
func (b *workbench) notice(t testing.TB, kind string) string {
	t.Helper()
	press, err := office.NewPress(office.Wants{Only: kind})
	if err != nil {
		t.Fatal(err)
	}
	aside := office.NewMemory(nil)
	made := office.Make(t.Context(), press, office.Order{Out: aside}, office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "2026-q1-giao-ban.yaml"}.File())
	if !made.Done {
		t.Fatal(made.Problems)
	}
	return aside.Files()["2026-q1-giao-ban/2026-q1-giao-ban."+kind]
}

// An old notice becomes the draft that the command makes, under a name of the
// program's own; a second time nothing is written over; it can be taken away
// as long as nobody has changed it.
func TestImport(t *testing.T) {
	b := behind(t)
	before := b.files(t)
	word := b.notice(t, "docx")
	files := map[string]string{`..\thông báo.docx`: word, "ảnh.pdf": "%PDF-1.4 hỏng"}
	w := b.drop(t, "/tu-van-ban-cu", files)
	at := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(at, "/r/tu-van-ban-cu/") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	after := b.files(t)
	press, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	out := office.NewMemory(before)
	source := office.Place{Folder: office.NewMemory(map[string]string{"thông báo.docx": word}), Name: "thông báo.docx"}
	if _, whole, err := office.Import(t.Context(), press, office.Importing{Sources: []office.Place{source}, Out: out, Name: "2026-q1-tb05.yaml"}, nil); !whole || err != nil {
		t.Fatal(err)
	}
	if want := out.Files(); !maps.Equal(after, want) || len(after) != len(before)+2 {
		t.Errorf("%d files, by the command %d", len(after), len(want))
	}
	said := b.ask("GET", at).Body.String()
	for _, want := range []string{"Đã lập 1 bản ghi nháp", "✓ 12 nhiệm vụ", "Bước tiếp theo: đọc lại 2026-q1-tb05.yaml", "✕ không lập", "ảnh.pdf", "snnmt.profile.yaml", "Thư mục đã có"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
	again := b.drop(t, "/tu-van-ban-cu", map[string]string{"thông báo.docx": word})
	if said := b.ask("GET", again.Header().Get("Location")).Body.String(); !strings.Contains(said, "Mở bản ghi đã có: 2026-q1-tb05.yaml") || !maps.Equal(b.files(t), after) {
		t.Errorf("a second time: %s", said)
	}
	b.write(t, "2026-q1-tb05.yaml", after["2026-q1-tb05.yaml"]+"# xem\n")
	if w := b.ask("POST", at+"/bo"); w.Code != http.StatusConflict || len(b.files(t)) != len(after) {
		t.Errorf("changed, and taken away: %d", w.Code)
	}
	b.write(t, "2026-q1-tb05.yaml", after["2026-q1-tb05.yaml"])
	if w := b.ask("POST", at+"/bo"); w.Code != http.StatusSeeOther || !maps.Equal(b.files(t), before) {
		t.Errorf("%d", w.Code)
	}
}

// testImport begins an office with an old notice: what is not sure is listed, and
// leads to its line.
func testImport(t *testing.T, browser context.Context) {
	b := serve(t)
	word := filepath.Join(t.TempDir(), "cũ.docx")
	if err := os.WriteFile(word, []byte(b.notice(t, "docx")), 0o644); err != nil {
		t.Fatal(err)
	}
	b.clear(t)
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), there(`#tep`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{word}), there(`.arrived`))
	do(t, ctx, chromedp.Click(chromedp.CSS(".arrived .open")), until(`document.getElementById("text") !== null`), shown())
	if got := b.read(t, "2026-q1-tb05.yaml"); got != ask[string](t, ctx, `document.getElementById("text").value`) {
		t.Errorf("%s", got)
	}
}

// importing drops an old notice with something that is not sure, and a file that
// is none.
func (b *workbench) importing(t *testing.T) act {
	dir := t.TempDir()
	b.write(t, "2026-q1-giao-ban.yaml", strings.Replace(b.read(t, "2026-q1-giao-ban.yaml"), "              vị trực thuộc.", "              vị trực thuộc. Giao Phòng Quản lý đất đai báo cáo trước ngày 25/02/2026.", 1))
	write(t, filepath.Join(dir, "thông báo 05.docx"), b.notice(t, "docx"))
	write(t, filepath.Join(dir, "quét.pdf"), "%PDF-1.4")
	return chromedp.Steps(chromedp.Navigate(b.root+"/tu-van-ban-cu"), there(`#tep`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{filepath.Join(dir, "thông báo 05.docx"), filepath.Join(dir, "quét.pdf")}), there(`.arrived`))
}
