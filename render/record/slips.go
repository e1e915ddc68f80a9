package record

import (
	"regexp"

	"ketluan/render/problem"
)

// A slip is a message of yaml.v3 that clerks meet, in words.
type slip struct {
	contains      string
	message, hint problem.Text
	pattern       *regexp.Regexp // of the line; its first group is the place
	anywhere      bool           // yaml.v3 names no line for it
	misaligned    bool           // the place is a line that is indented like none above it
}

// What lines look like that mislead YAML.
var (
	// A key, a text without quotes, and a second colon with a space.
	colonInText = regexp.MustCompile(`^\s*(?:- )*[^\s"'#:][^:#]*: +[^\s"'|>\[{#][^#]*?(: )`)
	openBracket = regexp.MustCompile(`^[^#]*?(?:: |- )([\[{])[^\]}]*$`)
	quoteInside = regexp.MustCompile(`^\s*(?:- )*(?:[^"':]*: +)?"(?:[^"\\]|\\.)*(")[ ]*[^\s,\]}#]`)
	openQuote   = regexp.MustCompile(`^[^#]*?(?:: |- )(["'])[^"']*$`)
	control     = regexp.MustCompile(`([\x00-\x08\x0B\x0C\x0E-\x1F\x7F])`)
	sign        = regexp.MustCompile("^[^#]*?(?:: |- )([@`%&*])")
)

var slips = []slip{
	{
		contains: "mapping values are not allowed", pattern: colonInText,
		message: problem.Textf("dấu hai chấm giữa dòng làm YAML hiểu nhầm", "a colon inside the line misleads YAML"),
		hint:    problem.Textf("lời văn có dấu hai chấm thì đặt cả lời văn trong ngoặc kép \"…\"", "put the whole text in quotes \"…\" where it has a colon"),
	},
	{
		contains: "did not find expected key", pattern: quoteInside, misaligned: true,
		message: problem.Textf("dòng này thụt vào không khớp với các dòng trên, hoặc ngoặc kép đóng sớm", "the indentation does not fit the lines above, or a quote is closed too early"),
		hint:    problem.Textf("cho các mục cùng cấp thẳng hàng; ngoặc kép bên trong lời văn viết \\\"", "align what is on one level; write a quote inside quotes as \\\""),
	},
	{
		contains: "did not find expected '-' indicator", misaligned: true,
		message: problem.Textf("dòng này không thẳng hàng với các dấu - phía trên", "the line does not align with the dashes above"),
		hint:    problem.Textf("cho các dấu - cùng cấp thẳng hàng", "align the dashes of one level"),
	},
	{
		contains: "unexpected end of stream", pattern: openQuote,
		message: problem.Textf("ngoặc mở ở đây mà không đóng", "a quote is opened here and never closed"),
		hint:    problem.Textf("thêm ngoặc đóng ở cuối lời văn", "close it at the end of the text"),
	},
	{
		contains: "could not find expected ':'",
		message:  problem.Textf("dòng này không có khóa, hoặc thiếu dấu hai chấm", "the line has no key, or its colon is missing"),
		hint:     problem.Textf("viết khóa: giá trị; lời văn dài xuống dòng thì thụt vào hơn khóa", "write key: value; indent the later lines of a long text deeper than its key"),
	},
	{
		contains: "cannot start any token", pattern: sign,
		message: problem.Text{VI: "lời văn không được bắt đầu bằng @ ` hay %", EN: "a text must not begin with @ ` or %"},
		hint:    problem.Textf("đặt cả lời văn trong ngoặc kép", "put the whole text in quotes"),
	},
	{
		contains: "did not find expected alphabetic or numeric character", pattern: sign,
		message: problem.Textf("lời văn bắt đầu bằng * hay & làm YAML hiểu nhầm", "a text that begins with * or & misleads YAML"),
		hint:    problem.Textf("đặt cả lời văn trong ngoặc kép", "put the whole text in quotes"),
	},
	{
		contains: "unknown anchor", pattern: sign,
		message: problem.Textf("lời văn bắt đầu bằng * làm YAML hiểu nhầm", "a text that begins with * misleads YAML"),
		hint:    problem.Textf("đặt cả lời văn trong ngoặc kép", "put the whole text in quotes"),
	},
	{
		contains: "found unknown escape character",
		message:  problem.Textf("dấu \\ trong ngoặc kép có nghĩa riêng", "the \\ has a meaning of its own inside quotes"),
		hint:     problem.Textf("viết \\\\ hoặc dùng ngoặc đơn '…'", "write \\\\ or use single quotes '…'"),
	},
	{
		contains: "did not find expected ',' or", pattern: openBracket,
		message: problem.Textf("ngoặc vuông hoặc ngoặc nhọn mở mà không đóng", "a bracket is opened and not closed"),
		hint:    problem.Textf("lời văn bắt đầu bằng [ hoặc { thì đặt trong ngoặc kép", "put a text that begins with [ or { in quotes"),
	},
	{
		contains: "block sequence entries are not allowed",
		message:  problem.Textf("dấu - đứng sai chỗ", "the dash stands in the wrong place"),
		hint:     problem.Textf("xuống dòng trước dấu -, hoặc đặt lời văn trong ngoặc kép", "start a new line before the -, or put the text in quotes"),
	},
	{
		contains: "control characters are not allowed", pattern: control, anywhere: true,
		message: problem.Textf("tệp có ký tự điều khiển", "the file has control characters"),
		hint:    problem.Textf("mở bằng Notepad, xóa ký tự lạ và lưu lại", "open it in a text editor and take the odd characters away"),
	},
}
