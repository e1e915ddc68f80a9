package check

import (
	"slices"
	"strings"

	"ketluan/render/check/lexicon"
)

// A confusion is a word of grammar that a slip of one mark turns into another
// word, and the syllables behind it that only the word meant can have.
type confusion struct{ meant, behind string }

const (
	verbs   = " giao ban thực hoàn triển báo tổ phối xem tiếp phê thống quyết khắc kiểm rà chỉ cập bảo đảm "
	holders = " các những tỉnh sở đảng nhân người bộ chính đơn phòng cơ địa ủy doanh cấp mỗi từng "
	times   = " ngày tháng năm quý tuần nay cuối đầu hết giữa "
)

var confusions = map[string]confusion{
	"đề":    {"để", " các những mỗi từng được đảm đạt phục tránh hoàn triển thực kịp sớm khắc "},
	"đê":    {"để", " đảm được phục tránh hoàn triển thực kịp khắc giải có "},
	"đễ":    {"để", verbs + holders},
	"cua":   {"của", holders},
	"củ":    {"của", " các những tỉnh sở đảng nhân bộ chính đơn cơ ủy doanh cấp mỗi từng "},
	"cac":   {"các", " đơn sở cơ cấp ngành đồng địa phòng ban xã phường tổ nội nhiệm dự công khó doanh văn chi "},
	"va":    {"và", verbs + holders + times},
	"vơi":   {"với", holders},
	"dược":  {"được", " giao ban thực hoàn triển phê thống quyết khắc kiểm các những cấp "},
	"dã":    {"đã", verbs + " được có "},
	"đả":    {"đã", verbs + " được có "},
	"sẻ":    {"sẽ", verbs + " được có "},
	"củng":  {"cũng", " phải cần như là có được "},
	"đên":   {"đến", times + holders},
	"tai":   {"tại", " các hội cuộc địa văn thông phòng trụ kết khoản điều điểm xã "},
	"tù":    {"từ", " nay cuối đầu giữa hết các những nguồn "},
	"phai":  {"phải", verbs + " có được chịu tập "},
	"cân":   {"cần", " phải tập có được sớm khẩn triển báo tổ phối tiếp rà khắc "},
	"trọng": {"trong", times + " các những quá thời "},
	"vê":    {"về", " việc công các những kết tình kế "},
}

// prepositions stand before những, and never before nhưng.
var prepositions = strings.Fields("của trong với về cho từ là có")

// meantWord returns the word of grammar that the third of five syllables should
// be, with the one behind it; "" where it is a part of a word or may be right.
func meantWord(five []stand) string {
	w, before, after := beside(five)
	if w == "nhưng" && slices.Contains(prepositions, before.s) && after.s != "" {
		return "những " + after.s
	}
	c, ok := confusions[w]
	if !ok || after.s == "" || before.next >= lexicon.Join || after.next >= lexicon.Binding || !strings.Contains(c.behind, " "+after.s+" ") {
		return ""
	}
	return c.meant + " " + after.s
}
