package main

import (
	"archive/zip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// A part is what one shard has left.
type part struct {
	dir      string // its output folder
	path     string // of its manifest
	manifest *manifest
}

func (a *app) mergeCommand() *cobra.Command {
	var f batchFlags
	c := &cobra.Command{
		Use:   "merge",
		Short: "ghép các phần",
		Long:  mergeHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.merge(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	makingFlags(c, &f, "")
	return c
}

// merge joins the shards that have left their manifests in the folders.
func (a *app) merge(ctx context.Context, f batchFlags, args []string) error {
	if len(args) == 0 {
		return &usageError{problem.Textf("chưa có thư mục nào của các phần", "no folder of shards is given"), problem.Textf("ví dụ: ketluan batch merge out", "for example: ketluan batch merge out")}
	}
	if f.output == "" {
		f.output = args[0]
	}
	f.units, f.quarters, f.jobs = !f.noUnits, true, 1
	b, err := a.newBatch(f)
	if err != nil {
		return err
	}
	parts, err := readParts(expand(args))
	if err != nil {
		b.fail(problemsOf("", err))
		return b.end()
	}
	if problems := slices.Concat(fit(parts), clashes(parts), b.otherRecipe(parts)); len(problems) > 0 {
		b.fail(problems)
		return b.end()
	}
	b.flags.quarter, _ = calendar.ParseQuarter(parts[0].manifest.Shard.Quarter)
	b.flags.quarters = parts[0].manifest.Shard.Quarters != ""
	if b.before, err = readEarlier(f.output, shard{}); err == nil {
		err = b.join(ctx, parts)
	}
	if err != nil {
		b.fail(problemsOf("", err))
	}
	return b.end()
}

// readParts reads the manifests of the shards in the folders.
func readParts(dirs []string) ([]part, error) {
	var parts []part
	for _, dir := range dirs {
		folder := filepath.Join(dir, shardFolder)
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil, &fileError{folder, err}
		}
		for _, e := range entries {
			if filepath.Ext(e.Name()) != ".json" || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			path := filepath.Join(folder, e.Name())
			m, err := readManifest(path)
			if err == nil && (m == nil || m.Shard == nil) {
				err = &fileError{path, errDamaged}
			}
			if err != nil {
				return nil, err
			}
			parts = append(parts, part{dir, path, m})
		}
	}
	if len(parts) == 0 {
		return nil, &fileError{filepath.Join(dirs[0], shardFolder), os.ErrNotExist}
	}
	return parts, nil
}

// fit tells what keeps shards from being one batch.
func fit(parts []part) (problems []problem.Problem) {
	add := func(path string, message problem.Text) {
		problems = append(problems, problem.Problem{Pos: problem.Pos{File: path}, Message: message,
			Hint: problem.Textf("chạy lại phần ấy với cùng thư mục và tùy chọn như các phần khác", "run that shard again, with the directories and options of the others")})
	}
	first := parts[0].manifest.Shard
	have := map[int]bool{}
	for _, p := range parts {
		s := p.manifest.Shard
		switch {
		case s.Shard.Of != first.Shard.Of:
			add(p.path, problem.Textf("là phần của %d, không phải của %d", "is a shard of %d, not of %d", s.Shard.Of, first.Shard.Of))
		case have[s.Shard.N]:
			add(p.path, problem.Textf("phần %s có hai lần", "there are two of shard %s", s.Shard.String()))
		case !p.manifest.Complete:
			add(p.path, problem.Textf("phần %s chưa chạy xong", "shard %s was not finished", s.Shard.String()))
		case s.Listing != first.Listing:
			add(p.path, problem.Textf("phần %s thấy các tệp khác với %s", "shard %s found other files than %s", s.Shard.String(), parts[0].path))
		case s.Quarter != first.Quarter || s.Quarters != first.Quarters:
			add(p.path, problem.Textf("phần %s chạy với quý, mẫu, phông hoặc chương trình khác với %s", "shard %s was run with another quarter, template, font or program than %s", s.Shard.String(), parts[0].path))
		}
		have[s.Shard.N] = true
	}
	for n := 1; n <= min(first.Shard.Of, maxShards); n++ {
		if !have[n] {
			add(filepath.Dir(parts[0].path), problem.Textf("thiếu phần %d/%d", "shard %d/%d is missing", n, first.Shard.Of))
		}
	}
	return problems
}

// clashes tells which records of different shards have one code or one name of
// the output.
func clashes(parts []part) (problems []problem.Problem) {
	names, codes := map[string]string{}, map[string]string{}
	for _, p := range parts {
		failed := failedOf(p.manifest)
		for _, e := range p.manifest.Records {
			if failed[e.Record] {
				continue
			}
			name := norm.NFC.String(strings.ToLower(stemOf(e.Record)))
			if other, ok := names[name]; ok {
				problems = append(problems, problem.Problem{Pos: problem.Pos{File: e.Record}, Message: problem.Textf("cùng tên đầu ra với %s", "one output name with %s", other), Hint: problem.Textf("đổi tên một tệp, chạy lại các phần", "rename one and run the shards again")})
			}
			code := strings.ToLower(e.Code)
			if other, ok := codes[code]; ok {
				problems = append(problems, problem.Problem{Pos: problem.Pos{File: e.Record}, Field: "code", Message: problem.Textf("cùng mã %s với %s", "one code, %s, with %s", e.Code, other), Hint: problem.Textf("ghi code khác, chạy lại các phần", "give it another code and run the shards again")})
			}
			names[name], codes[code] = e.Record, e.Record
		}
	}
	return problems
}

func failedOf(m *manifest) map[string]bool {
	failed := map[string]bool{}
	for _, f := range m.Failed {
		failed[f.Record] = true
	}
	return failed
}

// otherRecipe tells that the quarter's workbooks would be made otherwise than
// the shards were told.
func (b *batch) otherRecipe(parts []part) []problem.Problem {
	if want := parts[0].manifest.Shard.Quarters; want == "" || want == b.settings.quarters.ID {
		return nil
	}
	return []problem.Problem{{Pos: problem.Pos{File: parts[0].path}, Message: problem.Textf("các phần chạy với mẫu, phông, --no-units hoặc chương trình khác với lệnh này", "the shards were run with other templates, fonts, --no-units or another program than this"),
		Hint: problem.Textf("dùng cùng -t, --fonts, --no-units và cùng bản chương trình", "use the same -t, --fonts and --no-units, and the same program")}}
}

// sources opens the records of a shard.
func sources(p part) (*zip.ReadCloser, error) {
	path := strings.TrimSuffix(p.path, ".json") + ".zip"
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, &fileError{path, fmt.Errorf("%w: %w", errDamaged, err)}
	}
	return z, nil
}
