package amend

import (
	"strings"
	"testing"
)

// A text that is typed letter by letter, or taken away so, is laid as if it had
// been written at once.
func TestTyping(t *testing.T) {
	const head = "meeting-date: 28/9/2026\nsubject: >-   # trích yếu\n"
	before, after := "Kết luận của Phó Giám đốc Sở Nông nghiệp và Môi trường tại cuộc họp giao ban Quý I năm 2026", " về công tác phòng, chống thiên tai, tìm kiếm cứu nạn và phòng thủ dân sự trên địa bàn tỉnh; nhiệm vụ trọng tâm thời gian tới"
	typed := " (lần thứ hai, họp tại trụ sở Ủy ban nhân dân tỉnh)"
	lay := func(text string) string {
		return head + "  " + strings.Join(relined(nil, text, 2, false), "\n  ") + "\n"
	}
	src := []byte(lay(before + after))
	set := func(text string) {
		made, _, err := Apply(src, []Step{{Do: "set", Place: "subject", Value: text}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		src = made
	}
	for _, tail := range []string{after, ""} {
		set(before + tail)
		letters := []rune(typed)
		for i := range letters {
			set(before + string(letters[:i+1]) + tail)
		}
		if want := lay(before + typed + tail); string(src) != want {
			t.Errorf("typed:\n%s\nwant\n%s", src, want)
		}
		for i := len(letters) - 1; i >= 0; i-- {
			set(before + string(letters[:i]) + tail)
		}
		if want := lay(before + tail); string(src) != want {
			t.Errorf("taken away:\n%s\nwant\n%s", src, want)
		}
	}
}
