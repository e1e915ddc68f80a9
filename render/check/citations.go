package check

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// typeCodes are the codes of types in symbols (Phụ lục III.I), but for those
// that are also issued with a decision and bear its code.
var typeCodes = map[string]string{
	"Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Thông báo": "TB", "Hướng dẫn": "HD", "Kế hoạch": "KH", "Báo cáo": "BC",
	"Thông báo kết luận": "TB", "Tờ trình": "TTr", "Công điện": "CĐ", "Giấy mời": "GM", "Biên bản": "BB",
}

const (
	citedTypes   = `Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư|Thông báo kết luận|Thông báo|Kết luận|Kế hoạch|Công văn|Công điện|Tờ trình|Báo cáo|Hướng dẫn|Giấy mời|Biên bản|Văn bản`
	firstOfTypes = `Bộ Luật Pháp Nghị Quyết Chỉ Thông Kết Kế Công Tờ Báo Hướng Giấy Biên Văn` // their first words
	anyDate      = `(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})`
	symbol       = `\d{1,5}[a-z]?/(?:\d{4}/)?[A-ZĐ][\pL\d&]*(?:[-.][\pL\d&]+)*|\d{1,4}-[A-ZĐ][\pL]{1,3}/[A-ZĐ][\pL\d]*`
)

var (
	citation      = clueOf("/", firstOfTypes, `(`+citedTypes+`)( số:?)? (`+symbol+`)`)
	smallCitation = clueOf(" số ", strings.ToLower(firstOfTypes), `(`+strings.ToLower(citedTypes)+`) số (`+symbol+`)`)
	typeBefore    = regexp.MustCompile(`(?:` + citedTypes + `) $`)
	codeOfSymbol  = regexp.MustCompile(`^\d+[a-z]?/(?:\d{4}/)?([\pL]+)-`)
	citedDate     = regexp.MustCompile(`^,? (?:ký )?ngày ` + anyDate)
	dateBehind    = regexp.MustCompile(`^,? của [^,;.\n]{1,120}?,? (?:ký )?ngày ` + anyDate) // the order of Phụ lục I, II.6a
	joinedDate    = regexp.MustCompile(`^(?:,|,? và)(?: ngày ` + anyDate + `| (?:` + citedTypes + `)(?: số:?)? (?:` + symbol + `)(?:,? (?:ký )?ngày ` + anyDate + `)?)`)
	citedAgency   = regexp.MustCompile(`^,? (?:của|do) \pL|^ \(?\p{Lu}|[ (](?:của|do) \p{Lu}`)
	agencyBefore  = regexp.MustCompile(`của \p{Lu}[^.;\n]*$`)
	citedSubject  = regexp.MustCompile(`(?i)(?:^|[ (,“])(?:về|ban hành|phê duyệt|quy định|sửa đổi|bổ sung|hướng dẫn|giao|công bố|thành lập|kiện toàn|điều chỉnh|triển khai|thực hiện|tổ chức|tăng cường|đẩy mạnh|phát triển|phân công|phân cấp|bãi bỏ|thông qua|cho|kết luận|kèm|báo cáo|đề nghị|lấy ý kiến|góp ý|chấn chỉnh|xử lý|hợp nhất|đính chính|quyết định|tổng kết|sơ kết|dự kiến|trích yếu)(?:[ :]|$)`)
	nounSubject   = regexp.MustCompile(`^,? của [^,;]{1,120}? (?:việc|nội dung|tình hình|kết quả|kế hoạch|chương trình|nhiệm vụ|chủ trương|dự toán|giải pháp|danh mục|quy chế|công tác)(?:[ :]|$)`)
	brokenSymbol  = clueOf(" số", firstOfTypes, `(?:`+citedTypes+`) số:? (\d{1,5}[a-z]?(?: +[/-] *| *[/-] +)(?:\d{4}[/-])?[A-ZĐ]\pL*[/-][A-ZĐ][\pL\d&]*|\d{1,5}/(?:\d{4}/)?(?:NQ|QĐ|CT|TB|HD|KH|BC|TTr|CĐ|GM|BB|NĐ|CTr|KL)(?: +- *| *- +)[A-ZĐ]{2}[\pL\d&]*)`)
	endOfCitation = regexp.MustCompile(`[;.\n]|, (?:Quyết định|Nghị định|Thông tư|Nghị quyết) số`)
)

