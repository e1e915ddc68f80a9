package tmpl

import "reflect"

// pointed returns the type behind pointers.
func pointed(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// known returns a type, or nil where a value of it may be anything.
func known(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Interface {
		return nil
	}
	return t
}

// member returns the type of the field, method or key that a text of
// text/template reaches by a name, nil where it may be anything. It is not ok
// where there is none.
func member(t reflect.Type, name string) (of reflect.Type, ok bool) {
	t = pointed(t)
	if t.Kind() == reflect.Interface {
		return nil, true
	}
	if m, found := reflect.PointerTo(t).MethodByName(name); found {
		return result(m.Type), true
	}
	if t.Kind() == reflect.Map && t.Key().Kind() == reflect.String {
		return known(t.Elem()), true
	}
	field, ok := structField(t, name)
	if !ok {
		return nil, false
	}
	return known(field.Type), true
}

// structField returns the field of a struct, also one that it embeds.
func structField(t reflect.Type, name string) (field reflect.StructField, ok bool) {
	if t.Kind() == reflect.Struct {
		field, ok = t.FieldByName(name)
	}
	return field, ok && field.IsExported()
}

// result returns the type of what a function gives, nil where it may be anything.
func result(f reflect.Type) reflect.Type {
	if f.NumOut() == 0 {
		return nil
	}
	return known(f.Out(0))
}

// namesOf returns the names that a text can reach in a type.
func namesOf(t reflect.Type) []string {
	var names []string
	for m := range reflect.PointerTo(t).Methods() {
		names = append(names, m.Name)
	}
	if t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && !f.Anonymous {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

// called returns the type of what a function gives for arguments, nil where
// nobody knows.
func called(name string, args []reflect.Type) reflect.Type {
	if f, ok := functions[name]; ok {
		return result(reflect.TypeOf(f))
	}
	switch name {
	case "and", "or":
		for _, a := range args {
			if a != args[0] {
				return nil
			}
		}
		if len(args) > 0 {
			return args[0]
		}
	case "not", "eq", "ne", "lt", "le", "gt", "ge":
		return reflect.TypeFor[bool]()
	case "len":
		return reflect.TypeFor[int]()
	case "html", "js", "print", "printf", "println", "urlquery":
		return reflect.TypeFor[string]()
	case "index":
		if len(args) == 2 {
			_, element := parts(args[0])
			return element
		}
	}
	return nil
}
