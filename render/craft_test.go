package render

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"ketluan/render/doc"
	"ketluan/render/layout"
)

// The words of generated records: long and short ones, and what lines do not
// like to break in.
var (
	actors = []string{
		"Phòng Kế hoạch - Tài chính", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "Văn phòng Sở", "UBND các xã, phường, đặc khu",
		"Ban Quản lý dự án đầu tư xây dựng các công trình giao thông", "Thanh tra Sở",
	}
	actions = []string{
		"khẩn trương rà soát, hoàn thiện", "chủ trì, phối hợp với các đơn vị liên quan tham mưu", "đôn đốc thực hiện", "tổng hợp, báo cáo Giám đốc Sở về",
		"nghiêm túc rút kinh nghiệm trong việc chậm triển khai", "tổ chức lấy ý kiến đối với",
	}
	matters = []string{
		"công tác bồi thường, giải phóng mặt bằng Dự án đường Hoàng Sa - Dốc Sỏi", "Kế hoạch số 1961/KH-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh",
		"các nội dung tại điểm a khoản 2 Điều 5 Quyết định số 12/2025/QĐ-UBND", "danh mục nhiệm vụ khoa học và công nghệ giai đoạn 2026-2030",
		"hồ sơ trên trang https://dichvucong.quangngai.gov.vn/thu-tuc-hanh-chinh/dat-dai", "việc thực hiện chỉ tiêu 1.250 ha, 15 % kế hoạch, 20,5 tỷ đồng",
		"ý kiến của ông N. V. Trường - Trưởng phòng", "chuyển đổi số, cải cách hành chính",
	}
	dues = []string{"trước ngày 15/10/2026", "trong Quý III năm 2026", "chậm nhất ngày 05 tháng 12 năm 2026", "thường xuyên"}
)

// generated returns a record of 20 to 80 paragraphs. The same n gives the same.
func generated(n int) string {
	chance := rand.New(rand.NewPCG(20, uint64(n)))
	pick := func(words []string) string { return words[chance.IntN(len(words))] }
	var b strings.Builder
	b.WriteString("meeting-date: 28/9/2026\ndate: 29/9/2026\nnumber: \"12\"\nsubject: Kết luận của Giám đốc Sở tại cuộc họp giao ban\n")
	b.WriteString("agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Khoa học và Công nghệ, code: SKHCN, place: Quảng Ngãi}\n")
	fmt.Fprintf(&b, "opening: [%q, Chủ trì kết luận như sau]\nconclusions:\n", "Ngày 28/9/2026, Giám đốc Sở chủ trì cuộc họp về "+pick(matters)+" và "+pick(matters)+".")
	for i := range 20 + chance.IntN(61) {
		who := pick(actors)
		text := who + " " + pick(actions) + " " + pick(matters)
		for range chance.IntN(4) {
			text += ", " + pick(actions) + " " + pick(matters)
		}
		if i%7 == 0 {
			fmt.Fprintf(&b, "  - heading: %q\n    text: %q\n", pick(actors), text+".")
			continue
		}
		fmt.Fprintf(&b, "  - text: %q\n    lead: %q\n    deadline: %q\n", text+".", who, pick(dues))
	}
	b.WriteString("numbering: [\"1.\"]\nclosing: Văn phòng Sở thông báo để các đơn vị biết, thực hiện\nsigner: {position: Giám đốc, name: Nguyễn Văn A}\nrecipients:\n")
	for i := range 3 + chance.IntN(8) {
		fmt.Fprintf(&b, "  - Nơi thứ %d\n", i+1)
	}
	return b.String() + "  - \"Lưu: VT, VP\"\n"
}

// Lines of generated records have no space over half an em where another break
// has none, and no last page has fewer than six lines above the signature.
// KETLUAN_RECORDS=200 looks at as many as that.
func TestGeneratedPagesLookWell(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("KETLUAN_RECORDS"))
	r := newRenderer(t)
	m := measurer{r.options.Family}
	gaping, needless, short := 0, 0, 0
	for i := range max(n, 40) {
		d, err := r.options.Document.Document(parsed(t, r, "a.yaml", []byte(generated(i))))
		if err != nil {
			t.Fatal(err)
		}
		pages, err := layout.Pages(d, m)
		if err != nil {
			t.Fatal(err)
		}
		if lines := linesAbove(pages, "Nơi nhận:"); lines < 6 {
			t.Logf("record %d: %d lines above the signature", i, lines)
			short++
		}
		for _, p := range justified(d.Blocks) {
			if widest := widestSpace(t, d.Page, p, m); widest > 0.5 {
				gaping++
				if canBeTight(d.Page.TextWidth(), p, m) {
					needless++
					t.Logf("record %d: a space of %.2f em in %.60q", i, widest, p.Spans[len(p.Spans)-1].Text)
				}
			}
		}
	}
	t.Logf("%d records: %d paragraphs gape, %d of them needlessly; %d short last pages", max(n, 40), gaping, needless, short)
	if needless > 0 || short > 0 {
		t.Error("pages do not look well")
	}
}

