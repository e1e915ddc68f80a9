package page_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/xuri/excelize/v2"

	"ketluan/cmd/disk"
	"ketluan/cmd/page"
	"ketluan/render/office"
)

// An inside is an office on a disk with its pages, without a door before them.
type inside struct {
	*workbench
	handler http.Handler
}

func behind(t *testing.T) *inside {
	t.Helper()
	b := &inside{workbench: &workbench{dir: t.TempDir()}}
	b.fill(t)
	var err error
	b.handler, err = page.Handler(page.Office{Place: office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "."}, Root: "/r", Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// drop sends files as the form does, in the order of their names.
func (b *inside) drop(t *testing.T, path string, files map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	var sent bytes.Buffer
	m := multipart.NewWriter(&sent)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		part, err := m.CreateFormFile("tep", name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, files[name])
	}
	m.Close()
	r := httptest.NewRequest("POST", path, &sent)
	r.Header.Set("Content-Type", m.FormDataContentType())
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	return w
}

func (b *inside) ask(method, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, httptest.NewRequest(method, strings.TrimPrefix(path, "/r"), nil))
	return w
}

// reply makes the workbook of a unit with cells filled in, by the header of their
// column in the first row of tasks.
func (b *workbench) reply(t testing.TB, unit string, cells map[string]any) string {
	t.Helper()
	press, err := office.NewPress(office.Wants{Units: true, Only: "xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	aside := office.NewMemory(nil)
	record := office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "2020-q3-giao-ban.yaml"}.File()
	if made := office.Make(t.Context(), press, office.Order{Out: aside}, record); !made.Done {
		t.Fatal(made.Problems)
	}
	for name, content := range aside.Files() {
		if !strings.HasSuffix(name, "-"+unit+".xlsx") {
			continue
		}
		book, err := excelize.OpenReader(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		first := book.GetSheetName(0)
		rows, _ := book.GetRows(first)
		head := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "STT" })
		for header, value := range cells {
			cell, err := excelize.CoordinatesToCellName(slices.Index(rows[head], header)+1, head+2+1)
			if err == nil {
				err = book.SetCellValue(first, cell, value)
			}
			if err != nil {
				t.Fatalf("%s: %v in %q", header, err, rows[head])
			}
		}
		var out bytes.Buffer
		if err := book.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	t.Fatalf("no workbook of %s", unit)
	return ""
}

// byCommand are the ledgers that ketluan collect FOLDER makes of the same files.
func (b *workbench) byCommand(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	dir, inbox := t.TempDir(), t.TempDir()
	for name, content := range b.files(t) {
		if !strings.HasSuffix(name, ".progress.yaml") {
			write(t, filepath.Join(dir, name), content)
		}
	}
	for name, content := range files {
		write(t, filepath.Join(inbox, name), content)
	}
	reader, err := office.Reader()
	if err != nil {
		t.Fatal(err)
	}
	folder := office.Place{Folder: disk.Open(dir), Root: dir, Name: "."}
	listing, err := office.Find(t.Context(), []office.Place{folder})
	if err != nil {
		t.Fatal(err)
	}
	office.Collect(t.Context(), reader, office.Collecting{Records: listing.Records, AsOf: today(), Jobs: 2,
		Inbox: []office.Place{{Folder: disk.Open(inbox), Root: inbox, Name: "."}}})
	return (&workbench{dir: dir}).files(t)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// files are all of the folder.
func (b *workbench) files(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(b.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			t.Errorf("left behind: %s", e.Name())
			continue
		}
		all[e.Name()] = b.read(t, e.Name())
	}
	return all
}

// packed is a zip of files.
func packed(t *testing.T, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, files[name])
	}
	w.Close()
	return b.String()
}

// What is dropped goes into the ledgers as by the command, byte for byte; each
// file is told what became of it, also one within a zip, and what to ask for; the
// ledgers can be made what they were.
func TestReplies(t *testing.T) {
	b := behind(t)
	good := b.reply(t, "khtc", map[string]any{"Trạng thái": "đang thực hiện", "Kết quả": "đã lập dự toán"})
	bad := b.reply(t, "qlkh", map[string]any{"Trạng thái": "gần như xong", "Kết quả": "đã họp"})
	files := map[string]string{"quý 3/gói.zip": packed(t, map[string]string{"khtc.xlsx": good, "qlkh.xlsx": bad}), "bao-cao.docx": "PK", ".DS_Store": "x"}
	before := b.files(t)
	w := b.drop(t, "/thu-bao-cao", files)
	at := w.Header().Get("Location")
	if w.Code != http.StatusSeeOther || !strings.HasPrefix(at, "/r/thu-bao-cao/") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	after := b.files(t)
	if want := b.byCommand(t, files); !maps.Equal(after, want) || len(after) != len(before)+1 {
		t.Errorf("%d files, by the command %d\n%s", len(after), len(want), after["2020-q3-giao-ban.progress.yaml"])
	}
	said := b.ask("GET", at).Body.String()
	for _, want := range []string{"quý 3/gói.zip/khtc.xlsx", "✓ 1 báo cáo mới", "✕ không lấy", "tệp Word: không đọc báo cáo trong văn bản", "đề nghị đơn vị lưu bảng thành .xlsx", "gần như xong",
		"<ins>đang thực hiện</ins>", "<ins>đã lập dự toán</ins>", "Còn chưa có báo cáo", "Tải thư nháp (.eml)", "Bỏ qua tệp ẩn, tệp tạm: 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q", want)
		}
	}
	draft := b.ask("GET", at+"/thu/1")
	if draft.Code != http.StatusOK || !strings.Contains(draft.Body.String(), "MIME-Version") || b.ask("GET", at+"/thu/9").Code != http.StatusNotFound {
		t.Errorf("%d %s", draft.Code, draft.Body)
	}
	again := b.drop(t, "/thu-bao-cao", files)
	if said := b.ask("GET", again.Header().Get("Location")).Body.String(); !strings.Contains(said, "○ không có gì mới") || strings.Contains(said, "tra-lai") || !maps.Equal(b.files(t), after) {
		t.Errorf("a second time: %s", said)
	}
	if w := b.ask("POST", at+"/tra-lai"); w.Code != http.StatusSeeOther || !maps.Equal(b.files(t), before) {
		t.Errorf("taken back: %d %s", w.Code, w.Body)
	}
	if said := b.ask("GET", at).Body.String(); !strings.Contains(said, "Đã trả sổ lại") || strings.Contains(said, "tra-lai\"") {
		t.Errorf("%s", said)
	}
	if w := b.ask("POST", at+"/tra-lai"); w.Code != http.StatusSeeOther || !maps.Equal(b.files(t), before) {
		t.Errorf("taken back twice: %d", w.Code)
	}
}

