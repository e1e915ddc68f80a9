package tmpl

import (
	"reflect"
	"text/template"
	"text/template/parse"
)

// text looks at the fields that a text names, filled with a type.
func (f *spelling) text(t *text, field string, dot reflect.Type) {
	if t != nil && t.template != nil {
		f.leaf(t, field, 0, dot)
	}
}

// condition looks at those of a condition.
func (f *spelling) condition(c *condition, field string, dot reflect.Type) {
	if c != nil && c.template != nil {
		f.leaf(&c.text, field, len(beforeCondition), dot)
	}
}

// leaf looks at a text that has some bytes before what stands in the file.
func (f *spelling) leaf(t *text, field string, before int, dot reflect.Type) {
	r := &reader{spelling: f, field: field, value: t.literal[before:], before: before, template: t.template, seen: map[use]bool{}}
	r.read(t.template.Name(), dot)
	t.compile(dot)
}

// A reader follows the types through one text as text/template would follow the
// values. A nil type is one that nobody knows.
type reader struct {
	*spelling
	field    string
	value    string // as the file has it
	before   int    // bytes of the text before the value
	template *template.Template
	seen     map[use]bool // templates within the text, by what they are filled with
	vars     []variable
}

type variable struct {
	name string // with its $
	typ  reflect.Type
}

// read reads a template of the text, filled with dot.
func (r *reader) read(name string, dot reflect.Type) {
	t := r.template.Lookup(name)
	if t == nil || t.Tree == nil || r.seen[use{name, dot}] {
		return
	}
	r.seen[use{name, dot}] = true
	outer := r.vars
	r.vars = []variable{{"$", dot}}
	r.list(t.Root, dot)
	r.vars = outer
}

// list reads nodes; the variables that they declare end with them.
func (r *reader) list(l *parse.ListNode, dot reflect.Type) {
	if l == nil {
		return
	}
	mark := len(r.vars)
	for _, n := range l.Nodes {
		r.node(n, dot)
	}
	r.vars = r.vars[:mark]
}

func (r *reader) node(n parse.Node, dot reflect.Type) {
	mark := len(r.vars)
	switch n := n.(type) {
	case *parse.ActionNode:
		r.pipe(n.Pipe, dot)
		return // what it declares goes on
	case *parse.IfNode:
		r.pipe(n.Pipe, dot)
		r.list(n.List, dot)
		r.list(n.ElseList, dot)
	case *parse.WithNode:
		r.list(n.List, r.pipe(n.Pipe, dot))
		r.list(n.ElseList, dot)
	case *parse.RangeNode:
		r.list(n.List, r.ranged(n.Pipe, dot))
		r.list(n.ElseList, dot)
	case *parse.TemplateNode:
		var with reflect.Type
		if n.Pipe != nil {
			with = r.pipe(n.Pipe, dot)
		}
		r.read(n.Name, with)
	}
	r.vars = r.vars[:mark]
}

// ranged returns the type of the elements of a range, and declares its
// variables: the element, or the index and the element.
func (r *reader) ranged(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	index, element := parts(r.last(p, dot))
	declared := []reflect.Type{element}
	if len(p.Decl) == 2 {
		declared = []reflect.Type{index, element}
	}
	for i, v := range p.Decl {
		r.declare(v, p.IsAssign, declared[min(i, len(declared)-1)])
	}
	return element
}

// parts returns the types of the indexes and elements of a list.
func parts(list reflect.Type) (index, element reflect.Type) {
	list = pointed(list)
	if list == nil {
		return nil, nil
	}
	switch list.Kind() {
	case reflect.Slice, reflect.Array:
		return reflect.TypeFor[int](), known(list.Elem())
	case reflect.Map:
		return known(list.Key()), known(list.Elem())
	case reflect.Int:
		return list, list
	}
	return nil, nil
}

// pipe returns the type of a pipeline's value, and declares its variables.
func (r *reader) pipe(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	typ := r.last(p, dot)
	for _, v := range p.Decl {
		r.declare(v, p.IsAssign, typ)
	}
	return typ
}

// last returns the type of the value of a pipeline's last command.
func (r *reader) last(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	var typ reflect.Type
	for _, c := range p.Cmds {
		typ = r.command(c, dot)
	}
	return typ
}

// declare gives a variable its type. One that is given values of two types may
// hold either from then on.
func (r *reader) declare(v *parse.VariableNode, again bool, typ reflect.Type) {
	if !again {
		r.vars = append(r.vars, variable{v.Ident[0], typ})
		return
	}
	for i := len(r.vars) - 1; i >= 0; i-- {
		if r.vars[i].name == v.Ident[0] {
			if r.vars[i].typ != typ {
				r.vars[i].typ = nil
			}
			return
		}
	}
}

func (r *reader) command(c *parse.CommandNode, dot reflect.Type) reflect.Type {
	args := make([]reflect.Type, len(c.Args))
	for i, a := range c.Args {
		args[i] = r.operand(a, dot)
	}
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return called(name.Ident, args[1:])
	}
	return args[0]
}

// operand returns the type of one word of a command.
func (r *reader) operand(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return r.chain(dot, n.Ident, start(n))
	case *parse.VariableNode:
		for i := len(r.vars) - 1; i >= 0; i-- {
			if r.vars[i].name == n.Ident[0] {
				return r.chain(r.vars[i].typ, n.Ident[1:], int(n.Pos))
			}
		}
	case *parse.ChainNode:
		return r.chain(r.operand(n.Node, dot), n.Field, int(n.Pos))
	case *parse.PipeNode:
		return r.pipe(n, dot)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.NumberNode:
		if n.IsInt {
			return reflect.TypeFor[int]()
		}
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	}
	return nil
}

// start returns where a chain of fields begins: the parser gives the place of
// the second, where there is one.
func start(n *parse.FieldNode) int {
	if len(n.Ident) > 1 {
		return int(n.Pos) - len(".") - len(n.Ident[0])
	}
	return int(n.Pos)
}

// chain follows fields and methods from a type on. At is where the first begins
// in the text, with its full stop.
func (r *reader) chain(typ reflect.Type, idents []string, at int) reflect.Type {
	for _, name := range idents {
		if typ == nil {
			return nil
		}
		next, ok := r.member(typ, name)
		if !ok {
			r.misspelt(r.field, r.value, at+len(".")-r.before, name, typ)
			return nil
		}
		typ, at = next, at+len(".")+len(name)
	}
	return typ
}
