package layout

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Demerits of ending a centred line between two words, in mm² of the slack of
// lines: an even pair of lines is worth less than a break at sense, a further
// line less than a word in one piece.
const (
	linePenalty  = 1e5   // for each line
	weakPenalty  = 1500  // before a word that may begin a line
	placePenalty = 4000  // before the kind of a place, as after the name of a body
	plainPenalty = 5000  // before any other
	namePenalty  = 9000  // within a name, or after a word that leans on the next
	wordPenalty  = 1.2e5 // within a word of several syllables
	tornPenalty  = 2e5   // between a number and what takes it
)

// startsPhrase are the words that a line of a title or of an agency's name
// rather begins with, at what penalty.
var startsPhrase = map[string]float64{
	"tại": 0, "về": 0, "trong": 0, "để": 0, "do": 0, "theo": 0, "giữa": 0, "nhằm": 0, "với": 0, "cho": 0, "từ": 0, "trên": 0,
	"tỉnh": placePenalty, "thành": placePenalty, "xã": placePenalty, "phường": placePenalty,
	"của": weakPenalty, "và": weakPenalty, "thuộc": weakPenalty, "đến": weakPenalty, "đối": weakPenalty, "giai": weakPenalty,
}

// leans are the other words that no line rather ends with.
var leans = set("các", "những", "mọi", "một", "số", "là", "có", "không", "được", "bằng", "cùng", "ông", "bà", "đồng", "sở", "phó", "ubnd", "hđnd")

// maxSyllables is the length of the longest compound that is looked for.
const maxSyllables = 8

// weighSense sets the penalties of the loaded words for a centred paragraph of
// several lines: it is broken before words that begin a phrase, and not inside
// names and compounds.
func (s *setter) weighSense(m measure) {
	n := len(s.words)
	if n < 2 || s.width(s.words[0].from, s.words[n-1].to) <= min(m.first, m.rest) {
		return
	}
	for i := range n - 1 {
		w := &s.words[i]
		w.penalty = min(w.penalty, tornPenalty)
		if w.penalty == 0 {
			w.penalty = sense(s.text[w.from:w.to], s.text[s.words[i+1].from:s.words[i+1].to])
		}
	}
	for i := 0; i < n-1; {
		i = s.keepCompound(i)
	}
}

// sense returns the penalty of a line that ends between two words which
// nothing glues together.
func sense(a, b []byte) float64 {
	if at, ok := phraseStart(b); ok {
		return at
	}
	switch _, starts := phraseStart(a); {
	case starts || leans[strings.ToLower(string(a))] || inName(a):
		return namePenalty
	case a[len(a)-1] == ',' || a[len(a)-1] == ';':
		return weakPenalty
	}
	return plainPenalty
}

// phraseStart returns the penalty of a line that ends before a word which a line
// rather begins with. The thành of Cẩm Thành is none.
func phraseStart(word []byte) (penalty float64, ok bool) {
	text := string(word)
	if lower := strings.ToLower(text); lower == text || strings.ToUpper(text) == text {
		penalty, ok = startsPhrase[lower]
	}
	return penalty, ok
}

// inName reports words as Quảng before Ngãi, Tài before chính: a capital begins
// the word or the name that goes on.
func inName(a []byte) bool {
	last, _ := utf8.DecodeLastRune(a)
	allUpper := utf8.RuneCount(a) > 1 && strings.ToUpper(string(a)) == string(a) // a heading, or UBND
	return startsUpper(a) && unicode.IsLetter(last) && !allUpper
}

// keepCompound keeps the longest compound that begins with a word together,
// and returns the word to go on with.
func (s *setter) keepCompound(first int) int {
	var ends [maxSyllables]int // of the words in the phrase
	s.phrase = s.phrase[:0]
	count := min(maxSyllables, len(s.words)-first)
	for i, w := range s.words[first : first+count] {
		if i > 0 {
			s.phrase = append(s.phrase, ' ')
		}
		s.phrase = appendLower(s.phrase, s.text[w.from:w.to])
		ends[i] = len(s.phrase)
	}
	for last := count - 1; last > 0; last-- {
		if !s.compound(bytes.TrimRight(s.phrase[:ends[last]], ",;:.)")) {
			continue
		}
		for i := first; i < first+last; i++ {
			s.keep(i)
		}
		return first + last
	}
	return first + 1
}

