package carry

import (
	"testing"

	"ketluan/render/calendar"
)

// What is counted from the notice's date, or by the office's own days, is due
// on the same day in the next record; what had no day is given none.
func TestCountedDeadlines(t *testing.T) {
	rec := parsed(t, "a.yaml", []byte(`
meeting-date: 28/12/2026
date: 30/12/2026
agency: {name: Sở Tài chính, code: STC, place: Quảng Ngãi}
holidays: [31/12/2026 Kiểm kê, 04/01/2027]
working-days: [02/01/2027]
signer: {position: Giám đốc, name: Nguyễn Văn A}
conclusions:
  - {text: Một, lead: VP, deadline: trong 3 ngày làm việc kể từ ngày ban hành}
  - {text: Hai, lead: VP, deadline: trong 3 ngày làm việc kể từ ngày 30/12/2026}
  - {text: Ba, lead: VP, deadline: cuối năm}
`))
	_, after := next(t, rec, Terms{To: calendar.Quarter{Year: 2027, N: 1}, AsOf: day(2027, 1, 20)})
	want := []calendar.Date{day(2027, 1, 6), day(2027, 1, 6), {}}
	for i, task := range after.Tasks() {
		if before := rec.Tasks()[i].Deadline; before.Day != want[i] || i < 2 && task.Deadline.Day != want[i] {
			t.Errorf("%d: %+v, then %+v", i, before, task.Deadline)
		}
	}
	if words := after.Tasks()[2].Deadline.Words; words != "cuối năm" {
		t.Errorf("%q", words)
	}
	if name := after.Workdays.Off[day(2026, 12, 31)]; name != "Kiểm kê" || !after.Workdays.Worked[day(2027, 1, 2)] {
		t.Errorf("%+v", after.Workdays)
	}
}
