package render

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/decree"
	"ketluan/render/pdf/read"
	"ketluan/render/testdata/calc"
	"ketluan/render/testdata/madeup"
	"ketluan/render/testdata/racing"
	"ketluan/render/tmpl"
)

// A twin is a document in both formats.
type twin struct {
	name      string
	pdf, docx []byte
	draft     bool // has numbers beside its lines
}

// twinsIn are how many made up records go through LibreOffice; more of them are
// measured by hand, with TWINS=200.
const twinsIn = 12

// What a chief signs out of Word is what our own PDF is: LibreOffice turns the
// twins into PDF as the servers of offices do, and the same rules are kept there,
// with the same words on as many pages.
func TestTwins(t *testing.T) {
	p := calc.New(t)
	wanted := twinsIn
	if n, err := strconv.Atoi(os.Getenv("TWINS")); err == nil {
		wanted = n
	}
	twins := twinsOf(t, wanted)
	dir := os.Getenv("TWINS_DIR")
	if dir == "" {
		dir = t.TempDir()
	}
	args := []string{"--convert-to", "pdf", "--outdir", dir}
	for _, tw := range twins {
		name := filepath.Join(dir, tw.name+".docx")
		for name, content := range map[string][]byte{name: tw.docx, filepath.Join(dir, tw.name+".ours.pdf"): tw.pdf} {
			if err := os.WriteFile(name, content, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		args = append(args, name)
	}
	p.Run(args...)
	var off, otherwise []string
	for _, tw := range twins {
		converted, err := os.ReadFile(filepath.Join(dir, tw.name+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		ours, theirs := pagesOf(t, tw.pdf), pagesOf(t, converted)
		keepsAsMany(t, tw.name, ours, theirs)
		a, b := wordsByPage(t, tw.pdf, tw.draft), wordsByPage(t, converted, tw.draft)
		if d := len(a) - len(b); d != 0 {
			off = append(off, fmt.Sprintf("%s (%d, %d)", tw.name, len(a), len(b)))
			if d < -1 || d > 1 {
				t.Errorf("%s: %d pages, ours %d", tw.name, len(b), len(a))
			}
		}
		if page := otherStart(a, b); page > 0 { // where headers of tables stand elsewhere, too
			otherwise = append(otherwise, fmt.Sprintf("%s (page %d: ours %q, theirs %q)", tw.name, page, firstWords(a, page), firstWords(b, page)))
			continue
		}
		sameWords(t, tw.name, slices.Concat(a...), slices.Concat(b...))
	}
	t.Logf("%d twins; pages differ: %d %v; first words differ: %d\n%s", len(twins), len(off), off, len(otherwise), strings.Join(otherwise, "\n"))
	if len(off)*100 > len(twins) || len(otherwise)*20 > len(twins) {
		t.Errorf("more than one in a hundred has other pages, or more than one in twenty begins them with other words")
	}
}

// A twinPress makes twins.
type twinPress struct{ plain, draft *Renderer }

func newTwinPress(t testing.TB, template string) twinPress {
	t.Helper()
	o := Options{Family: newRenderer(t).options.Family, Document: builtIn(t, template), Forms: []*tmpl.Template{builtIn(t, "dang-thong-bao")}, Formats: []Format{PDF, DOCX}}
	plain, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	o.Draft = true
	draft, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return twinPress{plain, draft}
}

// twinsOf makes the examples, the shapes, the documents about a follow-up, and n
// records that are made up.
func twinsOf(t *testing.T, n int) []twin {
	t.Helper()
	p := newTwinPress(t, "thong-bao-ket-luan")
	var twins []twin
	shapes, _ := filepath.Glob("testdata/shapes/*.yaml")
	known, _ := filepath.Glob(examples + "/20*.yaml")
	for _, path := range append(known, shapes...) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		twins = append(twins, p.twin(t, p.plain, strings.TrimSuffix(filepath.Base(path), ".yaml"), filepath.Dir(path), src))
	}
	for seed := range n {
		r := p.plain
		if seed%8 == 7 {
			r = p.draft
		}
		twins = append(twins, p.twin(t, r, fmt.Sprintf("made-up-%03d", seed), "", []byte(madeup.Record(uint64(seed)))))
	}
	return slices.Concat(twins, followUpTwins(t), paperTwins(t))
}

func (p twinPress) twin(t *testing.T, r *Renderer, name, folder string, src []byte) twin {
	t.Helper()
	rec, problems := r.Read(name, src, func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(folder, path)) })
	for _, p := range problems {
		t.Fatalf("%s: %s: %s", p.Pos, p.Field, p.Message.EN)
	}
	files, err := r.Files(rec)
	if err != nil {
		t.Fatal(err)
	}
	return twin{name, files[0].Bytes, files[1].Bytes, r == p.draft}
}

// paperTwins are the papers of a whole meeting.
func paperTwins(t *testing.T) []twin {
	t.Helper()
	var twins []twin
	for _, template := range papers {
		r := newTwinPress(t, template).plain
		files, err := r.Files(example(t, r, wholeMeeting))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(files); i += 2 {
			twins = append(twins, twin{strings.TrimSuffix(strings.TrimPrefix(files[i].Suffix, "-"), ".pdf"), files[i].Bytes, files[i+1].Bytes, false})
		}
	}
	return twins
}

// followUpTwins are a report and letters.
func followUpTwins(t *testing.T) []twin {
	t.Helper()
	var twins []twin
	for _, of := range []struct {
		template, record string
		at               calendar.Date
	}{
		{"bao-cao-ket-qua", "2026-q1-giao-ban.yaml", date(2026, 3, 20)}, {"cong-van-don-doc", "2026-q1-giao-ban.yaml", date(2026, 3, 20)},
		{"dang-bao-cao", party, date(2026, 11, 25)}, {"dang-cong-van", party, date(2026, 11, 25)},
	} {
		r := newTwinPress(t, of.template).plain
		rec := example(t, r, of.record)
		files, err := r.FollowUp(rec, tmpl.FollowUp{Standings: standings(rec, quarterOne), AsOf: of.at})
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(files); i += 2 {
			name := strings.TrimSuffix(strings.TrimPrefix(files[i].Suffix, "-"), ".pdf")
			if rec.System != "" {
				name = rec.System + "-" + name
			}
			twins = append(twins, twin{name, files[i].Bytes, files[i+1].Bytes, false})
		}
	}
	return twins
}

// What Microsoft's own validator finds wrong, Word repairs or refuses.
func TestTwinsAreValid(t *testing.T) {
	racing.Skip(t)
	validator := filepath.Join(os.Getenv("NODE_PATH"), "@xarsh", "ooxml-validator", "dist", "src", "cli.js")
	if _, err := os.Stat(validator); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no ooxml-validator")
		}
		t.Skip("no ooxml-validator")
	}
	dir := t.TempDir()
	for _, tw := range twinsOf(t, 8) {
		if !slices.Contains([]string{"2026-q1-giao-ban", "hai-nguoi-ky", "phu-luc-bang", "made-up-007", "bao-cao", "don-doc-nks", "2026-dang-uy-xa", "party-bao-cao", "party-don-doc-mttq"}, tw.name) {
			continue
		}
		name := filepath.Join(dir, tw.name+".docx")
		if err := os.WriteFile(name, tw.docx, 0o666); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command("node", validator, name).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", tw.name, err, said)
		}
	}
}

