package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"ketluan/render/office"
	"ketluan/render/problem"
	"ketluan/render/record"
)

// ask completes what was given: by asking on the terminal where ask is set,
// else, and where the input ends, with what Enter would mean.
func (a *app) ask(ctx context.Context, given office.Answers, ask bool) (office.Answers, error) {
	all := office.Answers{}
	in := bufio.NewReader(io.LimitReader(orNothing(a.in), 1<<20))
	for _, q := range append(office.Questions(today()), office.More()...) {
		answer, ok := given[q.Flag]
		if q.May && !ok {
			continue
		}
		for {
			if !ok {
				answer = ""
				if ask {
					fmt.Fprintf(a.err, "%s [%s]: ", q.Ask.In(a.lang), visible(q.Suggest(all)))
					line, err := readLine(ctx, in)
					if ctx.Err() != nil {
						return nil, ctx.Err()
					}
					if answer = line; err != nil {
						ask = false
						fmt.Fprintln(a.err)
					}
				}
			}
			if answer = strings.ReplaceAll(record.Clean(answer), "\n", " "); answer == "" && !ok {
				answer = q.Suggest(all)
			}
			wrong := q.Problem(answer)
			if wrong == (problem.Text{}) {
				break
			}
			if ok || !ask {
				return nil, misuse(problem.Textf("--%s: %s", "--%s: %s", q.Flag, wrong.VI), problem.Text{VI: "xem: ketluan help init", EN: "see: ketluan help init (" + wrong.EN + ")"})
			}
			a.note(wrong)
		}
		all[q.Flag] = answer
	}
	return all, nil
}

// orNothing is an input that may not be there.
func orNothing(in io.Reader) io.Reader {
	if in == nil {
		return strings.NewReader("")
	}
	return in
}

// readLine reads a line; ctx ends the wait for a terminal.
func readLine(ctx context.Context, in *bufio.Reader) (string, error) {
	type result struct {
		line string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		line, err := in.ReadString('\n')
		done <- result{line, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		return r.line, r.err
	}
}
