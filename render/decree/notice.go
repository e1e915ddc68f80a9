package decree

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/pdf/read"
)

// A notice is a file with its parts told apart. A part that is not found is nil.
type notice struct {
	file  *read.File
	lines [][]*line // by page

	quocHieu, tieuNgu *line
	chuQuan, banHanh  []*line // the agency above, and the one that issues
	number, date      *line
	kind              *line   // tên loại
	abstract          []*line // trích yếu
	body              []*line
	recipients        *line // Nơi nhận:
	list              []*line
	titles            []*line // authority and position above the signature
	name              *line   // of the signer
	pageNumbers       []*line

	left, right doc.MM // of the body
}

var (
	quocHieuStart = regexp.MustCompile(`^CỘNG H(ÒA|OÀ)`)
	tieuNguShape  = regexp.MustCompile(`(?i)^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc$`)
	numberShape   = regexp.MustCompile(`^Số:?`)
	dateShape     = regexp.MustCompile(`ngày.*tháng.*năm`)
	digits        = regexp.MustCompile(`^\d+$`)
)

// numberZone is how far from the top edge a page number may stand.
const numberZone doc.MM = 20

// annexHead is the first line of an annex, which has rules of its own (Phụ lục
// I, III): the notice ends before it.
var annexHead = regexp.MustCompile(`^(PHỤ LỤC|Phụ lục)( [IVX\d]+)?$`)

func newNotice(whole *read.File) *notice {
	file := *whole
	n := &notice{file: &file}
	for i, page := range whole.Pages {
		lines := linesOf(i+1, page)
		if i > 0 && len(lines) > 0 && annexHead.MatchString(lines[0].text) {
			file.Pages = file.Pages[:i]
			break
		}
		lines = slices.DeleteFunc(lines, func(l *line) bool {
			isNumber := digits.MatchString(l.text) && l.y < numberZone && math.Abs(float64(l.centre()-page.Width/2)) < 30
			if isNumber {
				n.pageNumbers = append(n.pageNumbers, l)
			}
			return isNumber
		})
		n.lines = append(n.lines, lines)
	}
	if len(n.lines) > 0 {
		n.header(n.lines[0])
	}
	if n.quocHieu == nil {
		n.chuQuan, n.banHanh = nil, nil // nobody knows what stands at the top then
	}
	n.foot()
	n.middle()
	return n
}

// header finds the parts above the title.
func (n *notice) header(lines []*line) {
	for _, l := range lines {
		switch {
		case n.quocHieu == nil && quocHieuStart.MatchString(l.text):
			n.quocHieu = l
		case n.tieuNgu == nil && tieuNguShape.MatchString(l.text):
			n.tieuNgu = l
		case n.number == nil && numberShape.MatchString(l.text):
			n.number = l
		case n.date == nil && n.kind == nil && l.centre() > n.middleOfPage() && dateShape.MatchString(l.text):
			n.date = l
		case n.kind == nil && n.number != nil && l.y > n.number.y+1 && l.bold && l.caps() && math.Abs(float64(l.centre()-n.middleOfPage())) < 20:
			n.kind = l
		case n.number == nil && l.centre() < n.middleOfPage() && l.y < 80:
			if l.bold {
				n.banHanh = append(n.banHanh, l)
			} else {
				n.chuQuan = append(n.chuQuan, l)
			}
		}
	}
}

func (n *notice) middleOfPage() doc.MM { return n.file.Pages[0].Width / 2 }

// foot finds the recipients and the signature.
func (n *notice) foot() {
	for _, lines := range n.lines {
		for _, l := range lines {
			if strings.HasPrefix(l.text, "Nơi nhận") {
				n.recipients = l
			}
		}
	}
	if n.recipients == nil {
		return
	}
	for _, lines := range n.lines[n.recipients.page-1:] {
		for _, l := range lines {
			if l.page == n.recipients.page && l.y < n.recipients.y-2 {
				continue
			}
			switch {
			case l == n.recipients:
			case l.centre() < n.middleOfPage():
				n.list = append(n.list, l)
			case l.caps():
				n.titles = append(n.titles, l)
			default:
				n.name = l
			}
		}
	}
}

// middle finds the abstract and the body, between the header and the foot.
func (n *notice) middle() {
	if n.kind == nil {
		return
	}
	inAbstract := true
	for _, lines := range n.lines {
		for _, l := range lines {
			if l.page == 1 && l.y <= n.kind.y || n.isFoot(l) {
				continue
			}
			previous := n.kind
			if k := len(n.abstract); k > 0 {
				previous = n.abstract[k-1]
			}
			centred := math.Abs(float64(l.centre()-n.kind.centre())) < 2
			if inAbstract = inAbstract && l.page == 1 && l.bold && centred && l.y-previous.y < 2*l.size.MM(); inAbstract {
				n.abstract = append(n.abstract, l)
			} else {
				n.body = append(n.body, l)
			}
		}
	}
	n.left, n.right = math.MaxFloat64, 0
	for _, l := range n.body {
		n.left, n.right = min(n.left, l.x), max(n.right, l.right)
	}
}

func (n *notice) isFoot(l *line) bool {
	r := n.recipients
	return r != nil && (l.page > r.page || l.page == r.page && l.y >= r.y-2)
}

// ruleBelow returns the rule nearest below a line, within 6 mm, that lies
// under it; nil where there is none.
func (n *notice) ruleBelow(l *line) *read.Rule {
	var best *read.Rule
	for i, r := range n.file.Pages[l.page-1].Rules {
		middle := r.X + r.Width/2
		if r.Y > l.y && r.Y < l.y+6 && middle > l.x && middle < l.right && (best == nil || r.Y < best.Y) {
			best = &n.file.Pages[l.page-1].Rules[i]
		}
	}
	return best
}
