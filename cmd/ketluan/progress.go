package main

import (
	"fmt"
	"math"
	"strings"
	"time"

	"ketluan/render/problem"
)

const (
	patience = time.Second            // before a bar is worth showing
	tick     = 200 * time.Millisecond // between two drawings of it
	barWidth = 20
)

// A progress shows how far a run has come as a bar on a terminal.
type progress struct {
	*app
	doing problem.Text
	began time.Time // of what is done
	drawn time.Time
	shown bool
}

// show draws the bar, a few times a second.
func (p *progress) show(doing problem.Text, done, failed, total int) {
	now := time.Now()
	if doing != p.doing {
		p.doing, p.began = doing, now
	}
	took := now.Sub(p.began)
	if !p.terminal || took < patience || now.Sub(p.drawn) < tick {
		return
	}
	p.drawn, p.shown = now, true
	fmt.Fprint(p.err, "\r\x1b[K", barOf(doing, done, failed, total, took).In(p.lang))
}

// bar returns what draws a bar of so many items, and what takes it away.
func (a *app) bar(doing problem.Text, total int) (tick func(done, failed int), clear func()) {
	p := &progress{app: a}
	return func(done, failed int) { p.show(doing, done, failed, total) }, p.clear
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
