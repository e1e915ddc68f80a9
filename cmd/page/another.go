package page

import (
	"net/http"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A wrong is what is wrong with one answer.
type wrong struct {
	Field   string `json:"field"` // meeting-date, kind or profile
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// another writes a further record of a profile that the folder has, and leads to
// it. Without a profile it is the one of the folder, where there is just one. Who
// asks for JSON gets the address, or what is wrong, as that.
func (s *site) another(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	wish := office.Another{Profile: r.PostFormValue("profile"), Kind: r.PostFormValue("kind")}
	wish.Meeting, _ = calendar.ParseDate(strings.TrimSpace(r.PostFormValue("meeting-date")))
	if names, err := office.Profiles(s.Place.Folder); wish.Profile == "" && err == nil && len(names) == 1 {
		wish.Profile = names[0]
	}
	p, err := s.presses()
	var out office.Started
	if err == nil {
		out, err = office.AddRecord(r.Context(), p.press, s.Place.Folder, wish)
	}
	asJSON := strings.Contains(r.Header.Get("Accept"), "application/json")
	switch l := s.langOf(r); {
	case err != nil:
		message, hint := office.InWords(err)
		s.notMade(w, r, asJSON, http.StatusConflict, []wrong{{Message: message.In(l), Hint: hint.In(l)}})
	case len(out.Problems) > 0:
		var all []wrong
		for _, pr := range out.Problems {
			all = append(all, wrong{pr.Pos.File, pr.Message.In(l), pr.Hint.In(l)})
		}
		s.notMade(w, r, asJSON, http.StatusUnprocessableEntity, all)
	default:
		to := s.Root + "/"
		listing, _ := s.find(r.Context())
		for _, f := range listing.Records {
			if f.Path == out.Record {
				to += "ban-ghi/" + idOf(f)
			}
		}
		if asJSON {
			answer(w, http.StatusCreated, map[string]string{"to": to})
			return
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
}

// notMade says why no record was written.
func (s *site) notMade(w http.ResponseWriter, r *http.Request, asJSON bool, status int, all []wrong) {
	if asJSON {
		answer(w, status, map[string][]wrong{"problems": all})
		return
	}
	text := func(s string) problem.Text { return problem.Text{VI: s, EN: s} }
	s.fail(w, r, status, text(all[0].Message), text(all[0].Hint))
}
