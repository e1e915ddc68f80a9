package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A folder of 40 records with 400 replies, in any mix: as they are, in mails,
// in archives.
func BenchmarkCollectFolder(b *testing.B) {
	b.Chdir(b.TempDir())
	generate(b, "records", 40, 7)
	inboxOf(b, "inbox", 10)
	books, err := filepath.Glob("inbox/*.xlsx")
	if err != nil || len(books) < 300 {
		b.Fatal(len(books), err)
	}
	for i, book := range books {
		src, err := os.ReadFile(book)
		if err != nil {
			b.Fatal(err)
		}
		switch i % 4 {
		case 1:
			save(b, book+".eml", string(attached("a.xlsx", string(src))))
		case 2:
			save(b, book+".zip", string(zipped(b, "a/b.xlsx", string(src))))
		case 3:
			save(b, filepath.Join("inbox", fmt.Sprint(i), "a.xlsx"), string(src))
		}
		if i%4 > 0 {
			if err := os.Remove(book); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ResetTimer()
	for b.Loop() {
		status, out, errs := runHere(b.Context(), nil, "collect", "records", "inbox", "--as-of", "31/12/2030", "--dry-run")
		if status != allGood {
			b.Fatal(status, out, errs)
		}
	}
	b.ReportMetric(float64(len(books)), "replies")
}
