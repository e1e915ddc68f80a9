package page

import (
	"net/http"
	"strings"
	"sync"

	"ketluan/render/office"
)

// makings are the presses of issuing and of what comes after it, each made when
// it is first wanted.
type makings struct {
	issuers map[extras]func() (*office.Press, error)
	poster  func() (*office.Press, error)
	reports map[string]func() (*office.Press, error) // by the names of templates
	quarter func() (*office.Press, error)
	reader  func() (*office.Press, error)
	boards  func() (*office.Surveyor, error) // reads records as ketluan status does, and shares what the list has read
}

// extras are what is made beside the document and the workbook.
type extras struct{ Units, Word bool }

func newMakings(list func() (presses, error)) *makings {
	m := &makings{issuers: map[extras]func() (*office.Press, error){}, reports: map[string]func() (*office.Press, error){}}
	for _, units := range []bool{false, true} {
		for _, word := range []bool{false, true} {
			m.issuers[extras{units, word}] = sync.OnceValues(func() (*office.Press, error) {
				return office.NewPress(office.Wants{Units: units, Workbooks: units, Word: word})
			})
		}
	}
	m.poster = sync.OnceValues(func() (*office.Press, error) { return office.Poster(office.Wants{}) })
	m.quarter = sync.OnceValues(func() (*office.Press, error) {
		return office.NewPress(office.Wants{Only: "xlsx", Quarters: true})
	})
	m.reader = sync.OnceValues(office.Reader)
	m.boards = sync.OnceValues(func() (*office.Surveyor, error) {
		strict, err := list()
		if err != nil {
			return nil, err
		}
		p, err := m.reader()
		return strict.shelf.Reading(p), err
	})
	for _, name := range []string{"bao-cao-ket-qua", "dang-bao-cao", "cong-van-don-doc"} {
		m.reports[name] = sync.OnceValues(func() (*office.Press, error) {
			t, err := office.BuiltIn(name)
			if err != nil {
				return nil, err
			}
			return office.NewPress(office.Wants{Templates: []office.Template{t}})
		})
	}
	return m
}

// issuer makes the document of a record with its workbook.
func (m *makings) issuer(e extras) (*office.Press, error) { return m.issuers[e]() }

// out is the folder where issuing puts files: out/ in that of the office, as on
// the command line.
func (o Office) out() office.Folder {
	if o.Out != nil {
		return o.Out
	}
	if f, ok := o.Place.Folder.(interface {
		Below(dir string) office.Folder
	}); ok {
		return f.Below("out")
	}
	return o.Place.Folder
}

// alone is a record with its folder opened anew: what one request holds keeps out
// another, and waits for no other use of the folder.
func alone(f office.Found) office.Found {
	if below, ok := f.Folder.(interface {
		Below(dir string) office.Folder
	}); ok {
		f.Folder = below.Below(".")
	}
	return f
}

// isForm reports a request that a form has sent: it is answered by a page.
func isForm(r *http.Request) bool {
	kind := r.Header.Get("Content-Type")
	return strings.HasPrefix(kind, "application/x-www-form-urlencoded") || strings.HasPrefix(kind, "multipart/form-data")
}

// backOf is where a page is seen again, below the root: what a form was answered
// with is the page that has the form.
func backOf(r *http.Request) string {
	at := r.URL.Path
	if r.Method == http.MethodGet {
		if r.URL.RawQuery != "" {
			at += "?" + r.URL.RawQuery
		}
		return at
	}
	for _, form := range []string{"lap-lai", "thu-hoi", "bo-so"} {
		if head, ok := strings.CutSuffix(at, "/"+form); ok {
			return head + "/phat-hanh"
		}
	}
	return strings.TrimSuffix(at, "/tat-ca")
}

// issueRoutes are those of issuing and of the state of things.
func (s *site) issueRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /ban-ghi/{id}/phat-hanh", s.issuePage)
	mux.HandleFunc("POST /ban-ghi/{id}/phat-hanh", s.issue)
	mux.HandleFunc("POST /ban-ghi/{id}/lap-lai", s.restore)
	mux.HandleFunc("POST /ban-ghi/{id}/thu-hoi", s.withdraw)
	mux.HandleFunc("POST /ban-ghi/{id}/bo-so", s.unnumber)
	mux.HandleFunc("GET /ban-ghi/{id}/phat-hanh/tep/{n}", s.issuedFile)
	mux.HandleFunc("GET /ban-ghi/{id}/phat-hanh/tat-ca", s.issuedZip)
	mux.HandleFunc("GET /ban-ghi/{id}/thu", s.letters)
	mux.HandleFunc("GET /ban-ghi/{id}/thu/tat-ca", s.lettersZip)
	mux.HandleFunc("POST /ban-ghi/{id}/thu/tat-ca", s.lettersWithSigned)
	mux.HandleFunc("GET /ban-ghi/{id}/chuyen-quy", s.carryPage)
	mux.HandleFunc("POST /ban-ghi/{id}/chuyen-quy", s.carry)
	mux.HandleFunc("GET /tinh-hinh", s.board)
	mux.HandleFunc("GET /tinh-hinh/tai/{kind}", s.boardFile)
}