func pagesOf(t *testing.T, pdf []byte) *read.File {
	t.Helper()
	f, err := read.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// keepsAsMany looks for rules that ours keeps and theirs does not.
func keepsAsMany(t *testing.T, name string, ours, theirs *read.File) {
	t.Helper()
	kept := map[string]bool{}
	for _, r := range decree.Measure(ours) {
		kept[r.ID] = r.Status == decree.Kept
	}
	for _, r := range decree.Measure(theirs) {
		if !kept[r.ID] || r.Status == decree.Kept {
			continue
		}
		t.Errorf("%s: %s %s: %s", name, r.ID, r.Title.EN, r.Status)
		for _, f := range r.Faults {
			t.Errorf("  page %d: %s", f.Page, f.Message.EN)
		}
	}
}

// wordsByPage are the words of each page without its number and those of lines,
// as a foreign program reads them.
func wordsByPage(t *testing.T, pdf []byte, numbered bool) [][]string {
	t.Helper()
	pages := strings.Split(textOf(t, pdf, "-raw"), "\f")
	all := make([][]string, 0, len(pages))
	number := 0
	for _, page := range pages[:len(pages)-1] {
		words := strings.Fields(strings.NewReplacer("\u2011", "-", "\u00A0", " ").Replace(page))
		number++
		switch n := len(words); { // the number stands first or last; none is on the first page of an annex
		case n > 0 && words[0] == strconv.Itoa(number):
			words = words[1:]
		case n > 0 && words[n-1] == strconv.Itoa(number):
			words = words[:n-1]
		default:
			number = 1
		}
		if numbered {
			words = slices.DeleteFunc(words, isCount)
		}
		all = append(all, words)
	}
	return all
}

func isCount(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

// sameWords compares words but for where lines part them.
func sameWords(t *testing.T, name string, ours, theirs []string) {
	t.Helper()
	a, b := []rune(strings.Join(ours, "")), []rune(strings.Join(theirs, ""))
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Errorf("%s: our words go on %q, theirs %q", name, string(a[min(i, len(a)):min(i+30, len(a))]), string(b[min(i, len(b)):min(i+30, len(b))]))
			return
		}
	}
}

// otherStart returns the first page, from 1, that begins with other words.
func otherStart(a, b [][]string) int {
	for i := range max(len(a), len(b)) {
		if firstWords(a, i+1) != firstWords(b, i+1) {
			return i + 1
		}
	}
	return 0
}

func firstWords(pages [][]string, page int) string {
	if page > len(pages) {
		return ""
	}
	words := pages[page-1]
	return strings.Join(words[:min(8, len(words))], " ")
}
