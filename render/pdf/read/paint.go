package read

import (
	"math"
	"strings"

	"ketluan/render/doc"
)

// maxPath bounds how many points of a path are kept.
const maxPath = 50_000

// thickest is how thick a rule may be, in pt; more is a bar or a box.
const thickest = 3.0

// paint carries the operators of paths out and reports whether op is one.
func (in *interpreter) paint(op string, operands []any) bool {
	n := numbers(operands)
	switch op {
	case "w":
		if len(n) == 1 {
			in.lineWidth = n[0]
		}
	case "m", "l", "c", "v", "y":
		if k := len(n); k >= 2 && len(in.path) < maxPath {
			in.path = append(in.path, point{n[k-2], n[k-1], op})
		}
	case "h":
		in.close()
	case "re":
		if len(n) == 4 && len(in.boxes) < 1000 {
			in.boxes = append(in.boxes, [4]float64(n))
		}
	case "S", "s", "B", "B*", "b", "b*":
		if strings.ContainsAny(op, "sb") {
			in.close()
		}
		if strings.ContainsAny(op, "Bb") {
			in.fill()
		}
		in.stroke()
		in.clear()
	case "f", "F", "f*":
		in.fill()
		in.clear()
	case "n":
		in.clear()
	default:
		return false
	}
	return true
}

func (in *interpreter) clear() { in.path, in.boxes = in.path[:0], in.boxes[:0] }

// A point is where an operator of a path ends.
type point struct {
	x, y float64
	op   string // m, l; c, v or y of a curve
}

// close leads a path back to where its last part began.
func (in *interpreter) close() {
	for i := len(in.path) - 1; i >= 0 && in.spend(1); i-- {
		if p := in.path[i]; p.op == "m" {
			in.path = append(in.path, point{p.x, p.y, "l"})
			return
		}
	}
}

// stroke takes straight horizontal paths for rules, vertical ones for uprights.
func (in *interpreter) stroke() {
	for i := 1; i < len(in.path); i++ {
		if in.path[i].op != "l" {
			continue
		}
		x1, y1 := in.matrix.apply(in.path[i-1].x, in.path[i-1].y)
		x2, y2 := in.matrix.apply(in.path[i].x, in.path[i].y)
		if math.Abs(y1-y2) < 0.1 && math.Abs(x1-x2) > 1 {
			in.rule(min(x1, x2), y1, math.Abs(x2-x1), in.lineWidth*in.matrix.height())
		}
		if math.Abs(x1-x2) < 0.1 && math.Abs(y1-y2) > 1 {
			in.upright(x1, max(y1, y2), math.Abs(y2-y1), in.lineWidth*in.matrix.height())
		}
	}
	for _, b := range in.boxes { // the four sides of a rectangle
		x1, y1 := in.matrix.apply(b[0], b[1])
		x2, y2 := in.matrix.apply(b[0]+b[2], b[1]+b[3])
		thick := in.lineWidth * in.matrix.height()
		for _, y := range []float64{y1, y2} {
			in.rule(min(x1, x2), y, math.Abs(x2-x1), thick)
		}
		for _, x := range []float64{x1, x2} {
			in.upright(x, max(y1, y2), math.Abs(y2-y1), thick)
		}
	}
}

// fill takes flat rectangles for rules, narrow ones for uprights, whether they
// are one operator or a path of four lines.
func (in *interpreter) fill() {
	for _, b := range in.boxes {
		in.fillBox(b[0], b[1], b[0]+b[2], b[1]+b[3])
	}
	for from := 0; from < len(in.path); {
		to := from + 1
		for to < len(in.path) && in.path[to].op != "m" {
			to++
		}
		if part := in.path[from:to]; isBox(part) {
			in.fillBox(part[0].x, part[0].y, part[2].x, part[2].y)
		}
		from = to
	}
}

// isBox reports a path of four lines along both ways, whose last may be left out.
func isBox(path []point) bool {
	if n := len(path); n < 4 || n > 6 {
		return false
	}
	for i, p := range path {
		if q := path[max(i-1, 0)]; i > 0 && (p.op != "l" || p.x != q.x && p.y != q.y) {
			return false
		}
		if i > 3 && p != (point{path[0].x, path[0].y, "l"}) {
			return false
		}
	}
	return path[0].x == path[3].x || path[0].y == path[3].y
}

func (in *interpreter) fillBox(left, bottom, right, top float64) {
	x1, y1 := in.matrix.apply(left, bottom)
	x2, y2 := in.matrix.apply(right, top)
	if thick := math.Abs(y2 - y1); thick <= thickest && math.Abs(x2-x1) > 2*thick {
		in.rule(min(x1, x2), (y1+y2)/2, math.Abs(x2-x1), thick)
	}
	if thick := math.Abs(x2 - x1); thick <= thickest && math.Abs(y2-y1) > 2*thick {
		in.upright((x1+x2)/2, max(y1, y2), math.Abs(y2-y1), thick)
	}
}

// maxRules bounds how many rules of a page are kept.
const maxRules = 5000

func (in *interpreter) rule(x, y, width, thickness float64) {
	if thickness > thickest || len(in.page.Rules) >= maxRules || !in.spend(keptSteps) {
		return
	}
	left, top := in.mm(x, y)
	in.page.Rules = append(in.page.Rules, Rule{X: left, Y: top, Width: doc.PT(width).MM(), Thickness: doc.PT(thickness).MM()})
}

// upright takes the upper end of a vertical line.
func (in *interpreter) upright(x, y, height, thickness float64) {
	if thickness > thickest || len(in.page.Uprights) >= maxRules || !in.spend(keptSteps) {
		return
	}
	left, top := in.mm(x, y)
	in.page.Uprights = append(in.page.Uprights, Upright{X: left, Y: top, Height: doc.PT(height).MM()})
}

// numbers returns operands that are all numbers; nil otherwise.
func numbers(operands []any) []float64 {
	all := make([]float64, len(operands))
	for i, o := range operands {
		n, ok := o.(float64)
		if !ok {
			return nil
		}
		all[i] = n
	}
	return all
}
