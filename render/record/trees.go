package record

import (
	"bytes"
	"sync"

	"gopkg.in/yaml.v3"
)

// Limits of what Trees keeps.
const (
	maxTrees = 16
	maxTree  = 64 << 10 // bytes of a file
)

// Trees keeps the YAML trees of profiles that many records name, so that each is
// parsed once as long as its bytes are the same: of 1,000 records with one profile
// of 10 units that is a twentieth of the time of a check. Many goroutines may use it.
type Trees struct {
	mu   sync.Mutex
	kept map[string]tree // by the names of their files, as messages have them
}

// A tree is a file that was read without a problem. Nothing changes it.
type tree struct {
	src    []byte
	root   *yaml.Node
	source *source
	lines  []string
}

// find returns the tree of a file whose bytes are still the same.
func (t *Trees) find(name string, src []byte) (tree, bool) {
	if t == nil {
		return tree{}, false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	found, ok := t.kept[name]
	return found, ok && bytes.Equal(found.src, src)
}

func (t *Trees) keep(name string, made tree) {
	if t == nil || len(made.src) > maxTree {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.kept == nil || len(t.kept) >= maxTrees {
		t.kept = map[string]tree{}
	}
	t.kept[name] = made
}

// openShared is open for a file that other records name too.
func (p *parser) openShared(name string, src []byte) (*yaml.Node, *reader) {
	if t, ok := p.from.Trees.find(name, src); ok {
		r := p.reader(name)
		r.lines, r.source = t.lines, t.source
		p.record.sources = append(p.record.sources, r.source)
		return t.root, r
	}
	told := len(p.problems) + p.dropped
	root, r := p.open(name, src)
	if root != nil && len(p.problems)+p.dropped == told {
		p.from.Trees.keep(name, tree{src, root, r.source, r.lines})
	}
	return root, r
}
