package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

var (
	numberShape = regexp.MustCompile(`^\d+[a-z]?$`)
	numberIn    = regexp.MustCompile(`^(?:[Ss]ố\s*:?\s*)?(\d+[a-z]?)(?:\s*[-/].*)?$`)
	codeShape   = regexp.MustCompile(`^[\pL\d&]+(?:[-.][\pL\d&]+)*$`)
	typeInCode  = regexp.MustCompile(`^[-/]?(?:TB|KL)\s*[-/]\s*`)
)

func checkNumber(n *notice, f *found) {
	p := n.byField["number"]
	if p == nil || p.Text == "" || numberShape.MatchString(p.Text) {
		return
	}
	symbol := ""
	if n.is(notices) {
		symbol = n.rec.NoticeKind().Symbol("", "…") + " "
	}
	message := problem.Textf("%q không chỉ là số: ký hiệu %sdo chương trình ghi", "%q is more than the number: the symbol %sis added by the program", short(p.Text), symbol)
	if m := numberIn.FindStringSubmatch(p.Text); m != nil && n.isOwnSymbol(p.Text) {
		f.mend(p, 0, len(p.Text), m[1], message)
		return
	}
	f.in(p, 0, len(p.Text), message, problem.Textf("chỉ ghi số, ví dụ \"05\"; chưa có số thì để trống", "write the number alone, as \"05\", or leave it empty"))
}

// isOwnSymbol reports a number without a symbol, or with the one that the
// program adds; that of another agency is somebody's mistake, and whose is not known.
func (n *notice) isOwnSymbol(number string) bool {
	_, symbol, ok := strings.Cut(number, "/")
	code := n.rec.Agency.Code
	return !ok || code != "" && strings.HasSuffix(strings.ToLower(strings.TrimSpace(symbol)), strings.ToLower(code))
}

func checkNumberZeros(n *notice, f *found) {
	p := n.byField["number"]
	if p == nil || !numberShape.MatchString(p.Text) {
		return
	}
	bare := strings.TrimLeft(p.Text, "0")
	digits := strings.TrimRight(bare, "abcdefghijklmnopqrstuvwxyz")
	switch {
	case digits == "":
		f.in(p, 0, len(p.Text), problem.Textf("số văn bản bắt đầu từ 01", "numbers begin with 01"), problem.Textf("ghi số do văn thư cấp, hoặc để trống", "write the number given by the registry, or leave it empty"))
	case strings.HasPrefix(p.Text, "00") || len(digits) > 1 && p.Text[0] == '0':
		if len(digits) == 1 {
			bare = "0" + bare
		}
		f.mend(p, 0, len(p.Text), bare, problem.Textf("số %q thừa số 0", "the number %q has a zero too many", p.Text))
	}
}

func checkAgencyCode(n *notice, f *found) {
	p := n.byField["agency.code"]
	if p == nil || p.Text == "" {
		return
	}
	switch m := typeInCode.FindString(p.Text); {
	case m != "":
		f.mend(p, 0, len(m), "", problem.Textf("mã cơ quan %q đã có tên loại: ký hiệu thành %q", "the code %q has the type in it: the symbol becomes %q", p.Text, n.rec.Cited(0)))
	case !codeShape.MatchString(p.Text):
		f.mend(p, 0, len(p.Text), strings.Join(strings.Fields(p.Text), ""), problem.Textf("ký hiệu có dấu cách hoặc dấu lạ trong %q", "the symbol has spaces or odd marks in %q", p.Text))
	case strings.ToLower(p.Text) == p.Text:
		f.mend(p, 0, len(p.Text), strings.ToUpper(p.Text), problem.Textf("ký hiệu phải in hoa", "the symbol is in capitals"))
	}
}

var wordedDate = clueOf("gày ", "Ngày ngày", `[Nn]gày (\d{1,2}) tháng (\d{1,2})`)

func checkDateZeros(n *notice, f *found) {
	passages := n.prose
	n.each(passages, wordedDate, func(p *record.Passage, m []int) {
		for i, limit := range []int{9, 2} {
			from, to := m[2+2*i], m[3+2*i]
			v, _ := strconv.Atoi(p.Text[from:to])
			want := strconv.Itoa(v)
			if v <= limit && v > 0 {
				want = "0" + want
			}
			if p.Text[from:to] != want && v > 0 {
				f.mend(p, from, to, want, problem.Textf("%q: ngày dưới 10 và tháng 1, 2 thêm số 0, tháng khác thì không", "%q: days below 10 and months 1 and 2 have a zero before them, other months none", p.Text[m[0]:m[1]]))
			}
		}
	})
}

