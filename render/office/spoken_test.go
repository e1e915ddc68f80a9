package office

import (
	"os"
	"strings"
	"testing"

	"ketluan/render/amend"
	"ketluan/render/problem"
)

const spokenHead = `meeting-date: 16/11/2026
code: 2026-Q4-B
subject: Kết luận tại cuộc họp về đầu tư công
agency: {parent: UBND tỉnh An Hòa, name: Sở Kế hoạch, code: SKH, place: An Hòa}
units:
  - {name: Sở Tài chính, short: STC}
  - {name: Sở Xây dựng}
  - {name: Phòng Kế hoạch - Tổng hợp, short: KHTH}
  - {name: Văn phòng Sở}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
`
const spokenTail = "signer: {position: Giám đốc, name: Nguyễn Văn A}\nrecipients: [\"Lưu: VT\"]\n"

func formOf(t *testing.T, p *Proofer, files map[string]string, src string) (*amend.Form, Proof) {
	t.Helper()
	f := NewMemory(files)
	proof := p.Proof(Place{Folder: f, Name: "a.yaml"}.File(), []byte(src))
	d, err := amend.Open([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	form, err := proof.Form(d, problem.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	return form, proof
}

// What a text says of its lead, partners and deadline is offered where it is sure,
// of units that the record knows; nothing else is.
func TestSpoken(t *testing.T) {
	p, err := NewProofer(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ said, want string }{
		{"Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng tham mưu phương án phân bổ vốn, hoàn thành trước ngày 30/11/2026.", "Sở Tài chính | Sở Xây dựng | trước ngày 30/11/2026 |"},
		{"Sở Tài chính chủ trì, phối hợp Phòng Kế hoạch - Tổng hợp, Văn phòng Sở rà soát hồ sơ; báo cáo trước ngày 05/12/2026.", "Sở Tài chính | Phòng Kế hoạch - Tổng hợp, Văn phòng Sở | trước ngày 05/12/2026 |"},
		{"Giao phòng Kế hoạch - Tổng hợp lập kế hoạch vốn năm 2027.", "Phòng Kế hoạch - Tổng hợp |  |  |"},
		{"Yêu cầu STC báo cáo tình hình giải ngân trước ngày 25 hằng tháng.", "Sở Tài chính |  |  |"},
		{"Giao Sở Nội vụ chủ trì rà soát biên chế trước ngày 30/11/2026.", ""},
		{"Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát biên chế trước ngày 30/11/2026.", "Sở Tài chính |  | trước ngày 30/11/2026 | partners"},
		{"Sở Tài chính đã hoàn thành nhiệm vụ được giao.", ""},
		{"Ghi nhận báo cáo của Sở Tài chính về giải ngân.", ""},
		{"Giao Sở Tài chính lập dự toán; giao Sở Xây dựng thẩm định thiết kế.", ""},
		{"Giao Sở Tài chính lập dự toán trước ngày 20/11/2026, trình duyệt trước ngày 30/11/2026.", "Sở Tài chính |  |  | deadline"},
		{"{text: Giao Sở Tài chính chủ trì lập dự toán trước ngày 20/11/2026., lead: Sở Tài chính}", " |  | trước ngày 20/11/2026 |"},
		{"{text: Giao Sở Tài chính chủ trì lập dự toán trước ngày 20/11/2026., lead: Sở Xây dựng}", ""},
		{"{text: Giao Sở Tài chính chủ trì lập dự toán., task: no}", ""},
		{"{heading: Sở Tài chính, items: [Lập dự toán trước ngày 20/11/2026.]}", "Sở Tài chính |  |  |"},
	} {
		said := c.said
		if !strings.HasPrefix(said, "{") {
			said = "text: \"" + said + "\""
		}
		src := spokenHead + "  - " + said + "\n" + spokenTail
		form, _ := formOf(t, p, map[string]string{"a.yaml": src}, src)
		if got := heardAs(form.Items[0].Spoken); got != c.want {
			t.Errorf("%s\nis heard as  %s\nand should be %s", c.said, got, c.want)
		}
	}
}

func heardAs(s *amend.Spoken) string {
	if s == nil {
		return ""
	}
	return strings.Join(s.Leads, ", ") + " | " + strings.Join(s.Partners, ", ") + " | " + s.Deadline + " |" + strings.TrimRight(" "+strings.Join(s.Unsure, " "), " ")
}

// Of the examples without their leads, partners and deadlines much is heard again,
// nothing that was not so; and once it is in the fields nothing is left that the
// notice would have to add (NV-18), so that no notice says anything twice.
func TestSpokenOfExamples(t *testing.T) {
	p, err := NewProofer(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range []string{"so-nnmt.profile.yaml", "2026-q2-hop-giao-ban.yaml", "2026-q1-giao-ban.yaml"} {
		src, err := os.ReadFile("../../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(src)
	}
	heard := 0
	for name, src := range files {
		if strings.Contains(name, "profile") {
			continue
		}
		was, _ := formOf(t, p, files, src)
		names := map[string]string{}
		for _, u := range was.Completions.Units {
			names[u.Short], names[u.Name] = u.Name, u.Name
		}
		var bare, again []amend.Step
		for _, it := range was.Items {
			bare = append(bare, amend.Step{Do: "set", Place: it.Place + "_lead", Values: []string{}}, amend.Step{Do: "set", Place: it.Place + "_partners", Values: []string{}}, amend.Step{Do: "set", Place: it.Place + "_deadline"})
		}
		bytes, _, err := amend.Apply([]byte(src), bare, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		form, _ := formOf(t, p, files, string(bytes))
		for i, it := range form.Items {
			if it.Spoken == nil {
				continue
			}
			heard++
			own := was.Items[i]
			for j, lead := range it.Spoken.Leads {
				if j >= len(own.Leads) || names[own.Leads[j]] != lead || it.Spoken.Deadline != own.Deadline {
					t.Errorf("%s %s: %s, and it was %q %q %q: %.150s", name, it.Place, heardAs(it.Spoken), own.Leads, own.Partners, own.Deadline, it.Text)
				}
			}
			again = append(again, amend.Step{Do: "set", Place: it.Place + "_lead", Values: it.Spoken.Leads}, amend.Step{Do: "set", Place: it.Place + "_partners", Values: it.Spoken.Partners}, amend.Step{Do: "set", Place: it.Place + "_deadline", Value: it.Spoken.Deadline})
		}
		if bytes, _, err = amend.Apply(bytes, again, nil); err != nil {
			t.Fatal(name, err)
		}
		form, proof := formOf(t, p, files, string(bytes))
		for _, f := range proof.Findings {
			if f.Rule.ID == "NV-18" {
				t.Errorf("%s: %s", name, f.Message.VI)
			}
		}
		for _, it := range form.Items {
			if it.Spoken != nil {
				t.Errorf("%s %s is in its fields and heard once more: %s", name, it.Place, heardAs(it.Spoken))
			}
		}
	}
	if heard < 8 {
		t.Errorf("of %d conclusions something is heard", heard)
	}
}
