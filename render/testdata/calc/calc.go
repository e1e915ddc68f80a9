// Package calc starts LibreOffice for tests. What a machine has installed must
// not change what a test sees: the program gets the fonts of the house alone,
// and a profile that no other run has touched.
package calc

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ketluan/render/testdata/racing"
)

// A Program is LibreOffice with fonts and a profile of its own.
type Program struct {
	Profile string // its folder, which the first run makes

	t     testing.TB
	path  string
	fonts string // the configuration of fontconfig
}

// New finds LibreOffice. Without it the test is left out, but not in CI; so it
// is under the race detector, which sees nothing of another program.
func New(t testing.TB) *Program {
	t.Helper()
	racing.Skip(t)
	path, err := exec.LookPath("soffice")
	switch {
	case err != nil && os.Getenv("CI") != "":
		t.Fatal(err)
	case err != nil:
		t.Skip(err)
	}
	dir := t.TempDir()
	p := &Program{Profile: filepath.Join(dir, "profile"), t: t, path: path, fonts: filepath.Join(dir, "fonts.conf")}
	if err := os.WriteFile(p.fonts, []byte(configuration(house(t), filepath.Join(dir, "cache"))), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// Run runs it to its end with the arguments after those that every run has.
func (p *Program) Run(args ...string) {
	p.t.Helper()
	cmd := exec.Command(p.path, append([]string{"-env:UserInstallation=file://" + p.Profile, "--headless"}, args...)...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+p.fonts)
	if said, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("%v\n%s", err, said)
	}
}

// Macros gives it the macros of a file, as Standard.Module1.
func (p *Program) Macros(file string) {
	p.t.Helper()
	p.Run("--terminate_after_init") // which makes the profile, with an empty module for macros
	basic, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	module := `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">` + escaped.Replace(string(basic)) + `</script:module>`
	if err := os.WriteFile(filepath.Join(p.Profile, "user", "basic", "Standard", "Module1.xba"), []byte(module), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// configuration is that of fontconfig: the faces of a folder stand for all.
func configuration(fonts, cache string) string {
	return fmt.Sprintf(`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>%s</dir>
  <cachedir>%s</cachedir>
  <match target="pattern"><edit name="family" mode="append" binding="strong"><string>Liberation Serif</string></edit></match>
</fontconfig>
`, escaped.Replace(fonts), escaped.Replace(cache))
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;")

// house returns the folder of the house's fonts: tests start in the folder of
// their package, which is somewhere below the module's.
func house(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "fonts")
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no module around the test")
		}
	}
}
