package office_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"

	"ketluan/render/calendar"
	"ketluan/render/office"
)

// What another Go program writes: a notice of a record, the reply of a unit,
// and how the tasks stand; all in memory.
func Example() {
	ctx := context.Background()
	folder := office.NewMemory(map[string]string{"2026-q1-giao-ban.yaml": `
meeting-date: 06/01/2026
subject: Kết luận của Giám đốc Sở tại cuộc họp giao ban Quý I năm 2026
agency: {parent: UBND tỉnh Quảng Ngãi, name: Sở Tài chính, code: STC, place: Quảng Ngãi}
opening: "Giám đốc Sở kết luận như sau:"
conclusions:
  - {text: Công khai dự toán năm 2026, lead: Phòng Ngân sách, deadline: 31/03/2026, product: Công văn}
  - {text: Rà soát giá đất, lead: Phòng Giá, deadline: 15/02/2026, product: Báo cáo}
signer: {position: Giám đốc, name: Nguyễn Văn A}
recipients: ["Phòng Ngân sách, Phòng Giá", "Lưu: VT, VP"]
`})
	record := office.Place{Folder: folder, Name: "2026-q1-giao-ban.yaml"}.File()

	press, err := office.NewPress(office.Wants{Units: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	made := office.Make(ctx, press, office.Order{Out: folder}, record)
	for _, p := range made.Problems {
		fmt.Println(p.Pos, p.Message.EN)
	}
	for _, name := range made.Files {
		fmt.Println(name)
	}

	reply := fill(folder, "2026-q1-giao-ban/don-vi/2026-q1-giao-ban-phong-ngan-sach.xlsx", map[string]any{"H5": "hoàn thành", "I5": 1, "J5": "20/03/2026", "K5": "Đã công khai"})
	if _, err := folder.Apply(ctx, []office.Change{{Name: "inbox/phong-ngan-sach.xlsx", Bytes: reply}}); err != nil {
		fmt.Println(err)
	}
	reader, err := office.Reader()
	if err != nil {
		fmt.Println(err)
		return
	}
	day := calendar.Date{Year: 2026, Month: 4, Day: 1}
	collected, _ := office.Collect(ctx, reader, office.Collecting{Records: []office.Found{record}, Inbox: []office.Place{{Folder: folder, Name: "inbox"}}, AsOf: day})
	for _, p := range collected.Problems {
		fmt.Println(p.Pos, p.Field, p.Message.EN)
	}
	fmt.Println(collected.Ledgers, "new reports:", collected.Fresh, "awaited:", collected.Awaited)

	listing, _ := office.Find(ctx, []office.Place{{Folder: folder, Name: "."}})
	standing, _ := office.Status(ctx, reader, office.Asking{AsOf: day}, listing)
	for _, u := range standing.Units {
		fmt.Printf("%s: done in time %d, overdue %d\n", u.Unit, u.DoneInTime, u.Overdue)
	}
	// Output:
	// 2026-q1-giao-ban/2026-q1-giao-ban.pdf
	// 2026-q1-giao-ban/2026-q1-giao-ban-theo-doi.xlsx
	// 2026-q1-giao-ban/don-vi/2026-q1-giao-ban-phong-ngan-sach.xlsx
	// 2026-q1-giao-ban/don-vi/2026-q1-giao-ban-phong-gia.xlsx
	// [2026-q1-giao-ban.progress.yaml] new reports: 1 awaited: [{Phòng Giá [2026-Q1/2-K]}]
	// Phòng Ngân sách: done in time 1, overdue 0
	// Phòng Giá: done in time 0, overdue 1
}

// fill returns a workbook of the folder with cells filled in, as a unit sends
// it back.
func fill(folder *office.Memory, name string, cells map[string]any) []byte {
	book, err := excelize.OpenReader(bytes.NewReader([]byte(folder.Files()[name])))
	if err != nil {
		panic(err)
	}
	defer book.Close()
	for cell, value := range cells {
		if err := book.SetCellValue(book.GetSheetName(0), cell, value); err != nil {
			panic(err)
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		panic(err)
	}
	return out.Bytes()
}
