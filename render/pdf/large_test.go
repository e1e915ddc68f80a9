package pdf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// large is a record of a province: 133 units, each with tasks of its own in a
// section of its own, all of them in the annex.
func large() string {
	var b strings.Builder
	b.WriteString("code: 2026-Q2-LON\nmeeting-date: 14/4/2026\nsubject: Kết luận\nannex: tasks\nagency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}\n" +
		"signer: {position: Giám đốc, name: Nguyễn Văn A}\nrecipients: [\"Lưu: VT\"]\nopening: Giám đốc kết luận\nunits:\n")
	for i := range 133 {
		fmt.Fprintf(&b, "  - {name: Ủy ban nhân dân xã %s số %d, short: X%d}\n", strings.Repeat("Nghĩa Hành An Phú ", 3), i+1, i+1)
	}
	b.WriteString("conclusions:\n")
	for i := range 133 {
		fmt.Fprintf(&b, "  - heading: Nhiệm vụ của xã số %d\n    items:\n", i+1)
		for k := range 1 {
			fmt.Fprintf(&b, "      - {lead: X%d, deadline: trước ngày 15/5/2026, text: \"Rà soát, báo cáo việc số %d: %s.\"}\n", i+1, k+1, strings.Repeat("đẩy nhanh tiến độ giải ngân vốn đầu tư công, ", 40)+"hoàn thành trước ngày 15/5/2026")
		}
	}
	return b.String()
}

// A notice of 155 pages, and a report about 133 units, hold what small ones do.
func TestLargeStandards(t *testing.T) {
	for template, few := range map[string]int{"thong-bao-ket-luan": 155, "bao-cao-ket-qua": 20} {
		f := open(t, largeFile(t, template))
		f.T = t
		for _, c := range clauses {
			c.check(f)
		}
		longest := 0
		f.walk(func(e types.Dict, _ string) { longest = max(longest, len(f.text(e["Alt"]))) })
		if f.PageCount < few || longest > 400 {
			t.Errorf("%s: %d pages, an alternative of %d bytes", template, f.PageCount, longest)
		}
	}
}

func largeFile(t *testing.T, name string) []byte {
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
	rec, problems := r.Read("lon.yaml", []byte(large()), func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("../../examples", name)) })
	if len(problems) > 0 {
		t.Fatal(problems[0].Message.EN)
	}
	made, err := r.Files(rec)
	if template.NeedsFollowUp() {
		made, err = r.FollowUp(rec, tmpl.FollowUp{AsOf: calendar.Date{Year: 2026, Month: 6, Day: 1}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return made[0].Bytes
}
