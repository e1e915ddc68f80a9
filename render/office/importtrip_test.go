package office

import (
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ketluan/render"
	"ketluan/render/doc"
	"ketluan/render/intake"
	"ketluan/render/record"
	"ketluan/render/testdata/madeup"
)

// tripsIn are how many made up records are imported from their own files; more of
// them by hand, with TWINS=200.
const tripsIn = 24

// What the program has made of a record it reads again: each field that is
// printed is that of the record, from the Word file and from the PDF, though
// nothing that only it knows of is left in them.
func TestImportOfOwn(t *testing.T) {
	n := tripsIn
	if asked, err := strconv.Atoi(os.Getenv("TWINS")); err == nil {
		n = asked
	}
	p, err := NewPress(Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	press := map[bool]*render.Renderer{}
	for _, draft := range []bool{false, true} {
		o := render.Options{Family: p.Family, Document: p.Templates[Notice].Template, Formats: []render.Format{render.PDF, render.DOCX}, Draft: draft}
		if press[draft], err = render.New(o); err != nil {
			t.Fatal(err)
		}
	}
	same := map[string]int{}
	for seed := range n {
		trip := trip{Press: p, name: fmt.Sprintf("made-up-%03d", seed)}
		src := madeup.Record(uint64(seed))
		rec, problems := p.Read(trip.name, []byte(src), nil)
		if rec == nil || len(problems) > 0 {
			t.Fatal(trip.name, problems)
		}
		files, err := press[seed%8 == 7].Files(rec)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			content := f.Bytes
			kind := path.Ext(f.Suffix)
			if kind == ".docx" {
				content = stripped(t, content)
			}
			if differ := trip.differences(rec, content); len(differ) > 0 {
				t.Errorf("%s%s:\n  %s", trip.name, kind, strings.Join(differ, "\n  "))
				continue
			}
			same[kind]++
		}
	}
	t.Logf("of %d records equal: %v", n, same)
}

var bookmark = regexp.MustCompile(`<w:bookmark(?:Start|End)[^>]*/>`)

// stripped takes the bookmarks out of a Word file, and its properties.
func stripped(t *testing.T, src []byte) []byte {
	t.Helper()
	return changedWord(t, src, func(xml string) string { return bookmark.ReplaceAllString(xml, "") })
}

// A trip is a record on its way to a file and back.
type trip struct {
	*Press
	name string
}

// differences imports a file, and returns what is printed otherwise of the draft
// than of the record, and who leads and by when.
func (t trip) differences(rec *record.Record, content []byte) []string {
	n, err := ReadNotice(content)
	if err != nil {
		return []string{err.Error()}
	}
	profile := intake.Profile("a", []*intake.Notice{n})
	names := intake.Names{Source: "a", Profile: "a.profile.yaml", Quarter: "2020-Q3"}
	src := n.Record(names)
	again, problems := t.Read(t.name, src, func(string) ([]byte, error) { return profile, nil })
	if again == nil {
		return []string{fmt.Sprint(problems)}
	}
	var differ []string
	for _, p := range problems {
		differ = append(differ, p.Pos.String()+" "+p.Message.EN)
	}
	a, errA := t.Templates[Notice].Draft(rec)
	b, errB := t.Templates[Notice].Draft(again)
	if errA != nil || errB != nil {
		return append(differ, fmt.Sprint(errA, errB))
	}
	differ = append(differ, unequal(printed(a.Blocks, nil), printed(b.Blocks, nil))...)
	tasks := map[string]bool{}
	for _, it := range rec.Tasks() {
		tasks[strings.TrimSuffix(it.Text, ".")] = true
	}
	return append(differ, unequal(duties(rec.Conclusions, tasks, nil), duties(again.Conclusions, tasks, nil))...)
}

// unequal returns the first few places where two lists differ.
func unequal(a, b []string) (differ []string) {
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			differ = append(differ, "record "+x, "import "+y)
		}
		if len(differ) > 3 {
			break
		}
	}
	return differ
}

// printed returns the paragraphs of a document: their style, and their words with
// the face of each.
func printed(blocks []doc.Block, all []string) []string {
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			text := []byte(b.Style.Name + ":")
			face := b.Style.Font.Face
			for _, s := range b.Spans {
				for _, w := range strings.Fields(strings.NewReplacer("\u00A0", " ", "\u2028", " ").Replace(s.Text)) {
					if s.Font.Face != face {
						face = s.Font.Face
						text = fmt.Appendf(text, " {%d}", face)
					}
					text = append(text, " "+w...)
				}
			}
			all = append(all, string(text))
		case *doc.List:
			for _, it := range b.Items {
				all = printed(it.Blocks, all)
			}
		case *doc.Columns:
			for _, c := range slices.Concat(b.Rows...) {
				all = printed(c.Blocks, all)
			}
		case *doc.Fit:
			all = printed(b.Variants[0], all)
		case *doc.Table:
			for _, c := range slices.Concat(append([][]doc.Cell{b.Header}, b.Rows...)...) {
				all = printed(c.Blocks, all)
			}
		}
	}
	return all
}

// duties returns who leads, who takes part, and by when, of each conclusion that
// the record calls a task: of others no word of the text says so.
func duties(items []*record.Item, only map[string]bool, all []string) []string {
	for _, it := range items {
		var leads, partners []string
		for _, u := range it.Leads {
			leads = append(leads, u.Name)
		}
		for _, u := range it.Partners {
			partners = append(partners, u.Name)
		}
		if only[strings.TrimSuffix(it.Text, ".")] {
			all = append(all, fmt.Sprintf("%.60s: task %v: %v with %v by %s", it.Text, it.Task, leads, partners, it.Deadline.Day))
		}
		all = duties(it.Items, only, all)
	}
	return all
}
