package amend

import (
	"bytes"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// Whatever the bytes and the step, nothing panics, what is refused changes nothing,
// and what is made can be read and given steps again.
func FuzzApply(f *testing.F) {
	for _, src := range examples(f) {
		f.Add(string(src), "set", "kl_1_text", "a: b", 3, "kl_2", "after")
	}
	for seed := range uint64(20) {
		f.Add(string(randomRecord(seed)), []string{"set", "add", "remove", "indent", "outdent", "move", "split", "join", "paste"}[seed%9], "kl_2", "x\ty\n1. z", int(seed), "kl_1", "below")
	}
	for _, src := range []string{"a: {b: [c, {d: e}], }\n", "conclusions:\n-\n- \n-   # x\n- {}\n- []\n- [a]\n- ? b\n  : c\n", "? subject\n: |2\n    a\n   b\n", "subject: >+\n  a\n\n\n\n# x\n", "conclusions: a\n", "conclusions:\n  - items: b\n", "\"conclusions\": [\"a\",\n # c\n'b']\n", "subject: \"a\\\n  b\"\n", "--- \nsubject: a\n...\n"} {
		for _, do := range []string{"set", "add", "remove", "split", "join", "indent"} {
			f.Add(src, do, "kl_2_text", "", 0, "", "")
			f.Add(src, do, "subject", "y", 0, "", "")
			f.Add(src, do, "kl_1", "y", 1, "kl_2", "before")
		}
	}
	for _, src := range []string{aProfile, "units: a\n", "units: {a: b}\nsigners: [a]\n", "units: []\nsigners: {}\n", "units:\nsigners:\n", "units: [a, {name: b},]\nsigners: {x: {name: y}}\n", "units:\n- \n- [a]\n- ? name\n  : c\nsigners:\n  a: b\n  c:\n", "units:\n  - >-\n    a\n    b\n"} {
		for _, at := range []string{"units", "units_1", "units_1_name", "units_2_email", "signers", "signers_1", "signers_1_authority", "signers_2_name"} {
			f.Add(src, "set", at, "x", 0, "", "")
			f.Add(src, "add", at, "x: y", 0, "", "")
			f.Add(src, "remove", at, "", 0, "", "")
		}
	}
	f.Fuzz(func(t *testing.T, src, do, at, value string, offset int, to, where string) {
		step := Step{Do: do, Place: at, Value: value, At: offset, To: to, Where: where}
		list := Step{Do: do, Place: at, Values: strings.Split(value, "\n"), At: offset, To: to, Where: where}
		for _, s := range []Step{step, list} {
			made, focus, err := Apply([]byte(src), []Step{s}, nil)
			if err != nil {
				if !bytes.Equal(made, []byte(src)) {
					t.Fatalf("%+v: refused, and changed\n%q\n%q", s, src, made)
				}
				continue
			}
			if focus == nil {
				t.Fatalf("%+v: no focus", s)
			}
			var doc yaml.Node
			if err := yaml.Unmarshal(made, &doc); err != nil {
				t.Fatalf("%+v: %v\n%q\n%q", s, err, src, made)
			}
			if d, err := Open(made); err == nil {
				d.Profile(problem.Vietnamese)
				d.ProfilePlace(value)
			}
			if _, err := ReadForm(made, Reading{}); err != nil {
				t.Fatalf("%+v: %v\n%q\n%q", s, err, src, made)
			}
		}
	})
}
