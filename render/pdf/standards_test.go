package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/tmpl"
	"ketluan/templates"
)

// A clause is one thing that PDF/A-2a (A: ISO 19005-2) or PDF/UA-1 (UA: ISO
// 14289-1) requires of a file of this kind.
type clause struct {
	id, says string
	check    func(f *finished)
}

// TestStandards reads the finished files of the examples with a reader that is
// not ours, and asserts them clause by clause.
func TestStandards(t *testing.T) {
	for name, file := range exampleFiles(t) {
		f := open(t, file)
		for _, c := range clauses {
			t.Run(name+"/"+c.id, func(t *testing.T) {
				f.T = t
				c.check(f)
				if t.Failed() {
					t.Log(c.says)
				}
			})
		}
	}
}

// A draft has no fields, and is PDF/A and PDF/UA all the same.
func TestDraftStandards(t *testing.T) {
	for name, file := range filesWith(t, render.Options{Draft: true}, "") {
		f := open(t, file)
		f.T = t
		for _, c := range slices.Concat(structureClauses, clauses) {
			if !slices.ContainsFunc(fieldClauses, func(of clause) bool { return of.id == c.id }) {
				c.check(f)
			}
		}
		if f.catalog["AcroForm"] != nil || len(f.annotations()) > 0 {
			t.Errorf("%s: a draft has fields", name)
		}
	}
}

// With an annex there is a table: headers that say what they head, each row with
// one of its own, and rows of one length (ISO 14289-1, 7.5).
func TestAnnexStandards(t *testing.T) {
	for name, file := range filesWith(t, render.Options{}, "\nannex: tasks\n") {
		f := open(t, file)
		f.T = t
		for _, c := range clauses {
			c.check(f)
		}
		rows, headers := 0, map[string]int{}
		f.walk(func(e types.Dict, _ string) {
			switch f.name(e["S"]) {
			case "TR":
				rows++
				if n := len(f.array(e["K"])); n != 6 {
					t.Errorf("%s: a row of %d cells", name, n)
				}
			case "TH":
				headers[f.name(f.dict(e["A"])["Scope"])]++
			}
		})
		if rows < 7 || headers["Column"] != 6 || headers["Row"] != rows-1 {
			t.Errorf("%s: %d rows, headers %v", name, rows, headers)
		}
	}
}

// With the record attached the file is PDF/A-3a: ISO 19005-3, 6.8.
func TestAttached(t *testing.T) {
	for name, file := range filesWith(t, render.Options{AttachRecord: true}, "") {
		// In PDF 1.7 AFRelationship is PDF/A-3's own, which strictness does not know.
		f := openAs(t, file, model.ValidationRelaxed)
		f.T = t
		for _, c := range clauses {
			if c.id != "A 6.6.4" && c.id != "A 6.8" {
				c.check(f)
			}
		}
		if !strings.Contains(string(f.stream(f.catalog["Metadata"])), "<pdfaid:part>3</pdfaid:part>") {
			t.Errorf("%s: it does not claim part 3", name)
		}
		associated := f.array(f.catalog["AF"])
		names := f.array(f.dict(f.dict(f.catalog["Names"])["EmbeddedFiles"])["Names"])
		if len(associated) == 0 || len(names) != 2*len(associated) {
			t.Fatalf("%s: %d associated files, %d names", name, len(associated), len(names)/2)
		}
		for i, o := range associated {
			spec := f.dict(o)
			content := f.stream(f.dict(spec["EF"])["F"])
			own, err := os.ReadFile(filepath.Join("../../examples", f.text(spec["UF"])))
			if err != nil || !bytes.Equal(content, own) || names[2*i+1] != o {
				t.Errorf("%s: %s is not the file, %v", name, f.text(spec["UF"]), err)
			}
			if f.name(spec["AFRelationship"]) != "Source" || f.text(spec["Desc"]) == "" || f.name(f.dict(f.dict(spec["EF"])["F"])["Subtype"]) != "application/yaml" {
				t.Errorf("%s: %v", name, spec)
			}
		}
	}
}

// Each clause must be able to fail: a file that PDF/A and PDF/UA know nothing
// of breaks those that ask for something.
func TestStandardsCanFail(t *testing.T) {
	plain := []byte("%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> >> >> /Contents 4 0 R>>\nendobj\n" +
		"4 0 obj\n<</Length 42>>\nstream\nBT /F1 12 Tf 72 720 Td (Hello world) Tj ET\nendstream\nendobj\n" +
		"xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \n0000000111 00000 n \n0000000264 00000 n \n" +
		"trailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n355\n%%EOF\n")
	f := open(t, plain)
	failing := 0
	for _, c := range clauses {
		probe := new(recorder)
		f.T = probe
		func() {
			defer func() { probe.failed = recover() != nil || probe.failed }()
			c.check(f)
		}()
		if probe.failed {
			failing++
		} else if !strings.HasPrefix(c.says, "no ") && !strings.HasPrefix(c.says, "where ") {
			t.Errorf("%s holds for a file without it: %s", c.id, c.says)
		}
	}
	if failing < len(clauses)/2 {
		t.Errorf("%d of %d clauses fail", failing, len(clauses))
	}
}

