package record

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// Stamps are the boxes that a signing tool draws into, each a signature of its
// own: lengths in pt. A size of zero is that of the template.
type Stamps struct {
	Tool        string // "vnpt", "vgca"; "" is none that is known
	Signer      Size
	Seal        Size
	SealAt      Spot // where Seal has a size
	Number      Size
	Day, Month  Size
	IgnoresOurs bool // the tool appends fields of its own: the PDF has none to sign
}

// A Size is that of a box, in pt.
type Size struct{ Width, Height float64 }

// A Spot is how far the bottom left corner of the seal is from that of the
// signature, in pt to the right and up. Without Set the seal stands on the left
// third of the signature, at half its height.
type Spot struct {
	X, Y float64
	Set  bool
}

// tools are the signing tools in use, with the boxes of signed documents that
// offices published (58 files, 172 signatures): the commonest size, of VGCA the
// smallest, as its boxes are dragged. The month is typed where VNPT's stamps.
var tools = []Stamps{
	{Tool: "vnpt", IgnoresOurs: true, Signer: Size{150, 70}, Seal: Size{109, 109}, SealAt: Spot{-62, -20, true}, Number: Size{198, 29}, Day: Size{45, 29}},
	{Tool: "vgca", IgnoresOurs: true, Signer: Size{120, 110}, Seal: Size{110, 110}, Number: Size{33, 14}, Day: Size{24, 14}, Month: Size{17, 14}},
}

// stampsForm is what a file says of them.
type stampsForm struct {
	said   bool
	tool   string
	fields *bool
	sizes  Stamps
}

// stampFields is the format of signing, where it is more than a tool's name.
var stampFields = []field[stampsForm]{
	{key: "tool", vi: "phần mềm", shape: aTool, about: problem.Text{VI: "phần mềm ký: vnpt, vgca", EN: "signing tool: vnpt, vgca"}, read: func(r *reader, n *yaml.Node, at string, f *stampsForm) { f.tool = r.tool(n, at) }},
	{key: "fields", vi: "ô có sẵn", shape: aYes, about: problem.Text{VI: "PDF có sẵn ô chưa ký hay không", EN: "the PDF has empty fields to sign"}, read: func(r *reader, n *yaml.Node, at string, f *stampsForm) {
		if yes, ok := r.yes(n, at); ok {
			f.fields = &yes
		}
	}},
	sizeField("signer", "người ký", "khung chữ ký", "box of the signature", func(s *Stamps) *Size { return &s.Signer }),
	sizeField("seal", "dấu", "khung con dấu", "box of the seal", func(s *Stamps) *Size { return &s.Seal }),
	{key: "seal-at", vi: "vị trí dấu", shape: aSpot, about: problem.Text{VI: "góc dưới trái của dấu so với của chữ ký, pt, sang phải và lên", EN: "bottom left corner of the seal from that of the signature, pt, right and up"}, read: func(r *reader, n *yaml.Node, at string, f *stampsForm) {
		f.sizes.SealAt = r.spot(n, at)
	}},
	sizeField("number", "số", "khung số", "box of the number", func(s *Stamps) *Size { return &s.Number }),
	sizeField("day", "ngày", "khung ngày", "box of the day", func(s *Stamps) *Size { return &s.Day }),
	sizeField("month", "tháng", "khung tháng", "box of the month", func(s *Stamps) *Size { return &s.Month }),
}

func sizeField(key, name, vi, en string, of func(*Stamps) *Size) field[stampsForm] {
	return field[stampsForm]{key: key, vi: name, shape: aSize, about: problem.Text{VI: vi + ", pt, như 150x70", EN: en + ", pt, as 150x70"},
		read: func(r *reader, n *yaml.Node, at string, f *stampsForm) { *of(&f.sizes) = r.size(n, at) }}
}

// stamps reads the name of a tool, or sizes.
func (r *reader) stamps(n *yaml.Node, at string) stampsForm {
	f := stampsForm{said: true}
	if n.Kind == yaml.MappingNode {
		readMapping(r, n, at, stampFields, &f)
	} else {
		f.tool = r.tool(n, at)
	}
	return f
}

