package record

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/calendar"
	"ketluan/render/problem"
)

// build makes the record of its form.
func (p *parser) build(r *reader, root *yaml.Node, form *recordForm) {
	rec := p.record
	office := form.office
	if form.profile != nil && !isEmpty(form.profile) {
		office = p.readProfile(r, form.profile).overlaid(office)
	}
	rec.Agency, rec.signers = office.agency, office.signers
	rec.Recipients = office.recipients
	rec.ReportTo = office.reportTo
	rec.AssignmentsPrinted = office.printing == inPrint
	rec.Off = office.off
	rec.Workdays = office.workdays
	p.settleForm(office.form)
	p.settleStamps(office.stamps)
	rec.Term = office.term
	if rec.Agency.Name == "" && !p.hasProblem("agency", "profile") {
		missing := rec.Problem("agency.name", problem.Textf("thiếu tên cơ quan ban hành (agency.name)", "the agency's name (agency.name) is missing"),
			problem.Textf("thêm profile: đường-dẫn-hồ-sơ.yaml hoặc mục agency vào bản ghi", "add profile: path-of-the-profile.yaml, or agency, to the record"))
		missing.Missing = true
		p.add(missing)
	}
	rec.Quarter = form.quarter
	if rec.Quarter == (calendar.Quarter{}) && !rec.MeetingDate.IsZero() {
		rec.Quarter = rec.MeetingDate.Quarter()
	}
	rec.Code = r.code(form.code, rec.Quarter)
	p.settleDate(r, root)
	if form.signer != nil {
		rec.Signer, rec.CoSigner = r.findSigners(form.signer, office.signers)
	}
	for _, settle := range p.people {
		settle(office.signers)
	}
	p.settleMeeting()
	d := newDirectory(office.units)
	rec.Conclusions = p.settle(form.conclusions, d, heritage{}, rec.Code+"/")
	p.settleDuties()
	p.settlePapers(r, form.papers, office.signers, d)
	rec.Units = d.units
	for _, read := range p.tables {
		read()
	}
	for _, judge := range p.authorities {
		judge()
	}
	for _, f := range office.units {
		*f = unitForm{unit: f.unit}
	}
}

// settleDate parts the date that is printed from the day that is known, and
// asks for the quarter of a notice without a meeting.
func (p *parser) settleDate(r *reader, root *yaml.Node) {
	rec := p.record
	switch {
	case rec.Dated.Day > 0:
		rec.Date = rec.Dated
	case rec.Dated.IsZero():
		rec.Dated.Year = rec.Begins().Year
	}
	if rec.MeetingDate.IsZero() && rec.Quarter == (calendar.Quarter{}) && !p.hasProblem("meeting-date", "quarter") {
		r.missing(root, "", "meeting-date", "ngày họp", problem.Textf("ngày họp; thông báo không có cuộc họp thì cần mục quarter", "date of the meeting; a notice without one has a line quarter instead"))
	}
}

// hasProblem reports whether one of the fields has a problem already.
func (p *parser) hasProblem(fields ...string) bool {
	return slices.ContainsFunc(p.problems, func(pr problem.Problem) bool { return slices.Contains(fields, pr.Path) })
}

// overlaid returns the office of a profile with what the record says in its
// place: the agency key by key, the lists and signers as a whole.
func (o office) overlaid(own office) office {
	a := own.agency
	for _, f := range []struct{ into, from *string }{
		{&o.agency.Parent, &a.Parent}, {&o.agency.Name, &a.Name}, {&o.agency.Code, &a.Code}, {&o.agency.Place, &a.Place},
	} {
		if *f.from != "" {
			*f.into = *f.from
		}
	}
	if len(own.units) > 0 {
		o.units = own.units
	}
	if own.reportTo != "" {
		o.reportTo = own.reportTo
	}
	if len(own.recipients) > 0 {
		o.recipients = own.recipients
	}
	o.form = o.form.over(own.form)
	if own.stamps.said {
		o.stamps = own.stamps
	}
	if own.printing != unsettled {
		o.printing = own.printing
	}
	if own.signers != nil {
		o.signers = own.signers
	}
	if own.workdays.Off != nil {
		o.workdays.Off = own.workdays.Off
	}
	if own.workdays.Worked != nil {
		o.workdays.Worked = own.workdays.Worked
	}
	if own.term != (Term{}) {
		o.term = own.term
	}
	if o.off == nil {
		o.off = map[string]string{}
	}
	maps.Copy(o.off, own.off)
	return o
}