// cited is a citation of a document by its symbol, with the places of its parts.
type cited struct {
	p *record.Passage
	m []int
}

// findCitations finds the citations in the order of print.
func (n *notice) findCitations() {
	passages := n.body
	if p := n.byField["subject"]; p != nil {
		passages = append([]*record.Passage{p}, passages...)
	}
	for _, p := range n.prose {
		if hasSymbol(p.Text) {
			n.citing = append(n.citing, p)
		}
	}
	passages = slices.DeleteFunc(slices.Clone(passages), func(p *record.Passage) bool { return !hasSymbol(p.Text) })
	n.each(passages, citation, func(p *record.Passage, m []int) { n.citations = append(n.citations, cited{p, m}) })
}

// hasSymbol reports a text with a slash behind which no date goes on: few have
// the symbol of a document, and its patterns are slow.
func hasSymbol(s string) bool {
	for at := strings.IndexByte(s, '/'); at >= 0; at = indexFrom(s, "/", at+1) {
		rest := strings.TrimLeft(s[at+1:], " ")
		if rest == "" {
			return false
		}
		year := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if year == 0 || year == 4 && len(rest) > 4 && strings.IndexByte("/- ", rest[4]) >= 0 {
			return true
		}
	}
	return false
}

// cited calls see with each citation.
func (n *notice) cited(see func(p *record.Passage, m []int)) {
	for _, c := range n.citations {
		see(c.p, c.m)
	}
}

func checkCitationNumber(n *notice, f *found) {
	n.cited(func(p *record.Passage, m []int) {
		switch {
		case m[4] < 0:
			f.mendBy(p, m[6], m[6], "số ", problem.Textf("thiếu chữ \"số\": %s", "\"số\" is missing: %s", p.Text[m[0]:m[1]]),
				problem.Textf("viết \"%s số %s\"", "write \"%s số %s\"", p.Text[m[2]:m[3]], p.Text[m[6]:m[7]]))
		case strings.HasSuffix(p.Text[m[4]:m[5]], ":"):
			f.mend(p, m[5]-1, m[5], "", problem.Textf("trong câu không có dấu hai chấm sau chữ \"số\"", "inside a sentence there is no colon behind \"số\""))
		}
	})
	n.each(n.citing, brokenSymbol, func(p *record.Passage, m []int) {
		typed := p.Text[m[2]:m[3]]
		f.in(p, m[2], m[3], problem.Textf("số, ký hiệu có dấu cách: %q", "there is a space in the symbol %q", typed), problem.Textf("viết liền: %s", "write it as one: %s", strings.Join(strings.Fields(typed), "")))
	})
	checkLawYears(n, f)
}

func checkCitationType(n *notice, f *found) {
	n.cited(func(p *record.Passage, m []int) {
		code := codeOfSymbol.FindStringSubmatch(p.Text[m[6]:m[7]])
		if code == nil {
			return
		}
		kind := p.Text[m[2]:m[3]]
		if kind == "Công văn" && code[1] == "CV" {
			f.in(p, m[6], m[7], problem.Textf("công văn không có chữ viết tắt tên loại: %s", "an official letter has no code of its type: %s", p.Text[m[6]:m[7]]), problem.Textf("ký hiệu công văn là cơ quan-đơn vị soạn thảo, như 12/SNV-VP", "its symbol is agency-unit, as 12/SNV-VP"))
			return
		}
		want := typeCodes[kind]
		for _, c := range typeCodes {
			if want != "" && c == code[1] && c != want {
				f.in(p, m[0], m[1], problem.Textf("%s mà ký hiệu ghi %s", "%s, and the symbol says %s", kind, c), problem.Textf("sửa tên loại hoặc ký hiệu; %s là %s", "mend the type or the symbol; %s is %s", kind, want))
				return
			}
		}
	})
}

// byTitle are cited by type and name alone (Phụ lục I, II.6b).
var byTitle = []string{"Luật", "Bộ luật", "Pháp lệnh"}

