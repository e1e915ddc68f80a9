package main

import (
	"runtime"
	"runtime/debug"

	"ketluan/render/problem"
)

// versionLine is what --version prints.
func versionLine() problem.Text {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return versionOf(info, runtime.GOOS+"/"+runtime.GOARCH)
}

// versionOf tells the version of the module, the commit that it was built from
// where that is known, and the machine that it was built for.
func versionOf(info *debug.BuildInfo, machine string) problem.Text {
	var commit string
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = s.Value[:min(len(s.Value), 12)] + ", "
		}
	}
	version := problem.Text{VI: "phát triển", EN: "devel"}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		version = problem.Text{VI: v, EN: v}
	}
	detail := " (" + commit + machine + ")"
	return problem.Text{VI: "ketluan " + version.VI + detail, EN: "ketluan " + version.EN + detail}
}
