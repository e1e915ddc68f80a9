package check

import (
	"regexp"
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// noDistricts is the day from which there are none: provinces have communes,
// wards and special zones (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
var noDistricts = calendar.Date{Year: 2025, Month: 7, Day: 1}

const districtWord = `[Hh]uyện|[Qq]uận|[Tt]hị xã`

// districtBody are the bodies of districts, and districtOffice what belongs to
// them. Of a "thành phố" behind them the name says which it is.
var (
	ofDistrict   = ` (?:các |cấp |của )?(?:` + districtWord + `|thành phố thuộc tỉnh|thành phố trực thuộc tỉnh|(?:thành phố|TP\.?) (\p{Lu}\pL*(?: \p{Lu}\pL*)*))`
	districtBody = clueOf("", "UBND HĐND Ủy Uỷ Hội MTTQ Công Tòa Toà Viện Ban Huyện Quận Thị Thành", `(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|MTTQ(?: Việt Nam)?|Công an|T(?:òa|oà) án nhân dân|Viện kiểm sát nhân dân|Ban Chỉ huy [Qq]uân sự)`+ofDistrict+
		`|(?:Huyện|Quận|Thị) (?:ủy|uỷ|Ủy|Uỷ)|Thành (?:ủy|uỷ|Ủy|Uỷ) (\p{Lu}\pL*(?: \p{Lu}\pL*)*)`)
	districtOffice = clueOf("", "Phòng Ban Trung Chi Hạt Văn", `(?:Phòng|Ban|Trung tâm|Chi cục|Hạt|Văn phòng) (\p{Lu}[^.,;:\n]{1,50}?) (?:các |cấp )?(?:`+districtWord+`)`)
	noName         = regexp.MustCompile(` (?:tại|ở|trên|địa bàn|đến|cho|với|báo cáo|phối hợp|giao|về|do|UBND|HĐND|ban nhân dân|ủy|uỷ|Công an)(?: |$)`)
)

// cities are the cities that are provinces.
var cities = []string{"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"}

var (
	pastWords = regexp.MustCompile(`(?i)trước đây|trước kia|trước ngày 0?1[/.]0?7[/.]2025|trước khi sắp xếp|sau khi sắp xếp|nay là|nay thuộc|\(cũ\)|\Pl(?:cũ)(?:\PL|$)|nguyên là|sáp nhập|giải thể|kết thúc (?:hoạt động|nhiệm vụ)|bàn giao|chuyển giao|tiếp nhận từ|kế thừa|bãi bỏ|không tổ chức|hết nhiệm kỳ`)
	pastYear  = regexp.MustCompile(`(?:[Nn]ăm |giai đoạn |nhiệm kỳ |\d[/.-])(?:19\d\d|20[01]\d|202[0-4])(?:\D|$)`)
	// citedWhole is a citation with its day, which says nothing of the sentence.
	citedWhole = regexp.MustCompile(`(?:` + citedTypes + `)(?: số:?)? (?:` + symbol + `)(?:,? (?:ký )?ngày (?:\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))?`)
)

// citedOf is what a document is known by of which a body of a district follows.
var citedOf = regexp.MustCompile(citedTypes + `|` + symbol)

// checkDistricts finds bodies of districts in a document of a time that has
// none, but not where it speaks of the past, cites or quotes.
func checkDistricts(n *notice, f *found) {
	if day := max(daysOf(n.rec.Date), daysOf(n.rec.MeetingDate)); day < daysOf(noDistricts) {
		return
	}
	passages := slices.DeleteFunc(slices.Clone(n.prose), func(p *record.Passage) bool {
		return strings.HasPrefix(p.Field, "units[") || strings.HasPrefix(p.Field, "groups[") // where they are used they are told
	})
	for _, p := range n.rec.Passages() {
		if last := lastPart(p.Field); strings.HasPrefix(p.Field, "conclusions") && (last == "lead" || last == "partners") {
			passages = append(passages, p)
		}
	}
	past, carried := n.pastNames(), n.carried()
	for _, p := range passages {
		if !isOfDistrict(p.Text) || len(past) > 0 && past[fold(p.Text).s] || isBelow(p.Field, carried) {
			continue
		}
		var told *sentences // of the text, once something is found
		report := func(from, to int) {
			if f.full() || f.isQuoted(p, from, to) {
				return
			}
			if told == nil {
				all := sentencesOf(p.Text)
				told = &all
			}
			if told.isPast(from) {
				return
			}
			f.in(p, from, to, problem.Textf("%q: từ 01/7/2025 không còn cấp huyện", "%q: there are no districts since 1/7/2025", p.Text[from:to]),
				problem.Textf("ghi xã, phường, đặc khu hay cơ quan nhận việc; nói việc đã qua thì thêm \"trước đây\" hoặc \"cũ\"", "name the commune, ward or body that has the task now; of the past say \"trước đây\" or \"cũ\""))
		}
		text := []*record.Passage{p}
		n.each(text, districtBody, func(p *record.Passage, m []int) {
			if !isCity(p.Text, m) {
				report(m[0], m[1])
			}
		})
		n.each(text, districtOffice, func(p *record.Passage, m []int) {
			if !noName.MatchString(p.Text[m[2]-1 : m[3]]) {
				report(m[0], m[1])
			}
		})
	}
}

// daysOf makes days comparable; a date that is missing is before all.
func daysOf(d calendar.Date) int { return d.Year*10000 + d.Month*100 + d.Day }

// isOfDistrict saves running the pattern where it cannot match.
func isOfDistrict(s string) bool {
	for _, w := range []string{"uyện", "uận", "hị xã", "hành phố", "TP", "hành ủy", "hành uỷ", "hành Ủy", "hành Uỷ", "Thị "} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isCity reports a match that is of one of the cities that are provinces, or
// of a commune or ward with such a name ("thành phố" is then no word of it).
func isCity(s string, m []int) bool {
	name := ""
	for _, i := range []int{2, 4} {
		if m[i] >= 0 {
			name = s[m[i]:m[i+1]]
		}
	}
	return name != "" && slices.ContainsFunc(cities, func(c string) bool { return strings.HasPrefix(name, c) })
}

// pastNames are the names of units that another one took over, folded.
func (n *notice) pastNames() map[string]bool {
	past := map[string]bool{}
	for _, u := range n.rec.Units {
		if u.Successor == nil {
			continue
		}
		for _, name := range append([]string{u.Name, u.Short}, u.Aliases...) {
			past[fold(name).s] = true
		}
	}
	return past
}

// carried returns the paths of the items given before there were no districts.
func (n *notice) carried() map[string]bool {
	all := map[string]bool{}
	n.rec.EachItem(func(it *record.Item) {
		if it.Since != (calendar.Quarter{}) && (it.Since.Year < 2025 || it.Since.Year == 2025 && it.Since.N < 3) {
			all[it.Field()] = true
		}
	})
	return all
}

// isBelow reports a field of one of the items.
func isBelow(field string, items map[string]bool) bool {
	for i, c := range field {
		if c == '.' && items[field[:i]] {
			return true
		}
	}
	return items[field]
}

// sentences are those of a text, by where they end.
type sentences struct {
	text  string
	ends  []int
	past  []bool // whether each is about the time before
	cites []int  // where citations and their types end
}

// sentencesOf parts a text at semicolons, ends of lines, and full stops before
// capitals.
func sentencesOf(s string) sentences {
	t := sentences{text: s}
	from := 0
	end := func(to int) {
		sentence := s[from:to]
		t.ends = append(t.ends, to)
		t.past = append(t.past, pastWords.MatchString(sentence) || pastYear.MatchString(citedWhole.ReplaceAllString(sentence, "")))
		from = to
	}
	for i := range len(s) {
		if s[i] == ';' || s[i] == '\n' || s[i] == '.' && strings.HasPrefix(s[i+1:], " ") && beginsWithCapital(s[i+2:]) {
			end(i + 1)
		}
	}
	end(len(s))
	for _, m := range citedOf.FindAllStringIndex(s, -1) {
		t.cites = append(t.cites, m[1])
	}
	return t
}

// maxOffice is how far before a district the "của" of a citation may stand, in
// bytes: "của Chủ tịch UBND huyện".
const maxOffice = 60

// isPast reports that what stands at a byte is in a sentence about the time
// before, or is whose document is cited: "Quyết định số … của UBND huyện".
func (t sentences) isPast(at int) bool {
	i, _ := slices.BinarySearch(t.ends, at+1)
	if t.past[i] {
		return true
	}
	begin := 0
	if i > 0 {
		begin = t.ends[i-1]
	}
	before := tail(t.text[begin:at], maxOffice)
	of := max(strings.LastIndex(before, " của "), strings.LastIndex(before, " do "))
	if of < 0 || strings.ContainsAny(before[of:], ",:") {
		return false
	}
	k, _ := slices.BinarySearch(t.cites, at-len(before)+of+1)
	return k > 0 && t.cites[k-1] > begin
}
