package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ketluan/render/ledger"
	"ketluan/render/reply"
)

// What people write in none of the columns is kept as a remark on the task of
// its row, or told with its cell.
func TestNotes(t *testing.T) {
	comment := func(r returned, cell, text string) {
		r.try(r.book.AddComment(tasksSheet, excelize.Comment{Cell: place(cell), Author: "VT", Paragraph: []excelize.RichTextRun{{Text: text}}}))
	}
	for _, c := range []struct {
		name    string
		change  func(r returned)
		remarks string // of the task 1.1
		told    string
	}{
		{"a column", func(r returned) {
			r.try(r.book.InsertCols(tasksSheet, "H", 1))
			r.set("H+0", "Chuyên viên", "H+2", "Lê Văn C", "H+3", "", "I+2", "đang thực hiện")
		}, "Chuyên viên ({H+2}): Lê Văn C", "1 ghi chú ngoài các cột báo cáo được ghi vào sổ (remarks): {H+2}"},
		{"a number beside", func(r returned) { r.set("T+2", 12.5) }, "ô {T+2}: 12.5", "(remarks): {T+2}"},
		{"a comment", func(r returned) { comment(r, "K+2", "hỏi lại TC"); comment(r, "C+0", "sửa mẫu") }, "ghi chú ô {K+2}: hỏi lại TC", `Nhiệm vụ!{C+0}: ghi chú của ô: "sửa mẫu"`},
		{"of a partner", func(r returned) { r.set("S+6", "chờ chủ trì") }, "", "(remarks): {S+6}"},
		{"a row put in", func(r returned) {
			r.try(r.book.InsertRows(tasksSheet, header+3, 1))
			r.set("A+3", "Đã gửi Sở", "H+2", "đang thực hiện")
		}, "", `Nhiệm vụ!{A+3}: có chữ ngoài các dòng nhiệm vụ: "Đã gửi Sở"`},
		{"new work", func(r returned) {
			r.try(r.book.InsertRows(tasksSheet, header+3, 1))
			r.set("C+3", "Việc mới", "H+3", "xong")
		}, "", "dòng này chưa được lấy: {C+3} \"Việc mới\"; {H+3} \"xong\""},
		{"below", func(r returned) { r.set("A+16", "Đề nghị cấp thêm kinh phí") }, "", `{A+16}: có chữ ngoài các dòng nhiệm vụ: "Đề nghị cấp thêm kinh phí"`},
		{"below, where IDs stand", func(r returned) { r.set("B+16", "Đề nghị cấp thêm kinh phí") }, "", `{B+16}: có chữ ngoài các dòng nhiệm vụ: "Đề nghị cấp thêm kinh phí"`},
		{"below, where texts stand", func(r returned) { r.set("C+16", "Hết") }, "", `{C+16}: có chữ ngoài các dòng nhiệm vụ: "Hết"`},
		{"below the lines to sign on", func(r returned) { r.set("K+13", "Kiến nghị: bổ sung biên chế") }, "", `{K+13}: có chữ ngoài các dòng nhiệm vụ: "Kiến nghị`},
		{"who signs", func(r returned) { r.set("K+13", "Nguyễn Thị Đào") }, "", ""},
		{"a text box", func(r returned) {
			r.try(r.book.AddShape(tasksSheet, &excelize.Shape{Cell: place("K+14"), Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "xin gặp lãnh đạo"}}}))
		}, "", `hộp chữ: có chữ ngoài các dòng nhiệm vụ: "xin gặp lãnh đạo"`},
		{"beside another unit's task", func(r returned) {
			r.set("B+2", "2020-Q3/2.1-I", "C+2", taskText(collector(t).Record, "2020-Q3/2.1-I"), "S+2", "của tôi")
		}, "", `{S+2}: có chữ ngoài các dòng nhiệm vụ: "của tôi"`},
		{"a sheet", func(r returned) {
			_, err := r.book.NewSheet("Giải trình")
			r.try(err)
			r.try(r.book.SetCellValue("Giải trình", "B2", "Lý do chậm"))
		}, "", `Giải trình!1: trang thêm vào, không có bảng nhiệm vụ, không đọc: "Lý do chậm"`},
		{"the text of the task", func(r returned) { r.set("D+2", "sửa tên", "O+2", "x") }, "", ""},
	} {
		got := collector(t).Read("a.xlsx", unitReply(t, c.change))
		remarks := ""
		for _, p := range got.Reports {
			if p.ID == "2020-Q3/1.1-Q" {
				remarks = p.Values.Text("remarks")
			}
		}
		if remarks != placed(c.remarks) || !strings.Contains(said(got), placed(c.told)) || c.told == "" && len(got.Problems) > 0 {
			t.Errorf("%s: %q, %s", c.name, remarks, said(got))
		}
	}
}

