package office_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/ledger"
	"ketluan/render/office"
	"ketluan/render/report"
)

const deskRecord = `
meeting-date: 28/9/2020
subject: Kết luận của Giám đốc Sở
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
units: [{name: Phòng Ngân sách, short: PNS}, {name: Phòng Giá, short: PG}]
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: 'Rà soát "điểm nóng"; báo cáo <UBND tỉnh> & Sở, lần 2', lead: Phòng Ngân sách, deadline: 15/10/2020}
  - {text: Công khai dự toán năm 2021, lead: Phòng Ngân sách, deadline: 31/10/2020, product: Công văn}
  - {text: Quyết toán năm 2019, lead: Phòng Ngân sách, partners: Phòng Giá}
  - {text: Rà soát giá đất, lead: Phòng Giá, partners: Phòng Ngân sách, deadline: 15/12/2020, product: Báo cáo}
  - {text: Thẩm định giá, lead: Phòng Giá, partners: Phòng Ngân sách}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Lưu: VT"]
`

// A desk is an office that has sent a unit its workbook, which has three tasks
// that the unit leads, then a title, then two in which it is a partner.
type desk struct {
	press       *office.Press
	day         calendar.Date // of collecting
	sent        []byte
	headers     []string // of the workbook's columns
	head        int      // their row
	top, bottom int      // the rows of the first task and of the last

	ledger string // when the unit had filled in everything
	again  []byte // the workbook that was made then
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{day: calendar.Date{Year: 2020, Month: 11, Day: 20}}
	var err error
	if d.press, err = office.NewPress(office.Wants{Units: true}); err != nil {
		t.Fatal(err)
	}
	d.sent = d.workbook(t, "")
	d.find(t)
	folder, _ := d.collect(t, "", "a.xlsx", d.filled(t, ""))
	d.ledger = folder.Files()["a.progress.yaml"]
	d.again = d.workbook(t, d.ledger)
	return d
}

// workbook makes that of the unit.
func (d *desk) workbook(t *testing.T, ledger string) []byte {
	t.Helper()
	folder := office.NewMemory(map[string]string{"a.yaml": deskRecord})
	if ledger != "" {
		folder = office.NewMemory(map[string]string{"a.yaml": deskRecord, "a.progress.yaml": ledger})
	}
	made := office.Make(t.Context(), d.press, office.Order{Out: folder}, office.Place{Folder: folder, Name: "a.yaml"}.File())
	if len(made.Problems) > 0 {
		t.Fatal(made.Problems)
	}
	return []byte(folder.Files()["a/don-vi/a-pns.xlsx"])
}

// find finds the headers and the rows of the tasks by their words.
func (d *desk) find(t *testing.T) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(d.sent))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	id := -1
	for i, row := range rows {
		switch {
		case id < 0:
			if id = slices.Index(row, "Mã nhiệm vụ"); id >= 0 {
				d.headers, d.head = row, i+1
			}
		case len(row) <= id || !strings.HasPrefix(row[id], "2020-Q3/"):
		case d.top == 0:
			d.top, d.bottom = i+1, i+1
		default:
			d.bottom = i + 1
		}
	}
	if d.bottom != d.top+5 {
		t.Fatalf("tasks in the rows %d to %d", d.top, d.bottom)
	}
}

// cell is where a column has a row.
func (d *desk) cell(t *testing.T, header string, row int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(slices.Index(d.headers, header)+1, row)
	if err != nil {
		t.Fatal(header, err)
	}
	return name
}

// fills are the cells that the unit fills in: cell and value, as one types it.
func (d *desk) fills(t *testing.T) [][2]string {
	t.Helper()
	return [][2]string{
		{d.cell(t, "Trạng thái", d.top), "đang thực hiện"}, {d.cell(t, "Kết quả", d.top), "đã trình; chờ \"duyệt\",\nlần hai"},
		{d.cell(t, "Trạng thái", d.top+1), "hoàn thành"}, {d.cell(t, "% hoàn thành", d.top+1), "100%"},
		{d.cell(t, "Ngày hoàn thành", d.top+1), "2020-10-14"}, {d.cell(t, "Kết quả", d.top+1), "xong"},
		{d.cell(t, "Trạng thái", d.top+2), "chưa thực hiện"}, {d.cell(t, "Kết quả", d.bottom), "đã góp ý"},
	}
}

