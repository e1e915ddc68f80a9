package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ketluan/fonts"
	"ketluan/render/calendar"
	"ketluan/render/doc"
	"ketluan/render/followup"
	"ketluan/render/layout"
	"ketluan/render/record"
	"ketluan/render/report"
	"ketluan/render/tmpl"
)

// reportRenderer makes the documents of one template about the follow-up.
func reportRenderer(t testing.TB, template string) *Renderer {
	t.Helper()
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Family: family, Document: builtIn(t, template)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func date(y, m, d int) calendar.Date { return calendar.Date{Year: y, Month: m, Day: d} }

// quarterOne is what became of the 13 tasks of 2026-q1-giao-ban.yaml by 20 March
// 2026, by the tasks' order. By hand: done in time 1 (on its last day) and 8;
// done late 4 (ten days); called done without a day 10 (since 30 January);
// overdue 5 (since 16 March, 4 days), 11 (since 10 February, 38 days);
// in time 3, 6, 9 (until 31 March) and 12 (until this very day, so due soon);
// without a deadline 2, 7, 13. Nothing was reported of 3, 7, 9, 12, 13.
var quarterOne = map[int]followup.Report{
	1:  {Unit: "Phòng Kế hoạch - Tài chính", Values: report.Values{"state": report.Done, "percent": report.Percent(100), "completed": report.Day(date(2026, 1, 20)), "result": report.Text("Đã ban hành Quyết định giao dự toán"), "document": report.Text("12/QĐ-SNNMT")}},
	2:  {Unit: "Phòng Kế hoạch - Tài chính", Values: report.Values{"state": report.UnderWay, "percent": report.Percent(40)}},
	4:  {Unit: "Phòng Quản lý đất đai", Values: report.Values{"state": report.Done, "completed": report.Day(date(2026, 2, 10)), "document": report.Text("35/QĐ-SNNMT")}},
	5:  {Unit: "Phòng Nước và Khoáng sản", Values: report.Values{"state": report.UnderWay, "percent": report.Percent(60), "result": report.Text("Đã kiểm tra 7/12 mỏ"), "difficulties": report.Text("thiếu cán bộ do sắp xếp bộ máy."), "proposed": report.Day(date(2026, 4, 15))}},
	6:  {Unit: "Phòng Nước và Khoáng sản", Values: report.Values{"state": report.NotStarted}},
	8:  {Unit: "Chi cục Chăn nuôi và Thú y", Values: report.Values{"state": report.Done, "completed": report.Day(date(2026, 2, 27)), "result": report.Text("Tiêm phòng đạt 83 % tổng đàn")}},
	10: {Unit: "Chi cục Thủy lợi", Values: report.Values{"state": report.Done, "result": report.Text("Đã trình phương án")}},
	11: {Unit: "Chi cục Kiểm lâm", Values: report.Values{"state": report.UnderWay, "percent": report.Percent(90), "difficulties": report.Text("Chưa bố trí được kinh phí trực")}},
}

func standings(rec *record.Record, by map[int]followup.Report) followup.Standings {
	s := followup.Standings{}
	for i, task := range rec.Tasks() {
		if r, ok := by[i+1]; ok {
			s[task.ID] = r
		}
	}
	return s
}

// reports makes the documents of a template about the first quarter of 2026.
func reports(t testing.TB, template string, asOf calendar.Date) []tmpl.Letter {
	t.Helper()
	r := reportRenderer(t, template)
	rec := example(t, r, "2026-q1-giao-ban.yaml")
	letters, err := r.options.Document.Letters(rec, tmpl.FollowUp{Standings: standings(rec, quarterOne), AsOf: asOf}, false)
	if err != nil {
		t.Fatal(err)
	}
	return letters
}

func laidOut(t testing.TB, d *doc.Document) []layout.Page {
	t.Helper()
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := layout.Pages(d, measurer{family})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// words returns the texts of pages in their order, with single spaces.
func words(pages []layout.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, it := range p.Items {
			if t, ok := it.(layout.Text); ok {
				b.WriteString(t.Text + " ")
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// The figures of the report are those counted by hand, in words, in the table
// and in the chart's alternative text.
func TestReportFigures(t *testing.T) {
	letters := reports(t, "bao-cao-ket-qua", date(2026, 3, 20))
	if len(letters) != 1 || letters[0].Suffix != "-bao-cao" || letters[0].Folder != "" {
		t.Fatalf("%d documents, %+v", len(letters), letters[0])
	}
	text := words(laidOut(t, letters[0].Document))
	for _, want := range []string{
		"Thông báo giao 13 nhiệm vụ cho các đơn vị. Đã hoàn thành 03 nhiệm vụ, đạt 23,1 %; 01 nhiệm vụ báo hoàn thành, chưa ghi ngày; còn 09 nhiệm vụ chưa hoàn thành.",
		"- Hoàn thành đúng hạn: 02 nhiệm vụ;", "- Hoàn thành quá hạn: 01 nhiệm vụ;",
		"- Đang thực hiện, trong hạn: 04 nhiệm vụ, trong đó 01 nhiệm vụ sắp đến hạn;",
		"- Hoàn thành, chưa ghi ngày (không tính đúng hạn hay quá hạn): 01 nhiệm vụ;", "- Quá hạn chưa hoàn thành: 02 nhiệm vụ;", "- Chưa hoàn thành, không có thời hạn: 03 nhiệm vụ.",
		"Có 05 nhiệm vụ chưa nhận được báo cáo", "số liệu tính đến hết ngày 20 tháng 3 năm 2026",
		"Đề nghị đơn vị bổ sung ngày hoàn thành của nhiệm vụ đã báo hoàn thành: - Chi cục Thủy lợi (nhiệm vụ 2026-Q1/2.4.1-P).",
		"Phòng Kế hoạch - Tài chính 4 1 0 0 2 0 1 25 %", "Phòng Quản lý đất đai 2 0 1 0 1 0 0 50 %", // with their parts of the task of all
		"Phòng Nước và Khoáng sản 3 0 0 0 2 1 0 0 %", "Chi cục Thủy lợi 2 0 0 1 1 0 0 0 %", "Phòng Tổ chức cán bộ 1 0 0 0 1 0 0 0 %",
		"Tổng cộng 13 2 1 1 4 2 3 23,1 %",
		"do Phòng Nước và Khoáng sản, Chi cục Kiểm lâm chủ trì",
		"thiếu cán bộ do sắp xếp bộ máy; đề nghị gia hạn đến ngày 15 tháng 4 năm 2026; - Chi cục Kiểm lâm (nhiệm vụ 2026-Q1/2.4.2-N): Chưa bố trí được kinh phí trực.",
		"các đơn vị biết, thực hiện./.",
		"16/03/2026 4 Đang thực hiện (60 %)", "10/02/2026 38 ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, b := range letters[0].Blocks {
		if c, ok := b.(*doc.Chart); ok {
			if len(c.Bars) != 10 || !slices.Equal(c.Bars[0].Counts, []int{1, 0, 0, 2, 0, 1}) || !slices.Equal(c.Bars[2].Counts, []int{0, 0, 0, 2, 1, 0}) ||
				c.Alt != "Biểu đồ thanh: số nhiệm vụ của 10 đơn vị chủ trì theo tình hình thực hiện, số liệu ở bảng phía trên." {
				t.Errorf("%+v", c)
			}
			return
		}
	}
	t.Error("no chart")
}

// The day moves what is overdue: nothing on the last day of the first deadline.
func TestReportAsOf(t *testing.T) {
	for _, c := range []struct {
		asOf calendar.Date
		late string
	}{
		{date(2026, 1, 30), ""},
		{date(2026, 1, 31), ""}, // what is called done is not asked for, only its day
		{date(2026, 3, 20), "-don-doc-nks 1 -don-doc-cckl 1"},
		// The task of all is overdue too: each unit has it.
		{date(2026, 4, 1), "-don-doc-khtc 2 -don-doc-nks 3 -don-doc-ttkn 2 -don-doc-cckl 2 -don-doc-vp 1 " +
			"-don-doc-tccb 1 -don-doc-qldd 1 -don-doc-ccttbvtv 1 -don-doc-cccnty 1 -don-doc-cctl 1"},
	} {
		var got []string
		for _, l := range reports(t, "cong-van-don-doc", c.asOf) {
			rows := 0
			for _, b := range l.Blocks {
				if table, ok := b.(*doc.Table); ok {
					rows += len(table.Rows)
				}
			}
			got = append(got, fmt.Sprintf("%s %d", l.Suffix, rows))
			if l.Folder != "don-doc" {
				t.Errorf("in the folder %q", l.Folder)
			}
		}
		if strings.Join(got, " ") != c.late {
			t.Errorf("on %v: %v, want %s", c.asOf, got, c.late)
		}
	}
}

// A letter about what is overdue also asks for the day of what is called done
// without one, and says of a shared task what its own unit said.
func TestLetterAsksForDay(t *testing.T) {
	for _, l := range reports(t, "cong-van-don-doc", date(2026, 4, 1)) {
		text := words(laidOut(t, l.Document))
		const ask = "Đối với nhiệm vụ Chi cục Thủy lợi đã báo hoàn thành nhưng chưa ghi ngày (mã 2026-Q1/2.4.1-P), đề nghị bổ sung ngày hoàn thành."
		if asks := strings.Contains(text, ask); asks != (l.Suffix == "-don-doc-cctl") || !asks && strings.Contains(text, "bổ sung ngày") {
			t.Errorf("%s asks for the day: %v", l.Suffix, asks)
		}
	}
}

// What the registry gives stands in its places, and nothing else changes.
func TestReportNumbered(t *testing.T) {
	r := reportRenderer(t, "cong-van-don-doc")
	rec := example(t, r, "2026-q1-giao-ban.yaml")
	letters, err := r.options.Document.Letters(rec, tmpl.FollowUp{Standings: standings(rec, quarterOne), AsOf: date(2026, 3, 20), Number: "7", Date: date(2026, 3, 21)}, false)
	if err != nil {
		t.Fatal(err)
	}
	text := words(laidOut(t, letters[0].Document))
	for _, want := range []string{"Số: 07 /SNNMT-VP", "Quảng Ngãi, ngày 21 tháng 3 năm 2026", "Kính gửi: Phòng Nước và Khoáng sản", "- Như trên; - Lưu: VT, VP (2)."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// The pages of the report and of one letter, every item at its place.
func TestReportPages(t *testing.T) {
	for template, name := range map[string]string{"bao-cao-ket-qua": "2026-q1-giao-ban.bao-cao.txt", "cong-van-don-doc": "2026-q1-giao-ban.don-doc.txt"} {
		golden(t, name, layout.Dump(laidOut(t, reports(t, template, date(2026, 3, 20))[0].Document)))
	}
}

// The annex of a long list of overdue tasks has its header on each page.
func TestReportAnnexHeader(t *testing.T) {
	var items strings.Builder
	for i := range 60 {
		fmt.Fprintf(&items, "  - {text: Việc thứ %d, lead: Phòng Một, deadline: 01/02/2026}\n", i+1)
	}
	r := reportRenderer(t, "bao-cao-ket-qua")
	rec := parsed(t, r, "a.yaml", []byte("meeting-date: 05/01/2026\nsubject: Kết luận\nagency: {name: Sở, code: S, place: Huế}\nsigner: {position: Giám đốc, name: A}\nrecipients: [\"Lưu: VT\"]\nconclusions:\n"+items.String()))
	letters, err := r.options.Document.Letters(rec, tmpl.FollowUp{AsOf: date(2026, 3, 20)}, false)
	if err != nil {
		t.Fatal(err)
	}
	pages := laidOut(t, letters[0].Document)
	annex, headed := false, 0
	for _, p := range pages {
		text := words([]layout.Page{p})
		if annex = annex || strings.Contains(text, "DANH MỤC NHIỆM VỤ"); annex && strings.Contains(text, "STT Mã nhiệm vụ Nội dung") {
			headed++
		}
	}
	if headed < 2 || !strings.Contains(words(pages[len(pages)-1:]), "Việc thứ 60") {
		t.Errorf("%d pages of the annex with a header, of %d", headed, len(pages))
	}
}

// Units that are no more get no letter: their successor answers for the tasks
// of both, while the report names who was charged with them.
func TestLettersToSuccessors(t *testing.T) {
	const src = `
meeting-date: 05/01/2026
subject: Kết luận của Giám đốc Sở
agency: {name: Sở Tài chính, code: STC, place: Huế}
units:
  - {name: Phòng Một, short: P1, successor: Phòng Ba}
  - {name: Phòng Hai, short: P2, successor: Phòng Ba}
  - {name: Phòng Ba, short: P3}
conclusions:
  - {text: Việc của Phòng Một., lead: P1, deadline: 01/02/2026}
  - {text: Việc của Phòng Hai., lead: P2, deadline: 02/02/2026}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Lưu: VT, VP"]
`
	at := tmpl.FollowUp{AsOf: date(2026, 2, 10)}
	r := reportRenderer(t, "cong-van-don-doc")
	letters, err := r.options.Document.Letters(parsed(t, r, "a.yaml", []byte(src)), at, false)
	if err != nil || len(letters) != 1 || letters[0].Suffix != "-don-doc-p3" {
		t.Fatalf("%d letters, %v", len(letters), err)
	}
	text := words(laidOut(t, letters[0].Document))
	if !strings.Contains(text, "Kính gửi: Phòng Ba") || !strings.Contains(text, "Việc của Phòng Một.") || !strings.Contains(text, "Việc của Phòng Hai.") {
		t.Error(text)
	}
	r = reportRenderer(t, "bao-cao-ket-qua")
	if letters, err = r.options.Document.Letters(parsed(t, r, "a.yaml", []byte(src)), at, false); err != nil {
		t.Fatal(err)
	}
	if text := words(laidOut(t, letters[0].Document)); !strings.Contains(text, "Phòng Một 1 0 0 0 1 0 0 %") || strings.Contains(text, "Phòng Ba 2") {
		t.Error(text)
	}
}
