package page

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/office"
)

const small = `meeting-date: 28/9/2020
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý III năm 2020
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Phòng Ngân sách công khai dự toán năm 2021 trước ngày 31/10/2020, lead: Phòng Ngân sách, deadline: trước ngày 31/10/2020}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng Ngân sách", "Lưu: VT"]
`

// A desk is an office in memory with its pages.
type desk struct {
	folder  *office.Memory
	handler http.Handler
}

func newDesk(t *testing.T, files map[string]string) *desk {
	t.Helper()
	d := &desk{folder: office.NewMemory(files)}
	var err error
	d.handler, err = Handler(Office{Place: office.Place{Folder: d.folder, Name: "."}, Root: "/r", Today: func() calendar.Date { return calendar.Date{Year: 2020, Month: 11, Day: 20} }})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) ask(t *testing.T, method, path string, question any) (status int, body string) {
	t.Helper()
	var sent io.Reader
	if question != nil {
		b, err := json.Marshal(question)
		if err != nil {
			t.Fatal(err)
		}
		sent = strings.NewReader(string(b))
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, httptest.NewRequest(method, path, sent))
	return w.Code, w.Body.String()
}

func idOfName(name string) string { return idOf(office.Found{Rel: name}) }

// No path comes from a browser: what no record is called is not there, and what
// lies beside the records is not served.
func TestNoPaths(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small, "bi-mat.txt": "bí mật", "a.progress.yaml": "{}", "so.profile.yaml": "x: bí mật"})
	for _, name := range []string{"a.yaml", "bi-mat.txt", "../a.yaml", "..%2fbi-mat.txt", "%2e%2e/bi-mat.txt", "", ".", idOfName("bi-mat.txt"), idOfName("../x"), idOfName("so.profile.yaml"), idOfName("a.progress.yaml")} {
		for _, path := range []string{"/ban-ghi/" + name, "/ban-ghi/" + name + "/tep", "/tep/" + name, "/tep/x/" + name, "/" + name} {
			if path == "/" || path == "/." {
				continue
			}
			if status, body := d.ask(t, "GET", path, nil); status == http.StatusOK || strings.Contains(body, "bí mật") {
				t.Errorf("%s: %d %.80s", path, status, body)
			}
		}
		for _, what := range []string{"luu", "sua", "xem"} {
			if status, _ := d.ask(t, "POST", "/ban-ghi/"+url.PathEscape(name)+"/"+what, question{Text: "x"}); status == http.StatusOK {
				t.Errorf("%s %s: %d", name, what, status)
			}
		}
	}
	if status, _ := d.ask(t, "GET", "/ban-ghi/"+idOfName("a.yaml"), nil); status != http.StatusOK {
		t.Errorf("the record itself: %d", status)
	}
}

// Looking changes nothing: no GET and no question but that to save.
func TestLookingChangesNothing(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	for _, path := range []string{"/", "/ban-ghi/" + idOfName("a.yaml"), "/ban-ghi/" + idOfName("a.yaml") + "/tep", "/ban-ghi/" + idOfName("a.yaml") + "/luu", "/tieng"} {
		d.ask(t, "GET", path, nil)
	}
	for _, what := range []string{"xem", "sua"} {
		d.ask(t, "POST", "/ban-ghi/"+idOfName("a.yaml")+"/"+what, question{Text: "other: text", Base: office.SumOf([]byte(small))})
	}
	if files := d.folder.Files(); len(files) != 1 || files["a.yaml"] != small {
		t.Errorf("%v", files)
	}
}

// Saving goes into the file that the text is a change of, and into no other; of a
// file that has changed meanwhile the page is told what it says now.
func TestSave(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small, "cu.yaml": "subject: \xe9"})
	save := func(name, text, base string) (int, fileContent) {
		status, body := d.ask(t, "POST", "/ban-ghi/"+idOfName(name)+"/luu", question{Text: text, Base: base})
		var c fileContent
		if err := json.Unmarshal([]byte(body), &c); err != nil {
			t.Fatal(err)
		}
		return status, c
	}
	next := small + "# một ghi chú\n"
	status, c := save("a.yaml", next, office.SumOf([]byte(small)))
	if status != http.StatusOK || c.Sum != office.SumOf([]byte(next)) || d.folder.Files()["a.yaml"] != next {
		t.Errorf("%d %+v", status, c)
	}
	for _, base := range []string{office.SumOf([]byte(small)), "", office.SumOf(nil)} {
		if status, c := save("a.yaml", "x", base); status != http.StatusConflict || c.Text != next || c.Sum != office.SumOf([]byte(next)) {
			t.Errorf("%d %+v", status, c)
		}
	}
	if status, _ := save("cu.yaml", "subject: é", office.SumOf([]byte("subject: \xe9"))); status != http.StatusConflict {
		t.Errorf("a file that is not in UTF-8: %d", status)
	}
	if files := d.folder.Files(); files["a.yaml"] != next || files["cu.yaml"] != "subject: \xe9" {
		t.Errorf("%q", files)
	}
	if status, body := d.ask(t, "POST", "/ban-ghi/"+idOfName("a.yaml")+"/luu", question{Text: strings.Repeat("x", 3*office.MaxRecord+1<<17)}); status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d %.80s", status, body)
	}
	for _, sent := range []string{"", "[]", `{"text":1}`, `{"path":"/etc/passwd"}`} {
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, httptest.NewRequest("POST", "/ban-ghi/"+idOfName("a.yaml")+"/luu", strings.NewReader(sent)))
		if w.Code != http.StatusBadRequest {
			t.Errorf("%q: %d", sent, w.Code)
		}
	}
}

