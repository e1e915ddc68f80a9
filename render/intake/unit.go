package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unitWord is a word that the names of units begin with, and what must follow it
// there: another word with a capital, or the place that it is of.
var unitWord = regexp.MustCompile(`^(?:(` + unitKinds + `) (?:[\p{Lu}]|(?:tỉnh|thành phố|huyện|trung ương|xã|phường|đặc khu|khu vực|ngành)(?:$|[ ,;:.])|nhân dân |số \d)` +
	`|(?:UBND|HĐND) (?:tỉnh|thành phố|huyện|xã|phường|đặc khu|thị xã|quận|các |\p{Lu})|(?:Văn phòng|Thanh tra|Công đoàn|Đoàn Thanh niên|Tỉnh đoàn|Đoàn thanh niên)(?:$|[ ,;:.]))`)

// unitKinds are the words.
const unitKinds = `Văn phòng|Sở|Phòng|Ban|Tiểu ban|Chi cục|Cục|Tổng cục|Trung tâm|Thanh tra|Công an|Bộ Chỉ huy|Bộ chỉ huy|Bộ Tư lệnh|Kho bạc|Ngân hàng|Bảo hiểm|Đoàn|Công đoàn|Hội|Hiệp hội|Liên đoàn|Báo|Tạp chí|Đài|` +
	`Trường|Viện|Bệnh viện|Vụ|Bộ|Tỉnh đoàn|Thành đoàn|Công ty|Công ty cổ phần|Công ty trách nhiệm hữu hạn|Tổng công ty|Tổng Công ty|Tổng công ty cổ phần|Doanh nghiệp tư nhân|Doanh nghiệp|Hợp tác xã dịch vụ|Hợp tác xã nông nghiệp|Tập đoàn|Xí nghiệp|Nhà máy|Phân xưởng|Hợp tác xã|Nhà thầu|Liên danh|Điện lực|Hải quan|Thuế|Quỹ|Tổ|Đội|Học viện|Đại học|Liên minh|Liên hiệp các Hội|Bảo tàng|Thư viện|Nhà hát|` +
	`Khoa|Bộ môn|Tổ công tác|Tổ giúp việc|Tổ thư ký|Bưu điện|Chi nhánh|Hạt|Trạm|Cảng vụ|Cảng|Vườn quốc gia|Khu bảo tồn|Tòa án|Toà án|Viện kiểm sát|Đảng ủy|Ủy ban|Uỷ ban`

