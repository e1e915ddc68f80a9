package decree

import (
	"bytes"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"

	"ketluan/render/doc"
	"ketluan/render/kind"
	"ketluan/render/problem"
)

// A form is how documents of a system beside the decree's are told apart and
// measured, as its file says it.
type form struct {
	System string `yaml:"system"` // as render/kind names it
	Source string `yaml:"source"` // of rules that name no other

	Head      shape `yaml:"head"`      // what stands where the decree has Quốc hiệu
	Star      shape `yaml:"star"`      // what stands below the issuing body
	Dashes    shape `yaml:"dashes"`    // what stands below the abstract
	Number    shape `yaml:"number"`    // number and symbol, with a group "type"
	Authority shape `yaml:"authority"` // how a line begins that says for whom somebody signs

	Rules []clause `yaml:"rules"`

	system kind.System
}

// A clause is one rule of a form: what holds for every line of a part. What it
// does not say is left open.
type clause struct {
	ID     string `yaml:"id"`
	Source string `yaml:"source"`
	VI     string `yaml:"vi"`
	EN     string `yaml:"en"`
	Kinds  struct {
		Of  []string `yaml:"of"`
		But []string `yaml:"but"`
	} `yaml:"kinds"`

	Like    string    `yaml:"like"`    // a rule of the decree that measures it
	Measure string    `yaml:"measure"` // a length of the page, or what no line says alone
	Range   []float64 `yaml:"range"`   // of the measure

	Part     string `yaml:"part"`
	Required bool   `yaml:"required"` // the part must be there
	Text     shape  `yaml:"text"`
	Not      shape  `yaml:"not"`
	Starts   shape  `yaml:"starts"` // of the first line

	Size    []doc.PT  `yaml:"size"`
	OneSize bool      `yaml:"one-size"`
	Bold    *bool     `yaml:"bold"`
	Italic  *bool     `yaml:"italic"`
	Caps    *bool     `yaml:"caps"`
	Rule    []float64 `yaml:"rule"` // below the last line, in parts of its width
	Top     []doc.MM  `yaml:"top"`  // of the line, from the upper edge
	Side    string    `yaml:"side"` // of the page: "left", "right"
	Centred string    `yaml:"centred"`
	Under   string    `yaml:"under"`
	Over    string    `yaml:"over"`
	Margin  bool      `yaml:"margin"` // begins at the left margin
}

// A shape is a pattern of a line; nil takes any.
type shape struct{ *regexp.Regexp }

// UnmarshalYAML reads a pattern.
func (s *shape) UnmarshalYAML(n *yaml.Node) (err error) {
	s.Regexp, err = regexp.Compile(n.Value)
	return err
}

//go:embed forms/*.yaml
var formFiles embed.FS

// forms are those of all systems but the decree's.
var forms = sync.OnceValue(func() (all []*form) {
	entries, err := formFiles.ReadDir("forms")
	if err != nil {
		panic(err) // they are embedded
	}
	for _, e := range entries {
		src, err := formFiles.ReadFile("forms/" + e.Name())
		if err != nil {
			panic(err)
		}
		f := &form{}
		d := yaml.NewDecoder(bytes.NewReader(src))
		d.KnownFields(true)
		if err := d.Decode(f); err != nil {
			panic(fmt.Sprintf("%s: %v", e.Name(), err))
		}
		f.system, _ = kind.SystemNamed(f.System)
		all = append(all, f)
	}
	return all
})

// formOf returns the form of a kind's system; nil is the decree's.
func formOf(k kind.Kind) *form {
	for _, f := range forms() {
		if f.system.Name == k.System().Name && k != (kind.Kind{}) {
			return f
		}
	}
	return nil
}

// formShown returns the form that the first lines of page 1 show; nil is the
// decree's.
func formShown(lines []*line) *form {
	lines = lines[:min(len(lines), headLines)]
	shows := func(s shape) bool {
		return slices.ContainsFunc(lines, func(l *line) bool { return s.MatchString(l.text) })
	}
	for _, f := range forms() {
		if shows(f.Head) || shows(f.Star) && shows(f.Number) {
			return f
		}
	}
	return nil
}

// headLines are more than the lines above the type, with long names of bodies.
const headLines = 16

// rules are those of a form for a kind.
func (f *form) rules(k kind.Kind) (all []rule) {
	for _, c := range f.Rules {
		if slices.Contains(c.Kinds.But, k.Name) || c.Kinds.Of != nil && !k.In(c.Kinds.Of) {
			continue
		}
		place := c.Source
		if place == "" {
			place = f.Source
		}
		all = append(all, rule{c.ID, place, nil, problem.Text{VI: c.VI, EN: c.EN}, c.check})
	}
	return all
}

// ruleOf returns the rule of the decree that measures what a clause is about.
func ruleOf(id string) rule {
	for _, r := range slices.Concat(pageRules, titleRules, bodyRules, signatureRules, annexRules) {
		if r.id == id {
			return r
		}
	}
	panic("decree: no rule " + id)
}

// isHead reports the first line at the right of the top.
func (n *notice) isHead(l *line) bool {
	if n.form != nil {
		return n.form.Head.MatchString(l.text)
	}
	return quocHieuStart.MatchString(l.text)
}
