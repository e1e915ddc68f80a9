package reply

import "ketluan/render/problem"

// maxProblems are those told of one file: it may be made to have thousands,
// which would hide those of the others.
const maxProblems = 100

// shorten leaves out the problems past those, and says how many.
func (r *reader) shorten() {
	if more := len(r.Problems) - maxProblems; more > 0 {
		r.Problems = r.Problems[:maxProblems]
		r.whole(problem.Textf("còn %d chỗ nữa không nêu", "%d more places are not shown", more),
			problem.Textf("sửa các chỗ trên rồi chạy lại, hoặc đề nghị đơn vị gửi lại", "mend those above and run again, or ask for the workbook again"))
	}
}
