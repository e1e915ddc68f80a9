package page

import (
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// kinds are the files that can be fetched of a record, by their names in
// addresses, with what a press is to make.
var kinds = map[string]struct {
	wants  office.Wants
	suffix string // of the one file that is meant
	mime   string
}{
	"pdf":      {office.Wants{Only: "pdf"}, ".pdf", "application/pdf"},
	"du-thao":  {office.Wants{Only: "pdf", Draft: true}, ".pdf", "application/pdf"},
	"word":     {office.Wants{Only: "docx"}, ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	"theo-doi": {office.Wants{Only: "xlsx"}, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}

// makers are the presses for downloads, made when they are first wanted.
func makers() map[string]func() (*office.Press, error) {
	all := map[string]func() (*office.Press, error){}
	for kind, k := range kinds {
		all[kind] = sync.OnceValues(func() (*office.Press, error) { return office.NewPress(k.wants) })
	}
	return all
}

// A refusal is why a file is not made.
type refusal struct {
	ID       string
	Name     string
	Path     string
	Problems []problem.Problem
}

// download makes a file of a record as ketluan render does, through the same
// gate, and sends it. Nothing is written into the folder.
func (s *site) download(w http.ResponseWriter, r *http.Request) {
	f, ok := s.named(w, r)
	if !ok {
		return
	}
	kind, ok := kinds[r.PathValue("kind")]
	if !ok {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Không có loại tệp này", "There is no such kind of file"), problem.Text{})
		return
	}
	press, err := s.makers[r.PathValue("kind")]()
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	aside := office.NewMemory(nil)
	made := office.Make(r.Context(), press, office.Order{Out: aside}, f)
	if r.Context().Err() != nil {
		return
	}
	for name, content := range aside.Files() {
		if made.Done && strings.HasSuffix(name, kind.suffix) {
			h := w.Header()
			h.Set("Content-Type", kind.mime)
			h.Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(path.Base(name)))
			w.Write([]byte(content))
			return
		}
	}
	s.show(w, r, http.StatusConflict, "refused.html", path.Base(f.Name), refusal{ID: idOf(f), Name: f.Rel, Path: f.Path, Problems: made.Problems})
}
