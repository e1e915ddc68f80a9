package record

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

// A unitForm is a unit as its file has it.
type unitForm struct {
	unit      Unit
	members   []name // of a group
	successor *yaml.Node
	r         *reader
	node      *yaml.Node
	at        string
}

// A name is a unit's name where a record or a profile uses it.
type name struct {
	text string
	r    *reader
	node *yaml.Node
	at   string
}

// isEverybody reports what stands for all units where a name is wanted.
func isEverybody(key string) bool { return key == "all" || key == "tất cả" }

func (r *reader) named(n *yaml.Node, at string) []name {
	var names []name
	for i, e := range r.list(n, at) {
		here := element(n, at, i)
		if s := r.required(e, here, r.text(e, here)); s != "" {
			names = append(names, name{s, r, e, here})
		}
	}
	return names
}

func (r *reader) units(n *yaml.Node, at string) []*unitForm {
	return r.unitForms(n, at, true, unitFields)
}

func (r *reader) groups(n *yaml.Node, at string) []*unitForm {
	return r.unitForms(n, at, false, groupFields)
}

// unitForms reads a list of mappings; where names do, a plain text is a unit of
// that name.
func (r *reader) unitForms(n *yaml.Node, at string, names bool, fields []field[unitForm]) []*unitForm {
	var forms []*unitForm
	for i, e := range r.list(n, at) {
		f := &unitForm{r: r, node: e, at: element(n, at, i)}
		if e.Kind == yaml.ScalarNode && names {
			f.unit.Name = r.required(e, f.at, r.text(e, f.at))
		} else {
			readMapping(r, e, f.at, fields, f)
		}
		if f.unit.Name != "" {
			forms = append(forms, f)
		}
	}
	return forms
}

// A directory finds units by any of their names.
type directory struct {
	units  []*Unit
	byName map[string]*Unit  // by folded name
	folded map[string]string // by name as written: items share few
	names  []string          // all, as written, for hints
	open   bool              // has no units: every name used becomes one
	all    *Unit             // stands for all single units

	compared int                       // names, to find those that are near
	circles  map[**Unit]*circle        // of lists of units, by their first element
	sets     map[**Unit]map[*Unit]bool // lists of units, by their first element
}

// newDirectory takes the units of an office up and reports names that two share.
func newDirectory(forms []*unitForm) *directory {
	d := &directory{byName: map[string]*Unit{}, folded: map[string]string{}, circles: map[**Unit]*circle{}, sets: map[**Unit]map[*Unit]bool{}, open: len(forms) == 0, all: &Unit{Name: "Tất cả các đơn vị", Everybody: true}}
	for _, f := range forms {
		u := &f.unit
		d.units = append(d.units, u)
		if len(f.members) == 0 && (f.successor == nil || isEmpty(f.successor)) {
			d.all.Members = append(d.all.Members, u)
		}
		for _, s := range append([]string{u.Name, u.Short}, u.Aliases...) {
			key := foldName(s)
			if key == "" {
				continue
			}
			if other := d.byName[key]; other != nil && other != u {
				f.r.problem(f.node, f.at, problem.Textf("tên %q đã là của %q", "the name %q is that of %q already", s, other.Name), problem.Textf("mỗi tên chỉ thuộc một đơn vị", "a name belongs to one unit only"))
				continue
			}
			d.byName[key] = u
			d.names = append(d.names, s)
		}
	}
	everybody := d.all
	for _, f := range forms {
		members := map[*Unit]bool{}
		for _, member := range d.lookUp(f.members) {
			if member.unit == d.all {
				f.unit.Members, everybody = d.all.Members, &f.unit
			} else if !members[member.unit] {
				members[member.unit] = true
				f.unit.Members = append(f.unit.Members, member.unit)
			}
		}
	}
	d.all = everybody // a group of all units is called by its own name
	d.succeed(forms)
	return d
}

// key is foldName, once for each name.
func (d *directory) key(name string) string {
	key, seen := d.folded[name]
	if !seen {
		key = foldName(name)
		d.folded[name] = key
	}
	return key
}

