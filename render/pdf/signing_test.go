package pdf_test

import (
	"bytes"
	"crypto/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/render/decree"
	"ketluan/render/pdf/read"
)

var fieldClauses = []clause{
	{"UA 7.18.4", "each form field is in a Form element that says what it is for, and has a tooltip", func(f *finished) {
		parents := f.parents()
		fields := f.array(f.dict(f.catalog["AcroForm"])["Fields"])
		if len(fields) != 2 || len(f.annotations()) != 2 {
			f.T.Fatalf("%d fields, %d annotations", len(fields), len(f.annotations()))
		}
		for _, o := range fields {
			field := f.dict(o)
			number, ok := f.object(field["StructParent"]).(types.Integer)
			element := f.dict(parents[int(number)])
			kids := f.array(element["K"])
			if !ok || f.name(element["S"]) != "Form" || len(kids) != 1 {
				f.T.Fatalf("%v is in %v", field["T"], element)
			}
			if ref := f.dict(kids[0]); f.name(ref["Type"]) != "OBJR" || ref["Obj"] != o {
				f.T.Errorf("the element names %v, not %v", ref, o)
			}
			if title := f.text(field["TU"]); title == "" || title != f.text(element["Alt"]) {
				f.T.Errorf("tooltip %q, alternative %q", title, f.text(element["Alt"]))
			}
		}
	}},
	{"fields", "two signature fields that nobody has signed, the signer's before the agency's, on one page", func(f *finished) {
		var names []string
		for _, o := range f.array(f.dict(f.catalog["AcroForm"])["Fields"]) {
			field := f.dict(o)
			names = append(names, f.text(field["T"]))
			if f.name(field["FT"]) != "Sig" || field["V"] != nil || f.name(field["Subtype"]) != "Widget" {
				f.T.Errorf("%v", field)
			}
		}
		if strings.Join(names, " ") != "nguoi-ky co-quan" {
			f.T.Errorf("fields %q", names)
		}
	}},
}

// pdfsig signs both fields one after the other; both signatures are valid, the
// first still after the second.
func TestSign(t *testing.T) {
	for _, name := range []string{"pdfsig", "certutil"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
	dir := t.TempDir()
	run := func(name string, args ...string) string {
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
		return string(out)
	}
	noise := make([]byte, 64)
	rand.Read(noise)
	nss := filepath.Join(dir, "nss")
	if err := os.Mkdir(nss, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "noise"), noise, 0o600); err != nil {
		t.Fatal(err)
	}
	run("certutil", "-N", "-d", "sql:"+nss, "--empty-password")
	run("certutil", "-S", "-d", "sql:"+nss, "-n", "thu", "-s", "CN=Thu nghiem", "-x", "-t", "u,u,u", "-k", "rsa", "-g", "2048", "-z", filepath.Join(dir, "noise"))
	for name, file := range exampleFiles(t) {
		paths := []string{filepath.Join(dir, name+"-0.pdf"), filepath.Join(dir, name+"-1.pdf"), filepath.Join(dir, name+"-2.pdf")}
		if err := os.WriteFile(paths[0], file, 0o600); err != nil {
			t.Fatal(err)
		}
		for i, field := range []string{"nguoi-ky", "co-quan"} {
			run("pdfsig", "-nssdir", nss, "-sign", field, "-nick", "thu", paths[i], paths[i+1])
		}
		report := run("pdfsig", "-nssdir", nss, paths[2])
		if strings.Count(report, "Signature Validation: Signature is Valid.") != 2 || strings.Count(report, "Total document signed") != 1 {
			t.Errorf("%s:\n%s", name, report)
		}
		signed, err := os.ReadFile(paths[2])
		if err != nil || !bytes.HasPrefix(signed, file[:len(file)/2]) {
			t.Errorf("%s: signing did not append, %v", name, err)
		}
		run("qpdf", "--check", paths[2])
		seen, err := read.Open(signed)
		if err != nil || len(seen.Fields) != 2 || !seen.Fields[0].Signed || !seen.Fields[1].Signed {
			t.Errorf("%s: fields %+v, %v", name, seen.Fields, err)
		}
		for _, result := range decree.Measure(seen) {
			if result.Status == decree.Broken {
				t.Errorf("%s: signed it breaks %s", name, result.ID)
			}
		}
	}
}
