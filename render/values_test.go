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
		{"H8", "Đã xong.", "hoàn thành"}, {"H8", "Da hoan tat", "hoàn thành"}, {"H8", "ht", "hoàn thành"}, {"H8", "100 %", "hoàn thành"},
		{"H8", "Hoàn thành trước hạn", "hoàn thành"}, {"H8", norm.NFD.String("Đã hoàn thành"), "hoàn thành"},
		{"H8", "ĐANG TIẾN HÀNH", "đang thực hiện"}, {"H8", "dang lam", "đang thực hiện"}, {"H8", "đang thực hiện (60%)", "đang thực hiện"},
		{"H8", "Chưa triển khai", "chưa thực hiện"}, {"H8", "đề nghị gia hạn", "tạm dừng / xin gia hạn"},
		{"H8", "chưa hoàn thành", unclear}, {"H8", "đã thực hiện", unclear}, {"H8", "cơ bản hoàn thành", unclear}, {"H8", "hoàn thành 80%", unclear}, {"H8", "có", unclear},
		{"J8", "7/11/20", "xong 2020-11-07"}, {"J8", "Ngày 7-11-2020", "xong 2020-11-07"}, {"J8", "7/11/2020 16:45", "xong 2020-11-07"}, {"J8", "2020.11.07", "xong 2020-11-07"},
		{"J8", "2020-11-07T09:00:00+07:00", "xong 2020-11-07"}, {"J8", "7 Nov 2020", "xong 2020-11-07"}, {"J8", "November 7, 2020", "xong 2020-11-07"}, {"J8", "44142", "xong 2020-11-07"},
		{"J8", "07112020", "xong 2020-11-07"}, {"J8", 17112020, "xong 2020-11-17"}, {"J8", "20201117", "xong 2020-11-17"}, {"J8", "11/17/2020", unclear}, {"J8", "7/11", unclear}, {"J8", 2020, unclear},
		{"J8", "7/11-2020", unclear}, {"J8", "7/11/220", unclear},
		{"I8", "６０％", "60 %"}, {"I8", "60 phần trăm", "60 %"}, {"I8", "1", unclear}, {"I8", "1%", "1 %"}, {"I8", "~60%", unclear},
	} {
		got := valued(t, sent, c.cell, c.value)
		told := strings.Contains(got, "Nhiệm vụ!"+c.cell+": ")
		taken := strings.Contains(got, "| "+c.taken)
		if c.taken == unclear {
			taken = strings.Contains(got, "chưa được lấy") && !strings.Contains(got, "|")
		}
		if !taken || !told && c.cell != "I8" {
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
		{[]any{"H8", "hoàn thành", "J8", 44118, "K8", "đã trình", "I8", 0.4}, `I8: nhiệm vụ 2020-Q3/1.1-Q ghi "hoàn thành" mà tỷ lệ là 40 %`},
		{[]any{"H8", "chưa thực hiện", "I8", 1}, `I8: nhiệm vụ 2020-Q3/1.1-Q ghi "chưa thực hiện" mà tỷ lệ là 100 %`},
		{[]any{"H8", "đang thực hiện", "I8", 1}, `I8: nhiệm vụ 2020-Q3/1.1-Q ghi "đang thực hiện" mà tỷ lệ là 100 %`},
		{[]any{"H8", "hoàn thành", "J8", 44118}, "H8: nhiệm vụ 2020-Q3/1.1-Q ghi hoàn thành mà không có kết quả"},
		{[]any{"H8", "hoàn thành", "J8", 44118, "L8", "3/BC"}, ""},
		{[]any{"H8", "chưa thực hiện", "I8", 0}, ""},
	} {
		got := said(collector(t).Read("a.xlsx", changed(t, sent, []changedBook{{"", func(r returned) { r.set(c.set...) }}})[0].file))
		if c.want == "" && strings.Contains(got, "Nhiệm vụ!") || !strings.Contains(got, c.want) {
			t.Errorf("%v: %s, want %q", c.set, got, c.want)
		}
	}
}
