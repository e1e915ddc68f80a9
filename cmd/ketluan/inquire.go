package main

import (
	"context"
	"fmt"
	"strings"

	"ketluan/render/batch"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// inquire says what records leave open, and makes the sheets for their chairs.
// Nothing that is open is a failure; what cannot be read is.
func (a *app) inquire(ctx context.Context, f checkFlags, args []string) error {
	asked, err := a.templates(f.templates)
	if err != nil {
		return err
	}
	p, err := office.Questioner(asked)
	if err != nil {
		return err
	}
	listing, err := a.find(ctx, args, problem.Textf("ví dụ: ketluan check --questions ban-ghi.yaml", "for example: ketluan check --questions record.yaml"))
	if err != nil {
		return err
	}
	asking := office.Inquiring{}
	if f.output != "" {
		asking.Out = a.folder(f.output)
	}
	var clear func()
	asking.Tick, clear = a.bar(doing[batch.Checking], len(listing.Records))
	all, whole := office.Inquire(ctx, p, asking, listing.Records)
	clear()
	if !whole {
		a.status = interrupted
		return nil
	}
	for _, q := range all {
		if !q.Done {
			a.sayProblems(q.Problems)
			a.status = someFailed
		}
		for _, k := range q.Kept {
			a.sayKept(k)
		}
	}
	if f.asJSON {
		a.printJSON(append([]office.Inquiry{}, all...))
		return nil
	}
	a.printInquiries(all)
	return nil
}

// printInquiries prints the questions by record and task, then the sheets.
func (a *app) printInquiries(all []office.Inquiry) {
	say := func(format string, args ...any) { fmt.Fprintln(a.out, visible(fmt.Sprintf(format, args...))) }
	for _, q := range all {
		if !q.Done {
			continue
		}
		if len(q.Asked) == 0 {
			say("%s: %s", q.Path, problem.Textf("%d nhiệm vụ, không có gì phải hỏi", "tasks: %d; nothing to ask", q.Tasks).In(a.lang))
			continue
		}
		questions := 0
		for _, t := range q.Asked {
			questions += len(t.Questions)
		}
		say("%s: %s", q.Path, problem.Textf("%d câu hỏi về %d mục", "questions: %d, about %d items", questions, len(q.Asked)).In(a.lang))
		for _, t := range q.Asked {
			called := problem.Textf("Nhiệm vụ %s", "Task %s", t.Label)
			if !t.Item.Task {
				called = problem.Textf("Mục %s", "Item %s", t.Label)
			}
			say("  %s: %s", called.In(a.lang), beginning(t.Item.Text))
			for _, o := range t.Questions {
				line := o.Clarity.Name().In(a.lang) + ": " + o.Text.In(a.lang)
				if len(o.Choices) > 0 {
					line += " (" + strings.Join(o.Choices, " / ") + ")"
				}
				say("      %s", line)
			}
		}
	}
	for _, q := range all {
		for _, file := range q.Files {
			a.print(file)
		}
	}
}

// maxBeginning is how many characters of a task are shown.
const maxBeginning = 70

// beginning cuts a text behind a word.
func beginning(s string) string {
	runes := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(runes) <= maxBeginning {
		return string(runes)
	}
	cut := string(runes[:maxBeginning])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}
