package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// contradictions are planted into the example of a whole meeting, one at a time:
// what takes the place of what, by which rule it is found, and the two pieces of
// the text that are told, each by its line and column.
var contradictions = []struct{ name, from, to, rule, at, other string }{
	{"another day of the beginning", "starts: 08 giờ 00", "starts: 08 giờ 00, ngày 08/4/2026", "HS-01", "08 giờ 00, ngày 08/4/2026", "07/4/2026"},
	{"another day in the opening", "Ngày 07/4/2026, đồng chí", "Ngày 06/4/2026, đồng chí", "NV-16", "Ngày 06/4/2026", "07/4/2026"},
	{"an end before the beginning", "ends: 10 giờ 45", "ends: 07 giờ 45", "HS-02", "07 giờ 45", "08 giờ 00"},
	{"a line of the agenda after the end", "10:30 - 10:45", "10:30 - 11:15", "HS-02", "10:30 - 11:15", "10 giờ 45"},
	{"a line of the agenda before the beginning", "08:00 - 08:15", "07:45 - 08:15", "HS-02", "07:45 - 08:15", "08 giờ 00"},
	{"two lines at one time", "08:45 - 09:15", "08:30 - 09:15", "HS-02", "08:30 - 09:15", "08:15 - 08:45"},
	{"another room", "chủ trì cuộc họp giao ban\n  Quý II năm 2026.", "chủ trì cuộc họp giao ban\n  Quý II năm 2026 tại phòng họp số 3.", "HS-03", "phòng họp số 3", "Phòng họp số 2, trụ sở Sở Nông nghiệp và Môi trường"},
	{"a meeting of another quarter", "name: cuộc họp giao ban Quý II năm 2026", "name: cuộc họp giao ban Quý I năm 2026", "HS-04", "Quý II năm 2026", "cuộc họp giao ban Quý I năm 2026"},
	{"to confirm after the meeting", "trước ngày 06/4/2026.", "trước ngày 09/4/2026.", "HS-05", "09/4/2026", "07/4/2026"},
	{"papers before the invitation", "trước ngày 03/4/2026.", "trước ngày 30/3/2026.", "HS-05", "30/3/2026", "01/4/2026"},
	{"too many were there", "attendance: 13", "attendance: 15", "HS-06", "15", ""},
	{"another number in words", "Dự họp có lãnh đạo", "Dự họp có 20 đại biểu là lãnh đạo", "HS-06", "20", "13"},
	{"somebody else chairs", "đồng chí Trần Thị Ví Dụ, Phó Giám đốc Sở, chủ trì", "đồng chí Nguyễn Văn Mẫu, Giám đốc Sở, chủ trì", "HS-11", "Nguyễn Văn Mẫu", "Trần Thị Ví Dụ"},
	{"the chair's post in the subject", "Kết luận của Phó Giám đốc Sở Nông", "Kết luận của Chánh Văn phòng Sở Nông", "HS-11", "Chánh Văn phòng Sở Nông nghiệp và Môi trường", "Trần Thị Ví Dụ"},
	{"the secretary chairs", "secretary: {name: Lê Văn Thử", "secretary: {name: Trần Thị Ví Dụ", "HS-11", "Trần Thị Ví Dụ, position: Chuyên viên", "Trần Thị Ví Dụ, position: Phó"},
	{"somebody else signs", "signer: pho-giam-doc", "signer: {authority: KT. Giám đốc, position: Phó Giám đốc, name: Hồ Thị Khác}", "HS-11", "Hồ Thị Khác", "Trần Thị Ví Dụ"},
	{"another post of who signs", "signer: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Phạm Thị Mẫu}", "signer: {authority: TL. Giám đốc, position: Trưởng phòng Tổ chức, name: Phạm Thị Mẫu}", "HS-12", "Trưởng phòng Tổ chức", "Chánh Văn phòng Sở"},
	{"another name of one post", "signer: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Phạm Thị Mẫu}", "signer: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Đinh Văn Khác}", "HS-12", "Đinh Văn Khác", "Phạm Thị Mẫu"},
	{"a name with another mark", "speaker: Võ Văn Thí}", "speaker: Võ Văn Thị}", "HS-13", "Võ Văn Thị", "Võ Văn Thí"},
	{"who is absent speaks", "    - speaker: Ngô Thị Lệ", "    - speaker: Bùi Văn Giả", "HS-14", "Bùi Văn Giả\n", "Bùi Văn Giả, position"},
	{"present and absent", "absent:\n", "absent:\n    - {name: Võ Văn Thí, reason: ốm}\n", "HS-14", "Võ Văn Thí, position", "Võ Văn Thí, reason"},
	{"a speaker whom the list has not", "speaker: [Huỳnh Văn Dụ, Ngô Thị Lệ]", "speaker: [Huỳnh Văn Dụ, Lý Thị Lạ]", "HS-15", "Lý Thị Lạ", ""},
	{"an invitation after the meeting", "    date: 01/4/2026", "    date: 08/4/2026", "HS-21", "08/4/2026\n    signer", "07/4/2026"},
	{"submitted after the notice", "    date: 08/4/2026", "    date: 13/4/2026", "HS-21", "13/4/2026\n    from", "10/4/2026"},
	{"letters before the notice", "    date: 13/4/2026", "    date: 09/4/2026", "HS-21", "09/4/2026", "10/4/2026"},
	{"another number of the notice", "    date: 13/4/2026", "    date: 13/4/2026\n    text: Thực hiện Thông báo số 14/TB-SNNMT.", "HS-22", "14", "\"41\""},
	{"another day of the invitation", "  Sau khi nghe các đơn vị", "  Theo Giấy mời số 27/GM-SNNMT ngày 02/4/2026, sau khi nghe các đơn vị", "HS-22", "02/4/2026", "01/4/2026"},
	{"a task that the notice has not", "  notes:\n", "    - {speaker: Trần Thị Ví Dụ, text: Giao Phòng Tổ chức cán bộ rà soát biên chế.}\n  notes:\n", "HS-24", "Phòng Tổ chức cán bộ", ""},
	{"another deadline in the minutes", "  notes:\n", "    - {speaker: Trần Thị Ví Dụ, text: Giao Chi cục Thủy lợi trình phương án trước ngày 25/4/2026.}\n  notes:\n", "HS-24", "25/4/2026", "trước ngày 20/4/2026\n        product"},
	{"submitted to somebody else", "to: Phó Giám đốc Sở Trần Thị Ví Dụ", "to: Phó Giám đốc Sở Hồ Thị Khác", "HS-25", "Hồ Thị Khác", "pho-giam-doc"},
	{"the notice has two numbers", "  - template: giay-moi\n", "  - {template: thong-bao-ket-luan, number: \"42\"}\n  - template: giay-moi\n", "HS-26", "\"42\"", "\"41\""},
}

