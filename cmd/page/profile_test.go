package page

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ketluan/render/amend"
	"ketluan/render/office"
)

const smallProfile = `agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách}, {name: Phòng Giá}]
`

// withProfile is an office whose record has a profile.
func withProfile(t *testing.T) *desk {
	record := "profile: so.profile.yaml\n" + strings.Replace(small, "agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}\n", "", 1)
	return newDesk(t, map[string]string{"a.yaml": record, "so.profile.yaml": smallProfile, "bi-mat.txt": "bí mật"})
}

// A profile is seen, judged with the records that use it, and saved as a record
// is: into the file that the text is a change of, and into no other.
func TestProfile(t *testing.T) {
	d := withProfile(t)
	at := "/ho-so/" + idOfName("so.profile.yaml")
	if w := d.posted("/ho-so", nil); w.Code == http.StatusOK {
		t.Error(w.Code)
	}
	if status, body := d.ask(t, "GET", at, nil); status != http.StatusOK || !strings.Contains(body, "units: [{name: Phòng Ngân sách}") || !strings.Contains(body, ">a.yaml</a>") || !strings.Contains(body, "✓ đọc được") {
		t.Errorf("%d %s", status, body)
	}
	renamed := strings.Replace(smallProfile, "Phòng Ngân sách", "Phòng Quản lý ngân sách", 1)
	ask := func(what, text, base string) (status int, p profileJSON, c fileContent) {
		status, body := d.ask(t, "POST", at+"/"+what, question{Text: text, Base: base})
		json.Unmarshal([]byte(body), &p)
		json.Unmarshal([]byte(body), &c)
		return status, p, c
	}
	if status, p, _ := ask("xem", renamed, ""); status != http.StatusOK || len(p.Findings) != 0 || len(p.Users) != 1 || p.Users[0].Count == 0 || !strings.Contains(p.Users[0].Problems[0], "Phòng Ngân sách") {
		t.Errorf("%d %+v", status, p)
	}
	var p profileJSON
	status, body := d.ask(t, "POST", at+"/xem", question{Text: smallProfile, Form: true, Steps: []amend.Step{{Do: "set", Place: "units_1_email", Value: "a@"}}})
	if json.Unmarshal([]byte(body), &p); status != http.StatusOK || p.Form == nil || p.Form.Units[0].Values["email"] != "a@" || !strings.Contains(p.Text, `{name: Phòng Ngân sách, email: a@}`) || len(p.Findings) != 1 || p.Findings[0].Field != "units_1_email" {
		t.Errorf("%d %s", status, body)
	}
	p = profileJSON{}
	status, body = d.ask(t, "POST", at+"/xem", question{Text: "agency: [", Form: true})
	if json.Unmarshal([]byte(body), &p); status != http.StatusOK || p.Form != nil || p.Formless == nil {
		t.Errorf("%d %s", status, body)
	}
	if status, p, _ := ask("xem", "agency: {nam: x}\n", ""); status != http.StatusOK || len(p.Findings) == 0 || p.Findings[0].Line != 1 {
		t.Errorf("%d %+v", status, p)
	}
	if files := d.folder.Files(); files["so.profile.yaml"] != smallProfile {
		t.Error("looking has changed it")
	}
	if status, _, c := ask("luu", renamed, office.SumOf([]byte(smallProfile))); status != http.StatusOK || c.Sum != office.SumOf([]byte(renamed)) || d.folder.Files()["so.profile.yaml"] != renamed {
		t.Errorf("%d %+v", status, c)
	}
	if status, _, c := ask("luu", "x", office.SumOf([]byte(smallProfile))); status != http.StatusConflict || c.Text != renamed {
		t.Errorf("%d %+v", status, c)
	}
	before := maps.Clone(d.folder.Files())
	for _, name := range []string{"so.profile.yaml", "../so.profile.yaml", idOfName("a.yaml"), idOfName("bi-mat.txt"), "..%2fso.profile.yaml"} {
		for _, what := range []string{"", "/tep"} {
			if status, body := d.ask(t, "GET", "/ho-so/"+url.PathEscape(name)+what, nil); status == http.StatusOK || strings.Contains(body, "bí mật") {
				t.Errorf("%s%s: %d", name, what, status)
			}
		}
		for _, what := range []string{"xem", "luu", "ghi"} {
			if status, _ := d.ask(t, "POST", "/ho-so/"+url.PathEscape(name)+"/"+what, question{Text: "x", Base: office.SumOf([]byte(renamed))}); status == http.StatusOK || status == http.StatusSeeOther {
				t.Errorf("%s %s: %d", name, what, status)
			}
		}
	}
	if !maps.Equal(d.folder.Files(), before) {
		t.Error("another file was written")
	}
}

// Without a script a form saves it too; of a file that was changed meanwhile both
// texts are shown, and nothing is written.
func TestProfileForm(t *testing.T) {
	d := withProfile(t)
	at := "/ho-so/" + idOfName("so.profile.yaml")
	next := smallProfile + "# thêm\n"
	w := d.posted(at+"/ghi", url.Values{"text": {strings.ReplaceAll(next, "\n", "\r\n")}, "base": {office.SumOf([]byte(smallProfile))}})
	if w.Code != http.StatusSeeOther || d.folder.Files()["so.profile.yaml"] != next {
		t.Errorf("%d %q", w.Code, d.folder.Files()["so.profile.yaml"])
	}
	w = d.posted(at+"/ghi", url.Values{"text": {"của tôi"}, "base": {office.SumOf([]byte(smallProfile))}})
	if body := w.Body.String(); w.Code != http.StatusConflict || !strings.Contains(body, "của tôi</textarea>") || !strings.Contains(body, "# thêm\n</pre>") || !strings.Contains(body, office.SumOf([]byte(next))) || d.folder.Files()["so.profile.yaml"] != next {
		t.Errorf("%d %s", w.Code, body)
	}
	if w := d.posted(at+"/ghi", url.Values{"text": {""}, "base": {office.SumOf([]byte(next))}}); w.Code == http.StatusSeeOther || d.folder.Files()["so.profile.yaml"] != next {
		t.Errorf("emptied: %d", w.Code)
	}
	old := newDesk(t, map[string]string{"a.yaml": small, "cu.profile.yaml": "agency: \xe9"})
	w = old.posted("/ho-so/"+idOfName("cu.profile.yaml")+"/ghi", url.Values{"text": {"agency: é"}, "base": {office.SumOf([]byte("agency: \xe9"))}})
	if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "không ở dạng UTF-8") || old.folder.Files()["cu.profile.yaml"] != "agency: \xe9" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	empty := newDesk(t, map[string]string{"a.yaml": small})
	if status, body := empty.ask(t, "GET", "/ho-so", nil); status != http.StatusOK || !strings.Contains(body, "chưa có hồ sơ") {
		t.Errorf("%d %s", status, body)
	}
}
