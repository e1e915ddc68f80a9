package render

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/layout"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// The signing tools, and an office's own sizes.
var signings = []string{"", "signing: vnpt\n", "signing: vgca\n", "signing: {signer: 200x120, seal: 102x102, number: 38x20, day: 24x20, month: 17x20, fields: yes}\n"}

// The dates of a document: whole; day blank; day and month blank; empty.
var dates = []string{"date: 28/12/2026\nnumber: \"7\"\n", "date: /12/2026\n", "date: //2026\n", ""}

// lettersOf fills a template in with a record, whatever it makes.
func lettersOf(t *testing.T, made *tmpl.Template, rec *record.Record) []tmpl.Letter {
	t.Helper()
	if len(made.Missing(rec)) > 0 {
		return nil
	}
	var letters []tmpl.Letter
	var err error
	if made.NeedsFollowUp() {
		at := tmpl.FollowUp{AsOf: calendar.Date{Year: 2026, Month: 12, Day: 15}, Number: rec.Number, Date: rec.Date}
		letters, err = made.Letters(rec, at, false)
	} else {
		letters, err = made.Papers(rec, false)
	}
	if err != nil {
		t.Fatal(err)
	}
	return letters
}

// Nothing printed lies below a box, in any document of the examples, by any tool,
// however much of the date is there; each box is on its page and has its size, or
// says which it wanted.
func TestNothingBelowBoxes(t *testing.T) {
	r := newRenderer(t)
	m := measurer{r.options.Family}
	paths, _ := filepath.Glob(examples + "/20*.yaml")
	var kinds []*tmpl.Template
	for _, name := range append(slices.Clone(papers), "thong-bao-ket-luan", "dang-thong-bao", "dang-giay-moi", "dang-bao-cao", "dang-cong-van", "bao-cao-ket-qua", "cong-van-don-doc") {
		kinds = append(kinds, builtIn(t, name))
	}
	seen := map[string]int{}
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, signing := range signings {
			for j, date := range dates {
				rec := dated(t, r, filepath.Base(path), string(src), signing+date)
				for k, made := range kinds {
					if i > 0 && j > 1 && (i+j+k)%4 > 0 {
						continue // each kind by each tool, and in each state of its date, but not all of it
					}
					for _, l := range lettersOf(t, made, rec) {
						pages, err := layout.Pages(l.Document, m)
						if err != nil {
							t.Fatal(err)
						}
						for _, page := range pages {
							judgeSpots(t, fmt.Sprintf("%s, %s, signing %d, date %d", rec.Code, made.BaseName(), i, j), page, m, spotsOf(page, l.Document.Stamps, m), seen)
						}
					}
				}
			}
		}
	}
	for _, name := range []string{"so", "ngay", "thang", "ngay-thang", "dia-danh", "nguoi-ky", "co-quan"} {
		if seen[name] < 50 {
			t.Errorf("%d boxes %s", seen[name], name)
		}
	}
}

// dated is a record with lines in the place of those that say its date, number
// and documents.
func dated(t *testing.T, r *Renderer, name, src, lines string) *record.Record {
	t.Helper()
	var kept strings.Builder
	papers := false
	for line := range strings.Lines(src) {
		if line[0] != ' ' && line[0] != '#' {
			papers = strings.HasPrefix(line, "documents:")
		}
		if !papers && !strings.HasPrefix(line, "date:") && !strings.HasPrefix(line, "number:") {
			kept.WriteString(line)
		}
	}
	open := func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(examples, path)) }
	rec, problems := record.Parse([]byte(kept.String()+"\n"+lines), record.Source{Name: name, Open: open, Printable: r.options.Family.Printable})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rec
}

func judgeSpots(t *testing.T, where string, page layout.Page, m layout.Measurer, spots []spot, seen map[string]int) {
	t.Helper()
	s := newSurface(page, m)
	for _, at := range spots {
		seen[at.name]++
		if at.x < 0 || at.y < 0 || at.x+at.width > page.Width || at.y+at.height > page.Height || at.width <= 0 || at.height <= 0 {
			t.Errorf("%s: %s is off the page: %+v", where, at.name, at.rect)
		}
		if at.before == "" && at.after == "" {
			t.Errorf("%s: nothing stands beside %s", where, at.name)
		}
		words := 0
		for _, printed := range s.printed {
			if at.meets(printed) {
				words++
			}
		}
		if own := len(strings.Fields(at.text)); words != own || at.blank && own > 0 {
			t.Errorf("%s: below %s (%q) are %d words: %+v", where, at.name, at.text, words, at.rect)
		}
	}
}
