package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// An office is what a profile says, or a record in its place.
type office struct {
	agency     Agency
	units      []*unitForm
	signers    map[string]Signer
	recipients []string
	reportTo   string
	printing   printing
	off        map[string]string // rules of the check, with the reasons
	workdays   calendar.Office
	form       form
	term       Term
	stamps     stampsForm
}

// A recordForm is a record as its file has it, before names are looked up and
// what is left out is inherited.
type recordForm struct {
	office
	profile     *yaml.Node
	code        *yaml.Node
	quarter     calendar.Quarter
	signer      *yaml.Node
	conclusions []*itemForm
	papers      []*paperForm
}

// recordFields is the format of a record.
var recordFields = append([]field[recordForm]{
	{key: "profile", vi: "hồ sơ", shape: aPath, about: problem.Text{VI: "tệp hồ sơ cơ quan", EN: "the profile's file"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.profile = n }},
	{key: "code", vi: "mã", shape: aCode, about: problem.Text{VI: "mã bản ghi", EN: "code of the record"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.code = n }},
	{key: "quarter", vi: "quý", shape: aQuarter, about: problem.Text{VI: "quý", EN: "quarter"}, read: func(r *reader, n *yaml.Node, at string, f *recordForm) { f.quarter = r.quarter(n, at) }},
	{key: "number", vi: "số", shape: aText, about: problem.Text{VI: "số văn bản", EN: "number"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Number = r.text(n, at) }},
	{key: "date", vi: "ngày ban hành", shape: aDateOfIssue, about: problem.Text{VI: "ngày ban hành", EN: "date of the notice"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		r.parser.record.Dated = r.dateOfIssue(n, at)
	}},
	{key: "meeting-date", vi: "ngày họp", shape: aDate, about: problem.Text{VI: "ngày họp", EN: "date of the meeting"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.MeetingDate = r.date(n, at) }},
	{key: "subject", vi: "trích yếu", shape: aText, about: problem.Text{VI: "trích yếu", EN: "subject"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.subject(n, at) }},
	{key: "opening", vi: "mở đầu", shape: texts, about: problem.Text{VI: "phần mở đầu", EN: "opening"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		rec := r.parser.record
		rec.Opening, rec.Emphasis.Opening = r.markedProse(n, at)
	}},
	{key: "basis", vi: "căn cứ", shape: texts, about: problem.Text{VI: "căn cứ ban hành, mỗi căn cứ một dòng, không cần dấu cuối", EN: "what it is based on, a line each; marks at the end are not needed"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		r.parser.record.Basis = r.basis(n, at)
	}},
	{key: "meeting", vi: "cuộc họp", shape: aMeeting, about: problem.Text{VI: "cuộc họp: giờ, nơi, người, chương trình, ý kiến", EN: "the meeting: time, place, people, agenda, what was said"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		readMapping(r, n, at, meetingFields, &r.parser.record.Meeting)
	}},
	{key: "conclusions", vi: "kết luận", shape: itemList, about: problem.Text{VI: "các kết luận", EN: "conclusions"}, read: func(r *reader, n *yaml.Node, at string, f *recordForm) { f.conclusions = r.items(n, at, 1) }},
	{key: "closing", vi: "phần kết", shape: texts, about: problem.Text{VI: "phần kết", EN: "closing"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		rec := r.parser.record
		rec.Closing, rec.Emphasis.Closing = r.markedProse(n, at)
	}},
	{key: "report-by", vi: "hạn báo cáo", shape: aDate, about: problem.Text{VI: "ngày các đơn vị gửi báo cáo", EN: "day by which units report"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.ReportBy = r.date(n, at) }},
	{key: "annex", vi: "phụ lục", shape: annexList, about: problem.Text{VI: "phụ lục: tasks, hoặc phụ lục riêng có tên và bảng", EN: "annexes: tasks, or ones of the record's own"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.annexes(n, at) }},
	{key: "documents", vi: "văn bản", shape: paperList, about: problem.Text{VI: "số, ngày, người ký riêng của các văn bản khác", EN: "number, date and signer of the other documents"}, read: func(r *reader, n *yaml.Node, at string, f *recordForm) {
		f.papers = r.papers(n, at)
	}},
	{key: "signature-fields", vi: "ô ký số", shape: aYes, about: problem.Text{VI: "có ô ký số trong PDF hay không", EN: "the PDF has fields to sign"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		if yes, ok := r.yes(n, at); ok {
			r.parser.record.SignatureFields = yes
		}
	}},
	{key: "signer", vi: "người ký", shape: oneOrTwoSigners, about: problem.Text{VI: "người ký, hoặc hai người ký từ trái sang phải", EN: "signer, or two from left to right"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.signer = n }},
}, ofRecord(officeFields)...)