// verbs end the name of a unit in a sentence.
var verbs = words(`chủ trì|chủ động|phối hợp|theo dõi|tham mưu|rà soát|tiếp tục|khẩn trương|tổ chức|xây dựng|hoàn thiện|hoàn thành|báo cáo|tổng hợp|đôn đốc|kiểm tra|hướng dẫn|triển khai|chỉ đạo|lập|trình|nghiên cứu|đề xuất|thực hiện|căn cứ|cung cấp|bố trí|chịu trách nhiệm|tăng cường|đẩy nhanh|đẩy mạnh|tập trung|giải quyết|xử lý|thẩm định|ban hành|cập nhật|dự thảo|khảo sát|soạn thảo|sớm|phải|cần|làm|bảo đảm|đảm bảo|kịp thời|thường xuyên|đánh giá|tuyên truyền|vận động|giám sát|công khai|công bố|nâng cao|thống nhất|lựa chọn|gửi|nộp|tiếp nhận|tiếp thu|bám sát|quan tâm|ưu tiên|hỗ trợ|điều chỉnh|khắc phục|chấn chỉnh|nghiêm túc|chuẩn bị|lấy ý kiến|cử|sơ kết|tổng kết|hoàn tất|thông báo|phát động|vận hành|duy trì|nắm|tháo gỡ|xác định|thành lập|kiện toàn|phân công|phân bổ|giải ngân|tạm ứng|đăng|lồng ghép|rà|chấm dứt|kiểm soát|quản lý|mở|ký|trao đổi|liên hệ|làm việc|đề nghị|yêu cầu|tuyển|đào tạo|bồi dưỡng|thu|lưu|trong|trước|để|với|về|theo|cùng|nhằm|khi|tại|từ|là|đã|đang|được|không|có|xem xét|cho|nêu|huy động|tham gia|thi công|rút ngắn|bàn giao|khởi công|nhanh chóng|gấp rút|quyết liệt|sử dụng|phát huy|khai thác|bổ sung|cắt giảm|niêm yết|phê duyệt|tích cực|phát hiện|ngăn chặn|xử phạt|tính toán|chốt|dự kiến|phổ biến|quán triệt|giao|mời|dừng|nghiệm thu|quyết toán|thanh toán|thanh tra|trả lời|giải trình|kiểm điểm|tạo điều kiện|đình chỉ|cân đối|rút kinh nghiệm|khuyến cáo|nhắc nhở|nhân rộng|tăng tốc|bảo vệ|chuyển|nhập|xuất|khởi động|hưởng ứng|phản ánh|đăng ký|cam kết|tiến hành|kiểm kê|lấy|thống kê|tra cứu|minh bạch|ứng dụng|số hóa|thu hồi|cấp|di dời|tháo dỡ|sửa chữa|cải tạo|nạo vét|khôi phục|hủy|trả|đóng|dọn|vẽ|chấm|đối chiếu|mua sắm|lắp đặt|mua|tuyển dụng|bảo dưỡng|vệ sinh|diễn tập|tổng rà soát|tập huấn|đối thoại|điều tra|truy quét|phân loại|tổng duyệt|luyện tập|tập luyện|treo|trang trí|dọn dẹp|thu gom|trồng|chăm sóc|tiêm|phun|khoanh vùng|ứng phó|ứng trực|phản hồi|hoàn chỉnh|chỉnh sửa|chỉnh lý|sửa đổi|sửa|bổ nhiệm|điều động|luân chuyển|sắp xếp|phát hành|in ấn|đăng tải|đưa tin|đấu thầu|đấu giá|tiếp đón|đón tiếp|đón|chi trả|chấp thuận|chấp hành|tuân thủ|kiểm nghiệm|khử khuẩn|khám|nhập liệu|số hoá|kết nối|chia sẻ|tích hợp|liên thông|nâng cấp|mở rộng|thu thập|biên soạn|biên tập|thiết kế|trưng bày|sưu tầm|tôn tạo|đảm nhận|đảm nhiệm|chuyển giao|lưu ý|hạn chế|thay thế|vào cuộc|gieo|gieo cấy|thu hoạch|tưới|gia cố|đo đạc|cắm mốc|giải tỏa|bồi thường|thẩm tra|cấp phép|gia hạn|xét duyệt|bình xét|khen thưởng|phân cấp|ủy quyền|ra soát|nghiêm chỉnh|sẵn sàng|linh hoạt|trực tiếp|đồng loạt|quyết tâm|kiên quyết|khẩn cấp|đề cao|đặc biệt|nhanh|phân tích|dự báo|tổng kiểm tra|lên|viết|soạn|lắp|kê khai|thông tin|cảnh báo|tra soát|đấu nối|vận chuyển|tập kết|tái lập|kích hoạt|xây|kiến nghị|giới thiệu|lập kế hoạch|mô tả|tạm dừng|ngừng|cung ứng|chăm lo|phân luồng|tham vấn|cử tuyển|hội ý|rà phá|tìm kiếm|cứu nạn|cứu hộ|giúp|giúp đỡ|kêu gọi|thu hút|mời gọi|xúc tiến|quảng bá|ký kết|tập hợp|trưng cầu|bàn bạc|thảo luận|thí điểm|phát triển|củng cố|đổi mới|thay đổi|khảo nghiệm|thử nghiệm|đo kiểm|lấy mẫu|điểm danh|chấm công|bảo trì|lưu trữ|sao lưu|đồng bộ|chuẩn hóa|chuẩn hoá|tinh gọn|giảm tải|khai báo|bổ trợ|đồng hành|tiếp cận|tiếp xúc|thăm|thăm hỏi|tặng|trao|trao tặng|vinh danh|biểu dương|phê bình|kỷ luật|giữ gìn|gìn giữ|chống|phòng ngừa|đấu tranh|triệt phá|tuần tra|canh gác|chốt chặn|trấn áp|cưỡng chế|xử lí|chuyển đổi|luân phiên|theo sát|đi kiểm tra|bảo quản|vận dụng|áp dụng|gửi báo cáo|có trách|chịu trách|có nhiệm|ra quân|điều tiết|điều phối|bình bệnh án|kiểm định`)

// weak are words behind which a verb may have stood already.
var weak = words(`trong|trước|để|với|về|theo|cùng|nhằm|khi|tại|từ|là|đã|đang|được|không|có|cho|nêu|xem`)

