//go:build unix

package disk

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ketluan/render/office"
)

// tree returns the files below a folder, and its folders as "".
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			all[path] = ""
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func save(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func keep(name, content string) office.Change {
	return office.Change{Name: name, Bytes: []byte(content), Else: office.Keep}
}

// The second old file cannot be kept, for the name it would get is too long:
// the first stands as it was.
func TestAllOrNone(t *testing.T) {
	long := strings.Repeat("b", 250) + ".xlsx"
	dir := t.TempDir()
	for _, name := range []string{"a.pdf", long} {
		save(t, filepath.Join(dir, name), "old "+name)
	}
	before := tree(t, dir)
	_, err := Open(dir).Apply(t.Context(), []office.Change{keep("a.pdf", "new"), keep("x/y/c.pdf", "new"), keep(long, "new")})
	var path *fs.PathError
	if !errors.As(err, &path) || path.Path != long {
		t.Errorf("%v", err)
	}
	if after := tree(t, dir); !maps.Equal(before, after) {
		t.Errorf("before %q, after %q", before, after)
	}
}

// A folder that was made for nothing goes again; also one that was only held.
func TestLeavesNoFolder(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "a", "b")
	if _, err := Open(dir).Apply(t.Context(), []office.Change{keep("x/"+strings.Repeat("c", 300), "new")}); err == nil {
		t.Error("a name that is too long is taken")
	}
	release, err := Open(dir).Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	if all := tree(t, top); len(all) != 1 {
		t.Errorf("left: %v", all)
	}
}

// A file too large to be one of ours is left alone, and is not read.
func TestHuge(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	save(t, path, "")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip(err)
	}
	if _, err := Open(dir).Apply(t.Context(), []office.Change{keep("a.pdf", "1")}); !errors.Is(err, office.ErrHuge) {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 1<<40 {
		t.Error(err)
	}
}

// A file that is replaced keeps its mode, and stands all the time.
func TestKeepsMode(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.yaml")
	save(t, path, "1")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	change := office.Change{Name: "a.yaml", Bytes: []byte("2"), Was: []string{office.SumOf([]byte("1"))}, MustStand: true}
	if _, err := Open(dir).Apply(t.Context(), []office.Change{change}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if all := tree(t, dir); len(all) != 2 || all[path] != "2" {
		t.Errorf("%q", all)
	}
}

// Nothing is written through a link, wherever it is planted.
func TestPlantedLinks(t *testing.T) {
	for _, planted := range []string{".ketluan", "a", "a/b.pdf"} {
		top := t.TempDir()
		dir, other := filepath.Join(top, "out"), filepath.Join(top, "other")
		for _, d := range []string{filepath.Dir(filepath.Join(dir, planted)), other} {
			if err := os.MkdirAll(d, 0o777); err != nil {
				t.Fatal(err)
			}
		}
		to := other
		if planted == "a/b.pdf" {
			to = filepath.Join(other, "victim")
			save(t, to, "theirs")
		}
		if err := os.Symlink(to, filepath.Join(dir, planted)); err != nil {
			t.Fatal(err)
		}
		before := tree(t, top)
		if _, err := Open(dir).Apply(t.Context(), []office.Change{{Name: "a/b.pdf", Bytes: []byte("ours"), Else: office.Replace}}); err == nil {
			t.Errorf("%s: written", planted)
		}
		if after := tree(t, top); !maps.Equal(before, after) {
			t.Errorf("%s: before %q, after %q", planted, before, after)
		}
	}
}

// A pipe or a device is never waited for; a link is followed when reading.
func TestOpensFilesOnly(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.yaml"), 0o666); err != nil {
		t.Skip(err)
	}
	save(t, filepath.Join(dir, "file"), "1")
	for link, to := range map[string]string{"link": "file", "null": os.DevNull} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	f := Open(dir)
	for _, name := range []string{"pipe.yaml", "null"} {
		if _, err := f.Open(name); !errors.Is(err, office.ErrNotRegular) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if src, err := office.ReadFile(f, "link", 10); err != nil || string(src) != "1" {
		t.Errorf("%q, %v", src, err)
	}
	if _, err := office.ReadFile(f, "../"+filepath.Base(dir)+"/file", 10); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("%v", err)
	}
}

// holdFor is the folder that this test binary holds until it is killed, where
// it is run for that.
const holdFor = "KETLUAN_TEST_HOLD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(holdFor); dir != "" {
		f := Open(dir)
		if _, err := f.Hold(context.Background()); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if _, err := f.Apply(context.Background(), []office.Change{keep("a.pdf", "killed"), keep("b.pdf", "killed")}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("held")
		select {}
	}
	os.Exit(m.Run())
}

// A lock ends with its holder, however that ends, and so does what it had put
// in place: the next run may replace it.
func TestLockDiesWithItsHolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	holder := exec.Command(os.Args[0])
	holder.Env = append(os.Environ(), holdFor+"="+dir)
	out, err := holder.StdoutPipe()
	if err == nil {
		err = holder.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Process.Kill()
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("%q, %v", line, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := Open(dir).Hold(ctx); !errors.Is(err, office.ErrLocked) {
		t.Errorf("held twice: %v", err)
	}
	if _, err := OpenLane(dir, "2-of-3").Apply(t.Context(), []office.Change{keep("c.pdf", "of another lane")}); err != nil {
		t.Errorf("another lane: %v", err)
	}
	holder.Process.Kill()
	holder.Wait()
	f := Open(dir)
	release, err := f.Hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := f.Apply(t.Context(), []office.Change{keep("a.pdf", "new")}); err != nil || len(kept) != 0 {
		t.Errorf("%v, %v", kept, err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
	want := map[string]string{dir: "", filepath.Join(dir, "a.pdf"): "new", filepath.Join(dir, "b.pdf"): "killed", filepath.Join(dir, "c.pdf"): "of another lane"}
	if got := tree(t, dir); !maps.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Where folders cannot be locked a file in the staging folder is, with the same
// effect, and it goes with the folder.
func TestLockFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, stagingName), 0o777); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	name := stagingName + "/" + office.LockName
	first, err := lockAt(root, name, os.O_RDWR|os.O_CREATE)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lockAt(root, name, os.O_RDWR|os.O_CREATE); !errors.Is(err, office.ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	first.release()
	if _, err := Open(dir).Apply(t.Context(), []office.Change{keep("a.pdf", "1")}); err != nil {
		t.Fatal(err)
	}
	if all := tree(t, dir); len(all) != 2 {
		t.Errorf("left: %q", all)
	}
}

func TestToldInWords(t *testing.T) {
	for _, tt := range []struct {
		system string
		err    error
		want   string
	}{
		{"linux", syscall.ENOSPC, "đĩa đầy"},
		{"windows", syscall.Errno(32), "tệp đang mở trong chương trình khác"},
		{"windows", fmt.Errorf("syncing: %w", syscall.Errno(112)), "đĩa đầy"},
		{"linux", fs.ErrPermission, "không có quyền đọc hoặc ghi"},
		{"linux", syscall.EIO, "hệ điều hành báo: input/output error"},
		{"linux", errors.New("no startxref"), "không làm được: no startxref"},
	} {
		if got, _ := office.InWords(toldOn(tt.system, tt.err)); got.VI != tt.want || got.EN == got.VI {
			t.Errorf("%s, %v: %q", tt.system, tt.err, got)
		}
	}
}
