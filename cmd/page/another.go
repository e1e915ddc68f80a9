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
	profiles, _ := office.Profiles(s.Place.Folder)
	s.show(w, r, status, "form-new.html", newTitle.In(s.langOf(r)), anotherBody{
		MeetingDate: r.PostFormValue("meeting-date"), Kind: r.PostFormValue("kind"), Profile: r.PostFormValue("profile"),
		Kinds: office.MeetingKinds(), Profiles: profiles, Problems: all,
	})
}

var newTitle = problem.Textf("Bản ghi mới", "A new record")

// An anotherBody is the page that asks what the further record is of.
type anotherBody struct {
	MeetingDate, Kind, Profile string // as they were answered
	Kinds                      []office.MeetingKind
	Profiles                   []string
	Problems                   []wrong
}

// anotherPage asks for the day and the kind of the meeting.
func (s *site) anotherPage(w http.ResponseWriter, r *http.Request) {
	profiles, err := office.Profiles(s.Place.Folder)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "form-new.html", newTitle.In(s.langOf(r)), anotherBody{
		MeetingDate: s.Today().Slashed(), Kinds: office.MeetingKinds(), Profiles: profiles,
	})
}

// wrongOf returns what is wrong with the answer of a field; "" where nothing is.
func wrongOf(all []wrong, field string) string {
	for _, w := range all {
		if w.Field == field {
			return strings.TrimSpace(w.Message + " " + w.Hint)
		}
	}
	return ""
}
