package office

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ketluan/render"
	word "ketluan/render/docx/read"
	"ketluan/render/testdata/madeup"
)

// Whatever somebody does in Word, no word is lost without a word: what the record
// says after all that can be taken is taken, and what the report names, is what
// the Word file says.
func TestNothingIsDropped(t *testing.T) {
	r, err := NewReviser(nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 60
	if asked, err := strconv.Atoi(os.Getenv("EDITS")); err == nil {
		n = asked
	}
	for seed := range n {
		src := reviewed
		if seed%3 > 0 {
			src = withoutTasks.ReplaceAllString(madeup.Record(uint64(seed)), "")
		}
		e := &editor{Rand: rand.New(rand.NewPCG(uint64(seed), 7))}
		files := map[string]string{"a.yaml": src, "so.profile.yaml": reviewedProfile}
		edited := changedWord(t, wordIn(t, r, files), e.edit)
		files["sua.docx"] = string(edited)
		t.Run(fmt.Sprintf("%d: %s", seed, strings.Join(e.did, ", ")), func(t *testing.T) { dropsNothing(t, r, files) })
	}
}

// withoutTasks takes the table of tasks out, which says what the conclusions say.
var withoutTasks = regexp.MustCompile(`(?m)^annex: tasks\n|^    - tasks\n`)

// wordIn makes the Word file of a.yaml.
func wordIn(t *testing.T, r *Reviser, files map[string]string) []byte {
	t.Helper()
	in := Open(r.presses[0], Place{Folder: NewMemory(files), Name: "a.yaml"}.File())
	if in.Err != nil || len(in.Problems) > 0 {
		t.Fatal(in.Err, in.Problems)
	}
	return documentOf(t, r.presses[0], in)
}

func documentOf(t *testing.T, press *render.Renderer, in Opened) []byte {
	t.Helper()
	made, err := press.Files(in.Record)
	if err != nil {
		t.Fatal(err)
	}
	return made[0].Bytes
}

func dropsNothing(t *testing.T, r *Reviser, files map[string]string) {
	f := NewMemory(files)
	v := r.Revise(t.Context(), Place{Folder: f, Name: "a.yaml"}.File(), Place{Folder: f, Name: "sua.docx"})
	if v.Err != nil || len(v.Problems) > 0 {
		t.Fatal(v.Err, v.Problems)
	}
	var can []int
	for i, ch := range v.Changes {
		if len(ch.Edits) > 0 {
			can = append(can, i)
		} else if ch.Refused.VI == "" {
			t.Errorf("neither taken nor refused: %+v", ch)
		}
	}
	taken, err := v.Take(t.Context(), can)
	if err != nil {
		t.Fatal(err)
	}
	var was, now strings.Builder // what the report names and the record does not say
	for i, ch := range v.Changes {
		if !slices.Contains(taken.Written, i) {
			fmt.Fprintln(&was, strings.ToLower(ch.Was))
			fmt.Fprintln(&now, strings.ToLower(ch.Now))
		}
	}
	in := Open(v.press, Place{Folder: f, Name: "a.yaml"}.File())
	if in.Err != nil || len(in.Problems) > 0 {
		t.Fatal(in.Err, in.Problems)
	}
	says, wanted := wordsOf(t, documentOf(t, v.press, in)), wordsOf(t, []byte(files["sua.docx"]))
	for _, w := range slices.Sorted(maps.Keys(wanted)) {
		if wanted[w] > says[w] && !strings.Contains(now.String(), w) {
			t.Errorf("%q of the Word file is nowhere", w)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(says)) {
		if says[w] > wanted[w] && !strings.Contains(was.String(), w) {
			t.Errorf("%q, gone from the Word file, is still in the record", w)
		}
	}
	if t.Failed() {
		t.Logf("written %v of %+v\n%s", taken.Written, v.Changes, f.Files()["a.yaml"])
	}
}

// wordsOf counts the words of a Word file, but for numbers and marks: labels are
// counted anew, ends of lists and sentences made anew.
func wordsOf(t *testing.T, src []byte) map[string]int {
	t.Helper()
	f, err := word.Open(src)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	var walk func(blocks []word.Block)
	walk = func(blocks []word.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *word.Paragraph:
				var text strings.Builder
				for _, run := range b.Runs {
					if run.Change == nil || !run.Change.Deleted {
						text.WriteString(run.Text)
					}
				}
				if strings.HasPrefix(text.String(), "(Kèm theo") { // which says again what stands elsewhere
					continue
				}
				for _, w := range strings.FieldsFunc(text.String(), func(c rune) bool { return !unicode.IsLetter(c) }) {
					if len([]rune(w)) > 1 && strings.Trim(w, "IVX") != "" {
						count[strings.ToLower(w)]++
					}
				}
			case *word.Table:
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						walk(c.Blocks)
					}
				}
			}
		}
	}
	walk(f.Blocks)
	return count
}

// An editor changes the XML of a document.
type editor struct {
	*rand.Rand
	did []string
	n   int
}

