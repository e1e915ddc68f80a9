package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"ketluan/render"
	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/quarter"
	"ketluan/render/record"
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
	quarters, err := r.quartersOf(parts)
	if err != nil {
		return err
	}
	whole := true
	if m.Quarters, whole = r.writeQuarters(ctx, quarters); !whole {
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

// quartersOf reads the records that the shards have left, in the order of
// their paths.
func (r *run) quartersOf(parts []part) ([]*quarter.Set, error) {
	if !r.Quarters {
		return nil, nil
	}
	var all []recordEntry
	from := map[string]*zip.Reader{}
	for _, p := range parts {
		z, err := sources(p)
		if err != nil {
			return nil, err
		}
		failed := failedOf(p.manifest)
		for _, e := range p.manifest.Records {
			if !failed[e.Record] {
				all = append(all, e)
				from[e.Record] = z
			}
		}
	}
	sortEntries(all)
	quarters := quarter.Sets{}
	for i := range all {
		e := &all[i]
		rec, err := r.readKept(from[e.Record], e)
		if err != nil {
			return nil, &office.FileError{Path: e.Record, Err: err}
		}
		known, err := knownKept(from[e.Record], e, rec)
		if err != nil {
			return nil, &office.FileError{Path: e.Record, Err: err}
		}
		quarters.Add(e.Quarter, e.line(), rec.ForQuarter(), known)
	}
	return quarters.InOrder(), nil
}

// readKept reads the record of an entry from those that its shard has left.
func (r *run) readKept(z *zip.Reader, e *recordEntry) (*record.Record, error) {
	src, err := kept(z, e.SHA256, office.MaxRecord)
	if err != nil {
		return nil, err
	}
	rec, problems := r.Press.Read(e.Record, src, func(path string) ([]byte, error) {
		if e.Profile != nil && e.Profile.Path == path {
			return kept(z, e.Profile.SHA256, office.MaxRecord)
		}
		for _, t := range e.Tables {
			if t.Path == path {
				return kept(z, t.SHA256, office.MaxRecord)
			}
		}
		return nil, errDamaged()
	})
	if len(problems) > 0 {
		return nil, errDamaged()
	}
	return rec, nil
}

// knownKept reads the ledger of an entry from those that its shard has left.
func knownKept(z *zip.Reader, e *recordEntry, rec *record.Record) (known render.Known, err error) {
	if e.Ledger == "" {
		return known, nil
	}
	src, err := kept(z, e.Ledger, office.MaxLedger)
	if err != nil {
		return known, err
	}
	known, problems := office.KnownIn(e.Record, src, rec)
	if len(problems) > 0 {
		return known, errDamaged()
	}
	return known, nil
}

func kept(z *zip.Reader, sum string, limit int64) ([]byte, error) {
	f, err := z.Open(sum)
	if err != nil {
		return nil, errDamaged()
	}
	defer f.Close()
	src, err := office.ReadAll(f, limit)
	if err != nil || office.SumOf(src) != sum {
		return nil, errDamaged()
	}
	return src, nil
}

// sources opens the records of a shard.
func sources(p part) (*zip.Reader, error) {
	name := strings.TrimSuffix(p.name, ".json") + ".zip"
	src, err := office.ReadFile(p.from.Folder, name, maxManifest)
	if err == nil {
		var z *zip.Reader
		if z, err = zip.NewReader(bytes.NewReader(src), int64(len(src))); err == nil {
			return z, nil
		}
	}
	return nil, &office.FileError{Path: p.from.Folder.Path(name), Err: errDamaged()}
}