// appendLower writes a word in small letters.
func appendLower(b, word []byte) []byte {
	for len(word) > 0 {
		r, size := utf8.DecodeRune(word)
		b = utf8.AppendRune(b, unicode.ToLower(r))
		word = word[size:]
	}
	return b
}

// keep forbids a line to end with a word, nearly: before "và" in a long name it
// may, if need be.
func (s *setter) keep(i int) {
	next := s.words[i+1]
	penalty := float64(wordPenalty)
	if _, ok := phraseStart(s.text[next.from:next.to]); ok {
		penalty = plainPenalty
	}
	s.words[i].penalty = max(s.words[i].penalty, penalty)
}

// compound reports whether a phrase of small letters is a word of several
// syllables.
func (s *setter) compound(phrase []byte) bool {
	return compounds[string(phrase)] || s.compounds[string(phrase)]
}

// compounds are words that titles are full of. A document may bring more.
var compounds = set(
	"giao ban", "liên tịch", "kết luận", "thông báo", "cuộc họp", "hội nghị", "phiên họp", "buổi làm việc", "làm việc", "kiểm tra", "giám sát",
	"rà soát", "đánh giá", "tình hình", "thực hiện", "triển khai", "kết quả", "tiến độ", "đẩy nhanh", "nhiệm vụ", "giải pháp", "trọng tâm",
	"giải phóng mặt bằng", "bồi thường", "hỗ trợ", "tái định cư", "đầu tư công", "đầu tư", "xây dựng", "xây dựng cơ bản", "giải ngân", "dự án",
	"công trình", "đấu giá", "đấu thầu", "quy hoạch", "kế hoạch", "ngân sách", "thu chi", "chương trình", "mục tiêu quốc gia", "nông thôn mới",
	"khoa học và công nghệ", "khoa học", "công nghệ", "chuyển đổi số", "đổi mới sáng tạo", "cải cách hành chính", "thủ tục hành chính", "hành chính",
	"giáo dục và đào tạo", "văn hóa", "thể thao và du lịch", "nông nghiệp và môi trường", "tài nguyên", "môi trường", "khoáng sản", "thủy lợi",
	"tài chính", "nội vụ", "tư pháp", "y tế", "thanh tra", "ngoại vụ", "dân tộc và tôn giáo", "công thương", "giao thông", "giao thông vận tải",
	"ủy ban nhân dân", "hội đồng nhân dân", "ủy ban", "nhân dân", "đoàn đại biểu quốc hội", "quốc hội", "bí thư", "tỉnh ủy", "đảng ủy",
	"chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "chánh văn phòng", "văn phòng",
	"trưởng phòng", "trưởng ban", "thường trực", "ban chỉ đạo", "ban quản lý", "chi cục", "trung tâm", "đồng chí", "lãnh đạo", "chủ trì",
	"tổng kết", "sơ kết", "triển khai thực hiện", "phương hướng", "công tác", "phòng cháy", "chữa cháy", "phòng chống", "thiên tai", "dịch bệnh", "tìm kiếm cứu nạn",
	"cứu hộ", "cứu nạn", "an toàn", "an ninh", "trật tự", "quốc phòng", "tháo gỡ", "khó khăn", "vướng mắc", "kinh tế", "xã hội", "kinh tế - xã hội", "doanh nghiệp",
	"đất đai", "nhà ở", "nhà ở xã hội", "khu công nghiệp", "khu kinh tế", "đô thị", "cơ sở hạ tầng", "hạ tầng", "chính quyền", "địa phương", "đơn vị", "cơ quan",
	"hoàn thành", "thành lập", "thành viên", "giai đoạn", "năm học", "đầu năm", "cuối năm", "quý i", "quý ii", "quý iii", "quý iv", "công dân", "tiếp công dân",
	"khiếu nại", "tố cáo", "nghị quyết", "chỉ thị", "quyết định", "quy chế", "đề án", "phương án", "báo cáo", "trên địa bàn", "địa bàn", "thành phố", "đặc khu",
)

func set(words ...string) map[string]bool {
	all := make(map[string]bool, len(words))
	for _, w := range words {
		all[w] = true
	}
	return all
}
