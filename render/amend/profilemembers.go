package amend

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// addUnit puts a unit behind the others: its name, and its short name if it has one.
func (d *Draft) addUnit(s Step) error {
	name := oneLine(s.Value)
	if name == "" {
		return refuse(problem.Textf("đơn vị chưa có tên", "the unit has no name"), problem.Textf("gõ tên đơn vị", "type its name"))
	}
	list := d.members("units")
	if list != nil && isFlow(list) && len(list.Content) > 0 {
		end := d.endInFlow(list.Content[len(list.Content)-1])
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: name})
		return d.change([]edit{{end, end, ", " + plainOrQuoted(name, true)}})
	}
	to := slot{list: list, owner: d.root, key: "units", depth: 1}
	switch {
	case list == nil || isEmpty(list):
		to.list = nil
	case list.Kind != yaml.SequenceNode || isFlow(list):
		return flowing
	default:
		to.index = len(list.Content)
	}
	node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	lines := d.keyed(node, tables["units[]"], [][2]string{{"name", name}, {"short", oneLine(strings.Join(s.Values, " "))}})
	for i := range lines {
		lines[i] = [2]string{"- ", "  "}[min(i, 1)] + lines[i]
	}
	in, add, err := d.insertion(to, d.gapAt(to), d.indented(lines, d.dashOf(to)), []*yaml.Node{node})
	if err != nil {
		return err
	}
	add()
	return d.change([]edit{in})
}

// keyed are the lines of a mapping of texts, which is put together on the way.
func (d *Draft) keyed(node *yaml.Node, t *table, pairs [][2]string) (lines []string) {
	for _, p := range pairs {
		if p[1] == "" {
			continue
		}
		name := d.name(t, d.root, p[0])
		lines = append(lines, name+": "+plainOrQuoted(p[1], false))
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name}, &yaml.Node{Kind: yaml.ScalarNode, Tag: wanted, Value: p[1]})
	}
	return lines
}

// addSigner puts a signer behind the others. Its values are the position, the name,
// and for whom it is signed.
func (d *Draft) addSigner(s Step) error {
	said := append(slices.Clone(s.Values), "", "", "")[:3]
	for i := range said {
		said[i] = oneLine(said[i])
	}
	if said[0] == "" {
		return refuse(problem.Textf("người ký chưa có chức vụ", "the signer has no position"), problem.Textf("gõ chức vụ", "type it"))
	}
	signers := d.members("signers")
	key := d.freeKey(signers, said[0])
	node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	lines := []string{key + ":"}
	for _, line := range d.keyed(node, tables["signer"], [][2]string{{"authority", said[2]}, {"position", said[0]}, {"name", said[1]}}) {
		lines = append(lines, "  "+line)
	}
	name := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}
	i := tables[""].find(d.root, "signers")
	switch {
	case i < 0:
		all := []string{d.name(tables[""], d.root, "signers") + ":"}
		for _, line := range lines {
			all = append(all, "  "+line)
		}
		return d.addKey(d.root, tables[""], d.root.Column-1, "signers", all, &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{name, node}})
	case signers.Kind != yaml.MappingNode || isFlow(signers) || len(signers.Content) == 0:
		return flowing
	}
	outer := signers.Column - 1
	at := d.from(d.lastOf(signers.Content[len(signers.Content)-1], outer) + 1)
	signers.Content = append(signers.Content, name, node)
	return d.change([]edit{{at, at, d.indented(lines, outer)}})
}

// freeKey makes of a position a key that no signer has: pho-giam-doc-2.
func (d *Draft) freeKey(signers *yaml.Node, position string) string {
	taken := map[string]bool{}
	if signers != nil && signers.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(signers.Content); i += 2 {
			taken[signers.Content[i].Value] = true
		}
	}
	slug := slugOf(position)
	key := slug
	for n := 2; taken[key]; n++ {
		key = slug + "-" + strconv.Itoa(n)
	}
	return key
}

func slugOf(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case c == 'đ':
			b.WriteByte('d')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if slug := strings.Trim(b.String(), "-"); slug != "" && !digits(slug) && len(slug) < 60 {
		return slug
	}
	return "nguoi-ky"
}

// removeMember takes a unit or a signer away; comments that stand apart from it stay.
func (d *Draft) removeMember(p membership) error {
	m, list := d.member(p)
	if m == nil {
		return noPlace
	}
	i := p.n - 1
	if p.list == "signers" {
		if len(list.Content) > 2 {
			return d.dropKey(list, 2*i)
		}
		return d.dropKey(d.root, tables[""].find(d.root, "signers"))
	}
	if list.Kind != yaml.SequenceNode || len(list.Content) == 1 {
		return d.dropKey(d.root, tables[""].find(d.root, "units"))
	}
	if isFlow(list) {
		from, to := d.at(m), d.endInFlow(m)
		if i+1 < len(list.Content) {
			to = d.at(list.Content[i+1])
		} else {
			from = d.endInFlow(list.Content[i-1])
		}
		list.Content = slices.Delete(list.Content, i, i+1)
		return d.change([]edit{{from, to, ""}})
	}
	out, err := d.removal(slot{list: list, index: i, owner: d.root, key: "units", depth: 1}, i, i+1)
	if err != nil {
		return err
	}
	out.drop()
	return d.change([]edit{out.edit})
}

// ProfilePlace returns the place of the field that a finding in a profile is of, by
// its path: units[2].email is units_2_email, signers.giam-doc.name is signers_1_name.
func (d *Draft) ProfilePlace(path string) string {
	first, rest, _ := strings.Cut(path, ".")
	name, index, _ := strings.Cut(strings.TrimSuffix(first, "]"), "[")
	i := tables[""].order(name)
	if i < 0 {
		return ""
	}
	p := membership{list: tables[""].keys[i].Path}
	switch {
	case p.list == "signers":
		key, more, _ := strings.Cut(rest, ".")
		if all := d.members("signers"); all != nil && all.Kind == yaml.MappingNode {
			for j := 0; j+1 < len(all.Content); j += 2 {
				if all.Content[j].Value == key {
					p.n, rest = j/2+1, more
				}
			}
		}
	case p.list == "units" && digits(index):
		p.n = atoi(index)
	default:
		return PlaceOf(path)
	}
	if p.n == 0 {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "[")
	if j := p.table().order(rest); j >= 0 && slices.Contains(memberKeys[p.list], p.table().keys[j].Path) {
		return p.String() + "_" + p.table().keys[j].Path
	}
	return p.String() + "_" + memberKeys[p.list][len(memberKeys[p.list])-1]
}
