package batch

import (
	"regexp"

	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// quarterShape is the name of a quarter's folder, in small letters.
var quarterShape = regexp.MustCompile(`^\d{4}-q[1-4]$`)

// apart refuses records that have one code, or one name of the output, also
// one to some file systems only; and names that the batch needs itself.
func (r *run) apart() {
	names, codes := map[string]*candidate{}, map[string]*candidate{}
	refused := map[*candidate][]problem.Problem{}
	refuse := func(c *candidate, field string, message, hint problem.Text) {
		refused[c] = append(refused[c], problem.Problem{Pos: problem.Pos{File: c.Path}, Field: field, Message: message, Hint: hint})
	}
	for _, c := range r.records {
		name := office.Fold(c.Stem())
		if name == manifestName || name == shardFolder || r.Quarters && quarterShape.MatchString(name) {
			refuse(c, "", problem.Textf("tên đầu ra %q là của cả quý", "the output name %q is the batch's own", c.Stem()),
				problem.Textf("đổi tên tệp, ví dụ giao-ban-%s.yaml", "rename the file, for example giao-ban-%s.yaml", name))
		}
		if other := names[name]; other != nil {
			for _, two := range [][2]*candidate{{c, other}, {other, c}} {
				refuse(two[0], "", problem.Textf("cùng tên đầu ra %q với %s", "one output name, %q, with %s", two[0].Stem(), two[1].Path), problem.Textf("đổi tên một tệp", "rename one"))
			}
		} else {
			names[name] = c
		}
		code := record.FoldCode(c.entry.Code)
		if other := codes[code]; other != nil && code != "" {
			hint := problem.Textf("ghi code riêng cho từng bản ghi, ví dụ code: %s-2", "give each record a code of its own, as in code: %s-2", c.entry.Code)
			for _, two := range [][2]*candidate{{c, other}, {other, c}} {
				refuse(two[0], "code", problem.Textf("cùng mã %s với %s", "one code, %s, with %s", c.entry.Code, two[1].Path), hint)
			}
		} else {
			codes[code] = c
		}
	}
	for _, c := range r.records {
		if problems := refused[c]; len(problems) > 0 {
			c.problems = append(c.problems, problems...)
			r.failRecord(c.Path, problems)
		}
	}
}

// plan tells what the run will do.
func (r *run) plan() {
	r.outcome.Records = len(r.records)
	p := Planned{Records: len(r.records), Profiles: r.outcome.Profiles, Outside: r.outcome.Outside}
	var planned []string
	for _, c := range r.records {
		switch {
		case len(c.problems) > 0:
			p.Failed++
		case c.current:
			p.Unchanged++
		default:
			p.ToMake++
			planned = append(planned, c.Path)
			if r.DryRun {
				p.Where = append(p.Where, [2]string{c.Path, r.Out.Path(c.Stem())})
			}
		}
	}
	if r.DryRun {
		r.outcome.Planned = planned
	}
	r.tell(p)
	if len(r.records) == 0 && r.Shard.Of == 0 {
		r.fail([]problem.Problem{{Pos: problem.Pos{File: office.Program}, Message: problem.Textf("không có bản ghi nào", "there are no records"),
			Hint: problem.Textf("kiểm tra thư mục và --quarter", "check the directory and --quarter")}})
	}
}
