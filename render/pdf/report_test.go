package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// reportFiles are the documents of a template about an example; of one about
// the follow-up as nothing was reported, on the last day of the quarter.
func reportFiles(t *testing.T, name string) [][]byte {
	if strings.HasPrefix(name, "dang-") {
		return filesAbout(t, name, "../../examples/2026-dang-uy-xa.yaml")
	}
	if name == "cau-hoi" { // several about one task
		return filesAbout(t, name, "../../examples/2020-q3-giao-ban.yaml")
	}
	return filesAbout(t, name, "../../examples/2026-q1-giao-ban.yaml")
}

// filesAbout are those about another example.
func filesAbout(t *testing.T, name, example string) [][]byte {
	t.Helper()
	src, err := templates.FS.ReadFile(name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	template, err := tmpl.Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	r, err := render.New(render.Options{Family: family, Document: template})
	if err != nil {
		t.Fatal(err)
	}
	if src, err = os.ReadFile(example); err != nil {
		t.Fatal(err)
	}
	rec, problems := r.Read(example, src, func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("../../examples", name)) })
	if len(problems) > 0 {
		t.Fatal(problems[0].Message.EN)
	}
	made, err := r.Files(rec)
	if template.NeedsFollowUp() {
		at := rec.Quarter.Last()
		if rec.System != "" {
			at = calendar.Date{Year: 2026, Month: 11, Day: 25} // when some are late
		}
		made, err = r.FollowUp(rec, tmpl.FollowUp{AsOf: at})
	}
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, f := range made {
		files = append(files, f.Bytes)
	}
	return files
}

// Reports and letters hold what notices do. A letter's heading is in its head,
// and its only list are the recipients; a sheet of questions has neither lists
// nor fields.
func TestReportStandards(t *testing.T) {
	for template, other := range map[string][]string{"bao-cao-ket-qua": {}, "cong-van-don-doc": {"A 6.7.3 order", "UA 7.6"}, "dang-bao-cao": {}, "dang-giay-moi": {}, "dang-cong-van": {"A 6.7.3 order", "UA 7.6"}, "cau-hoi": {"A 6.7.3 order", "UA 7.6", "UA 7.18.4", "fields"}} {
		for _, file := range reportFiles(t, template) {
			f := open(t, file)
			f.T = t
			for _, c := range clauses {
				if !slices.Contains(other, c.id) {
					c.check(f)
				}
			}
		}
	}
}

// Several questions about one task are rows that its name and its text reach down
// to (ISO 32000-1, 14.8.5.7).
func TestRowSpans(t *testing.T) {
	f := open(t, reportFiles(t, "cau-hoi")[0])
	f.T = t
	spans := map[string]int{}
	f.walk(func(e types.Dict, _ string) {
		if f.number(f.dict(e["A"])["RowSpan"]) > 1 {
			spans[f.name(e["S"])]++
		}
	})
	if spans["TH"] == 0 || spans["TH"] != spans["TD"] {
		t.Errorf("%v", spans)
	}
}

// The chart is a figure with words in its place, and with a box on its page
// (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3).
func TestFigure(t *testing.T) {
	file := reportFiles(t, "bao-cao-ket-qua")[0]
	f := open(t, file)
	f.T = t
	figures := 0
	f.walk(func(e types.Dict, _ string) {
		if f.name(e["S"]) != "Figure" {
			return
		}
		figures++
		box := f.array(f.dict(e["A"])["BBox"])
		if alt := f.text(e["Alt"]); strings.Count(alt, ".") != 1 || len(alt) > 500 || !strings.Contains(alt, "bảng phía trên") || len(box) != 4 || f.name(f.dict(e["A"])["O"]) != "Layout" {
			t.Fatalf("%v", e)
		}
		left, bottom, right, top := f.number(box[0]), f.number(box[1]), f.number(box[2]), f.number(box[3])
		if left < 85 || right > 553 || right-left < 400 || bottom < 56 || top > 786 || top-bottom < 100 {
			t.Errorf("box %v", box)
		}
	})
	if figures != 1 {
		t.Errorf("%d figures", figures)
	}
	for range 3 {
		if !bytes.Equal(reportFiles(t, "bao-cao-ket-qua")[0], file) {
			t.Fatal("the same report gives other bytes")
		}
	}
}

// The papers of a meeting hold what notices do, but for what they have not got:
// an annex has no signature and no list; minutes have a field more, and a sheet
// on its way to who signs has one.
func TestPaperStandards(t *testing.T) {
	fields := []string{"UA 7.18.4", "fields"}
	for template, other := range map[string][]string{
		"giay-moi": nil, "bien-ban": fields, "phieu-trinh": fields, "chuong-trinh": append(fields, "UA 7.6", "A 6.7.3 order"), "cong-van-giao-viec": {"UA 7.6"},
	} {
		for _, file := range filesAbout(t, template, "../../examples/2026-q2-hop-giao-ban.yaml") {
			f := open(t, file)
			f.T = t
			for _, c := range clauses {
				if !slices.Contains(other, c.id) {
					c.check(f)
				}
			}
		}
	}
}
