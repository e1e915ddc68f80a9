package decree

import (
	"regexp"
	"slices"
	"strings"
)

var (
	startShape = regexp.MustCompile(`^Thời gian bắt đầu: ?\d`)
	endShape   = regexp.MustCompile(`kết thúc vào.*giờ.*ngày \d{2} tháng \d{1,2} năm \d{4}\./\.$`)
)

// minutesRules are those of minutes: what form 1.9 has of its own.
var minutesRules = []rule{
	{"BB-01", "Phụ lục III, mẫu 1.9", minutes, text("biên bản không có dòng địa danh, ngày tháng", "minutes have no line of place and date"), func(n *notice, f *faults) {
		if n.date != nil {
			f.add(1, "có dòng %q", "there is the line %q", short(n.date.text))
		}
	}},
	{"BB-02", "Phụ lục III, mẫu 1.9", minutes, text("bắt đầu bằng Thời gian bắt đầu, kết thúc bằng giờ, ngày kết thúc và ./.", "begins with Thời gian bắt đầu, ends with the hour and day of the end and ./."), func(n *notice, f *faults) {
		if len(n.body) == 0 {
			f.missing()
			return
		}
		if first := n.body[0]; !startShape.MatchString(first.text) {
			f.at(first, "dòng đầu là %q", "the first line is %q", short(first.text))
		}
		last, text := n.body[len(n.body)-1], ""
		for _, l := range n.body[max(len(n.body)-3, 0):] { // the paragraph may have several lines
			text += l.text + " "
		}
		if !endShape.MatchString(strings.TrimSpace(text)) {
			f.at(last, "dòng cuối là %q", "the last line is %q", short(last.text))
		}
	}},
	{"BB-03", "Phụ lục III, mẫu 1.9", minutes, text("hai chữ ký ngang nhau: THƯ KÝ bên trái, CHỦ TỌA bên phải, cỡ 13-14, in hoa, đứng, đậm", "two signatures side by side: THƯ KÝ left, CHỦ TỌA right, of 13-14 pt, capitals, upright, bold"), checkMinutesSigned},
	{"BB-04", "Phụ lục I, II.7; Phụ lục III, mẫu 1.9", minutes, text("họ tên hai người ký cỡ 13-14, đậm, giữa dưới chức danh, không học hàm", "both names of 13-14 pt, bold, centred below the titles, no academic title"), checkMinutesNames},
	{"BB-05", "Phụ lục III, mẫu 1.9", minutes, text("nơi nhận ở dưới hai chữ ký, dòng cuối Lưu: VT, Hồ sơ.", "recipients below the signatures, the last Lưu: VT, Hồ sơ."), func(n *notice, f *faults) {
		entries := n.entries()
		switch {
		case n.recipients == nil || len(entries) == 0:
			f.missing()
		case n.name != nil && (n.recipients.page < n.name.page || n.recipients.page == n.name.page && n.recipients.y < n.name.y):
			f.at(n.recipients, "nơi nhận ở trên chữ ký", "the recipients stand above the signatures")
		case entries[len(entries)-1] != "- Lưu: VT, Hồ sơ.":
			f.at(n.recipients, "dòng cuối là %q", "the last line is %q", short(entries[len(entries)-1]))
		}
	}},
}

func checkMinutesSigned(n *notice, f *faults) {
	if len(n.beside) == 0 || len(n.titles) == 0 {
		f.add(0, "không thấy hai chữ ký ngang nhau", "there are no two signatures side by side")
		return
	}
	left, right := n.beside[0], n.titles[0]
	if !strings.HasPrefix(left.text, "THƯ KÝ") {
		f.at(left, "bên trái là %q", "on the left stands %q", short(left.text))
	}
	if !strings.HasPrefix(right.text, "CHỦ TỌA") && !strings.HasPrefix(right.text, "CHỦ TOẠ") && !strings.HasPrefix(right.text, "CHỦ TRÌ") {
		f.at(right, "bên phải là %q", "on the right stands %q", short(right.text))
	}
	for _, l := range []*line{left, right} {
		if !isSize(l, 13, 14) || !l.caps() || !l.bold || l.italic {
			f.at(l, "%q: cỡ %.1f, hoặc không in hoa đứng đậm", "%q: %.1f pt, or not bold upright capitals", short(l.text), l.size)
		}
	}
}

func checkMinutesNames(n *notice, f *faults) {
	if len(n.beside) < 2 || len(n.titles) == 0 || n.name == nil {
		f.missing()
		return
	}
	for _, signed := range []struct{ title, name *line }{{n.beside[0], n.beside[len(n.beside)-1]}, {n.titles[0], n.name}} {
		l := signed.name
		if !isSize(l, 13, 14) || !l.bold || l.italic || l.caps() {
			f.at(l, "%q: cỡ %.1f, hoặc không phải chữ thường đứng đậm", "%q: %.1f pt, or not small upright bold letters", short(l.text), l.size)
		}
		if academic.MatchString(l.text) {
			f.at(l, "ghi là %q", "it is written %q", l.text)
		}
		if off := apart(l.centre(), signed.title.centre()); off > centreOff {
			f.at(l, "%q lệch tâm chức danh %.1f mm", "%q is %.1f mm off the centre of the title", short(l.text), off)
		}
	}
}

// submittingRules are those of a sheet that goes to who signs. The decree has no
// form of it: they hold it to what offices do.
var submittingRules = []rule{
	{"PT-01", "thông lệ / practice", submitting, text("phiếu trình có tên PHIẾU TRÌNH đậm, giữa, không có dòng số", "the sheet is titled PHIẾU TRÌNH, bold and centred, and has no number"), func(n *notice, f *faults) {
		if n.number != nil {
			f.add(1, "có dòng %q", "there is the line %q", short(n.number.text))
		}
		if n.typed == nil {
			f.add(1, "không thấy dòng PHIẾU TRÌNH in đậm", "there is no line PHIẾU TRÌNH in bold")
			return
		}
		checkCentred(n, f, n.typed)
	}},
	{"PT-02", "thông lệ / practice", submitting, text("người trình ký dưới nội dung: chức vụ in hoa, họ tên, đều đậm", "who submits signs below the content: position in capitals, name, both bold"), func(n *notice, f *faults) {
		if len(n.titles) == 0 || n.name == nil {
			f.add(0, "không thấy chữ ký của người trình", "there is no signature of who submits")
		}
	}},
	{"PT-03", "thông lệ / practice", submitting, text("dưới chữ ký có khung để lãnh đạo ghi ý kiến", "a frame for the leader's words below the signature"), func(n *notice, f *faults) {
		for _, lines := range n.lines {
			if slices.ContainsFunc(lines, func(l *line) bool { return l.framed && strings.Contains(strings.ToUpper(l.text), "Ý KIẾN") }) {
				return
			}
		}
		f.add(0, "không thấy khung ý kiến", "there is no frame for words")
	}},
}

// submitter takes the last lines in bold in the right half of a page, but for
// those in frames, as the signature.
func (n *notice) submitter() {
	var own []*line
	for _, lines := range n.lines {
		for _, l := range lines {
			if !l.framed {
				own = append(own, l)
			}
		}
	}
	var signed []*line
	for _, l := range slices.Backward(own) {
		if !l.bold || l.italic || l.x < n.middleOfPage() {
			break
		}
		signed = append([]*line{l}, signed...)
	}
	for _, l := range signed {
		if l.caps() {
			n.titles = append(n.titles, l)
		} else {
			n.name = l
		}
	}
	if len(signed) > 0 {
		n.footTop = place{signed[0].page, signed[0].y}
	}
}