// filled is the workbook with these cells, saved at a moment, "" as it was sent.
func (d *desk) filled(t *testing.T, saved string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(d.sent))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, f := range d.fills(t) {
		if err := book.SetCellValue(book.GetSheetName(0), f[0], f[1]); err != nil {
			t.Fatal(err)
		}
	}
	if saved != "" {
		if err := book.SetDocProps(&excelize.DocProperties{Identifier: "2020-Q3", Created: "2020-09-29T00:00:00Z", Modified: saved}); err != nil {
			t.Fatal(err)
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// collect collects one file, into a ledger where there is one.
func (d *desk) collect(t *testing.T, ledger, name string, file []byte) (*office.Memory, office.Collected) {
	t.Helper()
	files := map[string]string{"a.yaml": deskRecord, "inbox/" + name: string(file)}
	if ledger != "" {
		files["a.progress.yaml"] = ledger
	}
	folder := office.NewMemory(files)
	found := office.Place{Folder: folder, Name: "a.yaml"}.File()
	got, _ := office.Collect(t.Context(), d.press, office.Collecting{Records: []office.Found{found}, Inbox: []office.Place{{Folder: folder, Name: "inbox"}}, AsOf: d.day})
	return folder, got
}

// outcome is what comes of a file: the new reports, the tasks for which the
// unit is still awaited, then what is told.
func (d *desk) outcome(t *testing.T, before, name string, file []byte) (comes string, told []string) {
	t.Helper()
	folder, got := d.collect(t, before, name, file)
	lines := d.reports(t, folder.Files()["a.progress.yaml"])
	for _, old := range d.reports(t, before) {
		i := slices.Index(lines, old)
		lines = slices.Delete(lines, i, i+1)
	}
	if len(lines) != got.Fresh {
		t.Errorf("%s: %d reports are new: %q", name, got.Fresh, lines)
	}
	for _, a := range got.Awaited {
		for _, id := range a.Tasks {
			if a.Unit == "Phòng Ngân sách" {
				lines = append(lines, strings.TrimPrefix(id, "2020-Q3/")+" awaited")
			}
		}
	}
	for _, p := range got.Problems {
		told = append(told, d.placed(p.Field)+p.Message.VI)
	}
	return strings.Join(lines, "\n"), told
}

// reports are those in a ledger.
func (d *desk) reports(t *testing.T, src string) (all []string) {
	t.Helper()
	if src == "" {
		return nil
	}
	folder := office.NewMemory(map[string]string{"a.yaml": deskRecord})
	rec := office.Open(d.press.Renderer, office.Place{Folder: folder, Name: "a.yaml"}.File()).Record
	book, problems := ledger.Read("a.progress.yaml", []byte(src), rec)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, task := range book.Tasks {
		for _, r := range task.Reports {
			line := strings.TrimPrefix(task.ID, "2020-Q3/")
			if r.Partner {
				line += " as partner"
			}
			for _, f := range report.Fields() {
				if v := r.Values[f.Key]; v != nil {
					line += fmt.Sprintf(" | %s", strings.ReplaceAll(v.Shown(), "\n", " / "))
				}
			}
			all = append(all, line)
		}
	}
	return all
}

// placed names a cell by its header and how far below the first task it is.
func (d *desk) placed(field string) string {
	_, ref, ok := strings.Cut(field, "!")
	if !ok {
		return ""
	}
	ref, _, _ = strings.Cut(ref, ":")
	letters := strings.TrimRight(ref, "0123456789")
	row, _ := strconv.Atoi(ref[len(letters):])
	header := "row"
	if n, err := excelize.ColumnNameToNumber(letters); err == nil && n <= len(d.headers) {
		header = d.headers[n-1]
	}
	return fmt.Sprintf("%s %+d: ", header, row-d.top)
}

// pack is a zip of names and contents.
func pack(t *testing.T, files ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i].(string))
		if err == nil {
			_, err = f.Write(files[i+1].([]byte))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