// Comments that answer each other stand for the one that says that there are such.
func TestThreadedComments(t *testing.T) {
	file := unitReply(t, func(r returned) {
		r.try(r.book.AddComment(tasksSheet, excelize.Comment{Cell: place("K+2"), Author: "VT", Paragraph: []excelize.RichTextRun{{Text: "[Threaded comment] Your version of Excel…"}}}))
	})
	file = parts(t, file, map[string]func(string) string{
		"xl/worksheets/_rels/sheet1.xml.rels": replaced("</Relationships>", `<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`),
		"+xl/threadedComments/threadedComment1.xml": always(placed(`<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
 <threadedComment ref="{K+2}" id="{1}"><text>Đã trình chưa?</text></threadedComment><threadedComment ref="{K+2}" id="{2}" parentId="{1}"><text>Rồi</text></threadedComment></ThreadedComments>`)),
	})
	got := collector(t).Read("a.xlsx", file)
	if len(got.Reports) != 1 || got.Reports[0].Values.Text("remarks") != placed("ghi chú ô {K+2}: Đã trình chưa?\nghi chú ô {K+2}: Rồi") {
		t.Errorf("%s", said(got))
	}
}

// A ledger keeps remarks, and is read by older programs as long as it has none.
func TestRemarksInLedger(t *testing.T) {
	c := collector(t)
	l := ledger.New("a", c.Record)
	Enter(l, []reply.Reading{c.Read("a.xlsx", unitReply(t, func(r returned) { r.set("H+2", "đang thực hiện") }))})
	if bytes.Contains(l.Bytes(), []byte("format:")) {
		t.Errorf("%s", l.Bytes())
	}
	c.AsOf.Day++
	Enter(l, []reply.Reading{c.Read("b.xlsx", unitReply(t, func(r returned) { r.set("S+2", "ghi thêm: \"x\"") }))})
	again, problems := ledger.Read("a", l.Bytes(), c.Record)
	if len(problems) > 0 || !bytes.Equal(again.Bytes(), l.Bytes()) || !bytes.Contains(l.Bytes(), []byte("\nformat: 2\n")) {
		t.Fatalf("%v\n%s", problems, l.Bytes())
	}
	if got := again.Standings()["2020-Q3/1.1-Q"]; got.State().String() != "đang thực hiện" || got.Values.Text("remarks") != placed(`ô {S+2}: ghi thêm: "x"`) {
		t.Errorf("%+v", got)
	}
}

// Of merged cells the first is taken, and what the others hide is told.
func TestCovered(t *testing.T) {
	file := unitReply(t, func(r returned) {
		r.set("H+2", "đang thực hiện", "K+2", "chung", "H+3", "đang thực hiện", "K+3", "cũ")
	})
	file = parts(t, file, map[string]func(string) string{"xl/worksheets/sheet1.xml": replaced("<mergeCell ", `<mergeCell ref="{K+2}:{K+4}"/><mergeCell `)})
	got := collector(t).Read("a.xlsx", file)
	if len(got.Reports) != 2 || got.Reports[1].Values.Text("result") != "" || !strings.Contains(said(got), placed(`Nhiệm vụ!{K+3}: chữ bị ô gộp che, không lấy: "cũ"`)) {
		t.Errorf("%s", said(got))
	}
}

// In a workbook of the quarter notes on tasks of other records are theirs.
func TestNotesOfOtherRecords(t *testing.T) {
	got := collector(t).Read("a.xlsx", unitReply(t, func(r returned) {
		r.try(r.book.SetCustomProps(excelize.CustomProperty{Name: "HoSoID", Value: "quy/2020-Q3"}))
		r.try(r.book.SetDocProps(&excelize.DocProperties{Identifier: "quy/2020-Q3"}))
		r.set("B+2", "2026-Q1/2.1.1-C", "S+2", "của bản ghi khác", "S+3", "của bản ghi này")
	}))
	if len(got.Reports) != 1 || strings.Contains(said(got), "khác") || got.Reports[0].Values.Text("remarks") != placed("ô {S+3}: của bản ghi này") {
		t.Errorf("%s", said(got))
	}
}
