package record

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"
)

// The committed schemas are those of the tables.
func TestSchemaFiles(t *testing.T) {
	for name, schema := range map[string][]byte{"record.schema.json": RecordSchema(), "profile.schema.json": ProfileSchema()} {
		path := filepath.Join("..", "..", "examples", name)
		if *update {
			if err := os.WriteFile(path, schema, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if committed, err := os.ReadFile(path); err != nil || !bytes.Equal(committed, schema) {
			t.Errorf("%s is not what the tables say; run with -update (%v)", path, err)
		}
	}
}

func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON returns a YAML file as an editor's schema sees it, by YAML 1.2: a day
// is text, and so are yes and no.
func asJSON(t *testing.T, src string) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(src), &root); err != nil {
		t.Fatal(err)
	}
	var value func(n *yaml.Node) any
	value = func(n *yaml.Node) any {
		switch n.Kind {
		case yaml.MappingNode:
			m := map[string]any{}
			for i := 0; i+1 < len(n.Content); i += 2 {
				m[n.Content[i].Value] = value(n.Content[i+1])
			}
			return m
		case yaml.SequenceNode:
			list := []any{}
			for _, e := range n.Content {
				list = append(list, value(e))
			}
			return list
		}
		if n.Tag == "!!timestamp" {
			return n.Value
		}
		var v any
		if err := n.Decode(&v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	return value(root.Content[0])
}

// Every example is right by the schema too, and tells editors where it is.
func TestSchemaOfExamples(t *testing.T) {
	examples, _ := filepath.Glob("../../examples/*.yaml")
	if len(examples) < 5 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, path := range examples {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		schema, file := RecordSchema(), "record"
		if strings.HasSuffix(path, ".profile.yaml") {
			schema, file = ProfileSchema(), "profile"
		}
		if first, _, _ := strings.Cut(string(src), "\n"); first != "# yaml-language-server: $schema="+file+".schema.json" {
			t.Errorf("%s begins with %q", path, first)
		}
		if err := compiled(t, schema).Validate(asJSON(t, string(src))); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// Parse and the schema take and refuse the same records. Each mutation of the
// base is a line "old => new", behind "taken", "refused", or "parse": what only
// Parse can refuse.
func TestSchemaAgrees(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/schema.txtar")
	if err != nil {
		t.Fatal(err)
	}
	base := string(archive.Files[0].Data)
	schema := compiled(t, RecordSchema())
	mutations := 0
	for line := range strings.Lines(string(archive.Files[1].Data)) {
		verdict, change, ok := strings.Cut(strings.TrimRight(line, "\n"), ": ")
		from, to, both := strings.Cut(change, " => ")
		if !ok || !both || !strings.Contains(base, from) {
			t.Fatalf("the base has no %q", line)
		}
		mutations++
		src := strings.Replace(base, from, strings.ReplaceAll(to, `\n`, "\n"), 1)
		_, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		invalid := schema.Validate(asJSON(t, src))
		if got, want := len(problems) > 0, verdict != "taken"; got != want {
			t.Errorf("%s\nParse: %v", line, problems)
		}
		if got, want := invalid != nil, verdict == "refused"; got != want {
			t.Errorf("%s\nschema: %v", line, invalid)
		}
	}
	if mutations < 60 {
		t.Errorf("%d mutations", mutations)
	}
}

// No two keys of a mapping have one name, and each has both.
func TestKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Keys() {
		above := k.Path[:strings.LastIndexByte(k.Path, '.')+1]
		if k.VI == "" || seen[above+k.VI] || k.About.VI == "" || k.About.EN == "" {
			t.Errorf("%+v", k)
		}
		seen[above+k.VI] = true
	}
}

// docs/keys.md lists the keys as the tables have them.
func TestKeysFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Các khóa của bản ghi và hồ sơ cơ quan / the keys of records and profiles\n\n" +
		"Mỗi khóa có hai tên, dùng tên nào cũng được. Khóa đậm là bắt buộc.\n" +
		"Each key has two names; either will do. Keys in bold are required.\n\n" +
		"| Khóa / key | Tên tiếng Việt | Là gì | What it is |\n|---|---|---|---|\n")
	for _, k := range Keys() {
		name := "`" + k.Path + "`"
		if k.Required {
			name = "**" + name + "**"
		}
		b.WriteString("| " + name + " | " + k.VI + " | " + k.About.VI + " | " + k.About.EN + " |\n")
	}
	path := filepath.Join("..", "..", "docs", "keys.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if committed, err := os.ReadFile(path); err != nil || string(committed) != b.String() {
		t.Errorf("%s is not what the tables say; run with -update (%v)", path, err)
	}
}
