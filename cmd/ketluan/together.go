package main

import (
	"slices"
	"strings"

	"ketluan/render/calendar"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// Options of what is made that do not go together.

// documentOnly leaves the workbook out of a draft: no task is given before the
// notice is signed. It refuses options of the PDF where none is made.
func documentOnly(f makeFlags) (makeFlags, error) {
	var options []string
	for _, o := range []struct {
		name string
		set  bool
	}{{"--draft", f.draft}, {"--attach-record", f.attachRecord}, {"--signing-boxes", f.signingBoxes}} {
		if o.set {
			options = append(options, o.name)
		}
	}
	if f.only == "docx" {
		options = slices.DeleteFunc(options, func(name string) bool { return name == "--draft" })
	}
	if f.only != "" && f.only != "pdf" && len(options) > 0 {
		return f, misuse(problem.Textf("%s chỉ dùng cho PDF", "%s is for the PDF", strings.Join(options, ", ")),
			problem.Textf("bỏ --only %s", "leave out --only %s", f.only))
	}
	if f.docx && f.only == "xlsx" {
		return f, misuse(problem.Textf("--docx không dùng cùng --only xlsx", "--docx goes not with --only xlsx"), problem.Textf("bỏ một trong hai", "leave out one of the two"))
	}
	for _, o := range []struct {
		name string
		set  bool
	}{{"--draft", f.draft}, {"--only " + f.only, f.noWorkbooks()}} {
		if f.units && o.set {
			return f, misuse(problem.Textf("%s không lập bảng tính, nên không dùng với --units", "%s makes no workbook and goes not with --units", o.name),
				problem.Textf("bỏ một trong hai", "leave out one of the two"))
		}
	}
	if f.draft && !f.noWorkbooks() {
		f.only = "pdf"
	}
	return f, nil
}

// noWorkbooks reports that documents alone are asked for.
func (f makeFlags) noWorkbooks() bool { return f.only == "pdf" || f.only == "docx" }

// forReports refuses options that a template about the follow-up has no use
// for, and those that only such a template has.
func forReports(p *office.Press, f makeFlags) error {
	for role, t := range p.Templates {
		if role.OverQuarter() {
			return misuse(problem.Textf("mẫu %s gộp cả quý, không dùng cho từng bản ghi", "the template %s covers a quarter, not one record", t.Name),
				problem.Textf("các mẫu có sẵn: %s", "the built-in ones: %s", strings.Join(office.BuiltIns(), ", ")))
		}
	}
	t, reports := p.Templates[office.Report]
	if f.all {
		return forAll(f)
	}
	if !reports {
		if !f.asOf.IsZero() && !p.HasWorkbooks() {
			return misuse(problem.Textf("--as-of chỉ dùng cho báo cáo, công văn đôn đốc và bảng tính", "--as-of is for the report, the letters and the workbooks"),
				problem.Textf("bỏ --only pdf, hoặc thêm -t bao-cao-ket-qua", "leave --only pdf out, or add -t bao-cao-ket-qua"))
		}
		for _, o := range []struct {
			name string
			set  bool
		}{{"--date", f.date != (calendar.Date{})}, {"--number", f.number != ""}} {
			if o.set {
				return misuse(problem.Textf("%s chỉ dùng cho báo cáo và công văn đôn đốc", "%s is for the report and the letters", o.name),
					problem.Textf("thêm -t bao-cao-ket-qua hoặc -t cong-van-don-doc", "add -t bao-cao-ket-qua or -t cong-van-don-doc"))
			}
		}
		return nil
	}
	for _, o := range []struct {
		name string
		set  bool
	}{{"-t", len(p.Wants.Templates) > len(p.Documents) && !p.HasWorkbooks()}, {"--units", f.units && !p.HasWorkbooks()}, {"--only xlsx", f.only == "xlsx"}, {"--attach-record", f.attachRecord && len(p.Documents) == 1}, {"--name", f.name != ""}} {
		if o.set {
			return misuse(problem.Textf("%s không dùng cùng mẫu về kết quả thực hiện", "%s goes not with a template about the follow-up", o.name), problem.Textf("chạy riêng", "run it apart"))
		}
	}
	if several := len(p.Documents) > 1; several && (f.number != "" || f.date != (calendar.Date{})) {
		return misuse(problem.Textf("--number và --date là của một văn bản, ở đây có %d mẫu", "--number and --date are of one document, and there are %d templates", len(p.Documents)),
			problem.Textf("ghi số, ngày ở documents trong bản ghi, hoặc chạy riêng", "write them below documents in the record, or run it apart"))
	}
	if f.number != "" && t.EachUnit() {
		return misuse(problem.Textf("mỗi công văn một số, nên không dùng --number", "each letter has its own number, so that --number cannot be given"),
			problem.Textf("bỏ --number; văn thư cấp số cho từng công văn", "leave it out; the registry numbers each letter"))
	}
	return nil
}

// forAll refuses options that are of one document.
func forAll(f makeFlags) error {
	for _, o := range []struct {
		name string
		set  bool
	}{{"--number", f.number != ""}, {"--date", f.date != (calendar.Date{})}, {"--only xlsx", f.only == "xlsx"}} {
		if o.set {
			return misuse(problem.Textf("%s không dùng cùng --all", "%s goes not with --all", o.name),
				problem.Textf("số, ngày của từng văn bản ghi ở documents trong bản ghi", "numbers and dates of the documents stand below documents in the record"))
		}
	}
	return nil
}
