package read

import "math"

// A matrix maps coordinates: a b c d e f of ISO 32000-1, 8.3.3.
type matrix [6]float64

// times returns the matrix that applies m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// height returns by how much m stretches what is upright, across the baseline
// where it is slanted.
func (m matrix) height() float64 {
	along := math.Hypot(m[0], m[1])
	if along == 0 {
		return math.Hypot(m[2], m[3])
	}
	return math.Abs(m[0]*m[3]-m[1]*m[2]) / along
}

// slanted reports a matrix by which programs make italics of an upright face.
func (m matrix) slanted() bool { return m[2] > 0.1*math.Abs(m[3]) }

// upright reports whether what is horizontal stays so.
func (m matrix) upright() bool { return math.Abs(m[1]) < 1e-6*math.Abs(m[0]) && m[0] > 0 && m[3] > 0 }

// of makes a matrix of operands, if they are six numbers.
func matrixOf(operands []any) (m matrix, ok bool) {
	if len(operands) != 6 {
		return m, false
	}
	for i, o := range operands {
		if m[i], ok = o.(float64); !ok {
			return m, false
		}
	}
	return m, true
}
