package main

import (
	"runtime"
	"runtime/debug"

	"ketluan/render/problem"
)

// version is that of the newest entry of docs/CHANGES.md.
const version = "0.3.0"

// versionLine is what --version prints.
func versionLine() problem.Text {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return versionOf(info, runtime.GOOS+"/"+runtime.GOARCH)
}

// versionOf tells the version, the commit that the program was built from where
// that is known, or the version of the module, and the machine that it was built for.
func versionOf(info *debug.BuildInfo, machine string) problem.Text {
	var built string
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			built = s.Value[:min(len(s.Value), 12)] + ", "
		}
	}
	if v := info.Main.Version; built == "" && v != "" && v != "(devel)" {
		built = v + ", "
	}
	line := "ketluan " + version + " (" + built + machine + ")"
	return problem.Text{VI: line, EN: line}
}
