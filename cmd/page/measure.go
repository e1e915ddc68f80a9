package page

import (
	"net/http"
	"path"

	"ketluan/render/decree"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A measureBody is the page on which a PDF is measured.
type measureBody struct {
	Failed  problem.Text // why it cannot be measured
	Hint    problem.Text
	Verdict *office.Verdict // nil: none yet
	Name    string
	Broken  int
	Warned  int
	Kept    int
	Rest    int // rules about what is not there
	Rules   []measuredRule
	Sheets  []sheet
	Undrawn int // pages beyond those
}

// measurePage asks for a PDF.
func (s *site) measurePage(w http.ResponseWriter, r *http.Request) {
	s.showMeasured(w, r, http.StatusOK, measureBody{})
}

func (s *site) showMeasured(w http.ResponseWriter, r *http.Request, status int, body measureBody) {
	title := problem.Textf("Đo PDF", "Measure a PDF")
	s.show(w, r, status, "measure.html", title.In(s.langOf(r)), body)
}

// measure measures a PDF that was dropped, as ketluan verify does. It is kept in
// memory while it is measured, and nowhere else.
func (s *site) measure(w http.ResponseWriter, r *http.Request) {
	files, done, status, why := s.receive(w, r, 1)
	defer done()
	if status != 0 {
		s.showMeasured(w, r, status, measureBody{Failed: why})
		return
	}
	all, whole := office.VerifyAll(r.Context(), 1, places(files), office.VerifyOptions{}, nil)
	if !whole {
		return // the browser has gone, or it took too long
	}
	body := measureBody{Name: path.Base(files[0].Name), Verdict: all[0].Verdict}
	err := all[0].Err
	if err == nil {
		body.Rules, body.Sheets, err = sheetsOf(body.Verdict)
	}
	if err != nil {
		body.Failed, body.Hint = office.InWords(err)
		s.showMeasured(w, r, http.StatusUnprocessableEntity, body)
		return
	}
	body.Undrawn = len(body.Verdict.File.Pages) - len(body.Sheets)
	for _, result := range body.Rules {
		switch result.Status {
		case decree.Broken:
			body.Broken++
		case decree.Kept:
			body.Kept++
		case decree.Warned:
			body.Warned++
		default:
			body.Rest++
		}
	}
	s.showMeasured(w, r, http.StatusOK, body)
}
