package intake

import (
	"regexp"
	"strings"

	"ketluan/render/deadline"
	"ketluan/render/problem"
)

// deadline finds by when. Two days are one too many.
func (a *assigner) deadline(it *Item, text string) {
	setting := deadline.Setting{Meeting: a.meeting, Notice: a.notice}
	if setting.Meeting.IsZero() {
		setting.Meeting = a.notice
	}
	var found []deadline.Phrase
	for _, p := range deadline.Find(text, setting) {
		from := a.meeting
		if from.IsZero() {
			from = a.notice
		}
		if !p.Day.IsZero() && p.Day.Before(from) || p.Day.IsZero() && from.IsZero() {
			continue
		}
		if horizon.MatchString(text[p.From:p.To]) {
			continue
		}
		found = append(found, p)
	}
	switch len(found) {
	case 0:
		if m := byLabel.FindStringSubmatch(text); m != nil {
			words := strings.TrimSpace(m[1])
			if r := deadline.Read(words, setting); r.Fault == (problem.Text{}) && (!r.Day.IsZero() || r.Why == (problem.Text{})) {
				it.Deadline = r.Words
			}
		}
	case 1:
		words := text[found[0].From:found[0].To]
		it.Deadline = lowerFirst(words)
	default:
		var all []string
		for _, p := range found {
			all = append(all, text[p.From:p.To])
		}
		it.doubt("deadline", "lời văn nêu nhiều thời hạn: "+strings.Join(all, "; "))
	}
}

// byLabel is a deadline that is called one.
var byLabel = regexp.MustCompile(`(?i)(?:thời hạn|thời gian|hạn)(?: thực hiện| hoàn thành| báo cáo)*(?: là)? ?: ?([^.;()]{3,80})`)

// horizon is a year in the name of a plan, and no deadline.
var horizon = regexp.MustCompile(`^(?:đến|tới|vào) (?:hết )?năm \d{4}$`)

func lowerFirst(s string) string {
	for _, w := range []string{"Trước", "Trong", "Đến", "Chậm", "Hết"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.ToLower(w) + rest
		}
	}
	return s
}
