package read

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ketluan/render/doc"
)

// A state is what q saves and Q brings back.
type state struct {
	matrix             matrix
	black, strokeBlack bool
	lineWidth          float64

	face              *face
	size              float64
	charSpace         float64
	wordSpace, leader float64
	scale, rise       float64
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
	path      [][2]float64
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
	case "g", "rg", "k", "sc", "scn":
		in.black = isBlack(operands)
	case "G", "RG", "K", "SC", "SCN":
		in.strokeBlack = isBlack(operands)
	default:
		if !in.paint(op, operands) {
			in.write(op, operands)
		}
	}
	return nil
}

// isBlack reports a colour that is black in grey, RGB or CMYK.
func isBlack(operands []any) bool {
	for i, o := range operands {
		n, ok := o.(float64)
		if want := 0.0; !ok || len(operands) == 4 && i == 3 && n < 0.9 || !(len(operands) == 4 && i == 3) && n > want+0.1 {
			return false
		}
	}
	return true
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
