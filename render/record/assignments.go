package record

import (
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A printing is whether documents add what a task's text does not say of its
// lead, partners and deadline.
type printing int

// The printings. What a record settles holds over its profile.
const (
	unsettled  printing = iota // by this file
	inPrint                    //
	notInPrint                 //
)

func (r *reader) printing(n *yaml.Node, at string) printing {
	s := r.text(n, at)
	switch strings.ToLower(s) {
	case "":
		return unsettled
	case "printed", "in":
		return inPrint
	case "not printed", "không in":
		return notInPrint
	}
	r.problem(n, at, problem.Textf("%q không phải printed hay not printed", "%q is neither printed nor not printed", short(s)),
		problem.Textf("ghi printed (in) để thông báo ghi thêm chủ trì, phối hợp, thời hạn mà lời văn chưa nói; not printed (không in) hoặc bỏ dòng này để không thêm gì",
			"write printed for notices to add the lead, partners and deadline that a text does not say; not printed, or no such line, to add nothing"))
	return unsettled
}
