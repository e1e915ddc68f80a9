package render

import (
	"fmt"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// BenchmarkWorkbook fills templates in for records in memory and writes them:
// the office's with its chart and its rules, and one of a unit. What the
// workbooks of a template share is made once, and of short parts what two of them have
// alike. Of the time 27 % is deflate, half of that the codes; 25 % the XML of the rows,
// two fifths of that how high they are; 28 % the template.
func BenchmarkWorkbook(b *testing.B) {
	for _, rows := range []int{25, 500, 1000, 10_000, 20_000} {
		b.Run(fmt.Sprintf("office/%d", rows), func(b *testing.B) { benchmarkWorkbook(b, "theo-doi", rows, 12) })
	}
	b.Run("unit/12", func(b *testing.B) { benchmarkWorkbook(b, "theo-doi-don-vi", 12, 1) })
}

func benchmarkWorkbook(b *testing.B, template string, tasks, units int) {
	family := newRenderer(b).options.Family
	t := builtIn(b, template)
	writers, err := writers(family, []*tmpl.Template{t})
	if err != nil {
		b.Fatal(err)
	}
	rec := withTasks(tasks, units)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := workbooks(t, writers[0], Known{}, rec); err != nil {
			b.Fatal(err)
		}
	}
}

// withTasks is a record of so many tasks, led by the units in turn.
func withTasks(tasks, units int) *record.Record {
	rec := &record.Record{
		Code: "2020-Q3", Subject: "Kết luận của Phó Giám đốc Sở tại cuộc họp giao ban Quý III năm 2020", MeetingDate: calendar.Date{Year: 2020, Month: 9, Day: 28},
		Agency: record.Agency{Name: "Sở Khoa học và Công nghệ", Code: "SKHCN"},
	}
	for i := range units {
		rec.Units = append(rec.Units, &record.Unit{Name: fmt.Sprintf("Phòng Quản lý Khoa học và Công nghệ số %d", i+1)})
	}
	for i := range tasks {
		rec.Conclusions = append(rec.Conclusions, &record.Item{
			Text:  fmt.Sprintf("Tham mưu Giám đốc Sở văn bản gửi cơ quan chủ trì, chủ nhiệm đề tài số %d đối với việc xuất bản sách chuyên khảo, trình UBND tỉnh trước ngày 15/12/2020.", i+1),
			Leads: []*record.Unit{rec.Units[i%units]}, Task: true, ID: fmt.Sprintf("2020-Q3/%d-K", i+1), Product: "Tờ trình",
			Deadline: record.Deadline{Words: "15/12/2020", Day: calendar.Date{Year: 2020, Month: 12, Day: 15}},
		})
	}
	return rec
}
