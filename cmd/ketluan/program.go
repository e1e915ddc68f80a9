package main

import (
	"os"
	"runtime/debug"

	"ketluan/render/office"
)

// programOf names this program so that two that differ have two names: by its
// version and commit, the same on every machine; where it was built of files
// that no commit holds, by its own bytes too.
func programOf() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	commit, clean := "", false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value
		case "vcs.modified":
			clean = s.Value == "false"
		}
	}
	version := info.Main.Version
	switch {
	case version != "" && version != "(devel)" && (clean || commit == ""):
		return version
	case clean:
		return "devel " + commit
	}
	return "devel " + ownSum()
}

func ownSum() string {
	path, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return "unknown"
	}
	return office.SumOf(src)[:16]
}
