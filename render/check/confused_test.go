package check

import (
	"strings"
	"testing"
)

// Words of grammar that a slip turns into others, abbreviations a letter off,
// and words that hang together; and their neighbours that are right.
func TestConfused(t *testing.T) {
	for text, want := range map[string]string{
		"đọc kỹ đề các kỳ sau làm tốt hơn": "để các", "ý kiến cua các đại biểu": "của các", "một trong nhưng nội dung": "những nội",
		"hồ sơ dã được nộp": "đã được", "gửi vơi các phòng": "với các", "hạn đên ngày mai": "đến ngày", "làm trọng tháng này": "trong tháng",
		"phường phai báo cáo": "phải báo", "trình HDND tỉnh": "HĐND", "gửi UBBND xã": "UBND", "làm GPBM": "GPMB", "thẻ QSDD": "QSDĐ",
		"bàn vềtình hình": "về tình", "họp vụtừngày hôm qua": "vụ từ ngày",
	} {
		_, found := checked(t, "a.yaml", sentence("Phòng A xem "+text+"."))
		said := ""
		for _, f := range spellingOf(found) {
			said += f.Hint.VI + "\n"
		}
		if !strings.Contains(said, `"`+want+`"`) {
			t.Errorf("%s: %s", text, said)
		}
	}
	for _, text := range []string{
		"vấn đề các xã đã nêu", "việc nghiêm trọng các đơn vị đã biết", "va chạm với tàu, nuôi cua biển", "phạm nhân tù năm năm", "UBND, HĐND, HĐXX, UBTP",
		"chú trọng các khâu", "chia sẻ các kinh nghiệm", "chợ đã xong nhưng người dân chưa vào", "tự cân lúa", "di vật và di dân", "thiên tai các năm",
	} {
		_, found := checked(t, "a.yaml", sentence("Phòng A xem "+text+"."))
		for _, f := range spellingOf(found) {
			t.Errorf("%s: %s %s", text, f.Rule.ID, f.Message.VI)
		}
	}
}
