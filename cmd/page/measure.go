package page

import (
	"errors"
	"net/http"
	"path"
	"strings"

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
	const sent = "tep" // the name of the field
	r.Body = http.MaxBytesReader(w, r.Body, office.MaxPDF+1<<16)
	file, head, err := r.FormFile(sent)
	if err != nil {
		body := measureBody{Failed: problem.Textf("Chưa chọn tệp nào", "No file was chosen")}
		status := http.StatusBadRequest
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			status, body.Failed = http.StatusRequestEntityTooLarge, problem.Textf("Tệp lớn quá 64 MB", "The file is larger than 64 MB")
		}
		s.showMeasured(w, r, status, body)
		return
	}
	defer file.Close()
	defer r.MultipartForm.RemoveAll()
	src, err := office.ReadAll(file, office.MaxPDF)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	aside := office.NewMemory(map[string]string{"tep.pdf": string(src)})
	all, whole := office.VerifyAll(r.Context(), 1, []office.Place{{Folder: aside, Name: "tep.pdf"}}, office.VerifyOptions{}, nil)
	if !whole {
		return // the browser has gone, or it took too long
	}
	body := measureBody{Name: path.Base(strings.ReplaceAll(head.Filename, `\`, "/")), Verdict: all[0].Verdict}
	if err := all[0].Err; err != nil {
		body.Failed, body.Hint = office.InWords(err)
		s.showMeasured(w, r, http.StatusUnprocessableEntity, body)
		return
	}
	for _, result := range body.Verdict.Results {
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
