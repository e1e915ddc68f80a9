package render

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// valued is what the unit's first row comes to with a value in one cell.
func valued(t *testing.T, sent []byte, cell string, value any) string {
	t.Helper()
	return strings.TrimSpace(said(collector(t).Read("a.xlsx", changed(t, sent, []changedBook{{"", func(r returned) { r.set(cell, value) }}})[0].file)))
}

// States, days and percentages in other words are taken where they can mean one
// thing only, and then it is said what was taken for what.
func TestNearValues(t *testing.T) {
	sent := unitFile(t)
	const unclear = ""
	for _, c := range []struct {
		cell  string
		value any
		taken string
	}{
		{"H+2", "Đã xong.", "hoàn thành"}, {"H+2", "Da hoan tat", "hoàn thành"}, {"H+2", "ht", "hoàn thành"}, {"H+2", "100 %", "hoàn thành"},
		{"H+2", "Hoàn thành trước hạn", "hoàn thành"}, {"H+2", norm.NFD.String("Đã hoàn thành"), "hoàn thành"},
		{"H+2", "ĐANG TIẾN HÀNH", "đang thực hiện"}, {"H+2", "dang lam", "đang thực hiện"}, {"H+2", "đang thực hiện (60%)", "đang thực hiện"},
		{"H+2", "Chưa triển khai", "chưa thực hiện"}, {"H+2", "đề nghị gia hạn", "tạm dừng / xin gia hạn"},
		{"H+2", "chưa hoàn thành", unclear}, {"H+2", "đã thực hiện", unclear}, {"H+2", "cơ bản hoàn thành", unclear}, {"H+2", "hoàn thành 80%", unclear}, {"H+2", "có", unclear},
		{"J+2", "7/11/20", "xong 2020-11-07"}, {"J+2", "Ngày 7-11-2020", "xong 2020-11-07"}, {"J+2", "7/11/2020 16:45", "xong 2020-11-07"}, {"J+2", "2020.11.07", "xong 2020-11-07"},
		{"J+2", "2020-11-07T09:00:00+07:00", "xong 2020-11-07"}, {"J+2", "7 Nov 2020", "xong 2020-11-07"}, {"J+2", "November 7, 2020", "xong 2020-11-07"}, {"J+2", "44142", "xong 2020-11-07"},
		{"J+2", "07112020", "xong 2020-11-07"}, {"J+2", 17112020, "xong 2020-11-17"}, {"J+2", "20201117", "xong 2020-11-17"}, {"J+2", "11/17/2020", unclear}, {"J+2", "7/11", unclear}, {"J+2", 2020, unclear},
		{"J+2", "7/11-2020", unclear}, {"J+2", "7/11/220", unclear},
		{"I+2", "６０％", "60 %"}, {"I+2", "60 phần trăm", "60 %"}, {"I+2", "1", unclear}, {"I+2", "1%", "1 %"}, {"I+2", "~60%", unclear},
	} {
		got := valued(t, sent, c.cell, c.value)
		told := strings.Contains(got, "Nhiệm vụ!"+place(c.cell)+": ")
		taken := strings.Contains(got, "| "+c.taken)
		if c.taken == unclear {
			taken = strings.Contains(got, "chưa được lấy") && !strings.Contains(got, "|")
		}
		if !taken || !told && c.cell != "I+2" {
			t.Errorf("%s %q: %s", c.cell, fmt.Sprint(c.value), got)
		}
	}
}

// What a row says twice, and not the same, is told; its state counts.
func TestContradictions(t *testing.T) {
	sent := unitFile(t)
	for _, c := range []struct {
		set  []any
		want string
	}{
		{[]any{"H+2", "hoàn thành", "J+2", 44118, "K+2", "đã trình", "I+2", 0.4}, `{I+2}: nhiệm vụ 2020-Q3/1.1-Q ghi "hoàn thành" mà tỷ lệ là 40 %`},
		{[]any{"H+2", "chưa thực hiện", "I+2", 1}, `{I+2}: nhiệm vụ 2020-Q3/1.1-Q ghi "chưa thực hiện" mà tỷ lệ là 100 %`},
		{[]any{"H+2", "đang thực hiện", "I+2", 1}, `{I+2}: nhiệm vụ 2020-Q3/1.1-Q ghi "đang thực hiện" mà tỷ lệ là 100 %`},
		{[]any{"H+2", "hoàn thành", "J+2", 44118}, "{H+2}: nhiệm vụ 2020-Q3/1.1-Q ghi hoàn thành mà không có kết quả"},
		{[]any{"H+2", "hoàn thành", "J+2", 44118, "L+2", "3/BC"}, ""},
		{[]any{"H+2", "chưa thực hiện", "I+2", 0}, ""},
	} {
		got := said(collector(t).Read("a.xlsx", changed(t, sent, []changedBook{{"", func(r returned) { r.set(c.set...) }}})[0].file))
		if c.want == "" && strings.Contains(got, "Nhiệm vụ!") || !strings.Contains(got, placed(c.want)) {
			t.Errorf("%v: %s, want %q", c.set, got, c.want)
		}
	}
}
