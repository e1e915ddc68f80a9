package kind

import (
	"iter"
	"regexp"
	"slices"
	"strings"
)

// A System is a way of drawing documents up, with the bodies that have it: the
// state's by the decree, the Party's by its guide. How pages of a system look
// stands in its templates; by what they are measured, in render/decree.
type System struct {
	Name   string         // as a profile says it: "party"
	VI     string         // the same in Vietnamese: "đảng"
	Source string         // what fixes its form
	Prefix string         // of the IDs of the rules that only its documents are judged by
	Bodies *regexp.Regexp // names of agencies that are of this system and no other, sure ones only

	// Authorities are the ways to sign for another; Sample is a line of one.
	Authorities []Authority
	Sample      string
	// OneWay is whether a line for a body that decides together stands alone: its
	// deputy signs in its name too, without a line for the head.
	OneWay bool

	Ends []string // marks that may end the content, the usual one first

	Symbol string // number and symbol: {number}, {type} and {agency} stand for those
	NoType string // the same where the kind has no code
	ByTerm bool   // numbers run for a committee's term, not for a year
}

// An Authority is one way to sign for another.
type Authority struct {
	Mark  string // "TM.", "T/M"
	Depth int    // 0 stands outermost
	Whole bool   // for a body that decides together
}

// systems are those that there are; the first is that of who names none.
var systems = []System{
	{
		Name: "decree", VI: "nhà nước", Source: "Nghị định 30/2020/NĐ-CP", Prefix: "ND30-",
		Bodies:      regexp.MustCompile(`^(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Sở|Chi cục)(?: |$)`),
		Authorities: []Authority{{"TM.", 0, true}, {"KT.", 2, false}, {"TL.", 1, false}, {"TUQ.", 1, false}}, Sample: "TL. Giám đốc", // Phụ lục I, II.7b
		Ends:   []string{"./."},                                         // Phụ lục III, mẫu 1.4
		Symbol: "{number}/{type}-{agency}", NoType: "{number}/{agency}", // Phụ lục I, II.3
	},
	{
		Name: "party", VI: "đảng", Source: "Hướng dẫn 05-HD/VPTW", Prefix: "DG-",
		Bodies:      regexp.MustCompile(`^(?:Đảng (?:ủy|uỷ|bộ)|(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|uỷ)|Chi (?:bộ|ủy|uỷ))(?: |$)`),
		Authorities: []Authority{{"T/M", 0, true}, {"K/T", 2, false}, {"T/L", 1, false}}, Sample: "T/M Ban Thường vụ", OneWay: true,
		Ends:   []string{".", "./."}, // one office keeps the mark of the state's form
		Symbol: "{number}-{type}/{agency}", NoType: "{number}/{agency}", ByTerm: true,
	},
}

// Systems returns all systems.
func Systems() []System { return slices.Clone(systems) }

// SystemNamed returns the system of a name, in either language; false where
// there is none. No name is the first system.
func SystemNamed(name string) (System, bool) {
	name = strings.ToLower(name)
	for _, s := range systems {
		if name == "" || name == s.Name || name == s.VI {
			return s, true
		}
	}
	return System{}, false
}

// SystemOf returns the system that an agency is of by its name: the first where
// that does not say.
func SystemOf(agency string) System {
	for _, s := range systems {
		if s.Bodies.MatchString(agency) {
			return s
		}
	}
	return systems[0]
}

// IsFirst reports the system of who names none.
func (s System) IsFirst() bool { return s.Name == systems[0].Name }

// Authority returns the way to sign for another that a mark stands for.
func (s System) Authority(mark string) (Authority, bool) {
	i := slices.IndexFunc(s.Authorities, func(a Authority) bool { return a.Mark == mark })
	if i < 0 {
		return Authority{}, false
	}
	return s.Authorities[i], true
}

// Marks names the ways to sign for another.
func (s System) Marks() []string {
	var all []string
	for _, a := range s.Authorities {
		all = append(all, a.Mark)
	}
	return all
}

// Judges reports whether a rule of an ID is about documents of s: it is unless
// the ID begins as those of another system.
func (s System) Judges(id string) bool {
	return !slices.ContainsFunc(systems, func(other System) bool { return other.Name != s.Name && strings.HasPrefix(id, other.Prefix) })
}

// System returns the system of k: that of its name, else that of what it is like.
func (k Kind) System() System {
	f := formOf(k.Name)
	if f == nil {
		f = formOf(k.Like)
	}
	if f != nil && f.system != "" {
		s, _ := SystemNamed(f.system)
		return s
	}
	return systems[0]
}

// Code returns what stands for the type in symbols: "TB"; "" of a kind that has
// none or that nobody knows.
func (k Kind) Code() string {
	if f := formOf(k.Name); f != nil {
		return f.code
	}
	return ""
}

// Symbol writes number and symbol as the page of k has them behind "Số":
// "05/TB-SKHCN", "05-TB/ĐU". Agency is what stands for it, with the drafting unit where the
// kind has no code. A number that is still open is "".
func (k Kind) Symbol(number, agency string) string {
	s, code := k.System(), k.Code()
	shape := s.Symbol
	if code == "" {
		shape = s.NoType
	}
	var b strings.Builder
	for rest := shape; rest != ""; {
		before, from, _ := strings.Cut(rest, "{")
		name, after, _ := strings.Cut(from, "}")
		b.WriteString(before)
		switch name {
		case "number":
			b.WriteString(number)
		case "type":
			b.WriteString(code)
		case "agency":
			b.WriteString(agency)
		}
		rest = after
	}
	return b.String()
}

// all goes through lists of forms, one after the other: it is asked for each row of a
// workbook, and makes no list of them.
func all(lists ...[]form) iter.Seq[*form] {
	return func(yield func(*form) bool) {
		for _, forms := range lists {
			for i := range forms {
				if !yield(&forms[i]) {
					return
				}
			}
		}
	}
}

// TypeCodes returns the codes of the types of s, by the types in capitals.
func (s System) TypeCodes() map[string]string {
	codes := map[string]string{}
	for f := range all(decreed, others) {
		if own, _ := SystemNamed(f.system); own.Name == s.Name && f.title != "" && f.code != "" {
			codes[f.title] = f.code
		}
	}
	return codes
}

// Counterpart returns the kind of s that is what k is of its own system; false
// where there is none.
func (s System) Counterpart(k Kind) (Kind, bool) {
	for f := range all(decreed, others) {
		if own, _ := SystemNamed(f.system); own.Name == s.Name && (strings.HasSuffix(f.name, "-"+k.Name) || strings.HasSuffix(k.Name, "-"+f.name)) {
			return New(f.name, ""), true
		}
	}
	return Kind{}, false
}

// Of returns the kind of s whose page shows a type, in capitals, or whose symbol
// has a code where the page shows none; else what any document of s is.
func (s System) Of(title, code string) Kind {
	anything := Any
	for f := range all(others, decreed) {
		own, _ := SystemNamed(f.system)
		switch {
		case own.Name != s.Name:
		case f.title == "" && f.code == "" && !s.IsFirst():
			anything = f.name
		case f.title != "" && f.title == title, f.title == "" && f.code != "" && f.code == code:
			return New(f.name, "")
		}
	}
	return New(anything, "")
}
