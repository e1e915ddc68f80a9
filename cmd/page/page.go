// Package page is the workbench: an office's folder as pages in a browser, made
// by the same operations as those of the command line. A request comes in, a page
// or JSON goes out; who may ask is the matter of the door before it.
package page

import (
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"ketluan/cmd/door"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// An Office is a folder that is served.
type Office struct {
	Place office.Place  // a folder
	Out   office.Folder // where issuing puts files; nil is out/ in Place
	Root  string        // what the addresses begin with, without a slash at the end
	Today func() calendar.Date
	Lang  problem.Lang // until it is switched
}

// A site is an office with what its pages share.
type site struct {
	Office
	templates [2]*template.Template // by problem.Lang
	assets    *assets
	presses   func() (presses, error)
	makers    map[string]func() (*office.Press, error) // of downloads, by their kinds
	makings   *makings
	arrivals

	held atomic.Pointer[held]

	mu    sync.Mutex
	known map[string]office.Found // by their names in addresses
}

// presses make and judge; to prepare them takes longer than to listen.
type presses struct {
	press   *office.Press
	shelf   *office.Surveyor
	proofer *office.Proofer
}

func preparePresses() (p presses, err error) {
	press, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		return p, err
	}
	p.press, p.shelf = press, office.NewSurveyor(press)
	p.proofer, err = office.NewProofer(office.Wants{})
	return p, err
}

// Handler serves the pages of an office. It prepares in the background what the
// first page will want.
func Handler(o Office) (http.Handler, error) {
	s := &site{Office: o, presses: sync.OnceValues(preparePresses), makers: makers(), known: map[string]office.Found{}}
	s.makings, s.arrivals = newMakings(s.presses), newArrivals()
	var err error
	if s.assets, err = newAssets(o.Root); err != nil {
		return nil, err
	}
	for lang := range s.templates {
		if s.templates[lang], err = s.parse(problem.Lang(lang)); err != nil {
			return nil, err
		}
	}
	go s.presses()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.quarter)
	mux.HandleFunc("GET /ban-ghi/{id}", s.record)
	mux.HandleFunc("GET /ban-ghi/{id}/tep", s.file)
	mux.HandleFunc("POST /ban-ghi/{id}/xem", s.proof)
	mux.HandleFunc("POST /ban-ghi/{id}/sua", s.mend)
	mux.HandleFunc("POST /ban-ghi/{id}/luu", s.save)
	mux.HandleFunc("GET /ban-ghi/{id}/tai/{kind}", s.download)
	mux.HandleFunc("POST /bat-dau", s.start)
	mux.HandleFunc("GET /ban-ghi-moi", s.anotherPage)
	mux.HandleFunc("POST /ban-ghi-moi", s.another)
	mux.HandleFunc("GET /do", s.measurePage)
	mux.HandleFunc("POST /do", s.measure)
	s.arrivalRoutes(mux)
	s.issueRoutes(mux)
	mux.HandleFunc("POST /tieng", s.speak)
	mux.Handle("GET /tep/{sum}/{name}", s.assets)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, http.StatusNotFound, problem.Textf("Không có trang này", "There is no such page"), problem.Text{})
	})
	return mux, nil
}

// jobs is how many records are read at once.
func jobs() int { return runtime.GOMAXPROCS(0) }

// A view is what every page has.
type view struct {
	Title string
	Nonce string
	Back  string // where the switch of the language leads back to
	Body  any
}

// show writes a page.
func (s *site) show(w http.ResponseWriter, r *http.Request, status int, name, title string, body any) {
	var b strings.Builder
	v := view{Title: title, Nonce: door.Nonce(r), Back: s.Root + backOf(r), Body: body}
	if err := s.templates[s.langOf(r)].ExecuteTemplate(&b, name, v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write([]byte(b.String()))
}

// A failure is what could not be done.
type failure struct{ Message, Hint string }

// fail says what is wrong, as a page or as JSON, as it was asked for.
func (s *site) fail(w http.ResponseWriter, r *http.Request, status int, message, hint problem.Text) {
	l := s.langOf(r)
	f := failure{worded(message, l), worded(hint, l)}
	if r.Method == http.MethodPost && r.PathValue("id") != "" && !isForm(r) || strings.HasSuffix(r.URL.Path, "/tep") {
		answer(w, status, f)
		return
	}
	s.show(w, r, status, "fail.html", f.Message, f)
}

func (s *site) failBy(w http.ResponseWriter, r *http.Request, err error) {
	message, hint := office.InWords(err)
	var about *office.FileError
	if errors.As(err, &about) {
		message = problem.Text{VI: about.Path + ": " + message.VI, EN: about.Path + ": " + message.EN}
	}
	s.fail(w, r, http.StatusInternalServerError, message, hint)
}

// answer writes JSON.
func answer(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(b)
}

// read reads a question in JSON of at most limit bytes.
func read(w http.ResponseWriter, r *http.Request, limit int64, into any) error {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, limit))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
