package tmpl

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/problem"
)

// A chart has a bar for each element of a list. Lengths are in mm, the space
// before in pt.
type chart struct {
	Title      *text    `yaml:"title"`
	TitleStyle string   `yaml:"title-style"`
	Style      string   `yaml:"style"` // of names and numbers
	Before     doc.PT   `yaml:"before"`
	Names      doc.MM   `yaml:"names"` // width of the column of names
	Height     doc.MM   `yaml:"height"`
	Gap        doc.MM   `yaml:"gap"`
	Alt        *text    `yaml:"alt"`
	Each       path     `yaml:"each"`
	Name       *text    `yaml:"name"`
	Series     []series `yaml:"series"`
}

// A series is left out where its condition does not hold.
type series struct {
	When    *condition `yaml:"when"`
	Name    string     `yaml:"name"`
	Count   path       `yaml:"count"` // of an element: .Figures.Overdue
	Fill    colour     `yaml:"fill"`
	Pattern pattern    `yaml:"pattern"`
}

// colour is a colour as six hexadecimal digits.
type colour doc.Colour

func (c *colour) decodeNode(d *decoder, n *yaml.Node, field string) {
	if _, err := fmt.Sscanf(n.Value, "%02x%02x%02x", &c.R, &c.G, &c.B); err != nil || len(n.Value) != 6 {
		d.problem(n, field, problem.Text{VI: "cần màu như \"70AD47\"", EN: "a colour like \"70AD47\" is wanted"})
	}
}

// pattern is a pattern by its name.
type pattern doc.Pattern

func (p *pattern) decodeNode(d *decoder, n *yaml.Node, field string) {
	patterns := map[string]doc.Pattern{"plain": doc.Plain, "rising": doc.Rising, "falling": doc.Falling, "level": doc.Level, "upright": doc.Upright, "crossed": doc.Crossed}
	value, ok := patterns[n.Value]
	if !ok {
		d.problem(n, field, problem.Text{VI: "cần plain, rising, falling, level, upright hoặc crossed", EN: "plain, rising, falling, level, upright or crossed is wanted"})
	}
	*p = pattern(value)
}

func (t *Template) checkChart(d *decoder, n *yaml.Node, field string, c *chart) {
	if c == nil {
		return
	}
	t.checkName(d, n, field+".style", c.Style, t.hasStyle)
	if c.Title != nil {
		t.checkName(d, n, field+".title-style", c.TitleStyle, t.hasStyle)
	}
	if c.Names <= 0 || c.Height <= 0 || c.Gap < 0 {
		d.problem(n, field, problem.Text{VI: "cần names và height lớn hơn 0", EN: "names and height over 0 are wanted"})
	}
	if c.Alt == nil || c.Each.names == "" || c.Name == nil || len(c.Series) == 0 {
		d.problem(n, field, problem.Text{VI: "biểu đồ cần each, name, series và alt (lời thay cho hình)", EN: "a chart has each, name, series and alt (words in place of the picture)"})
	}
	for i, s := range c.Series {
		if s.Name == "" || s.Count.names == "" {
			d.problem(n, fmt.Sprintf("%s.series[%d]", field, i+1), problem.Text{VI: "cần name và count", EN: "name and count are wanted"})
		}
	}
}

// chart fills a chart in; one without bars is left out.
func (f *filler) chart(c *chart, dot any) ([]doc.Block, error) {
	filled := &doc.Chart{Names: c.Names, Height: c.Height, Gap: c.Gap, Before: c.Before, Font: f.font(f.t.file.Styles[c.Style], c.Style, false, false)}
	var err error
	if filled.Alt, err = c.Alt.fill(dot); err != nil {
		return nil, err
	}
	title, err := c.Title.fill(dot)
	if err != nil {
		return nil, err
	}
	if title != "" {
		st := f.t.file.Styles[c.TitleStyle]
		filled.Title = &doc.Paragraph{Style: f.setting(c.TitleStyle), Spans: []doc.Span{{Text: title, Font: f.font(st, c.TitleStyle, false, false)}}}
	}
	var shown []series
	for _, s := range c.Series {
		switch holds, err := s.When.holds(dot); {
		case err != nil:
			return nil, err
		case holds:
			shown = append(shown, s)
			filled.Series = append(filled.Series, doc.Series{Name: s.Name, Fill: doc.Colour(s.Fill), Pattern: doc.Pattern(s.Pattern)})
		}
	}
	err = c.Each.each(dot, func(_, _ int, element any) error {
		bar, err := c.bar(element, shown)
		filled.Bars = append(filled.Bars, bar)
		return err
	})
	if err != nil || len(filled.Bars) == 0 {
		return nil, err
	}
	return []doc.Block{filled}, nil
}

func (c *chart) bar(element any, shown []series) (doc.Bar, error) {
	name, err := c.Name.fill(element)
	if err != nil {
		return doc.Bar{}, err
	}
	bar := doc.Bar{Name: name}
	for _, s := range shown {
		v, err := s.Count.of(element)
		if err != nil {
			return bar, err
		}
		if !v.CanInt() {
			return bar, fmt.Errorf("filling the template in: %s is not a whole number", s.Count.names)
		}
		bar.Counts = append(bar.Counts, int(v.Int()))
	}
	return bar, nil
}