// linesAbove counts the lines of the page on which a text stands that are above it.
func linesAbove(pages []layout.Page, text string) int {
	for _, p := range pages {
		at := doc.MM(-1)
		baselines := map[doc.MM]bool{}
		for _, it := range p.Items {
			if tx, ok := it.(layout.Text); ok && strings.HasPrefix(tx.Text, text) {
				at = tx.Y
			}
		}
		for _, it := range p.Items {
			if tx, ok := it.(layout.Text); ok && tx.Y < at && tx.Y > 20 {
				baselines[tx.Y] = true
			}
		}
		if at >= 0 {
			return len(baselines)
		}
	}
	return 0
}

func justified(blocks []doc.Block) []*doc.Paragraph {
	var all []*doc.Paragraph
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Paragraph:
			if b.Style.Align == doc.Justify {
				all = append(all, b)
			}
		case *doc.List:
			for _, it := range b.Items {
				all = append(all, justified(it.Blocks)...)
			}
		}
	}
	return all
}

const em = 1000 // the unit of advances

// widestSpace sets one paragraph and returns its widest space, in em.
func widestSpace(t *testing.T, page doc.Page, p *doc.Paragraph, m layout.Measurer) float64 {
	page.Height = 3000
	pages, err := layout.Pages(&doc.Document{Page: page, Blocks: []doc.Block{p}}, m)
	if err != nil {
		t.Fatal(err)
	}
	widest := 0.0
	for _, it := range pages[0].Items {
		tx := it.(layout.Text)
		space, _ := m.Advance(tx.Font.Face, ' ')
		widest = max(widest, float64(space)/em+float64(tx.WordSpace/tx.Font.Size.MM()))
	}
	return widest
}

// canBeTight reports whether a paragraph can be broken, at spaces and after / and
// - in symbols and addresses, so that no space is wider than half an em.
func canBeTight(width doc.MM, p *doc.Paragraph, m layout.Measurer) bool {
	size := p.Spans[0].Font.Size.MM()
	var text []rune
	at := []float64{0} // natural place of each character, in em
	spaces := []int{0} // before each character
	breaks := []int{0} // characters before which a line may begin
	add := func(r rune, f doc.Face) {
		if r == '\u00A0' {
			r = ' '
		}
		w, _ := m.Advance(f, r)
		text, at = append(text, r), append(at, at[len(at)-1]+float64(w)/em)
		n := spaces[len(spaces)-1]
		if r == ' ' {
			n++
		}
		spaces = append(spaces, n)
	}
	for _, s := range p.Spans {
		for _, r := range s.Text {
			add(r, s.Font.Face)
			if r == ' ' {
				breaks = append(breaks, len(text))
			}
		}
	}
	runs := []int{0}
	for i := 1; i < len(text); i++ {
		if digit := func(r rune) bool { return '0' <= r && r <= '9' }; text[i-1] == ' ' {
			runs = append(runs, i)
		} else if start := runs[len(runs)-1]; strings.ContainsRune("/-.", text[i-1]) && i-start > 2 && (text[i-1] != '.' || strings.Contains(string(text[start:i]), "://")) && text[i] != '/' && text[i] != ' ' && !(digit(text[i-2]) && digit(text[i])) {
			breaks = append(breaks, i)
		}
	}
	good := map[int]bool{0: true}
	for to := 1; to <= len(text); to++ {
		for _, from := range breaks {
			if from >= to || !good[from] || to < len(text) && !contains(breaks, to) {
				continue
			}
			end := to
			if text[to-1] == ' ' {
				end--
			}
			room := float64(width / size)
			if from == 0 {
				room -= float64(p.Style.Indent / size)
			}
			slack, n := room-(at[end]-at[from]), float64(spaces[end]-spaces[from])
			if to == len(text) && slack >= 0 || n > 0 && slack/n <= 0.25 && slack/n >= -0.05 {
				good[to] = true
			}
		}
	}
	return good[len(text)]
}

func contains(all []int, n int) bool {
	for _, have := range all {
		if have == n {
			return true
		}
	}
	return false
}