// A reporter is what a check tells its findings to.
type reporter interface {
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

type recorder struct{ failed bool }

func (r *recorder) Errorf(string, ...any) { r.failed = true }
func (r *recorder) Fatalf(string, ...any) { r.failed = true; panic("stop") }

// A finished file as another program reads it.
type finished struct {
	T     reporter
	bytes []byte
	*model.Context
	catalog types.Dict
	decoded map[types.IndirectRef][]byte // streams, by the references to them
}

func open(t *testing.T, file []byte) *finished { return openAs(t, file, model.ValidationStrict) }

func openAs(t *testing.T, file []byte, mode int) *finished {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = mode
	ctx, err := api.ReadContext(bytes.NewReader(file), conf)
	if err != nil {
		t.Fatal(err)
	}
	if err := api.ValidateContext(ctx); err != nil {
		t.Fatalf("validation: %v", err)
	}
	catalog, err := ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return &finished{T: t, bytes: file, Context: ctx, catalog: catalog, decoded: map[types.IndirectRef][]byte{}}
}

// exampleFiles are the notices of the examples, by name.
func exampleFiles(t *testing.T) map[string][]byte { return filesWith(t, render.Options{}, "") }

// filesWith are the notices made with further options, and lines in the record.
func filesWith(t *testing.T, o render.Options, lines string) map[string][]byte {
	t.Helper()
	var parsed []*tmpl.Template
	for _, name := range []string{"thong-bao-ket-luan", "dang-thong-bao"} {
		src, err := templates.FS.ReadFile(name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		template, err := tmpl.Parse(name, src)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, template)
	}
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	o.Family, o.Document, o.Forms = family, parsed[0], parsed[1:]
	r, err := render.New(o)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	paths, _ := filepath.Glob("../../examples/20*.yaml")
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rec, problems := r.Read(path, append(src, lines...), func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("../../examples", name)) })
		if len(problems) > 0 {
			t.Fatal(problems[0].Message.EN)
		}
		made, err := r.Files(rec)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(filepath.Base(path), ".yaml")] = made[0].Bytes
	}
	if len(files) < 3 {
		t.Fatal("the examples are missing")
	}
	return files
}

func (f *finished) object(o types.Object) types.Object {
	o, err := f.Dereference(o)
	if err != nil {
		f.T.Fatalf("%v", err)
	}
	return o
}

// dict returns a dictionary, also that of a stream; empty where there is none.
func (f *finished) dict(o types.Object) types.Dict {
	switch o := f.object(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return types.Dict{}
}

func (f *finished) array(o types.Object) types.Array {
	a, _ := f.object(o).(types.Array)
	return a
}

func (f *finished) name(o types.Object) string {
	n, _ := f.object(o).(types.Name)
	return n.Value()
}

func (f *finished) number(o types.Object) float64 {
	switch n := f.object(o).(type) {
	case types.Integer:
		return float64(n)
	case types.Float:
		return float64(n)
	}
	return -1
}

func (f *finished) text(o types.Object) string {
	if o == nil {
		return ""
	}
	s, err := f.DereferenceText(o)
	if err != nil {
		f.T.Fatalf("%v", err)
	}
	return s
}

// stream returns a stream's decoded content.
func (f *finished) stream(o types.Object) []byte {
	ref, isRef := o.(types.IndirectRef)
	if content, ok := f.decoded[ref]; ok && isRef {
		return content
	}
	s, ok := f.object(o).(types.StreamDict)
	if !ok {
		f.T.Fatalf("no stream: %v", o)
	}
	if err := s.Decode(); err != nil {
		f.T.Fatalf("%v", err)
	}
	if isRef {
		f.decoded[ref] = s.Content
	}
	return s.Content
}

// pages returns the pages' dictionaries.
func (f *finished) pages() []types.Dict {
	var all []types.Dict
	for i := range f.PageCount {
		d, _, _, err := f.PageDict(i+1, false)
		if err != nil {
			f.T.Fatalf("%v", err)
		}
		all = append(all, d)
	}
	return all
}

// objects calls a function for each object of the file.
func (f *finished) objects(visit func(number int, o types.Object)) {
	for number, entry := range f.Table {
		if entry != nil && !entry.Free && entry.Object != nil {
			visit(number, entry.Object)
		}
	}
}
