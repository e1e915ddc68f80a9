package check

import (
	"fmt"
	"regexp"
	"strings"

	"ketluan/render/problem"
)

// bothAnnexes are ways to refer to several annexes at once.
var bothAnnexes = regexp.MustCompile(`(?i)các phụ lục|phụ lục I (?:và|,|đến|-|–)`)

// checkAnnexes finds annexes that the text does not refer to. That of tasks has
// a sentence of its own.
func checkAnnexes(n *notice, f *found) {
	if len(n.rec.Annexes) == 0 {
		return
	}
	var said strings.Builder
	for _, p := range n.body {
		said.WriteString(p.Text + "\n")
	}
	several := len(n.rec.Annexes) > 1 || len(n.rec.Annexes) == 1 && n.rec.Annex != "" && len(n.tasks) > 0
	for i, a := range n.rec.Annexes {
		name := "Phụ lục"
		if several {
			name += " " + annexNumbers[min(i, len(annexNumbers)-1)]
		}
		refers := regexp.MustCompile(`(?i)` + name + `(?:[^\pL\d]|$)`)
		if refers.MatchString(said.String()) || several && bothAnnexes.MatchString(said.String()) {
			continue
		}
		f.at(fmt.Sprintf("annex[%d].title", i+1), problem.Textf("nội dung không nhắc đến %s (%s)", "the text does not refer to %s (%s)", name, a.Title),
			problem.Textf("nhắc đến trong kết luận, như \"(chi tiết tại %s)\"", "refer to it in a conclusion, as \"(chi tiết tại %s)\"", name))
	}
}

var annexNumbers = strings.Fields("I II III IV V VI VII VIII IX X XI XII")
