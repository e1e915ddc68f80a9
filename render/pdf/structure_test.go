package pdf_test

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// standardRoles are those of ISO 32000-1, 14.8.4, that our documents have.
var standardRoles = []string{
	"Document", "Div", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Span",
	"Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Form", "Figure",
}

var structureClauses = []clause{
	{"A 6.7.3", "the structure's roles are standard ones", func(f *finished) {
		count := 0
		f.walk(func(e types.Dict, _ string) {
			count++
			if !slices.Contains(standardRoles, f.name(e["S"])) {
				f.T.Errorf("role %q", f.name(e["S"]))
			}
		})
		if count < 20 || f.dict(f.catalog["StructTreeRoot"])["RoleMap"] != nil {
			f.T.Errorf("%d elements", count)
		}
	}},
	{"UA 7.1 content", "all that is drawn is part of an element or an artifact, never of two", func(f *finished) {
		for i, page := range f.pages() {
			depth, artifact := 0, false
			for _, op := range operators(f.stream(page["Contents"])) {
				switch op.name {
				case "BDC", "BMC":
					if depth++; depth > 1 && !(artifact && depth == 2 && op.operands[0] == "/Span" && mcid(op.operands[1]) < 0) {
						f.T.Errorf("page %d: marked content in marked content", i+1)
					}
					if depth == 1 {
						artifact = op.operands[0] == "/Artifact"
					}
					if op.name == "BMC" && op.operands[0] != "/Artifact" {
						f.T.Errorf("page %d: %s without properties", i+1, op.operands[0])
					}
				case "EMC":
					depth--
				case "Tj", "TJ", "S", "f", "Do":
					if depth < 1 {
						f.T.Errorf("page %d: %s %v is neither tagged nor an artifact", i+1, op.name, op.operands)
					}
				}
			}
			if depth != 0 {
				f.T.Errorf("page %d: marked content is not closed", i+1)
			}
		}
	}},
	{"UA 7.1 references", "each piece has one element, which names it, and the parent tree leads back to it", func(f *finished) {
		named := f.named()
		parents := f.parents()
		for i, page := range f.pages() {
			number, ok := f.object(page["StructParents"]).(types.Integer)
			if !ok {
				f.T.Fatalf("page %d has no StructParents", i+1)
			}
			back := f.array(parents[int(number)])
			for _, op := range operators(f.stream(page["Contents"])) {
				if op.name != "BDC" || op.operands[0] == "/Span" && mcid(op.operands[1]) < 0 {
					continue
				}
				id := mcid(op.operands[1])
				if id < 0 || id >= len(back) {
					f.T.Fatalf("page %d: %v is not in the parent tree", i+1, op.operands)
				}
				ref := back[id].(types.IndirectRef)
				key := piece{i, id}
				if len(named[key]) != 1 || named[key][0] != ref.ObjectNumber.Value() {
					f.T.Errorf("page %d, MCID %d: elements %v name it, the parent tree says %v", i+1, id, named[key], ref)
				}
				if role := f.name(f.dict(ref)["S"]); "/"+role != op.operands[0] && !strings.Contains(op.operands[1], "/ActualText") {
					f.T.Errorf("page %d, MCID %d: %s in a %s", i+1, id, op.operands[0], role)
				}
				delete(named, key)
			}
		}
		if len(named) > 0 {
			f.T.Errorf("elements name pieces that are not there: %v", named)
		}
	}},
	{"UA 7.1 suspects", "no suspects", func(f *finished) {
		if f.dict(f.catalog["MarkInfo"])["Suspects"] != nil {
			f.T.Errorf("suspects")
		}
	}},
	{"UA 7.4.2", "there is one heading of the first level, the first, and no level is left out", func(f *finished) {
		first, last := 0, 0
		f.walk(func(e types.Dict, parent string) {
			role := f.name(e["S"])
			if len(role) != 2 || role[0] != 'H' {
				return
			}
			level := int(role[1] - '0')
			if level == 1 {
				first++
			}
			if level > last+1 {
				f.T.Errorf("a %s behind one of level %d", role, last)
			}
			if parent == "LBody" || parent == "TD" {
				f.T.Errorf("a %s in a %s", role, parent)
			}
			last = level
		})
		if first != 1 {
			f.T.Errorf("%d headings of the first level", first)
		}
	}},
	{"UA 7.6", "lists hold items, items hold a label and a body, and labelled lists say how they count", func(f *finished) {
		lists := 0
		f.walk(func(e types.Dict, parent string) {
			role := f.name(e["S"])
			switch {
			case parent == "L" && role != "LI", parent == "LI" && role != "Lbl" && role != "LBody",
				role == "LI" && parent != "L", (role == "Lbl" || role == "LBody") && parent != "LI":
				f.T.Errorf("a %s in a %s", role, parent)
			case role == "L":
				lists++
				if f.name(f.dict(e["A"])["ListNumbering"]) == "" {
					f.T.Errorf("a list does not say how it counts")
				}
			}
		})
		if lists < 2 {
			f.T.Errorf("%d lists", lists)
		}
	}},
	{"A 6.7.3 order", "the order of the structure is that of reading: Quốc hiệu, heading, body, recipients, signer", func(f *finished) {
		at := map[string]int{}
		count := 0
		f.walk(func(e types.Dict, _ string) {
			count++
			if role := f.name(e["S"]); at[role] == 0 {
				at[role] = count
			}
		})
		if !(at["Document"] < at["Div"] && at["Div"] < at["P"] && at["P"] < at["H1"] && at["H1"] < at["L"]) {
			f.T.Errorf("first of each role: %v", at)
		}
	}},
	{"UA 7.18.3", "the tab order of pages is that of the structure", func(f *finished) {
		for i, page := range f.pages() {
			if f.name(page["Tabs"]) != "S" {
				f.T.Errorf("page %d: tabs %v", i+1, page["Tabs"])
			}
		}
	}},
}

