package tmpl

import (
	"slices"
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/record"
)

const paperRecord = `meeting-date: 06/01/2026
date: 09/01/2026
subject: Kết luận họp
agency: {name: Sở A, code: SA, place: Tỉnh B}
units: [{name: Phòng Một, short: PM}, {name: Phòng Hai, short: PH}, Phòng Ba]
groups: [{name: Hai phòng, units: [PM, PH]}]
conclusions:
  - {text: Việc chung., lead: Hai phòng}
  - {text: Việc một., lead: Phòng Một}
  - {text: Việc hai., lead: Phòng Hai}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Lưu: VT, VP"]
documents:
  - {template: thu, date: 12/01/2026, text: Lời chung., signer: {position: Chánh Văn phòng, name: Lê Thị B}}
  - {template: thu, unit: Phòng Hai, number: "8", date: 13/01/2026}
`

func papersOf(t *testing.T, src string) ([]Letter, []string) {
	t.Helper()
	made, err := Parse("mau/thu.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	rec, problems := record.Parse([]byte(paperRecord), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var missing []string
	for _, p := range made.Missing(rec) {
		missing = append(missing, p.Path)
	}
	letters, err := made.Papers(rec, false)
	if err != nil {
		t.Fatal(err)
	}
	return letters, missing
}

func linesOf(d *doc.Document) string {
	var lines []string
	for _, b := range d.Blocks {
		line := ""
		for _, s := range b.(*doc.Paragraph).Spans {
			line += s.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "|")
}

const paperHead = "kind: cong-van\nname: Thư\nsuffix: -thu\npage: {width: 210, height: 297}\nstyles: {a: {size: 14}}\n"

// Each unit that leads tasks, also within a group, has a document of its own
// tasks; what the record says of one holds over what it says of all.
func TestPaperOfEachLead(t *testing.T) {
	letters, missing := papersOf(t, paperHead+`each: lead-unit
requires: [own.signer.name, own.text]
blocks:
  - {p: a, text: "{{.Unit.Name}} {{.Own.Number}} {{date .Own.Date}} {{.Own.Signer.Name}} {{names .Answering \"+\"}}"}
  - {each: .Tasks, p: a, text: "{{.Ordinal}} {{.Text}}"}
  - {each: .Own.Text, p: a, text: "{{.}}"}
`)
	var got []string
	for _, l := range letters {
		got = append(got, l.Suffix+": "+linesOf(l.Document))
	}
	want := []string{
		"-thu-pm: Phòng Một  12/01/2026 Lê Thị B Hai phòng+Phòng Một+Phòng Hai|1 Việc chung.|2 Việc một.|Lời chung.",
		"-thu-ph: Phòng Hai 8 13/01/2026 Lê Thị B Hai phòng+Phòng Một+Phòng Hai|1 Việc chung.|2 Việc hai.|Lời chung.",
	}
	if !slices.Equal(got, want) || missing != nil {
		t.Errorf("%q, missing %q", got, missing)
	}
}

// Steps number the paragraphs of a template that are printed; those below begin
// anew, and another paper's number and day can be cited.
func TestSteps(t *testing.T) {
	letters, _ := papersOf(t, paperHead+`blocks:
  - {p: a, step: "I.", text: x}
  - {p: a, step: "1.", text: x}
  - {p: a, step: "1.", when: .Own.Number, text: x}
  - {p: a, step: "1.1.", text: x}
  - {p: a, step: "1.", text: x}
  - {p: a, step: "I.", text: x}
  - {each: .Tasks, p: a, step: "1.", text: x}
  - {p: a, text: '{{(.Paper "thu").Signer.Name}}{{(.Paper "khac").Signer.Name}}'}
`)
	if got := linesOf(letters[0].Document); got != "I. x|1. x|1.1. x|2. x|II. x|1. x|2. x|3. x|Lê Thị BNguyễn Văn A" {
		t.Error(got)
	}
}

// What is required is of the record or of the document itself, one of several
// where they do as well; and what is said and not printed is told.
func TestPaperRequires(t *testing.T) {
	_, missing := papersOf(t, paperHead+`requires: [own.to|own.text, own.to|closing, own.from, meeting.chair.name]
blocks: [{p: a, text: "{{.Own.Text}} {{.Own.Date}}"}]
`)
	if want := []string{"documents[1].signer", "documents[2].number", "documents[1].to", "documents[1].from", "meeting.chair.name"}; !slices.Equal(missing, want) {
		t.Errorf("%q", missing)
	}
	for _, wrong := range []string{"requires: [own.tos]", "requires: [own.to|closng]", "each: unit", "each: lead-unit\nneeds: follow-up"} {
		if _, err := Parse("thu.yaml", []byte(paperHead+wrong+"\nblocks: [{p: a, text: x}]\n")); err == nil {
			t.Errorf("%s is taken", wrong)
		}
	}
}
