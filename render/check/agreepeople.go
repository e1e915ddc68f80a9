package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// peopleRules are about who takes part in a meeting, and by which names and
// posts the papers call them.
var peopleRules = []*Rule{
	{
		ID: "HS-11", Severity: Warning, Place: ofMeeting, check: checkChair,
		Title:  problem.Textf("người chủ trì, thư ký, người ký khớp nhau", "chair, secretary and signer fit each other"),
		Reason: problem.Textf("Kết luận là của người chủ trì: lời văn và trích yếu không nói người khác chủ trì; người ký cùng chức vụ với người chủ trì thì là người ấy. Thư ký là người khác.", "The conclusions are the chair's: texts and subject have nobody else chair; who signs with the chair's post is the chair. The secretary is somebody else."),
		Wrong:  "chair: {name: Trần Thị Ví Dụ …} … opening: … đồng chí Nguyễn Văn Mẫu chủ trì cuộc họp …", Right: "opening: … đồng chí Trần Thị Ví Dụ chủ trì cuộc họp …",
	},
	{
		ID: "HS-12", Severity: Warning, Place: ofMeeting, check: checkPosts,
		Title:  problem.Textf("một người một chức vụ, một chức vụ một người", "one person has one post, and one post one person"),
		Reason: problem.Textf("Xét người dự, người nói, người ký. \"Phó Giám đốc\" và \"Phó Giám đốc Sở\" là một; chức vụ có nhiều người (phó, chuyên viên) thì chỉ xét một người hai chức vụ.", "Of those present, speaking and signing. \"Phó Giám đốc\" and \"Phó Giám đốc Sở\" are one; of posts that several have only one person with two is told."),
		Wrong:  "present: [{name: Phạm Thị Mẫu, position: Chánh Văn phòng}] … signer: {position: Chánh Thanh tra, name: Phạm Thị Mẫu}", Right: "signer: {position: Chánh Văn phòng, name: Phạm Thị Mẫu}",
	},
	{
		ID: "HS-13", Severity: Warning, Place: ofMeeting, check: checkNearNames,
		Title:  problem.Textf("tên một người viết một cách", "a name is written in one way"),
		Reason: problem.Textf("Hai tên chỉ khác dấu, hay khác một chữ cái với cùng chức vụ, thường là một người. Chỉ hỏi, không sửa: hai người thì để nguyên.", "Two names that differ by marks, or by a letter with one post, are mostly one person. It asks and mends nothing: let two people be."),
		Wrong:  "secretary: {name: Lê Văn Thử …} … speaker: Lê Văn Thứ", Right: "speaker: Lê Văn Thử",
	},
	{
		ID: "HS-14", Severity: Warning, Place: ofMeeting, check: checkAbsent,
		Title:  problem.Textf("người vắng không có mặt, không trình bày, không phát biểu", "who is absent is not present and does not speak"),
		Reason: problem.Textf("Một người không vừa có mặt vừa vắng; người vắng không chủ trì, ghi biên bản, trình bày hay phát biểu.", "Nobody is both; who is absent does not chair, take minutes, or speak."),
		Wrong:  "absent: [{name: Bùi Văn Giả …}] … speaker: Bùi Văn Giả", Right: "speaker: người dự họp",
	},
	{
		ID: "HS-15", Severity: Note, Place: ofMeeting, check: checkSpeakers,
		Title:  problem.Textf("người trình bày, phát biểu có trong danh sách có mặt", "who speaks is among those present"),
		Reason: problem.Textf("Chỉ xét tên người. Danh sách có dòng chung (\"lãnh đạo các phòng\") thì người nói có thể ở trong đó, nên là lưu ý.", "Of names. Where the list has a line for several, who speaks may be one of them: so a note."),
		Wrong:  "present: [{name: Võ Văn Thí …}] … speaker: Lý Thị Khác", Right: "present: [{name: Võ Văn Thí …}, {name: Lý Thị Khác …}]",
	},
	{
		ID: "HS-16", Severity: Note, Place: ofMeeting, check: checkInvitedUnits,
		Title:  problem.Textf("đơn vị được giao việc có trong thành phần mời hay dự", "units with tasks were invited or present"),
		Reason: problem.Textf("Xét khi bản ghi có danh sách mời hay có mặt; dòng chung \"lãnh đạo các phòng, đơn vị\" là có. Đơn vị ngoài cuộc họp mà được giao việc thì có thể, nên là lưu ý.", "Where a record lists those invited or present; a line for all units counts. A unit may be given a task without being there: so a note."),
		Wrong:  "invited: [Lãnh đạo Văn phòng Sở] … lead: Chi cục Thủy lợi", Right: "invited: [Lãnh đạo Văn phòng Sở, Lãnh đạo Chi cục Thủy lợi]",
	},
}