// objects are what stands behind a verb and in no name.
var objects = regexp.MustCompile(`^(?:việc|tình hình|công tác|các|những|mọi|toàn bộ|toàn diện|hồ sơ|chi|điều kiện|kết quả|kế hoạch|phương án|đề án|dự toán|quy chế|quy trình|báo cáo|dự thảo|chương trình|văn bản|họp|phiên|đợt|buổi|khóa|thi|hội nghị|lễ|ngày|đoàn|thực hiện|lớp|` +
	`kiểm tra|triển khai|cuộc|hội|danh sách|danh mục|số liệu|tiến độ|nhu cầu|thủ tục|đơn|kiến nghị|vướng mắc|khó khăn|dứt điểm|chặt chẽ|nghiêm|kịp thời|đúng|tốt|thêm|lại|cho|đối với|theo|bản vẽ|hợp đồng|kịch bản|tiết mục|có hiệu quả|về|thường xuyên|\d)(?:$|[ ,;:.\d])`)

// within are verbs that also stand within the names of units that are not known.
var within = words(`xây dựng|quản lý|tổ chức|kiểm tra|đào tạo|bồi dưỡng|hỗ trợ|kiểm soát|tuyên truyền|vận hành|thẩm định|thu|hướng dẫn|điều chỉnh|giám sát|khai thác|sử dụng|thanh toán|mua sắm|xử lý|giải quyết|tiếp nhận|bảo đảm|đảm bảo|phát huy|phát triển|đổi mới|chuyển đổi|kết nối|lưu trữ|bảo trì|chăm sóc|xúc tiến|quảng bá|thiết kế|cứu hộ|cứu nạn|phòng ngừa|kiểm nghiệm|phân tích|dự báo|thông tin|tích hợp|khen thưởng|bồi thường|biên tập|đấu giá|vận chuyển|giới thiệu|thẩm tra|chống|tiếp cận`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(list, "|") {
		m[w] = true
	}
	return m
}

// fields are those of departments and ministries, whose names have commas and
// "và" in them.
var fields = []string{
	"Nội vụ", "Tài chính", "Công Thương", "Công thương", "Xây dựng", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và PTNT", "Tài nguyên và Môi trường",
	"Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Y tế", "Tư pháp", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Du lịch", "Lao động - Thương binh và Xã hội",
	"Thông tin và Truyền thông", "Giao thông vận tải", "Giao thông Vận tải", "Kế hoạch và Đầu tư", "Ngoại vụ", "Dân tộc và Tôn giáo", "Quy hoạch - Kiến trúc", "Dân tộc",
	"Ngoại giao", "Quốc phòng", "Công an",
}

// common are units that many offices have.
var common = []string{
	"Văn phòng Sở", "Thanh tra Sở", "Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND thành phố", "Văn phòng Ủy ban nhân dân thành phố", "Văn phòng Bộ", "Văn phòng Cục",
	"Văn phòng Chi cục", "Văn phòng Ban", "Thanh tra Bộ", "Thanh tra tỉnh", "Thanh tra thành phố", "Công an tỉnh", "Công an thành phố", "Công an xã", "Công an phường", "Bộ Chỉ huy Quân sự tỉnh",
	"Bộ Tư lệnh thành phố", "Tỉnh đoàn", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ", "Phòng Hành chính - Tổng hợp", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội",
	"Trung tâm Phục vụ hành chính công", "Văn phòng HĐND và UBND xã", "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn đại biểu Quốc hội và HĐND thành phố", "Văn phòng HĐND và UBND phường", "UBND tỉnh", "UBND thành phố",
	"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
}

// A directory knows the names of units: those of departments, and those that a
// notice makes sure.
type directory struct {
	names map[string]bool
	upper map[string]string // names by their capitals
	first map[string][]string
}

func newDirectory() *directory {
	d := &directory{names: map[string]bool{}, upper: map[string]string{}, first: map[string][]string{}}
	for _, f := range fields {
		d.add("Sở " + f)
		d.add("Bộ " + f)
	}
	for _, name := range common {
		d.add(name)
	}
	return d
}

// maxNames bounds the names of one notice.
const maxNames = 500

func (d *directory) add(name string) {
	if d.names[name] || len(d.names) > maxNames || len(name) > 200 {
		return
	}
	d.names[name] = true
	d.upper[strings.ToUpper(name)] = name
	word, _, _ := strings.Cut(name, " ")
	d.first[word] = append(d.first[word], name)
	slices.SortStableFunc(d.first[word], func(a, b string) int { return len(b) - len(a) })
}

