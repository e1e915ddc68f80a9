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
	needed        bool           // without a line of the pattern it is another slip
	anywhere      bool           // yaml.v3 names no line for it
	misaligned    bool           // the place is a line that is indented like none above it
}

// What lines look like that mislead YAML.
var (
	// A key, a text without quotes, and a second colon with a space.
	colonInText = regexp.MustCompile(`^\s*(?:- )*[^\s"'#:][^:#]*: +[^\s"'|>\[{#][^#]*?(: )`)
	openBracket = regexp.MustCompile(`^[^#]*?(?:: |- )([\[{])[^\]}]*$`)
	quoteInside = regexp.MustCompile(`^\s*(?:- )*(?:[^"':]*: +)?"(?:[^"\\]|\\.)*(")[ ]*[^\s,\]}#:]`)
	apostrophe  = regexp.MustCompile(`^\s*(?:- )*(?:[^"':]*: +)?'(?:[^']|'')*(')[ ]*[^\s,\]}#:']`)
	quotedColon = regexp.MustCompile(`^\s*(?:- )*[^"':]*: +"(?:[^"\\]|\\.)*(") *:`)
	bang        = regexp.MustCompile(`(?:: +|- +)(!)`)
	bracketed   = regexp.MustCompile(`(?:^\s*|: +|- +|[,{\[] *)([\[{])[^\[\]{}"']*[\]}] *[^\s,\]}#:]`)
	curved      = regexp.MustCompile(`(?:: +|- +)([“”„‘’«])`)
	barInText   = regexp.MustCompile(`(?:: +|- +)([|>]) *[^\s#]`)
	dashInText  = regexp.MustCompile(`: +([-?]) `)
	reserved    = regexp.MustCompile(`(?:: +|- +)([,\]}])`)
	control     = regexp.MustCompile(`([\x00-\x08\x0B\x0C\x0E-\x1F\x7F])`)
	sign        = regexp.MustCompile("^[^#]*?(?:: |- )([@`%&*])")
)

var (
	inQuotes     = problem.Textf("đặt cả lời văn trong ngoặc kép: \"…\"", "put the whole text in quotes: \"…\"")
	inDouble     = problem.Textf("ngoặc kép bên trong lời văn viết \\\", hoặc dùng “ ”", "write a quote inside quotes as \\\", or use “ ”")
	takenForList = problem.Textf("lời văn bắt đầu bằng [ hoặc { thì YAML hiểu là danh sách", "YAML takes a text that begins with [ or { for a list")

	inSingle = problem.Textf("dấu ' bên trong '…' viết hai lần (''), hoặc đặt cả lời văn trong ngoặc kép \"…\"", "write a ' inside '…' twice (''), or put the whole text in \"…\"")
)

// slips are tried in this order.
var slips = []slip{
	{
		contains: "did not find expected", pattern: bracketed, needed: true, hint: inQuotes, message: takenForList,
	},
	{
		contains: "did not find expected", pattern: quoteInside, needed: true, hint: inDouble,
		message: problem.Textf("ngoặc kép đóng ở đây mà sau đó còn chữ", "the quote is closed here and text follows it"),
	},
	{
		contains: "did not find expected", pattern: apostrophe, needed: true, hint: inSingle,
		message: problem.Textf("ngoặc ' đóng ở đây mà sau đó còn chữ", "the quote ' is closed here and text follows it"),
	},
	{
		contains: "did not find expected comment or line break", pattern: barInText, hint: inQuotes,
		message: problem.Textf("lời văn không được bắt đầu bằng | hay >", "a text must not begin with | or >"),
	},
	{
		contains: "did not find expected whitespace or line break", pattern: bang, hint: inQuotes,
		message: problem.Textf("lời văn bắt đầu bằng ! làm YAML hiểu nhầm", "a text that begins with ! misleads YAML"),
	},
	{
		contains: "did not find expected node content", pattern: reserved, hint: inQuotes,
		message: problem.Textf("lời văn không được bắt đầu bằng dấu này", "a text must not begin with this mark"),
	},
	{
		contains: "mapping values are not allowed", pattern: curved, needed: true,
		message: problem.Textf("ngoặc “ ” là lời văn, không phải ngoặc của YAML, mà trong đó có dấu hai chấm", "the quotes “ ” are text and not YAML's, and there is a colon in them"),
		hint:    problem.Textf("đặt thêm ngoặc thẳng ở ngoài: \"“…”\"", "put straight quotes around them: \"“…”\""),
	},
	{
		contains: "mapping values are not allowed", pattern: quotedColon, needed: true, hint: inDouble,
		message: problem.Textf("ngoặc kép đóng ở đây mà sau đó còn chữ", "the quote is closed here and text follows it"),
	},
	{
		contains: "mapping values are not allowed", pattern: colonInText, needed: true,
		message: problem.Textf("dấu hai chấm giữa dòng làm YAML hiểu nhầm", "a colon inside the line misleads YAML"),
		hint:    problem.Textf("lời văn có dấu hai chấm thì đặt cả lời văn trong ngoặc kép \"…\"", "put the whole text in quotes \"…\" where it has a colon"),
	},
	{
		contains: "mapping values are not allowed",
		message:  problem.Textf("dòng này thụt vào sâu hơn mục nó thuộc về, hoặc nối vào lời văn của dòng trên", "the line is indented deeper than what it belongs to, or joins the text of the line above"),
		hint:     problem.Textf("cho các mục cùng cấp thẳng hàng; lời văn có dấu hai chấm thì đặt cả lời văn trong ngoặc kép \"…\"", "align what is on one level; put the whole text in quotes \"…\" where it has a colon"),
	},
	{
		contains: "did not find expected key", misaligned: true,
		message: problem.Textf("dòng này thụt vào không khớp với các dòng trên", "the indentation does not fit the lines above"),
		hint:    problem.Textf("cho các mục cùng cấp thẳng hàng", "align what is on one level"),
	},
	{
		contains: "did not find expected '-' indicator", misaligned: true,
		message: problem.Textf("dòng này không thẳng hàng với các dấu - phía trên", "the line does not align with the dashes above"),
		hint:    problem.Textf("cho các dấu - cùng cấp thẳng hàng", "align the dashes of one level"),
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
		contains: "block sequence entries are not allowed", pattern: dashInText,
		message: problem.Textf("dấu - đứng sai chỗ", "the dash stands in the wrong place"),
		hint:    problem.Textf("xuống dòng trước dấu -, hoặc đặt lời văn trong ngoặc kép", "start a new line before the -, or put the text in quotes"),
	},
	{
		contains: "mapping keys are not allowed", pattern: dashInText, hint: inQuotes,
		message: problem.Textf("lời văn không được bắt đầu bằng ? và dấu cách", "a text must not begin with ? and a space"),
	},
	{
		contains: "control characters are not allowed", pattern: control, anywhere: true,
		message: problem.Textf("tệp có ký tự điều khiển", "the file has control characters"),
		hint:    problem.Textf("mở bằng Notepad, xóa ký tự lạ và lưu lại", "open it in a text editor and take the odd characters away"),
	},
}
