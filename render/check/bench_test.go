package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ketluan/render/record"
)

// thirtyTasks is a record of thirty tasks, with a few things to find.
func thirtyTasks(t testing.TB) []byte {
	src, err := os.ReadFile("testdata/correct.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.Split(string(src), "\n")
	var b strings.Builder
	b.WriteString("units: [Phòng Kế hoạch - Tài chính, Phòng Quản lý Khoa học, Thanh tra Sở, Văn phòng Sở, Chi cục Thủy lợi]\nconclusions:\n")
	for i := range 30 {
		lead := []string{"Phòng Kế hoạch - Tài chính", "Phòng Quản lý Khoa học", "Thanh tra Sở", "Văn phòng Sở", "Chi cục Thủy lợi"}[i%5]
		fmt.Fprintf(&b, "  - text: >-\n      %s\n    lead: %s\n    deadline: trước ngày %02d/3/2026\n    product: Báo cáo\n", sentences[i], lead, i%28+1)
	}
	b.WriteString("closing: Các nghành , đơn vị thực hiện theo Nghị định 30/2020/NĐ-CP.\n")
	return []byte(whole(b.String()))
}

// One record is parsed and checked. The goal: 1,000 of them in under 3 s on two
// cores, which is 6 ms for each.
func BenchmarkRecord(b *testing.B) {
	src := thirtyTasks(b)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		rec, problems := record.Parse(src, record.Source{Name: "a.yaml"})
		if found := Record(rec, problems); len(problems) > 0 || len(found) < 3 {
			b.Fatal(problems, found)
		}
	}
}

func BenchmarkCheckAlone(b *testing.B) {
	src := thirtyTasks(b)
	rec, _ := record.Parse(src, record.Source{Name: "a.yaml"})
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Record(rec, nil)
	}
}