// officeFields is the format of a profile.
var officeFields = []field[office]{
	{key: "agency", vi: "cơ quan", shape: anAgency, about: problem.Text{VI: "cơ quan ban hành", EN: "agency"}, read: func(r *reader, n *yaml.Node, at string, o *office) { readMapping(r, n, at, agencyFields, &o.agency) }},
	{key: "units", vi: "đơn vị", shape: unitList, about: problem.Text{VI: "các đơn vị", EN: "units"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.units = append(o.units, r.units(n, at)...) }},
	{key: "groups", vi: "nhóm đơn vị", shape: groupList, about: problem.Text{VI: "các nhóm đơn vị", EN: "groups of units"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.units = append(o.units, r.groups(n, at)...) }},
	{key: "signers", vi: "những người ký", shape: signerKeys, about: problem.Text{VI: "những người ký", EN: "signers"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.signers = r.signers(n, at) }},
	{key: "system", vi: "hệ thống", shape: aSystem, about: problem.Text{VI: "thể thức: nhà nước (mặc định), hoặc đảng", EN: "whose form: decree, which is the default, or party"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.form.system = r.system(n, at) }},
	{key: "signing", vi: "ký số", shape: aSigning, about: problem.Text{VI: "phần mềm ký của cơ quan (vnpt, vgca), hoặc kích thước các khung", EN: "the office's signing tool (vnpt, vgca), or the sizes of its boxes"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.stamps = r.stamps(n, at) }},
	{key: "numbering", vi: "cách đánh số", shape: labels, about: problem.Text{VI: "cách đánh số từng cấp", EN: "labels of each depth"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.form.numbering = r.numbering(n, at) }},
	{key: "headings", vi: "kiểu đề mục", shape: headingStyle, about: problem.Text{VI: "đề mục cấp I in hoa hay giữ như đã gõ", EN: "headings of level I in capitals, or as typed"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.form.headings = r.headings(n, at) }},
	{key: "end-mark", vi: "dấu kết thúc", shape: anEndMark, about: problem.Text{VI: "dấu cuối nội dung, ở văn bản của Đảng: . hoặc ./.", EN: "mark that ends the content of a document of the Party: . or ./."}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.form.end = r.endMark(n, at) }},
	{key: "tone-marks", vi: "kiểu bỏ dấu", shape: aToneStyle, about: problem.Text{VI: "cách đặt dấu thanh của cơ quan: ủy hoặc uỷ", EN: "where the agency puts the tone mark: ủy or uỷ"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.form.tones = r.tones(n, at) }},
	{key: "report-to", vi: "nơi nhận báo cáo", shape: aText, about: problem.Text{VI: "nơi nhận báo cáo của các đơn vị", EN: "where units send their reports"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.reportTo = r.text(n, at) }},
	{key: "recipients", vi: "nơi nhận", shape: texts, about: problem.Text{VI: "nơi nhận", EN: "recipients"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.recipients = r.recipients(n, at) }},
	{key: "assignments", vi: "phân công", shape: aPrinting, about: problem.Text{VI: "in chủ trì, phối hợp, thời hạn mà lời văn chưa nói", EN: "print the lead, partners and deadline that a text does not say"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.printing = r.printing(n, at) }},
	{key: "checks-off", vi: "tắt kiểm tra", shape: reasonKeys, about: problem.Text{VI: "quy tắc kiểm tra không dùng, kèm lý do", EN: "rules of the check not used, with the reasons"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.off = r.reasons(n, at) }},
	{key: "holidays", vi: "ngày nghỉ", shape: dayList, about: problem.Text{VI: "ngày nghỉ riêng của cơ quan, nghỉ bù, nghỉ Tết", EN: "the office's own days off"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.workdays.Off = r.daysOff(n, at) }},
	{key: "working-days", vi: "ngày làm bù", shape: dateList, about: problem.Text{VI: "ngày nghỉ mà cơ quan làm việc", EN: "days off that the office works"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.workdays.Worked = r.daysWorked(n, at) }},
	{key: "term", vi: "nhiệm kỳ", shape: aTerm, about: problem.Text{VI: "nhiệm kỳ của cấp ủy, nếu số văn bản chạy theo nhiệm kỳ", EN: "the committee's term, where numbers of documents run for one"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.term = r.term(n, at) }},
}

