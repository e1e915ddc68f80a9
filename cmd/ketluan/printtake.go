package main

import (
	"fmt"
	"slices"
	"strings"

	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/revision"
)

func (a *app) prompt(question problem.Text) { fmt.Fprint(a.err, visible(question.In(a.lang))) }

// printChange prints one change: where it is, who made it, and what became what.
func (a *app) printChange(ch revision.Change) {
	kinds := map[revision.Kind]problem.Text{
		revision.Edited: problem.Textf("sửa", "edited"), revision.Added: problem.Textf("thêm", "added"), revision.Removed: problem.Textf("bỏ", "removed"),
		revision.Moved: problem.Textf("chuyển chỗ", "moved"), revision.Joined: problem.Textf("gộp", "joined"), revision.Parted: problem.Textf("tách", "parted"),
		revision.Restyled: problem.Textf("đổi kiểu chữ", "looks otherwise"),
	}
	head := kinds[ch.Kind].In(a.lang) + ", " + ch.Where.In(a.lang)
	if ch.Name != "" {
		head = ch.Name + ": " + head
	}
	if ch.Remark != (problem.Text{}) {
		head += "; " + ch.Remark.In(a.lang)
	}
	for _, by := range ch.By {
		head += " (" + signed(by) + ")"
	}
	fmt.Fprintln(a.out, visible(head))
	for _, line := range strings.Split(a.marked(ch.Pieces), "\n") {
		if line != "" {
			fmt.Fprintln(a.out, "  "+line)
		}
	}
	if ch.Refused != (problem.Text{}) {
		fmt.Fprintln(a.out, "  "+visible(problem.Text{VI: "không lấy được: " + ch.Refused.VI, EN: "cannot be taken: " + ch.Refused.EN}.In(a.lang)))
	}
}

func signed(by revision.By) string {
	day, clock, ok := strings.Cut(strings.TrimSuffix(by.Date, "Z"), "T")
	parts := strings.Split(day, "-")
	if !ok || len(parts) != 3 {
		return by.Name
	}
	return fmt.Sprintf("%s, %s/%s/%s %.5s", by.Name, parts[2], parts[1], parts[0], clock)
}

// maxKept is how many characters of what stays are shown on each side of a change.
const maxKept = 40

// marked shows the pieces of a changed text: [-taken away-] {+put in+}.
func (a *app) marked(pieces []revision.Piece) string {
	var b strings.Builder
	for i, p := range pieces {
		text := visible(p.Text)
		switch {
		case p.Removed:
			fmt.Fprintf(&b, "[-%s-]", text)
		case p.Added:
			fmt.Fprintf(&b, "{+%s+}", text)
		default:
			b.WriteString(shortened([]rune(text), i > 0, i < len(pieces)-1))
		}
	}
	return b.String()
}

// shortened keeps the ends of a text that are beside changes.
func shortened(text []rune, before, after bool) string {
	ends := 0
	if before {
		ends += maxKept
	}
	if after {
		ends += maxKept
	}
	if len(text) <= ends+1 {
		return string(text)
	}
	var s string
	if before {
		s = string(text[:maxKept])
	}
	s += "…"
	if after {
		s += string(text[len(text)-maxKept:])
	}
	return s
}

// changeJSON is a change as it is printed in JSON.
type changeJSON struct {
	Name    string        `json:"name"`
	Kind    revision.Kind `json:"kind"`
	Where   problem.Text  `json:"where"`
	Was     string        `json:"was,omitempty"`
	Now     string        `json:"now,omitempty"`
	By      []revision.By `json:"by,omitempty"`
	Remark  problem.Text  `json:"remark,omitzero"`
	Can     bool          `json:"can"`   // it can be taken
	Taken   bool          `json:"taken"` // it was
	Refused problem.Text  `json:"refused,omitzero"`
}

type commentJSON struct {
	Where  problem.Text `json:"where,omitzero"`
	Beside string       `json:"beside,omitempty"`
	Name   string       `json:"name"`
	Date   string       `json:"date,omitempty"`
	Text   string       `json:"text"`
}

// sayTaken says what was written, what was not, and what the chief remarks.
func (a *app) sayTaken(f takeFlags, v office.Revised, taken office.Taken) {
	can := 0
	changes := []changeJSON{}
	for i, ch := range v.Changes {
		if len(ch.Edits) > 0 {
			can++
		}
		refused := ch.Refused
		if slices.Contains(taken.Refused, i) {
			refused = office.NotTaken
		}
		if refused != (problem.Text{}) {
			a.status = someFailed
		}
		changes = append(changes, changeJSON{ch.Name, ch.Kind, ch.Where, ch.Was, ch.Now, ch.By, ch.Remark, len(ch.Edits) > 0, slices.Contains(taken.Written, i), refused})
	}
	if f.asJSON {
		comments := []commentJSON{}
		for _, c := range v.Comments {
			comments = append(comments, commentJSON{c.Where, c.Beside, c.Name, c.Date, c.Text})
		}
		a.printJSON(map[string]any{"file": v.Path, "changes": changes, "comments": comments, "mended": append([]office.Mended{}, taken.Mended...)})
		return
	}
	for _, i := range taken.Refused {
		a.say(v.Path, problem.Text{VI: v.Changes[i].Name + ": " + office.NotTaken.VI, EN: v.Changes[i].Name + ": " + office.NotTaken.EN}, problem.Text{})
	}
	for _, c := range v.Comments {
		fmt.Fprintln(a.out, visible(problem.Textf("nhận xét (%s), %s: %s", "comment (%s), %s: %s", signed(c.By), c.Where.In(a.lang), strings.ReplaceAll(c.Text, "\n", " ")).In(a.lang)))
	}
	for _, m := range taken.Mended {
		a.print(m.File)
	}
	next := problem.Textf("; xem lại: ketluan check %s", "; then: ketluan check %s", quoted(v.Path))
	if len(taken.Written) == 0 {
		next = problem.Text{}
	}
	a.note(problem.Text{
		VI: fmt.Sprintf("%d chỗ khác, %d lấy được, đã lấy %d", len(v.Changes), can, len(taken.Written)) + next.VI,
		EN: fmt.Sprintf("changes: %d; can be taken: %d; taken: %d", len(v.Changes), can, len(taken.Written)) + next.EN,
	})
}
