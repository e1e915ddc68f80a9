package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ketluan/cmd/disk"
	"ketluan/cmd/page"
	"ketluan/render/calendar"
	"ketluan/render/office"
)

// quarterly is an office with a notice to be issued, and one whose units have
// reported.
var quarterly = map[string]string{
	"co-quan.yaml": "agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}\nunits: [{name: Phòng A, email: a@stc.vn}, Phòng B]\n",
	"2026-q1-hop.yaml": `profile: co-quan.yaml
code: 2026-Q1
number: "07"
date: 6/1/2026
meeting-date: 5/1/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I năm 2026
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Phòng A lập dự toán trước ngày 31/01/2026, lead: Phòng A, deadline: trước ngày 31/01/2026}
  - {text: Phòng A quyết toán trước ngày 31/01/2026, lead: Phòng A, deadline: trước ngày 31/01/2026}
  - {text: Phòng A kiểm kê xong ngày 20/04/2026, lead: Phòng A, deadline: ngày 20/04/2026}
  - {text: "Phòng A, Phòng B báo cáo trước ngày 18/04/2026", lead: [Phòng A, Phòng B], deadline: trước ngày 18/04/2026}
  - {text: Phòng B theo dõi thường xuyên, lead: Phòng B}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng A, Phòng B", "Lưu: VT, VP"]
`,
	"2026-q2-hop.yaml": `profile: co-quan.yaml
code: 2026-Q2
meeting-date: 6/4/2026   # sáng
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý II năm 2026
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Phòng A rà soát quy trình trước ngày 15/05/2026, lead: Phòng A, deadline: trước ngày 15/05/2026, product: Báo cáo}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng A, Phòng B", "Lưu: VT, VP"]
`,
}

// A bench is that office with its pages, as a browser asks for them.
type bench struct {
	dir     string
	handler http.Handler
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{dir: filepath.Join(t.TempDir(), "so")}
	officeIn(t, b.dir)
	place := office.Place{Folder: disk.Open(b.dir), Root: b.dir, Name: "."}
	var err error
	if b.handler, err = page.Handler(page.Office{Place: place, Root: "/r", Today: func() calendar.Date { return calendar.Date{Year: 2026, Month: 4, Day: 20} }}); err != nil {
		t.Fatal(err)
	}
	return b
}

// officeIn writes the office into a folder. The reports know the IDs of the tasks.
func officeIn(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	ledger := "record: 2026-Q1\ntasks:\n  - {id: 2026-Q1/1-M, state: hoàn thành, completed: 31/1/2026}\n  - {id: 2026-Q1/2-K, state: hoàn thành, completed: 1/2/2026}\n" +
		"  - id: 2026-Q1/4-G\n    reports: [{on: 2026-04-01, unit: Phòng A, state: hoàn thành, completed: 2026-03-31}, {on: 2026-04-01, unit: Phòng B, state: đang thực hiện, proposed: 30/4/2026}]\n" +
		"  - id: 2026-Q1/5-E\n    reports: [{on: 2026-04-02, unit: Phòng B, state: hoàn thành}]\n"
	files := maps.Clone(quarterly)
	files["2026-q1-hop.progress.yaml"] = ledger
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func (b *bench) get(t *testing.T, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w.Code, w.Body.String()
}

// form is that of a page, as a browser would send it.
func (b *bench) form(t *testing.T, page string) url.Values {
	t.Helper()
	status, body := b.get(t, page)
	form := url.Values{}
	for _, m := range regexp.MustCompile(`<input ([^>]*)>`).FindAllStringSubmatch(body, -1) {
		field := func(key string) string {
			if m := regexp.MustCompile(key + `="([^"]*)"`).FindStringSubmatch(m[1]); m != nil {
				return m[1]
			}
			return ""
		}
		form.Set(field("name"), field("value"))
	}
	if status != http.StatusOK || form.Get("ban") == "" {
		t.Fatalf("%s: %d %s", page, status, body)
	}
	return form
}

func (b *bench) post(path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	return w
}

// send sends the form of a page as it stands there.
func (b *bench) send(t *testing.T, page, path string) *httptest.ResponseRecorder {
	t.Helper()
	return b.post(path, b.form(t, page))
}

// of is the address of a record.
func (b *bench) of(t *testing.T, name string) string {
	t.Helper()
	_, list := b.get(t, "/")
	m := regexp.MustCompile(`href="/r(/ban-ghi/[0-9a-f]+)">[^<]*</a><span class="file">` + regexp.QuoteMeta(name)).FindStringSubmatch(list)
	if m == nil {
		t.Fatalf("%s is not in %s", name, list)
	}
	return m[1]
}

// filesIn are those of a folder with all below it, by their names.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func unzipped(t *testing.T, content string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatalf("%v: %.300s", err, content)
	}
	all := map[string]string{}
	for _, f := range z.File {
		src, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(src)
	}
	return all
}

