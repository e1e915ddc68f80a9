package office_test

import (
	"strings"
	"testing"

	"ketluan/render/calendar"
	"ketluan/render/office"
)

// A ledger is never written larger than what is read: else the next run knew
// nothing of the quarter.
func TestLargeLedger(t *testing.T) {
	const ledger = "hop.progress.yaml"
	folder := office.NewMemory(map[string]string{"hop.yaml": `
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions: [{text: Công khai dự toán năm 2026, lead: Phòng Ngân sách, deadline: 31/03/2026}]
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Lưu: VT, VP"]
`})
	record := office.Place{Folder: folder, Name: "hop.yaml"}.File()
	press, err := office.NewPress(office.Wants{Units: true})
	if err != nil {
		t.Fatal(err)
	}
	office.Make(t.Context(), press, office.Order{Out: folder}, record)
	reader, err := office.Reader()
	if err != nil {
		t.Fatal(err)
	}
	collect := func(result string) office.Collected {
		reply := fill(folder, "hop/don-vi/hop-phong-ngan-sach.xlsx", map[string]any{"H5": "đang thực hiện", "K5": result})
		if _, err := folder.Apply(t.Context(), []office.Change{{Name: "inbox/" + result + ".xlsx", Bytes: reply}}); err != nil {
			t.Fatal(err)
		}
		got, _ := office.Collect(t.Context(), reader, office.Collecting{
			Records: []office.Found{record}, Inbox: []office.Place{{Folder: folder, Name: "inbox/" + result + ".xlsx"}}, AsOf: calendar.Date{Year: 2026, Month: 4, Day: 1},
		})
		return got
	}
	if got := collect("một"); got.Fresh != 1 || folder.Files()[ledger] == "" {
		t.Fatalf("%+v", got)
	}
	first := folder.Files()[ledger]
	full := first + "# " + strings.Repeat("x", office.MaxLedger-len(first)-3) + "\n"
	if _, err := folder.Apply(t.Context(), []office.Change{{Name: ledger, Bytes: []byte(full), Was: []string{office.SumOf([]byte(first))}, MustStand: true}}); err != nil {
		t.Fatal(err)
	}
	got := collect("hai")
	told := ""
	for _, p := range got.Problems {
		told += p.Message.EN
	}
	if got.Fresh != 0 || folder.Files()[ledger] != full || !strings.Contains(told, "larger than 16 MB") {
		t.Errorf("%d new, %q", got.Fresh, told)
	}
}
