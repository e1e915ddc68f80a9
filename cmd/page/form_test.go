package page

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"ketluan/render/amend"
)

func (d *desk) form(t *testing.T, text string, steps ...amend.Step) (p proofJSON) {
	t.Helper()
	status, body := d.ask(t, "POST", "/ban-ghi/"+idOfName("a.yaml")+"/xem", question{Text: text, Form: true, Steps: steps})
	if err := json.Unmarshal([]byte(body), &p); err != nil || status != http.StatusOK {
		t.Fatalf("%d %v %.200s", status, err, body)
	}
	return p
}

func fieldOf(f *amend.Form, place string) amend.Field {
	for _, field := range f.Fields {
		if field.Place == place {
			return field
		}
	}
	return amend.Field{}
}

// The form of a record comes with its pages, each text of which leads to a field;
// steps are carried out first, and what cannot be changes nothing.
func TestForm(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	p := d.form(t, small)
	if p.Formed == nil || p.Form == nil || p.Amended != nil {
		t.Fatalf("%+v", p)
	}
	if f := fieldOf(p.Form, "subject"); f.Value == "" || f.From != "record" {
		t.Errorf("%+v", f)
	}
	it := p.Form.Items[0]
	if it.Place != "kl_1" || it.Number != "I." || it.Kind != "task" || len(it.Leads) != 1 || it.Due == nil || it.Due.Words != "thứ Bảy, 31/10/2020" {
		t.Errorf("%+v", it)
	}
	for place, want := range map[string]string{"kl_1_text": "kl_1_text", "signer_name": "signer_name", "recipients_1": "recipients_1", "subject": "subject", "opening_1": "opening_1", "agency_name": "agency_name", "number": "number", "date": "date"} {
		if got, ok := p.Formed.Fields[place]; !ok || got != want {
			t.Errorf("%s leads to %q, %v", place, got, ok)
		}
	}

	p = d.form(t, small, amend.Step{Do: "set", Place: "number", Value: "05"}, amend.Step{Do: "set", Place: "subject", Value: "Kết luận khác"})
	if want := "number: \"05\"\n" + strings.Replace(small, "Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý III năm 2020", "Kết luận khác", 1); p.Text != want {
		t.Errorf("%s", p.Text)
	}
	if p.Refused != nil || p.Focus.Place != "subject" || fieldOf(p.Form, "number").Value != "05" || fieldOf(p.Form, "subject").Value != "Kết luận khác" || len(p.Pages) != 1 {
		t.Errorf("%s %+v %+v", p.Text, p.Refused, p.Form)
	}
	p = d.form(t, small, amend.Step{Do: "set", Place: "number", Value: "05"}, amend.Step{Do: "set", Place: "kl_9_text", Value: "x"})
	if p.Refused == nil || p.Refused.Step != 1 || p.Text != small || p.Refused.Message == "" {
		t.Errorf("%+v", p.Amended)
	}
}

// A record with errors has its form, and each finding the field that it is of; one
// that is no YAML says why it has none, and where.
func TestFormOfFaulty(t *testing.T) {
	d := newDesk(t, map[string]string{"a.yaml": small})
	p := d.form(t, strings.Replace(small, "lead: Phòng Ngân sách", "lead: [Phòng Ngân sách, Phòng Ngân sách], deadline: 31/2/2020", 1))
	found := map[string]bool{}
	for _, f := range p.Findings {
		found[f.Field] = true
	}
	if p.Form == nil || !found["kl_1_lead"] || !found["kl_1_deadline"] {
		t.Errorf("%v %+v", found, p.Findings)
	}
	found = map[string]bool{}
	p = d.form(t, "agency: {name: Sở A, code: A, place: B}\nconclusions:\n  - a\n  - \"\"\n")
	for _, f := range p.Findings {
		found[f.Field] = true
	}
	if !fieldOf(p.Form, "signer").Missing || !fieldOf(p.Form, "subject").Missing || !found["signer"] || !found["subject"] || !found["kl_1_text"] || !found["kl_2_text"] {
		t.Errorf("%v %+v", found, p.Form.Fields)
	}
	p = d.form(t, "subject: a\nconclusions: [")
	if p.Form != nil || p.Formless == nil || p.Formless.Line == 0 || p.Formless.Message == "" {
		t.Errorf("%+v", p.Formed)
	}
	p = d.form(t, "subject: &a b\nconclusions: [*a]\n")
	if p.Form != nil || p.Formless == nil || p.Formless.Message == "" {
		t.Errorf("%+v", p.Formed)
	}
}