func checkFirstCitation(n *notice, f *found) {
	seen := map[string]bool{}
	n.cited(func(p *record.Passage, m []int) {
		kind, number := p.Text[m[2]:m[3]], p.Text[m[6]:m[7]]
		if seen[number] || slices.Contains(byTitle, kind) {
			return
		}
		seen[number] = true
		if lacks := lacksOf(p, m); len(lacks) > 0 {
			missing := problem.Text{}
			for i, l := range lacks {
				missing.VI += joint(i, len(lacks), " và ") + l.VI
				missing.EN += joint(i, len(lacks), " and ") + l.EN
			}
			f.in(p, m[0], m[1], problem.Text{VI: "viện dẫn lần đầu " + kind + " " + number + " thiếu " + missing.VI, EN: "the first citation of " + kind + " " + number + " lacks " + missing.EN}, hintOf(lacks))
		}
	})
}

// joint is what stands before the i-th of a list of n.
func joint(i, n int, last string) string {
	switch {
	case i == 0:
		return ""
	case i == n-1:
		return last
	}
	return ", "
}

var (
	lackDate    = problem.Textf("ngày ban hành", "its date")
	lackAgency  = problem.Textf("cơ quan ban hành", "its agency")
	lackSubject = problem.Textf("trích yếu", "its abstract")
)

// hintOf says what to write where something lacks.
func hintOf(lacks []problem.Text) problem.Text {
	if len(lacks) == 1 && lacks[0] == lackSubject {
		return problem.Textf("thêm trích yếu sau tên cơ quan ban hành: \"… của … về việc …\"", "add the abstract behind the agency: \"… của … về việc …\"")
	}
	return problem.Textf("lần đầu ghi đủ: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu", "the first time in full: type, number, symbol, date, agency, abstract")
}

// A text of nothing but citations takes linear time: the agency and the abstract
// are looked for in so many bytes behind a citation and so many joined to it.
const (
	farthest   = 600
	mostJoined = 8
)

// lacksOf returns what a first citation surely lacks. Of citations that are
// joined the last may have the date, the agency and the abstract of all.
func lacksOf(p *record.Passage, m []int) (lacks []problem.Text) {
	rest := p.Text[m[1]:min(m[1]+farthest, len(p.Text))]
	date := citedDate.FindString(rest)
	rest = rest[len(date):]
	for range mostJoined {
		rest = rest[len(joinedDate.FindString(rest)):]
	}
	if end := endOfCitation.FindStringIndex(rest); end != nil {
		rest = rest[:end[0]]
	}
	if date == "" && !dateBehind.MatchString(rest) {
		lacks = append(lacks, lackDate)
	}
	if !citedAgency.MatchString(rest) && !agencyBefore.MatchString(tail(p.Text[:m[0]], 300)) {
		lacks = append(lacks, lackAgency)
	}
	if !citedSubject.MatchString(rest) && !nounSubject.MatchString(rest) {
		lacks = append(lacks, lackSubject)
	}
	return lacks
}

func checkLaterCitation(n *notice, f *found) {
	seen := map[string]bool{}
	n.cited(func(p *record.Passage, m []int) {
		number := p.Text[m[6]:m[7]]
		if seen[number] {
			if date := citedDate.FindString(p.Text[m[1]:]); date != "" {
				f.in(p, m[1], m[1]+len(date), problem.Textf("%s đã viện dẫn đầy đủ ở trên", "%s has been cited in full above", number), problem.Textf("từ lần thứ hai chỉ ghi tên loại, số, ký hiệu", "from the second time on type, number and symbol are enough"))
			}
		}
		seen[number] = true
	})
}

func checkCitationCapital(n *notice, f *found) {
	checkLaws(n, f)
	n.each(n.citing, smallCitation, func(p *record.Passage, m []int) {
		if typeBefore.MatchString(tail(p.Text[:m[0]], 60)) {
			return // Thông báo kết luận số …
		}
		f.mend(p, m[2], m[3], capitalized(p.Text[m[2]:m[3]]), problem.Textf("tên loại của một văn bản cụ thể viết hoa: %q", "the type of one document has a capital: %q", p.Text[m[0]:m[1]]))
	})
}
