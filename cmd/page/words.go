package page

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/check"
	"ketluan/render/decree"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// langCookie remembers the language of the pages.
const langCookie = "tieng"

func (s *site) langOf(r *http.Request) problem.Lang {
	c, err := r.Cookie(langCookie)
	switch {
	case err != nil:
		return s.Lang
	case c.Value == "en":
		return problem.English
	}
	return problem.Vietnamese
}

// speak sets the language, and leads back to the page that asked for it.
func (s *site) speak(w http.ResponseWriter, r *http.Request) {
	lang, back := "vi", r.PostFormValue("ve")
	if r.PostFormValue("tieng") == "en" {
		lang = "en"
	}
	http.SetCookie(w, &http.Cookie{Name: langCookie, Value: lang, Path: s.Root + "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 365 * 24 * 3600})
	if !strings.HasPrefix(back, s.Root+"/") || strings.ContainsAny(back, "\\\r\n") {
		back = s.Root + "/"
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// states are what records come to, in words, each with a sign that is seen
// without colours.
var states = map[office.State]struct {
	sign string
	text problem.Text
}{
	office.Faulty: {"✕", problem.Textf("có lỗi", "has errors")},
	office.Draft:  {"✎", problem.Textf("nháp", "draft")},
	office.Ready:  {"○", problem.Textf("sẵn sàng", "ready")},
	office.Issued: {"●", problem.Textf("đã phát hành", "issued")},
}

// severities are those of findings.
var severities = map[check.Severity]problem.Text{
	check.Error:   problem.Textf("lỗi", "error"),
	check.Warning: problem.Textf("cảnh báo", "warning"),
	check.Note:    problem.Textf("lưu ý", "note"),
}

// verdicts are how rules of the page come out, each with the class of its colours.
var verdicts = map[decree.Status]struct {
	text  problem.Text
	class string
}{
	decree.Broken:     {problem.Textf("✕ sai", "✕ broken"), "faulty"},
	decree.Kept:       {problem.Textf("✓ đạt", "✓ kept"), "issued"},
	decree.Warned:     {problem.Textf("! lưu ý", "! note"), "draft"},
	decree.Unmeasured: {problem.Textf("– không có", "– not there"), "none"},
}

// brokenFirst returns results with those that a reader has to do something about
// at the top, otherwise in their order.
func brokenFirst(results []decree.Result) []decree.Result {
	all := slices.Clone(results)
	order := map[decree.Status]int{decree.Broken: 0, decree.Warned: 1, decree.Kept: 2, decree.Unmeasured: 3}
	slices.SortStableFunc(all, func(a, b decree.Result) int { return order[a.Status] - order[b.Status] })
	return all
}

// parse reads the templates with the words of a language.
func (s *site) parse(lang problem.Lang) (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"t":            func(vi, en string) string { return problem.Text{VI: vi, EN: en}.In(lang) },
		"in":           func(t problem.Text) string { return worded(t, lang) },
		"label":        func(key string) string { return labels[key].In(lang) },
		"lang":         func() string { return [...]string{"vi", "en"}[lang] },
		"root":         func() string { return s.Root },
		"asset":        s.assets.address,
		"state":        func(st office.State) string { return states[st].text.In(lang) },
		"sign":         func(st office.State) string { return states[st].sign },
		"verdict":      func(st decree.Status) problem.Text { return verdicts[st].text },
		"verdictClass": func(st decree.Status) string { return verdicts[st].class },
		"sorted":       brokenFirst,
		"wrongOf":      wrongOf,
		"day": func(d calendar.Date) string {
			if d.IsZero() {
				return ""
			}
			return d.Slashed()
		},
	}).Funcs(issueWords(lang)).ParseFS(embedded, "html/*.html")
}
