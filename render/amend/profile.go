package amend

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// A Profile is an office's profile as a form: fields as those of a record, and
// below them units and signers, one a row.
type Profile struct {
	Fields  []Field  `json:"fields"`
	Units   []Member `json:"units"`
	Signers []Member `json:"signers"`
}

// A Member is a unit or a signer, as the file has it.
type Member struct {
	Place  string            `json:"place"`  // units_2, signers_1
	Key    string            `json:"key"`    // by which records name a signer
	Values map[string]string `json:"values"` // of the keys that a row shows, "; " between several
	Also   []string          `json:"also"`   // what else the file says of it, to be changed as text
}

// memberKeys are the keys that a row shows, by the lists of a profile.
var memberKeys = map[string][]string{
	"units": {"name", "short", "email", "parent"}, "signers": {"authority", "position", "name"},
}

var profileFields = []shown{
	{[]string{"agency", "parent"}, "line", false}, {[]string{"agency", "name"}, "line", false}, {[]string{"agency", "code"}, "line", false}, {[]string{"agency", "place"}, "line", false},
	{[]string{"report-to"}, "line", true}, {[]string{"recipients"}, "list", true},
}

// Profile returns a profile as its fields.
func (d *Draft) Profile(l problem.Lang) *Profile {
	p := &Profile{Units: []Member{}, Signers: []Member{}}
	for _, s := range profileFields {
		if f, ok := d.field(s, Reading{Lang: l}); ok {
			p.Fields = append(p.Fields, f)
		}
	}
	for i, n := range elements(d.members("units")) {
		p.Units = append(p.Units, readMember(membership{"units", i + 1, ""}, n, l))
	}
	if signers := d.members("signers"); signers != nil && signers.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(signers.Content); i += 2 {
			m := readMember(membership{"signers", i/2 + 1, ""}, signers.Content[i+1], l)
			m.Key = signers.Content[i].Value
			p.Signers = append(p.Signers, m)
		}
	}
	return p
}

func (d *Draft) members(list string) *yaml.Node { return tables[""].value(d.root, list) }

func readMember(at membership, n *yaml.Node, l problem.Lang) Member {
	m := Member{Place: at.String(), Values: map[string]string{}, Also: []string{}}
	if n.Kind == yaml.ScalarNode {
		m.Values[memberKeys[at.list][0]] = said(n)
		return m
	}
	t := at.table()
	for _, k := range t.keys {
		v := t.value(n, k.Path)
		switch {
		case v == nil:
		case slices.Contains(memberKeys[at.list], k.Path):
			m.Values[k.Path] = strings.Join(textsOf(paragraphsOf(v, aLine)), "; ")
		default:
			m.Also = append(m.Also, k.About.In(l)+": "+strings.Join(textsOf(paragraphsOf(v, aLine)), "; "))
		}
	}
	return m
}

// A membership is the place of a unit or of a signer, or of a key of it.
type membership struct {
	list string // units, signers
	n    int    // from 1; 0 is the list itself
	key  string // "": the whole of it
}

// parseMembership reads such a place: units_3_email.
func parseMembership(name string) (p membership, ok bool) {
	parts := strings.Split(name, "_")
	p.list = parts[0]
	if memberKeys[p.list] == nil || len(parts) > 3 || len(parts) > 1 && (!digits(parts[1]) || atoi(parts[1]) == 0) {
		return p, false
	}
	if len(parts) > 1 {
		p.n = atoi(parts[1])
	}
	if len(parts) > 2 {
		p.key = parts[2]
	}
	return p, p.key == "" || slices.Contains(memberKeys[p.list], p.key)
}

func (p membership) String() string {
	return place{keys: []string{p.list}, index: p.n}.String()
}

func (p membership) table() *table {
	if p.list == "signers" {
		return tables["signer"]
	}
	return tables["units[]"]
}

// memberStep carries out a step on a unit or a signer.
func (d *Draft) memberStep(p membership, s Step) (*Focus, error) {
	f := &Focus{Place: s.Place, At: -1}
	switch {
	case s.Do == "add" && p.n == 0 && p.list == "units":
		return f, d.addUnit(s)
	case s.Do == "add" && p.n == 0:
		return f, d.addSigner(s)
	case s.Do == "remove" && p.n > 0 && p.key == "":
		return f, d.removeMember(p)
	case s.Do == "set" && p.n > 0 && p.key != "":
		return f, d.setMember(p, s)
	}
	return nil, noPlace
}

// member returns one with what it stands in.
func (d *Draft) member(p membership) (m, list *yaml.Node) {
	list = d.members(p.list)
	i := p.n - 1
	all := elements(list)
	if p.list == "signers" {
		if list == nil || list.Kind != yaml.MappingNode {
			return nil, nil
		}
		i, all = 2*i+1, list.Content
	}
	if i >= len(all) {
		return nil, nil
	}
	return all[i], list
}

func (d *Draft) setMember(p membership, s Step) error {
	m, list := d.member(p)
	switch {
	case m == nil:
		return noPlace
	case m.Kind == yaml.ScalarNode && p.key == memberKeys[p.list][0] && p.list == "units":
		return d.put(site{node: m, outer: list.Column - 1, manner: aLine, between: d.isBetween(m)}, oneLine(s.Value))
	case m.Kind == yaml.ScalarNode && (p.list != "units" || s.Value == ""):
		return nil
	case m.Kind == yaml.ScalarNode:
		if err := d.promoteUnit(m, list); err != nil {
			return err
		}
		m, _ = d.member(p)
	}
	if m.Kind != yaml.MappingNode {
		return noPlace
	}
	if p.key == "authority" {
		return d.setValues(m, p.table(), p.key, strings.Split(s.Value, ";"))
	}
	return d.setKey(m, p.table(), m.Column-1, p.key, oneLine(s.Value))
}

// promoteUnit makes a mapping of a unit that is a name alone.
func (d *Draft) promoteUnit(it, list *yaml.Node) error {
	if list.Kind == yaml.SequenceNode && !isFlow(list) && !d.isBetween(it) {
		return d.promoteIn(it, list, tables["units[]"], "name")
	}
	if list.Kind != yaml.SequenceNode {
		return flowing
	}
	from, to := d.at(it), d.endInFlow(it)
	name := d.name(tables["units[]"], d.root, "name")
	text := said(it)
	*it = yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: name}, {Kind: yaml.ScalarNode, Tag: wanted, Value: text}}}
	return d.change([]edit{{from, to, "{" + name + ": " + plainOrQuoted(text, true) + "}"}})
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
