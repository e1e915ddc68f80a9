package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/record"
)

// falseAlarms are findings in correct.txt that are known to be wrong: at most
// one in a hundred sentences may be.
var falseAlarms = map[string]bool{}

// Correct official Vietnamese, written for this test: each sentence as the task
// of a record of its own, and all of them in one.
func TestCorrectVietnamese(t *testing.T) {
	src, err := os.ReadFile("testdata/correct.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.Split(strings.TrimSpace(string(src)), "\n")
	if len(sentences) < 200 {
		t.Fatalf("%d sentences", len(sentences))
	}
	wrong := 0
	for i, s := range sentences {
		_, findings := checked(t, "a.yaml", sentence(s))
		for _, f := range findings {
			if key := fmt.Sprintf("%d %s", i+1, f.Rule.ID); !expected(f) {
				wrong++
				if !falseAlarms[key] {
					t.Errorf("line %d: %s %s\n%s", i+1, f.Rule.ID, f.Message.VI, s)
				}
			}
		}
	}
	if 100*wrong > len(sentences) {
		t.Errorf("%d false alarms in %d sentences", wrong, len(sentences))
	}
	all := "conclusions:\n"
	for _, s := range sentences {
		all += "  - |-\n    " + s + "\n"
	}
	_, findings := checked(t, "a.yaml", whole(all))
	for _, f := range findings {
		if !expected(f) && f.Rule.ID != "ND30-BD-16" {
			t.Errorf("all in one: %v %s %s", f.Pos, f.Rule.ID, f.Message.VI)
		}
	}
}

// Correct sentences of the kinds that the rules of citations, capitals, marks and
// zeros look at: those rules find nothing, in one alone and in all together.
func TestCleanDecree(t *testing.T) {
	src, err := os.ReadFile("testdata/decree-clean.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.Split(strings.TrimSpace(string(src)), "\n")
	if len(sentences) < 200 {
		t.Fatalf("%d sentences", len(sentences))
	}
	judged := func(f Finding) bool {
		return strings.HasPrefix(f.Rule.ID, "ND30-") || f.Rule.ID == "CT-04" || f.Rule.ID == "CT-05"
	}
	all := "conclusions:\n"
	for i, s := range sentences {
		all += "  - |-\n    " + s + "\n"
		_, findings := checked(t, "a.yaml", sentence(s))
		for _, f := range findings {
			if judged(f) {
				t.Errorf("line %d: %s %s\n%s", i+1, f.Rule.ID, f.Message.VI, s)
			}
		}
	}
	_, findings := checked(t, "a.yaml", whole(all))
	for _, f := range findings {
		if judged(f) {
			t.Errorf("all in one: %v %s %s", f.Pos, f.Rule.ID, f.Message.VI)
		}
	}
}

// expected reports what is right to find in a sentence taken out of its notice:
// it cites a document that another cites in full.
func expected(f Finding) bool {
	return f.Rule.ID == "ND30-BD-15" && strings.Contains(f.Message.VI, "thiếu ngày ban hành") &&
		(strings.Contains(f.Source, "nêu trên"))
}

// The examples are clean, and say where they are not.
func TestExamplesAreClean(t *testing.T) {
	dir := filepath.Join("..", "..", "examples")
	files, _ := filepath.Glob(filepath.Join(dir, "20*.yaml"))
	if len(files) < 3 {
		t.Fatal("no examples")
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rec, problems := record.Parse(src, record.Source{Name: filepath.Base(file), Open: func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }})
		for _, f := range Record(rec, problems) {
			t.Errorf("%v: %s %s", f.Pos, f.Rule.ID, f.Message.VI)
		}
	}
}