// known returns the longest known name that a text begins with.
func (d *directory) known(text string) string {
	word, _, _ := strings.Cut(text, " ")
	for _, name := range d.first[strings.TrimRight(word, ",;:.")] {
		if strings.HasPrefix(text, name) && apart(text, 0, len(name)) {
			return name
		}
	}
	return ""
}

// maxNameWords is how many words the name of a unit has at most.
const maxNameWords = 16

// unit returns the name of the unit that a text begins with, "" where it begins
// with none. A name that nobody knows ends at a verb, at another unit, or with
// a text that is alone: else it may be more than a name.
func (d *directory) unit(text string, alone bool) string {
	name := d.known(text)
	if of := ofPlace(text); len(of) > len(name) {
		return of
	}
	if !unitWord.MatchString(text) {
		return name
	}
	guess := d.guess(text, alone)
	switch {
	case name == "":
		return guess
	case strings.HasPrefix(text[len(name):], " các "): // those of all provinces
		return ""
	}
	rest, longer := strings.CutPrefix(guess, name+" ")
	switch {
	case longer && strings.ContainsFunc(rest, func(c rune) bool { return unicode.IsUpper(c) || unicode.IsDigit(c) }):
		return guess
	case strings.HasPrefix(text[len(name):], " - "): // there is more of it
		return ""
	}
	return name
}

// plural is a word for several things, which stands behind a verb more often
// than in a name.
var plural = regexp.MustCompile(`^(?:[^B]|B[^a]).* (?:các|những|mọi|việc|toàn|một số) `)

// compound are words of two syllables whose second alone would be a verb.
var compound = regexp.MustCompile(`(?:[Tt]rung|[Cc]ao|[Ss]ơ) cấp$|(?:cây|nuôi) trồng$|việc làm$|(?:công|chương|quy|lộ|tiến|giáo|hành|quá) trình$|đầu tư xây dựng$|(?:thành|tạo|hợp|sáng) lập$`)

func first(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if second, _, _ := strings.Cut(strings.TrimPrefix(s, word+" "), " "); word == "xây" {
		return word + " " + second
	}
	return word
}

// guess takes words up to a mark or a verb.
func (d *directory) guess(text string, alone bool) string {
	end, count, closed, before := 0, 0, alone, ""
	for at := 0; at < len(text); count++ {
		if count == maxNameWords {
			return ""
		}
		next := strings.IndexByte(text[at:], ' ')
		stop := len(text)
		if next >= 0 {
			stop = at + next
		}
		word := text[at:stop]
		rest := text[at:]
		if count > 1 && (isNumber.MatchString(before) || placeEnds.MatchString(text[:at]) && !begun(word)) {
			closed = true
			break
		}
		if count > 0 && endsName(rest) && !(alone && isVerb(rest)) && !named(text[:at], rest) && !withinPlace.MatchString(rest) && !dashed.MatchString(rest) && !compound.MatchString(text[:at]+first(rest)) {
			if isWithin(rest) {
				return ""
			}
			closed = closed || acts(" "+rest) && !plural.MatchString(strings.ReplaceAll(text[:at], "việc làm", ""))
			break
		}
		if count > 0 && !strings.HasSuffix(text[:at], "HĐND ") && strings.HasPrefix(rest, "và ") && (unitWord.MatchString(rest[len("và "):]) || strings.HasPrefix(rest, "và các ")) {
			closed = true
			break
		}
		if bare := strings.TrimRight(word, ",;:.()"); bare != word || strings.HasPrefix(word, "(") {
			if strings.HasPrefix(word, "(") {
				m := inBrackets.FindString(" " + rest)
				closed = closed || m != "" && acts(rest[len(m)-1:])
				break
			}
			end = at + len(bare)
			after := strings.TrimPrefix(strings.TrimPrefix(text[min(at+len(word), len(text)):], " "), "và ")
			closed = closed || strings.HasSuffix(word, ":") || strings.HasPrefix(after, "các ") || ends(text[:end], text[end:]) || word != bare && (unitWord.MatchString(after) || endsName(after) && !isWithin(after))
			break
		}
		end, before = stop, word
		at = stop + 1
	}
	if !closed {
		return ""
	}
	name := strings.TrimRight(strings.TrimSpace(text[:end]), " -–")
	return strings.TrimSuffix(name, " và")
}

