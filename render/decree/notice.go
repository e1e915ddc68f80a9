package decree

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/doc"
	"ketluan/render/kind"
	"ketluan/render/pdf/read"
)

// A notice is a document with its parts told apart: one with a type, as a
// notice or a report, or a letter (công văn), which has none. A part that is not
// found is nil.
type notice struct {
	kind  kind.Kind // by whose rules it is measured
	title string    // the type that it is meant to show; "" where the page alone says what it is
	file  *read.File
	lines [][]*line // by page

	form *form // nil: the decree's

	quocHieu, tieuNgu *line   // of a form, its head
	star              *line   // below the agency
	dashes            *line   // below the abstract
	chuQuan, banHanh  []*line // the agency above, and the one that issues
	number, date      *line
	typed             *line   // tên loại
	abstract          []*line // trích yếu
	about             []*line // V/v … of a letter
	addressees        []*line // Kính gửi: …
	basis             []*line // căn cứ
	deciding          []*line // who resolves or decides, above căn cứ, and QUYẾT NGHỊ: or QUYẾT ĐỊNH: below
	body              []*line
	recipients        *line // Nơi nhận:
	list              []*line
	titles            []*line // authority and position above the signature
	name              *line   // of the signer
	beside            []*line // the same of who signs at the left of the signer
	footTop           place   // where recipients and signatures begin
	pageNumbers       []*line
	silent            map[*read.Font]bool // faces of blanks

	left, right doc.MM // of the body

	annexes [][][]*line // by annex and page, with their page numbers
}

// isLetter reports a letter: what it is about stands below its number.
func (n *notice) isLetter() bool { return len(n.about) > 0 }

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

