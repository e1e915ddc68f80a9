package tmpl

import (
	"reflect"
	"strings"
	"text/template/parse"

	"ketluan/render/record"
)

// command is the value of one command of a pipeline, with that of the one before.
func (c *compiler) command(cmd *parse.CommandNode, before []operand) operand {
	var args []operand
	for _, a := range cmd.Args[1:] {
		args = append(args, c.operand(a))
	}
	args = append(args, before...)
	switch n := cmd.Args[0].(type) {
	case *parse.IdentifierNode:
		return call(n.Ident, args)
	case *parse.FieldNode:
		last := len(n.Ident) - 1
		return link(chain(c.filledWith(), n.Ident[:last]), n.Ident[last], args...)
	}
	if len(args) > 0 {
		panic(unsure{})
	}
	return c.operand(cmd.Args[0])
}

// filledWith is dot.
func (c *compiler) filledWith() operand {
	return operand{func(f *frame) reflect.Value { return f.dot }, c.dot}
}

// operand is one word of a command.
func (c *compiler) operand(n parse.Node) operand {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.filledWith()
	case *parse.FieldNode:
		return chain(c.filledWith(), n.Ident)
	case *parse.VariableNode:
		i := c.find(n.Ident[0])
		return chain(operand{func(f *frame) reflect.Value { return f.vars[i] }, c.vars[i].typ}, n.Ident[1:])
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if n.IsInt && strings.Trim(n.Text, "0123456789") == "" {
			return constant(int(n.Int64))
		}
	case *parse.PipeNode:
		if len(n.Decl) == 0 {
			return c.pipe(n)
		}
	}
	panic(unsure{})
}

func constant(v any) operand {
	said := reflect.ValueOf(v)
	return operand{func(*frame) reflect.Value { return said }, said.Type()}
}

// chain follows the names of fields and of methods without arguments.
func chain(v operand, names []string) operand {
	for _, name := range names {
		v = link(v, name)
	}
	return v
}

// link goes one name further, to a method or else a field, as text/template does.
// Nil pointers make it panic.
func link(v operand, name string, args ...operand) operand {
	from, typ := v.value, v.typ
	if typ == nil || typ.Kind() == reflect.Interface {
		panic(unsure{})
	}
	if m, ok := typ.MethodByName(name); ok {
		if m.Type.NumOut() != 1 {
			panic(unsure{})
		}
		return operand{func(f *frame) reflect.Value { return from(f).Method(m.Index).Call(values(f, args))[0] }, m.Type.Out(0)}
	}
	if _, ok := reflect.PointerTo(typ).MethodByName(name); ok || len(args) > 0 {
		panic(unsure{}) // whether it is a method depends on where the value stands
	}
	pointer := typ.Kind() == reflect.Pointer
	if pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		panic(unsure{})
	}
	field, ok := typ.FieldByName(name)
	if !ok || !field.IsExported() {
		panic(unsure{})
	}
	if pointer {
		return operand{func(f *frame) reflect.Value { return from(f).Elem().FieldByIndex(field.Index) }, field.Type}
	}
	return operand{func(f *frame) reflect.Value { return from(f).FieldByIndex(field.Index) }, field.Type}
}

func values(f *frame, args []operand) []reflect.Value {
	all := make([]reflect.Value, len(args))
	for i, a := range args {
		all[i] = a.value(f)
	}
	return all
}

// call is the value of a function.
func call(name string, args []operand) operand {
	switch {
	case name == "and" || name == "or":
		return either(name == "or", args)
	case name == "not" && len(args) == 1:
		return operand{func(f *frame) reflect.Value { return reflect.ValueOf(!truth(args[0].value(f))) }, reflect.TypeFor[bool]()}
	case name == "len" && len(args) == 1:
		return operand{func(f *frame) reflect.Value { return reflect.ValueOf(length(args[0].value(f))) }, reflect.TypeFor[int]()}
	case (name == "eq" || name == "ne") && len(args) == 2:
		return operand{func(f *frame) reflect.Value {
			return reflect.ValueOf(equal(args[0].value(f), args[1].value(f)) == (name == "eq"))
		}, reflect.TypeFor[bool]()}
	}
	fn, ok := functions[name]
	if !ok {
		fn, ok = joiners[name]
	}
	if !ok {
		panic(unsure{})
	}
	return operand{invoked(fn, args), reflect.TypeOf(fn).Out(0)}
}

// either is the first of the values that is as wanted, or the last one.
func either(wanted bool, args []operand) operand {
	return operand{func(f *frame) (v reflect.Value) {
		for _, a := range args {
			if v = a.value(f); truth(v) == wanted {
				break
			}
		}
		return v
	}, nil}
}

func length(v reflect.Value) int {
	if v.Kind() != reflect.Slice {
		panic(unsure{})
	}
	return v.Len()
}

func equal(a, b reflect.Value) bool {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.Kind() == reflect.Int && b.Kind() == reflect.Int:
		return a.Int() == b.Int()
	}
	panic(unsure{})
}

// invoked calls a function; arguments of other types make it panic. The kinds of
// functions that most texts call are not called by reflection, which takes ten
// times as long.
func invoked(fn any, args []operand) value {
	switch fn := fn.(type) {
	case func(string) string:
		if len(args) == 1 {
			return func(f *frame) reflect.Value { return reflect.ValueOf(fn(stringOf(args[0].value(f)))) }
		}
	case func([]*record.Unit, string) (string, error):
		if len(args) == 2 {
			return func(f *frame) reflect.Value {
				s, err := fn(args[0].value(f).Interface().([]*record.Unit), stringOf(args[1].value(f)))
				if err != nil {
					panic(unsure{})
				}
				return reflect.ValueOf(s)
			}
		}
	}
	called := reflect.ValueOf(fn)
	return func(f *frame) reflect.Value {
		results := called.Call(values(f, args))
		if len(results) > 1 && !results[1].IsNil() {
			panic(unsure{})
		}
		return results[0]
	}
}