// Ledgers that somebody has changed since are not taken back.
func TestRepliesNotTakenBack(t *testing.T) {
	b := behind(t)
	first := b.drop(t, "/thu-bao-cao", map[string]string{"a.xlsx": b.reply(t, "khtc", map[string]any{"Kết quả": "một"})})
	b.drop(t, "/thu-bao-cao", map[string]string{"b.xlsx": b.reply(t, "qlkh", map[string]any{"Kết quả": "hai"})})
	before := b.files(t)
	if w := b.ask("POST", first.Header().Get("Location")+"/tra-lai"); w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "không trả lại được") || !maps.Equal(b.files(t), before) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := b.ask("POST", "/r/thu-bao-cao/khong-co/tra-lai"); w.Code != http.StatusNotFound || !maps.Equal(b.files(t), before) {
		t.Errorf("%d", w.Code)
	}
}

// testReplies drops a reply, sees what the ledger says now, and takes it back.
func testReplies(t *testing.T, browser context.Context) {
	b := serve(t)
	before := b.files(t)
	files := map[string]string{"quý 3/phòng/khtc.xlsx": b.reply(t, "khtc", map[string]any{"Trạng thái": "hoàn thành", "Kết quả": "đã xong"}), "quý 3/anh.jpg": "x"}
	dir := t.TempDir()
	for name, content := range files {
		write(t, filepath.Join(dir, name), content)
	}
	ctx := tab(t, browser)
	do(t, ctx, b.enter(), chromedp.Click(chromedp.CSS(`.to [href$="/thu-bao-cao"]`)), there(`#thu-muc`))
	waiting := ask[int](t, ctx, `document.querySelectorAll(".awaited li li").length`)
	do(t, ctx, dropOn(300, 200, filepath.Join(dir, "quý 3")), there(`.arrived`))
	if named := ask[string](t, ctx, `[...document.querySelectorAll(".arrived h3")].map((e) => e.firstChild.textContent.trim()).join(", ")`); named != "quý 3/anh.jpg, quý 3/phòng/khtc.xlsx" {
		t.Errorf("%s", named)
	}
	if got, want := b.files(t), b.byCommand(t, files); !maps.Equal(got, want) || len(got) == len(before) {
		t.Errorf("%d files, by the command %d", len(got), len(want))
	}
	if now := ask[int](t, ctx, `document.querySelectorAll(".awaited li li").length`); now != waiting-1 {
		t.Errorf("%d tasks were waited for, now %d", waiting, now)
	}
	if said := ask[string](t, ctx, `document.querySelector(".moved tbody").innerText`); !strings.Contains(said, "→ hoàn thành") {
		t.Errorf("%s", said)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".letter summary")), chromedp.Click(chromedp.CSS(".letter [data-copy]")), until(`document.querySelector("[data-copy]").textContent.startsWith("✓") || getSelection().toString() !== ""`))
	do(t, ctx, chromedp.Click(chromedp.CSS(".quiet")), there(`.notice.good`))
	if !maps.Equal(b.files(t), before) {
		t.Error("the folder is not what it was")
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".next")), there(`#thu-muc`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{filepath.Join(dir, "quý 3", "anh.jpg")}),
		there(`.arrived .refused`))
}

// taken drops a reply with something to ask, and opens all that can be opened.
func (b *workbench) taken(t *testing.T) act {
	reply := filepath.Join(t.TempDir(), "qlkh.xlsx")
	write(t, reply, b.reply(t, "qlkh", map[string]any{"Trạng thái": "gần như xong", "Kết quả": "đã họp"}))
	return chromedp.Steps(chromedp.Navigate(b.root+"/thu-bao-cao"), there(`#tep`), chromedp.SetUploadFiles(chromedp.CSS("#tep"), []string{reply}), there(`.arrived`),
		chromedp.Click(chromedp.CSS(".letter summary")), chromedp.Click(chromedp.CSS(".awaited summary")))
}

// there waits until a page has come whole, with an element.
func there(selector string) act {
	return until(`document.readyState === "complete" && document.querySelector("` + selector + `")`)
}

// dropOn drops files and folders on a place in the window, as from the desktop.
func dropOn(x, y float64, paths ...string) act {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
			data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
			if _, err := cdp.Call(ctx, t, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: x, Y: y, Data: data}); err != nil {
				return err
			}
		}
		return nil
	})
}
