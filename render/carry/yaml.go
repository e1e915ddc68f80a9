package carry

import (
	"fmt"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/record"
	"ketluan/render/report"
)

// A writer writes one draft.
type writer struct {
	strings.Builder
	Terms
	rec         *record.Record
	open        []*record.Item
	tasks, done int
	meeting     calendar.Date   // that the draft gives
	dated       map[string]bool // IDs of tasks whose deadline is written as a day
}

func (w *writer) line(indent int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(w, format+"\n", args...)
}

func (w *writer) write() []byte {
	w.Reset()
	w.head()
	w.opening()
	w.line(0, "")
	if w.rec.Says("numbering") && len(w.rec.Numbering) > 0 {
		w.line(0, "numbering: %s", list(w.rec.Numbering))
		w.line(0, "")
	}
	w.conclusions()
	w.foot()
	return []byte(w.String())
}

func (w *writer) head() {
	w.line(0, "# Bản ghi nháp cho %s, lập từ %s: %d nhiệm vụ đã hoàn thành,", w.To.Words(), comment(w.rec.Sources[0].Name), w.done)
	w.line(0, "# %d nhiệm vụ chuyển tiếp (tính đến hết ngày %s).", len(w.open), w.AsOf.Slashed())
	w.line(0, "# Thay mọi chỗ %s bằng nội dung thật, xóa hoặc sửa những gì không đúng,", gap("…"))
	w.line(0, "# rồi: ketluan check TEP-NAY.yaml. Dòng sau dấu # là ghi chú, không in.")
	if profile, ok := w.rec.Profile(); ok {
		w.line(0, "profile: %s", quoted(profile.Name))
	}
	w.line(0, "")
	w.line(0, `number: ""                  # để trống: văn thư cấp số sau`)
	w.line(0, `date: ""                    # ngày ban hành; để trống được`)
	w.line(0, "meeting-date: %s    # SỬA: ngày họp; đây mới là ngày đầu quý", w.meeting)
	w.line(0, "quarter: %s", w.To)
	if code := w.code(); code != "" {
		w.line(0, "code: %s             # mã bản ghi, không trùng trong cơ quan", quoted(code))
	}
	w.text(0, "subject", w.renamed(record.Markup(w.rec.Subject, w.rec.Emphasis.Subject)))
	w.line(0, "")
	w.office()
}

// office repeats what the record says of the agency in the place of a profile.
func (w *writer) office() {
	r := w.rec
	if r.Says("agency") {
		a := r.Agency
		w.line(0, "agency: {parent: %s, name: %s, code: %s, place: %s}", quoted(a.Parent), quoted(a.Name), quoted(a.Code), quoted(a.Place))
	}
	w.form()
	var units, groups []*record.Unit
	for _, u := range r.Units {
		if len(u.Members) > 0 {
			groups = append(groups, u)
		} else {
			units = append(units, u)
		}
	}
	if r.Says("units") || r.Says("groups") {
		w.line(0, "units:")
		for _, u := range units {
			w.unit(u, "")
		}
		if len(groups) > 0 {
			w.line(0, "groups:")
		}
		for _, u := range groups {
			w.unit(u, ", units: "+names(u.Members))
		}
	}
	if r.Says("report-to") {
		w.line(0, "report-to: %s", quoted(r.ReportTo))
	}
	w.workdays()
	if r.Says("annex") && r.Annex != "" {
		w.line(0, "annex: %s", r.Annex)
	}
	switch {
	case r.Says("assignments") && !r.AssignmentsPrinted:
		w.line(0, "assignments: not printed")
	case len(w.open) > 0 || r.Says("assignments"):
		w.line(0, "# Điều lời văn chưa nói (chủ trì, phối hợp, thời hạn, chuyển tiếp từ quý nào) được")
		w.line(0, "# ghi thêm thành một câu; bỏ dòng sau thì thông báo chỉ in lời văn.")
		w.line(0, "assignments: printed")
	}
	switch {
	case r.Says("signature-fields") && !r.SignatureFields:
		w.line(0, "signature-fields: no")
	case r.Says("signature-fields"):
		w.line(0, "signature-fields: yes")
	}
}

