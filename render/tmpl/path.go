package tmpl

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// A path names a field of what the template is filled with: `.Agency.Name`, or
// `.` for itself.
type path struct {
	names string
	found map[reflect.Type][]int // index of the field in the types that the path may meet, as far as they are known
}

func (p *path) decodeNode(d *decoder, n *yaml.Node, field string) {
	p.found = map[reflect.Type][]int{}
	if n.Kind != yaml.ScalarNode || n.Decode(&p.names) != nil {
		d.problem(n, field, wanted(reflect.String))
	}
}

// of returns the value that the path leads to.
func (p path) of(dot any) (reflect.Value, error) {
	v := reflect.ValueOf(dot)
	if index := p.found[reflect.TypeOf(dot)]; index != nil && !v.IsNil() {
		if field, err := v.Elem().FieldByIndexErr(index); err == nil {
			return field, nil
		}
	}
	for name := range strings.SplitSeq(strings.Trim(p.names, "."), ".") {
		if name == "" {
			continue
		}
		for v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if v.Kind() == reflect.Map && v.MapIndex(reflect.ValueOf(name)).IsValid() { // a report
			v = v.MapIndex(reflect.ValueOf(name)).Elem()
			continue
		}
		if v.Kind() != reflect.Struct || !v.FieldByName(name).IsValid() {
			return reflect.Value{}, fmt.Errorf("filling the template in: there is no %s in %s", name, p.names)
		}
		v = v.FieldByName(name)
	}
	return v, nil
}

// each calls f for every element of the list that the path leads to.
func (p path) each(dot any, f func(i, n int, element any) error) error {
	v, err := p.of(dot)
	if err != nil {
		return err
	}
	if v.Kind() != reflect.Slice {
		return fmt.Errorf("filling the template in: %s is not a list", p.names)
	}
	for i := range v.Len() {
		if err := f(i, v.Len(), v.Index(i).Interface()); err != nil {
			return err
		}
	}
	return nil
}
