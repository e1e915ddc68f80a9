package pdf_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ketluan/render"
)

// ran is what another program says of a file.
func ran(t *testing.T, file []byte, command string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(command); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(command, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", command, err, out)
	}
	return string(out)
}

// everyKind are files of every kind that the program makes, of the examples.
func everyKind(t *testing.T) map[string][]byte {
	files := exampleFiles(t)
	delete(files, "2026-q2-hop-giao-ban") // like that of Quý I
	files["annex"] = filesWith(t, render.Options{}, "\nannex: tasks\n")["2026-q1-giao-ban"]
	files["draft"] = filesWith(t, render.Options{Draft: true}, "")["2026-q2-dau-tu-cong"]
	for _, template := range []string{"bao-cao-ket-qua", "cong-van-don-doc", "dang-bao-cao", "dang-giay-moi", "dang-cong-van", "cau-hoi"} {
		files[template] = reportFiles(t, template)[0]
	}
	for _, template := range []string{"giay-moi", "bien-ban", "phieu-trinh", "chuong-trinh", "cong-van-giao-viec"} {
		files[template] = filesAbout(t, template, "../../examples/2026-q2-hop-giao-ban.yaml")[0]
	}
	return files
}

var (
	spoken    = regexp.MustCompile(`(?m)^ *"(.*)"$`)
	ornament  = regexp.MustCompile(`^([-*]{2,}|\*|….*)$`)
	twoLabels = regexp.MustCompile(`(^| )([IVX]+\.|[0-9]+\.|[a-zđ]\)) ([IVX]+\.|[a-zđ]\)) `)
	emptyBody = regexp.MustCompile(`LBody \(block\)\n *(LI|L|Lbl)\b`)
	person    = regexp.MustCompile(`^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*)+$`)
	heading   = regexp.MustCompile(`(?m)^ *H([1-6]) \(block\)\n((?: *(?:"|Span).*\n)*)`)
	entry     = regexp.MustCompile(`(?m)^[|+-]?(\t*)"(.*)"\t#page=(\d+)`)
)

// Read from top to bottom as Poppler tells the structure, every kind of document is
// what stands on its pages, and its headings are what MuPDF lists as bookmarks;
// qpdf finds nothing wrong.
func TestReadAloud(t *testing.T) {
	some := 0
	for name, file := range everyKind(t) {
		t.Run(name, func(t *testing.T) {
			out := ran(t, file, "pdfinfo", "-struct-text", "FILE")
			heard(t, out)
			signing(t, out)
			var headings, marks []string
			for _, m := range heading.FindAllStringSubmatch(out, -1) {
				text := ""
				for _, s := range spoken.FindAllStringSubmatch(m[2], -1) {
					text += s[1]
				}
				headings = append(headings, m[1]+" "+strings.Join(strings.Fields(text), " "))
			}
			for _, m := range entry.FindAllStringSubmatch(ran(t, file, "mutool", "show", "FILE", "outline"), -1) {
				marks = append(marks, fmt.Sprint(len(m[1]))+" "+m[2])
			}
			if len(marks) > 0 && !slices.Equal(marks, headings) {
				t.Errorf("bookmarks\n%q\nheadings\n%q", marks, headings)
			}
			some += len(marks)
			if out := ran(t, file, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
	if some < 30 {
		t.Errorf("%d bookmarks", some)
	}
}

// heard judges what is said: one title, no label twice, no item without text, and
// no page numbers, stars, dashes and dots to write on.
func heard(t *testing.T, out string) {
	var said []string
	for _, m := range spoken.FindAllStringSubmatch(out, -1) {
		said = append(said, strings.TrimSpace(m[1]))
		if ornament.MatchString(strings.TrimSpace(m[1])) {
			t.Errorf("%q is said", m[1])
		}
	}
	if twice := twoLabels.FindString(strings.Join(said, " ")); twice != "" {
		t.Errorf("two labels: %q", twice)
	}
	if emptyBody.MatchString(out) {
		t.Error("a body without text")
	}
	if n := strings.Count(out, "H1 (block)"); n != 1 {
		t.Errorf("%d titles", n)
	}
}

// signing judges what stands around the first field to sign in: before it the
// position, in capitals, behind it the name; and the recipients behind the title.
func signing(t *testing.T, out string) {
	i := strings.Index(out, " Form\n")
	if i < 0 {
		return
	}
	before, behind := spoken.FindAllStringSubmatch(out[:i], -1), spoken.FindStringSubmatch(out[i:])
	if position := before[len(before)-1][1]; behind == nil || !person.MatchString(behind[1]) || strings.ToUpper(position) != position {
		t.Errorf("around the field stand %q and %q", position, behind)
	}
	if k := strings.Index(out, "Nơi nhận"); k >= 0 && k < strings.Index(out, "H1 (block)") {
		t.Error("the recipients come before the title")
	}
}
