package record

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/problem"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// faces stands for the faces of documents: they have no emoji and no Chinese.
func faces(r rune) bool { return r < 0x2E80 }

// open opens a file of an archive.
func open(ar *txtar.Archive) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		for _, f := range ar.Files {
			if f.Name == path {
				return f.Data, nil
			}
		}
		return nil, fmt.Errorf("no file %s", path)
	}
}

func printed(problems []problem.Problem, lang problem.Lang) string {
	var b strings.Builder
	for _, p := range problems {
		field := ""
		if p.Field != "" {
			field = p.Field + ": "
		}
		fmt.Fprintf(&b, "%s: %s%s\n", p.Pos, field, p.Message.In(lang))
		if p.Hint != (problem.Text{}) {
			fmt.Fprintf(&b, "  %s: %s\n", problem.Text{VI: "gợi ý", EN: "hint"}.In(lang), p.Hint.In(lang))
		}
	}
	return b.String()
}

// Each archive of testdata has a record, a profile if it wants one, and what
// comes of it: the record, its problems, and its problems in English, as far as
// the archive has sections for them. "→" in a record is a tab.
func TestParse(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.txtar")
	if len(files) < 50 {
		t.Fatalf("only %d tests", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(file, "testdata")), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src := strings.ReplaceAll(string(ar.Files[0].Data), "→", "\t")
			rec, problems := Parse([]byte(src), Source{Name: ar.Files[0].Name, Open: open(ar), Printable: faces})
			if strings.Contains(file, "broken") != (len(problems) > 0) {
				t.Errorf("problems: %s", printed(problems, problem.English))
			}
			for i, f := range ar.Files {
				var got string
				switch f.Name {
				case "record":
					got = dump(rec)
				case "problems":
					got = printed(problems, problem.Vietnamese)
				case "problems in English":
					got = printed(problems, problem.English)
				default:
					continue
				}
				if *update {
					ar.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s:\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// parseExample reads a record of the examples.
func parseExample(t testing.TB, name string) *Record {
	t.Helper()
	dir := filepath.Join("..", "..", "examples")
	src, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	rec, problems := Parse(src, Source{Name: name, Printable: faces, Open: func(path string) ([]byte, error) {
		return os.ReadFile(filepath.Join(dir, path))
	}})
	if len(problems) > 0 {
		t.Fatal(printed(problems, problem.English))
	}
	return rec
}

// The seed has 16 tasks; these are their leading units.
func TestSeedTasks(t *testing.T) {
	rec := parseExample(t, "2020-q3-giao-ban.yaml")
	var got []string
	for _, task := range rec.Tasks() {
		got = append(got, task.ID+" "+unitNames(task.Leads)+" "+unitNames(task.Partners))
	}
	want := `2020-Q3/1.1-Q [Phòng Kế hoạch - Tài chính] [Các phòng chuyên môn]
2020-Q3/1.2-O [Phòng Kế hoạch - Tài chính] [Các phòng, đơn vị]
2020-Q3/1.3-M [Phòng Kế hoạch - Tài chính] 
2020-Q3/2.1-I [Phòng Quản lý Khoa học; Phòng Quản lý Khoa học và Công nghệ cơ sở] 
2020-Q3/2.2-G [Phòng Quản lý Khoa học; Phòng Quản lý Khoa học và Công nghệ cơ sở] 
2020-Q3/3.1-A [Phòng Quản lý Công nghệ, Thị trường Công nghệ và Chuyên ngành] [Phòng Kế hoạch - Tài chính]
2020-Q3/3.2-8 [Phòng Quản lý Công nghệ, Thị trường Công nghệ và Chuyên ngành] 
2020-Q3/4.1-2 [Chi cục Tiêu chuẩn Đo lường Chất lượng] 
2020-Q3/4.2-Z [Chi cục Tiêu chuẩn Đo lường Chất lượng] [Phòng Kế hoạch - Tài chính]
2020-Q3/4.3-X [Chi cục Tiêu chuẩn Đo lường Chất lượng] 
2020-Q3/4.4-V [Chi cục Tiêu chuẩn Đo lường Chất lượng] 
2020-Q3/4.5-T [Chi cục Tiêu chuẩn Đo lường Chất lượng] 
2020-Q3/5.1-R [Trung tâm Ứng dụng và Dịch vụ khoa học công nghệ] 
2020-Q3/6.1-J [Thanh tra Sở] 
2020-Q3/7-K [Văn phòng Sở] 
2020-Q3/8.1-3 [Công đoàn; Đoàn Thanh niên] `
	if diff := cmp.Diff(strings.Split(want, "\n"), got); diff != "" {
		t.Error(diff)
	}
}