// Pages that the browser has are not sent again; a record that cannot be laid
// out sends none.
func TestProofJSON(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	ask := func(text string, have ...string) (p proofJSON) {
		status, body := d.ask(t, "POST", "/ban-ghi/"+idOfName("a.yaml")+"/xem", question{Text: text, Have: have})
		if err := json.Unmarshal([]byte(body), &p); err != nil || status != http.StatusOK {
			t.Fatalf("%d %v %.200s", status, err, body)
		}
		return p
	}
	first := ask(small)
	if len(first.Pages) != 1 || !strings.HasPrefix(first.Pages[0].SVG, "<svg ") || first.Lines["kl_1_text"] != 6 || first.State != "good" {
		t.Fatalf("%+v", first)
	}
	if again := ask(small, first.Pages[0].Sum); again.Pages[0].SVG != "" || again.Pages[0].Sum != first.Pages[0].Sum {
		t.Errorf("%.80s", again.Pages[0].SVG)
	}
	if other := ask(strings.Replace(small, "năm 2021", "năm 2022", 1), first.Pages[0].Sum); other.Pages[0].SVG == "" {
		t.Error("a page that has changed is not sent")
	}
	if draft := ask(strings.Replace(small, "signer: {position: Giám đốc, name: Nguyễn Văn A}\n", "", 1)); draft.State != "draft" || len(draft.Pages) == 0 {
		t.Errorf("%s, %d pages", draft.State, len(draft.Pages))
	}
	if broken := ask("conclusions: ["); broken.State != "faulty" || len(broken.Pages) != 0 || len(broken.Findings) == 0 {
		t.Errorf("%+v", broken)
	}
}

// Words of a record are words on its pages, whatever they look like.
func TestNoMarkup(t *testing.T) {
	evil := `</textarea><script>alert(1)</script>`
	d := newDesk(t, map[string]string{"a.yaml": strings.Replace(small, "Quý III năm 2020", evil, 1)})
	for _, path := range []string{"/", "/ban-ghi/" + idOfName("a.yaml")} {
		if status, body := d.ask(t, "GET", path, nil); status != http.StatusOK || strings.Contains(body, "<script>") || !strings.Contains(body, "&lt;script&gt;alert") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

// The switch of the language leads back into the pages, and nowhere else.
func TestSpeak(t *testing.T) {
	d := newDesk(t, nil)
	for back, want := range map[string]string{"/r/ban-ghi/0": "/r/ban-ghi/0", "//evil.example": "/r/", "https://evil.example": "/r/", "/r/\\evil": "/r/", "": "/r/", "/r": "/r/"} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("POST", "/tieng", strings.NewReader(url.Values{"tieng": {"en"}, "ve": {back}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		d.handler.ServeHTTP(w, r)
		if got := w.Header().Get("Location"); got != want || w.Code != http.StatusSeeOther {
			t.Errorf("%q: %d %q", back, w.Code, got)
		}
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "/", nil)
	r.AddCookie(&http.Cookie{Name: langCookie, Value: "en"})
	d.handler.ServeHTTP(w, r)
	if body := w.Body.String(); !strings.Contains(body, `<html lang="en">`) || !strings.Contains(body, "Make this folder an office") {
		t.Errorf("%s", body)
	}
}

// Assets are served at their address only, for ever; the pages name that address.
func TestAssets(t *testing.T) {
	d := newDesk(t, nil)
	_, page := d.ask(t, "GET", "/", nil)
	_, rest, _ := strings.Cut(page, `href="/r/tep/`)
	sum, _, _ := strings.Cut(rest, "/")
	for name, kind := range map[string]string{"ban.css": "text/css; charset=utf-8", "record.js": "text/javascript; charset=utf-8", "chu-dam.ttf": "font/ttf", "trang.css": "text/css; charset=utf-8", "dau.svg": "image/svg+xml"} {
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, httptest.NewRequest("GET", "/tep/"+sum+"/"+name, nil))
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != kind || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", name, w.Code, w.Header())
		}
	}
	if status, _ := d.ask(t, "GET", "/tep/0/ban.css", nil); status != http.StatusNotFound {
		t.Error(status)
	}
}
