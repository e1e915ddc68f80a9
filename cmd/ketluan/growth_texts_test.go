//go:build unix

package main

import (
	"strings"
	"unicode/utf8"
)

// wordings are what texts can be made of: # is a number.
var wordings = map[string]string{
	"words":             "làm việc đề nghị ",
	"one word":          "a",
	"one word of marks": "ế",
	"no Vietnamese":     "lorem ipsum dolor ",
	"slips":             "gi đình đia phương nguôn vốn ",
	"tones":             "hoà thuý quí ",
	"joined":            "sử dụngvật liệu",
	"capitals":          "A",
	"names of units":    "Văn phòng Sở, ",
	"names":             "đồng chí Nguyễn Văn An, ",
	"places":            "xã Ia Tôr, huyện Chư Prông, tỉnh Gia Lai, ",
	"offices":           "UBND các huyện, thị xã, thành phố; ",
	"abbreviations":     "UBND HĐND KH&CN ",
	"papers":            "Quyết định số #/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh, ",
	"clauses":           "điểm a khoản 1 Điều # Nghị định số 30/2020/NĐ-CP, ",
	"clauses of old":    "Khoản # - Điều 61, ",
	"dates":             "ngày 05/01/2026, ",
	"dates in words":    "ngày 05 tháng 01 năm 2026 ",
	"deadlines":         "trước ngày 05/12/2026 ",
	"spans":             "trong 10 ngày làm việc kể từ ngày 12/10/2026, ",
	"quarters":          "quý IV năm 2026 ",
	"hours":             "8 giờ 30 phút ",
	"digits":            "1",
	"numbers":           "1.000.000 đồng, ",
	"percents":          "10% và 20 % ",
	"commas":            ",",
	"spaced commas":     " , ",
	"points":            ".",
	"sentences":         "Làm việc. ",
	"semicolons":        "làm; ",
	"colons":            "các Sở: ",
	"elided":            "các Sở: Tài chính, Xây dựng, ",
	"hyphens":           "-",
	"dashes":            "- a – b ",
	"slashes":           "a/b/",
	"quotes":            "“a” ",
	"quotes open":       "“",
	"quotes plain":      "\\\"a ",
	"brackets":          "(a) ",
	"brackets open":     "(",
	"gaps":              "[điền: a] ",
	"gaps open":         "[điền: ",
	"stars":             "**a_",
	"bold":              "**a** ",
	"underscores":       "_",
	"tags":              "<b>a</b> ",
	"tags open":         "<",
	"tables":            "| a | b ",
	"typed numbers":     "1. a ",
	"typed letters":     "a) b; ",
	"lines":             "a\\n",
	"typed lists":       "1. a\\n",
	"spaces":            " ",
	"no-break spaces":   "a\u00a0",
	"soft hyphens":      "a\u00ad",
	"invisible":         "a\u200b",
	"marks alone":       "\u0301",
	"decomposed":        "ê\u0301 ",
	"question marks":    "gi? ",
	"damage":            "Ã¡ ",
	"of old fonts":      "Céng hßa x· héi ",
	"links":             "http://a.b/c ",
	"mails":             "a@b.vn ",
	"emoji":             "😀",
	"right to left":     "\u202eא",
	"tabs":              "a\\t",
	"bodies":            "Bộ chính trị, Trung Ương, ",
	"again":             "rà rà soát soát ",
	"as typed":          "T i ê u đ ề ",
}

// textsOf is how many texts of a record are as long as a wording makes them: fewer
// where they would be more than 4 MB.
func textsOf(wording string) int {
	one := len(wording) * 32_000 / utf8.RuneCountInString(strings.ReplaceAll(wording, `\\`, ""))
	return min(24, 3_800_000/one)
}

// growingTexts are records with long texts of each wording. A text may have 32,000
// characters, a record 4 MB.
func growingTexts() map[string]growing {
	all := map[string]growing{}
	for name, wording := range wordings {
		for command, n := range map[string]int{"check": 15_000, "check --fix": 15_000, "render": 15_000} {
			all[strings.ReplaceAll(command, " ", "_")+"/text/"+name] = ofRecord(n, command, func(n int) string {
				text := ofLength(wording, n)
				return soundRecord + "units: [{name: Văn phòng Sở}]\nconclusions:\n" + strings.Repeat("  - {text: \"Làm "+text+".\", lead: Văn phòng Sở}\n", textsOf(wording))
			})
		}
	}
	return all
}

// ofLength repeats a wording until it has nearly n characters.
func ofLength(wording string, n int) string {
	one := len([]rune(strings.NewReplacer("#", "1234", `\`, "").Replace(wording)))
	return repeated(max(n-10, 0)/one, wording)
}
