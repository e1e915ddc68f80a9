package disk

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"

	"ketluan/render/problem"
)

// A systemError is an error of the system, in words.
type systemError struct {
	error
	message, hint problem.Text
	everyone      bool // every other file would meet it too
}

// Told returns the words.
func (e *systemError) Told() (message, hint problem.Text) { return e.message, e.hint }

// MeetsEveryone reports an error that every other file would meet too.
func (e *systemError) MeetsEveryone() bool { return e.everyone }

func (e *systemError) Unwrap() error { return e.error }

// Told puts an error of the system into words; others stay as they are.
func Told(err error) error { return told(cause(err)) }

func told(err error) error { return toldOn(runtime.GOOS, err) }

func toldOn(system string, err error) error {
	if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrExist) {
		return err
	}
	own := unixCauses
	if system == "windows" {
		own = windowsCauses
	}
	for _, c := range own {
		if errors.Is(err, c.is) {
			return &systemError{err, c.message, c.hint, c.everyone}
		}
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return &systemError{err, problem.Textf("hệ điều hành báo: %v", "the system says: %v", err), problem.Text{}, false}
	}
	return err
}

// A systemCause is an error that a clerk can do something about.
type systemCause struct {
	is            error
	message, hint problem.Text
	everyone      bool
}

// unixCauses are errors of Linux and macOS, windowsCauses those of Windows,
// whose numbers syscall has no names for.
var (
	unixCauses = []systemCause{
		{syscall.ENOSPC, diskFull, freeSpace, true},
		{syscall.EDQUOT, diskFull, freeSpace, true},
		{syscall.EFBIG, problem.Textf("tệp lớn quá mức hệ thống cho phép", "the file is larger than the system lets it be"), freeSpace, true},
		{syscall.EROFS, readOnly, otherFolder, true},
		{syscall.ENOTDIR, noFolder, otherFolder, false},
		{syscall.ENAMETOOLONG, nameTooLong, shorterName, false},
		{syscall.EPIPE, problem.Textf("nơi nhận đã đóng", "the reader has gone"), problem.Text{}, false},
	}
	windowsCauses = []systemCause{
		{syscall.Errno(32), openElsewhere, closeThere, false}, // ERROR_SHARING_VIOLATION
		{syscall.Errno(33), openElsewhere, closeThere, false}, // ERROR_LOCK_VIOLATION
		{syscall.Errno(39), diskFull, freeSpace, true},        // ERROR_HANDLE_DISK_FULL
		{syscall.Errno(112), diskFull, freeSpace, true},       // ERROR_DISK_FULL
		{syscall.Errno(19), readOnly, otherFolder, true},      // ERROR_WRITE_PROTECT
		{syscall.Errno(267), noFolder, otherFolder, false},    // ERROR_DIRECTORY
		{syscall.Errno(123), problem.Textf("tên có ký tự mà Windows không nhận", "the name has characters that Windows does not take"), shorterName, false}, // ERROR_INVALID_NAME
		{syscall.Errno(206), nameTooLong, shorterName, false}, // ERROR_FILENAME_EXCED_RANGE
	}
)

// The words that several causes share.
var (
	diskFull      = problem.Textf("đĩa đầy", "the disk is full")
	freeSpace     = problem.Textf("dọn bớt đĩa rồi chạy lại", "free some space and run again")
	readOnly      = problem.Textf("đĩa chỉ cho đọc", "the disk is read-only")
	noFolder      = problem.Textf("có một tệp nằm ở chỗ cần thư mục", "a file stands where a folder is wanted")
	otherFolder   = problem.Textf("chọn thư mục khác (-o)", "choose another folder (-o)")
	nameTooLong   = problem.Textf("tên hoặc đường dẫn quá dài", "the name or the path is too long")
	shorterName   = problem.Textf("đặt tên khác, ngắn hơn, hoặc chọn thư mục khác (-o)", "choose another, shorter name, or another folder (-o)")
	openElsewhere = problem.Textf("tệp đang mở trong chương trình khác", "another program has the file open")
	closeThere    = problem.Textf("đóng tệp trong Excel hoặc trình đọc PDF rồi chạy lại", "close it in Excel or the PDF reader and run again")
)
