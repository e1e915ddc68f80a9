package revision_test

import (
	"testing"

	"ketluan/render/docx/read"
	"ketluan/render/record"
	"ketluan/render/revision"
	"ketluan/render/testdata/word"
)

const fuzzed = `meeting-date: 28/9/2020
subject: a
opening: b
conclusions:
  - heading: c
    items: ["d **e** f", g]
  - text: h
agency: {name: i, code: k, place: l}
signer: {position: m, name: n}
recipients: [o, p]
`

// Whatever two Word files have, what is told of them carries edits within the
// files of the record, or says why not.
func FuzzCompare(f *testing.F) {
	f.Add(`<w:p><w:bookmarkStart w:id="1" w:name="kl_1_1__00000000"/><w:r><w:t>d e f</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`, `<w:p><w:r><w:t>1. d x f</w:t></w:r></w:p>`)
	f.Add(`<w:p><w:bookmarkStart w:id="1" w:name="opening_1__00000000"/><w:r><w:t>b</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`, word.P("", word.R("b", "b"))+word.P("", word.R("", "c")))
	f.Add(word.P("", word.R("", "a"))+word.P("", word.R("", "b")), word.Table([]int{1}, []string{word.P("", word.R("i", "b"))}))
	rec, problems := record.Parse([]byte(fuzzed), record.Source{Name: "a.yaml"})
	if len(problems) > 0 {
		f.Fatal(problems)
	}
	f.Fuzz(func(t *testing.T, now, edited string) {
		a, err := read.Open(word.File(now))
		if err != nil {
			return
		}
		b, err := read.Open(word.File(edited))
		if err != nil {
			return
		}
		for _, ch := range revision.Compare(rec, a, b).Changes {
			if len(ch.Edits) == 0 && ch.Refused.VI == "" {
				t.Errorf("neither taken nor refused: %+v", ch)
			}
			for _, e := range ch.Edits {
				if e.File != "a.yaml" || e.From < 0 || e.To < e.From || e.To > len(fuzzed) {
					t.Errorf("%+v", e)
				}
			}
		}
	})
}