var fullDate = clueOf("gày ", "Ngày ngày", `[Nn]gày (\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})`)

func checkDates(n *notice, f *found) {
	if d, m := n.rec.Date, n.rec.MeetingDate; n.is(following) && n.concludes() && !d.IsZero() && !m.IsZero() && d.Before(m) {
		f.field(n, "date", problem.Textf("ngày ban hành %s trước ngày họp %s", "the notice of %s is before the meeting of %s", d.Slashed(), m.Slashed()),
			problem.Textf("sửa date hoặc meeting-date", "mend date or meeting-date"))
	}
	n.each(n.prose, fullDate, func(p *record.Passage, m []int) {
		d, _ := strconv.Atoi(p.Text[m[2]:m[3]])
		mo, _ := strconv.Atoi(p.Text[m[4]:m[5]])
		y, _ := strconv.Atoi(p.Text[m[6]:m[7]])
		if day := (calendar.Date{Year: y, Month: mo, Day: d}); y >= 1900 && !day.Valid() {
			f.in(p, m[0], m[1], problem.Textf("lịch không có %q", "the calendar has no %q", p.Text[m[0]:m[1]]), problem.Textf("sửa ngày hoặc tháng", "mend the day or the month"))
		}
	})
}

var conclusionsOf = regexp.MustCompile(`(?i)^(?:$|(?:thông báo )?(?:về )?kết luận|.*kết luận (?:của|cuộc họp|hội nghị|phiên họp|buổi làm việc))`)

// concludes reports a subject of conclusions; a notice of a meeting to come is
// before it.
func (n *notice) concludes() bool { return conclusionsOf.MatchString(n.rec.Subject) }

var placeRest = regexp.MustCompile(`,.*$`)

func checkPlace(n *notice, f *found) {
	p := n.byField["agency.place"]
	if p == nil || p.Text == "" {
		return
	}
	if at := placeRest.FindStringIndex(p.Text); at != nil {
		f.mend(p, at[0], at[1], "", problem.Textf("địa danh chỉ ghi tên; dấu phẩy và ngày tháng do chương trình ghi", "the place is a name only; comma and date are added by the program"))
		return
	}
	if c, _ := utf8.DecodeRuneInString(p.Text); unicode.IsLower(c) {
		f.mend(p, 0, len(p.Text), capitalized(p.Text), problem.Textf("địa danh viết hoa", "the place has a capital"))
	}
	for _, shortened := range []string{"TP.", "TP ", "Tp.", "HCM"} {
		if strings.Contains(p.Text, shortened) {
			f.in(p, 0, len(p.Text), problem.Textf("địa danh %q viết tắt", "the place %q is abbreviated", p.Text), problem.Textf("viết đầy đủ, ví dụ Thành phố Hồ Chí Minh", "write it in full, as Thành phố Hồ Chí Minh"))
			return
		}
	}
}

func checkParent(n *notice, f *found) {
	if strings.HasPrefix(n.rec.Agency.Name, "Sở ") && n.rec.Agency.Parent == "" {
		called := n.called()
		f.at("agency.parent", problem.Text{VI: called.VI + " của sở thiếu tên cơ quan chủ quản", EN: "the " + called.EN + " of a department lacks the agency above it"},
			problem.Textf("thêm parent: UBND tỉnh … vào mục agency", "add parent: UBND tỉnh … to agency"))
	}
}

var typeInSubject = regexp.MustCompile(`(?i)^thông báo:?\s+`)

func checkSubjectType(n *notice, f *found) {
	p := n.byField["subject"]
	if p == nil {
		return
	}
	if m := typeInSubject.FindString(p.Text); m != "" && len(m) < len(p.Text) {
		_, size := utf8.DecodeRuneInString(p.Text[len(m):])
		f.mendBy(p, 0, len(m)+size, capitalized(p.Text[len(m):len(m)+size]), problem.Textf("trích yếu lặp lại tên loại: dòng THÔNG BÁO do chương trình ghi", "the subject repeats the type, which the program writes above it"),
			problem.Textf("bỏ %q, viết hoa chữ tiếp theo", "take %q away, and give the next word a capital", strings.TrimSpace(m)))
	}
}

