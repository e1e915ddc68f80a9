package read

import (
	"math"

	"ketluan/render/doc"
)

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
	case "m", "l":
		if len(n) == 2 {
			if op == "m" {
				in.path = in.path[:0]
			}
			in.path = append(in.path, [2]float64{n[0], n[1]})
		}
	case "c", "v", "y", "h":
		in.path = in.path[:0]
	case "re":
		if len(n) == 4 && len(in.boxes) < 1000 {
			in.boxes = append(in.boxes, [4]float64(n))
		}
	case "S", "s":
		in.stroke()
		in.clear()
	case "f", "F", "f*", "B", "B*", "b", "b*":
		in.fillBoxes()
		in.clear()
	case "n":
		in.clear()
	default:
		return false
	}
	return true
}

func (in *interpreter) clear() { in.path, in.boxes = in.path[:0], in.boxes[:0] }

// stroke takes straight horizontal paths for rules, vertical ones for uprights.
func (in *interpreter) stroke() {
	for i := 1; i < len(in.path); i++ {
		x1, y1 := in.matrix.apply(in.path[i-1][0], in.path[i-1][1])
		x2, y2 := in.matrix.apply(in.path[i][0], in.path[i][1])
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

// fillBoxes takes flat rectangles for rules, narrow ones for uprights.
func (in *interpreter) fillBoxes() {
	for _, b := range in.boxes {
		x1, y1 := in.matrix.apply(b[0], b[1])
		x2, y2 := in.matrix.apply(b[0]+b[2], b[1]+b[3])
		if thick := math.Abs(y2 - y1); thick <= thickest && math.Abs(x2-x1) > 2*thick {
			in.rule(min(x1, x2), (y1+y2)/2, math.Abs(x2-x1), thick)
		}
		if thick := math.Abs(x2 - x1); thick <= thickest && math.Abs(y2-y1) > 2*thick {
			in.upright((x1+x2)/2, max(y1, y2), math.Abs(y2-y1), thick)
		}
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
