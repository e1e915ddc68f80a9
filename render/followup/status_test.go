package followup

import (
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/report"
)

// What is carried over counts once: in the record of the later meeting, whatever
// the order of the records, and however the letters of its code are written.
func TestStatusOfCarriedOver(t *testing.T) {
	unit := &record.Unit{Name: "Phòng A"}
	task := func(id string) *record.Item {
		return &record.Item{ID: id, Task: true, Leads: []*record.Unit{unit}, Deadline: record.Deadline{Day: calendar.Date{Year: 2020, Month: 10, Day: 15}}}
	}
	third := &record.Record{MeetingDate: calendar.Date{Year: 2020, Month: 9, Day: 28}, Conclusions: []*record.Item{task("2020-q3/1-W"), task("2020-q3/2-U")}}
	fourth := &record.Record{MeetingDate: calendar.Date{Year: 2020, Month: 12, Day: 28}, Conclusions: []*record.Item{task("2020-Q3/1-W")}}
	done := Standings{"2020-Q3/1-W": {Values: report.Values{"state": report.Done, "completed": report.Day{Year: 2021, Month: 1, Day: 4}}}}
	accounts := []Account{{fourth, done}, {third, nil}}
	for range 2 {
		s := StatusOf(accounts, calendar.Date{Year: 2021, Month: 1, Day: 5}, 7)
		if s.Total != (Figures{Tasks: 2, DoneLate: 1, Overdue: 1}) || s.Units[0].Figures != s.Total || len(s.Overdue) != 1 || s.Overdue[0].Days != 82 {
			t.Errorf("%+v", s)
		}
		accounts[0], accounts[1] = accounts[1], accounts[0]
	}
}
