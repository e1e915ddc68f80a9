package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"ketluan/render/office"
	"ketluan/render/problem"
)

// records are a folder of n small records.
func records(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("r%d.yaml", i)] = fmt.Sprintf(`code: R%d
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp
agency: {parent: UBND tỉnh, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Công khai dự toán năm 2026, lead: Phòng Ngân sách, deadline: 31/12/2026, product: Công văn}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: [Phòng Ngân sách, "Lưu: VT, VP"]
`, i)
	}
	return files
}

// optionsOf are those of a batch of PDFs in memory.
func optionsOf(t *testing.T, in, out office.Folder) Options {
	t.Helper()
	press, err := office.NewPress(office.Wants{Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	return Options{Press: press, Program: "test", In: []office.Place{{Folder: in, Name: "."}}, Out: out, Jobs: 2}
}

// An open folder refuses files whose name has a word: another program has them
// open.
type openElsewhere struct {
	*office.Memory
	word string
	err  error
}

func (f openElsewhere) Apply(ctx context.Context, changes []office.Change) ([]office.Kept, error) {
	for _, c := range changes {
		if strings.Contains(c.Name, f.word) {
			return nil, &fs.PathError{Op: "rename", Path: c.Name, Err: f.err}
		}
	}
	return f.Memory.Apply(ctx, changes)
}

// A file that another program has open is named, and the rest goes on.
func TestOpenElsewhere(t *testing.T) {
	closed := &refusal{problem.Textf("tệp đang mở trong chương trình khác", "another program has the file open"), problem.Text{}}
	out := openElsewhere{office.NewMemory(nil), "r1.pdf", closed}
	o := Run(t.Context(), optionsOf(t, office.NewMemory(records(4)), out))
	if o.Written != 3 || len(o.Failed) != 1 || o.Failed[0].Record != "r1.yaml" || o.Failed[0].Problems[0].Pos.File != "r1/r1.pdf" || o.Left != 0 {
		t.Errorf("%+v", o)
	}
	if o.Failed[0].Problems[0].Message != closed.message {
		t.Errorf("%+v", o.Failed)
	}
	names := slices.Sorted(maps.Keys(out.Files()))
	if want := []string{"manifest.json", "r0/r0.pdf", "r2/r2.pdf", "r3/r3.pdf"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

// A full disk is met once by each that is under way, and stops the run.
func TestMeetsEveryone(t *testing.T) {
	out := openElsewhere{office.NewMemory(nil), ".pdf", everybody{errors.New("the disk is full")}}
	o := Run(t.Context(), optionsOf(t, office.NewMemory(records(20)), out))
	if o.Written != 0 || len(o.Failed) > 2 || o.Left < 18 {
		t.Errorf("%+v", o)
	}
}

type everybody struct{ error }

func (everybody) MeetsEveryone() bool { return true }

// Killed at any step, a batch that is run again ends as one that was not.
func TestKilledInMemory(t *testing.T) {
	in := office.NewMemory(records(2))
	whole := office.NewMemory(nil)
	if o := Run(t.Context(), optionsOf(t, in, whole)); !o.Good() {
		t.Fatalf("%+v", o)
	}
	want := whole.Files()
	for n := 1; ; n++ {
		out := office.NewMemory(nil)
		out.FailAt, out.Dies = n, true
		options := optionsOf(t, in, out)
		options.Jobs = 1
		Run(t.Context(), options)
		if out.Steps() < n {
			return
		}
		again := out.Reborn()
		options.Out = again
		if o := Run(t.Context(), options); !o.Good() {
			t.Fatalf("step %d: %+v", n, o)
		}
		if got := again.Files(); !maps.Equal(got, want) {
			t.Errorf("step %d: %q", n, slices.Sorted(maps.Keys(got)))
		}
	}
}

// A table beside a record is one of its sources: when it changes, so does the
// notice; a shard leaves it for the merge.
func TestTablesBeside(t *testing.T) {
	files := records(2)
	files["r0.yaml"] += "annex: {title: Danh mục, csv: r0.csv}\n"
	files["r0.csv"] = "Tên,Số\nA,1\n"
	out := office.NewMemory(nil)
	run := func() Outcome { return Run(t.Context(), optionsOf(t, office.NewMemory(files), out)) }
	if o := run(); o.Written != 2 {
		t.Fatalf("%+v", o.Failed)
	}
	if o := run(); o.Unchanged != 2 {
		t.Errorf("%d unchanged", o.Unchanged)
	}
	files["r0.csv"] = "Tên,Số\nA,2\n"
	if o := run(); o.Written != 1 || o.Unchanged != 1 {
		t.Errorf("%d written, %d unchanged", o.Written, o.Unchanged)
	}
	delete(files, "r0.csv")
	if o := run(); len(o.Failed) != 1 || o.Failed[0].Record != "r0.yaml" {
		t.Errorf("%+v", o.Failed)
	}
}
