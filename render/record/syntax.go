package record

import (
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"ketluan/render/problem"
)

// parseYAML returns the root of the file's tree, nil with problems reported
// where it is no YAML or holds nothing.
func (r *reader) parseYAML(text string) *yaml.Node {
	tabs := r.findTabs()
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var doc, next yaml.Node
	switch err := decoder.Decode(&doc); {
	case errors.Is(err, io.EOF):
		r.fileProblem(1, 1, problem.Textf("tệp không có nội dung", "the file is empty"), problem.Textf("xem ví dụ trong examples", "see examples"))
		return nil
	case err != nil:
		if !tabs {
			r.syntaxProblem(err)
		}
		return nil
	}
	if err := decoder.Decode(&next); err == nil {
		r.problem(&next, "", problem.Textf("tệp có nhiều bản ghi, ngăn bằng ---", "the file has several records, parted by ---"),
			problem.Textf("mỗi bản ghi một tệp", "one file for each record"))
	} else if !errors.Is(err, io.EOF) {
		r.syntaxProblem(err)
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

func (r *reader) syntaxProblem(err error) {
	line, what := 0, err.Error()
	if m := yamlLine.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		what = m[2]
	}
	if r.damage && strings.Contains(what, "control characters") {
		return // they are pieces of letters
	}
	for _, s := range slips {
		if strings.Contains(what, s.contains) {
			line, col := r.locate(line, s)
			r.fileProblem(line, col, s.message, s.hint)
			return
		}
	}
	r.fileProblem(max(line, 1), 1, problem.Text{VI: "tệp không đúng cú pháp YAML (" + what + ")", EN: "the file is not well-formed YAML (" + what + ")"},
		problem.Textf("so lại cách thụt dòng, dấu hai chấm và ngoặc với tệp trong examples", "compare indentation, colons and quotes with the files in examples"))
}

// locate returns the place of a slip. yaml.v3 names the line beside it at
// times, or the one where the block began, so its neighbours are looked at too.
func (r *reader) locate(line int, s slip) (int, int) {
	if s.pattern != nil {
		near := []int{line, line + 1, line - 1, line + 2}
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
				return l, len([]rune(r.lines[l-1][:m[2]])) + 1
			}
		}
	}
	if s.misaligned {
		if l := r.misaligned(); l > 0 {
			line = l
		}
	}
	line = max(min(line, len(r.lines)), 1)
	text := r.lines[line-1]
	return line, len(text) - len(strings.TrimLeft(text, " ")) + 1
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
