package tmpl

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"ketluan/render/calendar"
	"ketluan/render/record"
)

// functions are what the texts of a template may call beside the fields.
var functions = template.FuncMap{
	"upper": strings.ToUpper,
	"lines": func(s string) string { return strings.ReplaceAll(s, "\n", "\u2028") },
	"blank": blank,
	"pad":   pad,
	"day":   func(d calendar.Date) string { return fmt.Sprintf("%02d", d.Day) },
	"month": monthOf,
	"date":  func(d calendar.Date) string { return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year) },
	"names": func(units []*record.Unit, separator string) (string, error) {
		return bearableWords(names(units, separator))
	},
	"note":     func(pairs ...string) (string, error) { return bearableWords(note(pairs...)) },
	"closed":   closed,
	"within":   within,
	"followed": func(text string, parts ...string) (string, error) { return bearableWords(followed(text, parts...)) },
	"before":   before,
	"after":    func(s string) string { return endMark(strings.TrimRight(s, edges)) },

	"worded":   worded,
	"dated":    dated,
	"count":    count,
	"percent":  percent,
	"archived": archived,
	"kept":     kept,
	"quarter":  quarter,
	"sentence": sentence,
	"clock":    clock,
	"slot":     slot,
	"weekday":  weekday,
	"people":   people,

	"shorten": shorten,
	"roman":   roman,
	"lastDay": lastDay,
}

// blank returns room for n characters to be filled in by hand.
func blank(n int) string { return strings.Repeat("\u00A0", min(max(n, 0), 100)) }

// pad writes a number of a document below 10 with a leading zero (Phụ lục I, II.3c).
func pad(number string) string {
	if len(number) == 1 && '1' <= number[0] && number[0] <= '9' {
		return "0" + number
	}
	return number
}

// monthOf writes January and February with a leading zero, the others without (Phụ lục I, II.4).
func monthOf(d calendar.Date) string {
	if d.Month <= 2 {
		return fmt.Sprintf("%02d", d.Month)
	}
	return fmt.Sprint(d.Month)
}

// names joins the names of units with the given separator.
func names(units []*record.Unit, separator string) string {
	all := make([]string, len(units))
	for i, u := range units {
		all[i] = u.Name
	}
	return strings.Join(all, separator)
}

// note joins those of the pairs (label, value) that have a value: "label: value;
// label: value". A label that ends in a space goes before its value as it is.
func note(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			label := pairs[i] + ": "
			if strings.HasSuffix(pairs[i], " ") {
				label = pairs[i]
			}
			parts = append(parts, label+pairs[i+1])
		}
	}
	return strings.Join(parts, "; ")
}

// within returns names as they stand inside a sentence: those that begin with
// "Các" begin with a small letter.
func within(names string) string {
	return strings.TrimPrefix(strings.ReplaceAll(", "+names, ", Các ", ", các "), ", ")
}

// followed puts a sentence behind a text, made of those of the parts that say
// something: "a; b". The mark that the text ends with then ends the sentence.
func followed(text string, parts ...string) string {
	var said []string
	for _, part := range parts {
		if part = strings.TrimRight(part, " .;,"); part != "" {
			said = append(said, part)
		}
	}
	if len(said) == 0 || text == "" {
		return text
	}
	words := strings.TrimRight(text, edges)
	edge := text[len(words):]
	mark := endMark(words)
	before := strings.TrimRight(strings.TrimSuffix(words, mark), " ,")
	if mark == "" {
		mark = "."
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, "”’\")")); !strings.ContainsRune(".?!…", last) {
		before += "."
	}
	return before + edge + " " + sentence(strings.Join(said, "; ")) + mark
}

// closed returns a heading as it stands before the text that runs in on its
// line: with a colon, unless it ends in a mark already.
func closed(heading string) string {
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(heading, edges)); unicode.IsPunct(last) && last != ')' && last != '"' && last != '”' {
		return heading
	}
	return heading + ":"
}

// shorten cuts a text behind a word, to n characters at most.
func shorten(n int, s string) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:max(n-1, 0)])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// before returns a text without the mark that it ends with.
func before(s string) string {
	words := strings.TrimRight(s, edges)
	return words[:len(words)-len(endMark(words))] + s[len(words):]
}

// endMark returns the mark that a text ends with: "./.", ".", ";", or none.
func endMark(s string) string {
	for _, mark := range []string{"./.", ".", ";"} {
		if strings.HasSuffix(s, mark) && !strings.HasSuffix(s, "...") {
			return mark
		}
	}
	return ""
}

// worded writes a day out: "ngày 09 tháng 01 năm 2026" (Phụ lục I, II.4).
func worded(d calendar.Date) string { return dated(0, d) }

// dated is worded with room for n characters in place of a day or a month that
// is 0.
func dated(n int, d calendar.Date) string {
	day, month := blank(n), blank(n)
	if d.Day > 0 {
		day = fmt.Sprintf("%02d", d.Day)
	}
	if d.Month > 0 {
		month = monthOf(d)
	}
	return fmt.Sprintf("ngày %s tháng %s năm %d", day, month, d.Year)
}

// count writes a number of things as documents do, below 10 with a leading
// zero.
func count(n int) string {
	if n > 0 {
		return fmt.Sprintf("%02d", n)
	}
	return fmt.Sprint(n)
}

// percent writes a share, 0 to 1, with a comma and at most one decimal: "56,3 %".
func percent(share float64) string {
	s := strings.TrimSuffix(strconv.FormatFloat(math.Round(share*1000)/10, 'f', 1, 64), ".0")
	return strings.Replace(s, ".", ",", 1) + "\u00A0%"
}

// archived returns the recipient that keeps the document: "Lưu: VT, VP".
func archived(recipients []string) string {
	if r := kept(recipients); r != "" {
		return r
	}
	return "Lưu: VT"
}

// kept is archived where no other words stand for it: "" is nobody.
func kept(recipients []string) string {
	for _, r := range recipients {
		if strings.HasPrefix(r, "Lưu") {
			return r
		}
	}
	return ""
}

// sentence writes words as the start of a sentence, without the mark at its end.
func sentence(s string) string {
	s = strings.TrimSuffix(s, endMark(s))
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// quarter writes a quarter out: "Quý III năm 2020"; none is "".
func quarter(q calendar.Quarter) string {
	if q == (calendar.Quarter{}) {
		return ""
	}
	return q.Words()
}