var (
	textRun    = regexp.MustCompile(`<w:t xml:space="preserve">[^<]*\p{L}{2}[^<]*</w:t>`)
	wholePara  = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
	tableRow   = regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`)
	controlled = regexp.MustCompile(`(?s)<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>`)
	oneWord    = regexp.MustCompile(`\p{L}{2,}`)
)

func (e *editor) edit(x string) string {
	for range 1 + e.IntN(3) {
		kinds := []struct {
			name string
			do   func(string) string
		}{
			{"replaced", e.replaced}, {"put in", e.putIn}, {"taken out", e.takenOut}, {"tracked", e.tracked}, {"new", e.added}, {"gone", e.gone},
			{"parted", e.parted}, {"joined", e.joined}, {"swapped", e.swapped}, {"row gone", e.rowGone}, {"table", e.table}, {"new in cell", e.inCell},
		}
		for before := x; x == before; {
			k := kinds[e.IntN(len(kinds))]
			if x = k.do(x); x != before {
				e.did = append(e.did, k.name)
			}
		}
	}
	return x
}

// fresh is a word that no record has.
func (e *editor) fresh() string {
	e.n++
	return "thêm" + strings.Repeat("z", e.n) + string(rune('a'+e.IntN(26)))
}

// one picks a place of a kind.
func (e *editor) one(kind *regexp.Regexp, x string) (from, to int) {
	all := kind.FindAllStringIndex(x, -1)
	if len(all) == 0 {
		return 0, 0
	}
	m := all[e.IntN(len(all))]
	return m[0], m[1]
}

// word changes a word of a text.
func (e *editor) word(x string, made func(w string) string) string {
	from, to := e.one(textRun, x)
	begin := from + strings.IndexByte(x[from:to], '>') + 1
	a, b := e.one(oneWord, x[begin:to-len("</w:t>")])
	if a > 0 && x[begin+a-1] == '&' {
		return x
	}
	return x[:begin+a] + made(x[begin+a:begin+b]) + x[begin+b:]
}

func (e *editor) replaced(x string) string {
	return e.word(x, func(string) string { return e.fresh() })
}
func (e *editor) putIn(x string) string {
	return e.word(x, func(w string) string { return w + " " + e.fresh() })
}
func (e *editor) takenOut(x string) string { return e.word(x, func(string) string { return "" }) }

func (e *editor) tracked(x string) string {
	return e.word(x, func(w string) string {
		return `</w:t></w:r>` + strings.Replace(struck, "%", w, 1) + strings.Replace(tracked, "%", e.fresh(), 1) + `<w:r><w:t xml:space="preserve">`
	})
}

// body is where the paragraphs are that stand in no table.
func (e *editor) paragraph(x string) (from, to int) {
	for range 50 {
		from, to = e.one(wholePara, x)
		if strings.Count(x[:from], "<w:tbl>") == strings.Count(x[:from], "</w:tbl>") && !strings.Contains(x[from:to], "w:sectPr") {
			return from, to
		}
	}
	return 0, 0
}

func (e *editor) added(x string) string {
	_, to := e.paragraph(x)
	return x[:to] + `<w:p><w:r><w:t>` + e.fresh() + ` ` + e.fresh() + `.</w:t></w:r></w:p>` + x[to:]
}

func (e *editor) gone(x string) string {
	from, to := e.paragraph(x)
	return x[:from] + x[to:]
}

func (e *editor) parted(x string) string {
	if strings.Contains(x, "<w:sdt>") { // whose content may be no paragraph
		x = controlled.ReplaceAllString(x, "")
	}
	return e.word(x, func(w string) string {
		return `</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">` + w
	})
}

func (e *editor) joined(x string) string {
	_, to := e.paragraph(x)
	next := strings.Index(x[to:], "<w:p>")
	if next != 0 {
		return x
	}
	inner := x[to+len("<w:p>"):]
	if end := strings.Index(inner, "</w:pPr>"); strings.HasPrefix(inner, "<w:pPr>") && end >= 0 {
		inner = inner[end+len("</w:pPr>"):]
	}
	return x[:to-len("</w:p>")] + `<w:r><w:t xml:space="preserve"> </w:t></w:r>` + inner
}

func (e *editor) swapped(x string) string {
	from, to := e.paragraph(x)
	if !strings.HasPrefix(x[to:], "<w:p>") {
		return x
	}
	end := to + strings.Index(x[to:], "</w:p>") + len("</w:p>")
	if strings.Contains(x[to:end], "w:sectPr") {
		return x
	}
	return x[:from] + x[to:end] + x[from:to] + x[end:]
}

func (e *editor) rowGone(x string) string {
	from, to := e.one(tableRow, x)
	return x[:from] + x[to:]
}

func (e *editor) table(x string) string {
	_, to := e.paragraph(x)
	return x[:to] + `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>` + e.fresh() + `</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>` + e.fresh() + `</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` + x[to:]
}

func (e *editor) inCell(x string) string {
	from, to := e.one(tableRow, x)
	if to == 0 {
		return x
	}
	end := strings.LastIndex(x[from:to], "</w:tc>")
	return x[:from+end] + `<w:p><w:r><w:t>` + e.fresh() + `</w:t></w:r></w:p>` + x[from+end:]
}
