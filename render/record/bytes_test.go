package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

const small = "meeting-date: 28/9/2020\nagency: {name: Sở Khoa học}\nsubject: Kết luận\nconclusions: [Một việc]\n"

// A record is read in the encodings that Windows programs save.
func TestEncodings(t *testing.T) {
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String(small)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, src := range map[string]string{
		"UTF-8":                  small,
		"with a byte order mark": "\xEF\xBB\xBF" + small,
		"NFD":                    norm.NFD.String(small),
		"UTF-16 LE":              utf16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16 BE":              utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 LE without mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16 BE without mark": utf16(unicode.BigEndian, unicode.IgnoreBOM),
		"CRLF":                   strings.ReplaceAll(small, "\n", "\r\n"),
	} {
		rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) > 0 || rec.Subject != "Kết luận" || rec.Agency.Name != "Sở Khoa học" {
			t.Errorf("%s: %+v %v", name, rec, problems)
		}
	}
}

func TestBadBytes(t *testing.T) {
	for name, tt := range map[string]struct{ src, want string }{
		"Windows-1258": {small + "closing: C\xF4ng v\xE3n\n", "a.yaml:5:11: tệp không ở bảng mã UTF-8"},
		"Word":         {"PK\x03\x04....", "a.yaml: đây là tệp Word"},
		"old Excel":    {"\xD0\xCF\x11\xE0....", "a.yaml: đây là tệp Word"},
		"PDF":          {"%PDF-1.7", "a.yaml: đây là tệp Word"},
		"too large":    {strings.Repeat("# ghi chú\n", 500_000), "a.yaml: tệp lớn quá 4 MB"},
		"NUL":          {small + "closing: a\x00b\n", "a.yaml:5:11: tệp có ký tự điều khiển"},
	} {
		_, problems := Parse([]byte(tt.src), Source{Name: "a.yaml"})
		if got := printed(problems, problem.Vietnamese); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

// Modern Vietnamese is never taken for an old encoding.
func TestNoFalseLegacy(t *testing.T) {
	files, _ := filepath.Glob("../../examples/*.yaml")
	templates, _ := filepath.Glob("../../templates/*.yaml")
	lines := []string{
		"Hoà toà loá khoẻ quý thuỷ uỷ ban hoàn toàn khoáng sản", "café, résumé, naïve, Zürich, Ñuñoa, São Tomé, Ærø", "½ ¼ ¾ µm ° ± ² ³ « » ¶ ©", "Áo, Ý, Ấn Độ", "cà phê à",
	}
	for _, f := range append(files, templates...) {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(src), "\n")...)
	}
	if len(lines) < 100 {
		t.Fatal("too few lines")
	}
	for _, l := range lines {
		for _, form := range []string{l, strings.ToUpper(l)} {
			if e := letters.Legacy(norm.NFC.String(form)); e != "" {
				t.Errorf("%q is taken for %s", form, e)
			}
		}
	}
}

// Input from outside must not take long, however it nests.
func TestHostile(t *testing.T) {
	for name, src := range map[string]string{
		"brackets": strings.Repeat("[", 1_000_000),
		"braces":   strings.Repeat("{a: ", 200_000),
		"dashes":   strings.Repeat("- ", 500_000),
		"indents":  strings.Repeat("- a:\n", 1) + strings.Repeat(" ", 3_000_000) + "x",
		"aliases":  "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
		"problems": "conclusions:\n" + strings.Repeat("- {x: 1}\n", 100_000),
		"items":    small[:len(small)-len("conclusions: [Một việc]\n")] + "conclusions:\n" + strings.Repeat("- a\n", 100_000),
	} {
		_, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) == 0 || len(problems) > maxProblems+1 {
			t.Errorf("%s: %d problems", name, len(problems))
		}
	}
}
