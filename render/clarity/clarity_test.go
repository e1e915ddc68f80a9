package clarity

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	stdtime "time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/record"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// asked writes what is asked about the items of a record, a line a question.
func asked(t testing.TB, src string) string {
	t.Helper()
	rec, problems := record.Parse([]byte(src), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, src)
	}
	var b strings.Builder
	var walk func(items []*record.Item)
	walk = func(items []*record.Item) {
		for _, it := range items {
			fmt.Fprintf(&b, "%s\n", it.Text)
			seen := map[Clarity]bool{}
			for _, q := range Ask(rec, it) {
				if seen[q.Clarity] || q.Text.EN == "" || q.Clarity.Name().EN == "" {
					t.Errorf("%+v", q)
				}
				seen[q.Clarity] = true
				fmt.Fprintf(&b, "    %s: %s", q.Clarity.Name().VI, q.Text.VI)
				if len(q.Choices) > 0 {
					fmt.Fprintf(&b, " [%s]", strings.Join(q.Choices, " / "))
				}
				b.WriteByte('\n')
			}
			walk(it.Items)
		}
	}
	walk(rec.Conclusions)
	return b.String()
}

// Each archive is about one clarity: the conclusions of a record, and what is
// asked about them.
func TestAsk(t *testing.T) {
	for _, name := range []Clarity{Person, Work, Time, Responsibility, Product, Authority, "none"} {
		t.Run(string(name), func(t *testing.T) {
			file := "testdata/" + string(name) + ".txtar"
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := asked(t, string(ar.Files[0].Data))
			if *update {
				ar.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
			if has := strings.Contains(got, "    "+name.Name().VI); has != (name != "none") {
				t.Errorf("%s", got)
			}
		})
	}
}

// Long texts and many leads cost what they weigh.
func TestLinear(t *testing.T) {
	took := func(n int) stdtime.Duration {
		rec, _ := record.Parse([]byte("meeting-date: 1/1/2026\nagency: {name: A}\nconclusions:\n  - lead: ["+strings.Repeat("A, ", 1)+"B]\n    text: |\n      "+strings.Repeat("trình, báo cáo. ", n)+"\n"), record.Source{Name: "a.yaml"})
		least := stdtime.Hour // the machine may be busy
		for range 20 {
			began := stdtime.Now()
			Ask(rec, rec.Conclusions[0])
			least = min(least, stdtime.Since(began))
		}
		return least
	}
	took(100)
	if once, twice := took(500), took(1000); twice > 4*once+stdtime.Millisecond {
		t.Errorf("%v, twice as much %v", once, twice)
	}
}
