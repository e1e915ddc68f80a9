package main

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"ketluan/fonts"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
)

var (
	errTooLarge   = errors.New("the file is too large")
	errFolder     = errors.New("a folder")
	errNoFolder   = errors.New("not a folder")
	errNotRegular = errors.New("not a regular file")
	errAbsolute   = errors.New("not a relative path")
	errStands     = errors.New("a file of this name stands here")
	errEarly      = errors.New("the day is before that of the meeting")
	errNoLedger   = errors.New("standard input has no ledger beside it")
	errThere      = errors.New("the file is there already")
	errBadLedger  = errors.New("the ledger cannot be read")
	errNoQuarter  = errors.New("a quarter is written like 2020-Q3")
)

// A cause is an error that a clerk can do something about.
type cause struct {
	is            error
	message, hint problem.Text
}

// causes are those of every system.
var causes = []cause{
	{errTooLarge, problem.Textf("tệp lớn quá 4 MB", "the file is larger than 4 MB"),
		problem.Textf("kiểm tra xem có chọn nhầm tệp không", "is this the right file?")},
	{read.ErrTooLarge, problem.Textf("tệp lớn quá 64 MB", "the file is larger than 64 MB"), problem.Text{}},
	{read.ErrNoPDF, problem.Textf("không phải tệp PDF, hoặc tệp hỏng", "no PDF, or a damaged one"), problem.Textf("mở thử bằng trình đọc PDF", "try it in a PDF reader")},
	{read.ErrEncrypted, problem.Textf("tệp PDF có mật khẩu", "the PDF has a password"), problem.Textf("lưu lại không mật khẩu rồi chạy lại", "save it without password and run again")},
	{read.ErrTooMany, problem.Textf("tệp có quá 500 trang", "the file has more than 500 pages"), problem.Text{}},
	{errLargeReply, problem.Textf("tệp lớn quá 8 MB", "the file is larger than 8 MB"), problem.Textf("một bảng báo cáo chỉ vài chục KB; kiểm tra xem có đúng tệp không", "a workbook has a few dozen KB; is it the right file?")},
	{errNoRegularReply, problem.Textf("không phải tệp thường", "not a regular file"), problem.Text{}},
	{errLocked, problem.Textf("một lần chạy khác đang ghi sổ này", "another run is writing this ledger"), problem.Textf("đợi nó xong; nếu không còn lần chạy nào thì xóa tệp .lock cạnh sổ", "wait for it; if there is none delete the .lock file beside the ledger")},
	{errFolder, problem.Textf("đây là thư mục, không phải tệp", "this is a folder, not a file"),
		problem.Textf("chỉ rõ tệp", "name the file")},
	{errNoFolder, noFolder, otherFolder},
	{errNotRegular, problem.Textf("ở đây đã có thứ không phải tệp thường, không ghi đè", "something that is no regular file stands here and is left alone"),
		problem.Textf("đổi tên nó, hoặc chọn thư mục khác (-o)", "rename it, or choose another folder (-o)")},
	{errStands, problem.Textf("đã có tệp này, không ghi đè", "this file is there already and is not overwritten"),
		problem.Textf("chọn thư mục khác, hoặc chép bản ghi đã có rồi sửa", "choose another folder, or copy the record that is there and edit it")},
	{errAbsolute, problem.Textf("chỉ nhận đường dẫn tính từ thư mục của bản ghi", "only a path from the record's folder is taken"), problem.Text{}},
	{errEarly, problem.Textf("ngày tính số liệu (--as-of) trước ngày họp", "the day of the figures (--as-of) is before the meeting"),
		problem.Textf("xem lại --as-of, hoặc meeting-date của bản ghi", "check --as-of, or the record's meeting-date")},
	{errNoLedger, problem.Textf("đầu vào chuẩn không có sổ theo dõi bên cạnh", "standard input has no ledger beside it"),
		problem.Textf("chỉ tệp bản ghi, sổ ….progress.yaml nằm cùng thư mục", "name the record's file; its ledger ….progress.yaml is in the same folder")},
	{errThere, problem.Textf("tệp này đã có, không ghi đè", "this file is there already and is left alone"),
		problem.Textf("dùng tiếp tệp ấy, hoặc đổi tên nó rồi chạy lại", "go on with it, or rename it and run again")},
	{errBadLedger, problem.Textf("không đọc được sổ theo dõi, chưa lập gì", "the ledger cannot be read, nothing is made"),
		problem.Textf("sửa những chỗ nêu trên rồi chạy lại", "mend what is named above and run again")},
	{errChanged, problem.Textf("bản ghi hoặc hồ sơ cơ quan đã thay đổi trong khi chạy", "the record or its profile changed during the run"), runAgain},
	{errDamaged, problem.Textf("tệp mà phần này để lại không đúng", "what this shard left is damaged"), problem.Textf("chạy lại phần ấy", "run that shard again")},
	{fs.ErrNotExist, problem.Textf("không có tệp hoặc thư mục này", "there is no such file or folder"),
		problem.Textf("kiểm tra tên và thư mục", "check its name and folder")},
	{fs.ErrPermission, problem.Textf("không có quyền đọc hoặc ghi", "reading or writing is not permitted"),
		problem.Textf("chọn thư mục khác, hoặc đóng chương trình đang mở tệp", "choose another folder, or close the program that has the file open")},
}