// walk visits the elements of the structure, each with the role of its parent.
func (f *finished) walk(visit func(e types.Dict, parent string)) {
	var down func(o types.Object, parent string)
	down = func(o types.Object, parent string) {
		switch o := f.object(o).(type) {
		case types.Array:
			for _, kid := range o {
				down(kid, parent)
			}
		case types.Dict:
			if o["S"] == nil {
				return // a reference to content
			}
			visit(o, parent)
			down(o["K"], f.name(o["S"]))
		}
	}
	down(f.dict(f.catalog["StructTreeRoot"])["K"], "")
}

// A piece is a marked-content sequence by its page, from 0, and MCID.
type piece struct{ page, id int }

// named returns the numbers of the elements that name each piece.
func (f *finished) named() map[piece][]int {
	pageOf := map[int]int{}
	for i := range f.PageCount {
		ref, err := f.PageDictIndRef(i + 1)
		if err != nil {
			f.T.Fatalf("%v", err)
		}
		pageOf[ref.ObjectNumber.Value()] = i
	}
	all := map[piece][]int{}
	f.objects(func(number int, o types.Object) {
		e, ok := o.(types.Dict)
		if !ok || f.name(e["Type"]) != "StructElem" {
			return
		}
		kids, isArray := f.object(e["K"]).(types.Array)
		if !isArray {
			kids = types.Array{e["K"]}
		}
		for _, kid := range kids {
			page, id := e["Pg"], kid
			if mcr, ok := kid.(types.Dict); ok && f.name(mcr["Type"]) == "MCR" {
				page, id = mcr["Pg"], mcr["MCID"]
			}
			if n, ok := id.(types.Integer); ok {
				key := piece{pageOf[page.(types.IndirectRef).ObjectNumber.Value()], int(n)}
				all[key] = append(all[key], number)
			}
		}
	})
	return all
}

// parents returns the entries of the parent tree.
func (f *finished) parents() map[int]types.Object {
	all := map[int]types.Object{}
	nums := f.array(f.dict(f.dict(f.catalog["StructTreeRoot"])["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		all[int(f.number(nums[i]))] = nums[i+1]
	}
	return all
}

// mcid returns that of a property list; -1 where there is none.
func mcid(properties string) int {
	_, after, _ := strings.Cut(properties, "/MCID ")
	digits, _, _ := strings.Cut(strings.TrimRight(after, "> "), " ")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}