// noVerb are words of which a part alone would be a verb.
var noVerb = regexp.MustCompile(`^(?:giao (?:thông|dịch)|dự (?:án|phòng|trữ|báo|bị)|xây lắp|đo lường|đánh bắt|thông tin (?:và|-|cơ sở|đối)|giới thiệu việc|nhận thức|tạo hình|lắp máy|tăng trưởng|giảm nghèo|trồng trọt|khám (?:bệnh|chữa)|in |phân tích (?:và|-)|thu (?:hút|nhập|mua)|lập trình|làng|đào tạo nghề|quản lý (?:dự án|rừng|đất đai|thị trường|nhà nước|khu|các khu|chất lượng|vốn|bay)|mở cửa)`)

// endsName reports a text that begins with a verb; "đầu tư xây dựng" is none.
func endsName(rest string) bool {
	if noVerb.MatchString(rest) {
		return false
	}
	first, tail, _ := strings.Cut(rest, " ")
	first = strings.TrimRight(first, ",;:.")
	second, _, _ := strings.Cut(tail, " ")
	return verbs[first] || verbs[first+" "+strings.TrimRight(second, ",;:.")]
}

// each is a list that names its kind once: "các Sở: Tài chính, Xây dựng".
var each = regexp.MustCompile(`^(?:[Cc]ác )(Sở|sở|Phòng|phòng|Bộ|bộ|Chi cục|chi cục|Trung tâm|trung tâm|Ban|ban)(?:, (?:ngành|ban, ngành|đơn vị))? ?:? `)

// general are groups that are no unit of their own.
var general = regexp.MustCompile(`^(?:[Cc]ác (?:sở|Sở|cơ quan|đơn vị|phòng|Phòng|ban|Ban|địa phương|bộ|Bộ|ngành|huyện|xã|đoàn thể|doanh nghiệp|tổ chức|chủ đầu tư|thành viên|chi cục)[^.;:]{0,80}?(?:liên quan|thuộc Sở|trực thuộc(?: Sở)?|thuộc tỉnh|chuyên môn|trên địa bàn(?: tỉnh)?|ngành|địa phương|có liên quan)|(?:phòng|đơn vị|cơ quan|địa phương)[^.;:,]{0,40}?(?:liên quan|chuyên môn))`)

// list reads the units that a text begins with. It is not sure where what
// follows may be a part of a name. End is where the list ends.
func (d *directory) list(text string, alone bool) (names []string, end int, sure bool) {
	sure = true
	at := 0
	for at < len(text) && len(names) < 40 {
		at += skipped(text[at:])
		rest := text[at:]
		if m := general.FindString(rest); m != "" {
			at += len(m)
		} else if m := each.FindStringSubmatch(rest); m != nil {
			elided, n := d.elided(upperFirst(m[1]), rest[len(m[0]):])
			if c, _ := utf8.DecodeRuneInString(rest[len(m[0]):]); len(elided) == 0 {
				return names, at, sure && len(names) > 0 && !unicode.IsUpper(c)
			}
			names = append(names, elided...)
			at += len(m[0]) + n
		} else if n := groupOfPlaces(rest); n > 0 {
			at += n
		} else if several, n := ofSeveral(rest); n > 0 {
			names = append(names, several...)
			at += n
		} else if name := d.unit(rest, alone); name != "" {
			names = append(names, name)
			at += len(name) + len(inBrackets.FindString(rest[len(name):]))
		} else {
			return names, at, sure && len(names) > 0
		}
		next := joint.FindString(text[at:])
		if next == "" {
			return names, at, sure && len(names) > 0
		}
		after := text[at+len(next):]
		after = after[skipped(after):]
		if severalPlaces.MatchString(after) && d.unit(after, alone) == "" { // which are not named
			return names, at, sure && len(names) > 0
		}
		if d.unit(after, alone) == "" && !placedList.MatchString(after) && general.FindString(after) == "" && !each.MatchString(after) {
			return names, at, sure && len(names) > 0 && !unitWord.MatchString(after)
		}
		at += len(next)
	}
	return names, at, sure && len(names) > 0
}

var joint = regexp.MustCompile(`^(?:, và |; | và |, |, cùng | cùng với | cùng )`)

func upperFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// elided reads names that leave out the word they begin with. Only known names
// are sure.
func (d *directory) elided(kind, text string) (names []string, end int) {
	at := 0
	for {
		name := d.known(kind + " " + text[at:])
		if name == "" {
			return names, end
		}
		names = append(names, name)
		at += len(name) - len(kind) - 1
		end = at
		next := joint.FindString(text[at:])
		if next == "" {
			return names, end
		}
		at += len(next)
	}
}
