package office

import (
	"strings"
	"testing"

	"ketluan/render/check"
)

// Who may sign beside the head, groups and recipients come into the profile, and
// each of the signers can sign: a deputy of a committee below both lines.
func TestStartMore(t *testing.T) {
	r, err := NewPress(Wants{})
	if err != nil {
		t.Fatal(err)
	}
	for agency, want := range map[string]string{
		"Sở Tài chính": "    thẩm quyền: KT. Giám đốc\n", "UBND xã Bình Sơn": "    thẩm quyền:\n      - TM. Ủy ban nhân dân\n      - KT. Chủ tịch\n", "Đảng ủy xã An Lâm": "    thẩm quyền: T/M Ban Thường vụ\n",
	} {
		given := Answers{
			"agency": agency, "units": "Phòng Một = P1; Phòng Hai: \"lạ\" # = P2; phòng một = P3", "meeting-date": "6/10/2026",
			"groups": "Khối một = P1, Phòng Hai: \"lạ\" #", "signers": "Lê B = Phó trưởng; Lê C = Phó trưởng; Lê D = Chánh Văn phòng", "recipients": "- Các phòng: một, hai; Lưu: VT",
		}
		a := answered(t, given)
		for _, q := range More() {
			a[q.Flag] = given[q.Flag]
		}
		files := firstFiles(a)
		profile := string(files[0].Bytes)
		rec, problems := r.Read(files[1].Name, files[1].Bytes, func(string) ([]byte, error) { return files[0].Bytes, nil })
		for _, f := range check.Record(rec, problems, r.KindsOf(rec)...) {
			if f.Rule.Severity == check.Error {
				t.Errorf("%s: %s %s", agency, f.Field, f.Message.VI)
			}
		}
		if !strings.Contains(profile, "  pho-truong:\n"+want) || !strings.Contains(profile, "  pho-truong-2:\n"+want) || !strings.Contains(profile, "  chanh-van-phong:\n    chức vụ") {
			t.Errorf("%s", profile)
		}
		if strings.Count(profile, "Lưu") != 1 || strings.Count(profile, "tên ngắn: P") != 2 || !strings.HasSuffix(profile, "nơi nhận:\n  - \"Các phòng: một, hai\"\n  - \"Lưu: VT\"\n") {
			t.Errorf("%s", profile)
		}
	}
	for _, q := range More() {
		if q.Flag != "recipients" && q.Problem("Lê B") == q.Problem("Lê B = Phó Giám đốc") {
			t.Errorf("%s takes a name alone", q.Flag)
		}
	}
}
