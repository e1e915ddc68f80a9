package page

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render/office"
)

// issuingPosts are the ways of issuing that may change something, or take files.
var issuingPosts = []string{"phat-hanh", "lap-lai", "thu-hoi", "bo-so", "chuyen-quy", "thu/tat-ca"}

// shownForm is the form of a page as a browser would send it.
func (d *desk) shownForm(t *testing.T, path string) url.Values {
	t.Helper()
	_, body := d.ask(t, "GET", path, nil)
	form := url.Values{}
	for _, m := range regexp.MustCompile(`<input [^>]*>`).FindAllString(body, -1) {
		attr := func(key string) string {
			if v := regexp.MustCompile(` ` + key + `="([^"]*)"`).FindStringSubmatch(m); v != nil {
				return v[1]
			}
			return ""
		}
		form.Set(attr("name"), attr("value"))
	}
	return form
}

// Nothing is issued, taken back or carried over by a GET, by a form that shows
// another record than there is, by none at all, or by one that is too large; and no
// path comes from a form.
func TestIssuingIsClosed(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small, "bi-mat.txt": "bí mật"})
	before := d.folder.Files()
	record := "/ban-ghi/" + idOfName("a.yaml")
	for _, path := range []string{"/phat-hanh", "/phat-hanh?so=5&ngay=1/11/2020&co=1", "/phat-hanh/tat-ca", "/phat-hanh/tep/0", "/phat-hanh/tep/..", "/thu", "/thu/tat-ca", "/chuyen-quy", "/lap-lai", "/thu-hoi", "/bo-so"} {
		d.ask(t, "GET", record+path, nil)
	}
	for _, path := range []string{"", "?quy=x&ngay=y&trang=-1", "/tai/csv", "/tai/qua-han", "/tai/excel", "/tai/bao-cao", "/tai/don-doc", "/tai/..%2fbi-mat.txt"} {
		if status, body := d.ask(t, "GET", "/tinh-hinh"+path, nil); strings.Contains(body, "bí mật") || status == http.StatusInternalServerError {
			t.Errorf("%s: %d", path, status)
		}
	}
	for _, what := range issuingPosts {
		for name, form := range map[string]url.Values{
			"none": {}, "another record": {"ban": {"x"}, "xem": {"01 20/11/2020"}, "so": {"01"}, "ngay": {"20/11/2020"}, "co": {"1"}, "ly-do": {"sai"}},
			"a path": {"ban": {office.SumOf([]byte(small))}, "so": {"../../x"}, "ngay": {"20/11/2020"}, "co": {"1"}, "xem": {"../../x 20/11/2020"}, "quy": {"../x"}, "out": {"/tmp"}},
			"large":  {"ban": {office.SumOf([]byte(small))}, "ly-do": {strings.Repeat("x", 1<<17)}, "xem": {" "}},
		} {
			if w := d.posted(record+"/"+what, form); w.Code < 400 || w.Code == http.StatusInternalServerError {
				t.Errorf("%s, %s: %d %s", what, name, w.Code, w.Body)
			}
		}
		for _, id := range []string{"0000000000000000", "a.yaml", "..%2fa.yaml"} {
			if w := d.posted("/ban-ghi/"+id+"/"+what, url.Values{"ban": {"x"}}); w.Code != http.StatusNotFound {
				t.Errorf("%s of %s: %d", what, id, w.Code)
			}
		}
	}
	if !maps.Equal(d.folder.Files(), before) {
		t.Errorf("%q", slices.Sorted(maps.Keys(d.folder.Files())))
	}
}

// What will be followed up is said before the number is given, and what will not.
func TestIssueTellsTasks(t *testing.T) {
	silent := strings.Replace(small, "signer:", "  - text: Văn phòng Sở gửi báo cáo trước ngày 15/10/2020.\nsigner:", 1)
	d := newDesk(t, map[string]string{"a.yaml": small, "b.yaml": silent})
	for name, want := range map[string]bool{"a.yaml": false, "b.yaml": true} {
		status, body := d.ask(t, "GET", "/ban-ghi/"+idOfName(name)+"/phat-hanh", nil)
		if status != http.StatusOK || !strings.Contains(body, "<b>1</b> nhiệm vụ được theo dõi") || strings.Contains(body, "; 1 mục chỉ được in") != want {
			t.Errorf("%s: %d %s", name, status, body)
		}
	}
}

