package record

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// shown writes a text with its runs as <b> and <i>.
func shown(text string, runs []Run) string {
	var b strings.Builder
	for at := 0; at <= len(text); at++ {
		for i := len(runs) - 1; i >= 0; i-- {
			if runs[i].To == at {
				b.WriteString(map[bool]string{true: "</b>", false: "</i>"}[runs[i].Bold])
			}
		}
		for _, run := range runs {
			if run.From == at {
				b.WriteString(map[bool]string{true: "<b>", false: "<i>"}[run.Bold])
			}
		}
		if at < len(text) {
			b.WriteByte(text[at])
		}
	}
	return b.String()
}

func TestUnmark(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"Báo cáo **trước ngày 20/10/2026** và _gửi bản giấy_.", "Báo cáo <b>trước ngày 20/10/2026</b> và <i>gửi bản giấy</i>."},
		{"**Phòng A**: làm.", "<b>Phòng A</b>: làm."},
		{"(**đậm**), “_nghiêng_”; **hai** **chữ**", "(<b>đậm</b>), “<i>nghiêng</i>”; <b>hai</b> <b>chữ</b>"},
		{"**đậm _và nghiêng_**", "<b>đậm <i>và nghiêng</i></b>"},
		{"_**cả hai**_", "<b><i>cả hai</i></b>"},
		// What no mark of emphasis is stays what it is.
		{"Số liệu (*) là ước tính*; tệp bao_cao_quy_3.xlsx", "Số liệu (*) là ước tính*; tệp bao_cao_quy_3.xlsx"},
		{"2 * 3 ** 4, a**b**c, __dunder__, *một sao*, ***ba***", "2 * 3 ** 4, a**b**c, __dunder__, *một sao*, ***ba***"},
		{"**mở mà không đóng, _cũng vậy", "**mở mà không đóng, _cũng vậy"},
		{"Họ tên: ____ ngày ____", "Họ tên: ____ ngày ____"},
		{`\*\*không đậm\*\*, \_không nghiêng\_, C:\thư mục, \\`, `**không đậm**, _không nghiêng_, C:\thư mục, \\`},
		{"**đoạn một\nđoạn hai**", "**đoạn một\nđoạn hai**"},
		{"****", "****"}, {"**", "**"}, {"_", "_"}, {`\`, `\`}, {`\*`, "*"},
	} {
		text, runs, _ := unmark(c.typed)
		if got := shown(text, runs); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.typed, got, c.want)
		}
		again, same, _ := unmark(Markup(text, runs))
		if again != text || cmp.Diff(runs, same) != "" {
			t.Errorf("%s written as %s is read as %s", c.typed, Markup(text, runs), shown(again, same))
		}
	}
}

// A place in a text with markup leads to the characters that were typed.
func TestPlacesInMarkedTexts(t *testing.T) {
	for _, value := range []string{
		`Báo cáo **trước ngày** 20/10 và _gửi bản giấy_ cho \*VP\*.`,
		`"Báo cáo **trước ngày** 20/10 và _gửi bản giấy_ cho \\*VP\\*."`,
		"|\n      Báo cáo  **trước ngày** 20/10\n      và _gửi bản giấy_ cho \\*VP\\*.",
	} {
		src := "meeting-date: 1/6/2026\nagency: {name: Sở A}\nconclusions:\n  - text: " + value + "\n"
		rec, problems := Parse([]byte(src), Source{Name: "a.yaml"})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p := rec.passages[len(rec.passages)-1]
		if p.Text != "Báo cáo trước ngày 20/10 và gửi bản giấy cho *VP*." {
			t.Fatal(p.Text)
		}
		for _, word := range []string{"Báo", "trước", "ngày", "20/10", "và", "giấy", "cho", "VP"} {
			from := strings.Index(p.Text, word)
			s := p.Span(from, from+len(word))
			if got := src[s.From:s.To]; got != word || !s.exact {
				t.Errorf("%s: %q is at %q", value, word, got)
			}
			if e, ok := p.Edit(from, from+len(word), "XYZ"); !ok {
				t.Errorf("%s: no edit of %q", value, word)
			} else if mended, _, err := Mend([]byte(src), []Edit{e}); err != nil || string(mended) != strings.Replace(src, word, "XYZ", 1) {
				t.Errorf("%s: %v\n%s", value, err, mended)
			}
		}
	}
}

func FuzzUnmark(f *testing.F) {
	f.Add("**a _b_** \\* c*")
	f.Add("_ ** _ **")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsRune(s, utf8.RuneError) {
			t.Skip("no clean text")
		}
		text, runs, omitted := unmark(s)
		size := len(text)
		for _, o := range omitted {
			size += len(o.markup)
		}
		if size != len(s) {
			t.Fatalf("%q became %q without %v", s, text, omitted)
		}
		again, same, _ := unmark(Markup(text, runs))
		if again != text || cmp.Diff(runs, same) != "" {
			t.Fatalf("%q written as %q is read as %s", s, Markup(text, runs), shown(again, same))
		}
	})
}