// newNotice tells the parts of a file apart. The kind is the zero Kind where
// nobody says what it is meant to be.
func newNotice(whole *read.File, k kind.Kind) *notice {
	file := *whole
	n := &notice{file: &file, kind: k, title: k.Title(), silent: silent(whole)}
	for i, page := range whole.Pages {
		lines := linesOf(i+1, page)
		markColumns(lines)
		markFramed(lines, framesOf(page))
		if isAnnex := n.isAnnex(i, lines); isAnnex && !k.In(annexes) {
			file.Pages = file.Pages[:min(i, len(file.Pages))]
			continue
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
		if n.form = formOf(k); k == (kind.Kind{}) {
			n.form = formShown(n.lines[0])
		}
		n.header(n.lines[0])
		n.letterHead(n.lines[0])
	}
	if n.quocHieu == nil {
		n.chuQuan, n.banHanh = nil, nil // nobody knows what stands at the top then
	}
	n.foot()
	n.withoutMark()
	n.middle()
	return n
}

// header finds the parts above the title.
func (n *notice) header(lines []*line) {
	for _, l := range lines {
		switch {
		case n.quocHieu == nil && n.isHead(l):
			n.quocHieu = l
		case n.tieuNgu == nil && tieuNguShape.MatchString(l.text):
			n.tieuNgu = l
		case n.star == nil && n.form != nil && n.form.Star.MatchString(l.text):
			n.star = l
		case n.number == nil && numberShape.MatchString(l.text):
			n.number = l
		case n.date == nil && n.typed == nil && l.centre() > n.middleOfPage() && dateShape.MatchString(l.text):
			n.date = l
		case n.typed == nil && l.bold && n.title != "" && strings.HasPrefix(l.text, n.title): // also below no number
			n.typed = l
		case n.typed == nil && n.number != nil && l.y > n.number.y+1 && l.bold && l.caps() && math.Abs(float64(l.centre()-n.middleOfPage())) < 20:
			n.typed = l
		case n.number == nil && l.centre() < n.middleOfPage() && l.y < 80:
			if l.bold {
				n.banHanh = append(n.banHanh, l)
			} else {
				n.chuQuan = append(n.chuQuan, l)
			}
		}
	}
}

// annexHeadOf returns the first line of a page below its number.
func annexHeadOf(lines []*line) *line {
	for _, l := range lines {
		if !digits.MatchString(l.text) || l.y >= numberZone {
			return l
		}
	}
	return nil
}

// isAnnex takes the lines of a page that begins an annex, or goes on with one.
func (n *notice) isAnnex(page int, lines []*line) bool {
	if page == 0 && !n.kind.In(annexes) {
		return false
	}
	if head := annexHeadOf(lines); head != nil && annexHead.MatchString(head.text) {
		n.annexes = append(n.annexes, nil)
	}
	if k := len(n.annexes); k > 0 {
		n.annexes[k-1] = append(n.annexes[k-1], slices.Clone(lines))
	}
	return len(n.annexes) > 0
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
		if n.kind.In(submitting) {
			n.submitter()
		}
		return
	}
	n.footTop = place{n.recipients.page, n.recipients.y}
	if n.twoSigners() {
		n.recipientsBelow()
		return
	}
	for _, lines := range n.lines[n.recipients.page-1:] {
		for _, l := range lines {
			if l.framed || l.page == n.recipients.page && l.y < n.recipients.y-2 {
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

// middle finds the abstract, the addressees, the basis and the body, between the
// header and the foot.
func (n *notice) middle() {
	if n.kind.In(annexes) {
		n.annexBody()
		return
	}
	if n.typed == nil && !n.isLetter() {
		return
	}
	above := n.typed
	if n.isLetter() {
		above = n.about[len(n.about)-1]
	}
	inAbstract := !n.isLetter()
	for _, lines := range n.lines {
		for _, l := range lines {
			if l.page == 1 && l.y <= above.y || n.isFoot(l) || l.framed || l.beside {
				continue
			}
			previous := above
			if k := len(n.abstract); k > 0 {
				previous = n.abstract[k-1]
			}
			centred := math.Abs(float64(l.centre()-above.centre())) < 2
			inAbstract = inAbstract && l.page == 1 && l.bold && centred && l.y-previous.y < 2*l.size.MM()
			n.sort(l, inAbstract)
		}
	}
	n.basisWithin()
	n.edges()
}

// edges finds the edges of the text. Where every paragraph of the body has one
// line, indented and short, they are those of the recipients and, as far again
// behind the middle of the title, the right one.
func (n *notice) edges() {
	n.left, n.right = math.MaxFloat64, 0
	for _, l := range n.body {
		n.left, n.right = min(n.left, l.x), max(n.right, l.right)
	}
	if slices.ContainsFunc(n.body, func(l *line) bool { return l.x > n.left+2 }) || n.recipients == nil || n.recipients.x > n.left {
		return
	}
	n.left = n.recipients.x
	if n.typed != nil {
		n.right = max(n.right, 2*n.typed.centre()-n.left)
	}
}

var (
	addressShape = regexp.MustCompile(`^Kính gửi`)
	basisShape   = regexp.MustCompile(`^(Căn cứ|Theo|Xét|Trên cơ sở|Thực hiện) `)
)

// addressIndent is how far from the edge of the paper the further lines of
// addressees begin; those of the body begin before it.
const addressIndent doc.MM = 48

// sort puts a line between header and foot where it belongs.
func (n *notice) sort(l *line, inAbstract bool) {
	first := len(n.body) == 0
	switch {
	case inAbstract:
		n.abstract = append(n.abstract, l)
	case first && n.dashes == nil && n.form != nil && n.form.Dashes.MatchString(l.text):
		n.dashes = l
	case first && n.kind.In(resolving) && l.bold && l.caps() && !l.italic, l.bold && decidingShape.MatchString(l.text):
		n.deciding = append(n.deciding, l)
	case first && (addressShape.MatchString(l.text) || len(n.addressees) > 0 && len(n.basis) == 0 && l.x > addressIndent):
		n.addressees = append(n.addressees, l)
	case first && l.italic && (basisShape.MatchString(l.text) || len(n.basis) > 0):
		n.basis = append(n.basis, l)
	default:
		n.body = append(n.body, l)
	}
}

// A place is a height on a page, counted from 1; that of page 0 is nowhere.
type place struct {
	page int
	y    doc.MM
}

func (n *notice) isFoot(l *line) bool {
	top := n.footTop
	return top.page > 0 && (l.page > top.page || l.page == top.page && l.y >= top.y-2)
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
