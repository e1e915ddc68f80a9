package read

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// widestRow bounds the bytes of a row that is predicted.
const widestRow = 1 << 16

// predicted takes the prediction from content whose rows were written as what
// differs from the row above (ISO 32000-1, 7.4.4.4).
func (r objects) predicted(content []byte, parameters types.Dict) ([]byte, error) {
	number := func(key string, otherwise float64) float64 {
		if n, ok := r.number(parameters[key]); ok {
			return n
		}
		return otherwise
	}
	predictor := number("Predictor", 1)
	if predictor <= 1 {
		return content, nil
	}
	sample := number("Colors", 1) * number("BitsPerComponent", 8)
	bits := sample * number("Columns", 1)
	if predictor < 10 || !(bits > 0 && bits <= 8*widestRow && sample > 0) {
		return nil, ErrStream // TIFF's, which no content has
	}
	row, before := (int(bits)+7)/8, max(int(sample)/8, 1)
	above := make([]byte, row)
	plain := make([]byte, 0, len(content))
	for len(content) > 1 {
		kind := content[0]
		line := append([]byte(nil), content[1:min(1+row, len(content))]...)
		content = content[min(1+row, len(content)):]
		for i := range line {
			var left, corner byte
			if i >= before {
				left, corner = line[i-before], above[i-before]
			}
			switch kind {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		plain = append(plain, line...)
		copy(above, line)
	}
	return plain, nil
}

// paeth is the one of three neighbours that is nearest to what they foretell.
func paeth(left, above, corner byte) byte {
	guess := int(left) + int(above) - int(corner)
	off := func(b byte) int { return max(guess-int(b), int(b)-guess) }
	switch {
	case off(left) <= off(above) && off(left) <= off(corner):
		return left
	case off(above) <= off(corner):
		return above
	}
	return corner
}
