package office

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ketluan/render/testdata/calc"
)

// deeper is a record whose Word file a chief edits in LibreOffice.
var deeper = strings.Replace(reviewed, "        deadline: trước ngày 16/01/2026\n", `        deadline: trước ngày 16/01/2026
      - heading: Thực hiện theo hai đợt
        items:
          - "Đợt 1: phòng Hành chính. Chậm nhất là tuần sau."
`, 1)

// edits are what a chief does, by the names that testdata/word.bas has: the
// changes that are told, and a part of what the record says after all that can be
// taken is taken.
var edits = map[string]struct{ told, says string }{
	"saved":           {"", ""},
	"word":            {"edited 2.1", "Phòng Giá kiểm tra dự toán,\n"},
	"word-tracked":    {"edited 2.1 by", "Phòng Giá kiểm tra dự toán,\n"},
	"end":             {"edited 1.2", `ở một số dự án. Cần khắc phục ngay."`},
	"beginning":       {"edited 1.2", `- "Nhìn chung, tiến độ giải ngân`},
	"deleted-tracked": {"edited 2.1 by", "Phòng Ngân sách chủ trì rà soát"},
	"sentence":        {"edited 2.2.1", `- "Đợt 1: phòng Hành chính."`},
	"anew":            {"edited 1.2", `Việc giải ngân vốn đầu tư ở một số dự án chưa đạt yêu cầu.`},
	"new":             {"added 1.2+", "\n      - Công tác phối hợp có lúc chưa chặt chẽ.\n"},
	"new-tracked":     {"added 1.2+ by", "\n      - Công tác phối hợp có lúc chưa chặt chẽ.\n"},
	"gone":            {"removed 2.3", "dự toán,\n          báo cáo"},
	"gone-tracked":    {"removed 2.3 by", "dự toán,\n          báo cáo"},
	"joined":          {"joined 1.1", `được giao. Tiến độ giải ngân "còn chậm" ở một số dự án.   # giữ lời` + "\n  - heading"},
	"joined-tracked":  {"joined 1.1 by", `được giao. Tiến độ giải ngân "còn chậm" ở một số dự án.   # giữ lời` + "\n  - heading"},
	"parted":          {"edited 1.1; parted 1.1+", "phần lớn nhiệm vụ   # giữ lời\n      - được giao.\n"},
	"moved":           {"moved 2.3 refused", "công khai dự toán"},
	"bold":            {"restyled 2.1 refused", ""},
	"larger":          {"", ""},
	"rejected":        {"", ""},
	"accepted":        {"edited 2.1", "Phòng Giá kiểm tra dự toán,\n"},
	"accepted-part":   {"edited 1.1 by; edited 2.1", "hoàn thành hầu hết nhiệm vụ"},
	"subject":         {"edited subject", "họp giao ban tuần\n"},
	"heading":         {"edited 1.heading", "heading: Đánh giá KẾT QUẢ\n"},
	"recipient":       {"edited recipients.2", `"Lưu: VT, VP, NS"`},
	"signer":          {"edited signer.name", "name: Nguyễn Văn An}"},
	"opening":         {"edited opening.2", "Sau khi nghe báo cáo, Giám đốc"},
	"number":          {"edited number", `number: "07"`},
	"table":           {"added 1.1+ refused", ""},
	"comment":         {"", ""},
	"two":             {"edited 1.1; edited 2.3", `Phòng Ngân sách công bố dự toán`},
	"first":           {"added 2.heading+", "items:\n      - Văn phòng đôn đốc các phòng thực hiện.\n      - text: >-"},
	"new-recipient":   {"added recipients.1+", "- Các phòng\n  - Kho bạc Nhà nước\n"},
	"decomposed":      {"edited 1.1", "hoàn thành hầu hết nhiệm vụ"},
	"deeper":          {"added 2.2.1+", "tuần sau.\"\n          - \"Đợt 2: các đơn vị sự nghiệp.\"\n"},
	"branch":          {"removed 2.2.heading", "deadline: trước ngày 16/01/2026\n      - {text"},
}

// What a chief edits in LibreOffice comes back into the record.
func TestTakeFromLibreOffice(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "a.docx")
	if err := os.WriteFile(source, wordOf(t, deeper), 0o600); err != nil {
		t.Fatal(err)
	}
	program := calc.New(t)
	program.Run("--terminate_after_init") // which makes the profile, with an empty module for macros
	basic, err := os.ReadFile("testdata/word.bas")
	if err != nil {
		t.Fatal(err)
	}
	var module bytes.Buffer
	module.WriteString(`<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">`)
	xml.EscapeText(&module, basic)
	module.WriteString(`</script:module>`)
	if err := os.WriteFile(filepath.Join(program.Profile, "user", "basic", "Standard", "Module1.xba"), module.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	program.Run(fmt.Sprintf("macro:///Standard.Module1.Edits(file://%s,file://%s)", source, dir))
	r, err := NewReviser(nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(edits)+1 {
		t.Errorf("%d files of %d edits", len(files)-1, len(edits))
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".docx")
		if file == source {
			continue
		}
		edited, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { takeBack(t, r, name, string(edited)) })
	}
}

func takeBack(t *testing.T, r *Reviser, name, edited string) {
	told, says := edits[name].told, edits[name].says
	f := NewMemory(map[string]string{"a.yaml": deeper, "so.profile.yaml": reviewedProfile, "sua.docx": edited})
	v := r.Revise(t.Context(), Place{Folder: f, Name: "a.yaml"}.File(), Place{Folder: f, Name: "sua.docx"})
	if v.Err != nil || len(v.Problems) > 0 {
		t.Fatal(v.Err, v.Problems)
	}
	var got []string
	var all []int
	for i, ch := range v.Changes {
		s := string(ch.Kind) + " " + ch.Name
		if len(ch.By) > 0 {
			s += " by"
		}
		if len(ch.Edits) == 0 {
			s += " refused"
		} else {
			all = append(all, i)
		}
		got = append(got, s)
	}
	if list := strings.Join(got, "; "); list != told {
		t.Errorf("%q, want %q: %+v", list, told, v.Changes)
	}
	if name == "comment" && (len(v.Comments) != 1 || v.Comments[0].Text != "Xem lại thời hạn này." || v.Comments[0].Where.EN != "item 2.1") {
		t.Errorf("%+v", v.Comments)
	}
	taken, err := v.Take(t.Context(), all)
	if err != nil || !slices.Equal(taken.Written, all) {
		t.Fatal(taken, err)
	}
	after := f.Files()["a.yaml"] + f.Files()["so.profile.yaml"]
	if !strings.Contains(after, says) {
		t.Errorf("the record does not say %q:\n%s", says, after)
	}
}
