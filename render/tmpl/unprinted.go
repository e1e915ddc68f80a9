package tmpl

import (
	"bytes"
	"fmt"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// laterFields are what a record may say beside the texts that every template of
// conclusions prints.
var laterFields = []string{"Table", "After", "Annexes", "CoSigner"}

// unprinted returns which parts a template with conclusions does not name. Such
// a template is older than they are: the words must not be lost in silence.
func unprinted(src []byte) []string {
	if !bytes.Contains(src, []byte("list: .Conclusions")) {
		return nil
	}
	var all []string
	for _, part := range laterFields {
		if !bytes.Contains(src, []byte("."+part)) {
			all = append(all, part)
		}
	}
	return all
}

// lost reports what a record says and t does not print.
func (t *Template) lost(rec *record.Record) []problem.Problem {
	var problems []problem.Problem
	report := func(field, key string) {
		problems = append(problems, rec.Problem(field,
			problem.Text{VI: fmt.Sprintf("%s không in mục %s", lowerFirst(t.file.Name), key), EN: fmt.Sprintf("the template does not print %s", key)},
			problem.Textf("thêm vào mẫu các dòng của mục ấy, theo mẫu thong-bao-ket-luan, hoặc bỏ mục này", "add its lines to the template, as thong-bao-ket-luan has them, or leave the field out")))
	}
	for _, part := range t.unprinted {
		switch {
		case part == "Annexes" && len(rec.Annexes) > 0:
			report("annex", "annex")
		case part == "CoSigner" && rec.CoSigner != nil:
			report("signer", "signer[1]")
		case part == "Table" || part == "After":
			eachItem(rec.Conclusions, func(it *record.Item) {
				if part == "Table" && it.Table != nil {
					report(it.Field()+".table", "table")
				}
				if part == "After" && it.After != "" {
					report(it.Field()+".after", "after")
				}
			})
		}
	}
	return problems
}

func eachItem(items []*record.Item, see func(*record.Item)) {
	for _, it := range items {
		see(it)
		eachItem(it.Items, see)
	}
}
