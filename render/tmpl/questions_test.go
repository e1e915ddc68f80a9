package tmpl

import (
	"slices"
	"strings"
	"testing"

	"ketluan/render/record"
	"ketluan/templates"
)

func builtIn(t *testing.T, name string) *Template {
	t.Helper()
	src, err := templates.FS.ReadFile(name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	template, err := Parse(name+".yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// The sheet of questions numbers items as the notice does.
func TestQuestionsAreNumberedAsTheNotice(t *testing.T) {
	if sheet, notice := builtIn(t, "cau-hoi").file.Numbering, builtIn(t, "thong-bao-ket-luan").file.Numbering; !slices.Equal(sheet, notice) {
		t.Errorf("%q, the notice %q", sheet, notice)
	}
}

// Items are called by the labels that the notice prints.
func TestPlacesOfQuestions(t *testing.T) {
	sheet := builtIn(t, "cau-hoi")
	const items = `
  - {text: Một, lead: A}
  - heading: Hai
    lead: A
    items:
      - {text: Hai a}
      - heading: Hai b
        items: [{text: X}, {text: Y}]
  - {text: Không số, lead: A, numbered: no}
  - {heading: Ba, lead: A, items: [{text: Ba một, numbered: no}]}
  - {heading: Bốn, lead: A, items: [{text: Bốn một, numbered: no}, {text: Bốn hai, numbered: no}]}
`
	for numbering, want := range map[string]string{
		`["I.", "1.", "a)"]`:      "I; II.1; II.2.a; II.2.b; ý 1; III; IV, ý 1; IV, ý 2",
		`["1.", "(1)", "-"]`:      "1; 2.1; 2.2, ý 1; 2.2, ý 2; ý 1; 3; 4, ý 1; 4, ý 2",
		`["1.", "1.1.", "1.1.1"]`: "1; 2.1; 2.2.1; 2.2.2; ý 1; 3; 4, ý 1; 4, ý 2",
	} {
		rec, problems := record.Parse([]byte("meeting-date: 06/01/2026\nagency: {name: Sở A}\nnumbering: "+numbering+"\nconclusions:"+items), record.Source{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var got []string
		for _, a := range sheet.Questions(rec) {
			got = append(got, a.Label)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %s, want %s", numbering, s, want)
		}
	}
}

// The sheet has a line for each question, the first of each item with its text.
func TestSheetOfQuestions(t *testing.T) {
	rec, problems := record.Parse([]byte("meeting-date: 06/01/2026\nagency: {name: Sở A}\nconclusions:\n  - {text: Rà soát định mức chi., lead: [Phòng B, Phòng C]}\n"), record.Source{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	v := newAskingView(newView(rec, nil))
	if len(v.Asked) != 1 || len(v.Lines) != 4 || !v.Lines[0].First || v.Lines[1].First || v.Lines[0].Choices[0] != "Phòng\u00A0B" {
		t.Errorf("%+v", v)
	}
	if _, err := builtIn(t, "cau-hoi").Document(rec); err != nil {
		t.Error(err)
	}
}
