package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// switchRule is the ID of the rule about the switches themselves.
const switchRule = "BG-02"

// ignore is the comment that silences rules for one line: "# ketluan: bỏ qua
// NV-03, CT-01 vì …". On a line of its own it is about the next.
var (
	ignore  = regexp.MustCompile(`(?:^|\s)#[^#]*?ketluan: *(?:bỏ qua|ignore) +([A-Z][A-Z0-9-]*(?:[ ,]+[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)*)`)
	ruleID  = regexp.MustCompile(`[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+`)
	comment = regexp.MustCompile(`^\s*#`)
)

// switches are what a record says of single lines.
type switches struct {
	lines map[problem.Pos][]string // by the line they are about, in column 0
	typed []typedSwitch
}

type typedSwitch struct {
	pos problem.Pos
	id  string
}

func readSwitches(rec *record.Record) *switches {
	s := &switches{lines: map[problem.Pos][]string{}}
	for _, file := range rec.FileNames() {
		for line := 1; line <= rec.Lines(file); line++ {
			source := rec.Line(file, line)
			if !strings.Contains(source, "ketluan:") {
				continue
			}
			m := ignore.FindStringSubmatchIndex(source)
			if m == nil {
				continue
			}
			about := line
			for comment.MatchString(rec.Line(file, about)) && about < rec.Lines(file) {
				about++
			}
			keys := []problem.Pos{{File: file, Line: about}}
			if before := strings.TrimSpace(source[:m[0]]); strings.HasSuffix(before, ":") { // a list or a mapping begins on the next
				next := about + 1
				for next < rec.Lines(file) && (comment.MatchString(rec.Line(file, next)) || strings.TrimSpace(rec.Line(file, next)) == "") {
					next++
				}
				keys = append(keys, problem.Pos{File: file, Line: next})
			}
			for _, at := range ruleID.FindAllStringIndex(source[m[2]:m[3]], -1) {
				id := source[m[2]+at[0] : m[2]+at[1]]
				for _, key := range keys {
					s.lines[key] = append(s.lines[key], id)
				}
				s.typed = append(s.typed, typedSwitch{problem.Pos{File: file, Line: line, Col: len([]rune(source[:m[2]+at[0]])) + 1}, id})
			}
		}
	}
	return s
}

// CanBeOff reports whether a rule can be switched off: all can but those of the
// parser and of the switches.
func CanBeOff(id string) bool { return id != ParserRule && id != switchRule }

// silences reports a finding that a comment is about: on its line, or on the
// one where its value begins.
func (s *switches) silences(f Finding) bool {
	if !CanBeOff(f.Rule.ID) {
		return false
	}
	for _, line := range []int{f.Pos.Line, f.start} {
		if slices.Contains(s.lines[problem.Pos{File: f.Pos.File, Line: line}], f.Rule.ID) {
			return true
		}
	}
	return false
}

// report finds switches for rules that there are not, and comments that YAML
// takes for text.
func (s *switches) report(f *found) {
	f.rule = RuleByID(switchRule)
	known := map[string]bool{}
	for _, r := range rules {
		known[r.ID] = true
	}
	hint := problem.Textf("các mã: ketluan check --rules", "the IDs: ketluan check --rules")
	for _, t := range s.typed {
		if !known[t.id] {
			f.problem(problem.Problem{Pos: t.pos, Message: problem.Textf("không có quy tắc %q", "there is no rule %q", t.id), Hint: hint})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.rec.Off)) {
		if !known[id] {
			f.at("checks-off."+id, problem.Textf("không có quy tắc %q", "there is no rule %q", id), hint)
		}
	}
	for _, p := range f.rec.Passages() {
		if at := strings.Index(p.Text, "# ketluan:"); at >= 0 {
			f.in(p, at, len(p.Text), problem.Textf("ghi chú này nằm trong lời văn và sẽ in ra", "the comment stands inside the text and would be printed"),
				problem.Textf("đưa ghi chú lên dòng của khóa, sau dấu > hoặc |", "put it on the line of the key, behind the > or |"))
		}
	}
}
