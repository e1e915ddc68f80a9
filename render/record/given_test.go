package record

import (
	"testing"

	"ketluan/render/calendar"
)

// A task that is carried over can have been done before the meeting.
func TestGiven(t *testing.T) {
	meeting := calendar.Date{Year: 2026, Month: 4, Day: 8}
	rec := &Record{MeetingDate: meeting}
	if got := rec.Given(&Item{}); got != meeting {
		t.Error(got)
	}
	if got := rec.Given(&Item{Since: calendar.Quarter{Year: 2026, N: 1}}); got != (calendar.Date{Year: 2026, Month: 1, Day: 1}) {
		t.Error(got)
	}
}
