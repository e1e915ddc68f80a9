package doc

// A Chart is a frame with a bar for each of several things, stacked of what
// the series count of it: a legend above the bars, the name of each at its
// left, and the numbers within the bars and behind them. It goes on to the next
// page between two bars only.
type Chart struct {
	Title  *Paragraph // nil has none
	Font   Font       // of names and numbers
	Series []Series   // in the order of the parts of a bar, from the left
	Bars   []Bar
	Names  MM // width of the names' column
	Height MM // of a bar
	Gap    MM // between bars
	Before PT
	Alt    string // what it shows, for those who do not see it
}

// A Series is one part of all bars. Fill and pattern set it apart from those
// beside it, the pattern also on paper without colours.
type Series struct {
	Name    string
	Fill    Colour
	Pattern Pattern
}

// A Bar is one bar.
type Bar struct {
	Name   string
	Counts []int // by series, none negative
}

// A Colour is red, green and blue.
type Colour struct{ R, G, B uint8 }

// A Pattern is black lines over the fill of a part.
type Pattern int

// The patterns.
const (
	Plain Pattern = iota
	Rising
	Falling
	Level
	Upright
	Crossed
)
