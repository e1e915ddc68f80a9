package office

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ketluan/render/testdata/word"
)

// oldNotice is a notice of some number as a Word file.
func oldNotice(agency, code string, number int) string {
	centred := func(texts ...string) (b string) {
		for _, t := range texts {
			b += word.P(word.Centred, word.R("b", t))
		}
		return b
	}
	plain := func(texts ...string) (b string) {
		for _, t := range texts {
			b += word.P("", word.R("", t))
		}
		return b
	}
	head := word.Table([]int{4000, 5500}, []string{centred("UBND TỈNH AN HẢI", agency, fmt.Sprintf("Số: %d/TB-%s", number, code)), centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Hải, ngày 05 tháng 10 năm 2026")})
	foot := word.Table([]int{4000, 5500}, []string{plain("Nơi nhận:", "- Các phòng;", "- Lưu: VT."), centred("GIÁM ĐỐC", "Lê Thị Hạnh Dung")})
	return string(word.File(head + centred("THÔNG BÁO", "Kết luận của Giám đốc Sở tại cuộc họp giao ban") +
		plain("Ngày 02/10/2026, Giám đốc Sở họp giao ban và kết luận như sau:", "1. Giao Phòng Tài vụ lập dự toán trước ngày 20/10/2026.", "2. Văn phòng Sở theo dõi./.") + foot))
}

func importPress(t *testing.T) *Press {
	t.Helper()
	p, err := NewPress(Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// oldNotices is a folder as an office has it.
func oldNotices() map[string]string {
	return map[string]string{
		"cu/a.docx": oldNotice("SỞ TÀI CHÍNH", "STC", 41), "cu/2026/b.docx": oldNotice("SỞ TÀI CHÍNH", "STC", 42), "cu/c.docx": oldNotice("SỞ NỘI VỤ", "SNV", 7),
		"cu/d.doc": "chữ", "cu/e.docx": "", "cu/f.txt": "chữ", "cu/~$a.docx": "chữ", "cu/.an/g.docx": "chữ",
	}
}

// A folder is imported as a whole, one profile an agency: what cannot be read is
// said and stops no other, what is there already is let be.
func TestImport(t *testing.T) {
	p, f := importPress(t), NewMemory(oldNotices())
	var ticks []string
	run := func() Imports {
		t.Helper()
		out, whole, err := Import(t.Context(), p, Importing{Sources: []Place{{Folder: f, Name: "cu"}}, Jobs: 1}, func(done, failed, total int) {
			ticks = append(ticks, fmt.Sprintf("%d/%d/%d", done, failed, total))
		})
		if err != nil || !whole {
			t.Fatal(whole, err)
		}
		return out
	}
	out := run()
	var got []string
	for _, i := range out.Files {
		got = append(got, fmt.Sprintf("%s %s %d %v", i.Path, i.Record, i.Tasks, i.Failed))
	}
	want := []string{"cu/2026/b.docx cu/2026/b.yaml 2 false", "cu/a.docx cu/a.yaml 2 false", "cu/c.docx cu/c.yaml 2 false", "cu/d.doc  0 true", "cu/e.docx  0 true"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if strings.Join(ticks, " ") != "1/0/5 2/0/5 3/0/5 4/1/5 5/2/5" {
		t.Errorf("%q", ticks)
	}
	if out.Others != 2 || out.Failed() != 2 || !slices.Equal(out.Profiles, []string{"cu/2026/stc.profile.yaml", "cu/snv.profile.yaml"}) {
		t.Errorf("%d others, %d failed, %q", out.Others, out.Failed(), out.Profiles)
	}
	if said := out.Files[4].Problems[0].Message.VI; !strings.Contains(said, "tệp rỗng") {
		t.Error(said)
	}
	if rec := f.Files()["cu/a.yaml"]; !strings.Contains(rec, `profile: "2026/stc.profile.yaml"`) || !strings.Contains(rec, `number: "41"`) {
		t.Error(rec)
	}
	before := f.Files()
	if out = run(); out.Failed() != 5 || !maps.Equal(before, f.Files()) {
		t.Errorf("a second run: %d failed", out.Failed())
	}
}

// Killed or failing at any step, each agency's drafts are there as a whole with
// their profile or not at all, and the next run makes the rest.
func TestImportFails(t *testing.T) {
	p := importPress(t)
	o := func(f Folder) Importing { return Importing{Sources: []Place{{Folder: f, Name: "cu"}}, Jobs: 1} }
	clean := NewMemory(oldNotices())
	if _, _, err := Import(t.Context(), p, o(clean), nil); err != nil {
		t.Fatal(err)
	}
	want := clean.Files()
	for at := 1; at <= clean.Steps(); at++ {
		for _, dies := range []bool{false, true} {
			f := NewMemory(oldNotices())
			f.FailAt, f.Dies = at, dies
			_, _, err := Import(t.Context(), p, o(f), nil)
			if dies {
				f = f.Reborn()
				if _, _, err := Import(t.Context(), p, o(f), nil); err != nil {
					t.Fatal(err)
				}
			} else if err != nil {
				whole(t, at, f.Files(), want)
				f.FailAt = 0
				if _, _, err := Import(t.Context(), p, o(f), nil); err != nil {
					t.Fatal(err)
				}
			}
			if !maps.Equal(f.Files(), want) {
				t.Errorf("step %d, dies %v: %q, want %q", at, dies, slices.Sorted(maps.Keys(f.Files())), slices.Sorted(maps.Keys(want)))
			}
		}
	}
}

// whole holds that of each agency all files are there or none.
func whole(t *testing.T, at int, got, want map[string]string) {
	t.Helper()
	for _, agency := range [][]string{{"cu/a.yaml", "cu/2026/b.yaml", "cu/2026/stc.profile.yaml"}, {"cu/c.yaml", "cu/snv.profile.yaml"}} {
		there := 0
		for _, name := range agency {
			if got[name] == want[name] {
				there++
			}
		}
		if there != 0 && there != len(agency) {
			t.Errorf("step %d: %d of %q", at, there, agency)
		}
	}
}

// One that is stopped writes nothing.
func TestImportStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	f := NewMemory(oldNotices())
	out, whole, err := Import(ctx, importPress(t), Importing{Sources: []Place{{Folder: f, Name: "cu"}}, Jobs: 1}, func(int, int, int) { stop() })
	if err != nil || whole || len(out.Files) > 0 || f.Steps() > 0 {
		t.Error(whole, err, len(out.Files), f.Steps())
	}
}
