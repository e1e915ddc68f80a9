package deadline

import (
	"regexp"
	"strings"
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// The words that make a role, and those that may stand between them and the
// moment: "chậm nhất là 17 giờ thứ Sáu, ngày …".
var (
	starting = set("từ sau")
	ending   = set("đến tới trong vòng nhất quá hơn xong hạn vào tại khoảng")
	filling  = set("ngày là khi lúc thời điểm thứ hai ba tư năm sáu bảy chủ nhật giờ phút h g và hoặc của mồng mùng cuối kết thúc")

	// document is what has a day of its own: a paper or a session.
	document = regexp.MustCompile(`(?i)(?:quyết định|kế hoạch|công văn|nghị quyết|thông báo|văn bản|chỉ thị|nghị định|thông tư|tờ trình|hợp đồng|công điện|chương trình|dự toán|luật|kỳ họp|phiên họp|hội nghị|đại hội)(?:[ ,:][^;]*)?$`)

	hour = regexp.MustCompile(`^\d{1,2}(?:[hg:]\d{0,2})?$`)
)

const marks = ",.;:()[]–—-…\"“”"

// roleOf reads, from its end, what stands before a moment.
func roleOf(gap string) (r role) {
	words := strings.Fields(strings.ToLower(gap))
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.Trim(words[i], marks)
		switch {
		case w == "trước" && r == end:
			return end // trước khi hết
		case w == "trước":
			return before
		case starting[w]:
			return start
		case ending[w]:
			return end
		case w == "hết":
			r = end
		case w == "" || filling[w] || hour.MatchString(w):
		default:
			return r
		}
	}
	return r
}

// A joint is how two moments hang together.
type joint int

// The joints.
const (
	apartFrom joint = iota
	toThat          // 29/10 – 30/10; từ … đến …
	andThat         // tháng 10, 11/2026; quý III và quý IV
)

var (
	rangeGap = regexp.MustCompile(`(?i)^ ?,? ?(?:[-–—]|đến|tới)(?: hết)?(?: ngày)? ?$`)
	listGap  = regexp.MustCompile(`(?i)^ ?(?:,|;|và|hoặc|, ?và)(?: ngày)? ?$`)
)

func jointOf(gap string) joint {
	switch {
	case rangeGap.MatchString(gap):
		return toThat
	case listGap.MatchString(gap):
		return andThat
	}
	return apartFrom
}
