package office_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/office"
	"ketluan/render/pdf/read"
	"ketluan/render/testdata/racing"
)

// Two quarters of an office of three units, two of which are merged.
const (
	profileBefore = `agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Văn phòng, short: VP}, {name: Phòng Kế hoạch, short: KH}, {name: Phòng Tài chính, short: TC}]
groups: [{name: "Các phòng, đơn vị", units: all}]
signers: {gd: {position: Giám đốc, name: Nguyễn Văn A}}
recipients: ["Các phòng, đơn vị", "Lưu: VT, VP"]
`
	firstQuarter = `profile: so.profile.yaml
number: "05"
date: 09/01/2026
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I năm 2026
opening: "Giám đốc Sở kết luận như sau:"
assignments: printed
conclusions:
  - {text: Phân bổ chi tiết dự toán chi ngân sách., lead: KH, deadline: 20/3/2026, product: Quyết định}
  - {text: Rà soát danh mục dự án đầu tư công., lead: [KH, TC], deadline: 31/3/2026, product: Tờ trình}
  - {text: Công khai quyết toán năm 2025., lead: TC, partners: VP, deadline: 15/4/2026, product: Công văn}
  - {text: Báo cáo kết quả thực hiện nhiệm vụ., lead: all, deadline: 20/3/2026, product: Báo cáo}
  - {text: Tổng hợp báo cáo lãnh đạo Sở., lead: VP, deadline: 30/4/2026, product: Báo cáo}
signer: gd
`
)

// profileAfter has the two units merged.
var profileAfter = strings.Replace(profileBefore, "{name: Phòng Kế hoạch, short: KH}, {name: Phòng Tài chính, short: TC}",
	"{name: Phòng Kế hoạch, short: KH, successor: Phòng Kế hoạch - Tài chính}, {name: Phòng Tài chính, short: TC, successor: Phòng Kế hoạch - Tài chính}, {name: Phòng Kế hoạch - Tài chính, short: KHTC}", 1)

// The steps that two quarters are played in.
type step int

const (
	early  step = iota // the reply of a unit to its workbook of the first quarter
	late               // that of another, which comes after the second meeting
	carry              // the record of the second quarter
	next               // the reply of a unit to its workbook of the second quarter
	merge              // of the two units
	merged             // the reply of the merged unit in the second quarter
	steps
)

// played is what one order of the steps has come to.
type played struct {
	t      *testing.T
	folder *office.Memory
	late   string // what the late reply is collected into
	reader *office.Press
	makers map[string]*office.Press
	sent   map[string]string // replies of the first quarter

	replies map[string][]string // the tasks that files report on, by their sums
	known   map[string]made     // of steps, by the files before them
}

// A made is what a step has made of a folder.
type made struct {
	files map[string]string
	sum   string   // of the reply that was collected; "" is none
	ids   []string // of its tasks
}

// source is where a ledger says which file a report came in.
var source = regexp.MustCompile(`source: "[0-9a-f]{64}"`)

var (
	collecting = calendar.Date{Year: 2026, Month: 4, Day: 25}
	between    = calendar.Date{Year: 2026, Month: 4, Day: 9}
	carrying   = calendar.Date{Year: 2026, Month: 3, Day: 31}
)

// Every order of the steps comes to the same figures, in every record and
// whichever record the late reply was collected with; no report is lost.
func TestTwoQuarters(t *testing.T) {
	racing.Skip(t)
	p := newPlayed(t)
	orders := 0
	seen := map[string]string{}    // the figures, by the files that they follow from
	figures := map[string]string{} // by what they depend on
	for order := range orderings() {
		for _, into := range []string{"2026-q1.yaml", "2026-q2.yaml", "."} {
			if into == "2026-q2.yaml" && slices.Index(order, late) < slices.Index(order, carry) {
				continue
			}
			orders++
			p.late = into
			p.play(order)
			files := source.ReplaceAllString(fmt.Sprint(p.folder.Files()), "")
			if _, known := seen[files]; !known {
				seen[files] = p.figures()
			}
			class := "all" // of the notices: whom the second names depends on which came first
			if slices.Index(order, merge) < slices.Index(order, carry) {
				class = "merged before"
			}
			total, rest, _ := strings.Cut(seen[files], "\n")
			for of, got := range map[string]string{"total": total, class: rest} {
				if figures[of] == "" {
					figures[of] = got
				} else if figures[of] != got {
					t.Fatalf("%v, the late reply into %s: %s: %s", order, into, of, difference(figures[of], got))
				}
			}
		}
	}
	t.Logf("%d orders, %d contents\n%s", orders, len(seen), figures["total"])
	if orders < 100 || !strings.Contains(figures["total"], "5 1 2 1 1 0") {
		t.Errorf("%d orders: %s", orders, figures["total"])
	}
}

