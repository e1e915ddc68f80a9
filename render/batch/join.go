package batch

import (
	"context"
	"errors"
	"io/fs"
	"path"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// errDamaged is said of what a shard left and is not what its manifest says.
func errDamaged() error {
	return &refusal{problem.Textf("tệp mà phần này để lại không đúng", "what this shard left is damaged"), problem.Textf("chạy lại phần ấy", "run that shard again")}
}

// join makes one batch of shards that fit. The folders of the shards go last,
// once the manifest has all that they say.
func (r *run) join(ctx context.Context, parts []part) error {
	m := &manifest{}
	var manifests []*manifest
	for _, p := range parts {
		if !r.bring(ctx, p, p.from.Root == r.OutRoot) {
			return r.unfinished(ctx)
		}
		m.Records = append(m.Records, p.manifest.Records...)
		m.Failed = append(m.Failed, p.manifest.Failed...)
		manifests = append(manifests, p.manifest)
	}
	r.outcome.Records = len(m.Records)
	for _, f := range m.Failed {
		r.failRecord(f.Record, []problem.Problem{{Pos: problem.Pos{File: f.Record}, Message: problem.Textf("có lỗi khi chạy phần của nó", "it failed in its shard")}})
	}
	var err error
	if m.Quarters, err = r.joinQuarters(ctx, parts); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return r.unfinished(ctx)
	}
	r.carry(m)
	m.Complete = true
	content, err := m.encode(recipesOf(r.settings, append(manifests, r.before.manifest)...))
	if err != nil {
		return err
	}
	if err := r.saveManifest(content); err != nil {
		return err
	}
	return r.dropShards(ctx)
}

// unfinished says that the run did not come to its end.
func (r *run) unfinished(ctx context.Context) error {
	if ctx.Err() != nil {
		r.stopped(ShardsStay)
	}
	return nil
}

// carry adds to m what an earlier merge tells of quarters that these shards
// were not asked for, and notes what is no record's any more.
func (r *run) carry(m *manifest) {
	mine := map[string]bool{}
	for _, e := range m.Records {
		mine[e.Record] = true
	}
	for rel, old := range r.before.records {
		switch {
		case !mine[rel] && r.Quarter != (calendar.Quarter{}) && old.Quarter != r.Quarter.String():
			m.Records = append(m.Records, *old)
		default:
			r.leave(old.Files, nil)
		}
	}
	r.keepQuarters(m, true)
	r.standing(m)
}

// bring copies the files of a shard that are in another folder.
func (r *run) bring(ctx context.Context, p part, same bool) bool {
	if same {
		return true
	}
	for _, e := range p.manifest.Records {
		if ctx.Err() != nil {
			return false
		}
		var changes []office.Change
		for _, f := range e.Files {
			name := path.Join(p.from.Name, f.Path)
			content, err := office.ReadFile(p.from.Folder, name, maxManifest)
			if err != nil {
				r.fail(office.ProblemsOf(p.from.Folder.Path(name), err))
				return false
			}
			if office.SumOf(content) != f.SHA256 {
				r.byHand([]string{f.Path})
			}
			c := office.Change{Name: f.Path, Bytes: content, Else: office.Keep}
			if sum, known := r.before.sums[f.Path]; known {
				c.Was = []string{sum}
			}
			changes = append(changes, c)
		}
		kept, err := r.Out.Apply(ctx, changes)
		if err != nil {
			r.fail(office.ProblemsOf(r.Out.Path("."), office.About(r.Out, ".", err)))
			return false
		}
		r.outcome.Files += len(changes)
		r.keptAside(office.KeptFiles(r.Out, kept))
	}
	return true
}

// dropShards removes what the shards of the output folder have left, once the
// manifest says it all.
func (r *run) dropShards(ctx context.Context) error {
	entries, err := r.Out.ReadDir(shardFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return office.About(r.Out, shardFolder, err)
	}
	if err := r.Out.Sync(); err != nil {
		return err
	}
	var changes []office.Change
	for _, e := range entries {
		if !e.IsDir() {
			changes = append(changes, office.Change{Name: path.Join(shardFolder, e.Name()), Remove: true, Else: office.Replace})
		}
	}
	_, err = r.Out.Apply(ctx, changes)
	return office.About(r.Out, shardFolder, err)
}
