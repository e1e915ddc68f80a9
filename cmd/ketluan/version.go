package main

import (
	"runtime"
	"runtime/debug"

	"ketluan/render/record"
)

// versionLine is what --version prints.
func versionLine() record.Text {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return versionOf(info, runtime.GOOS+"/"+runtime.GOARCH)
}

// versionOf tells the version of the module, the commit that it was built from
// where that is known, and the machine that it was built for.
func versionOf(info *debug.BuildInfo, machine string) record.Text {
	var commit string
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = s.Value[:min(len(s.Value), 12)] + ", "
		}
	}
	version := record.Text{VI: "phát triển", EN: "devel"}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		version = record.Text{VI: v, EN: v}
	}
	detail := " (" + commit + machine + ")"
	return record.Text{VI: "ketluan " + version.VI + detail, EN: "ketluan " + version.EN + detail}
}
