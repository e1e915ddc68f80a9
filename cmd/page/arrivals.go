package page

import (
	"net/http"
	"sync"

	"ketluan/render/office"
)

// arrivals are what pages share on which something comes from outside: files, and
// what became of them.
type arrivals struct {
	admits  chan struct{} // one form with files at a time
	reader  func() (*office.Press, error)
	runs    *shelf[*takenRun] // of replies that were taken
	imports *shelf[*importedRun]
}

func newArrivals() arrivals {
	return arrivals{make(chan struct{}, 1), sync.OnceValues(office.Reader), newShelf[*takenRun](), newShelf[*importedRun]()}
}

// arrivalRoutes are their addresses.
func (s *site) arrivalRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /thu-bao-cao", s.replies)
	mux.HandleFunc("POST /thu-bao-cao", s.takeReplies)
	mux.HandleFunc("GET /thu-bao-cao/{run}", s.repliesTaken)
	mux.HandleFunc("POST /thu-bao-cao/{run}/tra-lai", s.repliesBack)
	mux.HandleFunc("GET /thu-bao-cao/{run}/thu/{n}", s.answerDraft)
	mux.HandleFunc("GET /tu-van-ban-cu", s.importPage)
	mux.HandleFunc("POST /tu-van-ban-cu", s.importNotices)
	mux.HandleFunc("GET /tu-van-ban-cu/{run}", s.imported)
	mux.HandleFunc("POST /tu-van-ban-cu/{run}/bo", s.importBack)
	mux.HandleFunc("GET /ho-so", s.profiles)
	mux.HandleFunc("GET /ho-so/{id}", s.profile)
	mux.HandleFunc("GET /ho-so/{id}/tep", s.profileFile)
	mux.HandleFunc("POST /ho-so/{id}/xem", s.profileProof)
	mux.HandleFunc("POST /ho-so/{id}/luu", s.profileSave)
	mux.HandleFunc("POST /ho-so/{profile}/ghi", s.profilePosted)
}