// readProfile reads the profile that a record names.
func (p *parser) readProfile(r *reader, n *yaml.Node) (o office) {
	const at = "profile"
	name := r.text(n, at)
	src, ok := r.beside(n, at, name, problem.Textf("hồ sơ cơ quan", "profile"), ".yaml", ".yml")
	if !ok {
		return o
	}
	p.record.hasProfile = true
	p.record.Sources = append(p.record.Sources, File{Name: name, Bytes: src})
	root, pr := p.openShared(path.Join(path.Dir(strings.ReplaceAll(p.from.Name, `\`, "/")), name), src)
	if root != nil {
		readMapping(pr, root, "", officeFields, &o)
	}
	p.record.offered = o.recipients
	return o
}

// beside reads a file that a record names by its path from the record's folder.
func (r *reader) beside(n *yaml.Node, at, name string, what problem.Text, kinds ...string) ([]byte, bool) {
	switch {
	case name == "":
		return nil, false
	case path.IsAbs(name) || strings.ContainsAny(name, `\:`) || !slices.Contains(kinds, strings.ToLower(path.Ext(name))):
		r.problem(n, at, problem.Text{VI: fmt.Sprintf("%q không phải đường dẫn %s", short(name), what.VI), EN: fmt.Sprintf("%q is no path of a %s", short(name), what.EN)},
			problem.Textf("viết đường dẫn tính từ thư mục của bản ghi, bằng dấu /, đuôi %s", "write the path from the record's folder, with /, ending in %s", kinds[0]))
		return nil, false
	case r.parser.from.Open == nil:
		hint := problem.Textf("ghi mục agency, units, signers ngay trong bản ghi", "write agency, units, signers into the record")
		if at != "profile" {
			hint = problem.Textf("ghi các dòng của bảng ở rows", "write the rows of the table in rows")
		}
		r.problem(n, at, problem.Text{VI: fmt.Sprintf("không đọc được %s ở đây", what.VI), EN: fmt.Sprintf("no %s can be read here", what.EN)}, hint)
		return nil, false
	}
	src, err := r.parser.from.Open(name)
	if err == nil {
		return src, true
	}
	cause := problem.Text{VI: err.Error(), EN: err.Error()}
	var worded interface{ InWords() problem.Text }
	if errors.As(err, &worded) {
		cause = worded.InWords()
	}
	r.problem(n, at, problem.Text{VI: fmt.Sprintf("không mở được %s: %s", what.VI, cause.VI), EN: fmt.Sprintf("the %s cannot be opened: %s", what.EN, cause.EN)},
		problem.Textf("kiểm tra lại đường dẫn %q", "check the path %q", name))
	return nil, false
}

// reasons reads the IDs of rules with the reasons for which they are off.
func (r *reader) reasons(n *yaml.Node, at string) map[string]string {
	off := map[string]string{}
	if n.Kind != yaml.MappingNode {
		r.problem(n, at, problem.Textf("cần các dòng mã quy tắc: lý do", "lines of rule: reason are wanted"), problem.Textf("ví dụ NV-07: sản phẩm ghi ở kế hoạch riêng", "as NV-07: products stand in a plan of their own"))
		return off
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		id, here := n.Content[i].Value, at+"."+n.Content[i].Value
		reason := r.text(n.Content[i+1], here)
		if reason == "" {
			r.problem(n.Content[i+1], here, problem.Textf("tắt quy tắc %q mà không nêu lý do", "the rule %q is off without a reason", short(id)), problem.Textf("ghi lý do sau dấu hai chấm", "write the reason behind the colon"))
		}
		off[id] = reason
	}
	return off
}

func (r *reader) annex(n *yaml.Node, at string) string {
	s := r.text(n, at)
	switch strings.ToLower(s) {
	case "":
		return ""
	case "tasks", "nhiệm vụ":
		return "tasks"
	}
	r.problem(n, at, problem.Textf("không có phụ lục %q", "there is no annex %q", short(s)), problem.Textf("ghi annex: tasks để in bảng nhiệm vụ; phụ lục riêng thì ghi title và rows (hoặc csv)", "write annex: tasks for the table of tasks; one of your own has title and rows, or csv"))
	return ""
}

// codeShape is what a code may be written with: it stands in cells and names.
var codeShape = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

func (r *reader) code(n *yaml.Node, q calendar.Quarter) string {
	if n == nil || isEmpty(n) {
		if q == (calendar.Quarter{}) {
			return ""
		}
		return q.String()
	}
	code := r.text(n, "code")
	if code != "" && !codeShape.MatchString(code) {
		r.problem(n, "code", problem.Textf("mã %q có ký tự không dùng được hoặc dài quá 40", "the code %q has characters that it must not, or more than 40", short(code)),
			problem.Textf("chỉ dùng chữ không dấu, số, dấu . - _, ví dụ 2020-Q3-KH", "use letters without marks, digits, . - _ only, as in 2020-Q3-KH"))
	}
	return code
}
