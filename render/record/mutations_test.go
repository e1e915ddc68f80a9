package record

import (
	"os"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

func yamlTree(t *testing.T, src []byte) *yaml.Node {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(src, &n); err != nil {
		t.Fatal(err)
	}
	return n.Content[0]
}

// A mutation is one change of a record.
type mutation struct {
	At     []string
	Of     string    // the key that is called At now
	Value  yaml.Node // else its new value
	Delete bool
	Beyond string // what one of the two cannot know
}

// change applies a mutation to a tree.
func (m mutation) change(t *testing.T, n *yaml.Node) {
	last := len(m.At) - 1
	for i, key := range m.At {
		at := slices.Index([]string{"0", "1", "2"}, key)
		if n.Kind == yaml.MappingNode {
			at = -1
			for j := 0; j < len(n.Content); j += 2 {
				if n.Content[j].Value == key || i == last && m.Of != "" && n.Content[j].Value == m.Of {
					at = j + 1
				}
			}
			if at < 0 && (i < last || m.Of != "" || m.Delete) && key != "cơ quan" {
				t.Fatalf("%v is not there", m.At)
			}
			if at < 0 {
				n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, &yaml.Node{Kind: yaml.MappingNode})
				at = len(n.Content) - 1
			}
		}
		switch {
		case i < last:
			n = n.Content[at]
		case m.Of != "":
			n.Content[at-1].Value = key
		case m.Delete:
			n.Content = slices.Delete(n.Content, at-1, at+1)
		default:
			n.Content[at] = &m.Value
		}
	}
}

// The schema says of a record what Parse says.
func TestParseAndSchemaAgree(t *testing.T) {
	src, err := os.ReadFile("testdata/mutations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Base      string
		Mutations []mutation
	}
	if err := yaml.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	schema := compiled(t, RecordSchema())
	agreed := map[bool]int{}
	for _, m := range append(file.Mutations, mutation{At: []string{"number"}, Of: "number"}) {
		tree := yamlTree(t, []byte(file.Base))
		m.change(t, tree)
		changed, err := yaml.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		_, problems := Parse(changed, Source{Name: "hop.yaml", Open: func(path string) ([]byte, error) { return nil, os.ErrNotExist }})
		wrong := schema.Validate(asJSON(t, string(changed)))
		switch agree := (len(problems) == 0) == (wrong == nil); {
		case agree && m.Beyond != "":
			t.Errorf("%v: they agree, so it is not beyond one of them", m.At)
		case !agree && m.Beyond == "":
			t.Errorf("%v: Parse says %q, the schema %v", m.At, printed(problems, problem.English), wrong)
		case agree:
			agreed[wrong == nil]++
		}
	}
	if agreed[true] < 30 || agreed[false] < 40 {
		t.Errorf("they agree on %d good records and %d bad ones", agreed[true], agreed[false])
	}
	t.Logf("they agree on %d good records and %d bad ones", agreed[true], agreed[false])
}