func checkSubject(n *notice, f *found) {
	p := n.byField["subject"]
	if p == nil || p.Text == "" {
		return
	}
	s := p.Text
	checkSubjectEnd(f, p)
	if strings.HasPrefix(s, "V/v") || strings.HasPrefix(s, "v/v") {
		f.in(p, 0, 3, problem.Textf("%q chỉ dùng cho công văn", "%q is for official letters only", s[:3]), problem.Textf("viết nội dung chính, ví dụ \"Kết luận của … tại cuộc họp …\"", "write what it is about, as \"Kết luận của … tại cuộc họp …\""))
		return
	}
	c, _ := utf8.DecodeRuneInString(s)
	switch {
	case typeInSubject.MatchString(s): // which is a finding of its own
	case unicode.IsLower(c):
		f.capitalize(p, problem.Textf("trích yếu bắt đầu bằng chữ hoa", "the subject begins with a capital"))
	case strings.ToUpper(s) == s && strings.Contains(s, " "):
		f.in(p, 0, len(s), problem.Textf("trích yếu viết toàn chữ hoa", "the subject is all capitals"), problem.Textf("viết chữ thường: trích yếu in đậm, không in hoa", "write small letters: it is set bold, not in capitals"))
	}
}

func checkSubjectEnd(f *found, p *record.Passage) {
	s := p.Text
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "...") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",") {
		if !abbreviated.MatchString(tail(s[:len(s)-1], 20)) {
			f.mend(p, len(s)-1, len(s), "", problem.Textf("trích yếu không có dấu ở cuối", "the subject ends without a mark"))
		}
	}
}

// maxSubject is the length of the abstract in the exchange of documents, in
// characters (Phụ lục VI: Subject 500).
const maxSubject = 500

func checkSubjectLength(n *notice, f *found) {
	if p := n.byField["subject"]; p != nil && utf8.RuneCountInString(p.Text) > maxSubject {
		f.in(p, 0, len(p.Text), problem.Textf("trích yếu dài %d ký tự", "the subject has %d characters", utf8.RuneCountInString(p.Text)), problem.Textf("rút còn một câu ngắn, không quá 500 ký tự", "make it one short sentence of at most 500"))
	}
}

// endMark ends the content of a document, once (Phụ lục III, mẫu 1.4).
const endMark = "./."

var brokenEnd = regexp.MustCompile(`(?:\s*\.\s*/\s*\.?|\s*/\s*\.)\.?\s*$`)

func checkEndMark(n *notice, f *found) {
	slashed := n.rec.EndMark == endMark
	for i, p := range n.body {
		last := i == len(n.body)-1 && slashed
		for at := 0; ; {
			k := strings.Index(p.Text[at:], endMark)
			if k < 0 {
				break
			}
			at += k
			if end := at + len(endMark); !slashed {
				f.mend(p, at, end, ".", problem.Textf("nội dung kết thúc bằng dấu chấm, không phải ./.", "the content ends in a full stop, not in ./."))
			} else if !last || end < len(p.Text) {
				f.endInside(p, len(strings.TrimRight(p.Text[:at], " ")), end)
			}
			at += len(endMark)
		}
		if !last || strings.HasSuffix(p.Text, endMark) {
			continue
		}
		if m := brokenEnd.FindStringIndex(p.Text); m != nil && m[0] > 0 {
			f.mend(p, m[0], m[1], endMark, problem.Textf("dấu kết thúc viết %q", "the end mark is written %q", strings.TrimSpace(p.Text[m[0]:m[1]])))
		}
	}
}

// endInside reports an end mark inside a document. At the end of an item it is
// a full stop; before a list it may be a colon.
func (f *found) endInside(p *record.Passage, at, end int) {
	message := problem.Textf("dấu ./. đứng giữa văn bản", "./. stands inside the text")
	if end == len(p.Text) && strings.HasPrefix(p.Field, "conclusions") {
		f.mend(p, at, end, ".", message)
		return
	}
	f.in(p, at, end, message, problem.Textf("viết dấu hai chấm hoặc dấu chấm", "write a colon or a full stop"))
}
