package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ketluan/render/record"
)

var ignoring = regexp.MustCompile(`# ketluan: .*`)

// What is to be found in the first real notice, of 29/9/2020, word for word as
// it was signed. Each finding has been read: it wrote "Kế hoạch – Tài chính"
// once and "Kế hoạch - Tài chính" elsewhere, and no task has a deadline or a
// product. Of its two slips of typing "chuyên đổi" is found by the word beside it;
// "đề các đồng chí" is between two words, where no rule claims to find it.
func TestSeed(t *testing.T) {
	dir := filepath.Join("..", "..", "examples")
	src, err := os.ReadFile(filepath.Join(dir, "2020-q3-giao-ban.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(src), "chuyên\n        đổi") || !strings.Contains(string(src), "đề các đồng chí") {
		t.Fatal("the seed is not as it was signed")
	}
	rec, problems := record.Parse(ignoring.ReplaceAll(src, nil), record.Source{Name: "2020-q3-giao-ban.yaml", Open: func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(dir, name))
	}})
	var got strings.Builder
	for _, f := range Record(rec, problems) {
		fmt.Fprintf(&got, "%v %s %s: %s\n", f.Pos, f.Rule.Severity, f.Rule.ID, f.Message.VI)
		fmt.Fprintf(&got, "  %s\n  %s\n", strings.TrimSpace(f.Source), f.Hint.VI)
	}
	const file = "testdata/seed.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Error(diff)
	}
}
