package record

import (
	"errors"
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
	rec.Agency = office.agency
	rec.Recipients = office.recipients
	rec.ReportTo = office.reportTo
	rec.Off = office.off
	rec.Workdays = office.workdays
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
	if form.signer != nil {
		rec.Signer = r.findSigner(form.signer, office.signers)
	}
	d := newDirectory(office.units)
	rec.Conclusions = p.settle(form.conclusions, d, heritage{}, rec.Code+"/")
	rec.Units = d.units
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
	if own.signers != nil {
		o.signers = own.signers
	}
	if own.workdays.Off != nil {
		o.workdays.Off = own.workdays.Off
	}
	if own.workdays.Worked != nil {
		o.workdays.Worked = own.workdays.Worked
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
	ext := strings.ToLower(path.Ext(name))
	switch {
	case name == "":
		return o
	case path.IsAbs(name) || strings.ContainsAny(name, `\:`) || ext != ".yaml" && ext != ".yml":
		r.problem(n, at, problem.Textf("%q không phải đường dẫn hồ sơ cơ quan", "%q is no path of a profile", short(name)),
			problem.Textf("viết đường dẫn tính từ thư mục của bản ghi, bằng dấu /, đuôi .yaml", "write the path from the record's folder, with /, ending in .yaml"))
		return o
	case p.from.Open == nil:
		r.problem(n, at, problem.Textf("không đọc được hồ sơ cơ quan ở đây", "no profile can be read here"), problem.Textf("ghi mục agency, units, signers ngay trong bản ghi", "write agency, units, signers into the record"))
		return o
	}
	src, err := p.from.Open(name)
	if err != nil {
		cause := problem.Text{VI: err.Error(), EN: err.Error()}
		var worded interface{ InWords() problem.Text }
		if errors.As(err, &worded) {
			cause = worded.InWords()
		}
		r.problem(n, at, problem.Text{VI: "không mở được hồ sơ cơ quan: " + cause.VI, EN: "the profile cannot be opened: " + cause.EN},
			problem.Textf("kiểm tra lại đường dẫn %q", "check the path %q", name))
		return o
	}
	p.record.Sources = append(p.record.Sources, File{Name: name, Bytes: src})
	root, pr := p.open(path.Join(path.Dir(strings.ReplaceAll(p.from.Name, `\`, "/")), name), src)
	if root != nil {
		readMapping(pr, root, "", officeFields, &o)
	}
	return o
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
	r.problem(n, at, problem.Textf("không có phụ lục %q", "there is no annex %q", short(s)), problem.Textf("ghi annex: tasks để in bảng nhiệm vụ làm phụ lục", "write annex: tasks for the table of tasks"))
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
