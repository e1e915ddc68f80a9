package record

import (
	"bytes"
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"ketluan/render/problem"
)

// decodeBytes returns the file as UTF-8 text: it may come with a byte order
// mark, or in UTF-16.
func (r *reader) decodeBytes(src []byte) (string, bool) {
	if limit := cmp.Or(r.parser.limit, maxBytes); len(src) > limit {
		r.fileProblem(0, 0, problem.Textf("tệp lớn quá %d MB", "the file is larger than %d MB", limit>>20),
			problem.Textf("một bản ghi chỉ vài chục KB; kiểm tra xem có chọn nhầm tệp không", "a record has a few dozen KB; is this the right file?"))
		return "", false
	}
	if bytes.HasPrefix(src, []byte("PK\x03\x04")) || bytes.HasPrefix(src, []byte("\xD0\xCF\x11\xE0")) || bytes.HasPrefix(src, []byte("%PDF")) {
		r.fileProblem(0, 0, problem.Textf("đây là tệp Word, Excel hoặc PDF, không phải bản ghi YAML", "this is a Word, Excel or PDF file, not a record in YAML"),
			problem.Textf("lưu nội dung thành tệp văn bản thuần .yaml, theo ví dụ trong examples", "save the content as plain text .yaml, as in examples"))
		return "", false
	}
	if order, ok := utf16Order(src); ok {
		decoded, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(src)
		if err == nil {
			src = decoded
		}
	}
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(src) {
		line, col := firstInvalid(src)
		r.fileProblem(line, col, problem.Textf("tệp không ở bảng mã UTF-8: từ dòng này có byte không đọc được", "the file is not in UTF-8: from this line on there are bytes that cannot be read"),
			problem.Textf("mở tệp bằng Notepad, chọn Save As, mục Encoding chọn UTF-8", "open it in Notepad, choose Save As and Encoding UTF-8"))
		return "", false
	}
	return string(src), true
}

// utf16Order tells UTF-16 by its byte order mark, or by the zero bytes that
// Latin letters have in it.
func utf16Order(src []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(src, []byte("\xFF\xFE")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(src, []byte("\xFE\xFF")):
		return unicode.BigEndian, true
	case len(src) >= 4 && src[0] != 0 && src[1] == 0 && src[2] != 0 && src[3] == 0:
		return unicode.LittleEndian, true
	case len(src) >= 4 && src[0] == 0 && src[1] != 0 && src[2] == 0 && src[3] != 0:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// firstInvalid returns line and column of the first byte that is not UTF-8.
func firstInvalid(src []byte) (line, col int) {
	line, col = 1, 1
	for len(src) > 0 {
		c, n := utf8.DecodeRune(src)
		if c == utf8.RuneError && n == 1 {
			break
		}
		col++
		if c == '\n' {
			line, col = line+1, 1
		}
		src = src[n:]
	}
	return line, col
}

func splitLines(text string) []string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\r")
	}
	return lines
}

func (r *reader) fileProblem(line, col int, message, hint problem.Text) {
	r.parser.add(problem.Problem{Pos: problem.Pos{File: r.file, Line: line, Col: col}, Message: message, Hint: hint})
}
