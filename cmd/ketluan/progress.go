package main

import (
	"fmt"
	"math"
	"strings"
	"time"

	"ketluan/render/problem"
)

const (
	patience = time.Second // before a bar is worth showing
	barWidth = 20
)

// A progress shows how far a run has come: as a bar on a terminal, elsewhere as
// a line for each record.
type progress struct {
	*batch
	doing problem.Text
	total int
	done  int // lines
	began time.Time
	shown bool
}

func (b *batch) progress(doing problem.Text, total int) *progress {
	return &progress{batch: b, doing: doing, total: total, began: time.Now()}
}

// show draws the bar.
func (p *progress) show(done, failed int) {
	if took := time.Since(p.began); p.terminal && !p.flags.asJSON && took > patience {
		fmt.Fprint(p.err, "\r\x1b[K", barOf(p.doing, done, failed, p.total, took).In(p.lang))
		p.shown = true
	}
}

// barOf is a line shorter than a terminal is wide.
func barOf(doing problem.Text, done, failed, total int, took time.Duration) problem.Text {
	full := barWidth * done / max(total, 1)
	bar := "[" + strings.Repeat("#", full) + strings.Repeat(".", barWidth-full) + "]"
	rate := float64(done) / took.Seconds()
	left := problem.Text{VI: "?", EN: "?"}
	if done > 0 {
		left = problem.Textf("%s", "%s", lasting(time.Duration(float64(total-done)/rate*float64(time.Second))))
	}
	return problem.Text{
		VI: fmt.Sprintf("%s %s %d/%d, lỗi %d, %.0f/giây, còn %s", doing.VI, bar, done, total, failed, rate, left.VI),
		EN: fmt.Sprintf("%s %s %d/%d, failed %d, %.0f/s, %s left", doing.EN, bar, done, total, failed, rate, left.EN),
	}
}

// lasting is a time in minutes and seconds: 2:05.
func lasting(d time.Duration) string {
	s := int(math.Ceil(d.Seconds()))
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// clear takes the bar away before a line is said.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.err, "\r\x1b[K")
		p.shown = false
	}
}

// line tells of one record, where no bar does.
func (p *progress) line(folder string, files int) {
	p.done++
	if !p.terminal {
		p.tell(problem.Textf("%d/%d %s: %d tệp", "%d/%d %s: files %d", p.done, p.total, folder, files))
	}
}