func toolNames() (names []string) {
	for _, t := range tools {
		names = append(names, t.Tool)
	}
	return names
}

func (r *reader) tool(n *yaml.Node, at string) string {
	s := strings.ToLower(r.text(n, at))
	if s != "" && !slices.Contains(toolNames(), s) {
		list := strings.Join(toolNames(), ", ")
		r.problem(n, at, problem.Textf("chưa biết phần mềm ký %q", "the signing tool %q is not known", short(s)),
			problem.Textf("ghi một trong: %s; hoặc kích thước khung: {signer: 150x70, seal: 109x109}", "write one of: %s; or the sizes: {signer: 150x70, seal: 109x109}", list))
		return ""
	}
	return s
}

// The shapes of sizes and places, and how large a box may be: a page has 595 pt.
const (
	sizePattern = `\d{1,3}([.,]\d{1,2})? *[xX×] *\d{1,3}([.,]\d{1,2})?`
	spotPattern = `-?\d{1,3} *[,;] *-?\d{1,3}`
	minStamp    = 5
	maxStamp    = 400
)

var (
	sizeShape = regexp.MustCompile(`^` + sizePattern + `$`)
	spotShape = regexp.MustCompile(`^` + spotPattern + `$`)
	lengths   = regexp.MustCompile(`-?\d+([.,]\d+)?`)
)

func (r *reader) size(n *yaml.Node, at string) Size {
	s := r.text(n, at)
	if s == "" {
		return Size{}
	}
	if sizeShape.MatchString(s) {
		both := numbersIn(s)
		if min(both[0], both[1]) >= minStamp && max(both[0], both[1]) <= maxStamp {
			return Size{both[0], both[1]}
		}
	}
	r.problem(n, at, problem.Textf("%q không phải kích thước khung", "%q is no size of a box", short(s)),
		problem.Textf("viết rộng x cao bằng pt, từ %d đến %d, như 150x70 (1 mm là 2,83 pt)", "write width x height in pt, %d to %d, as 150x70 (1 mm is 2.83 pt)", minStamp, maxStamp))
	return Size{}
}

func (r *reader) spot(n *yaml.Node, at string) Spot {
	s := r.text(n, at)
	if s == "" {
		return Spot{}
	}
	if spotShape.MatchString(s) {
		both := numbersIn(s)
		if max(both[0], both[1], -both[0], -both[1]) <= maxStamp {
			return Spot{both[0], both[1], true}
		}
	}
	r.problem(n, at, problem.Textf("%q không phải vị trí", "%q is no place", short(s)), problem.Textf("viết hai số pt, như -62, -20", "write two numbers in pt, as -62, -20"))
	return Spot{}
}

// numbersIn returns the two lengths of a size or a place.
func numbersIn(s string) (both [2]float64) {
	for i, one := range lengths.FindAllString(s, 2) {
		both[i], _ = strconv.ParseFloat(strings.Replace(one, ",", ".", 1), 64)
	}
	return both
}

// settled is what a file says, over the sizes of the tool it names, and whether
// the PDF has fields to sign.
func (f stampsForm) settled() (s Stamps) {
	if i := slices.IndexFunc(tools, func(t Stamps) bool { return t.Tool == f.tool }); i >= 0 {
		s = tools[i]
	}
	for _, one := range []struct{ into, from *Size }{
		{&s.Signer, &f.sizes.Signer}, {&s.Seal, &f.sizes.Seal}, {&s.Number, &f.sizes.Number}, {&s.Day, &f.sizes.Day}, {&s.Month, &f.sizes.Month},
	} {
		if *one.from != (Size{}) {
			*one.into = *one.from
		}
	}
	if f.sizes.SealAt.Set || f.sizes.Seal != (Size{}) || f.sizes.Signer != (Size{}) {
		s.SealAt = f.sizes.SealAt
	}
	if f.fields != nil {
		s.IgnoresOurs = !*f.fields
	}
	return s
}

// settleStamps gives the record its stamps. What the record itself says of
// fields holds.
func (p *parser) settleStamps(f stampsForm) {
	p.record.Stamps = f.settled()
	if !p.record.Says("signature-fields") {
		p.record.SignatureFields = !p.record.Stamps.IgnoresOurs
	}
}
