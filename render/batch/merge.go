package batch

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A part is what one shard has left.
type part struct {
	from     office.Place // its output folder
	path     string       // of its manifest, as messages call it
	name     string       // of its manifest there
	manifest *manifest
}

// Merge joins the shards that have left their manifests in the folders. Where
// o.Out is one of the folders, the shards of that stay where they are.
func Merge(ctx context.Context, o Options, folders []office.Place) Outcome {
	r := newRun(o)
	r.merge(ctx, folders)
	return r.end()
}

func (r *run) merge(ctx context.Context, folders []office.Place) {
	release, err := r.Out.Hold(ctx)
	if err != nil {
		r.heldUp(ctx, err)
		return
	}
	defer r.released(release)
	parts, err := readParts(folders)
	if err != nil {
		r.fail(office.ProblemsOf("", err))
		return
	}
	if problems := slices.Concat(fit(parts), clashes(parts), r.otherRecipe(parts)); len(problems) > 0 {
		r.fail(problems)
		return
	}
	r.Quarter, _ = calendar.ParseQuarter(parts[0].manifest.Shard.Quarter)
	r.Quarters = parts[0].manifest.Shard.Quarters != ""
	if r.before, err = readEarlier(r.Out, Shard{}); err == nil {
		err = r.join(ctx, parts)
	}
	if err != nil {
		r.fail(office.ProblemsOf("", err))
	}
}

// readParts reads the manifests of the shards in the folders.
func readParts(folders []office.Place) ([]part, error) {
	var parts []part
	for _, from := range folders {
		dir := path.Join(from.Name, shardFolder)
		entries, err := from.Folder.ReadDir(dir)
		if err != nil {
			return nil, office.About(from.Folder, dir, err)
		}
		for _, e := range entries {
			if path.Ext(e.Name()) != ".json" || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			p := part{from: from, name: path.Join(dir, e.Name())}
			p.path = from.Folder.Path(p.name)
			if p.manifest, err = readManifest(from.Folder, p.name); err == nil && (p.manifest == nil || p.manifest.Shard == nil) {
				err = &office.FileError{Path: p.path, Err: errDamaged()}
			}
			if err != nil {
				return nil, err
			}
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return nil, &office.FileError{Path: folders[0].Folder.Path(path.Join(folders[0].Name, shardFolder)), Err: fs.ErrNotExist}
	}
	return parts, nil
}

// fit tells what keeps shards from being one batch.
func fit(parts []part) (problems []problem.Problem) {
	add := func(file string, message problem.Text) {
		problems = append(problems, problem.Problem{Pos: problem.Pos{File: file}, Message: message,
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
			add(path.Dir(parts[0].path), problem.Textf("thiếu phần %d/%d", "shard %d/%d is missing", n, first.Shard.Of))
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
			name := office.Fold(office.StemOf(e.Record))
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
func (r *run) otherRecipe(parts []part) []problem.Problem {
	if want := parts[0].manifest.Shard.Quarters; want == "" || want == r.settings.quarters.ID {
		return nil
	}
	return []problem.Problem{{Pos: problem.Pos{File: parts[0].path}, Message: problem.Textf("các phần chạy với mẫu, phông, --no-units hoặc chương trình khác với lệnh này", "the shards were run with other templates, fonts, --no-units or another program than this"),
		Hint: problem.Textf("dùng cùng -t, --fonts, --no-units và cùng bản chương trình", "use the same -t, --fonts and --no-units, and the same program")}}
}
