package render

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ketluan/render/pdf/read"
	"ketluan/render/record"
)

// extractors are programs of other people that take the text out of a PDF.
var extractors = [][]string{
	{"pdftotext", "FILE", "-"}, {"pdftotext", "-layout", "FILE", "-"}, {"pdftotext", "-raw", "FILE", "-"},
	{"mutool", "draw", "-q", "-F", "txt", "FILE"}, {"pdf2txt", "FILE"},
}

// Other programs give the words of a record back from its notice, in their order
// and whole: also where a line ends in a hyphen.
func TestTextOut(t *testing.T) {
	r := newRenderer(t)
	records := map[string]*record.Record{"hyphens": parsed(t, r, "gach-noi.yaml", []byte(hyphened()))}
	for _, name := range exampleNames(t) {
		records[name] = example(t, r, name)
	}
	for name, rec := range records {
		files, err := r.Files(rec)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, files[0].Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := read.Open(files[0].Bytes)
		if err != nil {
			t.Fatal(err)
		}
		if name == "hyphens" && lineEnds(f, "-") < 2 {
			t.Fatalf("%d lines end in a hyphen: nothing is tried", lineEnds(f, "-"))
		}
		for _, e := range extractors {
			if _, err := exec.LookPath(e[0]); err != nil {
				t.Logf("no %s", e[0])
				continue
			}
			args := slices.Clone(e[1:])
			args[slices.Index(args, "FILE")] = path
			out, err := exec.Command(e[0], args...).Output()
			if err != nil {
				t.Fatalf("%v: %v", e, err)
			}
			words := wordsOut(strings.ToLower(string(out)))
			for _, said := range textsSaid(rec) {
				i := find(words, strings.Fields(said))
				if i < 0 {
					t.Errorf("%s, %v: not there, or not behind what stands above it: %q", name, e[:2], said)
					break
				}
				words = words[i:]
			}
		}
	}
}

// hyphened is a record in whose notice lines end in hyphens: one of spaces, and
// one within a symbol that is longer than a line has room.
func hyphened() string {
	var b strings.Builder
	b.WriteString("meeting-date: 28/9/2020\nsubject: Kết luận\nagency: {name: Sở Tài chính, code: STC, place: Quảng Ngãi}\nopening: Giám đốc kết luận\nconclusions:\n")
	words := strings.Fields("Phòng Kế hoạch - Tài chính rà soát Quyết định số 1234/QĐ-UBND giai đoạn 2026-2030 theo Nghị định số 30/2020/NĐ-CP và Sở Văn hóa - Thể thao - Du lịch tỉnh")
	chance := rand.New(rand.NewPCG(3, 3))
	for range 20 {
		var text []string
		for len(text) < 45 {
			from := []int{0, 6, 13, 17, 24}[chance.IntN(5)]
			text = append(text, words[from:min(from+3+chance.IntN(6), len(words))]...)
		}
		b.WriteString("  - lead: Phòng A\n    text: Phòng A " + strings.Join(text, " ") + ".\n")
	}
	b.WriteString("signer: {position: Giám đốc, name: Nguyễn Văn A}\nrecipients: [\"Lưu: VT\"]\n")
	return b.String()
}

// textsSaid are the texts of a record in the order of its notice: subject, opening,
// conclusions with their headings, closing. They are without the mark at their end,
// which the notice may change, and in small letters.
func textsSaid(rec *record.Record) (all []string) {
	add := func(texts ...string) {
		for _, text := range texts {
			if text = strings.TrimRight(text, ".;:/ "); text != "" {
				all = append(all, strings.ToLower(text))
			}
		}
	}
	var walk func([]*record.Item)
	walk = func(items []*record.Item) {
		for _, c := range items {
			add(c.Heading, c.Text)
			walk(c.Items)
			add(c.After)
		}
	}
	add(rec.Subject)
	add(rec.Opening...)
	walk(rec.Conclusions)
	add(rec.Closing...)
	return all
}

// wordsOut are the words of a program's text, without the numbers of pages and
// what it says of fields for signatures.
func wordsOut(text string) (words []string) {
	for i, page := range strings.Split(text, "\f") {
		for line := range strings.Lines(page) {
			if line = strings.TrimSpace(line); line != strconv.Itoa(i+1) && line != "sign" {
				words = append(words, strings.Fields(line)...)
			}
		}
	}
	return words
}

// find returns where the words stand behind some that follow each other; -1 where
// these do not. The last may have a mark behind it, and one that a line parts at a
// hyphen or a slash is two.
func find(words, wanted []string) int {
	for i := range words {
		if n := begins(words[i:], wanted); n > 0 {
			return i + n
		}
	}
	return -1
}

// begins returns how many words are the wanted ones; 0 where they are not.
func begins(words, wanted []string) (n int) {
	for i, want := range wanted {
		if n == len(words) {
			return 0
		}
		got := words[n]
		for n++; got != want && strings.ContainsAny(got[len(got)-1:], "-/") && strings.HasPrefix(want, got) && n < len(words); n++ {
			got += words[n]
		}
		if got != want && (i < len(wanted)-1 || !strings.HasPrefix(got, want)) {
			return 0
		}
	}
	return n
}

func lineEnds(f *read.File, end string) (n int) {
	for _, p := range f.Pages {
		for _, l := range p.Lines() {
			if strings.HasSuffix(l.Text, end) {
				n++
			}
		}
	}
	return n
}
