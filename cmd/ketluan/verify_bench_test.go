//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ketluan/render/pdf/read"
)

// BenchmarkVerify runs the program itself over a notice of three pages that pdfsig
// signed. The goal is 150 ms from beginning to end; beside much other work it took 94,
// 56 of the processor, and 163 of it where the record is made anew and compared.
func BenchmarkVerify(b *testing.B) {
	for _, name := range []string{"pdfsig", "certutil"} {
		if _, err := exec.LookPath(name); err != nil {
			b.Skip(err)
		}
	}
	program := built(b)
	b.Chdir(b.TempDir())
	save(b, "hop.yaml", oneUnit+repeated(36, "  - {text: \"Rà soát, hoàn thiện danh mục số # đề xuất đưa vào kế hoạch đầu tư công trung hạn, gửi lấy ý kiến các sở, ngành và địa phương, trình Giám đốc Sở.\", lead: Văn phòng Sở, deadline: 1/12/2026}\n"))
	save(b, "noise.txt", string(make([]byte, 2000)))
	for _, c := range [][]string{
		{program, "render", "hop.yaml", "-o", "out", "--only", "pdf"},
		{"certutil", "-N", "-d", "sql:.", "--empty-password"},
		{"certutil", "-S", "-d", "sql:.", "-n", "thu", "-s", "CN=Nguyen Van A,O=So", "-x", "-t", "u,u,u", "-k", "rsa", "-g", "2048", "-z", "noise.txt"},
		{"pdfsig", "-nssdir", ".", "-sign", "nguoi-ky", "-nick", "thu", filepath.Join("out", "hop", "hop.pdf"), "da-ky.pdf"},
	} {
		if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
			b.Fatalf("%v: %v\n%s", c, err, out)
		}
	}
	src, err := os.ReadFile("da-ky.pdf")
	if err != nil {
		b.Fatal(err)
	}
	if f, err := read.Open(src); err != nil || len(f.Pages) != 3 {
		b.Fatal(err, "not of three pages")
	}
	for name, args := range map[string][]string{"alone": {"verify", "da-ky.pdf"}, "record": {"verify", "da-ky.pdf", "--record", "hop.yaml"}} {
		b.Run(name, func(b *testing.B) {
			u, cpu, wall := used{args: args}, time.Hour, time.Hour
			for b.Loop() {
				began := time.Now()
				cpu = min(cpu, u.run(b, program))
				wall = min(wall, time.Since(began))
			}
			b.ReportMetric(float64(wall)/1e6, "least-ms")
			b.ReportMetric(float64(cpu)/1e6, "least-cpu-ms")
		})
	}
}
