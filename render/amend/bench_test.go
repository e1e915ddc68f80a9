package amend

import "testing"

// What the form adds to a proof: two steps and the form itself.
func BenchmarkForm(b *testing.B) {
	src := examples(b)["2026-q1-giao-ban.yaml"]
	rec, _ := read(src)
	steps := []Step{{Do: "set", Place: "kl_2_1_1_text", Value: "Hoàn thành phân bổ chi tiết dự toán chi ngân sách năm 2026 cho tất cả các đơn vị trực thuộc."}}
	b.Run("steps", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := Apply(src, steps, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("both", func(b *testing.B) {
		for b.Loop() {
			d, err := Open(src)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := d.Apply(steps, nil); err != nil {
				b.Fatal(err)
			}
			d.Form(Reading{Record: rec})
		}
	})
	b.Run("form", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadForm(src, Reading{Record: rec}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
