package page

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// A further record is written beside those there are, and is the next page; what
// is asked wrongly writes nothing.
func TestAnother(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small, "so.profile.yaml": "agency: {name: Sở A, code: A, place: B}\nunits: [Phòng C]\n"})
	ask := func(accept string, form url.Values) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "/ban-ghi-moi", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		d.handler.ServeHTTP(w, r)
		return w
	}
	if w := ask("application/json", url.Values{"kind": {"x"}, "meeting-date": {"31/2/2026"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `"field":"meeting-date"`) || !strings.Contains(w.Body.String(), `"field":"kind"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w := ask("text/html", url.Values{"meeting-date": {"1/12/2026"}, "profile": {"../x.profile.yaml"}}); w.Code != http.StatusUnprocessableEntity || len(d.folder.Files()) != 2 || !strings.Contains(w.Body.String(), `value="1/12/2026"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if status, body := d.ask(t, "GET", "/ban-ghi-moi", nil); status != http.StatusOK || strings.Count(body, "<option") != 3 || !strings.Contains(body, `value="20/11/2020"`) {
		t.Errorf("%d %s", status, body)
	}
	w := ask("text/html", url.Values{"meeting-date": {"1/12/2026"}})
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != "/r/ban-ghi/"+idOfName("2026-q4-giao-ban.yaml") {
		t.Errorf("%d %s", w.Code, to)
	}
	if made := d.folder.Files()["2026-q4-giao-ban.yaml"]; !strings.Contains(made, "hồ sơ: so.profile.yaml\n") || !strings.Contains(made, "ngày họp: 01/12/2026\n") {
		t.Error(made)
	}
	if w := ask("application/json", url.Values{"meeting-date": {"1/12/2026"}, "kind": {"hoi-nghi"}}); w.Code != http.StatusCreated || !strings.Contains(w.Body.String(), idOfName("2026-q4-hoi-nghi.yaml")) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
