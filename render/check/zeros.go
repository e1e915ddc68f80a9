package check

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// Where the decree fixes nothing a document still has one way of writing: what
// is found here is told once a file.

// dateWay is a set of the ways of writing dates with slashes that a date fits.
type dateWay uint8

const (
	bareDates    dateWay = 1 << iota // 5/2/2026, 17/9/2026
	paddedDates                      // 05/02/2026, 17/09/2026
	decreeDates                      // 05/02/2026, 17/9/2026: as dates in words (Phụ lục I, II.4b)
	anyDateStyle = bareDates | paddedDates | decreeDates
)

// waysOf returns the ways that a number of a date, one digit with or without a
// zero before it, fits; above limit the decree has no zero.
func waysOf(typed string, limit byte) dateWay {
	switch {
	case len(typed) == 2 && typed[0] != '0':
		return anyDateStyle
	case len(typed) == 2 && typed[1] <= limit:
		return paddedDates | decreeDates
	case len(typed) == 2:
		return paddedDates
	case typed[0] <= limit:
		return bareDates
	}
	return bareDates | decreeDates
}

var (
	slashedDate = clueOf("/", "", `(\d{1,2})/(\d{1,2})/\d{4}`)
	primeHour   = regexp.MustCompile(`\d{1,2}[hH]\d{2}[’'′]`)
	counted     = clueOf(" ", "", `(0?[1-9]) (?:xã|phường|thôn|huyện|tỉnh|sở|ngành|đơn vị|cơ quan|phòng|chương trình|dự án|đề án|kế hoạch|nhiệm vụ|công trình|gói thầu|mô hình|hộ|trường hợp|văn bản|hồ sơ|thủ tục|người|đồng chí|cán bộ|lớp|cuộc|đợt|trường|giải pháp|tiêu chí|chỉ tiêu|doanh nghiệp|hợp tác xã|sản phẩm|tập thể|cá nhân)`)
)

func checkZeros(n *notice, f *found) {
	f.mixedDates(n)
	f.mixedCounts(n)
	told := false
	primed := slices.DeleteFunc(slices.Clone(n.prose), func(p *record.Passage) bool {
		return !strings.Contains(p.Text, "’") && !strings.Contains(p.Text, "'") && !strings.Contains(p.Text, "′")
	})
	each(primed, "", primeHour, func(p *record.Passage, m []int) {
		if told {
			return
		}
		told = true
		digits := strings.Trim(p.Text[m[0]:m[1]], "’'′")
		hour, minute, _ := strings.Cut(strings.ToLower(digits), "h")
		f.in(p, m[0], m[1], problem.Textf("giờ viết %q", "the hour is written %q", p.Text[m[0]:m[1]]), problem.Textf("viết \"%s giờ %s phút\"", "write \"%s giờ %s phút\"", hour, minute))
	})
}

// mixedDates tells of the first date that fits none of the ways which those
// before it have in common.
func (f *found) mixedDates(n *notice) {
	left := anyDateStyle
	n.each(n.prose, slashedDate, func(p *record.Passage, m []int) {
		if left == 0 {
			return
		}
		left &= waysOf(p.Text[m[2]:m[3]], '9') & waysOf(p.Text[m[4]:m[5]], '2')
		if left == 0 {
			f.in(p, m[0], m[1], problem.Textf("cách ghi số 0 ở ngày %s khác với các ngày trước nó", "the zeros of the date %s are unlike those before it", p.Text[m[0]:m[1]]),
				problem.Textf("cả văn bản viết một cách, ví dụ 05/02/2026 và 17/9/2026", "write all of them in one way, as 05/02/2026 and 17/9/2026"))
		}
	})
}

// mixedCounts tells of the first sentence that counts with and without a zero:
// 02 chương trình, 5 xã.
func (f *found) mixedCounts(n *notice) {
	told := false
	for _, p := range n.body {
		if !hasCount(p.Text) {
			continue
		}
		var first []int
		n.each([]*record.Passage{p}, counted, func(p *record.Passage, m []int) {
			if told || !countsAlone(p.Text[:m[0]]) {
				return
			}
			if first != nil && !strings.ContainsAny(p.Text[first[1]:m[0]], ".;\n") && (m[3]-m[2]) != (first[3]-first[2]) {
				told = true
				f.in(p, m[0], m[1], problem.Textf("%q và %q trong một câu: số dưới 10 lúc có số 0, lúc không", "%q and %q in one sentence: numbers below 10 with a zero and without", p.Text[first[0]:first[1]], p.Text[m[0]:m[1]]),
					problem.Textf("viết một cách trong cả câu", "write them in one way"))
			}
			first = m
		})
	}
}

// hasCount reports a digit that stands alone, or behind a zero, before a space.
func hasCount(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] < '1' || s[i] > '9' || s[i+1] != ' ' {
			continue
		}
		before := i - 1
		if before >= 0 && s[before] == '0' {
			before--
		}
		if before < 0 || s[before] == ' ' || s[before] == '(' {
			return true
		}
	}
	return false
}

// countsAlone reports that a number behind s counts: it is no part of a longer
// number, a range, a name or a citation (khoản 2 …, cấp 1 …).
func countsAlone(s string) bool {
	s = strings.TrimRight(s, "(")
	return s == "" || strings.HasSuffix(s, ", ") || strings.HasSuffix(s, ": ") || strings.HasSuffix(s, " và ") || countedVerb.MatchString(tail(s, 40))
}

var countedVerb = regexp.MustCompile(`(?:^|[ (])(?:có|gồm|tại|cho|động|hiện|thành|tra|của|với|được|dựng|chức|khai|còn|là|về|trong|thêm|duyệt|hành|gửi|mở) $`)
