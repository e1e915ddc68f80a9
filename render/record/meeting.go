package record

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Meeting is what the record says of the meeting itself, apart from its day
// and its conclusions: what an invitation, a programme and minutes are made of.
// All of it may be left out.
type Meeting struct {
	Name       string // within a sentence: "cuộc họp giao ban Quý I năm 2026"
	Starts     Moment
	Ends       Moment
	Place      string
	Chair      Person
	Secretary  Person
	Invited    []*Person
	Present    []*Person
	Absent     []*Person
	Attendance int // how many were there, as the record says it; 0 is not said
	Agenda     []*Session
	Papers     []string // tài liệu
	Said       []*Statement
	Notes      []string // to those who are invited
}

// A Session is one line of the agenda.
type Session struct {
	Slot     Slot
	Content  string
	Speakers []*Person

	field string
}

// Field returns the path of the session, as "meeting.agenda[2]".
func (s *Session) Field() string { return s.field }

// A Statement is what somebody said, in short.
type Statement struct {
	Speakers []*Person
	Text     []string // paragraphs

	field string
}

// Field returns the path of the statement, as "meeting.said[1]".
func (s *Statement) Field() string { return s.field }

// maxPeople bounds how many a count may be.
const maxPeople = 100_000

var meetingFields = []field[Meeting]{
	{key: "name", vi: "tên", shape: aText, about: problem.Text{VI: "tên cuộc họp, như trong câu", EN: "name of the meeting, as within a sentence"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Name = r.text(n, at)
	}},
	{key: "starts", vi: "bắt đầu", shape: aMoment, about: problem.Text{VI: "giờ bắt đầu", EN: "when it begins"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Starts = r.moment(n, at)
	}},
	{key: "ends", vi: "kết thúc", shape: aMoment, about: problem.Text{VI: "giờ kết thúc", EN: "when it ends"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Ends = r.moment(n, at)
	}},
	{key: "place", vi: "địa điểm", shape: aText, about: problem.Text{VI: "nơi họp", EN: "where it is held"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Place = r.text(n, at)
	}},
	{key: "chair", vi: "chủ trì", shape: aPerson, about: problem.Text{VI: "người chủ trì", EN: "who chairs it"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		r.person(n, at, &m.Chair)
	}},
	{key: "secretary", vi: "thư ký", shape: aPerson, about: problem.Text{VI: "người ghi biên bản", EN: "who takes the minutes"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		r.person(n, at, &m.Secretary)
	}},
	{key: "invited", vi: "khách mời", shape: people, about: problem.Text{VI: "những người được mời", EN: "those invited"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Invited = r.people(n, at)
	}},
	{key: "present", vi: "có mặt", shape: people, about: problem.Text{VI: "những người dự", EN: "those present"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Present = r.people(n, at)
	}},
	{key: "absent", vi: "vắng mặt", shape: people, about: problem.Text{VI: "những người vắng, lý do", EN: "those absent, and why"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Absent = r.people(n, at)
	}},
	{key: "attendance", vi: "số người dự", shape: aCount, about: problem.Text{VI: "tổng số người dự", EN: "how many were present"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Attendance = r.count(n, at)
	}},
	{key: "agenda", vi: "chương trình", shape: sessionList, about: problem.Text{VI: "chương trình họp", EN: "agenda"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Agenda = r.sessions(n, at)
	}},
	{key: "papers", vi: "tài liệu", shape: texts, about: problem.Text{VI: "tài liệu họp", EN: "papers of the meeting"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Papers = r.texts(n, at)
	}},
	{key: "said", vi: "ý kiến", shape: statementList, about: problem.Text{VI: "ý kiến phát biểu, ghi tóm tắt", EN: "what was said, in short"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Said = r.statements(n, at)
	}},
	{key: "notes", vi: "lưu ý", shape: texts, about: problem.Text{VI: "điều nhắc người được mời", EN: "what those invited are told"}, read: func(r *reader, n *yaml.Node, at string, m *Meeting) {
		m.Notes = r.texts(n, at)
	}},
}

var sessionFields = []field[Session]{
	{key: "time", vi: "thời gian", shape: aSlot, about: problem.Text{VI: "từ giờ nào, đến giờ nào", EN: "from when to when"}, read: func(r *reader, n *yaml.Node, at string, s *Session) {
		s.Slot = r.slot(n, at)
	}},
	{key: "content", vi: "nội dung", shape: aText, about: problem.Text{VI: "nội dung", EN: "what it is about"}, required: true, read: func(r *reader, n *yaml.Node, at string, s *Session) {
		s.Content = r.text(n, at)
	}},
	{key: "speaker", vi: "người trình bày", shape: people, about: problem.Text{VI: "ai trình bày hay thực hiện", EN: "who speaks or does it"}, read: func(r *reader, n *yaml.Node, at string, s *Session) {
		s.Speakers = r.people(n, at)
	}},
}

var statementFields = []field[Statement]{
	{key: "speaker", vi: "người phát biểu", shape: people, about: problem.Text{VI: "ai nói, đơn vị nào có ý kiến", EN: "who said it"}, required: true, read: func(r *reader, n *yaml.Node, at string, s *Statement) {
		s.Speakers = r.people(n, at)
	}},
	{key: "text", vi: "nội dung", shape: texts, about: problem.Text{VI: "ý kiến, ghi tóm tắt", EN: "what, in short"}, required: true, read: func(r *reader, n *yaml.Node, at string, s *Statement) {
		s.Text = r.prose(n, at)
	}},
}

func (r *reader) sessions(n *yaml.Node, at string) (all []*Session) {
	for i, e := range r.list(n, at) {
		s := &Session{field: element(n, at, i)}
		if e.Kind == yaml.ScalarNode {
			s.Content = r.required(e, s.field, r.text(e, s.field))
		} else {
			readMapping(r, e, s.field, sessionFields, s)
		}
		all = append(all, s)
	}
	return all
}

func (r *reader) statements(n *yaml.Node, at string) (all []*Statement) {
	for i, e := range r.list(n, at) {
		s := &Statement{field: element(n, at, i)}
		readMapping(r, e, s.field, statementFields, s)
		all = append(all, s)
	}
	return all
}

// prose reads paragraphs: a list of texts, or one text whose lines are parted.
func (r *reader) prose(n *yaml.Node, at string) []string {
	var all []string
	for i, e := range r.list(n, at) {
		here := element(n, at, i)
		if text := r.required(e, here, r.paragraphs(e, here)); text != "" {
			all = append(all, strings.Split(text, "\n")...)
		}
	}
	return all
}

// count reads how many people there are.
func (r *reader) count(n *yaml.Node, at string) int {
	s := r.text(n, at)
	if s == "" {
		return 0
	}
	count, err := strconv.Atoi(s)
	if err != nil || count < 1 || count > maxPeople {
		r.problem(n, at, problem.Textf("%q không phải số người", "%q is no number of people", short(s)), problem.Textf("ghi một số, ví dụ 12", "write a number, as 12"))
		return 0
	}
	return count
}