func (w *writer) unit(u *record.Unit, more string) {
	if u.Short != "" {
		more = ", short: " + quoted(u.Short) + more
	}
	if u.Parent != "" {
		more += ", parent: " + quoted(u.Parent)
	}
	if u.Email != "" {
		more += ", email: " + quoted(u.Email)
	}
	if len(u.Aliases) > 0 {
		more += ", aliases: " + list(u.Aliases)
	}
	if u.Successor != nil {
		more += ", successor: " + quoted(u.Successor.Name)
	}
	w.line(1, "- {name: %s%s}", quoted(u.Name), more)
}

func (w *writer) opening() {
	number := w.rec.Number
	if number == "" {
		number = gap("số")
	}
	symbol := w.rec.NoticeKind().Symbol(number, w.rec.Agency.Code)
	date := "ngày " + gap("ngày, tháng, năm")
	if !w.rec.Date.IsZero() {
		date = worded(w.rec.Date)
	}
	w.line(0, "opening:                    # các đoạn mở đầu")
	w.paragraph(1, fmt.Sprintf("Ngày %s, %s chủ trì cuộc họp giao ban %s. Dự họp có %s.",
		gap("ngày họp"), gap("chức vụ, họ tên người chủ trì"), w.To.Words(), gap("thành phần")))
	done := fmt.Sprintf("đã hoàn thành %d trên %d nhiệm vụ", w.done, w.tasks)
	if w.done == 0 {
		done = fmt.Sprintf("chưa hoàn thành nhiệm vụ nào trong %d nhiệm vụ", w.tasks)
	}
	result := fmt.Sprintf("Về kết quả thực hiện Thông báo số %s %s: đến hết %s, các phòng, đơn vị %s",
		symbol, date, worded(w.AsOf), done)
	if len(w.open) > 0 {
		result += fmt.Sprintf("; còn %d nhiệm vụ tiếp tục thực hiện", len(w.open))
	}
	w.paragraph(1, result+".")
	w.paragraph(1, "Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, Chủ trì kết luận như sau:")
}

func (w *writer) conclusions() {
	w.line(0, "conclusions:")
	if len(w.open) > 0 {
		w.line(1, "# Nhiệm vụ chuyển tiếp. id và since giữ nguyên: đơn vị báo cáo theo mã cũ, thông báo")
		w.line(1, "# ghi chuyển tiếp từ quý nào. Thời hạn là thời hạn đầu tiên: gia hạn thì sửa deadline.")
	}
	for _, s := range shares(w.open) {
		w.line(1, "- heading: %s", quoted(together(s.leads)))
		w.line(2, "lead: %s", names(s.leads))
		w.line(2, "items:")
		for _, task := range s.tasks {
			w.task(task)
		}
		w.line(0, "")
	}
	w.line(1, "# Nhiệm vụ mới: mỗi đơn vị một mục như trên, không ghi id và since.")
	if len(w.open) > 0 {
		w.line(1, "# - heading: Văn phòng Sở")
		w.line(1, "#   lead: Văn phòng Sở")
		w.line(1, "#   items:")
		w.line(1, "#     - {text: Việc phải làm., deadline: trước ngày %s}", w.To.Last().Slashed())
		return
	}
	w.line(1, "- text: %s", quoted(gap("việc phải làm")))
}

