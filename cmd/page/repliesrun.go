package page

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"sync"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// keptRuns are how many takings-in can be looked at and taken back.
const keptRuns = 8

// A shelf keeps what became of the last things that were dropped, in memory, by
// names that nobody guesses.
type shelf[T any] struct {
	mu    sync.Mutex
	names []string
	all   map[string]T
}

func newShelf[T any]() *shelf[T] { return &shelf[T]{all: map[string]T{}} }

// keep puts one on the shelf, and the oldest away.
func (s *shelf[T]) keep(one T) (name string) {
	name = rand.Text()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names, s.all[name] = append(s.names, name), one
	if len(s.names) > keptRuns {
		delete(s.all, s.names[0])
		s.names = s.names[1:]
	}
	return name
}

func (s *shelf[T]) named(name string) (one T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one, ok = s.all[name]
	return one, ok
}

// put puts another in the place of one.
func (s *shelf[T]) put(name string, one T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.all[name]; ok {
		s.all[name] = one
	}
}

// runNamed returns the run of an address; false where it has said that there is
// none.
func (s *site) runNamed(w http.ResponseWriter, r *http.Request) (*takenRun, bool) {
	u, ok := s.runs.named(r.PathValue("run"))
	if !ok {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Kết quả của lần thu này không còn giữ", "What became of these replies is not kept any more"),
			problem.Textf("Sổ vẫn như lần ấy đã ghi; thả lại các tệp thì chương trình nói lại, không ghi hai lần", "The ledgers are as they were left; drop the files again to be told again, nothing is entered twice"))
	}
	return u, ok
}

// repliesTaken says what became of what was dropped.
func (s *site) repliesTaken(w http.ResponseWriter, r *http.Request) {
	u, ok := s.runNamed(w, r)
	if !ok {
		return
	}
	s.showRun(w, r, http.StatusOK, *u)
}

func (s *site) showRun(w http.ResponseWriter, r *http.Request, status int, u takenRun) {
	u.ID = r.PathValue("run")
	s.show(w, r, status, "repliestaken.html", problem.Textf("Đã thu báo cáo", "Replies taken").In(s.langOf(r)), u)
}

// repliesBack makes the ledgers again what they were before a run.
func (s *site) repliesBack(w http.ResponseWriter, r *http.Request) {
	u, ok := s.runNamed(w, r)
	if !ok {
		return
	}
	if err := u.Back.Take(r.Context()); err != nil {
		now := *u
		message, hint := office.InWords(err)
		if errors.Is(err, office.ErrMoved) {
			message = problem.Textf("Sổ đã được sửa hay thu thêm sau lần này, nên không trả lại được", "A ledger was changed after this, and cannot be made again what it was")
			hint = problem.Textf("trả lại các lần thu sau trước, hoặc sửa tay trong sổ", "take later replies back first, or change the ledger by hand")
		}
		now.Problems = append([]problem.Problem{{Message: message, Hint: hint}}, u.Problems...)
		s.showRun(w, r, http.StatusConflict, now)
		return
	}
	now := *u
	now.Undone, now.Back = true, office.Back{}
	s.runs.put(r.PathValue("run"), &now)
	http.Redirect(w, r, s.Root+"/thu-bao-cao/"+r.PathValue("run"), http.StatusSeeOther)
}

// answerDraft sends the draft of an e-mail about a reply.
func (s *site) answerDraft(w http.ResponseWriter, r *http.Request) {
	u, ok := s.runNamed(w, r)
	if !ok {
		return
	}
	n, err := strconv.Atoi(r.PathValue("n"))
	for _, f := range u.Files {
		if err == nil && f.Letter != nil && f.Letter.N == n {
			h := w.Header()
			h.Set("Content-Type", "message/rfc822")
			h.Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(path.Base(f.Letter.Name)))
			w.Write([]byte(f.Letter.eml))
			return
		}
	}
	s.fail(w, r, http.StatusNotFound, problem.Textf("Không có thư này", "There is no such letter"), problem.Text{})
}