// A record is issued, its files are lost and made anew, the record is changed, the
// number taken back and out of the record, and it is issued under the next.
func TestIssueAndBack(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	record := "/ban-ghi/" + idOfName("a.yaml")
	page := func(want ...string) string {
		t.Helper()
		status, body := d.ask(t, "GET", record+"/phat-hanh", nil)
		for _, w := range want {
			if status != http.StatusOK || !strings.Contains(body, w) {
				t.Errorf("%d, no %q in %s", status, w, body)
			}
		}
		return body
	}
	post := func(what string, form url.Values) *httptest.ResponseRecorder {
		t.Helper()
		w := d.posted(record+"/"+what, form)
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", what, w.Code, w.Body)
		}
		return w
	}
	page("Phát hành số 01/TB-STC ngày 20/11/2020")
	post("phat-hanh", d.shownForm(t, record+"/phat-hanh"))
	page("Đã phát hành: số 01/TB-STC, ngày 20/11/2020", "a.pdf", "a.docx", "1 bảng báo cáo")
	if _, body := d.ask(t, "GET", record, nil); !strings.Contains(body, "đã phát hành số 01/TB-STC, ngày 20/11/2020") {
		t.Error("the record's page does not say that it is issued")
	}
	if _, body := d.ask(t, "GET", "/", nil); !strings.Contains(body, "đã phát hành") || !strings.Contains(body, `/tinh-hinh?ban-ghi=`) {
		t.Error("the list does not say it")
	}
	issued := d.folder.Files()
	form := d.shownForm(t, record+"/phat-hanh")
	for _, c := range []office.Change{{Name: "a/a.pdf", Remove: true, Was: []string{office.SumOf([]byte(issued["a/a.pdf"]))}}} {
		if _, err := d.folder.Apply(t.Context(), []office.Change{c}); err != nil {
			t.Fatal(err)
		}
	}
	page("không còn ở nơi ghi", "Lập lại 1 tệp")
	post("lap-lai", form)
	if d.folder.Files()["a/a.pdf"] != issued["a/a.pdf"] {
		t.Error("the file is not what was issued")
	}
	changed := strings.Replace(issued["a.yaml"], "Quý III", "Quý ba", 1)
	if _, err := d.folder.Apply(t.Context(), []office.Change{{Name: "a.yaml", Bytes: []byte(changed), Else: office.Replace}}); err != nil {
		t.Fatal(err)
	}
	page("Bản ghi đã đổi từ khi phát hành", "<ins>Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý ba năm 2020</ins>")
	if w := d.posted(record+"/thu-hoi", url.Values{"ban": {form.Get("ban")}, "ly-do": {"sai"}}); w.Code != http.StatusConflict {
		t.Errorf("another record than was seen: %d", w.Code)
	}
	form = d.shownForm(t, record+"/phat-hanh")
	if w := d.posted(record+"/thu-hoi", form); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", w.Code)
	}
	form.Set("ly-do", "sai trích yếu")
	post("thu-hoi", form)
	page("01/TB-STC", "đã thu hồi: sai trích yếu", "Bỏ số 01 và ngày 20/11/2020 khỏi bản ghi")
	post("bo-so", d.shownForm(t, record+"/phat-hanh"))
	page("Phát hành số 02/TB-STC ngày 20/11/2020")
	post("phat-hanh", d.shownForm(t, record+"/phat-hanh"))
	page("Đã phát hành: số 02/TB-STC")
}

// The switch of the language leads back to the page that has the form, with what it
// was asked for.
func TestBackOf(t *testing.T) {
	for asked, want := range map[string]string{
		"GET /tinh-hinh?quy=2026-Q1": "/tinh-hinh?quy=2026-Q1", "POST /ban-ghi/0/thu-hoi": "/ban-ghi/0/phat-hanh", "POST /ban-ghi/0/phat-hanh": "/ban-ghi/0/phat-hanh",
		"POST /ban-ghi/0/thu/tat-ca": "/ban-ghi/0/thu", "POST /ban-ghi/0/chuyen-quy": "/ban-ghi/0/chuyen-quy", "GET /": "/",
	} {
		method, path, _ := strings.Cut(asked, " ")
		if got := backOf(httptest.NewRequest(method, path, nil)); got != want {
			t.Errorf("%s: %s", asked, got)
		}
	}
}

// What units are sent has its words on the page, and goes along with a notice that
// was signed elsewhere.
func TestLetters(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	record := "/ban-ghi/" + idOfName("a.yaml")
	if status, body := d.ask(t, "GET", record+"/thu", nil); status != http.StatusOK || !strings.Contains(body, "Kính gửi") || !strings.Contains(body, "1 đơn vị chưa có thư điện tử") {
		t.Errorf("%d %s", status, body)
	}
	for content, want := range map[string]int{"%PDF-1.7 đã ký": http.StatusOK, "MZ": http.StatusUnprocessableEntity} {
		status, body := d.droppedAt(t, record+"/thu/tat-ca", `..\thong-bao.pdf`, content)
		if status != want || (want == http.StatusOK) != strings.HasPrefix(body, "PK") {
			t.Errorf("%q: %d %.200s", content, status, body)
		}
	}
	if len(d.folder.Files()) != 1 {
		t.Error("something is left behind")
	}
}
