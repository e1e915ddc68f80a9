package batch

import (
	"fmt"
	"path"

	"ketluan/render/office"
)

// shardFolder is where shards leave what merge needs, below the output folder.
const shardFolder = "shards"

// An earlier is what an earlier run left, by its manifest.
type earlier struct {
	manifest *manifest // nil: there was none
	records  map[string]*recordEntry
	quarters map[string]*quarterEntry
	sums     map[string]string // of files, by their paths
}

// readEarlier reads the manifest of the shard; where it has none, that of all.
func readEarlier(out office.Folder, s Shard) (*earlier, error) {
	m, err := readManifest(out, manifestPath(s))
	if m == nil && err == nil && s.Of > 0 {
		m, err = readManifest(out, manifestPath(Shard{}))
	}
	if err != nil {
		return nil, err
	}
	e := &earlier{manifest: m, records: map[string]*recordEntry{}, quarters: map[string]*quarterEntry{}, sums: map[string]string{}}
	if m == nil {
		return e, nil
	}
	for i := range m.Records {
		r := &m.Records[i]
		if s.has(r.Record) {
			e.records[r.Record] = r
			e.know(r.Files)
		}
	}
	for i := range m.Quarters {
		if q := &m.Quarters[i]; s.Of == 0 {
			e.quarters[q.Quarter] = q
			e.know(q.Files)
		}
	}
	return e, nil
}

func (e *earlier) know(files []fileEntry) {
	for _, f := range files {
		e.sums[f.Path] = f.SHA256
	}
}

func manifestPath(s Shard) string {
	if s.Of == 0 {
		return manifestName
	}
	return path.Join(shardFolder, fmt.Sprintf("%d-of-%d.json", s.N, s.Of))
}

// sourcesPath is where a shard leaves its records for merge.
func sourcesPath(s Shard) string {
	return path.Join(shardFolder, fmt.Sprintf("%d-of-%d.zip", s.N, s.Of))
}
