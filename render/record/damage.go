package record

import (
	"fmt"
	"strings"
	"unicode"

	"ketluan/render/letters"
	"ketluan/render/problem"
)

// A damage is one way in which the letters of a file came to be wrong between
// the keyboard and here.
type damage struct {
	name   string // one of lostLetters and misreadUTF8, or an old encoding
	detail string // of misreadUTF8: what its bytes were taken for
}

const (
	lostLetters = "?"
	misreadUTF8 = "UTF-8"
)

// fewLines is how many damaged lines are told each on its own.
const fewLines = 3

// findDamage reports what became of the letters of the file: each line where
// they are few, otherwise all in one message. False where most of the file is
// damaged, so that nothing else is worth saying of it.
func (r *reader) findDamage() bool {
	lost := r.findLost()
	where := map[damage][]int{}
	var kinds []damage
	damaged, written := 0, 0
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		written++
		d, ok := damageOf(line)
		if lost != nil && lost[i] > 0 {
			d, ok = damage{name: lostLetters}, true
		}
		if !ok {
			continue
		}
		if where[d] == nil {
			kinds = append(kinds, d)
		}
		where[d] = append(where[d], i+1)
		damaged++
	}
	for _, d := range kinds {
		lines := where[d]
		if len(lines) > fewLines {
			r.damaged(d, lines[0], placesOf(lines))
			continue
		}
		for _, line := range lines {
			r.damaged(d, line, problem.Text{})
		}
	}
	r.damage = damaged > 0
	return damaged*2 <= written
}

// placesOf counts lines and names the first of them.
func placesOf(lines []int) problem.Text {
	first := strings.Trim(strings.Join(strings.Fields(fmt.Sprint(lines[:fewLines])), ", "), "[]")
	return problem.Textf("%d dòng (%s…) hỏng như dòng này: ", "%d lines (%s…) are damaged as this one: ", len(lines), first)
}

// damaged reports a line, or all lines of a damage at the first of them.
func (r *reader) damaged(d damage, line int, all problem.Text) {
	text := r.lines[line-1]
	shown, col := shownLine(text), 1
	var message, hint problem.Text
	switch d.name {
	case lostLetters:
		col = firstLost(text)
		shown = around(text, col)
		message = problem.Textf("chữ có dấu đã mất, còn lại dấu ?: %q", "letters with marks are lost, a ? is left of them: %q", shown)
		hint = problem.Textf("tệp đã bị lưu ở bảng mã không có chữ Việt (ANSI) nên không lấy lại được từ tệp này: mở bản gốc, lưu với Encoding UTF-8; không còn bản gốc thì gõ lại",
			"the file was saved in an encoding without them (ANSI), and they cannot be had back from it: open the original and save it with Encoding UTF-8, or type them anew")
	case misreadUTF8:
		col = max(firstMisread(text), 1)
		message = problem.Textf("chữ UTF-8 bị đọc nhầm thành %s: %q", "UTF-8 was taken for %s: %q", d.detail, shown)
		hint = problem.Textf("mở lại bản gốc, chọn bảng mã UTF-8 rồi lưu", "open the original again as UTF-8 and save it")
		if meant := shownLine(undone(text)); meant != shown {
			hint = problem.Textf("mở lại bản gốc, chọn bảng mã UTF-8 rồi lưu; đúng ra là %q", "open the original again as UTF-8 and save it; it should be %q", meant)
		}
	case letters.Latin1258:
		message = problem.Textf("chữ Windows-1258 bị đọc nhầm thành Windows-1252: %q", "Windows-1258 was taken for Windows-1252: %q", shown)
		hint = problem.Textf("mở lại bản gốc, chọn bảng mã Windows-1258 (Vietnamese) rồi lưu với Encoding UTF-8", "open the original again as Windows-1258 (Vietnamese) and save it with Encoding UTF-8")
	default:
		message = problem.Textf("dòng này gõ bằng bảng mã cũ %s: %q", "the line is in the old encoding %s: %q", d.name, shown)
		hint = problem.Textf("chuyển sang Unicode: UniKey, bấm Ctrl+Shift+F6, nguồn %s, đích Unicode", "convert it to Unicode: UniKey, Ctrl+Shift+F6, from %s to Unicode", d.name)
	}
	r.fileProblem(line, col, problem.Text{VI: all.VI + message.VI, EN: all.EN + message.EN}, hint)
}

// shownLine is a line as messages show it, without what cannot be seen in it.
func shownLine(line string) string {
	return short(strings.TrimSpace(strings.Map(func(c rune) rune {
		switch {
		case c == '\u00A0':
			return ' '
		case unicode.IsControl(c), c == '\u00AD':
			return -1
		}
		return c
	}, line)))
}

// around cuts a line for a message, so that a column is in it.
func around(line string, col int) string {
	runes := []rune(line)
	if from := max(col-20, 0); col > 40 {
		return "…" + short(strings.TrimSpace(string(runes[from:min(from+100, len(runes))])))
	}
	return short(strings.TrimSpace(string(runes[:min(200, len(runes))])))
}

// isWhole is quick to see that a line has no damage, as most: it is in ASCII, or has
// letters of Vietnamese alone and among them one that no old encoding has.
func isWhole(line string) bool {
	ascii, modern := true, false
	for _, c := range line {
		switch {
		case c < 0x80:
			continue
		case c >= 0x1EA0 && c <= 0x1EF9: // ạ to ỹ
			modern = true
		case c < 0xC0 || c > 0xFF && !strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", c):
			return false
		}
		ascii = false
	}
	return ascii || modern
}

// damageOf returns what happened to the letters of a line, but for lost ones.
func damageOf(line string) (damage, bool) {
	if isWhole(line) {
		return damage{}, false
	}
	if as := misreadAs(line); as != "" {
		return damage{misreadUTF8, as}, true
	}
	if e := letters.Legacy(line); e != "" {
		return damage{name: e}, true
	}
	return damage{}, false
}