// find returns the unit of a name, nil with a problem where there is none.
func (d *directory) find(n name) *Unit {
	key := d.key(n.text)
	if u := d.byName[key]; u != nil {
		return u
	}
	if isEverybody(key) {
		return d.all
	}
	if d.open {
		u := &Unit{Name: n.text}
		d.byName[key] = u
		d.units = append(d.units, u)
		d.all.Members = append(d.all.Members, u)
		return u
	}
	if n.r.parser.full() { // nobody reads its hint
		n.r.parser.dropped++
		return nil
	}
	n.r.problem(n.node, n.at, problem.Textf("không có đơn vị nào tên %q", "there is no unit called %q", short(n.text)), d.hint(n))
	return nil
}

// hint says what a name that no unit has may have been meant to be.
func (d *directory) hint(n name) problem.Text {
	parts := strings.Split(n.text, ", ")
	unknown := func(part string) bool { return d.byName[foldName(part)] == nil }
	if len(parts) > 1 && !slices.ContainsFunc(parts, unknown) {
		if slices.ContainsFunc(parts[1:], func(part string) bool { return Continues(parts[0], part) }) {
			return problem.Textf("ở mục units dấu phẩy trong [ ] đã tách tên này thành %s: đặt cả tên trong ngoặc kép ở đó, hoặc ghi mỗi đơn vị một dòng sau dấu -",
				"in units a comma between [ and ] parts this name into %s: put the whole name in quotes there, or each unit on a line of its own behind a -", quotedList(parts))
		}
		return problem.Textf("đó là %d đơn vị: ghi trong ngoặc vuông [%s], hoặc mỗi đơn vị một dòng sau dấu -",
			"these are %d units: write them between brackets [%s], or each on a line of its own behind a -", len(parts), short(n.text))
	}
	if near := d.nearest(n.text); near != "" {
		return problem.Textf("có phải %q không? nếu là đơn vị khác thì thêm vào mục units của hồ sơ cơ quan", "is it %q? if it is another unit add it to units in the profile", near)
	}
	return problem.Textf("thêm đơn vị này vào mục units của hồ sơ cơ quan", "add the unit to units in the profile")
}

// maxCompared bounds the names that are compared for hints about one record.
const maxCompared = 200_000

// nearest returns the name that a word was most likely meant to be, "" where
// there is none, or too many to look.
func (d *directory) nearest(word string) string {
	if d.compared += len(d.names); d.compared > maxCompared {
		return ""
	}
	return problem.Nearest(word, d.names)
}

// A found is a unit with the name that it was looked up by.
type found struct {
	unit *Unit
	name name
}

// lookUp looks names up. What a comma parted is put together where only that is
// a unit, or told of as a whole.
func (d *directory) lookUp(names []name) []found {
	var all []found
	names = d.joined(names)
	for i := 0; i < len(names); i++ {
		if end := d.torn(names, i); end > i {
			d.tellTorn(names, i, end)
			i = end
		} else if u := d.find(names[i]); u != nil {
			all = append(all, found{u, names[i]})
		}
	}
	return all
}

// findAll looks names up and reports one that stands twice.
func (d *directory) findAll(names []name) []*Unit {
	var units []*Unit
	seen := map[*Unit]bool{}
	for _, f := range d.lookUp(names) {
		if n := f.name; seen[f.unit] {
			n.r.problem(n.node, n.at, problem.Textf("%q ghi hai lần", "%q stands here twice", f.unit.Name), problem.Textf("xóa một", "take one away"))
			continue
		}
		seen[f.unit] = true
		units = append(units, f.unit)
	}
	return units
}

// Dashes and the spaces around them do not tell names apart.
var (
	dashes      = strings.NewReplacer("–", "-", "—", "-", "\u00A0", " ")
	dashSpacing = strings.NewReplacer(" - ", "-", " -", "-", "- ", "-")
)

// foldName makes names comparable: small letters, one kind of dash, single spaces.
func foldName(s string) string {
	if isPlain(s) && strings.IndexByte(s, '-') < 0 && !strings.Contains(s, "\u00A0") { // as most: a quarter of the time
		return letters.ToLower(s)
	}
	s = strings.Join(strings.Fields(dashes.Replace(strings.ToLower(s))), " ")
	return dashSpacing.Replace(s)
}
