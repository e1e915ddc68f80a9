package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

func checkNearNames(n *notice, f *found) {
	all := n.everybody()
	all = all[:min(len(all), maxCompared)]
	told := map[string]bool{}
	near := func(a, b somebody) bool {
		return alikeNames(a.name, b.name) || isSingle(a.post, b.post) && n.samePost(a.post, b.post) && a.name != b.name && problem.Nearest(a.name, []string{b.name}) != ""
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if near(a, b) && !told[plainLetters(a.name)] {
				told[plainLetters(a.name)] = true
				f.disagree(a.at, b.at, problem.Textf("%q ở đây, %q ở chỗ kia", "%q here, %q there", a.name, b.name), problem.Textf("nếu là một người thì sửa một trong hai; hai người thì để nguyên", "mend one of them if they are one person; let two be"))
			}
		}
	}
	for _, p := range n.telling() {
		for _, w := range called(p.Text) {
			said := p.Text[w[2]:w[3]]
			if slices.ContainsFunc(all, func(s somebody) bool { return s.name == said }) {
				continue
			}
			if i := slices.IndexFunc(all, func(s somebody) bool { return alikeNames(s.name, said) }); i >= 0 {
				f.disagree(spotIn(p, w[2], w[3]), all[i].at, problem.Textf("%q ở đây, %q ở chỗ kia", "%q here, %q there", said, all[i].name), problem.Textf("nếu là một người thì sửa một trong hai; hai người thì để nguyên", "mend one of them if they are one person; let two be"))
			}
		}
	}
}

// speaking are those who chair, take the minutes and speak.
func (n *notice) speaking() []*record.Person {
	m := &n.rec.Meeting
	var all []*record.Person
	for _, s := range m.Agenda {
		all = append(all, s.Speakers...)
	}
	for _, s := range m.Said {
		all = append(all, s.Speakers...)
	}
	return all
}

// named finds people of a list by their names.
func named(list []*record.Person) map[string]*record.Person {
	all := map[string]*record.Person{}
	for _, p := range list {
		if name, _ := calledName(p); name != "" && all[name] == nil {
			all[name] = p
		}
	}
	return all
}

func checkAbsent(n *notice, f *found) {
	m := &n.rec.Meeting
	absent := named(m.Absent)
	if len(absent) == 0 {
		return
	}
	for _, p := range slices.Concat(m.Present, []*record.Person{&m.Chair, &m.Secretary}, n.speaking()) {
		name, _ := calledName(p)
		if there := absent[name]; name != "" && there != nil {
			delete(absent, name) // once is enough
			f.disagree(n.spotOf(p.Field()), n.spotOf(there.Field()), problem.Textf("%s ở đây mà có trong danh sách vắng mặt", "%s is here, and among those absent", name), problem.Textf("sửa một trong hai", "mend one of them"))
		}
	}
}

func checkSpeakers(n *notice, f *found) {
	m := &n.rec.Meeting
	if len(m.Present) == 0 {
		return
	}
	present, absent := named(slices.Concat(m.Present, []*record.Person{&m.Chair, &m.Secretary})), named(m.Absent)
	told := map[string]bool{}
	for _, p := range n.speaking() {
		name, _ := calledName(p)
		if name == "" || present[name] != nil || absent[name] != nil || told[name] {
			continue
		}
		told[name] = true
		f.disagree(n.spotOf(p.Field()), n.listOf("meeting.present"), problem.Textf("%s không có trong danh sách có mặt", "%s is not among those present", name), problem.Textf("thêm vào danh sách, hoặc sửa tên", "add the name to the list, or mend it"))
	}
}

// listOf is the place of a list as a whole.
func (n *notice) listOf(field string) spot { return spot{field: field} }

func checkInvitedUnits(n *notice, f *found) {
	m := &n.rec.Meeting
	list := m.Invited
	at := "meeting.invited"
	if len(list) == 0 {
		list, at = m.Present, "meeting.present"
	}
	if len(list) == 0 || len(list) > maxUnits || len(n.rec.Units) > maxUnits {
		return
	}
	all := slices.Concat(m.Invited, m.Present, m.Absent)
	if len(all) > maxUnits {
		return
	}
	var lines []string
	for _, p := range all {
		lines = append(lines, p.Line())
	}
	there := linesToldOf(lines)
	seen := map[*record.Unit]bool{}
	for _, t := range n.tasks {
		for _, u := range t.Leads {
			if seen[u] || u.Everybody || len(u.Members) > 0 || there.name(n, u) {
				continue
			}
			seen[u] = true
			f.disagree(n.spotOf(t.Field()+".lead"), n.listOf(at), problem.Textf("%s được giao việc mà không có trong thành phần mời, dự", "%s has a task, and is not among those invited or present", u.Name), problem.Textf("thêm vào danh sách, nếu đơn vị ấy có mời", "add it, if it was invited"))
		}
	}
}

// headsInWords are how many were there, as a text says it.
var headsInWords = regexp.MustCompile(`(?:gồm|có|với|tổng số)(?: có)? (\d{1,4}) (?:đại biểu|đồng chí|người|thành viên)`)

func checkAttendance(n *notice, f *found) {
	m := &n.rec.Meeting
	sum, open := 0, false
	names := map[string]bool{}
	for _, p := range m.Present {
		sum += p.Heads()
		open = open || p.Heads() == 0
		if name, _ := calledName(p); name != "" {
			names[name] = true
			if p.Heads() == 0 { // a line that is a name
				sum, open = sum+1, false
			}
		}
	}
	beside := 0
	for _, p := range []*record.Person{&m.Chair, &m.Secretary} {
		if name, _ := calledName(p); name != "" && !names[name] {
			beside++
		}
	}
	fits := func(count int) bool {
		return len(m.Present) == 0 || open && count >= sum || !open && count >= sum && count <= sum+beside
	}
	if m.Attendance > 0 && !fits(m.Attendance) {
		f.disagree(n.spotOf("meeting.attendance"), n.listOf("meeting.present"), problem.Textf("số người dự là %d mà danh sách có %d người", "%d were present, and the list has %d", m.Attendance, sum), problem.Textf("sửa một trong hai", "mend one of them"))
	}
	for _, p := range n.telling() {
		w := headsInWords.FindStringSubmatchIndex(p.Text)
		if w == nil || !strings.Contains(p.Text[:w[0]], "ự họp") && !strings.Contains(p.Text[:w[0]], "ham dự") && !strings.Contains(p.Text[:w[0]], "hành phần") {
			continue
		}
		said, _ := strconv.Atoi(p.Text[w[2]:w[3]])
		switch {
		case m.Attendance > 0 && said != m.Attendance:
			f.disagree(spotIn(p, w[2], w[3]), n.spotOf("meeting.attendance"), problem.Textf("lời văn nói %d người mà số người dự là %d", "the text says %d and the attendance is %d", said, m.Attendance), problem.Textf("sửa một trong hai", "mend one of them"))
		case m.Attendance == 0 && !fits(said):
			f.disagree(spotIn(p, w[2], w[3]), n.listOf("meeting.present"), problem.Textf("lời văn nói %d người mà danh sách có %d", "the text says %d and the list has %d", said, sum), problem.Textf("sửa một trong hai", "mend one of them"))
		}
	}
}

// indexed is the path of the i-th element, from 0, of a list.
func indexed(field string, i int) string { return field + "[" + strconv.Itoa(i+1) + "]" }
