package record

import (
	"errors"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// parseYAML returns the root of the file's tree, nil with problems reported
// where it is no YAML or holds nothing.
func (r *reader) parseYAML(text string) *yaml.Node {
	tabs, scan := r.findTabs(), scanLines(r.lines)
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var doc, next yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		r.fileProblem(1, 1, problem.Textf("tệp không có nội dung", "the file is empty"), problem.Textf("xem ví dụ trong examples", "see examples"))
		return nil
	case err != nil:
		if !tabs {
			r.syntaxProblem(err, scan)
		}
		return nil
	}
	if odd := r.swallowedLines(&doc, scan); len(odd) > 0 {
		r.sayOdd(odd)
		return nil
	}
	if err := decoder.Decode(&next); err == nil {
		r.problem(&next, "", problem.Textf("tệp có nhiều bản ghi, ngăn bằng ---", "the file has several records, parted by ---"),
			problem.Textf("mỗi bản ghi một tệp", "one file for each record"))
	} else if !errors.Is(err, io.EOF) {
		r.syntaxProblem(err, scan)
		return nil
	}
	if root := doc.Content[0]; root.Kind == yaml.MappingNode {
		root.HeadComment = doc.HeadComment + "\n" + root.HeadComment
		root.FootComment += "\n" + doc.FootComment
		return root
	}
	r.fileProblem(1, 1, problem.Textf("tệp không có các dòng khóa: giá trị", "the file has no lines of key: value"), problem.Textf("xem ví dụ trong examples", "see examples"))
	return nil
}

// findTabs reports each line that is indented with a tab. Lines of a block of
// text may hold tabs behind their indentation, which this does not see.
func (r *reader) findTabs() bool {
	found := false
	for i, line := range r.lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if tab := strings.IndexByte(indent, '\t'); tab >= 0 && strings.TrimSpace(line) != "" {
			r.fileProblem(i+1, tab+1, problem.Textf("dòng thụt vào bằng phím Tab", "the line is indented with a tab"),
				problem.Textf("YAML chỉ nhận dấu cách: xóa Tab, gõ hai dấu cách cho mỗi cấp", "YAML takes spaces only: replace the tab, two spaces for each level"))
			found = true
		}
	}
	return found
}

// yamlLine finds the line in a message of yaml.v3.
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxProblem says what yaml.v3 says, in words, where it is.
func (r *reader) syntaxProblem(err error, scan lineScan) {
	line, what := 0, err.Error()
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = m[2]
	}
	if r.damage && strings.Contains(what, "control characters") {
		return // they are pieces of letters
	}
	line = r.failsAt(line, what, scan)
	if odd := r.oddities(scan); len(odd) > 0 && odd[0].line <= line+1 {
		r.sayOdd(odd)
		return
	}
	if quote := openQuote(line, scan); quote > 0 {
		_, at := valueStart(r.lines[quote-1])
		r.fileProblem(quote, columnOf(r.lines[quote-1], at), problem.Textf("ngoặc mở ở đây mà không đóng", "a quote is opened here and never closed"),
			problem.Textf("thêm ngoặc đóng ở cuối lời văn", "close it at the end of the text"))
		return
	}
	for _, s := range slips {
		if l, col, ok := r.locate(line, s); ok && strings.Contains(what, s.contains) {
			r.fileProblem(l, col, s.message, s.hint)
			return
		}
	}
	r.fileProblem(max(line, 1), 1, problem.Text{VI: "tệp không đúng cú pháp YAML (" + what + ")", EN: "the file is not well-formed YAML (" + what + ")"},
		problem.Textf("so lại cách thụt dòng, dấu hai chấm và ngoặc với tệp trong examples", "compare indentation, colons and quotes with the files in examples"))
}

// openQuote returns the line of the quote that a failing line begins or is
// inside of, or that is never closed; 0 where there is none.
func openQuote(line int, scan lineScan) int {
	switch {
	case line < 1 || line > len(scan.quotes):
		return 0
	case scan.quotes[line-1] > 0:
		return scan.quotes[line-1]
	case line < len(scan.quotes) && scan.quotes[line] == line:
		return line
	case line >= scan.open:
		return scan.open
	}
	return 0
}

// longestTried is the size of files that are read again in parts.
const longestTried = 128 << 10

// failsAt returns the first line with which the file cannot be read for the
// reason that yaml.v3 gives: it often names the line where the block began.
func (r *reader) failsAt(named int, what string, scan lineScan) int {
	if len(r.source.text) > longestTried {
		return named
	}
	fails := func(lines int) bool {
		text := r.source.text
		if lines < len(r.source.starts) {
			text = text[:r.source.starts[lines]]
		}
		decoder := yaml.NewDecoder(strings.NewReader(text))
		for {
			var doc yaml.Node
			if err := decoder.Decode(&doc); err != nil {
				return strings.HasSuffix(err.Error(), what)
			}
		}
	}
	i := sort.Search(len(scan.ends), func(i int) bool { return fails(scan.ends[i]) })
	first, last := 1, len(r.lines) // of what fails and is read as one
	if i > 0 {
		first = min(scan.ends[i-1]+1, last)
	}
	if i < len(scan.ends) {
		last = scan.ends[i]
	}
	if first < named && named <= last {
		return named
	}
	return first
}

// locate returns the place of a slip, with what comes before and behind a line
// looked at too; false where it is surely another slip.
func (r *reader) locate(line int, s slip) (int, int, bool) {
	if s.pattern != nil {
		near := []int{line, line - 1, line + 1, line + 2}
		if s.needed {
			near = near[:2]
		}
		for i := range len(near) + len(r.lines) {
			l := i - len(near) + 1 // after its neighbours any line
			if i < len(near) {
				l = near[i]
			} else if !s.anywhere {
				break
			}
			if l < 1 || l > len(r.lines) {
				continue
			}
			if m := s.pattern.FindStringSubmatchIndex(r.lines[l-1]); m != nil {
				return l, columnOf(r.lines[l-1], m[2]), true
			}
		}
		if s.needed {
			return 0, 0, false
		}
	}
	if s.misaligned && len(r.source.text) > longestTried {
		if l := r.misaligned(); l > 0 {
			line = l
		}
	}
	line = max(min(line, len(r.lines)), 1)
	text := r.lines[line-1]
	return line, len(text) - len(strings.TrimLeft(text, " ")) + 1, true
}

// misaligned returns the first line that is indented less than the one before
// but like none above it; 0 where there is none.
func (r *reader) misaligned() int {
	open := []int{0}
	for i, line := range r.lines {
		text := strings.TrimLeft(line, " ")
		if text == "" || text[0] == '#' {
			continue
		}
		indent := len(line) - len(text)
		for indent < open[len(open)-1] {
			open = open[:len(open)-1]
		}
		if indent == open[len(open)-1] {
			continue
		}
		if i > 0 && len(r.lines[i-1])-len(strings.TrimLeft(r.lines[i-1], " ")) > indent && strings.TrimSpace(r.lines[i-1]) != "" {
			return i + 1
		}
		open = append(open, indent)
		if text[0] == '-' { // what follows the dash is a level of its own
			open = append(open, indent+len(text)-len(strings.TrimLeft(text[1:], " ")))
		}
	}
	return 0
}