// difference shows where two texts begin to differ.
func difference(want, got string) string {
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	around := func(s string) string { return s[max(i-200, 0):min(i+200, len(s))] }
	return fmt.Sprintf("\n%q\nin another order\n%q", around(got), around(want))
}

// newPlayed is an office that has sent its workbooks for the first quarter.
func newPlayed(t *testing.T) *played {
	t.Helper()
	p := &played{t: t, makers: map[string]*office.Press{}, sent: map[string]string{}, known: map[string]made{}, replies: map[string][]string{}}
	var err error
	if p.reader, err = office.Reader(); err != nil {
		t.Fatal(err)
	}
	wants := map[string]office.Wants{"units": {Only: "xlsx", Units: true}}
	for _, name := range []string{"bao-cao-ket-qua", "cong-van-don-doc"} {
		wants[name] = office.Wants{Templates: []office.Template{builtIn(t, name)}}
	}
	for name, w := range wants {
		if p.makers[name], err = office.NewPress(w); err != nil {
			t.Fatal(err)
		}
	}
	p.folder = office.NewMemory(map[string]string{"so.profile.yaml": profileBefore, "2026-q1.yaml": firstQuarter})
	for _, unit := range []string{"kh", "tc"} {
		p.sent[unit] = p.workbook("2026-q1", unit)
	}
	return p
}

