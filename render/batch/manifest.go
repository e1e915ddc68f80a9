package batch

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"ketluan/render/office"
)

const (
	manifestName   = "manifest.json"
	manifestFormat = 1
	maxManifest    = 1 << 30 // in bytes
)

// A manifest tells of every file of a batch what it was made of. Everything in
// it is sorted and none of it is of the clock or the machine.
type manifest struct {
	Format   int            `json:"format"`
	Shard    *shardPart     `json:"shard,omitempty"`
	Complete bool           `json:"complete"` // the run came to its end
	Recipes  []recipe       `json:"recipes"`
	Records  []recordEntry  `json:"records"`
	Quarters []quarterEntry `json:"quarters"`
	Failed   []failedEntry  `json:"failed"`
}

// A shardPart is what the manifest of one shard has more than that of all.
type shardPart struct {
	Shard    Shard  `json:"shard"`
	Quarter  string `json:"quarter"`  // the one asked for, or ""
	Listing  string `json:"listing"`  // the SHA-256 of the paths of all files that were found, of every shard
	Quarters string `json:"quarters"` // the recipe of the quarters' workbooks; "" is none
}

// A recordEntry is a record with the files made of it. Paths are with slashes,
// of the record from the directory given, of files from the output folder.
type recordEntry struct {
	Record  string        `json:"record"`
	SHA256  string        `json:"sha256"`
	Profile *besideEntry  `json:"profile,omitempty"`
	Tables  []besideEntry `json:"tables,omitempty"`
	Ledger  string        `json:"ledger,omitempty"` // its SHA-256; "" is none
	Code    string        `json:"code"`
	Quarter string        `json:"quarter"`
	Recipe  string        `json:"recipe"`
	Files   []fileEntry   `json:"files"`
}

// A besideEntry is a file that a record was read with.
type besideEntry struct {
	Path   string `json:"path"` // as the record names it
	SHA256 string `json:"sha256"`
}

// A quarterEntry is the workbooks over all records of a quarter.
type quarterEntry struct {
	Quarter string      `json:"quarter"`
	Records string      `json:"records"` // a hash of those they are of, with their profiles
	Recipe  string      `json:"recipe"`
	Files   []fileEntry `json:"files"`
}

type fileEntry struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int    `json:"size"`
}

// A failedEntry is a record that no files could be made of.
type failedEntry struct {
	Record string `json:"record"`
	SHA256 string `json:"sha256,omitempty"` // "" where it could not be read
}

func newFileEntry(path string, content []byte) fileEntry {
	return fileEntry{path, office.SumOf(content), len(content)}
}

// sameSource reports whether two entries are of one record and ledger, word for word.
func (e *recordEntry) sameSource(o *recordEntry) bool {
	return e.Record == o.Record && e.SHA256 == o.SHA256 && e.Ledger == o.Ledger && (e.Profile == nil) == (o.Profile == nil) && (e.Profile == nil || *e.Profile == *o.Profile) && slices.Equal(e.Tables, o.Tables)
}

// readManifest reads a manifest; nil where there is none, or one
// that this program does not understand, which it then does without.
func readManifest(f office.Folder, name string) (*manifest, error) {
	src, err := office.ReadFile(f, name, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &office.FileError{Path: f.Path(name), Err: err}
	}
	m := new(manifest)
	if err := json.Unmarshal(src, m); err != nil || m.Format != manifestFormat || !m.local() {
		return nil, nil
	}
	return m, nil
}

// local reports whether all paths of m stay below its folder.
func (m *manifest) local() bool {
	for _, e := range m.Records {
		if !areLocal(e.Files) {
			return false
		}
	}
	return !slices.ContainsFunc(m.Quarters, func(e quarterEntry) bool { return !areLocal(e.Files) })
}

func areLocal(files []fileEntry) bool {
	return !slices.ContainsFunc(files, func(f fileEntry) bool { return !fs.ValidPath(f.Path) })
}

// encode sorts m and returns it as JSON.
func (m *manifest) encode(known map[string]recipe) ([]byte, error) {
	m.Format = manifestFormat
	sortEntries(m.Records)
	slices.SortFunc(m.Quarters, func(a, b quarterEntry) int { return cmp.Compare(a.Quarter, b.Quarter) })
	slices.SortFunc(m.Failed, func(a, b failedEntry) int { return cmp.Compare(a.Record, b.Record) })
	used := map[string]recipe{}
	for _, e := range m.Records {
		used[e.Recipe] = known[e.Recipe]
		slices.SortFunc(e.Files, func(a, b fileEntry) int { return cmp.Compare(a.Path, b.Path) })
	}
	for _, e := range m.Quarters {
		used[e.Recipe] = known[e.Recipe]
		slices.SortFunc(e.Files, func(a, b fileEntry) int { return cmp.Compare(a.Path, b.Path) })
	}
	if m.Shard != nil && m.Shard.Quarters != "" {
		used[m.Shard.Quarters] = known[m.Shard.Quarters]
	}
	m.Recipes = []recipe{}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		m.Recipes = append(m.Recipes, used[id])
	}
	m.Records, m.Quarters, m.Failed = append([]recordEntry{}, m.Records...), append([]quarterEntry{}, m.Quarters...), append([]failedEntry{}, m.Failed...)
	return m.json()
}

// json is m as JSON, record by record: of 10,000 they are most of it, and an
// encoder would hold all three times.
func (m *manifest) json() ([]byte, error) {
	const none = `"records": []`
	around := *m
	around.Records = []recordEntry{}
	var b bytes.Buffer
	if err := encode(&b, &around, ""); err != nil {
		return nil, err
	}
	head, tail, _ := strings.Cut(b.String(), none)
	b.Reset()
	b.Grow(len(head) + len(tail) + m.length())
	b.WriteString(head + `"records": [`)
	for i := range m.Records {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  ")
		if err := encode(&b, &m.Records[i], "  "); err != nil {
			return nil, err
		}
		b.Truncate(b.Len() - 1) // the end of the line
	}
	if len(m.Records) > 0 {
		b.WriteString("\n ")
	}
	b.WriteString("]" + tail)
	return b.Bytes(), nil
}

// length is about how long the records of m become, rather more than less: of 10,000
// they are 30 MB, and a buffer that grows by doubling would hold three times as much.
func (m *manifest) length() int {
	const keys, fileKeys, sum = 400, 80, 64
	n := 0
	for _, e := range m.Records {
		n += keys + len(e.Record) + len(e.Code) + (2+len(e.Tables))*sum
		for _, f := range e.Files {
			n += fileKeys + len(f.Path) + sum
		}
	}
	return n
}

func encode(b *bytes.Buffer, v any, prefix string) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, " ")
	return e.Encode(v)
}

func sortEntries(entries []recordEntry) {
	slices.SortFunc(entries, func(a, b recordEntry) int { return cmp.Compare(a.Record, b.Record) })
}

// recipesOf returns the recipes of manifests by their IDs.
func recipesOf(s settings, manifests ...*manifest) map[string]recipe {
	known := map[string]recipe{}
	for _, m := range manifests {
		if m != nil {
			for _, r := range m.Recipes {
				known[r.ID] = r
			}
		}
	}
	known[s.records.ID], known[s.quarters.ID] = s.records, s.quarters
	return known
}