// A somebody is one person whom the record names, with the place of the name.
type somebody struct {
	name, post string
	field      string // of the person
	at         spot
}

// everybody are the people whom fields name: at the meeting, and as signers.
func (n *notice) everybody() []somebody {
	var all []somebody
	for p := range n.rec.People() {
		if name, post := calledName(p); name != "" {
			all = append(all, somebody{name, post, p.Field(), n.spotOf(p.Field())})
		}
	}
	add := func(s record.Signer, field string) {
		if s.Name != "" {
			all = append(all, somebody{s.Name, s.Position, field, n.spotOf(field)})
		}
	}
	add(n.rec.Signer, "signer")
	if n.rec.CoSigner != nil {
		add(*n.rec.CoSigner, "signer[1]")
	}
	for _, p := range n.rec.Papers {
		add(p.Signer, p.Field()+".signer")
	}
	return all
}

// calledName returns the name and the post of a person, also out of a line: a
// name is two to six words with capitals that is no unit's.
func calledName(p *record.Person) (name, post string) {
	if p.Name != "" {
		return p.Name, p.Post()
	}
	name, post, _ = strings.Cut(p.Text, ", ")
	if !isPersonName(name) {
		return "", ""
	}
	return name, post
}

// maxNameWords is how many words a name has at most.
const maxNameWords = 6

func isPersonName(s string) bool {
	if len(s) > maxName {
		return false
	}
	words := strings.Fields(s)
	return len(words) > 1 && len(words) <= maxNameWords && !record.BeginsName(s) && !slices.ContainsFunc(words, func(w string) bool {
		c := []rune(w)
		return !unicode.IsUpper(c[0]) || strings.ContainsFunc(w, unicode.IsDigit) || len(c) > 1 && w == strings.ToUpper(w)
	})
}

