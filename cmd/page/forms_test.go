package page

import (
	"bytes"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"ketluan/render/office"
)

// What the gate stops is not sent: the page says what to mend, and where.
func TestDownloadGate(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": strings.Replace(small, "28/9/2020", "31/9/2020", 1), "b.yaml": small})
	for kind := range kinds {
		status, body := d.ask(t, "GET", "/ban-ghi/"+idOfName("a.yaml")+"/tai/"+kind, nil)
		if status != http.StatusConflict || !strings.Contains(body, "#L1\">dòng 1</a>") {
			t.Errorf("%s: %d %s", kind, status, body)
		}
	}
	if status, _ := d.ask(t, "GET", "/ban-ghi/"+idOfName("b.yaml")+"/tai/exe", nil); status != http.StatusNotFound {
		t.Error(status)
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, httptest.NewRequest("GET", "/ban-ghi/"+idOfName("b.yaml")+"/tai/pdf", nil))
	if got := w.Header().Get("Content-Disposition"); got != "attachment; filename*=UTF-8''b.pdf" || !strings.HasPrefix(w.Body.String(), "%PDF-1.7") {
		t.Errorf("%s", got)
	}
	if files := d.folder.Files(); len(files) != 2 {
		t.Errorf("%d files", len(files))
	}
}

// dropped sends a file as the form does.
func (d *desk) dropped(t *testing.T, name, content string) (int, string) {
	return d.droppedAt(t, "/do", name, content)
}

func (d *desk) droppedAt(t *testing.T, path, name, content string) (int, string) {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	part, err := m.CreateFormFile("tep", name)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(part, content)
	m.Close()
	r := httptest.NewRequest("POST", path, &b)
	r.Header.Set("Content-Type", m.FormDataContentType())
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// A PDF that is dropped is measured by all rules; what is none is said so. Its
// name is only shown.
func TestMeasure(t *testing.T) {
	d := newDesk(t, map[string]string{"b.yaml": small})
	_, pdf := d.ask(t, "GET", "/ban-ghi/"+idOfName("b.yaml")+"/tai/pdf", nil)
	status, body := d.dropped(t, `..\..\<i>thong-bao.pdf`, pdf)
	verdict, err := office.Verify([]byte(pdf), office.VerifyOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if status != http.StatusOK || !strings.Contains(body, `<h2 id="ket-qua">&lt;i&gt;thong-bao.pdf</h2>`) || strings.Count(body, `<tr id="luat-`) != len(verdict.Results) || !strings.Contains(body, "✓ đạt") {
		t.Errorf("%d %s", status, body)
	}
	for content, want := range map[string]string{"": "không phải tệp PDF", "MZ": "không phải tệp PDF", pdf[:len(pdf)/2]: "không phải tệp PDF"} {
		if status, body := d.dropped(t, "a.pdf", content); status != http.StatusUnprocessableEntity || !strings.Contains(body, want) {
			t.Errorf("%.10q: %d", content, status)
		}
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, httptest.NewRequest("POST", "/do", strings.NewReader("x")))
	if w.Code != http.StatusBadRequest || len(d.folder.Files()) != 1 {
		t.Errorf("%d", w.Code)
	}
}

// posted sends a form.
func (d *desk) posted(path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

// An empty folder asks the questions of init; what is not answered is suggested
// once, to be looked at, and then the same files are written as init writes.
func TestStart(t *testing.T) {
	d := newDesk(t, nil)
	if status, body := d.ask(t, "GET", "/", nil); status != http.StatusOK || strings.Count(body, `<label for="q-`) != 11 || !strings.Contains(body, `value="20/11/2020"`) {
		t.Fatalf("%d %s", status, body)
	}
	form := url.Values{"agency": {"Sở Tài chính"}, "units": {"1\tPhòng Ngân sách\tPNS\r\n2\tPhòng Giá\r\n\r\n"}, "signers": {"Lê Văn C\tPhó Giám đốc"}, "recipients": {"- Các phòng\r\nLưu: VT"}, "meeting-date": {"6/10/2026"}}
	w := d.posted("/bat-dau", form)
	if body := w.Body.String(); w.Code != http.StatusUnprocessableEntity || strings.Count(body, `class="filled"`) != 4 || strings.Count(body, `class="wrong"`) != 1 || len(d.folder.Files()) != 0 {
		t.Errorf("%d %s", w.Code, body)
	}
	for flag, answer := range map[string]string{"signer": "Trần Thị B", "parent": "UBND tỉnh Quảng Ngãi", "code": "STC", "place": "Quảng Ngãi", "position": "Giám đốc"} {
		form.Set(flag, answer)
	}
	w = d.posted("/bat-dau", form)
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != "/r/ban-ghi/"+idOfName("2026-q4-giao-ban.yaml") {
		t.Errorf("%d %s %s", w.Code, to, w.Body)
	}
	answers := office.Answers{"units": "Phòng Ngân sách = PNS; Phòng Giá", "signers": "Lê Văn C = Phó Giám đốc", "recipients": "- Các phòng; Lưu: VT"}
	for flag := range form {
		if _, said := answers[flag]; !said {
			answers[flag] = form.Get(flag)
		}
	}
	press, err := office.NewPress(office.Wants{})
	if err != nil {
		t.Fatal(err)
	}
	byInit := office.NewMemory(nil)
	if _, err := office.Start(t.Context(), press, byInit, answers); err != nil {
		t.Fatal(err)
	}
	if got, want := d.folder.Files(), byInit.Files(); !maps.Equal(got, want) {
		t.Errorf("%v, by init %v", got, want)
	}
	before := maps.Clone(d.folder.Files())
	if w := d.posted("/bat-dau", form); w.Code != http.StatusConflict || !maps.Equal(d.folder.Files(), before) {
		t.Errorf("a second time: %d", w.Code)
	}
	if _, body := d.ask(t, "GET", "/", nil); !strings.Contains(body, "2026-q4-giao-ban.yaml") {
		t.Errorf("%s", body)
	}
}
