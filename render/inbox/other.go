package inbox

import "ketluan/render/problem"

// A refusal says why a file is not read, and what to ask for.
type refusal struct{ message, hint problem.Text }

var again = problem.Textf("đề nghị đơn vị lưu bảng thành .xlsx rồi gửi lại", "ask the unit to save the table as .xlsx and send it again")

// What is refused whatever its kind.
var (
	broken   = refusal{problem.Textf("tệp hỏng, hoặc chưa tải về hết", "the file is damaged or incomplete"), problem.Textf("tải lại, hoặc đề nghị đơn vị gửi lại", "download it again, or ask for it again")}
	locked   = refusal{problem.Textf("tệp trong gói nén có mật khẩu", "this file of the archive has a password"), problem.Textf("giải nén bằng mật khẩu rồi để các tệp .xlsx vào thư mục, hoặc đề nghị gửi lại không mật khẩu", "unpack it with the password and put the .xlsx there, or ask for one without")}
	tooLarge = refusal{problem.Textf("tệp, hoặc nội dung nén trong tệp, lớn quá mức: không đọc", "the file, or what is packed in it, is too large and is not read"), problem.Textf("một bảng báo cáo chỉ vài chục KB; kiểm tra xem có đúng tệp không", "a workbook has a few dozen KB; is it the right file?")}
	tooMuch  = refusal{problem.Textf("gói này có quá nhiều tệp, hoặc quá lớn: phần còn lại không đọc", "this has too many files in it, or is too large: the rest is not read"), problem.Textf("giải nén rồi để các tệp vào thư mục", "unpack it, and put the files into the folder")}
	tooDeep  = refusal{problem.Textf("gói nằm trong quá nhiều gói khác: không mở", "this lies in too many others and is not opened"), problem.Textf("giải nén rồi để các tệp vào thư mục", "unpack it, and put the files into the folder")}
	unsound  = refusal{problem.Textf("không phải thư đọc được (.eml)", "no mail that can be read (.eml)"), problem.Textf("mở thư, lưu tệp đính kèm .xlsx vào thư mục", "open the mail and save its .xlsx into the folder")}
	empty    = refusal{problem.Textf("thư không có tệp đính kèm", "the mail has no attachment"), problem.Textf("đề nghị đơn vị gửi lại bảng .xlsx", "ask the unit for the .xlsx")}
	lettered = refusal{problem.Textf("tệp CSV đã mất chữ có dấu (còn lại dấu ?): không đọc", "the CSV has lost letters (? stands for them) and is not read"),
		problem.Textf(`đề nghị đơn vị gửi bảng .xlsx, hoặc lưu kiểu "CSV UTF-8"`, `ask for the .xlsx, or for one saved as "CSV UTF-8"`)}
	noTable = refusal{problem.Textf("tệp chữ không có bảng", "a text without a table"), again}
	tooMany = refusal{problem.Textf("bảng tính có quá nhiều trang, dòng hoặc ô: không đọc", "the workbook has too many sheets, rows or cells and is not read"), problem.Textf("xóa các dòng thừa ở cuối bảng, hoặc chép số liệu vào bảng gốc", "delete the rows below the table, or fill the original in")}
	secret  = refusal{problem.Textf("tệp .ods có mật khẩu", "the .ods has a password"), problem.Textf("lưu lại không mật khẩu rồi chạy lại", "save it without password and run again")}
)

// others are kinds of files by their endings, as people call them.
var others = map[string]problem.Text{
	".pdf": problem.Textf("tệp PDF: không đọc báo cáo trong PDF", "a PDF: no reports are read from it"), ".doc": word, ".docx": word, ".rtf": word, ".odt": word,
	".jpg": picture, ".jpeg": picture, ".png": picture, ".gif": picture, ".heic": picture, ".webp": picture, ".tif": picture, ".tiff": picture, ".bmp": picture,
	".numbers": problem.Textf("bảng của Apple Numbers (.numbers)", "a table of Apple Numbers (.numbers)"),
	".ots":     problem.Textf("mẫu bảng OpenDocument (.ots)", "a template of OpenDocument (.ots)"),
	".fods":    problem.Textf("bảng OpenDocument dạng XML (.fods)", "a flat table of OpenDocument (.fods)"),
	".xml":     problem.Textf("tệp XML", "a file of XML"), ".htm": web, ".html": web, ".mht": web,
	".gsheet": problem.Textf("đường dẫn tới Google Trang tính, không phải bảng", "a link to Google Sheets, not the table"),
	".ppt":    slides, ".pptx": slides,
}

var (
	word    = problem.Textf("tệp Word: không đọc báo cáo trong văn bản", "a document of Word: no reports are read from it")
	picture = problem.Textf("tệp ảnh: không đọc báo cáo trong ảnh", "a picture: no reports are read from it")
	web     = problem.Textf("trang web lưu lại", "a saved web page")
	slides  = problem.Textf("tệp trình chiếu", "a presentation")
)

// holders are kinds of files that others are to be taken out of.
var holders = map[string]problem.Text{
	".rar": problem.Textf("gói nén .rar", "an archive (.rar)"), ".7z": problem.Textf("gói nén .7z", "an archive (.7z)"), ".gz": problem.Textf("gói nén .gz", "an archive (.gz)"), ".tar": problem.Textf("gói .tar", "an archive (.tar)"),
	".msg": problem.Textf("thư của Outlook (.msg)", "a mail of Outlook (.msg)"), ".dat": problem.Textf("tệp winmail.dat của Outlook", "a winmail.dat of Outlook"),
	".zip": problem.Textf("không phải gói .zip đọc được", "no archive (.zip) that can be read"), ".pst": problem.Textf("hộp thư Outlook (.pst)", "a mailbox of Outlook (.pst)"),
}

// other refuses a file by its ending.
func other(name string) refusal {
	if text, ok := others[ending(name)]; ok {
		return refusal{text, again}
	}
	if text, ok := holders[ending(name)]; ok {
		return refusal{text, problem.Textf("mở ra, lưu các tệp .xlsx trong đó vào thư mục", "open it and save the .xlsx in it into the folder")}
	}
	return refusal{problem.Textf("không phải bảng tính đọc được", "no workbook that can be read"), again}
}
