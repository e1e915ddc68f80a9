package office

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
)

// A first record is not issued while it has the examples in it; what is changed is
// one no more, and without any it is issued.
func TestSamples(t *testing.T) {
	files := firstFiles(answered(t, Answers{"agency": "Sở Xây dựng", "meeting-date": "06/10/2026"}))
	name, text := files[1].Name, string(files[1].Bytes)
	issued := func(text string) IssuedRecord {
		t.Helper()
		folder := NewMemory(map[string]string{files[0].Name: string(files[0].Bytes), name: text})
		press, err := NewPress(Wants{})
		if err != nil {
			t.Fatal(err)
		}
		out, _, err := Issue(t.Context(), press, Issuing{Out: NewMemory(nil), Date: calendar.Date{Year: 2026, Month: 10, Day: 7}}, []Found{Place{Folder: folder, Name: name}.File()})
		if err != nil {
			t.Fatal(err)
		}
		return out.Documents[0]
	}
	one := issued(text)
	if one.Done || len(one.Problems) != 6 || !strings.Contains(one.Problems[0].Message.VI, "còn dòng mẫu") || one.Problems[0].Pos.Line == 0 {
		t.Errorf("%+v", one)
	}
	folder := NewMemory(map[string]string{files[0].Name: string(files[0].Bytes), name: text})
	press, err := Reader()
	if err != nil {
		t.Fatal(err)
	}
	if v := (&Surveyor{press: press}).read(Place{Folder: folder, Name: name}.File()); v.gaps != 6 || v.line == 0 {
		t.Errorf("the list is told of %d", v.gaps)
	}
	own := strings.NewReplacer("tổng hợp kết quả", "rà soát kết quả", "Trong thời gian qua", "Trong quý", "Về công tác", "Đối với công tác").Replace(text)
	if one = issued(own); one.Done || len(one.Problems) != 3 {
		t.Errorf("%+v", one)
	}
	own = strings.Replace(own, "nghiêm túc triển khai", "triển khai", 1)
	if own = strings.Replace(own, "rà soát các nhiệm vụ", "kiểm tra các nhiệm vụ", 1); !issued(own).Done {
		t.Errorf("%+v", issued(own))
	}
}
