package check

import (
	"strings"
	"testing"
)

const ofPeople = `meeting-date: 06/01/2026
subject: Kết luận họp
agency: {name: Sở A, code: SA, place: Tỉnh B}
units: [Phòng Một]
meeting:
  chair: {name: Lê Thuý Hoà, position: Phó Giám đốc}
  secretary: Y Mẫu Tơr
  present: [Trần Văn Dự, Giám đốc Trung tâm]
  agenda:
    - {content: Báo cáo công tác chuyễn đổi số, speaker: Lò Thị Pha}
  said:
    - {speaker: Lò Thị Pha, text: "Đề nghị các nghành phối hợp với bà Lò Thị Pha."}
  notes: Gửi ý kiến bằng văn bãn.
conclusions: [Một câu.]
`

// Slips in what was said are found as everywhere, and mended; of people, their
// positions and units nothing is.
func TestPeopleAreSacred(t *testing.T) {
	mended := ofPeople
	rec, findings := checked(t, "a.yaml", ofPeople)
	told := map[string]bool{}
	for _, f := range findings {
		told[f.Field] = true
		for _, e := range f.Edits {
			if e.File == rec.Name {
				mended = strings.Replace(mended, ofPeople[e.From:e.To], e.Text, 1)
			}
		}
	}
	for _, field := range []string{"meeting.agenda[1].content", "meeting.said[1].text", "meeting.notes", "meeting.present[1]"} {
		if !told[field] {
			t.Errorf("nothing is said of %s: %v", field, told)
		}
	}
	for _, name := range []string{"Lê Thuý Hoà", "Y Mẫu Tơr", "Lò Thị Pha", "Trần Văn Dự, Giám đốc Trung tâm"} {
		if strings.Count(mended, name) != strings.Count(ofPeople, name) {
			t.Errorf("%s is not as it was in\n%s", name, mended)
		}
	}
}