func (w *writer) task(task *record.Item) {
	since := task.Since
	if since == (calendar.Quarter{}) {
		since = w.rec.Quarter
	}
	w.line(3, "# %s", comment(w.standing(task)))
	w.line(3, "- id: %s", quoted(task.ID))
	w.line(4, "since: %s", since)
	if task.Heading != "" && task.Heading != together(current(task.Leads)) && task.Heading != together(task.Leads) {
		w.line(4, "heading: %s", quoted(record.Markup(task.Heading, task.Emphasis.Heading)))
	}
	w.text(4, "text", record.Markup(task.Text, task.Emphasis.Text))
	if p := partners(task); len(p) > 0 {
		w.line(4, "partners: %s", names(p))
	}
	if task.Deadline.Words != "" {
		words := task.Deadline.Words
		if w.dated[task.ID] {
			words = task.Deadline.Day.Slashed()
		}
		w.line(4, "deadline: %s", quoted(words))
	}
	if task.Product != "" {
		w.line(4, "product: %s", quoted(task.Product))
	}
	if len(task.Items) > 0 {
		w.line(4, "task: yes")
		w.below(task.Items, 4)
	}
}

// below writes what belongs to a task and is no task itself: those are carried
// over on their own where they are open.
func (w *writer) below(items []*record.Item, indent int) {
	begun := false
	for _, it := range items {
		words := strings.TrimSpace(record.Markup(it.Heading, it.Emphasis.Heading) + " " + record.Markup(it.Text, it.Emphasis.Text))
		if it.Task || words == "" {
			continue
		}
		if !begun {
			w.line(indent, "items:")
			begun = true
		}
		w.line(indent+1, "- task: no")
		w.text(indent+2, "text", words)
		w.below(it.Items, indent+2)
	}
}

// standing says how a task stands, for the clerk.
func (w *writer) standing(task *record.Item) string {
	r, reported := w.Standings[task.ID]
	parts := []string{"chưa có báo cáo"}
	if reported && r.State() != report.Unsaid {
		parts[0] = r.State().String()
	}
	if percent := r.Percent(); percent != nil {
		parts[0] += fmt.Sprintf(", %d %%", *percent)
	}
	switch day := task.Deadline.Day; w.Standings.Assess(task, w.AsOf, 0) {
	case followup.DoneUndated:
		parts = append(parts, "chưa ghi ngày hoàn thành")
	case followup.Overdue:
		parts = append(parts, fmt.Sprintf("quá hạn %d ngày", calendar.DaysBetween(day, w.AsOf)))
	}
	if difficulties := r.Difficulties(); difficulties != "" {
		parts = append(parts, "vướng mắc: "+difficulties)
	}
	if proposed := r.Proposed(); !proposed.IsZero() {
		parts = append(parts, "đề nghị gia hạn đến "+proposed.Slashed())
	}
	return strings.Join(parts, "; ")
}

func (w *writer) foot() {
	if len(w.rec.Closing) > 0 {
		w.line(0, "")
		w.line(0, "closing:                    # đoạn kết")
		for i, p := range w.rec.Closing {
			w.paragraph(1, w.renamed(record.Markup(p, w.rec.Emphasis.Closing[i])))
		}
	}
	w.line(0, "")
	w.line(0, "signer:")
	if w.rec.CoSigner == nil {
		w.signer(1, "", w.rec.Signer)
	} else {
		w.signer(2, "- ", *w.rec.CoSigner)
		w.signer(2, "- ", w.rec.Signer)
	}
	if w.rec.Says("recipients") && len(w.rec.Recipients) > 0 {
		w.line(0, "recipients: %s", list(w.rec.Recipients))
	}
	w.line(0, `# report-by: %s          # ngày các đơn vị gửi báo cáo, nếu có`, w.To.Last().Slashed())
}

// signer writes a signer, or one of a list, whose first line has the dash.
func (w *writer) signer(indent int, dash string, s record.Signer) {
	lines := []string{"position: " + quoted(s.Position), "name: " + quoted(s.Name)}
	if len(s.Authority) > 0 {
		lines = append([]string{"authority: " + list(s.Authority)}, lines...)
	}
	w.line(indent-len(dash)/2, "%s%s", dash, lines[0])
	for _, line := range lines[1:] {
		w.line(indent, "%s", line)
	}
}
