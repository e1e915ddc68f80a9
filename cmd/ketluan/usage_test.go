package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"ketluan/render/problem"
)

func TestLanguageOf(t *testing.T) {
	for args, want := range map[string]problem.Lang{
		"":                           problem.Vietnamese,
		"render a.yaml --lang":       problem.Vietnamese,
		"render --xyz --lang en":     problem.English,
		"--lang=en rendr":            problem.English,
		"render --lang vi":           problem.Vietnamese,
		"render -- --lang en a.yaml": problem.Vietnamese,
	} {
		if got := languageOf(strings.Fields(args)); got != want {
			t.Errorf("%q: %v", args, got)
		}
	}
}

func TestStemOf(t *testing.T) {
	for path, want := range map[string]string{
		"-": "record", "a/hop.yaml": "hop", "HOP.YML": "HOP", "hop.v2.yaml": "hop.v2", "hop.txt": "hop.txt",
		"a.yaml.yml": "a.yaml", "hop. .yaml": "hop", ".yaml": "", "..yaml": "", "ho\u0323p.yaml": "họp", ".an.yaml": "an",
	} {
		if got := stemOf(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

func TestPortable(t *testing.T) {
	for _, name := range []string{"ket-luan", "kết luận 2020-Q3", "a.b", "console"} {
		if !portable(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", ".", "..", "a/b", `a\b`, "a:b", "a?", "a.", " a", "con", "LPT1.x", "a\nb"} {
		if portable(name) {
			t.Errorf("%q is taken", name)
		}
	}
}

func TestVersionOf(t *testing.T) {
	info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}}}
	if got := versionOf(info, "windows/amd64"); got.VI != "ketluan "+version+" (0123456789ab, windows/amd64)" || got.EN != got.VI {
		t.Errorf("%q", got)
	}
	info = &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}
	if got := versionOf(info, "linux/arm64"); got.VI != "ketluan "+version+" (v1.2.3, linux/arm64)" {
		t.Errorf("%q", got)
	}
}

func TestInWords(t *testing.T) {
	for _, tt := range []struct {
		system string
		err    error
		want   string
	}{
		{"linux", &fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}, "đĩa đầy"},
		{"windows", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.Errno(32)}, "tệp đang mở trong chương trình khác"},
		{"windows", fmt.Errorf("syncing: %w", syscall.Errno(112)), "đĩa đầy"},
		{"linux", fs.ErrPermission, "không có quyền đọc hoặc ghi"},
		{"linux", &fs.PathError{Op: "open", Path: "a", Err: errors.New("bad sector")}, "hệ điều hành báo: bad sector"},
		{"linux", errors.New("no startxref"), "không làm được: no startxref"},
	} {
		if got, _ := inWordsOn(tt.system, tt.err); got.VI != tt.want || got.EN == got.VI {
			t.Errorf("%s, %v: %q", tt.system, tt.err, got)
		}
	}
}
