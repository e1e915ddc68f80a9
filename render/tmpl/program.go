package tmpl

import (
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// A program is a text for one type of what it is filled with: its fields and
// functions are found once, where text/template looks for each of them whenever it
// comes by (that was two thirds of the time of filling a notice in). It does what
// text/template would do to the letter. What it is not sure of, and everything that
// goes wrong, it leaves to text/template, which then says what it is.
type program struct {
	acts []act
	vars int
}

type (
	act   func(f *frame)
	value func(f *frame) reflect.Value
)

// unsure is what ends a program, or the making of one, by a panic.
type unsure struct{}

// A frame is a run of a program.
type frame struct {
	dot  reflect.Value
	vars []reflect.Value // the first is $
	said []string
	size int       // of what is said, bytes
	few  [4]string // room for it, which most texts need no more of
}

// run returns the words of a text for dot, false where text/template is to fill it
// in. Functions that panic are among that, as nil pointers are.
func (p *program) run(dot any) (words string, ok bool) {
	defer func() { ok = recover() == nil }()
	f := &frame{dot: reflect.ValueOf(dot), vars: make([]reflect.Value, p.vars)}
	f.vars[0], f.said = f.dot, f.few[:0]
	f.all(p.acts)
	return strings.Join(f.said, ""), true
}

func (f *frame) all(acts []act) {
	for _, do := range acts {
		do(f)
	}
}

func (f *frame) say(s string) {
	if f.size += len(s); f.size > maxWords {
		panic(unsure{})
	}
	f.said = append(f.said, s)
}

// A compiler makes a program. Types are those of values as far as they are known.
type compiler struct {
	dot  reflect.Type
	vars []variable
	most int // variables at a time
}

// An operand is a value with its type, nil where that is not known.
type operand struct {
	value
	typ reflect.Type
}

// compiled returns the program of a text for a type; nil where text/template has
// to fill it in.
func compiled(text *parse.ListNode, dot reflect.Type) (p *program) {
	defer func() {
		if r := recover(); r != nil && r != any(unsure{}) {
			panic(r)
		}
	}()
	c := &compiler{dot: dot, vars: []variable{{"$", dot}}, most: 1}
	acts := c.list(text)
	return &program{acts, c.most}
}

func (c *compiler) list(l *parse.ListNode) []act {
	if l == nil {
		return nil
	}
	var acts []act
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			if s := string(n.Text); s != turn { // of the whole text, which who runs it has counted
				acts = append(acts, func(f *frame) { f.say(s) })
			}
		case *parse.ActionNode:
			acts = append(acts, c.action(n.Pipe))
		case *parse.IfNode:
			acts = append(acts, c.branch(&n.BranchNode, false))
		case *parse.WithNode:
			acts = append(acts, c.branch(&n.BranchNode, true))
		default:
			panic(unsure{})
		}
	}
	return acts
}

// action says the value of a pipeline that declares nothing.
func (c *compiler) action(p *parse.PipeNode) act {
	v := c.pipe(p)
	switch {
	case len(p.Decl) > 0:
		return func(f *frame) { v.value(f) }
	case v.typ != nil && v.typ != reflect.TypeFor[string]() && v.typ != reflect.TypeFor[int]():
		panic(unsure{})
	}
	return func(f *frame) {
		said := v.value(f)
		if said.Type() == reflect.TypeFor[int]() {
			f.say(strconv.FormatInt(said.Int(), 10))
			return
		}
		f.say(stringOf(said))
	}
}

// stringOf returns a value that is a plain string.
func stringOf(v reflect.Value) string {
	if v.Type() != reflect.TypeFor[string]() {
		panic(unsure{})
	}
	return v.String()
}

// branch is an if, or a with.
func (c *compiler) branch(n *parse.BranchNode, with bool) act {
	mark, outer := len(c.vars), c.dot
	v := c.pipe(n.Pipe)
	if with {
		c.dot = v.typ
	}
	holds := c.list(n.List)
	c.dot = outer
	otherwise := c.list(n.ElseList)
	c.vars = c.vars[:mark]
	return func(f *frame) {
		said, outer := v.value(f), f.dot
		if !truth(said) {
			f.all(otherwise)
			return
		}
		if with {
			f.dot = said
		}
		f.all(holds)
		f.dot = outer
	}
}

// truth is what text/template takes a value for in a condition.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Int:
		return v.Int() != 0
	case reflect.Pointer:
		return !v.IsNil()
	}
	panic(unsure{})
}

// pipe is the value of a pipeline, which its variables are given.
func (c *compiler) pipe(p *parse.PipeNode) operand {
	var before []operand
	for _, cmd := range p.Cmds {
		before = []operand{c.command(cmd, before)}
	}
	v := before[0]
	for _, name := range p.Decl {
		slot := c.slot(name.Ident[0], p.IsAssign, v.typ)
		given := v.value
		v.value = func(f *frame) reflect.Value {
			f.vars[slot] = given(f)
			return f.vars[slot]
		}
	}
	return v
}

// slot returns where a variable is kept. One that is given values of two types may
// hold either.
func (c *compiler) slot(name string, again bool, typ reflect.Type) int {
	if !again {
		c.vars = append(c.vars, variable{name, typ})
		c.most = max(c.most, len(c.vars))
		return len(c.vars) - 1
	}
	i := c.find(name)
	if c.vars[i].typ != typ {
		c.vars[i].typ = nil
	}
	return i
}

func (c *compiler) find(name string) int {
	for i := len(c.vars) - 1; i >= 0; i-- {
		if c.vars[i].name == name {
			return i
		}
	}
	panic(unsure{})
}
