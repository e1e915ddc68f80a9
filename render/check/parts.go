package check

import (
	"strings"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// goesOn reports an item that goes on with a sentence which has begun.
func (n *notice) goesOn(it *record.Item) bool {
	above, last, ok := strings.Cut(it.Field(), ".parts[")
	return ok && (last != "1]" || n.byField[above+".text"] != nil)
}

// checkUnmarkedParts finds parts of a sentence that the next would run into.
func checkUnmarkedParts(n *notice, f *found) {
	n.rec.EachItem(func(it *record.Item) {
		if !it.InParts {
			return
		}
		parts := append([]*record.Item{it}, it.Items...)
		for _, part := range parts[:len(parts)-1] {
			p := n.textOf(part)
			if p != nil && p.Text != "" && !strings.ContainsAny(p.Text[len(p.Text)-1:], ",;:.!?)") {
				f.in(p, 0, len(p.Text), problem.Textf("vế này không có dấu ở cuối, in ra sẽ dính vào vế sau", "the part has no mark at its end and runs into the next"),
					problem.Textf("thêm dấu phẩy hoặc chấm phẩy", "add a comma or a semicolon"))
			}
		}
	})
}

// checkTypedNumbers says once which labels a record keeps as typed.
func checkTypedNumbers(n *notice, f *found) {
	var first *record.Item
	var kept []string
	n.rec.EachItem(func(it *record.Item) {
		if strings.Trim(it.Number, "-+•–*") != "" {
			kept = append(kept, it.Number)
			if first == nil {
				first = it
			}
		}
	})
	if first != nil {
		f.at(first.Field()+".number", problem.Textf("số giữ như đã gõ: %s", "labels kept as typed: %s", strings.Join(kept, " ")),
			problem.Textf("đúng ý thì để nguyên; muốn chương trình đánh số thì xóa number", "leave them where they are meant; take number away where the program shall number"))
	}
}