// A name that goes on behind one of ours is an agency's own.
func TestOwnTemplateNames(t *testing.T) {
	for _, name := range ofRecords {
		if _, err := os.Stat(filepath.Join("..", "..", "templates", name+".yaml")); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"giay-moi-2", "quyet-dinh", "bien-ban-to"} {
		for _, f := range ofExample(t, strings.Replace(wholeMeeting(t), "  - template: giay-moi\n", "  - template: "+name+"\n", 1)) {
			if f.Rule.ID == "HS-27" {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

func wholeMeeting(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "examples", "2026-q2-hop-giao-ban.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// ofExample checks a record beside the examples.
func ofExample(t *testing.T, src string) []Finding {
	t.Helper()
	rec, problems := record.Parse([]byte(src), record.Source{Name: "a.yaml", Open: func(path string) ([]byte, error) { return os.ReadFile(filepath.Join("..", "..", "examples", path)) }})
	if len(problems) > 0 {
		t.Fatalf("%v", problems)
	}
	return Record(rec, problems)
}

// standsAt reports whether a piece of the text stands at a place.
func standsAt(src, piece string, at problem.Pos) bool {
	lines := strings.Split(src, "\n")
	if at.Line < 1 || at.Line > len(lines) || at.File != "a.yaml" {
		return false
	}
	line := []rune(lines[at.Line-1])
	rest := string(line[min(max(at.Col-1, 0), len(line)):]) + "\n" + strings.Join(lines[at.Line:], "\n")
	return strings.HasPrefix(rest, strings.TrimPrefix(piece, "\"")) || strings.HasPrefix(rest, piece)
}

// Each contradiction is found by its rule, once, with both places.
func TestContradictions(t *testing.T) {
	whole := wholeMeeting(t)
	for _, c := range contradictions {
		if !strings.Contains(whole, c.from) {
			t.Fatalf("%s: the example has no %q", c.name, c.from)
		}
		src := strings.Replace(whole, c.from, c.to, 1)
		all := of(ofExample(t, src), c.rule)
		if len(all) != 1 {
			t.Errorf("%s: found %d times: %v", c.name, len(all), all)
			continue
		}
		f := all[0]
		if !standsAt(src, c.at, f.Pos) {
			t.Errorf("%s: found at %s, where no %q stands", c.name, f.Pos, c.at)
		}
		if f.Other == (problem.Pos{}) || c.other != "" && !standsAt(src, c.other, f.Other) {
			t.Errorf("%s: the other place is %s, where no %q stands", c.name, f.Other, c.other)
		}
	}
	if len(contradictions) < 20 {
		t.Errorf("%d contradictions", len(contradictions))
	}
}

// The example itself has none, nor has a meeting that is told in another manner.
func TestMeetingsAgree(t *testing.T) {
	other, err := os.ReadFile(filepath.Join("testdata", "hop-xa.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, src := range []string{wholeMeeting(t), string(other)} {
		if all := ofExample(t, src); len(all) > 0 {
			t.Errorf("%v", all)
		}
	}
}
