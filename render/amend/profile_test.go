package amend

import (
	"os"
	"strings"
	"testing"

	"ketluan/render/problem"
)

const aProfile = `# hồ sơ
agency: {parent: UBND tỉnh A, name: Sở B, code: SB, place: A} # cơ quan
units: # các đơn vị
  - name: Văn phòng Sở   # nơi nhận
    short: VP
  # phòng lớn nhất
  - Phòng Một # chỉ có tên
  - {name: Phòng Hai, aliases: [P2]}

signers:
  giam-doc:
    position: Giám đốc
    name: Nguyễn Văn A # từ 2024
recipients:
  - UBND tỉnh
`

// Units and signers are changed, added and taken away with all else as it was.
func TestProfileSteps(t *testing.T) {
	for _, c := range []struct {
		steps    []Step
		old, new string // what of the file becomes what
	}{
		{[]Step{{Do: "set", Place: "units_1_email", Value: "vp@so.gov.vn"}}, "    short: VP\n", "    short: VP\n    email: vp@so.gov.vn\n"},
		{[]Step{{Do: "set", Place: "units_1_short", Value: ""}}, "    short: VP\n", ""},
		{[]Step{{Do: "set", Place: "units_2_name", Value: "Phòng  1"}}, "- Phòng Một #", "- Phòng 1 #"},
		{[]Step{{Do: "set", Place: "units_2_email", Value: "p1@so.gov.vn"}}, "- Phòng Một # chỉ có tên\n", "- name: Phòng Một # chỉ có tên\n    email: p1@so.gov.vn\n"},
		{[]Step{{Do: "set", Place: "units_3_email", Value: "p2@so.gov.vn"}}, "[P2]}", "[P2], email: p2@so.gov.vn}"},
		{[]Step{{Do: "add", Place: "units", Value: "Phòng Ba", Values: []string{"P3"}}, {Do: "set", Place: "units_4_name", Value: "Phòng Bốn"}}, "[P2]}\n", "[P2]}\n  - name: Phòng Bốn\n    short: P3\n"},
		{[]Step{{Do: "remove", Place: "units_2"}}, "  # phòng lớn nhất\n  - Phòng Một # chỉ có tên\n", ""},
		{[]Step{{Do: "remove", Place: "units_1"}}, "  - name: Văn phòng Sở   # nơi nhận\n    short: VP\n", ""},
		{[]Step{{Do: "set", Place: "signers_1_name", Value: "Trần Thị B"}}, "Nguyễn Văn A #", "Trần Thị B #"},
		{[]Step{{Do: "set", Place: "signers_1_authority", Value: "TL. Chủ tịch"}}, "    position: Giám đốc\n", "    authority: TL. Chủ tịch\n    position: Giám đốc\n"},
		{[]Step{{Do: "add", Place: "signers", Values: []string{"Giám đốc", "Lê C"}}}, "# từ 2024\n", "# từ 2024\n  giam-doc-2:\n    position: Giám đốc\n    name: Lê C\n"},
		{[]Step{{Do: "add", Place: "signers", Values: []string{"Phó Giám đốc", "Lê C", "KT. Giám đốc"}}, {Do: "remove", Place: "signers_1"}}, "  giam-doc:\n    position: Giám đốc\n    name: Nguyễn Văn A # từ 2024\n", "  pho-giam-doc:\n    authority: KT. Giám đốc\n    position: Phó Giám đốc\n    name: Lê C\n"},
		{[]Step{{Do: "remove", Place: "signers_1"}}, "\nsigners:\n  giam-doc:\n    position: Giám đốc\n    name: Nguyễn Văn A # từ 2024\n", "\n"},
		{[]Step{{Do: "set", Place: "agency_name", Value: "Sở Mới"}}, "Sở B", "Sở Mới"},
	} {
		got, _, err := Apply([]byte(aProfile), c.steps, nil)
		if want := strings.Replace(aProfile, c.old, c.new, 1); err != nil || string(got) != want {
			t.Errorf("%+v: %v\n%s", c.steps, err, got)
		}
	}
	for _, s := range []Step{{Do: "set", Place: "units_9_name", Value: "x"}, {Do: "add", Place: "units", Value: " "}, {Do: "add", Place: "signers", Values: []string{""}}, {Do: "remove", Place: "signers_3"}, {Do: "set", Place: "units_1_successor", Value: "x"}} {
		if got, _, err := Apply([]byte(aProfile), []Step{s}, nil); err == nil || string(got) != aProfile {
			t.Errorf("%+v is not refused", s)
		}
	}
}

// Lists between brackets, keys in Vietnamese and files without units take them too.
func TestProfileStyles(t *testing.T) {
	for _, c := range []struct {
		was   string
		steps []Step
		want  string
	}{
		{"units: [Phòng A, Phòng B]\n", []Step{{Do: "set", Place: "units_1_email", Value: "a@b.vn"}, {Do: "add", Place: "units", Value: "Phòng C"}, {Do: "remove", Place: "units_2"}}, "units: [{name: Phòng A, email: a@b.vn}, Phòng C]\n"},
		{"cơ quan: {tên: Sở A}\nđơn vị:\n  - tên: A\n", []Step{{Do: "add", Place: "units", Value: "B: b"}, {Do: "set", Place: "units_2_email", Value: "b@b.vn"}}, "cơ quan: {tên: Sở A}\nđơn vị:\n  - tên: A\n  - tên: \"B: b\"\n    thư điện tử: b@b.vn\n"},
		{"agency: {name: Sở A}\n", []Step{{Do: "add", Place: "units", Value: "B"}, {Do: "add", Place: "signers", Values: []string{"Giám đốc", "C"}}}, "agency: {name: Sở A}\nunits:\n  - name: B\nsigners:\n  giam-doc:\n    position: Giám đốc\n    name: C\n"},
	} {
		got, _, err := Apply([]byte(c.was), c.steps, nil)
		if err != nil || string(got) != c.want {
			t.Errorf("%v\n%s", err, got)
		}
	}
}

// The example's profile is shown as it is, and findings lead to its fields.
func TestProfileForm(t *testing.T) {
	src, err := os.ReadFile("../../examples/so-khcn-quang-ngai.profile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(src)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Profile(problem.Vietnamese)
	if len(p.Fields) != 6 || len(p.Units) != 10 || p.Units[0].Values["short"] != "KHTC" || len(p.Units[8].Also) != 1 || len(p.Signers) != 1 || p.Signers[0].Key != "chanh-van-phong" || p.Signers[0].Values["authority"] != "TL. Giám đốc" {
		t.Errorf("%+v", p)
	}
	for path, want := range map[string]string{"units[2].email": "units_2_email", "units[2]": "units_2_parent", "signers.chanh-van-phong.position": "signers_1_position", "agency.name": "agency_name", "recipients[2]": "recipients_2", "groups[1].units[2]": "groups_1", "x": ""} {
		if got := d.ProfilePlace(path); got != want {
			t.Errorf("%s is of %q", path, got)
		}
	}
}