// ofRecord lets a record carry the keys of a profile.
func ofRecord(fields []field[office]) []field[recordForm] {
	return lifted(fields, func(f *recordForm) *office { return &f.office })
}

// lifted lets a form carry the keys of one that is a part of it.
func lifted[part, whole any](fields []field[part], of func(*whole) *part) []field[whole] {
	all := make([]field[whole], len(fields))
	for i, f := range fields {
		all[i] = field[whole]{key: f.key, vi: f.vi, shape: f.shape, about: f.about, read: func(r *reader, n *yaml.Node, at string, into *whole) {
			f.read(r, n, at, of(into))
		}}
	}
	return all
}

var agencyFields = []field[Agency]{
	{key: "parent", vi: "cơ quan chủ quản", shape: aText, about: problem.Text{VI: "cơ quan chủ quản", EN: "parent agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Parent = r.text(n, at) }},
	{key: "name", vi: "tên", shape: aText, about: problem.Text{VI: "tên cơ quan", EN: "name of the agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Name = r.text(n, at) }},
	{key: "code", vi: "chữ viết tắt", shape: aText, about: problem.Text{VI: "chữ viết tắt tên cơ quan", EN: "abbreviation of the agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Code = r.text(n, at) }},
	{key: "place", vi: "địa danh", shape: aText, about: problem.Text{VI: "địa danh", EN: "place"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Place = r.text(n, at) }},
}

var unitFields = []field[unitForm]{
	{key: "name", vi: "tên", shape: aText, about: problem.Text{VI: "tên đơn vị", EN: "name of the unit"}, required: true, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Name = r.text(n, at) }},
	{key: "short", vi: "tên ngắn", shape: aText, about: problem.Text{VI: "tên ngắn", EN: "short name"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Short = r.text(n, at) }},
	{key: "successor", vi: "đơn vị kế tục", shape: aText, about: problem.Text{VI: "đơn vị tiếp nhận khi đổi tên, sáp nhập", EN: "unit that took this one over"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.successor = n }},
	{key: "aliases", vi: "tên khác", shape: texts, about: problem.Text{VI: "các tên gọi khác", EN: "other names"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Aliases = r.texts(n, at) }},
	{key: "parent", vi: "cơ quan chủ quản", shape: aText, about: problem.Text{VI: "cơ quan chủ quản của đơn vị ngoài cơ quan", EN: "the agency above a unit that is none of the office's own"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Parent = r.text(n, at) }},
	{key: "email", vi: "thư điện tử", shape: anEmail, about: problem.Text{VI: "địa chỉ thư điện tử của đơn vị", EN: "the unit's address of e-mail"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Email = r.email(n, at) }},
}

// groupFields is that of a unit with members, who have workbooks and are written to in its place.
var groupFields = append(unitFields[:len(unitFields)-2:len(unitFields)-2],
	field[unitForm]{key: "units", vi: "đơn vị", shape: texts, about: problem.Text{VI: "các đơn vị trong nhóm, hoặc all", EN: "units of the group, or all"}, required: true, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.members = r.named(n, at) }})

var signerFields = []field[Signer]{
	{key: "authority", vi: "thẩm quyền", shape: titles, about: problem.Text{VI: "thẩm quyền ký: TM., KT., TL., TUQ.; của Đảng: T/M, K/T, T/L", EN: "authority"}, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Authority = r.authority(n, at) }},
	{key: "position", vi: "chức vụ", shape: aPosition, about: problem.Text{VI: "chức vụ", EN: "position"}, required: true, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Position = r.position(n, at) }},
	{key: "name", vi: "họ tên", shape: aText, about: problem.Text{VI: "họ và tên", EN: "name"}, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Name = r.text(n, at) }},
}

// itemFields is the format of a conclusion at the given depth.
func itemFields(depth int) []field[itemForm] {
	return []field[itemForm]{
		{key: "heading", vi: "đề mục", shape: aText, about: problem.Text{VI: "đề mục", EN: "heading"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			f.item.Heading, f.item.Emphasis.Heading = r.marked(n, at)
			f.item.Heading = strings.ReplaceAll(f.item.Heading, "\n", " ")
		}},
		{key: "text", vi: "nội dung", shape: aText, about: problem.Text{VI: "nội dung", EN: "text"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			f.item.Text, f.item.Emphasis.Text = r.marked(n, at)
		}},
		{key: "lead", vi: "chủ trì", shape: texts, about: problem.Text{VI: "đơn vị chủ trì", EN: "leading units"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.leads = r.named(n, at) }},
		{key: "partners", vi: "phối hợp", shape: texts, about: problem.Text{VI: "đơn vị phối hợp", EN: "partners"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.partners = r.named(n, at) }},
		{key: "deadline", vi: "thời hạn", shape: aDeadline, about: problem.Text{VI: "thời hạn", EN: "deadline"}, read: func(_ *reader, n *yaml.Node, _ string, f *itemForm) { f.deadline = n }},
		{key: "product", vi: "sản phẩm", shape: aText, about: problem.Text{VI: "sản phẩm", EN: "product"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Product = r.text(n, at) }},
		{key: "id", vi: "mã nhiệm vụ", shape: aText, about: problem.Text{VI: "mã của nhiệm vụ chuyển tiếp", EN: "ID of a task carried over"}, read: func(_ *reader, n *yaml.Node, _ string, f *itemForm) { f.id = n }},
		{key: "since", vi: "từ quý", shape: aQuarter, about: problem.Text{VI: "quý giao nhiệm vụ chuyển tiếp", EN: "quarter that gave a task carried over"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Since = r.quarter(n, at) }},
		{key: "numbered", vi: "đánh số", shape: aYes, about: problem.Text{VI: "có đánh số hay không", EN: "has a label"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			if yes, ok := r.yes(n, at); ok {
				f.item.Numbered = yes
			}
		}},
		{key: "task", vi: "theo dõi", shape: aYes, about: problem.Text{VI: "có theo dõi hay không", EN: "is followed up"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			if yes, ok := r.yes(n, at); ok {
				f.task = &yes
			}
		}},
		{key: "table", vi: "bảng", shape: aTable, about: problem.Text{VI: "bảng dưới lời văn", EN: "table below the text"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { r.table(n, at, f.item) }},
		{key: "number", vi: "số", shape: aText, about: problem.Text{VI: "số thứ tự giữ như đã gõ", EN: "label, kept as typed"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Number = r.label(n, at) }},
		{key: "after", vi: "đoạn sau", shape: aText, about: problem.Text{VI: "đoạn văn sau các mục con", EN: "paragraphs behind the items below"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			f.item.After, f.item.Emphasis.After = r.marked(n, at)
		}},
		{key: "parts", vi: "các vế", shape: itemList, about: problem.Text{VI: "các vế của một câu, mỗi vế một nhiệm vụ", EN: "parts of one sentence, each a task of its own"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.parts = r.parts(n, at, depth+1) }},
		{key: "items", vi: "các mục", shape: itemList, about: problem.Text{VI: "các mục con", EN: "items below"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.items = r.items(n, at, depth+1) }},
	}
}