func sameFiles(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("%s: %q, by the command line %q", what, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
		for name := range want {
			if got[name] != "" && got[name] != want[name] {
				t.Errorf("%s differs", name)
			}
		}
	}
}

// made runs the program in a folder with the same office, and returns its files.
func made(t *testing.T, args ...string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	officeIn(t, dir)
	t.Chdir(dir)
	if status, out, errs := runHere(t.Context(), nil, args...); status != allGood {
		t.Fatalf("%v: %d %s %s", args, status, out, errs)
	}
	files := filesIn(t, dir)
	t.Chdir("..")
	return files
}

func below(files map[string]string, dir string) map[string]string {
	all := map[string]string{}
	for name, content := range files {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			all[rest] = content
		}
	}
	return all
}

// What is issued, sent and carried over on the pages is byte for byte what the
// command line makes.
func TestPagesIssueAsTheProgram(t *testing.T) {
	b := newBench(t)
	record := b.of(t, "2026-q2-hop.yaml")
	if w := b.send(t, record+"/phat-hanh", record+"/phat-hanh"); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/r"+record+"/phat-hanh?moi=1" {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	want := made(t, "issue", "2026-q2-hop.yaml", "--number", "01", "--date", "20/4/2026", "--units", "--docx")
	sameFiles(t, "issued", filesIn(t, b.dir), want)
	_, all := b.get(t, record+"/phat-hanh/tat-ca")
	sameFiles(t, "zip", unzipped(t, all), below(want, "out"))
	_, letters := b.get(t, record+"/thu/tat-ca")
	officeFor := filepath.Join(t.TempDir(), "thu")
	if status, _, errs := runHere(t.Context(), nil, "send", filepath.Join(b.dir, "2026-q2-hop.yaml"), "-o", officeFor); status != allGood {
		t.Fatal(errs)
	}
	sameFiles(t, "letters", unzipped(t, letters), filesIn(t, officeFor))

	q1 := b.of(t, "2026-q1-hop.yaml")
	if w := b.send(t, q1+"/chuyen-quy?quy=2026-Q3", q1+"/chuyen-quy"); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	carried := made(t, "carry", "2026-q1-hop.yaml", "--to", "2026-Q3", "--as-of", "20/4/2026")
	if got := filesIn(t, b.dir)["2026-q3-hop.yaml"]; got == "" || got != carried["2026-q3-hop.yaml"] {
		t.Errorf("carried over: %q", got)
	}
	if w := b.send(t, q1+"/chuyen-quy?quy=2026-Q4", q1+"/chuyen-quy"); w.Code != http.StatusSeeOther {
		t.Errorf("%d", w.Code)
	}
}

// The board counts as ketluan status does on each day, and its files are those of
// the command line.
func TestBoardIsStatus(t *testing.T) {
	b := newBench(t)
	q1 := strings.TrimPrefix(b.of(t, "2026-q1-hop.yaml"), "/ban-ghi/")
	for _, day := range []string{"2026-02-01", "2026-04-18", "2026-04-21"} {
		for scope, args := range map[string][]string{"": {b.dir}, "quy=2026-Q1&": {b.dir, "--quarter", "2026-Q1"}, "ban-ghi=" + q1 + "&": {filepath.Join(b.dir, "2026-q1-hop.yaml")}} {
			query := "?" + scope + "ngay=" + day
			_, body := b.get(t, "/tinh-hinh"+query)
			status := func(format ...string) string {
				_, out, _ := runHere(t.Context(), nil, slices.Concat([]string{"status", "--as-of", day}, args, format)...)
				return out
			}
			var told struct {
				Total struct{ Tasks, DoneInTime, DoneLate, DoneUndated, OnTrack, DueSoon, Overdue, NoDeadline int }
			}
			if err := json.Unmarshal([]byte(status("--format", "json")), &told); err != nil {
				t.Fatal(err)
			}
			var got []int
			for _, m := range regexp.MustCompile(`<dd>(\d+)</dd>`).FindAllStringSubmatch(body, -1) {
				n, _ := strconv.Atoi(m[1])
				got = append(got, n)
			}
			f := told.Total
			if want := []int{f.Tasks, f.Overdue, f.OnTrack, f.DueSoon, f.NoDeadline, f.DoneUndated, f.DoneLate, f.DoneInTime}; !slices.Equal(got, want) {
				t.Errorf("%s: %v, by status %v", query, got, want)
			}
			if _, b := b.get(t, "/tinh-hinh"+query+"&don-vi="+url.QueryEscape("Phòng B")+"&tinh-trang=qua-han"); strings.Count(b, `<a class="id"`) != strings.Count(b, `<span class="days">`) || !strings.Contains(b, `<b class="of">Phòng B</b>`) {
				t.Errorf("%s: what is overdue of one unit: %s", query, b)
			}
			if n := strings.Count(body, `<a class="id"`); n != f.Tasks {
				t.Errorf("%s: %d of %d tasks are listed", query, n, f.Tasks)
			}
			for kind, format := range map[string][]string{"csv": {"--format", "csv"}, "qua-han": {"--format", "csv", "--overdue"}} {
				if _, got := b.get(t, "/tinh-hinh/tai/"+kind+query); got != status(format...) {
					t.Errorf("%s %s: %s", kind, query, got)
				}
			}
		}
	}
}