func builtIn(t *testing.T, name string) office.Template {
	t.Helper()
	template, err := office.BuiltIn(name)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// orderings yields the orders in which the steps can be made.
func orderings() func(yield func([]step) bool) {
	return func(yield func([]step) bool) {
		var extend func(order []step) bool
		extend = func(order []step) bool {
			if len(order) == int(steps) {
				return yield(order)
			}
			for s := range steps {
				done := func(before step) bool { return slices.Contains(order, before) }
				if done(s) || (s == next || s == merged) && !done(carry) || s == merged && !done(merge) {
					continue
				}
				if !extend(append(slices.Clone(order), s)) {
					return false
				}
			}
			return true
		}
		extend(nil)
	}
}

// play makes the steps of an order, and looks for every report.
func (p *played) play(order []step) {
	p.folder = office.NewMemory(map[string]string{"so.profile.yaml": profileBefore, "2026-q1.yaml": firstQuarter})
	p.replies = map[string][]string{}
	for _, s := range order {
		key := fmt.Sprint(s, p.folder.Files())
		if s == late {
			key = p.late + key
		}
		out, known := p.known[key]
		if !known {
			out = p.step(s)
			out.files = p.folder.Files()
			p.known[key] = out
		}
		p.folder = office.NewMemory(out.files)
		p.replies[out.sum] = out.ids
	}
	ledgers := p.folder.Files()["2026-q1.progress.yaml"] + p.folder.Files()["2026-q2.progress.yaml"]
	for sum, ids := range p.replies {
		for _, id := range ids {
			if !slices.ContainsFunc(strings.Split(ledgers, "\n  - id: "), func(task string) bool {
				return strings.HasPrefix(task, id) && strings.Contains(task, sum)
			}) {
				p.t.Fatalf("%v, the late reply into %s: a report on %s is lost\n%s", order, p.late, id, ledgers)
			}
		}
	}
}

// step makes one step.
func (p *played) step(s step) made {
	switch s {
	case early:
		return p.collect("2026-q1.yaml", p.sent["kh"], "2026-03-20", map[string]string{"1": "đang thực hiện", "2": "hoàn thành 02/04/2026"})
	case late:
		return p.collect(p.late, p.sent["tc"], "2026-04-22", map[string]string{"2": "hoàn thành 03/04/2026", "3": "hoàn thành 10/04/2026", "4": "hoàn thành 01/04/2026"})
	case carry:
		p.carry()
	case next:
		return p.collect("2026-q2.yaml", p.workbook("2026-q2", "vp"), "2026-04-20", map[string]string{"4": "đang thực hiện", "5": "đang thực hiện"})
	case merge:
		p.put("so.profile.yaml", profileAfter)
	case merged:
		unit := "khtc"
		if !strings.Contains(p.folder.Files()["2026-q2.yaml"], "Phòng Kế hoạch - Tài chính") {
			unit = "kh" // the second record was drafted before
		}
		return p.collect("2026-q2.yaml", p.workbook("2026-q2", unit), "2026-04-23", map[string]string{"1": "hoàn thành 21/04/2026"})
	}
	return made{}
}

func (p *played) put(name, content string) {
	if _, err := p.folder.Apply(p.t.Context(), []office.Change{{Name: name, Bytes: []byte(content), Else: office.Replace}}); err != nil {
		p.t.Fatal(err)
	}
}

func (p *played) found(name string) office.Found {
	return office.Place{Folder: p.folder, Name: name}.File()
}

// workbook returns the one of a unit, as it is made now.
func (p *played) workbook(stem, unit string) string {
	out := office.NewMemory(nil)
	made := office.Make(p.t.Context(), p.makers["units"], office.Order{Out: out}, p.found(stem+".yaml"))
	if !made.Done {
		p.t.Fatalf("%v", made.Problems)
	}
	content, ok := out.Files()[stem+"/don-vi/"+stem+"-"+unit+".xlsx"]
	if !ok {
		p.t.Fatalf("no workbook for %s among %v", unit, made.Files)
	}
	return content
}

// collect collects a reply of which everything is taken.
func (p *played) collect(into, workbook, saved string, rows map[string]string) made {
	out, reply := p.returned(into, workbook, saved, rows)
	if !out.Entered || out.Fresh != len(rows) || out.Refused > 0 {
		p.t.Fatalf("%v into %s: %+v", rows, into, out)
	}
	return reply
}

// returned fills rows of a workbook in, by the places of their tasks in the first
// record, and collects it.
func (p *played) returned(into, workbook, saved string, rows map[string]string) (office.Collected, made) {
	book, err := excelize.OpenReader(strings.NewReader(workbook))
	if err != nil {
		p.t.Fatal(err)
	}
	defer book.Close()
	sheet := book.GetSheetName(0)
	var ids []string
	for row := 1; row < 20; row++ {
		id, _ := book.GetCellValue(sheet, fmt.Sprint("B", row))
		_, place, _ := strings.Cut(id, "/")
		place, _, _ = strings.Cut(place, "-")
		said := rows[place]
		if said == "" {
			continue
		}
		ids = append(ids, id)
		state, day := said, ""
		if on, done := strings.CutPrefix(said, "hoàn thành "); done {
			state, day = "hoàn thành", on
		}
		for cell, value := range map[string]string{"H": state, "J": day, "K": "kết quả"} {
			if err := book.SetCellValue(sheet, fmt.Sprint(cell, row), value); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	if len(ids) != len(rows) {
		p.t.Fatalf("%v: %d rows", rows, len(ids))
	}
	if err := book.SetDocProps(&excelize.DocProperties{Created: "2026-01-10T03:00:00Z", Modified: saved + "T03:00:00Z"}); err != nil {
		p.t.Fatal(err)
	}
	var filled bytes.Buffer
	if _, err := book.WriteTo(&filled); err != nil {
		p.t.Fatal(err)
	}
	l, err := office.Find(p.t.Context(), []office.Place{{Folder: p.folder, Name: into}})
	if err != nil {
		p.t.Fatal(err)
	}
	inbox := office.NewMemory(map[string]string{"a.xlsx": filled.String()})
	out, whole := office.Collect(p.t.Context(), p.reader, office.Collecting{Records: l.Records, Inbox: []office.Place{{Folder: inbox, Name: "a.xlsx"}}, AsOf: collecting})
	if !whole {
		p.t.Fatal("collect was stopped")
	}
	return out, made{sum: office.SumOf(filled.Bytes()), ids: ids}
}

// gap is what a draft leaves open.
var gap = regexp.MustCompile(`\[điền:[^\]…]*\]`)

// carry drafts the second record and completes it.
func (p *played) carry() {
	q, _ := calendar.ParseQuarter("2026-Q2")
	out, err := office.Carry(p.t.Context(), p.reader, office.Carrying{Record: p.found("2026-q1.yaml"), To: q, AsOf: carrying})
	if err != nil || len(out.Problems) > 0 || out.File != "2026-q2.yaml" || out.Done != 0 {
		p.t.Fatalf("%+v, %v", out, err)
	}
	draft := gap.ReplaceAllString(p.folder.Files()["2026-q2.yaml"], "nội dung")
	draft = strings.NewReplacer("Ngày nội dung", "Ngày 08/4/2026", "meeting-date: 2026-04-01", "meeting-date: 2026-04-08").Replace(draft)
	comment := regexp.MustCompile(`(?m)^ *#.*\n`) // which say how the tasks stood
	p.put("2026-q2.yaml", comment.ReplaceAllString(draft, ""))
}

// figures are those of the folder in a line, then all that is said of each
// record and of both together.
func (p *played) figures() string {
	var b strings.Builder
	var total followup.Figures // all tasks are carried over
	for i, place := range []string{".", "2026-q1.yaml", "2026-q2.yaml"} {
		l, err := office.Find(p.t.Context(), []office.Place{{Folder: p.folder, Name: place}})
		if err != nil {
			p.t.Fatal(err)
		}
		before, _ := office.Status(p.t.Context(), p.reader, office.Asking{AsOf: between}, l)
		s, whole := office.Status(p.t.Context(), p.reader, office.Asking{AsOf: collecting}, l)
		if !whole || len(s.Problems) > 0 {
			p.t.Fatalf("%v", s.Problems)
		}
		if s.Total != total && i > 0 {
			p.t.Errorf("%s: %+v, in the folder %+v", place, s.Total, total)
		}
		total = s.Total
		if f := total; i == 0 {
			fmt.Fprintln(&b, f.Tasks, f.DoneInTime, f.DoneLate, f.OnTrack(), f.Overdue, f.NoDeadline)
		} else {
			p.report(&b, place, fmt.Sprintf("Tổng cộng %d %d %d %d %d %d ", f.Tasks, f.DoneInTime, f.DoneLate, f.OnTrack(), f.Overdue, f.NoDeadline))
		}
		for _, account := range s.Accounts {
			for _, id := range slices.Sorted(maps.Keys(account.Standings)) {
				r := account.Standings[id]
				fmt.Fprintln(&b, place, id, r.State(), r.Completed())
			}
		}
		src, err := json.Marshal([]office.Standing{s, before})
		if err != nil {
			p.t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\n", src)
	}
	return b.String()
}

// report makes that of a record, which must have the total, and writes its words.
func (p *played) report(b *strings.Builder, name, total string) {
	out := office.NewMemory(nil)
	made := office.Make(p.t.Context(), p.makers["bao-cao-ket-qua"], office.Order{Out: out, AsOf: collecting}, p.found(name))
	if !made.Done || made.NoLedger != "" {
		p.t.Fatalf("%+v", made)
	}
	f, err := read.Open([]byte(out.Files()[made.Files[0]]))
	if err != nil {
		p.t.Fatal(err)
	}
	var words []string
	for _, page := range f.Pages {
		for _, text := range page.Texts {
			words = append(words, strings.Fields(text.Text)...)
		}
	}
	if all := strings.Join(words, " "); !strings.Contains(all, total) {
		p.t.Errorf("the report of %s does not say %q:\n%s", name, total, all)
	} else {
		fmt.Fprintln(b, all)
	}
}
