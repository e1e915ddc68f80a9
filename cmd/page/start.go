package page

import (
	"net/http"
	"slices"
	"strings"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// An asked is a question of the first run with what was answered.
type asked struct {
	office.Question
	Answer  string
	Problem problem.Text // what is wrong with it
	Filled  bool         // the answer is a suggestion that nobody has looked at yet
}

// A startBody is the form of the first run.
type startBody struct {
	Questions []asked
	Filled    bool // some answers are suggestions
	Problems  []problem.Problem
}

// own are the questions that have no good suggestion: of an empty answer to
// another the suggestion is shown, to be looked at.
var own = []string{"agency", "signer", "units"}

// maxForm bounds the form of the first run, in bytes.
const maxForm = 1 << 16

// startForm asks the questions of the first run, with what was answered so far.
func (s *site) startForm(answers office.Answers) (body startBody, whole bool) {
	whole = true
	for _, q := range office.Questions(s.Today()) {
		one := asked{Question: q, Answer: strings.TrimSpace(answers[q.Flag])}
		if one.Answer == "" && !slices.Contains(own, q.Flag) {
			one.Answer, one.Filled, body.Filled = q.Suggest(answers), true, true
		}
		one.Problem = q.Problem(one.Answer)
		if one.Filled || one.Problem != (problem.Text{}) {
			whole = false
		}
		answers[q.Flag] = one.Answer
		body.Questions = append(body.Questions, one)
	}
	return body, whole
}

// firstForm is the form before anything is answered: empty but for the day.
func (s *site) firstForm() startBody {
	var body startBody
	for _, q := range office.Questions(s.Today()) {
		one := asked{Question: q}
		if q.Flag == "meeting-date" {
			one.Answer = q.Suggest(nil)
		}
		body.Questions = append(body.Questions, one)
	}
	return body
}

// start makes an empty folder an office, as ketluan init does: its profile and
// its first record. What is not answered yet, or wrong, is asked again.
func (s *site) start(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	answers := office.Answers{}
	for _, q := range office.Questions(s.Today()) {
		answers[q.Flag] = oneLine(r.PostFormValue(q.Flag))
	}
	body, whole := s.startForm(answers)
	if !whole {
		s.showStart(w, r, http.StatusUnprocessableEntity, body)
		return
	}
	press, err := office.NewPress(office.Wants{})
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	out, err := office.Start(r.Context(), press, s.Place.Folder, answers)
	if err != nil {
		body.Problems = office.ProblemsOf("", err)
	} else {
		body.Problems = out.Problems
	}
	if len(body.Problems) > 0 {
		s.showStart(w, r, http.StatusConflict, body)
		return
	}
	listing, _ := s.find(r.Context())
	to := s.Root + "/"
	for _, f := range listing.Records {
		if f.Path == out.Record {
			to += "ban-ghi/" + idOf(f)
		}
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// oneLine joins lines that were pasted, as a column of Excel, as the answers have
// several.
func oneLine(answer string) string {
	var parts []string
	for line := range strings.SplitSeq(unified(answer), "\n") {
		if line = strings.Trim(line, " \t;"); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, "; ")
}

func (s *site) showStart(w http.ResponseWriter, r *http.Request, status int, body startBody) {
	s.show(w, r, status, "start.html", "", body)
}
