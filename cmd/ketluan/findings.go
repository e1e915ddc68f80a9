package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"ketluan/render/check"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// printReviews prints each finding with its line and a caret, and a count.
func (a *app) printReviews(reviews []office.Review) {
	out := bufio.NewWriter(a.out) // five lines a finding
	defer out.Flush()
	count := map[check.Severity]int{}
	mendable, records := 0, 0
	var files []office.Mended
	for _, v := range reviews {
		if v.Err == nil {
			records++
		}
		for _, f := range v.Findings {
			count[f.Rule.Severity]++
			if f.Edits != nil {
				mendable++
			}
			a.printFinding(out, f)
		}
		files = append(files, v.Mended...)
	}
	say := func(t problem.Text) { fmt.Fprintln(out, visible(t.In(a.lang))) }
	for _, m := range files {
		say(problem.Textf("%s: đã sửa %d chỗ", "%s: places mended: %d", m.File, m.Places))
	}
	if records == 0 {
		return // judge has said why
	}
	if len(count) == 0 {
		say(problem.Textf("%d bản ghi: không có gì phải sửa", "records: %d; nothing to mend", records))
		return
	}
	total := problem.Textf("%d bản ghi: %d lỗi, %d cảnh báo, %d lưu ý", "records: %d; errors: %d, warnings: %d, notes: %d", records, count[check.Error], count[check.Warning], count[check.Note])
	if mendable > 0 {
		more := problem.Textf("; %d chỗ --fix sửa được", "; --fix mends %d", mendable)
		total = problem.Text{VI: total.VI + more.VI, EN: total.EN + more.EN}
	}
	say(total)
}

func (a *app) printFinding(out io.Writer, f check.Finding) {
	say := func(format string, args ...any) { fmt.Fprintln(out, visible(fmt.Sprintf(format, args...))) }
	say("%s: %s %s (%s): %s", f.Pos, severities[f.Rule.Severity].In(a.lang), f.Rule.ID, f.Rule.Place, f.Message.In(a.lang))
	if f.Pos.Line > 0 && strings.TrimSpace(f.Source) != "" {
		line, caret := pointed(f)
		say("    %s", line)
		say("    %s", caret)
	}
	if f.Other != (problem.Pos{}) {
		say("  %s %s:", problem.Textf("trái với", "against").In(a.lang), f.Other)
		line, caret := pointed(check.Finding{Pos: f.Other, End: f.OtherEnd, Source: f.OtherSource})
		say("    %s", line)
		say("    %s", caret)
	}
	if f.Hint != (problem.Text{}) {
		say("  %s: %s", problem.Textf("gợi ý", "hint").In(a.lang), f.Hint.In(a.lang))
	}
}

// maxShown is how many characters of a line are shown.
const maxShown = 100

// pointed returns the line of a finding, cut where it is long and without its
// indentation, and the carets that stand below it.
func pointed(f check.Finding) (line, caret string) {
	runes := []rune(f.Source)
	from := min(max(f.Pos.Col-1, 0), len(runes))
	to := len(runes)
	switch {
	case f.End == f.Pos:
		to = from
	case f.End.Line == f.Pos.Line:
		to = min(max(f.End.Col-1, from), len(runes))
	}
	start, end := 0, len(runes)
	for start < from && (runes[start] == ' ' || runes[start] == '\t') {
		start++
	}
	left, right := "", ""
	if end-start > maxShown && from-start > maxShown/2 {
		start, left = from-maxShown/2, "…"
	}
	if end-start > maxShown {
		end, right = start+maxShown, "…"
	}
	to = min(to, end)
	shown := func(part []rune) string { return strings.ReplaceAll(string(part), "\t", " ") }
	caret = strings.Repeat(" ", width(runes[start:from])+len([]rune(left))) + strings.Repeat("^", max(width(runes[from:to]), 1))
	return left + shown(runes[start:end]) + right, caret
}

// width counts the characters that take a place of their own.
func width(runes []rune) int {
	n := 0
	for _, c := range runes {
		if !unicode.Is(unicode.Mn, c) && !(c >= 0x200B && c <= 0x200D) {
			n++
		}
	}
	return n
}
