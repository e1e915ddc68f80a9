package record

import "gopkg.in/yaml.v3"

// An office is what a profile says, or a record in its place.
type office struct {
	agency     Agency
	units      []*unitForm
	signers    map[string]Signer
	recipients []string
	reportTo   string
	off        map[string]string // rules of the check, with the reasons
}

// A recordForm is a record as its file has it, before names are looked up and
// what is left out is inherited.
type recordForm struct {
	office
	profile     *yaml.Node
	code        *yaml.Node
	quarter     Quarter
	signer      *yaml.Node
	conclusions []*itemForm
}

// recordFields is the format of a record.
var recordFields = append([]field[recordForm]{
	{key: "profile", about: Text{"tệp hồ sơ cơ quan", "the profile's file"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.profile = n }},
	{key: "code", about: Text{"mã bản ghi", "code of the record"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.code = n }},
	{key: "quarter", about: Text{"quý", "quarter"}, read: func(r *reader, n *yaml.Node, at string, f *recordForm) { f.quarter = r.quarter(n, at) }},
	{key: "number", about: Text{"số văn bản", "number"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Number = r.text(n, at) }},
	{key: "date", about: Text{"ngày ban hành", "date of the notice"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Date = r.date(n, at) }},
	{key: "meeting-date", about: Text{"ngày họp", "date of the meeting"}, required: true, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.MeetingDate = r.date(n, at) }},
	{key: "subject", about: Text{"trích yếu", "subject"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Subject = r.text(n, at) }},
	{key: "opening", about: Text{"phần mở đầu", "opening"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Opening = r.prose(n, at) }},
	{key: "numbering", about: Text{"cách đánh số từng cấp", "labels of each depth"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		r.parser.record.Numbering = r.numbering(n, at)
	}},
	{key: "conclusions", about: Text{"các kết luận", "conclusions"}, required: true, read: func(r *reader, n *yaml.Node, at string, f *recordForm) { f.conclusions = r.items(n, at, 1) }},
	{key: "closing", about: Text{"phần kết", "closing"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Closing = r.prose(n, at) }},
	{key: "report-by", about: Text{"ngày các đơn vị gửi báo cáo", "day by which units report"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.ReportBy = r.date(n, at) }},
	{key: "annex", about: Text{"phụ lục", "annex"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) { r.parser.record.Annex = r.annex(n, at) }},
	{key: "signature-fields", about: Text{"có ô ký số trong PDF hay không", "the PDF has fields to sign"}, read: func(r *reader, n *yaml.Node, at string, _ *recordForm) {
		if yes, ok := r.yes(n, at); ok {
			r.parser.record.SignatureFields = yes
		}
	}},
	{key: "signer", about: Text{"người ký", "signer"}, read: func(_ *reader, n *yaml.Node, _ string, f *recordForm) { f.signer = n }},
}, ofRecord(officeFields)...)

// officeFields is the format of a profile.
var officeFields = []field[office]{
	{key: "agency", about: Text{"cơ quan ban hành", "agency"}, read: func(r *reader, n *yaml.Node, at string, o *office) { readMapping(r, n, at, agencyFields, &o.agency) }},
	{key: "units", about: Text{"các đơn vị", "units"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.units = append(o.units, r.units(n, at)...) }},
	{key: "groups", about: Text{"các nhóm đơn vị", "groups of units"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.units = append(o.units, r.groups(n, at)...) }},
	{key: "signers", about: Text{"những người ký", "signers"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.signers = r.signers(n, at) }},
	{key: "report-to", about: Text{"nơi nhận báo cáo của các đơn vị", "where units send their reports"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.reportTo = r.text(n, at) }},
	{key: "recipients", about: Text{"nơi nhận", "recipients"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.recipients = r.recipients(n, at) }},
	{key: "checks-off", about: Text{"quy tắc kiểm tra không dùng, kèm lý do", "rules of the check not used, with the reasons"}, read: func(r *reader, n *yaml.Node, at string, o *office) { o.off = r.reasons(n, at) }},
}

// ofRecord lets a record carry the keys of a profile.
func ofRecord(fields []field[office]) []field[recordForm] {
	lifted := make([]field[recordForm], len(fields))
	for i, f := range fields {
		lifted[i] = field[recordForm]{key: f.key, about: f.about, read: func(r *reader, n *yaml.Node, at string, into *recordForm) {
			f.read(r, n, at, &into.office)
		}}
	}
	return lifted
}

var agencyFields = []field[Agency]{
	{key: "parent", about: Text{"cơ quan chủ quản", "parent agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Parent = r.text(n, at) }},
	{key: "name", about: Text{"tên cơ quan", "name of the agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Name = r.text(n, at) }},
	{key: "code", about: Text{"chữ viết tắt tên cơ quan", "abbreviation of the agency"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Code = r.text(n, at) }},
	{key: "place", about: Text{"địa danh", "place"}, read: func(r *reader, n *yaml.Node, at string, a *Agency) { a.Place = r.text(n, at) }},
}

var unitFields = []field[unitForm]{
	{key: "name", about: Text{"tên đơn vị", "name of the unit"}, required: true, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Name = r.text(n, at) }},
	{key: "short", about: Text{"tên ngắn", "short name"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Short = r.text(n, at) }},
	{key: "aliases", about: Text{"các tên gọi khác", "other names"}, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.unit.Aliases = r.texts(n, at) }},
}

// groupFields is that of a unit with members.
var groupFields = append(unitFields[:len(unitFields):len(unitFields)],
	field[unitForm]{key: "units", about: Text{"các đơn vị trong nhóm, hoặc all", "units of the group, or all"}, required: true, read: func(r *reader, n *yaml.Node, at string, u *unitForm) { u.members = r.named(n, at) }})

var signerFields = []field[Signer]{
	{key: "authority", about: Text{"thẩm quyền ký: TM., KT., TL., TUQ.", "authority"}, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Authority = r.authority(n, at) }},
	{key: "position", about: Text{"chức vụ", "position"}, required: true, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Position = r.position(n, at) }},
	{key: "name", about: Text{"họ và tên", "name"}, read: func(r *reader, n *yaml.Node, at string, s *Signer) { s.Name = r.text(n, at) }},
}

// itemFields is the format of a conclusion at the given depth.
func itemFields(depth int) []field[itemForm] {
	return []field[itemForm]{
		{key: "heading", about: Text{"đề mục", "heading"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Heading = r.text(n, at) }},
		{key: "text", about: Text{"nội dung", "text"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Text = r.paragraphs(n, at) }},
		{key: "lead", about: Text{"đơn vị chủ trì", "leading units"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.leads = r.named(n, at) }},
		{key: "partners", about: Text{"đơn vị phối hợp", "partners"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.partners = r.named(n, at) }},
		{key: "deadline", about: Text{"thời hạn", "deadline"}, read: func(_ *reader, n *yaml.Node, _ string, f *itemForm) { f.deadline = n }},
		{key: "product", about: Text{"sản phẩm", "product"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.item.Product = r.text(n, at) }},
		{key: "numbered", about: Text{"có đánh số hay không", "has a label"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			if yes, ok := r.yes(n, at); ok {
				f.item.Numbered = yes
			}
		}},
		{key: "task", about: Text{"có theo dõi hay không", "is followed up"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) {
			if yes, ok := r.yes(n, at); ok {
				f.task = &yes
			}
		}},
		{key: "items", about: Text{"các mục con", "items below"}, read: func(r *reader, n *yaml.Node, at string, f *itemForm) { f.items = r.items(n, at, depth+1) }},
	}
}
