package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ketluan/render/problem"
	"ketluan/render/record"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// base is a record without a finding; a case takes the place of its keys.
var base = []struct{ key, text string }{
	{"number", `number: "05"`},
	{"date", "date: 09/01/2026"},
	{"meeting-date", "meeting-date: 06/01/2026"},
	{"subject", "subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban"},
	{"agency", "agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}"},
	{"opening", "opening: Giám đốc Sở chủ trì cuộc họp giao ban và kết luận như sau"},
	{"conclusions", "conclusions:\n  - {text: Lập dự toán năm 2027., lead: Phòng Ngân sách, deadline: trước ngày 20/01/2026, product: Dự toán}"},
	{"closing", "closing: Sở thông báo để các phòng, đơn vị biết, thực hiện."},
	{"signer", "signer: {position: Giám đốc, name: Nguyễn Văn A}"},
	{"recipients", `recipients: ["Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"]`},
	{"assignments", "assignments: printed"}, // a case is about what its texts say of other things
}

// partyBase is the same of a body of the Party, for cases that say system: party.
var partyBase = []struct{ key, text string }{
	{"number", `number: "05"`},
	{"date", "date: 09/01/2026"},
	{"meeting-date", "meeting-date: 06/01/2026"},
	{"subject", "subject: kết luận của Ban Thường vụ Đảng ủy xã tại hội nghị giao ban"},
	{"agency", "agency: {parent: Đảng bộ tỉnh Quảng Ngãi, name: Đảng ủy xã An Lâm, code: ĐU, place: An Lâm}"},
	{"opening", "opening: Bí thư Đảng ủy chủ trì hội nghị giao ban và kết luận như sau"},
	{"conclusions", "conclusions:\n  - {text: Lập báo cáo công tác năm 2026., lead: Văn phòng Đảng ủy, deadline: trước ngày 20/01/2026, product: Báo cáo}"},
	{"signer", "signer: {authority: T/M Ban Thường vụ, position: Phó Bí thư, name: Trần Văn Mẫn}"},
	{"recipients", `recipients: ["Các chi bộ, cơ quan trực thuộc", Lưu Văn phòng Đảng ủy]`},
	{"assignments", "assignments: printed"},
}

var topKey = regexp.MustCompile(`(?m)^([a-z-]+|kết luận):`)

// whole makes a record of a case: its keys, and those of the base that it has not.
func whole(fragment string) string {
	has := map[string]bool{}
	for _, m := range topKey.FindAllStringSubmatch(fragment, -1) {
		has[strings.Replace(m[1], "kết luận", "conclusions", 1)] = true
	}
	rest := base
	if has["system"] {
		rest = partyBase
	}
	for _, b := range rest {
		if !has[b.key] {
			fragment += b.text + "\n"
		}
	}
	return fragment
}

// sentence makes a record whose only conclusion is a text.
func sentence(s string) string { return whole("conclusions:\n  - |-\n    " + s + "\n") }

func checked(t testing.TB, name, src string) (*record.Record, []Finding) {
	t.Helper()
	rec, problems := record.Parse([]byte(src), record.Source{Name: name})
	return rec, Record(rec, problems)
}

func of(findings []Finding, id string) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Rule.ID != id })
}

// said writes a finding as its user reads it, with the line that mends it.
func said(src string, f Finding) string {
	s := fmt.Sprintf("%d:%d", f.Pos.Line, f.Pos.Col)
	if f.End != f.Pos {
		s += fmt.Sprintf("-%d:%d", f.End.Line, f.End.Col)
	}
	s += ": " + f.Message.VI
	if f.Hint.VI != "" {
		s += " | " + f.Hint.VI
	}
	if o := f.Other; o != (problem.Pos{}) {
		s += fmt.Sprintf(" | ↔ %d:%d", o.Line, o.Col)
		if f.OtherEnd != o {
			s += fmt.Sprintf("-%d:%d", f.OtherEnd.Line, f.OtherEnd.Col)
		}
	}
	if f.Edits != nil {
		mended, _, err := record.Mend([]byte(src), f.Edits)
		if err != nil {
			return s + " | " + err.Error()
		}
		s += " | → " + strings.TrimSpace(strings.Split(string(mended), "\n")[f.Pos.Line-1])
	}
	return s
}

