package check

import (
	"slices"
	"strings"

	"ketluan/render/kind"
	"ketluan/render/problem"
)

// The kinds that rules judge which are not about every one.
var (
	administrative = kind.Administrative()
	titled         = kind.Administrative("cong-van", "thu-cong") // show their type
	signed         = kind.Administrative("bien-ban")             // by one, for the agency: minutes are signed by chair and secretary

	notices    = []string{"thong-bao", "dang-thong-bao"}
	giving     = slices.Concat(notices, []string{"nghi-quyet", "quyet-dinh", "chi-thi", "ke-hoach", "cong-van"}) // tasks to units
	recounting = slices.Concat(notices, []string{"bien-ban"})                                                    // the meeting, from its day on
	following  = slices.Concat(giving, recounting, []string{"bao-cao"})                                          // the meeting, which they are not before
)

// is reports whether one of the documents is of one of the kinds.
func (n *notice) is(names []string) bool {
	return slices.ContainsFunc(n.kinds, func(k kind.Kind) bool { return k.In(names) })
}

// called is what messages call the document: a thông báo, a giấy mời, or a văn
// bản where it shows no type.
func (n *notice) called() problem.Text {
	title := n.kinds[0].Title()
	switch {
	case n.is(notices):
		return problem.Textf("thông báo", "notice")
	case title != "":
		return problem.Text{VI: strings.ToLower(title), EN: "document"}
	}
	return problem.Textf("văn bản", "document")
}
