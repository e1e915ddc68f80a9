package record

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/kind"
	"ketluan/render/problem"
)

// A form is how an agency has its documents: whose form they follow, and what
// that leaves to the agency. What a file does not say is zero.
type form struct {
	system    string
	numbering []string
	headings  headings
	end       string
	tones     string
}

// headings are how those of level I are set. What a record settles holds over
// its profile.
type headings int

// The ways to set them.
const (
	usual   headings = iota // as nothing says, in capitals
	asTyped                 //
	capital                 //
)

// over returns f with what a record says in its place.
func (f form) over(own form) form {
	if len(own.numbering) > 0 {
		f.numbering = own.numbering
	}
	return form{cmp.Or(own.system, f.system), f.numbering, cmp.Or(own.headings, f.headings), cmp.Or(own.end, f.end), cmp.Or(own.tones, f.tones)}
}

// settleForm gives the record the form of its agency, and judges what only goes
// with another.
func (p *parser) settleForm(f form) {
	rec := p.record
	s, _ := kind.SystemNamed(f.system)
	if !s.IsFirst() {
		rec.System = s.Name
	}
	rec.Numbering, rec.HeadingsAsTyped, rec.ToneMarks = f.numbering, f.headings == asTyped, f.tones
	rec.EndMark = cmp.Or(f.end, s.Ends[0])
	if !slices.Contains(s.Ends, rec.EndMark) {
		p.add(rec.Problem("end-mark", problem.Textf("văn bản theo %s kết thúc bằng %s, không phải %q", "documents of %s end in %s, not in %q", s.Source, s.Ends[0], rec.EndMark),
			problem.Textf("bỏ dòng end-mark; văn bản của Đảng thì ghi system: party", "take end-mark away, or write system: party for the Party's documents")))
	}
}

func (r *reader) system(n *yaml.Node, at string) string {
	name := r.text(n, at)
	s, ok := kind.SystemNamed(name)
	if !ok {
		var known []string
		for _, s := range kind.Systems() {
			known = append(known, s.Name+" ("+s.VI+")")
		}
		list := strings.Join(known, ", ")
		r.problem(n, at, problem.Textf("không có thể thức %q", "there is no form %q", short(name)), problem.Textf("ghi một trong: %s", "write one of: %s", list))
	}
	if name == "" {
		return ""
	}
	return s.Name
}

func (r *reader) headings(n *yaml.Node, at string) headings {
	s := r.text(n, at)
	switch strings.ToLower(s) {
	case "as-typed", "như đã gõ":
		return asTyped
	case "":
		return usual
	case "capitals", "in hoa":
		return capital
	}
	r.problem(n, at, problem.Textf("không có kiểu đề mục %q", "there is no such way to set headings as %q", short(s)),
		problem.Textf("ghi headings: as-typed để giữ như đã gõ, hoặc headings: capitals để in hoa", "write headings: as-typed to keep them, or headings: capitals"))
	return usual
}

func (r *reader) endMark(n *yaml.Node, at string) string {
	s := r.text(n, at)
	if s != "" && s != "." && s != "./." {
		r.problem(n, at, problem.Textf("%q không phải dấu kết thúc", "%q is no end mark", short(s)), problem.Textf("ghi \".\" hoặc \"./.\"", "write \".\" or \"./.\""))
		return ""
	}
	return s
}

// toneStyles are the words that stand for where tone marks go, with the style.
var toneStyles = map[string]string{"ủy": "ủy", "hòa": "ủy", "uỷ": "uỷ", "hoà": "uỷ"}

func (r *reader) tones(n *yaml.Node, at string) string {
	s := r.text(n, at)
	if s != "" && toneStyles[strings.ToLower(s)] == "" {
		r.problem(n, at, problem.Textf("không rõ kiểu bỏ dấu %q", "%q says nothing of where tone marks go", short(s)), problem.Textf("ghi tone-marks: ủy (hòa, thúy) hoặc tone-marks: uỷ (hoà, thuý)", "write tone-marks: ủy (hòa, thúy), or tone-marks: uỷ (hoà, thuý)"))
	}
	return toneStyles[strings.ToLower(s)]
}
