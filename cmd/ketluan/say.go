package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"ketluan/fonts"
	"ketluan/render/record"
	"ketluan/render/tmpl"
)

// What users read on standard error: a line `file:line:col: field: message`
// and a line with a hint below it. No capital, no full stop.

const (
	red   = "\x1b[31m"
	faint = "\x1b[2m"
	plain = "\x1b[0m"
)

var hintWord = record.Text{VI: "gợi ý", EN: "hint"}

func (a *app) say(place string, message, hint record.Text) {
	if place != "" {
		place += ": "
	}
	fmt.Fprintf(a.err, "%s%s\n", place, a.paint(red, message.In(a.lang)))
	if hint != (record.Text{}) {
		fmt.Fprintf(a.err, "%s\n", a.paint(faint, fmt.Sprintf("  %s: %s", hintWord.In(a.lang), hint.In(a.lang))))
	}
}

// note says what is no failure.
func (a *app) note(message record.Text) { fmt.Fprintln(a.err, message.In(a.lang)) }

func (a *app) paint(colour, s string) string {
	if !a.colour {
		return s
	}
	return colour + s + plain
}

func (a *app) sayProblem(p record.Problem) {
	place := p.Pos.String()
	if p.Field != "" {
		place += ": " + p.Field
	}
	a.say(place, p.Message, p.Hint)
}

func (a *app) sayUsage(err error) {
	e := usageOf(err)
	a.say("ketluan", e.message, e.hint)
}

// sayError says what went wrong with one file.
func (a *app) sayError(path string, err error) {
	var template *tmpl.Error
	if errors.As(err, &template) {
		for _, p := range template.Problems {
			a.sayProblem(p)
		}
		return
	}
	message, hint := inWords(err)
	a.say(path, message, hint)
}

// causes are the errors of the machine that a clerk can do something about.
var causes = []struct {
	is            error
	message, hint record.Text
}{
	{fs.ErrNotExist, record.Text{VI: "không có tệp này", EN: "there is no such file"}, record.Text{VI: "kiểm tra tên và thư mục", EN: "check its name and folder"}},
	{fs.ErrPermission, record.Text{VI: "không có quyền đọc hoặc ghi", EN: "reading or writing is not permitted"}, record.Text{VI: "chọn thư mục khác, hoặc đóng chương trình đang mở tệp", EN: "choose another folder, or close the program that has the file open"}},
	{syscall.ENOSPC, record.Text{VI: "đĩa đầy", EN: "the disk is full"}, record.Text{VI: "dọn bớt đĩa rồi chạy lại", EN: "free some space and run again"}},
	{syscall.ENOTDIR, record.Text{VI: "có một tệp nằm ở chỗ cần thư mục", EN: "a file stands where a folder is wanted"}, record.Text{VI: "chọn thư mục khác (-o)", EN: "choose another folder (-o)"}},
	{syscall.EISDIR, record.Text{VI: "đây là thư mục, không phải tệp", EN: "this is a folder, not a file"}, record.Text{VI: "chỉ rõ tệp", EN: "name the file"}},
	{errNotRegular, record.Text{VI: "ở đây đã có thứ không phải tệp thường, không ghi đè", EN: "something that is no regular file stands here and is left alone"}, record.Text{VI: "đổi tên nó, hoặc chọn thư mục khác (-o)", EN: "rename it, or choose another folder (-o)"}},
	{errTooLarge, record.Text{VI: "tệp lớn quá 4 MB", EN: "the file is larger than 4 MB"}, record.Text{VI: "kiểm tra xem có chọn nhầm tệp không", EN: "is this the right file?"}},
	{errAbsolute, record.Text{VI: "chỉ nhận đường dẫn tính từ thư mục của bản ghi", EN: "only a path from the record's folder is taken"}, record.Text{}},
}

func inWords(err error) (message, hint record.Text) {
	for _, c := range causes {
		if errors.Is(err, c.is) {
			return c.message, c.hint
		}
	}
	var face *fonts.Error
	if errors.As(err, &face) {
		return faceInWords(face)
	}
	return record.Text{VI: err.Error(), EN: err.Error()}, record.Text{}
}

func faceInWords(e *fonts.Error) (message, hint record.Text) {
	switch e.Reason {
	case fonts.Missing:
		return record.Text{VI: "thiếu tệp phông " + e.File, EN: e.Error()},
			record.Text{VI: "thư mục phông cần đủ times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf", EN: "the folder needs times.ttf, timesbd.ttf, timesi.ttf and timesbi.ttf"}
	case fonts.Restricted:
		return record.Text{VI: "giấy phép của phông " + e.File + " không cho nhúng vào văn bản", EN: e.Error()},
			record.Text{VI: "dùng phông Times New Roman của Windows, hoặc bỏ --fonts", EN: "use the Times New Roman of Windows, or leave --fonts out"}
	}
	return record.Text{VI: "tệp " + e.File + " không phải phông TrueType đọc được", EN: e.Error()},
		record.Text{VI: "chép lại tệp từ C:\\Windows\\Fonts", EN: "copy the file anew from C:\\Windows\\Fonts"}
}
