package page

import (
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"

	"ketluan/render/intake"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// maxNotices are the old notices of one form.
const maxNotices = 50

// An importBody is the page that old notices are dropped on.
type importBody struct{ Failed, Hint problem.Text }

// An importedRun is what became of old notices that were dropped.
type importedRun struct {
	ID       string
	Files    []importedFile
	Profiles []string
	Others   []string // profiles that the folder had before
	Made     int
	Failed   problem.Text // why they were not taken away
	Hint     problem.Text
	Back     office.Back
	Undone   bool
}

// An importedFile is what became of one, with what is to be filled in.
type importedFile struct {
	office.Imported
	Of   string // the record, in addresses; also one that was there already
	Name string // of the record
	Gaps []gap
}

// A gap is a line of a draft that somebody has to look at.
type gap struct {
	Line int
	Text string
}

// importPage asks for old notices.
func (s *site) importPage(w http.ResponseWriter, r *http.Request) {
	s.showImport(w, r, http.StatusOK, importBody{})
}

func (s *site) showImport(w http.ResponseWriter, r *http.Request, status int, body importBody) {
	s.show(w, r, status, "import.html", problem.Textf("Từ văn bản cũ", "From an old notice").In(s.langOf(r)), body)
}

// importNotices reads what was dropped into drafts of records, as ketluan import
// does, under names of the program's own. It writes only where nothing is.
func (s *site) importNotices(w http.ResponseWriter, r *http.Request) {
	files, done, status, why := s.receive(w, r, maxNotices)
	defer done()
	if status != 0 {
		s.showImport(w, r, status, importBody{Failed: why})
		return
	}
	press, err := s.makers["pdf"]()
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	had, err := s.find(r.Context())
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	var before []string
	for _, f := range had.ProfileFiles {
		before = append(before, f.Rel)
	}
	out, whole, err := office.Import(r.Context(), press, office.Importing{Sources: places(files), Out: s.Place.Folder, Jobs: jobs(), Called: true}, nil)
	switch {
	case err != nil:
		s.failBy(w, r, err)
		return
	case !whole:
		return // the browser has gone
	}
	listing, err := s.find(r.Context())
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	http.Redirect(w, r, s.Root+"/tu-van-ban-cu/"+s.imports.keep(s.importedOf(out, listing, before)), http.StatusSeeOther)
}

// importedOf sums up what became of old notices.
func (s *site) importedOf(out office.Imports, listing office.Listing, before []string) *importedRun {
	u := &importedRun{Profiles: s.within(out.Profiles), Back: out.Back()}
	if len(u.Profiles) > 0 {
		u.Others = before
	}
	for _, f := range out.Files {
		one := importedFile{Imported: f}
		for _, found := range listing.Records {
			there := len(f.Problems) > 0 && f.Failed && found.Path == f.Problems[0].Pos.File
			if found.Path == f.Record || there {
				one.Of, one.Name = idOf(found), found.Rel
			}
			if found.Path == f.Record {
				one.Gaps = gapsOf(found)
				u.Made++
			}
		}
		u.Files = append(u.Files, one)
	}
	slices.SortStableFunc(u.Files, func(a, b importedFile) int { return b.order() - a.order() })
	return u
}

// order puts what was not read last.
func (f importedFile) order() int {
	if f.Failed {
		return 0
	}
	return 1
}

// gapsOf are the lines of a draft with something to fill in or look at.
func gapsOf(f office.Found) (all []gap) {
	src, err := office.ReadFile(f.Folder, f.Name, office.MaxRecord)
	if err != nil {
		return nil
	}
	n := 0
	for line := range strings.SplitSeq(unified(string(src)), "\n") {
		n++
		if strings.Contains(line, "[điền:") || strings.HasPrefix(line, "# Lưu ý:") {
			all = append(all, gap{n, strings.TrimLeft(line, "-# ")})
		}
	}
	return all
}

// Differences are the paragraphs of the source that the draft does not make word
// by word.
func (f importedFile) Differences() []intake.Difference { return f.Imported.Text.Differences }

// Base is what a source is called.
func (f importedFile) Base() string { return path.Base(f.Path) }

// imported says what became of old notices that were dropped.
func (s *site) imported(w http.ResponseWriter, r *http.Request) {
	if u, ok := s.importNamed(w, r); ok {
		s.showImported(w, r, http.StatusOK, *u)
	}
}

func (s *site) importNamed(w http.ResponseWriter, r *http.Request) (*importedRun, bool) {
	u, ok := s.imports.named(r.PathValue("run"))
	if !ok {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Kết quả của lần đọc này không còn giữ", "What became of these notices is not kept any more"),
			problem.Textf("Bản ghi nháp đã lập vẫn ở trong danh sách", "The drafts that were made are in the list"))
	}
	return u, ok
}

func (s *site) showImported(w http.ResponseWriter, r *http.Request, status int, u importedRun) {
	u.ID = r.PathValue("run")
	s.show(w, r, status, "imported.html", problem.Textf("Bản ghi nháp từ văn bản cũ", "Drafts of old notices").In(s.langOf(r)), u)
}

// importBack takes drafts away that nobody has changed since.
func (s *site) importBack(w http.ResponseWriter, r *http.Request) {
	u, ok := s.importNamed(w, r)
	if !ok {
		return
	}
	now := *u
	if err := u.Back.Take(r.Context()); err != nil {
		now.Failed, now.Hint = office.InWords(err)
		if errors.Is(err, office.ErrMoved) {
			now.Failed = problem.Textf("Bản nháp đã được sửa, nên không bỏ", "A draft was changed, and none is taken away")
			now.Hint = problem.Textf("muốn bỏ hẳn thì xóa tệp trong thư mục", "remove the file in its folder to be rid of it")
		}
		s.showImported(w, r, http.StatusConflict, now)
		return
	}
	now.Undone, now.Back = true, office.Back{}
	s.imports.put(r.PathValue("run"), &now)
	http.Redirect(w, r, s.Root+"/tu-van-ban-cu/"+r.PathValue("run"), http.StatusSeeOther)
}
