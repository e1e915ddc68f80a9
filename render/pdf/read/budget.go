package read

// maxSteps is what one file may cost: a step is a byte of a stream, read each
// time it is shown, a code of a table, a letter of a text. Files of 155 pages
// take 3 million; the whole of it takes about a second.
const maxSteps = 40_000_000

// What is dearer than a byte, in steps.
const (
	entrySteps    = 5 // of a table of texts or widths
	operatorSteps = 20
	keptSteps     = 100 // a text, rule or upright of a page: they are kept
	fontSteps     = 2000
)

// A budget ends the reading of a file that costs too much.
type budget struct {
	left int
	err  error // ErrWork once that is so
}

func newBudget() *budget { return &budget{left: maxSteps} }

// spend takes steps away, and reports whether there were as many.
func (b *budget) spend(steps int) bool {
	if b.left -= steps; b.left < 0 {
		b.left, b.err = 0, ErrWork
	}
	return b.err == nil
}
