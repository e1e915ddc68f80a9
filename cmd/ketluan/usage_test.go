package main

import (
	"runtime/debug"
	"strings"
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
