package office

import (
	"errors"
	"io/fs"

	"ketluan/fonts"
	"ketluan/render"
	word "ketluan/render/docx/read"
	"ketluan/render/intake"
	"ketluan/render/pdf/read"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// A FileError is an error with the file or folder that it is about, as
// messages call it.
type FileError struct {
	Path string
	Err  error
}

func (e *FileError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *FileError) Unwrap() error { return e.Err }

// About names the file of a folder that an error is about: the one that the
// error names, else the one given.
func About(f Folder, name string, err error) error {
	var told *FileError
	if err == nil || errors.As(err, &told) {
		return err
	}
	var path *fs.PathError
	if errors.As(err, &path) && fs.ValidPath(path.Path) {
		name = path.Path
	}
	return &FileError{f.Path(name), err}
}

// A Misuse is a request that cannot be carried out, whatever the files say.
type Misuse struct{ Message, Hint problem.Text }

func (e *Misuse) Error() string { return e.Message.EN }

// What operations say no with, beside what folders do.
var (
	ErrTooLarge      = errors.New("the file is too large")
	ErrEarly         = errors.New("the day is before that of the meeting")
	ErrNoLedger      = errors.New("standard input has no ledger beside it")
	ErrBadLedger     = errors.New("the ledger cannot be read")
	errBadKin        = errors.New("what another record says of its tasks cannot be read")
	ErrOccupied      = errors.New("the file that is to be written is there already")
	errLargeLedger   = errors.New("the ledger is too large")
	errLargeReply    = errors.New("the reply is too large")
	errLargeParcel   = errors.New("the mail or the archive is too large")
	ErrSecondLedger  = errors.New("a second copy of a ledger")
	ErrNoMendingLink = errors.New("a link is not mended")

	errSecondRegister = errors.New("a second copy of a register")
)

// A cause is an error that a clerk can do something about.
type cause struct {
	is            error
	message, hint problem.Text
}

// causes are put into words in this order.
var causes = []cause{
	{ErrTooLarge, problem.Textf("tệp lớn quá 4 MB", "the file is larger than 4 MB"),
		problem.Textf("kiểm tra xem có chọn nhầm tệp không", "is this the right file?")},
	{read.ErrTooLarge, problem.Textf("tệp lớn quá 64 MB", "the file is larger than 64 MB"), problem.Text{}},
	{read.ErrNoPDF, problem.Textf("không phải tệp PDF, hoặc tệp hỏng", "no PDF, or a damaged one"), problem.Textf("mở thử bằng trình đọc PDF", "try it in a PDF reader")},
	{read.ErrEncrypted, problem.Textf("tệp PDF có mật khẩu, hay bị khóa chép, khóa sửa", "the PDF has a password, or is locked against copying or changes"), problem.Textf("lưu lại không mật khẩu, không khóa rồi chạy lại", "save it without password and lock, and run again")},
	{read.ErrTooMany, problem.Textf("tệp có quá 500 trang", "the file has more than 500 pages"), problem.Text{}},
	{read.ErrWork, problem.Textf("đọc tệp này tốn công hơn mọi văn bản thường có, đã dừng", "the file takes more work to read than documents do, and was given up"),
		problem.Textf("in lại thành PDF từ Word hay trình đọc PDF rồi đo", "print it to a PDF anew and measure that")},
	{read.ErrStream, problem.Textf("nội dung một trang nén theo cách không đọc được, hoặc lớn quá 32 MB", "the content of a page is compressed in an unknown way, or larger than 32 MB"),
		problem.Textf("in lại thành PDF từ Word hay trình đọc PDF rồi đo", "print it to a PDF anew and measure that")},
	{ErrStopped, problem.Textf("đã dừng trước khi đo xong tệp này", "stopped before this file was measured"), problem.Textf("chạy lại với tệp này", "run again with this file")},
	{errNotItsWord, problem.Textf("tệp Word này không phải lập từ bản ghi ấy, hoặc bản ghi đã đổi gần hết từ đó", "this Word file was not made from that record, or the record has changed nearly everywhere since"),
		problem.Textf("chỉ đúng bản ghi; tệp do chương trình khác lập thì không đối chiếu được", "name the right record; a file that another program made cannot be compared")},
	{errNoRevisable, problem.Textf("mẫu này không lập văn bản từ riêng bản ghi", "this template makes no document from a record alone"), problem.Text{}},
	{intake.ErrScan, problem.Textf("PDF này là bản quét, không có chữ để đọc", "the PDF is a scan and has no text to read"),
		problem.Textf("dùng tệp .docx gốc, hoặc PDF xuất thẳng từ Word", "use the original .docx, or a PDF that Word has made")},
	{intake.ErrParty, problem.Textf("văn bản theo thể thức của Đảng, chưa có mẫu", "the document has the Party's form, for which there is no template"),
		problem.Textf("gõ bản ghi theo ví dụ trong examples/", "type the record after those in examples/")},
	{intake.ErrNoNotice, problem.Textf("không phải thông báo: không thấy tên loại THÔNG BÁO, hoặc không có Quốc hiệu, số, nơi nhận", "no notice: it has no title THÔNG BÁO, or neither the national name, a number nor recipients"),
		problem.Textf("import đọc thông báo kết luận cuộc họp", "import reads notices of the conclusions of a meeting")},
	{word.ErrDoc, problem.Textf("tệp .doc của Word trước 2007", "a .doc of Word before 2007"), problem.Textf("mở bằng Word hay LibreOffice, lưu thành .docx", "open it in Word or LibreOffice and save it as .docx")},
	{word.ErrRTF, problem.Textf("tệp RTF", "an RTF file"), problem.Textf("mở bằng Word hay LibreOffice, lưu thành .docx", "open it in Word or LibreOffice and save it as .docx")},
	{word.ErrODT, problem.Textf("tệp .odt của OpenDocument", "an .odt of OpenDocument"), problem.Textf("mở bằng Word hay LibreOffice, lưu thành .docx", "open it in Word or LibreOffice and save it as .docx")},
	{word.ErrEncrypted, problem.Textf("tệp Word có mật khẩu", "the Word file has a password"), problem.Textf("mở bằng Word, bỏ mật khẩu rồi lưu lại", "open it in Word, take the password away and save it")},
	{errEmptyFile, problem.Textf("tệp rỗng, không có byte nào", "the file is empty"), problem.Textf("chép lại từ bản gốc", "copy it again from where it came from")},
	{word.ErrNoDocx, problem.Textf("không phải tệp Word (.docx) hay PDF, hoặc tệp hỏng", "neither a Word file (.docx) nor a PDF, or a damaged one"), problem.Textf("mở thử bằng Word rồi lưu lại", "try it in Word and save it anew")},
	{word.ErrTooLarge, problem.Textf("tệp Word lớn quá 32 MB, hoặc giải nén ra quá lớn", "the Word file is larger than 32 MB, or unpacks to too much"), problem.Textf("bỏ hình trong tệp rồi lưu lại", "take the pictures out and save it anew")},
	{word.ErrTooMuch, problem.Textf("tệp Word có nhiều hơn mọi văn bản thường có", "the Word file has more in it than documents have"), problem.Textf("kiểm tra xem có đúng tệp không", "is this the right file?")},
	{errLargeLedger, problem.Textf("sổ theo dõi lớn quá 16 MB, hoặc thu thêm thì lớn quá: không đọc, không ghi", "the ledger is larger than 16 MB, or would become so: it is neither read nor written"),
		problem.Textf("một quý chỉ vài trăm KB: xóa bớt báo cáo lặp lại trong sổ (reports), hoặc chia bản ghi", "a quarter has a few hundred KB: take repeated reports out of the ledger, or divide the record")},
	{errLargeReply, problem.Textf("tệp lớn quá 8 MB", "the file is larger than 8 MB"),
		problem.Textf("một bảng báo cáo chỉ vài chục KB; kiểm tra xem có đúng tệp không", "a workbook has a few dozen KB; is it the right file?")},
	{errNoPDF, problem.Textf("không phải tệp PDF", "no PDF"), problem.Textf("chỉ đúng tệp thông báo đã ký", "name the notice that was signed")},
	{errLargeMail, problem.Textf("tệp lớn quá 15 MB, hộp thư thường không nhận", "the file is larger than 15 MB, which few mailboxes take"), problem.Textf("kiểm tra xem có đúng tệp không", "is this the right file?")},
	{render.ErrTooMuch, problem.Textf("thông báo đính kèm vào thư của từng ấy đơn vị là quá 512 MB", "the notice in the drafts to so many units is more than 512 MB"), problem.Textf("dùng tệp PDF nhỏ hơn", "use a smaller PDF")},
	{errLargeParcel, problem.Textf("thư hoặc gói nén lớn quá 64 MB", "the mail or the archive is larger than 64 MB"),
		problem.Textf("mở ra, lưu các tệp .xlsx trong đó vào thư mục", "open it and save the .xlsx in it into the folder")},
	{ErrNoMend, problem.Textf("chỗ này không còn, hoặc không chỉ có một cách sửa", "this is not there any more, or has no one right answer"), problem.Textf("sửa tay", "mend it by hand")},
	{errFaulty, problem.Textf("bản ghi còn lỗi, chưa so được với tệp PDF", "the record has mistakes and cannot be compared with the PDF"), problem.Textf("chạy ketluan check để xem lỗi", "run ketluan check to see them")},
	{errNoRoots, problem.Textf("thư mục không có chứng thư nào (.cer, .crt, .der, .pem)", "the folder has no certificate (.cer, .crt, .der, .pem)"),
		problem.Textf("chép chứng thư gốc của nơi cấp chữ ký số vào đó", "copy the root certificates of those who issue signatures there")},
	{ErrLocked, problem.Textf("một lần chạy khác đang ghi vào thư mục này, chưa ghi gì", "another run is writing into this folder, nothing is written"),
		problem.Textf("đợi nó xong rồi chạy lại", "wait for it and run again")},
	{ErrSecondLedger, problem.Textf("đây là bản sao thứ hai của sổ theo dõi, không được tính", "this is a second copy of the ledger and is not counted"),
		problem.Textf("chép những báo cáo chỉ có ở đây sang sổ ….progress.yaml rồi xóa bản sao", "copy what only this one has into the ledger ….progress.yaml, then delete the copy")},
	{errSecondRegister, problem.Textf("đây là bản sao thứ hai của sổ đăng ký văn bản đi, không được dùng", "this is a second copy of the register of documents and is not used"),
		problem.Textf("chép những văn bản chỉ có ở đây sang sổ ….register.yaml rồi xóa bản sao", "copy the documents that only this one has into ….register.yaml, then delete the copy")},
	{register.ErrForm, problem.Textf("không ghi được vào sổ đăng ký: mục documents không theo dạng mỗi dòng một mục", "nothing can be written into the register: its documents are not written with an item to a line"),
		problem.Textf("dưới documents, mỗi văn bản bắt đầu bằng dấu - ở một dòng riêng, thụt vào như nhau", "below documents each one begins with a - on a line of its own, all indented alike")},
	{ErrNoMendingLink, problem.Textf("đây là liên kết, --fix không sửa qua liên kết", "this is a link, and --fix mends nothing through a link"),
		problem.Textf("chỉ rõ chính tệp mà nó trỏ tới", "name the file that it points to")},
	{ErrFolder, problem.Textf("đây là thư mục, không phải tệp", "this is a folder, not a file"), problem.Textf("chỉ rõ tệp", "name the file")},
	{ErrNoFolder, problem.Textf("có một tệp nằm ở chỗ cần thư mục", "a file stands where a folder is wanted"),
		problem.Textf("chọn thư mục khác (-o)", "choose another folder (-o)")},
	{errUnreadable, problem.Textf("không phải tệp thường", "not a regular file"), problem.Textf("chỉ rõ tệp", "name the file")},
	{ErrNotRegular, problem.Textf("ở đây đã có thứ không phải tệp thường, không ghi đè", "something that is no regular file stands here and is left alone"),
		problem.Textf("đổi tên nó, hoặc chọn thư mục khác (-o)", "rename it, or choose another folder (-o)")},
	{ErrHuge, problem.Textf("ở đây đã có một tệp lớn hơn 1 GB, không ghi đè", "a file larger than 1 GB stands here and is left alone"),
		problem.Textf("đổi tên nó, hoặc chọn thư mục khác (-o)", "rename it, or choose another folder (-o)")},
	{ErrThere, problem.Textf("đã có tệp này, không ghi đè", "this file is there already and is not overwritten"),
		problem.Textf("chọn thư mục khác, hoặc chép bản ghi đã có rồi sửa", "choose another folder, or copy the record that is there and edit it")},
	{ErrEarly, problem.Textf("ngày tính số liệu (--as-of) trước ngày họp", "the day of the figures (--as-of) is before the meeting"),
		problem.Textf("xem lại --as-of, hoặc meeting-date của bản ghi", "check --as-of, or the record's meeting-date")},
	{ErrNoLedger, problem.Textf("đầu vào chuẩn không có sổ theo dõi bên cạnh", "standard input has no ledger beside it"),
		problem.Textf("chỉ tệp bản ghi, sổ ….progress.yaml nằm cùng thư mục", "name the record's file; its ledger ….progress.yaml is in the same folder")},
	{ErrOccupied, problem.Textf("tệp này đã có, không ghi đè", "this file is there already and is left alone"),
		problem.Textf("dùng tiếp tệp ấy, hoặc đổi tên nó rồi chạy lại", "go on with it, or rename it and run again")},
	{ErrBadLedger, problem.Textf("không đọc được sổ theo dõi, chưa lập gì", "the ledger cannot be read, nothing is made"),
		problem.Textf("sửa những chỗ nêu trên rồi chạy lại", "mend what is named above and run again")},
	{errBadKin, problem.Textf("không đọc được bản ghi hoặc sổ cùng thư mục có báo cáo về nhiệm vụ chuyển tiếp của bản ghi này, chưa lập gì", "another record in the folder, or its ledger, has reports on tasks that were carried over from or to this one and cannot be read; nothing is made"),
		problem.Textf("sửa những chỗ nêu trên rồi chạy lại", "mend what is named above and run again")},
	{ErrMoved, problem.Textf("tệp vừa được chương trình khác sửa, chưa ghi gì", "another program has just changed the file, nothing is written"),
		problem.Textf("chạy lại", "run again")},
	{fs.ErrNotExist, problem.Textf("không có tệp hoặc thư mục này", "there is no such file or folder"),
		problem.Textf("kiểm tra tên và thư mục", "check its name and folder")},
	{fs.ErrPermission, problem.Textf("không có quyền đọc hoặc ghi", "reading or writing is not permitted"),
		problem.Textf("chọn thư mục khác, hoặc đóng chương trình đang mở tệp", "choose another folder, or close the program that has the file open")},
}

// A Told error has words of its own, and says what to do about it.
type Told interface {
	Told() (message, hint problem.Text)
}

// InWords puts an error into words for the user, and what to do about it.
func InWords(err error) (message, hint problem.Text) {
	var told Told
	if errors.As(err, &told) {
		return told.Told()
	}
	for _, c := range causes {
		if errors.Is(err, c.is) {
			return c.message, c.hint
		}
	}
	var face *fonts.Error
	if errors.As(err, &face) {
		return faceInWords(face)
	}
	var worded interface{ InWords() (vi, en string) }
	if errors.As(err, &worded) {
		vi, en := worded.InWords()
		return problem.Text{VI: vi, EN: en}, problem.Text{}
	}
	return problem.Textf("không làm được: %v", "it cannot be done: %v", err), problem.Text{}
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
