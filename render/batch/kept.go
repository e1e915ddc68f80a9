package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"strings"

	"ketluan/render"
	"ketluan/render/office"
	"ketluan/render/quarter"
	"ketluan/render/record"
)

// joinQuarters makes the workbooks of each quarter from the records that the shards
// have left: a quarter after the other, once all are seen to be whole.
func (r *run) joinQuarters(ctx context.Context, parts []part) (made []quarterEntry, err error) {
	if !r.Quarters {
		return nil, nil
	}
	var all []recordEntry
	from := map[string]*zip.Reader{}
	for _, p := range parts {
		file, z, err := sources(p)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		failed := failedOf(p.manifest)
		for _, e := range p.manifest.Records {
			if !failed[e.Record] {
				all = append(all, e)
				from[e.Record] = z
			}
		}
	}
	sortEntries(all)
	quarters, read := quarter.Sets{}, map[string][]source{}
	for _, e := range all {
		if err := intact(from[e.Record], &e); err != nil {
			return nil, &office.FileError{Path: e.Record, Err: err}
		}
		quarters.Of(e.Quarter).Expect(e.line())
		read[e.Quarter] = append(read[e.Quarter], func() (*record.Record, render.Known, error) { return r.readLight(from[e.Record], &e) })
	}
	for _, q := range quarters.InOrder() {
		entries, err := r.writeQuarter(ctx, q, read[q.Quarter])
		if err != nil || ctx.Err() != nil {
			return made, err
		}
		made = append(made, entries...)
		q.Leave()
	}
	return made, nil
}

// intact looks whether the files of an entry are as its shard has left them.
func intact(z *zip.Reader, e *recordEntry) error {
	sums := []string{e.SHA256}
	if e.Profile != nil {
		sums = append(sums, e.Profile.SHA256)
	}
	for _, t := range e.Tables {
		sums = append(sums, t.SHA256)
	}
	for _, sum := range sums {
		if _, err := kept(z, sum, office.MaxRecord); err != nil {
			return err
		}
	}
	if e.Ledger == "" {
		return nil
	}
	_, err := kept(z, e.Ledger, office.MaxLedger)
	return err
}

// readLight reads what the quarter's workbooks want of the record of an entry.
func (r *run) readLight(z *zip.Reader, e *recordEntry) (*record.Record, render.Known, error) {
	rec, err := r.readKept(z, e)
	if err != nil {
		return nil, render.Known{}, &office.FileError{Path: e.Record, Err: err}
	}
	known, err := knownKept(z, e, rec)
	if err != nil {
		return nil, render.Known{}, &office.FileError{Path: e.Record, Err: err}
	}
	return rec.ForQuarter(), known, nil
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

// sources opens the records of a shard: on a disk they stay there.
func sources(p part) (io.Closer, *zip.Reader, error) {
	name := strings.TrimSuffix(p.name, ".json") + ".zip"
	damaged := &office.FileError{Path: p.from.Folder.Path(name), Err: errDamaged()}
	file, err := p.from.Folder.Open(name)
	if err != nil {
		return nil, nil, damaged
	}
	z, err := zipOf(file)
	if err != nil {
		file.Close()
		return nil, nil, damaged
	}
	return file, z, nil
}

func zipOf(file fs.File) (*zip.Reader, error) {
	if disk, ok := file.(io.ReaderAt); ok {
		info, err := file.Stat()
		if err != nil {
			return nil, err
		}
		return zip.NewReader(disk, info.Size())
	}
	src, err := office.ReadAll(file, maxManifest)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(src), int64(len(src)))
}
