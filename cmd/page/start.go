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
	More      []asked // that need no answer
	Answered  bool    // one of those has one
	Filled    bool    // some answers are suggestions
	Problems  []problem.Problem
}

// own are the questions that have no good suggestion: of an empty answer to
// another the suggestion is shown, to be looked at.
var own = []string{"agency", "signer", "units"}

// maxForm bounds the form of the first run, in bytes.
const maxForm = 1 << 20

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
		one.Answer = lines(q, one.Answer)
		body.Questions = append(body.Questions, one)
	}
	for _, q := range office.More() {
		one := asked{Question: q, Answer: lines(q, answers[q.Flag]), Problem: q.Problem(answers[q.Flag])}
		whole = whole && one.Problem == problem.Text{}
		body.Answered = body.Answered || one.Answer != ""
		body.More = append(body.More, one)
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
	for _, q := range office.More() {
		body.More = append(body.More, asked{Question: q})
	}
	return body
}

// start makes an empty folder an office, as ketluan init does: its profile and
// its first record. What is not answered yet, or wrong, is asked again.
func (s *site) start(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	answers := office.Answers{}
	for _, q := range append(office.Questions(s.Today()), office.More()...) {
		if answer := oneLine(r.PostFormValue(q.Flag)); answer != "" || !q.May {
			answers[q.Flag] = answer
		}
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

// oneLine joins lines that were pasted, as columns of Excel, as the answers have
// several: of two columns the second is what stands behind =, as a short name, and
// one of numbers before them is none.
func oneLine(answer string) string {
	var parts []string
	for line := range strings.SplitSeq(unified(answer), "\n") {
		var cells []string
		for cell := range strings.SplitSeq(line, "\t") {
			if cell = strings.Trim(cell, " ;\u00a0"); cell != "" && (len(cells) > 0 || !isCount(cell)) {
				cells = append(cells, cell)
			}
		}
		if len(cells) > 0 {
			parts = append(parts, strings.Join(cells[:min(len(cells), 2)], " = "))
		}
	}
	return strings.Join(parts, "; ")
}

// isCount reports what a column of numbers has.
func isCount(cell string) bool { return strings.Trim(cell, "0123456789.)") == "" }

// lines writes an answer as it is edited: several a line each.
func lines(q office.Question, answer string) string {
	if !q.List {
		return answer
	}
	var all []string
	for one := range strings.SplitSeq(answer, ";") {
		if one = strings.TrimSpace(one); one != "" {
			all = append(all, one)
		}
	}
	return strings.Join(all, "\n")
}

func (s *site) showStart(w http.ResponseWriter, r *http.Request, status int, body startBody) {
	s.show(w, r, status, "start.html", "", body)
}
