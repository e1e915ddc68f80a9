package read

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/render/doc"
)

// A state is what q saves and Q brings back.
type state struct {
	matrix    matrix
	black     bool
	inked     bool // colours are amounts of one ink, black
	lineWidth float64

	face              *face
	size              float64
	charSpace         float64
	wordSpace, leader float64
	scale, rise       float64
	mode              float64 // how glyphs are painted
}

// An interpreter carries the operators of a page out, as far as they show
// texts and horizontal rules.
type interpreter struct {
	*reader
	page   *Page
	height float64 // of the page, pt

	state
	saved     []state
	text      matrix // of the text
	line      matrix // of its line
	path      []point
	boxes     [][4]float64 // rectangles: x, y, width, height
	resources types.Dict
	depth     int
}

// maxSaved bounds how many states are saved.
const maxSaved = 100

func (in *interpreter) run(content []byte, resources types.Dict, depth int) error {
	outer := in.resources
	in.resources, in.depth = resources, depth
	defer func() { in.resources, in.depth = outer, depth-1 }()
	l := &lexer{content: content, budget: in.budget}
	var operands []any
	for {
		token, ok := l.next(0)
		if !ok {
			return in.err
		}
		op, isOp := token.(opToken)
		if !isOp {
			if len(operands) < 64 {
				operands = append(operands, token)
			}
			continue
		}
		if !in.spend(operatorSteps) {
			return in.err
		}
		if op == "ID" {
			l.skipImage()
		}
		if err := in.do(string(op), operands); err != nil {
			return err
		}
		operands = operands[:0]
	}
}

// skipImage passes over the bytes of an image that stands in the content.
func (l *lexer) skipImage() {
	for ; l.at+3 < len(l.content); l.at++ {
		if string(l.content[l.at+1:l.at+3]) == "EI" && l.content[l.at] <= ' ' && l.content[l.at+3] <= ' ' {
			l.at += 3
			return
		}
	}
	l.at = len(l.content)
}

func (in *interpreter) do(op string, operands []any) error {
	switch op {
	case "q":
		if len(in.saved) < maxSaved {
			in.saved = append(in.saved, in.state)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			in.state, in.saved = in.saved[n-1], in.saved[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(operands); ok {
			in.matrix = m.times(in.matrix)
		}
	case "Do":
		return in.form(operands)
	case "cs": // begins with black, in all that documents use
		in.black, in.inked = true, in.isInk(operands)
	case "sc", "scn":
		in.black = isBlack(operands) != in.inked
	case "g", "rg", "k":
		in.black, in.inked = isBlack(operands), false
	default:
		if !in.paint(op, operands) {
			in.write(op, operands)
		}
	}
	return nil
}

// nearBlack is how light a colour may be that counts as black.
const nearBlack = 0.1

// isBlack reports a colour that is black in grey, RGB or CMYK.
func isBlack(operands []any) bool {
	n := numbers(operands)
	if n == nil && len(operands) > 0 {
		return false // a pattern
	}
	if len(n) == 4 {
		for i := range 3 {
			n[i] = (1 - n[i]) * (1 - n[3])
		}
		n = n[:3]
	}
	return !slices.ContainsFunc(n, func(v float64) bool { return v > nearBlack })
}

// isInk reports a colour space of the one ink black, whose full amount is 1.
func (in *interpreter) isInk(operands []any) bool {
	if len(operands) != 1 {
		return false
	}
	name, _ := operands[0].(nameToken)
	space := in.array(in.dict(in.resources["ColorSpace"])[string(name)])
	if len(space) < 2 || in.name(space[0]) != "Separation" {
		return false
	}
	ink := in.name(space[1])
	return ink == "Black" || ink == "All"
}

// form shows a form within the page.
func (in *interpreter) form(operands []any) error {
	if len(operands) != 1 || in.depth >= maxForms {
		return nil
	}
	name, _ := operands[0].(nameToken)
	o := in.dict(in.resources["XObject"])[string(name)]
	d := in.dict(o)
	if in.name(d["Subtype"]) != "Form" {
		return nil
	}
	content, err := in.stream(o)
	if err != nil {
		return err
	}
	saved := in.state
	defer func() { in.state = saved }()
	if a := in.array(d["Matrix"]); len(a) == len(matrix{}) {
		var m matrix
		for i, n := range a {
			m[i], _ = in.number(n)
		}
		in.matrix = m.times(in.matrix)
	}
	resources := in.dict(d["Resources"])
	if resources == nil {
		resources = in.resources
	}
	return in.run(content, resources, in.depth+1)
}

// mm returns a place in mm from the top left corner.
func (in *interpreter) mm(x, y float64) (doc.MM, doc.MM) {
	return doc.PT(x).MM(), doc.PT(in.height - y).MM()
}
