package layout

import (
	"strings"
	"testing"

	"ketluan/render/doc"
)

// titleLines returns the lines of a centred text of 40 characters a line.
func titleLines(t *testing.T, text string, compounds map[string]bool) string {
	t.Helper()
	d := &doc.Document{Page: page, Compounds: compounds, Blocks: []doc.Block{&doc.Paragraph{
		Style: doc.Style{Align: doc.Centre}, Spans: []doc.Span{{Text: text, Font: doc.Font{Size: 14}}},
	}}}
	var lines []string
	for _, it := range pagesOf(t, d)[0].Items {
		lines = append(lines, strings.TrimSpace(it.(Text).Text))
	}
	return strings.Join(lines, " / ")
}

// Lines of a title end at sense; what the layout does not know, a document may
// tell it.
func TestTitleBreaksAtSense(t *testing.T) {
	for _, tt := range []struct {
		want      string
		compounds map[string]bool
	}{
		{"Kết luận của Giám đốc Sở / tại cuộc họp giao ban tháng", nil},
		{"Kết luận về việc giải phóng mặt bằng / tuyến đường ven biển đi qua ba xã", nil},
		{"Về việc nhân rộng giống cây / trồng xoài tượng ven biển", nil},
		{"Về việc nhân rộng giống / cây trồng xoài tượng ven biển", map[string]bool{"cây trồng": true}},
		{"Kết luận của ông Trần Thanh Trường, / Trưởng ban, họp thứ Hai ngày mai", nil},
		{"KẾT QUẢ CỦA CHƯƠNG TRÌNH NÔNG THÔN MỚI / TRÊN ĐỊA BÀN TỈNH", nil},
		{"Phiên họp thứ nhất / của Hội đồng phường Cẩm Thành tháng 10", nil},
	} {
		if got := titleLines(t, strings.ReplaceAll(tt.want, " / ", " "), tt.compounds); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}
