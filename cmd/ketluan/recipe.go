package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"runtime/debug"
	"slices"

	"ketluan/fonts"
)

// A recipe is all that files are made with beside the record: two runs with
// one recipe make the same of it.
type recipe struct {
	ID        string            `json:"id"`        // a hash of the rest
	Program   string            `json:"program"`   // its version
	Templates map[string]string `json:"templates"` // the SHA-256 of each, by what it makes
	Fonts     string            `json:"fonts"`     // the SHA-256 of the four faces
	Options   []string          `json:"options,omitempty"`
}

// settings are the recipes of one run.
type settings struct {
	records  recipe
	quarters recipe // without templates where no quarter's workbook is made
}

// roleNames are what a manifest calls the roles.
var roleNames = map[role]string{
	notice: "notice", tracker: "workbook", unitReports: "unit-workbooks",
	quarterly: "quarter-workbook", quarterlyReport: "quarter-unit-workbooks",
}

func settingsOf(f renderFlags, templates map[role]chosen, family *fonts.Family) settings {
	base := recipe{Program: programOf(), Fonts: sumOfFamily(family)}
	s := settings{records: base, quarters: base}
	s.records.Templates, s.quarters.Templates = map[string]string{}, map[string]string{}
	for r, t := range templates {
		if r < quarterly {
			s.records.Templates[roleNames[r]] = t.sum
		} else {
			s.quarters.Templates[roleNames[r]] = t.sum
		}
	}
	for name, set := range map[string]bool{"draft": f.draft, "attach-record": f.attachRecord, "signing-boxes": f.signingBoxes} {
		if set {
			s.records.Options = append(s.records.Options, name)
		}
	}
	slices.Sort(s.records.Options)
	for _, r := range []*recipe{&s.records, &s.quarters} {
		b, err := json.Marshal(r)
		if err != nil {
			panic(err) // strings only
		}
		r.ID = sumOf(b)[:16]
	}
	return s
}

func sumOfFamily(family *fonts.Family) string {
	h := sha256.New()
	for _, face := range family.Faces {
		sum := sha256.Sum256(face.TTF)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// sumOf returns the SHA-256 of b in hexadecimal digits.
func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

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
	return sumOf(src)[:16]
}
