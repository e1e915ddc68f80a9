package office

import (
	"os"
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/register"
)

// The papers of one meeting have series of their own; the number of each stands
// with what the record says of it, and none counts as a change of another.
func TestIssueKinds(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"2026-q2-hop-giao-ban.yaml", "so-nnmt.profile.yaml"} {
		src, err := os.ReadFile("../../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(src)
	}
	const name = "2026-q2-hop-giao-ban.yaml"
	f := NewMemory(files)
	var symbols []string
	for _, kind := range []string{"giay-moi", "bien-ban", "thong-bao-ket-luan"} {
		template, err := BuiltIn(kind)
		if err != nil {
			t.Fatal(err)
		}
		p, err := NewPress(Wants{Templates: []Template{template}, Only: "pdf"})
		if err != nil {
			t.Fatal(err)
		}
		o := Issuing{}
		if kind == "bien-ban" {
			o.Date = calendar.Date{Year: 2026, Month: 4, Day: 8}
		}
		d := issued(t, p, f, o, name).Documents[0]
		if !d.Done {
			t.Errorf("%s: %+v", kind, d)
		}
		symbols = append(symbols, d.Symbol)
		if again := issued(t, p, f, Issuing{}, name).Documents[0]; !again.Again || !again.Done || again.Symbol != d.Symbol {
			t.Errorf("%s: %+v", kind, again)
		}
	}
	if got := strings.Join(symbols, " "); !strings.Contains(got, "/GM-SNNMT") || !strings.Contains(got, "/BB-SNNMT") || !strings.Contains(got, "/TB-SNNMT") {
		t.Error(got)
	}
	all, err := Registers(t.Context(), []Place{{Folder: f, Name: "."}})
	if err != nil || len(all) != 1 || len(all[0].Changed) > 0 || len(all[0].Documents) != 3 {
		t.Errorf("%+v, %v", all, err)
	}
	for _, d := range all[0].Documents {
		if d.State != register.Issued {
			t.Errorf("%+v", d)
		}
	}
}

// A document for each unit has many numbers, and is not issued as one.
func TestIssueEachUnit(t *testing.T) {
	template, err := BuiltIn("cong-van-giao-viec")
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPress(Wants{Templates: []Template{template}})
	if err != nil {
		t.Fatal(err)
	}
	f := NewMemory(issuables(1))
	if _, _, err := Issue(t.Context(), p, Issuing{Out: f}, []Found{Place{Folder: f, Name: "hop-1.yaml"}.File()}); err == nil {
		t.Error("letters are issued under one number")
	}
}

// A template of an agency's own that prints the number at the top of the record
// is numbered there, whatever kind it is.
func TestIssueOwnKind(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"nghi-quyet.yaml", "ban-ghi.yaml"} {
		src, err := os.ReadFile("../testdata/kinds/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(src)
	}
	files["ban-ghi.yaml"] = strings.NewReplacer("number: \"7\"\n", "", "date: 14/5/2026\n", "").Replace(files["ban-ghi.yaml"])
	f := NewMemory(files)
	template, err := ParseTemplate("nghi-quyet.yaml", []byte(files["nghi-quyet.yaml"]))
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPress(Wants{Templates: []Template{template}, Only: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	refused := issued(t, p, f, Issuing{}, "ban-ghi.yaml").Documents[0]
	if refused.Done || len(refused.Problems) != 1 || !strings.HasSuffix(refused.Problems[0].Hint.EN, "write date into the record") {
		t.Errorf("%+v", refused)
	}
	d := issued(t, p, f, Issuing{Date: calendar.Date{Year: 2026, Month: 5, Day: 14}}, "ban-ghi.yaml").Documents[0]
	if !d.Done || d.Symbol != "01/NQ-HĐTV" || !strings.Contains(f.Files()["ban-ghi.yaml"], "\nnumber: \"01\"\ndate: 14/05/2026\n") {
		t.Errorf("%+v, %.300s", d, f.Files()["ban-ghi.yaml"])
	}
}