// unixCauses are errors of Linux and macOS, windowsCauses those of Windows,
// whose numbers syscall has no names for.
var (
	unixCauses = []cause{
		{syscall.ENOSPC, diskFull, freeSpace},
		{syscall.EDQUOT, diskFull, freeSpace},
		{syscall.EFBIG, problem.Textf("tệp lớn quá mức hệ thống cho phép", "the file is larger than the system lets it be"), freeSpace},
		{syscall.EROFS, readOnly, otherFolder},
		{syscall.ENOTDIR, noFolder, otherFolder},
		{syscall.ENAMETOOLONG, nameTooLong, shorterName},
		{syscall.EPIPE, problem.Textf("nơi nhận đã đóng", "the reader has gone"), problem.Text{}},
	}
	windowsCauses = []cause{
		{syscall.Errno(32), openElsewhere, closeThere}, // ERROR_SHARING_VIOLATION
		{syscall.Errno(33), openElsewhere, closeThere}, // ERROR_LOCK_VIOLATION
		{syscall.Errno(39), diskFull, freeSpace},       // ERROR_HANDLE_DISK_FULL
		{syscall.Errno(112), diskFull, freeSpace},      // ERROR_DISK_FULL
		{syscall.Errno(19), readOnly, otherFolder},     // ERROR_WRITE_PROTECT
		{syscall.Errno(267), noFolder, otherFolder},    // ERROR_DIRECTORY
		{syscall.Errno(123), problem.Textf("tên có ký tự mà Windows không nhận", "the name has characters that Windows does not take"), shorterName}, // ERROR_INVALID_NAME
		{syscall.Errno(206), nameTooLong, shorterName}, // ERROR_FILENAME_EXCED_RANGE
	}
)

// The words that several causes share.
var (
	diskFull      = problem.Textf("đĩa đầy", "the disk is full")
	runAgain      = problem.Textf("chạy lại", "run again")
	freeSpace     = problem.Textf("dọn bớt đĩa rồi chạy lại", "free some space and run again")
	readOnly      = problem.Textf("đĩa chỉ cho đọc", "the disk is read-only")
	noFolder      = problem.Textf("có một tệp nằm ở chỗ cần thư mục", "a file stands where a folder is wanted")
	otherFolder   = problem.Textf("chọn thư mục khác (-o)", "choose another folder (-o)")
	nameTooLong   = problem.Textf("tên hoặc đường dẫn quá dài", "the name or the path is too long")
	shorterName   = problem.Textf("đặt tên khác, ngắn hơn, hoặc chọn thư mục khác (-o)", "choose another, shorter name, or another folder (-o)")
	openElsewhere = problem.Textf("tệp đang mở trong chương trình khác", "another program has the file open")
	closeThere    = problem.Textf("đóng tệp trong Excel hoặc trình đọc PDF rồi chạy lại", "close it in Excel or the PDF reader and run again")
)

// inWords puts an error into words for the user, and what to do about it.
func inWords(err error) (message, hint problem.Text) { return inWordsOn(runtime.GOOS, err) }

func inWordsOn(system string, err error) (message, hint problem.Text) {
	own := unixCauses
	if system == "windows" {
		own = windowsCauses
	}
	for _, list := range [][]cause{own, causes} {
		for _, c := range list {
			if errors.Is(err, c.is) {
				return c.message, c.hint
			}
		}
	}
	var face *fonts.Error
	if errors.As(err, &face) {
		return faceInWords(face)
	}
	var told interface{ InWords() (vi, en string) }
	if errors.As(err, &told) {
		vi, en := told.InWords()
		return problem.Text{VI: vi, EN: en}, problem.Text{}
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	default:
		return problem.Textf("không làm được: %v", "it cannot be done: %v", err), problem.Text{}
	}
	return problem.Textf("hệ điều hành báo: %v", "the system says: %v", err), problem.Text{}
}

func faceInWords(e *fonts.Error) (message, hint problem.Text) {
	switch e.Reason {
	case fonts.Missing:
		return problem.Text{VI: "thiếu tệp phông " + e.File, EN: e.Error()},
			problem.Textf("thư mục phông cần đủ times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf", "the folder needs times.ttf, timesbd.ttf, timesi.ttf and timesbi.ttf")
	case fonts.Restricted:
		return problem.Text{VI: "giấy phép của phông " + e.File + " không cho nhúng vào văn bản", EN: e.Error()},
			problem.Textf("dùng phông Times New Roman của Windows, hoặc bỏ --fonts", "use the Times New Roman of Windows, or leave --fonts out")
	}
	return problem.Text{VI: "tệp " + e.File + " không phải phông TrueType đọc được", EN: e.Error()},
		problem.Textf(`chép lại tệp từ C:\Windows\Fonts`, `copy the file anew from C:\Windows\Fonts`)
}