// Each archive of testdata/rules is one rule: cases that break it, cases that
// keep it, and what is found in the first. A section "wrong texts" or "right
// texts" has one text of a conclusion a line; others are keys of a record.
func TestRules(t *testing.T) {
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			file := filepath.Join("testdata", "rules", r.ID+".txtar")
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			count := map[string]int{}
			for _, f := range ar.Files {
				kind, _, _ := strings.Cut(f.Name, " ")
				if kind != "wrong" && kind != "right" {
					continue
				}
				cases := []string{whole(string(f.Data))}
				if strings.HasSuffix(f.Name, "texts") {
					cases = nil
					for line := range strings.Lines(string(f.Data)) {
						cases = append(cases, sentence(strings.TrimSuffix(line, "\n")))
					}
				}
				for _, src := range cases {
					count[kind]++
					tryCase(t, r, kind, src, &got)
				}
			}
			if count["wrong"] == 0 || count["right"] == 0 {
				t.Errorf("%d wrong cases and %d right ones", count["wrong"], count["right"])
			}
			expect(t, file, ar, got.String())
		})
	}
}

func tryCase(t *testing.T, r *Rule, kind, src string, got *strings.Builder) {
	_, all := checked(t, "a.yaml", src)
	found := of(all, r.ID)
	if (len(found) > 0) != (kind == "wrong") {
		t.Errorf("%s:\n%s%v", kind, src, all)
	}
	for _, f := range found {
		got.WriteString(said(src, f) + "\n")
		if f.Edits == nil {
			continue
		}
		if r.Fix() == (problem.Text{}) || slices.Contains(asking, r.ID) {
			t.Errorf("mends, and --explain does not say so")
		}
		mended, n, err := record.Mend([]byte(src), f.Edits)
		if err != nil || n != len(f.Edits) {
			t.Errorf("%d edits, %v", n, err)
		}
		if _, after := checked(t, "a.yaml", string(mended)); len(of(after, r.ID)) >= len(found) || len(after) > len(all) {
			t.Errorf("mended there is as much to find:\n%s%v", mended, after)
		}
	}
}

// expect compares the section "findings" of an archive, or rewrites it.
func expect(t *testing.T, file string, ar *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == "findings" })
	if i < 0 {
		ar.Files = append(ar.Files, txtar.File{Name: "findings"})
		i = len(ar.Files) - 1
	}
	if *update {
		ar.Files[i].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(ar.Files[i].Data), got); diff != "" {
		t.Error(diff)
	}
}

// The base has nothing to find, so that what cases show is their own.
func TestBaseIsClean(t *testing.T) {
	for _, fragment := range []string{"", "system: party\n"} {
		if _, all := checked(t, "a.yaml", whole(fragment)); len(all) > 0 {
			t.Errorf("%s%v", fragment, all)
		}
	}
}

// Every rule is complete, and its ID is its own.
func TestRulesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || !ruleID.MatchString(r.ID) {
			t.Errorf("the ID %q", r.ID)
		}
		seen[r.ID] = true
		for _, s := range []string{r.Place, r.Title.VI, r.Title.EN, r.Reason.VI, r.Reason.EN, r.Wrong, r.Right} {
			if s == "" || strings.Contains(s, "%!") {
				t.Errorf("%s says %q", r.ID, s)
			}
		}
		if r.Severity != Error && r.Severity != Warning && r.Severity != Note {
			t.Errorf("%s weighs %q", r.ID, r.Severity)
		}
	}
	files, _ := filepath.Glob("testdata/rules/*.txtar")
	if len(files) != len(seen) {
		t.Errorf("%d rules and %d files", len(seen), len(files))
	}
}
