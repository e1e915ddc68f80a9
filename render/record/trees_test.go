package record

import (
	"strings"
	"sync"
	"testing"
)

const treeProfile = "agency: {parent: UBND tỉnh Lào Cai, name: Sở Y tế, code: SYT, place: Lào Cai}\nunits: [Văn phòng Sở, Thanh tra Sở]\nsigners:\n  cvp: {authority: TL. Giám đốc, position: Chánh Văn phòng, name: Lò Thị Mai}\nrecipients: [\"Lưu: VT\"]\n"

const treeRecord = "profile: so.profile.yaml\nmeeting-date: 10/9/2026\nsubject: Kết luận\nconclusions:\n  - text: Văn phòng Sở lập kế hoạch.\n    lead: Văn phòng Sở\nsigner: cvp\n"

// A profile is taken from what was read before only while its bytes are the same,
// and one with problems tells them of each record.
func TestTrees(t *testing.T) {
	var trees Trees
	read := func(profile string) (*Record, int) {
		rec, problems := Parse([]byte(treeRecord), Source{Name: "a/b.yaml", Trees: &trees, Open: func(string) ([]byte, error) { return []byte(profile), nil }})
		return rec, len(problems)
	}
	for range 2 {
		if rec, n := read(treeProfile); n > 0 || len(rec.Units) != 2 || rec.Line("a/so.profile.yaml", 2) != "units: [Văn phòng Sở, Thanh tra Sở]" {
			t.Fatal(n, rec.Units)
		}
	}
	if rec, n := read(strings.Replace(treeProfile, "Thanh tra Sở", "Thanh tra Sở, Phòng Dược", 1)); n > 0 || len(rec.Units) != 3 {
		t.Error(n, rec.Units)
	}
	for range 2 {
		if _, n := read(treeProfile + "colour: red\n"); n != 1 {
			t.Error(n, "problems")
		}
		if _, n := read(treeProfile + "a: &x 1\n"); n < 1 {
			t.Error(n, "problems")
		}
	}
	if len(trees.kept) != 1 {
		t.Error(len(trees.kept))
	}
}

// Records that are read at once share a profile, of which nothing changes.
func TestTreesAtOnce(t *testing.T) {
	var trees Trees
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if _, problems := Parse([]byte(treeRecord), Source{Name: "a.yaml", Trees: &trees, Open: func(string) ([]byte, error) { return []byte(treeProfile), nil }}); len(problems) > 0 {
					t.Error(problems)
				}
			}
		})
	}
	all.Wait()
}
