package render

import (
	"slices"
	"strings"
	"testing"

	"ketluan/render/doc"
)

// paragraphs are the texts of blocks, lists included.
func paragraphs(blocks []doc.Block) []string {
	var all []string
	for _, block := range blocks {
		switch block := block.(type) {
		case *doc.Paragraph:
			var b strings.Builder
			for _, s := range block.Spans {
				b.WriteString(s.Text)
			}
			all = append(all, b.String())
		case *doc.List:
			for _, it := range block.Items {
				all = append(all, paragraphs(it.Blocks)...)
			}
		}
	}
	return all
}

const assigning = `meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp
agency: {name: Sở Công Thương, code: SCT, place: Huế}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Lưu: VT"]
units: [Phòng Một, Phòng Hai, Phòng Ba]
groups: [{name: "Các phòng, đơn vị", units: all}]
numbering: ["-"]
closing: Sở thông báo để các đơn vị biết.
conclusions:
  - `

// What a text does not say is printed where the record asks for it, as a
// sentence behind the text, for each combination of what is unsaid.
func TestAssignmentsPrinted(t *testing.T) {
	r := newRenderer(t)
	for item, want := range map[string]string{
		"{text: Rà soát., lead: Phòng Một}":                                                    "Rà soát. Phòng Một chủ trì thực hiện.",
		"{text: Rà soát;, lead: [Phòng Một, Phòng Hai]}":                                       "Rà soát. Phòng Một, Phòng Hai chủ trì thực hiện;",
		"{text: Rà soát, lead: all}":                                                           "Rà soát. Các phòng, đơn vị chủ trì thực hiện.",
		"{text: Phòng Một rà soát., lead: Phòng Một, partners: Phòng Hai}":                     "Phòng Một rà soát. Phòng Hai phối hợp thực hiện.",
		"{text: Phòng Một rà soát., lead: Phòng Một, partners: all}":                           "Phòng Một rà soát. Các phòng, đơn vị phối hợp thực hiện.",
		"{text: Phòng Một rà soát., lead: Phòng Một, deadline: trong quý I/2026}":              "Phòng Một rà soát. Thời hạn hoàn thành: trong quý I/2026.",
		"{text: Phòng Một rà soát., lead: Phòng Một, deadline: thường xuyên}":                  "Phòng Một rà soát. Thời gian thực hiện: thường xuyên.",
		"{text: Rà soát., lead: Phòng Một, partners: all}":                                     "Rà soát. Phòng Một chủ trì, phối hợp với các phòng, đơn vị thực hiện.",
		"{text: Rà soát., lead: Phòng Một, deadline: 16/3/2026}":                               "Rà soát. Phòng Một chủ trì thực hiện; thời hạn hoàn thành: 16/3/2026.",
		"{text: Phòng Một rà soát., lead: Phòng Một, partners: Phòng Ba, deadline: 16/3/2026}": "Phòng Một rà soát. Phòng Ba phối hợp thực hiện; thời hạn hoàn thành: 16/3/2026.",
		"{text: Rà soát., lead: Phòng Một, since: 2025-Q4, id: 2025-Q4/1-Z}":                   "Rà soát. Phòng Một chủ trì thực hiện; nhiệm vụ chuyển tiếp từ Quý IV năm 2025.",
		"{text: Phòng Một rà soát., lead: Phòng Một, since: 2025-Q4, id: 2025-Q4/1-Z}":         "Phòng Một rà soát. Nhiệm vụ chuyển tiếp từ Quý IV năm 2025.",
		`{text: "Rà soát:", lead: Phòng Một, deadline: 16/3/2026}`:                             "Rà soát:",
	} {
		for _, asked := range []bool{true, false} {
			src, want := assigning+item+"\n", "- "+want
			if asked {
				src += "assignments: printed\n"
			} else {
				want, _, _ = strings.Cut(strings.TrimPrefix(item, "{text: "), ", lead")
				want = "- " + strings.Trim(want, `"`)
			}
			d, err := r.options.Document.Document(parsed(t, r, "a.yaml", []byte(src)))
			if err != nil {
				t.Fatal(err)
			}
			if all := paragraphs(d.Blocks); !slices.Contains(all, want) {
				t.Errorf("%s, %v:\n%s\nwant %s", item, asked, strings.Join(all, "\n"), want)
			}
		}
	}
}
