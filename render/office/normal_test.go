package office

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
)

// Profiles and ledgers are found whichever way their names were stored, and a
// record's output is named in NFC.
func TestStoredInAnotherForm(t *testing.T) {
	const profile = "agency: {name: Sở Y tế, code: SYT, place: Huế}\n"
	const rec = "profile: ../Hồ sơ/Sở.profile.yaml\nmeeting-date: 12/5/2026\nsubject: Kết luận\nconclusions: [Rà soát]\n"
	forms := []func(string) string{func(s string) string { return s }, norm.NFD.String}
	for i := range 16 {
		form := func(bit int) func(string) string { return forms[i>>bit&1] }
		name := form(0)("Bản ghi/Giao ban tháng Năm.yaml")
		folder := NewMemory(map[string]string{
			name: form(1)(rec), form(2)("Hồ sơ/Sở.profile.yaml"): profile,
			form(0)("Bản ghi/") + form(3)("Giao ban tháng Năm.progress.yaml"): "nothing: that a ledger has\n",
		})
		r, err := Reader()
		if err != nil {
			t.Fatal(err)
		}
		f := Place{Folder: folder, Name: name}.File()
		o := Open(r.Renderer, f)
		for _, p := range o.Problems {
			if p.Field == "profile" {
				t.Errorf("%04b: %s", i, p.Message.In(problem.English))
			}
		}
		if o.Record == nil || o.Record.Agency.Name != "Sở Y tế" {
			t.Fatalf("%04b: %v", i, o.Err)
		}
		if b := readBook(f, o.Record, o.Record.Begins()); b.missing != "" || len(b.problems) == 0 {
			t.Errorf("%04b: the ledger is not read: %+v", i, b)
		}
		if stem := StemOf(name); stem != "Giao ban tháng Năm" {
			t.Errorf("%04b: %+q", i, stem)
		}
	}
}