// The files that a board gives are those of the command line.
func TestBoardFiles(t *testing.T) {
	b := newBench(t)
	q1 := strings.TrimPrefix(b.of(t, "2026-q1-hop.yaml"), "/ban-ghi/")
	get := func(kind, scope string) string {
		status, body := b.get(t, "/tinh-hinh/tai/"+kind+"?"+scope+"&ngay=20/4/2026")
		if status != http.StatusOK {
			t.Errorf("%s %s: %d", kind, scope, status)
		}
		return body
	}
	reports := below(made(t, "render", "-t", "bao-cao-ket-qua", "--as-of", "20/4/2026", "2026-q1-hop.yaml", "2026-q2-hop.yaml"), "out")
	if got := get("bao-cao", "ban-ghi="+q1); got != reports["2026-q1-hop/2026-q1-hop-bao-cao.pdf"] {
		t.Error("the report of a record differs")
	}
	sameFiles(t, "reports", unzipped(t, get("bao-cao", "")), reports)
	late := below(made(t, "render", "-t", "cong-van-don-doc", "--as-of", "20/4/2026", "2026-q1-hop.yaml"), "out")
	sameFiles(t, "reminders", unzipped(t, get("don-doc", "quy=2026-Q1")), late)
	sameFiles(t, "reminders of a record", unzipped(t, get("don-doc", "ban-ghi="+q1)), late)
	one := below(made(t, "render", "--only", "xlsx", "--as-of", "20/4/2026", "2026-q1-hop.yaml"), "out")
	if got := get("excel", "ban-ghi="+q1); got != one["2026-q1-hop/2026-q1-hop-theo-doi.xlsx"] {
		t.Errorf("the workbook of a record differs from %q", slices.Sorted(maps.Keys(one)))
	}
	all := below(made(t, "batch", ".", "--only", "xlsx", "--no-units"), "out")
	quarters := map[string]string{}
	for name, content := range all {
		if strings.HasPrefix(name, "2026-Q") {
			quarters[name] = content
		}
	}
	sameFiles(t, "quarters", unzipped(t, get("excel", "")), quarters)
	if got := []byte(get("excel", "quy=2026-Q1")); !slices.ContainsFunc(slices.Collect(maps.Values(quarters)), func(s string) bool { return bytes.Equal([]byte(s), got) }) {
		t.Error("the workbook of a quarter differs")
	}
	if status, body := b.get(t, "/tinh-hinh/tai/don-doc?quy=2026-Q2&ngay=20/4/2026"); status != http.StatusConflict || !strings.Contains(body, "Không đơn vị nào có nhiệm vụ quá hạn") {
		t.Errorf("%d %s", status, body)
	}
	if status, _ := b.get(t, "/tinh-hinh/tai/exe"); status != http.StatusNotFound {
		t.Error(status)
	}
	if files := filesIn(t, b.dir); len(files) != len(quarterly)+1 {
		t.Errorf("looking leaves files: %q", slices.Sorted(maps.Keys(files)))
	}
}

// Of two that issue one record at the same moment one does it, and the other is
// told; there is one number, and the folder is as after one.
func TestTwoIssueAtOnce(t *testing.T) {
	b := newBench(t)
	record := b.of(t, "2026-q2-hop.yaml")
	answers := make(chan *httptest.ResponseRecorder, 2)
	for range 2 {
		form := b.form(t, record+"/phat-hanh")
		go func() { answers <- b.post(record+"/phat-hanh", form) }()
	}
	codes := map[int]string{}
	for range 2 {
		w := <-answers
		codes[w.Code] = w.Body.String()
	}
	if told := codes[http.StatusConflict]; len(codes) != 2 || codes[http.StatusSeeOther] == "" && told == "" || !strings.Contains(told, "số 01/TB-STC") {
		t.Errorf("%v", slices.Sorted(maps.Keys(codes)))
	}
	sameFiles(t, "issued", filesIn(t, b.dir), made(t, "issue", "2026-q2-hop.yaml", "--number", "01", "--date", "20/4/2026", "--units", "--docx"))
}
