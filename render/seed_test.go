package render

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// tool returns the path of a program that a test needs. CI installs them all;
// elsewhere the test is left out.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return path
}

// file renders an example and returns the path of the file with the suffix.
func file(t *testing.T, r *Renderer, name, suffix string) string {
	t.Helper()
	files, err := r.Files(example(t, r, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Suffix == suffix {
			path := filepath.Join(t.TempDir(), "a"+suffix)
			if err := os.WriteFile(path, f.Bytes, 0o666); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	t.Fatalf("no file %s", suffix)
	return ""
}

var (
	pageHead = regexp.MustCompile(`\f\s*\d+\n`)
	emphasis = strings.NewReplacer("*", "")
)

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// What is copied out of the seed's notice, or read aloud, is the seed, word for
// word and in order, whichever way the reader walks the page.
func TestSeedText(t *testing.T) {
	pdf := file(t, newRenderer(t), "2020-q3-giao-ban.yaml", ".pdf")
	seed, err := os.ReadFile("testdata/seed.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, mode := range []string{"pdftotext -layout", "pdftotext", "pdftotext -raw", "pdfinfo -struct-text"} {
		command := append(strings.Fields(mode), pdf)
		if command[0] == "pdftotext" {
			command = append(command, "-")
		}
		out, err := exec.Command(tool(t, command[0]), command[1:]...).Output()
		if err != nil {
			t.Fatal(err)
		}
		text := pageHead.ReplaceAllString(string(out), "\n")
		if command[0] == "pdfinfo" {
			text = aloud(text)
		}
		checkSeed(t, mode, seed, folded(text))
	}
}

// aloud returns the text of a structure as pdfinfo shows it: pieces in quotes,
// which no space divides but where an element begins that is a block.
func aloud(structure string) string {
	var b strings.Builder
	for line := range strings.Lines(structure) {
		line = strings.TrimSpace(line)
		if piece, ok := strings.CutPrefix(line, `"`); ok {
			b.WriteString(strings.TrimSuffix(piece, `"`))
		} else if strings.HasSuffix(line, "(block)") {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func checkSeed(t *testing.T, mode string, seed []byte, text string) {
	t.Helper()
	body, foot, ok := strings.Cut(string(seed[bytes.Index(seed, []byte("THÔNG BÁO")):]), "Nơi nhận:")
	if !ok {
		t.Fatal("the seed has no recipients")
	}
	paragraphs := 0
	rest := text
	for p := range strings.SplitSeq(body, "\n\n") {
		if p = folded(p); p == "" {
			continue
		}
		paragraphs++
		_, after, found := strings.Cut(rest, p)
		if !found {
			t.Fatalf("%s: %q is missing, or out of order, in\n%s", mode, p, rest)
		}
		rest = after
	}
	if paragraphs != 29 {
		t.Fatalf("%d paragraphs, not 29", paragraphs)
	}
	for line := range strings.Lines("Nơi nhận:" + emphasis.Replace(foot)) {
		if line = folded(line); !strings.Contains(rest, line) {
			t.Errorf("%s: %q is missing at the end: %s", mode, line, rest)
		}
	}
	for _, head := range []string{"Số: /TB-SKHCN", "Quảng Ngãi, ngày 29 tháng 9 năm 2020"} {
		if !strings.Contains(text, head) {
			t.Errorf("%s: %q is missing", mode, head)
		}
	}
}

func TestExamplesAreSoundPDF(t *testing.T) {
	qpdf := tool(t, "qpdf")
	r := newRenderer(t)
	for _, name := range exampleNames(t) {
		if out, err := exec.Command(qpdf, "--check", file(t, r, name, ".pdf")).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// Each example's workbook, cell by cell.
func TestExampleWorkbooks(t *testing.T) {
	r := newRenderer(t)
	for _, name := range exampleNames(t) {
		book, err := excelize.OpenFile(file(t, r, name, "-theo-doi.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("Nhiệm vụ")
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, row := range rows {
			text.WriteString(strings.TrimRight(strings.Join(row, " | "), "| ") + "\n")
		}
		golden(t, strings.TrimSuffix(name, ".yaml")+".theo-doi.txt", text.String())
		if name == "2020-q3-giao-ban.yaml" && len(rows) != header+16 {
			t.Errorf("the seed has 16 tasks, its workbook %d rows", len(rows)-header)
		}
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}
}
