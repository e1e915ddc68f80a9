package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ketluan/render/office"
)

func runHere(ctx context.Context, in io.Reader, args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = run(ctx, args, streams{in: in, out: &o, err: &e})
	return status, o.String(), e.String()
}

// Each help fits a screen, and names every flag of its command.
func TestHelp(t *testing.T) {
	root := new(app).command()
	commands := append([]*cobra.Command{root}, root.Commands()...)
	for _, c := range root.Commands() {
		commands = append(commands, c.Commands()...)
	}
	for _, c := range commands {
		lines := strings.Split(strings.TrimSuffix(c.Long, "\n"), "\n")
		if len(lines) > 23 { // and the prompt
			t.Errorf("%s: %d lines", c.Name(), len(lines))
		}
		for _, line := range lines {
			if n := utf8.RuneCountInString(line); n > 80 {
				t.Errorf("%s: %d characters: %s", c.Name(), n, line)
			}
		}
		flags := []*pflag.FlagSet{c.LocalFlags()}
		if c.Name() == "render" {
			flags = append(flags, c.InheritedFlags())
		}
		for _, set := range flags {
			set.VisitAll(func(f *pflag.Flag) {
				if !strings.Contains(c.Long, "--"+f.Name) || f.Usage == "" {
					t.Errorf("%s: nothing is said of --%s", c.Name(), f.Name)
				}
			})
		}
	}
}

// The example of each help shows what the program says.
func TestHelpExamples(t *testing.T) {
	examples := "../../examples"
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "examples"), os.DirFS(examples)); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	sentBack(t, "inbox/khtc.xlsx", "khtc", "H+2", "đang thực hiện", "H+3", "chưa thực hiện", "K+4", "đang làm")
	for name, help := range map[string]string{
		"ketluan": rootHelp, "render": renderHelp, "check": checkHelp, "collect": collectHelp, "status": statusHelp, "init": initHelp, "carry": carryHelp,
	} {
		_, session, _ := strings.Cut(help, "  $ ketluan ")
		command, want, ok := strings.Cut(strings.ReplaceAll(session, "\n  ", "\n"), "\n")
		if !ok {
			t.Fatalf("%s has no example", name)
		}
		status, out, errs := runHere(t.Context(), nil, strings.Fields(command)...)
		talks := slices.Contains([]string{"collect", "status", "init", "carry"}, name) // of who has not reported yet, of what comes next
		if status != allGood || filepath.ToSlash(out) != want || errs != "" && !talks {
			t.Errorf("%s: status %d, %q, %q", name, status, out, errs)
		}
	}
}

// Ctrl-C ends the wait for a terminal, and no file is left.
func TestInterruptedWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, keyboard := io.Pipe()
	defer keyboard.Close()
	time.AfterFunc(20*time.Millisecond, cancel)
	dir := filepath.Join(t.TempDir(), "out")
	status, out, errs := runHere(ctx, in, "render", "-", "-o", dir, "--lang", "en")
	if _, err := os.Stat(dir); status != interrupted || out != "" || !strings.HasPrefix(errs, "stopped; records not done: 1") || err == nil {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

// Of what is too large no more is read than tells so.
func TestTooLarge(t *testing.T) {
	in := &counter{}
	status, _, errs := runHere(t.Context(), in, "render", "-", "-o", t.TempDir())
	if status != someFailed || !strings.HasPrefix(errs, "-: tệp lớn quá 4 MB\n") || in.n > office.MaxRecord+1 {
		t.Errorf("status %d after %d bytes: %s", status, in.n, errs)
	}
}

// A counter is an endless file that counts the bytes read of it.
type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) {
	c.n += len(p)
	return len(p), nil
}

// A file's name cannot give orders to the terminal.
func TestNamesAreShown(t *testing.T) {
	_, _, errs := runHere(t.Context(), nil, "render", "a\x1b[2J.yaml")
	if strings.Contains(errs, "\x1b") || !strings.Contains(errs, "a\ufffd[2J.yaml") {
		t.Errorf("%q", errs)
	}
}

// Colours are for terminals, and take nothing from the words.
func TestColours(t *testing.T) {
	var out, coloured bytes.Buffer
	args := []string{"render", "khong-co.yaml"}
	run(t.Context(), args, streams{out: &out, err: &coloured, colour: true})
	_, _, want := runHere(t.Context(), nil, args...)
	got := strings.NewReplacer(red, "", faint, "", plain, "").Replace(coloured.String())
	if got != want || got == coloured.String() {
		t.Errorf("%q, want %q", coloured.String(), want)
	}
}
