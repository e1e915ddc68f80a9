package office

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/check"
	"ketluan/render/decree"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// A letter of invitation is a kind that no line of Go knows: testdata/thu-moi.yaml
// alone makes it.
func invitation(t *testing.T, change ...string) (*tmpl.Template, *render.Renderer) {
	t.Helper()
	made, err := tmpl.Parse("thu-moi.yaml", []byte(strings.NewReplacer(change...).Replace(given(t, "thu-moi.yaml"))))
	if err != nil {
		t.Fatal(err)
	}
	family, err := fonts.Liberation()
	if err != nil {
		t.Fatal(err)
	}
	r, err := render.New(render.Options{Family: family, Document: made, AttachRecord: true})
	if err != nil {
		t.Fatal(err)
	}
	return made, r
}

func given(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func parsed(t *testing.T, r *render.Renderer, change ...string) *record.Record {
	t.Helper()
	src := strings.NewReplacer(change...).Replace(given(t, "hop-ban.yaml"))
	rec, problems := r.Read("hop-ban.yaml", []byte(src), nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rec
}

func rulesOf(findings []check.Finding) (ids []string) {
	for _, f := range findings {
		ids = append(ids, f.Rule.ID)
	}
	return ids
}

func TestCheckJudgesByKind(t *testing.T) {
	if kind.Known("thu-moi") {
		t.Fatal("the kind is to be one that nobody knows")
	}
	_, r := invitation(t)
	rec := parsed(t, r)
	for _, c := range []struct {
		name  string
		kinds []kind.Kind
		want  []string
	}{
		{"as a notice it answers nobody; of a meeting to come it is before it", []kind.Kind{kind.Notice()}, []string{"ND30-RC-06"}},
		{"no kind is a notice", nil, []string{"ND30-RC-06"}},
		{"as what it is", r.KindsOf(nil), nil},
		{"of two documents the rules of both", append(r.KindsOf(nil), kind.Notice()), []string{"ND30-RC-06"}},
		{"like a notice", []kind.Kind{kind.New("thu-moi", "thong-bao")}, []string{"ND30-RC-06"}},
	} {
		if got := rulesOf(check.Stops(rec, false, c.kinds...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	// What holds for every kind, and for all of the decree, holds for this one.
	wrong := parsed(t, r, "trước ngày 10/4/2026", "trước ngày 10/4/2025", "KT. Giám đốc", "TL. Phó Giám đốc", "tự chủ tài chính", "tự chủ tài chímh")
	if got := rulesOf(check.Record(wrong, nil, r.KindsOf(nil)...)); !slices.Equal(got, []string{"CT-01", "NV-01", "ND30-SG-03"}) {
		t.Errorf("%v", got)
	}
	// On the way to who signs nobody asks for the decree's foot.
	if got := rulesOf(check.Record(wrong, nil, kind.New("phieu-trinh", ""))); !slices.Equal(got, []string{"CT-01", "NV-01"}) {
		t.Errorf("%v", got)
	}
}

func statuses(v *Verdict) map[string]decree.Status {
	all := map[string]decree.Status{}
	for _, r := range v.Results {
		all[r.ID] = r.Status
	}
	return all
}

func broken(v *Verdict) (ids []string) {
	for _, r := range v.Results {
		if r.Status == decree.Broken {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func TestVerifyByKind(t *testing.T) {
	own, r := invitation(t)
	files, err := r.Files(parsed(t, r))
	if err != nil {
		t.Fatal(err)
	}
	src := files[0].Bytes
	as := func(kindLines string) *tmpl.Template {
		other, _ := invitation(t, "kind: thu-moi", kindLines)
		return other
	}
	for _, c := range []struct {
		name     string
		template *tmpl.Template
		broken   []string
	}{
		{"by its template", own, nil},
		{"by itself: the record makes a notice", nil, []string{"RE-01"}},
		{"as a notice, with its own words", as("kind: thong-bao"), []string{"TT-01", "RC-06"}},
		{"as an invitation of the decree", as("kind: giay-moi"), []string{"TT-01"}},
		{"as a letter", as("kind: cong-van"), []string{"TT-04"}},
		{"like a letter", as("kind: thu-moi\nlike: cong-van"), []string{"TT-04"}},
	} {
		v, err := Verify(src, VerifyOptions{Template: c.template})
		if err != nil {
			t.Fatal(err)
		}
		if got := broken(v); !slices.Equal(got, c.broken) {
			t.Errorf("%s: %v broken, want %v", c.name, got, c.broken)
		}
	}
	v, err := Verify(src, VerifyOptions{Template: own})
	if err != nil {
		t.Fatal(err)
	}
	if all := statuses(v); all["RE-01"] != decree.Kept || all["HD-05"] != decree.Kept || all["TT-04"] != "" {
		t.Errorf("%v", all)
	}
	// What a template sets itself is measured all the same, but not what its kind
	// has not.
	narrow, r := invitation(t, "left: 30", "left: 24", "{size: 12, bold: yes, align: centre}", "{size: 15, bold: yes, align: centre}")
	if files, err = r.Files(parsed(t, r)); err != nil {
		t.Fatal(err)
	}
	if v, err = Verify(files[0].Bytes, VerifyOptions{Template: narrow}); err != nil || !slices.Equal(broken(v), []string{"PG-04", "HD-02"}) {
		t.Errorf("%v broken, %v", broken(v), err)
	}
	inner, _ := invitation(t, "kind: thu-moi", "kind: phieu-trinh")
	if v, err = Verify(files[0].Bytes, VerifyOptions{Template: inner}); err != nil || !slices.Equal(broken(v)[:1], []string{"PG-04"}) || statuses(v)["HD-02"] != "" {
		t.Errorf("%v, %v", statuses(v), err)
	}
}

func TestVerifyRefuses(t *testing.T) {
	if _, err := Verify(bytes.Repeat([]byte("%"), MaxPDF+1), VerifyOptions{}); !errors.Is(err, read.ErrTooLarge) {
		t.Error(err)
	}
	if _, err := Verify([]byte("kind: thu-moi"), VerifyOptions{}); err == nil {
		t.Error("a template is no PDF")
	}
}
