//go:build unix

package main

import (
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A grown is a record of one size, and the command that is slow where its cost
// grows faster than its size.
type grown struct {
	command string
	n       int // of what it has many of; all lie below the limit of 4 MB when doubled
	record  func(n int) string
	ledger  func(n int) string // nil: none
}

// repeated writes what format makes of 0 to n-1.
func repeated(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

const soundRecord = `code: 2026-Q3
meeting-date: 28/9/2026
date: 29/9/2026
number: "12"
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Nội vụ, code: SNV, place: Quảng Ngãi}
opening: Sau khi nghe báo cáo, Giám đốc Sở kết luận như sau
closing: Văn phòng Sở thông báo để các đơn vị biết, thực hiện
signer: {position: Giám đốc, name: Nguyễn Văn An}
`

// growing are records by what they have too many of.
var growing = map[string]grown{
	"aliases": {"check", 20_000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nunits: [{name: Văn phòng Sở, aliases: [" + repeated(n, "Tên %d, ") + "]}]\nconclusions: [{text: Làm., lead: Văn phòng Sở}]\n"
	}, nil},
	"partners": {"check", 8000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nunits:\n" + repeated(n, "  - {name: Phòng %d}\n") + "conclusions: [{text: Làm., lead: Phòng 0, partners: [" + repeated(n-1, "Phòng %d, ") + "]}]\n"
	}, nil},
	"recipients": {"render", 10_000, func(n int) string {
		return soundRecord + "conclusions: [{text: Làm.}]\nrecipients:\n" + repeated(n, "  - Nơi nhận %d\n") + "  - \"Lưu: VT\"\n"
	}, nil},
	"citations": {"check", 3000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nconclusions: [{text: \"Thực hiện " + repeated(n, "Quyết định số %d/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh, ") + "đúng hạn.\"}]\n"
	}, nil},
	"marks": {"check", 100_000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nconclusions: [{text: \"La" + strings.Repeat("\u0301", n) + "m.\"}]\n"
	}, nil},
	"keys": {"check", 100_000, func(n int) string {
		return soundRecord + repeated(n, "khoa-la-%d: 1\n") + "recipients: [\"Lưu: VT\"]\nconclusions: [{text: Làm.}]\n"
	}, nil},
	"words": {"check", 100_000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nconclusions: [{text: \"Phòng " + strings.Repeat("làm việc đề ", n) + ".\"}]\n"
	}, nil},
	"tasks": {"render", 2000, func(n int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nunits: [{name: Văn phòng Sở}]\nconclusions:\n" + repeated(n, "  - {text: Làm việc số %d., lead: Văn phòng Sở, deadline: 1/12/2026}\n")
	}, nil},
	"reports": {"status", 40_000, func(int) string {
		return soundRecord + "recipients: [\"Lưu: VT\"]\nunits: [{name: Văn phòng Sở}]\nconclusions: [{text: Làm việc., lead: Văn phòng Sở, deadline: 1/12/2026}]\n"
	}, func(n int) string {
		return "record: 2026-Q3\ntasks:\n  - id: 2026-Q3/1-6\n    text: Làm việc.\n    reports:\n" + repeated(n, "      - {on: 2026-10-01 09:00:00, unit: Văn phòng Sở, source: \"%064d\", state: đang thực hiện, percent: 40}\n")
	}},
}

// BenchmarkGrowth tells how much longer the program takes over twice as much:
// 2 is as it should be, and 2.5 too much.
func BenchmarkGrowth(b *testing.B) {
	program := built(b)
	for name, g := range growing {
		b.Run(name, func(b *testing.B) {
			dir := b.TempDir()
			cost := func(n int) time.Duration {
				path := filepath.Join(dir, fmt.Sprint(n), "hop.yaml")
				save(b, path, g.record(n))
				if g.ledger != nil {
					save(b, filepath.Join(dir, fmt.Sprint(n), "hop.progress.yaml"), g.ledger(n))
				}
				args := []string{g.command, path}
				if g.command == "render" {
					args = append(args, "-o", filepath.Join(dir, "out"))
				}
				c := exec.Command(program, args...)
				c.Stdout, c.Stderr = io.Discard, io.Discard
				c.Run() // with findings it exits 1
				return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
			}
			var once, twice time.Duration
			for b.Loop() {
				once += cost(g.n)
				twice += cost(2 * g.n)
			}
			b.ReportMetric(twice.Seconds()/once.Seconds(), "times-for-twice")
			b.ReportMetric(twice.Seconds()/float64(b.N), "cpu-s/twice")
		})
	}
}
