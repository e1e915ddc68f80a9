package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ketluan/render/calendar"
)

var (
	numbered = regexp.MustCompile(`(?i)^số ?[:.]? ?([0-9]{1,5}[a-zđ]?|[.…_·\-– ]*) ?(?:/ ?(\d{4}) ?)?/ ?(TB|TBKL|TB ?KL|TB/[^ -]+) ?(?:[-–/] ?(.+))?$`)
	blankNum = regexp.MustCompile(`(?i)^số ?[:.]? ?[.…_ ]*$`)
	datedAt  = regexp.MustCompile(`(?i)^(.*?) ?, ?(?:ngày|Ngày) ?(\d{1,2}|[.…_ ]*) ?tháng ?(\d{1,2}|[.…_ ]*) ?năm ?(\d{4}|\d{0,3}[.…_ ]*)\.?$`)
	isDated  = regexp.MustCompile(`(?i)ngày.*tháng.*năm`)
	stamp    = regexp.MustCompile(`(?i)^(?:dự thảo.*|hỏa tốc|hoả tốc|khẩn|thượng khẩn|mật|v/v .*|xem xong trả lại|lưu hành nội bộ|công báo.*|đến|đ[eế]n:? .*|lần \d.*)$`)
)

// head reads what stands above the title.
func (n *Notice) head(lines []Line) {
	var names []Line
	for _, l := range lines {
		text := l.Text
		switch {
		case ofNation(text):
		case nation.MatchString(text), motto.MatchString(text), ruleLine.MatchString(text), stamp.MatchString(text), l.Rows != nil:
		case numbered.MatchString(text):
			n.numberOf(l)
		case blankNum.MatchString(text):
			n.Number.At = l.At
		case isDated.MatchString(text):
			n.dateOf(l)
		case l.Side != RightSide && isCaps(text) && (strings.Contains(text, " ") || len(names) > 0 && utf8.RuneCountInString(text) > 1):
			names = append(names, l)
		}
	}
	n.agencies(names)
	for _, f := range []struct {
		into *Field
		what string
	}{{&n.Agency, "tên cơ quan ban hành"}, {&n.Code, "chữ viết tắt của cơ quan"}, {&n.Place, "địa danh"}} {
		if f.into.Text == "" && f.into.Note == "" {
			f.into.Note = "không thấy " + f.what + " ở đầu văn bản"
		}
	}
}

// ofNation reports a part of the national name, which may stand on two lines.
func ofNation(text string) bool {
	const name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	text = strings.ReplaceAll(text, "HOÀ", "HÒA")
	return text == "NAM" || strings.HasPrefix(text, "CỘNG HÒA") && strings.HasPrefix(name, text) || strings.HasSuffix(text, "VIỆT NAM") && strings.HasSuffix(name, text)
}

// numberOf reads the number and the symbol.
func (n *Notice) numberOf(l Line) {
	m := numbered.FindStringSubmatch(l.Text)
	n.Number = Field{At: l.At}
	if digits := strings.TrimLeft(m[1], "0"); digits != "" && digits[0] >= '1' && digits[0] <= '9' {
		n.Number.Text = m[1]
	}
	code := strings.Trim(m[4], " .:…_")
	if code == "" || strings.Contains(code, " ") {
		n.Code = Field{At: l.At, Note: "ký hiệu không rõ: " + shown(l.Text)}
		return
	}
	n.Code = Field{Text: code, At: l.At}
	if m[2] != "" {
		n.Number.Note = "số có năm " + m[2] + ", theo Nghị định 30 thì không"
	}
}

// dateOf reads the place and the date.
func (n *Notice) dateOf(l Line) {
	m := datedAt.FindStringSubmatch(l.Text)
	if m == nil {
		n.Date = Field{At: l.At, Note: "ngày không rõ: " + shown(l.Text)}
		return
	}
	if place := strings.TrimSpace(m[1]); place != "" {
		n.Place = Field{Text: place, At: l.At}
	}
	day, month, year := digits(m[2]), digits(m[3]), digits(m[4])
	n.Date = Field{At: l.At}
	switch d := (calendar.Date{Year: year, Month: month, Day: day}); {
	case year < 1975 && year > 0 || year == 0 && (day > 0 || month > 0) || day > 0 && month == 0:
		n.Date.Note = "ngày không rõ: " + shown(l.Text)
	case year == 0:
	case month == 0:
		n.Date.Text = fmt.Sprintf("//%d", year)
	case day == 0 && month <= 12:
		n.Date.Text = fmt.Sprintf("/%d/%d", month, year)
	case d.Valid():
		n.Date.Text = d.Slashed()
	default:
		n.Date.Note = "ngày không có trong lịch: " + shown(l.Text)
	}
}

func digits(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}

// bodies begin the names of agencies, as they stand above the number.
var (
	bodies = regexp.MustCompile(`^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|BỘ|SỞ|VĂN PHÒNG|TỔNG CỤC|CỤC|CHI CỤC|BAN|THANH TRA|TRƯỜNG|VIỆN|TRUNG TÂM|ĐẠI HỌC|HỌC VIỆN|PHÒNG|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|KHO BẠC|TÒA ÁN|TOÀ ÁN|NGÂN HÀNG|BẢO HIỂM|LIÊN ĐOÀN|HỘI|BỆNH VIỆN|ĐOÀN ĐẠI BIỂU|ĐÀI|BÁO|QUỸ|CÔNG AN|THUẾ|HẢI QUAN|TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY|VỤ|THƯỜNG TRỰC|TỔ CÔNG TÁC) `)
	noName = regexp.MustCompile(`^(?:UBND|HĐND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN QUẢN LÝ|BAN CHỈ ĐẠO|TRƯỜNG ĐẠI HỌC)$`) // without what follows
	noBody = regexp.MustCompile(`^(?:PHÒNG,|PHÒNG CHỐNG|PHÒNG CHÁY|PHÒNG THỦ|BAN HÀNH|HỘI NHẬP|BỘ MÁY|BÁO CHÍ|THUẾ,|BẢO HIỂM XÃ HỘI,)`)
)

// agencies tells the parent agency from the one that issues the notice: by what
// is bold, or else by where a name begins.
func (n *Notice) agencies(names []Line) {
	if len(names) == 0 {
		return
	}
	begins := 0
	for i, l := range names {
		if i > 0 && beginsBody(l.Text, names[i-1].Text) {
			begins = i
		}
	}
	bold := slices.IndexFunc(names, func(l Line) bool { return l.Bold })
	if bold > 0 && !noName.MatchString(names[bold-1].Text) && !slices.ContainsFunc(names[bold:], func(l Line) bool { return !l.Bold }) {
		begins = bold
	}
	n.Agency = joinedLines(names[begins:])
	if begins > 0 {
		n.Parent = joinedLines(names[:begins])
	}
}

// beginsBody reports that a name begins with a line, below another.
func beginsBody(text, above string) bool {
	padded := text + " "
	if !bodies.MatchString(padded) || noBody.MatchString(padded) {
		return false
	}
	last := above[strings.LastIndexByte(above, ' ')+1:]
	switch last {
	case "VÀ", "-", "CỦA", "THUỘC", "CÁC":
		return false
	}
	return !strings.HasSuffix(above, ",") && !strings.HasSuffix(above, "-")
}

func joinedLines(lines []Line) Field {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
	}
	return Field{Text: strings.Join(texts, " "), At: lines[0].At}
}