// samePost reports two ways to call one post: one goes on with the agency.
func (n *notice) samePost(a, b string) bool {
	a, b = n.postAlone(a), n.postAlone(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, begins := strings.CutPrefix(b, a)
	rest = strings.TrimLeft(rest, " ,")
	return begins && (rest == "" || slices.ContainsFunc([]string{"sở", "ủy ban", "ubnd", "cơ quan"}, func(of string) bool { return strings.HasPrefix(rest, of) }))
}

// postAlone is a post without the agency behind it, folded.
func (n *notice) postAlone(post string) string {
	post = fold(post).s
	if agency := fold(n.rec.Agency.Name).s; agency != "" {
		post = strings.TrimSuffix(post, agency)
	}
	return strings.TrimRight(post, " ,")
}

// calledInWords is somebody whom a text names: đồng chí Trần Thị Ví Dụ, Phó Giám đốc Sở.
var calledInWords = regexp.MustCompile(`(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) (\p{Lu}\pL*(?: \p{Lu}\pL*){1,5})((?:,| -) (?:[^,;.\n]{2,60}))?`)

// called returns the matches of calledInWords that are words of their own.
func called(s string) [][]int {
	return slices.DeleteFunc(calledInWords.FindAllStringSubmatchIndex(s, -1), func(m []int) bool { return !apartFromWords(s, m[0], m[1]) })
}

func checkChair(n *notice, f *found) {
	m := &n.rec.Meeting
	chair, post := calledName(&m.Chair)
	if chair == "" {
		return
	}
	at := n.spotOf("meeting.chair")
	if secretary, _ := calledName(&m.Secretary); secretary == chair {
		f.disagree(n.spotOf("meeting.secretary"), at, problem.Textf("thư ký và người chủ trì là một người", "secretary and chair are one person"), problem.Textf("sửa một trong hai", "mend one of them"))
	}
	for _, p := range n.telling() {
		for _, w := range called(p.Text) {
			said, behind := p.Text[w[2]:w[3]], strings.TrimLeft(p.Text[w[1]:], " ,")
			if said != chair && (strings.HasPrefix(behind, "chủ trì") || strings.HasPrefix(behind, "chủ tọa")) {
				f.disagree(spotIn(p, w[2], w[3]), at, problem.Textf("lời văn nói %s chủ trì mà người chủ trì là %s", "the text has %s chair, and the chair is %s", said, chair), problem.Textf("sửa một trong hai", "mend one of them"))
			}
		}
	}
	if s := n.rec.Signer; s.Name != "" && s.Name != chair && post != "" && n.samePost(s.Position, post) && len(n.rec.Conclusions) > 0 {
		f.disagree(n.spotOf("signer"), at, problem.Textf("%s ký với chức vụ của người chủ trì %s", "%s signs with the post of the chair, %s", s.Name, chair), problem.Textf("kết luận là của người chủ trì: sửa một trong hai", "the conclusions are the chair's: mend one of them"))
	}
	n.chairInSubject(f, post, at)
}

// subjectPost is whose conclusions they are, by the subject.
var subjectPost = regexp.MustCompile(`^Kết luận của (.+?) (?:tại|về|trong)(?: |$)`)

func (n *notice) chairInSubject(f *found, post string, at spot) {
	p := n.byField["subject"]
	if p == nil || post == "" {
		return
	}
	if w := subjectPost.FindStringSubmatchIndex(p.Text); w != nil && !n.samePost(p.Text[w[2]:w[3]], post) && record.BeginsName(p.Text[w[2]:w[3]]) {
		f.disagree(spotIn(p, w[2], w[3]), at, problem.Textf("trích yếu nói kết luận của %s mà người chủ trì là %s", "the subject has conclusions of %s, and the chair is %s", p.Text[w[2]:w[3]], post), problem.Textf("sửa một trong hai", "mend one of them"))
	}
}

// maxCompared bounds the people who are compared with each other.
const maxCompared = 200

// onlyOne are the beginnings of posts that one person has.
var onlyOne = []string{"giám đốc", "chánh", "trưởng", "chi cục trưởng", "cục trưởng", "chủ tịch", "viện trưởng", "hiệu trưởng", "bí thư", "tổng giám đốc"}

// isSingle reports a post that one person has: it says of what. Two heads of
// department may be of two departments.
func isSingle(a, b string) bool {
	return slices.ContainsFunc(onlyOne, func(s string) bool { return strings.HasPrefix(fold(a).s, s) }) && max(countUpper(a), countUpper(b)) > 1
}

func checkPosts(n *notice, f *found) {
	all := n.everybody()
	all = all[:min(len(all), maxCompared)]
	told := map[string]bool{}
	for i, a := range all {
		for _, b := range all[:i] {
			switch {
			case a.post == "" || b.post == "" || told[a.name] || told[n.postAlone(a.post)]:
			case a.name == b.name && !n.samePost(a.post, b.post):
				told[a.name] = true
				f.disagree(n.postOf(a), n.postOf(b), problem.Textf("%s ở đây là %s, ở chỗ kia là %s", "%s is %s here, and %s there", a.name, a.post, b.post), problem.Textf("sửa một trong hai; hai người cùng tên thì để nguyên", "mend one of them; let two of one name be"))
			case a.name != b.name && isSingle(a.post, b.post) && n.samePost(a.post, b.post) && !alikeNames(a.name, b.name):
				told[n.postAlone(a.post)] = true
				f.disagree(a.at, b.at, problem.Textf("%s ở đây là %s, ở chỗ kia là %s", "%s is %s here, and %s there", a.post, a.name, b.name), problem.Textf("sửa một trong hai", "mend one of them"))
			}
		}
	}
	n.postsInWords(f, all)
}

// postOf is where the post of somebody stands, or the name.
func (n *notice) postOf(s somebody) spot {
	if p := n.byField[s.field+".position"]; p != nil {
		return spotIn(p, 0, len(p.Text))
	}
	return s.at
}

// postsInWords finds posts that texts give people whom fields give others.
func (n *notice) postsInWords(f *found, all []somebody) {
	for _, p := range n.telling() {
		for _, w := range called(p.Text) {
			if w[4] < 0 {
				continue
			}
			name, post := p.Text[w[2]:w[3]], strings.TrimLeft(p.Text[w[4]:w[5]], ", -")
			i := slices.IndexFunc(all, func(s somebody) bool { return s.name == name && s.post != "" })
			if i >= 0 && record.BeginsName(post) && !n.samePost(post, all[i].post) && !strings.HasPrefix(fold(post).s, fold(all[i].post).s+" ") {
				f.disagree(spotIn(p, w[5]-len(post), w[5]), n.postOf(all[i]), problem.Textf("%s ở đây là %s, ở chỗ kia là %s", "%s is %s here, and %s there", name, post, all[i].post), problem.Textf("sửa một trong hai", "mend one of them"))
			}
		}
	}
}

// plainLetters are those of a text without their marks.
func plainLetters(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Mn, c):
			return -1
		case c == 'đ':
			return 'd'
		}
		return c
	}, norm.NFD.String(strings.ToLower(s)))
}

// alikeNames reports two names that differ by marks alone.
func alikeNames(a, b string) bool { return a != b && plainLetters(a) == plainLetters(b) }
