package wording

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/record"
)

// said writes what is unsaid, a task a line: "1: Phòng A | Phòng B | 15/10/2024".
func said(rec *record.Record) string {
	unsaid := Unsaid(rec)
	var b strings.Builder
	for i, task := range rec.Tasks() {
		rest, ok := unsaid[task]
		if !ok {
			continue
		}
		fmt.Fprintf(&b, "%d: %s | %s | %s\n", i+1, names(rest.Leads), names(rest.Partners), rest.Deadline.Words)
	}
	return b.String()
}

func names(units []*record.Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.Name)
	}
	return strings.Join(all, ", ")
}

// The archive is an office with its groups, records whose texts say all ("said"),
// and records whose texts do not ("unsaid", then a section of what).
func TestUnsaid(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/unsaid.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range ar.Files {
		kind, _, _ := strings.Cut(f.Name, " ")
		if kind != "said:" && kind != "unsaid:" {
			continue
		}
		profile := string(ar.Files[0].Data)
		if !strings.Contains(f.Name, "no groups") {
			profile += string(ar.Files[1].Data)
		}
		rec, problems := record.Parse([]byte(profile+string(f.Data)), record.Source{Name: "a.yaml"})
		for _, p := range problems {
			t.Errorf("%s: %s %s", f.Name, p.Pos, p.Message.EN)
		}
		if rec == nil {
			continue
		}
		want := ""
		if kind == "unsaid:" {
			want = string(ar.Files[i+1].Data)
		}
		if got := said(rec); got != want {
			t.Errorf("%s:\n%swant\n%s", f.Name, got, want)
		}
	}
}

// office makes a record with n tasks, each of all of its units.
func office(n int, text func(i int) string) *record.Record {
	rec := &record.Record{}
	group := &record.Unit{Name: "Các phòng"}
	for i := range 40 {
		u := &record.Unit{Name: fmt.Sprintf("Phòng A A A A %d", i), Aliases: []string{fmt.Sprintf("A A A %d", i)}}
		rec.Units = append(rec.Units, u)
		group.Members = append(group.Members, u)
	}
	rec.Units = append(rec.Units, group)
	above := &record.Item{Heading: strings.Repeat("các Phòng A A A A, A A ", n), Leads: rec.Units[1:]}
	for i := range n {
		above.Items = append(above.Items, &record.Item{
			Text: text(i), Task: true, Leads: rec.Units[1:], Partners: rec.Units[1:],
			Deadline: record.Deadline{Words: fmt.Sprintf("a a a a a %d", i)},
		})
	}
	rec.Conclusions = []*record.Item{above}
	return rec
}

// Eight times the input takes nothing like 64 times the time, whatever it repeats.
func TestHostile(t *testing.T) {
	for name, text := range map[string]func(int) string{
		"names":   func(i int) string { return strings.Repeat("các Phòng A A: A A 1, ", 10) },
		"letters": func(i int) string { return strings.Repeat("A&", 200) + strings.Repeat("a ", 200) },
		"days":    func(i int) string { return strings.Repeat("1/1/ tháng 1 năm 1/1-1.1.2024 ", 10) },
		"broken":  func(i int) string { return strings.Repeat("\xff\xe1.", 100) },
	} {
		took := func(n int) time.Duration {
			best := time.Hour
			for range 3 {
				start := time.Now()
				Unsaid(office(n, text))
				best = min(best, time.Since(start))
			}
			return best
		}
		if one, eight := took(60), took(480); eight > 30*max(one, 10*time.Millisecond) {
			t.Errorf("%s: %v, and eight times of it %v", name, one, eight)
		}
	}
}

func TestOpen(t *testing.T) {
	for text, want := range map[string]bool{"Lưu ý:": true, "Lưu ý.": false, "": false} {
		if Open(text) != want {
			t.Errorf("%q", text)
		}
	}
	if !slices.Equal(initials(wordsOf("Phòng")), nil) {
		t.Error("a kind alone has initials")
	}
}
