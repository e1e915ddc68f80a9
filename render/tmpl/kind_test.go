package tmpl

import (
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/templates"
)

// A template says of which kind its document is; those from before there were
// kinds make notices, or are about the follow-up and leave it to the page.
func TestKind(t *testing.T) {
	const page = "\npage: {width: 210}\nstyles: {a: {size: 14}}\nblocks: [{p: a, text: x}]"
	const sheets = "\nsheets: [{name: A, rows: .Tasks, columns: [{header: STT, number: .Ordinal}]}]"
	for _, c := range []struct {
		src    string
		output Output
		kind   kind.Kind
	}{
		{"name: Mẫu cũ" + page, Document, kind.Notice()},
		{"kind: document" + page, Document, kind.Notice()},
		{"kind: document\nneeds: follow-up" + page, Document, kind.Kind{}},
		{"kind: thong-bao" + page, Document, kind.Notice()},
		{"kind: bao-cao\nneeds: follow-up" + page, Document, kind.Kind{Name: "bao-cao"}},
		{"kind: dang-thong-bao" + page, Document, kind.Kind{Name: "dang-thong-bao"}},
		{"kind: thu-khen" + page, Document, kind.Kind{Name: "thu-khen", Like: kind.Any}},
		{"kind: thu-khen\nlike: giay-moi" + page, Document, kind.Kind{Name: "thu-khen", Like: "giay-moi"}},
		{"kind: thong-bao-2\nlike: thong-bao" + page, Document, kind.Kind{Name: "thong-bao-2", Like: "thong-bao"}},
		{"kind: workbook" + sheets, Workbook, kind.Kind{}},
		{"name: Bảng cũ" + sheets, Workbook, kind.Kind{}},
	} {
		made, err := Parse("a.yaml", []byte(c.src))
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
		} else if made.Output() != c.output || made.Kind() != c.kind {
			t.Errorf("%s: output %d of kind %v", c.src, made.Output(), made.Kind())
		}
	}
	for name, want := range map[string]string{"thong-bao-ket-luan": "thong-bao", "bao-cao-ket-qua": "bao-cao", "cong-van-don-doc": "cong-van", "theo-doi": ""} {
		src, err := templates.FS.ReadFile(name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if made, err := Parse(name, src); err != nil || made.Kind().Name != want {
			t.Errorf("%s: %v, %v", name, made.Kind(), err)
		}
	}
}

type open struct {
	Any    any
	Named  map[string]int
	Rows   []map[string][]string
	Next   *open
	hidden int
}

func (o open) Words(int) []open     { return make([]open, o.hidden) }
func (*open) Failing() (any, error) { return nil, nil }

// What may hold anything is not judged; what cannot hold it is.
func TestMember(t *testing.T) {
	o := reflect.TypeFor[*open]()
	for _, c := range []struct {
		of   reflect.Type
		name string
		want reflect.Type
		ok   bool
	}{
		{o, "Any", nil, true}, {o, "Words", reflect.TypeFor[[]open](), true}, {o, "Failing", nil, true}, {o, "Next", o, true},
		{o, "hidden", nil, false}, {o, "Nobody", nil, false}, {reflect.TypeFor[string](), "Len", nil, false},
		{reflect.TypeFor[map[string]int](), "tiến độ", reflect.TypeFor[int](), true}, {reflect.TypeFor[map[string]any](), "x", nil, true},
		{reflect.TypeFor[map[int]int](), "x", nil, false}, {reflect.TypeFor[any](), "x", nil, true},
	} {
		if got, ok := member(c.of, c.name); got != c.want || ok != c.ok {
			t.Errorf("%v.%s: %v, %v", c.of, c.name, got, ok)
		}
	}
	s := &spelling{d: &decoder{}, seen: map[use]bool{}}
	for src, misspelt := range map[string]int{
		`{{.Named.x}}{{.Any.Foo.Bar}}{{(index .Rows 0).x}}{{range .Rows}}{{range .x}}{{.Y}}{{end}}{{end}}`:  1,
		`{{$x := .Next}}{{if .Any}}{{$x = .Any}}{{end}}{{$x.Foo}}`:                                          0,
		`{{$x := .Next}}{{$x.Foo}}{{with $y := .Next}}{{$y.Foo}}{{.Next.Named.a}}{{end}}`:                   2,
		`{{range $i, $o := .Words 3}}{{$o.Next.Nxt}}{{$.Nxt}}{{else}}{{.Nxt}}{{end}}`:                       3,
		`{{with .Any}}{{.Foo}}{{else with .Next}}{{.Foo}}{{else}}{{.Foo}}{{end}}`:                           2,
		`{{(or .Next .Next).Foo}}{{(or .Next .Any).Foo}}{{(and .Next).Foo}}{{len .Next.Foo}}{{not (.Foo)}}`: 4,
		`{{template "a" .Next}}{{template "a" .Any}}{{define "a"}}{{.Foo}}{{$.Foo}}{{end}}`:                 2,
		`{{range $k, $v := .Named}}{{$k.Foo}}{{$v.Foo}}{{end}}{{range 3}}{{.Foo}}{{break}}{{end}}`:          3,
		`{{.Failing.Foo}}{{.Next.Failing.Foo}}{{quarter .Any | upper}}{{(upper .Any).Foo}}{{/* .Foo */}}`:   1,
	} {
		var leaf text
		leaf.parse(s.d, &yaml.Node{}, "", src)
		s.told = 0
		s.text(&leaf, "", o)
		if s.told != misspelt {
			t.Errorf("%s: %d misspelt, want %d", src, s.told, misspelt)
		}
	}
}
